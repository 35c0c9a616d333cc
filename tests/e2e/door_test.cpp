// The real window of a door under a virtual display: keys, clicks, hand scanners that type a key a millisecond, and
// what somebody might print on a QR code to do harm. What counts is what stands in the event file afterwards.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <string_view>

#include "common/base/time.h"
#include "tests/e2e/stage.h"
#include "tests/support/qr_frames.h"
#include "tests/support/raw_sqlite.h"
#include "tests/support/temp_dir.h"

namespace turnout::test {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr const char* kClock = "2023-11-17T18:40:00+08:00";

// A QR code holds so many of its own 45 characters; of other bytes 2,953 at the most.
std::string aLongCode(std::size_t size) {
    constexpr std::string_view kCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    std::string text;
    for (std::size_t i = 0; i < size; ++i) text += kCharacters[i * 7 % kCharacters.size()];
    return text;
}

class AtTheDoor : public testing::Test {
  protected:
    AtTheDoor()
        : event_(demoEvent(folder_.path())), tickets_(readCsv(readFile(demoFolder() / "tickets/tickets.csv"))) {}

    Process start(const std::vector<std::string>& more = {}, const std::string& door = "A") {
        std::vector<std::string> command{program("turnout-kiosk"), event_.string(), "--door", door, "--clock", kClock};
        command.insert(command.end(), more.begin(), more.end());
        if (more.empty()) command.insert(command.end(), {"--camera", "none"});
        ProcessOptions options = screen_.options();
        options.environment["XDG_CONFIG_HOME"] = (folder_ / "config").string();
        options.errFile = folder_ / "kiosk.err";
        return Process(command, options);
    }

    // Opens the door and waits until its window is there and has the keys: of a door that stays.
    Process open(const std::vector<std::string>& more = {}, const std::string& door = "A") {
        Process kiosk = start(more, door);
        x({"search", "--sync", "--onlyvisible", "--pid", std::to_string(kiosk.pid()), "windowfocus"});
        return kiosk;
    }

    void x(std::vector<std::string> words) {
        words.insert(words.begin(), "xdotool");
        const Finished done = run(words, {}, screen_.options());
        ASSERT_EQ(done.code, 0) << done.err;
    }
    void key(const std::string& name) { x({"key", name}); }
    void keyOnceSeen(const std::string& name) { x({"sleep", "1", "key", name}); }  // a question wants to be seen first
    void scan(const std::string& text, const char* ending = "Return") {
        x({"type", "--delay", "1", text});
        if (*ending != 0) key(ending);
    }
    void type(const std::string& text) { x({"type", "--delay", "240", text}); }  // as a person: a key in about 120 ms

    std::string code(std::size_t guest) const { return tickets_.cell(guest, "code"); }
    CsvTable log() const { return readCsv(turnout({"log", event_.string(), "--csv", "-", "--raw"})); }

    // The log as soon as it has so many rows.
    CsvTable logOf(std::size_t rows) {
        const auto until = steady_clock::now() + std::chrono::seconds(40);
        for (;;) {
            CsvTable table = log();
            if (table.rows.size() >= rows || steady_clock::now() > until) {
                EXPECT_EQ(table.rows.size(), rows) << readFile(folder_ / "kiosk.err");
                return table;
            }
        }
    }
    // Rows of the event file, rehearsed ones included.
    void untilScans(std::int64_t count) {
        const auto until = steady_clock::now() + std::chrono::seconds(40);
        RawSqlite file(event_, true);
        while (file.number("select count(*) from scan") < count && steady_clock::now() < until) {
        }
        ASSERT_EQ(file.number("select count(*) from scan"), count);
    }
    // On its error output.
    void untilSaid(const std::string& words) {
        const auto said = [&] { return readFile(folder_ / "kiosk.err").find(words) != std::string::npos; };
        const auto until = steady_clock::now() + std::chrono::seconds(40);
        while (!said() && steady_clock::now() < until) {
        }
        ASSERT_TRUE(said()) << readFile(folder_ / "kiosk.err");
    }
    void close(Process& kiosk) {
        kiosk.signal(SIGTERM);
        EXPECT_EQ(kiosk.wait(), 0) << readFile(folder_ / "kiosk.err");
        EXPECT_NO_THROW(turnout({"verify", event_.string()}));
    }

