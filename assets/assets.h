// The files under assets/text, assets/tables and assets/demo, carried inside the programs.
#pragma once

#include <string_view>
#include <vector>

namespace turnout::assets {

struct Asset {
    std::string_view path;   // below assets/, e.g. "tables/countries.tsv"
    std::string_view bytes;  // whole file; lives as long as the program
};

const std::vector<Asset>& all();

// The file at `path` below assets/. Asserts when there is none: a missing asset is a bug of the build.
std::string_view bytes(std::string_view path);

}  // namespace turnout::assets
