// What goes by e-mail: whether anything in it is confidential, and through what it is sent. Asked of copies, notes and plans with the words that the
// policy asks of letters with, and recorded with how it was given (pages.md 6.12, 6.13).
#pragma once

#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

// How something was given, at the field NAME; of these ways "by e-mail" asks the two questions beneath it.
Html choose_means(const House& house, const Asked& asked, const std::string& name, const Choosable& ways);

struct Means {
    std::string words; // "by e-mail, through secure e-mail"; what was chosen, where it is no e-mail or the policy asks nothing of one
    Refusals refusals;
};
Means means_said(const House& house, const desk::Fields& fields, const std::string& name);

} // namespace lifestory::web::pages
