#include "web/pages/before_you_go.h"

#include "record/letter.h"
#include "web/html/components.h"
#include "web/pages/facts.h"

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

// How the child likes us to be with them, what carries them and what they need (CAM-024), as the facts have it today.
Html about_the_child(const House& house, const DraftView& view) {
    const auto& open = *view.open;
    if (!may_read_facts(house, open))
        return Html();
    const auto name = open.child->first_name();
    Html lines;
    for (const auto& [fact, label] : {std::pair<std::string, std::string>{"how-to-be-with", "How to come and be with " + name}, {"communication", "What helps when you talk"},
                                      {"strengths", "Strengths, and what helps"}, {"needs", "What " + name + " needs from us"}})
        if (auto words = open.child->fact(fact); !words.empty())
            lines += html("<p class=\"govuk-body\">{}: {}</p>", label, words);
    return lines;
}

Html last_visit(const record::Child& child, RecordNumber record, const record::StoryEntry& last) {
    auto promises = promised_at(child, last);
    auto read = html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Read the visit of {}</a></p>",
                     path("/children/{}/entries/{}", record.hex(), last.entry.id.hex()), calendar::in_words(last.day()));
    return promises.empty() ? read : read + html("<p class=\"govuk-body\">You promised:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", promises);
}

} // namespace

Html before_you_go(const House& house, const DraftView& view) {
    if (!view.open || !view.type || !view.type->is_like("visit"))
        return Html();
    const auto* last = view.open->child->last_seen(house.today());
    Details before;
    before.summary = last ? "Before you go: last visit " + calendar::in_words(last->day()) : std::string("Before you go");
    before.content = about_the_child(house, view);
    if (last)
        before.content += last_visit(*view.open->child, view.open->record, *last);
    return before.content.empty() ? Html() : details(before);
}

} // namespace lifestory::web::pages
