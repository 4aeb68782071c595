// One core group about Tilly and Reece over HTTP (pages.md 6.13): each child's entry leads to the other's, and one page says who was given whose notes.
// And what must not be: a trace of a child whom the reader may not see, a copy given that nobody ticked, one given twice by two presses.
#include <gmock/gmock.h>

#include "acceptance/drafting.h"
#include "base/text.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class MeetingOfTwo : public Drafting {
protected:
    void SetUp() override {
        serve();
        priya = person("Priya Anand");
        tilly = child_named("Tilly");
        reece = child_named("Reece");
    }

    static void add(Fields& fields, const std::vector<std::pair<std::string, std::string>>& more) {
        for (const auto& [name, value] : more)
            fields.add(name, value);
    }

    static std::vector<std::pair<std::string, std::string>> own_words(const std::string& decided) {
        return {{"item.decided", decided}, {"item.child-views.words", "Sundays are good."}, {"item.child-views.how", "talking alone"},
                {"item.for-you", "You know what comes next."}, {"item.actions.1.what", "Fetch you on Sundays"}, {"item.actions.1.who", "Maureen Barrow"},
                {"item.actions.1.by.day", "30"}, {"item.actions.1.by.month", "12"}, {"item.actions.1.by.year", "2026"}};
    }

    static std::vector<std::pair<std::string, std::string>> for_both() {
        return {{"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"item.people", "nobody"}, {"item.not-verbatim", "yes"},
                {"item.progress", "The school, the nurse and Nan said how the weeks were."},
                {"item.invited.1.1", "Helen Frost"}, {"item.invited.1.2", "school nurse"}, {"item.invited.1.3", "by letter"}, {"item.invited.1.4", "1 December 2026"},
                {"item.sent-word.1.1", "Kerry Barrow"}, {"item.sent-word.1.2", "mum"}, {"item.sent-word.1.3", "She was at work."}};
    }

    std::string sign_part(const std::string& path) {
        const auto part = draft_at(path);
        const auto version_of_all = house->desk.draft(*part.same_for_all)->version;
        auto answer = press(priya, path + "/check", {{"form_number", part.form.hex()}, {"version", std::to_string(part.version)}, {"version.all", std::to_string(version_of_all)},
                                                     {"child", part.record->hex()}, {"type", part.record_type}, {"release.how", "together"}});
        EXPECT_EQ(answer.status, 303) << answer.body;
        const auto after = draft_at(path);
        EXPECT_TRUE(after.signed_as.has_value()) << answer.headers.get("Location");
        return after.signed_as ? after.signed_as->hex() : "";
    }

    // Signed for both; answers the addresses of Tilly's entry and Reece's.
    std::pair<std::string, std::string> hold(const std::vector<std::pair<std::string, std::string>>& more_of_hers = {}) {
        Fields fields{{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "core-group"}, {"then", "also"}, {"also", reece.hex()}};
        add(fields, for_both());
        add(fields, own_words("You see Mum on Sundays, because you asked for it."));
        add(fields, more_of_hers);
        auto begun = press(priya, "/drafts", fields);
        EXPECT_EQ(begun.status, 303) << begun.body;
        const auto hers = split(std::string(begun.headers.get("Location")), '#').front();
        const auto for_all = *house->desk.draft(*draft_at(hers).same_for_all);
        const auto his = "/drafts/" + for_all.parts.back().draft.hex();
        Fields of_reece{{"version", std::to_string(draft_at(his).version)}, {"version.all", std::to_string(for_all.version)},
                        {"shows", "progress people invited sent-word not-verbatim"}};
        add(of_reece, for_both());
        add(of_reece, own_words("You go to the bike workshop on Saturdays, because it does you good."));
        EXPECT_EQ(press(priya, his, of_reece).status, 303);
        const auto tillys = sign_part(hers), reeces = sign_part(his);
        return {"/children/" + tilly.hex() + "/entries/" + tillys, "/children/" + reece.hex() + "/entries/" + reeces};
    }

    // The draft of a core group about both, not signed: the address of Tilly's part.
    std::string prepare() {
        Fields fields{{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "core-group"}, {"then", "also"}, {"also", reece.hex()},
                      {"when.day", "6"}, {"when.month", "1"}, {"when.year", "2027"}, {"when.time", "10:00"}, {"item.place", "Northmere town hall"}};
        auto begun = press(priya, "/drafts", fields);
        EXPECT_EQ(begun.status, 303) << begun.body;
        return split(std::string(begun.headers.get("Location")), '#').front();
    }

    // Helen may hear about both, a neighbour about Reece alone.
    Fields who_is_asked(const std::string& form) const {
        return {{"form_number", form}, {"guest.0.name", "Helen Frost"}, {"guest.0.who", "school nurse"}, {"guest.1.name", "Sal Reed"}, {"guest.1.who", "neighbour"},
                {"hears", "0:" + tilly.hex()}, {"hears", "0:" + reece.hex()}, {"hears", "1:" + reece.hex()}};
    }

    desk::Fields shared_fields(const std::string& path) { return house->desk.draft(*draft_at(path).same_for_all)->fields; }

    std::size_t notes_of_sending(RecordNumber child) {
        const auto open = *door->open(*door->visitor(priya.worker, "a session"), child, std::nullopt, house->now());
        return static_cast<std::size_t>(std::ranges::count_if(open.child->story, [](const auto& story) { return story.record_type() == "sending-note"; }));
    }

    static std::string value_in(const std::string& page, const std::string& name) {
        const auto at = page.find("name=\"" + name + "\" value=\"");
        const auto from = at + name.size() + 15;
        return at == std::string::npos ? "" : page.substr(from, page.find('"', from) - from);
    }

    static std::string said_right(const std::string& page) {
        const auto from = page.find("value=\"right:") + 13;
        return page.substr(from, page.find('"', from) - from);
    }

    // Of what the meeting agreed, in the plan that Priya is writing for this child.
    int actions_in_plan(RecordNumber child) {
        int found = 0;
        for (const auto& draft : house->desk.drafts_of(priya.worker))
            if (draft.record == child && draft.record_type == "written-plan")
                for (const auto& [name, value] : draft.fields)
                    found += name.ends_with(".what") && value == "Fetch you on Sundays" ? 1 : 0;
        return found;
    }

    Fields given(std::vector<std::string> ticked, const std::string& form) {
        Fields fields{{"form_number", form}, {"how", "by post"}, {"why", "They were asked to it."}, {"agreement", "Tilly and Reece, on 22 December"}};
        for (const auto& one : ticked)
            fields.add("given", one);
        return fields;
    }

    Person priya;
    RecordNumber tilly, reece;
};

} // namespace

