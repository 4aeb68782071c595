// A letter from the pack's text over HTTP (pages.md 6.14): to whom, what the record fills in and where it is from, what is still open, an
// address that was said long ago, the guard, and the letter on paper. And what must not be: an address its reader may not know.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/json.h"
#include "base/text.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr auto visit_letter = "letter-visit-planned";

class WrittenLetter : public AtTillys {
protected:
    std::string number_of(const std::string& name) {
        const auto family = record().family;
        for (const auto& one : family->people)
            if (one.now().full_name == name)
                return one.now().person.hex();
        ADD_FAILURE() << name;
        return "";
    }

    std::string begin(const std::string& to, const std::string& type = visit_letter) {
        auto begun = press(priya, of_child("/letters/" + type), {{"form_number", FormNumber::random().hex()}, {"to", to}});
        EXPECT_EQ(begun.status, 303) << begun.body;
        return std::string(begun.headers.get("Location"));
    }

    desk::Draft draft_at(const std::string& path) { return *house->desk.draft(*DraftId::parse(path.substr(8))); }

    // The page as it stands, with these fields changed.
    Fields with(const std::string& path, const std::vector<std::pair<std::string, std::string>>& changes) {
        const auto draft = draft_at(path);
        auto all = draft.fields;
        for (const auto& [name, words] : changes)
            all[name] = words;
        Fields fields{{"form_number", draft.form.hex()}, {"version", std::to_string(draft.version)}, {"child", tilly.hex()}, {"type", draft.record_type}};
        for (const auto& [name, words] : all)
            fields.add(name, words);
        return fields;
    }

    Response save(const std::string& path, const std::vector<std::pair<std::string, std::string>>& changes) { return press(priya, path, with(path, changes)); }

    // Every place that is open is written, what else is asked is answered, and what the record filled in is said to be right.
    Response finish(const std::string& path, std::vector<std::pair<std::string, std::string>> changes = {}) {
        auto words = draft_at(path).fields.at("item.content");
        for (auto open = words.find('['); open != std::string::npos; open = words.find('['))
            words.replace(open, words.find(']') + 1 - open, "29 December at four");
        changes.insert(changes.begin(), {"item.content", words});
        EXPECT_EQ(save(path, changes).status, 303);
        const auto page = read(priya, path).body;
        const auto at = page.find("value=\"right:");
        if (at != std::string::npos) {
            EXPECT_EQ(save(path, {{"then", page.substr(at + 7, page.find('"', at + 7) - at - 7)}}).status, 303);
        }
        return sign(path);
    }

    Response sign(const std::string& path, const std::vector<std::pair<std::string, std::string>>& more = {}) {
        const auto draft = draft_at(path);
        Fields fields{{"form_number", draft.form.hex()}, {"version", std::to_string(draft.version)}, {"child", tilly.hex()}, {"type", draft.record_type}, {"release.how", "together"}, {"then", "sign"}};
        for (const auto& [name, words] : more)
            fields.add(name, words);
        return press(priya, path + "/check", fields);
    }

    std::string signed_at(const std::string& path) { return of_child("/entries/" + draft_at(path).signed_as->hex()); }

    void hide_nans_from(const std::string& name) {
        ASSERT_EQ(press(priya, of_child("/people/homes/nans"), {{"form_number", FormNumber::random().hex()}, {"name", "Nan's"}, {"address", "12 Weir Lane, Millbrook, Northmere NM4 6HB"},
                                                                {"members", number_of("Maureen Barrow")}, {"members", number_of("Matilda Barrow")}, {"not-for", number_of(name)},
                                                                {"since.day", "2"}, {"since.month", "11"}, {"since.year", "2026"}, {"said-by", "document"}, {"said-by.words", "a letter"}}).status, 303);
    }
};

