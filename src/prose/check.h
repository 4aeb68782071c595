// Reads a draft as a good senior practitioner would and says what could be better. The one way into this room: each
// category has a file of its own, and this puts their findings in the order of the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "prose/finding.h"
#include "prose/reader.h"
#include "prose/wording.h"

namespace lifestory::prose {

std::vector<Finding> check(std::string_view text, const Reader& reader, const About& about);

// What a record of a type should hold (`expects`, from the pack) and what this one holds, taken from its items.
struct Holds {
    bool child_voice = false, how_views_obtained = false, who_was_present = false;
    bool decision = false, reason_for_decision = false, decision_maker = false, next_step = false;
    bool what_was_wanted = true; // asked by boxes alone: words do not tell who wanted them
};

std::vector<Missing> missing(const std::vector<std::string>& expects, const Holds& holds);

// The same, read from the words of a whole record. `type`: the record type's id; in a visit, a call or family time it is enough
// for how the views came that the child said them there.
std::vector<Missing> missing_from(std::string_view text, const Reader& reader, const About& about, const std::vector<std::string>& expects, std::string_view type);

std::string question(Missing missing, std::string_view child); // "What did Tilly say, or show you?"

} // namespace lifestory::prose
