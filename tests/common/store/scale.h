// Sanitizers make a process five to fifteen times slower: they get a smaller crowd, the release build the full one.
#pragma once

namespace turnout::test {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

constexpr int scaled(int full, int sanitized) {
    return kSanitized ? sanitized : full;
}

}  // namespace turnout::test
