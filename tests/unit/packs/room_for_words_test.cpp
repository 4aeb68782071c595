// Whoever chooses a record of the policy finds somewhere to write it: no form has a day and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "policy/pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using ::testing::IsEmpty;

namespace {

bool holds_words(const Item& item) {
    using enum ItemType;
    static const std::vector<ItemType> wordless{YesNo, Day, Instant, Interval, Number, Choice, Choices, Code, Seen, Place, Entry, Prompt, Person, People, Worker};
    return std::find(wordless.begin(), wordless.end(), item.type) == wordless.end();
}

// Of the kinds that are written on a page of their own. Nobody chooses what others are made like; an answer by one press, and what the
// chronology's pages write, need no box.
bool is_paper(const RecordType& type) {
    static constexpr std::array kinds{"document", "court-document", "meeting", "key-decision", "oversight", "correspondence", "summary", "case-note"};
    static const std::vector<std::string> without_a_box{"document", "oversight", "summary", "action-outcome", "outcome", "delivery-check", "past-event", "chronology-line", "chronology-copy", "chronology-edition"};
    return type.about == "child" && std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) { return type.is_like(kind); }) &&
           std::find(without_a_box.begin(), without_a_box.end(), type.id) == without_a_box.end();
}

class RoomForWords : public ::testing::TestWithParam<const char*> {};

} // namespace

TEST_P(RoomForWords, stands_in_every_paper_and_meeting) {
    const auto pack = load(std::filesystem::path(SOURCE_FOLDER) / "packs" / GetParam());
    ASSERT_TRUE(pack) << pack.refusal().message;
    const auto* every = pack->record_type("entry");
    ASSERT_NE(every, nullptr);
    std::vector<std::string> without;
    std::size_t tried = 0;
    for (const auto& [id, type] : pack->record_types)
        if (is_paper(type)) {
            ++tried;
            if (std::none_of(type.items.begin(), type.items.end(), [&](const Item& item) { return item.force && holds_words(item) && !every->item(item.id); }))
                without.push_back(id);
        }
    EXPECT_GT(tried, 20u);
    EXPECT_THAT(without, IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Packs, RoomForWords, ::testing::Values("model", "leicestershire", "rochdale", "cambridgeshire", "liquidlogic-authority"),
                         [](const auto& one) { std::string name = one.param; std::replace(name.begin(), name.end(), '-', '_'); return name; });
