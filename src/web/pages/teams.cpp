#include "web/pages/teams.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

struct TeamAt {
    std::shared_ptr<const record::Authority> authority;
    const record::Team* team = nullptr; // null: a new one
};

std::optional<TeamAt> team_at(const House& house, const Call& call) {
    auto number = TeamNumber::parse(call.parameter("team"));
    TeamAt at{house.door.authority(), nullptr};
    at.team = number ? at.authority->team(*number) : nullptr;
    return at.team ? std::optional(at) : std::nullopt;
}

Html what_was_so(const TeamAt& at) {
    Html rows;
    for (const auto& history : at.authority->teams)
        if (history.now().team == at.team->team)
            for (const auto& said : history.said)
                rows += html("<li>From {}: {}{}{}. {} wrote it on {}.</li>", calendar::in_words(record::holds_from(said)), said.what.name, said.what.area.empty() ? "" : ", ", said.what.area,
                             said.by.full_name, day_of(said.at));
    return html("<h2 class=\"govuk-heading-m\">What was written down about this team</h2><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
}

desk::Fields fields_of_team(const House& house, const TeamAt& at) {
    desk::Fields fields;
    if (at.team)
        fields = {{"name", at.team->name}, {"area", at.team->area}, {"telephone", at.team->telephone}};
    write_day(fields, "from", house.today());
    return fields;
}

Response team_page(const House& house, const Call& call, const TeamAt& at, const Refusals& refusals) {
    auto fields = call.form.has("form_number") ? typed_in(call) : fields_of_team(house, at);
    Asked asked{fields, refusals};
    AdministratorsPage page;
    page.title = at.team ? "Team: " + at.team->name : std::string("Register a team");
    page.content = short_box(asked, "name", "The team's name") + short_box(asked, "area", "Area", "What the team does, or where. May be left empty.") +
                   short_box(asked, "telephone", "Telephone", "Stands beside its workers where a child is found. May be left empty.") + since_which_day(asked, "From which day is it so?");
    page.button = at.team ? "Keep the change" : "Register";
    page.action = at.team ? path("/teams/{}", at.team->team.hex()) : url("/teams/registration");
    page.back = url("/workers");
    page.back_words = "Workers";
    if (at.team)
        page.after = what_was_so(at);
    return administrators_page(house, call, page, refusals);
}

// Two teams of one name could not be told apart.
bool is_taken(const TeamAt& at, const record::Team& team) {
    return std::ranges::any_of(at.authority->teams, [&](const auto& one) { return one.now().team != team.team && fold(one.now().name) == fold(team.name); });
}

Response keep_team(const House& house, const Call& call, const TeamAt& at) {
    auto fields = typed_in(call);
    auto act = act_of_form(house, call);
    auto number = at.team ? at.team->team : TeamNumber::from_bytes(number_of_form(call, "team"));
    record::Team team{number, trim(field(fields, "name")), trim(field(fields, "area")), trim(field(fields, "telephone"))};
    auto writing = at.team ? casework::change_team(act, *at.authority, team) : casework::register_team(act, at.authority->record, team);
    auto from = day_in(fields, "from", "Say from which day");
    if (from)
        writing = casework::holding_from(act, std::move(writing), *from);
    auto refusals = writing ? Refusals() : writing.refusals();
    if (!from)
        refusals.push_back(from.refusal());
    if (is_taken(at, team))
        refusals.push_back(refuse("name", "There is a team of this name already", "name"));
    return keep_in_authority(house, call, refusals.empty() ? writing : Result<casework::Writing>(refusals), url("/workers"),
                             [&](const Refusals& all) { return team_page(house, call, at, all); });
}

Response show_registration(const House& house, const Call& call) { return team_page(house, call, {house.door.authority(), nullptr}, {}); }
Response register_team(const House& house, const Call& call) { return keep_team(house, call, {house.door.authority(), nullptr}); }

Response show_team_details(const House& house, const Call& call) {
    auto at = team_at(house, call);
    return at ? team_page(house, call, *at, {}) : not_found(house);
}

Response change_team(const House& house, const Call& call) {
    auto at = team_at(house, call);
    return at ? keep_team(house, call, *at) : not_found(house);
}

} // namespace

std::vector<http::Route> teams_routes(const House& house) {
    using http::Method;
    constexpr auto administrator = http::Reach::Administrator;
    auto to = handlers_of(house);
    return {{Method::Get, "/teams/registration", administrator, to(show_registration)},
            {Method::Post, "/teams/registration", administrator, to(register_team)},
            {Method::Get, "/teams/{team}", administrator, to(show_team_details)},
            {Method::Post, "/teams/{team}", administrator, to(change_team)}};
}

} // namespace lifestory::web::pages
