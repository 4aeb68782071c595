// An e-mail as Outlook saves it (.msg), turned by msgconvert (Debian's libemail-outlook-message-perl) into one as the standards have it
// (.eml, RFC 5322 and MIME), which casework/read_email.h reads. What is in a .msg is read by that program alone, within bounds of time and memory.
#pragma once

#include <string>

#include "base/result.h"

namespace lifestory::exports {

// Refuses "no-outlook", "busy", "too-slow" and "email-broken", with what to do instead.
Result<std::string> email_of_outlook(std::string bytes);

} // namespace lifestory::exports
