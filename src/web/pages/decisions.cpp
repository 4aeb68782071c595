#include "web/pages/decisions.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "calendar/london.h"
#include "record/plan.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/draft_entries.h"
#include "web/pages/entry_words.h"
#include "web/pages/form_reading.h"
#include "web/pages/owed.h"
#include "web/pages/plan.h"
#include "web/pages/put_right.h"
#include "web/pages/where_used.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

// In this order a reader sees what was decided and why, then what it was made of.
constexpr std::string_view what_happens_next = "what-happens-next";
constexpr std::array<std::string_view, 5> parts_of_decision{"decision", "what-you-told-me", "what-others-said", "what-i-think", what_happens_next};

bool decides(const House& house, const StoryEntry& story) {
    const auto* form = story.form();
    if (!form || house.pack().is_like(story.record_type(), "written-plan"))
        return false;
    return house.pack().is_like(story.record_type(), "key-decision") ||
           std::any_of(form->answers.begin(), form->answers.end(), [](const auto& answer) { return answer.part == "decision" && !record::words_of(answer).empty(); });
}

std::vector<const StoryEntry*> decisions_in(const House& house, const record::Child& child) {
    std::vector<const StoryEntry*> all;
    for (const auto& story : child.story)
        if (decides(house, story))
            all.push_back(&story);
    std::stable_sort(all.begin(), all.end(), [](const auto* left, const auto* right) { return left->day() > right->day(); });
    return all;
}

// What was written since and rests on it, or belongs to it.
Html written_since(const access::OpenRecord& open, const StoryEntry& decision) {
    Html rows;
    for (const auto& story : open.child->story) {
        const auto* document = std::get_if<record::Document>(&story.entry.content);
        const bool belongs = document && document->belongs_to == decision.entry.id && story.record_type() != record::outcome_type;
        if (!story.withdrawn() && (belongs || rests_on(story, decision.entry.id)))
            rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a></li>", path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()), capital(story.name()),
                         calendar::in_words(story.day()));
    }
    return rows.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">Written since, because of it</h3><ul class=\"govuk-list\">{}</ul>", rows);
}

std::string agreed_by(const StoryEntry& story) {
    std::vector<std::string> all;
    for (const auto& agreed : story.endorsements)
        all.push_back(agreed.by.full_name + ", " + agreed.by.designation + ", " + day_of(agreed.at));
    return all.empty() ? std::string() : " Agreed by " + join(all, "; ") + ".";
}

Html one_decision(const House& house, const access::OpenRecord& open, const StoryEntry& story) {
    Html words;
    auto as_it_reads = words_of_items(story);
    show_entries(as_it_reads, open, story);
    const auto next = story.withdrawn() ? Html() : actions_of(house, open, story);
    const auto read = read_parts(*story.form(), open.child->first_name(), Reader::Worker, as_it_reads);
    for (const auto wanted : parts_of_decision)
        for (const auto& part : read)
            if (part.id == wanted)
                words += html("<h3 class=\"govuk-heading-s\">{}</h3>{}", part.title, part.id == what_happens_next && !next.empty() ? next : part.content);
    words += written_since(open, story);
    auto told = story.entry.said.told_by.empty() ? std::string() : " Told by " + story.entry.said.told_by + ".";
    return html("<section class=\"app-read\"><h2 class=\"govuk-heading-m\"><a class=\"govuk-link\" href=\"{}\">{}, {}</a></h2><p class=\"govuk-body\">Written by {}, on {}.{}{}</p>{}{}{}</section>",
                path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()), capital(story.name()), calendar::in_words(story.day()),
                joined(story.entry.said.recorded_by), day_of(story.entry.recorded_at), told, agreed_by(story), written_in_error(story), no_reason(house, story), words);
}

Response show_decisions(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, *open, "Decisions, and why");
    frame.print = print_frame(house, caller, *open, "Decisions, and why");
    const auto all = decisions_in(house, *open->child);
    Button decide{"Write down a decision"};
    decide.href = path("/children/{}/note?type=key-decision", open->record.hex());
    Html rows;
    for (const auto* story : all)
        rows += one_decision(house, *open, *story);
    if (all.empty())
        rows = html("<p class=\"govuk-body\">No decision is written down yet.</p>");
    auto top = open->may(access::Act::Write, on_type(house, "key-decision")) ? button(decide) : Html();
    return shown(frame, top + child_navigation(*open, "decisions") +
                            html("<p class=\"govuk-body\">{}</p>", plural(all.size(), "decision", "decisions")) + rows);
}

} // namespace

Html no_reason(const House& house, const StoryEntry& story) {
    const auto* form = story.form();
    if (!form || !house.pack().is_like(story.record_type(), "key-decision"))
        return Html();
    const auto* reason = form->find("reason");
    const auto* not_known = reason ? std::get_if<record::NotKnown>(&reason->value) : nullptr;
    if (reason && !not_known)
        return Html();
    auto why = not_known && !not_known->why.empty() ? html(" It is not known: {}", not_known->why) : Html();
    return inset_text({html("<p><strong>No reason is written down for this decision.</strong>{}</p>", why), {}, {}, {}});
}

Url decisions_path(RecordNumber child) { return path("/children/{}/decisions", child.hex()); }

std::vector<http::Route> decisions_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/decisions", http::Reach::Worker, to(show_decisions)}};
}

} // namespace lifestory::web::pages
