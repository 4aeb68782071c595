// How one key of settings.toml is read, and the table [mail]. For settings.cpp and read_mail.cpp alone.
#pragma once

#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "app/settings.h"

namespace lifestory::app {

// One key and its value, where they stand.
struct Place {
    const std::filesystem::path& file;
    std::string_view key;
    const toml::node& node;
};

Refusal broken(const Place& at, std::string_view what); // "path:line: what is wrong"
Outcome is_known(const Place& at, const std::vector<std::string>& known);
Result<std::string> text(const Place& at);
Outcome take_port(const Place& at, std::uint16_t& port);
Result<MailSettings> read_mail(const Place& at);

} // namespace lifestory::app
