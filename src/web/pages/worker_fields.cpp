#include "web/pages/worker_fields.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using access::Role;

constexpr access::SetOf<Role> managing{Role::SeniorPractitioner, Role::TeamManager, Role::ServiceManager, Role::HeadOfService};

template <class Histories>
bool holds(const Histories& histories, const EntryId& entry) {
    return std::ranges::any_of(histories, [&](const auto& one) { return std::ranges::any_of(one.said, [&](const auto& said) { return said.entry == entry; }); });
}

bool was_kept(const record::Authority& authority, const EntryId& entry) {
    return holds(authority.workers, entry) || holds(authority.teams, entry) || holds(authority.lines, entry) ||
           std::ranges::any_of(authority.holidays, [&](const auto& one) { return one.entry == entry; });
}

void by_words(Choosable& choices) {
    std::ranges::sort(choices, {}, [](const auto& choice) { return fold(choice.second); });
}

} // namespace

std::string role_name(const House& house, const std::string& role) {
    const auto found = house.pack().roles.find(role);
    return found == house.pack().roles.end() ? role : found->second.name;
}

std::string role_in_words(Role role) {
    switch (role) {
    case Role::Practitioner: return "works with the children who are allocated to them";
    case Role::SeniorPractitioner: return "works with children, and reads and agrees with what the people below them sign";
    case Role::TeamManager: return "manages people: reads, agrees, corrects, allocates children";
    case Role::ServiceManager: return "manages managers: reads, agrees and allocates in all the teams below";
    case Role::HeadOfService: return "may open every record of the service, and closes words";
    case Role::ReviewingOfficer: return "reviews the plans of the children whom they are named for";
    case Role::ConferenceChair: return "chairs the conferences that they are named for";
    case Role::BusinessSupport: return "reads and files the letters of their own team’s children";
    case Role::Auditor: return "reads the records that they are given to look at, and writes nothing in them";
    case Role::Administrator: return "runs accounts; reads no record";
    case Role::Child:
    case Role::Parent: break;
    }
    return "";
}

std::optional<Role> role_of_worker(const House& house, const record::Worker& worker) {
    const auto found = house.pack().roles.find(worker.role);
    return found == house.pack().roles.end() ? std::nullopt : access::role_of(found->second.acts_as);
}

Html role_choice(const House& house, const Asked& asked) {
    Radios roles;
    roles.name = roles.id_prefix = "role";
    roles.value = field(asked.fields, "role");
    roles.classes = "govuk-radios--small";
    roles.fieldset = Fieldset{{"Their role", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    roles.hint.words = "The role decides what somebody may do.";
    roles.error = error_at(asked.refusals, "role");
    for (const auto& [id, role] : house.pack().roles) {
        auto acts_as = access::role_of(role.acts_as);
        if (!acts_as)
            continue;
        Choice choice;
        choice.value = id;
        choice.words = role.name;
        choice.hint.words = role_in_words(*acts_as);
        roles.choices.push_back(choice);
    }
    return radios(roles);
}

Html pick(const Asked& asked, const std::string& name, std::string_view label, const Choosable& choices, std::string_view hint) {
    Select select;
    select.id = select.name = name;
    select.value = field(asked.fields, name);
    select.label.words = label;
    select.label.classes = "govuk-label--s";
    select.hint.words = hint;
    select.error = error_at(asked.refusals, name);
    select.options.push_back({"Choose", "", {}, false, {}});
    for (const auto& [value, words] : choices)
        select.options.push_back({words, value, {}, false, {}});
    return web::select(select);
}

Choosable teams_to_choose(const record::Authority& authority) {
    Choosable teams;
    for (const auto& team : authority.teams)
        teams.emplace_back(team.now().team.hex(), team.now().name);
    by_words(teams);
    teams.emplace_back(nobody_chosen, "No team");
    return teams;
}

Choosable managers_to_choose(const House& house, const record::Authority& authority, WorkerNumber below) {
    Choosable managers;
    for (const auto& one : authority.workers) {
        const auto& worker = one.now();
        auto role = role_of_worker(house, worker);
        if (worker.working && worker.worker != below && role && managing.has(*role))
            managers.emplace_back(worker.worker.hex(), joined(*authority.author(worker.worker)));
    }
    by_words(managers);
    managers.emplace_back(nobody_chosen, "Nobody is above them");
    return managers;
}

bool is_among(const Choosable& choices, const std::string& value) {
    return std::ranges::any_of(choices, [&](const auto& choice) { return choice.first == value; });
}

Html since_which_day(const Asked& asked, std::string_view legend, std::string_view hint) {
    auto boxes = date_boxes(asked.fields, "from", legend, asked.refusals);
    boxes.hint.words = hint;
    return date_input(boxes);
}

void write_day(desk::Fields& fields, const std::string& name, calendar::Day day) {
    std::chrono::year_month_day parts(day);
    fields[name + ".day"] = std::to_string(static_cast<unsigned>(parts.day()));
    fields[name + ".month"] = std::to_string(static_cast<unsigned>(parts.month()));
    fields[name + ".year"] = std::to_string(static_cast<int>(parts.year()));
}

Result<calendar::Day> day_in(const desk::Fields& fields, const std::string& name, std::string_view if_missing) {
    auto day = TRY(read_day(fields, name));
    if (!day)
        return refuse("missing", std::string(if_missing), name + ".day");
    return *day;
}

std::optional<WorkerAt> worker_at(const House& house, const http::Call& call) {
    auto number = WorkerNumber::parse(call.parameter("worker"));
    auto authority = house.door.authority();
    const auto* worker = number ? authority->worker(*number) : nullptr;
    return worker ? std::optional(WorkerAt{authority, worker}) : std::nullopt;
}

http::Response administrators_page(const House& house, const http::Call& call, const AdministratorsPage& page, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = page.title;
    frame.heading = page.title;
    frame.current = "/workers";
    frame.refusals = refusals;
    frame.back = BackLink{page.back, page.back_words};
    Button press{page.button};
    press.classes = page.button_classes;
    auto buttons = button_group({button(press), html("<a class=\"govuk-link\" href=\"{}\">Not now</a>", page.back)});
    return shown(frame, page.before + post_form({page.action, caller.session.csrf, form_number(call).hex(), page.content + buttons}) + page.after);
}

http::Response keep_in_authority(const House& house, const http::Call& call, const Result<casework::Writing>& writing, const Url& to,
                                 const PageAgain& again) {
    if (was_kept(*house.door.authority(), act_of_form(house, call).id))
        return redirect(to);
    if (!writing)
        return is_not_found(writing.refusals()) ? not_found(house) : again(moved(writing.refusals(), "from", "from.day"));
    std::vector<access::Writing> entries;
    for (const auto& one : *writing)
        entries.push_back({one.id, one.said, one.content, access::Writing::Stream::Child, one.expected_place});
    auto appended = house.door.append_of_administrator(call.caller<Caller>().visitor, form_number(call), entries, house.now());
    if (appended)
        return redirect(to);
    if (appended.refusal().code != "changed-meanwhile")
        return not_found(house);
    return again({refuse("changed-meanwhile", "Somebody wrote down who works here meanwhile. Look at this again, then press the button again")});
}

Bytes number_of_form(const http::Call& call, std::string_view of) {
    auto digest = sha256(fmt::format("{} of form {}", of, form_number(call).hex()));
    return Bytes(view(digest).substr(0, 16));
}

} // namespace lifestory::web::pages
