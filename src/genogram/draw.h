// A genogram as SVG: a sheet with its title, its day and revision, a key of what it uses and no more, and what could not be
// read. It needs no style sheet and no script, prints on A4 across, and says nothing by colour alone.
#pragma once

#include "genogram/layout.h"

namespace lifestory::genogram {

class Svg;

enum class Paper { A4Across, AsWideAsItIs }; // for a file that is printed, for a page whose smallest words are of 16 px

struct Heading {
    std::string title;             // "Tilly Barrow's family"
    std::optional<Day> on;         // the day the family is drawn as of; ages are of that day
    std::optional<int> revision;
    std::string drawn_with;        // who took part: "Drawn with Tilly and Nan"; empty: not said
    std::string id = "genogram";   // begins the ids in it: several drawings may stand on one page
    Paper paper = Paper::A4Across;
};

// Opens a drawing of that box, with what is read out in its place and its letters; two tags are left open.
void open_drawing(Svg& svg, const Heading& heading, const Box& box, std::string_view description);

std::string draw_genogram(const Family& family, const Heading& heading, const Kept& kept = {});

} // namespace lifestory::genogram
