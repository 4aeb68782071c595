#include "web/pages/our_work.h"

#include <algorithm>

#include "base/text.h"
#include "casework/record_work.h"
#include "policy/people.h"
#include "policy/timeline_of_work.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/draft_view.h"
#include "web/pages/form_reading.h"
#include "web/pages/owed.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using policy::Obligation;
using policy::Subject;

constexpr std::chrono::days shown_ahead{31};

// ---- what is owed

struct Owed {
    Obligation owed;
    std::string of_whom;    // "Priya Anand", "Family Team North"
    WorkerNumber worker{};  // whose supervision; zero: a team's or the authority's
    calendar::Explanation sum;
};

bool is_about_work(const policy::RecordType& type) { return type.about == "worker" || type.about == "team" || type.about == "authority"; }

// One subject's rules asked of one worker, team or the authority; of what is open soon, what this caller owes.
class OwedHere {
public:
    OwedHere(const House& house, const Caller& caller) : m_house(house), m_caller(caller), m_authority(house.door.authority()) {}

    std::vector<Owed> all() {
        workers();
        team();
        authority();
        std::ranges::stable_sort(m_all, {}, [](const Owed& one) { return one.owed.due ? one.owed.due->day : calendar::Day::max(); });
        return std::move(m_all);
    }

private:
    using Holds = std::function<std::vector<WorkerNumber>(const std::string& who)>;

    void workers() {
        const policy::RuleBook book(m_house.pack(), Subject::Worker);
        for (const auto& worker : m_authority->workers_below(m_caller.worker())) {
            const auto* who = m_authority->worker(worker);
            if (worker == m_caller.worker() || !who || !who->working)
                continue;
            add(book, policy::timeline_of_worker(worker, *m_authority, m_house.pack()), who->full_name, worker, [&](const std::string& owes) {
                return policy::workers_for_worker(owes, worker, *m_authority, m_house.pack(), m_house.today());
            });
        }
    }

    void team() {
        const auto* own = m_authority->worker(m_caller.worker());
        const auto* team = own ? m_authority->team(own->team) : nullptr;
        if (!team)
            return;
        const policy::RuleBook book(m_house.pack(), Subject::Team);
        add(book, policy::timeline_of_team(own->team, *m_authority, m_house.pack()), team->name, {}, [&](const std::string& owes) {
            return policy::workers_for_team(owes, own->team, *m_authority, m_house.pack(), m_house.today());
        });
    }

    void authority() {
        const policy::RuleBook book(m_house.pack(), Subject::Authority);
        add(book, policy::timeline_of_authority(*m_authority, m_house.pack()), m_house.installation.authority, {}, [&](const std::string& owes) {
            return policy::workers_for_authority(owes, *m_authority, m_house.pack(), m_house.today());
        });
    }

    void add(const policy::RuleBook& book, const policy::Timeline& timeline, const std::string& of_whom, WorkerNumber worker, const Holds& holds) {
        const policy::RuleBooks books{&book, {}};
        for (auto& owed : policy::obligations_of(books, timeline, m_house.now())) {
            const bool is_soon = owed.is_open() && (!owed.due || owed.due->day <= m_house.today() + shown_ahead);
            const bool is_own = std::ranges::any_of(owed.owes, [&](const auto& who) {
                const auto workers = holds(who);
                return std::ranges::find(workers, m_caller.worker()) != workers.end();
            });
            if (is_soon && is_own)
                m_all.push_back({owed, of_whom, worker, policy::explained(owed, books, timeline)});
        }
    }

    const House& m_house;
    const Caller& m_caller;
    std::shared_ptr<const record::Authority> m_authority;
    std::vector<Owed> m_all;
};

Url path_to_write(const Obligation& owed, WorkerNumber worker) {
    const auto& type = owed.what.empty() ? std::string() : owed.what.front().id;
    return worker.is_zero() ? path("/our-work/new/{}", type) : path("/our-work/new/{}?worker={}", type, worker.hex());
}

Html sum_of(const House& house, const Owed& one) {
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
    return shown(frame, by + as_sections(read_parts(*record::form_of(found->content), "", Reader::Worker), 2));
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

// As the page of a draft has it, without a child and without a draft that is kept.
DraftView view_of_work(const House& house, const Call& call, const policy::RecordType& type) {
    const auto& caller = call.caller<Caller>();
    DraftView view;
    view.type = &type;
    view.asked = asked_of(house, type);
    view.draft.owner = caller.writer();
    view.draft.fields = typed_in(call);
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

Response writing_page(const House& house, const Call& call, const policy::RecordType& type, const Refusals& refusals) {
    auto view = view_of_work(house, call, type);
    auto frame = frame_of(house, call.caller<Caller>(), type.name);
    frame.refusals = refusals;
    Html fields = date_input(date_boxes(view.draft.fields, "happened-on", "On which day?", refusals));
    for (const auto* item : view.asked)
        if (item->type != policy::ItemType::Prompt)
            fields += item_fields({house, view, *item, refusals});
    auto words = html("<p class=\"govuk-body\">No child’s name here: what is decided about a child stands in the child’s own record.</p>");
    return shown(frame, words + post_form({path("/our-work/new/{}", type.id), call.caller<Caller>().session.csrf, form_number(call).hex(), fields + button(Button{"Sign"})}));
}

Response show_writing(const House& house, const Call& call) {
    const auto* type = type_of(house, call);
    return type ? writing_page(house, call, *type, {}) : not_found(house);
}

Response sign(const House& house, const Call& call) {
    const auto* type = type_of(house, call);
    if (!type)
        return not_found(house);
    auto act = act_of_form(house, call);
    auto authority = house.door.authority();
    const auto to = done(path("/our-work/{}", act.id.hex()), "signed");
    if (std::ranges::any_of(authority->work, [&](const auto& entry) { return entry.id == act.id; }))
        return redirect(to); // pressed twice
    auto view = view_of_work(house, call, *type);
    auto day = read_day(view.draft.fields, "happened-on");
    casework::Filled filled;
    filled.form = view.read.form;
    filled.happened_on = day ? *day : std::nullopt;
    auto writing = casework::record_work(act, *authority, {*type, view.asked}, filled);
    Refusals refusals = view.read.refusals;
    for (const auto& refusal : day ? Refusals{} : day.refusals())
        refusals.push_back(refusal);
    for (const auto& refusal : writing ? Refusals{} : moved(writing.refusals(), "happened-on", "happened-on.day"))
        if (std::ranges::none_of(refusals, [&](const auto& known) { return known.field == refusal.field; }))
            refusals.push_back(refusal);
    if (!refusals.empty())
        return writing_page(house, call, *type, refusals);
    const auto& entry = writing->front();
    auto appended = house.door.append_work(call.caller<Caller>().visitor, form_number(call), {entry.id, entry.said, entry.content}, house.now());
    return appended ? redirect(to) : writing_page(house, call, *type, appended.refusals());
}

} // namespace

Html our_work_due(const House& house, const Caller& caller) {
    Html rows;
    for (const auto& one : OwedHere(house, caller).all())
        rows += html("<li>{}, {}: {}. <a class=\"govuk-link\" href=\"{}\">Write it<span class=\"govuk-visually-hidden\">: {}, {}</span></a>{}</li>", one.owed.name, one.of_whom,
                     state_words(one.owed), path_to_write(one.owed, one.worker), one.owed.name, one.of_whom, sum_of(house, one));
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">Supervision, meetings and guidance</h2><ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
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
