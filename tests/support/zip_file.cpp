#include "tests/support/zip_file.h"

#include <minizip/zip.h>

#include <string_view>

namespace turnout::test {

void writeZip(const std::filesystem::path& file, const std::vector<ZipPart>& parts) {
    zipFile zip = zipOpen64(file.c_str(), 0);
    const auto put = [&](std::string_view bytes) {
        zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size()));
    };
    for (const ZipPart& part : parts) {
        zip_fileinfo info{};
        zipOpenNewFileInZip64(zip, part.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED, 1, 1);
        put(part.head);
        for (std::size_t n = 0; n < part.times; ++n) put(part.again);
        put(part.tail);
        zipCloseFileInZip(zip);
    }
    zipClose(zip, nullptr);
}

void writeWorkbook(const std::filesystem::path& file, const ZipPart& rows) {
    ZipPart sheet = rows;
    sheet.name = "xl/worksheets/sheet1.xml";
    sheet.head =
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows.head;
    sheet.tail = rows.tail + "</sheetData></worksheet>";
    const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    writeZip(file, {{"xl/workbook.xml",
                     "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" +
                         office + "\"><sheets><sheet name=\"List\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
                    {"xl/_rels/workbook.xml.rels",
                     "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                     "<Relationship Id=\"rId1\" Type=\"" +
                         office + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
                    sheet});
}

std::string workbookRow(std::size_t number, const std::vector<std::string>& cells) {
    const std::string row = std::to_string(number);
    std::string xml = "<row r=\"" + row + "\">";
    char column = 'A';
    for (const std::string& cell : cells)
        xml += "<c r=\"" + std::string(1, column++) + row + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    return xml + "</row>";
}

}  // namespace turnout::test
