// Where a goal stood from one version of the plan to the next, 0 to 10, as a small drawn line and as the same table (pages.md 6.12). The
// figure is the first number that stands in its words; what has none is in the table alone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/pages/acting.h"

namespace lifestory::web::pages {

struct ScaleThen {
    calendar::Day day{};
    std::optional<int> figure; // 0 to 10
    std::string words;         // "4, Tilly"
    bool operator==(const ScaleThen&) const = default;
};

std::optional<int> figure_in(std::string_view words);
std::vector<ScaleThen> scale_over_time(const std::vector<const record::StoryEntry*>& plans, std::string_view goal); // oldest first

Html scale_line(const std::vector<ScaleThen>& scale, const std::string& id, const std::string& goal); // empty: fewer than two

} // namespace lifestory::web::pages
