#include "web/pages/team.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/owed.h"
#include "web/pages/start_here.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using policy::State;

std::string worker_of(const access::OpenRecord& open, calendar::Day today) {
    const auto* allocation = open.child->allocated_worker_on(today);
    return allocation ? allocation->full_name : "nobody";
}

Html to_child(const access::OpenRecord& open) {
    return html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/children/{}", open.record.hex()), open.child->name());
}

// Late: child, what, days, why, what kept the child safe.
Html late_table(const House& house, const Caseload& caseload) {
    Table table;
    table.caption = "Late (" + std::to_string(caseload.late.size()) + ")";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Child"}, {"What"}, {"Worker"}, {"How late"}, {"Why"}, {"What kept the child safe"}};
    for (const auto& owed : caseload.late) {
        auto given = owed.open.child->lateness_given(owed.obligation.id.hex());
        table.rows.push_back({{to_child(owed.open)},
                              {noun(house, owed.obligation)},
                              {worker_of(owed.open, house.today())},
                              {html("<a class=\"govuk-link\" href=\"{}\">{}</a>", due_path(owed.open.record, owed.obligation), state_words(owed.obligation))},
                              {given ? given->reason : std::string("not said yet")},
                              {given ? given->kept_safe : std::string("not said yet")}});
    }
    return caseload.late.empty() ? html("<p class=\"govuk-body\">Nobody is late.</p>") : html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Late\">{}</div>", web::table(table));
}

// "Not seen alone in 3 visits": the share rules that are missed, child by child.
Html not_seen_alone(const House& house, const Caseload& caseload) {
    WorkList list;
    list.title = "Not seen alone in 3 visits";
    list.is_open = true;
    list.empty_words = "Every child has been seen alone.";
    for (std::size_t i = 0; i < caseload.children.size(); ++i)
        for (const auto& owed : caseload.judged[i].obligations) {
            bool alone = std::any_of(owed.what.begin(), owed.what.end(), [](const auto& what) { return what.moment == "seen-alone"; });
            if (!alone || !owed.is_late())
                continue;
            const auto& open = caseload.children[i];
            list.rows.push_back({html("{}, {}, {}", open.child->name(), last_seen_words(*open.child, house.today()), worker_of(open, house.today())), Phrase(owed.note), to_child(open)});
            break;
        }
    return work_list(list);
}

// Late by the end of this week's Friday, if nothing happens.
Html late_by_friday(const House& house, const Caseload& caseload) {
    auto today = house.today();
    auto friday = today + (std::chrono::Friday - std::chrono::weekday(today));
    WorkList list;
    list.title = "Late by Friday if nothing happens";
    list.empty_words = "Nothing more is due by Friday.";
    for (const auto* owed_list : {&caseload.due_today, &caseload.this_week})
        for (const auto& owed : *owed_list)
            if (owed.obligation.due->day <= friday)
                list.rows.push_back({noun(house, owed.obligation) + ", " + owed.open.child->name(),
                                     html("<a class=\"govuk-link\" href=\"{}\">{}</a>", due_path(owed.open.record, owed.obligation), state_words(owed.obligation)), to_child(owed.open)});
    return work_list(list);
}

Html waiting(const House& house, const std::vector<WorkerNumber>& below) {
    auto to_read = house.index.waiting_for_a_manager(below).size();
    auto asked = house.index.corrections_asked(below);
    Html rows;
    rows += to_read == 0 ? html("<li>Nothing waits to be signed or commented on.</li>")
                         : html("<li>To sign or comment ({}), longest waiting first <a class=\"govuk-link\" href=\"{}\">Start</a></li>", to_read, url("/team/sign-off"));
    for (const auto& one : asked)
        rows += html("<li>A correction is asked, {} <a class=\"govuk-link\" href=\"{}\">Read it<span class=\"govuk-visually-hidden\">: asked on {}</span></a></li>",
                     calendar::in_words(calendar::london_day(one.asking.recorded_at)),
                     url("/children/" + one.asking.record.hex() + "/entries/" + one.about.hex() + "/correction?asked=" + one.asking.id.hex()), calendar::in_words(calendar::london_day(one.asking.recorded_at)));
    return html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

// By worker, names in alphabet; open, due this week, late; no sums, no order by number.
Html by_worker(const House& house, const Caseload& caseload) {
    struct Counts {
        std::size_t open = 0, week = 0, late = 0;
    };
    std::map<std::string, Counts> counts;
    for (const auto& open : caseload.children)
        ++counts[worker_of(open, house.today())].open;
    for (const auto& owed : caseload.late)
        ++counts[worker_of(owed.open, house.today())].late;
    for (const auto* list : {&caseload.due_today, &caseload.this_week})
        for (const auto& owed : *list)
            ++counts[worker_of(owed.open, house.today())].week;
    Table table;
    table.head = std::vector<Cell>{{"Worker"}, {"Children"}, {"Due this week"}, {"Late"}};
    for (const auto& [name, count] : counts)
        table.rows.push_back({{name}, {std::to_string(count.open)}, {std::to_string(count.week)}, {std::to_string(count.late)}});
    Details all;
    all.summary = "By worker";
    all.content = web::table(table);
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
    auto calm = caseload.late.empty() && house.index.waiting_for_a_manager(below).empty()
                    ? html("<p class=\"govuk-body\">Nothing waits for you. Nobody is late.</p>")
                    : Html();
    auto main = calm + start_here_of(house, caller, caseload) + waiting(house, below) + late_table(house, caseload) + by_worker(house, caseload);
    auto side = not_seen_alone(house, caseload) + late_by_friday(house, caseload) + drafts_left_behind(house, caller, below);
    return shown(frame, main_and_side(main, side));
}

std::vector<http::Route> team_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/team", http::Reach::Manager, to(show_team)}};
}

} // namespace lifestory::web::pages
