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
    void onPeople(People people, const PageContext& context) override;
    bool onAnswer(const Answer& answer, const PageContext& context) override;
    bool onRefused(const ScanId& scan, const Error& error) override;
    PageWish onCounts(const PageContext& context) override;

  private:
    PageWish admit();
    void move(std::ptrdiff_t cells);
    bool canTick(std::size_t cell) const;
    std::vector<std::size_t> ticked() const;

    const Purpose purpose_;
    std::vector<AffiliationNumbers> universities_;
    std::optional<Names> university_;
    People people_;
    std::set<AttendeeId> ticks_;
    bool known_ = false;  // the list has come once: what is ticked since then is the volunteer's
    std::size_t first_ = 0, focused_ = 0;
    std::map<std::string, AttendeeId> waiting_;  // scans without an answer, and whose
    std::set<AttendeeId> admitted_;
    std::map<AttendeeId, Verdict> refused_;
    std::map<AttendeeId, Error> failed_;  // not recorded, and why
    bool sent_ = false;
};

}  // namespace turnout::kiosk
