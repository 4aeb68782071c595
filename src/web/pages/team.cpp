#include "web/pages/team.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/allocation.h"
#include "web/pages/correction_told.h"
#include "web/pages/draft_return.h"
#include "web/pages/emergency.h"
#include "web/pages/our_work.h"
#include "web/pages/owed.h"
#include "web/pages/papers.h"
#include "web/pages/plan_due.h"
#include "web/pages/start_here.h"
#include "web/pages/supervision.h"
#include "web/pages/team_work.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::size_t shown_of_late = 10;

// Late: child, what, days, why, what kept the child safe; the first of them, and a way to the rest.
Html late_of(const House& house, const Caller& caller, const Caseload& caseload) {
    auto title = html("<h2 class=\"govuk-heading-m\">Late ({})</h2>", caseload.late.size());
    if (caseload.late.empty())
        return title + html("<p class=\"govuk-body\">Nobody is late.</p>");
    auto first = std::span(caseload.late).first(std::min(caseload.late.size(), shown_of_late));
    auto rest = caseload.late.size() > shown_of_late
                    ? html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">All {} that are late</a></p>", url("/team/late"), caseload.late.size())
                    : Html();
    return title + late_table(house, caller, first) + rest;
}

Html alone_list(const House& house, const Caseload& caseload) {
    WorkList list;
    list.title = "Not seen alone in 3 visits";
    list.is_open = true;
    list.empty_words = "Every child was seen alone at least once in three visits.";
    for (const auto& item : not_seen_alone(caseload)) {
        const auto* child = caseload.child(item.record);
        auto seen = child ? last_seen_words(child->seen, child->seen_alone, house.today()) : std::string();
        list.rows.push_back({html("{}, {}, {}", item.child, seen, worker_name(house, item.allocated)), state_link(house, item), child_link(item)});
    }
    return work_list(list);
}

Html items_list(const House& house, std::string title, std::string empty_words, const std::vector<access::OwedItem>& items) {
    WorkList list;
    list.title = std::move(title);
    list.empty_words = std::move(empty_words);
    for (const auto& item : items)
        list.rows.push_back({noun(house, item.obligation) + ", " + item.child, state_link(house, item), child_link(item)});
    return work_list(list);
}

std::vector<access::OwedItem> papers_missing(const House& house, const Caseload& caseload) {
    std::vector<access::OwedItem> items;
    std::copy_if(caseload.missing.begin(), caseload.missing.end(), std::back_inserter(items), [&](const auto& item) { return is_paper(house.pack(), item.obligation); });
    return items;
}

// "Assessments at day 20 (2), day 35 (1), day 45 (0)": each a link to its list.
Html assessments(const House& house, const Caseload& caseload) {
    struct Stretch {
        int from, below;
    };
    auto all = assessments_of(house, caseload);
    Html parts;
    for (auto [from, below] : {Stretch{20, 35}, {35, 45}, {45, 0}}) {
        auto count = std::count_if(all.begin(), all.end(), [from = from, below = below](const auto& one) { return one.day >= from && (below == 0 || one.day < below); });
        auto way = path("/team/assessments?from={}&below={}", std::to_string(from), std::to_string(below));
        parts += html("<li><a class=\"govuk-link\" href=\"{}\">Assessments at day {} ({})</a></li>", way, from, count);
    }
    return html("<h2 class=\"govuk-heading-m\">Assessments</h2><ul class=\"govuk-list\">{}</ul>", parts);
}

// Lists that stand behind a number; a number of none leads nowhere.
Html numbers(const House& house, const Caller& caller, const Caseload& caseload) {
    struct Number {
        std::string words;
        Url way;
        std::size_t count;
    };
    Html rows;
    for (const auto& [words, way, count] : {Number{"The reason for our work does not fit", url("/team/reasons"), reasons_that_do_not_fit(caseload).size()}, Number{"Alerts to review", url("/team/alerts"), alerts_to_review(house, caseload).size()},
                                            Number{"Passed up to you", url("/team/passed-up"), passed_up(house, caller, caseload).size()}})
        rows += count == 0 ? html("<li>{} (0)</li>", words) : html("<li><a class=\"govuk-link\" href=\"{}\">{} ({})</a></li>", way, words, count);
    return html("<ul class=\"govuk-list\">{}</ul>", rows);
}

Html waiting(const House& house, const Caller& caller, std::size_t to_read) {
    Html rows;
    rows += to_read == 0 ? html("<li>Nothing waits to be signed or commented on.</li>")
                         : html("<li>To sign or comment ({}), longest waiting first <a class=\"govuk-link\" href=\"{}\">Start</a></li>", to_read, url("/team/sign-off"));
    for (const auto& one : house.door.corrections_asked_of(caller.visitor, house.now()))
        rows += html("<li>A correction is asked, {} <a class=\"govuk-link\" href=\"{}\">Read it<span class=\"govuk-visually-hidden\">: asked on {}</span></a></li>",
                     calendar::in_words(calendar::london_day(one.asking.recorded_at)),
                     url("/children/" + one.asking.record.hex() + "/entries/" + one.about.hex() + "/correction?asked=" + one.asking.id.hex()), calendar::in_words(calendar::london_day(one.asking.recorded_at)));
    return html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

struct Counts {
    std::size_t open = 0, week = 0, late = 0, help = 0;
};

Html number_of(std::string_view list, const std::string& worker, const std::string& name, std::size_t count, std::string_view words) {
    if (count == 0)
        return html("0");
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\"> {}, {}</span></a>", path("/team/{}?worker={}", list, worker), count, words, name);
}

