#include "kiosk/app/event_browser.h"

#include <algorithm>
#include <cctype>

namespace turnout::kiosk {

namespace fs = std::filesystem;

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

bool begins(const fs::path& path, const std::string& with) {
    return lower(path.filename().string()).starts_with(lower(with));
}

}  // namespace

std::vector<FolderEntry> entriesOf(const fs::path& folder) {
    std::vector<FolderEntry> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
         !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->path().filename().string().starts_with('.')) continue;
        const bool isFolder = at->is_directory(ignored);
        if (isFolder || (at->path().extension() == ".turnout" && at->is_regular_file(ignored)))
            found.push_back({at->path(), isFolder});
    }
    std::sort(found.begin(), found.end(), [](const FolderEntry& a, const FolderEntry& b) {
        return a.folder != b.folder ? a.folder : lower(a.path.filename().string()) < lower(b.path.filename().string());
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
    typed_.add(character);
    look();
}

void EventBrowser::backspace() {
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

void EventBrowser::look() {
    const std::string& text = typed_.text();
    const auto slash = text.rfind('/');
    const std::string begun = slash == std::string::npos ? text : text.substr(slash + 1);
    const fs::path folder = slash == std::string::npos ? fs::path(".") : fs::path(text.substr(0, slash + 1));
    if (folder != folder_) {
        folder_ = folder;
        all_ = look_(folder);
    }
    entries_.clear();
    const fs::path above = folder.has_filename() ? folder.parent_path() : folder.parent_path().parent_path();
    if (begun.empty() && folder.is_absolute() && folder != folder.root_path()) entries_.push_back({above, true});
    for (const FolderEntry& entry : all_)
        if (begins(entry.path, begun)) entries_.push_back(entry);
    // What is looked for is a file; the way up is chosen by hand.
    const auto first = std::find_if(entries_.begin(), entries_.end(), [](const FolderEntry& e) { return !e.folder; });
    selected_ = first != entries_.end() ? static_cast<std::size_t>(first - entries_.begin()) : 0;
}

}  // namespace turnout::kiosk
