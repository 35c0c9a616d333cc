// One page after the other of the report: its frame, how headings stand, the words of both languages. For the inside of
// this folder.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "common/report/event_record.h"
#include "common/report/report_options.h"
#include "common/report/report_pen.h"

namespace turnout::pen {

class ReportSheet : protected ReportPen {
  public:
    // `pages`: the number to tell in "2 / 4", 0 while it is not known. `next` is called after each page. All must
    // outlive it.
    ReportSheet(cairo_t* cairo, const EventRecord& record, const ReportOptions& options, int pages,
                const std::function<void()>& next);

  protected:
    using Arguments = std::vector<std::pair<std::string, std::string>>;
    std::string words(const std::string& key, Lang lang, Arguments args = {}) const;
    std::string second(const std::string& key, Arguments args = {}) const;  // in the other language; empty with one
    std::string both(const std::string& key, const Arguments& args = {}) const;
    std::string secondName(const Names& names) const;
    std::string bothNames(const Names& names) const;
    std::string country(const CountryCode& code) const;
    static std::string joined(const std::string& first, const std::string& second);

    void begin();
    void finish();
    void turn();              // finish() and begin(), with the event's name above
    void need(float height);  // room for so much more, on this page or the next
    float room() const;       // what is left of this page
    // With room below for `rows`.
    void heading(const std::string& text, float rows = 60);

    const EventRecord& record_;
    const ReportOptions& options_;
    const Lang lang_, other_;
    float y_ = 0;
    int page_ = 0;

  private:
    int all_;
    const std::function<void()>& next_;
};

}  // namespace turnout::pen
