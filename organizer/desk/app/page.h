// The pages of the desk, in the order of the navigation; the start page stands before them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace turnout::desk {

enum class PageId { start, guests, tickets, doors, programme, log, report };

inline constexpr std::array kPages{PageId::guests,    PageId::tickets, PageId::doors,
                                   PageId::programme, PageId::log,     PageId::report};

std::string_view nameOf(PageId page);                    // "guests": for --page
std::optional<PageId> pageNamed(std::string_view name);  // exactly as nameOf() writes it
std::string_view labelKey(PageId page);                  // of its line in the navigation and its title
std::string_view sentenceKey(PageId page);               // one sentence under the title: what happens here

}  // namespace turnout::desk
