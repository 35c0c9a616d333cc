// What a scan can be answered with. The words are the same in SQL, JSON, code and tests.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace turnout {

enum class Verdict {
    notATicket,
    mistyped,
    otherEvent,
    unknown,
    genuineUnlisted,
    exited,
    notInside,
    revoked,
    alreadyIn,
    notOpen,
    wrongDoor,
    noReEntry,
    full,
    admitted,
    undone,
    notRecorded,  // the store could not commit; never stored
};

inline constexpr std::array kVerdicts{
    Verdict::notATicket, Verdict::mistyped,  Verdict::otherEvent, Verdict::unknown,   Verdict::genuineUnlisted,
    Verdict::exited,     Verdict::notInside, Verdict::revoked,    Verdict::alreadyIn, Verdict::notOpen,
    Verdict::wrongDoor,  Verdict::noReEntry, Verdict::full,       Verdict::admitted,  Verdict::undone,
    Verdict::notRecorded};

// One word for colour, sound and light.
enum class Tone { green, amber, red, grey, fault };

std::string_view word(Verdict verdict);  // "already_in"
std::optional<Verdict> verdictFromWord(std::string_view word);
Tone toneOf(Verdict verdict);
bool isRefusal(Verdict verdict);  // every stored verdict but admitted, exited, undone

enum class Direction { entry, exit };
std::string_view word(Direction direction);  // "entry", "exit"

enum class Source { camera, scanner, typed, search, group, walkIn, paper, command, hub };
std::string_view word(Source source);  // "camera" ... "walk_in" ...
std::optional<Source> sourceFromWord(std::string_view word);

}  // namespace turnout
