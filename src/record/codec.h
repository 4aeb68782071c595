// Entries as JSON (docs/formats/entries.md) and back. Missing keys are the empty value, for formats only ever gain
// keys and an old entry must be readable for ever; unknown keys are passed over; an unknown kind is refused.
#pragma once

#include "base/result.h"
#include "ledger/ledger.h"
#include "record/entry.h"

namespace lifestory::record {

std::string write_content(const Said& said, const Content& content);

// Refuses "not-json", "unknown-kind" (a newer program's) and "not-an-entry" (a value of the wrong shape; names it).
Result<Entry> read_entry(const ledger::OpenedEntry& opened);
Result<std::vector<Entry>> read_entries(const std::vector<ledger::OpenedEntry>& opened);

// One look, as the line that the ledger joins with the others of its commit into one entry of the kind Read.
ledger::Line line_of(const Look& look, RecordNumber looks_stream);

// A form by itself, for drafts: the same spelling as in an entry.
std::string write_form(const Form& form);
Result<Form> read_form(std::string_view json);

} // namespace lifestory::record
