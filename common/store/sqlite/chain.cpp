#include "common/store/sqlite/chain.h"

#include <sodium.h>

#include <array>
#include <cassert>

namespace turnout::sqlite {
namespace {

static_assert(sizeof(crypto_generichash_state) <= 384);

crypto_generichash_state* stateOf(unsigned char* bytes) {
    return reinterpret_cast<crypto_generichash_state*>(bytes);
}

void addOptional(Digest& digest, const std::optional<std::string>& text) {
    if (text)
        digest.add(*text);
    else
        digest.addNull();
}

const unsigned char* unsignedBytes(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

void ensureSodium() {
    static const int ready = sodium_init();  // 0 the first time, 1 after; -1 only without any random source
    assert(ready >= 0);
    (void)ready;
}

}  // namespace

Digest::Digest() : state_{} {
    ensureSodium();
    crypto_generichash_init(stateOf(state_), nullptr, 0, kHashBytes);
}

void Digest::add(std::string_view bytes) {
    const std::uint64_t size = bytes.size();
    std::array<unsigned char, 8> length{};
    for (std::size_t i = 0; i < 8; ++i) length[i] = static_cast<unsigned char>(size >> (8 * i));
    crypto_generichash_update(stateOf(state_), length.data(), length.size());
    crypto_generichash_update(stateOf(state_), unsignedBytes(bytes), bytes.size());
}

void Digest::add(std::int64_t number) {
    add(std::string_view(std::to_string(number)));
}

void Digest::addNull() {
    constexpr std::array<unsigned char, 8> none{0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};
    crypto_generichash_update(stateOf(state_), none.data(), none.size());
}

std::string Digest::finish() {
    std::string out(kHashBytes, '\0');
    crypto_generichash_final(stateOf(state_), reinterpret_cast<unsigned char*>(out.data()), out.size());
    return out;
}

std::string chainHash(std::string_view previous, const ScanRow& row) {
    Digest digest;
    digest.add(previous);
    digest.add(row.scanId);
    digest.add(row.machine);
    digest.add(row.seq);
    digest.add(row.at);
    digest.add(row.door);
    digest.add(row.direction);
    digest.add(row.source);
    addOptional(digest, row.ticket);
    digest.add(row.verdict);
    addOptional(digest, row.undoes);
    addOptional(digest, row.overrides);
    digest.add(std::int64_t{row.rehearsal});
    addOptional(digest, row.privateHash);
    return digest.finish();
}

std::string privateHash(const PrivatePart& part) {
    Digest digest;
    digest.add(part.salt);
    digest.add(part.raw);
    addOptional(digest, part.rawSha256);
    digest.add(part.volunteer);
    digest.add(part.reason);
    return digest.finish();
}

std::string sha256(std::string_view bytes) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(reinterpret_cast<unsigned char*>(out.data()), unsignedBytes(bytes), bytes.size());
    return out;
}

std::string randomBytes(std::size_t count) {
    ensureSodium();
    std::string out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : bytes) {
        out += digits[static_cast<unsigned char>(c) >> 4];
        out += digits[static_cast<unsigned char>(c) & 15];
    }
    return out;
}

}  // namespace turnout::sqlite
