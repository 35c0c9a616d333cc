#include "organizer/desk/app/log_page.h"

#include <algorithm>

#include "common/domain/ticket_code.h"
#include "common/report/log_csv.h"
#include "organizer/desk/app/one_ticket.h"
#include "organizer/desk/app/placing.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

struct LogRead {
    std::shared_ptr<const LogIndex> log;
    std::shared_ptr<const std::vector<std::uint32_t>> shown;
    std::shared_ptr<const ArrivalBars> bars;
};

LogRead filtered(std::shared_ptr<const LogIndex> log, const LogAsk& ask) {
    LogRead made{std::move(log), nullptr, nullptr};
    made.shown = std::make_shared<const std::vector<std::uint32_t>>(made.log->find(ask));
    made.bars = std::make_shared<const ArrivalBars>(arrivalBars(*made.log, ask));
    return made;
}

// "3 s", "14 min", "2 h".
std::string lasting(Millis time, Lang lang) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    if (seconds < 60) return say(Text{"desk.log.seconds", {{"n", std::to_string(seconds)}}}, lang);
    if (seconds < 3600) return say(Text{"desk.log.minutes", {{"n", std::to_string(seconds / 60)}}}, lang);
    return say(Text{"desk.log.hours", {{"n", std::to_string(seconds / 3600)}}}, lang);
}

// The ticket as it is printed, its middle left out: enough to compare, too little to use.
std::string partOfCode(const std::string& code) {
    const std::string grouped = groupedCode(code);
    return grouped.size() > 16 ? grouped.substr(0, 9) + "  …  " + grouped.substr(grouped.size() - 4) : grouped;
}

}  // namespace

std::string_view answerKey(Verdict verdict) {
    switch (verdict) {
        case Verdict::notATicket: return "desk.log.answer.not_a_ticket";
        case Verdict::mistyped: return "desk.log.answer.mistyped";
        case Verdict::otherEvent: return "desk.log.answer.other_event";
        case Verdict::unknown: return "desk.log.answer.unknown";
        case Verdict::genuineUnlisted: return "desk.log.answer.genuine_unlisted";
        case Verdict::exited: return "desk.log.answer.exited";
        case Verdict::notInside: return "desk.log.answer.not_inside";
        case Verdict::revoked: return "desk.log.answer.revoked";
        case Verdict::alreadyIn: return "desk.log.answer.already_in";
        case Verdict::notOpen: return "desk.log.answer.not_open";
        case Verdict::wrongDoor: return "desk.log.answer.wrong_door";
        case Verdict::noReEntry: return "desk.log.answer.no_re_entry";
        case Verdict::full: return "desk.log.answer.full";
        case Verdict::admitted: return "desk.log.answer.admitted";
        case Verdict::undone: return "desk.log.answer.undone";
        case Verdict::notRecorded: return "desk.log.answer.not_recorded";
    }
    return "desk.log.answer.unknown";
}

LogScreen LogPage::screen() const {
    LogScreen screen;
    screen.loading = loading_;
    screen.log = log_;
    screen.shown = shown_;
    screen.bars = bars_;
    screen.ask = ask_;
    screen.row = row_;
    if (log_ && row_) {
        const std::uint32_t guest = log_->rows[*row_].guest;
        if (guest != LogIndex::kNobody) screen.guest = guest;
    }
    screen.person = person_;
    screen.closed = session_.event() != nullptr && session_.event()->closed;
    return screen;
}

void LogPage::shown() {
    if (!log_ && !loading_) version_ = 0;  // reading was stopped: read when the person comes back
    tick();
}

void LogPage::tick() {
    if (session_.eventSerial() != event_) {
        event_ = session_.eventSerial();
        version_ = 0;
        log_.reset();
        shown_.reset();
        bars_.reset();
        ask_ = {};
        lookAway();
    }
    if (session_.event() != nullptr && version_ != session_.version() && !loading_) read();
    if (person_ && personIn_ != session_.lang()) lookAtRow(*row_);
}

void LogPage::read() {
    loading_ = true;
    version_ = session_.version();
    session_.read<LogRead>(
        log_ ? std::nullopt : std::optional(Text{"desk.log.reading", {}}),
        [ask = ask_](EventReader& reader, Work::Handle& handle) -> Result<LogRead> {
            auto log = LogIndex::read(reader, [&] { return handle.cancelled(); });
            if (!log) return log.error();
            return filtered(std::move(log).value(), ask);
        },
        [this, serial = event_, ask = ask_](Result<LogRead> done) {
            loading_ = false;
            if (serial != session_.eventSerial()) return;
            if (!done) return session_.trouble(done.error());
            const bool first = log_ == nullptr;
            log_ = done->log;
            shown_ = done->shown;
            bars_ = done->bars;
            if (ask_ != ask) filter();
            if (row_ && *row_ >= log_->rows.size()) lookAway();
            if (first && !row_) look(0);  // the newest
            if (row_) lookAtRow(*row_);   // the evening may have gone on
        });
}

void LogPage::filter() {
    if (!log_) return;
    const LogRead made = filtered(log_, ask_);
    shown_ = made.shown;
    bars_ = made.bars;
}

void LogPage::ask(LogAsk ask) {
    if (ask == ask_) return;
    ask_ = std::move(ask);
    filter();
}

void LogPage::find(std::string words) {
    LogAsk next = ask_;
    next.words = std::move(words);
    ask(std::move(next));
}

