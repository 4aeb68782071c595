// Entries of one record as bytes, for what is read often and can be made again: a third of the size of their JSON, and read in a third of
// the time. It is no format that lasts: it begins with the shape of every kind as this program knows it, so what another program
// packed is not read at all.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/entry.h"

namespace lifestory::record {

// Of one record, from its first entry on. By which form an entry came is left out.
std::string pack(std::span<const Entry> entries);
Result<std::vector<Entry>> unpack(RecordNumber record, std::string_view bytes); // refuses "not-packed": another program's, cut off or longer

} // namespace lifestory::record
