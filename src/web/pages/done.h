// What was done, said once on the page that follows, and what stands on the paper when a page is printed.
#pragma once

#include "web/pages/acting.h"

namespace lifestory::web::pages {

// "Success. Signed. It is in Tilly's story." for the code in the address; nothing for a code that we do not know.
std::optional<NotificationBanner> banner_for(const House& house, const access::OpenRecord& open, std::string_view code);
std::string checkpoint_line(const House& house); // the newest, as paper carries it: its size and the beginning of its root
PrintFrame print_frame(const House& house, const Caller& caller, const access::OpenRecord& open, std::string_view what);

} // namespace lifestory::web::pages
