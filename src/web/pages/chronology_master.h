// The master chronology of brothers and sisters (issue 6): on whose file it lies, said on each file; and at the end or a transfer its whole
// copy into the file of each child in one press, or row by row, for each child considered separately.
#pragma once

#include <vector>

#include "web/http/router.h"
#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

// When our work ends or the child's record is handed over: the whole of it into this file, and from the lead child's into each, where it does
// not stand already as it is. Each but the first stays owed.
enum class WholeCopy { Stands, NobodySaidWhere, HoldsAnAddress, NotInEveryFile };
WholeCopy copy_chronology_at_the_end(const House& house, const http::Call& call, RecordNumber child);
std::string_view said_of(WholeCopy copy); // the code of what the page after says; empty where it stands

Html what_is_copied_at_the_end(const House& house, const Caller& caller, const access::OpenRecord& open);

std::vector<http::Route> chronology_master_routes(const House& house);

// Above a child's own chronology: where the one of brothers and sisters lies, and the presses. Empty for an only child.
Html where_master_lies(const House& house, const Caller& caller, const access::OpenRecord& open);

// At the end or a transfer: that the whole of it is to be copied into each child's file, and the one press that does it. Empty when
// nothing is to be copied, or not by this reader.
Html whole_copy_owed(const House& house, const Caller& caller, const access::OpenRecord& open, const Judged& judged);

} // namespace lifestory::web::pages
