// The tables beyond people, families, work, law, homes and notes (docs/formats/import.md): plans and early help, where people live, disability,
// school, health, and numbers that other services know a child by.
#pragma once

#include "app/bring_in/tables.h"

namespace lifestory::app::bring_in {

Outcome read_more_tables(Tables& tables);

} // namespace lifestory::app::bring_in
