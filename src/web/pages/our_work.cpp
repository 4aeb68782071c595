#include "web/pages/our_work.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/record_work.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/draft_view.h"
#include "web/pages/form_reading.h"
#include "web/pages/owed.h"
#include "web/pages/posted_words.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::chrono::days shown_ahead{31};

// ---- what is owed

bool is_about_work(const policy::RecordType& type) { return type.about == "worker" || type.about == "team" || type.about == "authority"; }

Html sum_of(const House& house, const WorkOwed& one) {
    Html lines;
    for (const auto& step : one.sum.steps)
        lines += html("<li>{}: {}</li>", calendar::with_weekday(step.day), calendar::describe(step));
    for (const auto& id : one.owed.clauses)
        if (auto clause = house.pack().clauses.find(id); clause != house.pack().clauses.end())
            lines += html("<li>The rule: {}</li>", clause->second.says);
    Details sum;
    sum.summary = Phrase(html("How this date was counted<span class=\"govuk-visually-hidden\">: {}, {}</span>", one.owed.name, one.of_whom));
    sum.content = html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", lines);
    return details(sum);
}

// ---- what was signed

bool names(const record::Entry& entry, WorkerNumber worker) {
    const auto* form = record::form_of(entry.content);
    return form && std::ranges::any_of(form->answers, [&](const auto& answer) {
        const auto* people = std::get_if<record::People>(&answer.value);
        return people && answer.type == "worker" && std::ranges::any_of(people->there, [&](const auto& there) { return there.worker == worker; });
    });
}

bool may_read(const record::Authority& authority, const record::Entry& entry, WorkerNumber reader) {
    const auto& writer = entry.said.recorded_by.worker;
    return record::form_of(entry.content) && (writer == reader || names(entry, reader) || authority.stands_above(reader, writer));
}

std::string name_of(const record::Entry& entry) {
    const auto& form = *record::form_of(entry.content);
    std::string whose;
    for (const auto& answer : form.answers)
        if (const auto* people = std::get_if<record::People>(&answer.value); people && answer.type == "worker" && !people->there.empty())
            whose = ", " + people->there.front().full_name;
    return form.name + whose + ", " + calendar::in_words(entry.said.happened_on.value_or(calendar::london_day(entry.recorded_at)));
}

PageFrame frame_of(const House& house, const Caller& caller, std::string heading) {
    auto frame = frame_for(house, caller);
    frame.act = heading;
    frame.heading = std::move(heading);
    frame.back = caller.manages() ? BackLink{url("/team"), "Team"} : BackLink{url("/supervision"), "Supervision"};
    return frame;
}

// What the entry met too late, and why.
Html lateness_of_work(const House& house, const Caller& caller, const record::Entry& entry) {
    Html lines;
    for (const auto& one : work_owed_around(house, caller.worker()))
        if (one.owed.state == policy::State::MetLate && one.owed.met_by == entry.id)
            lines += html("<p class=\"govuk-body\">{}: {}.</p>", work_words(one), state_words(one.owed));
    const auto* why = record::lateness_of(entry.content);
    return why && *why ? lines + html("<p class=\"govuk-body\">Why it was late: {}</p>", (*why)->reason) : lines;
}

Response show_one(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto authority = house.door.authority();
    auto id = EntryId::parse(call.parameter("entry"));
    auto found = std::ranges::find_if(authority->work, [&](const auto& entry) { return id && entry.id == *id && may_read(*authority, entry, caller.worker()); });
    if (found == authority->work.end())
        return not_found(house);
    auto frame = frame_of(house, caller, name_of(*found));
    if (done_code(call) == "signed")
        frame.banner = NotificationBanner{BannerKind::Success, Phrase("Signed. What it meets is met.")};
    auto by = html("<p class=\"govuk-body\">Written by {}, {}.</p>", joined(found->said.recorded_by), calendar::in_words(found->recorded_at));
    return shown(frame, by + lateness_of_work(house, caller, *found) + as_sections(read_parts(*record::form_of(found->content), "", Reader::Worker), 2));
}

// ---- writing it

// What the type asks of its own, and who came: what it has from the type that it is like is asked about a child.
std::vector<const policy::Item*> asked_of(const House& house, const policy::RecordType& type) {
    const auto* like = type.like.size() > 1 ? house.pack().record_type(type.like[1]) : nullptr;
    std::vector<const policy::Item*> all;
    for (const auto& item : type.items) {
        const auto* before = like ? like->item(item.id) : nullptr;
        const bool is_own = !before || before->label != item.label || item.type == policy::ItemType::People;
        if (item.force && is_own)
            all.push_back(&item);
    }
    return all;
}

