// The pages for trouble, word by word from pages.md section 9: the same bytes for every cause, so that what is refused
// cannot be told from what does not exist. The words at fields are left to the forms.
#pragma once

#include <string>

#include "web/html/html.h"
#include "web/pages/layout.h"

namespace lifestory::web {

// 404: not found, refused, restricted, wrong address: always all of it.
Html not_found_page(const PageFrame& shell);

// 503: `kept_on_device` only when it is true; `back_at` ("11:15") only when it is known.
struct Unavailable {
    bool kept_on_device = false;
    std::string back_at;
};
Html unavailable_page(const PageFrame& shell, const Unavailable&);

// 500: `saved_until` ("10:42") and `draft` (its path) only when something was being written.
struct OurMistake {
    std::string reference; // "K7M-24F"
    std::string saved_until, draft;
};
Html our_mistake_page(const PageFrame& shell, const OurMistake&);

Html too_large_page(const PageFrame& shell);           // 413
Html too_many_tries_page(const PageFrame& shell, int minutes); // 429

} // namespace lifestory::web
