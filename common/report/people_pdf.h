// Lists of people on paper: the door list to tick when nothing else works, and who is inside in an emergency. A4, names
// in every script, a box to tick before each name, page numbers. What is too long for its column goes on in a second
// line, and a third: nothing is written too small to be read by torchlight. Put in its place by placed_file.h.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/result.h"
#include "common/domain/event.h"

namespace turnout {

struct PaperPerson {
    std::string name, nativeName;
    std::string country;  // in the list's language
    std::string seat;
    std::string detail;  // "7K3P9…Q2X8V", of the ticket; "Door B · 18:50"
    std::string note{};  // what somebody must act on, on lines of its own under the name; mostly empty
};

struct PaperGroup {  // a university
    std::string heading;
    std::vector<PaperPerson> people;
};

struct PaperList {
    std::string title, subtitle;  // the event; when the list was made and how many stand on it
    std::string note;             // what the reader must know of it
    std::string seatHeading, detailHeading, nameHeading, countryHeading;
    std::vector<PaperGroup> groups;
};

// Fault::readOnly or diskFull when the file cannot be written.
Status writePeoplePdf(const std::filesystem::path& file, const PaperList& list);

}  // namespace turnout