TEST_F(WrittenLetter, IsOfferedByNameAndToThePeopleOfTheRecord) {
    EXPECT_THAT(read(priya, of_child("")).body, HasSubstr(of_child("/letters/letter-visit-planned")));
    const auto page = read(priya, of_child("/letters/letter-visit-planned"));
    EXPECT_EQ(page.status, 200);
    EXPECT_THAT(page.body, AllOf(HasSubstr("To Maureen Barrow, nan"), HasSubstr("12 Weir Lane, Millbrook, Northmere NM4 6HB, from 2 November 2026"), Not(HasSubstr("To Matilda Barrow"))));
    EXPECT_EQ(read(priya, of_child("/letters/letter")).status, 404) << "a letter that the pack gives no text";
    EXPECT_EQ(read(priya, of_child("/letters/visit")).status, 404);
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(read(beth, of_child("/letters/letter-visit-planned")), read(beth, "/children/" + RecordNumber::random().hex() + "/letters/letter-visit-planned"));
    EXPECT_EQ(press(priya, of_child("/letters/letter-visit-planned"), {{"form_number", FormNumber::random().hex()}, {"to", PersonNumber::random().hex()}}).status, 404);
}

TEST_F(WrittenLetter, BeginsWithWhatTheRecordSaysEachWithItsSource) {
    const auto path = begin(number_of("Maureen Barrow"));
    const auto fields = draft_at(path).fields;
    EXPECT_THAT(fields.at("item.content"), AllOf(HasSubstr("Dear Maureen Barrow,"), HasSubstr("I plan to visit Tilly on [Write here: the day and the time.]"), HasSubstr("01632 960 100, 8am to 6pm")));
    EXPECT_EQ(fields.at("item.address"), "12 Weir Lane, Millbrook, Northmere NM4 6HB");
    const auto page = read(priya, path).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Filled in from the record"), HasSubstr("The address: <strong>12 Weir Lane"), HasSubstr("from 2 November 2026, written down by"), HasSubstr("These are right: check and sign"),
                            HasSubstr("Still open in the letter"), Not(HasSubstr("There is a problem"))));
    const auto again = begin(number_of("Kerry Barrow"));
    EXPECT_THAT(draft_at(again).fields.at("item.content"), AllOf(HasSubstr("Dear Kerry Barrow,"), Not(HasSubstr("Maureen")))) << "nothing of the letter before";
}

TEST_F(WrittenLetter, IsNotSignedWhileAPlaceIsOpenOrNobodySaidThatItIsRight) {
    const auto path = begin(number_of("Maureen Barrow"));
    auto refused = sign(path);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("The letter still holds"), HasSubstr("the day and the time"), HasSubstr("Say that what was filled in from the record is right")));
    EXPECT_THAT(read(priya, path + "/check").body, HasSubstr("The letter still holds")) << "told before Sign is pressed";
    EXPECT_EQ(finish(path).status, 303);
    const auto entry = read(priya, signed_at(path)).body;
    EXPECT_THAT(entry, AllOf(HasSubstr("Letter that a visit is planned"), HasSubstr("I plan to visit Tilly on 29 December at four."), HasSubstr("Filled in from the record"), HasSubstr("/letter\"")));
}

TEST_F(WrittenLetter, WhatWasSaidToBeRightStaysSoAndWhatIsAnotherIsAsked) {
    const auto path = begin(number_of("Maureen Barrow"));
    save(path, {{"confirmed", "0123456789abcdef01234567"}});
    EXPECT_THAT(sign(path).body, HasSubstr("Say that what was filled in from the record is right")) << "a made-up digest says nothing";
    const auto page = read(priya, path).body;
    const auto press_at = page.find("value=\"right:");
    ASSERT_NE(press_at, std::string::npos);
    const auto then = page.substr(press_at + 7, page.find('"', press_at + 7) - press_at - 7);
    ASSERT_EQ(save(path, {{"then", then}}).headers.get("Location"), path + "/check");
    EXPECT_THAT(sign(path).body, Not(HasSubstr("Say that what was filled in from the record is right")));
    EXPECT_THAT(read(priya, path).body, AllOf(HasSubstr("You said that these are right."), Not(HasSubstr("These are right: check and sign"))));
    const auto was = draft_at(path).fields;
    const std::string other = "said by somebody else";
    save(path, {{"item.content", "Dear Nan, I come to see Tilly."}, {"filled.1.source", other}, {"filled.2.source", other}});
    EXPECT_THAT(sign(path).body, HasSubstr("Say that what was filled in from the record is right")) << "it is from somewhere else";
    save(path, {{"filled.1.source", was.at("filled.1.source")}, {"filled.2.source", was.at("filled.2.source")}});
    EXPECT_EQ(sign(path).status, 303) << "less stands in it now than was said to be right";
}

