// A desk in a folder of its own, for each store that keeps one: the contract suite runs on all of them.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/fault.h"
#include "desk/desk.h"
#include "store/sqlite/desk.h"

namespace lifestory::contract {

struct DeskStore {
    std::string name;
    std::function<std::unique_ptr<desk::Desk>(const std::filesystem::path& folder, const ledger::SecretKey& master)> open;
};

inline std::vector<DeskStore> desk_stores() {
    return {{"sqlite", [](const std::filesystem::path& folder, const ledger::SecretKey& master) {
                 return std::make_unique<store::sqlite::SqliteDesk>(folder / "desk.sqlite", master);
             }}};
}

inline desk::Instant at(int minutes) {
    using namespace std::chrono_literals;
    return desk::Instant(std::chrono::sys_days(std::chrono::year(2026) / 12 / 23).time_since_epoch()) + 10h + std::chrono::minutes(minutes);
}

class DeskContract : public testing::TestWithParam<DeskStore> {
protected:
    DeskContract() : folder(std::filesystem::temp_directory_path() / ("desk-" + to_hex(random_bytes(8)))), master(ledger::SecretKey::random()) {
        std::filesystem::create_directories(folder);
        desk = GetParam().open(folder, master);
    }
    ~DeskContract() override {
        desk.reset();
        std::filesystem::remove_all(folder);
    }
    void reopen() {
        desk.reset();
        desk = GetParam().open(folder, master);
    }

    std::filesystem::path folder;
    ledger::SecretKey master;
    std::unique_ptr<desk::Desk> desk;
    desk::Writer priya{WorkerNumber::random(), "Priya Anand"};
    desk::Writer sam{WorkerNumber::random(), "Sam Okoro"};

    desk::Draft begin() { return *desk->begin_draft({FormNumber::random(), priya, RecordNumber::random(), "visit"}, at(0)); }
    Result<desk::Saved> save(const desk::Draft& draft, std::uint64_t version, desk::Fields fields, const desk::Writer& writer, int minute = 1) {
        return desk->save({draft.draft, version, std::move(fields), "think", writer, at(minute)});
    }
};

inline std::string store_name(const testing::TestParamInfo<DeskStore>& store) { return store.param.name; }

} // namespace lifestory::contract
