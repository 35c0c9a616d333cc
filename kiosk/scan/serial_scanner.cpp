#include "kiosk/scan/serial_scanner.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace turnout::kiosk {
namespace {

constexpr std::size_t kLongest = 4096;  // bytes of one code; a longer one is noise on the line

bool endsACode(char byte) {
    return byte == '\r' || byte == '\n' || byte == '\t';
}

}  // namespace

SerialScanner::SerialScanner(std::filesystem::path device, ScannerHooks hooks)
    : device_(std::move(device)), hooks_(std::move(hooks)), stop_(::eventfd(0, EFD_CLOEXEC)) {
    thread_ = std::thread([this] { run(); });
}

SerialScanner::~SerialScanner() {
    const std::uint64_t one = 1;
    if (::write(stop_, &one, sizeof one) < 0) errno = 0;  // an eventfd takes it
    thread_.join();
    ::close(stop_);
}

int SerialScanner::openPort() const {
    // Not waiting for a carrier, and never our controlling terminal.
    const int port = ::open(device_.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (port < 0) return -1;
    struct termios settings {};
    if (::tcgetattr(port, &settings) != 0 || ::ioctl(port, TIOCEXCL) != 0) {  // not a serial port
        ::close(port);
        return -1;
    }
    ::cfmakeraw(&settings);
    settings.c_cflag |= CLOCAL | CREAD;
    ::cfsetspeed(&settings, B9600);  // what scanners with a real serial line come with; USB does not ask
    ::tcsetattr(port, TCSANOW, &settings);
    ::tcflush(port, TCIFLUSH);  // what was scanned before the door opened is nobody's
    return port;
}

bool SerialScanner::waitFor(int port, Millis limit, bool& readable) const {
    std::array<pollfd, 2> watched{{{stop_, POLLIN, 0}, {port, POLLIN, 0}}};
    ::poll(watched.data(), port < 0 ? 1 : 2, static_cast<int>(limit.count()));
    readable = port >= 0 && watched[1].revents != 0;
    return watched[0].revents == 0;
}

void SerialScanner::run() {
    for (;;) {
        const int port = openPort();
        if (gone_.exchange(port < 0) != (port < 0)) hooks_.wake();
        bool readable = false;
        if (port >= 0) {
            listen(port);
            ::close(port);
            if (!waitFor(-1, Millis{0}, readable)) return;
        } else if (!waitFor(-1, kScannerRetry, readable)) {
            return;
        }
    }
}

// Until the port fails or stop was asked.
void SerialScanner::listen(int port) {
    std::string code;
    SteadyTime last{};
    const auto finish = [&] {
        if (!code.empty() && code.size() <= kLongest) hooks_.onCode(code, last);
        code.clear();
    };
    for (;;) {
        bool readable = false;
        if (!waitFor(port, code.empty() ? Millis{60'000} : kScannerPause, readable)) return;
        if (!readable) {
            finish();
            continue;
        }
        std::array<char, 512> bytes{};
        const ssize_t got = ::read(port, bytes.data(), bytes.size());
        if (got <= 0) {
            if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            return;  // unplugged
        }
        last = std::chrono::steady_clock::now();
        for (ssize_t i = 0; i < got; ++i) {
            const char byte = bytes[static_cast<std::size_t>(i)];
            if (endsACode(byte))
                finish();
            else if (code.size() <= kLongest)
                code += byte;
        }
    }
}

}  // namespace turnout::kiosk
