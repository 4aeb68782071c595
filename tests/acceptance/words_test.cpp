// The child's own words as her workers meet them (pages.md 6.18; LEI-133 to LEI-147), on the demonstration: said one by one,
// talked over, kept at once, offered to whoever writes, and asked again when it is time.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "record/words.h"
#include "web/pages/draft_view.h"
#include "web/pages/owed.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class Words : public AtBrowser {
protected:
    Fields form(Fields fields) {
        fields.add("form_number", FormNumber::random().hex());
        return fields;
    }

    access::OpenRecord record_of(const Person& person, RecordNumber child) {
        return *door->open(*door->visitor(person.worker, "a session"), child, std::nullopt, house->now());
    }

    std::vector<std::string> said(const Person& person, RecordNumber child) {
        std::vector<std::string> all;
        for (const auto& word : record_of(person, child).child->words_to_use(house->today()))
            all.push_back(word.instead_of + ": " + word.value);
        return all;
    }

    std::uint64_t entries(const Person& person, RecordNumber child) { return record_of(person, child).child->length; }

    RecordNumber child_of(const Person& person, std::string_view first_name) {
        for (const auto& one : door->find(*door->visitor(person.worker, "a session"), std::string(first_name), house->now()))
            if (one.may_open && one.who.child)
                return *one.who.child;
        ADD_FAILURE() << first_name << " is not found";
        return {};
    }

    std::string words_of(RecordNumber child) { return "/children/" + child.hex() + "/words"; }

    // The open item about talking words over; none: nothing is due.
    std::optional<policy::Obligation> talk_due(const Person& person, RecordNumber child) {
        for (auto& owed : web::pages::judge(*house, record_of(person, child)).obligations)
            if (owed.is_open() && web::pages::is_a_talk_about_words(owed))
                return owed;
        return std::nullopt;
    }
};

TEST_F(Words, StandWithWhoAgreedThemAndCanBeChangedWithoutAReason) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly");
    auto page = read(priya, words_of(tilly));
    EXPECT_THAT(page.body, AllOf(HasSubstr("Tilly says"), HasSubstr("placement"), HasSubstr("12 November 2026"), HasSubstr("Agreed with Tilly by Priya Anand, Social Worker"),
                                 HasSubstr("Talk it through now"), HasSubstr("What children in care ask of us")));
    EXPECT_THAT(page.body, Not(HasSubstr("Why")));
    const auto before = entries(priya, tilly);
    const auto press_once = form({{"instead-of", "siblings"}, {"say", "my brother"}});
    EXPECT_EQ(press(priya, words_of(tilly), press_once).headers.get("Location"), words_of(tilly) + "?done=word-kept");
    EXPECT_EQ(press(priya, words_of(tilly), press_once).status, 303) << "pressed twice: the second answer is the first";
    EXPECT_EQ(entries(priya, tilly), before + 1);
    EXPECT_THAT(said(priya, tilly), ElementsAre("placement: Nan's", "contact: seeing Mum", "siblings: my brother"));
    EXPECT_THAT(read(priya, "/children/" + tilly.hex()).body, AllOf(HasSubstr("Say &quot;my brother&quot;, not &quot;siblings&quot;"), HasSubstr("All her words")));

    EXPECT_EQ(press(priya, words_of(tilly), form({{"instead-of", "siblings"}, {"then", "no-more"}})).status, 303);
    EXPECT_THAT(said(priya, tilly), ElementsAre("placement: Nan's", "contact: seeing Mum"));
    EXPECT_THAT(read(priya, words_of(tilly)).body, AllOf(HasSubstr("Words of before"), HasSubstr("my brother")));
    EXPECT_THAT(read(priya, "/children/" + tilly.hex()).body, Not(HasSubstr("my brother")));
}

TEST_F(Words, RefuseWhatSaysNothingAndKeepWhatWasTyped) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly");
    const auto before = entries(priya, tilly);
    auto empty = press(priya, words_of(tilly), form({{"instead-of", "the unit"}, {"say", " "}}));
    EXPECT_EQ(empty.status, 422);
    EXPECT_THAT(empty.body, AllOf(HasSubstr("Write what is said instead"), HasSubstr("value=\"the unit\"")));
    EXPECT_THAT(press(priya, words_of(tilly), form({})).body, AllOf(HasSubstr("Write the word that is not to be said"), HasSubstr("Write what is said instead")));
    EXPECT_THAT(press(priya, words_of(tilly), form({{"instead-of", "unit"}, {"say", "Unit"}})).body, HasSubstr("Write another word than the one that is not to be said"));
    EXPECT_EQ(entries(priya, tilly), before);
}

