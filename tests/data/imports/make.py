#!/usr/bin/python3
"""Writes the exports of this folder as the real tools shape them, each with FILE.answer beside it.

All people are invented. Answers were written by hand: `guest LINE name CODE affiliation` for rows that come in,
`problem LINE key` for rows that do not, `note LINE key` for what is only told. Needs python3-openpyxl for the workbooks.
"""
import csv, datetime, io, pathlib, zipfile

HERE = pathlib.Path(__file__).parent


def text(rows, delimiter=",", end="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end).writerows(rows)
    return out.getvalue()


def save(name, data, answer):
    (HERE / name).write_bytes(data)
    (HERE / (name + ".answer")).write_text("\n".join("\t".join(str(x) for x in line) for line in answer) + "\n", "utf-8")


def book(name, sheets, answer, hidden=(), shape=None):
    from openpyxl import Workbook
    made = Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title in hidden:
            sheet.sheet_state = "hidden"
        if shape:
            shape(sheet)
    stamp = datetime.datetime(2023, 11, 1)
    made.properties.created = made.properties.modified = stamp
    out = io.BytesIO()
    made.save(out)
    save(name, out.getvalue(), answer)


LI, NOY, ALI = ("guest", 2, "Li Ming", "CN", "CQMU"), ("guest", 3, "Noy Phommachan", "LA", "Harbin Medical University"), \
    ("guest", 4, "Ali Raza", "PK", "重庆医科大学")
PLAIN = [["name", "country", "affiliation"], ["Li Ming", "China", "CQMU"],
         ["Noy Phommachan", "老挝", "Harbin Medical University"], ["Ali Raza", "巴基斯坦籍", "重庆医科大学"]]

# --- encodings and separators ---
save("utf8.csv", text(PLAIN).encode(), [LI, NOY, ALI])
save("utf8-bom.csv", text(PLAIN).encode("utf-8-sig"), [LI, NOY, ALI])
save("utf16le-bom.csv", b"\xff\xfe" + text(PLAIN, "\t").encode("utf-16le"), [LI, NOY, ALI])
save("utf16le.csv", text(PLAIN).encode("utf-16le"), [LI, NOY, ALI])
save("utf16be-bom.csv", b"\xfe\xff" + text(PLAIN, ";").encode("utf-16be"), [LI, NOY, ALI])
save("gb18030.csv", text(PLAIN).encode("gb18030"), [LI, NOY, ALI])
# Nearly all ASCII: detectors take it for a Latin one.
save("gb18030-mostly-ascii.csv", text([["name", "country", "affiliation"]] + [[f"Guest {i:03}", "Laos", "CQMU"] for i in range(200)]
                                      + [["Li Ming", "中国", "重庆医科大学"]]).encode("gb18030"),
     [("guest", i + 2, f"Guest {i:03}", "LA", "CQMU") for i in range(200)] + [("guest", 202, "Li Ming", "CN", "重庆医科大学")])
save("big5.csv", text([["姓名", "國籍", "學校"], ["王小明", "馬來西亞", "重慶醫科大學"], ["陳大文", "越南", "天津醫科大學"]]).encode("big5"),
     [("guest", 2, "王小明", "MY", "重慶醫科大學"), ("guest", 3, "陳大文", "VN", "天津醫科大學")])
save("windows1252.csv", text([["name", "country", "affiliation"], ["Aimée Müller", "Côte d’Ivoire", "Université – Nord"],
                              ["José Peña", "España", ""]]).encode("cp1252"),
     [("guest", 2, "Aimée Müller", "CI", "Université – Nord"), ("guest", 3, "José Peña", "ES", "")])
save("tabs.tsv", text(PLAIN, "\t", "\n").encode(), [LI, NOY, ALI])
save("semicolons.csv", text(PLAIN[:1] + [["Li Ming", "China", "CQMU"], ["Doe, John", "Lao PDR", "A, B, and C"]], ";").encode(),
     [LI, ("guest", 3, "Doe, John", "LA", "A, B, and C")])
save("sep-line.csv", ("sep=;\r\n" + text(PLAIN, ";")).encode(), [(k, line + 1, *rest) for k, line, *rest in (LI, NOY, ALI)])
save("old-mac-line-ends.csv", text(PLAIN, ",", "\r").encode(), [LI, NOY, ALI])
save("nfd-and-widths.csv", text([["Ｎａｍｅ", "Ｃｏｕｎｔｒｙ"], ["Li\u3000Ming", "Co\u0302te d'Ivoire"], ["\u200bNoy\u00a0P", "ＬＡＯＳ"]]).encode(),
     [("guest", 2, "Li Ming", "CI", ""), ("guest", 3, "Noy P", "LA", "")])

# --- Microsoft Forms ---
forms = [["ID", "Start time", "Completion time", "Email", "Name", "Full name (as in passport)\n", "What is your nationality?",
          "Your university, please", "May we show your name on the screen?"],
         [1, "8/20/25 12:51:45", "8/20/25 12:53:01", "anonymous", "anonymous", "NAMUKASA Ocen", "Ugandan", "CQMU", "Yes"],
         [2, "8/20/25 13:51:45", "8/20/25 13:53:01", "anonymous", "anonymous", "Aye Chan", "Myanmar (Burma)", "CQMU", "No"],
         [3, "8/21/25 13:51:45", "8/21/25 13:53:01", "anonymous", "anonymous", "Kim Min-jun", "Korea", "CQMU", "No"],
         [4, "8/21/25 14:51:45", "8/21/25 14:53:01", "anonymous", "anonymous", "Aye Chan", "Myanmar (Burma)", "CQMU", "No"]]
save("microsoft-forms.csv", text(forms).encode("utf-8-sig"),
     [("guest", 3, "NAMUKASA Ocen", "UG", "CQMU"), ("guest", 6, "Aye Chan", "MM", "CQMU"),
      ("note", 4, "roster.sent_twice"), ("problem", 5, "roster.which_country")])
book("microsoft-forms.xlsx", [("Form1", [[c.strip() if isinstance(c, str) else c for c in r] for r in forms])],
     [("guest", 2, "NAMUKASA Ocen", "UG", "CQMU"), ("guest", 5, "Aye Chan", "MM", "CQMU"),
      ("note", 3, "roster.sent_twice"), ("problem", 4, "roster.which_country")])

# --- 问卷星 ---
wjx = [["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您的姓名（护照）", "2、您的国籍：", "3、所在学校*", "4、是否同意大屏展示您的姓名", "5、您的饮食"],
       ["1", "2026/9/3 12:00:00", "65秒", "微信", "N/A", "10.0.0.1", "ALI RAZA", "巴基斯坦", "重庆医科大学", "同意", "清真┋素食"],
       ["2", "2026/9/3 12:05:00", "80秒", "微信", "N/A", "10.0.0.2", "阮文安", "越南籍", "天津医科大学", "(跳过)", "(跳过)"],
       ["3", "2026/9/3 12:09:00", "70秒", "链接", "N/A", "10.0.0.3", "(跳过)", "老挝", "天津医科大学", "同意", ""]]
save("wenjuanxing.csv", text(wjx).encode("gb18030"),
     [("guest", 2, "ALI RAZA", "PK", "重庆医科大学"), ("guest", 3, "阮文安", "VN", "天津医科大学"),
      ("note", 1, "roster.unused_columns"), ("problem", 4, "roster.no_name")])
book("wenjuanxing.xlsx", [("Sheet1", wjx)],
     [("guest", 2, "ALI RAZA", "PK", "重庆医科大学"), ("guest", 3, "阮文安", "VN", "天津医科大学"),
      ("note", 1, "roster.unused_columns"), ("problem", 4, "roster.no_name")])

# --- 腾讯文档 ---
tencent = [["提交者（自动）", "提交时间（自动）", "英文姓名（必填）", "中文姓名（选填）", "国籍（必填）", "学校名称（必填）", "学号（必填）"],
           ["微信用户", "2026年9月22日 10:13", "LI MING", "李明", "中国", "重医", "2023110045"],
           ["微信用户", "2026年9月22日 10:20", "SOUK VONG", "无", "老挝", "重医", "2.02311E+11"]]
save("tencent-docs.csv", text(tencent).encode("utf-8-sig"),
     [("guest", 2, "LI MING", "CN", "重医"), ("problem", 3, "roster.swallowed")])
book("tencent-docs.xlsx", [("收集结果", tencent)],
     [("guest", 2, "LI MING", "CN", "重医"), ("problem", 3, "roster.swallowed")])

# --- pretix ---
pretix = [["Event slug", "Order code", "Position ID", "Status", "Email", "Phone number", "Order date", "Order time", "Product", "Variation", "Price",
           "Attendee name", "Attendee name: Given name", "Attendee name: Family name", "Attendee email", "Company", "Address", "City", "Country",
           "Pseudonymization ID", "Seat ID", "Home university", "Company", "Invoice address name", "City", "Country"],
          ["gala", "ABC12", "1", "paid", "office@example.org", "", "2023-11-01", "19:05:00", "Student", "", "0.00",
           "Aigerim Bek", "Aigerim", "Bek", "aigerim@example.org", "", "", "", "KZ", "X1", "", "CQMU", "Office", "", "", "CN"],
          ["gala", "ABC12", "2", "paid", "office@example.org", "", "2023-11-01", "19:05:00", "Student", "", "0.00",
           "Dana Nur", "Dana", "Nur", "", "", "", "", "KZ", "X2", "", "CQMU", "Office", "", "", "CN"],
          ["gala", "DEF34", "1", "canceled", "x@example.org", "", "2023-11-02", "19:05:00", "Student", "", "0.00",
           "Omar Said", "Omar", "Said", "omar@example.org", "", "", "", "EG", "X3", "", "CQMU", "", "", "", "EG"],
          ["gala", "GHI56", "1", "pending", "y@example.org", "", "2023-11-02", "19:05:00", "Student", "", "0.00",
           "Vu Thi Hoa", "Hoa", "Vu", "hoa@example.org", "", "", "", "VN", "X4", "", "CQMU", "", "", "", "VN"]]
save("pretix.csv", text(pretix).encode(),
     [("guest", 2, "Aigerim Bek", "KZ", "CQMU"), ("guest", 3, "Dana Nur", "KZ", "CQMU"), ("cancelled", 4, "Omar Said", "EG", "CQMU"),
      ("guest", 5, "Vu Thi Hoa", "VN", "CQMU"), ("note", 1, "roster.header_first"), ("note", 1, "roster.unused_columns"),
      ("note", 4, "roster.cancelled_row"), ("note", 5, "roster.pending_row")])
PRETIX_ANSWER = [("guest", 2, "Aigerim Bek", "KZ", "CQMU"), ("guest", 3, "Dana Nur", "KZ", "CQMU"), ("cancelled", 4, "Omar Said", "EG", "CQMU"),
                 ("guest", 5, "Vu Thi Hoa", "VN", "CQMU"), ("note", 1, "roster.header_first"), ("note", 1, "roster.unused_columns"),
                 ("note", 4, "roster.cancelled_row"), ("note", 5, "roster.pending_row")]
# As its workbook: numbers are numbers, an amount has no second decimal, dates stay texts.
book("pretix.xlsx", [("Order positions", [pretix[0]] + [row[:2] + [int(row[2])] + row[3:10] + [float(row[10])] + row[11:] for row in pretix[1:]])],
     PRETIX_ANSWER)
# Asked for the parts of the name only: the whole stands nowhere.
PARTS = [i for i, heading in enumerate(pretix[0]) if heading not in ("Attendee name", "Invoice address name")]
parts = [[row[i] for i in PARTS] for row in pretix]
PARTS_ANSWER = [(*line[:2], "Hoa Vu", *line[3:]) if line[:2] == ("guest", 5) else line for line in PRETIX_ANSWER]
save("pretix-name-parts.csv", text(parts).encode(), PARTS_ANSWER)
book("pretix-name-parts.xlsx", [("Order positions", parts)], PARTS_ANSWER)
save("pretix-german.csv", text([["Bestellnummer", "Positions-ID", "Status", "E-Mail", "Teilnehmername", "Teilnehmer-E-Mail", "Firma", "Land"],
                                ["ABC12", "1", "bezahlt", "b@example.org", "Jörg Groß", "j@example.org", "Uni Süd", "Deutschland"],
                                ["ABC12", "2", "storniert", "b@example.org", "Ines Groß", "", "Uni Süd", "Deutschland"]], ";").encode(),
     [("guest", 2, "Jörg Groß", "DE", "Uni Süd"), ("cancelled", 3, "Ines Groß", "DE", "Uni Süd"), ("note", 1, "roster.unused_columns"), ("note", 3, "roster.cancelled_row")])

# --- Eventbrite ---
eventbrite = [["Order #", "Order Date", "First Name", "Last Name", "Email", "Quantity", "Price Tier", "Ticket Type", "Attendee #", "Group",
               "Attendee Status", "Home Country", "University"],
              ["7001", "2025-03-10 18:00", "Ama", "Mensah", "ama@example.org", "1", "", "Guest", "1", "", "Attending", "Ghana", "CQMU"],
              ["7002", "2025-03-10 18:02", "Kofi", "Boateng", "kofi@example.org", "3", "", "Guest", "2", "", "Attending", "Ghana", "CQMU"],
              ["7003", "Sep 26, 2026 7:05 PM", "Esi", "", "esi@example.org", "1", "", "Guest", "3", "", "Not Attending", "Ghana", "CQMU"],
              ["7004", "2025-03-10 18:09", "=HYPERLINK(\"http://x\")", "Owusu", "o@example.org", "1", "", "Guest", "4", "", "Attending", "Ghanaa", "CQMU"]]
EVENTBRITE_ANSWER = [("guest", 2, "Ama Mensah", "GH", "CQMU"), ("cancelled", 4, "Esi", "GH", "CQMU"), ("note", 1, "roster.unused_columns"),
                     ("problem", 3, "roster.quantity"), ("note", 4, "roster.cancelled_row"), ("problem", 5, "roster.which_country")]
save("eventbrite.csv", text(eventbrite).encode(), EVENTBRITE_ANSWER)
book("eventbrite.xlsx", [("Attendee report", [eventbrite[0]] + [
    [int(row[0]), datetime.datetime(2025, 3, 10, 18, 0)] + row[2:5] + [int(row[5])] + row[6:8] + [int(row[8])] + row[9:] for row in eventbrite[1:]])],
     EVENTBRITE_ANSWER, shape=lambda sheet: setattr(sheet["C5"], "data_type", "s"))

# --- Google Forms ---
google = [["Timestamp", "Email Address", "Full name", "Country / 国籍", "Student ID", "Which university are you from?"],
          ["2023/11/01 9:12:10 AM GMT+8", "ngozi@example.org", "Ngozi Ade", "Nigeria", "0012345", "CQMU"],
          ["2023/11/01 9:14:00 AM GMT+8", "ngozi@example.org", "Ngozi Ade", "Nigeria", "0012345", "Harbin Medical University"],
          ["2023/11/02 9:14:00 AM GMT+8", "a@example.org", "Abdou Moussa", "Nigerien", "0012346", "CQMU"]]
GOOGLE_ANSWER = [("guest", 3, "Ngozi Ade", "NG", "Harbin Medical University"), ("guest", 4, "Abdou Moussa", "NE", "CQMU"), ("note", 2, "roster.sent_twice")]
save("google-forms.csv", text(google).encode(), GOOGLE_ANSWER)
# As the sheet of answers is downloaded: moments are moments, ids with a leading nought are texts.
book("google-forms.xlsx", [("Form Responses 1", [google[0]] + [[datetime.datetime(2023, 11, 1 + (n > 1), 9, 12 + 2 * (n == 1), 10)] + row[1:]
                                                               for n, row in enumerate(google[1:])])], GOOGLE_ANSWER)
save("google-forms-chinese.csv", text([["时间戳记", "电子邮件地址", "姓名", "国籍", "学校"],
                                       ["2023/11/01 上午9:12:10", "a@example.org", "Ko Ko", "缅甸", "重医"]]).encode(),
     [("guest", 2, "Ko Ko", "MM", "重医"), ("note", 1, "roster.unused_columns")])

# --- offices ---
book("title-rows-and-total.xlsx",
     [("说明", [["请勿填写本页"]]), ("名单", [["重庆医科大学国际学生名单"], ["填报日期：", "2023-11-01"], [], ["序号", "姓名", "国籍", "所在学校", "座位"],
                                     [1, "Ali Raza", "巴基斯坦", "重医", "1-01"], [2, "Noy P", "老挝", "重医", "1-02"], ["合计", None, 2, None, None]])],
     [("guest", 5, "Ali Raza", "PK", "重医"), ("guest", 6, "Noy P", "LA", "重医"), ("note", 7, "roster.total_row")], hidden=("说明",))


def merged(sheet):
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:D1")


book("double-header.xlsx", [("Sheet1", [["基本信息", None, "联系方式", None], ["姓名", "国籍", "邮箱", "学校"], ["Ali Raza", "PK", "ali@example.org", "重医"]])],
     [("guest", 3, "Ali Raza", "PK", "重医")], shape=merged)
save("header-in-two-languages.csv", text([["Name", "Nationality", "University"], ["姓名", "国籍", "学校"], ["Ali Raza", "Pakistan", "CQMU"]]).encode(),
     [("guest", 3, "Ali Raza", "PK", "CQMU")])
save("header-half-open.csv", text([["姓名", "国籍", "学校", "联系方式", ""], ["", "", "", "邮箱", "电话"], ["Ali Raza", "Pakistan", "CQMU", "a@example.org", "1"]]).encode(),
     [("guest", 3, "Ali Raza", "PK", "CQMU"), ("note", 1, "roster.unused_columns")])


def numbers(sheet):
    sheet["A2"].number_format = "00000000"
    sheet["A4"].number_format = "@"


book("numbers.xlsx", [("Sheet1", [["学号", "姓名", "国籍"], [45, "Ali Raza", "PK"], [20231100450000123456, "Noy P", "LA"], ["0012", "Ko Ko", "MM"], [2023110045, "Li Ming", "CN"]])],
     [("guest", 2, "Ali Raza", "PK", ""), ("guest", 4, "Ko Ko", "MM", ""), ("guest", 5, "Li Ming", "CN", ""), ("problem", 3, "roster.swallowed")], shape=numbers)
save("ragged.csv", b"name,country,affiliation\r\nA One,Laos\r\nB Two,Laos,CQMU,,\r\nC Three,Laos,CQMU,too,much\r\n\"D\r\nFour\",Laos,\"CQMU, Main\"\r\nE \"Fi\"ve,Laos,CQMU\r\n",
     [("guest", 2, "A One", "LA", ""), ("guest", 3, "B Two", "LA", "CQMU"), ("guest", 5, "D Four", "LA", "CQMU, Main"), ("guest", 7, 'E "Fi"ve', "LA", "CQMU"),
      ("problem", 4, "roster.too_many_cells")])

# --- bad rows in every encoding, with every separator, from the tools above that have none ---
BAD = PLAIN + [["", "Laos", "CQMU"], ["Mo Mo", "Atlantis", "CQMU"], ["Kim", "Korea", "CQMU"], ["Ko Ko", "Myanmar", "CQMU", "x"]]
BAD_ANSWER = [LI, NOY, ALI, ("problem", 5, "roster.no_name"), ("problem", 6, "roster.unknown_country"),
              ("problem", 7, "roster.which_country"), ("problem", 8, "roster.too_many_cells")]
for name, data in [("utf8", text(BAD).encode()), ("utf8-bom", text(BAD).encode("utf-8-sig")),
                   ("utf16le", text(BAD).encode("utf-16le")), ("utf16le-bom", b"\xff\xfe" + text(BAD, "\t").encode("utf-16le")),
                   ("utf16be", text(BAD).encode("utf-16be")), ("utf16be-bom", b"\xfe\xff" + text(BAD, ";").encode("utf-16be")),
                   ("gb18030", text(BAD).encode("gb18030")), ("tabs", text(BAD, "\t", "\n").encode()),
                   ("semicolons", text(BAD, ";").encode())]:
    save(f"bad-rows-{name}.csv", data, BAD_ANSWER)
save("bad-rows-sep-line.csv", ("sep=;\r\n" + text(BAD, ";")).encode(), [(k, line + 1, *rest) for k, line, *rest in BAD_ANSWER])
book("bad-rows.xlsx", [("Sheet1", BAD)], BAD_ANSWER)
save("bad-rows-big5.csv", text([["姓名", "國籍", "學校"], ["王小明", "馬來西亞", "重慶醫科大學"], ["陳大文", "亞特蘭提斯", "天津醫科大學"],
                                ["", "越南", "天津醫科大學"]]).encode("big5"),
     [("guest", 2, "王小明", "MY", "重慶醫科大學"), ("problem", 3, "roster.unknown_country"), ("problem", 4, "roster.no_name")])
save("bad-rows-windows1252.csv", text([["name", "country", "affiliation"], ["Aimée Müller", "Côte d’Ivoire", "Université – Nord"],
                                       ["José Peña", "Île perdue", "Université – Nord"], ["Zoë", "", ""]]).encode("cp1252"),
     [("guest", 2, "Aimée Müller", "CI", "Université – Nord"), ("problem", 3, "roster.unknown_country"), ("problem", 4, "roster.no_country")])
save("bad-rows-google-forms.csv",
     text([["Timestamp", "Email Address", "Full name", "Country / 国籍", "Student ID", "Which university are you from?"],
           ["2023/11/01 9:12:10 AM GMT+8", "ngozi@example.org", "Ngozi Ade", "Nigeria", "0012345", "CQMU"],
           ["2023/11/01 9:14:00 AM GMT+8", "b@example.org", "Abdou Moussa", "Guinean", "0012346", "CQMU"],
           ["2023/11/02 9:14:00 AM GMT+8", "c@example.org", "Ama Mensah", "Ghana", "2.02311E+11", "CQMU"]]).encode(),
     [("guest", 2, "Ngozi Ade", "NG", "CQMU"), ("problem", 3, "roster.which_country"), ("problem", 4, "roster.swallowed")])
save("bad-rows-pretix.csv",
     text([["Order code", "Position ID", "Status", "Email", "Attendee name", "Attendee email", "Country", "Home university"],
           ["ABC12", "1", "paid", "office@example.org", "Aigerim Bek", "aigerim@example.org", "KZ", "CQMU"],
           ["ABC12", "2", "paid", "office@example.org", "", "", "KZ", "CQMU"],
           ["DEF34", "1", "paid", "x@example.org", "Omar Said", "omar@example.org", "Congo", "CQMU"]]).encode(),
     [("guest", 2, "Aigerim Bek", "KZ", "CQMU"), ("note", 1, "roster.unused_columns"), ("problem", 3, "roster.no_name"),
      ("problem", 4, "roster.which_country")])
