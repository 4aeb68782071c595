#include "web/pages/before_you_go.h"

#include "record/letter.h"
#include "web/html/components.h"

namespace lifestory::web::pages {

namespace {

std::string_view became_of(record::Promised state) {
    switch (state) {
    case record::Promised::NotSaid: return "";
    case record::Promised::NotKept: return ": not done";
    case record::Promised::Kept: return ": done";
    }
    return "";
}

// What the newest visit said would happen next, and what a letter has said of it since.
Html promised_at(const record::Child& child, const record::StoryEntry& visit) {
    Html rows;
    for (const auto& promise : record::promises_of(child, visit))
        rows += html("<li>{}{}{}{}</li>", promise.what, promise.who.empty() ? std::string() : " (" + promise.who + ")",
                     promise.by ? ", by " + calendar::in_words(*promise.by) : std::string(), became_of(promise.state));
    return rows;
}

} // namespace

Html before_you_go(const House& house, const DraftView& view) {
    if (!view.open || !view.type || !view.type->is_like("visit"))
        return Html();
    const auto* last = view.open->child->last_seen(house.today());
    if (!last)
        return Html();
    auto promises = promised_at(*view.open->child, *last);
    Details before;
    before.summary = "Before you go: last visit " + calendar::in_words(last->day());
    before.content = html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Read the visit of {}</a></p>",
                          path("/children/{}/entries/{}", view.open->record.hex(), last->entry.id.hex()), calendar::in_words(last->day()));
    if (!promises.empty())
        before.content += html("<p class=\"govuk-body\">You promised:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", promises);
    return details(before);
}

} // namespace lifestory::web::pages
