#include "contract/ledger_store.h"

#include "store/sqlite/ledger.h"

namespace lifestory::contract {

namespace {

Result<std::unique_ptr<ledger::Ledger>> open_sqlite(const std::filesystem::path& folder, std::uint64_t sealings) {
    auto key = TRY(ledger::master_key(folder / "master.key", ledger::IfAbsent::Make));
    auto opened = TRY(store::sqlite::open_ledger({folder, key, store::sqlite::Opening::ForWriting, sealings}));
    return std::unique_ptr<ledger::Ledger>(std::move(opened));
}

} // namespace

LedgerStore sqlite_store() {
    return {"sqlite", [](const std::filesystem::path& folder) { return open_sqlite(folder, 1 << 20); }};
}

LedgerStore sqlite_with_short_keys() {
    return {"sqlite_with_short_keys", [](const std::filesystem::path& folder) { return open_sqlite(folder, 4); }};
}

Folder::Folder() : m_path(std::filesystem::temp_directory_path() / ("lifestory-" + RecordNumber::random().hex())) {
    std::filesystem::create_directories(m_path);
}

Folder::~Folder() { std::filesystem::remove_all(m_path); }

calendar::Instant at(int minute) {
    return calendar::Instant(*calendar::parse_day("2026-12-23")) + std::chrono::hours(9) + std::chrono::minutes(minute);
}

ledger::Append act(RecordNumber record, const std::string& content) {
    return {FormNumber::random(), at(0), {{record, EntryId::random(), content, {}}}, {}};
}

void copy_folder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace lifestory::contract
