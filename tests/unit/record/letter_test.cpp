// What a letter to a child can speak of: promises with what became of them, her words, decisions, whom she saw; and what must never
// be among it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/letter.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

const auto today = day(2026, 12, 23);

Answer answer(std::string item, std::string part, std::string type, Value value) { return {std::move(item), "asked", std::move(part), std::move(type), std::move(value)}; }

Present nan() { return {"Maureen Barrow", "nan", maureen, std::nullopt}; }

Form visit_with(std::vector<Action> actions, std::string her_words = "I sleep.") {
    return {"visit", "Visit",
            {answer("child-views", "what-you-told-me", "views", Views{{{"child", "", std::nullopt, her_words, {"talking alone"}, "", std::nullopt}}}),
             answer("actions", "what-happens-next", "actions", Actions{std::move(actions)}),
             answer("seen", "about", "seen", SeenHow{Seen::Alone}),
             answer("people", "about", "people", People{{nan(), {"Sam Okoro", "Support Worker", std::nullopt, sam}}, false})}};
}

Form letter_form() { return {std::string(letter_type), "Three-month letter", {answer("letter", "what-happened", "prose", Text{"Dear Tilly, hello."})}}; }

// Tilly's record, told entry by entry; everything that has a form was given to her.
class Life {
public:
    Life() { add(ChildOpened{barrows, tilly_herself}, day(2026, 9, 1)); }

    EntryId add(Content content, Day happened) {
        auto one = entry(tilly, m_child.length, content);
        one.said.happened_on = happened;
        one.recorded_at = at("2026-09-01T09:00:00.000Z");
        apply(m_child, one);
        return one.id;
    }
    EntryId visit(Day happened, Form form) { return add(Visit{std::move(form), {}, {}, {}}, happened); }
    EntryId letter(Day happened, std::vector<PromiseTold> promises = {}) {
        Document document;
        document.form = letter_form();
        document.promises = std::move(promises);
        return add(document, happened);
    }

    const Child& child() const { return m_child; }
    Family family;

    std::vector<GivenEntry> given() const {
        std::vector<GivenEntry> all;
        for (const auto& story : m_child.story)
            if (story.form())
                all.push_back({&story, *story.form()});
        return all;
    }
    Gathered gathered() const { return gather_for_letter(m_child, family, given(), today); }

private:
    Child m_child;
};

std::vector<std::string> promised(const Gathered& gathered) {
    std::vector<std::string> all;
    for (const auto& one : gathered.promises)
        all.push_back(one.what);
    return all;
}

std::vector<std::string> words(const std::vector<GatheredLine>& lines) {
    std::vector<std::string> all;
    for (const auto& one : lines)
        all.push_back(one.words);
    return all;
}

} // namespace

TEST(Letter, the_first_tells_from_the_day_the_record_was_opened) {
    Life life;
    life.visit(day(2026, 9, 10), visit_with({}));
    const auto gathered = life.gathered();
    EXPECT_EQ(gathered.since, day(2026, 9, 1));
    EXPECT_FALSE(gathered.since_a_letter);
    EXPECT_THAT(words(gathered.told), ElementsAre("I sleep."));
}

TEST(Letter, the_next_tells_from_the_last_and_nothing_older_is_gathered_again) {
    Life life;
    life.visit(day(2026, 9, 10), visit_with({{"Find a club", "Priya Anand", std::nullopt, ""}}, "Old words."));
    life.letter(day(2026, 10, 4));
    const auto newer = life.visit(day(2026, 12, 9), visit_with({}, "New words."));
    const auto gathered = life.gathered();
    EXPECT_EQ(gathered.since, day(2026, 10, 4));
    EXPECT_TRUE(gathered.since_a_letter);
    EXPECT_THAT(words(gathered.told), ElementsAre("New words."));
    EXPECT_EQ(gathered.told.front().entry, newer);
    EXPECT_THAT(gathered.promises, IsEmpty());
}

TEST(Letter, what_happened_before_the_last_and_was_written_after_it_is_gathered) {
    Life life;
    life.letter(day(2026, 10, 4));
    life.visit(day(2026, 10, 2), visit_with({}, "Written late."));
    EXPECT_THAT(words(life.gathered().told), ElementsAre("Written late."));
}

TEST(Letter, a_letter_written_in_error_is_not_the_last) {
    Life life;
    life.visit(day(2026, 9, 10), visit_with({}, "Old words."));
    const auto wrong = life.letter(day(2026, 10, 4));
    Correction withdrawal;
    withdrawal.sentence.entry = wrong;
    withdrawal.withdraws = wrong;
    withdrawal.why = "It was for her cousin";
    life.add(withdrawal, day(2026, 10, 5));
    EXPECT_FALSE(life.gathered().since_a_letter);
    EXPECT_THAT(words(life.gathered().told), ElementsAre("Old words."));
}

