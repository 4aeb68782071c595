// A second opinion on a layout: it looks at the finished picture alone, boxes and lines, and says in sentences what a social
// worker could misread.
#pragma once

#include "genogram/layout.h"

namespace lifestory::genogram::judge {

struct Verdict {
    std::vector<std::string> wrong;
    int crossings = 0;          // of lines of different unions
    int partners_apart = 0;     // of one row, each with no other partner, with somebody between them
    int lines_through_words = 0;
};

Verdict judged(const Family& family, const Layout& layout);

// A family of about so many people, the same for the same seed: several partners, half-siblings, twins, cousins who marry,
// partners across generations, children adopted and fostered. Everybody has a year of birth.
Family invented(unsigned seed, std::size_t people);

} // namespace lifestory::genogram::judge
