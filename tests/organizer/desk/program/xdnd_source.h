// A file manager from which a file is dragged onto a window: the other half of the XDND protocol, version 5.
#pragma once

#include <filesystem>
#include <string>

namespace turnout::test {

// Lets the files go over the middle of the window with that name. Answers whether the window took them and said it was
// done; false also when there is no such window, when it wants no files, or after 20 s.
bool dropFiles(const std::string& display, const std::string& window, const std::string& uriList);

// "file:///tmp/%E5%90%8D.csv", as file managers write it.
std::string uriOf(const std::filesystem::path& file);

}  // namespace turnout::test
