// What rules ask of a record, without its prose: it comes back as it was, and nothing is left in it that tells anything in words.
#include <gmock/gmock.h>

#include "base/json.h"
#include "record/outline.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

// Every kind that may stand in a child's stream, one after another.
std::vector<Entry> a_life() {
    std::vector<Entry> all;
    for (const auto& content : one_of_every_kind())
        if (stream_of(content) == StreamKind::Child) {
            all.push_back(entry(tilly, all.size(), content));
            all.back().form = {}; // no rule asks which form it came by
        }
    return all;
}

std::vector<Entry> without_prose(std::vector<Entry> entries) {
    for (auto& one : entries)
        leave_out_prose(one);
    return entries;
}

void gather(const Json& json, std::vector<std::string>& strings) {
    if (const auto* text = json.if_string())
        strings.emplace_back(text->data(), text->size());
    if (const auto* array = json.if_array())
        for (const auto& one : *array)
            gather(one, strings);
    if (const auto* object = json.if_object())
        for (const auto& [key, one] : *object)
            gather(one, strings);
}

// Of more than one word.
std::vector<std::string> phrases_in(const std::vector<Entry>& entries) {
    std::vector<std::string> strings;
    for (const auto& one : entries)
        gather(*parse_json(write_content(one.said, one.content)), strings);
    std::erase_if(strings, [](const auto& text) { return text.find(' ') == std::string::npos; });
    return strings;
}

} // namespace

TEST(Outline, comes_back_as_it_was_written) {
    const auto entries = without_prose(a_life());
    ASSERT_GT(entries.size(), 15u);
    const auto read = read_outline(tilly, write_outline(entries));
    ASSERT_TRUE(read) << read.refusal().message;
    EXPECT_EQ(*read, entries);
}

TEST(Outline, holds_no_words_but_what_was_chosen) {
    ASSERT_GT(phrases_in(a_life()).size(), 40u);
    EXPECT_THAT(phrases_in(without_prose(a_life())), ElementsAre("plan visit", "seen alone", "Kerry Barrow")) << "and to whom it was given, which a rule may ask";
}

TEST(Outline, keeps_what_rules_ask_of_an_answer) {
    Form form{"visit", "Visit", {{"happened", "What happened", "what-happened", "prose", Text{"You drew a cat."}},
                                 {"nothing", "Nothing", "about", "prose", Text{""}},
                                 {"agreed-every", "How often", "about", "interval", Text{"12 weeks"}},
                                 {"score", "How safe, of ten", "about", "number", Text{"7"}},
                                 {"left-at", "When I left", "about", "instant", AtInstant{at("2026-12-09T17:30:00.000Z")}},
                                 {"people", "Who was there", "about", "people", People{{{"Gareth Holloway", "team manager", std::nullopt, gareth}}, true}}}};
    auto cut = entry(tilly, 0, Visit{form, std::nullopt, {}, {}});
    leave_out_prose(cut);
    const auto& left = *form_of(cut.content);
    EXPECT_EQ(left.record_type, "visit");
    EXPECT_EQ(left.text("happened"), "-") << "that it was answered stays known";
    EXPECT_EQ(left.text("nothing"), "");
    EXPECT_EQ(left.text("agreed-every"), "12 weeks");
    EXPECT_EQ(left.text("score"), "7");
    EXPECT_EQ(left.find("left-at")->value, form.find("left-at")->value);
    EXPECT_EQ(left.find("people")->value, Value(People{{{"", "", std::nullopt, gareth}}, true}));
    EXPECT_EQ(cut.said.recorded_by.worker, priya);
    EXPECT_EQ(cut.said.judged_by.digest, "9f2c");
    EXPECT_EQ(cut.said.happened_on, day(2026, 12, 9));
}

TEST(Outline, what_is_none_is_refused) {
    const auto good = write_outline(without_prose(a_life()));
    EXPECT_EQ(read_outline(tilly, "1" + good.substr(1)).refusal().code, "not-an-outline");
    EXPECT_EQ(read_outline(tilly, "").refusal().code, "not-an-outline");
    EXPECT_EQ(read_outline(tilly, good + "x").refusal().code, "not-packed");
    auto other_program = good;
    other_program[2] ^= 1;
    EXPECT_EQ(read_outline(tilly, other_program).refusal().message, "Another program packed these entries.");
    EXPECT_THAT(*read_outline(tilly, write_outline({})), IsEmpty());
}

TEST(Outline, cut_off_anywhere_or_changed_anywhere_it_is_refused_or_read_and_nothing_worse) {
    const auto good = write_outline(without_prose(a_life()));
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_FALSE(read_outline(tilly, good.substr(0, length))) << length;
    for (std::size_t at = 0; at < good.size(); ++at) {
        auto changed = good;
        for (const char byte : {'\0', '\x7f', '\xff'}) {
            changed[at] = byte;
            const auto read = read_outline(tilly, changed);
            EXPECT_TRUE(!read || read->size() <= good.size());
        }
    }
}
