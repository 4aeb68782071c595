// Children who may be here already: of nearly the same name and born on the same day, or with the same number of the health service or the
// school. They are held back and reported; nothing joins two records by itself.
#pragma once

#include "app/bring_in/family_in.h"
#include "index/index.h"

namespace lifestory::app::bring_in {

// Why a child of the tables is held back, by the other system's number.
std::map<std::string, std::string> known_already(const Source& source, const Numbers& numbers, const ledger::Ledger& ledger, const index::Index& index);

} // namespace lifestory::app::bring_in