// [Add another] and [Remove] of rows sign nothing.
bool changes_rows(const Call& call) { return call.form.has("more") || call.form.has("remove"); }

// As the page of a draft has it, without a child and without a draft that is kept.
DraftView view_of_work(const House& house, const Call& call, const policy::RecordType& type) {
    const auto& caller = call.caller<Caller>();
    DraftView view;
    view.type = &type;
    view.asked = asked_of(house, type);
    view.draft.owner = caller.writer();
    view.draft.fields = changes_rows(call) ? to_be_shown(words_of(call.form.fields)) : typed_in(call);
    if (auto worker = call.request.query.get("worker"); !worker.empty())
        for (const auto* item : view.asked)
            if (item->type == policy::ItemType::Worker)
                view.draft.fields.try_emplace("item." + item->id, "worker:" + std::string(worker));
    auto authority = house.door.authority();
    for (const auto& below : authority->workers_below(caller.worker()))
        if (auto author = authority->author(below); author && below != caller.worker() && authority->worker(below)->working)
            view.known.push_back({"worker:" + below.hex(), {author->full_name, author->designation, std::nullopt, below}});
    view.read = read_form({type, view.asked, view.draft.fields, view.known});
    return view;
}

const policy::RecordType* type_of(const House& house, const Call& call) {
    const auto* type = house.pack().record_type(std::string(call.parameter("type")));
    return type && is_about_work(*type) ? type : nullptr;
}

// What is late and would be met by this: of the worker whose supervision it is, as chosen or asked for.
std::vector<WorkOwed> late_that_it_meets(const House& house, const Caller& caller, const policy::RecordType& type, const desk::Fields& fields) {
    auto all = work_owed_by(house, caller.worker(), house.today());
    std::erase_if(all, [&](const WorkOwed& one) {
        const bool meets = std::ranges::any_of(one.owed.what, [&](const policy::Trigger& what) { return type.is_like(what.id); });
        const bool is_of_them = one.worker.is_zero() || std::ranges::any_of(fields, [&](const auto& typed) { return typed.second == "worker:" + one.worker.hex(); });
        return !one.owed.is_late() || !one.owed.due || !meets || !is_of_them;
    });
    return all;
}

// Held in time and written down after: then it is not late, whatever the day of writing.
bool is_held_late(const std::vector<WorkOwed>& late, const std::optional<calendar::Day>& happened_on) {
    return std::ranges::any_of(late, [&](const WorkOwed& one) {
        const bool counts_by_writing = one.owed.what.front().moment == "recorded";
        return counts_by_writing || (happened_on && *happened_on > one.owed.due->day);
    });
}

Html why_late(const std::vector<WorkOwed>& late, const desk::Fields& fields, const Refusals& refusals) {
    if (late.empty())
        return Html();
    Textarea why;
    why.id = why.name = "late.reason";
    why.value = field(fields, why.name);
    why.rows = 3;
    why.label.words = "Why was it late?";
    why.hint.words = fmt::format("{}: {}. Not asked when it was held by then.", work_words(late.front()), state_words(late.front().owed));
    why.error = error_at(refusals, why.name);
    return textarea(why);
}

Response writing_page(const House& house, const Call& call, const policy::RecordType& type, FormNumber form, const Refusals& refusals) {
    auto view = view_of_work(house, call, type);
    auto frame = frame_of(house, call.caller<Caller>(), type.name);
    frame.refusals = refusals;
    Html fields = date_input(date_boxes(view.draft.fields, "happened-on", "On which day?", refusals));
    for (const auto* item : view.asked)
        if (item->type != policy::ItemType::Prompt)
            fields += item_fields({house, view, *item, refusals});
    fields += why_late(late_that_it_meets(house, call.caller<Caller>(), type, view.draft.fields), view.draft.fields, refusals);
    auto words = html("<p class=\"govuk-body\">No child’s name here: what is decided about a child stands in the child’s own record.</p>");
    return shown(frame, words + post_form({path("/our-work/new/{}", type.id), call.caller<Caller>().session.csrf, form.hex(), fields + button(Button{"Sign"})}));
}

bool is_signed(const House& house, const EntryId& entry) {
    return std::ranges::any_of(house.door.authority()->work, [&](const auto& work) { return work.id == entry; });
}

// The form's number stands in the address: who comes back after signing finds what was signed, and no form that could be signed again.
Response show_writing(const House& house, const Call& call) {
    const auto* type = type_of(house, call);
    if (!type)
        return not_found(house);
    auto form = FormNumber::parse(call.request.query.get("form"));
    if (!form)
        return redirect(path("/our-work/new/{}?worker={}&form={}", type->id, std::string(call.request.query.get("worker")), FormNumber::random().hex()));
    auto entry = entry_of_form(*form);
    return is_signed(house, entry) ? redirect(path("/our-work/{}", entry.hex())) : writing_page(house, call, *type, *form, {});
}

