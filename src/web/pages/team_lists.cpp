#include "web/pages/team_lists.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/notices.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

using access::OwedItem;
using http::Call;
using http::Response;

std::vector<calendar::Holiday> declared_of(const House& house) {
    std::vector<calendar::Holiday> declared;
    for (const auto& holiday : house.door.authority()->holidays)
        declared.push_back({holiday.what.day, holiday.what.name});
    return declared;
}

bool is_work_completed(const House& house, const policy::Obligation& owed) {
    return !owed.what.empty() && owed.what.front().moment == "completed" && house.pack().is_like(owed.what.front().id, "work") &&
           owed.what.front().id.find("assessment") != std::string::npos;
}

// ---- one list on a page of its own

struct Chosen {
    std::string worker, team;
    std::size_t page = 1;
};

Chosen chosen_of(const Call& call) {
    auto page = std::strtoul(std::string(call.request.query.get("page")).c_str(), nullptr, 10);
    return {std::string(call.request.query.get("worker")), std::string(call.request.query.get("team")), std::max<std::size_t>(1, page)};
}

bool is_chosen(const House& house, const Chosen& chosen, WorkerNumber allocated) {
    const auto* worker = house.door.authority()->worker(allocated);
    return (chosen.worker.empty() || allocated.hex() == chosen.worker) && (chosen.team.empty() || (worker && worker->team.hex() == chosen.team));
}

std::vector<OwedItem> chosen_from(const House& house, const Chosen& chosen, const std::vector<OwedItem>& items) {
    std::vector<OwedItem> found;
    std::copy_if(items.begin(), items.end(), std::back_inserter(found), [&](const OwedItem& item) { return is_chosen(house, chosen, item.allocated); });
    return found;
}

// Whose list it is, in words: "Priya Anand", "Family Team North", or nobody's in particular.
std::string whose(const House& house, const Chosen& chosen) {
    auto authority = house.door.authority();
    if (auto worker = WorkerNumber::parse(chosen.worker))
        return worker_name(house, *worker);
    auto team = TeamNumber::parse(chosen.team);
    const auto* known = team ? authority->team(*team) : nullptr;
    return known ? known->name : "";
}

Url page_of(std::string_view list, const Chosen& chosen, std::size_t page) {
    return path("/team/{}?worker={}&team={}&page={}", list, chosen.worker, chosen.team, std::to_string(page));
}

Html due_table(const House& house, std::span<const OwedItem> items) {
    Table table;
    table.head = std::vector<Cell>{{"Child"}, {"What"}, {"Worker"}, {"When"}};
    for (const auto& item : items)
        table.rows.push_back({{child_link(item)}, {noun(house, item.obligation)}, {worker_name(house, item.allocated)}, {state_link(house, item)}});
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What is due\">{}</div>", web::table(table));
}

Html children_table(const House& house, const Caseload& caseload, const Chosen& chosen) {
    Table table;
    table.head = std::vector<Cell>{{"Child"}, {"Worker"}, {"Seen"}, {"Late"}};
    for (const auto& child : caseload.children)
        if (is_chosen(house, chosen, child.allocated))
            table.rows.push_back({{html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/children/{}", child.record.hex()), child.child)},
                                  {worker_name(house, child.allocated)},
                                  {last_seen_words(child.seen, child.seen_alone, house.today())},
                                  {std::to_string(child.late)}});
    table.caption = plural(table.rows.size(), "child", "children") + " found";
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Children\">{}</div>", web::table(table));
}

struct NamedList {
    std::string_view path, title;
};
constexpr std::array named_lists{NamedList{"late", "Late"},
                                 NamedList{"due", "Due this week"},
                                 NamedList{"friday", "Late by Friday if nothing happens"},
                                 NamedList{"not-seen", "Not seen alone in 3 visits"},
                                 NamedList{"assessments", "Assessments"},
                                 NamedList{"passed-up", "Passed up to you"},
                                 NamedList{"alerts", "Alerts to review"},
                                 NamedList{"children", "Children"}};

