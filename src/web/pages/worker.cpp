#include "web/pages/worker.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/worker_account.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

bool is_posted(const Call& call) { return call.form.has("form_number"); }

Html worker_fields(const House& house, const record::Authority& authority, const Asked& asked, std::string_view since) {
    return short_box(asked, "full-name", "Full name") + short_box(asked, "designation", "What their job is called", "As it stands under what they sign.") +
           role_choice(house, asked) + pick(asked, "team", "Their team", teams_to_choose(authority)) +
           short_box(asked, "telephone", "Telephone at work", "May be left empty.") + since_which_day(asked, since);
}

// What stands in the form; a team that is none of the known ones is said beside the others.
struct ReadWorker {
    record::Worker worker;
    std::optional<calendar::Day> from;
    Refusals refusals;
};

ReadWorker read_worker(const House& house, const record::Authority& authority, const desk::Fields& fields, WorkerNumber number) {
    ReadWorker read{{number, trim(field(fields, "full-name")), trim(field(fields, "designation")), field(fields, "role"), trim(field(fields, "telephone")), {}, true}, {}, {}};
    if (!house.pack().roles.contains(read.worker.role))
        read.worker.role.clear();
    auto team = field(fields, "team");
    if (!is_among(teams_to_choose(authority), team))
        read.refusals.push_back(refuse("team", "Choose their team, or say that they have none", "team"));
    else if (team != nobody_chosen)
        read.worker.team = *TeamNumber::parse(team);
    auto from = day_in(fields, "from", "Say from which day");
    if (from)
        read.from = *from;
    else
        read.refusals.push_back(from.refusal());
    return read;
}

// Everything that is wrong at once: what the act says, and what the form itself does not hold.
Result<casework::Writing> together(Result<casework::Writing> writing, const Refusals& of_form) {
    if (of_form.empty())
        return writing;
    auto all = writing ? Refusals() : writing.refusals();
    all.insert(all.end(), of_form.begin(), of_form.end());
    return all;
}

Result<casework::Writing> from_day(const casework::Act& act, Result<casework::Writing> writing, const std::optional<calendar::Day>& from, const Refusals& of_form) {
    return together(from ? casework::holding_from(act, std::move(writing), *from) : std::move(writing), of_form);
}

// ---- registering somebody

Response registration_page(const House& house, const Call& call, const Refusals& refusals) {
    auto authority = house.door.authority();
    auto fields = typed_in(call);
    if (!is_posted(call))
        write_day(fields, "from", house.today());
    Asked asked{fields, refusals};
    AdministratorsPage page;
    page.title = "Register a worker";
    page.content = worker_fields(house, *authority, asked, "From which day do they work here?");
    page.button = "Register";
    page.action = url("/workers/registration");
    page.back = url("/workers");
    page.back_words = "Workers";
    return administrators_page(house, call, page, refusals);
}

Response show_registration(const House& house, const Call& call) { return registration_page(house, call, {}); }

Response register_worker(const House& house, const Call& call) {
    auto authority = house.door.authority();
    auto act = act_of_form(house, call);
    auto read = read_worker(house, *authority, typed_in(call), WorkerNumber::from_bytes(number_of_form(call, "worker")));
    auto writing = from_day(act, casework::register_worker(act, authority->record, read.worker), read.from, read.refusals);
    return keep_in_authority(house, call, writing, done(path("/workers/{}", read.worker.worker.hex()), "registered"),
                             [&](const Refusals& refusals) { return registration_page(house, call, refusals); });
}

// ---- changing what is known of somebody, also when they come back

desk::Fields fields_of_worker(const House& house, const record::Worker& worker) {
    desk::Fields fields{{"full-name", worker.full_name}, {"designation", worker.designation}, {"role", worker.role}, {"telephone", worker.telephone},
                        {"team", worker.team.is_zero() ? std::string(nobody_chosen) : worker.team.hex()}};
    write_day(fields, "from", house.today());
    return fields;
}

AdministratorsPage page_of(const record::Worker& worker, std::string title, std::string_view what) {
    AdministratorsPage page;
    page.title = std::move(title);
    page.action = path("/workers/{}/{}", worker.worker.hex(), what);
    page.back = path("/workers/{}", worker.worker.hex());
    page.back_words = worker.full_name;
    return page;
}

Response details_page(const House& house, const Call& call, const WorkerAt& at, const Refusals& refusals) {
    auto fields = is_posted(call) ? typed_in(call) : fields_of_worker(house, *at.worker);
    Asked asked{fields, refusals};
    auto page = page_of(*at.worker, at.worker->working ? "Change: " + at.worker->full_name : at.worker->full_name + " works here again", "details");
    page.before = html("<p class=\"govuk-body\">What was so before stays readable. What they signed keeps the name, job and team of its day.</p>");
    page.content = worker_fields(house, *at.authority, asked, "From which day is it so?");
    page.button = at.worker->working ? "Keep the change" : "Works here again";
    return administrators_page(house, call, page, refusals);
}

Response show_details(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    return at ? details_page(house, call, *at, {}) : not_found(house);
}

