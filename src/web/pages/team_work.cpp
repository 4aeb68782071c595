#include "web/pages/team_work.h"

#include <algorithm>
#include <map>
#include <set>

#include "policy/notices.h"
#include "web/html/components.h"

namespace lifestory::web::pages {

namespace {

using access::OwedItem;

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

std::vector<OwedItem> reasons_that_do_not_fit(const Caseload& caseload) {
    std::vector<OwedItem> items;
    std::copy_if(caseload.missing.begin(), caseload.missing.end(), std::back_inserter(items), [](const OwedItem& item) { return is_about_the_reason(item.obligation); });
    std::stable_sort(items.begin(), items.end(), [](const auto& left, const auto& right) { return left.child < right.child; });
    return items;
}

std::vector<OwedItem> late_by_friday(const Caseload& caseload, calendar::Day today) {
    std::vector<OwedItem> items = caseload.due_today;
    for (const auto& item : caseload.later)
        if (item.obligation.due && item.obligation.due->day <= this_friday(today))
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

} // namespace lifestory::web::pages
