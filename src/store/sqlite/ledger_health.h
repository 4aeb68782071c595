// What `doctor` asks of a ledger's folder: how fast the disk flushes, whether the files are whole, whether keys and
// their places are as they should be. Private to ledger.cpp.
#pragma once

#include "store/sqlite/ledger.h"
#include "store/sqlite/ledger_book.h"

namespace lifestory::store::sqlite {

Health health_of(const Book& book);

} // namespace lifestory::store::sqlite
