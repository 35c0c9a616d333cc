// Does something that may hang on a thread of its own, which is never joined: a drive that does not answer can be
// neither interrupted nor waited for. See start_reader.h, which does the same for many things at once.
#pragma once

#include <chrono>
#include <future>
#include <thread>
#include <type_traits>
#include <utility>

namespace turnout::kiosk {

// `act` holds what it needs: its thread may outlive whoever gave it. Throwing the future away waits for nobody; the
// answer then goes away on its own thread, as soon as there is one. The end of the program ends a thread that hangs.
template <class Act>
std::future<std::invoke_result_t<Act>> beside(Act act) {
    std::packaged_task<std::invoke_result_t<Act>()> task(std::move(act));
    auto answer = task.get_future();
    std::thread(std::move(task)).detach();
    return answer;
}

template <class T>
bool hasCome(const std::future<T>& answer, std::chrono::milliseconds within = {}) {
    return answer.wait_for(within) == std::future_status::ready;
}

}  // namespace turnout::kiosk
