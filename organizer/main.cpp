// The `turnout` command: organizer/commands says what it can do.
#include <iostream>

#include "organizer/commands/run.h"

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    return turnout::run(argc, argv, std::cin, std::cout, std::cerr);
}
