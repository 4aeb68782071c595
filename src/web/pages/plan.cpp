#include "web/pages/plan.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/say_outcome.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/agreement.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/entry_words.h"
#include "web/pages/form_reading.h"
#include "web/pages/goal_scale.h"
#include "web/pages/goals_served.h"
#include "web/pages/guidance.h"
#include "web/pages/owed.h"
#include "web/pages/plan_from.h"
#include "web/pages/plan_since.h"
#include "web/pages/risks.h"
#include "web/pages/versions.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::Goal;
using record::PlannedAction;
using record::StoryEntry;

bool may_write_plan(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(record::plan_type) && open.may(access::Act::Write, on_type(house, record::plan_type));
}

bool may_say_outcome(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(record::outcome_type) && open.may(access::Act::Write, on_type(house, record::outcome_type));
}

// ---- what is to be done

std::string state_of(const House& house, const PlannedAction& one) {
    if (one.is_done())
        return "Done";
    if (one.action.by && *one.action.by < house.today())
        return (one.outcome ? "Late: not done by " : "Late: nobody has said that it was done by ") + calendar::in_words(*one.action.by);
    return one.outcome ? "Not done yet" : "To do";
}

Html action_item(const House& house, const access::OpenRecord& open, const StoryEntry& plan, const PlannedAction& one) {
    const auto& action = one.action;
    auto who = action.who.empty() ? std::string("nobody is named") : action.who;
    auto by = action.by ? "by " + calendar::in_words(*action.by) : std::string("no day is named");
    auto from = one.from == &plan ? Html()
                                  : html(" From the <a class=\"govuk-link\" href=\"{}\">{} of {}</a>.", path("/children/{}/entries/{}", open.record.hex(), one.from->entry.id.hex()),
                                         within_a_sentence(one.from->name()), calendar::in_words(one.from->day()));
    const auto happened = one.what_happened();
    auto came = one.outcome ? html("<br>{} ({}, {})", happened.empty() ? std::string("What came of it is not written down.") : happened, one.outcome->entry.said.recorded_by.full_name, day_of(one.outcome->entry.recorded_at)) : Html();
    auto say = one.is_done() || !may_say_outcome(house, open)
                   ? Html()
                   : html("<br><a class=\"govuk-link\" href=\"{}\">Say what happened<span class=\"govuk-visually-hidden\">: {}</span></a>",
                          path("/children/{}/plan/actions/{}/{}", open.record.hex(), one.from->entry.id.hex(), std::to_string(one.place)), action.what);
    return html("<li><strong>{}.</strong> {}: {}, {}.{}{}{}</li>", state_of(house, one), action.what, who, by, from, came, say);
}

