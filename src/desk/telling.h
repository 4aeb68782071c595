// What goes to a worker outside the pages: the secret address of a calendar of what is due, and a short e-mail each
// working day. Neither holds a name. The address of the account is kept for the e-mail alone, sealed.
#pragma once

#include <optional>
#include <string>

#include "base/bytes.h"
#include "calendar/day.h"

namespace lifestory::desk {

using calendar::Day;
using calendar::Instant;

struct Telling {
    std::optional<Instant> calendar_since; // when the calendar's address in force was made; none: there is none
    std::string daily_email_to;                 // empty: no e-mail goes there
    bool operator==(const Telling&) const = default;
};

// A secret of 256 random bits in base64url: part of an address that is shown once. Kept is its SHA-256 alone.
struct CalendarSecret {
    std::string written;
    Digest hash{};
};
CalendarSecret new_calendar_secret();
Digest hash_of_calendar_secret(std::string_view written);

} // namespace lifestory::desk