Response change_details(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    if (!at)
        return not_found(house);
    auto act = act_of_form(house, call);
    auto read = read_worker(house, *at->authority, typed_in(call), at->worker->worker);
    auto writing = from_day(act, casework::change_worker(act, *at->authority, read.worker), read.from, read.refusals);
    return keep_in_authority(house, call, writing, done(path("/workers/{}", read.worker.worker.hex()), "changed"),
                             [&](const Refusals& refusals) { return details_page(house, call, *at, refusals); });
}

// ---- who is above them

Response manager_page(const House& house, const Call& call, const WorkerAt& at, const Refusals& refusals) {
    auto fields = typed_in(call);
    if (!is_posted(call)) {
        auto manager = at.authority->manager_of(at.worker->worker);
        fields["manager"] = manager ? manager->hex() : "";
        write_day(fields, "from", house.today());
    }
    Asked asked{fields, refusals};
    auto page = page_of(*at.worker, "Who manages " + at.worker->full_name + "?", "manager");
    page.before = html("<p class=\"govuk-body\">Whoever is above somebody, up the whole line, may read and agree with what they write.</p>");
    page.content = pick(asked, "manager", "Manager", managers_to_choose(house, *at.authority, at.worker->worker), "Those whose role manages others.") +
                   since_which_day(asked, "From which day?");
    page.button = "Keep the manager";
    return administrators_page(house, call, page, refusals);
}

Response show_manager(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    return at ? manager_page(house, call, *at, {}) : not_found(house);
}

Response set_manager(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    if (!at)
        return not_found(house);
    auto act = act_of_form(house, call);
    auto fields = typed_in(call);
    auto chosen = field(fields, "manager");
    Refusals of_form;
    record::LineOfManagement line{at->worker->worker, {}};
    if (!is_among(managers_to_choose(house, *at->authority, at->worker->worker), chosen))
        of_form.push_back(refuse("manager", "Choose a manager, or say that nobody is above them", "manager"));
    else if (chosen != nobody_chosen)
        line.manager = *WorkerNumber::parse(chosen);
    auto from = day_in(fields, "from", "Say from which day");
    if (!from)
        of_form.push_back(from.refusal());
    auto writing = from_day(act, casework::set_line_of_management(act, *at->authority, line), from ? std::optional(*from) : std::nullopt, of_form);
    return keep_in_authority(house, call, writing, done(path("/workers/{}", at->worker->worker.hex()), "managed"),
                             [&](const Refusals& refusals) { return manager_page(house, call, *at, refusals); });
}

// ---- left

std::string children_words(std::size_t count, const std::string& name) {
    return count == 0 ? "No child is allocated to " + name + "." : plural(count, "child is", "children are") + " allocated to " + name + ". Their manager sees who, under Team, and hands them over.";
}

Response leaving_page(const House& house, const Call& call, const WorkerAt& at, const Refusals& refusals) {
    auto fields = typed_in(call);
    if (!is_posted(call))
        write_day(fields, "from", house.today());
    Asked asked{fields, refusals};
    auto page = page_of(*at.worker, at.worker->full_name + " has left", "leaving");
    auto count = house.door.caseload(at.worker->worker, house.now()).size();
    page.before = html("<p class=\"govuk-body\">Their account ends at once, and so does every page they have open. What they wrote stays.</p><p class=\"govuk-body\">{}</p>",
                       children_words(count, at.worker->full_name));
    page.content = since_which_day(asked, "On which day did they leave?");
    page.button = "They have left";
    page.button_classes = "govuk-button--warning";
    return administrators_page(house, call, page, refusals);
}

bool may_leave(const Call& call, const WorkerAt& at) { return at.worker->working && at.worker->worker != call.caller<Caller>().worker(); }

Response show_leaving(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    return at && may_leave(call, *at) ? leaving_page(house, call, *at, {}) : not_found(house);
}

// The account ends before it is written down that they left: of two administrators who do this to each other, one stays.
Response keep_leaving(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    if (!at || at->worker->worker == call.caller<Caller>().worker())
        return not_found(house);
    auto act = act_of_form(house, call);
    auto from = day_in(typed_in(call), "from", "Say on which day they left");
    auto writing = from ? casework::holding_from(act, casework::leave(act, *at->authority, at->worker->worker), *from) : Result<casework::Writing>(from.refusals());
    if (writing && has_account(house, at->worker->worker) && !house.desk.end_account(at->worker->worker, call.caller<Caller>().writer(), house.now()))
        return not_found(house);
    return keep_in_authority(house, call, writing, done(path("/workers/{}", at->worker->worker.hex()), "left"),
                             [&](const Refusals& refusals) { return leaving_page(house, call, *at, refusals); });
}

// ---- the page of one worker

SummaryRow row_of(std::string_view key, const Phrase& value, const std::optional<Url>& way, const std::string& whose) {
    SummaryRow row{{key, {}}, {value, {}}, {}, {}, {}};
    if (way)
        row.actions = std::vector<Action>{{*way, "Change", whose, {}, {}}};
    return row;
}

