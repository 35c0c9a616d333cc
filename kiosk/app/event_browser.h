// Looks for an event file beyond the usual folders: by a path that is typed or pasted, or folder by folder. Names what
// it finds; reads no event. It reads no folder either: it says which one it wants read and is told what is in it, so a
// drive that does not answer holds up neither typing nor the way back.
#pragma once

#include <filesystem>
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

struct FolderListing {
    std::vector<FolderEntry> entries;
    bool readable = true;  // false: what is in it cannot be told, or not all of it
    bool operator==(const FolderListing&) const = default;
};

// Folders, then event files, each by name; no hidden ones. A folder that is not there holds none. Takes as long as the
// drive takes: not on the thread of the window.
FolderListing entriesOf(const std::filesystem::path& folder);

class EventBrowser {
  public:
    // In this folder, which is read again; what is typed is its path.
    void enter(const std::filesystem::path& folder);
    void type(char32_t character);
    void backspace();
    void paste(const std::string& text);  // in place of what is typed; a file's address will do
    void removeTyped(std::size_t characters);
    void move(int by);

    // The folder to be read; nothing once its answer has come, or before the first enter().
    std::optional<std::filesystem::path> wanted() const;
    // The answer. That of another folder than the one wanted is too late and changes nothing.
    void onRead(const std::filesystem::path& folder, FolderListing listing);
    bool reading() const { return !listing_; }
    bool readable() const { return reading() || listing_->readable; }

    // What is typed next stands in place of all that is typed now.
    void selectAll() { allSelected_ = !typed_.empty(); }
    bool allSelected() const { return allSelected_; }

    const std::string& typed() const { return typed_.text(); }
    bool begun() const { return !typed_.empty() && !typed_.text().ends_with('/'); }  // a name, in a folder
    // What begins with the last part of what is typed; the folder above first, when there is one. While the folder is
    // read: the folder above alone.
    const std::vector<FolderEntry>& entries() const { return entries_; }
    bool firstIsAbove() const { return firstIsAbove_; }
    // Nothing while the folder is read: a key pressed in haste does not lead up instead of opening what comes.
    std::optional<std::size_t> selected() const;
    // A file: it. A folder is entered.
    std::optional<std::filesystem::path> open(std::size_t which);

  private:
    void look();
    void arrange();

    TypedText typed_;
    std::filesystem::path folder_;
    std::optional<FolderListing> listing_;  // of `folder_`
    std::vector<FolderEntry> entries_;
    std::size_t selected_ = 0;
    bool firstIsAbove_ = false, allSelected_ = false;
};

}  // namespace turnout::kiosk
