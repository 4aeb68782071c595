// A child's chronology as a page, a file or an answer of the program's interface shows it: derived from the open record, with the
// age at the time, the source's link, and what is owed of it. The events themselves are the chronology room's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "chronology/derive.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

enum class ChronologyFor { Workers, Child };
chronology::Chronology chronology_of(const House& house, const access::OpenRecord& open, const Judged& judged, ChronologyFor whom = ChronologyFor::Workers);

std::string when_of(const chronology::Row& row);                              // "3 July 2025", "July 2025", "From 3 July to 9 July 2025"
std::string age_then(const record::Child& child, const chronology::Row& row); // "10"; "not born yet"; empty: not known
std::string source_of(const chronology::Row& row);                            // "Visit", "Health visitor's letter, from Northmere Health"
std::string gap_words(const chronology::Gap& gap, const std::string& name);   // "No important event and nobody saw Tilly from ..."
std::vector<record::StoodRow> stood_rows(const record::Child& child, const std::vector<chronology::Row>& rows);

const policy::Obligation* chronology_owed(const Judged& judged); // the earliest that is open; null: none
bool may_keep_chronology(const House& house, const access::OpenRecord& open);

Url chronology_path(RecordNumber child);
Url chronology_path(RecordNumber child, std::string_view of); // "/children/.../chronology/court"
Url row_path(RecordNumber child, const EntryId& row);
Url source_path(RecordNumber child, const chronology::Source& source);

} // namespace lifestory::web::pages
