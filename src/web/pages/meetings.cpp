#include "web/pages/meetings.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "record/plan.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/entry_words.h"
#include "web/pages/form_reading.h"
#include "web/pages/owed.h"
#include "web/pages/plan.h"
#include "web/pages/plan_from.h"
#include "web/pages/plans_of_meeting.h"
#include "web/pages/put_right.h"
#include "web/pages/who_gets_what.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

bool is_meeting(const House& house, const StoryEntry& story) { return story.form() && house.pack().is_like(story.record_type(), "meeting"); }

std::vector<const StoryEntry*> meetings_in(const House& house, const record::Child& child) {
    std::vector<const StoryEntry*> all;
    for (const auto& story : child.story)
        if (is_meeting(house, story))
            all.push_back(&story);
    std::stable_sort(all.begin(), all.end(), [](const auto* left, const auto* right) { return left->day() > right->day(); });
    return all;
}

// Notes, decisions and records that were written of it.
Html notes_of(const access::OpenRecord& open, const StoryEntry& meeting) {
    Html rows;
    for (const auto& story : open.child->story) {
        const auto* document = std::get_if<record::Document>(&story.entry.content);
        if (document && document->belongs_to == meeting.entry.id && story.record_type() != record::outcome_type && !story.withdrawn())
            rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a></li>", path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()), capital(story.name()),
                         calendar::in_words(story.day()));
    }
    return rows.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">Written of it</h3><ul class=\"govuk-list\">{}</ul>", rows);
}

Html who_has_it(const House& house, const access::OpenRecord& open, const StoryEntry& meeting) {
    Html rows;
    for (const auto& given : meeting.sharings)
        rows += html("<li>{}, {}, {}</li>", given.what.to, given.what.how, calendar::in_words(given.what.on));
    auto give = open.may(access::Act::Share)
                    ? html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Say that a copy was given<span class=\"govuk-visually-hidden\"> of the {} of {}</span></a></p>",
                           path("/children/{}/entries/{}/sharing", open.record.hex(), meeting.entry.id.hex()), within_a_sentence(meeting.name()), calendar::in_words(meeting.day()))
                    : Html();
    return html("<h3 class=\"govuk-heading-s\">Who has the notes</h3>{}{}{}", rows.empty() ? html("<p class=\"govuk-body\">Nobody yet.</p>") : html("<ul class=\"govuk-list\">{}</ul>", rows),
                way_to_who_gets_what(house, open, meeting), give);
}

// What the policy asks after it, and of which recipient: with the day, late where it is late, and how that was counted.
Html due_of_it(const House& house, const access::OpenRecord& open, const std::vector<policy::Obligation>& obligations, const StoryEntry& meeting) {
    Html rows;
    for (const auto& owed : obligations) {
        if (owed.starting != meeting.entry.id || !owed.due || owed.state == policy::State::NoLongerNeeded)
            continue;
        auto what = capital(noun(house, owed)) + (owed.to.empty() ? "" : ", " + owed.to);
        rows += html("<li>{}: <a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">, how this was counted: {}</span></a></li>", what, due_path(open.record, owed), state_words(owed), what);
    }
    return rows.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">What is due after it</h3><ul class=\"govuk-list\">{}</ul>", rows);
}

Html one_meeting(const House& house, const Caller& caller, const std::vector<policy::Obligation>& obligations, const access::OpenRecord& open, const StoryEntry& meeting) {
    Html words;
    for (const auto& part : read_parts(*meeting.form(), open.child->first_name(), Reader::Worker, words_of_items(meeting)))
        if (part.id != "what-happens-next" && part.id != "for-professionals")
            words += html("<h3 class=\"govuk-heading-s\">{}</h3>{}", part.title, part.content);
    auto next = meeting.withdrawn() ? Html() : actions_of(house, open, meeting);
    if (!next.empty())
        words += html("<h3 class=\"govuk-heading-s\">What happens next</h3>{}", next);
    return html("<section class=\"app-read\"><h2 class=\"govuk-heading-m\"><a class=\"govuk-link\" href=\"{}\">{}, {}</a></h2><p class=\"govuk-body\">Written by {}, on {}.</p>{}{}{}{}{}{}</section>",
                path("/children/{}/entries/{}", open.record.hex(), meeting.entry.id.hex()), capital(meeting.name()), calendar::in_words(meeting.day()),
                joined(meeting.entry.said.recorded_by), day_of(meeting.entry.recorded_at), written_in_error(meeting), words, press_into_plan(house, caller, open, meeting) + way_to_plans_of_all(house, caller, open, meeting), due_of_it(house, open, obligations, meeting), notes_of(open, meeting), who_has_it(house, open, meeting));
}

Response show_meetings(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto frame = child_frame(house, caller, *open, "Meetings");
    frame.heading = "Meetings about " + open->child->first_name();
    frame.print = print_frame(house, caller, *open, "Meetings");
    const auto all = meetings_in(house, *open->child);
    const auto judged = judge(house, *open);
    Html rows;
    for (const auto* meeting : all)
        rows += one_meeting(house, caller, judged.obligations, *open, *meeting);
    if (all.empty())
        rows = html("<p class=\"govuk-body\">No meeting is written down yet.</p>");
    return shown(frame, child_navigation(*open, "meetings") + html("<p class=\"govuk-body\">{}</p>", plural(all.size(), "meeting", "meetings")) + rows);
}

} // namespace

Url meetings_path(RecordNumber child) { return path("/children/{}/meetings", child.hex()); }

std::vector<http::Route> meetings_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/meetings", http::Reach::Worker, to(show_meetings)}};
}

} // namespace lifestory::web::pages
