#include "web/pages/start_here.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t most_cards = 3;

Html link_button(Url to, std::string_view words, std::string_view hidden) {
    return html("<a class=\"govuk-button govuk-button--secondary\" role=\"button\" draggable=\"false\" data-module=\"govuk-button\" href=\"{}\">{}<span class=\"govuk-visually-hidden\"> {}</span></a>",
                to, words, hidden);
}

// What the child said about an entry, in words kept beside it, that its author has not answered.
void add_what_children_wrote(std::span<const access::OpenRecord> own, const Caller& caller, std::vector<StartHereCard>& cards, calendar::Day today) {
    for (const auto& open : own)
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

// A child past the date for being seen, or not seen alone in as many visits as the policy says.
struct NotSeen {
    const access::OwedItem* item;
    const access::OwedChild* child;
    long days;
    bool on_plan = false;
};

std::vector<NotSeen> past_the_date(const Caseload& caseload, calendar::Day today) {
    std::map<RecordNumber, NotSeen> found; // one line a child
    for (const auto* list : {&caseload.late, &caseload.missing})
        for (const auto& item : *list) {
            const auto* child = caseload.child(item.record);
            if (!child || !is_about_being_seen(item.obligation))
                continue;
            auto since = child->seen_alone.value_or(item.obligation.starts_on);
            found.try_emplace(item.record, NotSeen{&item, child, (today - since).count()});
        }
    std::vector<NotSeen> all;
    for (const auto& [record, one] : found)
        all.push_back(one);
    return all;
}

bool is_on_plan(const House& house, const Caller& caller, RecordNumber record) {
    auto open = house.door.look_over(caller.visitor, std::span(&record, 1), house.now());
    if (open.empty())
        return false;
    return !status_lines(house.pack(), statuses_of(house, open.front()), house.today()).empty();
}

bool has_a_tie(const std::vector<NotSeen>& all, const NotSeen& one) {
    return std::count_if(all.begin(), all.end(), [&](const NotSeen& other) { return other.days == one.days; }) > 1;
}

// Longest first; of those that wait equally long a child on a plan, then the youngest. Only who could be shown is opened.
void put_in_order(const House& house, const Caller& caller, std::vector<NotSeen>& all) {
    std::stable_sort(all.begin(), all.end(), [](const NotSeen& one, const NotSeen& other) { return one.days > other.days; });
    for (auto& one : all)
        if (one.days >= all[std::min(all.size(), most_cards) - 1].days && has_a_tie(all, one))
            one.on_plan = is_on_plan(house, caller, one.child->record);
    auto born = [](const NotSeen& one) { return one.child->born.value_or(calendar::Day::max()); };
    std::stable_sort(all.begin(), all.end(), [&](const NotSeen& one, const NotSeen& other) {
        return std::tuple(-one.days, !one.on_plan, born(other)) < std::tuple(-other.days, !other.on_plan, born(one));
    });
}

// The record type in which a manager writes about a child at any time; null: the pack has none.
const policy::RecordType* oversight_of(const policy::Pack& pack) {
    for (const auto& [id, type] : pack.record_types)
        if (type.is_like("oversight") && id != "oversight" && type.belongs_to.empty() && type.about == "child")
            return &type;
    return nullptr;
}

// A worker goes to see the child; a manager writes to the child's worker, in the record.
Html press_for(const House& house, const NotSeen& one, StartOf whose) {
    if (whose == StartOf::Worker)
        return link_button(path_to_meet(house, one.item->record, one.item->obligation), "Record a visit", "to " + one.child->first_name);
    auto authority = house.door.authority();
    const auto* worker = authority->worker(one.child->allocated);
    const auto* type = oversight_of(house.pack());
    return worker && type ? link_button(path("/children/{}/note?type={}", one.child->record.hex(), type->id),
                                        "Write to " + split(worker->full_name, ' ').front(), "about " + one.child->first_name)
                          : link_button(path("/children/{}", one.child->record.hex()), "Read " + possessive(one.child->first_name) + " record", "");
}

void add_not_seen(const House& house, const Caller& caller, const Caseload& caseload, std::vector<StartHereCard>& cards, StartOf whose) {
    auto all = past_the_date(caseload, house.today());
    put_in_order(house, caller, all);
    for (const auto& one : all) {
        auto days = plural(static_cast<std::size_t>(one.days), "day", "days");
        auto last = one.child->seen_alone ? "Last: " + calendar::in_words(*one.child->seen_alone) + "." : std::string("Not seen alone yet.");
        auto words = whose == StartOf::Worker ? one.child->first_name + " has not been seen alone for " + days + "." : one.child->child + ": not seen alone for " + days + ".";
        cards.push_back({words, Phrase(last), press_for(house, one, whose)});
    }
}

// `by`: what this worker owes; zero: whoever owes it.
void add_owed(const House& house, const std::vector<access::OwedItem>& list, WorkerNumber by, std::vector<StartHereCard>& cards) {
    for (const auto& item : list) {
        const auto& owed = item.obligation;
        bool is_hers = by.is_zero() || std::find(item.owed_by.begin(), item.owed_by.end(), by) != item.owed_by.end();
        if (is_about_being_seen(owed) || !is_hers)
            continue;
        cards.push_back({capital(noun(house, owed)) + ", " + item.first_name + ": " + state_words(owed) + ".", Phrase(reason_words(house, owed) + "."),
                         link_button(path_to_meet(house, item.record, owed), act_words(house, owed), noun(house, owed) + ", " + item.first_name)});
    }
}

void add_old_drafts(const House& house, const Caller& caller, const Caseload& caseload, std::vector<StartHereCard>& cards) {
    for (const auto& draft : house.desk.drafts_of(caller.worker())) {
        if (house.now() - draft.updated < std::chrono::hours(24))
            continue;
        const auto* child = draft.record ? caseload.child(*draft.record) : nullptr;
        auto about = child ? " to " + child->first_name : std::string();
        const auto* type = house.pack().record_type(draft.record_type);
        cards.push_back({"Your " + std::string(type ? fold(type->name) : "note") + about + " is a draft.",
                         Phrase("You last wrote in it at " + calendar::in_words(draft.updated) + "."),
                         link_button(path("/drafts/{}", draft.draft.hex()), "Go on", "with it")});
    }
}

} // namespace

Html start_here_of(const House& house, const Caller& caller, const Caseload& caseload, std::span<const access::OpenRecord> own, StartOf whose) {
    std::vector<StartHereCard> cards;
    add_what_children_wrote(own, caller, cards, house.today());
    add_not_seen(house, caller, caseload, cards, whose);
    auto whom = whose == StartOf::Worker ? WorkerNumber{} : caller.worker(); // of a manager: what she owes herself
    add_owed(house, caseload.late, whom, cards);
    add_owed(house, caseload.due_today, whom, cards);
    if (whose == StartOf::Worker)
        add_old_drafts(house, caller, caseload, cards);
    if (cards.size() > most_cards)
        cards.resize(most_cards);
    if (cards.empty())
        return Html();
    Details why;
    why.summary = "Why these three";
    why.content = html("<p class=\"govuk-body\">First a child who wrote to you; then a child past the date for being seen, longest first; then a "
                       "note that is late; then a note due today; then a draft older than a day. Children on a plan come first, then the youngest.</p>");
    return start_here(cards) + details(why);
}

} // namespace lifestory::web::pages