TEST_F(WrittenLetter, OfAnotherRecipientIsNotSigned) {
    const auto path = begin(number_of("Maureen Barrow"));
    auto refused = finish(path, {{"item.from-whom", "person:" + number_of("Kerry Barrow")}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("This letter was filled in for somebody else"));
}

TEST_F(WrittenLetter, ToAnAddressThatWasSaidLongAgoWaitsUntilSomebodySaidThatItIsRight) {
    furnish("2027-06-23T10:40");
    priya = person("Priya Anand");
    const auto path = begin(number_of("Maureen Barrow"));
    EXPECT_THAT(read(priya, path).body, AllOf(HasSubstr("was said last on"), HasSubstr("more than 6 months ago"), HasSubstr("This address is right")));
    EXPECT_THAT(finish(path).body, HasSubstr("ask, and say who said that it is right"));
    EXPECT_THAT(save(path, {{"then", "address"}}).body, HasSubstr("Say who said that this address is right"));
    ASSERT_EQ(save(path, {{"address-said-by", "Maureen Barrow, Tilly's nan"}, {"then", "address"}}).status, 303);
    EXPECT_EQ(record().family->household_of(*record().child->person, house->today())->said_by, "Maureen Barrow, Tilly's nan") << "kept with the home";
    const auto page = read(priya, path).body;
    EXPECT_THAT(page, AllOf(HasSubstr("confirmed by Maureen Barrow, Tilly&#39;s nan on 23 June 2027"), Not(HasSubstr("more than 6 months ago"))));
    EXPECT_EQ(finish(path).status, 303);
    EXPECT_THAT(read(priya, begin(number_of("Maureen Barrow"))).body, Not(HasSubstr("more than 6 months ago"))) << "the next letter needs not ask";
}

TEST_F(WrittenLetter, NeverShowsWhereTillyLivesToWhoMayNotKnow) {
    hide_nans_from("Darren Cole");
    const auto path = begin(number_of("Darren Cole"));
    EXPECT_FALSE(draft_at(path).fields.contains("item.address") && draft_at(path).fields.at("item.address").find("Weir") != std::string::npos);
    auto stopped = finish(path, {{"item.address", "1 Hill Top, Northmere"}, {"item.address-told-by", "Darren Cole, today"}});
    ASSERT_EQ(stopped.status, 303) << stopped.body;
    const auto second = begin(number_of("Darren Cole"));
    finish(second, {{"item.address", "1 Hill Top, Northmere"}, {"item.address-told-by", "Darren Cole, today"}, {"item.content", "Dear Darren, Tilly is at 12 Weir Ln."}});
    stopped = sign(second);
    EXPECT_EQ(stopped.status, 422);
    EXPECT_THAT(stopped.body, AllOf(HasSubstr("Stop. This letter would show Darren Cole where Tilly lives"), HasSubstr("Go back and change it"), Not(HasSubstr("I have checked"))));
    EXPECT_THAT(read(priya, "/letters/" + second.substr(8) + "/guard").body, HasSubstr("Stop. This letter would show Darren Cole where Tilly lives"));
    EXPECT_FALSE(draft_at(second).signed_as);
}

TEST_F(WrittenLetter, NeverShowsAHomeThatWasSaidAmongTheFactsToWhoMayNotKnow) {
    ASSERT_EQ(press(priya, of_child("/spells/new?type=placement"), {{"form_number", FormNumber::random().hex()}, {"item.placement-kind", "foster home"}, {"item.lives-with", "Jo Hill, foster carer"},
                                                                    {"item.address", "3 Acre Lane, Northmere NM4 2AA"}, {"not-for", number_of("Darren Cole")}, {"started.day", "10"}, {"started.month", "12"},
                                                                    {"started.year", "2026"}, {"said-by", "document"}, {"said-by.words", "the plan"}, {"known-on.day", "22"}, {"known-on.month", "12"},
                                                                    {"known-on.year", "2026"}}).status, 303);
    const auto path = begin(number_of("Darren Cole"));
    finish(path, {{"item.address", "1 Hill Top, Northmere"}, {"item.address-told-by", "Darren Cole, today"}, {"item.content", "Dear Darren, Tilly is at 3 Acre Ln."}});
    const auto stopped = sign(path);
    EXPECT_EQ(stopped.status, 422);
    EXPECT_THAT(stopped.body, AllOf(HasSubstr("Stop. This letter would show Darren Cole where Tilly lives"), Not(HasSubstr("I have checked"))));
    EXPECT_FALSE(draft_at(path).signed_as);
    const auto to_nan = begin(number_of("Maureen Barrow"));
    EXPECT_EQ(finish(to_nan, {{"item.content", "Dear Maureen, Tilly is at 3 Acre Lane."}}).status, 303) << "who may know it";
}

TEST_F(WrittenLetter, ThatNamesAHiddenStreetIsSignedOnceSomebodyHasChecked) {
    hide_nans_from("Darren Cole");
    const auto path = begin(number_of("Darren Cole"));
    auto stopped = finish(path, {{"item.address", "1 Hill Top, Northmere"}, {"item.address-told-by", "Darren Cole, today"}, {"item.content", "Dear Darren, the library in Weir Lane is shut."}});
    EXPECT_EQ(stopped.status, 422);
    EXPECT_THAT(stopped.body, AllOf(HasSubstr("Before this goes: look again"), HasSubstr("the street of Nan&#39;s"), HasSubstr("I have checked: sign")));
    const auto at = stopped.body.find("keep-letter.");
    ASSERT_NE(at, std::string::npos);
    ASSERT_EQ(sign(path, {{stopped.body.substr(at, stopped.body.find('"', at) - at), "checked"}}).status, 303);
    const auto* story = record().child->find(*draft_at(path).signed_as);
    const auto open = record();
    story = open.child->find(*draft_at(path).signed_as);
    const auto& kept = std::get<record::Document>(story->entry.content).kept;
    EXPECT_TRUE(std::any_of(kept.begin(), kept.end(), [](const auto& one) { return one.category == "letter" && one.words.find("Nan's") != std::string::npos; })) << "that it was checked is kept";
}

TEST_F(WrittenLetter, OnPaperHasItsDayWhoItGoesToTheWordsAndWhoSigned) {
    const auto path = begin(number_of("Maureen Barrow"));
    ASSERT_EQ(finish(path).status, 303);
    const auto paper = read(priya, signed_at(path) + "/letter");
    EXPECT_EQ(paper.status, 200);
    EXPECT_THAT(paper.body, AllOf(HasSubstr("23 December 2026"), HasSubstr("Maureen Barrow<br>12 Weir Lane<br>Millbrook"), HasSubstr("29 December at four"), HasSubstr("Priya Anand<br>Social Worker"),
                                  Not(HasSubstr("Filled in from the record"))));
    const auto file = read(priya, signed_at(path) + "/letter.docx");
    EXPECT_EQ(file.status, 200);
    EXPECT_EQ(file.body.substr(0, 2), "PK");
    EXPECT_EQ(read(person("Beth Rowntree"), signed_at(path) + "/letter").status, 404);
}

TEST_F(WrittenLetter, IsNotPrintedOnceItsAddressIsHiddenFromWhoItGoesTo) {
    const auto path = begin(number_of("Kerry Barrow"));
    ASSERT_EQ(finish(path, {{"item.content", "Dear Kerry, Tilly is at 12 Weir Lane. I come on 29 December at four."}}).status, 303);
    EXPECT_EQ(read(priya, signed_at(path) + "/letter").status, 200);
    hide_nans_from("Kerry Barrow");
    for (const auto* more : {"/letter", "/letter.docx"}) {
        const auto stopped = read(priya, signed_at(path) + more);
        EXPECT_EQ(stopped.status, 422) << more;
        EXPECT_THAT(stopped.body, AllOf(HasSubstr("Stop. This letter would show Kerry Barrow where Tilly lives"), Not(HasSubstr("29 December at four"))));
    }
}

TEST_F(WrittenLetter, WithNotesWarnsWhereItDoesNotSayThatTheyAreNotWordForWord) {
    const auto path = begin(number_of("Maureen Barrow"), "letter-with-notes");
    EXPECT_THAT(read(priya, path).body, Not(HasSubstr("This letter does not say")));
    save(path, {{"item.content", "Dear Maureen, here are the notes."}});
    EXPECT_THAT(read(priya, path).body, HasSubstr("This letter does not say “These notes are not word for word.”"));
    EXPECT_THAT(read(priya, path + "/check").body, HasSubstr("This letter does not say “These notes are not word for word.”"));
    ASSERT_EQ(finish(path).status, 303) << "a warning keeps nothing from being signed";
}

TEST_F(WrittenLetter, TakesNoWordOfAPersonsNameForAPlaceAndNoMarkup) {
    ASSERT_EQ(press(priya, of_child("/people/" + number_of("Maureen Barrow") + "/change"),
                    {{"form_number", FormNumber::random().hex()}, {"full-name", "Maureen {worker-name} <b>Barrow"}, {"said-by", "document"}, {"said-by.words", "a letter"}}).status, 303);
    const auto path = begin(number_of("Maureen {worker-name} <b>Barrow"));
    EXPECT_THAT(draft_at(path).fields.at("item.content"), HasSubstr("Dear Maureen {worker-name} <b>Barrow,"));
    EXPECT_THAT(read(priya, path).body, Not(HasSubstr("<b>Barrow")));
}

TEST_F(WrittenLetter, IsBegunAndSignedAsJsonToo) {
    auto post = [&](const std::string& path, JsonObject body) {
        auto request = asked(priya, "/api/v1" + path);
        request.method = web::http::Method::Post;
        request.headers = {{"content-type", "application/json"}, {"x-csrf-token", priya.session.session.csrf}};
        request.body = to_text(body);
        return web::http::answer(*site, request);
    };
    const auto form = FormNumber::random();
    auto begun = post("/drafts", {{"form", form.hex()}, {"child", tilly.hex()}, {"type", visit_letter}, {"to", number_of("Maureen Barrow")}});
    ASSERT_EQ(begun.status, 201) << begun.body;
    const auto path = "/drafts/" + text_in(parse_json(begun.body)->as_object(), "draft");
    const auto draft = parse_json(read(priya, "/api/v1" + path).body)->as_object();
    const auto& filled = draft.at("filled_in").as_object();
    EXPECT_FALSE(filled.at("is_confirmed").as_bool());
    EXPECT_EQ(text_in(filled.at("values").as_array().back().as_object(), "value"), "12 Weir Lane, Millbrook, Northmere NM4 6HB");
    auto refused = post(path + "/signature", {{"form", form.hex()}});
    EXPECT_THAT(refused.body, AllOf(HasSubstr("/fields/filled"), HasSubstr("/fields/item.content")));
    auto wrong = post("/drafts", {{"form", FormNumber::random().hex()}, {"child", tilly.hex()}, {"type", visit_letter}, {"to", "Maureen"}});
    EXPECT_THAT(wrong.body, HasSubstr("no-recipient"));
    EXPECT_THAT(post("/drafts", {{"form", FormNumber::random().hex()}, {"child", tilly.hex()}, {"type", "visit"}, {"to", "nobody"}}).body, HasSubstr("no-letter"));
}

} // namespace

} // namespace lifestory::acceptance
