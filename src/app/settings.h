// DATA/settings.toml: where an installation answers, where its secrets lie, and through whom it sends e-mail. Unknown keys
// are refused with path and line. What is about an authority's practice is not here but in its pack.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/virus_scanner.h"

namespace lifestory::app {

enum class MailSecurity {
    StartTls, // a plain connection that must be sealed before anything is said (RFC 3207)
    Tls,      // sealed from the first byte
    None,     // to this machine alone
};

struct MailSettings {
    std::string server;
    std::uint16_t port = 587;
    MailSecurity security = MailSecurity::StartTls;
    std::string from;                                  // "lifestory@northmere.example"
    std::string user;                                  // empty: the server asks for none
    std::optional<std::filesystem::path> password_file;
    std::optional<std::filesystem::path> certificates; // whom to trust; absent: whom the machine trusts
    std::chrono::minutes daily_at{8 * 60};             // of a working day, by London's clock
    bool operator==(const MailSettings&) const = default;
};

struct Settings {
    std::uint16_t port = 8080;
    std::string address = "127.0.0.1";                 // elsewhere only with a certificate
    std::string public_address;                        // "https://lifestory.northmere.example"; empty: made of the two above
    std::optional<std::filesystem::path> master_key;   // absent: DATA/master.key
    std::optional<std::filesystem::path> certificate, certificate_key;
    std::optional<std::filesystem::path> virus_scanner; // clamd's socket; absent: where Debian puts it, when it is there
    std::optional<MailSettings> mail;                  // absent: no e-mail is sent
    bool operator==(const Settings&) const = default;
};

VirusScanner scanner_of(const Settings& settings);

// The file as it is first written, with every key explained.
std::string first_settings();
// Absent file: the usual settings. Refuses "broken-settings": "path:line: what is wrong; what was expected".
Result<Settings> read_settings(const std::filesystem::path& file);

} // namespace lifestory::app