void LogPage::door(std::optional<std::size_t> door) {
    LogAsk next = ask_;
    next.door = door;
    ask(std::move(next));
}

void LogPage::answers(LogAnswers answers) {
    LogAsk next = ask_;
    next.answers = answers;
    ask(std::move(next));
}

void LogPage::kinds(LogKinds kinds) {
    LogAsk next = ask_;
    next.kinds = kinds;
    ask(std::move(next));
}

void LogPage::between(std::optional<TimePoint> from, std::optional<TimePoint> to) {
    LogAsk next = ask_;
    next.from = from;
    next.to = to;
    ask(std::move(next));
}

void LogPage::sort(LogColumn column) {
    LogAsk next = ask_;
    next.down = next.sortBy == column ? !next.down : column == LogColumn::time;
    next.sortBy = column;
    ask(std::move(next));
}

void LogPage::everything() {
    LogAsk next;
    next.sortBy = ask_.sortBy;
    next.down = ask_.down;
    ask(std::move(next));
}

void LogPage::look(std::size_t shownRow) {
    if (shown_ && shownRow < shown_->size()) lookAtRow((*shown_)[shownRow]);
}

void LogPage::lookAtRow(std::uint32_t row) {
    if (!log_ || row >= log_->rows.size()) return;
    row_ = row;
    personIn_ = session_.lang();
    const std::uint32_t guest = log_->rows[row].guest;
    person_ = guest == LogIndex::kNobody ? std::nullopt : std::optional(personOf(guest, row));
}

void LogPage::lookAway() {
    row_.reset();
    person_.reset();
}

LogPerson LogPage::personOf(std::uint32_t at, std::uint32_t chosen) const {
    const Lang lang = session_.lang();
    const Guest& guest = log_->guests[at];
    LogPerson person;
    person.id = guest.id;
    person.name = guest.name.empty() ? session_.say("desk.log.nameless") : guest.name;
    if (guest.nativeName != guest.name) person.nativeName = guest.nativeName;
    person.code = guest.country;
    person.country = guest.country.isCountry() ? std::string(countryName(guest.country, lang)) : std::string();
    person.university = guest.affiliation.in(lang);
    person.category = guest.category.in(lang);
    person.onScreen = session_.say(guest.onScreen ? "desk.log.on_screen" : "desk.log.not_on_screen");
    std::optional<TimePoint> cameIn;
    bool left = false;
    for (const std::uint32_t i : log_->ofGuest(at)) {
        const LogIndex::Row& row = log_->rows[i];
        if (row.code != 0) person.ticket = partOfCode(log_->codes[row.code]);
        LogMoment moment;
        moment.row = i;
        moment.time = log_->plan.zone.clockTimeWithSeconds(row.at);
        moment.tone = row.undone ? Tone::grey : toneOf(row.verdict);
        moment.undone = row.undone;
        moment.word = session_.say(answerKey(row.verdict));
        const std::string& door = log_->doors[row.door];
        const char* key = row.verdict == Verdict::admitted && left ? "desk.log.by_back" : "desk.log.by";
        std::string later;
        if (row.verdict == Verdict::alreadyIn && cameIn) {
            key = "desk.log.at_later";
            later = lasting(row.at - *cameIn, lang);
        }
        moment.detail = say(Text{key, {{"door", cleanForScreen(door)}, {"time", later}}}, lang);
        if (row.verdict == Verdict::admitted && !row.undone) cameIn = row.at;
        if (row.verdict == Verdict::exited && !row.undone) left = true;
        moment.newest = i == chosen;
        person.moments.push_back(std::move(moment));
    }
    return person;
}

void LogPage::newTicket() {
    if (person_) askForNewTicket(session_, person_->id, person_->name);
}

void LogPage::printTicket() {
    if (person_) printOneTicket(session_, person_->id, person_->name);
}

void LogPage::edit() {
    if (person_) session_.goToGuest(person_->id);
}

void LogPage::save(LogFormat format) {
    if (!log_ || session_.event() == nullptr) return;
    LogFilter filter;
    filter.only.assign(std::max<std::size_t>(1, log_->rows.size()), false);
    for (const std::uint32_t row : *shown_) filter.only[row] = true;
    const fs::path file =
        freePlace(session_.event()->path, session_.outFolder(), "log", format == LogFormat::csv ? ".csv" : ".xlsx");
    const std::size_t count = shown_->size();
    session_.read<Done>(
        Text{"desk.log.saving", {}},
        [filter = std::move(filter), file, format, zone = log_->plan.zone, lang = session_.lang()](
            EventReader& reader, Work::Handle& handle) -> Result<Done> {
            const auto table = logTable(reader, filter, lang);
            if (!table) return table.error();
            const auto step = [&](std::int64_t done, std::int64_t all) {
                handle.step(done, all, {"desk.log.saving", {}});
            };
            return format == LogFormat::csv ? writeCsvTable(file, *table, zone, CsvCells::safeForSpreadsheets, step)
                                            : writeWorkbook(file, {*table}, zone, step);
        },
        [this, file, count](Result<Done> done) {
            if (!done) return session_.trouble(done.error());
            session_.tell({"desk.log.saved",
                           {{"n", std::to_string(count)},
                            {"folder", file.parent_path().filename().string()},
                            {"file", file.filename().string()}}});
        });
}

}  // namespace turnout::desk