Html actions_list(const House& house, const access::OpenRecord& open, const StoryEntry& plan, const std::vector<PlannedAction>& all, const std::string& goal) {
    Html rows;
    for (const auto& one : all)
        if (one.action.serves == goal)
            rows += action_item(house, open, plan, one);
    return rows.empty() ? html("<p class=\"govuk-body\">Nothing is to be done for it yet.</p>") : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

Html goal_card(const House& house, const access::OpenRecord& open, const std::vector<const StoryEntry*>& plans, const Goal& goal, const std::vector<PlannedAction>& all,
               std::size_t turn) {
    const auto& plan = *plans.front();
    SummaryList list;
    list.card = SummaryCard{Phrase(goal.words), 3, {}, {}, {}, {}, {}};
    auto add = [&](std::string_view key, const Html& value) { list.rows.push_back({{Phrase(std::string(key)), ""}, {Phrase(value), ""}, "", {}, ""}); };
    add("Why", goal.why.empty() ? html("<strong>No reason is written down.</strong>") : html("{}", goal.why));
    if (!goal.scale.empty())
        add("Where it is today", html("{}", goal.scale) + scale_line(scale_over_time(plans, goal.words), fmt::format("scale-{}", turn), goal.words));
    add("What will be done", actions_list(house, open, plan, all, goal.words));
    if (auto written = written_for(open, plan, goal.words); !written.empty())
        add("Visits, notes and meetings for it", written);
    return summary_list(list);
}

bool serves_no_goal(const PlannedAction& one, const std::vector<Goal>& goals) {
    return std::none_of(goals.begin(), goals.end(), [&](const auto& goal) { return goal.words == one.action.serves; });
}

// What names no goal, so that nothing of the plan is lost from the page.
Html rest_of_actions(const House& house, const access::OpenRecord& open, const StoryEntry& plan, const std::vector<Goal>& goals, const std::vector<PlannedAction>& all) {
    Html rows;
    for (const auto& one : all)
        if (serves_no_goal(one, goals))
            rows += action_item(house, open, plan, one);
    return rows.empty() ? Html() : html("<h3 class=\"govuk-heading-s\">Also to be done</h3><ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

// ---- its words, and the version before

// Beneath a heading that says what it is: prose without its own label, people's views each with theirs.
Html words_of_item(const access::OpenRecord& open, const StoryEntry& plan, std::string_view item) {
    const auto* answer = plan.form()->find(item);
    if (!answer)
        return Html();
    const auto as_it_reads = words_of_items(plan);
    if (const auto* text = std::get_if<record::Text>(&answer->value)) {
        const auto changed = as_it_reads.find(item);
        return changed != as_it_reads.end() ? changed->second : paragraphs(text->words);
    }
    Html all;
    for (const auto& part : read_parts({plan.form()->record_type, plan.form()->name, {*answer}}, open.child->first_name(), Reader::Worker, as_it_reads))
        all += part.content;
    return all;
}

Html section(std::string_view title, const Html& words) {
    return words.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">{}</h2>{}", title, words);
}

Html version_before(const House& house, const access::OpenRecord& open, const StoryEntry& plan) {
    const auto versions = versions_of(house, *open.child, plan);
    if (versions.size() < 2)
        return Html();
    Html others;
    for (std::size_t i = 1; i < versions.size(); ++i)
        others += html("<li><a class=\"govuk-link\" href=\"{}\">The plan of {}</a></li>", path("/children/{}/entries/{}", open.record.hex(), versions[i]->entry.id.hex()),
                       day_of_version(versions, i));
    return html("<h2 class=\"govuk-heading-m\">What is different from the plan of {}</h2>{}<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Beside the one before</a></p>"
                "<ul class=\"govuk-list\">{}</ul>", day_of_version(versions, 1), what_changed(*versions[0], *versions[1]),
                path("/children/{}/entries/{}/beside", open.record.hex(), plan.entry.id.hex()), others);
}

Html way_to_write(const House& house, const Call& call, const access::OpenRecord& open, bool is_first) {
    if (!may_write_plan(house, open))
        return Html();
    if (is_first) {
        Button write{"Write the plan"};
        write.href = path("/children/{}/note?type={}", open.record.hex(), record::plan_type);
        return button(write);
    }
    PostForm form{path("/children/{}/plan/next", open.record.hex()), call.caller<Caller>().session.csrf, FormNumber::random().hex(), button({"Write the next version"}), "", "", {}};
    return post_form(form);
}

Html plan_words(const House& house, const access::OpenRecord& open, const std::vector<const StoryEntry*>& plans) {
    const auto& plan = *plans.front();
    const auto goals = record::goals_in(plan);
    const auto actions = record::actions_for(*open.child, plan);
    Html cards;
    for (const auto& goal : goals)
        cards += goal_card(house, open, plans, goal, actions, static_cast<std::size_t>(&goal - goals.data()) + 1);
    const auto kind = join(plan.form()->chosen("plan-kind"), ", ");
    auto top = html("<p class=\"govuk-body\">{}, {}. Written by {}. <a class=\"govuk-link\" href=\"{}\">Read it as it was signed</a></p>", capital(kind.empty() ? plan.name() : kind),
                    calendar::in_words(plan.day()), joined(plan.entry.said.recorded_by), path("/children/{}/entries/{}", open.record.hex(), plan.entry.id.hex()));
    return top + agreement_line(house, open, plan) + section("What we are worried about", words_of_item(open, plan, "worries")) + section("What is going well", words_of_item(open, plan, "going-well")) +
           section("What we want to change", cards + rest_of_actions(house, open, plan, goals, actions)) + since_the_last_meeting(house, open) +
           section("What meetings agreed since the plan before", words_of_item(open, plan, "agreed-since")) +
           section("What happens if nothing changes", words_of_item(open, plan, "nothing-changes")) +
           section("What " + open.child->first_name() + " thinks of it", words_of_item(open, plan, "child-views")) +
           section("What family and others think of it", words_of_item(open, plan, "others-said")) + version_before(house, open, plan);
}

// Where it stands, what it says in short is read there.
Html papers_of_plans(const House& house, const access::OpenRecord& open) {
    Html rows;
    for (const auto* paper : plan_papers(house, *open.child))
        rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a></li>", path("/children/{}/entries/{}", open.record.hex(), paper->entry.id.hex()), capital(paper->name()),
                     calendar::in_words(paper->day()));
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Plans that are papers of their own</h2><ul class=\"govuk-list\">{}</ul>", rows);
}

