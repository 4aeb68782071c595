// A plan, order or enquiry that a text says a child has now, and that the facts do not have (LEI-110): told as a wrong name or date is. Only what is
// said of the child, in the present and plainly; what was, may be or is not is no slip. In time that grows with the text alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prose/finding.h"

namespace lifestory::web::pages {

struct NamedStatus {
    std::string name; // "child in need plan"
    bool holds = false;
};

struct StatusesOfChild {
    std::string child;                // "Tilly"
    std::vector<NamedStatus> named;   // by every name that the policy has for them
    std::vector<std::string> in_words; // those that hold: "Child protection plan since 2 November 2026"
};

std::vector<prose::Finding> wrong_statuses(std::string_view text, const StatusesOfChild& statuses);

} // namespace lifestory::web::pages
