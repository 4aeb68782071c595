#include "chronology/together.h"

#include <algorithm>

namespace lifestory::chronology {

namespace {

// One event, written for each of them: of the same days, and told in the same words of what happened and what was done.
bool is_one_event(const Row& left, const Row& right) {
    return left.day == right.day && left.exactly == right.exactly && left.until == right.until && left.what == right.what && left.done == right.done &&
           left.agency == right.agency;
}

} // namespace

std::vector<JointRow> rows_together(std::span<const Chronology> children) {
    std::vector<JointRow> all;
    for (std::size_t child = 0; child < children.size(); ++child)
        for (const auto& row : children[child].rows) {
            const auto same =
                std::find_if(all.begin(), all.end(), [&](const JointRow& one) { return one.parts.back().child != child && is_one_event(one.first(), row); });
            if (same != all.end())
                same->parts.push_back({child, &row});
            else
                all.push_back({{{child, &row}}});
        }
    std::stable_sort(all.begin(), all.end(), [](const JointRow& left, const JointRow& right) {
        return std::pair(left.first().day, -static_cast<int>(left.first().exactly)) < std::pair(right.first().day, -static_cast<int>(right.first().exactly));
    });
    return all;
}

} // namespace lifestory::chronology
