// What came from another system, told from what was written here: its author is no worker, and its types are in no policy, so that no
// rule about writing down and reading what is written asks anything of it.
#pragma once

#include <string_view>

#include "record/entry.h"

namespace lifestory::record {

constexpr std::string_view brought_in_note = "brought-in-note";               // a note of the other system
constexpr std::string_view brought_in_differences = "brought-in-differences"; // what became of a child's rows; a manager looks at it

WorkerNumber brought_in_author(); // "Brought in from ...": nobody's account

} // namespace lifestory::record
