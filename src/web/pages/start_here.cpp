#include "web/pages/start_here.h"

#include <algorithm>
#include <functional>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

Html link_button(Url to, std::string_view words, std::string_view hidden) {
    return html("<a class=\"govuk-button govuk-button--secondary\" role=\"button\" draggable=\"false\" data-module=\"govuk-button\" href=\"{}\">{}<span class=\"govuk-visually-hidden\"> {}</span></a>",
                to, words, hidden);
}

// What the child said about an entry, in words kept beside it, that its author has not answered.
void add_what_children_wrote(const Caseload& caseload, const Caller& caller, std::vector<StartHereCard>& cards, calendar::Day today) {
    for (const auto& open : caseload.children)
        for (const auto& story : open.child->story)
            for (const auto& said : story.disagreements) {
                bool of_child = said.what.whose == "child" || said.what.whose == open.child->full_name();
                bool answered = std::any_of(story.comments.begin(), story.comments.end(), [&](const auto& c) { return c.at > said.at; });
                if (!of_child || answered || story.entry.said.recorded_by.worker != caller.worker())
                    continue;
                auto day = calendar::london_day(said.at);
                auto when = (today - day).count() == 1 ? std::string("yesterday") : "on " + calendar::in_words(day);
                cards.push_back({open.child->first_name() + " wrote to you " + when + ".", Phrase(),
                                 link_button(path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()), "Read it",
                                             "what " + open.child->first_name() + " wrote")});
            }
}

struct NotSeen {
    const access::OpenRecord* open;
    const policy::Obligation* owed;
    long days;
    bool on_plan;
};

void add_not_seen(const House& house, const Caseload& caseload, std::vector<StartHereCard>& cards) {
    std::vector<NotSeen> found;
    auto today = house.today();
    for (std::size_t i = 0; i < caseload.children.size(); ++i) {
        const auto& open = caseload.children[i];
        for (const auto& owed : caseload.judged[i].obligations) {
            if (!owed.is_late() || !is_about_being_seen(owed))
                continue;
            const auto* last = open.child->last_seen_alone(today);
            auto since = last ? last->day() : owed.starts_on;
            found.push_back({&open, &owed, (today - since).count(), !status_lines(house.pack(), caseload.judged[i].statuses, today).empty()});
            break;
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const NotSeen& left, const NotSeen& right) {
        return std::pair(-left.days, !left.on_plan) < std::pair(-right.days, !right.on_plan);
    });
    for (const auto& one : found) {
        auto name = one.open->child->first_name();
        const auto* last = one.open->child->last_seen_alone(today);
        cards.push_back({name + " has not been seen alone for " + plural(static_cast<std::size_t>(one.days), "day", "days") + ".",
                         Phrase(last ? "Last: " + calendar::in_words(last->day()) + "." : std::string("Not seen alone yet.")),
                         link_button(path_to_meet(house, one.open->record, *one.owed), "Record a visit", "to " + name)});
    }
}

void add_owed(const House& house, const std::vector<Owed>& list, std::vector<StartHereCard>& cards) {
    for (const auto& owed : list) {
        if (is_about_being_seen(owed.obligation))
            continue;
        auto name = owed.open.child->first_name();
        cards.push_back({capital(noun(house, owed.obligation)) + ", " + name + ": " + state_words(owed.obligation) + ".", Phrase(),
                         link_button(path_to_meet(house, owed.open.record, owed.obligation), act_words(house, owed.obligation),
                                     noun(house, owed.obligation) + ", " + name)});
    }
}

void add_old_drafts(const House& house, const Caller& caller, const Caseload& caseload, std::vector<StartHereCard>& cards) {
    for (const auto& draft : house.desk.drafts_of(caller.worker())) {
        if (house.now() - draft.updated < std::chrono::hours(24))
            continue;
        std::string about;
        for (const auto& open : caseload.children)
            if (draft.record == open.record)
                about = " to " + open.child->first_name();
        const auto* type = house.pack().record_type(draft.record_type);
        cards.push_back({"Your " + std::string(type ? fold(type->name) : "note") + about + " is a draft.",
                         Phrase("You last wrote in it at " + calendar::in_words(draft.updated) + "."),
                         link_button(path("/drafts/{}", draft.draft.hex()), "Go on", "with it")});
    }
}

} // namespace

Html start_here_of(const House& house, const Caller& caller, const Caseload& caseload) {
    std::vector<StartHereCard> cards;
    add_what_children_wrote(caseload, caller, cards, house.today());
    add_not_seen(house, caseload, cards);
    add_owed(house, caseload.late, cards);
    add_owed(house, caseload.due_today, cards);
    add_old_drafts(house, caller, caseload, cards);
    if (cards.size() > 3)
        cards.resize(3);
    if (cards.empty())
        return Html();
    Details why;
    why.summary = "Why these three";
    why.content = html("<p class=\"govuk-body\">First a child who wrote to you; then a child past the date for being seen, longest first; then a "
                       "note that is late; then a note due today; then a draft older than a day. Children on a plan come first.</p>");
    return start_here(cards) + details(why);
}

} // namespace lifestory::web::pages
