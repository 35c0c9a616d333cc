#include "organizer/desk/app/tickets_page.h"

#include <array>

#include "common/domain/ticket_code.h"
#include "organizer/desk/app/places.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kSamples = 4;
constexpr int kPreviewEdge = 1400;

// The paper a layout is made for.
std::string mediaOf(TicketLook look) {
    switch (look) {
        case TicketLook::label: return "Custom.89x36mm";
        case TicketLook::card: return "na_index-4x6_4x6in";
        case TicketLook::sheet:
        case TicketLook::page:
        case TicketLook::picture: break;
    }
    return "A4";
}

TicketLayout layoutOf(TicketLook look) {
    switch (look) {
        case TicketLook::page: return TicketLayout::page;
        case TicketLook::label: return TicketLayout::label;
        case TicketLook::card: return TicketLayout::card;
        case TicketLook::sheet:
        case TicketLook::picture: break;
    }
    return TicketLayout::sheet;
}

// A code nobody has: what is shown may be photographed.
std::string sampleCode() {
    return makeTicketCode("0000", std::array<std::uint8_t, 10>{});
}

}  // namespace

TicketsScreen TicketsPage::screen() const {
    TicketsScreen screen = screen_;
    screen.lang = session_.lang();
    if (const OpenEvent* event = session_.event()) {
        screen.guests = event->sizes.guests;
        screen.tickets = event->sizes.tickets;
        screen.without = event->sizes.withoutTicket;
    }
    return screen;
}

void TicketsPage::tick() {
    const OpenEvent* event = session_.event();
    if (event == nullptr) return;
    if (event_ != session_.eventSerial()) {
        event_ = session_.eventSerial();
        screen_ = {};
        screen_.folder = (event->path.parent_path() / "tickets").string();
        drawnFor_ = 0;
    }
    if (drawnFor_ != session_.version()) {
        drawnFor_ = session_.version();
        preview();
    }
}

void TicketsPage::choose(TicketLook look) {
    if (screen_.look == look) return;
    screen_.look = look;
    preview();
}

void TicketsPage::preview() {
    const std::uint64_t number = ++previews_;
    using Drawn = std::pair<std::shared_ptr<const paint::Bitmap>, std::string>;
    session_.read<Drawn>(
        std::nullopt,
        [look = screen_.look](EventReader& reader, Work::Handle&) -> Result<Drawn> {
            const auto plan = reader.event();
            if (!plan) return plan.error();
            std::vector<Ticket> tickets;
            if (const Status read = reader.guests([&](const Guest& guest) {
                    if (tickets.size() < kSamples) tickets.push_back({sampleCode(), guest, {}, {}, {}});
                });
                !read)
                return read.error();
            if (tickets.empty()) return Drawn{nullptr, {}};
            const std::string name = tickets.front().guest.name;
            if (look == TicketLook::picture) {
                TicketArt art(*plan);
                return Drawn{std::make_shared<const paint::Bitmap>(art.phone(tickets.front())), name};
            }
            return Drawn{
                std::make_shared<const paint::Bitmap>(ticketPage(*plan, tickets, layoutOf(look), kPreviewEdge)), name};
        },
        [this, number](Result<Drawn> drawn) {
            if (number != previews_) return;
            if (!drawn) return session_.trouble(drawn.error());
            screen_.preview = drawn->first;
            screen_.sample = drawn->second;
        });
}

void TicketsPage::save() {
    make(false);
}

void TicketsPage::print() {
    make(true);
}

void TicketsPage::make(bool print) {
    struct Made {
        TicketsMade tickets;
        std::size_t printed = 0;
        std::optional<Error> notPrinted;
    };
    TicketOrder order;
    order.folder = pathFrom(screen_.folder);
    order.layout = layoutOf(screen_.look);
    order.format = screen_.look == TicketLook::picture ? TicketFormat::png : TicketFormat::pdf;
    order.all = screen_.all || print;
    order.byAffiliation = screen_.byAffiliation;
    order.isSigned = screen_.isSigned;
    session_.write<Made>(
        {"desk.tickets.drawing", {}},
        [order, print, job = PrintJob{session_.event()->plan.name.in(session_.lang()), mediaOf(screen_.look)},
         now = session_.clock().now()](EventStore& store, Work::Handle& handle) -> Result<Made> {
            TicketOrder mine = order;
            mine.progress = [&handle](std::int64_t done, std::int64_t all) {
                handle.step(
                    done, all,
                    {"desk.tickets.drawing_of", {{"done", std::to_string(done)}, {"all", std::to_string(all)}}});
            };
            Made made;
            const auto began = fs::file_time_type::clock::now() - std::chrono::seconds(2);  // coarse clocks of drives
            auto tickets = makeTickets(store, mine, now);
            if (!tickets) return tickets.error();
            made.tickets = *tickets;
            if (!print) return made;
            std::error_code failed;
            for (const auto& entry : fs::recursive_directory_iterator(order.folder, failed)) {
                // Only what this run drew: other papers may lie there.
                std::error_code ignored;
                if (entry.path().extension() != ".pdf" || made.notPrinted || entry.last_write_time(ignored) < began)
                    continue;
                if (const Status sent = printFile(entry.path(), job); sent)
                    ++made.printed;
                else
                    made.notPrinted = sent.error();
            }
            return made;
        },
        [this, print, folder = order.folder](Result<Made> made) {
            if (!made) {
                if (made.error().text.key == "desk.stopped") session_.tell({"desk.stopped", {}});
                return;
            }
            screen_.done = folder.string();
            const std::vector<std::pair<std::string, std::string>> args{
                {"drawn", std::to_string(made->tickets.drawn)},
                {"issued", std::to_string(made->tickets.issued)},
                {"kept", std::to_string(made->tickets.kept)},
                {"folder", folder.string()}};
            if (made->notPrinted) {
                openForPerson(folder);
                return session_.tell({"desk.tickets.no_printer", args});
            }
            session_.tell({print                      ? "desk.tickets.printed"
                           : made->tickets.drawn == 0 ? "desk.tickets.nothing_new"
                                                      : "desk.tickets.saved",
                           args});
        });
}

void TicketsPage::browse() {
    session_.chooser().open({ChooseKind::folder, {"desk.choose.tickets", {}}, {}, {}, pathFrom(screen_.folder), {}},
                            [this](const fs::path& folder) { screen_.folder = folder.string(); });
}

void TicketsPage::openFolder() {
    const fs::path folder = screen_.done.empty() ? pathFrom(screen_.folder) : fs::path(screen_.done);
    session_.work().quietly([this, folder](Work::Handle&) -> Work::Then {
        const bool opened = openForPerson(folder);
        return [this, folder, opened] {
            if (!opened) session_.tell({"desk.tickets.folder_is", {{"folder", folder.string()}}});
        };
    });
}

}  // namespace turnout::desk
