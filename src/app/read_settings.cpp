#include "app/read_settings.h"

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"

namespace lifestory::app {

namespace {

Outcome take_of_mail(const Place& at, MailSettings& mail) {
    if (at.key == "port")
        return take_port(at, mail.port);
    auto words = TRY(text(at));
    if (at.key == "daily_at") {
        auto hour = calendar::parse_clock_time(words);
        if (!hour)
            return broken(at, "daily_at must be a time like \"08:00\"");
        mail.daily_at = *hour;
    } else if (at.key == "security") {
        if (words != "starttls" && words != "tls" && words != "none")
            return broken(at, "security must be \"starttls\", \"tls\" or \"none\"");
        mail.security = words == "tls" ? MailSecurity::Tls : words == "none" ? MailSecurity::None : MailSecurity::StartTls;
    } else if (at.key == "server")
        mail.server = words;
    else if (at.key == "from")
        mail.from = words;
    else if (at.key == "user")
        mail.user = words;
    else if (at.key == "password_file")
        mail.password_file = words;
    else
        mail.certificates = words;
    return Nothing{};
}

bool is_this_machine(const std::string& server) { return server == "localhost" || server == "127.0.0.1" || server == "::1"; }

} // namespace

Refusal broken(const Place& at, std::string_view what) {
    return refuse("broken-settings", fmt::format("{}:{}: {}", at.file.string(), at.node.source().begin.line, what));
}

Outcome is_known(const Place& at, const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), at.key) == known.end())
        return broken(at, fmt::format("unknown key '{}'; it takes: {}", at.key, join(known, ", ")));
    return Nothing{};
}

Result<std::string> text(const Place& at) {
    auto value = at.node.value_exact<std::string>();
    if (!value || value->empty())
        return broken(at, fmt::format("{} must be words in quotation marks", at.key));
    return *value;
}

Outcome take_port(const Place& at, std::uint16_t& port) {
    auto value = at.node.value_exact<std::int64_t>();
    if (!value || *value < 1 || *value > 65535)
        return broken(at, "port must be a number from 1 to 65535");
    port = static_cast<std::uint16_t>(*value);
    return Nothing{};
}

Result<MailSettings> read_mail(const Place& at) {
    const auto* table = at.node.as_table();
    if (!table)
        return broken(at, "mail must be a table: [mail]");
    MailSettings mail;
    const std::vector<std::string> known{"server", "port", "security", "from", "user", "password_file", "certificates", "daily_at"};
    for (const auto& [key, node] : *table) {
        Place inside{at.file, key.str(), node};
        TRY(is_known(inside, known));
        TRY(take_of_mail(inside, mail));
    }
    if (mail.server.empty() || mail.from.find('@') == std::string::npos)
        return broken(at, "[mail] needs server, and from as an e-mail address");
    if (mail.user.empty() == mail.password_file.has_value())
        return broken(at, "user and password_file go together");
    if (mail.security == MailSecurity::None && !is_this_machine(mail.server))
        return broken(at, "security = \"none\" is for a server on this machine alone");
    return mail;
}

} // namespace lifestory::app
