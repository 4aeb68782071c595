// The plan and the decisions over HTTP (pages.md 6.12), on the demonstration: a plan written, what came of an action said, the next version
// carried on and compared. And what must not be: somebody's views carried on, an outcome without words, a page for who may not read the record.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "app/daily_email.h"
#include "base/text.h"
#include "casework/correct.h"
#include "record/plan.h"
#include "web/pages/acting.h"
#include "web/pages/form_fields.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Plans : public AtTillys {
protected:
    desk::Draft draft_at(const std::string& path) { return *house->desk.draft(*DraftId::parse(path.substr(8))); }

    Fields first_plan() {
        return {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "written-plan"},
                {"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.plan-kind", "child protection plan"},
                {"item.worries", "Darren Cole has hit Mum when you were in the house. You could be hurt, and you are frightened."},
                {"item.going-well", "You live with Nan, and you go to school every day."},
                {"item.goals.1.1", "You sleep at Nan's without worrying"}, {"item.goals.1.2", "You told me that you lie awake."}, {"item.goals.1.3", "4, Tilly"},
                {"item.actions.1.what", "Fit a lock to the back door"}, {"item.actions.1.who", "Maureen Barrow"}, {"item.actions.1.serves", "You sleep at Nan's without worrying"},
                {"item.actions.1.by.day", "22"}, {"item.actions.1.by.month", "12"}, {"item.actions.1.by.year", "2026"},
                {"item.nothing-changes", "We would ask the court to decide where you live."}, {"item.need-code-right", "yes"},
                {"item.child-views.words", "I want the lock."}, {"item.child-views.how", "talking alone"}};
    }

    // The boxes that ask whether what was carried on is still true.
    std::vector<std::string> carried_on_at(const std::string& draft) {
        std::vector<std::string> names;
        const auto page = read(priya, draft + "/check").body;
        for (auto at = page.find("name=\"keep-"); at != std::string::npos; at = page.find("name=\"keep-", at + 1)) {
            auto name = page.substr(at + 6, page.find('"', at + 6) - at - 6);
            if (page.substr(at, 200).find("value=\"still-true\"") != std::string::npos && std::ranges::find(names, name) == names.end())
                names.push_back(name);
        }
        return names;
    }

    // The number of the card that shows these words.
    std::string card_of(const std::string& draft, const std::string& words) {
        const auto page = read(priya, draft + "/check").body;
        const auto at = page.find("data-words=\"" + words), begin = page.rfind("data-finding=\"", at);
        return at == std::string::npos ? "none" : page.substr(begin + 14, page.find('"', begin + 14) - begin - 14);
    }

    Fields shown_at(const std::string& draft) {
        const auto kept = draft_at(draft);
        return {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()}, {"type", kept.record_type}, {"release.how", "together"}};
    }

    // Saved, and signed as it stands.
    std::string sign(const std::string& draft) {
        auto kept = draft_at(draft);
        Fields fields{{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()}, {"type", kept.record_type},
                      {"release.how", "together"}, {"then", "sign"}};
        for (const auto& finding : carried_on_at(draft))
            fields.add(finding, "still-true");
        auto answer = press(priya, draft + "/check", fields);
        EXPECT_EQ(answer.status, 303) << answer.body;
        auto after = draft_at(draft);
        return after.signed_as ? after.signed_as->hex() : "not signed";
    }

    // A core group of today, at which something was agreed.
    std::string hold_core_group() {
        auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "core-group"},
                                              {"when.day", "23"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.people", "nobody"},
                                              {"item.progress", "The school, the nurse and Nan said how the weeks were."}, {"item.not-verbatim", "yes"},
                                              {"item.decided", "You see Mum on Sundays, because you asked for it."}, {"item.child-views.words", "Sundays are good."},
                                              {"item.child-views.how", "talking alone"}, {"item.actions.1.what", "Fetch you on Sundays"}, {"item.actions.1.who", "Maureen Barrow"},
                                              {"item.actions.1.by.day", "30"}, {"item.actions.1.by.month", "12"}, {"item.actions.1.by.year", "2026"}});
        EXPECT_EQ(begun.status, 303) << begun.body;
        return sign(split(std::string(begun.headers.get("Location")), '#').front());
    }

    std::string write_plan() {
        auto begun = press(priya, "/drafts", first_plan());
        EXPECT_EQ(begun.status, 303) << begun.body;
        return sign(split(std::string(begun.headers.get("Location")), '#').front());
    }
};

