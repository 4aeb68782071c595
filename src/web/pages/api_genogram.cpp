#include "web/pages/api_genogram.h"

#include "genogram/tell.h"
#include "web/pages/drawn_family.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using namespace genogram;

std::string_view word_of(Gender gender) {
    switch (gender) {
    case Gender::NotRecorded: return "not-recorded";
    case Gender::Female: return "female";
    case Gender::Male: return "male";
    case Gender::Other: return "other";
    }
    return {};
}

std::string_view word_of(Life life) {
    switch (life) {
    case Life::Born: return "born";
    case Life::Unborn: return "unborn";
    case Life::Stillborn: return "stillborn";
    case Life::Miscarriage: return "miscarriage";
    case Life::Termination: return "termination";
    }
    return {};
}

std::string_view word_of(UnionKind kind) {
    switch (kind) {
    case UnionKind::NotKnown: return "not-known";
    case UnionKind::Married: return "married";
    case UnionKind::LivingTogether: return "living-together";
    case UnionKind::NotLivingTogether: return "not-living-together";
    case UnionKind::Casual: return "casual";
    }
    return {};
}

std::string_view word_of(Parentage kind) {
    switch (kind) {
    case Parentage::Birth: return "birth";
    case Parentage::Adopted: return "adopted";
    case Parentage::Fostered: return "fostered";
    case Parentage::Step: return "step";
    case Parentage::Guardian: return "guardian";
    case Parentage::NotKnown: return "not-known";
    }
    return {};
}

std::string_view word_of(TieKind kind) {
    switch (kind) {
    case TieKind::Close: return "close";
    case TieKind::VeryClose: return "very-close";
    case TieKind::Distant: return "distant";
    case TieKind::Hostile: return "hostile";
    case TieKind::CloseAndHostile: return "close-and-hostile";
    case TieKind::Stressful: return "stressful";
    case TieKind::CutOff: return "cut-off";
    case TieKind::Harm: return "harm";
    }
    return {};
}

// Of a record a day is always known to the day.
void put_when(JsonObject& object, std::string_view key, const std::optional<When>& when) {
    if (!when)
        return;
    if (const auto day = calendar::day_of(when->year, when->month, when->day))
        object.emplace(key, calendar::iso(*day));
}

void put_words(JsonObject& object, std::string_view key, const std::string& words) {
    if (!words.empty())
        object.emplace(key, words);
}

JsonObject person_json(const Family& family, std::size_t at) {
    const auto& person = family.people[at];
    JsonObject all{{"id", person.id}, {"name", family.name_of(at)}, {"gender", word_of(person.gender)}, {"life", word_of(person.life)},
                   {"is_dead", person.is_dead}, {"is_known", !person.is_stand_in}, {"is_about", family.focus == at}};
    put_words(all, "called", person.called);
    put_words(all, "role", person.role);
    put_when(all, "born", person.born);
    put_when(all, "died", person.died);
    put_when(all, "expected", person.expected);
    return all;
}

JsonArray ids_json(const Family& family, const std::vector<std::size_t>& people) {
    JsonArray list;
    for (auto at : people)
        list.push_back(Json(family.people[at].id));
    return list;
}

JsonObject union_json(const Family& family, const Union& one) {
    JsonArray children;
    for (const auto& child : one.children) {
        JsonObject row{{"person", family.people[child.person].id}, {"kind", word_of(child.kind)}, {"born_together", child.born_together != 0}};
        put_when(row, "since", child.since);
        children.push_back(row);
    }
    JsonObject all{{"partners", ids_json(family, one.partners)}, {"kind", word_of(one.kind)}, {"is_separated", one.is_separated},
                   {"is_divorced", one.is_divorced}, {"children", children}};
    put_when(all, "married", one.married);
    put_when(all, "together", one.together);
    put_when(all, "separated", one.separated);
    put_when(all, "divorced", one.divorced);
    return all;
}

const std::string& id_of(const Family& family, const TieEnd& end) {
    return end.kind == EndKind::Person ? family.people[end.at].id : family.around[end.at].id;
}

JsonObject tie_json(const Family& family, const Tie& tie) {
    JsonObject all{{"from", id_of(family, tie.from)}, {"to", id_of(family, tie.to)}, {"kind", word_of(tie.kind)}};
    put_words(all, "said_by", tie.words);
    return all;
}

JsonObject family_json(const Family& family) {
    JsonArray people, unions, households, ties, workers;
    for (std::size_t at = 0; at < family.people.size(); ++at)
        people.push_back(person_json(family, at));
    for (const auto& one : family.unions)
        unions.push_back(union_json(family, one));
    for (const auto& home : family.households)
        households.push_back(JsonObject{{"name", home.name}, {"members", ids_json(family, home.members)}});
    for (const auto& tie : family.ties)
        ties.push_back(tie_json(family, tie));
    for (const auto& one : family.around)
        workers.push_back(JsonObject{{"worker", one.id}, {"full_name", one.name}, {"words", one.words}});
    return {{"people", people}, {"unions", unions}, {"households", households}, {"ties", ties}, {"workers", workers}};
}

// The day came in one field of the address, whatever box of the page the refusal is for.
Refusals at_on(Refusals refusals) {
    for (auto& refusal : refusals)
        refusal.field = "";
    return refusals;
}

} // namespace

http::Response api_genogram(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open || !sees_all(*open))
        return api_not_found();
    auto asked = family_asked(*open, family_fields(api.call.request.query), api.house.today());
    auto drawn = asked ? drawn_family(*open, *asked) : Result<DrawnFamily>(asked.refusals());
    if (!drawn)
        return api_refused(at_on(drawn.refusals()));
    auto all = family_json(drawn->family);
    all["child"] = open->record.hex();
    all["on"] = calendar::iso(drawn->asked.on);
    all["revision"] = drawn->revision;
    all["text"] = plain_text(tell(drawn->family, drawn->asked.on));
    all["left_out"] = drawn->left_out;
    return api_answer(all);
}

} // namespace lifestory::web::pages
