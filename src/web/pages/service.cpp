#include "web/pages/service.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/service_counts.h"
#include "web/pages/team_work.h"
#include "web/pages/work_owed.h"

namespace lifestory::web::pages {

namespace {

using access::OwedItem;
using http::Call;
using http::Response;

// What was due in these months to the records of this line, and of which team it was on its day.
struct Service {
    std::vector<OwedItem> items;
    std::vector<OfTeam> visits, others;
    std::map<std::string, TeamNumber> teams; // by name, those that had anything due
};

TeamNumber team_on_its_day(const record::Authority& authority, const OwedItem& item) {
    const auto* worker = authority.worker_on(item.allocated, item.obligation.due->day);
    const auto* now = worker ? worker : authority.worker(item.allocated);
    return now ? now->team : TeamNumber{};
}

std::string team_name(const record::Authority& authority, TeamNumber team) {
    const auto* known = authority.team(team);
    return known ? known->name : "No team";
}

Service service_between(const House& house, const Caller& caller, std::span<const RecordNumber> records, calendar::Day from, calendar::Day to) {
    Service service;
    service.items = house.door.owed_between(caller.visitor, records, from, to, house.now());
    auto authority = house.door.authority();
    for (const auto& item : service.items) {
        if (item.obligation.force == policy::Force::Advice)
            continue;
        OfTeam one{team_on_its_day(*authority, item), &item};
        bool is_visit = is_about_being_seen(item.obligation);
        (is_visit ? service.visits : service.others).push_back(one);
        if (is_visit)
            service.teams[team_name(*authority, one.team)] = one.team;
    }
    return service;
}

calendar::Day first_day(Month month) { return calendar::Day(month / 1); }
calendar::Day last_day(Month month) { return calendar::Day(month / std::chrono::last); }

// ---- four lines of words

// Of the reasons that the policy's list offers; what somebody wrote themselves is "another reason".
std::string commonest_reason(const House& house, const Caller& caller, const Service& service, Month month) {
    auto list = house.pack().lists.find("lateness-reasons");
    std::map<std::string, int> counts;
    for (const auto& visit : service.visits) {
        const auto& owed = visit.item->obligation;
        bool was_late = timeliness_of(owed) == Timeliness::Late || timeliness_of(owed) == Timeliness::NotSeen;
        if (!was_late || month_of(owed.due->day) != month)
            continue;
        auto given = house.door.lateness_given(caller.visitor, *visit.item, house.now());
        bool is_listed = given && list != house.pack().lists.end() &&
                         std::any_of(list->second.choices.begin(), list->second.choices.end(), [&](const auto& choice) { return choice.name == given->reason; });
        if (given)
            ++counts[is_listed ? given->reason : "another reason"];
    }
    auto most = std::max_element(counts.begin(), counts.end(), [](const auto& one, const auto& other) { return one.second < other.second; });
    if (most == counts.end())
        return "";
    return most->first.starts_with("I was ") ? most->first.substr(6) : most->first.starts_with("I ") ? "the worker " + most->first.substr(2) : most->first;
}

Html words_of(const House& house, const Caller& caller, const Service& service, const Caseload& today, Month month) {
    auto visits = total_of(tallies_of(service.visits), month);
    auto others = total_of(tallies_of(service.others), month);
    auto not_seen = std::count_if(today.late.begin(), today.late.end(), [](const OwedItem& item) { return is_about_being_seen(item.obligation); });
    std::vector<std::string> lines;
    if (visits.due() == 0)
        lines = {"In " + month_words(month) + " no visits were due."};
    else {
        lines = {fmt::format("In {}, {} of {} visits were in time.", month_words(month), visits.in_time, visits.due())};
        auto late = visits.late + visits.not_seen;
        auto reason = late == 0 ? std::string() : commonest_reason(house, caller, service, month);
        lines.push_back(late == 0 ? "None was late." : fmt::format("{} {} not; {}.", late, late == 1 ? "was" : "were", reason.empty() ? "no reason is said yet" : "the commonest reason: " + reason));
    }
    lines.push_back(others.due() == 0 ? "Nothing else was due." : fmt::format("Of what was to be written or done, {} of {} were in time.", others.in_time, others.due()));
    lines.push_back(not_seen == 0 ? "Today every child has been seen in time." : fmt::format("Today {} past the day for being seen.", plural(static_cast<std::size_t>(not_seen), "visit is", "visits are")));
    Html all;
    for (const auto& line : lines)
        all += html("<p class=\"govuk-body-l app-line\">{}</p>", line);
    return all;
}

// ---- the figure, and the same numbers as a table

Html figure_of(const Service& service, const std::vector<Month>& months) {
    TrendFigure figure;
    figure.id = "trend";
    figure.title = "Visits in time, month by month";
    figure.description = "One line a team, from " + month_words(months.front()) + " to " + month_words(months.back()) + ". The same numbers stand in the table below.";
    figure.scale_words = "Of 100 visits due, how many were in time. A gap: no visits were due.";
    for (auto month : months)
        figure.months.push_back(short_words(month));
    auto tallies = tallies_of(service.visits);
    for (const auto& [name, team] : service.teams) {
        TrendLine line{name, {}};
        for (auto month : months)
            line.values.push_back(tallies[team][month].of_hundred());
        figure.lines.push_back(line);
    }
    return figure.lines.empty() ? Html() : trend_figure(figure);
}

Html number_of(int count, std::string_view how, Month month, TeamNumber team, const std::string& spoken) {
    if (count == 0)
        return html("0");
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\"> {}</span></a>",
                path("/service/visits?month={}&team={}&how={}", code_of(month), team.hex(), how), count, spoken);
}

Html table_of(const Service& service, const std::vector<Month>& months) {
    auto tallies = tallies_of(service.visits);
    Table table;
    table.caption = "Visits by month and team";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Month"}, {"Team"}, {"Due", "numeric"}, {"In time", "numeric"}, {"Late", "numeric"}, {"Not seen", "numeric"}};
    for (auto month = months.rbegin(); month != months.rend(); ++month) {
        if (total_of(tallies, *month).due() == 0) {
            table.rows.push_back({{month_words(*month)}, {"No visits were due.", "", "", 5}});
            continue;
        }
        for (const auto& each : service.teams) {
            const auto& name = each.first;
            const auto& team = each.second;
            const auto& tally = tallies[team][*month];
            if (tally.due() == 0) {
                table.rows.push_back({{month_words(*month)}, {name}, {"No visits were due.", "", "", 4}});
                continue;
            }
            auto cell = [&](int count, std::string_view how, std::string_view words) {
                return Cell{number_of(count, how, *month, team, fmt::format("{}, {}, {}", words, name, month_words(*month))), "numeric"};
            };
            table.rows.push_back({{month_words(*month)}, {name}, cell(tally.due(), "", "due"), cell(tally.in_time, code_of(Timeliness::InTime), "in time"),
                                  cell(tally.late, code_of(Timeliness::Late), "late"), cell(tally.not_seen, code_of(Timeliness::NotSeen), "not seen")});
        }
    }
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Visits by month and team\">{}</div>", web::table(table));
}

