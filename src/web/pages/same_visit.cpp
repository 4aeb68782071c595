#include "web/pages/same_visit.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// One act about several children, a visit or a meeting, as each child's entry of it says.
struct Together {
    FormNumber number;
    std::vector<RecordNumber> with;
    bool is_meeting = false;
};

std::optional<Together> together_in(const record::StoryEntry& story) {
    const auto& content = story.entry.content;
    if (const auto* visit = std::get_if<record::Visit>(&content); visit && visit->one_visit)
        return Together{visit->one_visit->visit, visit->one_visit->with, false};
    if (const auto* meeting = std::get_if<record::Meeting>(&content); meeting && meeting->one_meeting)
        return Together{meeting->one_meeting->meeting, meeting->one_meeting->with, true};
    return std::nullopt;
}

// As the family knows the child, which this reader sees already.
std::string name_in(const record::Family& family, RecordNumber child) {
    const auto* person = family.person_of(child);
    if (!person)
        return "another child";
    return person->known_as.empty() ? split(person->full_name, ' ').front() : person->known_as;
}

// To the other child's entry of it; to the record while it is not signed.
Response show_same(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    auto other = RecordNumber::parse(call.parameter("other"));
    const auto together = entry ? together_in(*entry->story) : std::nullopt;
    if (!other || !together || std::ranges::find(together->with, *other) == together->with.end())
        return not_found(house);
    auto open = house.door.open(call.caller<Caller>().visitor, *other, std::nullopt, house.now());
    if (!open)
        return not_found(house);
    for (const auto& story : open->child->story)
        if (const auto theirs = together_in(story); theirs && theirs->number == together->number)
            return redirect(path("/children/{}/entries/{}", other->hex(), story.entry.id.hex()));
    return redirect(path("/children/{}", other->hex()));
}

void leave_out_others(const House& house, const Caller& caller, JsonObject& content, std::string_view key) {
    auto* together = content.if_contains(key);
    if (!together)
        return;
    JsonArray seen;
    for (const auto& other : together->as_object().at("with").as_array())
        if (auto record = RecordNumber::parse({other.as_string().data(), other.as_string().size()}); record && house.door.may_open(caller.visitor, *record, house.now()))
            seen.push_back(other);
    if (seen.empty())
        content.erase(key);
    else
        together->as_object()["with"] = std::move(seen);
}

} // namespace

Html of_the_others(const House& house, const Caller& caller, const OpenEntry& entry) {
    const auto together = together_in(*entry.story);
    Html links;
    for (const auto& other : together ? together->with : std::vector<RecordNumber>{})
        if (entry.open.family && house.door.may_open(caller.visitor, other, house.now())) {
            const auto whose = possessive(name_in(*entry.open.family, other));
            links += html(" <a class=\"govuk-link\" href=\"{}\">{}</a>.",
                          path("/children/{}/entries/{}/{}/{}", entry.open.record.hex(), entry.id().hex(), together->is_meeting ? "same-meeting" : "same-visit", other.hex()),
                          together->is_meeting ? whose + " record of the same meeting" : "On the same visit as " + whose);
        }
    return links.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", links);
}

std::vector<std::pair<access::OpenRecord, EntryId>> notes_of_the_others(const House& house, const Caller& caller, const OpenEntry& entry) {
    std::vector<std::pair<access::OpenRecord, EntryId>> all;
    const auto together = together_in(*entry.story);
    if (!together)
        return all;
    for (auto& open : house.door.look_over(caller.visitor, together->with, house.now()))
        for (const auto& story : open.child->story)
            if (const auto theirs = together_in(story); theirs && theirs->number == together->number) {
                const auto id = story.entry.id;
                all.push_back({std::move(open), id});
                break;
            }
    return all;
}

void leave_out_others(const House& house, const Caller& caller, JsonObject& content) {
    leave_out_others(house, caller, content, "one_visit");
    leave_out_others(house, caller, content, "one_meeting");
}

std::vector<http::Route> same_visit_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/same-visit/{other}", http::Reach::Worker, to(show_same)},
            {http::Method::Get, "/children/{child}/entries/{entry}/same-meeting/{other}", http::Reach::Worker, to(show_same)}};
}

} // namespace lifestory::web::pages
