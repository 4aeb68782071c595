// Labelled records (tests/language) and how well the checker's marks agree with their labels, by the rules of the labelling guide:
// a mark that overlaps a finding of its category has found it; one on a neutral place, in a pasted block or on another word-level
// finding is no alarm.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "policy/pack.h"
#include "prose/reader.h"

namespace lifestory::policy {

struct Tally {
    int found = 0, missed = 0, alarms = 0;
    double precision() const { return found + alarms == 0 ? 1 : double(found) / (found + alarms); }
    double recall() const { return found + missed == 0 ? 1 : double(found) / (found + missed); }
};

struct Scores {
    std::map<std::string, Tally> category, missing;
    Tally all, must;
    int records = 0, clean = 0, clean_with_alarm = 0;
};

Scores score(const std::filesystem::path& folder, const Pack& pack, const prose::Reader& reader);

} // namespace lifestory::policy