TEST_F(MeetingOfTwo, EachEntryLeadsToTheOthersForWhoMayReadIt) {
    const auto [hers, his] = hold();
    const auto way = hers + "/same-meeting/" + reece.hex();
    EXPECT_THAT(read(priya, hers).body, HasSubstr("href=\"" + way + "\">Reece&#39;s record of the same meeting</a>"));
    EXPECT_EQ(read(priya, way).headers.get("Location"), his);
    EXPECT_EQ(read(priya, his + "/same-meeting/" + tilly.hex()).headers.get("Location"), hers);
    EXPECT_EQ(read(priya, hers + "/same-meeting/" + RecordNumber::random().hex()).status, 404);
    EXPECT_THAT(read(priya, hers).body, Not(HasSubstr("bike workshop"))) << "what was decided of the other stands in the other's record alone";
    ASSERT_NO_FATAL_FAILURE(allocate("Beth Rowntree", tilly, "co-worker")); // who has nothing to do with Reece
    auto beth = person("Beth Rowntree");
    ASSERT_EQ(read(beth, hers).status, 200);
    EXPECT_THAT(read(beth, hers).body, AllOf(Not(HasSubstr("same meeting")), Not(HasSubstr("same-meeting"))));
    EXPECT_EQ(read(beth, way).body, read(beth, "/children/" + RecordNumber::random().hex()).body) << "not a byte differs";
    EXPECT_THAT(read(beth, "/api/v1" + hers).body, AllOf(HasSubstr("progress"), Not(HasSubstr(reece.hex()))));
    EXPECT_THAT(read(beth, hers + "/who-gets-what").body, AllOf(HasSubstr("Tilly&#39;s notes"), Not(HasSubstr("Reece&#39;s notes"))));
}

