// A line of a GEDCOM file with what stands under it: how the readers of people and unions walk a file.
#pragma once

#include <span>
#include <unordered_map>

#include "genogram/family.h"
#include "genogram/gedcom_lines.h"

namespace lifestory::genogram {

// The first line, and the deeper ones that follow it.
struct Branch {
    std::span<const GedcomLine> lines;

    const GedcomLine& line() const { return lines.front(); }
    std::vector<Branch> under() const;                             // one level down, in order
    std::string value(std::string_view tag) const;                 // of the first of that tag; empty: none
    std::optional<When> date() const { return parse_gedcom_date(value("DATE")); }
    bool says(std::string_view word) const;                        // in its own value, TYPE, NOTE or PHRASE, any case
};

std::vector<Branch> records_of(std::span<const GedcomLine> lines); // the branches of level 0

std::string tidy(std::string_view typed); // in one line, at most 120 letters; empty: no text

// Who a pointer means, by "@I1@".
using Places = std::unordered_map<std::string, std::size_t>;

Person read_person(const Branch& record);
Union read_union(const Branch& record); // without its people

} // namespace lifestory::genogram
