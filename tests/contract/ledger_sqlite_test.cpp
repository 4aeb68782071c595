// What only the SQLite ledger has: rebuild, what doctor asks, and what it does when the disk or the lists fail.
#include <fstream>

#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include "base/fault.h"
#include "contract/ledger_store.h"
#include "store/sqlite/database.h"
#include "store/sqlite/ledger.h"

namespace lifestory::contract {

namespace {

using store::sqlite::Database;
using store::sqlite::OpenAs;
using store::sqlite::Opening;

auto open(const std::filesystem::path& folder, Opening opening = Opening::ForWriting) {
    auto key = *ledger::master_key(folder / "master.key", ledger::IfAbsent::Make);
    return *store::sqlite::open_ledger({folder, key, opening});
}

// A file layer over SQLite's own whose flushes and writes of the write-ahead log can be made to fail. SQLite knows it
// by name and keeps a pointer, so it is one for the whole test program.
struct FailingDisk {
    enum class Fails { Nothing, Flush, Space };
    sqlite3_vfs layer{};
    sqlite3_vfs* under = nullptr;
    sqlite3_io_methods methods{};
    const sqlite3_io_methods* real = nullptr;
    std::atomic<Fails> fails = Fails::Nothing;

    static FailingDisk& only() {
        static FailingDisk disk;
        return disk;
    }
    void install() {
        if (under)
            return;
        under = sqlite3_vfs_find(nullptr);
        layer = *under;
        layer.zName = "failing";
        layer.xOpen = [](sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
            auto& disk = only();
            int answer = disk.under->xOpen(disk.under, name, file, flags, out);
            if (answer == SQLITE_OK && file->pMethods && (flags & SQLITE_OPEN_WAL))
                disk.cover(file);
            return answer;
        };
        sqlite3_vfs_register(&layer, 1);
    }
    void cover(sqlite3_file* file) {
        real = file->pMethods;
        methods = *real;
        methods.xSync = [](sqlite3_file* of, int flags) {
            auto& disk = only();
            return disk.fails == Fails::Flush ? SQLITE_IOERR_FSYNC : disk.real->xSync(of, flags);
        };
        methods.xWrite = [](sqlite3_file* of, const void* bytes, int count, sqlite3_int64 at) {
            auto& disk = only();
            return disk.fails == Fails::Space ? SQLITE_FULL : disk.real->xWrite(of, bytes, count, at);
        };
        file->pMethods = &methods;
    }
    void remove() {
        fails = Fails::Nothing;
        sqlite3_vfs_register(under, 1);
    }
};

class SqliteLedgerTest : public testing::Test {
protected:
    Folder m_folder;
    RecordNumber m_tilly = RecordNumber::random();
};

class FailingDiskTest : public SqliteLedgerTest {
protected:
    void SetUp() override {
        FailingDisk::only().install();
        sqlite3_vfs_register(&FailingDisk::only().layer, 1);
    }
    void TearDown() override { FailingDisk::only().remove(); }
};

TEST_F(FailingDiskTest, After_a_failed_flush_nothing_more_is_taken_and_what_was_acknowledged_is_there) {
    {
        auto ledger = open(m_folder.path());
        ASSERT_TRUE(ledger->append(act(m_tilly, R"({"n":1})")));
        FailingDisk::only().fails = FailingDisk::Fails::Flush;
        EXPECT_THROW((void)ledger->append(act(m_tilly, R"({"n":2})")), Fault);
        FailingDisk::only().fails = FailingDisk::Fails::Nothing;
        EXPECT_THROW((void)ledger->append(act(m_tilly, R"({"n":3})")), Fault); // never tried again
    }
    auto ledger = open(m_folder.path());
    EXPECT_EQ(ledger->read(m_tilly)->at(0).content, R"({"n":1})");
    EXPECT_TRUE(ledger->verify().wrong.empty());
    EXPECT_TRUE(ledger->append(act(m_tilly, R"({"n":4})")));
}

TEST_F(FailingDiskTest, A_full_disk_refuses_loudly_and_writing_goes_on_when_there_is_space) {
    auto ledger = open(m_folder.path());
    ASSERT_TRUE(ledger->append(act(m_tilly, R"({"n":1})")));
    FailingDisk::only().fails = FailingDisk::Fails::Space;
    EXPECT_THROW((void)ledger->append(act(m_tilly, R"({"n":2})")), Fault);
    EXPECT_EQ(ledger->length(m_tilly), 1u);
    FailingDisk::only().fails = FailingDisk::Fails::Nothing;
    EXPECT_TRUE(ledger->append(act(m_tilly, R"({"n":3})")));
    EXPECT_EQ(ledger->length(m_tilly), 2u);
    EXPECT_TRUE(ledger->verify().wrong.empty());
}

TEST_F(SqliteLedgerTest, Rebuild_replays_every_entry_and_leaves_the_book_as_it_was) {
    auto ledger = open(m_folder.path());
    for (int n = 0; n < 30; ++n)
        ASSERT_TRUE(ledger->append(act(m_tilly, R"({"n":1})")));
    auto before = ledger->checkpoint();
    EXPECT_EQ(ledger->rebuild().value(), 30u);
    EXPECT_EQ(ledger->checkpoint(), before);
    EXPECT_TRUE(ledger->verify().wrong.empty());
}

TEST_F(SqliteLedgerTest, Files_are_for_their_owner_alone) {
    auto ledger = open(m_folder.path());
    ASSERT_TRUE(ledger->append(act(m_tilly, "{}")));
    for (const auto& file : std::filesystem::directory_iterator(m_folder.path())) {
        struct stat found {};
        ASSERT_EQ(::stat(file.path().c_str(), &found), 0);
        EXPECT_EQ(found.st_mode & 0077, 0u) << file.path();
    }
}

TEST_F(SqliteLedgerTest, Doctor_hears_of_a_sound_ledger_that_the_master_key_lies_beside_it) {
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms::owner_all);
    auto ledger = open(m_folder.path());
    ASSERT_TRUE(ledger->append(act(m_tilly, "{}")));
    auto health = ledger->check_health();
    EXPECT_TRUE(health.wrong.empty()) << health.wrong.front();
    EXPECT_EQ(health.entries, 1u);
    EXPECT_EQ(health.records, 1u);
    EXPECT_GT(health.flush.count(), 0);
    ASSERT_FALSE(health.advice.empty());
    EXPECT_NE(health.advice[0].find("master key"), std::string::npos);
}

TEST_F(SqliteLedgerTest, Doctor_hears_of_a_missing_key_and_of_files_that_others_can_read) {
    std::filesystem::permissions(m_folder.path(), std::filesystem::perms::owner_all);
    {
        auto ledger = open(m_folder.path());
        ASSERT_TRUE(ledger->append(act(m_tilly, "{}")));
    }
    Database(m_folder.path() / "keys.sqlite", OpenAs::Writer).run("DELETE FROM record_keys");
    std::filesystem::permissions(m_folder.path() / "master.key", std::filesystem::perms::others_read, std::filesystem::perm_options::add);
    auto health = open(m_folder.path(), Opening::ForReading)->check_health();
    ASSERT_EQ(health.wrong.size(), 2u);
    EXPECT_NE(health.wrong[0].find(m_tilly.hex()), std::string::npos);
    EXPECT_NE(health.wrong[1].find("master.key"), std::string::npos);
}

TEST_F(SqliteLedgerTest, A_reader_beside_the_writer_sees_what_was_committed_and_proves_it) {
    auto writer = open(m_folder.path());
    auto reader = open(m_folder.path(), Opening::ForReading);
    for (int n = 0; n < 5; ++n)
        ASSERT_TRUE(writer->append(act(m_tilly, R"({"n":1})")));
    EXPECT_EQ(reader->size(), 5u);
    EXPECT_EQ(reader->checkpoint(), writer->checkpoint());
    EXPECT_EQ(*reader->inclusion_proof(2, 5), *writer->inclusion_proof(2, 5));
    EXPECT_TRUE(reader->verify().wrong.empty());
    EXPECT_THROW((void)reader->append(act(m_tilly, "{}")), Fault);
}

TEST_F(SqliteLedgerTest, A_ledger_whose_keys_are_gone_is_not_founded_anew) {
    {
        auto ledger = open(m_folder.path());
        ASSERT_TRUE(ledger->append(act(m_tilly, "{}")));
    }
    for (const auto* name : {"keys.sqlite", "keys.sqlite-wal", "keys.sqlite-shm"})
        std::filesystem::remove(m_folder.path() / name);
    auto key = *ledger::master_key(m_folder.path() / "master.key", ledger::IfAbsent::Refuse);
    EXPECT_EQ(store::sqlite::open_ledger({m_folder.path(), key}).refusal().code, "keys-missing");
}

} // namespace

} // namespace lifestory::contract
