// A home away from home. The interval in the child's stream says what kind of home it is and who cares for the child; where it is, who of the family
// lives there, too, and who may not know the address stand once, in the family's stream, as the home that is named after the interval (record/homes.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casework/act.h"
#include "record/child.h"
#include "record/family.h"

namespace lifestory::casework {

constexpr std::string_view placement_type = "placement";

struct PlacedAt {
    std::string address;
    std::vector<PersonNumber> with;    // of the family, beside the child
    std::vector<PersonNumber> not_for; // who may not know the address
    bool operator==(const PlacedAt&) const = default;
};

const record::History<record::Household>* home_of_placement(const record::Family& family, const std::string& episode); // null: none was written down

// What stands now; of one that was said before homes went with placements, what it said itself.
PlacedAt placed_at(const record::Family& family, const record::Child& child, const record::Episode& episode);

// Takes the address out of what the interval says: it is kept with the home.
std::string take_address(record::Form& form);

// `said_of_interval` is what begin_episode or put_episode_right says of it. Its home is written in the same act, as long as the child stands in a family.
Result<Writing> with_home(const Act& act, const record::Child& child, const record::Family& family, const record::Episode& episode, const PlacedAt& at,
                          const std::string& said_by, Result<Writing> said_of_interval);

Result<Writing> end_with_home(const Act& act, const record::Child& child, const record::Family& family, const std::string& episode, Day ended);

// Where the child lives on a day, and with whom.
struct WhereItIs {
    const record::Household* home = nullptr;        // null: a placement of which no home was written down, or nothing
    const record::EpisodeHistory* placement = nullptr; // that this home is of
    std::string name, address, cared_for_by;
    bool is_known() const { return home || placement; }
};
WhereItIs where_on(const record::Child& child, const record::Family& family, Day day);

} // namespace lifestory::casework
