// When a child last had a part in their own record (ROC-083): the newest day on which they said something in it or of it, and the newest on
// which somebody read from it with them. From the folded record alone.
#pragma once

#include <optional>
#include <string>

#include "record/child.h"

namespace lifestory::web::pages {

struct LastHeard {
    std::optional<calendar::Day> heard, read_together;
};

inline constexpr std::string_view read_out = "read out"; // how a copy was given when it was read to, or with, somebody

bool is_to_the_child(const record::Child& child, const std::string& to); // "Tilly", "Matilda Barrow, 11"
LastHeard last_heard(const record::Child& child, calendar::Day today);
std::string last_heard_words(const LastHeard& last); // "Last heard on 9 December 2026. Last read together on 1 December 2026."

} // namespace lifestory::web::pages
