#include "app/installation.h"

#include <fstream>

#include <fmt/format.h>

#include "ledger/keys.h"
#include "store/sqlite/index.h"

namespace lifestory::app {

namespace {

namespace fs = std::filesystem;

Outcome make_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return refuse("no-folder", fmt::format("The folder {} cannot be made: {}.", folder.string(), error.message()));
    fs::permissions(folder, fs::perms::owner_all, error);
    if (!fs::exists(folder / "settings.toml"))
        std::ofstream(folder / "settings.toml") << first_settings();
    return Nothing{};
}

} // namespace

Result<std::unique_ptr<Installation>> Installation::open(const fs::path& data, FirstStart first,
                                                         store::sqlite::Opening opening) {
    std::unique_ptr<Installation> installation(new Installation);
    bool is_new = !fs::exists(data / "ledger.sqlite");
    if (is_new && first == FirstStart::Refuse)
        return refuse("no-installation", fmt::format("There is no installation in {}. Give the folder that serve was started with.", data.string()));
    if (first == FirstStart::Make)
        TRY(make_folder(data));
    installation->m_folder = data;
    installation->m_settings = TRY(read_settings(data / "settings.toml"));
    auto absent = is_new ? ledger::IfAbsent::Make : ledger::IfAbsent::Refuse;
    installation->m_master = TRY(ledger::master_key(installation->master_key_file(), absent));
    installation->m_master.keep_in_memory();
    installation->m_ledger = TRY(store::sqlite::open_ledger({data, installation->m_master, opening}));
    installation->m_index = std::make_unique<store::sqlite::SqliteIndex>(data / "ledger.sqlite");
    if (opening == store::sqlite::Opening::ForWriting)
        installation->m_desk = std::make_unique<store::sqlite::SqliteDesk>(data / "desk.sqlite", installation->m_master);
    return installation;
}

calendar::Instant last_entry(const ledger::Ledger& ledger) {
    const auto size = ledger.size();
    auto last = size == 0 ? Result<ledger::OpenedEntry>(ledger::OpenedEntry{}) : ledger.read_entry(size - 1);
    return last ? last->header.time : calendar::Instant{};
}

calendar::Instant now_of(const ledger::Ledger& ledger) { return std::max(calendar::Clock().now(), last_entry(ledger)); }

fs::path Installation::master_key_file() const { return m_settings.master_key.value_or(m_folder / "master.key"); }

Bytes Installation::secret_for(std::string_view use) const {
    return Bytes(view(hmac_sha256(m_master.view(), use)));
}

} // namespace lifestory::app
