// What stops a letter: a hidden address however it is shortened or parted, its street, another of the same name, an e-mail that is not secure.
#include "casework/letter_guard.h"

#include <gmock/gmock.h>

namespace lifestory::casework {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const record::Day today = *calendar::parse_day("2026-12-23");

struct Barrows {
    record::Child child;
    record::Family family;
    PersonNumber tilly = PersonNumber::random(), darren = PersonNumber::random(), kerry = PersonNumber::random();

    Barrows() {
        child.person = tilly;
        for (const auto& [fact, value] : {std::pair("name", "Matilda Barrow"), std::pair("known-as", "Tilly"), std::pair("born", "2015-03-14")}) {
            record::Beside<record::BasicDetail> said;
            said.what.fact = fact;
            said.what.value = value;
            child.facts[fact].said = {said};
        }
        add(tilly, "Matilda Barrow", "2015-03-14");
        add(darren, "Darren Cole", "");
        add(kerry, "Kerry Barrow", "1989-05-01");
        record::Household nans;
        nans.household = "nans";
        nans.name = "Nan's";
        nans.address = "14 Mill Lane, Northmere, NM4 7QX";
        nans.members = {tilly};
        nans.not_for = {darren};
        family.households.emplace_back();
        family.households.back().said.emplace_back();
        family.households.back().said.back().what = nans;
    }

    void add(PersonNumber number, const std::string& name, std::string_view born) {
        record::Beside<record::Person> said;
        said.what.person = number;
        said.what.full_name = name;
        if (!born.empty())
            said.what.born = *calendar::parse_day(born);
        family.people.emplace_back();
        family.people.back().said = {said};
    }

    static record::Form form(record::Present to, const std::vector<std::pair<std::string, std::string>>& boxes) {
        record::Form form;
        form.answers = {{"direction", "", "", "choice", record::Choices{{"sent"}}}, {"from-whom", "", "", "person", record::People{{std::move(to)}, false}}};
        for (const auto& [item, words] : boxes)
            form.answers.push_back({item, item, "", "text", record::Text{words}});
        return form;
    }

    std::vector<Stop> stops(PersonNumber to, const std::vector<std::pair<std::string, std::string>>& boxes) const {
        return stops_of(child, family, form({family.person(to)->full_name, "", to, {}}, boxes), {"gov.uk"}, today);
    }

