// A family as a GEDCOM file, 5.5.1 or 7.0, for another program: what the standard has words for in its own tags, the rest of what we
// hold in extension tags, so that read_gedcom gives the same family again (docs/formats/gedcom.md).
#pragma once

#include "genogram/family.h"

namespace lifestory::genogram {

enum class GedcomVersion { V551, V70 };

// `on` is the day on which the family stood so; the same family gives the same bytes.
std::string gedcom_of(const Family& family, Day on, GedcomVersion version);

} // namespace lifestory::genogram
