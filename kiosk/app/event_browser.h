// Looks for an event file beyond the usual folders: by a path that is typed or pasted, or folder by folder. Names what
// it finds; reads no event.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/app/typed_text.h"

namespace turnout::kiosk {

struct FolderEntry {
    std::filesystem::path path;
    bool folder = false;
    bool operator==(const FolderEntry&) const = default;
};

// Folders, then files ending in .turnout, each by name; no hidden ones. A folder that cannot be read holds none.
std::vector<FolderEntry> entriesOf(const std::filesystem::path& folder);

class EventBrowser {
  public:
    using Look = std::function<std::vector<FolderEntry>(const std::filesystem::path&)>;
    explicit EventBrowser(Look look = entriesOf) : look_(std::move(look)) {}

    // In this folder; what is typed is its path.
    void enter(const std::filesystem::path& folder);
    void type(char32_t character);
    void backspace();
    void paste(const std::string& text);  // in place of what is typed; a file's address will do
    void removeTyped(std::size_t characters);
    void move(int by);

    const std::string& typed() const { return typed_.text(); }
    // What begins with the last part of what is typed; the folder above first, when there is one.
    const std::vector<FolderEntry>& entries() const { return entries_; }
    std::size_t selected() const { return selected_; }
    // A file: it. A folder is entered.
    std::optional<std::filesystem::path> open(std::size_t which);

  private:
    void look();

    const Look look_;
    TypedText typed_;
    std::filesystem::path folder_;  // that `all_` is of
    std::vector<FolderEntry> all_, entries_;
    std::size_t selected_ = 0;
};

}  // namespace turnout::kiosk
