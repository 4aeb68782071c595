// A calendar as text that calendar programs read (RFC 5545, by libical): one event for each thing due, on its day or at
// its minute. Whose it is, and what may stand in it, is the feed's.
#pragma once

#include <string>
#include <vector>

#include "calendar/due.h"

namespace lifestory::web::pages {

struct DueEvent {
    std::string uid;      // the same for the same thing, so that a program moves it rather than adding another
    std::string summary;  // "Visit, seen alone, due today"
    std::string description;
    std::string address;  // where it is met; empty: none
    calendar::DueDate due;
};

// Lines of at most 75 bytes, ended by CR LF; `name` is what a program shows the calendar as.
std::string calendar_text(const std::string& name, const std::vector<DueEvent>& events, calendar::Instant now);

} // namespace lifestory::web::pages
