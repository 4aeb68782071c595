#include "web/pages/team_lists.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/last_heard.h"
#include "web/pages/team_work.h"

namespace lifestory::web::pages {

namespace {

using access::OwedItem;
using http::Call;
using http::Response;

constexpr std::size_t rows_on_a_page = 20, most_heard = 200;

struct Chosen {
    std::string worker, team;
    int from = 0, below = 0; // of assessments: the day; 0: any
    std::size_t page = 1;
};

int number_in(const Call& call, std::string_view name) { return static_cast<int>(std::strtol(std::string(call.request.query.get(name)).c_str(), nullptr, 10)); }

Chosen chosen_of(const Call& call) {
    return {std::string(call.request.query.get("worker")), std::string(call.request.query.get("team")), number_in(call, "from"), number_in(call, "below"),
            static_cast<std::size_t>(std::max(1, number_in(call, "page")))};
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
    return path("/team/{}?worker={}&team={}&from={}&below={}&page={}", list, chosen.worker, chosen.team, std::to_string(chosen.from), std::to_string(chosen.below),
                std::to_string(page));
}

Html due_table(const House& house, std::span<const OwedItem> items) {
    Table table;
    table.head = std::vector<Cell>{{"Child"}, {"What"}, {"Worker"}, {"When"}};
    for (const auto& item : items)
        table.rows.push_back({{child_link(item)}, {noun(house, item.obligation)}, {worker_name(house, item.allocated)}, {state_link(house, item)}});
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"What is due\">{}</div>", web::table(table));
}

// Each record is opened for it, so a list of more is not asked for it.
std::map<RecordNumber, std::string> heard_words(const House& house, const Caller& caller, std::span<const RecordNumber> records) {
    std::map<RecordNumber, std::string> words;
    if (records.size() <= most_heard)
        for (const auto& open : house.door.look_over(caller.visitor, records, house.now()))
            words[open.record] = last_heard_words(last_heard(*open.child, house.today()));
    return words;
}

Html children_table(const House& house, const Caller& caller, const Caseload& caseload, const Chosen& chosen) {
    std::vector<const access::OwedChild*> children;
    std::vector<RecordNumber> records;
    for (const auto& child : caseload.children)
        if (is_chosen(house, chosen, child.allocated)) {
            children.push_back(&child);
            records.push_back(child.record);
        }
    auto heard = heard_words(house, caller, records);
    Table table;
    table.head = std::vector<Cell>{{"Child"}, {"Worker"}, {"Seen"}, {"Late"}, {"Heard"}};
    for (const auto* child : children)
        table.rows.push_back({{html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/children/{}", child->record.hex()), child->child)},
                              {worker_name(house, child->allocated)},
                              {last_seen_words(child->seen, child->seen_alone, house.today())},
                              {std::to_string(child->late)},
                              {records.size() <= most_heard ? heard[child->record] : "choose one worker to see it"}});
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
                                 NamedList{"reasons", "The reason for our work does not fit"},
                                 NamedList{"alerts", "Alerts to review"},
                                 NamedList{"children", "Children"}};

std::vector<OwedItem> due_this_week(const Caseload& caseload, calendar::Day today) {
    auto all = caseload.due_today;
    auto week = caseload.this_week(today);
    all.insert(all.end(), week.begin(), week.end());
    return all;
}

std::vector<OwedItem> assessments_at(const House& house, const Caseload& caseload, const Chosen& chosen) {
    std::vector<OwedItem> items;
    for (const auto& one : assessments_of(house, caseload))
        if (one.day >= chosen.from && (chosen.below == 0 || one.day < chosen.below))
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
        return assessments_at(house, caseload, chosen_of(call));
    if (list == "reasons")
        return reasons_that_do_not_fit(caseload);
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
        return children_table(house, call.caller<Caller>(), caseload, chosen);
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

std::vector<http::Route> team_list_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/team/{list}", http::Reach::Manager, to(show_list)}};
}

} // namespace lifestory::web::pages
