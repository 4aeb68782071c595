#include "web/http/workers.h"

namespace lifestory::web::http {

Workers::Workers(unsigned threads, std::size_t queue) : m_most(queue) {
    for (unsigned i = 0; i < threads; ++i)
        m_threads.emplace_back([this](std::stop_token told_to_stop) { work(std::move(told_to_stop)); });
}

Workers::~Workers() {
    for (auto& thread : m_threads)
        thread.request_stop();
    m_threads.clear();
}

Workers::Taken Workers::take(std::function<void()> work) {
    {
        std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= m_most)
            return Taken::QueueIsFull;
        m_waiting.push_back(std::move(work));
    }
    m_something_to_do.notify_one();
    return Taken::Yes;
}

void Workers::work(std::stop_token told_to_stop) {
    while (true) {
        std::function<void()> next;
        {
            std::unique_lock lock(m_mutex);
            if (!m_something_to_do.wait(lock, told_to_stop, [this] { return !m_waiting.empty(); }) ||
                told_to_stop.stop_requested())
                return;
            next = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        next();
    }
}

} // namespace lifestory::web::http
