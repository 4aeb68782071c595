// A letter as it begins: what the record says in its places, each with its source; what it does not say as a sentence; nothing twice.
#include "casework/letter_from_record.h"

#include <gmock/gmock.h>

#include "calendar/london.h"
#include "policy/letter_text.h"
#include "unit/policy/small_pack.h"

namespace lifestory::casework {

namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

record::Day day(std::string_view text) { return *calendar::parse_day(text); }

calendar::Instant at(std::string_view text) { return calendar::start_of(day(text)) + std::chrono::hours(12); }

template <class What>
record::Beside<What> said(const What& what, std::string_view on) {
    record::Beside<What> beside;
    beside.what = what;
    beside.at = at(on);
    beside.by.full_name = "Priya Anand";
    return beside;
}

const std::string letters = R"([record.ours]
like = "correspondence"
template = "Dear {recipient-name}, {child-name}'s {recipient-role}. We met on {last.core-group.day}, and meet on {next.core-group.day}. {write: the time}. {must say: Not word for word.} {worker-name}, {worker-role}, {worker-team}, {worker-telephone}, {office-telephone}. {recipient-name}"
[record.invitation]
like = "correspondence"
template = "Dear {recipient-name}, {meeting-kind} about {meeting-children} on {meeting-day} at {meeting-time}, {meeting-place}."
[setting.office-telephone]
asks = "which?"
type = "text"
value = "01632 960 100"
[setting.address-asked-again]
asks = "when?"
type = "count"
value = "6 months"
)";

struct Kitchen {
    policy::Pack pack = *policy::load_texts({{"national/pack.toml", policy::testing::national}, {"national/letters.toml", letters}}, "national");
    record::Child child;
    record::Family family;
    record::Authority authority;
    PersonNumber tilly = PersonNumber::random(), maureen = PersonNumber::random();
    WorkerNumber priya = WorkerNumber::random();

    Kitchen() {
        child.person = tilly;
        child.facts["name"].said = {said(record::BasicDetail{"name", "Matilda Barrow", "", "Kerry Barrow", {}, {}, false}, "2025-01-09")};
        child.facts["known-as"].said = {said(record::BasicDetail{"known-as", "Tilly", "", "Tilly", {}, {}, false}, "2025-02-01")};
        record::Person nan;
        nan.person = maureen;
        nan.full_name = "Maureen {child-name} Barrow"; // what somebody is called is never a place
        family.people = {{{said(nan, "2025-01-09")}}};
        record::Relationship tie;
        tie.from = maureen;
        tie.to = tilly;
        tie.kind = "nan";
        tie.told_by = "Kerry Barrow";
        family.relationships = {{{said(tie, "2025-01-10")}}};
        record::Household home;
        home.household = home.name = "nans";
        home.address = "14 Mill Lane,\nNorthmere";
        home.members = {maureen, tilly};
        home.since = day("2026-11-02");
        home.said_by = "Maureen Barrow";
        family.households = {{{said(home, "2026-12-09")}}};
    }

    LetterBegun begun(std::optional<PersonNumber> to) const { return letter_from_record({pack, *pack.record_type("ours"), child, family, authority, priya, to, day("2026-12-23")}); }

    record::Household& home() { return family.households.front().said.back().what; }
    std::optional<KnownAddress> address(std::string_view today = "2026-12-23") const { return address_of(family, maureen, day(today)); }
};

TEST(LetterFromRecord, says_what_the_record_says_and_where_it_is_from) {
    const Kitchen kitchen;
    const auto begun = kitchen.begun(kitchen.maureen);
    EXPECT_THAT(begun.words, HasSubstr("Dear Maureen {child-name} Barrow, Tilly's nan."));
    EXPECT_THAT(begun.filled, Contains(FilledIn{"The child's name", "Tilly", "said by Tilly on 1 February 2025"}));
    EXPECT_THAT(begun.filled, Contains(FilledIn{"Who they are to the child", "nan", "said by Kerry Barrow on 10 January 2025"}));
    EXPECT_THAT(begun.filled, Contains(FilledIn{"The telephone number of the office", "01632 960 100", "the settings of the policy"}));
    EXPECT_EQ(std::count_if(begun.filled.begin(), begun.filled.end(), [](const auto& one) { return one.what == "The name of who it goes to"; }), 1) << "once, though it stands twice";
    ASSERT_TRUE(begun.address);
    EXPECT_EQ(begun.address->address, "14 Mill Lane, Northmere");
    EXPECT_EQ(source_of(*begun.address), "from 2 November 2026, said by Maureen Barrow on 9 December 2026");
    EXPECT_THAT(begun.words, Not(HasSubstr("14 Mill Lane"))) << "an address stands in its box alone";
}

