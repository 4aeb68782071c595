// Somebody with SQL and the files, against the SQLite ledger: a changed entry is found and named; what verify alone
// cannot find (cut, restored, signed anew), whoever holds an older checkpoint finds. Flipped bits: tests/faults.
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "contract/ledger_store.h"
#include "store/sqlite/database.h"
#include "store/sqlite/ledger.h"

namespace lifestory::contract {

namespace {

using store::sqlite::Database;
using store::sqlite::OpenAs;
using store::sqlite::Opening;
using store::sqlite::SqliteLedger;

std::unique_ptr<SqliteLedger> open(const std::filesystem::path& folder, Opening opening) {
    auto key = *ledger::master_key(folder / "master.key", ledger::IfAbsent::Make);
    return *store::sqlite::open_ledger({folder, key, opening});
}

std::string content(int n) { return R"({"words":"You told me about day )" + std::to_string(n) + R"( at Nan's."})"; }

class Attack : public testing::Test {
protected:
    void write(int from, int to) {
        auto ledger = open(m_folder.path(), Opening::ForWriting);
        for (int n = from; n < to; ++n)
            ASSERT_TRUE(ledger->append(act(m_records[static_cast<std::size_t>(n % 3)], content(n))));
    }
    std::string checkpoint() { return open(m_folder.path(), Opening::ForReading)->checkpoint(); }
    ledger::Verified verify() { return open(m_folder.path(), Opening::ForReading)->verify(); }
    ledger::Verified verify_against(const std::string& note) {
        return open(m_folder.path(), Opening::ForReading)->verify_against(note);
    }
    Database book() { return Database(m_folder.path() / "ledger.sqlite", OpenAs::Writer, store::sqlite::Durability::Normal); }
    void sql(const char* script) { book().run(script); }

    static bool names(const ledger::Verified& verified, EntryNumber number) {
        for (const auto& wrong : verified.wrong)
            if (wrong.number == number)
                return true;
        return false;
    }

    Folder m_folder;
    std::array<RecordNumber, 3> m_records{RecordNumber::random(), RecordNumber::random(), RecordNumber::random()};
};

TEST_F(Attack, A_changed_text_is_found_and_named) {
    write(0, 30);
    sql("UPDATE entries SET body = substr(body, 1, 40) || zeroblob(1) || substr(body, 42) WHERE number = 7");
    EXPECT_TRUE(names(verify(), 7));
}

TEST_F(Attack, A_text_taken_from_another_entry_with_its_digest_is_found_and_named) {
    write(0, 30);
    sql("UPDATE entries SET body = (SELECT body FROM entries WHERE number = 10), header = replace(header, "
        "substr(header, instr(header, 'body ')), (SELECT substr(header, instr(header, 'body ')) FROM entries WHERE number = 10)) "
        "WHERE number = 7");
    auto verified = verify();
    EXPECT_TRUE(names(verified, 7));
    EXPECT_FALSE(names(verified, 10));
}

TEST_F(Attack, Two_swapped_entries_are_found_and_named) {
    write(0, 30);
    sql("CREATE TEMP TABLE held AS SELECT * FROM entries WHERE number IN (6, 9);"
        "UPDATE entries SET header = (SELECT header FROM held WHERE held.number = 15 - entries.number),"
        " body = (SELECT body FROM held WHERE held.number = 15 - entries.number) WHERE number IN (6, 9)");
    auto verified = verify();
    EXPECT_TRUE(names(verified, 6));
    EXPECT_TRUE(names(verified, 9));
}

TEST_F(Attack, An_entry_taken_out_is_found_and_named) {
    write(0, 30);
    sql("DELETE FROM entries WHERE number = 7");
    EXPECT_TRUE(names(verify(), 7));
}

TEST_F(Attack, An_entry_put_in_at_the_end_is_found_and_named) {
    write(0, 30);
    sql("INSERT INTO entries SELECT 30, record, place + 1, replace(header, 'number 29', 'number 30'), body FROM entries WHERE number = 29");
    EXPECT_TRUE(names(verify(), 30));
}

TEST_F(Attack, The_last_ten_cut_off_without_the_checkpoint_are_found_and_named) {
    write(0, 30);
    sql("DELETE FROM entries WHERE number >= 20; DELETE FROM forms WHERE first >= 20");
    EXPECT_TRUE(names(verify(), 20));
}

TEST_F(Attack, The_last_ten_cut_off_cleanly_are_found_by_whoever_holds_the_later_checkpoint) {
    write(0, 20);
    auto before = checkpoint();
    write(20, 30);
    auto held = checkpoint();
    sql("DELETE FROM entries WHERE number >= 20; DELETE FROM forms WHERE first >= 20; DELETE FROM checkpoints");
    {
        auto database = book();
        database.statement("INSERT INTO checkpoints (size, note) VALUES (20, ?1)").text(1, before).run();
    }
    EXPECT_TRUE(verify().wrong.empty()); // nothing in the book can tell
    EXPECT_TRUE(names(verify_against(held), 20));
    EXPECT_TRUE(verify_against(before).wrong.empty());
}

TEST_F(Attack, An_old_copy_restored_is_found_by_whoever_holds_the_later_checkpoint) {
    write(0, 20);
    Folder copy;
    copy_folder(m_folder.path(), copy.path());
    write(20, 25);
    auto held = checkpoint();
    copy_folder(copy.path(), m_folder.path());
    EXPECT_TRUE(verify().wrong.empty());
    EXPECT_FALSE(verify_against(held).wrong.empty());
    write(100, 105); // other entries to the same size: the real key signs them
    EXPECT_TRUE(verify().wrong.empty());
    EXPECT_FALSE(verify_against(held).wrong.empty());
    write(105, 130);
    EXPECT_FALSE(verify_against(held).wrong.empty());
}

TEST_F(Attack, A_book_written_anew_and_signed_with_the_real_key_is_found_by_whoever_holds_an_older_checkpoint) {
    write(0, 30);
    auto held = checkpoint();
    for (const auto* name : {"ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm"})
        std::filesystem::remove(m_folder.path() / name);
    write(0, 40);
    EXPECT_TRUE(verify().wrong.empty());
    EXPECT_FALSE(verify_against(held).wrong.empty());
}

TEST_F(Attack, A_book_whose_head_was_changed_takes_no_more_entries) {
    write(0, 30);
    sql("DELETE FROM entries WHERE number = 29");
    auto key = *ledger::master_key(m_folder.path() / "master.key", ledger::IfAbsent::Refuse);
    EXPECT_EQ(store::sqlite::open_ledger({m_folder.path(), key}).refusal().code, "book-wrong");
}

TEST_F(Attack, Another_master_key_opens_nothing) {
    write(0, 3);
    auto opened = store::sqlite::open_ledger({m_folder.path(), ledger::SecretKey::random(), Opening::ForReading});
    EXPECT_EQ(opened.refusal().code, "master-key-wrong");
}

TEST_F(Attack, A_lost_key_shuts_its_record_alone_and_verify_says_which) {
    write(0, 6);
    const auto beside = *open(m_folder.path(), Opening::ForReading)->seal_beside(m_records[1], "what was derived of it");
    {
        Database keys(m_folder.path() / "keys.sqlite", OpenAs::Writer);
        keys.statement("DELETE FROM record_keys WHERE record = ?1").number(1, m_records[1]).run();
    }
    auto ledger = open(m_folder.path(), Opening::ForReading);
    EXPECT_EQ(ledger->read(m_records[1]).refusal().code, "key-destroyed");
    EXPECT_EQ(ledger->open_beside(m_records[1], beside).refusal().code, "key-destroyed");
    EXPECT_TRUE(ledger->read(m_records[0]));
    auto verified = ledger->verify();
    ASSERT_EQ(verified.wrong.size(), 1u);
    EXPECT_EQ(verified.wrong[0].record, m_records[1]);
}

TEST_F(Attack, No_word_of_a_record_lies_readable_on_the_disk) {
    auto ledger = open(m_folder.path(), Opening::ForWriting);
    for (int n = 0; n < 300; ++n)
        ASSERT_TRUE(ledger->append(act(m_records[0], R"({"words":"MARKERWORD quillfeather"})")));
    ASSERT_TRUE(ledger->rebuild());
    auto search = [&] {
        int files = 0;
        for (const auto& file : std::filesystem::directory_iterator(m_folder.path())) {
            std::ifstream in(file.path(), std::ios::binary);
            std::string bytes(std::istreambuf_iterator<char>(in), {});
            for (const auto* word : {"MARKERWORD", "quillfeather", "words"})
                EXPECT_EQ(bytes.find(word), bytes.npos) << file.path();
            ++files;
        }
        EXPECT_GE(files, 4);
    };
    search(); // with the write-ahead log
    ledger.reset();
    search();
}

} // namespace

} // namespace lifestory::contract
