// turnout show EVENT PERSON: what the file holds about one person, to be told to them.
#include <memory>
#include <ostream>
#include <string>

#include "common/store/closing.h"
#include "common/store/event_reader.h"
#include "organizer/commands/command.h"

namespace turnout::commands {
namespace {

struct Options {
    std::string event, person;
};

// The words of columns and of the log are never translated, as in a table or in JSON.
class Telling {
  public:
    Telling(Io& io, const Zone& zone) : io_(io), zone_(zone) {}

    void tell(const HeldPerson& person) {
        for (const auto& [column, text] : person.fields) line("", column, text);
        line("", "on_screen", person.onScreen ? "yes" : "no");
        line("", "name_checked", person.nameChecked ? "yes" : "no");
        if (person.hidden) line("", "hidden", "yes");
        if (person.walkIn) line("", "walk_in", "yes");
        line("", "added", zone_.iso(person.added));
        line("", "changed", zone_.iso(person.changed));
        if (person.cancelled) line("", "cancelled", zone_.iso(*person.cancelled));
        for (const HeldTicket& ticket : person.tickets) tell(ticket);
        line("", "scans", std::to_string(person.scans.size()));
        for (const HeldScan& scan : person.scans) tell(scan);
    }

  private:
    void tell(const HeldTicket& ticket) {
        line("", "ticket", ticket.code);
        line("  ", "issued", zone_.iso(ticket.issued));
        if (ticket.revoked) line("  ", "revoked", zone_.iso(*ticket.revoked));
        line("  ", "reason", ticket.reason);
    }
    void tell(const HeldScan& scan) {
        io_.out << "  " << zone_.iso(scan.at) << "  " << cleanForScreen(scan.door) << "  " << scan.direction << "  "
                << scan.verdict << '\n';
        line("    ", "source", scan.source);
        if (scan.rehearsal) line("    ", "rehearsal", "yes");
        line("    ", "volunteer", scan.volunteer);
        line("    ", "reason", scan.reason);
        for (const HeldRemark& remark : scan.remarks)
            line("    ", "remark",
                 zone_.iso(remark.at) + " " + remark.kind + (remark.volunteer.empty() ? "" : " " + remark.volunteer));
    }
    // Nothing when nothing is held.
    void line(const char* indent, const std::string& name, const std::string& text) {
        if (!text.empty()) io_.out << indent << name << ": " << cleanForScreen(text) << '\n';
    }

    Io& io_;
    const Zone& zone_;
};

int runShow(const Options& options, Io& io) {
    const auto people = heldAbout(options.event, options.person);
    if (!people) return fail(io, people.error());
    auto reader = EventReader::open(options.event);
    if (!reader) return fail(io, reader.error());
    const auto plan = reader->event();
    if (!plan) return fail(io, plan.error());
    Telling telling(io, plan->zone);
    for (const HeldPerson& person : *people) {
        telling.tell(person);
        if (&person != &people->back()) io.out << '\n';
    }
    return kDone;
}

}  // namespace

void addShow(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    CLI::App* verb = line.add("show", [options](Io& io) { return runShow(*options, io); });
    line.event(verb, options->event);
    verb->add_option("PERSON", options->person, line.text("help.person"))->required();
}

}  // namespace turnout::commands
