#include "web/pages/api_children.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "web/pages/api_due.h"
#include "web/pages/owed.h"
#include "web/pages/story_list.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t looks_on_a_page = 100;

void put_day(JsonObject& object, std::string_view key, const std::optional<calendar::Day>& day) {
    if (day)
        object.emplace(key, calendar::iso(*day));
}

JsonObject identity(const access::OpenRecord& open, calendar::Day today) {
    const auto& child = *open.child;
    JsonObject all{{"child", open.record.hex()}, {"name", child.name()}, {"first_name", child.first_name()}, {"full_name", child.full_name()}};
    if (sees_all(open))
        all["last_seen"] = last_seen_words(child, today);
    put_day(all, "born", child.born());
    put_day(all, "expected", child.expected());
    if (auto age = child.age_on(today))
        all["age"] = *age;
    return all;
}

JsonArray statuses_json(const House& house, const Judged& judged) {
    JsonArray list;
    for (const auto& spell : judged.statuses) {
        if (!spell.holds_on(house.today()))
            continue;
        auto status = house.pack().statuses.find(spell.value);
        list.push_back(JsonObject{{"status", spell.value}, {"name", status == house.pack().statuses.end() ? spell.value : status->second.name},
                                  {"since", calendar::iso(spell.from)}});
    }
    return list;
}

JsonArray workers_json(const record::Child& child, calendar::Day today) {
    JsonArray list;
    for (const auto* allocation : child.allocated_on(today))
        list.push_back(JsonObject{{"worker", allocation->worker.hex()}, {"full_name", allocation->full_name}, {"relationship", allocation->relationship},
                                  {"since", calendar::iso(allocation->from)}});
    return list;
}

JsonArray story_json(const record::Child& child) {
    JsonArray list;
    for (const auto& story : child.story)
        list.push_back(JsonObject{{"entry", story.entry.id.hex()}, {"record_type", story.record_type()}, {"title", title_of(story)},
                                  {"day", calendar::iso(story.day())}, {"recorded_at", calendar::utc(story.entry.recorded_at)},
                                  {"recorded_by", author_json(story.entry.said.recorded_by)}});
    return list;
}

JsonObject named_json(const access::Named& who) {
    JsonObject all{{"name", who.name()}, {"full_name", who.full_name}};
    put_day(all, "born", who.born);
    put_day(all, "expected", who.expected);
    return all;
}

JsonObject found_json(const access::Found& found) {
    auto all = named_json(found.who);
    all["why"] = found.why;
    all["may_open"] = found.may_open;
    if (found.may_open && found.who.child)
        all["child"] = found.who.child->hex();
    all["lives_with"] = found.lives_with;
    all["telephone"] = found.telephone;
    all["relation"] = found.relation;
    if (found.worker)
        all["worker"] = author_json(*found.worker);
    JsonArray children;
    for (const auto& child : found.children) {
        auto one = named_json(child);
        if (child.child)
            one["child"] = child.child->hex();
        children.push_back(one);
    }
    all["children"] = children;
    return all;
}

std::size_t page_of(const http::Call& call) {
    auto text = call.request.query.get("page");
    std::size_t page = 1;
    std::from_chars(text.data(), text.data() + text.size(), page);
    return std::clamp<std::size_t>(page, 1, 100000);
}

JsonObject look_json(const record::Look& look) {
    JsonObject all{{"at", calendar::utc(look.at)}, {"worker", look.worker.hex()}, {"full_name", look.full_name}, {"designation", look.designation}, {"why", look.why}};
    if (look.entry)
        all["entry"] = look.entry->hex();
    return all;
}

} // namespace

http::Response api_caseload(const ApiCall& api) {
    const auto& house = api.house;
    auto children = house.door.caseload(api.caller().worker(), house.now());
    std::map<RecordNumber, int> late;
    for (const auto& owed : house.door.owed_children(api.caller().visitor, children, house.now()))
        late[owed.record] = owed.late;
    JsonArray list;
    for (const auto& open : house.door.look_over(api.caller().visitor, children, house.now())) {
        auto one = identity(open, house.today());
        one["late"] = late[open.record];
        list.push_back(one);
    }
    return api_answer({{"children", list}});
}

http::Response api_child(const ApiCall& api) {
    const auto& house = api.house;
    auto open = open_child(house, api.call);
    if (!open)
        return api_not_found();
    auto judged = judge(house, *open);
    auto all = identity(*open, house.today());
    all["statuses"] = statuses_json(house, judged);
    all["workers"] = workers_json(*open->child, house.today());
    if (sees_all(*open))
        all["due"] = due_json(house, judged, WhichDue::Open);
    all["story"] = story_json(*open->child);
    return api_answer(all);
}

http::Response api_search(const ApiCall& api) {
    auto wanted = trim(text_in(api.body, "words") + " " + text_in(api.body, "born"));
    JsonArray list;
    for (const auto& found : api.house.door.find(api.caller().visitor, wanted, api.house.now()))
        list.push_back(found_json(found));
    return api_answer({{"found", list}});
}

http::Response api_readings(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open)
        return api_not_found();
    auto looks = api.house.door.readings(api.caller().visitor, *open, {});
    if (!looks)
        return api_not_found();
    auto page = page_of(api.call);
    JsonArray list;
    for (std::size_t i = (page - 1) * looks_on_a_page; i < std::min(looks->size(), page * looks_on_a_page); ++i)
        list.push_back(look_json((*looks)[i]));
    return api_answer({{"looks", list}, {"count", looks->size()}, {"page", page}});
}

http::Response api_checkpoint(const ApiCall& api) {
    const auto& ledger = api.house.ledger;
    return api_answer({{"checkpoint", ledger.checkpoint()}, {"verifier_key", ledger.verifier_key()}});
}

} // namespace lifestory::web::pages
