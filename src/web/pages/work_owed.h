// What managers owe as managers (rules about a worker, a team, the authority): supervision, team meetings, looks at the guidance. Derived
// when it is asked for, from the authority's own stream; Team, Service, the calendar and the daily e-mail read the same.
#pragma once

#include <string>
#include <vector>

#include "calendar/due.h"
#include "policy/obligation.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

struct WorkOwed {
    policy::Obligation owed;
    std::string of_whom;               // "Priya Anand", "Family Team North", the authority's name
    WorkerNumber worker{};             // whose supervision; zero: a team's or the authority's
    TeamNumber team{};                 // of the worker, or the team itself; zero: the authority's
    std::vector<WorkerNumber> owed_by; // today
    calendar::Explanation sum;
};

// Open, met and past, of this worker and all whose line leads to them, of their teams, and of the authority; in the order of the due dates.
std::vector<WorkOwed> work_owed_around(const House& house, WorkerNumber reader);

// What this worker owes and is open: what has no day, and what is due by then.
std::vector<WorkOwed> work_owed_by(const House& house, WorkerNumber worker, calendar::Day until);

Url path_to_write(const WorkOwed& one);
std::string work_words(const WorkOwed& one); // "Supervision, Priya Anand": for pages alone, since it holds a name

} // namespace lifestory::web::pages
