// The fields of a form over HTTP, without script: help beside every item, items that another answer asks for, rows that are taken away,
// and the kinds of record that can be written. And what must not be: an answer signed that nobody was asked for, words lost with a row.
#include <set>

#include <gmock/gmock.h>

#include "acceptance/drafting.h"
#include "base/text.h"
#include "web/pages/form_fields.h"

namespace lifestory::acceptance {

namespace {

using policy::ItemType;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class FormItems : public Drafting {
protected:
    void SetUp() override {
        serve();
        priya = person("Priya Anand");
        tilly = child_named("Tilly");
    }

    std::string page_of(const std::string& type) { return read(priya, "/children/" + tilly.hex() + "/note?type=" + type).body; }

    std::string begin(const std::string& type, const Fields& words) {
        Fields fields{{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", tilly.hex()}, {"type", type}};
        for (const auto& one : words)
            fields.add(one.name, one.value);
        const auto begun = press(priya, "/drafts", fields);
        EXPECT_EQ(begun.status, 303) << begun.body;
        return split(std::string(begun.headers.get("Location")), '#').front();
    }

    // Pressed on the draft's own page, over the words given; answers where it leads.
    std::string press_on(const std::string& draft, Fields fields) {
        fields.add("version", std::to_string(draft_at(draft).version));
        const auto answer = press(priya, draft, fields);
        EXPECT_EQ(answer.status, 303) << answer.body;
        return std::string(answer.headers.get("Location"));
    }

    // The page that says what is wrong.
    std::string refused(const std::string& draft) {
        const auto kept = draft_at(draft);
        const auto answer = press(priya, draft + "/check", {{"form_number", kept.form.hex()}, {"version", std::to_string(kept.version)}, {"child", tilly.hex()}, {"type", kept.record_type},
                                                            {"release.how", "together"}});
        EXPECT_NE(answer.status, 303) << "it was signed: " << answer.headers.get("Location");
        return answer.body;
    }

    // What the page has between these two, the second looked for after the first.
    static std::string between(const std::string& page, const std::string& from, const std::string& to) {
        const auto begin = page.find(from);
        const auto end = begin == std::string::npos ? begin : page.find(to, begin);
        return end == std::string::npos ? "" : page.substr(begin, end - begin);
    }

    Person priya;
    RecordNumber tilly;
};

// The help of an item stands in an element of its own, and a field or group of fields says that it is described by it.
TEST_F(FormItems, HelpStandsBesideItemsOfEveryType) {
    std::set<ItemType> shown;
    for (const char* id : {"visit", "meeting", "strategy-discussion", "written-plan", "court-order", "consultation", "health-assessment", "record-explained",
                           "referral", "child-and-family-assessment", "managers-analysis", "phone-call", "key-decision"}) {
        const auto* type = house->pack().record_type(id);
        ASSERT_TRUE(type) << id;
        const auto page = std::string(id) == "visit" ? read(priya, "/children/" + tilly.hex() + "/visit").body : page_of(id);
        for (const auto& item : type->items) {
            const auto hint = "id=\"item." + item.id + (item.type == ItemType::Views && item.whose == "child" ? ".words" : "") + "-hint\"";
            const bool is_on_page = page.find("name=\"item." + item.id) != std::string::npos;
            if (item.hint.empty() || item.type == ItemType::Prompt || !is_on_page)
                continue;
            EXPECT_THAT(page, HasSubstr(hint)) << id << " " << item.id;
            EXPECT_THAT(page, testing::ContainsRegex("aria-describedby=\"[^\"]*item\\." + item.id + "(\\.words)?-hint")) << id << " " << item.id;
            shown.insert(item.type);
        }
    }
    for (auto type : {ItemType::Actions, ItemType::Day, ItemType::People, ItemType::Person, ItemType::Rows, ItemType::Prose, ItemType::Text})
        EXPECT_TRUE(shown.contains(type)) << "no form here has an item of type " << policy::name_of(type) << " with help";
}

TEST_F(FormItems, WhatAnotherAnswerAsksForStandsThereFromTheStartWithWhenItIsAsked) {
    const auto draft = begin("letter-we-write", {{"item.means", ""}});
    const auto page = read(priya, draft).body;
    EXPECT_THAT(page, AllOf(HasSubstr("id=\"item.address\""), HasSubstr("id=\"item.email-address\""), HasSubstr("name=\"item.sent-through\"")));
    EXPECT_THAT(page, HasSubstr("Only if the answer to “How it goes” is “e-mail”."));
    EXPECT_THAT(page, HasSubstr("Only if the answer to “Is anything in it confidential?” is “yes”."));
    EXPECT_THAT(between(page, "<div class=\"app-asked-if\"", "item.address\""), HasSubstr("&quot;field&quot;:&quot;item.means&quot;"));
}

TEST_F(FormItems, WhatIsNotAskedKeepsItsWordsAndIsNoAnswer) {
    const auto draft = begin("letter-we-write", {{"item.means", "letter"}, {"item.email-address", "kerry@example.org"}, {"item.confidential", "yes"}});
    EXPECT_THAT(read(priya, draft).body, AllOf(HasSubstr("value=\"kerry@example.org\""), HasSubstr("Only if the answer to “How it goes” is “e-mail”.")));
    EXPECT_THAT(read(priya, draft + "/check").body, Not(HasSubstr("kerry@example.org")));
    const auto of_letter = refused(draft);
    EXPECT_THAT(of_letter, HasSubstr("Answer “The address that it goes to”"));
    EXPECT_THAT(of_letter, Not(HasSubstr("Answer “The way that it is sent”"))) << "whether it is confidential is not asked of a letter: what hangs on that answer is not either";
    EXPECT_EQ(web::pages::field(draft_at(draft).fields, "item.email-address"), "kerry@example.org");
    press_on(draft, {{"item.means", "e-mail"}, {"item.email-address", "kerry@example.org"}, {"item.confidential", "yes"}});
    EXPECT_THAT(read(priya, draft + "/check").body, HasSubstr("kerry@example.org"));
    EXPECT_THAT(refused(draft), AllOf(HasSubstr("Answer “The way that it is sent”"), Not(HasSubstr("Answer “The address that it goes to”"))));
}

TEST_F(FormItems, ARowIsTakenAwayWithoutScriptAndNothingElseIsLost) {
    const Fields words{{"item.agencies.1.1", "Police"}, {"item.agencies.1.3", "Nothing known.\nThey ask again."}, {"item.agencies.2.1", "Health"}, {"item.agencies.2.2", "Helen Frost"},
                       {"item.agencies.3.1", "School"}, {"item.progress", "We talked."}};
    const auto draft = begin("strategy-discussion", words);
    const auto before = read(priya, draft).body;
    EXPECT_THAT(between(before, "value=\"agencies.2\"", "</button>"), AllOf(HasSubstr("Remove row 2"), HasSubstr(": Health")));
    EXPECT_THAT(between(before, "<textarea", "item.agencies.1.3\""), Not(testing::IsEmpty())) << "what an agency knows is more than a line";
    Fields pressed = words;
    pressed.add("remove", "agencies.1");
    EXPECT_THAT(press_on(draft, pressed), testing::EndsWith("#item.agencies"));
    const auto fields = draft_at(draft).fields;
    EXPECT_EQ(web::pages::field(fields, "item.agencies.1.1"), "Health");
    EXPECT_EQ(web::pages::field(fields, "item.agencies.1.2"), "Helen Frost");
    EXPECT_EQ(web::pages::field(fields, "item.agencies.1.3"), "");
    EXPECT_EQ(web::pages::field(fields, "item.agencies.2.1"), "School");
    EXPECT_EQ(web::pages::rows_in(fields, "item.agencies"), 2);
    EXPECT_EQ(web::pages::field(fields, "item.progress"), "We talked.");
    EXPECT_THAT(read(priya, draft).body, AllOf(HasSubstr("id=\"item.agencies\""), Not(HasSubstr("Nothing known."))));
}

TEST_F(FormItems, WhatCanBeWrittenStandsUnderPlainHeadings) {
    const auto page = read(priya, "/children/" + tilly.hex()).body;
    const auto list = between(page, "<div data-find-kind>", "</details>");
    std::size_t before = 0;
    for (const char* title : {"Notes and conversations", "Meetings and their papers", "Assessments and enquiries", "Plans", "Decisions", "Documents"}) {
        const auto at = list.find(">" + std::string(title) + "</h2>");
        ASSERT_NE(at, std::string::npos) << title;
        EXPECT_GT(at + 1, before) << title << " stands too early";
        before = at;
    }
    EXPECT_THAT(between(list, "Meetings and their papers</h2>", "</ul>"), AllOf(HasSubstr("type=strategy-discussion"), HasSubstr("type=conference-report")));
    EXPECT_THAT(between(list, "For the court</h2>", "</ul>"), HasSubstr("type=court-order"));
    EXPECT_THAT(between(list, "Documents</h2>", "</ul>"), Not(HasSubstr("type=court-order")));
}

} // namespace

} // namespace lifestory::acceptance