TEST(Letter, promises_that_were_not_done_stand_first_and_those_done_last) {
    Life life;
    const auto visit = life.visit(day(2026, 9, 10), visit_with({{"Find a club", "Priya Anand", std::nullopt, ""}, {"Ring Nan", "Priya Anand", std::nullopt, ""}, {"Bring the book", "Sam Okoro", std::nullopt, ""}}));
    Document other;
    other.form = {"letter", "Letter", {answer("content", "what-others-said", "prose", Text{"Words."})}};
    other.promises = {{visit, 2, true}, {visit, 3, false}};
    life.add(other, day(2026, 9, 20));
    const auto gathered = life.gathered();
    EXPECT_THAT(promised(gathered), ElementsAre("Bring the book", "Find a club", "Ring Nan"));
    EXPECT_EQ(gathered.promises[0].state, Promised::NotKept);
    EXPECT_EQ(gathered.promises[1].state, Promised::NotSaid);
    EXPECT_EQ(gathered.promises[2].state, Promised::Kept);
    EXPECT_EQ(gathered.promises[0].place, 3u);
}

TEST(Letter, what_a_letter_said_was_not_done_is_owed_until_one_says_that_it_is) {
    Life life;
    const auto visit = life.visit(day(2026, 9, 10), visit_with({{"Find a club", "Priya Anand", std::nullopt, ""}, {"Ring Nan", "Priya Anand", std::nullopt, ""}}));
    life.letter(day(2026, 10, 4), {{visit, 1, false}, {visit, 2, true}});
    EXPECT_THAT(promised(life.gathered()), ElementsAre("Find a club"));
    life.letter(day(2026, 12, 20), {{visit, 1, true}});
    EXPECT_THAT(life.gathered().promises, IsEmpty());
}

TEST(Letter, a_promise_whose_words_were_put_right_reads_as_it_stands_and_keeps_its_place) {
    Life life;
    const auto visit = life.visit(day(2026, 12, 9), visit_with({{"Find a chess club", "", std::nullopt, ""}, {"Ring Nan", "", std::nullopt, ""}}));
    const auto sentence = sentences_of(visit, *life.child().story.back().form()->find("actions")).front();
    life.add(Correction{sentence, "Find an art club", "It was art.", std::nullopt, {}, false}, day(2026, 12, 10));
    const auto gathered = life.gathered();
    EXPECT_THAT(promised(gathered), ElementsAre("Find an art club", "Ring Nan"));
    EXPECT_EQ(gathered.promises[1].place, 2u);
}

TEST(Letter, closed_words_are_not_gathered) {
    Life life;
    const auto visit = life.visit(day(2026, 12, 9), visit_with({}, "Reece was there."));
    const auto sentence = sentences_of(visit, *life.child().story.back().form()->find("child-views")).front();
    life.add(Closing{sentence, "they are about another child"}, day(2026, 12, 10));
    EXPECT_THAT(life.gathered().told, IsEmpty());
}

TEST(Letter, decisions_important_events_and_what_she_did_are_gathered_with_their_entries) {
    Life life;
    const auto entry = life.add(CaseNote{{"case-note", "Note",
                                          {answer("you-did", "what-happened", "text", Text{"You won the art prize."}),
                                           answer("decided", "decision", "prose", Text{"We decided that you stay at Nan's. It is until January."}),
                                           answer("significant", "about", "yes-no", YesNo{true}), answer("significant-why", "about", "text", Text{"The night the police came"})}},
                                         {}, {}, {}},
                                day(2026, 12, 1));
    const auto gathered = life.gathered();
    EXPECT_THAT(words(gathered.did), ElementsAre("You won the art prize."));
    EXPECT_THAT(words(gathered.decided), ElementsAre("We decided that you stay at Nan's."));
    EXPECT_THAT(words(gathered.important), ElementsAre("The night the police came"));
    EXPECT_EQ(gathered.decided.front().entry, entry);
    EXPECT_TRUE(gathered.holds(entry));
}

TEST(Letter, whom_she_saw_is_counted_and_workers_are_not_among_them) {
    Life life;
    life.visit(day(2026, 11, 25), visit_with({}));
    const auto newest = life.visit(day(2026, 12, 9), visit_with({}));
    const auto gathered = life.gathered();
    ASSERT_EQ(gathered.saw.size(), 1u);
    EXPECT_EQ(gathered.saw.front().who, nan());
    EXPECT_EQ(gathered.saw.front().times, 2);
    EXPECT_EQ(gathered.saw.front().entry, newest);
}

