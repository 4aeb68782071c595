#include "store/sqlite/projection.h"

namespace lifestory::store::sqlite {

void prepare_projection(Database&) {}

void project(Database&, const ledger::OpenedEntry&) {}

void drop_projection(Database&) {}

} // namespace lifestory::store::sqlite
