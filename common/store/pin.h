// The event's PIN: Argon2id, so that a copy of the event file does not tell it at once. It guards against slips; a
// thief is kept out by the encryption of the disk.
#pragma once

#include <string>
#include <string_view>

namespace turnout {

inline constexpr const char* kPinSetting = "pin";  // the event's setting that holds the hash

// About 0.1 s and 64 MB; a new salt each time. Empty when there is no memory for it.
std::string pinHash(std::string_view pin);
bool pinMatches(const std::string& hash, std::string_view pin);

}  // namespace turnout