    const TempDir folder_;
    const fs::path event_;
    const CsvTable tickets_;
    OneMonitor screen_;
};

TEST_F(AtTheDoor, BurstsOfAMillisecondAKeyAreAllRecordedOnceWhateverTheirEnding) {
    Process kiosk = open();
    const char* const endings[] = {"Return", "Tab", "KP_Enter"};
    constexpr std::size_t kGuests = 12;
    for (std::size_t i = 0; i < kGuests; ++i) scan(code(i), endings[i % 3]);
    const CsvTable table = logOf(kGuests);
    for (std::size_t i = 0; i < std::min(kGuests, table.rows.size()); ++i) {
        EXPECT_EQ(table.cell(i, "code"), code(i));
        EXPECT_EQ(table.cell(i, "verdict"), "admitted");
        EXPECT_EQ(table.cell(i, "source"), "scanner");
    }
    scan(code(20), "");  // silence is an ending too
    logOf(kGuests + 1);
    close(kiosk);
}

TEST_F(AtTheDoor, NothingAScannerTypesPressesAButtonOrLeavesTheDoor) {
    Process kiosk = open();
    const std::vector<std::string> harm{"F9 F10 quit :q!",       "%n%s%x%p {0}",     "##id###popup ImGui",
                                        "'; drop table scan;--", "../../etc/passwd", "=HYPERLINK(1)",
                                        "yes yes yes admit all"};
    for (const std::string& text : harm) scan(text);
    const CsvTable table = logOf(harm.size());
    for (std::size_t i = 0; i < std::min(harm.size(), table.rows.size()); ++i)
        EXPECT_EQ(table.cell(i, "verdict"), "not_a_ticket") << harm[i];
    key("F10");  // in the menu, where names are typed, a burst is still a scan
    scan(code(0));
    EXPECT_EQ(logOf(harm.size() + 1).cell(harm.size(), "volunteer"), "");
    close(kiosk);
}

TEST_F(AtTheDoor, HarmfulPicturesGetAVerdictAndNothingElse) {
    const std::vector<std::string> harm{std::string("\x01\x02\x1b[2J\x7f", 6) + "bell\a",
                                        "\xE2\x80\xAE"
                                        "drawkcab \xE2\x80\x8B\xEF\xBB\xBF",
                                        "%s%n%x##Search###",
                                        "'); delete from scan; --",
                                        std::string(1200, 'A'),
                                        aLongCode(3000),
                                        "\xFF\xFE\xC0\x80 not utf-8"};
    std::size_t rows = 0;
    for (const std::string& text : harm) {
        GreyFrame frame(1280, 960);
        show(frame, {.text = text, .x = 640, .y = 480, .module = text.size() > 500 ? 5.0 : 8.0});
        writePngFile(frame, folder_ / "harm.png");
        Process kiosk = start({"--camera", (folder_ / "harm.png").string(), "--exit-at-end"});
        kiosk.rest(std::chrono::minutes(2));
        EXPECT_EQ(kiosk.wait(), 0) << readFile(folder_ / "kiosk.err");
        const CsvTable table = logOf(++rows);
        EXPECT_EQ(table.cell(rows - 1, "verdict"), "not_a_ticket");
        EXPECT_EQ(table.cell(rows - 1, "source"), "camera");
        EXPECT_LE(table.cell(rows - 1, "code").size(), 64U) << "of a text that is no ticket only 64 bytes are kept";
    }
    EXPECT_NO_THROW(turnout({"verify", event_.string()}));
}

TEST_F(AtTheDoor, AGuestIsFoundByNameAndAdmittedAfterOneQuestion) {
    Process kiosk = open();
    key("F2");
    type("le gia khang");
    key("F9");          // the row
    keyOnceSeen("F9");  // yes, this person
    const CsvTable table = logOf(1);
    EXPECT_EQ(table.cell(0, "name"), "Le Gia Khang");
    EXPECT_EQ(table.cell(0, "source"), "search");
    EXPECT_EQ(table.cell(0, "verdict"), "admitted");
    close(kiosk);
}

TEST_F(AtTheDoor, NothingTypedIntoTheSearchDoesAnythingButSearch) {
    const auto guests = [&] { return RawSqlite(event_, true).number("select count(*) from attendee"); };
    const std::int64_t before = guests();
    Process kiosk = open();
    for (const char* text : {"%n%s {0}",                     // what a careless program would format
                             "##id###x",                     // ImGui's marks
                             "';drop table scan;--", "%_*",  // SQL and its wildcards
                             "\xE2\x80\xAE"
                             "ab\xE2\x80\x8B",  // right to left, and no width
                             "\x1b[2J"}) {      // a terminal's command
        key("F2");
        type(text);
        for (const char* press : {"BackSpace", "Tab", "Down", "F9", "Escape"}) key(press);
    }
    EXPECT_TRUE(log().rows.empty());
    EXPECT_EQ(guests(), before);
    key("F2");  // and the door goes on
    type("le gia khang");
    key("F9");
    keyOnceSeen("F9");
    EXPECT_EQ(logOf(1).cell(0, "name"), "Le Gia Khang");
    close(kiosk);
}

TEST_F(AtTheDoor, ANameIsOffTheHallsScreenWithinASecondOfBeingAskedTo) {
    // Guests whom the hall names: they agreed and were looked at. All of one country that somebody has come from
    // before, for the first of a country is welcomed by a scene over the names.
    const auto named =
        RawSqlite(event_, true)
            .rows(
                "select t.code, a.screen_name from attendee a join ticket t on t.attendee = a.id where a.on_screen and"
                " a.name_checked and t.revoked is null and a.note = '' and a.country = (select country from attendee"
                " where on_screen group by country order by count(*) desc, country limit 1) order by a.id limit 8");
    ASSERT_EQ(named.size(), 8U);
    turnout({"scan", event_.string(), named[0][0], "--door", "B"});
    const OneMonitor hallScreen;
    ProcessOptions options = hallScreen.options();
    options.environment["XDG_STATE_HOME"] = (folder_ / "state").string();
    options.errFile = folder_ / "display.err";
    Process hall({program("turnout-display"), event_.string(), "--state", "-", "--size", "960x540", "--clock", kClock},
                 options);
    ASSERT_TRUE(hall.line()) << readFile(folder_ / "display.err");  // it knows who came before, and replays nobody
    // Until a line of the display has the name, or has it no more.
    const auto untilNamed = [&](const std::string& name, bool wanted, std::chrono::milliseconds limit) {
        const auto until = steady_clock::now() + limit;
        while (steady_clock::now() < until) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - steady_clock::now());
            const auto line = hall.line(left);
            if (!line) return false;
            const auto names = nlohmann::json::parse(*line).at("names").get<std::vector<std::string>>();
            if ((std::find(names.begin(), names.end(), name) != names.end()) == wanted) return true;
        }
        return false;
    };
    Process kiosk = open();
    bool asked = false;
    for (std::size_t i = 1; i < named.size() && !asked; ++i) {
        const auto& code = named[i][0];
        scan(code);
        ASSERT_TRUE(untilNamed(named[i][1], true, std::chrono::seconds(40))) << readFile(folder_ / "display.err");
        // The card of an admission stays for 4 s: on a slow machine the press may come too late, and the next guest is
        // asked.
        x({"sleep", "0.7", "mousemove", "--sync", "778", "600", "click", "1"});  // the card wants to be seen first
        const bool gone = untilNamed(named[i][1], false, std::chrono::seconds(1));
        asked = RawSqlite(event_, true)
                    .number("select hidden from attendee where id = (select attendee from ticket where code = '" +
                            code + "')") != 0;
        if (asked) {
            EXPECT_TRUE(gone) << "still named a second later";
        }
    }
    EXPECT_TRUE(asked) << "the button was never met";
    hall.signal(SIGTERM);
    EXPECT_EQ(hall.wait(), 0);
    close(kiosk);
}

