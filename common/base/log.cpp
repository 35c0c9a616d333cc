#include "common/base/log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace turnout::log {
namespace {

std::shared_ptr<spdlog::logger>& logger() {
    static auto instance = [] {
        auto made = std::make_shared<spdlog::logger>("turnout", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        made->set_level(spdlog::level::warn);
        return made;
    }();
    return instance;
}

}  // namespace

void toFile(const std::filesystem::path& file) {
    auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file.string(), 5 * 1024 * 1024, 3);
    logger() = std::make_shared<spdlog::logger>("turnout", std::move(sink));
    logger()->flush_on(spdlog::level::warn);
}

void info(std::string_view line) {
    logger()->info("{}", line);
}
void warn(std::string_view line) {
    logger()->warn("{}", line);
}
void error(std::string_view line) {
    logger()->error("{}", line);
}

}  // namespace turnout::log