std::vector<OwedItem> due_this_week(const Caseload& caseload, calendar::Day today) {
    auto all = caseload.due_today;
    auto week = caseload.this_week(today);
    all.insert(all.end(), week.begin(), week.end());
    return all;
}

std::vector<OwedItem> assessments_at(const House& house, const Caseload& caseload, const Call& call) {
    auto from = std::strtol(std::string(call.request.query.get("from")).c_str(), nullptr, 10);
    auto below = std::strtol(std::string(call.request.query.get("below")).c_str(), nullptr, 10);
    std::vector<OwedItem> items;
    for (const auto& one : assessments_of(house, caseload))
        if (one.day >= from && (below == 0 || one.day < below))
            items.push_back(one.item);
    return items;
}

std::vector<OwedItem> items_of(const House& house, const Call& call, const Caseload& caseload, std::string_view list) {
    if (list == "late")
        return caseload.late;
    if (list == "due")
        return due_this_week(caseload, house.today());
    if (list == "friday")
        return late_by_friday(caseload, house.today());
    if (list == "not-seen")
        return not_seen_alone(caseload);
    if (list == "assessments")
        return assessments_at(house, caseload, call);
    if (list == "alerts")
        return alerts_to_review(house, caseload);
    return passed_up(house, call.caller<Caller>(), caseload);
}

Html pages_below(std::string_view list, const Chosen& chosen, std::size_t found) {
    Pagination ways;
    if (chosen.page > 1)
        ways.previous = PageLink{page_of(list, chosen, chosen.page - 1), "Earlier", {}, {}};
    if (chosen.page * rows_on_a_page < found)
        ways.next = PageLink{page_of(list, chosen, chosen.page + 1), "Later", {}, {}};
    return ways.previous || ways.next ? pagination(ways) : Html();
}

Html list_of(const House& house, const Call& call, const Caseload& caseload, std::string_view list, const Chosen& chosen) {
    if (list == "children")
        return children_table(house, caseload, chosen);
    auto items = chosen_from(house, chosen, items_of(house, call, caseload, list));
    auto from = std::min(items.size(), (chosen.page - 1) * rows_on_a_page);
    auto shown_items = std::span(items).subspan(from, std::min(rows_on_a_page, items.size() - from));
    auto found = html("<p class=\"govuk-body\">{} found.</p>", items.size());
    if (items.empty())
        return found;
    auto rows = list == "late" || list == "passed-up" ? late_table(house, call.caller<Caller>(), shown_items) : due_table(house, shown_items);
    return found + rows + pages_below(list, chosen, items.size());
}

Response show_list(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto known = std::find_if(named_lists.begin(), named_lists.end(), [&](const NamedList& one) { return one.path == call.parameter("list"); });
    if (known == named_lists.end())
        return not_found(house);
    auto records = house.door.records_below(caller.visitor, house.now());
    auto caseload = look_over(house, caller, records);
    auto chosen = chosen_of(call);
    auto frame = frame_for(house, caller);
    frame.act = std::string(known->title);
    auto of = whose(house, chosen);
    frame.heading = of.empty() ? std::string(known->title) : std::string(known->title) + ", " + of;
    frame.back = BackLink{url("/team"), "Team"};
    return shown(frame, list_of(house, call, caseload, known->path, chosen));
}

} // namespace

calendar::Calendar working_days_of(const House& house) { return calendar::with(house.pack().calendar_named(""), declared_of(house)); }

calendar::Day this_friday(calendar::Day today) { return today + (std::chrono::Friday - std::chrono::weekday(today)); }

