#include "organizer/desk/app/chooser.h"

#include <algorithm>

#include "common/base/file_names.h"
#include "common/base/utf8.h"
#include "organizer/desk/app/doors_page.h"
#include "organizer/desk/app/places.h"

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kRecentKept = 4;

TimePoint timeOf(fs::file_time_type at) {
    return std::chrono::time_point_cast<Millis>(std::chrono::file_clock::to_sys(at));
}

bool wanted(const ChooserEntry& entry, const ChooserOrder& order, const ChooserScreen& screen) {
    if (!screen.hidden && entry.name.starts_with(".")) return false;
    if (!entry.folder) {
        if (order.kind == ChooseKind::folder) return false;
        const auto& endings = order.endings;
        if (!endings.empty() &&
            std::find(endings.begin(), endings.end(), inSmallLetters(entry.path.extension().string())) == endings.end())
            return false;
    }
    const bool finds = order.kind != ChooseKind::saveFile && screen.typed.find('/') == std::string::npos &&
                       !screen.typed.starts_with("~");
    return !finds || screen.typed.empty() ||
           inSmallLetters(entry.name).find(inSmallLetters(screen.typed)) != std::string::npos;
}

// Reads directories.
std::vector<ChooserPlace> placesNow(const fs::path& event, const std::vector<fs::path>& recent) {
    std::vector<ChooserPlace> places;
    if (!event.empty()) places.push_back({PlaceKind::event, event, {}});
    for (const auto& [kind, folder] : usualFolders()) places.push_back({kind, folder, {}});
    std::error_code failed;
    for (const fs::path& folder : recent) {
        const bool known =
            std::any_of(places.begin(), places.end(), [&](const auto& at) { return at.folder == folder; });
        if (!known && fs::is_directory(folder, failed))
            places.push_back({PlaceKind::recent, folder, cleanForScreen(folder.filename().string())});
    }
    for (const Drive& drive : drivesNow())
        places.push_back({PlaceKind::drive, drive.folder, cleanForScreen(drive.name)});
    places.push_back({PlaceKind::computer, "/", {}});
    return places;
}

}  // namespace

// What a directory holds, as the work thread found it.
struct Chooser::Listing {
    fs::path folder;
    std::vector<ChooserEntry> entries;
    std::vector<ChooserPlace> places;
    bool readable = true;
};

void Chooser::open(ChooserOrder order, Then then) {
    order_ = std::move(order);
    then_ = std::move(then);
    ChooserScreen fresh;
    fresh.kind = order_.kind;
    fresh.title = order_.title;
    fresh.action = order_.action;
    fresh.typed = order_.name;
    for (const std::string& ending : order_.endings) {
        std::string name = ending.substr(1);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        fresh.endings += (fresh.endings.empty() ? "" : ", ") + name;
    }
    screen_ = std::move(fresh);
    std::error_code failed;
    fs::path start = order_.start;
    if (!start.empty() && !fs::is_directory(start, failed)) {
        wanted_ = start.filename().string();
        start = start.parent_path();
    }
    if (start.empty() || !fs::is_directory(start, failed)) start = documentsFolder();
    go(start);
}

void Chooser::read() {
    reading_ = true;
    const std::uint64_t number = ++readings_;
    work_.quietly(
        [this, number, folder = folder_, event = eventFolder_, recent = recent_](Work::Handle& handle) -> Work::Then {
            auto listing = std::make_shared<Listing>();
            listing->folder = folder;
            std::error_code failed;
            fs::directory_iterator at(folder, failed), end;
            listing->readable = !failed;
            for (; !failed && at != end && !handle.cancelled(); at.increment(failed)) {
                std::error_code ignored;
                ChooserEntry entry;
                entry.path = at->path();
                entry.name = cleanForScreen(entry.path.filename().string());
                entry.folder = at->is_directory(ignored);
                if (!entry.folder && !at->is_regular_file(ignored)) continue;
                if (!entry.folder) entry.bytes = static_cast<std::int64_t>(at->file_size(ignored));
                if (const auto changed = at->last_write_time(ignored); !ignored) entry.changed = timeOf(changed);
                listing->entries.push_back(std::move(entry));
            }
            listing->places = placesNow(event, recent);
            return [this, number, listing] {
                if (number != readings_ || !screen_) return;
                reading_ = false;
                all_ = std::move(listing->entries);
                screen_->places = std::move(listing->places);
                if (!listing->readable)
                    screen_->trouble = Text{"desk.choose.unreadable", {{"folder", listing->folder.string()}}};
                arrange();
            };
        });
}

