// A hand scanner on a serial port (/dev/ttyACM0): what it sends up to a line end, a tab or a pause is one code. When it
// is unplugged or not there yet it is tried again every second, without a restart.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <thread>

#include "common/base/time.h"

namespace turnout::kiosk {

inline constexpr Millis kScannerRetry{1000};
inline constexpr Millis kScannerPause{120};  // a scanner that sends no ending: silence ends its code

struct ScannerHooks {
    // On the scanner's thread; must not wait. `text` without its ending, never empty; `seen`: when its last byte came.
    std::function<void(std::string text, SteadyTime seen)> onCode;
    std::function<void()> wake;  // gone() has changed
};

class SerialScanner {
  public:
    SerialScanner(std::filesystem::path device, ScannerHooks hooks);
    ~SerialScanner();  // stops and waits for the thread
    SerialScanner(const SerialScanner&) = delete;
    SerialScanner& operator=(const SerialScanner&) = delete;

    bool gone() const { return gone_; }  // any thread

  private:
    void run();
    int openPort() const;  // -1 = not there, not a serial port, or taken by another program
    bool waitFor(int port, Millis limit, bool& readable) const;  // false = stop was asked
    void listen(int port);

    const std::filesystem::path device_;
    const ScannerHooks hooks_;
    const int stop_;  // an eventfd
    std::atomic<bool> gone_{false};
    std::thread thread_;
};

}  // namespace turnout::kiosk
