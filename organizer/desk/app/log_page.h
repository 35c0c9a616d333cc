// The page "Log": every scan of the event, filtered, sorted, as bars over time; and one person's whole evening.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "organizer/desk/app/log_index.h"
#include "organizer/desk/app/session.h"

namespace turnout::desk {

enum class LogFormat { csv, xlsx };

struct LogMoment {  // one scan in a person's evening
    std::uint32_t row = 0;
    std::string time, word, detail;
    Tone tone = Tone::green;
    bool newest = false, undone = false;
    bool operator==(const LogMoment&) const = default;
};

struct LogPerson {
    AttendeeId id;
    std::string name, nativeName, country, university, category, ticket, onScreen;
    CountryCode code;
    std::vector<LogMoment> moments;
    bool operator==(const LogPerson&) const = default;
};

struct LogScreen {
    bool loading = false;
    std::shared_ptr<const LogIndex> log;                      // none: not read yet
    std::shared_ptr<const std::vector<std::uint32_t>> shown;  // rows of it, in order
    std::shared_ptr<const ArrivalBars> bars;
    LogAsk ask;
    std::optional<std::uint32_t> row;  // the scan looked at; a row of the log
    std::optional<std::uint32_t> guest;
    std::optional<LogPerson> person;
    bool closed = false;  // names are gone: nothing can be done for a person
    bool operator==(const LogScreen&) const = default;
};

// The answer to a scan in one or two words, its detail in a person's evening.
std::string_view answerKey(Verdict verdict);

class LogPage {
  public:
    explicit LogPage(Session& session) : session_(session) {}

    LogScreen screen() const;
    Session& session() { return session_; }
    void tick();
    void shown();

    // --- what is shown ---
    void find(std::string words);
    void door(std::optional<std::size_t> door);
    void answers(LogAnswers answers);
    void kinds(LogKinds kinds);
    void between(std::optional<TimePoint> from, std::optional<TimePoint> to);
    void sort(LogColumn column);  // again: the other way round
    void everything();            // no filter

    // --- one scan ---
    void look(std::size_t shownRow);
    void lookAtRow(std::uint32_t row);  // of the log
    void lookAway();

    // --- the person looked at ---
    void newTicket();  // asks first
    void printTicket();
    void edit();  // on the page "Guests"

    // Writes what is shown, in the order written, into the folder for reports and lists; tells where.
    void save(LogFormat format);

  private:
    void ask(LogAsk ask);
    void read();
    void filter();
    LogPerson personOf(std::uint32_t guest, std::uint32_t row) const;

    Session& session_;
    std::uint64_t event_ = 0, version_ = 0;
    bool loading_ = false;
    std::shared_ptr<const LogIndex> log_;
    std::shared_ptr<const std::vector<std::uint32_t>> shown_;
    std::shared_ptr<const ArrivalBars> bars_;
    LogAsk ask_;
    std::optional<std::uint32_t> row_;
    std::optional<LogPerson> person_;
    Lang personIn_ = Lang::en;
};

}  // namespace turnout::desk
