#include "kiosk/app/event_browser.h"

#include <algorithm>
#include <utility>

#include "common/base/file_names.h"
#include "common/base/utf8.h"
#include "kiosk/app/event_shelf.h"

namespace turnout::kiosk {

namespace fs = std::filesystem;

namespace {

// What is typed: a folder, and how a name in it begins.
struct TypedPath {
    fs::path folder;
    std::string begun;
};

TypedPath typedPath(const std::string& text) {
    const auto slash = text.rfind('/');
    if (slash == std::string::npos) return {".", text};
    return {text.substr(0, slash + 1), text.substr(slash + 1)};
}

bool begins(const fs::path& path, const std::string& with) {
    return inSmallLetters(path.filename().string()).starts_with(inSmallLetters(with));
}

}  // namespace

FolderListing entriesOf(const fs::path& folder) {
    FolderListing found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        const bool isFolder = at->is_directory(ignored);
        if (isFolder ? !at->path().filename().string().starts_with('.') : isEventFile(*at))
            found.entries.push_back({at->path(), isFolder});
    }
    // A path that is being typed names many a folder that is not there.
    found.readable = !error || error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
    std::sort(found.entries.begin(), found.entries.end(), [](const FolderEntry& a, const FolderEntry& b) {
        return a.folder != b.folder ? a.folder : namedBefore(a.path.filename().string(), b.path.filename().string());
    });
    return found;
}

void EventBrowser::enter(const fs::path& folder) {
    std::string path = folder.string();
    if (!path.ends_with('/')) path += '/';
    typed_.set(std::move(path));
    folder_.clear();
    look();
}

void EventBrowser::type(char32_t character) {
    const bool anew = character == U'/' && typed_.text().ends_with('/');  // a whole path is typed over this one
    if (std::exchange(allSelected_, false) || anew) typed_.clear();
    typed_.add(character);
    look();
}

void EventBrowser::backspace() {
    if (std::exchange(allSelected_, false))
        typed_.clear();
    else
        typed_.backspace();
    look();
}

void EventBrowser::paste(const std::string& text) {
    std::string path = text.substr(0, text.find_first_of("\r\n"));
    if (constexpr std::string_view kFile = "file://"; path.starts_with(kFile)) path.erase(0, kFile.size());
    if (path.size() > kLongestTyped) return;
    typed_.set(std::move(path));
    look();
}

void EventBrowser::removeTyped(std::size_t characters) {
    typed_.removeLast(characters);
    look();
}

void EventBrowser::move(int by) {
    if (entries_.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(entries_.size()) - 1;
    selected_ =
        static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(selected_) + by, 0, last));
}

std::optional<fs::path> EventBrowser::open(std::size_t which) {
    if (which >= entries_.size()) return {};
    const FolderEntry chosen = entries_[which];
    if (!chosen.folder) return chosen.path;
    enter(chosen.path);
    return {};
}

std::optional<fs::path> EventBrowser::wanted() const {
    return reading() && !folder_.empty() ? std::optional(folder_) : std::nullopt;
}

void EventBrowser::onRead(const fs::path& folder, FolderListing listing) {
    if (wanted() != folder) return;
    listing_ = std::move(listing);
    arrange();
}

std::optional<std::size_t> EventBrowser::selected() const {
    return reading() || entries_.empty() ? std::nullopt : std::optional(selected_);
}

void EventBrowser::look() {
    allSelected_ = false;
    const fs::path folder = typedPath(typed_.text()).folder;
    if (folder != folder_) {
        folder_ = folder;
        listing_.reset();
    }
    arrange();
}

void EventBrowser::arrange() {
    const std::string begun = typedPath(typed_.text()).begun;
    entries_.clear();
    firstIsAbove_ = begun.empty() && folder_.is_absolute() && folder_ != folder_.root_path();
    if (firstIsAbove_)
        entries_.push_back(
            {folder_.has_filename() ? folder_.parent_path() : folder_.parent_path().parent_path(), true});
    if (listing_)
        for (const FolderEntry& entry : listing_->entries)
            if (begins(entry.path, begun)) entries_.push_back(entry);
    // What is looked for is a file; the way up is chosen by hand.
    const auto first = std::find_if(entries_.begin(), entries_.end(), [](const FolderEntry& e) { return !e.folder; });
    selected_ = first != entries_.end() ? static_cast<std::size_t>(first - entries_.begin()) : 0;
}

}  // namespace turnout::kiosk
