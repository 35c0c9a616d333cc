// A registration list on its way into the event: what its columns mean, what a person must settle, what would change.
// Reads the file and compares it with the event; writes nothing until bringIn().
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/domain/event.h"
#include "common/roster/import_memory.h"
#include "common/roster/roster_file.h"
#include "common/store/event_store.h"

namespace turnout::desk {

struct CellAnswer {  // a cell that reads differently from now on
    std::int64_t line = 0;
    std::size_t column = 0;
    std::string text;
    bool operator==(const CellAnswer&) const = default;
};

// Everything a person has said about a list so far.
struct ListAnswers {
    std::filesystem::path file;
    std::string encoding;      // as TableOptions takes it; empty = found out
    HeaderMap map, countries;  // given here; earlier ones come from the event
    std::vector<CellAnswer> cells;
    std::set<std::int64_t> leftOut;  // lines
    // Two lines that look like one guest and are two people. Each gets an id of its own where the list gives it none
    // ("row 48"), by which the next list knows them apart.
    std::vector<std::pair<std::int64_t, std::int64_t>> both;
    std::string affiliation;  // of guests whose row names none
};

struct ReviewColumn {
    std::string header, sample;  // as the file writes them
    std::string field;           // one of mappableFields(); empty = not used
    std::string mapKey;          // what a HeaderMap names it by
    bool doubtful = false;
    bool operator==(const ReviewColumn&) const = default;
};

enum class AnswerKind { country, anyCountry, clearCell, shortenCell, type, leaveOut, keepThis, keepOther, keepBoth };

struct Answer {
    AnswerKind kind = AnswerKind::leaveOut;
    CountryCode country;  // of country
    bool operator==(const Answer&) const = default;
};

// One question; all rows spelled alike are answered together.
struct ListQuestion {
    std::vector<std::int64_t> lines;
    std::string guest;  // of the first line; empty = no name
    Text what, more;    // "Country “Korea”"; what to do about it, in the words of the command
    std::string found;  // the whole cell
    std::size_t column = 0;
    bool hasColumn = false;
    std::size_t limit = 0;   // shortenCell: characters
    std::int64_t other = 0;  // keepOther: its line
    std::vector<Answer> answers;
    bool operator==(const ListQuestion&) const = default;
};

struct ReviewNote {  // settled by a rule, or left out: why
    std::int64_t line = 0;
    std::string guest;
    Text why;
    bool operator==(const ReviewNote&) const = default;
};

struct ListReview {
    std::string fileName, form, preview;
    std::int64_t rows = 0;  // guests in the file, all of them
    std::vector<ReviewColumn> columns;
    std::optional<Error> trouble;  // the columns do not suffice; nothing below is known then
    std::vector<ListQuestion> questions;
    std::vector<ReviewNote> settled, leftOut;
    std::int64_t ready = 0, need = 0, unchanged = 0, added = 0, changed = 0, cancelled = 0, gone = 0;
    std::int64_t countries = 0, inGroup = 0, agreed = 0;  // of those that are ready
    std::vector<ListChange> changes;
    HeaderMap oldMap, oldCountries;  // the event's memory
    std::shared_ptr<const Roster> roster;
    std::vector<RosterProblem> problems;

    // Whether bringing it in writes anything about a guest; else only the answers given are remembered.
    // Who is gone from the list stays in the event.
    bool changesGuests() const { return added + changed + cancelled > 0; }
};

// An Error is about the file as a whole. `progress` may be empty; it answers false to stop, and then the review is
// Fault::busy with "desk.stopped".
using ReviewProgress = std::function<bool(double share)>;
Result<ListReview> reviewList(const ListAnswers& answers, EventStore& store, const EventPlan& plan, TimePoint now,
                              const ReviewProgress& progress);

// Writes what is ready, in one transaction, and remembers the answers for the next list. Names that the hall may show
// and nobody has looked at lose the tick that a list gives them: the organiser looks at each afterwards.
Result<MergeOutcome> bringIn(const ListAnswers& answers, EventStore& store, const EventPlan& plan, TimePoint now,
                             const ReviewProgress& progress);

}  // namespace turnout::desk