TEST_F(AtTheDoor, UndoByKeyAndClickIsANewRowAndTheNumbersFollow) {
    Process kiosk = open();
    scan(code(0));
    logOf(1);
    // The row is there before the answer is, and only an answer can be taken back: F8 until it is.
    for (int tries = 0; tries < 20 && log().rows.size() < 2; ++tries) {
        key("F8");
        x({"mousemove", "--sync", "320", "394", "click", "1"});  // "Wrong person", the first of four
    }
    const CsvTable table = logOf(2);
    EXPECT_EQ(table.cell(1, "verdict"), "undone");
    EXPECT_EQ(table.cell(1, "undoes"), table.cell(0, "scan_id"));
    EXPECT_EQ(turnoutJson({"report", event_.string(), "--json"}).at("arrived"), 0);
    close(kiosk);
}

TEST_F(AtTheDoor, AnExitDoorRecordsWhoLeavesAndWhoWasNeverIn) {
    turnout({"scan", event_.string(), code(0), "--door", "A"});
    Process kiosk = open({"--exit", "--camera", "none"});
    scan(code(0));
    scan(code(1));
    const CsvTable table = logOf(3);
    ASSERT_EQ(table.rows.size(), 3U);
    EXPECT_EQ(table.cell(1, "verdict"), "exited");
    EXPECT_EQ(table.cell(2, "verdict"), "not_inside");
    close(kiosk);
    EXPECT_EQ(turnoutJson({"report", event_.string(), "--json"}).at("inside"), 0);
}

