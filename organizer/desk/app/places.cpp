#include "organizer/desk/app/places.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "common/base/utf8.h"

extern char** environ;

namespace turnout::desk {
namespace {

namespace fs = std::filesystem;

fs::path home() {
    const char* folder = std::getenv("HOME");
    return folder != nullptr && *folder != 0 ? fs::path(folder) : fs::path();
}

// XDG_DOWNLOAD_DIR="$HOME/Téléchargements" of the desktop's own file; empty when it says nothing.
fs::path namedByDesktop(const fs::path& own, const std::string& what) {
    const char* config = std::getenv("XDG_CONFIG_HOME");
    std::ifstream file((config != nullptr && *config != 0 ? fs::path(config) : own / ".config") / "user-dirs.dirs");
    const std::string start = "XDG_" + what + "_DIR=\"";
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(start) || line.size() <= start.size() || line.back() != '"') continue;
        const std::string value = line.substr(start.size(), line.size() - start.size() - 1);
        return value.starts_with("$HOME/") ? own / value.substr(6) : fs::path(value);
    }
    return {};
}

std::vector<fs::path> folders() {
    std::vector<fs::path> all;
    std::error_code failed;
    for (const auto& [kind, folder] : usualFolders())
        if (kind != PlaceKind::home) all.push_back(folder);
    if (const fs::path own = home(); !own.empty()) all.push_back(own);
    for (const char* drives : {"/media", "/run/media"}) {
        for (const auto& user : fs::directory_iterator(drives, failed))
            for (const auto& drive : fs::directory_iterator(user.path(), failed)) all.push_back(drive.path());
    }
    return all;
}

// Runs a program without a terminal; its exit code, or -1 when it cannot be started. `out`: what it prints, to its end.
int run(std::vector<std::string> words, bool wait, std::string* out = nullptr) {
    std::vector<char*> arguments;
    for (std::string& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0);
    std::array<int, 2> ends{-1, -1};
    if (out != nullptr && ::pipe2(ends.data(), O_CLOEXEC) == 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t child = 0;
    const int failed = ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (ends[1] >= 0) ::close(ends[1]);
    std::array<char, 4096> piece{};
    for (ssize_t size = 0; failed == 0 && ends[0] >= 0 && (size = ::read(ends[0], piece.data(), piece.size())) != 0;)
        if (size > 0)
            out->append(piece.data(), static_cast<std::size_t>(size));
        else if (errno != EINTR)
            break;
    if (ends[0] >= 0) ::close(ends[0]);
    if (failed != 0) return -1;
    if (!wait) return 0;
    int state = 0;
    while (::waitpid(child, &state, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

}  // namespace

std::vector<std::pair<PlaceKind, fs::path>> usualFolders() {
    struct Usual {
        PlaceKind kind;
        const char *xdg, *english, *chinese;
    };
    static constexpr std::array kUsual{Usual{PlaceKind::downloads, "DOWNLOAD", "Downloads", "下载"},
                                       Usual{PlaceKind::desktop, "DESKTOP", "Desktop", "桌面"},
                                       Usual{PlaceKind::documents, "DOCUMENTS", "Documents", "文档"}};
    std::vector<std::pair<PlaceKind, fs::path>> found;
    const fs::path own = home();
    if (own.empty()) return found;
    std::error_code failed;
    for (const Usual& usual : kUsual)
        for (const fs::path& folder : {namedByDesktop(own, usual.xdg), own / usual.english, own / usual.chinese})
            if (!folder.empty() && folder != own && fs::is_directory(folder, failed)) {
                found.emplace_back(usual.kind, folder);
                break;
            }
    found.emplace_back(PlaceKind::home, own);
    return found;
}

std::string sizeWords(std::int64_t bytes) {
    const auto number = static_cast<double>(bytes);
    char text[32];
    if (bytes < 1'000'000)
        std::snprintf(text, sizeof text, "%.0f kB", std::max(bytes > 0 ? 1.0 : 0.0, number / 1e3));
    else
        std::snprintf(text, sizeof text, "%.1f %s", number / (bytes >= 1'000'000'000 ? 1e9 : 1e6),
                      bytes >= 1'000'000'000 ? "GB" : "MB");
    return text;
}

std::vector<FoundFile> newestFiles(const std::vector<std::string>& endings, std::size_t most) {
    std::vector<FoundFile> found;
    for (const fs::path& folder : folders()) {
        std::error_code failed;
        for (const auto& entry :
             fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, failed)) {
            std::error_code unreadable;
            const std::string ending = inSmallLetters(entry.path().extension().string());
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
    for (const auto& [kind, folder] : usualFolders())
        if (kind == PlaceKind::documents) return folder;
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

Status printFile(const fs::path& pdf, const PrintJob& job) {
    const int code =
        run({"lp", "-t", job.title, "-o", "media=" + job.media, "-o", "print-scaling=none", "--", pdf.string()}, true);
    if (code == 0) return Done{};
    return makeError(Fault::device, "desk.no_printer", {{"file", pdf.string()}});
}

ProgramAnswer runOwn(const std::string& program, std::vector<std::string> words) {
    std::error_code failed;
    const fs::path own = fs::read_symlink("/proc/self/exe", failed).parent_path() / program;
    words.insert(words.begin(), fs::is_regular_file(own, failed) ? own.string() : program);
    ProgramAnswer answer;
    answer.code = run(std::move(words), true, &answer.out);
    return answer;
}

bool openForPerson(const fs::path& file) {
    return run({"xdg-open", file.string()}, true) == 0;
}

}  // namespace turnout::desk
