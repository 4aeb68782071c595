// Writes SVG: numbers short, every word escaped, no style sheet and no script, so that it stands alone and on a page alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "genogram/layout.h"

namespace lifestory::genogram {

struct Pen {
    double width = 1.6;
    std::string_view dashes = {};   // "4 3"
    std::string_view colour = "#0b0c0c";
    std::string_view fill = "none";
};

class Svg {
public:
    void open(std::string_view tag, std::string_view attributes = {}); // attributes as markup, ours alone
    void close(std::string_view tag);
    void element(std::string_view tag, std::string_view attributes, std::string_view words); // words escaped
    void line(const std::vector<Point>& points, const Pen& pen);
    void shape(const std::vector<Point>& points, const Pen& pen);      // closed
    void path(std::string_view steps, const Pen& pen);
    void circle(Point centre, double radius, const Pen& pen);
    void ellipse(const Box& box, const Pen& pen);
    void box(const Box& box, double rounded, const Pen& pen);
    void words(const Words& words, std::string_view colour = "#0b0c0c");
    std::string text() && { return std::move(m_text); }

private:
    void paint(const Pen& pen);
    void attribute(std::string_view name, double value);
    std::string m_text;
};

std::string number(double value);            // "12.5", never "-0"
std::string escaped(std::string_view words); // for text and attributes; what no XML may hold is dropped

} // namespace lifestory::genogram
