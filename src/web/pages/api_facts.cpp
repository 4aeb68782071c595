#include "web/pages/api_facts.h"

#include "base/text.h"
#include "web/pages/facts.h"
#include "web/pages/number_kept.h"

namespace lifestory::web::pages {

namespace {

JsonObject spell_json(const House& house, const record::FactSpell& spell) {
    const auto& said = *spell.began;
    JsonObject all{{"value", spell.value()},
                   {"entry", said.entry.hex()},
                   {"said_by", said.what.said_by},
                   {"how_known", said.what.how_known},
                   {"recorded_by", author_json(said.by)},
                   {"recorded_at", calendar::utc(said.at)},
                   {"was_never_so", spell.was_never_so}};
    if (auto code = casework::code_of_value(house.pack(), said.what.fact, spell.value()); !code.empty())
        all["code"] = code;
    for (const auto& [key, day] : {std::pair{"since", spell.since}, {"until", spell.until}, {"known_on", said.known_on}})
        if (day)
            all[key] = calendar::iso(*day);
    return all;
}

JsonArray spells_json(const House& house, const std::vector<record::FactSpell>& spells) {
    JsonArray list;
    for (const auto& spell : spells)
        list.push_back(spell_json(house, spell));
    return list;
}

std::optional<calendar::Day> day_of_body(const JsonObject& body, std::string_view key) {
    auto day = calendar::parse_day(text_in(body, key));
    return day ? std::optional(*day) : std::nullopt;
}

record::BasicDetail detail_of(const JsonObject& body) {
    record::BasicDetail detail;
    detail.fact = text_in(body, "fact");
    detail.value = text_in(body, "value");
    detail.said_by = text_in(body, "said_by");
    detail.how_known = text_in(body, "how_known");
    detail.since = day_of_body(body, "since");
    detail.until = day_of_body(body, "until");
    const auto* wrong = body.if_contains("was_wrong");
    detail.was_wrong = wrong && wrong->is_bool() && wrong->get_bool();
    return detail;
}

} // namespace

http::Response api_facts(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open || !may_read_facts(api.house, *open))
        return api_not_found();
    JsonArray list;
    for (const auto& item : casework::basic_items(api.house.pack(), api.house.today())) {
        if (!may_read_fact(api.house, *open, item.id))
            continue;
        auto over = fact_over_time(api.house, *open->child, item.id);
        JsonArray choices;
        for (const auto& choice : item.choices)
            choices.push_back(Json(choice.name));
        list.push_back(JsonObject{{"fact", item.id},
                                  {"group", item.group},
                                  {"label", item.label},
                                  {"holds_several", record::holds_several(item.id)},
                                  {"choices", choices},
                                  {"may_change", may_change_fact(api.house, *open, item.id)},
                                  {"now", spells_json(api.house, over.now)},
                                  {"before", spells_json(api.house, over.before)}});
    }
    return api_answer({{"facts", list}});
}

http::Response api_change_fact(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    auto detail = detail_of(api.body);
    if (!open || !may_change_fact(api.house, *open, detail.fact))
        return api_not_found();
    auto act = act_of(api.house, api.caller());
    auto writing = casework::change_item(act, api.house.pack(), *open->child, detail, day_of_body(api.body, "known_on"));
    if (auto refusals = writing ? kept_for_another(api.house, api.caller(), open->record, detail) : Refusals(); !refusals.empty())
        writing = std::move(refusals);
    if (writing)
        casework::say_of_person(act, *open->family, *open->child, *writing);
    auto type = on_fact(api.house, detail.fact).on.front();
    return api_append(api, *open, access::Act::Change, type, form_number(api.call), writing);
}

} // namespace lifestory::web::pages
