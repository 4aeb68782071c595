// Somebody at a browser who writes drafts: saved as the script saves them, a whole visit that can be signed, and its signature.
#pragma once

#include "acceptance/at_browser.h"
#include "base/json.h"
#include "casework/allocate.h"
#include "web/pages/acting.h"

namespace lifestory::acceptance {

class Drafting : public AtBrowser {
protected:
    // As the script saves: the answer is JSON.
    JsonObject save(const Person& person, const std::string& path, const Fields& fields) {
        m_accepts = "application/json";
        auto response = press(person, path, fields);
        m_accepts = "text/html";
        EXPECT_EQ(response.status, 200) << response.body;
        auto body = parse_json(response.body);
        return body ? body->as_object() : JsonObject();
    }

    int status_of_save(const Person& person, const std::string& path, const Fields& fields) {
        m_accepts = "application/json";
        auto response = press(person, path, fields);
        m_accepts = "text/html";
        return response.status;
    }

    // A visit with these words; answers the address of its draft.
    std::string begin_visit(const Person& person, const Fields& words, std::string_view child = "Tilly") {
        Fields fields{{"form_number", FormNumber::random().hex()}, {"version", "0"}, {"child", child_named(child).hex()}, {"type", "visit"}};
        for (const auto& one : words)
            fields.add(one.name, one.value);
        return text_in(save(person, "/drafts", fields), "save");
    }

    desk::Draft draft_at(const std::string& path) { return *house->desk.draft(*DraftId::parse(path.substr(path.rfind('/') + 1))); }

    Fields whole_visit() {
        const auto* visit = house->pack().record_type("visit");
        auto first = [&](const char* item) { return visit->item(item)->choices.front().name; };
        return {{"when.day", "22"}, {"when.month", "12"}, {"when.year", "2026"}, {"when.time", "16:30"},
                {"item.happened", "Today I came to see you at Nan's. You showed me the mug you had painted, and we talked about Saturday."},
                {"item.seen", "seen alone"}, {"item.bedroom", "yes"}, {"item.place", "Nan's"}, {"item.people", "nobody"},
                {"item.child-views.words", "I want to go on with painting."}, {"item.child-views.how", "talking alone"},
                {"item.think", "I think you are more settled than in November."}, {"item.significant", "no"},
                {"item.purpose", first("purpose")}, {"item.visit-kind", first("visit-kind")},
                {"item.actions.1.what", "Bring new paints"}, {"item.actions.1.who", "Priya Anand"}};
    }

    Fields changed(Fields fields, const std::string& name, const std::string& words) {
        Fields other;
        for (const auto& one : fields)
            if (one.name != name)
                other.add(one.name, one.value);
        other.add(name, words);
        return other;
    }

    Fields over(std::uint64_t version, Fields fields) {
        fields.add("version", std::to_string(version));
        return fields;
    }

    Fields signature(const desk::Draft& as_shown) {
        return {{"form_number", as_shown.form.hex()}, {"version", std::to_string(as_shown.version)}, {"child", as_shown.record->hex()},
                {"type", as_shown.record_type}, {"release.how", "together"}};
    }

    // "conflict-of-interest": of the child's own family or friends, to whom the record is closed.
    void allocate(std::string_view worker, RecordNumber child, const std::string& relationship) {
        auto gareth = person("Gareth Holloway");
        web::pages::Caller caller{*door->visitor(gareth.worker, "a session"), gareth.session.session};
        auto open = door->open(caller.visitor, child, std::nullopt, house->now());
        ASSERT_TRUE(open);
        for (const auto& one : door->authority()->workers)
            if (one.now().full_name == worker) {
                auto writing = casework::allocate(web::pages::act_of(*house, caller), *open->child, one.now(), relationship, house->today());
                ASSERT_TRUE(writing);
                ASSERT_TRUE(web::pages::append(*house, caller, *open, access::Act::Allocate, {}, FormNumber::random(), *writing));
            }
    }
};

} // namespace lifestory::acceptance