TEST_F(Plans, shows_worries_goals_and_who_does_what_by_when_and_what_came_of_it) {
    EXPECT_THAT(read(priya, of_child("/plan")).body, AllOf(HasSubstr("No plan with goals is written yet."), HasSubstr("Child protection plan, since 2 November 2026: what is to change"), HasSubstr("Write the plan")));
    auto plan = write_plan();
    auto page = read(priya, of_child("/plan")).body;
    EXPECT_THAT(page, AllOf(HasSubstr("You sleep at Nan&#39;s without worrying"), HasSubstr("Late: nobody has said that it was done by 22 December 2026"), HasSubstr("Maureen Barrow"), HasSubstr("4, Tilly"),
                            HasSubstr("What happens if nothing changes"), HasSubstr("I want the lock.")));
    auto at = of_child("/plan/actions/" + plan + "/1");
    EXPECT_THAT(page, HasSubstr(at));
    EXPECT_THAT(read(priya, "/").body, AllOf(HasSubstr("Of plans: late, or due this week"), HasSubstr("Fit a lock to the back door: Maureen Barrow"),
                                             HasSubstr("late: was due on Tuesday 22 December 2026"), HasSubstr(at)));
    auto refused = press(priya, at, {{"form_number", FormNumber::random().hex()}, {"happened", " "}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Say whether it was done"), HasSubstr("Say what happened")));
    Fields said{{"form_number", FormNumber::random().hex()}, {"done", "yes"}, {"happened", "Nan had the lock fitted on Saturday."}};
    for (int pressed = 0; pressed < 2; ++pressed)
        EXPECT_EQ(press(priya, at, said).status, 303);
    page = read(priya, of_child("/plan")).body;
    EXPECT_THAT(page, AllOf(HasSubstr("Nan had the lock fitted on Saturday."), HasSubstr("<strong>Done.</strong>"), Not(HasSubstr("Late:")), Not(HasSubstr(at))));
    EXPECT_THAT(read(priya, "/").body, Not(HasSubstr("Of plans: late")));
}

TEST_F(Plans, the_next_version_carries_the_words_on_and_says_what_is_new) {
    auto first = write_plan();
    auto next = press(priya, of_child("/plan/next"), {{"form_number", FormNumber::random().hex()}});
    ASSERT_EQ(next.status, 303);
    auto draft = std::string(next.headers.get("Location"));
    auto fields = draft_at(draft).fields;
    EXPECT_EQ(web::pages::field(fields, "item.worries"), "Darren Cole has hit Mum when you were in the house. You could be hurt, and you are frightened.");
    EXPECT_EQ(web::pages::field(fields, "item.child-views.words"), "") << "what she thinks is asked anew";
    EXPECT_EQ(web::pages::field(fields, "belongs-to"), first);
    EXPECT_THAT(read(priya, draft).body, HasSubstr("/entries/" + first)) << "the copied words lead to where they stood";
    Fields changed{{"form_number", draft_at(draft).form.hex()}, {"version", std::to_string(draft_at(draft).version)}};
    for (const auto& [name, value] : fields)
        changed.add(name, name == "item.going-well" ? "You have joined the painting club." : value);
    ASSERT_EQ(press(priya, draft, changed).status, 303);
    EXPECT_THAT(read(priya, of_child("/plan")).body, Not(HasSubstr("painting club"))) << "not before it is signed";
}

TEST_F(Plans, where_none_is_written_the_head_the_plan_and_the_documents_say_the_same) {
    EXPECT_THAT(read(priya, of_child("")).body, AllOf(HasSubstr("No plan with goals is written yet. There is the <a"), HasSubstr("Safety plan, 22 May 2026")));
    EXPECT_THAT(read(priya, of_child("/plan")).body, AllOf(HasSubstr("No plan with goals is written yet."), HasSubstr("Plans that are papers of their own"), HasSubstr("Safety plan, 22 May 2026")));
    EXPECT_THAT(read(priya, of_child("/documents")).body, HasSubstr("Its days are written down, from 2 November 2026; what it says is not"));
}

TEST_F(Plans, what_is_done_is_not_to_be_done_again_in_the_next_version) {
    auto plan = write_plan();
    EXPECT_EQ(press(priya, of_child("/plan/actions/" + plan + "/1"), {{"form_number", FormNumber::random().hex()}, {"done", "yes"}, {"happened", "Nan had it fitted."}}).status, 303);
    auto next = press(priya, of_child("/plan/next"), {{"form_number", FormNumber::random().hex()}});
    ASSERT_EQ(next.status, 303);
    for (const auto& [name, value] : draft_at(std::string(next.headers.get("Location"))).fields)
        EXPECT_THAT(value, Not(HasSubstr("Fit a lock"))) << name;
}

TEST_F(Plans, what_the_next_version_carries_on_is_confirmed_or_taken_out_before_it_is_signed) {
    write_plan();
    auto next = press(priya, of_child("/plan/next"), {{"form_number", FormNumber::random().hex()}});
    auto draft = std::string(next.headers.get("Location"));
    Fields changed{{"form_number", draft_at(draft).form.hex()}, {"version", std::to_string(draft_at(draft).version)}, {"item.child-views.words", "It is better."},
                   {"item.child-views.how", "talking alone"}, {"item.need-code-right", "yes"}};
    const auto fields = draft_at(draft).fields;
    for (const auto& [name, value] : fields)
        changed.add(name, value);
    ASSERT_EQ(press(priya, draft, changed).status, 303);
    EXPECT_THAT(read(priya, draft + "/check").body, HasSubstr("say that it is still true, change it, or take it out, before you sign"));
    EXPECT_FALSE(carried_on_at(draft).empty());
    auto kept = draft_at(draft);
    auto refused = press(priya, draft + "/check", {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()}, {"type", kept.record_type},
                                                   {"release.how", "together"}, {"then", "sign"}});
    EXPECT_EQ(refused.status, 422);
    EXPECT_FALSE(draft_at(draft).signed_as) << "nothing that was pulled through counts as written today";
    EXPECT_NE(sign(draft), "not signed");
}

TEST_F(Plans, a_goal_and_an_action_that_are_carried_on_are_confirmed_each_for_itself_or_taken_out_whole) {
    auto first = write_plan();
    auto next = press(priya, of_child("/plan/next"), {{"form_number", FormNumber::random().hex()}});
    auto draft = std::string(next.headers.get("Location"));
    const auto check = read(priya, draft + "/check").body;
    EXPECT_THAT(check, AllOf(HasSubstr("This comes from: Plan, 22 December 2026. Still true today?"), HasSubstr("“Fit a lock to the back door”"), HasSubstr("“You sleep at Nan&#39;s without worrying”"),
                             HasSubstr("/entries/" + first)));
    const auto action = card_of(draft, "Fit a lock"), goal = card_of(draft, "You sleep at Nan");
    EXPECT_NE(action, goal);
    auto sign_it = shown_at(draft);
    for (const auto& finding : carried_on_at(draft))
        if (finding != "keep-" + action)
            sign_it.add(finding, "still-true");
    sign_it.add("then", "sign");
    auto refused = press(priya, draft + "/check", sign_it);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Fit a lock to the back door"));
    auto take_out = shown_at(draft);
    take_out.add("then", "press." + action);
    const auto taken = press(priya, draft + "/check", take_out);
    ASSERT_EQ(taken.status, 303);
    for (const auto& [name, value] : draft_at(draft).fields)
        EXPECT_FALSE(name.starts_with("item.actions.") && !value.empty()) << name << " = " << value;
    const auto after = read(priya, std::string(taken.headers.get("Location"))).body;
    const auto back = after.find("value=\"put-back.");
    ASSERT_NE(back, std::string::npos);
    auto put_back = shown_at(draft);
    put_back.add("then", after.substr(back + 7, after.find('"', back + 7) - back - 7));
    EXPECT_EQ(press(priya, draft + "/check", put_back).status, 303);
    EXPECT_EQ(web::pages::field(draft_at(draft).fields, "item.actions.1.who"), "Maureen Barrow");
}

TEST_F(Plans, an_action_that_was_changed_is_the_writers_own) {
    write_plan();
    auto next = press(priya, of_child("/plan/next"), {{"form_number", FormNumber::random().hex()}});
    auto draft = std::string(next.headers.get("Location"));
    ASSERT_NE(card_of(draft, "Fit a lock"), "none");
    const auto page = read(priya, draft).body;
    const auto begin = page.rfind("value=\"", page.find(">Maureen Barrow")) + 7;
    const auto maureen = page.substr(begin, page.find('"', begin) - begin);
    ASSERT_THAT(maureen, HasSubstr("person:"));
    Fields same{{"form_number", draft_at(draft).form.hex()}, {"version", std::to_string(draft_at(draft).version)}};
    for (const auto& [name, value] : draft_at(draft).fields)
        same.add(name, name == "item.actions.1.who" ? maureen : value);
    ASSERT_EQ(press(priya, draft, same).status, 303);
    EXPECT_NE(card_of(draft, "Fit a lock"), "none") << "the page writes whom it knows by number: nobody changed anything";
    Fields changed{{"form_number", draft_at(draft).form.hex()}, {"version", std::to_string(draft_at(draft).version)}};
    for (const auto& [name, value] : draft_at(draft).fields)
        if (!name.starts_with("pulled.")) // as a page posts it
            changed.add(name, name == "item.actions.1.by.day" ? "30" : value);
    ASSERT_EQ(press(priya, draft, changed).status, 303);
    EXPECT_EQ(card_of(draft, "Fit a lock"), "none");
    EXPECT_NE(card_of(draft, "You sleep at Nan"), "none") << "what was not touched is still asked about";
}

TEST_F(Plans, a_goal_for_which_nobody_does_anything_is_a_thing_to_look_at) {
    auto fields = first_plan();
    fields.add("item.goals.2.1", "You see Mum when you want to");
    fields.add("item.actions.2.what", "Ring Mum");
    fields.add("item.actions.2.who", "Maureen Barrow");
    fields.add("item.actions.2.serves", "You ring Mum");
    fields.add("item.actions.2.by.day", "1");
    fields.add("item.actions.2.by.month", "11");
    fields.add("item.actions.2.by.year", "2026");
    auto begun = press(priya, "/drafts", fields);
    ASSERT_EQ(begun.status, 303) << begun.body;
    EXPECT_THAT(read(priya, split(std::string(begun.headers.get("Location")), '#').front() + "/check").body,
                AllOf(HasSubstr("Nobody does anything yet for “You see Mum when you want to”."), HasSubstr("“Ring Mum” is for “You ring Mum”, which is no goal of this plan now."),
                      HasSubstr("“Ring Mum” was to be done by 1 November 2026, before this plan."), Not(HasSubstr("Nobody does anything yet for “You sleep"))));
}

TEST_F(Plans, the_next_version_leaves_closed_words_out_and_tells_where_a_goal_was_before) {
    auto first = write_plan();
    auto denise = person("Denise Achebe");
    auto visitor = *door->visitor(denise.worker, "a session");
    auto open = *door->open(visitor, tilly, std::nullopt, house->now());
    const std::string closed_words = "Darren Cole has hit Mum when you were in the house.";
    record::Sentence sentence{*EntryId::parse(first), "worries", 0, static_cast<std::uint32_t>(closed_words.size()), closed_words};
    casework::Act act{visitor.author, std::string(access::name_of(visitor.who.role)), web::pages::judged_by(*house), house->now(), EntryId::random()};
    auto closing = casework::close_words(act, *open.child, std::span(&sentence, 1), "they are about someone else");
    ASSERT_TRUE(closing);
    ASSERT_TRUE(door->append(visitor, open, access::Act::Close, {}, FormNumber::random(), {{closing->front().id, closing->front().said, closing->front().content}}, house->now()));
    auto next = press(priya, of_child("/plan/next"), {{"form_number", FormNumber::random().hex()}});
    ASSERT_EQ(next.status, 303);
    auto draft = std::string(next.headers.get("Location"));
    auto fields = draft_at(draft).fields;
    EXPECT_EQ(web::pages::field(fields, "item.worries"), "You could be hurt, and you are frightened.");
    EXPECT_EQ(web::pages::field(fields, "item.going-well"), "You live with Nan, and you go to school every day.");
    Fields changed{{"form_number", draft_at(draft).form.hex()}, {"version", std::to_string(draft_at(draft).version)}, {"item.child-views.words", "It is better."}, {"item.child-views.how", "talking alone"},
                   {"item.need-code-right", "no"}};
    EXPECT_EQ(web::pages::field(fields, "item.goals.1.3"), "") << "where it stands is asked anew";
    for (const auto& [name, value] : fields)
        if (name != "item.goals.1.3")
            changed.add(name, value);
    changed.add("item.goals.1.3", "7, Tilly");
    ASSERT_EQ(press(priya, draft, changed).status, 303);
    ASSERT_NE(sign(draft), "not signed");
    EXPECT_THAT(read(priya, of_child("/plan")).body, AllOf(HasSubstr("From plan to plan"), HasSubstr("The same as a table"), HasSubstr("4, Tilly"), HasSubstr("7, Tilly")));
}

TEST_F(Plans, a_note_says_which_goal_it_is_for_and_the_goal_leads_to_it) {
    EXPECT_THAT(read(priya, of_child("/note?type=case-note")).body, Not(HasSubstr("Which goals of the plan is this for?"))) << "there is no plan yet";
    write_plan();
    EXPECT_THAT(read(priya, of_child("/note?type=case-note")).body, HasSubstr("Which goals of the plan is this for?"));
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "case-note"}, {"item.people", "nobody"},
                                          {"when.day", "23"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.happened", "You rang and said that you slept all night."},
                                          {"item.event-type", house->pack().record_type("case-note")->item("event-type")->choices.front().name},
                                          {"item.serves", "You sleep at Nan's without worrying"}});
    ASSERT_EQ(begun.status, 303) << begun.body;
    EXPECT_THAT(read(priya, of_child("/plan")).body, Not(HasSubstr("Visits, notes and meetings for it"))) << "not before it is signed";
    auto note = sign(split(std::string(begun.headers.get("Location")), '#').front());
    EXPECT_THAT(read(priya, of_child("/plan")).body, AllOf(HasSubstr("Visits, notes and meetings for it"), HasSubstr("/entries/" + note)));
}

