// What an entry says of its files, as the ledger is told it.
#pragma once

#include <vector>

#include "ledger/file.h"
#include "record/entry.h"

namespace lifestory::record {

std::vector<ledger::NamedFile> named_files(const Content& content);

} // namespace lifestory::record
