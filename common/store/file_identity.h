// What tells one event file from every other that may come to lie at the same path, an older state of itself included.
#pragma once

#include <string>

namespace turnout {

struct FileIdentity {
    std::string eventTag;
    std::string machine;  // made anew in every copy of ours; cp and a file manager keep it
    // The newest scan of that machine which is known to be on disk (its id): a file without it is an older one, in
    // which guests who were let in are not. Empty: none. Not a hash: forgetting a guest hashes the log again.
    std::string lastScan;
};

}  // namespace turnout