TEST_F(Plans, what_a_meeting_agreed_goes_into_the_plan_by_one_press_and_only_once) {
    write_plan();
    auto meeting = hold_core_group();
    ASSERT_NE(meeting, "not signed");
    auto at = of_child("/plan/from/" + meeting);
    EXPECT_THAT(read(priya, of_child("/meetings")).body, HasSubstr(at));
    std::string draft;
    for (int pressed = 0; pressed < 2; ++pressed) {
        auto answer = press(priya, at, {{"form_number", FormNumber::random().hex()}});
        ASSERT_EQ(answer.status, 303) << answer.body;
        draft = split(std::string(answer.headers.get("Location")), '#').front();
    }
    auto fields = draft_at(draft).fields;
    EXPECT_EQ(web::pages::field(fields, "item.actions.1.what"), "Fit a lock to the back door") << "what the plan says is carried on";
    EXPECT_EQ(web::pages::field(fields, "item.actions.2.what"), "Fetch you on Sundays");
    EXPECT_EQ(web::pages::field(fields, "item.actions.2.by.day"), "30");
    EXPECT_EQ(web::pages::field(fields, "item.actions.3.what"), "") << "pressed twice, it stands once";
    EXPECT_EQ(web::pages::field(fields, "item.agreed-since"), "Core group, 23 December 2026: You see Mum on Sundays, because you asked for it.");
    EXPECT_EQ(web::pages::field(fields, "item.need-code-right"), "") << "whether the reason for our work still fits is asked anew";
    EXPECT_THAT(read(priya, of_child("/plan")).body, Not(HasSubstr("Fetch you on Sundays"))) << "not before somebody has signed it";
    auto stranger = person("Beth Rowntree");
    EXPECT_EQ(press(stranger, at, {{"form_number", FormNumber::random().hex()}}).body, read(stranger, of_child("/plan")).body);
    EXPECT_EQ(press(priya, of_child("/plan/from/" + EntryId::random().hex()), {{"form_number", FormNumber::random().hex()}}).status, 404);
}

