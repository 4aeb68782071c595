// What was met or given up of one record, as one packet of bytes: it never moves again, so it is kept as a whole. Words
// stand in it as codes of the list of words. Private to index_owed.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/owed.h"

namespace lifestory::store::sqlite {

using Code = std::uint64_t;

std::string write_owed(const std::vector<const index::OwedRow*>& rows, const std::function<Code(std::string_view)>& code_of);

// Fault when the bytes are not what write_owed made.
std::vector<index::OwedRow> read_owed(RecordNumber record, std::string_view bytes, const std::function<std::string(Code)>& word_of);

} // namespace lifestory::store::sqlite
