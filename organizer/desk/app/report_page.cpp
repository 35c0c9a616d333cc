#include "organizer/desk/app/report_page.h"

#include <algorithm>
#include <fstream>

#include "common/report/people_pdf.h"
#include "common/report/placed_file.h"
#include "common/report/report_files.h"
#include "common/report/report_json.h"
#include "common/report/report_pages.h"
#include "common/report/report_pdf.h"
#include "common/report/report_tables.h"
#include "organizer/desk/app/frame.h"
#include "organizer/desk/app/placing.h"
#include "organizer/desk/app/printing.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr int kLeastWidth = 480, kMostWidth = 1600;  // pixels of a page

Status writeJson(const fs::path& file, const EventRecord& record) {
    return placeFile(file, [&](const fs::path& part) {
        std::ofstream out(part, std::ios::binary);
        out << reportJson(record.plan, record.totals, record.asOf, record.closed);
        return static_cast<bool>(out.flush());
    });
}

struct Destination {
    const char* what;
    const char* ending;
};

Destination destinationOf(ReportFile file) {
    switch (file) {
        case ReportFile::pdf: return {"report", ".pdf"};
        case ReportFile::xlsx: return {"report", ".xlsx"};
        case ReportFile::csv: return {"report-tables", ""};
        case ReportFile::json: return {"report", ".json"};
        case ReportFile::attendance: return {"attendance", ""};
        case ReportFile::absent: return {"did-not-come", ".xlsx"};
    }
    return {"report", ".pdf"};
}

Status write(ReportFile kind, const fs::path& file, const EventRecord& record, const ReportOptions& options,
             const RecordProgress& progress) {
    const Lang lang = options.first;
    switch (kind) {
        case ReportFile::pdf: return writeReportPdf(file, record, options);
        case ReportFile::xlsx: {
            auto tables = reportTables(record, lang);
            if (options.absent && !record.closed) tables.push_back(absentTable(record, lang));
            return writeWorkbook(file, tables, record.plan.zone, progress);
        }
        case ReportFile::csv: return writeReportTables(file, record, lang, CsvCells::safeForSpreadsheets);
        case ReportFile::json: return writeJson(file, record);
        case ReportFile::attendance: return writeAttendanceSheets(file, record, lang, progress);
        case ReportFile::absent: return writeAbsentList(file, record, lang, CsvCells::safeForSpreadsheets);
    }
    return Done{};
}

// It can be stopped before names are deleted (locking the file, verifying it); then it comes to its end.
constexpr std::int64_t kLastStepToStopAt = 2;
CloseProgress closingSteps(Work::Handle& handle) {
    return [&handle](std::int64_t step, std::int64_t steps) {
        const Text what{"desk.report.closing", {}};
        if (step <= kLastStepToStopAt)
            handle.step(step - 1, steps, what);
        else
            handle.progress(static_cast<double>(step - 1) / static_cast<double>(steps), what);
    };
}

}  // namespace

ReportOptions ReportPage::options() const {
    ReportOptions options = options_;
    options.bothLanguages = language_ == ReportLanguage::both;
    options.first = language_ == ReportLanguage::english   ? Lang::en
                    : language_ == ReportLanguage::chinese ? Lang::zh
                                                           : session_.lang();
    return options;
}

ReportScreen ReportPage::screen() const {
    ReportScreen screen;
    screen.loading = loading_;
    screen.unread = !loading_ && !record_;
    screen.preview = preview_;
    if (preview_ && !preview_->pages.empty()) screen.page = std::min(page_, preview_->pages.size() - 1);
    screen.options = options();
    screen.language = language_;
    screen.minutes = minutes_;
    screen.closed = session_.event() != nullptr && session_.event()->closed;
    screen.made = made_;
    screen.folder = session_.outFolder().string();
    screen.sentenceCopied = copied_;
    screen.closing = closing_;
    if (session_.event() != nullptr) {
        const EventPlan& plan = session_.event()->plan;
        const TimePoint until = plan.ends.value_or(plan.starts) + std::chrono::days(plan.retainDays);
        screen.closing.promised = dayOf(until, plan.zone, session_.lang());
        screen.closing.late = session_.clock().now() > until;
        screen.closing.name = session_.event()->path.filename().string();
    }
    screen.closing.mayClose = closing_.step == ClosingStep::asking && closing_.typed == screen.closing.name;
    return screen;
}

void ReportPage::shown() {
    if (!record_ && !loading_) version_ = 0;  // reading was stopped: read when the person comes back
    tick();
}

void ReportPage::tick() {
    if (session_.eventSerial() != event_) {
        event_ = session_.eventSerial();
        version_ = 0;
        record_.reset();
        preview_.reset();
        made_.clear();
        copied_ = false;
        closing_ = {};
    }
    if (session_.event() == nullptr || loading_) return;
    if (version_ != session_.version())
        read();
    else if (record_ && (langDrawn_ != session_.lang() || widthDrawn_ < width_ || again_))
        draw();
}

void ReportPage::pageWidth(int pixels) {
    width_ = std::clamp(pixels, kLeastWidth, kMostWidth);
}

void ReportPage::read() {
    loading_ = true;
    version_ = session_.version();
    session_.read<std::shared_ptr<const EventRecord>>(
        record_ ? std::nullopt : std::optional(Text{"desk.report.reading", {}}),
        [now = session_.clock().now(), slot = std::chrono::minutes(minutes_)](
            EventReader& reader, Work::Handle& handle) -> Result<std::shared_ptr<const EventRecord>> {
            auto record = readRecord(reader, now, [&](std::int64_t done, std::int64_t all) {
                handle.step(done, all, {"desk.report.reading", {}});
            });
            if (!record) return record.error();
            auto made = std::make_shared<EventRecord>(std::move(record).value());
            setSlot(*made, slot);
            return std::shared_ptr<const EventRecord>(std::move(made));
        },
        [this, serial = event_](Result<std::shared_ptr<const EventRecord>> done) {
            loading_ = false;
            if (serial != session_.eventSerial()) return;
            if (!done) return session_.trouble(done.error());
            record_ = std::move(done).value();
            draw();
        });
}

