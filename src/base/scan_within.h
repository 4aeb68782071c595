// How long a scan may keep others waiting, said by the caller; `scan` (base/virus_scanner.h) says it for the whole program.
#pragma once

#include <chrono>

#include "base/virus_scanner.h"

namespace lifestory {

struct ScanPatience {
    std::chrono::milliseconds place = std::chrono::seconds(10);   // until another scan ends, where as many run as may at once
    std::chrono::milliseconds answer = std::chrono::seconds(120); // for all of it: clamd takes long over a long film
};

Outcome scan_within(const ScanPatience& patience, const VirusScanner& scanner, const LongBytes& bytes, std::string_view name);

} // namespace lifestory