TEST_F(Plans, what_a_meeting_agreed_is_offered_until_a_plan_has_it_though_another_was_signed_without_it) {
    write_plan();
    auto meeting = hold_core_group();
    ASSERT_NE(meeting, "not signed");
    const auto at = of_child("/plan/from/" + meeting);
    write_plan(); // the same as before: nothing was carried over
    EXPECT_THAT(read(priya, of_child("/meetings")).body, HasSubstr(at)) << "who would fetch her on Sundays is not lost";
    auto pressed = press(priya, at, {{"form_number", FormNumber::random().hex()}});
    ASSERT_EQ(pressed.status, 303) << pressed.body;
    auto draft = split(std::string(pressed.headers.get("Location")), '#').front();
    Fields changed{{"form_number", draft_at(draft).form.hex()}, {"version", std::to_string(draft_at(draft).version)}, {"item.child-views.words", "Good."},
                   {"item.child-views.how", "talking alone"}, {"item.need-code-right", "yes"}};
    const auto fields = draft_at(draft).fields;
    EXPECT_EQ(web::pages::field(fields, "item.actions.2.what"), "Fetch you on Sundays");
    for (const auto& [name, value] : fields)
        changed.add(name, value);
    ASSERT_EQ(press(priya, draft, changed).status, 303);
    ASSERT_NE(sign(draft), "not signed");
    EXPECT_THAT(read(priya, of_child("/meetings")).body, Not(HasSubstr(at))) << "the plan has it";
}

