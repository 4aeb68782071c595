// 10,000 random single bits of the used content of a small book are flipped, one after the other: verify finds each and
// names the entry, or of a key its record. LIFESTORY_FLIPS says how many.
#include <cstdlib>
#include <filesystem>
#include <random>

#include <gtest/gtest.h>

#include "store/sqlite/database.h"
#include "store/sqlite/ledger.h"

using namespace lifestory;

namespace {

using store::sqlite::Database;
using store::sqlite::OpenAs;
using store::sqlite::Opening;

struct Folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / ("lifestory-" + RecordNumber::random().hex());
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
};

std::unique_ptr<store::sqlite::SqliteLedger> open(const std::filesystem::path& folder, Opening opening) {
    auto key = *ledger::master_key(folder / "master.key", ledger::IfAbsent::Make);
    return *store::sqlite::open_ledger({folder, key, opening});
}

// Three records, in the order of their numbers.
std::array<RecordNumber, 3> write_book(const std::filesystem::path& folder, int entries) {
    std::array<RecordNumber, 3> records{RecordNumber::random(), RecordNumber::random(), RecordNumber::random()};
    std::sort(records.begin(), records.end());
    auto ledger = open(folder, Opening::ForWriting);
    for (int n = 0; n < entries; ++n) {
        ledger::Append act{FormNumber::random(), calendar::Instant(*calendar::parse_day("2026-12-23")), {}, {}};
        act.entries.push_back({records[static_cast<std::size_t>(n % 3)], EntryId::random(), R"({"words":"Nan made soup."})", {}});
        EXPECT_TRUE(ledger->append(act));
    }
    return records;
}

struct Cell {
    std::string kind;
    const char* file;
    const char* select;
    const char* update;
    std::int64_t row;
    bool is_text;
};

// Every row of every table whose content counts, as somebody with SQL reaches it.
std::vector<Cell> cells(std::int64_t entries) {
    std::vector<Cell> all;
    for (std::int64_t row = 0; row < entries; ++row) {
        all.push_back({"header", "ledger.sqlite", "SELECT header FROM entries WHERE number = ?1", "UPDATE entries SET header = ?2 WHERE number = ?1", row, true});
        all.push_back({"body", "ledger.sqlite", "SELECT body FROM entries WHERE number = ?1", "UPDATE entries SET body = ?2 WHERE number = ?1", row, false});
        all.push_back({"record", "ledger.sqlite", "SELECT record FROM entries WHERE number = ?1", "UPDATE entries SET record = ?2 WHERE number = ?1", row, false});
        all.push_back({"form", "ledger.sqlite", "SELECT form FROM forms WHERE first = ?1", "UPDATE forms SET form = ?2 WHERE first = ?1", row, false});
    }
    for (int weight = 0; weight < 200; ++weight) {
        all.push_back({"tile", "ledger.sqlite", "SELECT hashes FROM tiles WHERE rowid = ?1", "UPDATE tiles SET hashes = ?2 WHERE rowid = ?1", 1, false});
        all.push_back({"checkpoint", "ledger.sqlite", "SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1 OFFSET ?1",
                       "UPDATE checkpoints SET note = ?2 WHERE size = (SELECT size FROM checkpoints ORDER BY size DESC LIMIT 1 OFFSET ?1)",
                       weight % 2, true});
        all.push_back({"key", "keys.sqlite", "SELECT wrapped FROM record_keys ORDER BY record LIMIT 1 OFFSET ?1",
                       "UPDATE record_keys SET wrapped = ?2 WHERE record = (SELECT record FROM record_keys ORDER BY record LIMIT 1 OFFSET ?1)",
                       weight % 3, false});
        all.push_back({"installation", "keys.sqlite", "SELECT sealed FROM installation WHERE one = ?1", "UPDATE installation SET sealed = ?2 WHERE one = ?1", 1, false});
    }
    return all;
}

class Flipper {
public:
    explicit Flipper(const std::filesystem::path& folder)
        : m_ledger(folder / "ledger.sqlite", OpenAs::Writer, store::sqlite::Durability::Normal),
          m_keys(folder / "keys.sqlite", OpenAs::Writer, store::sqlite::Durability::Normal) {}

    std::string read(const Cell& cell) {
        auto row = database(cell).statement(cell.select);
        row.integer(1, cell.row);
        EXPECT_TRUE(row.step());
        return std::string(cell.is_text ? row.text_at(0) : row.blob_at(0));
    }
    void write(const Cell& cell, const std::string& value) {
        auto row = database(cell).statement(cell.update);
        row.integer(1, cell.row);
        cell.is_text ? row.text(2, value) : row.blob(2, value);
        row.run();
    }

private:
    Database& database(const Cell& cell) { return std::string_view(cell.file) == "keys.sqlite" ? m_keys : m_ledger; }
    Database m_ledger, m_keys;
};

// What verify must say of it: the entry's number; of a key, its record; of what belongs to no entry, that.
bool is_named(const Cell& cell, std::size_t octet, const ledger::Verified& verified, const std::array<RecordNumber, 3>& records) {
    for (const auto& wrong : verified.wrong) {
        bool of_entry = wrong.number == static_cast<EntryNumber>(cell.row);
        if ((cell.kind == "header" || cell.kind == "body" || cell.kind == "record" || cell.kind == "form") && of_entry)
            return true;
        if (cell.kind == "tile" && wrong.number == octet / 32)
            return true;
        if (cell.kind == "checkpoint" && wrong.number && wrong.what.find("checkpoint") != std::string::npos)
            return true;
        if (cell.kind == "key" && wrong.record == records[static_cast<std::size_t>(cell.row)])
            return true;
        if (cell.kind == "installation" && wrong.what.find("installation") != std::string::npos)
            return true;
    }
    return false;
}

int flips() {
    const char* wanted = std::getenv("LIFESTORY_FLIPS");
    return wanted ? std::atoi(wanted) : 10'000;
}

} // namespace

TEST(FlippedBits, ten_thousand_at_random_are_each_found_and_the_entry_named) {
    constexpr int entries = 261; // one full tile and an edge
    Folder folder;
    auto records = write_book(folder.path, entries);
    auto reading = open(folder.path, Opening::ForReading);
    ASSERT_TRUE(reading->verify().wrong.empty());
    Flipper flipper(folder.path);
    auto all = cells(entries);
    std::mt19937 random(20261223);
    for (int flip = 0; flip < flips(); ++flip) {
        const auto& cell = all[random() % all.size()];
        auto value = flipper.read(cell);
        auto changed = value;
        auto bit = random() % (value.size() * 8);
        changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
        flipper.write(cell, changed);
        auto verified = reading->verify();
        ASSERT_TRUE(is_named(cell, bit / 8, verified, records)) << cell.kind << " " << cell.row << ", bit " << bit;
        if (cell.kind == "header" || cell.kind == "body") {
            ASSERT_EQ(verified.wrong.front().number, static_cast<EntryNumber>(cell.row)) << cell.kind << ", bit " << bit;
        }
        flipper.write(cell, value);
    }
    EXPECT_TRUE(reading->verify().wrong.empty());
}
