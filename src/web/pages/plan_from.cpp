#include "web/pages/plan_from.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/owed.h"
#include "web/pages/pulled_through.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::PlannedAction;
using record::StoryEntry;

std::string with_day(const StoryEntry& story) { return fmt::format("{}, {}", capital(story.name()), calendar::in_words(story.day())); }

constexpr std::string_view agreed_item = "agreed-since", actions_item = "actions";

bool may_write_plan(const House& house, const access::OpenRecord& open) {
    return house.pack().record_type(record::plan_type) && sees_all(open) && open.may(access::Act::Write, on_type(house, record::plan_type));
}

bool is_same(const record::Action& left, const record::Action& right) { return left.what == right.what && left.who == right.who && left.by == right.by; }

bool is_written_after(const StoryEntry& plan, const StoryEntry& meeting) { return plan.entry.recorded_at >= meeting.entry.recorded_at; }

// What the plan says already, itself or by naming one of its goals, is not written twice; nor what a plan since the meeting took up, though a later one let it go.
std::vector<PlannedAction> not_in_the_plan(const record::Child& child, const StoryEntry& meeting) {
    auto agreed = record::actions_in(child, meeting);
    const auto plans = record::plans_in(child);
    for (const auto* plan : plans)
        if (plan == plans.front() || is_written_after(*plan, meeting)) {
            const auto held = record::actions_in(child, *plan);
            const bool is_since = is_written_after(*plan, meeting); // then in its writer's words: another day or person is still that action
            std::erase_if(agreed, [&](const auto& one) {
                return one.is_done() || std::ranges::any_of(held, [&](const auto& other) { return is_since ? one.action.what == other.action.what : is_same(one.action, other.action); });
            });
        }
    return agreed;
}

std::string decided_in(const StoryEntry& meeting) { return trim(record::words_now(meeting, "decided")); }

// What it agreed to do is offered until a plan has it or it is done, whoever wrote a plan in between; of meetings before the first plan nothing is.
bool has_something_for_the_plan(const record::Child& child, const StoryEntry& meeting) {
    if (meeting.withdrawn())
        return false;
    const auto plans = record::plans_in(child);
    const bool is_since = plans.empty() || !is_written_after(*plans.front(), meeting);
    if (is_since && !decided_in(meeting).empty())
        return true;
    return (is_since || meeting.day() >= plans.back()->day()) && !not_in_the_plan(child, meeting).empty();
}

void add_action(desk::Fields& fields, const record::Action& action) {
    const auto name = fmt::format("item.{}.{}", actions_item, rows_in(fields, fmt::format("item.{}", actions_item)) + 1);
    fields[name + ".what"] = action.what;
    fields[name + ".who"] = action.who;
    if (action.by)
        put_day(fields, name + ".by", *action.by);
    fields[name + ".serves"] = action.serves;
}

bool holds_action(const desk::Fields& fields, const record::Action& action) {
    for (int n = 1; n <= rows_in(fields, fmt::format("item.{}", actions_item)); ++n) {
        const auto name = fmt::format("item.{}.{}", actions_item, n);
        if (field(fields, name + ".what") == action.what && field(fields, name + ".who") == action.who)
            return true;
    }
    return false;
}

// Where it was agreed stands before the words, so that whoever reads the plan can ask for it.
void add_agreed(const House& house, desk::Fields& fields, const record::Child& child, const StoryEntry& meeting) {
    const auto before = rows_in(fields, fmt::format("item.{}", actions_item));
    for (const auto& one : not_in_the_plan(child, meeting))
        if (!holds_action(fields, one.action))
            add_action(fields, one.action);
    put_pulled_rows(fields, {std::string(actions_item), with_day(meeting), meeting.entry.id}, before + 1);
    const auto* type = house.pack().record_type(record::plan_type);
    const auto decided = decided_in(meeting);
    if (decided.empty() || !type->item(agreed_item))
        return;
    const auto name = fmt::format("item.{}", agreed_item);
    const auto words = fmt::format("{}: {}", with_day(meeting), decided);
    auto& agreed = fields[name];
    if (agreed.find(words) != std::string::npos)
        return;
    agreed += (agreed.empty() ? "" : "\n\n") + words;
    put_pulled(fields, {std::string(agreed_item), with_day(meeting), meeting.entry.id}, words);
}

// The plan that this caller is writing already.
std::optional<desk::Draft> plan_being_written(const House& house, const Caller& caller, const access::OpenRecord& open) {
    for (const auto& draft : house.desk.drafts_of(caller.worker()))
        if (draft.record == open.record && draft.record_type == record::plan_type)
            return draft;
    return std::nullopt;
}

Response put_into_plan(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto open = open_child(house, call);
    const auto* meeting = open ? open->child->find(entry_at(call)) : nullptr;
    if (!meeting || meeting->entry.id != entry_at(call) || !can_take_up(house, *open, *meeting))
        return not_found(house);
    auto draft = keep_plan(house, caller, *open, plan_with_agreed(house, caller, *open, *meeting), form_number(call));
    if (!draft)
        return not_found(house);
    return redirect(url("/drafts/" + draft->draft.hex() + "#part-what-happens-next"));
}

bool has_closed_words(const StoryEntry& plan, const std::string& item) {
    return std::any_of(plan.closings.begin(), plan.closings.end(), [&](const auto& closing) { return closing.what.sentence.item == item; });
}