TEST_F(Plans, the_next_core_group_is_shown_what_was_done_since_the_last_and_what_is_late) {
    auto plan = write_plan();
    auto since = [&] { return read(priya, of_child("/note?type=core-group")).body; };
    EXPECT_THAT(since(), AllOf(HasSubstr("What was done since the plan of 22 December 2026"), HasSubstr("Late: nobody has said what happened.</strong> Fit a lock to the back door")));
    ASSERT_EQ(press(priya, of_child("/plan/actions/" + plan + "/1"), {{"form_number", FormNumber::random().hex()}, {"done", "yes"}, {"happened", "Nan had the lock fitted."}}).status, 303);
    EXPECT_THAT(since(), AllOf(HasSubstr("<strong>Done.</strong> Fit a lock to the back door: Nan had the lock fitted."), Not(HasSubstr("Late: nobody"))));
    EXPECT_THAT(read(priya, of_child("/note?type=case-note")).body, Not(HasSubstr("What was done since"))) << "a note reviews no plan";
}

TEST_F(Plans, what_is_late_stands_on_team_in_the_calendar_and_in_the_daily_email_and_the_last_two_say_neither_what_nor_whose) {
    auto gareth = person("Gareth Holloway");
    EXPECT_THAT(read(gareth, "/team").body, Not(HasSubstr("Of plans: late")));
    write_plan();
    EXPECT_THAT(read(gareth, "/team").body, AllOf(HasSubstr("Of plans: late, or due this week"), HasSubstr("Fit a lock to the back door: Maureen Barrow (Priya Anand)"),
                                                  HasSubstr("late: was due on Tuesday 22 December 2026")));
    auto secret = desk::new_calendar_secret();
    ASSERT_TRUE(house->desk.set_calendar(priya.worker, secret.hash, house->now()));
    const auto calendar = read(priya, "/calendars/" + secret.written + ".ics").body;
    EXPECT_THAT(calendar, AllOf(HasSubstr("Late: something that a plan says"), HasSubstr("DTSTART;VALUE=DATE:20261222"), Not(HasSubstr("lock")), Not(HasSubstr("Tilly")), Not(HasSubstr("Maureen"))));
    ASSERT_TRUE(house->desk.set_daily_email(priya.worker, "priya.anand@northmere.example"));
    auto email = app::daily_email_for(*house, priya.worker);
    ASSERT_TRUE(email);
    EXPECT_THAT(email->text, AllOf(HasSubstr("What plans say, late or due this week (1)\n- late: was due on Tuesday 22 December 2026"), Not(HasSubstr("lock")), Not(HasSubstr("Tilly")), Not(HasSubstr("Nothing is late."))));
}

