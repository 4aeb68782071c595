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
    std::pair<std::string, std::string> hold() {
        Fields fields{{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", "core-group"}, {"then", "also"}, {"also", reece.hex()}};
        add(fields, for_both());
        add(fields, own_words("You see Mum on Sundays, because you asked for it."));
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

} // namespace lifestory::acceptance