std::vector<AssessmentAtDay> assessments_of(const House& house, const Caseload& caseload) {
    auto working_days = working_days_of(house);
    std::map<RecordNumber, AssessmentAtDay> first;
    for (const auto* list : {&caseload.late, &caseload.due_today, &caseload.later})
        for (const auto& item : *list) {
            if (!is_work_completed(house, item.obligation))
                continue;
            auto day = working_days.working_days_in(item.obligation.starts_on, house.today());
            auto [one, is_new] = first.try_emplace(item.record, AssessmentAtDay{item, day});
            if (!is_new && day > one->second.day)
                one->second = {item, day};
        }
    std::vector<AssessmentAtDay> all;
    for (const auto& [record, one] : first)
        all.push_back(one);
    std::stable_sort(all.begin(), all.end(), [](const auto& left, const auto& right) { return left.item.child < right.item.child; });
    return all;
}

std::vector<OwedItem> not_seen_alone(const Caseload& caseload) {
    std::vector<OwedItem> items;
    std::set<RecordNumber> shown;
    for (const auto* list : {&caseload.missing, &caseload.late})
        for (const auto& item : *list)
            if (is_about_being_alone(item.obligation) && shown.insert(item.record).second)
                items.push_back(item);
    return items;
}

std::vector<OwedItem> late_by_friday(const Caseload& caseload, calendar::Day today) {
    std::vector<OwedItem> items = caseload.due_today;
    for (const auto& item : caseload.later)
        if (item.obligation.due->day <= this_friday(today))
            items.push_back(item);
    return items;
}

std::vector<OwedItem> passed_up(const House& house, const Caller& caller, const Caseload& caseload) {
    auto declared = declared_of(house);
    std::vector<OwedItem> items;
    for (const auto& item : caseload.late) {
        auto told = policy::notices_of(item.obligation, house.pack(), declared, house.now());
        if (std::any_of(told.begin(), told.end(), [&](const policy::Notice& notice) {
                return notice.is_late && notice.step != "late" && std::find(notice.tell.begin(), notice.tell.end(), caller.visitor.who.pack_role) != notice.tell.end();
            }))
            items.push_back(item);
    }
    return items;
}

std::vector<OwedItem> alerts_to_review(const House& house, const Caseload& caseload) {
    std::vector<OwedItem> items;
    auto is_review = [&](const OwedItem& item) { return !item.obligation.what.empty() && house.pack().is_like(item.obligation.what.front().id, "risk-alert-review"); };
    for (const auto* list : {&caseload.late, &caseload.due_today, &caseload.later})
        std::copy_if(list->begin(), list->end(), std::back_inserter(items), is_review);
    return items;
}

std::string worker_name(const House& house, WorkerNumber worker) {
    auto authority = house.door.authority();
    const auto* known = authority->worker(worker);
    return known ? known->full_name : "nobody";
}

Html child_link(const OwedItem& item) { return html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/children/{}", item.record.hex()), item.child); }

Html state_link(const House& house, const OwedItem& item) {
    const auto& owed = item.obligation;
    if (!owed.due)
        return html("{}", owed.note.empty() ? state_words(owed) : owed.note);
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}, {}</span></a>", due_path(item.record, owed), state_words(owed),
                noun(house, owed), item.child);
}

Html late_table(const House& house, const Caller& caller, std::span<const OwedItem> items) {
    Table table;
    table.head = std::vector<Cell>{{"Child"}, {"What"}, {"Worker"}, {"How late"}, {"Why"}, {"What kept the child safe"}};
    for (const auto& item : items) {
        auto given = house.door.lateness_given(caller.visitor, item, house.now());
        table.rows.push_back({{child_link(item)},
                              {noun(house, item.obligation)},
                              {worker_name(house, item.allocated)},
                              {state_link(house, item)},
                              {given ? given->reason : std::string("not said yet")},
                              {given ? given->kept_safe : std::string("not said yet")}});
    }
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Late\">{}</div>", web::table(table));
}

std::vector<http::Route> team_list_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/team/{list}", http::Reach::Manager, to(show_list)}};
}

} // namespace lifestory::web::pages
