// Items that another answer of the same form asks for. They stand on the page from the start, with a sentence that says when they
// are asked; the script (assets/js/asked.js) shows them when they are, and hides them again. What is typed in one that is hidden
// stays typed: whether it is asked is decided when the form is read (draft_view.cpp).
#pragma once

#include <vector>

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

// In the order of the form: what is asked now, and what some answers to the others would ask for.
std::vector<const policy::Item*> can_be_asked(const House& house, const DraftView& view);

// These fields, or where the item hangs on other answers these fields with the sentence and what the script needs to know.
Html asked_if(const House& house, const DraftView& view, const policy::Item& item, const Html& fields);
// The same of words within a sentence: empty where no answer could ask for it.
Html asked_beside(const House& house, const DraftView& view, const policy::Item& item, const Html& words);

} // namespace lifestory::web::pages
