// A child's entries without their prose: who, when and what was chosen, which is all that rules ask, and no sentence that anybody
// could read. What is derived of an outline is what is derived of the entries. It is kept sealed beside the lists of what is owed, so
// that counting anew reads one text and not a hundred entries, and it is never a source: it is dropped and made again from the entries.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/entry.h"

namespace lifestory::record {

// Whether the words of an answer are somebody's own; an interval, a number and a code are read by rules.
bool is_prose(std::string_view item_type);

// An answer stays answered: of its prose one mark is left.
void leave_out_prose(Entry& entry);

// Of one record, all of it from its first entry on, without prose.
std::string write_outline(std::span<const Entry> entries);
Result<std::vector<Entry>> read_outline(RecordNumber record, std::string_view bytes); // refuses "not-an-outline", and as unpack does

} // namespace lifestory::record
