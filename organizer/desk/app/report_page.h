// The page "Report": what it will look like, what stands in it, where it goes; and, apart, closing the event.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/paint/bitmap.h"
#include "common/report/event_record.h"
#include "common/report/report_options.h"
#include "common/store/closing.h"
#include "organizer/desk/app/session.h"

namespace turnout::desk {

enum class ReportFile { pdf, xlsx, csv, json, attendance, absent };
enum class ReportLanguage { both, english, chinese };

struct ReportPreview {
    std::shared_ptr<const EventRecord> record;
    std::vector<std::shared_ptr<const paint::Bitmap>> pages;
    std::string sentence;  // for the press, in the report's first language
};

enum class ClosingStep { none, asking, working, done };

struct ClosingScreen {
    ClosingStep step = ClosingStep::none;
    std::string promised;                                           // the date names were promised to be gone by
    bool late = false;                                              // that date has passed
    std::int64_t guests = 0, contacts = 0, tickets = 0, scans = 0;  // what goes; what stays
    std::string typed, name;                                        // the file's name must be typed
    bool mayClose = false;
    std::vector<std::string> leftovers;  // beside the event, after closing
    bool operator==(const ClosingScreen&) const = default;
};

struct ReportScreen {
    bool loading = false;
    bool unread = false;                           // reading was stopped: there is nothing to draw
    std::shared_ptr<const ReportPreview> preview;  // none: not made yet
    std::size_t page = 0;                          // shown large
    ReportOptions options;
    ReportLanguage language = ReportLanguage::both;
    int minutes = 5;             // times are rounded to
    bool closed = false;         // names are gone
    std::filesystem::path made;  // the newest file or folder saved
    std::string folder;          // where the next one goes
    bool sentenceCopied = false;
    ClosingScreen closing;
    bool operator==(const ReportScreen&) const = default;
};

class ReportPage {
  public:
    explicit ReportPage(Session& session) : session_(session) {}

    ReportScreen screen() const;
    Session& session() { return session_; }
    void tick();
    void shown();
    // How wide a page is drawn, in device pixels; the view says so. Pages are drawn again when it grows.
    void pageWidth(int pixels);

    void choose(const ReportOptions& options);  // the sections; the language stays
    void language(ReportLanguage language);
    void round(int minutes);
    void turnTo(std::size_t page);
    void save(ReportFile file);  // into the folder for reports and lists, under a name that nothing has
    void print();                // the report as it is shown
    void openFolder();           // in the person's file manager
    void copied() { copied_ = true; }

    // --- closing the event ---
    void askToClose();
    void typeName(std::string typed) { closing_.typed = std::move(typed); }
    void keepOpen();
    void closeNow();  // only when the name was typed

  private:
    void read();
    void draw();
    ReportOptions options() const;

    Session& session_;
    std::uint64_t event_ = 0, version_ = 0;
    Lang langDrawn_ = Lang::en;
    std::size_t page_ = 0;
    int width_ = 0, widthDrawn_ = 0;
    bool loading_ = false, again_ = false, copied_ = false;
    ReportOptions options_;
    ReportLanguage language_ = ReportLanguage::both;
    int minutes_ = 5;
    std::shared_ptr<const EventRecord> record_;
    std::shared_ptr<const ReportPreview> preview_;
    std::filesystem::path made_;
    ClosingScreen closing_;
};

}  // namespace turnout::desk
