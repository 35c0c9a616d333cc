// A window to choose a file or a folder in: folders, names, sizes, dates, the places people keep files in. It never
// writes over anything and touches no file but a folder that a person makes here. On the thread of the window;
// directories are read on the work thread, so a drive that does not answer stops nobody.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "common/base/time.h"
#include "organizer/desk/app/places.h"
#include "organizer/desk/app/work.h"

namespace turnout::desk {

enum class ChooseKind { openFile, saveFile, folder };
enum class ChooseColumn { name, size, changed };

struct ChooserOrder {
    ChooseKind kind = ChooseKind::openFile;
    Text title, action;
    std::vector<std::string> endings;  // ".csv", lower case; empty: every file. saveFile: the first is added when none
    std::filesystem::path start;       // a folder, or a file in it; one that is not there means the documents folder
    std::string name;                  // saveFile: the name suggested
};

struct ChooserEntry {
    std::filesystem::path path;
    std::string name;  // for people
    bool folder = false;
    std::int64_t bytes = 0;
    TimePoint changed{};
    bool operator==(const ChooserEntry&) const = default;
};

struct ChooserPlace {
    PlaceKind kind = PlaceKind::home;
    std::filesystem::path folder;
    std::string name;  // of a drive or a recent folder; else its kind says it
    bool operator==(const ChooserPlace&) const = default;
};

struct ChooserScreen {
    ChooseKind kind = ChooseKind::openFile;
    Text title, action;
    std::vector<std::filesystem::path> way;  // from the top down to the folder shown
    std::vector<ChooserPlace> places;
    std::shared_ptr<const std::vector<ChooserEntry>> entries;  // as sorted, those wanted; none: being read
    std::optional<std::size_t> selected;
    ChooseColumn sort = ChooseColumn::name;
    bool sortDown = false, hidden = false;  // hidden: names that begin with a dot are shown too
    std::string typed;                      // in the line below
    std::optional<std::string> newFolder;   // its name, while one is being made
    std::optional<Text> trouble;
    bool ready = false;   // the action can be taken
    std::string into;     // folder: the name of the one that would be chosen
    std::string endings;  // "CSV, XLSX"; empty: every file
    bool operator==(const ChooserScreen&) const = default;
};

class Chooser {
  public:
    using Then = std::function<void(const std::filesystem::path&)>;
    explicit Chooser(Work& work) : work_(work) {}

    // `then` gets an existing file or folder, or a file that is not there yet (saveFile); not called after cancel().
    void open(ChooserOrder order, Then then);
    const std::optional<ChooserScreen>& screen() const { return screen_; }
    // Folders offered beside the usual ones: the open event's, and those chosen before (the newest first).
    void setEventFolder(std::filesystem::path folder) { eventFolder_ = std::move(folder); }
    void setRecent(std::vector<std::filesystem::path> folders) { recent_ = std::move(folders); }
    const std::vector<std::filesystem::path>& recent() const { return recent_; }

    void go(const std::filesystem::path& folder);
    void up();
    void select(std::size_t entry);
    void enter(std::size_t entry);  // a folder is opened, a file is chosen
    void type(std::string text);    // a name; open: only names with it are shown; a path leads there when accepted
    void sortBy(ChooseColumn column);
    void showHidden(bool on);
    void startFolder();  // a new one, here
    void typeFolder(std::string name);
    void dropFolder();
    void makeFolder();
    void accept();
    void cancel();
    void take(const std::filesystem::path& dropped);  // let go over the window

  private:
    struct Listing;
    void read();
    void arrange();
    void finish(std::filesystem::path path);  // by value: what it names goes away
    void look();
    std::filesystem::path typedPath() const;

    Work& work_;
    ChooserOrder order_;
    Then then_;
    std::optional<ChooserScreen> screen_;
    std::filesystem::path folder_, eventFolder_;
    std::string wanted_;  // name to be selected when it is read
    std::vector<ChooserEntry> all_;
    std::vector<std::filesystem::path> recent_;
    std::uint64_t readings_ = 0;
    bool reading_ = false;
};

}  // namespace turnout::desk