// A plan can hold by law or decision before its goals are written down.
Html no_plan_yet(const House& house, const access::OpenRecord& open) {
    auto words = html("<p class=\"govuk-body\">No plan with goals is written yet.</p>");
    for (const auto* one : open.child->episodes_on(calendar::london_day(house.now())))
        if (const auto& form = one->now().form; house.pack().is_like(form.record_type, "plan"))
            words += html("<p class=\"govuk-body\">{}, since {}: what is to change, who does what and by when is not written down here.</p>", form.name,
                          calendar::in_words(one->now().started));
    return words;
}

Response show_plan(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    const auto name = open->child->first_name();
    auto frame = child_frame(house, caller, *open, "Plan");
    frame.heading = possessive(name) + " plan";
    frame.banner = banner_for(house, *open, done_code(call));
    frame.print = print_frame(house, caller, *open, "Plan");
    const auto plans = record::plans_in(*open->child);
    auto words = plans.empty() ? no_plan_yet(house, *open) : plan_words(house, *open, plans);
    return shown(frame, way_to_write(house, call, *open, plans.empty()) + child_navigation(*open, "plan") + risks_of(*open) + words + papers_of_plans(house, *open));
}

// ---- the next version: what was said before, to be looked at

Response begin_next(const House& house, const Call& call) {
    auto open = open_child(house, call);
    const auto plans = open ? record::plans_in(*open->child) : std::vector<const StoryEntry*>();
    if (!open || !sees_all(*open) || !may_write_plan(house, *open) || plans.empty())
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    auto draft = house.desk.begin_draft({form_number(call), caller.writer(), open->record, std::string(record::plan_type)}, house.now());
    if (!draft)
        return not_found(house);
    if (draft->version == 0 && !house.desk.save({draft->draft, 0, carried_on(house, *open->child, *plans.front()), "", caller.writer(), house.now()}))
        return not_found(house);
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

// ---- what came of it

struct ActionOpened {
    access::OpenRecord open;
    PlannedAction action;
};

Result<ActionOpened> action_opened(const House& house, const Call& call) {
    auto open = TRY(open_child(house, call));
    const auto* story = open.child->find(entry_at(call));
    if (!story || story->entry.id != entry_at(call) || !sees_all(open) || !may_say_outcome(house, open))
        return refuse("not-found", "Page not found");
    for (const auto& one : record::actions_in(*open.child, *story))
        if (std::to_string(one.place) == call.parameter("place"))
            return ActionOpened{std::move(open), one};
    return refuse("not-found", "Page not found");
}

Response outcome_page(const House& house, const Call& call, const ActionOpened& one, const Refusals& refusals) {
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    auto frame = child_frame(house, call.caller<Caller>(), one.open, "Say what happened");
    frame.back = BackLink{plan_path(one.open.record), possessive(one.open.child->first_name()) + " plan"};
    frame.refusals = refusals;
    const auto& action = one.action.action;
    auto words = html("<p class=\"govuk-body-l\">{}</p><p class=\"govuk-body\">{}{}</p>", action.what, action.who.empty() ? std::string("Nobody is named") : action.who,
                      action.by ? ", by " + calendar::in_words(*action.by) : std::string());
    auto content = choose(asked, "done", "Was it done?", {{"yes", "Yes"}, {"no", "Not yet"}}) + box(asked, "happened", "What happened", "Who did what, and when. Not done: what came between.");
    PostForm form{path("/children/{}/plan/actions/{}/{}", one.open.record.hex(), one.action.from->entry.id.hex(), std::to_string(one.action.place)),
                  call.caller<Caller>().session.csrf, form_number(call).hex(), content + button({"Keep this"}), "", "", {}};
    return shown(frame, words + post_form(form) + guidance_for(house, record::outcome_type));
}

Response show_outcome(const House& house, const Call& call) {
    auto one = action_opened(house, call);
    return one ? outcome_page(house, call, *one, {}) : not_found(house);
}

Response keep_outcome(const House& house, const Call& call) {
    auto one = action_opened(house, call);
    if (!one)
        return not_found(house);
    const auto done_said = said(call, "done");
    const auto done_field = done_said == "yes" || done_said == "no" ? std::optional(done_said == "yes") : std::nullopt;
    auto writing = casework::say_outcome(act_of_form(house, call), *one->open.child, {one->action.from->entry.id, one->action.place, done_field, said(call, "happened")});
    Keeping keeping{access::Act::Write, on_type(house, record::outcome_type), done(plan_path(one->open.record), "outcome-kept")};
    return keep_in_record(house, call, one->open, keeping, writing, [&](const Refusals& refusals) { return outcome_page(house, call, *one, refusals); });
}

} // namespace

