#include "app/demo/shift.h"

namespace lifestory::app::demo {

namespace {

using calendar::Day;
using policy::Node;

std::string written_out(const Node& node, int weeks, policy::Problems& problems) {
    std::string out;
    std::string_view rest = node.text;
    while (true) {
        const auto open = rest.find('{');
        out += rest.substr(0, open);
        if (open == std::string_view::npos)
            return out;
        const auto close = rest.find('}', open);
        const auto mark = rest.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
        const auto colon = mark.find(':');
        const auto day = calendar::parse_day(colon == std::string_view::npos ? std::string_view() : mark.substr(colon + 1));
        const auto name = mark.substr(0, colon);
        if (!day || (name != "day" && name != "weekday")) {
            problems.add(node, "words", "a { that begins neither {day:2026-12-09} nor {weekday:2026-12-09}");
            return out;
        }
        const Day moved = *day + std::chrono::days(7 * weeks);
        out += name == "day" ? calendar::in_words(moved) : calendar::weekday(moved);
        rest.remove_prefix(close + 1);
    }
}

} // namespace

int weeks_from(calendar::Instant anchor, calendar::Instant now) {
    const auto days = static_cast<int>((calendar::london_day(now) - calendar::london_day(anchor)).count());
    return days >= 0 ? days / 7 : -((6 - days) / 7);
}

void shift(Node& node, int weeks, policy::Problems& problems) {
    for (auto& member : node.members)
        shift(member.second, weeks, problems);
    for (auto& item : node.items)
        shift(item, weeks, problems);
    if (node.type != Node::Type::Text)
        return;
    if (auto day = calendar::parse_day(node.text)) {
        node.text = calendar::iso(*day + std::chrono::days(7 * weeks));
    } else if (auto wall = calendar::parse_wall(node.text)) {
        wall->day += std::chrono::days(7 * weeks);
        node.text = calendar::written(*wall);
    } else {
        node.text = written_out(node, weeks, problems);
    }
}

} // namespace lifestory::app::demo
