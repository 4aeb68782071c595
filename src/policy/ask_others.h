// What `due` answers beside timescales and frequencies: rules of other kinds that hold a length of time (an escalation's question,
// a reminder, an audit, a hold, how long a printed copy is good for), and rules that were settled away. For the files of this room.
#pragma once

#include "policy/asking.h"

namespace lifestory::policy {

std::string in_brackets(const std::vector<std::string>& clauses); // " (ROC-158)"; empty of none

void count_into(RuleAnswer& answer, const Asking& asking, const std::vector<std::string>& clauses, const calendar::Counting& counting,
                const std::string& calendar_name);

// Facts with the names of statuses as the pack has them; refuses a status or an area that it does not have ("bad-fact").
Result<Facts> sound_facts(const Pack& pack, const Facts& facts);

void add_other_answers(ClauseAnswer& answer, const Asking& asking);

} // namespace lifestory::policy
