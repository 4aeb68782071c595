// Files kept beside the book: whole, under their record's key, taken by the act that names them and by no other; and what somebody with
// SQL did to one is found and named.
#include <gtest/gtest.h>

#include "contract/ledger_store.h"
#include "store/sqlite/database.h"

namespace lifestory::contract {

namespace {

using store::sqlite::Database;
using store::sqlite::OpenAs;

class Files : public testing::TestWithParam<LedgerStore> {
protected:
    void SetUp() override {
        open();
        ASSERT_TRUE(m_ledger->append(act(m_tilly, R"({"words":"Tilly's record begins."})")));
        ASSERT_TRUE(m_ledger->append(act(m_omar, R"({"words":"Omar's record begins."})")));
    }

    void open() {
        m_ledger.reset();
        m_ledger = *GetParam().open(m_folder.path());
    }

    // Longer than one piece.
    static std::string drawing() {
        std::string bytes;
        for (int i = 0; i < 700'000; ++i)
            bytes += static_cast<char>(i * 31 % 251);
        return bytes;
    }

    ledger::NamedFile keep(RecordNumber record, FormNumber form, const std::string& bytes) {
        return *m_ledger->keep_file({record, FileNumber::random(), form, bytes});
    }

    ledger::Append naming(RecordNumber record, const ledger::NamedFile& file, FormNumber form) {
        auto append = act(record, R"({"words":"Your drawing."})");
        append.form = form;
        append.entries.front().files = {file};
        return append;
    }

    // A drawing that an entry of Tilly's names.
    ledger::NamedFile signed_drawing() {
        const auto form = FormNumber::random();
        auto file = keep(m_tilly, form, drawing());
        EXPECT_TRUE(m_ledger->append(naming(m_tilly, file, form)));
        return file;
    }

    void sql(const char* script) {
        m_ledger.reset();
        Database(m_folder.path() / "ledger.sqlite", OpenAs::Writer, store::sqlite::Durability::Normal).run(script);
        open();
    }

    void expect_named(const std::string& what) {
        for (const auto& verified : {m_ledger->verify(), m_ledger->verify(m_tilly)}) {
            ASSERT_EQ(verified.wrong.size(), 1u);
            EXPECT_EQ(verified.wrong.front().number, 2u);
            EXPECT_EQ(verified.wrong.front().record, m_tilly);
            EXPECT_NE(verified.wrong.front().what.find(what), std::string::npos) << verified.wrong.front().what;
        }
    }

    Folder m_folder;
    std::unique_ptr<ledger::Ledger> m_ledger;
    RecordNumber m_tilly = RecordNumber::random(), m_omar = RecordNumber::random();
};

TEST_P(Files, What_was_kept_and_named_is_read_again_also_after_the_book_was_closed) {
    auto file = signed_drawing();
    EXPECT_EQ(file.length, drawing().size());
    EXPECT_EQ(file.sha256, sha256(drawing()));
    open();
    EXPECT_EQ(whole(m_ledger->open_file(m_tilly, file.file)->bytes), drawing());
    EXPECT_EQ(m_ledger->read(m_tilly)->back().files, std::vector{file});
    EXPECT_TRUE(m_ledger->waiting_files().empty());
    EXPECT_TRUE(m_ledger->verify().wrong.empty());
}

TEST_P(Files, One_records_file_is_not_found_in_another) {
    auto file = signed_drawing();
    EXPECT_EQ(m_ledger->open_file(m_omar, file.file).refusal().code, "not-found");
}

TEST_P(Files, What_waits_is_told_dropped_and_then_gone) {
    const auto form = FormNumber::random();
    auto file = keep(m_tilly, form, "a scan");
    EXPECT_EQ(m_ledger->waiting_files(), (std::vector{ledger::WaitingFile{m_tilly, file.file, form}}));
    m_ledger->drop_file(m_omar, file.file);
    EXPECT_EQ(m_ledger->waiting_files().size(), 1u) << "another record drops nothing of this one";
    m_ledger->drop_file(m_tilly, file.file);
    EXPECT_TRUE(m_ledger->waiting_files().empty());
    EXPECT_EQ(m_ledger->open_file(m_tilly, file.file).refusal().code, "not-found");
    EXPECT_EQ(m_ledger->append(naming(m_tilly, file, form)).refusal().code, "file-gone");
    EXPECT_EQ(m_ledger->size(), 2u) << "an act whose file is gone leaves nothing behind";
}

TEST_P(Files, An_act_refused_at_its_second_entry_leaves_nothing_of_its_first) {
    const auto form = FormNumber::random();
    auto file = keep(m_tilly, form, "a scan");
    auto both = act(m_omar, R"({"words":"Omar's visit."})");
    both.form = form;
    both.entries.push_back(naming(m_tilly, file, form).entries.front());
    m_ledger->drop_file(m_tilly, file.file);
    EXPECT_EQ(m_ledger->append(both).refusal().code, "file-gone");
    EXPECT_EQ(m_ledger->size(), 2u);
    EXPECT_EQ(m_ledger->length(m_omar), 1u);
    auto next = m_ledger->append(act(m_omar, R"({"words":"Another visit."})"));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->entries.front().number, 2u);
    EXPECT_EQ(next->entries.front().place, 1u);
    EXPECT_TRUE(m_ledger->verify().wrong.empty()) << m_ledger->verify().wrong.front().what;
}

TEST_P(Files, What_an_entry_names_is_never_dropped) {
    auto file = signed_drawing();
    m_ledger->drop_file(m_tilly, file.file);
    EXPECT_EQ(whole(m_ledger->open_file(m_tilly, file.file)->bytes), drawing());
}

TEST_P(Files, An_act_takes_only_what_waits_for_it_in_its_record_as_it_was_kept) {
    const auto form = FormNumber::random();
    auto file = keep(m_tilly, form, "a scan");
    EXPECT_EQ(m_ledger->append(naming(m_tilly, file, FormNumber::random())).refusal().code, "file-gone") << "another act's";
    EXPECT_EQ(m_ledger->append(naming(m_omar, file, form)).refusal().code, "file-gone") << "another record's";
    auto changed = file;
    changed.sha256 = sha256("another scan");
    EXPECT_EQ(m_ledger->append(naming(m_tilly, changed, form)).refusal().code, "file-gone") << "not as it was kept";
    ASSERT_TRUE(m_ledger->append(naming(m_tilly, file, form)));
    auto again = m_ledger->append(naming(m_tilly, file, form));
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->already) << "pressed twice";
}

TEST_P(Files, Nothing_and_too_much_are_refused_and_leave_nothing_behind) {
    EXPECT_EQ(m_ledger->keep_file({m_tilly, FileNumber::random(), FormNumber::random(), ""}).refusal().code, "file-empty");
    const std::string large(ledger::longest_file + 1, 'x');
    EXPECT_EQ(m_ledger->keep_file({m_tilly, FileNumber::random(), FormNumber::random(), large}).refusal().code, "file-too-large");
    EXPECT_EQ(m_ledger->keep_file({RecordNumber::random(), FileNumber::random(), FormNumber::random(), "a scan"}).refusal().code, "key-destroyed");
    EXPECT_TRUE(m_ledger->waiting_files().empty());
}

TEST_P(Files, Nothing_of_its_words_stands_in_the_book_in_the_clear) {
    const auto form = FormNumber::random();
    keep(m_tilly, form, "the street where Nan lives");
    m_ledger.reset();
    Database database(m_folder.path() / "ledger.sqlite", OpenAs::Reader);
    auto row = database.statement("SELECT count(*) FROM file_pieces WHERE instr(sealed, 'Nan')");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer_at(0), 0);
}

TEST_P(Files, A_flipped_byte_is_found_and_the_entry_named) {
    signed_drawing();
    sql("UPDATE file_pieces SET sealed = substr(sealed, 1, 40) || zeroblob(1) || substr(sealed, 42) WHERE place = 2");
    expect_named("does not open");
}

TEST_P(Files, A_piece_that_was_taken_away_is_found) {
    signed_drawing();
    sql("DELETE FROM file_pieces WHERE place = 3");
    expect_named("lacks a piece");
}

TEST_P(Files, A_file_that_was_taken_away_is_found) {
    signed_drawing();
    sql("DELETE FROM files; DELETE FROM file_pieces");
    expect_named("is missing");
}

TEST_P(Files, Two_pieces_that_changed_places_are_found) {
    signed_drawing();
    sql("UPDATE file_pieces SET place = CASE place WHEN 1 THEN 11 ELSE 12 END WHERE place < 3; UPDATE file_pieces SET place = 13 - place WHERE place > 10");
    expect_named("does not open");
}

TEST_P(Files, One_that_comes_in_pieces_goes_on_after_a_cut_and_is_then_like_any_other) {
    const auto bytes = drawing();
    const ledger::ArrivingFile film{m_tilly, FileNumber::random(), FormNumber::random(), "sealed words", calendar::Instant(std::chrono::seconds(1'000)), 0};
    ASSERT_TRUE(m_ledger->begin_file(film));
    EXPECT_EQ(m_ledger->add_to_file(film, 0, bytes.substr(0, ledger::file_piece)).value(), ledger::file_piece);
    open();
    ASSERT_EQ(m_ledger->arriving_files().size(), 1u);
    EXPECT_EQ(m_ledger->arriving_files().front().length, ledger::file_piece);
    EXPECT_EQ(m_ledger->arriving_files().front().said, "sealed words");
    EXPECT_EQ(m_ledger->add_to_file(film, 0, bytes).refusal().code, "file-gap") << "it was stored already";
    EXPECT_EQ(m_ledger->add_to_file(film, 2 * ledger::file_piece, "x").refusal().code, "file-gap") << "a piece between would be missing";
    EXPECT_EQ(m_ledger->open_file(m_tilly, film.file).refusal().code, "not-found") << "it is no file yet";
    ASSERT_TRUE(m_ledger->add_to_file(film, ledger::file_piece, bytes.substr(ledger::file_piece)));
    EXPECT_EQ(m_ledger->add_to_file(film, bytes.size(), "x").refusal().code, "file-gap") << "its last piece has come";
    EXPECT_EQ(whole(*m_ledger->read_arriving(m_tilly, film.file)), bytes);
    EXPECT_EQ(m_ledger->read_arriving(m_omar, film.file).refusal().code, "not-found");
    auto file = m_ledger->finish_file(m_tilly, film.file);
    ASSERT_TRUE(file);
    EXPECT_EQ(*file, (ledger::NamedFile{film.file, bytes.size(), sha256(bytes)}));
    EXPECT_TRUE(m_ledger->arriving_files().empty());
    EXPECT_EQ(m_ledger->finish_file(m_tilly, film.file).refusal().code, "not-found") << "once";
    ASSERT_TRUE(m_ledger->append(naming(m_tilly, *file, film.form)));
    EXPECT_EQ(whole(m_ledger->open_file(m_tilly, film.file)->bytes), bytes);
    EXPECT_TRUE(m_ledger->verify().wrong.empty());
}

TEST_P(Files, One_that_was_given_up_or_is_too_long_leaves_nothing_behind) {
    const ledger::ArrivingFile film{m_tilly, FileNumber::random(), FormNumber::random(), "", {}, 0};
    ASSERT_TRUE(m_ledger->begin_file(film));
    EXPECT_EQ(m_ledger->finish_file(m_tilly, film.file).refusal().code, "file-empty");
    ASSERT_TRUE(m_ledger->add_to_file(film, 0, std::string(ledger::file_piece, 'x')));
    EXPECT_EQ(m_ledger->add_to_file(film, ledger::longest_file, "x").refusal().code, "file-too-large");
    m_ledger->drop_file(m_omar, film.file);
    EXPECT_EQ(m_ledger->arriving_files().size(), 1u) << "another record drops nothing of this one";
    m_ledger->drop_file(m_tilly, film.file);
    EXPECT_TRUE(m_ledger->arriving_files().empty());
    EXPECT_EQ(m_ledger->add_to_file(film, ledger::file_piece, "x").refusal().code, "not-found");
    m_ledger.reset();
    Database database(m_folder.path() / "ledger.sqlite", OpenAs::Reader);
    auto row = database.statement("SELECT count(*) FROM file_pieces");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.integer_at(0), 0);
}

TEST_P(Files, Any_part_of_one_is_read_without_the_rest) {
    auto file = signed_drawing();
    const auto bytes = m_ledger->open_file(m_tilly, file.file)->bytes;
    EXPECT_EQ(bytes.length, drawing().size());
    EXPECT_EQ(bytes.read(ledger::file_piece - 3, 7), drawing().substr(ledger::file_piece - 3, 7)) << "across two pieces";
    EXPECT_EQ(bytes.read(drawing().size() - 2, 100), drawing().substr(drawing().size() - 2));
    EXPECT_EQ(bytes.read(drawing().size(), 100), "");
    sql("UPDATE file_pieces SET sealed = zeroblob(40) WHERE place = 1");
    EXPECT_EQ(m_ledger->open_file(m_tilly, file.file)->bytes.read(2 * ledger::file_piece, 5), drawing().substr(2 * ledger::file_piece, 5));
    EXPECT_THROW(m_ledger->open_file(m_tilly, file.file)->bytes.read(0, 5), Fault);
}

INSTANTIATE_TEST_SUITE_P(OnEachStore, Files, testing::Values(sqlite_store(), sqlite_with_short_keys()), [](const auto& of) { return of.param.name; });

} // namespace

} // namespace lifestory::contract