void ReportPage::draw() {
    if (!record_ || loading_) {
        again_ = true;
        return;
    }
    loading_ = true;
    again_ = false;
    langDrawn_ = session_.lang();
    widthDrawn_ = std::max(width_, kLeastWidth);
    session_.work().quietly([this, serial = event_, record = record_, options = options(), width = widthDrawn_,
                             minutes = minutes_](Work::Handle&) -> Work::Then {
        auto rounded = std::make_shared<EventRecord>(*record);
        setSlot(*rounded, std::chrono::minutes(minutes));
        auto made = std::make_shared<ReportPreview>();
        made->record = rounded;
        for (paint::Bitmap& page : reportPictures(*rounded, options, width))
            made->pages.push_back(std::make_shared<const paint::Bitmap>(std::move(page)));
        made->sentence = pressSentence(*rounded, options.first);
        return [this, serial, made] {
            loading_ = false;
            if (serial == session_.eventSerial()) preview_ = made;
            if (again_) draw();
        };
    });
}

void ReportPage::choose(const ReportOptions& options) {
    options_ = options;
    draw();
}

void ReportPage::language(ReportLanguage language) {
    language_ = language;
    copied_ = false;
    draw();
}

void ReportPage::round(int minutes) {
    minutes_ = minutes;
    draw();
}

void ReportPage::turnTo(std::size_t page) {
    page_ = page;
}

void ReportPage::save(ReportFile file) {
    if (session_.event() == nullptr) return;
    const Destination destination = destinationOf(file);
    const fs::path place =
        freePlace(session_.event()->path, session_.outFolder(), destination.what, destination.ending);
    const Text what{"desk.report.saving", {{"file", place.filename().string()}}};
    session_.read<Done>(
        what,
        [what, file, place, options = options(), now = session_.clock().now(), slot = std::chrono::minutes(minutes_)](
            EventReader& reader, Work::Handle& handle) -> Result<Done> {
            const auto step = [&](std::int64_t done, std::int64_t all) { handle.step(done, all, what); };
            auto record = readRecord(reader, now, step);
            if (!record) return record.error();
            setSlot(*record, slot);
            try {
                return write(file, place, *record, options, step);
            } catch (const Work::Stopped&) {
                std::error_code ignored;
                fs::remove_all(place, ignored);  // a folder with some of the lists; the name was free before
                throw;
            }
        },
        [this, place](Result<Done> done) {
            if (!done) return session_.trouble(done.error());
            made_ = place;
            session_.tell({"desk.report.saved",
                           {{"file", place.filename().string()}, {"folder", place.parent_path().filename().string()}}});
        });
}

void ReportPage::print() {
    if (session_.event() == nullptr) return;
    printFromEvent(session_, {"desk.report.printing", {}}, {session_.event()->plan.name.in(session_.lang())},
                   [options = options(), now = session_.clock().now(), slot = std::chrono::minutes(minutes_)](
                       EventReader& reader, const fs::path& file) -> Status {
                       auto record = readRecord(reader, now);
                       if (!record) return record.error();
                       setSlot(*record, slot);
                       return writeReportPdf(file, *record, options);
                   },
                   {"desk.report.printed", {}});
}

void ReportPage::openFolder() {
    session_.work().quietly([this, folder = session_.outFolder()](Work::Handle&) -> Work::Then {
        const bool opened = openForPerson(folder);
        return [this, folder, opened] {
            if (!opened) session_.tell({"desk.tickets.folder_is", {{"folder", folder.string()}}});
        };
    });
}

void ReportPage::askToClose() {
    if (session_.event() == nullptr || session_.event()->closed) return;
    session_.read<ClosePreview>(
        std::nullopt, [path = session_.event()->path](EventReader&, Work::Handle&) { return previewClose(path); },
        [this](Result<ClosePreview> done) {
            if (!done) return session_.trouble(done.error());
            closing_ = {};
            closing_.step = ClosingStep::asking;
            closing_.guests = done->guests;
            closing_.contacts = done->contacts;
            closing_.tickets = done->tickets;
            closing_.scans = done->scans;
        });
}

void ReportPage::keepOpen() {
    if (closing_.step != ClosingStep::working) closing_ = {};
}

void ReportPage::closeNow() {
    if (!screen().closing.mayClose) return;
    closing_.step = ClosingStep::working;
    using Left = std::vector<std::string>;
    session_.alone<Left>(
        Text{"desk.report.closing", {}},
        [now = session_.clock().now()](const fs::path& event, Work::Handle& handle) -> Result<Left> {
            if (const auto done = closeEvent(event, now, closingSteps(handle)); !done) return done.error();
            Left left;
            for (const fs::path& path : leftoversBeside(event)) left.push_back(path.filename().string());
            return left;
        },
        [this](Result<Left> done) {
            if (!done) {  // the session has told why; asked again, a close that has begun goes on
                closing_.step = ClosingStep::asking;
                return;
            }
            closing_.step = ClosingStep::done;
            closing_.leftovers = std::move(done).value();
            session_.tell({"desk.report.closed_now", {}});
        });
}

}  // namespace turnout::desk