TEST_F(MeetingOfTwo, OnePressSaysWhoWasGivenWhoseNotes) {
    const auto [hers, his] = hold();
    const auto at = hers + "/who-gets-what";
    EXPECT_THAT(read(priya, hers).body, HasSubstr("href=\"" + at + "\""));
    EXPECT_THAT(read(priya, at).body, AllOf(HasSubstr("Helen Frost, school nurse"), HasSubstr("Kerry Barrow, mum"), HasSubstr("value=\"0:0\""), HasSubstr("value=\"1:1\"")));
    auto nothing = press(priya, at, given({}, FormNumber::random().hex()));
    EXPECT_EQ(nothing.status, 422);
    EXPECT_THAT(nothing.body, HasSubstr("Tick who gets whose notes"));
    auto no_reason = given({"0:0"}, FormNumber::random().hex());
    auto refused = press(priya, at, changed(no_reason, "why", ""));
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Say why"), HasSubstr("value=\"0:0\" checked"))) << "what was ticked is ticked still";
    const auto form = FormNumber::random().hex();
    for (int presses = 0; presses < 2; ++presses) { // pressed twice, given once
        auto kept = press(priya, at, given({"0:0", "0:1", "1:0"}, form));
        EXPECT_EQ(kept.status, 303) << kept.body;
    }
    const auto tillys = *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now());
    const auto reeces = *door->open(*door->visitor(priya.worker, "a session"), reece, std::nullopt, house->now());
    auto given_of = [](const access::OpenRecord& open, const std::string& entry) {
        return open.child->find(*EntryId::parse(entry.substr(entry.rfind('/') + 1)))->given_to();
    };
    EXPECT_THAT(given_of(tillys, hers), testing::ElementsAre("Helen Frost, school nurse", "Kerry Barrow, mum"));
    EXPECT_THAT(given_of(reeces, his), testing::ElementsAre("Helen Frost, school nurse")) << "Kerry was not ticked for Reece's";
    EXPECT_EQ(tillys.child->find(*EntryId::parse(hers.substr(hers.rfind('/') + 1)))->sharings.size(), 2u);
    EXPECT_THAT(read(priya, at).body, HasSubstr("Has it: by post, 23 December 2026"));
    auto stranger = person("Beth Rowntree");
    EXPECT_EQ(read(stranger, at).status, 404);
    EXPECT_EQ(press(stranger, at, given({"0:0"}, FormNumber::random().hex())).status, 404);
}

TEST_F(MeetingOfTwo, WhoIsAskedAndMayHearAboutWhomIsSaidBeforeIt) {
    const auto hers = prepare();
    EXPECT_THAT(read(priya, hers).body, HasSubstr("Who is asked, and who may hear about whom"));
    EXPECT_THAT(read(priya, hers + "/who-is-asked").body, AllOf(HasSubstr("May hear about Tilly"), HasSubstr("May hear about Reece"), HasSubstr("Kerry Barrow, mum")));
    const auto form = FormNumber::random().hex();
    auto asked = who_is_asked(form);
    for (const auto* who : {"0", "1"})
        asked.add("asked-now", who);
    auto refused = press(priya, hers + "/who-is-asked", asked);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Say how they were asked"), HasSubstr("value=\"0:" + tilly.hex() + "\" checked"))) << "what was ticked is ticked still";
    EXPECT_EQ(notes_of_sending(tilly), 0u);
    asked.add("how", "by telephone");
    for (int presses = 0; presses < 2; ++presses) { // pressed twice, asked once
        auto kept = press(priya, hers + "/who-is-asked", asked);
        EXPECT_EQ(kept.status, 303) << kept.body;
    }
    const auto for_all = shared_fields(hers);
    EXPECT_EQ(for_all.at("item.invited.1.3"), "by telephone");
    EXPECT_EQ(for_all.at("item.invited.2.1"), "Sal Reed");
    EXPECT_FALSE(for_all.contains("item.invited.3.1"));
    EXPECT_FALSE(for_all.contains("item.may-hear.1.1")) << "who may hear stands in each child's part alone";
    EXPECT_EQ(draft_at(hers).fields.at("item.may-hear.1.1"), "Helen Frost");
    EXPECT_FALSE(draft_at(hers).fields.contains("item.may-hear.2.1")) << "the neighbour hears nothing about Tilly";
    EXPECT_EQ(notes_of_sending(tilly), 1u);
    EXPECT_EQ(notes_of_sending(reece), 1u);
    const auto open = *door->open(*door->visitor(priya.worker, "a session"), tilly, std::nullopt, house->now());
    for (const auto& story : open.child->story)
        if (story.record_type() == "sending-note") {
            EXPECT_THAT(story.form()->text("happened"), AllOf(HasSubstr("Helen Frost"), Not(HasSubstr("Sal Reed"))));
        }
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(read(beth, hers + "/who-is-asked").status, 404);
    EXPECT_EQ(press(beth, hers + "/who-is-asked", asked).status, 404);
}

