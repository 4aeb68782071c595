#include "web/pages/plans_of_meeting.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/meetings.h"
#include "web/pages/owed.h"
#include "web/pages/plan_from.h"
#include "web/pages/preparing_meeting.h"
#include "web/pages/same_visit.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

// One child's own part of the meeting, with the plan as it would be.
struct PlanOfChild {
    access::OpenRecord open;
    EntryId entry;
    bool is_left = false; // something of it is left for this child's plan
    PlanWithAgreed plan;

    const StoryEntry& meeting() const { return *open.child->find(entry); }
    std::string first_name() const { return open.child->first_name(); }
    std::string state_field() const { return "plan." + open.record.hex(); }
    bool stands_there() const { return is_left && plan.draft && plan.after == plan.before; }
    bool is_to_be_put() const { return is_left && !stands_there(); }
};

bool writes_plans(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(record::plan_type) && sees_all(open) && open.may(access::Act::Write, on_type(house, record::plan_type));
}

PlanOfChild plan_of(const House& house, const Caller& caller, access::OpenRecord open, const EntryId& entry) {
    PlanOfChild one{std::move(open), entry, false, {}};
    one.is_left = can_take_up(house, one.open, one.meeting());
    if (one.is_left)
        one.plan = plan_with_agreed(house, caller, one.open, one.meeting());
    return one;
}

// This child's first; of the others those whose plans this caller writes.
Result<std::vector<PlanOfChild>> plans_at(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto entry = TRY(entry_opened(house, call));
    if (!entry.story->form() || entry.story->withdrawn() || !house.pack().is_like(entry.record_type(), "meeting") || !writes_plans(house, entry.open))
        return refuse("not-found", "Page not found");
    auto others = notes_of_the_others(house, caller, entry);
    std::vector<PlanOfChild> all;
    const auto id = entry.id();
    all.push_back(plan_of(house, caller, std::move(entry.open), id));
    for (auto& [open, story] : others)
        if (writes_plans(house, open) && !open.child->find(story)->withdrawn())
            all.push_back(plan_of(house, caller, std::move(open), story));
    return all;
}

Url own_path(const PlanOfChild& own) { return path("/children/{}/entries/{}/plans", own.open.record.hex(), own.entry.hex()); }

Html actions_to_put(const PlanOfChild& one) {
    Html rows;
    for (const auto& planned : one.plan.actions)
        rows += html("<li>{}{}{}</li>", planned.action.what, planned.action.who.empty() ? "" : ", " + planned.action.who, planned.action.by ? ", by "
                + calendar::in_words(*planned.action.by) : "");
    return rows.empty() ? html("<p class=\"govuk-body\">What was decided.</p>") : html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

Html of_child(const PlanOfChild& one) {
    auto heading = html("<h2 class=\"govuk-heading-m\" id=\"{}\">{} plan</h2>", one.state_field(), possessive(one.first_name()));
    if (!one.is_left)
        return heading + html("<p class=\"govuk-body\">Nothing of this meeting is left for it.</p>");
    auto to_it = one.plan.draft ? html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Go on with the plan<span class=\"govuk-visually-hidden\"> for {}</span></a>"
            "</p>",
                                       path("/drafts/{}", one.plan.draft->draft.hex()), one.first_name())
                                : Html();
    if (one.stands_there())
        return heading + html("<p class=\"govuk-body\">It stands in the plan that you are writing. Nothing of it counts before you sign that plan.</p>") + to_it;
    return heading + actions_to_put(one) + to_it;
}

Response plans_page(const House& house, const Call& call, const std::vector<PlanOfChild>& all, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const auto& own = all.front();
    auto frame = child_frame(house, caller, own.open, "Put into the plans");
    frame.heading = "What the " + within_a_sentence(own.meeting().name()) + " of " + calendar::in_words(own.meeting().day()) + " agreed";
    frame.refusals = refusals;
    frame.back = BackLink{meetings_path(own.open.record), "Meetings about " + own.first_name()};
    if (done_code(call) == "kept")
        frame.banner = NotificationBanner{BannerKind::Success, Phrase("Put into the plans. Read each, and sign it.")};
    Html content, states;
    std::vector<std::string> whose;
    for (const auto& one : all) {
        content += of_child(one);
        states += one.is_left ? hidden_input(one.state_field(), one.plan.state()) : Html();
        if (one.is_to_be_put())
            whose.push_back(possessive(one.first_name()));
    }
    if (!whose.empty())
        content += post_form({own_path(own), caller.session.csrf, form_number(call).hex(), states + button({Phrase("Put into " + in_a_row(whose) + (whose.size() == 1 ? " plan"
                : " plans"))})});
    return shown(frame, content);
}

// Where the page was shown before the plan changed, nothing is put into it.
Outcome put_into(const House& house, const Call& call, const PlanOfChild& one) {
    const auto changed = refuse("changed-meanwhile", possessive(one.first_name()) + " plan changed meanwhile, and nothing was put into it. Look at it, then press again",
            one.state_field());
    if (call.form.get(one.state_field()) != one.plan.state())
        return changed;
    auto kept = keep_plan(house, call.caller<Caller>(), one.open, one.plan, form_of_record(form_number(call), one.open.record));
    return kept ? Outcome(Nothing{}) : Outcome(changed);
}

Response show_plans(const House& house, const Call& call) {
    auto all = plans_at(house, call);
    return all ? plans_page(house, call, *all, {}) : not_found(house);
}

Response put_into_plans(const House& house, const Call& call) {
    auto all = plans_at(house, call);
    if (!all)
        return not_found(house);
    Refusals refusals;
    for (const auto& one : *all)
        if (one.is_to_be_put())
            if (auto put = put_into(house, call, one); !put)
                refusals.push_back(put.refusal());
    if (refusals.empty())
        return redirect(done(own_path(all->front()), "kept"));
    auto now = plans_at(house, call); // with what was put into the others
    return now ? plans_page(house, call, *now, refusals) : not_found(house);
}

} // namespace

Html way_to_plans_of_all(const House& house, const Caller& caller, const access::OpenRecord& open, const StoryEntry& meeting) {
    const auto* held = std::get_if<record::Meeting>(&meeting.entry.content);
    if (!held || !held->one_meeting || meeting.withdrawn() || !writes_plans(house, open))
        return Html();
    const auto others = notes_of_the_others(house, caller, {open, open.child->find(meeting.entry.id)});
    if (std::ranges::none_of(others, [&](const auto& other) { return writes_plans(house, other.first); }))
        return Html();
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Put into the plans of all its children"
                "<span class=\"govuk-visually-hidden\"> what the {} of {} agreed</span></a></p>",
                path("/children/{}/entries/{}/plans", open.record.hex(), meeting.entry.id.hex()), within_a_sentence(meeting.name()), calendar::in_words(meeting.day()));
}

std::vector<http::Route> plans_of_meeting_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/plans", http::Reach::Worker, to(show_plans)},
            {http::Method::Post, "/children/{child}/entries/{entry}/plans", http::Reach::Worker, to(put_into_plans)}};
}

} // namespace lifestory::web::pages
