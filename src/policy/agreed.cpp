#include "policy/agreed.h"

namespace lifestory::policy {

std::optional<calendar::DueDate> agreed_due(std::string_view agreed, calendar::Instant event, const calendar::DueOptions& options,
                                            const calendar::Calendar& calendar) {
    if (auto day = calendar::parse_day(agreed))
        return calendar::due_on(*day);
    auto count = calendar::parse_count(agreed);
    if (!count || !calendar::is_length_of_time(*count))
        return std::nullopt;
    auto due = calendar::due_date({*count, event, calendar::Direction::After, options}, calendar);
    return due ? std::optional(*due) : std::nullopt;
}

} // namespace lifestory::policy
