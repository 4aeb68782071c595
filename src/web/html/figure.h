// A figure of lines over months, drawn as SVG: each line labelled at its end and with its own dash, so that no colour is
// needed to tell them apart. The same numbers stand in a table beside it, which is the caller's.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/html.h"

namespace lifestory::web {

struct TrendLine {
    std::string label;                      // "Family Team North"
    std::vector<std::optional<int>> values; // one a month; none: there was nothing to count, and the line has a gap
};

struct TrendFigure {
    std::string id;                  // of the page, for the ids within
    std::string title, description;  // read out in the picture's place; the title stands above it
    std::string of;                  // what alone parts it from others of the same title on its page; for who hears it
    std::string scale_words;         // "Of 100 visits due, in time"
    std::vector<std::string> months; // "Jan 2026", as many as each line has values
    std::vector<TrendLine> lines;
    int highest = 100;               // where the scale ends; it begins at 0
};

Html trend_figure(const TrendFigure&);

} // namespace lifestory::web
