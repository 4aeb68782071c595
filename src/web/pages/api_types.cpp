#include "web/pages/api_types.h"

#include "policy/record_type.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

namespace {

JsonObject item_json(const policy::Item& item) {
    JsonArray choices;
    for (const auto& choice : item.choices)
        choices.push_back(Json(choice.name));
    JsonObject all{{"item", item.id}, {"type", policy::name_of(item.type)}, {"part", item.part}, {"label", item.label}, {"hint", item.hint},
                   {"clauses", texts_json(item.clauses)}, {"choices", choices}, {"columns", texts_json(item.columns)},
                   {"whose", item.whose}};
    if (item.force)
        all["force"] = policy::name_of(*item.force);
    return all;
}

// Of an empty draft about this child: a look is noted, as when its page is opened.
Result<std::vector<const policy::Item*>> asked_of_child(const ApiCall& api, const policy::RecordType& type) {
    desk::Draft draft;
    draft.form = FormNumber::random();
    draft.owner = draft.saved_by = api.caller().writer();
    draft.record = TRY(RecordNumber::parse(api.call.request.query.get("child")));
    draft.record_type = type.id;
    auto view = TRY(view_of(api.house, api.caller(), draft));
    if (!view.open || !view.open->may(access::Act::Write, on_type(api.house, type.id)))
        return refuse("not-found", "There is nothing here");
    return view.asked;
}

} // namespace

JsonArray items_json(const std::vector<const policy::Item*>& items) {
    JsonArray list;
    for (const auto* item : items)
        list.push_back(item_json(*item));
    return list;
}

http::Response api_record_type(const ApiCall& api) {
    const auto* type = api.house.pack().record_type(std::string(api.call.parameter("type")));
    if (!type)
        return api_not_found();
    std::vector<const policy::Item*> items;
    for (const auto& item : type->items)
        items.push_back(&item);
    if (api.call.request.query.has("child")) {
        auto asked = asked_of_child(api, *type);
        if (!asked)
            return api_not_found();
        items = *asked;
    }
    return api_answer({{"record_type", type->id}, {"name", type->name}, {"built_in", type->built_in}, {"about", type->about},
                       {"clauses", texts_json(type->clauses)}, {"items", items_json(items)}});
}

} // namespace lifestory::web::pages