// ---- what managers owe

// Supervision and meetings of the same twelve months, team by team: held in time, late, or past their day.
Html table_of_work(const House& house, const Caller& caller, const std::vector<Month>& months) {
    std::map<std::string, Tally> of_team;
    auto authority = house.door.authority();
    for (const auto& one : work_owed_around(house, caller.worker())) {
        const auto came = one.team.is_zero() || one.owed.force == policy::Force::Advice || !one.owed.due ? std::nullopt : timeliness_of(one.owed);
        const bool is_shown = came && *came != Timeliness::NotDueYet && one.owed.due->day >= first_day(months.front());
        if (!is_shown)
            continue;
        auto& tally = of_team[team_name(*authority, one.team)];
        ++(*came == Timeliness::InTime ? tally.in_time : *came == Timeliness::Late ? tally.late : tally.not_seen);
    }
    Table table;
    table.caption = "Supervision and meetings by team";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Team"}, {"Due", "numeric"}, {"In time", "numeric"}, {"Late", "numeric"}, {"Not held yet", "numeric"}};
    for (const auto& [name, tally] : of_team)
        table.rows.push_back({{name}, {std::to_string(tally.due()), "numeric"}, {std::to_string(tally.in_time), "numeric"}, {std::to_string(tally.late), "numeric"},
                              {std::to_string(tally.not_seen), "numeric"}});
    return of_team.empty() ? Html() : html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Supervision and meetings by team\">{}</div>", web::table(table));
}

// ---- what is to be reviewed

