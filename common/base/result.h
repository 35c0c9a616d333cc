// A value or the failure of the world that kept us from it. A refusal at the door is a value, never an Error; a bug of
// ours is an assert.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "common/base/text.h"

namespace turnout {

enum class Fault {
    wrongUsage,   // the words on the command line
    badInput,     // a file or value we were given cannot be understood
    notFound,     // no such file, door, ticket
    notOurs,      // a file that is not an event file; an empty file
    newerSchema,  // made by a newer Turnout
    unsafePlace,  // a network file system, or a place where a write would be lost
    inUse,        // exists already, or another program holds it
    busy,         // the gate or the file stayed taken for too long
    readOnly,     // the medium or the permissions forbid writing
    diskFull,
    diskError,       // an I/O error, a failed fsync: the outcome may be unknown
    corrupt,         // SQLite or the chain says so
    replaced,        // the file was renamed over or vanished while it was open
    device,          // camera, sound, serial port
    refusedByRules,  // e.g. nothing to undo, unknown ticket to revoke
};

// What went wrong and what to do next, in one sentence of assets/text.
struct Error {
    Fault fault = Fault::diskError;
    Text text;

    std::string sentence(Lang lang) const { return say(text, lang); }
};

inline Error makeError(Fault fault, std::string key, std::vector<std::pair<std::string, std::string>> args = {}) {
    return {fault, {std::move(key), std::move(args)}};
}

template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return state_.index() == 0; }
    explicit operator bool() const { return ok(); }
    T& value() & {
        assert(ok());
        return std::get<0>(state_);
    }
    const T& value() const& {
        assert(ok());
        return std::get<0>(state_);
    }
    T&& value() && {
        assert(ok());
        return std::get<0>(std::move(state_));
    }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }
    const Error& error() const {
        assert(!ok());
        return std::get<1>(state_);
    }

  private:
    std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;

}  // namespace turnout