void leave_out_what_is_done(record::Form& form, const record::Child& child, const StoryEntry& plan) {
    std::set<std::uint32_t> done;
    for (const auto& one : record::actions_in(child, plan))
        if (one.is_done())
            done.insert(one.place);
    std::uint32_t place = 0;
    for (auto& answer : form.answers)
        if (auto* actions = std::get_if<record::Actions>(&answer.value))
            std::erase_if(actions->actions, [&](const auto&) { return done.contains(++place); });
}

// Where a goal stands is somebody's word of one day.
void ask_anew_where_it_stands(record::Form& form) {
    constexpr std::size_t scale = 2; // goal, why, where it is today and who says so
    for (auto& answer : form.answers)
        if (auto* rows = std::get_if<record::Rows>(&answer.value); rows && answer.item == "goals")
            for (auto& row : rows->rows)
                if (row.size() > scale)
                    row[scale].clear();
}

} // namespace

// As the words read now: put right where they were, and without those that were closed. Of rows with closed words none is carried on.
// What is done is not, nor are anybody's views, who had a part in it, where a goal stands and what was agreed since: they are asked for anew.
desk::Fields carried_on(const House& house, const record::Child& child, const StoryEntry& plan) {
    auto form = *plan.form();
    leave_out_what_is_done(form, child, plan);
    ask_anew_where_it_stands(form);
    std::erase_if(form.answers, [&](const auto& answer) {
        return answer.type == "views" || answer.type == "yes-no" || answer.type == "choices" || answer.item == agreed_item || (has_closed_words(plan, answer.item) && !std::holds_alternative<record::Text>(answer.value));
    });
    for (auto& answer : form.answers)
        if (auto* text = std::get_if<record::Text>(&answer.value))
            text->words = trim(record::words_now(plan, answer.item));
    auto fields = fields_of(form);
    put_day(fields, "when", house.today());
    fields["belongs-to"] = plan.entry.id.hex();
    for (const auto& answer : form.answers) {
        const Pulled pulled{answer.item, with_day(plan), plan.entry.id};
        if (const auto* text = std::get_if<record::Text>(&answer.value))
            put_pulled(fields, pulled, text->words);
        else
            put_pulled_rows(fields, pulled);
    }
    return fields;
}

std::string PlanWithAgreed::state() const { return stands + "." + (draft ? draft->draft.hex() + "." + std::to_string(draft->version) : "none"); }

bool can_take_up(const House& house, const access::OpenRecord& open, const StoryEntry& meeting) {
    return may_write_plan(house, open) && has_something_for_the_plan(*open.child, meeting);
}

PlanWithAgreed plan_with_agreed(const House& house, const Caller& caller, const access::OpenRecord& open, const StoryEntry& meeting) {
    const auto plans = record::plans_in(*open.child);
    PlanWithAgreed plan{plan_being_written(house, caller, open), {}, {}, not_in_the_plan(*open.child, meeting), plans.empty() ? "none" : plans.front()->entry.id.hex()};
    if (plan.draft && plan.draft->version > 0)
        plan.before = plan.draft->fields;
    plan.after = !plan.before.empty() ? plan.before : plans.empty() ? desk::Fields{} : carried_on(house, *open.child, *plans.front());
    if (plan.before.empty() && plans.empty())
        put_day(plan.after, "when", house.today());
    add_agreed(house, plan.after, *open.child, meeting);
    std::erase_if(plan.after, [](const auto& one) { return one.second.empty(); });
    return plan;
}

Result<desk::Draft> keep_plan(const House& house, const Caller& caller, const access::OpenRecord& open, const PlanWithAgreed& plan, FormNumber form) {
    auto draft = plan.draft ? *plan.draft : TRY(house.desk.begin_draft({form, caller.writer(), open.record, std::string(record::plan_type)}, house.now()));
    if (draft.record != open.record || draft.record_type != record::plan_type || draft.signed_as)
        return refuse("not-found", "Page not found");
    if (!plan.draft && draft.version > 0) // pressed twice
        return draft;
    if (plan.after != plan.before) {
        const auto saved = TRY(house.desk.save({draft.draft, draft.version, plan.after, "", caller.writer(), house.now()}));
        if (!saved.differences.empty())
            return refuse("written-meanwhile", "The plan was written in meanwhile");
    }
    return draft;
}

Html press_into_plan(const House& house, const Caller& caller, const access::OpenRecord& open, const StoryEntry& meeting) {
    if (!can_take_up(house, open, meeting))
        return Html();
    Button press{html("Put into {} plan<span class=\"govuk-visually-hidden\"> what the {} of {} agreed</span>", possessive(open.child->first_name()), within_a_sentence(meeting.name()),
                      calendar::in_words(meeting.day()))};
    press.classes = "govuk-button--secondary";
    PostForm form{path("/children/{}/plan/from/{}", open.record.hex(), meeting.entry.id.hex()), caller.session.csrf, FormNumber::random().hex(), button(press), "", "", {}};
    return post_form(form);
}

std::vector<http::Route> plan_from_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Post, "/children/{child}/plan/from/{entry}", http::Reach::Worker, to(put_into_plan)}};
}

} // namespace lifestory::web::pages
