// What tells one event file from every other that may come to lie at the same path.
#pragma once

#include <string>

namespace turnout {

struct FileIdentity {
    std::string eventTag;
    std::string machine;  // made anew in every copy
    bool operator==(const FileIdentity&) const = default;
};

}  // namespace turnout