std::vector<const policy::About*> policies_past_review(const policy::Pack& pack, calendar::Day today) {
    std::vector<const policy::About*> late;
    for (const auto* about : {&pack.about})
        if (about->review_due && *about->review_due < today)
            late.push_back(about);
    for (const auto& about : pack.extended)
        if (about.review_due && *about.review_due < today)
            late.push_back(&about);
    return late;
}

Html to_review(const House& house, const Caseload& today) {
    auto alerts = alerts_to_review(house, today).size();
    auto policies = policies_past_review(house.pack(), house.today());
    SummaryList list;
    auto alert_words = alerts == 0 ? html("None") : html("<a class=\"govuk-link\" href=\"{}\">{} to review</a>", url("/team/alerts"), alerts);
    Html policy_words;
    for (const auto* about : policies)
        policy_words += html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">{}</a>, since {}</p>", path("/pack?pack={}", about->id), about->name,
                             calendar::in_words(*about->review_due));
    const auto reasons = reasons_that_do_not_fit(today).size();
    auto reason_words = reasons == 0 ? html("None") : html("<a class=\"govuk-link\" href=\"{}\">{} to put right</a>", url("/team/reasons"), reasons);
    list.rows = {{{"The reason for our work does not fit", ""}, {reason_words, ""}, "", {}, ""},
                 {{"Risk alerts to review", ""}, {alert_words, ""}, "", {}, ""},
                 {{"Policy past its review date", ""}, {policies.empty() ? html("None") : policy_words, ""}, "", {}, ""}};
    return html("<h2 class=\"govuk-heading-m\">To review</h2>") + summary_list(list);
}

bool is_head(const Caller& caller) { return caller.visitor.who.role == access::Role::HeadOfService; }

Response show_service(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    if (!is_head(caller))
        return not_found(house);
    auto months = twelve_months_before(house.today());
    auto records = house.door.records_below(caller.visitor, house.now());
    auto service = service_between(house, caller, records, first_day(months.front()), last_day(months.back()));
    auto today = look_over(house, caller, records);
    auto frame = frame_for(house, caller);
    frame.act = "Service";
    frame.heading = "Children seen and written to in time";
    frame.current = "/service";
    auto foot = html("<p class=\"govuk-body\">These counts hold the records you may see.</p>");
    return shown(frame, words_of(house, caller, service, today, months.back()) + figure_of(service, months) + table_of(service, months) + foot + table_of_work(house, caller, months) + to_review(house, today));
}

// ---- the list behind a number

std::string met_words(const policy::Obligation& owed) {
    auto met = owed.met_at ? ", on " + calendar::in_words(calendar::london_day(*owed.met_at)) : std::string();
    return state_words(owed) + met;
}

Response show_visits(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto month = month_of_code(call.request.query.get("month"));
    auto team = TeamNumber::parse(call.request.query.get("team"));
    if (!is_head(caller) || !month || !team)
        return not_found(house);
    auto how = timeliness_of_code(call.request.query.get("how"));
    auto service = service_between(house, caller, house.door.records_below(caller.visitor, house.now()), first_day(*month), last_day(*month));
    Table table;
    table.head = std::vector<Cell>{{"Child"}, {"What"}, {"Due"}, {"How it came out"}};
    for (const auto& visit : service.visits) {
        const auto& owed = visit.item->obligation;
        auto came = timeliness_of(owed);
        if (visit.team != *team || !came || *came == Timeliness::NotDueYet || (how && came != how))
            continue;
        table.rows.push_back({{child_link(*visit.item)}, {noun(house, owed)}, {due_link(visit.item->record, owed)}, {met_words(owed)}});
    }
    table.caption = plural(table.rows.size(), "visit", "visits") + " found";
    auto frame = frame_for(house, caller);
    frame.act = "Visits";
    auto words = !how ? std::string("due") : *how == Timeliness::InTime ? std::string("in time") : *how == Timeliness::Late ? std::string("late") : std::string("not seen");
    frame.heading = fmt::format("Visits {}, {}, {}", words, team_name(*house.door.authority(), *team), month_words(*month));
    frame.back = BackLink{url("/service"), "Service"};
    return shown(frame, html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Visits\">{}</div>", web::table(table)));
}

} // namespace

std::vector<http::Route> service_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/service", http::Reach::Manager, to(show_service)},
            {http::Method::Get, "/service/visits", http::Reach::Manager, to(show_visits)}};
}

} // namespace lifestory::web::pages
