// The page "Guests": bring in a list (drop it, settle what is doubtful, bring it in), then the list itself.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/store/guest_index.h"
#include "common/store/list_undo.h"
#include "organizer/desk/app/list_review.h"
#include "organizer/desk/app/places.h"
#include "organizer/desk/app/session.h"

namespace turnout::desk {

enum class GuestsPart { bring, review, list };
enum class ReviewTab { need, settled, leftOut, changes };
enum class ListTab { all, forScreen, noTicket, notComing };
enum class GuestColumn { name, country, affiliation, seat, ticket, screen };

struct BringScreen {
    std::string path;         // typed
    std::string affiliation;  // for a list that does not say; empty = each row says
    std::vector<FoundFile> newest;
    bool hasList = false;  // there are guests to go back to
    bool operator==(const BringScreen&) const = default;
};

struct ReviewScreen {
    std::shared_ptr<const ListReview> review;
    std::string encoding;
    bool allColumns = false;
    ReviewTab tab = ReviewTab::need;
    std::optional<std::size_t> selected;
    std::string typed;                  // into the question that is answered by typing
    std::optional<std::size_t> typing;  // which
    bool busy = false;
    bool operator==(const ReviewScreen&) const = default;
};

struct ListScreen {
    std::shared_ptr<const std::vector<GuestRecord>> guests;
    std::shared_ptr<const std::vector<std::size_t>> shown;  // places in guests, as sorted and searched
    std::string search;
    ListTab tab = ListTab::all;
    GuestColumn sort = GuestColumn::name;
    bool sortDown = false;
    std::optional<std::size_t> selected;  // place in shown
    std::optional<GuestRecord> draft;     // of the selected guest, as typed
    bool changed = false;                 // the draft differs from the list
    std::size_t forScreen = 0, looked = 0, noTicket = 0, notComing = 0;
    bool operator==(const ListScreen&) const = default;
};

struct GuestsScreen {
    GuestsPart part = GuestsPart::bring;
    BringScreen bring;
    ReviewScreen review;
    ListScreen list;
    Lang lang = Lang::en;
    std::uint64_t event = 0;
    bool operator==(const GuestsScreen&) const = default;
};

class GuestsPage {
  public:
    explicit GuestsPage(Session& session);

    GuestsScreen screen() const;
    const EventPlan& plan() const;  // of the open event
    Session& session() { return session_; }
    void tick();
    void shown();
    void dropped(const std::vector<std::filesystem::path>& files);

    // --- bring in ---
    void typePath(std::string path) { screen_.bring.path = std::move(path); }
    void typeAffiliation(std::string name) { screen_.bring.affiliation = std::move(name); }
    void take(const std::filesystem::path& file);  // reads it and shows what it found
    void browse();                                 // looks for the list, and takes it
    void otherFile();
    void toList();
    void mapColumn(const ReviewColumn& column, const std::string& field);  // "ignore" = not used
    void chooseEncoding(const std::string& name);                          // empty = found out
    void showAllColumns(bool on) { screen_.review.allColumns = on; }
    void showTab(ReviewTab tab);
    void select(std::size_t question) { screen_.review.selected = question; }
    void answer(std::size_t question, const Answer& answer, const CountryCode& country = {});
    void type(std::string text) { screen_.review.typed = std::move(text); }
    void startTyping(std::size_t question);
    void typed();  // what was typed is the answer
    void stopTyping() { screen_.review.typing.reset(); }
    void saveProblems();
    void bringAllIn();  // those that are ready

    // --- the list ---
    void search(std::string text);
    void sortBy(GuestColumn column);
    void showTab(ListTab tab);
    void selectGuest(std::optional<std::size_t> row);
    void edit(GuestRecord draft);
    void dropEdit();
    void saveEdit();
    void look(std::size_t row, bool looked);  // the organiser's tick at a name
    void lookAtAll();                         // at every name that is shown
    void newTicket();
    void printTicket();

  private:
    void showPart(GuestsPart part);
    void review(bool first);
    void say(const Text& what, const ListAnswers& before);
    void loadList();
    void arrange();
    void take(std::shared_ptr<const std::vector<std::size_t>> shown);
    void setChecked(std::vector<AttendeeId> guests, bool checked, bool tell);
    const GuestRecord* selectedGuest() const;
    void lookFor(AttendeeId guest);
    void takeBack(const ListMemory& touched);

    Session& session_;
    GuestsScreen screen_;
    ListAnswers answers_;
    std::shared_ptr<const GuestIndex> index_;
    std::uint64_t event_ = 0, loaded_ = 0, reviews_ = 0, arrangements_ = 0;
    bool loading_ = false;
    std::shared_ptr<std::atomic<std::uint64_t>> newest_ =
        std::make_shared<std::atomic<std::uint64_t>>();  // of arrangements_
    std::optional<AttendeeId> wanted_;                   // to be selected when the list is there
};

}  // namespace turnout::desk