TEST_F(Plans, checking_names_what_is_missing_in_the_order_of_the_page) {
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "written-plan"},
                                          {"item.worries", "You could be hurt."}});
    ASSERT_EQ(begun.status, 303);
    auto draft = split(std::string(begun.headers.get("Location")), '#').front();
    auto page = read(priya, draft + "/check").body;
    EXPECT_THAT(page, AllOf(HasSubstr("Before you can sign:"), HasSubstr(draft + "#item.goals.1.1"), HasSubstr(draft + "#item.actions.1.what"), HasSubstr(draft + "#when.day"), HasSubstr(draft + "#item.plan-kind"),
                            Not(HasSubstr("You can sign without."))));
    auto at = [](const std::string& text, const std::string& words) { return text.find(words); };
    EXPECT_LT(at(page, "#item.goals.1.1"), at(page, "#item.actions.1.what"));
    EXPECT_LT(at(page, "#item.actions.1.what"), at(page, "#when.day"));
    EXPECT_LT(at(page, "#when.day"), at(page, "#item.plan-kind"));
    auto kept = draft_at(draft);
    auto refused = press(priya, draft + "/check", {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()}, {"type", kept.record_type},
                                                   {"release.how", "together"}, {"then", "sign"}});
    EXPECT_EQ(refused.status, 422);
    auto summary = refused.body.substr(refused.body.find("There is a problem"));
    EXPECT_LT(at(summary, "#item.goals.1.1"), at(summary, "#when.day")) << "what signing says stands in the order of the page too";
    EXPECT_LT(at(summary, "#when.day"), at(summary, "#item.plan-kind"));
}

