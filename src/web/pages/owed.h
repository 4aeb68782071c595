// What is owed, in the words of the pages, with the press that meets it. Which rules owe what is the policy room's.
#pragma once

#include <string>
#include <vector>

#include "web/pages/acting.h"

namespace lifestory::web::pages {

struct Owed {
    access::OpenRecord open;
    policy::Obligation obligation;
};

// Open obligations of these children that this caller can act on, by due date; `judged` beside each child.
struct Caseload {
    std::vector<access::OpenRecord> children;
    std::vector<Judged> judged;       // of the same place in `children`
    std::vector<Owed> late, due_today, this_week;
};

Caseload look_over(const House& house, const Caller& caller, std::span<const RecordNumber> children);

std::string noun(const House& house, const policy::Obligation& owed);      // "Core group notes", "Visit, seen alone"
std::string state_words(const policy::Obligation& owed);                   // "late by 2 working days (due 21 December 2026)"
Url path_to_meet(const House& house, RecordNumber child, const policy::Obligation& owed);
std::string act_words(const House& house, const policy::Obligation& owed); // "Record a visit", "Write it"
Url due_path(RecordNumber child, const policy::Obligation& owed);          // its sum
Html due_link(RecordNumber child, const policy::Obligation& owed);         // "Tuesday 5 January 2027", to its sum
bool is_about_being_seen(const policy::Obligation& owed);

// "seen alone yesterday", "not seen alone for 61 days", "not seen yet".
std::string last_seen_words(const record::Child& child, calendar::Day today);

} // namespace lifestory::web::pages
