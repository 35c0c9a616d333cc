#include "common/domain/verdict.h"

namespace turnout {

std::string_view word(Verdict verdict) {
    switch (verdict) {
        case Verdict::notATicket: return "not_a_ticket";
        case Verdict::mistyped: return "mistyped";
        case Verdict::otherEvent: return "other_event";
        case Verdict::unknown: return "unknown";
        case Verdict::genuineUnlisted: return "genuine_unlisted";
        case Verdict::exited: return "exited";
        case Verdict::notInside: return "not_inside";
        case Verdict::revoked: return "revoked";
        case Verdict::alreadyIn: return "already_in";
        case Verdict::notOpen: return "not_open";
        case Verdict::wrongDoor: return "wrong_door";
        case Verdict::noReEntry: return "no_re_entry";
        case Verdict::full: return "full";
        case Verdict::admitted: return "admitted";
        case Verdict::undone: return "undone";
        case Verdict::notRecorded: return "not_recorded";
    }
    return "";
}

std::optional<Verdict> verdictFromWord(std::string_view text) {
    for (const Verdict verdict : kVerdicts)
        if (word(verdict) == text) return verdict;
    return std::nullopt;
}

Tone toneOf(Verdict verdict) {
    switch (verdict) {
        case Verdict::admitted:
        case Verdict::exited: return Tone::green;
        case Verdict::genuineUnlisted:
        case Verdict::notInside:
        case Verdict::alreadyIn:
        case Verdict::notOpen:
        case Verdict::wrongDoor:
        case Verdict::noReEntry:
        case Verdict::full: return Tone::amber;
        case Verdict::notATicket:
        case Verdict::mistyped:
        case Verdict::otherEvent:
        case Verdict::unknown:
        case Verdict::revoked: return Tone::red;
        case Verdict::undone: return Tone::grey;
        case Verdict::notRecorded: return Tone::fault;
    }
    return Tone::fault;
}

bool isRefusal(Verdict verdict) {
    return verdict != Verdict::admitted && verdict != Verdict::exited && verdict != Verdict::undone &&
           verdict != Verdict::notRecorded;
}

std::string_view word(Direction direction) {
    return direction == Direction::entry ? "entry" : "exit";
}

std::string_view word(Source source) {
    switch (source) {
        case Source::camera: return "camera";
        case Source::scanner: return "scanner";
        case Source::typed: return "typed";
        case Source::search: return "search";
        case Source::group: return "group";
        case Source::walkIn: return "walk_in";
        case Source::paper: return "paper";
        case Source::command: return "command";
        case Source::hub: return "hub";
    }
    return "";
}

std::optional<Source> sourceFromWord(std::string_view text) {
    for (int i = 0; i <= static_cast<int>(Source::hub); ++i)
        if (word(static_cast<Source>(i)) == text) return static_cast<Source>(i);
    return std::nullopt;
}

}  // namespace turnout
