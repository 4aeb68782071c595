// The family's words for who somebody is to somebody else, "nan", "mum's partner", "foster carer", read as what a drawing
// needs to know. Words we do not know are kept as words and draw no line.
#pragma once

#include "genogram/family.h"

namespace lifestory::genogram {

enum class Kin {
    Parent, StepParent, FosterCarer, AdoptiveParent, Guardian, Grandparent, AuntOrUncle, Cousin, Sibling, Twin, IdenticalTwin,
    Spouse, FormerSpouse, Partner, FormerPartner, Casual, Other
};
enum class Side { NotSaid, Mothers, Fathers };

struct KinWord {
    Kin kin = Kin::Other;
    bool is_turned = false;           // said the other way: "son", "granddaughter"
    Gender gender = Gender::NotRecorded; // of the one who is it
    Side side = Side::NotSaid;
};

KinWord kin_of(std::string_view word);
std::optional<TieKind> tie_of(std::string_view word); // "close", "do not speak"

} // namespace lifestory::genogram