Html actions_of(const House& house, const access::OpenRecord& open, const StoryEntry& story) {
    Html rows;
    for (const auto& one : record::actions_in(*open.child, story))
        rows += action_item(house, open, story, one);
    return rows.empty() ? Html() : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

std::vector<const StoryEntry*> plan_papers(const House& house, const record::Child& child) {
    std::map<std::string, const StoryEntry*> newest;
    for (const auto& story : child.story) {
        const bool is_paper = story.form() && !std::holds_alternative<record::Episode>(story.entry.content) && house.pack().is_like(story.record_type(), "plan");
        if (!is_paper || story.withdrawn() || story.day() > house.today())
            continue;
        auto& of_kind = newest[std::string(story.record_type())];
        if (!of_kind || of_kind->day() <= story.day())
            of_kind = &story;
    }
    std::vector<const StoryEntry*> all;
    for (const auto& [type, story] : newest)
        all.push_back(story);
    std::ranges::stable_sort(all, [](const auto* left, const auto* right) { return left->day() > right->day(); });
    return all;
}

Url plan_path(RecordNumber child) { return path("/children/{}/plan", child.hex()); }

std::vector<http::Route> plan_routes(const House& house) {
    auto to = handlers_of(house);
    using http::Method;
    using http::Reach;
    return {{Method::Get, "/children/{child}/plan", Reach::Worker, to(show_plan)},
            {Method::Post, "/children/{child}/plan/next", Reach::Worker, to(begin_next)},
            {Method::Get, "/children/{child}/plan/actions/{entry}/{place}", Reach::Worker, to(show_outcome)},
            {Method::Post, "/children/{child}/plan/actions/{entry}/{place}", Reach::Worker, to(keep_outcome)}};
}

} // namespace lifestory::web::pages
