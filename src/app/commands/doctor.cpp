#include "app/commands/doctor.h"

#include <ostream>

#include "app/installation.h"

namespace lifestory::app {

namespace {

namespace fs = std::filesystem;

std::string advice_on_scanner(const VirusScanner& scanner) {
    if (scanner.wanted == VirusScanner::Wanted::WhenItIsThere && !scanner.is_there())
        return "No virus scanner is here: files that workers put in are kept without its word. Install clamav-daemon, or name clamd's socket in settings.toml.";
    if (!ask_version(scanner))
        return "The virus scanner at " + scanner.socket.string() + " does not answer: until it does no file can be put in. Start clamd, and let lifestory's user reach its socket.";
    return {};
}

// It cannot be asked how much it reads, and as it comes it says OK to what it left unread.
std::string hint_on_scanner(const VirusScanner& scanner) {
    const auto version = scanner.socket.empty() ? Result<std::string>(refuse("none", "no scanner")) : ask_version(scanner);
    return version ? "scanner      " + *version + "\n             See that its clamd.conf says StreamMaxLength, MaxFileSize and MaxScanSize of 200M or more, and AlertExceedsMax yes.\n" : "";
}

// What the folder itself tells, beside what the ledger says of its own.
std::vector<std::string> advice_on(const Installation& installation) {
    std::vector<std::string> advice;
    std::error_code error;
    auto key = installation.master_key_file();
    auto open_to_others = [&](const fs::path& path) {
        return (fs::status(path, error).permissions() & (fs::perms::group_all | fs::perms::others_all)) != fs::perms::none;
    };
    if (open_to_others(key))
        advice.push_back("Others may read the master key. Say: chmod 600 " + key.string());
    if (open_to_others(installation.folder()))
        advice.push_back("Others may look into the data folder. Say: chmod 700 " + installation.folder().string());
    if (!installation.settings().certificate)
        advice.push_back("There is no certificate in settings.toml, so the program answers on this machine alone.");
    const auto& mail = installation.settings().mail;
    if (mail && mail->password_file && open_to_others(*mail->password_file))
        advice.push_back("Others may read the mail server's password. Say: chmod 600 " + mail->password_file->string());
    if (mail && installation.settings().public_address.empty())
        advice.push_back("settings.toml names no public_address, so e-mails and calendars lead to this machine alone.");
    if (auto scanner = advice_on_scanner(scanner_of(installation.settings())); !scanner.empty())
        advice.push_back(scanner);
    return advice;
}

} // namespace

int run_doctor(const fs::path& data, std::ostream& out, std::ostream& err) {
    auto installation = Installation::open(data, FirstStart::Refuse, store::sqlite::Opening::ForReading);
    if (!installation) {
        err << installation.refusal().message << "\n";
        return 1;
    }
    auto health = (*installation)->ledger().check_health();
    out << "entries      " << health.entries << "\nrecords      " << health.records << "\non the disk  "
        << health.bytes / 1024 << " KiB\none flush    " << health.flush.count() << " microseconds\n";
    out << hint_on_scanner(scanner_of((*installation)->settings()));
    for (const auto& wrong : health.wrong)
        out << "wrong: " << wrong << "\n";
    for (const auto& advice : advice_on(**installation))
        out << "advice: " << advice << "\n";
    for (const auto& advice : health.advice)
        out << "advice: " << advice << "\n";
    if (health.wrong.empty())
        out << "Nothing is wrong. To have every entry checked: lifestory verify --data " << data.string() << "\n";
    return health.wrong.empty() ? 0 : 1;
}

} // namespace lifestory::app
