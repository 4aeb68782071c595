// Who reads a draft before it is signed: whom the policy has sign or decide it, where such a one stands in the line above its writer; else the
// manager. A draft that is asked about can be read by everybody in that line.
#pragma once

#include <optional>

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

struct FirstReader {
    record::Worker worker;
    bool signs = false; // for its writer may not
};
std::optional<FirstReader> who_reads_first(const House& house, const DraftView& view);

} // namespace lifestory::web::pages
