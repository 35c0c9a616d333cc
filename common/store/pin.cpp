#include "common/store/pin.h"

#include <sodium.h>

#include <array>

namespace turnout {

std::string pinHash(std::string_view pin) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const bool done =
        sodium_init() >= 0 && crypto_pwhash_str(hash.data(), pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                                                crypto_pwhash_MEMLIMIT_INTERACTIVE) == 0;
    return done ? std::string(hash.data()) : std::string();
}

bool pinMatches(const std::string& hash, std::string_view pin) {
    return hash.size() < crypto_pwhash_STRBYTES && sodium_init() >= 0 &&
           crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

}  // namespace turnout
