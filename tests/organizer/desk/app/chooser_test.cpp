// Choosing a file without typing its path.
#include "organizer/desk/app/chooser.h"

#include <gtest/gtest.h>

#include "tests/organizer/desk/app/desk_stand.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

struct ChooserTest : testing::Test {
    DeskStand stand;
    Chooser& chooser = stand.session.chooser();
    fs::path here = stand.dir.path() / "desk";
    std::optional<fs::path> chosen;

    ChooserTest() {
        fs::create_directories(here / "Lists");
        fs::create_directories(here / ".hidden");
        for (const char* name : {"desk/list 10.csv", "desk/list 2.csv", "desk/notes.odt", "desk/Lists/嘉宾.CSV"})
            (void)stand.file(name, "Name\nAnna\n");
    }
    void open(ChooseKind kind, const fs::path& start, std::string name = {}) {
        chooser.open({kind, {}, {}, {".csv", ".xlsx"}, start, std::move(name)},
                     [this](const fs::path& file) { chosen = file; });
        stand.work.finish();
    }
    void settled(const std::function<void()>& act) {
        act();
        stand.work.finish();
    }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const ChooserEntry& entry : *chooser.screen()->entries) all.push_back(entry.name);
        return all;
    }
};

TEST_F(ChooserTest, ShowsFoldersFirstThenTheFilesThatCanBeReadByNameAndNumber) {
    open(ChooseKind::openFile, here);
    EXPECT_EQ(names(), (std::vector<std::string>{"Lists", "list 2.csv", "list 10.csv"}));
    chooser.sortBy(ChooseColumn::name);
    EXPECT_EQ(names(), (std::vector<std::string>{"Lists", "list 10.csv", "list 2.csv"}));
    chooser.showHidden(true);
    EXPECT_EQ(names().front(), "Lists");
    EXPECT_EQ(names()[1], ".hidden");
    EXPECT_EQ((*chooser.screen()->entries)[2].bytes, 10);
}

TEST_F(ChooserTest, LooksAtTheFileItStartsFrom) {
    open(ChooseKind::openFile, here / "list 10.csv");
    ASSERT_TRUE(chooser.screen()->selected);
    EXPECT_EQ(names()[*chooser.screen()->selected], "list 10.csv");
    EXPECT_TRUE(chooser.screen()->ready);
    chooser.accept();
    EXPECT_EQ(chosen, here / "list 10.csv");
    EXPECT_FALSE(chooser.screen());
}

TEST_F(ChooserTest, LeadsIntoFoldersAndBackUp) {
    open(ChooseKind::openFile, here);
    settled([&] { chooser.enter(0); });
    EXPECT_EQ(names(), std::vector<std::string>{"嘉宾.CSV"}) << "its ending is written in great letters";
    settled([&] { chooser.up(); });
    EXPECT_EQ(names()[chooser.screen()->selected.value()], "Lists") << "where one comes from";
    settled([&] { chooser.enter(0); });
    chooser.enter(0);
    EXPECT_EQ(chosen, here / "Lists" / "嘉宾.CSV");
    EXPECT_EQ(chooser.recent().front(), here / "Lists");
}

TEST_F(ChooserTest, FindsByLettersAndByPathAndSaysWhatIsNotThere) {
    open(ChooseKind::openFile, here);
    chooser.type("LIST 1");
    EXPECT_EQ(names(), std::vector<std::string>{"list 10.csv"});
    chooser.type("nothing like it");
    EXPECT_TRUE(names().empty());
    chooser.accept();
    EXPECT_EQ(chooser.screen()->trouble->key, "desk.choose.missing");
    settled([&] {
        chooser.type((here / "Lists").string());
        chooser.accept();
    });
    EXPECT_EQ(chooser.screen()->way.back(), here / "Lists");
    chooser.type(" \"" + (here / "list 2.csv").string() + "\" ");
    chooser.accept();
    EXPECT_EQ(chosen, here / "list 2.csv");
}

TEST_F(ChooserTest, NeverWritesOverAFileAndAddsTheEnding) {
    open(ChooseKind::saveFile, here, "list 2");
    chooser.accept();
    EXPECT_EQ(chooser.screen()->trouble->key, "desk.choose.exists");
    EXPECT_FALSE(chosen);
    chooser.type("list 3");
    chooser.accept();
    EXPECT_EQ(chosen, here / "list 3.csv");
    EXPECT_FALSE(fs::exists(*chosen)) << "whoever asked writes it";
}

TEST_F(ChooserTest, ChoosesTheFolderItShowsOrTheOneSelectedOrANewOne) {
    open(ChooseKind::folder, here);
    EXPECT_EQ(names(), std::vector<std::string>{"Lists"});
    EXPECT_EQ(chooser.screen()->into, "desk");
    chooser.select(0);
    EXPECT_EQ(chooser.screen()->into, "Lists");
    chooser.startFolder();
    chooser.typeFolder("..");
    chooser.makeFolder();
    EXPECT_EQ(chooser.screen()->trouble->key, "desk.choose.bad_name");
    settled([&] {
        chooser.typeFolder("门票");
        chooser.makeFolder();
    });
    EXPECT_EQ(chooser.screen()->into, "门票");
    chooser.accept();
    EXPECT_EQ(chosen, here / "门票");
    EXPECT_TRUE(fs::is_directory(*chosen));
}

TEST_F(ChooserTest, SaysWhenAFolderCannotBeReadAndTakesWhatIsDroppedOnIt) {
    open(ChooseKind::openFile, here);
    settled([&] { chooser.go(here / "gone"); });
    EXPECT_EQ(chooser.screen()->trouble->key, "desk.choose.unreadable");
    settled([&] { chooser.take(here / "Lists"); });
    EXPECT_EQ(chooser.screen()->way.back(), here / "Lists");
    chooser.take(here / "list 2.csv");
    EXPECT_EQ(chosen, here / "list 2.csv");
}

TEST_F(ChooserTest, OffersTheUsualPlacesAndStartsInDocumentsWhenTheOldPlaceIsGone) {
    stand.openDemo();
    open(ChooseKind::openFile, here / "long" / "gone" / "list.csv");
    EXPECT_EQ(chooser.screen()->way.back(), fs::canonical(documentsFolder()));
    EXPECT_EQ(chooser.screen()->places.front().kind, PlaceKind::event);
    EXPECT_EQ(chooser.screen()->places.back().kind, PlaceKind::computer);
    chooser.cancel();
    EXPECT_FALSE(chosen);
}

}  // namespace
}  // namespace turnout::desk
