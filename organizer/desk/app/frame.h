// What stands around every page: the event's name, the pages with their counts, whether all is saved, the languages;
// below, what runs and what was said last; above all, a question that waits for its answer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "organizer/desk/app/session.h"

namespace turnout::desk {

struct NavItem {
    PageId page = PageId::guests;
    std::string label, count;  // count: empty = nothing to count
    bool here = false, enabled = true;
    bool operator==(const NavItem&) const = default;
};

enum class SavedState { nothingOpen, allSaved, saving, notSaved };

struct FrameScreen {
    std::string eventName, when;  // empty: no event is open
    bool demo = false;
    std::vector<NavItem> items;
    bool atStart = false;
    SavedState saved = SavedState::nothingOpen;
    std::string savedWords, file;
    Lang lang = Lang::en;
    std::string title, sentence;
    std::optional<Work::Now> work;
    std::optional<Toast> toast;
    std::optional<Question> question;
    std::optional<ChooserScreen> chooser;
    std::string zone;  // of the event: the dates of files are told in it
    bool operator==(const FrameScreen&) const = default;
};

FrameScreen frameScreen(const Session& session);

// "17 November 2023, 19:00" / "2023年11月17日 19:00", in the event's zone.
std::string dayAndTime(TimePoint at, const Zone& zone, Lang lang);
// "17 November 2023" / "2023年11月17日".
std::string dayOf(TimePoint at, const Zone& zone, Lang lang);
// 1,084
std::string grouped(std::int64_t number);

}  // namespace turnout::desk