Response sign(const House& house, const Call& call) {
    const auto* type = type_of(house, call);
    if (!type)
        return not_found(house);
    auto act = act_of_form(house, call);
    auto authority = house.door.authority();
    const auto to = done(path("/our-work/{}", act.id.hex()), "signed");
    if (is_signed(house, act.id))
        return redirect(to); // pressed twice
    auto view = view_of_work(house, call, *type);
    if (changes_rows(call))
        return writing_page(house, call, *type, form_number(call), {});
    auto day = read_day(view.draft.fields, "happened-on");
    casework::Filled filled;
    filled.form = view.read.form;
    filled.happened_on = day ? *day : std::nullopt;
    const bool is_late = is_held_late(late_that_it_meets(house, call.caller<Caller>(), *type, view.draft.fields), filled.happened_on);
    filled.late = is_late ? casework::Late::Yes : casework::Late::No;
    filled.why_late = record::Lateness{trim(field(view.draft.fields, "late.reason")), ""};
    auto writing = casework::record_work(act, *authority, {*type, view.asked}, filled);
    Refusals refusals = view.read.refusals;
    for (const auto& refusal : day ? Refusals{} : day.refusals())
        refusals.push_back(refusal);
    for (const auto& refusal : writing ? Refusals{} : moved(writing.refusals(), "happened-on", "happened-on.day"))
        if (std::ranges::none_of(refusals, [&](const auto& known) { return known.field == refusal.field; }))
            refusals.push_back(refusal);
    if (!refusals.empty())
        return writing_page(house, call, *type, form_number(call), refusals);
    const auto& entry = writing->front();
    auto appended = house.door.append_work(call.caller<Caller>().visitor, form_number(call), {entry.id, entry.said, entry.content}, house.now());
    return appended ? redirect(to) : writing_page(house, call, *type, form_number(call), appended.refusals());
}

} // namespace

Html our_work_due(const House& house, std::span<const WorkOwed> owed) {
    Html rows;
    std::size_t late = 0;
    for (const auto& one : owed) {
        late += one.owed.is_late() ? 1 : 0;
        rows += html("<li>{}: {}. <a class=\"govuk-link\" href=\"{}\">Write it<span class=\"govuk-visually-hidden\">: {}</span></a>{}</li>", work_words(one),
                     state_words(one.owed), path_to_write(one), work_words(one), sum_of(house, one));
    }
    auto count = late == 0 ? std::string() : fmt::format(" ({} late)", late);
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Supervision, meetings and guidance{}</h2><ul class=\"govuk-list govuk-list--spaced\">{}</ul>", count, rows);
}

std::vector<WorkOwed> our_work_soon(const House& house, const Caller& caller) { return work_owed_by(house, caller.worker(), house.today() + shown_ahead); }

Html next_supervision_of(const House& house, const Caller& caller) {
    for (const auto& one : work_owed_around(house, caller.worker()))
        if (one.worker == caller.worker() && one.owed.is_open() && one.owed.due) {
            auto authority = house.door.authority();
            std::vector<std::string> who;
            for (const auto& worker : one.owed_by)
                if (const auto* known = authority->worker(worker))
                    who.push_back(known->full_name);
            auto with = who.empty() ? std::string() : " with " + join(who, " or ");
            return html("<p class=\"govuk-body\">Your next supervision{}: {}.</p>", with, state_words(one.owed));
        }
    return Html();
}

Html our_work_signed(const House& house, const Caller& caller) {
    auto authority = house.door.authority();
    WorkList list;
    list.title = "Supervision, meetings and guidance";
    list.is_open = true;
    for (auto entry = authority->work.rbegin(); entry != authority->work.rend(); ++entry)
        if (may_read(*authority, *entry, caller.worker()))
            list.rows.push_back({html("{}", name_of(*entry)), Phrase("written by " + entry->said.recorded_by.full_name),
                                 html("<a class=\"govuk-link\" href=\"{}\">Read it<span class=\"govuk-visually-hidden\">: {}</span></a>", path("/our-work/{}", entry->id.hex()), name_of(*entry))});
    return list.rows.empty() ? Html() : work_list(list);
}

std::vector<http::Route> our_work_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/our-work/new/{type}", Reach::Manager, to(show_writing)},
            {Method::Post, "/our-work/new/{type}", Reach::Manager, to(sign)},
            {Method::Get, "/our-work/{entry}", Reach::Worker, to(show_one)}};
}

} // namespace lifestory::web::pages
