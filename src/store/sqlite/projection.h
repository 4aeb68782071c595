// The lists across children, kept in the ledger's own file so that one transaction holds entry, tree and lists. All of
// it can be dropped and made again from the entries. What the lists hold is for the index to say.
#pragma once

#include "index/project.h"
#include "store/sqlite/database.h"

namespace lifestory::store::sqlite {

void prepare_projection(Database& database); // makes the tables that are not there yet
void project(Database& database, const index::Changes& changes); // within the writer's transaction, in entry order
void drop_projection(Database& database);    // the tables too

} // namespace lifestory::store::sqlite