Html what_is_known(const House& house, const WorkerAt& at) {
    const auto& worker = *at.worker;
    auto hex = worker.worker.hex();
    auto details = path("/workers/{}/details", hex);
    auto role = role_of_worker(house, worker);
    auto manager = at.authority->manager_of(worker.worker);
    const auto* team = at.authority->team(worker.team);
    SummaryList list;
    list.rows = {row_of("Job", worker.designation, details, "the job of " + worker.full_name),
                 row_of("Role", role_name(house, worker.role) + (role ? ": " + role_in_words(*role) : ""), details, "the role of " + worker.full_name),
                 row_of("Team", team ? team->name : "No team", details, "the team of " + worker.full_name),
                 row_of("Telephone", worker.telephone.empty() ? "Not written down" : worker.telephone, details, "the telephone of " + worker.full_name),
                 row_of("Manager", manager ? joined(*at.authority->author(*manager)) : "Nobody", path("/workers/{}/manager", hex), "the manager of " + worker.full_name)};
    return summary_list(list);
}

std::string said_of(const House& house, const record::Authority& authority, const record::Worker& worker) {
    const auto* team = authority.team(worker.team);
    return worker.working ? join({worker.full_name, worker.designation, role_name(house, worker.role), team ? team->name : "no team"}, ", ") : "has left";
}

template <class T>
Html line_of(const record::Beside<T>& said, const std::string& words) {
    return html("<li>From {}: {}. {} wrote it on {}.</li>", calendar::in_words(record::holds_from(said)), words, said.by.full_name, day_of(said.at));
}

Html what_was_so(const House& house, const WorkerAt& at) {
    const auto& authority = *at.authority;
    Html rows;
    for (const auto& said : authority.workers[authority.worker_at.at(at.worker->worker)].said)
        rows += line_of(said, said_of(house, authority, said.what));
    if (auto line = authority.line_at.find(at.worker->worker); line != authority.line_at.end())
        for (const auto& said : authority.lines[line->second].said) {
            const auto* manager = said.what.manager ? authority.worker(*said.what.manager) : nullptr;
            rows += line_of(said, manager ? "managed by " + manager->full_name : "nobody is above them");
        }
    Details all;
    all.summary = "What was written down about " + at.worker->full_name;
    all.content = html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
    return details(all);
}

std::optional<std::string> banner_words(const House& house, const Call& call, const WorkerAt& at) {
    auto code = done_code(call);
    const auto& name = at.worker->full_name;
    if (code == "registered")
        return name + " is registered. Say who manages them, then give them an account.";
    if (code == "changed")
        return std::string("Kept. What was so before can be read below.");
    if (code == "managed")
        return "Kept: who manages " + name + ".";
    if (code == "ended")
        return "The account of " + name + " has ended.";
    if (code == "left")
        return name + " has left. The account has ended. " + children_words(house.door.caseload(at.worker->worker, house.now()).size(), name);
    return std::nullopt;
}

Html leaving_link(const Call& call, const WorkerAt& at) {
    auto hex = at.worker->worker.hex();
    if (!at.worker->working)
        return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">{} works here again</a></p>", path("/workers/{}/details", hex), at.worker->full_name);
    if (!may_leave(call, at))
        return Html();
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">{} has left</a></p>", path("/workers/{}/leaving", hex), at.worker->full_name);
}

Response show_worker(const House& house, const Call& call) {
    auto at = worker_at(house, call);
    if (!at)
        return not_found(house);
    auto frame = frame_for(house, call.caller<Caller>());
    frame.act = "Worker";
    frame.heading = at->worker->full_name;
    frame.current = "/workers";
    frame.back = BackLink{url("/workers"), "Workers"};
    if (auto words = banner_words(house, call, *at))
        frame.banner = NotificationBanner{BannerKind::Success, Phrase(*words)};
    auto left = at->worker->working ? Html() : inset_text({html("<p>{} has left.</p>", at->worker->full_name), {}, {}, {}});
    return shown(frame, left + what_is_known(house, *at) + account_of_worker(house, call, *at->worker) + leaving_link(call, *at) + what_was_so(house, *at));
}

} // namespace

std::vector<http::Route> worker_routes(const House& house) {
    using http::Method;
    constexpr auto administrator = http::Reach::Administrator;
    auto to = handlers_of(house);
    return {{Method::Get, "/workers/registration", administrator, to(show_registration)},
            {Method::Post, "/workers/registration", administrator, to(register_worker)},
            {Method::Get, "/workers/{worker}", administrator, to(show_worker)},
            {Method::Get, "/workers/{worker}/details", administrator, to(show_details)},
            {Method::Post, "/workers/{worker}/details", administrator, to(change_details)},
            {Method::Get, "/workers/{worker}/manager", administrator, to(show_manager)},
            {Method::Post, "/workers/{worker}/manager", administrator, to(set_manager)},
            {Method::Get, "/workers/{worker}/leaving", administrator, to(show_leaving)},
            {Method::Post, "/workers/{worker}/leaving", administrator, to(keep_leaving)}};
}

} // namespace lifestory::web::pages
