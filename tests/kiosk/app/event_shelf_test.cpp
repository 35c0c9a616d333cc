#include "kiosk/app/event_shelf.h"

#include <gtest/gtest.h>

#include "tests/support/event_builder.h"

namespace turnout::kiosk {
namespace {

using turnout::test::AnEvent;

TEST(EventShelf, TellsNameDateGuestsAndDoorsOrWhyNot) {
    const AnEvent event(3);
    const ShelvedEvent good = shelved(event.path());
    EXPECT_TRUE(good.whole());
    EXPECT_EQ(good.guests, 3);
    const ShelvedEvent missing = shelved(event.dir() / "missing.turnout");
    ASSERT_TRUE(missing.trouble.has_value());
    EXPECT_EQ(missing.trouble->fault, Fault::notFound);
}

TEST(EventShelf, NamesAFileByItsPathWithoutLinks) {
    const AnEvent event(1);
    std::filesystem::create_symlink(event.path(), event.dir() / "link.turnout");
    EXPECT_EQ(shelved(event.dir() / "link.turnout").path, std::filesystem::canonical(event.path()));
}

TEST(EventShelf, FindsEventFilesAndNothingElse) {
    const AnEvent event(1);
    const auto folder = event.path().parent_path();
    turnout::test::writeFile(folder / "list.csv", "Name\n");
    turnout::test::writeFile(folder / "._gala.turnout", "beside it on a stick from another system");
    const auto found = eventFilesIn({folder, folder, folder / "not there"}, 5);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].filename(), event.path().filename());
}

}  // namespace
}  // namespace turnout::kiosk
