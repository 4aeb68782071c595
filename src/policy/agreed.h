// What was agreed for one child in an item of type day or interval: "2026-09-25", "6 weeks".
#pragma once

#include <optional>
#include <string_view>

#include "calendar/due.h"
#include "policy/condition.h"

namespace lifestory::policy {

// The due date that it gives when counted from the event; none: it is neither a day nor an interval.
std::optional<calendar::DueDate> agreed_due(std::string_view agreed, calendar::Instant event, const calendar::DueOptions& options,
                                            const calendar::Calendar& calendar);

std::optional<Ages> parse_ages(std::string_view text); // "under 5", "5 or over", "16 to 17"

} // namespace lifestory::policy
