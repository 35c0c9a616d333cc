#include "common/report/report_sheet.h"

namespace turnout::pen {

ReportSheet::ReportSheet(cairo_t* cairo, const EventRecord& record, const ReportOptions& options, int pages,
                         const std::function<void()>& next)
    : ReportPen(cairo, record.plan.zone.date(record.plan.starts)),
      record_(record),
      options_(options),
      lang_(options.first),
      other_(options.first == Lang::en ? Lang::zh : Lang::en),
      all_(pages),
      next_(next) {}

std::string ReportSheet::words(const std::string& key, Lang lang, Arguments args) const {
    return say(Text{"report." + key, std::move(args)}, lang);
}

std::string ReportSheet::second(const std::string& key, Arguments args) const {
    return options_.bothLanguages ? words(key, other_, std::move(args)) : std::string();
}

std::string ReportSheet::joined(const std::string& first, const std::string& second) {
    return second.empty() || first == second ? first : first + "  " + second;
}

std::string ReportSheet::both(const std::string& key, const Arguments& args) const {
    return joined(words(key, lang_, args), second(key, args));
}

std::string ReportSheet::secondName(const Names& names) const {
    return options_.bothLanguages ? cleanForScreen(names.in(other_)) : std::string();
}

std::string ReportSheet::bothNames(const Names& names) const {
    return joined(cleanForScreen(names.in(lang_)), secondName(names));
}

std::string ReportSheet::country(const CountryCode& code) const {
    if (!code.isCountry()) return both("no_country");
    return joined(countryName(code, lang_), options_.bothLanguages ? countryName(code, other_) : "");
}

void ReportSheet::begin() {
    ++page_;
    blank();
    fill(0, 0, kWidth, 7, kAccent);
    y_ = kMargin;
}

void ReportSheet::finish() {
    const EventPlan& plan = record_.plan;
    rule(kMargin, kHeight - 48, kWhole);
    const std::string made = plan.zone.date(record_.asOf) + " " + plan.zone.clockTime(record_.asOf);
    std::string foot = words("foot", lang_, {{"fingerprint", shortFingerprint(record_.fingerprint)}, {"time", made}});
    if (plan.demo) foot += " · " + both("demo");
    write(kMargin, kHeight - 33, foot, style(8.5F), kMuted, kWhole - 60);
    if (all_ > 0)
        write(kWidth - kMargin - 60, kHeight - 33, std::to_string(page_) + " / " + std::to_string(all_), style(8.5F),
              kMuted, 60, Align::right);
    next_();
}

void ReportSheet::turn() {
    finish();
    begin();
    write(kMargin, y_ + 8, bothNames(record_.plan.name), style(9), kMuted, kWhole);
    y_ += 24;
}

void ReportSheet::need(float height) {
    if (y_ + height > kBottom) turn();
}

float ReportSheet::room() const {
    return kBottom - y_;
}

void ReportSheet::heading(const std::string& text, float rows) {
    need(34 + rows);
    y_ += 14;
    write(kMargin, y_ + 12, text, style(12.5F, Weight::bold), kInk, kWhole);
    y_ += 24;
}

}  // namespace turnout::pen
