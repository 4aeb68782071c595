#include "genogram/sheets.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "genogram/svg.h"

namespace lifestory::genogram {

namespace {

// Millimetres; of a unit of the drawing too: its smallest words are ten units tall, which is six points.
constexpr double edge = 8, smallest = 0.21, strip = 12;

struct SheetMeasures {
    double width, height;
    double wide() const { return width - 2 * edge; }
    double tall() const { return height - 18; } // below it the sheet says which it is
};

SheetMeasures measures_of(SheetSize size) { return size == SheetSize::A3 ? SheetMeasures{420, 297} : SheetMeasures{297, 210}; }

Box box_of_drawing(const std::string& drawing) {
    const std::string before = "viewBox=\"";
    const char* at = drawing.c_str() + std::min(drawing.find(before), drawing.size() - before.size()) + before.size();
    double found[4] = {0, 0, 0, 0};
    for (auto& one : found) {
        char* end = nullptr;
        one = std::strtod(at, &end);
        at = end;
    }
    return {found[0], found[1], found[0] + found[2], found[1] + found[3]};
}

// The whole drawing seen through a window of it, at its place on the sheet.
std::string seen_through(const std::string& drawing, const Box& window, double scale) {
    const auto from = drawing.find(" width=\""), to = drawing.find(" role=", from);
    return drawing.substr(0, from) +
           fmt::format(" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\"", number(edge), number(edge), number(window.width() * scale),
                       number(window.height() * scale), number(window.left), number(window.top), number(window.width()), number(window.height())) +
           drawing.substr(to);
}

std::string sheet(const SheetMeasures& paper, const std::string& drawing, const Box& window, double scale, const std::string& says) {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}mm\" height=\"{1}mm\" viewBox=\"0 0 {0} {1}\">"
                       "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>{2}"
                       "<text x=\"8\" y=\"{3}\" font-family=\"Arial, Helvetica, sans-serif\" font-size=\"3\">{4}</text></svg>",
                       number(paper.width), number(paper.height), seen_through(drawing, window, scale), number(paper.height - 4), escaped(says));
}

std::size_t needed(double length, double room) { return length <= room ? 1 : 1 + static_cast<std::size_t>(std::ceil((length - room) / (room - strip))); }

} // namespace

std::vector<std::string> joined_sheets(const std::string& drawing, SheetSize size) {
    const auto paper = measures_of(size);
    const double wide = paper.wide(), tall = paper.tall();
    const auto box = box_of_drawing(drawing);
    const double fits = std::min(wide / box.width(), tall / box.height());
    if (fits >= smallest)
        return {sheet(paper, drawing, box, std::min(fits, 0.4), "")};
    const auto columns = needed(box.width() * smallest, wide), rows = needed(box.height() * smallest, tall);
    std::vector<std::string> all;
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            const double left = box.left + static_cast<double>(column) * (wide - strip) / smallest;
            const double top = box.top + static_cast<double>(row) * (tall - strip) / smallest;
            const Box window{left, top, left + wide / smallest, top + tall / smallest};
            all.push_back(sheet(paper, drawing, window, smallest,
                                fmt::format("Sheet {} of {}: row {}, column {}. {} mm along each join stand on both sheets.",
                                            all.size() + 1, rows * columns, row + 1, column + 1, static_cast<int>(strip))));
        }
    return all;
}

} // namespace lifestory::genogram