void Chooser::arrange() {
    ChooserScreen& screen = *screen_;
    auto shown = std::make_shared<std::vector<ChooserEntry>>();
    for (const ChooserEntry& entry : all_)
        if (wanted(entry, order_, screen)) shown->push_back(entry);
    const auto before = [&](const ChooserEntry& a, const ChooserEntry& b) {
        if (a.folder != b.folder) return a.folder;  // folders stand first, whichever way the rest is sorted
        switch (screen.sort) {
            case ChooseColumn::size:
                if (a.bytes != b.bytes) return screen.sortDown ? b.bytes < a.bytes : a.bytes < b.bytes;
                break;
            case ChooseColumn::changed:
                if (a.changed != b.changed) return screen.sortDown ? b.changed < a.changed : a.changed < b.changed;
                break;
            case ChooseColumn::name: return screen.sortDown ? namedBefore(b.name, a.name) : namedBefore(a.name, b.name);
        }
        return namedBefore(a.name, b.name);
    };
    std::sort(shown->begin(), shown->end(), before);
    const fs::path chosen = screen.selected && screen.entries && *screen.selected < screen.entries->size()
                                ? (*screen.entries)[*screen.selected].path
                                : fs::path();
    screen.selected.reset();
    for (std::size_t i = 0; i < shown->size(); ++i)
        if ((*shown)[i].path == chosen || (!wanted_.empty() && (*shown)[i].path.filename() == wanted_))
            screen.selected = i;
    wanted_.clear();
    // Letters and Enter are enough.
    const bool finds = order_.kind != ChooseKind::saveFile && !screen.typed.empty() &&
                       screen.typed.find('/') == std::string::npos && !screen.typed.starts_with("~");
    if (finds && !screen.selected && !shown->empty()) screen.selected = 0;
    screen.entries = std::move(shown);
    look();
}

// What the button would do now.
void Chooser::look() {
    ChooserScreen& screen = *screen_;
    const ChooserEntry* entry = screen.selected && screen.entries && *screen.selected < screen.entries->size()
                                    ? &(*screen.entries)[*screen.selected]
                                    : nullptr;
    screen.into = cleanForScreen(entry != nullptr ? entry->path.filename().string() : folder_.filename().string());
    if (screen.into.empty()) screen.into = folder_.string();
    switch (order_.kind) {
        case ChooseKind::openFile: screen.ready = entry != nullptr || !screen.typed.empty(); break;
        case ChooseKind::saveFile: screen.ready = !cleanForScreen(screen.typed).empty(); break;
        case ChooseKind::folder: screen.ready = true; break;
    }
}

void Chooser::go(const fs::path& folder) {
    if (!screen_) return;
    std::error_code failed;
    fs::path real = fs::weakly_canonical(folder, failed);
    if (failed || real.empty()) real = folder;
    folder_ = real;
    screen_->way.clear();
    fs::path up;
    for (const fs::path& part : real) {
        up /= part;
        screen_->way.push_back(up);
    }
    screen_->selected.reset();
    screen_->entries.reset();
    screen_->trouble.reset();
    screen_->newFolder.reset();
    if (order_.kind != ChooseKind::saveFile) screen_->typed.clear();
    look();
    read();
}

void Chooser::up() {
    if (!screen_ || screen_->way.size() < 2) return;
    wanted_ = folder_.filename().string();  // the folder one comes from is the one looked at
    go(folder_.parent_path());
}

void Chooser::select(std::size_t entry) {
    if (!screen_ || !screen_->entries || entry >= screen_->entries->size()) return;
    screen_->selected = entry;
    screen_->trouble.reset();
    if (order_.kind == ChooseKind::saveFile && !(*screen_->entries)[entry].folder)
        screen_->typed = (*screen_->entries)[entry].name;
    look();
}

void Chooser::enter(std::size_t entry) {
    if (!screen_ || !screen_->entries || entry >= screen_->entries->size()) return;
    const ChooserEntry chosen = (*screen_->entries)[entry];
    if (chosen.folder) return go(chosen.path);
    select(entry);
    accept();
}

