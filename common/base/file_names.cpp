#include "common/base/file_names.h"

#include <algorithm>

#include "common/base/utf8.h"

namespace turnout {
namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Takes the number that `name` begins with away: its figures without leading zeros.
std::string_view takeNumber(std::string_view& name) {
    const std::size_t end = std::min(name.find_first_not_of("0123456789"), name.size());
    std::string_view figures = name.substr(0, end);
    name.remove_prefix(end);
    figures.remove_prefix(std::min(figures.find_first_not_of('0'), figures.size()));
    return figures;
}

}  // namespace

bool namedBefore(std::string_view a, std::string_view b) {
    while (!a.empty() && !b.empty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const std::string_view first = takeNumber(a), second = takeNumber(b);
            if (first.size() != second.size()) return first.size() < second.size();
            if (first != second) return first < second;
            continue;
        }
        const auto first = static_cast<unsigned char>(inSmallLetters(a.front())),
                   second = static_cast<unsigned char>(inSmallLetters(b.front()));
        if (first != second) return first < second;
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    return a.size() < b.size();
}

}  // namespace turnout
