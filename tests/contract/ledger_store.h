// A store under test: how to open it in a folder, so that the same suite runs on each. PostgreSQL joins by one more.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "ledger/ledger.h"

namespace lifestory::contract {

struct LedgerStore {
    std::string name;
    std::function<Result<std::unique_ptr<ledger::Ledger>>(const std::filesystem::path& folder)> open;
};

LedgerStore sqlite_store();          // next key after 1,048,576 sealings, as in life
LedgerStore sqlite_with_short_keys(); // next key after 4, to see it happen

// A folder of its own, gone with the test.
class Folder {
public:
    Folder();
    ~Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

calendar::Instant at(int minute);
ledger::Append act(RecordNumber record, const std::string& content); // one entry, a fresh form
void copy_folder(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace lifestory::contract
