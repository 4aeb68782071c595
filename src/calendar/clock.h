// What time it is: the machine's clock, or the demonstration's, which starts elsewhere and runs at the same speed.
// Pure functions get the time as an argument; only the doors of the program ask a Clock.
#pragma once

#include <chrono>

#include "calendar/day.h"

namespace lifestory::calendar {

class Clock {
public:
    Clock() = default;
    static Clock starting_at(Instant start) { return Clock(start - machine_now()); }

    Instant now() const { return machine_now() + m_ahead; }

private:
    explicit Clock(std::chrono::milliseconds ahead) : m_ahead(ahead) {}
    static Instant machine_now() {
        return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
    std::chrono::milliseconds m_ahead{0};
};

} // namespace lifestory::calendar
