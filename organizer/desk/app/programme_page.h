// The page "Programme and screen": the acts, what the screen in the hall shows, groups of countries, and the rules of
// the doors. Each card is changed as a draft and saved as a whole; each saving can be taken back.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/store/planning.h"
#include "organizer/desk/app/session.h"

namespace turnout::desk {

enum class ProgrammeTab { acts, screen, groups, event };

struct ActDraft {
    Names part, name;
    std::string performers, starts;  // a clock time, may be empty
    bool operator==(const ActDraft&) const = default;
};

struct GroupDraft {
    std::string id;
    Names name;
    std::vector<CountryCode> members;
    bool operator==(const GroupDraft&) const = default;
};

struct RulesDraft {
    Names name, venue;
    std::string starts, ends, doorsOpen, doorsClose, capacity, retainDays;
    bool walkIns = false, reEntry = true, strictDoors = false, namesOnScreen = true;
    OverrideRule overrides = OverrideRule::anyone;
    bool operator==(const RulesDraft&) const = default;
};

// What turnout-display says of its texts and the farthest seat, for the event as it is saved.
struct HallVerdict {
    bool good = false;
    std::string summary;             // one sentence
    std::vector<std::string> small;  // texts that are too small, a sentence each
    bool operator==(const HallVerdict&) const = default;
};

struct ProgrammeScreen {
    ProgrammeTab tab = ProgrammeTab::acts;
    std::vector<ActDraft> acts;
    std::optional<std::size_t> act;  // chosen; acts.size(): a new one
    ActDraft actDraft;
    std::map<std::string, std::string> display;  // the draft of [display]
    std::optional<HallVerdict> verdict;          // none: the hall's size is not known, or it is being looked at
    std::vector<GroupDraft> groups;
    std::optional<std::size_t> group;
    GroupDraft groupDraft;
    std::string country;  // typed, to be added to the group
    std::vector<CountryCode> countriesFound;
    RulesDraft rules;
    bool changed = false;       // the draft of this tab differs from the file
    std::optional<Text> wrong;  // what cannot be read in it
    bool closed = false;
    bool operator==(const ProgrammeScreen&) const = default;
};

class ProgrammePage {
  public:
    explicit ProgrammePage(Session& session) : session_(session) {}

    ProgrammeScreen screen() const;
    Session& session() { return session_; }
    void tick();
    void shown() { tick(); }
    void dropped(const std::vector<std::filesystem::path>& files);  // a picture: the logo

    void show(ProgrammeTab tab);
    void drop();  // the draft, back to what the file says
    void save();

    // --- acts ---
    void selectAct(std::size_t act);
    void addAct();
    void draftAct(ActDraft draft);
    void moveAct(bool down);
    void removeAct();

    // --- the screen ---
    void set(const std::string& name, const std::string& value);
    void browseForPicture(const std::string& name);  // "logo" or "background"

    // --- groups ---
    void selectGroup(std::size_t group);
    void addGroup();
    void draftGroup(GroupDraft draft);
    void typeCountry(std::string typed);
    void toggleCountry(const CountryCode& country);
    void removeGroup();  // asks first

    // --- rules ---
    void draftRules(RulesDraft draft) { screen_.rules = std::move(draft); }

  private:
    void fill();
    void takePicture(const std::string& name, const std::filesystem::path& picture);
    void lookAtHall();
    std::optional<Act> actOf(const ActDraft& draft) const;
    ActDraft draftOf(const Act& act) const;
    std::optional<EventRules> rulesFrom(const RulesDraft& draft) const;
    RulesDraft draftOf(const EventRules& rules) const;
    void saveActs(std::vector<Act> acts, Text said);
    void saveGroups(std::vector<CountryGroup> groups, Text said);
    // Writes, says what was done, and offers to write `before` again.
    void keep(Text said, std::function<Status(const std::filesystem::path&)> write,
              std::function<Status(const std::filesystem::path&)> back);

    Session& session_;
    std::uint64_t event_ = 0, version_ = 0;
    bool saved_ = false;
    std::uint64_t looked_ = 0;  // version that the verdict is of
    Lang lookedIn_ = Lang::en;
    EventPlan plan_;
    ProgrammeScreen screen_;
};

}  // namespace turnout::desk
