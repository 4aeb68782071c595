// Who a child is, in the words that stand on top of every page about them: name in use, pronoun, age, who they live
// with, what plan there is. From the folded record alone; nothing here decides who may read it.
#pragma once

#include <string>
#include <vector>

#include "policy/pack.h"
#include "policy/timeline.h"
#include "record/child.h"
#include "record/family.h"

namespace lifestory::web::pages {

struct Pronouns {
    std::string subject, object, possessive; // "she", "her", "her"
};

Pronouns pronouns_of(const record::Child& child, const record::Family& family);
std::string in_a_row(std::vector<std::string> names, std::string_view between = ", "); // "Priya, Gareth and Sam"
std::string capital(std::string words);                   // "her words" -> "Her words"
std::string possessive(const std::string& name);          // "Tilly's", "James's"
std::string age_words(const record::Child& child, calendar::Day today);   // "11", "7 months", "3 weeks"; empty: not born
std::string age_words(calendar::Day born, calendar::Day today);          // the same of who was born on that day
std::string lives_with(const record::Child& child, const record::Family& family, calendar::Day today); // "her nan, Maureen Barrow"

// "Matilda Barrow. She. 11, born 14 March 2015. Lives with her nan, Maureen Barrow. Child protection plan since 2 November 2026."
std::string identity_line(const record::Child& child, const record::Family& family, const policy::Pack& pack,
                          const std::vector<policy::Spell>& statuses, calendar::Day today);

// Statuses that hold and that a child would know: plans, being looked after; "Child protection plan since 2 November 2026".
std::vector<std::string> status_lines(const policy::Pack& pack, const std::vector<policy::Spell>& statuses, calendar::Day today);

} // namespace lifestory::web::pages
