#include "organizer/desk/app/page.h"

namespace turnout::desk {

std::string_view nameOf(PageId page) {
    switch (page) {
        case PageId::start: return "start";
        case PageId::guests: return "guests";
        case PageId::tickets: return "tickets";
        case PageId::doors: return "doors";
        case PageId::programme: return "programme";
        case PageId::log: return "log";
        case PageId::report: return "report";
    }
    return "start";
}

std::optional<PageId> pageNamed(std::string_view name) {
    if (name == nameOf(PageId::start)) return PageId::start;
    for (const PageId page : kPages)
        if (name == nameOf(page)) return page;
    return std::nullopt;
}

std::string_view labelKey(PageId page) {
    switch (page) {
        case PageId::start: return "desk.page.start";
        case PageId::guests: return "desk.page.guests";
        case PageId::tickets: return "desk.page.tickets";
        case PageId::doors: return "desk.page.doors";
        case PageId::programme: return "desk.page.programme";
        case PageId::log: return "desk.page.log";
        case PageId::report: return "desk.page.report";
    }
    return "desk.page.start";
}

std::string_view sentenceKey(PageId page) {
    switch (page) {
        case PageId::start: return "desk.page.start_does";
        case PageId::guests: return "desk.page.guests_does";
        case PageId::tickets: return "desk.page.tickets_does";
        case PageId::doors: return "desk.page.doors_does";
        case PageId::programme: return "desk.page.programme_does";
        case PageId::log: return "desk.page.log_does";
        case PageId::report: return "desk.page.report_does";
    }
    return "desk.page.start_does";
}

}  // namespace turnout::desk
