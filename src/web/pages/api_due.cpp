#include "web/pages/api_due.h"

#include <algorithm>

#include "casework/say_why_late.h"
#include "web/pages/counted.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

struct DueItem {
    access::OpenRecord open;
    Judged judged;
    policy::Obligation owed;
};

Result<DueItem> due_item(const ApiCall& api) {
    auto open = TRY(open_child(api.house, api.call));
    if (!sees_all(open))
        return refuse("not-found", "There is nothing here");
    auto judged = judge(api.house, open);
    auto owed = std::find_if(judged.obligations.begin(), judged.obligations.end(),
                             [&](const auto& one) { return one.id.hex() == api.call.parameter("item"); });
    if (owed == judged.obligations.end())
        return refuse("not-found", "There is nothing of this number due");
    auto found = *owed;
    return DueItem{std::move(open), std::move(judged), std::move(found)};
}

} // namespace

JsonObject owed_json(const House& house, const policy::Obligation& owed) {
    JsonObject all{{"item", owed.id.hex()}, {"name", noun(house, owed)}, {"rule", owed.rule}, {"clauses", texts_json(owed.clauses)},
                   {"force", policy::name_of(owed.force)}, {"state", policy::in_words(owed.state)}, {"late_by", owed.late_by},
                   {"note", owed.note}, {"pack", owed.pack}, {"version", owed.version}};
    if (owed.due)
        all["due"] = owed.due->written();
    if (owed.met_by)
        all["met_by"] = owed.met_by->hex();
    return all;
}

JsonArray due_json(const House& house, const Judged& judged, WhichDue which) {
    JsonArray list;
    for (const auto& owed : judged.obligations)
        if (which == WhichDue::All || owed.is_open())
            list.push_back(owed_json(house, owed));
    return list;
}

http::Response api_due(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open || !sees_all(*open))
        return api_not_found();
    return api_answer({{"due", due_json(api.house, judge(api.house, *open), WhichDue::All)}});
}

http::Response api_due_item(const ApiCall& api) {
    auto item = due_item(api);
    if (!item)
        return api_not_found();
    auto told = policy::explained(item->owed, api.house.books, *item->judged.timeline);
    JsonArray steps;
    for (const auto& step : told.steps)
        steps.push_back(JsonObject{{"day", calendar::iso(step.day)}, {"words", calendar::describe(step)}});
    auto all = owed_json(api.house, item->owed);
    all["sentence"] = told.sentence;
    all["steps"] = steps;
    all["counted_again"] = texts_json(counted_again(*item->open.authority, item->owed, told));
    all["set_by"] = set_by(api.house, item->open, item->judged, item->owed);
    return api_answer(all);
}

http::Response api_say_why_late(const ApiCall& api) {
    auto item = due_item(api);
    if (!item || !item->owed.is_late() || !item->owed.due)
        return api_not_found();
    auto type = item->owed.what.empty() ? std::string() : item->owed.what.front().id;
    if (!item->open.may(access::Act::Write, on_type(api.house, type)))
        return api_not_found();
    record::LatenessGiven given{item->owed.id.hex(), {text_in(api.body, "reason"), text_in(api.body, "kept_safe")}};
    auto writing = casework::say_why_late(act_of(api.house, api.caller()), *item->open.child, given);
    return api_append(api, item->open, access::Act::Write, type, form_number(api.call), writing);
}

} // namespace lifestory::web::pages
