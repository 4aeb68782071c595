#include "web/pages/reminders.h"

#include <algorithm>

#include "web/html/components.h"

namespace lifestory::web::pages {

std::vector<std::string> reminders_at(const policy::Pack& pack, std::string_view place) {
    std::vector<std::string> lines;
    for (const auto& reminder : pack.reminders)
        if (std::ranges::find(reminder.at, place) != reminder.at.end())
            lines.push_back(reminder.text);
    return lines;
}

Html reminder_lines(const policy::Pack& pack, const std::vector<std::string>& places) {
    Html lines;
    for (const auto& place : places)
        for (const auto& line : reminders_at(pack, place))
            lines += html("<p>{}</p>", line);
    return lines.empty() ? Html() : inset_text({lines, {}, {}, {}});
}

} // namespace lifestory::web::pages
