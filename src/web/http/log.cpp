#include "web/http/log.h"

#include <chrono>
#include <ctime>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

namespace lifestory::web::http {

void Log::line(std::string_view words) const {
    if (m_descriptor < 0)
        return;
    auto now = std::chrono::system_clock::now();
    auto seconds = std::chrono::system_clock::to_time_t(now);
    auto thousandths = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    auto line = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z {}\n", utc.tm_year + 1900, utc.tm_mon + 1,
                            utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec, thousandths, words);
    [[maybe_unused]] auto written = ::write(m_descriptor, line.data(), line.size()); // a full log stops nobody
}

} // namespace lifestory::web::http
