// A coach from one university: tick its list, admit all who are ticked in one act, each by their own row of the log.
// The same page takes the ticks of a paper list in afterwards.
#pragma once

#include <map>
#include <set>

#include "kiosk/app/door_page.h"

namespace turnout::kiosk {

class GroupPage final : public DoorPage {
  public:
    enum class Purpose { coach, paper };
    explicit GroupPage(Purpose purpose) : purpose_(purpose) {}

    bool findsPeople() const override { return true; }
    void fill(DoorScreen& screen, const PageContext& context) const override;
    PageWish begin(const PageContext& context) override;
    PageWish handle(const DoorPress& press, const PageContext& context) override;
    PageWish onCharacter(char32_t character, const PageContext& context) override;
    PageWish onBackspace(const PageContext& context) override;
    PageWish onEnter(const PageContext& context) override;
    PageWish removeTyped(std::size_t characters, const PageContext& context) override;
    void onPeople(People people, const PageContext& context) override;
    bool onAnswer(const Answer& answer, const PageContext& context) override;
    bool onRefused(const ScanId& scan, const Error& error) override;
    void onSeen() override { unseen_ = false; }
    std::optional<Act> actOf(const ScanId& scan) const override;
    std::optional<ScanId> act() const override { return act_; }
    void onTakenBack(AttendeeId guest) override;
    PageWish onCounts(const PageContext& context) override;
    bool mustAct() const override { return !toTell().empty(); }
    std::optional<Millis> staysUntouched() const override;
    bool holds(const PageContext&) const override { return isUnderWay(); }

  private:
    static constexpr std::size_t kCells = 24;  // on one page, column by column

    static std::ptrdiff_t cellsInAColumn(bool upright);
    PageWish admit();
    bool isUnderWay() const { return !waiting_.empty() || unseen_ || mustAct(); }
    PageWish askList() const;
    bool finds() const;
    void showAll(std::size_t row);
    void showFound();
    PageWish typeMore(char32_t character);
    void turn(std::size_t cell);
    PageWish handleUniversities(const DoorPress& press, const PageContext& context);
    std::optional<std::int64_t> tooMany(const PageContext& context) const;
    std::string whyShut(const PageContext& context) const;  // nobody of the list can be admitted; empty: they can
    void fillOutcome(GroupScreen& page, const PageContext& context) const;
    void fillCells(GroupScreen& page, const PageContext& context) const;
    void move(std::ptrdiff_t cells);
    bool canTick(std::size_t row) const;
    bool hasNamesake(const Guest& guest) const;
    std::string beside(std::size_t row) const;
    std::vector<const Guest*> toTell() const;
    ConfirmScreen notesScreen(const PageContext& context) const;
    std::vector<std::size_t> ticked() const;

    const Purpose purpose_;
    std::vector<AffiliationNumbers> universities_;
    std::optional<Names> university_;
    People people_;
    TypedText typed_;
    bool entered_ = false;  // and it ticked nobody
    bool keyboard_ = false, figures_ = false;
    std::vector<std::size_t> shown_;   // the rows of `people_` on the screen: all, or whom the typed text finds
    std::set<std::string> sameNames_;  // that several of them have, as far as a row shows them
    std::set<AttendeeId> elsewhere_;   // whom this door sends to another one
    std::set<AttendeeId> ticks_;
    bool known_ = false;                         // the list has come once: what is ticked since then is the volunteer's
    std::size_t first_ = 0, focused_ = 0;        // of `shown_`, or of the universities
    std::map<std::string, AttendeeId> waiting_;  // scans without an answer, and whose
    std::set<AttendeeId> admitted_;
    std::set<AttendeeId> told_;  // of those, who needs what has been seen
    std::map<AttendeeId, Verdict> refused_;
    std::map<AttendeeId, Error> failed_;  // not recorded, and why
    bool sent_ = false, asking_ = false;  // asking: are all of them really here?
    bool unseen_ = false;                 // an answer that has not been on the screen
    std::optional<ScanId> act_;           // the first scan: all presses on one page are one act
    std::string name_;                    // the university's, cleaned, in the door's language
    std::int64_t takenBack_ = 0;
};

}  // namespace turnout::kiosk