// By team and worker, names in alphabet; children, due this week, late, each a link to its list; no sums, no order by number.
Html by_worker(const House& house, const Caseload& caseload) {
    std::map<WorkerNumber, Counts> counts;
    for (const auto& child : caseload.children)
        ++counts[child.allocated].open;
    for (const auto& item : caseload.late)
        ++counts[item.allocated].late;
    const auto week = caseload.this_week(house.today());
    for (const auto* list : {&caseload.due_today, &week})
        for (const auto& item : *list)
            ++counts[item.allocated].week;
    auto authority = house.door.authority();
    for (const auto& help : authority->help)
        if (help.answers.empty() && counts.contains(help.asked.by.worker))
            ++counts[help.asked.by.worker].help;
    std::map<std::pair<std::string, std::string>, std::vector<Cell>> rows; // by team, then by name
    for (const auto& [number, count] : counts) {
        auto author = authority->author(number);
        auto name = author ? author->full_name : "nobody";
        auto hex = number.hex();
        rows[{author ? author->team : "", name + hex}] = {{author ? author->team : ""}, {name}, {number_of("children", hex, name, count.open, "children")},
                                                           {number_of("due", hex, name, count.week, "due this week")}, {number_of("late", hex, name, count.late, "late")}, {std::to_string(count.help)}};
    }
    Table table;
    table.head = std::vector<Cell>{{"Team"}, {"Worker"}, {"Children"}, {"Due this week"}, {"Late"}, {"Asked for help"}};
    for (const auto& [who, cells] : rows)
        table.rows.push_back(cells);
    Details all;
    all.summary = "By worker";
    all.content = html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"By worker\">{}</div>", web::table(table));
    return details(all);
}

Html drafts_left_behind(const House& house, const Caller& caller, const std::vector<WorkerNumber>& below) {
    WorkList list;
    list.title = "Drafts left behind";
    list.empty_words = "No drafts are left behind.";
    auto authority = house.door.authority();
    for (const auto& worker : below) {
        if (worker == caller.worker())
            continue;
        const auto* who = authority->worker(worker);
        for (const auto& draft : house.desk.drafts_of(worker)) {
            if (draft.owner.worker != worker || house.now() - draft.updated < std::chrono::hours(24))
                continue;
            const auto* type = house.pack().record_type(draft.record_type);
            list.rows.push_back({html("{}: {}, {}", who ? who->full_name : draft.owner.full_name, type ? type->name : std::string("written down"), calendar::in_words(calendar::london_day(draft.updated))), Phrase(),
                                 html("<a class=\"govuk-link\" href=\"{}\">Open it<span class=\"govuk-visually-hidden\">, saying why: {}</span></a>", path("/drafts/{}/opening", draft.draft.hex()), draft.owner.full_name)});
        }
    }
    return work_list(list);
}

} // namespace

Response show_team(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto records = house.door.records_below(caller.visitor, house.now());
    auto caseload = look_over(house, caller, records);
    auto below = house.door.authority()->workers_below(caller.worker());
    auto frame = frame_for(house, caller);
    frame.act = "Team";
    frame.heading = caller.author().team + ", " + calendar::with_weekday(house.today());
    frame.current = "/";
    if (done_code(call) == "handed-over")
        frame.banner = NotificationBanner{BannerKind::Success, Phrase("The child is handed over. Another line of management has the record now.")};
    auto own = house.door.look_over(caller.visitor, house.door.caseload(caller.worker(), house.now()), house.now());
    auto to_read = house.door.waiting_for(caller.visitor, house.now()).size();
    auto to_hand_over = children_of_who_left(house, caseload);
    auto our_work = our_work_soon(house, caller);
    bool is_ours_late = std::any_of(our_work.begin(), our_work.end(), [](const WorkOwed& one) { return one.owed.is_late(); });
    bool nothing_waits = !is_ours_late && to_hand_over.empty() && caseload.late.empty() && not_seen_alone(caseload).empty() && to_read == 0;
    auto calm = nothing_waits ? html("<p class=\"govuk-body\">Nothing waits for you. Nobody is late. Every child has been seen.</p>") : Html();
    auto main = calm + to_hand_over + emergencies_list(house, caller) + help_waiting(house, caller) + drafts_to_read(house, caller) + words_to_close(house, caller, records) + start_here_of(house, caller, caseload, own, StartOf::Manager) + waiting(house, caller, to_read) + late_of(house, caller, caseload) + our_work_due(house, our_work) + planned_in_line(house, caller, records) + by_worker(house, caseload);
    auto side = alone_list(house, caseload) +
                items_list(house, "Late by Friday if nothing happens", "Nothing more is due by Friday.", late_by_friday(caseload, house.today())) +
                assessments(house, caseload) + items_list(house, "Papers that are missing", "Every record holds the papers that it should.", papers_missing(house, caseload)) +
                drafts_left_behind(house, caller, below) + to_tell(house, caller, records) + numbers(house, caller, caseload);
    return shown(frame, main_and_side(main, side));
}

std::vector<http::Route> team_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/team", http::Reach::Manager, to(show_team)}};
}

} // namespace lifestory::web::pages
