// A program named lp, first in PATH: keeps what it was handed, or refuses as one without a printer does.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/temp_dir.h"

namespace turnout::test {

class FakePrinter {
  public:
    explicit FakePrinter(bool works = true) : path_(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "") {
        write("lp", works ? "printf '%s\\n' \"$@\" >> '" + words().string() + "'\n" +
                                "for last; do :; done; cat \"$last\" >> '" + paper().string() + "'"
                          : "echo 'lp: Error - no default destination available.' >&2; exit 1");
        write("xdg-open", "printf '%s\\n' \"$1\" >> '" + opened().string() + "'");
        ::setenv("PATH", (dir_.path().string() + ":" + path_).c_str(), 1);
    }
    ~FakePrinter() { ::setenv("PATH", path_.c_str(), 1); }
    FakePrinter(const FakePrinter&) = delete;

    std::filesystem::path words() const { return dir_ / "words"; }    // its arguments, one a line
    std::filesystem::path paper() const { return dir_ / "paper"; }    // the bytes it was handed
    std::filesystem::path opened() const { return dir_ / "opened"; }  // what the person's program would show

  private:
    void write(const std::string& name, const std::string& script) {
        const auto file = dir_ / name;
        std::ofstream(file) << "#!/bin/sh\n" << script << "\n";
        std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    }

    TempDir dir_;
    std::string path_;
};

}  // namespace turnout::test
