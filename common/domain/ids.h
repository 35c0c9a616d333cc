// Distinct identifiers, so that one cannot be passed for another.
#pragma once

#include <cstdint>
#include <string>

namespace turnout {

template <class Tag>
struct RowId {
    std::int64_t value = 0;  // rowid in the event file; 0 = none
    bool operator==(const RowId&) const = default;
    auto operator<=>(const RowId&) const = default;
    explicit operator bool() const { return value != 0; }
};

using AttendeeId = RowId<struct AttendeeTag>;
using DoorId = RowId<struct DoorTag>;

// A nonce made by whoever scans (26 Crockford characters): the same id offered again gets the stored answer.
struct ScanId {
    std::string value;
    bool operator==(const ScanId&) const = default;
    explicit operator bool() const { return !value.empty(); }
};

}  // namespace turnout
