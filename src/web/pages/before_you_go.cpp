#include "web/pages/before_you_go.h"

#include "base/text.h"
#include "web/html/components.h"

namespace lifestory::web::pages {

namespace {

// What the newest visit said would happen next. Where something of it was put right or closed since, its words as they are now.
Html promises_of(const record::StoryEntry& visit) {
    Html rows;
    const auto* form = visit.form();
    if (!form)
        return rows;
    for (const auto& answer : form->answers)
        if (const auto* actions = std::get_if<record::Actions>(&answer.value)) {
            auto now = record::words_now(visit, answer.item);
            if (now != record::words_of(answer)) {
                for (const auto& line : split(now, '\n'))
                    rows += is_blank(line) ? Html() : html("<li>{}</li>", line);
                continue;
            }
            for (const auto& action : actions->actions)
                rows += html("<li>{}{}{}</li>", action.what, action.who.empty() ? std::string() : " (" + action.who + ")",
                             action.by ? ", by " + calendar::in_words(*action.by) : std::string());
        }
    return rows;
}

} // namespace

Html before_you_go(const House& house, const DraftView& view) {
    if (!view.open || !view.type || !view.type->is_like("visit"))
        return Html();
    const auto* last = view.open->child->last_seen(house.today());
    if (!last)
        return Html();
    auto promises = promises_of(*last);
    Details before;
    before.summary = "Before you go: last visit " + calendar::in_words(last->day());
    before.content = html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Read the visit of {}</a></p>",
                          path("/children/{}/entries/{}", view.open->record.hex(), last->entry.id.hex()), calendar::in_words(last->day()));
    if (!promises.empty())
        before.content += html("<p class=\"govuk-body\">You promised:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", promises);
    return details(before);
}

} // namespace lifestory::web::pages
