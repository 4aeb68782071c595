// A pack's reminders, where it wants them: on every page, beside a record type, before signing, on paper.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "policy/pack.h"
#include "web/html/html.h"

namespace lifestory::web::pages {

std::vector<std::string> reminders_at(const policy::Pack& pack, std::string_view place);
Html reminder_lines(const policy::Pack& pack, const std::vector<std::string>& places); // an inset; nothing where there is none

} // namespace lifestory::web::pages
