// The log's hash chain: hash(row) = BLAKE2b-256(hash of the machine's row before it, every field of this row). The
// first row of a machine follows 32 zero bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace turnout::sqlite {

struct ScanRow {
    std::string scanId, machine;
    std::int64_t seq = 0, at = 0, door = 0;
    std::string direction, source;
    std::optional<std::string> ticket;
    std::string verdict;
    std::optional<std::string> undoes, overrides;
    bool rehearsal = false;
    std::optional<std::string> privateHash;
};

struct PrivatePart {   // what identifies a person: kept beside the chain, and gone when the event is closed
    std::string salt;  // 16 random bytes
    std::string raw;   // of a text that is no ticket: its first 64 bytes
    std::optional<std::string> rawSha256;  // and the SHA-256 of all of it
    std::string volunteer, reason;
};

inline constexpr std::size_t kHashBytes = 32;
inline constexpr std::size_t kRawKept = 64;

std::string chainHash(std::string_view previous, const ScanRow& row);
std::string privateHash(const PrivatePart& part);
std::string sha256(std::string_view bytes);
std::string randomBytes(std::size_t count);  // from the operating system
std::string hex(std::string_view bytes);

// Hashes any number of fields without ambiguity: each is preceded by its length.
class Digest {
  public:
    Digest();
    void add(std::string_view bytes);
    void add(std::int64_t number);
    void addNull();
    std::string finish();  // 32 bytes; once

  private:
    alignas(64) unsigned char state_[384];
};

}  // namespace turnout::sqlite
