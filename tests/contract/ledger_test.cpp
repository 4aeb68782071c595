// What every ledger must do. Runs on each store.
#include <thread>

#include <gtest/gtest.h>

#include "base/fault.h"
#include "base/json.h"
#include "contract/ledger_store.h"
#include "ledger/merkle.h"

namespace lifestory::contract {

namespace {

class LedgerContract : public testing::TestWithParam<LedgerStore> {
protected:
    void open() {
        m_ledger.reset();
        m_ledger = *GetParam().open(m_folder.path());
    }
    void SetUp() override { open(); }

    ledger::Appended append(ledger::Append act) { return *m_ledger->append(std::move(act)); }
    void expect_verified() {
        auto verified = m_ledger->verify();
        for (const auto& wrong : verified.wrong)
            ADD_FAILURE() << "entry " << (wrong.number ? std::to_string(*wrong.number) : "?") << ": " << wrong.what;
        EXPECT_EQ(verified.entries, m_ledger->size());
    }
    Digest root() { return ledger::read_checkpoint(m_ledger->checkpoint(), m_ledger->verifier_key())->root; }

    Folder m_folder;
    std::unique_ptr<ledger::Ledger> m_ledger;
    RecordNumber m_tilly = RecordNumber::random(), m_omar = RecordNumber::random();
};

TEST_P(LedgerContract, A_new_book_is_empty_signed_and_verifies) {
    EXPECT_EQ(m_ledger->size(), 0u);
    auto head = ledger::read_checkpoint(m_ledger->checkpoint(), m_ledger->verifier_key());
    ASSERT_TRUE(head);
    EXPECT_EQ(head->size, 0u);
    EXPECT_TRUE(head->origin.starts_with("lifestory/"));
    EXPECT_EQ(head->origin.size(), 10u + 32u);
    expect_verified();
}

TEST_P(LedgerContract, What_was_appended_is_read_back_in_order_also_after_the_book_was_closed) {
    auto first = act(m_tilly, R"({"words":"You showed me your drawing."})");
    auto second = act(m_tilly, R"({"words":"Nan made soup."})");
    EXPECT_EQ(append(first).entries.at(0).place, 0u);
    append(act(m_omar, R"({"words":"Omar's day"})"));
    EXPECT_EQ(append(second).entries.at(0).place, 1u);
    open();
    auto read = m_ledger->read(m_tilly);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 2u);
    EXPECT_EQ(read->at(0).content, first.entries[0].content);
    EXPECT_EQ(read->at(0).id, first.entries[0].id);
    EXPECT_EQ(read->at(0).form, first.form);
    EXPECT_EQ(read->at(0).header.time, first.at);
    EXPECT_EQ(read->at(1).content, second.entries[0].content);
    EXPECT_EQ(read->at(1).header.number, 2u);
    EXPECT_EQ(m_ledger->length(m_tilly), 2u);
    EXPECT_EQ(m_ledger->read_entry(1)->header.record, m_omar);
    EXPECT_EQ(m_ledger->read_from(m_tilly, 1)->size(), 1u);
    EXPECT_EQ(m_ledger->read_from(m_tilly, 2)->size(), 0u);
    expect_verified();
}

TEST_P(LedgerContract, A_record_or_an_entry_that_is_not_there_is_refused) {
    EXPECT_EQ(m_ledger->read(m_tilly).refusal().code, "not-found");
    EXPECT_EQ(m_ledger->read_entry(0).refusal().code, "not-found");
    EXPECT_EQ(m_ledger->length(m_tilly), 0u);
}

TEST_P(LedgerContract, What_is_kept_beside_a_record_opens_for_that_record_alone) {
    append(act(m_tilly, R"({"words":"Nan made soup."})"));
    append(act(m_omar, R"({"words":"Omar's day"})"));
    const std::string plain("what rules ask\0of it", 20);
    auto sealed = m_ledger->seal_beside(m_tilly, plain);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(sealed->find("rules"), std::string::npos);
    EXPECT_EQ(*m_ledger->open_beside(m_tilly, *sealed), plain);
    EXPECT_EQ(m_ledger->open_beside(m_omar, *sealed).refusal().code, "not-opened");
    EXPECT_EQ(m_ledger->open_beside(m_tilly, "short").refusal().code, "not-opened");
    EXPECT_FALSE(m_ledger->seal_beside(RecordNumber::random(), plain));
    open();
    EXPECT_EQ(*m_ledger->open_beside(m_tilly, *sealed), plain);
}

TEST_P(LedgerContract, One_act_in_two_records_is_stored_whole) {
    ledger::Append both{FormNumber::random(), at(1), {{m_tilly, EntryId::random(), R"({"a":1})", 0}, {m_omar, EntryId::random(), R"({"a":2})", 0},
                                       {m_tilly, EntryId::random(), R"({"a":3})", 0}}, {}};
    auto stored = append(both);
    ASSERT_EQ(stored.entries.size(), 3u);
    EXPECT_EQ(stored.tree_size, 3u);
    EXPECT_EQ(stored.entries[2].place, 1u);
    expect_verified();
}

TEST_P(LedgerContract, A_form_sent_twice_is_stored_once_and_gets_the_first_answer) {
    auto visit = act(m_tilly, R"({"words":"once"})");
    auto first = append(visit);
    append(act(m_omar, R"({"words":"between"})"));
    visit.entries[0].content = R"({"words":"typed anew"})";
    visit.entries[0].expected_place = 0;
    open();
    auto second = append(visit);
    EXPECT_FALSE(first.already);
    EXPECT_TRUE(second.already);
    EXPECT_EQ(second.entries.at(0).id, first.entries.at(0).id);
    EXPECT_EQ(second.entries.at(0).number, first.entries.at(0).number);
    EXPECT_EQ(second.tree_size, first.tree_size);
    EXPECT_EQ(m_ledger->length(m_tilly), 1u);
    EXPECT_EQ(m_ledger->read(m_tilly)->at(0).content, R"({"words":"once"})");
    expect_verified();
}

TEST_P(LedgerContract, An_act_decided_on_an_older_record_is_refused_whole) {
    append(act(m_tilly, R"({"n":1})"));
    ledger::Append late{FormNumber::random(), at(2), {{m_omar, EntryId::random(), R"({"n":2})", 0},
                                       {m_tilly, EntryId::random(), R"({"n":3})", 0}}, {}};
    auto refused = m_ledger->append(late);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().code, "changed-meanwhile");
    EXPECT_EQ(m_ledger->length(m_omar), 0u);
    late.entries[1].expected_place = 1; // read again, signed again: the same form
    EXPECT_FALSE(append(late).already);
    expect_verified();
}

TEST_P(LedgerContract, What_is_no_entry_is_refused) {
    auto code = [&](ledger::Append wrong) { return m_ledger->append(std::move(wrong)).refusal().code; };
    EXPECT_EQ(code({}), "nothing-to-append");
    EXPECT_EQ(code(act(m_tilly, "")), "entry-misshapen");
    EXPECT_EQ(code(act(m_tilly, "[1]")), "entry-misshapen");
    EXPECT_EQ(code(act(m_tilly, R"({"a":1},"form":"x")")), "entry-misshapen");
    EXPECT_EQ(code(act(m_tilly, R"({"a":")" "\xff" R"("})")), "entry-misshapen");
    auto formless = act(m_tilly, "{}");
    formless.form = {};
    EXPECT_EQ(code(formless), "form-missing");
    ledger::Append lines{{}, at(0), {}, {{m_tilly, R"({"looks":[)", R"({"x":)", "]}"}}};
    EXPECT_EQ(code(lines), "line-misshapen");
    EXPECT_EQ(m_ledger->size(), 0u);
}

TEST_P(LedgerContract, Lines_of_one_commit_share_an_entry_and_none_is_lost) {
    auto looks = RecordNumber::random();
    constexpr int workers = 16, each = 20;
    std::vector<std::jthread> threads;
    for (int worker = 0; worker < workers; ++worker)
        threads.emplace_back([&, worker] {
            for (int i = 0; i < each; ++i) {
                ledger::Append look{{}, at(i), {}, {{looks, R"({"looks":[)", R"({"n":)" + std::to_string(worker * each + i) + "}", "]}"}}};
                EXPECT_TRUE(m_ledger->append(look));
            }
        });
    threads.clear();
    std::set<std::int64_t> seen;
    auto entries = *m_ledger->read(looks);
    for (const auto& entry : entries) {
        EXPECT_TRUE(entry.form.is_zero());
        auto content = *parse_json(entry.content);
        for (const auto& look : content.at("looks").as_array())
            EXPECT_TRUE(seen.insert(look.at("n").as_int64()).second);
    }
    EXPECT_EQ(seen.size(), std::size_t{workers * each});
    EXPECT_LT(m_ledger->length(looks), std::uint64_t{workers * each});
    expect_verified();
}

TEST_P(LedgerContract, Many_writers_and_one_form_raced_lose_nothing_and_double_nothing) {
    constexpr int writers = 8, each = 25;
    auto raced = act(m_tilly, R"({"raced":true})");
    std::atomic<int> first_answers = 0, places_won = 0;
    {
        std::vector<std::jthread> threads;
        for (int writer = 0; writer < writers; ++writer)
            threads.emplace_back([&] {
                if (!append(raced).already)
                    ++first_answers;
                for (int i = 0; i < each; ++i)
                    append(act(m_omar, R"({"n":0})"));
                auto claim = act(m_tilly, R"({"claim":true})");
                claim.entries[0].expected_place = 1;
                if (m_ledger->append(claim))
                    ++places_won;
            });
    }
    EXPECT_EQ(first_answers, 1);
    EXPECT_EQ(places_won, 1);
    EXPECT_EQ(m_ledger->length(m_omar), std::uint64_t{writers * each});
    EXPECT_EQ(m_ledger->length(m_tilly), 2u);
    expect_verified();
}

TEST_P(LedgerContract, Every_entry_is_proved_in_every_later_tree_and_every_tree_in_the_next) {
    constexpr std::uint64_t size = 300; // past the first full tile
    std::vector<std::pair<std::uint64_t, Digest>> heads;
    for (std::uint64_t i = 0; i < size; ++i) {
        append(act(i % 3 ? m_tilly : m_omar, R"({"n":1})"));
        if (i % 13 == 0 || i > 290 || (i > 250 && i < 260))
            heads.emplace_back(i + 1, root());
    }
    for (const auto& [tree, head] : heads) {
        for (std::uint64_t number = 0; number < tree; number += 7) {
            auto leaf = ledger::leaf_hash(ledger::write(m_ledger->read_entry(number)->header));
            auto proof = ledger::as_bytes(*m_ledger->inclusion_proof(number, tree));
            EXPECT_EQ(ledger::check(ledger::InclusionClaim{number, tree, view(leaf), view(head), proof}), ledger::Proven::Yes);
        }
        for (const auto& [later, newer] : heads)
            if (later >= tree) {
                auto proof = ledger::as_bytes(*m_ledger->consistency_proof(tree, later));
                EXPECT_EQ(ledger::check(ledger::ConsistencyClaim{tree, later, view(head), view(newer), proof}), ledger::Proven::Yes);
            }
    }
    EXPECT_FALSE(m_ledger->inclusion_proof(size, size));
    EXPECT_FALSE(m_ledger->inclusion_proof(0, size + 1));
    EXPECT_FALSE(m_ledger->consistency_proof(0, 1));
    EXPECT_FALSE(m_ledger->consistency_proof(3, 2));
    expect_verified();
}

TEST_P(LedgerContract, A_record_is_verified_alone) {
    for (int i = 0; i < 20; ++i)
        append(act(i % 2 ? m_tilly : m_omar, R"({"n":1})"));
    auto verified = m_ledger->verify(m_tilly);
    EXPECT_TRUE(verified.wrong.empty());
    EXPECT_EQ(verified.entries, 10u);
    EXPECT_FALSE(m_ledger->verify(RecordNumber::random()).wrong.empty());
}

TEST_P(LedgerContract, An_older_checkpoint_is_borne_out_and_another_books_is_not) {
    append(act(m_tilly, R"({"n":1})"));
    auto older = m_ledger->checkpoint();
    for (int i = 0; i < 300; ++i)
        append(act(m_omar, R"({"n":2})"));
    EXPECT_TRUE(m_ledger->verify_against(older).wrong.empty());
    Folder elsewhere;
    auto other = *GetParam().open(elsewhere.path());
    EXPECT_FALSE(m_ledger->verify_against(other->checkpoint()).wrong.empty());
    EXPECT_FALSE(m_ledger->verify_against("nonsense").wrong.empty());
}

TEST_P(LedgerContract, Readers_see_whole_acts_while_others_write) {
    std::atomic<bool> writing = true;
    std::jthread writer([&] {
        for (int i = 0; i < 200; ++i)
            append({FormNumber::random(), at(i), {{m_tilly, EntryId::random(), R"({"half":1})", {}}, {m_tilly, EntryId::random(), R"({"half":2})", {}}}, {}});
        writing = false;
    });
    while (writing) {
        auto read = m_ledger->read(m_tilly);
        if (read) {
            EXPECT_EQ(read->size() % 2, 0u);
        }
    }
    writer.join();
    expect_verified();
}

TEST_P(LedgerContract, One_book_has_one_writer) {
    auto second = GetParam().open(m_folder.path());
    ASSERT_FALSE(second);
    EXPECT_EQ(second.refusal().code, "in-use");
}

INSTANTIATE_TEST_SUITE_P(Stores, LedgerContract, testing::Values(sqlite_store(), sqlite_with_short_keys()),
                         [](const auto& store) { return store.param.name; });

} // namespace

} // namespace lifestory::contract
