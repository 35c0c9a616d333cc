#include "kiosk/app/event_list.h"

#include <gtest/gtest.h>

namespace turnout::kiosk {
namespace {

using Paths = std::vector<std::filesystem::path>;

ShelvedEvent whole(const char* path) {
    ShelvedEvent event;
    event.path = path;
    return event;
}

ShelvedEvent broken(const char* path, Fault fault) {
    ShelvedEvent event = whole(path);
    event.trouble = makeError(fault, "store.not_found");
    return event;
}

Paths pathsOf(const EventList& list) {
    Paths paths;
    for (const ShelvedEvent& event : list.all()) paths.push_back(event.path);
    return paths;
}

TEST(EventList, ChoosesTheFirstThatCanBeOpenedAsFarAsIsKnown) {
    EventList list({unread("/a"), unread("/b"), unread("/c")});
    list.onRead("/b", whole("/b"));
    EXPECT_EQ(list.chosen()->path, "/a") << "it may yet be opened";
    list.onRead("/a", broken("/a", Fault::corrupt));
    EXPECT_EQ(list.chosen()->path, "/b");
    EXPECT_EQ(pathsOf(list), (Paths{"/b", "/c", "/a"})) << "what cannot be opened takes no place from what can";
    EXPECT_EQ(list.wanted(), Paths{"/c"});
}

TEST(EventList, WhatAPersonChoseStaysChosen) {
    EventList list({unread("/gone"), unread("/b"), unread("/c")});
    list.choose(2);
    list.onRead("/gone", broken("/gone", Fault::notFound));
    list.onRead("/b", whole("/b"));
    EXPECT_EQ(list.chosen()->path, "/c");
    list.onRead("/c", broken("/c", Fault::notFound));
    EXPECT_EQ(list.chosen()->path, "/c") << "and says why it cannot be opened";
    EXPECT_EQ(pathsOf(list), (Paths{"/b", "/c"}));
}

TEST(EventList, OneThatIsGoneIsLeftOut) {
    EventList list({unread("/gone")});
    list.onRead("/gone", broken("/gone", Fault::notFound));
    EXPECT_TRUE(list.all().empty());
    EXPECT_EQ(list.chosen(), nullptr);
}

TEST(EventList, TheSameFileByAnotherPathStandsThereOnce) {
    EventList list({unread("/link"), unread("/b"), whole("/a")});
    list.onRead("/link", whole("/a"));
    EXPECT_EQ(pathsOf(list), (Paths{"/a", "/b"}));
    list.add({"/other link"});
    list.onRead("/other link", whole("/a"));
    EXPECT_EQ(pathsOf(list), (Paths{"/a", "/b"}));
}

TEST(EventList, WhatAPersonChoseKeepsItsPlaceBesideTheSameFileByAnotherPath) {
    EventList list({unread("/link"), whole("/b"), whole("/a")});
    list.choose(2);
    list.onRead("/link", whole("/a"));
    EXPECT_EQ(pathsOf(list), (Paths{"/b", "/a"}));
    EXPECT_EQ(list.chosen()->path, "/a");
    list.open("/link");
    list.onRead("/link", whole("/a"));
    EXPECT_EQ(pathsOf(list), (Paths{"/a", "/b"}));
    EXPECT_EQ(list.chosen()->path, "/a");
}

TEST(EventList, AFileOpenedAgainIsReadAgainAndStandsFirst) {
    EventList list({whole("/a"), whole("/b")});
    list.open("/b");
    EXPECT_EQ(pathsOf(list), (Paths{"/b", "/a"}));
    EXPECT_EQ(list.wanted(), Paths{"/b"});
    EXPECT_EQ(list.chosen()->path, "/b");
}

TEST(EventList, FilesFoundGoBehindTheOthersOnce) {
    EventList list({whole("/a")});
    list.add({"/b", "/a"});
    EXPECT_EQ(pathsOf(list), (Paths{"/a", "/b"}));
    EXPECT_EQ(list.wanted(), Paths{"/b"});
}

TEST(EventList, AnAnswerNobodyWaitsForChangesNothing) {
    EventList list({whole("/a")});
    list.onRead("/a", broken("/a", Fault::corrupt));
    list.onRead("/never asked", whole("/never asked"));
    EXPECT_TRUE(list.all()[0].whole());
    EXPECT_EQ(list.all().size(), 1U);
}

}  // namespace
}  // namespace turnout::kiosk