TEST_F(MeetingOfTwo, AnInvitationNamesOnlyTheChildrenOfWhomTheyMayHearAndSigningItAsks) {
    const auto hers = prepare();
    auto fields = who_is_asked(FormNumber::random().hex());
    fields.add("then", "letter:1");
    auto begun = press(priya, hers + "/who-is-asked", fields);
    ASSERT_EQ(begun.status, 303) << begun.body;
    const auto at = std::string(begun.headers.get("Location"));
    const auto letter = draft_at(at);
    EXPECT_EQ(letter.record, reece) << "in the record of a child of whom they may hear";
    EXPECT_THAT(letter.fields.at("item.content"), AllOf(HasSubstr("Dear Sal Reed"), HasSubstr("a meeting about Reece: core group, on Wednesday 6 January 2027"), HasSubstr("It begins at 10:00. It is here: Northmere town hall."),
                                                        Not(HasSubstr("Tilly"))));
    auto words = letter.fields.at("item.content");
    for (auto from = words.find('['); from != std::string::npos; from = words.find('['))
        words.replace(from, words.find(']') - from + 1, "the plan");
    Fields again{{"version", std::to_string(letter.version)}, {"then", "check"}};
    for (const auto& [name, value] : letter.fields)
        if (name != "item.content" && name != "item.means")
            again.add(name, value);
    for (const auto& [name, value] : std::vector<std::pair<std::string, std::string>>{{"item.content", words}, {"item.means", "letter"}, {"item.address", "2 Mill Lane, Northmere"}, {"item.address-told-by", "herself"}})
        again.add(name, value);
    ASSERT_EQ(press(priya, at, again).status, 303);
    auto kept = draft_at(at);
    EXPECT_EQ(kept.fields.at("asks-whom"), "Sal Reed") << "the page keeps to what it asks";
    auto right = press(priya, at, changed(changed(again, "version", std::to_string(kept.version)), "then", "right:" + said_right(read(priya, at).body)));
    ASSERT_EQ(right.status, 303) << right.body;
    kept = draft_at(at);
    auto signed_it = press(priya, at + "/check", {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", reece.hex()}, {"type", kept.record_type}, {"release.how", "together"}, {"then", "sign"}});
    EXPECT_EQ(signed_it.status, 303) << signed_it.body;
    ASSERT_TRUE(draft_at(at).signed_as);
    EXPECT_EQ(shared_fields(hers).at("item.invited.1.1"), "Sal Reed");
    EXPECT_EQ(shared_fields(hers).at("item.invited.1.3"), "by letter");
    EXPECT_EQ(notes_of_sending(reece), 1u);
    EXPECT_EQ(notes_of_sending(tilly), 0u) << "nothing of it is Tilly's";
}

TEST_F(MeetingOfTwo, WhoMayHearIsTakenOverToWhoGetsWhat) {
    const auto [hers, his] = hold({{"item.may-hear.1.1", "Helen Frost"}, {"item.may-hear.1.2", "school nurse"}});
    const auto at = hers + "/who-gets-what";
    EXPECT_THAT(read(priya, at).body, AllOf(HasSubstr("value=\"0:0\" checked"), Not(HasSubstr("value=\"1:0\" checked")), HasSubstr("Not among those who may hear about Tilly")));
    auto beyond = given({"0:0", "1:0"}, FormNumber::random().hex());
    auto refused = press(priya, at, beyond);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Kerry Barrow, mum is not among those who may hear about Tilly"));
    EXPECT_EQ(notes_of_sending(tilly), 0u) << "nothing half done";
    beyond.add("checked", "yes");
    EXPECT_EQ(press(priya, at, beyond).status, 303);
    EXPECT_EQ(notes_of_sending(tilly), 1u) << "one note for the press";
}

TEST_F(MeetingOfTwo, OnePressPutsWhatWasAgreedIntoThePlansOfAllItsChildren) {
    const auto [hers, his] = hold();
    const auto at = hers + "/plans";
    EXPECT_THAT(read(priya, "/children/" + tilly.hex() + "/meetings").body, HasSubstr(at));
    const auto page = read(priya, at).body;
    EXPECT_THAT(page, HasSubstr("Put into Tilly&#39;s and Reece&#39;s plans"));
    Fields fields{{"form_number", FormNumber::random().hex()}};
    for (const auto& child : {tilly, reece})
        fields.add("plan." + child.hex(), value_in(page, "plan." + child.hex()));
    auto stale = press(priya, at, changed(fields, "plan." + reece.hex(), "another plan.none"));
    EXPECT_EQ(stale.status, 422);
    EXPECT_THAT(stale.body, AllOf(HasSubstr("Reece&#39;s plan changed meanwhile, and nothing was put into it"), Not(HasSubstr("Tilly&#39;s plan changed meanwhile"))));
    EXPECT_EQ(actions_in_plan(tilly), 1) << "the others are done";
    EXPECT_EQ(actions_in_plan(reece), 0);
    auto again = fields;
    for (int presses = 0; presses < 2; ++presses) // nothing twice
        EXPECT_EQ(press(priya, at, again).status, 303);
    EXPECT_EQ(actions_in_plan(tilly), 1);
    EXPECT_EQ(actions_in_plan(reece), 1);
    EXPECT_THAT(read(priya, at).body, AllOf(HasSubstr("It stands in the plan that you are writing"), Not(HasSubstr("Put into Tilly"))));
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(press(beth, at, fields).status, 404);
}

} // namespace lifestory::acceptance
