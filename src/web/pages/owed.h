// What is owed, in the words of the pages, with the press that meets it. Which rules owe what is the policy room's; what
// is owed across children comes from the lists (access/owed.h), without opening a record.
#pragma once

#include <string>
#include <vector>

#include "web/pages/acting.h"

namespace lifestory::web::pages {

// The open obligations of these children, which are the caller's own work, each list by due date. Advice is left out.
struct Caseload {
    std::vector<access::OwedChild> children;              // by name
    std::vector<access::OwedItem> late, due_today, later; // later: due within `look_ahead` days
    std::vector<access::OwedItem> missing;                // what must be there, and has no day: also "not seen alone in 3 visits"

    std::vector<access::OwedItem> this_week(calendar::Day today) const; // of `later`, the seven days after today
    const access::OwedChild* child(RecordNumber record) const;
};

Caseload look_over(const House& house, const Caller& caller, std::span<const RecordNumber> children);

std::string noun(const House& house, const policy::Obligation& owed);      // "Core group notes", "Visit, seen alone"
std::string length_of_lateness(const policy::Obligation& owed);            // "2 working days"; where it is less than one, "15 hours"
std::string state_words(const policy::Obligation& owed);                   // "late by 2 working days (due 21 December 2026)"
std::string how_late(const policy::Obligation& owed);                      // the same without the day
std::string starting_words(const House& house, const policy::Obligation& owed); // "the visit", "the beginning of “child protection plan”"
std::string reason_words(const House& house, const policy::Obligation& owed);   // "Because of the core group on 11 December 2026"
Url path_to_meet(const House& house, RecordNumber child, const policy::Obligation& owed);
std::string act_words(const House& house, const policy::Obligation& owed); // "Record a visit", "Write it", "Write them"
Url due_path(RecordNumber child, const policy::Obligation& owed);          // its sum
Html due_link(RecordNumber child, const policy::Obligation& owed);         // "Tuesday 5 January 2027", to its sum
bool is_about_being_seen(const policy::Obligation& owed);
bool is_about_being_alone(const policy::Obligation& owed);                 // "seen alone" counts
bool is_about_the_reason(const policy::Obligation& owed);                  // the reason for our work does not fit what goes on
bool is_a_talk_about_words(const policy::Obligation& owed);
bool is_a_visit(const House& house, const policy::Obligation& owed);       // a visit meets it, by whatever of its moments

// "seen alone yesterday", "not seen alone for 61 days", "not seen yet".
std::string last_seen_words(std::optional<calendar::Day> seen, std::optional<calendar::Day> alone, calendar::Day today);
std::string last_seen_words(const record::Child& child, calendar::Day today);

// Who sees a part of the story alone is told of nothing that is worked out from the whole: it would be wrong.
bool sees_all(const access::OpenRecord& open);

} // namespace lifestory::web::pages
