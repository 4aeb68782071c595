// A family's drawing said to be right on a day: who drew it together, what stands around the family that is in no other entry (services,
// themes, whom to ring at night), and the drawing in words as it stood. A signed document of a record type that is the same in every
// pack; people, ties and homes themselves are the family's stream's, drawing them is the genogram room's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/child.h"
#include "record/family.h"

namespace lifestory::record {

inline constexpr std::string_view genogram_type = "genogram"; // what the rules ask to be looked at again

// "Young carers' club", and how the child finds it: "close", "distant", "hostile", "stressful"; empty: nobody said.
struct AroundUs {
    std::string name, how;
    std::string whom = {}; // by name, who finds it so; empty: the child
    bool operator==(const AroundUs&) const = default;
};

struct KeptGenogram {
    std::vector<std::string> with;         // who took part, by name
    std::vector<AroundUs> services, themes;
    std::optional<PersonNumber> at_night;  // whom to ring
    std::string as_drawn;                  // the same in words, so that it can be read without the family's stream
    bool operator==(const KeptGenogram&) const = default;
};

Form form_of(const KeptGenogram& kept);
KeptGenogram genogram_in(const StoryEntry& story);
const StoryEntry* genogram_on(const Child& child, Day day); // the newest that stands of that day or before it; null: none

// What was said of the family, its homes and whoever works with the child after that drawing was kept, each thing once: "Nan's, and who
// lives there", "Sam Okoro's work".
std::vector<std::string> said_since(const StoryEntry& kept, const Child& child, const Family& family);

} // namespace lifestory::record
