#include "web/pages/same_visit.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

const record::OneVisit* visit_of(const record::StoryEntry& story) {
    const auto* visit = std::get_if<record::Visit>(&story.entry.content);
    return visit && visit->one_visit ? &*visit->one_visit : nullptr;
}

// As the family knows the child, which this reader sees already.
std::string name_in(const record::Family& family, RecordNumber child) {
    const auto* person = family.person_of(child);
    if (!person)
        return "another child";
    return person->known_as.empty() ? split(person->full_name, ' ').front() : person->known_as;
}

// To the other child's entry of this visit; to the record while it is not signed.
Response show_same_visit(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    auto other = RecordNumber::parse(call.parameter("other"));
    const auto* visit = entry ? visit_of(*entry->story) : nullptr;
    if (!other || !visit || std::ranges::find(visit->with, *other) == visit->with.end())
        return not_found(house);
    auto open = house.door.open(call.caller<Caller>().visitor, *other, std::nullopt, house.now());
    if (!open)
        return not_found(house);
    for (const auto& story : open->child->story)
        if (const auto* theirs = visit_of(story); theirs && theirs->visit == visit->visit)
            return redirect(path("/children/{}/entries/{}", other->hex(), story.entry.id.hex()));
    return redirect(path("/children/{}", other->hex()));
}

} // namespace

Html on_the_same_visit(const House& house, const Caller& caller, const OpenEntry& entry) {
    const auto* visit = visit_of(*entry.story);
    Html links;
    for (const auto& other : visit ? visit->with : std::vector<RecordNumber>{})
        if (entry.open.family && house.door.may_open(caller.visitor, other, house.now()))
            links += html(" <a class=\"govuk-link\" href=\"{}\">On the same visit as {}</a>.",
                          path("/children/{}/entries/{}/same-visit/{}", entry.open.record.hex(), entry.id().hex(), other.hex()),
                          possessive(name_in(*entry.open.family, other)));
    return links.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", links);
}

void leave_out_others(const House& house, const Caller& caller, JsonObject& content) {
    auto* visit = content.if_contains("one_visit");
    if (!visit)
        return;
    JsonArray seen;
    for (const auto& other : visit->as_object().at("with").as_array())
        if (auto record = RecordNumber::parse({other.as_string().data(), other.as_string().size()}); record && house.door.may_open(caller.visitor, *record, house.now()))
            seen.push_back(other);
    if (seen.empty())
        content.erase("one_visit");
    else
        visit->as_object()["with"] = std::move(seen);
}

std::vector<http::Route> same_visit_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/same-visit/{other}", http::Reach::Worker, to(show_same_visit)}};
}

} // namespace lifestory::web::pages
