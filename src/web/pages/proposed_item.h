// A choice that the page proposes and does not ask (pages.md 6.5): one line with what speaks for it and <Change>. Its
// field stays empty while the proposal holds, so that it moves with what else is said; which value is proposed is the
// pack's.
#pragma once

#include "base/json.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

Html proposed_choice(const AskedItem& asked);
std::string proposed_words(const DraftView& view, const policy::Item& item); // "Kind: looked after visit. Why: looked after, seen alone."
JsonObject proposed_json(const DraftView& view); // the same by item id, as assets/js/autosave.js reads it
Html proposed_lines(const DraftView& view);      // on the signing page, each with <Change>

} // namespace lifestory::web::pages
