// DATA/settings.toml: where an installation answers, and where its secrets lie. Unknown keys are refused with path and
// line. What is about an authority's practice is not here but in its pack.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

namespace lifestory::app {

struct Settings {
    std::uint16_t port = 8080;
    std::string address = "127.0.0.1";                 // elsewhere only with a certificate
    std::optional<std::filesystem::path> master_key;   // absent: DATA/master.key
    std::optional<std::filesystem::path> certificate, certificate_key;
    bool operator==(const Settings&) const = default;
};

// The file as it is first written, with every key explained.
std::string first_settings();
// Absent file: the usual settings. Refuses "broken-settings": "path:line: what is wrong; what was expected".
Result<Settings> read_settings(const std::filesystem::path& file);

} // namespace lifestory::app
