#include "web/pages/plan_since.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/plan.h"

namespace lifestory::web::pages {

namespace {

using record::PlannedAction;
using record::StoryEntry;

Url entry_path(const access::OpenRecord& open, const StoryEntry& story) { return path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()); }

Html outcome_line(const access::OpenRecord& open, const PlannedAction& one) {
    const auto& outcome = *one.outcome;
    return html("<li><strong>{}.</strong> {}: {} (<a class=\"govuk-link\" href=\"{}\">{}, {}<span class=\"govuk-visually-hidden\">: {}</span></a>)</li>", one.is_done() ? "Done" : "Not done yet",
                one.action.what, one.what_happened(), entry_path(open, outcome), outcome.entry.said.recorded_by.full_name,
                calendar::in_words(calendar::london_day(outcome.entry.recorded_at)), one.action.what);
}

Html late_line(const access::OpenRecord& open, const PlannedAction& one) {
    return html("<li><strong>Late: nobody has said what happened.</strong> {}, {}, by {} (<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}</span></a>)</li>", one.action.what,
                one.action.who.empty() ? std::string("nobody is named") : one.action.who, calendar::in_words(*one.action.by), entry_path(open, *one.from), "where it was agreed", one.action.what);
}

Html what_was_done(const House& house, const access::OpenRecord& open, const std::vector<PlannedAction>& all, calendar::Day since) {
    Html done, late;
    for (const auto& one : all) {
        if (one.outcome && calendar::london_day(one.outcome->entry.recorded_at) >= since)
            done += outcome_line(open, one);
        else if (!one.is_done() && !one.outcome && one.action.by && *one.action.by < house.today())
            late += late_line(open, one);
    }
    auto rows = done + late;
    return rows.empty() ? html("<p class=\"govuk-body\">Nobody has said what came of anything since then.</p>") : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

Html written_since(const access::OpenRecord& open, const StoryEntry& plan, calendar::Day since) {
    Html rows;
    for (const auto& goal : record::goals_in(plan))
        for (const auto* story : record::serving(*open.child, plan, goal.words))
            if (story->day() >= since)
                rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a>, for “{}”</li>", entry_path(open, *story), capital(story->name()), calendar::in_words(story->day()), goal.words);
    return rows.empty() ? Html() : html("<p class=\"govuk-body\"><strong>Visits, notes and meetings for its goals</strong></p><ul class=\"govuk-list\">{}</ul>", rows);
}

bool reviews_a_plan(const policy::RecordType& type) { return type.id == record::plan_type || type.is_like("meeting"); }

// The newest that was held before this day: of this kind, or of any meeting where no kind is said.
const StoryEntry* last_meeting(const House& house, const record::Child& child, std::string_view kind, calendar::Day before) {
    const StoryEntry* last = nullptr;
    for (const auto& story : child.story) {
        const bool is_one = story.form() && !story.withdrawn() && story.day() < before && house.pack().is_like(story.record_type(), kind);
        if (is_one && (!last || last->day() <= story.day()))
            last = &story;
    }
    return last;
}

struct Since {
    calendar::Day day{};
    std::string words; // "Since the core group on 11 December 2026"
};

Since since_of(const StoryEntry& plan, const StoryEntry* meeting) {
    if (meeting && meeting->day() >= plan.day())
        return {meeting->day(), "since the " + within_a_sentence(meeting->name()) + " on " + calendar::in_words(meeting->day())};
    return {plan.day(), "since the plan of " + calendar::in_words(plan.day())};
}

} // namespace

Html since_then(const House& house, const access::OpenRecord& open, calendar::Day since) {
    const auto plans = record::plans_in(*open.child);
    if (plans.empty())
        return Html();
    return what_was_done(house, open, record::actions_for(*open.child, *plans.front()), since) + written_since(open, *plans.front(), since);
}

Html plan_to_review(const House& house, const DraftView& view) {
    if (!view.open || !view.type || view.for_all || !reviews_a_plan(*view.type) || view.open->decision.sees != access::Sees::Everything)
        return Html();
    const auto plans = record::plans_in(*view.open->child);
    if (plans.empty())
        return Html();
    const auto day = view.happened_on.value_or(house.today());
    const auto since = since_of(*plans.front(), view.type->id == record::plan_type ? nullptr : last_meeting(house, *view.open->child, view.type->id, day));
    Details all;
    all.summary = "What was done " + since.words;
    all.content = since_then(house, *view.open, since.day) + html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">The whole plan</a></p>", plan_path(view.open->record));
    return details(all);
}

Html since_the_last_meeting(const House& house, const access::OpenRecord& open) {
    const auto plans = record::plans_in(*open.child);
    if (plans.empty())
        return Html();
    const auto since = since_of(*plans.front(), last_meeting(house, *open.child, "meeting", house.today()));
    return html("<h2 class=\"govuk-heading-m\">What was done {}</h2>{}", since.words, since_then(house, open, since.day));
}

} // namespace lifestory::web::pages