void Chooser::type(std::string text) {
    if (!screen_) return;
    screen_->typed = std::move(text);
    screen_->trouble.reset();
    screen_->selected.reset();  // what is typed is meant
    if (order_.kind != ChooseKind::saveFile && !reading_)
        arrange();
    else
        look();
}

void Chooser::sortBy(ChooseColumn column) {
    if (!screen_) return;
    screen_->sortDown = screen_->sort == column ? !screen_->sortDown : column == ChooseColumn::changed;
    screen_->sort = column;
    if (!reading_) arrange();
}

void Chooser::showHidden(bool on) {
    if (!screen_) return;
    screen_->hidden = on;
    if (!reading_) arrange();
}

void Chooser::startFolder() {
    if (screen_) screen_->newFolder.emplace();
}

void Chooser::typeFolder(std::string name) {
    if (!screen_) return;
    screen_->newFolder = std::move(name);
    screen_->trouble.reset();
}

void Chooser::dropFolder() {
    if (screen_) screen_->newFolder.reset();
}

void Chooser::makeFolder() {
    if (!screen_ || !screen_->newFolder) return;
    const std::string name = cleanForScreen(*screen_->newFolder);
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos) {
        screen_->trouble = Text{"desk.choose.bad_name", {}};
        return;
    }
    std::error_code failed;
    fs::create_directory(folder_ / name, failed);
    if (failed) {
        screen_->trouble = Text{"desk.choose.no_folder_made", {{"folder", name}}};
        return;
    }
    go(folder_ / name);
}

fs::path Chooser::typedPath() const {
    const fs::path typed = pathFrom(screen_->typed);
    return typed.is_absolute() ? typed : folder_ / typed;
}

void Chooser::accept() {
    if (!screen_ || !screen_->ready) return;
    ChooserScreen& screen = *screen_;
    const bool chosen = screen.selected && screen.entries && *screen.selected < screen.entries->size();
    std::error_code failed;
    if (order_.kind == ChooseKind::saveFile) {
        fs::path target = typedPath();
        if (fs::is_directory(target, failed)) return go(target);
        const auto& endings = order_.endings;
        if (!endings.empty() &&
            std::find(endings.begin(), endings.end(), inSmallLetters(target.extension().string())) == endings.end())
            target += endings.front();
        if (fs::exists(target, failed)) {
            screen.trouble = Text{"desk.choose.exists", {{"file", target.filename().string()}}};
            return;
        }
        if (!fs::is_directory(target.parent_path(), failed)) {
            screen.trouble = Text{"desk.choose.missing", {{"file", target.parent_path().string()}}};
            return;
        }
        return finish(target);
    }
    if (chosen) {
        const ChooserEntry& entry = (*screen.entries)[*screen.selected];
        if (order_.kind == ChooseKind::openFile && entry.folder) return go(entry.path);
        return finish(entry.path);
    }
    if (screen.typed.empty()) return finish(folder_);  // of folders only
    // What was typed: a path, or the one thing that has these letters in its name.
    const fs::path typed = typedPath();
    if (fs::is_directory(typed, failed)) return order_.kind == ChooseKind::folder ? finish(typed) : go(typed);
    if (fs::exists(typed, failed) && order_.kind == ChooseKind::openFile) return finish(typed);
    if (screen.entries && screen.entries->size() == 1) return enter(0);
    screen.trouble = Text{"desk.choose.missing", {{"file", screen.typed}}};
}

void Chooser::finish(fs::path path) {
    const fs::path folder = order_.kind == ChooseKind::folder ? path : path.parent_path();
    std::erase(recent_, folder);
    recent_.insert(recent_.begin(), folder);
    if (recent_.size() > kRecentKept) recent_.resize(kRecentKept);
    const Then then = std::move(then_);
    cancel();
    if (then) then(path);
}

void Chooser::cancel() {
    screen_.reset();
    then_ = {};
    all_.clear();
    reading_ = false;
    ++readings_;
}

void Chooser::take(const fs::path& dropped) {
    if (!screen_) return;
    std::error_code failed;
    if (fs::is_directory(dropped, failed)) return go(dropped);
    if (order_.kind == ChooseKind::openFile) return finish(dropped);
    go(dropped.parent_path());
}

}  // namespace turnout::desk
