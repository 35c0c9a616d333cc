#include "common/store/signing.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "common/store/sqlite/chain.h"

namespace turnout {
namespace {

namespace fs = std::filesystem;

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string fromHex(const std::string& text) {
    std::string bytes(text.size() / 2, '\0');
    std::size_t size = 0;
    if (sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                       &size, nullptr) != 0)
        return {};
    bytes.resize(size);
    return bytes;
}

fs::path keyFile(const fs::path& folder, const std::string& publicKeyHex) {
    return folder / (publicKeyHex.substr(0, 32) + ".key");
}

Error cannotKeep(const fs::path& file) {
    return makeError(Fault::readOnly, "store.key_not_kept", {{"file", file.string()}});
}

Status keep(const fs::path& file, std::string_view secret) {
    std::error_code failed;
    fs::create_directories(file.parent_path().parent_path(), failed);
    if (::mkdir(file.parent_path().c_str(), 0700) != 0 && !fs::is_directory(file.parent_path(), failed))
        return cannotKeep(file);
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return cannotKeep(file);
    const bool written = ::write(descriptor, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
                         ::fsync(descriptor) == 0;
    ::close(descriptor);
    if (written) return Done{};
    ::unlink(file.c_str());
    return cannotKeep(file);
}

}  // namespace

fs::path keyFolder() {
    const char* data = std::getenv("XDG_DATA_HOME");
    if (data != nullptr && *data == '/') return fs::path(data) / "turnout/keys";
    const char* home = std::getenv("HOME");
    return fs::path(home != nullptr && *home == '/' ? home : "/") / ".local/share/turnout/keys";
}

Result<TicketSigner> TicketSigner::of(EventStore& store, const fs::path& folder) {
    if (sodium_init() < 0) return makeError(Fault::device, "store.key_not_kept", {{"file", folder.string()}});
    const auto known = store.setting(kSigningKeySetting);
    if (!known) return known.error();
    if (*known) {
        std::ifstream in(keyFile(folder, **known), std::ios::binary);
        std::string secret{std::istreambuf_iterator<char>(in), {}};
        if (secret.size() != crypto_sign_SECRETKEYBYTES || sqlite::hex(secret.substr(32)) != **known)
            return makeError(Fault::notFound, "store.key_elsewhere", {{"file", keyFile(folder, **known).string()}});
        return TicketSigner(std::move(secret));
    }
    std::string secret(crypto_sign_SECRETKEYBYTES, '\0');
    std::array<unsigned char, crypto_sign_PUBLICKEYBYTES> open{};
    crypto_sign_keypair(open.data(), reinterpret_cast<unsigned char*>(secret.data()));
    const std::string hex = sqlite::hex({reinterpret_cast<const char*>(open.data()), open.size()});
    if (const Status kept = keep(keyFile(folder, hex), secret); !kept) return kept.error();
    if (const Status told = store.setSetting(kSigningKeySetting, hex); !told) return told.error();
    return TicketSigner(std::move(secret));
}

TicketSigner::~TicketSigner() {
    sodium_memzero(secret_.data(), secret_.size());
}

std::string TicketSigner::sign(const SignedTicket& ticket) const {
    const std::string part = signedPart(ticket);
    std::string signature(kSignatureBytes, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr, raw(part), part.size(),
                         raw(secret_));
    return signedText(part, signature);
}

bool isGenuine(const SignedRead& read, const std::string& publicKeyHex) {
    const std::string key = fromHex(publicKeyHex);
    return key.size() == crypto_sign_PUBLICKEYBYTES && sodium_init() >= 0 &&
           crypto_sign_verify_detached(raw(read.signature), raw(read.part), read.part.size(), raw(key)) == 0;
}

}  // namespace turnout
