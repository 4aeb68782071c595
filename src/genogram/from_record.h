// A family from our own record as it stood on a day: who was born by then, whose relationships and homes held. What nobody
// said is a question mark, never a guess. Who may see whom is the door's to say before it comes here.
#pragma once

#include "genogram/family.h"
#include "record/family.h"

namespace lifestory::genogram {

struct AroundTie {
    PersonNumber person;
    std::size_t around = 0; // of AsRecorded::around
    TieKind kind = TieKind::Close;
    Direction direction = Direction::Neither;
};

struct AsRecorded {
    Day on{};
    std::optional<PersonNumber> focus;
    std::optional<PersonNumber> go_to;          // whom to ring out of hours
    std::vector<Around> around;                 // workers, the team, services, themes
    std::vector<AroundTie> ties;
};

// Refuses "own-ancestor".
Result<Family> family_from(const record::Family& recorded, const AsRecorded& as);

} // namespace lifestory::genogram
