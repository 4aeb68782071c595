#include "app/settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/text.h"

namespace lifestory::app {

namespace {

Refusal broken(const std::filesystem::path& file, const toml::node& at, std::string_view what) {
    return refuse("broken-settings", fmt::format("{}:{}: {}", file.string(), at.source().begin.line, what));
}

Result<std::string> text(const std::filesystem::path& file, const toml::node& node, std::string_view key) {
    auto value = node.value_exact<std::string>();
    if (!value || value->empty())
        return broken(file, node, fmt::format("{} must be words in quotation marks", key));
    return *value;
}

Outcome take(const std::filesystem::path& file, std::string_view key, const toml::node& node, Settings& settings) {
    if (key == "port") {
        auto value = node.value_exact<std::int64_t>();
        if (!value || *value < 1 || *value > 65535)
            return broken(file, node, "port must be a number from 1 to 65535");
        settings.port = static_cast<std::uint16_t>(*value);
        return Nothing{};
    }
    auto words = TRY(text(file, node, key));
    if (key == "address")
        settings.address = words;
    else if (key == "master_key")
        settings.master_key = words;
    else if (key == "certificate")
        settings.certificate = words;
    else
        settings.certificate_key = words;
    return Nothing{};
}

} // namespace

std::string first_settings() {
    return "# How this installation of Lifestory runs. Practice is not here but in the policy pack.\n"
           "# port = 8080\n"
           "# address = \"127.0.0.1\"             # elsewhere only with a certificate\n"
           "# certificate = \"/etc/lifestory/chain.pem\"\n"
           "# certificate_key = \"/etc/lifestory/key.pem\"\n"
           "# Keep the master key on another volume than the data: whoever has both can read every record.\n"
           "# master_key = \"/etc/lifestory/master.key\"\n";
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
    const std::vector<std::string> known{"port", "address", "master_key", "certificate", "certificate_key"};
    for (const auto& [key, node] : table) {
        if (std::find(known.begin(), known.end(), key.str()) == known.end())
            return broken(file, node, fmt::format("unknown key '{}'; it takes: {}", key.str(), join(known, ", ")));
        TRY(take(file, key.str(), node, settings));
    }
    if (settings.certificate.has_value() != settings.certificate_key.has_value())
        return refuse("broken-settings", file.string() + ": certificate and certificate_key go together");
    if (settings.address != "127.0.0.1" && settings.address != "localhost" && !settings.certificate)
        return refuse("broken-settings", file.string() + ": without a certificate the program answers on 127.0.0.1 alone");
    return settings;
}

} // namespace lifestory::app
