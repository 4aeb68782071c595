// A paper that helps people to record well, kept with the pack that speaks of it: each version in words of our own, from when it holds,
// what changed in it and what was learnt that changed it. A paper without a version was named by its source and not supplied.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "policy/rules.h"

namespace lifestory::policy {

struct GuidanceVersion {
    std::string version, text, changed, learnt;
    calendar::Day since{};
    bool operator==(const GuidanceVersion&) const = default;
};

struct Guidance {
    Rule rule;
    std::string title;
    std::vector<std::string> records, lists;   // the forms and the lists of choices that it is for
    std::optional<calendar::Day> review_due;
    std::vector<GuidanceVersion> versions;     // in the order of their days

    const GuidanceVersion* on(calendar::Day day) const; // the version in force; none: not yet, or not supplied
    bool operator==(const Guidance&) const = default;
};

} // namespace lifestory::policy
