// The lists behind Team (pages.md 7.1): what is late and why, what is due by Friday, who has not been seen alone, the
// assessments by their day, of the whole line or of one worker or team. Names in alphabet, never in order of a number.
#pragma once

#include "web/http/router.h"
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
std::vector<access::OwedItem> late_by_friday(const Caseload& caseload, calendar::Day today);
std::vector<access::OwedItem> passed_up(const House& house, const Caller& caller, const Caseload& caseload); // long late, told to this role
std::vector<access::OwedItem> alerts_to_review(const House& house, const Caseload& caseload);

std::string worker_name(const House& house, WorkerNumber worker); // "nobody"
Html child_link(const access::OwedItem& item);
Html state_link(const House& house, const access::OwedItem& item);

// Child, what, worker, how late, why, what kept the child safe: of these, `from` on, a page of them.
Html late_table(const House& house, const Caller& caller, std::span<const access::OwedItem> items);
inline constexpr std::size_t rows_on_a_page = 20;

std::vector<http::Route> team_list_routes(const House& house);

} // namespace lifestory::web::pages
