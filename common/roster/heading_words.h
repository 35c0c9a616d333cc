// The words of a heading, and which field each phrase of assets/tables/headers.tsv means.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace turnout {

struct HeadingPlace {
    std::size_t field = 0, rank = 0;  // places in the table
};

struct HeadingTable {
    std::vector<std::string> fields;
    std::unordered_map<std::string, std::vector<HeadingPlace>> headings;
};

const HeadingTable& headingTable();  // headings by their headingKey()

// Small letters, compatibility forms ("（" as "("), old Chinese characters as new ones, signs as one space.
std::string foldedHeading(std::string_view heading);

// A heading without what tools add to it: "1、您的姓名（必填）" and "姓名:" are 姓名, "What is your Nationality? *" is
// nationality.
std::string headingKey(std::string_view heading);

}  // namespace turnout
