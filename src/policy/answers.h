// How the pack answers each clause, derived from the rules that name it (packs.md section 7). No clause is forgotten:
// one without any rule is open.
#pragma once

#include <string>
#include <vector>

#include "policy/pack.h"

namespace lifestory::policy {

enum class Answer { Enforced, Prompted, Shown, Measured, Outside, Open };
std::string name_of(Answer answer); // "enforced"

struct AnsweredClause {
    std::string clause;
    Answer answer = Answer::Open;
    std::vector<std::string> how; // "record.visit.place", "timescale.core-group-minutes", "shape.story", "pack.ours"
    std::string why;              // of Outside
    bool operator==(const AnsweredClause&) const = default;
};

std::vector<AnsweredClause> answered_clauses(const Pack& pack); // in the order of the ids

} // namespace lifestory::policy