TEST(LetterFromRecord, says_in_a_sentence_what_the_record_does_not_say) {
    const Kitchen kitchen;
    const auto begun = kitchen.begun(std::nullopt);
    EXPECT_THAT(begun.words, HasSubstr("Dear [The name of who it goes to is not in the record: write it here, or take this out.], Tilly's"));
    EXPECT_THAT(begun.words, HasSubstr("[The day of the last core group is not in the record: write it here, or take this out.]"));
    EXPECT_THAT(begun.words, HasSubstr("[Write here: the time.]"));
    EXPECT_FALSE(begun.address);
    EXPECT_EQ(open_places_in(begun.words).size(), 10U) << begun.words;
    EXPECT_THAT(open_places_in("At 4 o'clock. [ring first]"), IsEmpty());
    EXPECT_THAT(open_places_in("I come at [Write here: the time.] on Monday"), ElementsAre("[Write here: the time.]"));
    EXPECT_EQ(open_places_in("I come at [Write here: the time").size(), 1U) << "cut in half it is still open";
    EXPECT_EQ(open_places_in("not in the record: write it here, or take this out").size(), 1U);
}

TEST(LetterFromRecord, asks_to_a_meeting_that_is_being_prepared_and_names_only_those_children) {
    const Kitchen kitchen;
    const MeetingToCome meeting{"Core group", day("2027-01-06"), "10:00", "Northmere town hall", {"Tilly", "Reece"}, "Helen Frost", "school nurse"};
    const auto begun = letter_from_record({kitchen.pack, *kitchen.pack.record_type("invitation"), kitchen.child, kitchen.family, kitchen.authority, kitchen.priya, std::nullopt, day("2026-12-23"), &meeting});
    EXPECT_EQ(begun.words, "Dear Helen Frost, core group about Tilly and Reece on Wednesday 6 January 2027 at 10:00, Northmere town hall.");
    EXPECT_THAT(begun.filled, Contains(FilledIn{"Which children the meeting is about", "Tilly and Reece", "who may hear about whom, as it was ticked for the meeting"}));
    auto unsaid = meeting;
    unsaid.day.reset();
    unsaid.place.clear();
    const auto open = letter_from_record({kitchen.pack, *kitchen.pack.record_type("invitation"), kitchen.child, kitchen.family, kitchen.authority, kitchen.priya, std::nullopt, day("2026-12-23"), &unsaid});
    EXPECT_EQ(open_places_in(open.words).size(), 2U) << "nobody said yet when and where: " << open.words;
    const auto none = letter_from_record({kitchen.pack, *kitchen.pack.record_type("invitation"), kitchen.child, kitchen.family, kitchen.authority, kitchen.priya, kitchen.maureen, day("2026-12-23")});
    EXPECT_THAT(none.words, HasSubstr("about Tilly on [The day of the meeting is not in the record")) << "without a meeting that is prepared or arranged";
}

TEST(LetterFromRecord, leaves_out_an_address_that_is_hidden_from_them_and_one_that_ended) {
    Kitchen kitchen;
    kitchen.home().not_for = {kitchen.maureen};
    EXPECT_FALSE(kitchen.address());
    kitchen.home().not_for.clear();
    kitchen.home().until = day("2026-12-01");
    EXPECT_FALSE(kitchen.address());
    kitchen.home().until.reset();
    kitchen.home().address = "  ";
    EXPECT_FALSE(kitchen.address());
}

TEST(LetterFromRecord, asks_again_about_an_address_after_the_packs_time_and_not_when_it_was_said_again) {
    Kitchen kitchen;
    EXPECT_FALSE(is_asked_again(*kitchen.address("2027-06-09"), kitchen.pack, day("2027-06-09")));
    EXPECT_TRUE(is_asked_again(*kitchen.address("2027-06-10"), kitchen.pack, day("2027-06-10")));
    kitchen.family.households.front().said.push_back(said(kitchen.home(), "2027-06-01"));
    EXPECT_FALSE(is_asked_again(*kitchen.address("2027-06-10"), kitchen.pack, day("2027-06-10")));
}

TEST(LetterFromRecord, knows_what_the_policy_asks_such_a_letter_to_say) {
    const Kitchen kitchen;
    const auto& type = *kitchen.pack.record_type("ours");
    EXPECT_THAT(statements_lacking(type, "Here they are."), ElementsAre("Not word for word."));
    EXPECT_THAT(statements_lacking(type, "They are NOT word\nfor word, though."), IsEmpty());
    EXPECT_THAT(statements_lacking(type, kitchen.begun(kitchen.maureen).words), IsEmpty());
}

} // namespace

} // namespace lifestory::casework
