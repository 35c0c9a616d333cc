// Signed tickets (Ed25519, libsodium). The public key travels in the event file, so that any copy can tell a genuine
// ticket; the private key never does: it lies in the user's data folder, for that user alone.
#pragma once

#include <filesystem>
#include <string>

#include "common/base/result.h"
#include "common/domain/signed_ticket.h"
#include "common/store/event_store.h"

namespace turnout {

// $XDG_DATA_HOME/turnout/keys, else ~/.local/share/turnout/keys.
std::filesystem::path keyFolder();

class TicketSigner {
  public:
    // The event's key; made at the first call, 0700/0600 in `folder`, with the public half into the event.
    // Fault::notFound when the event has a key whose private half is not in this folder: tickets are signed where the
    // first ones were.
    static Result<TicketSigner> of(EventStore& store, const std::filesystem::path& folder = keyFolder());

    ~TicketSigner();
    TicketSigner(TicketSigner&&) = default;
    TicketSigner& operator=(TicketSigner&&) = default;

    std::string sign(const SignedTicket& ticket) const;  // the text of the symbol

  private:
    explicit TicketSigner(std::string secret) : secret_(std::move(secret)) {}
    std::string secret_;
};

inline constexpr const char* kSigningKeySetting = "signing_key";  // hex of the public key

// Whether the signature is the key's (hex, as the setting holds it).
bool isGenuine(const SignedRead& read, const std::string& publicKeyHex);

}  // namespace turnout
