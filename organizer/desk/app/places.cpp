#include "organizer/desk/app/places.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

extern char** environ;

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

fs::path home() {
    const char* folder = std::getenv("HOME");
    return folder != nullptr && *folder != 0 ? fs::path(folder) : fs::path();
}

std::vector<fs::path> folders() {
    std::vector<fs::path> all;
    std::error_code failed;
    if (const fs::path own = home(); !own.empty()) {
        for (const char* name : {"Downloads", "Desktop", "Documents", "下载", "桌面", "文档"})
            all.push_back(own / name);
        all.push_back(own);
    }
    for (const char* drives : {"/media", "/run/media"}) {
        for (const auto& user : fs::directory_iterator(drives, failed))
            for (const auto& drive : fs::directory_iterator(user.path(), failed)) all.push_back(drive.path());
    }
    return all;
}

// Runs a program without a terminal; its exit code, or -1 when it cannot be started.
int run(std::vector<std::string> words, bool wait) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) return -1;
    if (!wait) return 0;
    int state = 0;
    while (::waitpid(child, &state, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

}  // namespace

std::vector<FoundFile> newestFiles(const std::vector<std::string>& endings, std::size_t most) {
    std::vector<FoundFile> found;
    for (const fs::path& folder : folders()) {
        std::error_code failed;
        for (const auto& entry :
             fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, failed)) {
            std::error_code unreadable;
            std::string ending = entry.path().extension().string();
            std::transform(ending.begin(), ending.end(), ending.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
            if (std::find(endings.begin(), endings.end(), ending) == endings.end() ||
                !entry.is_regular_file(unreadable))
                continue;
            found.push_back({entry.path(), cleanForScreen(entry.path().filename().string()),
                             cleanForScreen(folder == home() ? folder.string() : folder.filename().string()),
                             entry.last_write_time(unreadable)});
        }
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.changed > b.changed; });
    if (found.size() > most) found.resize(most);
    return found;
}

fs::path documentsFolder() {
    std::error_code failed;
    const fs::path own = home();
    if (own.empty()) return fs::current_path(failed);
    for (const char* name : {"Documents", "文档"})
        if (fs::is_directory(own / name, failed)) return own / name;
    return own;
}

fs::path pathFrom(const std::string& typed) {
    std::string text = typed;
    while (!text.empty() && (text.back() == ' ' || text.back() == '"' || text.back() == '\'')) text.pop_back();
    while (!text.empty() && (text.front() == ' ' || text.front() == '"' || text.front() == '\'')) text.erase(0, 1);
    if (text.starts_with("file://")) {
        std::string plain;
        for (std::size_t i = 7; i < text.size(); ++i) {
            if (text[i] == '%' && i + 2 < text.size() && std::isxdigit(static_cast<unsigned char>(text[i + 1])) != 0 &&
                std::isxdigit(static_cast<unsigned char>(text[i + 2])) != 0) {
                plain += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
                i += 2;
            } else {
                plain += text[i];
            }
        }
        text = plain;
    }
    if (text == "~" || text.starts_with("~/")) return home() / text.substr(std::min<std::size_t>(2, text.size()));
    return text;
}

Status printFile(const fs::path& pdf) {
    const int code = run({"lp", "--", pdf.string()}, true);
    if (code == 0) return Done{};
    return makeError(Fault::device, "desk.no_printer", {{"file", pdf.string()}});
}

bool openForPerson(const fs::path& file) {
    return run({"xdg-open", file.string()}, true) == 0;
}

}  // namespace turnout::desk
