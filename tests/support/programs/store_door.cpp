// A door without a screen, for tests: one open event file, spoken to line by line over stdin.
//
//   store_door EVENT DOOR [GATE_WAIT_MS]
//
// - CODE: admits; prints VERDICT, CODE and SCAN_ID, or not_recorded, CODE, SCAN_ID, key and sentence (tabs between)
// - !retry ID CODE: offers the same scan again
// - !answered ID: prints the stored verdict, or "nothing"
// - !recover: prints "ok" or the key of what stands in the way
// - !maintain: idle work of a store; !idle: as after a pause of six seconds
// - !close: lets the file go and closes the event; prints "ok" or the key of what stands in the way
// - !limit BYTES|off: no file may grow beyond (a full disk)
// - !all FILE SEED: prints "ready", waits for a line, scans every code of FILE in the order of SEED, each until it is
//   recorded, and prints "done" and: admitted, already_in, others, tries that were not recorded, longest wait in ms,
//   most rows that other processes wrote between two of ours
#include <signal.h>
#include <sys/resource.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <random>
#include <sstream>

#include "common/store/closing.h"
#include "common/store/event_store.h"

namespace {

using namespace turnout;

class StoreDoor {
  public:
    StoreDoor(EventStore store, Door door) : store_(std::move(store)), door_(std::move(door)) {}

    void handle(const std::string& line) {
        std::istringstream words(line);
        std::string command, first, second;
        words >> command >> first >> second;
        if (command == "!retry")
            scan(second, ScanId{first});
        else if (command == "!answered")
            answered(ScanId{first});
        else if (command == "!recover")
            tell(store_.recover());
        else if (command == "!maintain" || command == "!idle")
            maintain(std::chrono::seconds(command == "!idle" ? 6 : 0));
        else if (command == "!close")
            close();
        else if (command == "!limit")
            limit(first);
        else if (command == "!all")
            all(first, std::stoul(second));
        else
            scan(line, newScanId());
    }

  private:
    Result<Answer> admit(const std::string& code, const ScanId& id) {
        Scan scan;
        scan.id = id;
        scan.at = SystemClock().now();
        scan.door = door_.id;
        scan.source = Source::command;
        scan.text = code;
        return store_.admit(scan);
    }
    void scan(const std::string& code, const ScanId& id) {
        const Result<Answer> answer = admit(code, id);
        if (answer.ok())
            std::cout << word(answer->verdict) << '\t' << code << '\t' << id.value << std::endl;
        else
            std::cout << "not_recorded\t" << code << '\t' << id.value << '\t' << answer.error().text.key << '\t'
                      << answer.error().sentence(Lang::en) << std::endl;
    }
    void answered(const ScanId& id) {
        const auto answer = store_.answered(id);
        if (!answer.ok())
            std::cout << "error\t" << answer.error().text.key << std::endl;
        else
            std::cout << (answer->has_value() ? word((*answer)->verdict) : "nothing") << std::endl;
    }
    void maintain(std::chrono::seconds later) {
        store_.maintain(std::chrono::steady_clock::now() + later);
        std::cout << "ok" << std::endl;
    }
    void close() {
        const std::filesystem::path event = store_.path();
        { const EventStore gone = std::move(store_); }
        const auto closed = closeEvent(event, SystemClock().now());
        std::cout << (closed.ok() ? "ok" : closed.error().text.key) << std::endl;
    }
    static void tell(const Status& status) { std::cout << (status.ok() ? "ok" : status.error().text.key) << std::endl; }
    static void limit(const std::string& bytes) {
        rlimit now{};
        getrlimit(RLIMIT_FSIZE, &now);
        now.rlim_cur = bytes == "off" ? now.rlim_max : std::stoul(bytes);
        setrlimit(RLIMIT_FSIZE, &now);
        std::cout << "ok" << std::endl;
    }
    void all(const std::string& file, unsigned long seed) {
        std::vector<std::string> codes;
        std::ifstream stream(file);
        for (std::string code; std::getline(stream, code);) codes.push_back(code);
        std::shuffle(codes.begin(), codes.end(), std::mt19937_64(seed));
        std::cout << "ready" << std::endl;
        std::string go;
        std::getline(std::cin, go);
        int admitted = 0, already = 0, others = 0, errors = 0;
        std::int64_t last = 0, between = 0;
        std::chrono::duration<double, std::milli> longest{0};
        for (const std::string& code : codes) {
            const auto began = std::chrono::steady_clock::now();
            const ScanId id = newScanId();
            auto answer = admit(code, id);
            // As a kiosk does: the same scan again, until it is recorded.
            for (int tries = 0; !answer.ok() && tries < 60; ++tries) {
                ++errors;
                if (const Status mended = store_.recover(); mended.ok()) answer = admit(code, id);
            }
            longest = std::max<decltype(longest)>(longest, std::chrono::steady_clock::now() - began);
            if (!answer.ok()) continue;
            ++(answer->verdict == Verdict::admitted    ? admitted
               : answer->verdict == Verdict::alreadyIn ? already
                                                       : others);
            if (last > 0) between = std::max(between, answer->seq - last - 1);
            last = answer->seq;
            store_.maintain(std::chrono::steady_clock::now());
        }
        std::cout << "done " << admitted << ' ' << already << ' ' << others << ' ' << errors << ' ' << longest.count()
                  << ' ' << between << std::endl;
    }

    EventStore store_;
    Door door_;
};

}  // namespace

int main(int count, char** words) {
    if (count < 3) return 2;
    signal(SIGXFSZ, SIG_IGN);
    OpenOptions options;
    options.program = "store_door";
    if (count > 3) options.gateWait = Millis(std::stol(words[3]));
    auto store = EventStore::open(words[1], options);
    if (!store.ok()) {
        std::cout << "error\t" << store.error().text.key << '\t' << store.error().sentence(Lang::en) << std::endl;
        return 1;
    }
    auto door = store->doorNamed(words[2], SystemClock().now());
    if (!door.ok()) {
        std::cout << "error\t" << door.error().text.key << '\t' << door.error().sentence(Lang::en) << std::endl;
        return 1;
    }
    std::cout << "open" << std::endl;
    StoreDoor here(std::move(*store), *door);
    for (std::string line; std::getline(std::cin, line);) here.handle(line);
    return 0;
}
