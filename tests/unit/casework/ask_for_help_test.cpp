#include <gmock/gmock.h>

#include "casework/ask_for_help.h"
#include "unit/casework/cast.h"

using namespace lifestory;
using namespace lifestory::casework;
using namespace lifestory::casework::cast;
using testing::ElementsAre;

namespace {

void add(Authority& authority, Content content, const record::Author& by, EntryId id) {
    Entry entry;
    entry.number = entry.place = authority.length;
    entry.id = id;
    entry.record = number<RecordNumber>(9);
    entry.recorded_at = *calendar::parse_utc("2026-12-23T10:40:00.000Z");
    entry.said.recorded_by = by;
    entry.content = std::move(content);
    apply(authority, entry);
}

// Priya under Gareth under Denise.
Authority the_authority() {
    Authority authority;
    unsigned id = 150;
    for (const auto& act : {priya(), gareth(), denise()})
        add(authority, record::Worker{act.author.worker, act.author.full_name, act.author.designation, "", "01632 960 120", {}, true}, denise().author, number<EntryId>(id++));
    add(authority, LineOfManagement{priya().author.worker, gareth().author.worker}, denise().author, number<EntryId>(id++));
    add(authority, LineOfManagement{gareth().author.worker, denise().author.worker}, denise().author, number<EntryId>(id++));
    return authority;
}

std::vector<OwedThen> one_thing() { return {{tilly, "9", "Core group notes", day(2026, 12, 21)}}; }

Authority with_help_asked() {
    auto authority = the_authority();
    const auto writing = ask_for_help(priya(), authority, "Nine things, and court on Friday.", one_thing());
    add(authority, writing->front().content, priya().author, number<EntryId>(180));
    return authority;
}

} // namespace

TEST(AskForHelp, goes_to_the_nearest_manager_with_the_list_and_the_line) {
    const auto writing = ask_for_help(priya(), the_authority(), " Nine things, and court on Friday. ", one_thing());
    ASSERT_TRUE(writing.has_value());
    const auto& asked = std::get<HelpAsked>(writing->front().content);
    EXPECT_EQ(asked.to, gareth().author.worker);
    EXPECT_EQ(asked.to_name, "Gareth Holloway");
    EXPECT_EQ(asked.words, "Nine things, and court on Friday.");
    EXPECT_EQ(asked.items, one_thing());
    EXPECT_EQ(writing->front().record, number<RecordNumber>(9));
}

TEST(AskForHelp, needs_one_line_and_somebody_above) {
    EXPECT_THAT(messages(ask_for_help(priya(), the_authority(), " ", {}).refusals()), ElementsAre("Write one line"));
    EXPECT_FALSE(ask_for_help(denise(), the_authority(), "Help", {}).has_value());
}

TEST(AskForHelp, waits_for_whom_it_was_asked_of_until_it_is_answered) {
    auto authority = with_help_asked();
    EXPECT_EQ(help_waiting_for(authority, gareth().author.worker).size(), 1u);
    EXPECT_TRUE(help_waiting_for(authority, denise().author.worker).empty());
    const auto answer = answer_help(gareth(), authority, number<EntryId>(180), "Sam takes the core group notes.");
    ASSERT_TRUE(answer.has_value());
    add(authority, answer->front().content, gareth().author, number<EntryId>(181));
    EXPECT_TRUE(help_waiting_for(authority, gareth().author.worker).empty());
    ASSERT_EQ(help_asked_by(authority, priya().author.worker).size(), 1u);
    EXPECT_EQ(help_asked_by(authority, priya().author.worker).front()->answers.front().what.words, "Sam takes the core group notes.");
}

TEST(AskForHelp, is_answered_and_read_up_the_line_alone) {
    const auto authority = with_help_asked();
    const auto sam = act_of(14, "Sam Okoro", "Support Worker", "practitioner");
    EXPECT_EQ(answer_help(sam, authority, number<EntryId>(180), "No.").refusal().code, "not-found");
    EXPECT_EQ(answer_help(priya(), authority, number<EntryId>(180), "No.").refusal().code, "not-found");
    EXPECT_EQ(answer_help(gareth(), authority, number<EntryId>(199), "No.").refusal().code, "not-found");
    EXPECT_EQ(answer_help(gareth(), authority, number<EntryId>(180), " ").refusal().code, "no-words");
    EXPECT_TRUE(answer_help(denise(), authority, number<EntryId>(180), "I will ring you.").has_value());
    const auto& help = authority.help.front();
    EXPECT_TRUE(may_read_help(authority, help, priya().author.worker));
    EXPECT_TRUE(may_read_help(authority, help, gareth().author.worker));
    EXPECT_TRUE(may_read_help(authority, help, denise().author.worker));
    EXPECT_FALSE(may_read_help(authority, help, sam.author.worker));
}
