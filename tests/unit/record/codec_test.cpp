#include <cstdlib>
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "base/json.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

std::string golden_path(const Content& content) {
    return std::string(SOURCE_FOLDER) + "/tests/golden/entries/" + kind_of(content) + ".json";
}

std::string file(const std::string& path) {
    std::ifstream in(path);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

ledger::OpenedEntry with_content(std::string content) {
    auto one = opened(tilly, 5, CaseNote{});
    one.content = std::move(content);
    return one;
}

} // namespace

TEST(Codec, writes_every_kind_in_its_promised_spelling) {
    // To renew after a format gained a key: LIFESTORY_RENEW_GOLDEN=1, then read the difference as code.
    for (const auto& content : one_of_every_kind()) {
        const auto written = write_content(said_by(priya), content) + "\n";
        if (std::getenv("LIFESTORY_RENEW_GOLDEN"))
            std::ofstream(golden_path(content)) << written;
        EXPECT_EQ(written, file(golden_path(content))) << golden_path(content);
    }
}

TEST(Codec, has_a_sample_of_every_kind) {
    std::set<std::size_t> kinds;
    for (const auto& content : one_of_every_kind())
        kinds.insert(content.index());
    EXPECT_EQ(kinds.size(), std::variant_size_v<Kinds>);
}

TEST(Codec, reads_back_what_it_wrote) {
    for (const auto& content : one_of_every_kind()) {
        const auto read = read_entry(opened(tilly, 9, content));
        ASSERT_TRUE(read.has_value()) << kind_of(content);
        EXPECT_EQ(read->content, content) << kind_of(content);
        EXPECT_EQ(read->said, said_by(priya));
        EXPECT_EQ(read->place, 9u);
        EXPECT_EQ(read->id, id_at(9));
        EXPECT_EQ(read->record, tilly);
    }
}

TEST(Codec, reads_an_old_entry_in_which_newer_keys_are_missing) {
    const auto read =
        read_entry(with_content(R"({"kind":"visit","content":{"form":{"record_type":"visit"}}})"));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(form_of(read->content)->record_type, "visit");
    EXPECT_FALSE(std::get<Visit>(read->content).late);
    EXPECT_TRUE(read_entry(with_content(R"({"kind":"worker"})")).has_value());
    EXPECT_TRUE(std::get<Worker>(read_entry(with_content(R"({"kind":"worker"})"))->content).working);
}

TEST(Codec, passes_over_keys_of_a_newer_program) {
    const auto read =
        read_entry(with_content(R"({"kind":"comment","new":1,"content":{"words":"Yes.","mood":3}})"));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(std::get<Comment>(read->content).words, "Yes.");
}

TEST(Codec, refuses_an_unknown_kind_and_names_a_value_of_the_wrong_shape) {
    EXPECT_EQ(read_entry(with_content(R"({"kind":"spell","content":{}})")).refusal().code, "unknown-kind");
    EXPECT_EQ(read_entry(with_content(R"({"content":{}})")).refusal().code, "unknown-kind");
    EXPECT_EQ(read_entry(with_content("[]")).refusal().code, "not-an-entry");
    EXPECT_EQ(read_entry(with_content("{")).refusal().code, "not-json");
    const auto wrong = read_entry(with_content(
        R"({"kind":"visit","content":{"form":{"answers":[{"item":"seen","value":{"seen":"perhaps"}}]}}})"));
    EXPECT_EQ(wrong.refusal().code, "not-an-entry");
    EXPECT_NE(wrong.refusal().field.find("seen"), std::string::npos);
    EXPECT_EQ(read_entry(with_content(R"({"kind":"comment","happened_on":"2026-02-30"})")).refusal().field,
              "happened_on");
}

TEST(Codec, joins_the_looks_of_one_commit_into_one_entry) {
    Look first{priya, "Priya Anand", "Social Worker", "works with Tilly",
               tilly, std::nullopt,  "5e55",          at("2026-12-23T10:40:00.000Z")};
    auto second = first;
    second.worker = gareth;
    const auto one = line_of(first, looks), two = line_of(second, looks);
    EXPECT_EQ(one.stream, looks);
    EXPECT_EQ(one.before, two.before);
    EXPECT_EQ(one.after, two.after);
    const auto read = read_entry(with_content(one.before + one.line + "," + two.line + one.after));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(std::get<Read>(read->content).looks, (std::vector<Look>{first, second}));
}

TEST(Codec, keeps_a_form_as_a_draft_would) {
    const auto form = visit_form();
    EXPECT_EQ(*read_form(write_form(form)), form);
    EXPECT_EQ(*read_form("{}"), Form{});
    EXPECT_FALSE(read_form("[1]").has_value());
}

TEST(Codec, keeps_what_a_decision_rests_on_and_whom_else_a_meeting_was_about) {
    const Form decision{"key-decision", "Decision", {{"relied-on", "What this decision rests on", "decision", "entry",
                                                      Entries{{{EntryId::from_bytes("fedcba9876543210"), "Visit", *calendar::parse_day("2026-12-09")}}}}}};
    EXPECT_EQ(*read_form(write_form(decision)), decision);
    EXPECT_EQ(words_of(decision.answers.front()), "Visit, 9 December 2026");
    const auto old = read_entry(with_content(R"({"kind":"meeting","content":{"form":{"record_type":"core-group"}}})"));
    EXPECT_FALSE(std::get<Meeting>(old->content).one_meeting);
    const auto read = read_entry(with_content(
        R"({"kind":"meeting","content":{"one_meeting":{"meeting":"00112233445566778899aabbccddeeff","with":["ffeeddccbbaa99887766554433221100"]}}})"));
    EXPECT_EQ(std::get<Meeting>(read->content).one_meeting->with.front().hex(), "ffeeddccbbaa99887766554433221100");
}

TEST(Codec, writes_no_kind_and_no_key_that_its_document_does_not_name) {
    const auto document = file(std::string(SOURCE_FOLDER) + "/docs/formats/entries.md");
    const auto names = [&](std::string_view word) {
        return document.find("`" + std::string(word) + "`") != std::string::npos;
    };
    for (const auto& content : one_of_every_kind()) {
        EXPECT_TRUE(names(kind_of(content))) << kind_of(content);
        std::visit(
            [&](const auto& kind) {
                each_field(kind, [&](std::string_view key, const auto&) {
                    EXPECT_TRUE(names(key)) << kind_of(content) << "." << key;
                });
            },
            content);
    }
    const auto said = said_by(priya);
    each_field(said, [&](std::string_view key, const auto&) { EXPECT_TRUE(names(key)) << key; });
}
