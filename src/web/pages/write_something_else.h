// What the pack offers to write about a child beside a visit, in its own nouns: what is written most often first, the rest closed
// below it under plain headings, with a box of the script that narrows them (assets/js/find_kind.js).
#pragma once

#include "web/pages/acting.h"

namespace lifestory::web::pages {

Html write_something_else(const House& house, const access::OpenRecord& open, const Judged& judged);

} // namespace lifestory::web::pages
