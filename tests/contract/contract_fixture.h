// An event file with doors A and B for the contract tests. At the end of every test the file must verify: whatever a
// test did, the derived rows are what the log says.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "common/domain/ticket_code.h"
#include "tests/support/event_builder.h"
#include "tests/support/raw_sqlite.h"

namespace turnout {

using namespace test;
using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::Pair;

class EventStoreContract : public testing::Test {
  protected:
    // `count` guests, each with a ticket; door A and door B.
    void open(int count, const EventPlan& plan = aPlan()) { open(guests(count), plan); }
    void open(const std::vector<RosterRow>& rows, const EventPlan& plan = aPlan()) {
        store_.reset();
        event_ = std::make_unique<AnEvent>(rows, plan);
        store_ = std::make_unique<EventStore>(event_->open());
        a_ = must(store_->doorNamed("A", evening()));
        b_ = must(store_->doorNamed("B", evening()));
    }
    void TearDown() override {
        if (!store_) return;
        store_.reset();
        EXPECT_EQ(findings(event_->path()), "");
    }
    const std::string& code(int guest) const { return event_->codes.at(static_cast<std::size_t>(guest - 1)); }
    Answer enter(const std::string& text, TimePoint when = evening()) {
        return must(store_->admit(aScan(a_, text, when)));
    }
    Answer enterB(const std::string& text, TimePoint when = evening()) {
        return must(store_->admit(aScan(b_, text, when)));
    }
    Answer leave(const std::string& text, TimePoint when = evening()) {
        return must(store_->admit(aScan(a_, text, when, Direction::exit)));
    }
    Totals totals() { return must(event_->read().totals()); }
    std::vector<LogRow> log() {
        std::vector<LogRow> rows;
        EventReader reader = event_->read();
        must(reader.log([&](const LogRow& row) { rows.push_back(row); }));
        return rows;
    }
    std::int64_t scansInFile() { return static_cast<std::int64_t>(log().size()); }

    std::unique_ptr<AnEvent> event_;
    std::unique_ptr<EventStore> store_;
    Door a_, b_;
};

inline std::string withOtherCheck(std::string code) {
    code.back() = code.back() == '0' ? '1' : '0';
    return code;
}

inline std::string someCodeOf(const std::string& tag) {
    return makeTicketCode(tag, {7, 1, 2, 3, 4, 5, 6, 7, 8, 9});
}

}  // namespace turnout
