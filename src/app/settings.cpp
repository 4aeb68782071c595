#include "app/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "app/read_settings.h"
#include "base/text.h"

namespace lifestory::app {

namespace {

Outcome take(const Place& at, Settings& settings) {
    if (at.key == "port")
        return take_port(at, settings.port);
    if (at.key == "mail") {
        settings.mail = TRY(read_mail(at));
        return Nothing{};
    }
    auto words = TRY(text(at));
    if (at.key == "public_address") {
        if (!words.starts_with("https://") && !words.starts_with("http://localhost"))
            return broken(at, "public_address must begin with https://");
        settings.public_address = words.ends_with('/') ? words.substr(0, words.size() - 1) : words;
    } else if (at.key == "address")
        settings.address = words;
    else if (at.key == "master_key")
        settings.master_key = words;
    else if (at.key == "virus_scanner")
        settings.virus_scanner = words;
    else if (at.key == "certificate")
        settings.certificate = words;
    else
        settings.certificate_key = words;
    return Nothing{};
}

} // namespace

VirusScanner scanner_of(const Settings& settings) {
    if (settings.virus_scanner)
        return {VirusScanner::Wanted::Always, *settings.virus_scanner};
    return {VirusScanner::Wanted::WhenItIsThere, "/run/clamav/clamd.ctl"};
}

std::string first_settings() {
    return "# How this installation of Lifestory runs. Practice is not here but in the policy pack.\n"
           "# port = 8080\n"
           "# address = \"127.0.0.1\"             # elsewhere only with a certificate\n"
           "# public_address = \"https://lifestory.example\"   # as workers reach it: stands in calendars and e-mails\n"
           "# certificate = \"/etc/lifestory/chain.pem\"\n"
           "# certificate_key = \"/etc/lifestory/key.pem\"\n"
           "# Keep the master key on another volume than the data: whoever has both can read every record.\n"
           "# master_key = \"/etc/lifestory/master.key\"\n"
           "# Whoever puts a file in waits for clamd's word on it. Absent: asked where Debian puts it, when it is there.\n"
           "# In clamd.conf: StreamMaxLength, MaxFileSize and MaxScanSize at 200M or more, and AlertExceedsMax yes: else it says OK to what it did not read.\n"
           "# virus_scanner = \"/run/clamav/clamd.ctl\"\n"
           "\n"
           "# A short e-mail each working day, without names: what is late, due today, due this week.\n"
           "# [mail]\n"
           "# server = \"smtp.example\"\n"
           "# port = 587\n"
           "# security = \"starttls\"             # or \"tls\"; \"none\" only to this machine\n"
           "# from = \"lifestory@example\"\n"
           "# user = \"lifestory\"\n"
           "# password_file = \"/etc/lifestory/mail-password\"\n"
           "# certificates = \"/etc/lifestory/trusted.pem\"   # absent: whom this machine trusts\n"
           "# daily_at = \"08:00\"\n";
}

Result<Settings> read_settings(const std::filesystem::path& file) {
    Settings settings;
    if (!std::filesystem::exists(file))
        return settings;
    toml::table table;
    try {
        table = toml::parse_file(file.string());
    } catch (const toml::parse_error& error) {
        return refuse("broken-settings", fmt::format("{}:{}: {}", file.string(), error.source().begin.line, error.description()));
    }
    const std::vector<std::string> known{"port", "address", "public_address", "master_key", "certificate", "certificate_key", "virus_scanner", "mail"};
    for (const auto& [key, node] : table) {
        Place at{file, key.str(), node};
        TRY(is_known(at, known));
        TRY(take(at, settings));
    }
    if (settings.certificate.has_value() != settings.certificate_key.has_value())
        return refuse("broken-settings", file.string() + ": certificate and certificate_key go together");
    if (settings.address != "127.0.0.1" && settings.address != "localhost" && !settings.certificate)
        return refuse("broken-settings", file.string() + ": without a certificate the program answers on 127.0.0.1 alone");
    return settings;
}

} // namespace lifestory::app