TEST_F(Plans, an_action_of_another_record_or_one_that_is_not_there_is_not_found) {
    auto plan = write_plan();
    auto reece = child_named("Reece");
    EXPECT_EQ(read(priya, "/children/" + reece.hex() + "/plan/actions/" + plan + "/1").status, 404);
    EXPECT_EQ(read(priya, of_child("/plan/actions/" + plan + "/2")).status, 404);
    auto stranger = person("Beth Rowntree");
    auto nowhere = read(stranger, "/children/" + RecordNumber::random().hex() + "/plan");
    for (const auto& path : {of_child("/plan"), of_child("/decisions"), of_child("/plan/actions/" + plan + "/1")})
        EXPECT_EQ(read(stranger, path).body, nowhere.body) << path;
    EXPECT_EQ(press(stranger, of_child("/plan/next"), {{"form_number", FormNumber::random().hex()}}).body, nowhere.body);
}

TEST_F(Plans, a_summary_begins_with_the_lines_that_were_ticked_and_no_others) {
    write_plan();
    auto page = read(priya, of_child("/summary?type=transfer-summary")).body;
    EXPECT_THAT(page, AllOf(HasSubstr("What we want to change: You sleep at Nan&#39;s without worrying."), HasSubstr("Still to do. Fit a lock to the back door: Maureen Barrow."),
                            HasSubstr("You were last seen on"), HasSubstr("Plan, 22 December 2026")));
    auto code_of = [&](const std::string& words) { // the box that stands before these words
        auto at = page.rfind("value=\"", page.find(words));
        return page.substr(at + 7, 16);
    };
    auto begun = press(priya, of_child("/summary?type=transfer-summary"), {{"form_number", FormNumber::random().hex()}, {"line", code_of("Still to do. Fit a lock")}});
    ASSERT_EQ(begun.status, 303);
    auto draft = draft_at(std::string(begun.headers.get("Location")));
    EXPECT_EQ(draft.record_type, "transfer-summary");
    EXPECT_EQ(web::pages::field(draft.fields, "item.written"), "Still to do. Fit a lock to the back door: Maureen Barrow.");
    const auto at = "/drafts/" + draft.draft.hex();
    EXPECT_THAT(read(priya, at).body, HasSubstr("This comes from: Plan, 22 December 2026. Still true today?")) << "beside the words, while they are written";
    auto sign_it = shown_at(at);
    sign_it.add("then", "sign");
    const auto refused = press(priya, at + "/check", sign_it);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Say that “Still to do. Fit a lock"));
    const auto signed_as = sign(at);
    ASSERT_NE(signed_as, "not signed");
    EXPECT_THAT(read(priya, of_child("/entries/" + signed_as)).body, AllOf(HasSubstr("Words that came from the record"), HasSubstr("Plan, 22 December 2026"))) << "it is no word of today";
    EXPECT_EQ(read(priya, of_child("/summary?type=visit")).status, 404);
    auto stranger = person("Beth Rowntree");
    EXPECT_EQ(read(stranger, of_child("/summary?type=transfer-summary")).body, read(stranger, of_child("/summary?type=visit")).body);
}