TEST(Letter, at_a_visit_at_which_she_was_not_seen_she_saw_nobody) {
    Life life;
    auto form = visit_with({});
    form.answers[2].value = SeenHow{Seen::NotSeen};
    life.visit(day(2026, 12, 9), form);
    EXPECT_THAT(life.gathered().saw, IsEmpty());
}

TEST(Letter, who_she_has_not_been_told_of_is_never_named) {
    Life life;
    Person hidden;
    hidden.person = maureen;
    hidden.full_name = "Maureen Barrow";
    hidden.known_as = "Nan";
    hidden.not_told = {tilly_herself};
    life.family.people.push_back({{beside(entry(barrows, 0, hidden), hidden)}});
    life.visit(day(2026, 12, 9), visit_with({{"Tell you about Maureen Barrow", "", std::nullopt, ""}, {"Ring Maureen", "", std::nullopt, ""}, {"See Nan", "", std::nullopt, ""},
                                                   {"Ring the school about Nanette", "", std::nullopt, ""}}, "Who is maureen barrow?"));
    const auto gathered = life.gathered();
    EXPECT_THAT(gathered.saw, IsEmpty());
    EXPECT_THAT(gathered.told, IsEmpty());
    EXPECT_THAT(promised(gathered), ElementsAre("Ring the school about Nanette"));
}

TEST(Letter, a_tie_that_she_has_not_been_told_hides_who_it_is_to) {
    Life life;
    Person grandmother;
    grandmother.person = maureen;
    grandmother.full_name = "Maureen Barrow";
    life.family.people.push_back({{beside(entry(barrows, 0, grandmother), grandmother)}});
    Relationship tie;
    tie.from = maureen;
    tie.to = tilly_herself;
    tie.kind = "mum";
    tie.not_told = {tilly_herself};
    life.family.relationships.push_back({{beside(entry(barrows, 1, tie), tie)}});
    life.visit(day(2026, 12, 9), visit_with({}));
    EXPECT_THAT(life.gathered().saw, IsEmpty());
}

TEST(Letter, nothing_is_gathered_but_what_she_was_given) {
    Life life;
    life.visit(day(2026, 12, 9), visit_with({{"Ring the school", "", std::nullopt, ""}}));
    const auto gathered = gather_for_letter(life.child(), life.family, {}, today);
    EXPECT_THAT(gathered.promises, IsEmpty());
    EXPECT_THAT(gathered.told, IsEmpty());
    EXPECT_THAT(gathered.saw, IsEmpty());
}

TEST(Letter, each_letter_tells_from_the_one_before_it) {
    Life life;
    const auto first = life.letter(day(2026, 10, 4)), second = life.letter(day(2026, 12, 20));
    EXPECT_EQ(tells_from(life.child(), *life.child().find(first)), day(2026, 9, 1));
    EXPECT_EQ(tells_from(life.child(), *life.child().find(second)), day(2026, 10, 4));
}

TEST(Letter, who_promised_is_not_named_either_nor_by_an_earlier_name) {
    Life life;
    Person hidden;
    hidden.person = maureen;
    hidden.full_name = "Maureen Weir";
    hidden.not_told = {tilly_herself};
    auto before = beside(entry(barrows, 0, hidden), hidden);
    hidden.full_name = "Maureen Barrow";
    life.family.people.push_back({{before, beside(entry(barrows, 1, hidden), hidden)}});
    life.visit(day(2026, 12, 9), visit_with({{"Bring the photograph", "Maureen Barrow", std::nullopt, ""}, {"Ring Maureen Weir", "", std::nullopt, ""}, {"Find a club", "Priya Anand", std::nullopt, ""}}));
    EXPECT_THAT(promised(life.gathered()), ElementsAre("Find a club"));
}

TEST(Letter, a_withdrawn_letter_tells_from_the_letter_before_it) {
    Life life;
    life.letter(day(2026, 1, 4));
    const auto wrong = life.letter(day(2026, 4, 2));
    life.letter(day(2026, 10, 4));
    Correction withdrawal;
    withdrawal.sentence.entry = wrong;
    withdrawal.withdraws = wrong;
    withdrawal.why = "It was for her cousin";
    life.add(withdrawal, day(2026, 10, 5));
    const auto child = life.child();
    EXPECT_EQ(tells_from(child, *child.find(wrong)), day(2026, 1, 4));
}

