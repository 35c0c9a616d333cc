// A display of our own: an Xvfb that chooses its number itself, so that tests beside each other do not meet.
#pragma once

#include <memory>
#include <string>

#include "tests/support/process.h"

namespace turnout::test {

class VirtualDisplay {
  public:
    // Starts it and points DISPLAY of this process there. Throws std::runtime_error when Xvfb does not start.
    explicit VirtualDisplay(int width = 1920, int height = 1080);
    ~VirtualDisplay();

    const std::string& name() const { return name_; }  // ":7"

    // One for the whole test program, made at the first call, of that size.
    static VirtualDisplay& shared(int width = 1920, int height = 1080);

  private:
    std::unique_ptr<Process> server_;
    std::string name_, before_;
};

}  // namespace turnout::test