TEST_F(AtTheDoor, ADoorThatIsAnExitIsOneWithoutBeingTold) {
    turnout({"scan", event_.string(), code(0), "--door", "A"});
    RawSqlite(event_).exec("insert into door(name, way) values('Out', 'exit')");
    Process kiosk = open({}, "Out");
    key("F4");  // no group comes in here: the scan that follows is answered at once
    scan(code(0));
    const CsvTable table = logOf(2);
    EXPECT_EQ(table.cell(1, "verdict"), "exited");
    EXPECT_EQ(table.cell(1, "direction"), "exit");
    close(kiosk);
}

TEST_F(AtTheDoor, ASignedTicketThatTheListDoesNotHaveIsLetInByOneKey) {
    setenv("XDG_DATA_HOME", (folder_ / "data").c_str(), 1);  // where the organiser's key stands
    const auto bring = [&](const fs::path& event, const std::string& name, const std::string& into) {
        writeFile(folder_ / "late.csv", "name,country,id\n" + name + ",Laos," + into + "\n");
        turnout({"import", event.string(), (folder_ / "late.csv").string()});
        turnout({"tickets", event.string(), "--out", (folder_ / into).string(), "--format", "png", "--signed"});
    };
    bring(event_, "First Late", "first");  // the event has a key from now on
    const fs::path office = folder_ / "office.turnout";
    turnout({"copy", event_.string(), office.string()});
    bring(office, "Second Late", "second");
    const CsvTable made = readCsv(readFile(folder_ / "second/tickets.csv"));
    fs::path ticket;
    for (std::size_t i = 0; i < made.rows.size(); ++i)
        if (made.cell(i, "name") == "Second Late") ticket = folder_ / "second" / made.cell(i, "file");
    ASSERT_FALSE(ticket.empty());
    Process kiosk = open({"--camera", ticket.string()});
    EXPECT_EQ(logOf(1).cell(0, "verdict"), "genuine_unlisted");
    for (int tries = 0; tries < 40 && log().rows.size() < 2; ++tries) key("F9");  // the row is there before the card is
    const CsvTable table = logOf(2);
    ASSERT_EQ(table.rows.size(), 2U);
    EXPECT_EQ(table.cell(1, "verdict"), "admitted");
    close(kiosk);
    turnout({"merge", office.string(), event_.string()});
    EXPECT_NE(turnout({"log", office.string(), "--csv", "-"}).find("Second Late"), std::string::npos)
        << "united with the office's list, the guest has a name";
}

