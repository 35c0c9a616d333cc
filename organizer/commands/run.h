// The `turnout` command as a function: what main() calls, and tests with streams of their own.
#pragma once

#include <iosfwd>

namespace turnout {

// Exit code: 0 done, 1 could not, 2 wrong usage. Answers go to `out`, everything else to `err` as plain sentences.
int run(int argc, const char* const* argv, std::istream& in, std::ostream& out, std::ostream& err);

}  // namespace turnout
