// A few threads that take work in turn from a queue of limited length: what does not fit is refused at once, so that
// a flood is answered "busy" instead of slowly.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace lifestory::web::http {

class Workers {
public:
    enum class Taken { Yes, QueueIsFull };

    Workers(unsigned threads, std::size_t queue);
    ~Workers(); // finishes the work begun, drops what still waits

    Taken take(std::function<void()> work); // which must not throw

private:
    void work(std::stop_token told_to_stop);

    std::mutex m_mutex;
    std::condition_variable_any m_something_to_do;
    std::deque<std::function<void()>> m_waiting;
    std::size_t m_most;
    std::vector<std::jthread> m_threads; // last: they use the others
};

} // namespace lifestory::web::http