TEST_F(Plans, who_talks_a_child_through_has_the_latest_summary_beside_it) {
    auto gareth = person("Gareth Holloway");
    const auto at = of_child("/note?type=reflective-case-discussion");
    EXPECT_THAT(read(gareth, at).body, AllOf(HasSubstr("What we worry about now"), Not(HasSubstr("The summary so far of"))));
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "case-summary"},
                                          {"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.written", "You sleep through the night now, and school goes well."}});
    ASSERT_EQ(begun.status, 303) << begun.body;
    ASSERT_NE(sign(split(std::string(begun.headers.get("Location")), '#').front()), "not signed");
    EXPECT_THAT(read(gareth, at).body, AllOf(HasSubstr("The summary so far of 22 December 2026"), HasSubstr("You sleep through the night now")));
    EXPECT_THAT(read(priya, of_child("/note?type=case-note")).body, Not(HasSubstr("The summary so far of"))) << "a note talks nothing through";
}

TEST_F(Plans, meetings_stand_on_one_page_with_who_has_the_notes_and_what_came_of_what_was_to_be_done) {
    auto open = *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now());
    const record::StoryEntry* meeting = nullptr;
    for (const auto& story : open.child->story)
        if (house->pack().is_like(story.record_type(), "meeting") && !record::actions_in(*open.child, story).empty())
            meeting = &story;
    ASSERT_TRUE(meeting) << "the demonstration has a meeting at which something was agreed";
    const auto action = record::actions_in(*open.child, *meeting).front();
    const auto at = of_child("/plan/actions/" + meeting->entry.id.hex() + "/" + std::to_string(action.place));
    EXPECT_THAT(read(priya, of_child("/meetings")).body, AllOf(HasSubstr("/entries/" + meeting->entry.id.hex()), HasSubstr(at), HasSubstr("Who has the notes"), HasSubstr("Who came"), HasSubstr("What is due after it")));
    ASSERT_EQ(press(priya, at, {{"form_number", FormNumber::random().hex()}, {"done", "yes"}, {"happened", "It was done on Monday."}}).status, 303);
    EXPECT_THAT(read(priya, of_child("/meetings")).body, AllOf(HasSubstr("It was done on Monday."), Not(HasSubstr(at + "\""))));
    auto given = press(priya, of_child("/entries/" + meeting->entry.id.hex() + "/sharing"),
                       {{"form_number", FormNumber::random().hex()}, {"to", "Kerry Barrow, mum"}, {"how", "by hand"}, {"why", "She was there."}, {"agreement", "Tilly, on 22 December"}});
    ASSERT_EQ(given.status, 303) << given.body;
    EXPECT_THAT(read(priya, of_child("/meetings")).body, HasSubstr("Kerry Barrow, mum, by hand, 23 December 2026"));
    auto stranger = person("Beth Rowntree");
    EXPECT_EQ(read(stranger, of_child("/meetings")).body, read(stranger, "/children/" + RecordNumber::random().hex() + "/meetings").body);
}

TEST_F(Plans, decisions_stand_on_one_page_with_their_reason_and_the_childs_words) {
    auto begun = press(priya, "/drafts", {{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "key-decision"},
                                          {"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.decision", "You stay at Nan's over Christmas."},
                                          {"item.reason", "You feel safe there, and Darren Cole still comes to Mum's house."},
                                          {"item.options.1.what", "Going home for the day"}, {"item.options.1.why-not", "Nobody could be with you all the time."},
                                          {"item.risk", "You may miss Mum."}, {"item.views-used", "You asked to stay, and so it was decided."},
                                          {"item.child-views.words", "I want to be at Nan's."}, {"item.child-views.how", "talking alone"},
                                          {"item.others-said.1.name", "Kerry Barrow"}, {"item.others-said.1.who", "mum"}, {"item.others-said.1.words", "I would like her home."}});
    ASSERT_EQ(begun.status, 303) << begun.body;
    sign(split(std::string(begun.headers.get("Location")), '#').front());
    EXPECT_THAT(read(priya, of_child("/decisions")).body,
                AllOf(HasSubstr("You stay at Nan&#39;s over Christmas."), HasSubstr("You feel safe there"), HasSubstr("Nobody could be with you all the time."),
                      HasSubstr("I want to be at Nan&#39;s."), HasSubstr("I would like her home."), HasSubstr("Priya Anand, Social Worker")));
}

} // namespace

} // namespace lifestory::acceptance
