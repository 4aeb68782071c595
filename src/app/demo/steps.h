// What happens in the demonstration, act by act, in the order of time over all its families.
#pragma once

#include <variant>
#include <vector>

#include "app/demo/data.h"

namespace lifestory::app::demo {

enum class Part { Begins, Ends };

struct OpensChild { const PersonOf* person; };
struct SaysPerson { const PersonOf* person; };
struct SaysRelationship { const RelationshipOf* tie; Part part; };
struct SaysHousehold { const HouseholdOf* home; Part part; };
struct Allocates { const AllocationOf* allocation; Part part; };
struct SaysEpisode { const EpisodeOf* episode; Part part; };
struct SaysDetail { const DetailOf* detail; };
struct IsBorn { const PersonOf* person; };
struct SignsEntry { const EntryOf* entry; };
struct SaysBeside { const AfterOf* after; };
struct SignsWork { const WorkOf* work; }; // of no family

using Deed = std::variant<OpensChild, SaysPerson, SaysRelationship, SaysHousehold, Allocates, SaysEpisode, IsBorn, SaysDetail,
                          SignsEntry, SaysBeside, SignsWork>;

struct Step {
    Instant at{};
    Day day{}; // of what is said, which may lie before its record was opened; orders what is said at one time
    const FamilyOf* family = nullptr;
    Deed deed;
};

// In order; nothing in it is later than `until`. What began before the demonstration's two years is said on its first day.
std::vector<Step> steps_of(const Data& data, Instant until);

Instant begins(const Data& data); // when the authority itself is written down, before any step
const Stands& stands(const Deed& deed);

} // namespace lifestory::app::demo