TEST_F(Words, AreReadByWhoMayOpenTheRecordAndChangedByWhoMayChangeIt) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand"), beth = person("Beth Rowntree");
    const auto tilly = child_named("Tilly");
    auto margaret = person("Margaret Ellwood"); // reviews Leo's plan: reads, and changes no fact
    const auto leo = child_of(margaret, "Leo");
    auto reviewers = read(margaret, words_of(leo));
    EXPECT_EQ(reviewers.status, 200);
    EXPECT_THAT(reviewers.body, AllOf(HasSubstr("Ros and Glen&#39;s"), Not(HasSubstr("Talk it through now")), Not(HasSubstr("does not mind any more")), Not(HasSubstr("Keep this word"))));
    EXPECT_EQ(read(margaret, words_of(leo) + "/talk").status, 404);
    EXPECT_EQ(press(margaret, words_of(leo), form({{"instead-of", "unit"}, {"say", "home"}})).status, 404);
    EXPECT_EQ(press(margaret, words_of(leo) + "/talk?term=placement", form({{"word", "mind"}})).status, 404);
    const auto nothing = read(beth, "/children/" + RecordNumber::random().hex() + "/words");
    EXPECT_EQ(nothing.status, 404);
    for (const auto& path : {words_of(tilly), words_of(tilly) + "/talk", words_of(tilly) + "/talk?term=placement", words_of(tilly) + "/talk?at=end"})
        EXPECT_EQ(read(beth, path).body, nothing.body) << path;
    EXPECT_EQ(press(beth, words_of(tilly), form({{"instead-of", "unit"}, {"say", "home"}})).status, 404);
    EXPECT_THAT(said(priya, tilly), ElementsAre("placement: Nan's", "contact: seeing Mum"));
}

TEST_F(Words, AreTalkedOverOneAtATimeAndKeptAtOnce) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly");
    const auto talk = words_of(tilly) + "/talk";
    EXPECT_THAT(read(priya, talk).body, AllOf(HasSubstr("Words to talk through with Tilly"), HasSubstr("foster carer"), HasSubstr("Tilly says: Nan&#39;s.")));
    auto page = read(priya, talk + "?term=sibling");
    EXPECT_THAT(page.body, AllOf(HasSubstr("A brother or a sister."), HasSubstr("What shall we say?"), HasSubstr("brothers and sisters"), HasSubstr("I do not mind"),
                                 Not(HasSubstr("checked"))));
    auto next = press(priya, talk + "?term=sibling", form({{"word", "say:brother"}, {"then", "next"}}));
    EXPECT_EQ(next.headers.get("Location"), talk + "?term=social%20worker");
    EXPECT_THAT(said(priya, tilly), ElementsAre("placement: Nan's", "contact: seeing Mum", "sibling: brother")) << "kept although the talk goes on";
    EXPECT_THAT(read(priya, talk + "?term=sibling").body, AllOf(HasSubstr("You said “brother”"), HasSubstr("checked")));

    const auto before = entries(priya, tilly);
    EXPECT_EQ(press(priya, talk + "?term=respite", form({{"then", "next"}})).status, 303) << "no answer is needed";
    auto blank = press(priya, talk + "?term=respite", form({{"word", "own"}, {"own", " "}, {"then", "next"}}));
    EXPECT_EQ(blank.status, 422);
    EXPECT_THAT(blank.body, AllOf(HasSubstr("Write the word, or choose another answer"), HasSubstr("respite")));
    EXPECT_EQ(press(priya, talk + "?term=no%20such%20word", form({{"word", "mind"}})).status, 404);
    EXPECT_EQ(entries(priya, tilly), before);

    EXPECT_EQ(press(priya, talk + "?term=respite", form({{"word", "mind"}, {"then", "next"}})).status, 303);
    auto own = form({{"word", "own"}, {"own", "sleeping at Bev's"}, {"then", "stop"}});
    EXPECT_EQ(press(priya, talk + "?term=respite", own).headers.get("Location"), talk + "?at=end");
    EXPECT_THAT(said(priya, tilly), testing::Contains("respite: sleeping at Bev's")) << "what she said before can be changed";
    EXPECT_THAT(read(priya, talk + "?at=end").body, AllOf(HasSubstr("Say <strong>brother</strong>, not sibling"), HasSubstr("Say <strong>sleeping at Bev&#39;s</strong>, not respite")));
}

