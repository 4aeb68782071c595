#include "acceptance/letter_case.h"

#include <gmock/gmock.h>

#include "calendar/london.h"
#include "casework/letter_from_record.h"
#include "casework/letter_guard.h"

namespace lifestory::acceptance {

namespace {

template <class What>
record::History<What> said(const What& what, calendar::Day on) {
    record::Beside<What> beside;
    beside.what = what;
    beside.at = calendar::start_of(on) + std::chrono::hours(12);
    beside.by.full_name = "Priya Anand";
    return {{beside}};
}

struct Invented {
    record::Child child;
    record::Family family;
    record::Authority authority;
    PersonNumber tilly = PersonNumber::random(), nan = PersonNumber::random();
    calendar::Day today = *calendar::parse_day("2026-12-23");

    explicit Invented(calendar::Day address_said_on) {
        child.person = tilly;
        child.facts["name"] = said(record::BasicDetail{"name", "Matilda Barrow", "", "Kerry Barrow", {}, {}, false}, today);
        child.facts["born"] = said(record::BasicDetail{"born", "2015-03-14", "", "Kerry Barrow", {}, {}, false}, today);
        child.facts["known-as"] = said(record::BasicDetail{"known-as", "Tilly", "", "Tilly", {}, {}, false}, today);
        record::Person maureen;
        maureen.person = nan;
        maureen.full_name = "Maureen Barrow";
        family.people = {said(maureen, today)};
        record::Relationship tie;
        tie.from = nan;
        tie.to = tilly;
        tie.kind = "nan";
        family.relationships = {said(tie, today)};
        record::Household home;
        home.household = home.name = "nans";
        home.address = "12 Weir Lane, Northmere";
        home.members = {nan, tilly};
        home.since = address_said_on;
        home.said_by = "Maureen Barrow";
        family.households = {said(home, address_said_on)};
    }
};

// What stops an e-mail of these words to somebody at school.
void try_email(const Invented& invented, const policy::Fields& asked) {
    record::Form form;
    form.answers = {{"direction", "", "", "choice", record::Choices{{"sent"}}},
                    {"from-whom", "", "", "person", record::People{{{"Helen Marsh", "", {}, {}}}, false}},
                    {"email-address", "", "", "text", record::Text{"helen.marsh@school.example"}},
                    {"content", "", "", "prose", record::Text{asked.text("email")}}};
    const auto stops = casework::stops_of(invented.child, invented.family, form, {}, invented.today);
    const auto wanted = asked.texts("stops");
    ASSERT_EQ(stops.size(), wanted.size());
    for (std::size_t place = 0; place < wanted.size(); ++place)
        EXPECT_THAT(stops[place].words, testing::HasSubstr(wanted[place]));
}

} // namespace

void try_letter(const policy::Pack& pack, const policy::Fields& asked) {
    asked.only({"type", "says", "without", "warns", "address_said_on", "address", "asks_again", "email", "stops"});
    const auto* type = pack.record_type(asked.text("type"));
    ASSERT_TRUE(type && !type->letter.empty()) << "no letter of the pack: " << asked.text("type");
    const Invented invented(asked.has("address_said_on") ? *asked.day("address_said_on") : *calendar::parse_day("2026-12-09"));
    const auto begun = casework::letter_from_record({pack, *type, invented.child, invented.family, invented.authority, WorkerNumber::random(), invented.nan, invented.today});
    for (const auto& words : asked.texts("says"))
        EXPECT_THAT(begun.words, testing::HasSubstr(words));
    auto words = begun.words;
    if (const auto left_out = asked.text("without"); !left_out.empty()) {
        ASSERT_NE(words.find(left_out), std::string::npos) << words;
        words.erase(words.find(left_out), left_out.size());
    }
    if (asked.has("warns")) {
        EXPECT_EQ(casework::statements_lacking(*type, words), asked.texts("warns"));
    }
    ASSERT_TRUE(begun.address);
    if (asked.has("address")) {
        EXPECT_EQ(begun.address->address + ", " + casework::source_of(*begun.address), asked.text("address"));
    }
    if (asked.has("asks_again")) {
        EXPECT_EQ(casework::is_asked_again(*begun.address, pack, invented.today), asked.flag("asks_again"));
    }
    if (asked.has("email"))
        try_email(invented, asked);
}

} // namespace lifestory::acceptance
