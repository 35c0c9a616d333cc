#include "common/base/large_pages.h"

#include <sys/mman.h>

#include <memory>

namespace turnout {

void useLargePages(void* begin, std::size_t size) {
    constexpr std::size_t kPage = std::size_t{2} << 20;
    if (std::align(kPage, kPage, begin, size) != nullptr) ::madvise(begin, size / kPage * kPage, MADV_HUGEPAGE);
}

}  // namespace turnout