TEST_F(Words, OfHerOwnOnNoListAreAskedAgainWithoutStandingInAnAddress) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto tilly = child_named("Tilly");
    press(priya, words_of(tilly), form({{"instead-of", "the unit"}, {"say", "home"}}));
    const auto talk = words_of(tilly) + "/talk";
    EXPECT_THAT(read(priya, talk).body, AllOf(HasSubstr("?own=3"), Not(HasSubstr("the%20unit"))));
    EXPECT_THAT(read(priya, talk + "?own=3").body, AllOf(HasSubstr("the unit"), HasSubstr("home")));
    EXPECT_EQ(read(priya, talk + "?own=1").status, 404) << "that one is on the list";
    EXPECT_EQ(press(priya, talk + "?own=3", form({{"word", "mind"}})).headers.get("Location"), talk + "?at=end");
    EXPECT_THAT(said(priya, tilly), ElementsAre("placement: Nan's", "contact: seeing Mum"));
}

TEST_F(Words, MeetTheTalkThatWasDueOnceItIsWrittenDown) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand");
    const auto reece = child_named("Reece");
    const auto talk = words_of(reece) + "/talk";
    auto due = talk_due(priya, reece);
    ASSERT_TRUE(due && due->due);
    EXPECT_THAT(read(priya, words_of(reece)).body, HasSubstr("/due/" + due->id.hex()));
    press(priya, talk + "?term=respite", form({{"word", "say:sleepover"}, {"then", "stop"}}));
    EXPECT_THAT(read(priya, talk + "?at=end").body, HasSubstr("Say <strong>sleepover</strong>, not respite"));

    auto missing = form({{"then", "keep"}, {"item.happened", ""}});
    auto refused = press(priya, talk + "?at=end", missing);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Write what happened"), HasSubstr("Say who else was there")));
    EXPECT_EQ(talk_due(priya, reece)->id, due->id);

    auto whole = form({{"then", "keep"}, {"item.happened", "We talked about the words that we use with you."}, {"item.people", "nobody"}});
    auto kept = press(priya, talk + "?at=end", whole);
    EXPECT_EQ(kept.headers.get("Location"), words_of(reece) + "?done=talked") << kept.body.substr(0, 300);
    EXPECT_EQ(press(priya, talk + "?at=end", whole).headers.get("Location"), words_of(reece) + "?done=talked") << "pressed twice";
    auto open = record_of(priya, reece);
    std::size_t talks = 0;
    for (const auto& story : open.child->story)
        if (story.record_type() == "words-conversation" && story.day() == house->today()) {
            ++talks;
            EXPECT_EQ(record::words_of(*story.form()->find("words-chosen")), "respite, sleepover");
        }
    EXPECT_EQ(talks, 1u);
    auto after = talk_due(priya, reece);
    ASSERT_TRUE(after && after->due);
    EXPECT_GT(after->due->day, house->today() + std::chrono::days(80));
    EXPECT_THAT(read(priya, words_of(reece) + "?done=talked").body, HasSubstr("Priya, Gareth and Sam see these from now on, and whoever works with you after them."));
    EXPECT_THAT(read(priya, talk + "?at=end").body, HasSubstr("No word was chosen this time.")) << "the next talk begins anew";
}

TEST_F(Words, AreOfferedToWhoeverWritesToHerAndOldOnesToNobody) {
    serve();
    if (HasFailure())
        return;
    auto priya = person("Priya Anand"), sam = person("Sam Okoro");
    const auto tilly = child_named("Tilly");
    press(priya, words_of(tilly), form({{"instead-of", "contact"}, {"say", "seeing Mum and Reece"}}));
    m_accepts = "application/json";
    auto saved = press(sam, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "visit"},
                                        {"item.happened", "We talked about your contact on Saturday."}});
    m_accepts = "text/html";
    ASSERT_EQ(saved.status, 200);
    EXPECT_THAT(saved.body, AllOf(HasSubstr("Tilly asked us not to say"), HasSubstr("seeing Mum and Reece"), Not(HasSubstr("seeing Mum\\\""))));
    EXPECT_THAT(saved.body, Not(HasSubstr("Say it as you would say it to Tilly"))) << "told once, with the word that she says";
}

TEST_F(Words, HaveNotBeenAskedForSaysSo) {
    serve();
    if (HasFailure())
        return;
    auto head = person("Denise Achebe");
    auto visitor = *door->visitor(head.worker, "a session");
    bool found = false;
    for (const auto& open : door->look_over(visitor, door->records_below(visitor, house->now()), house->now())) {
        if (open.child->words_to_use(house->today()).size() + open.child->preferred_words.size() > 0)
            continue;
        found = true;
        auto body = read(head, words_of(open.record)).body;
        bool asked = std::ranges::any_of(open.child->story, [](const auto& story) { return story.record_type() == "words-conversation"; });
        EXPECT_THAT(body, HasSubstr(asked ? "own now." : "has not been asked yet.")) << open.child->first_name();
        EXPECT_THAT(body, HasSubstr("Talk it through now"));
    }
    EXPECT_TRUE(found);
}

} // namespace

} // namespace lifestory::acceptance
