// A child's family as the page, the file and /api/v1 show it: which day, which view and for whom was asked, and the family
// made of the open record for it. Drawing it is the genogram room's.
#pragma once

#include <string>

#include "genogram/draw.h"
#include "web/pages/acting.h"
#include "web/pages/form_fields.h"

namespace lifestory::web::pages {

enum class FamilyView { Genogram, Ecomap, Words };
enum class DrawnFor { Workers, Child };

struct FamilyAsked {
    calendar::Day on{};
    FamilyView view = FamilyView::Genogram;
    DrawnFor drawn_for = DrawnFor::Workers;
};

// Of an address: `on` as one day, or as three boxes, empty for today; `view`; `for`. What was asked without its day.
desk::Fields family_fields(const http::Fields& query);
FamilyView view_of(const desk::Fields& fields);
DrawnFor drawn_for(const desk::Fields& fields);
// Refuses, at on.day, what is no day, a day to come, and one before the child was born.
Result<FamilyAsked> family_asked(const access::OpenRecord& open, const desk::Fields& fields, calendar::Day today);

struct DrawnFamily {
    FamilyAsked asked;
    genogram::Family family; // for the child: what she has been told, and nothing that says more
    std::string left_out;    // for the worker, of the child's version; empty: nothing was
    int revision = 0;        // how many entries the family's stream has
};

// Refuses "own-ancestor".
Result<DrawnFamily> drawn_family(const access::OpenRecord& open, const FamilyAsked& asked);
std::size_t people_in(const genogram::Family& family); // whom somebody wrote down
std::string drawn_with(const access::OpenRecord& open, calendar::Day on); // "Drawn with Tilly Barrow on 23 December 2026"; empty: never, by then
std::string title_of_drawing(const access::OpenRecord& open, FamilyView view);
std::string drawing_of(const access::OpenRecord& open, const DrawnFamily& drawn, genogram::Paper paper); // SVG

} // namespace lifestory::web::pages