TEST_F(AtTheDoor, AChangeOfShiftStandsInTheNextScan) {
    Process kiosk = open();
    key("F10");  // drawn for the first time, which is slow: from the next scan on keys come when they are typed
    scan(code(2));
    EXPECT_EQ(logOf(1).cell(0, "volunteer"), "");
    // A row is in the file a moment before its answer is on the screen, and an answer takes the keys from a page: whom
    // that happens to types the name again.
    std::string volunteer;
    for (std::size_t row = 1; row < 6 && volunteer.empty(); ++row) {
        key("F10");
        type("Amara");
        key("F9");
        scan(code(row + 2));
        volunteer = logOf(row + 1).cell(row, "volunteer");
    }
    EXPECT_EQ(volunteer, "Amara");
    close(kiosk);
}

TEST_F(AtTheDoor, ADoorWhoseCameraNeverComesGoesOnScanning) {
    Process kiosk = open({"--camera", "gst: videotestsrc num-buffers=5 ! identity error-after=2"});
    scan(code(5));
    EXPECT_EQ(logOf(1).cell(0, "verdict"), "admitted");
    close(kiosk);
}

TEST_F(AtTheDoor, RehearsalIsStartedAndEndedAtTheDoorAndCountsNothing) {
    turnout({"rehearse", event_.string(), "on"});
    Process kiosk = open();
    scan(code(0));
    scan(code(1));
    untilScans(2);
    turnout({"rehearse", event_.string(), "off"});
    scan(code(0));
    const CsvTable table = logOf(1);
    EXPECT_EQ(table.cell(0, "verdict"), "admitted");
    EXPECT_EQ(turnoutJson({"report", event_.string(), "--json"}).at("arrived"), 1);
    close(kiosk);
}

TEST_F(AtTheDoor, AFullScreenDoorWaitsForItsEventFile) {
    const fs::path away = folder_ / "away.turnout";
    fs::rename(event_, away);
    Process kiosk = open({"--fullscreen", "--camera", "none"});
    x({"search", "--sync", "--name", "^Turnout$"});
    untilSaid("There is no event file");
    writeFile(event_, "not an event");
    untilSaid("is not an event file");
    fs::rename(away, event_);
    x({"search", "--sync", "--name", "^Turnout .*A$"});
    scan(code(0));
    logOf(1);
    close(kiosk);
}

TEST_F(AtTheDoor, AFullScreenDoorThatWaitsEndsWhenItIsTold) {
    fs::rename(event_, folder_ / "away.turnout");
    Process kiosk = start({"--fullscreen", "--camera", "none"});
    x({"search", "--sync", "--name", "^Turnout$"});
    kiosk.signal(SIGTERM);
    EXPECT_EQ(kiosk.wait(), 0);
}

TEST_F(AtTheDoor, WhereNobodyLooksAtAWindowAMissingEventFileEndsItAtOnce) {
    fs::rename(event_, folder_ / "away.turnout");
    const std::string picture = (folder_ / "door.png").string();
    for (const std::vector<std::string>& more :
         {std::vector<std::string>{"--camera", "none"}, {"--fullscreen", "--screenshot", picture}}) {
        Process kiosk = start(more);
        EXPECT_EQ(kiosk.wait(), 1);
        EXPECT_NE(readFile(folder_ / "kiosk.err").find("There is no event file"), std::string::npos);
    }
}

}  // namespace
}  // namespace turnout::test
