// What is sent to somebody holds no address that they may not know: a home of the family that was marked as hidden from them, on the day it is sent and ever before, save where they live or lived themselves.
#pragma once

#include <string>
#include <vector>

#include "record/family.h"
#include "record/form.h"

namespace lifestory::casework {

enum class HowSure { Certain, ItsStreet }; // of a street alone nobody can say which house is meant

// A home that may not be known to who it goes to, in the words of one box.
struct HiddenShown {
    std::string receiver, home;            // "Darren Cole", "Nan's"
    std::vector<PersonNumber> lives_there;
    std::string field, label;              // of the box
    std::size_t line = 0;                  // of its words, from 1; 0: parted between this box and another
    HowSure how_sure = HowSure::Certain;
};

// In every box, also parted between the end of one and the beginning of another, and in the name of a file; none of what came in. The one that it is sent to stands in
// "from-whom", chosen or by name.
std::vector<HiddenShown> hidden_homes_in(const record::Family& family, const record::Form& form);

Refusals hidden_addresses_in(const record::Family& family, const record::Form& form); // the certain ones, each at its field

} // namespace lifestory::casework