    // "n" where nobody passes it, "w" where it was found and can be passed.
    std::string found(const std::vector<std::pair<std::string, std::string>>& boxes) const {
        std::string all;
        for (const auto& stop : stops(darren, boxes))
            all += stop.pass == Pass::Nobody ? 'n' : 'w';
        return all;
    }
};

TEST(LetterGuard, finds_a_hidden_address_in_its_shortened_forms) {
    const Barrows barrows;
    for (const auto* words : {"At 14 Mill Ln.", "At 14 mill la", "14, Mill Lane", "At 14 Mill Ln, Northmere"})
        EXPECT_EQ(barrows.found({{"content", words}}), "n") << words;
    Barrows saints;
    saints.family.households.front().said.back().what.address = "3 St John's Road";
    for (const auto* words : {"3 Saint Johns Rd", "3 St. John's Rd.", "3 st johns road"})
        EXPECT_EQ(saints.found({{"content", words}}), "n") << words;
    saints.family.households.front().said.back().what.address = "3 Park Ave";
    EXPECT_EQ(saints.found({{"content", "She is at 3 Park Avenue now"}}), "n");
    EXPECT_EQ(saints.found({{"content", "At 13 Park Avenue"}}), "w") << "another house of that street";
    EXPECT_EQ(saints.found({{"content", "Park it in the avenue"}}), "");
}

TEST(LetterGuard, finds_one_that_is_parted_between_two_boxes) {
    const Barrows barrows;
    EXPECT_EQ(barrows.found({{"content", "She is well, at 14"}, {"address", "Mill Lane, Northmere"}}), "nw") << "in whichever order";
    EXPECT_EQ(barrows.found({{"address", "Mill Lane"}, {"content", "She lives at number 14"}}), "wn");
    EXPECT_EQ(barrows.found({{"content", "It is NM4"}, {"address", "7QX"}}), "n");
    EXPECT_EQ(barrows.found({{"content", "There were 14"}, {"address", "Nine people"}}), "");
}

TEST(LetterGuard, says_in_which_line_and_what_it_would_show) {
    const Barrows barrows;
    const auto words = "Dear Darren,\n\nTilly is well at 14 Mill Lane.";
    const auto stops = barrows.stops(barrows.darren, {{"The letter", words}});
    ASSERT_EQ(stops.size(), 1U);
    EXPECT_THAT(stops.front().words, HasSubstr("Line 3 of “The letter” has it"));
    EXPECT_EQ(what_it_would_show(barrows.family, Barrows::form({"Darren Cole", "", barrows.darren, {}}, {{"content", words}}), barrows.tilly, "Tilly"),
              "This letter would show Darren Cole where Tilly lives");
    EXPECT_THAT(barrows.stops(barrows.kerry, {{"content", words}}), IsEmpty()) << "she may know it";
}

TEST(LetterGuard, asks_about_a_street_and_knows_the_answer_again) {
    const Barrows barrows;
    const auto first = barrows.stops(barrows.darren, {{"content", "We met in Mill Lane."}}), again = barrows.stops(barrows.darren, {{"content", "Yes.\nWe met in Mill Lane."}});
    ASSERT_EQ(first.size(), 1U);
    EXPECT_EQ(first.front().pass, Pass::WhenChecked);
    EXPECT_EQ(first, barrows.stops(barrows.darren, {{"content", "We met in Mill Ln"}}));
    EXPECT_NE(first.front().id, again.front().id) << "it stands in another line: it is asked again";
    EXPECT_EQ(barrows.found({{"content", "We went to the mill."}}), "");
}

TEST(LetterGuard, asks_which_of_two_with_one_name_is_meant) {
    Barrows barrows;
    EXPECT_THAT(barrows.stops(barrows.kerry, {}), IsEmpty()) << "Tilly is a Barrow too, and no K";
    barrows.add(PersonNumber::random(), "Kevin Barrow", "1990-01-01");
    const auto stops = barrows.stops(barrows.kerry, {});
    ASSERT_EQ(stops.size(), 1U);
    EXPECT_THAT(stops.front().words, HasSubstr("There is another K Barrow: Kevin Barrow, born 1990"));
    EXPECT_EQ(stops.front().pass, Pass::WhenChecked);
    barrows.family.people.back().said.back().what.born = *calendar::parse_day("2014-01-01");
    EXPECT_THAT(barrows.stops(barrows.kerry, {}), IsEmpty()) << "nobody writes to a child of twelve by mistake for her";
    barrows.family.people.back().said.back().what.full_name = "Kerry Barrow";
    EXPECT_EQ(barrows.stops(barrows.kerry, {}).size(), 1U) << "the very same name is asked about at any age";
}

TEST(LetterGuard, asks_about_what_is_confidential_on_its_way_to_an_address_that_is_not_secure) {
    const Barrows barrows;
    auto form = Barrows::form({"Helen Marsh", "", {}, {}}, {{"email-address", "helen@hotmail.example"}});
    EXPECT_THAT(stops_of(barrows.child, barrows.family, form, {"gov.uk"}, today), IsEmpty()) << "nothing in it is confidential";
    form.answers.push_back({"confidential", "", "", "yes-no", record::YesNo{true}});
    const auto stops = stops_of(barrows.child, barrows.family, form, {"gov.uk"}, today);
    ASSERT_EQ(stops.size(), 1U);
    EXPECT_EQ(stops.front().words, "This e-mail address is not secure: helen@hotmail.example");
    EXPECT_EQ(stops.front().field, "item.email-address");
    for (const auto* secure : {"a@gov.uk", "a@Northmere.GOV.UK", " a@school.gov.uk "})
        EXPECT_TRUE(is_secure(secure, {"nhs.net", "gov.uk"})) << secure;
    for (const auto* open : {"a@notgov.uk", "gov.uk", "a@gov.uk.example", "", "a@"})
        EXPECT_FALSE(is_secure(open, {"gov.uk", ""})) << open;
}

TEST(LetterGuard, asks_what_gives_the_child_away_in_an_email_and_not_in_a_letter) {
    const Barrows barrows;
    auto found = [&](const std::string& words, const std::string& email = "kerry@example.org") {
        auto stops = stops_of(barrows.child, barrows.family, Barrows::form({"Helen Marsh", "", {}, {}}, {{"email-address", email}, {"content", words}}), {}, today);
        return stops.empty() ? std::string() : stops.front().words.substr(0, stops.front().words.find('.'));
    };
    EXPECT_EQ(found("Tilly Barrow is well"), "This e-mail holds the whole name of Tilly");
    EXPECT_EQ(found("Matilda Barrow, born 14 March 2015"), "This e-mail holds the whole name of Tilly and a date of birth");
    EXPECT_EQ(found("born 14/03/2015"), "This e-mail holds a date of birth");
    EXPECT_EQ(found("at 14 Mill Ln"), "This e-mail holds where Tilly lives");
    EXPECT_EQ(found("Tilly is well, and 11"), "");
    EXPECT_EQ(found("Tilly Barrow is well", ""), "") << "a letter may say her name";
}

TEST(LetterGuard, looks_at_nothing_that_came_in) {
    const Barrows barrows;
    auto form = Barrows::form({"Darren Cole", "", barrows.darren, {}}, {{"content", "14 Mill Lane"}});
    form.answers.front().value = record::Choices{{"received"}};
    EXPECT_THAT(stops_of(barrows.child, barrows.family, form, {}, today), IsEmpty());
}

} // namespace

} // namespace lifestory::casework
