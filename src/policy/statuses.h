// The statuses of a child as intervals (packs.md section 4): a life with its statuses is what every judgement asks.
#pragma once

#include <string>
#include <vector>

#include "policy/occurrences.h"

namespace lifestory::policy {

// The child's life by a pack, with every interval of every status and restriction. Refers to both; they must outlive it.
Life life_of(const Pack& pack, const Timeline& child);

std::vector<Spell> statuses_of(const Pack& pack, const Timeline& child);
std::vector<std::string> statuses_on(const std::vector<Spell>& statuses, Day day);

} // namespace lifestory::policy
