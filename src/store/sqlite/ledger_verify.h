// Recomputes everything that the ledger claims and names the entries that are wrong. Trusts no row, only the keys it
// was opened with. Private to ledger.cpp.
#pragma once

#include "store/sqlite/ledger_book.h"

namespace lifestory::store::sqlite {

// `older_note`: a checkpoint that somebody else kept, which the book must still bear out.
ledger::Verified verify_book(const Book& book, std::optional<std::string_view> older_note);
ledger::Verified verify_record(const Book& book, RecordNumber record);

} // namespace lifestory::store::sqlite
