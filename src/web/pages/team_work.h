// What a line's work comes to, out of what is owed (pages.md 7.1): who was not seen alone, what will be late by Friday,
// assessments by their day, what was passed up; and the cells in which all of Team's lists show a row.
#pragma once

#include "web/pages/owed.h"

namespace lifestory::web::pages {

calendar::Calendar working_days_of(const House& house); // with the holidays declared since
calendar::Day this_friday(calendar::Day today);         // today's, or the next

// An assessment that goes on, once a child: how many working days since it began.
struct AssessmentAtDay {
    access::OwedItem item; // the first of its due items
    int day = 0;
};
std::vector<AssessmentAtDay> assessments_of(const House& house, const Caseload& caseload);

std::vector<access::OwedItem> not_seen_alone(const Caseload& caseload);                     // one a child
std::vector<access::OwedItem> reasons_that_do_not_fit(const Caseload& caseload);            // of our work, by child
std::vector<access::OwedItem> late_by_friday(const Caseload& caseload, calendar::Day today);
std::vector<access::OwedItem> passed_up(const House& house, const Caller& caller, const Caseload& caseload); // long late, told to this role
std::vector<access::OwedItem> alerts_to_review(const House& house, const Caseload& caseload);

std::string worker_name(const House& house, WorkerNumber worker); // "nobody"
Html child_link(const access::OwedItem& item);
Html state_link(const House& house, const access::OwedItem& item);

// Child, what, worker, how late, why, what kept the child safe. Opens the children of these rows to say why.
Html late_table(const House& house, const Caller& caller, std::span<const access::OwedItem> items);

} // namespace lifestory::web::pages
