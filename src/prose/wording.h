// The rules by which a draft is read, as values: the packs' words and acronyms, and what is known of this child. The
// policy room makes them of the packs; prose knows no pack.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

namespace lifestory::prose {

struct Acronym {
    std::string letters; // "CAMHS"
    std::string full;    // "child and adolescent mental health services"
    std::string plain;   // what it is, for a child; may be empty
};

struct WordingRules {
    std::unordered_map<std::string, Acronym> acronyms;        // by their letters
    std::unordered_map<std::string, bool> everyday_acronyms;  // known to an eleven-year-old: TV, PE, GP
};

// What is known of the child whose record it is. Empty members leave a judgement unmade.
struct About {
    std::string child;                // the name the child uses
    std::vector<std::string> names;   // everyone's names, so that initials used as a name are not letters to explain
};

} // namespace lifestory::prose
