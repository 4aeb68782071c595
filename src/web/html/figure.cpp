#include "web/html/figure.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lifestory::web {

namespace {

constexpr int height = 400;                                                  // of the drawing, as it stands on the page
constexpr int left = 50, right = 690, top = 30, bottom = 350, label_at = 712; // of the field within it
constexpr int letter_width = 10;                                             // at most, on average, of the labels' 16 px in bold
constexpr int label_height = 22;                                            // two labels never stand nearer
constexpr std::array dashes{"", "10 5", "2 5", "14 5 2 5", "6 3", "18 6", "10 4 2 4 2 4", "1 8"};

int x_of(const TrendFigure& figure, std::size_t month) {
    auto steps = std::max<std::size_t>(figure.months.size(), 2) - 1;
    return left + static_cast<int>(month * static_cast<std::size_t>(right - left) / steps);
}

int y_of(const TrendFigure& figure, int value) {
    return bottom - std::clamp(value, 0, figure.highest) * (bottom - top) / std::max(figure.highest, 1);
}

Html scale(const TrendFigure& figure) {
    Html marks;
    for (int quarter = 0; quarter <= 4; ++quarter) {
        int value = figure.highest * quarter / 4, y = y_of(figure, value);
        marks += html("<line class=\"app-figure__rule\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"></line>"
                      "<text class=\"app-figure__number\" x=\"{}\" y=\"{}\" text-anchor=\"end\">{}</text>",
                      left, y, right, y, left - 8, y + 6, value);
    }
    for (std::size_t month = 0; month < figure.months.size(); ++month) {
        int x = x_of(figure, month), row = month % 2 == 0 ? 22 : 40; // two rows, so that the words do not meet
        marks += html("<text class=\"app-figure__number\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">{}</text>", x, bottom + row,
                      figure.months[month]);
    }
    return marks;
}

// Runs of months that have a value; a month without one parts them.
std::vector<std::string> runs_of(const TrendFigure& figure, const TrendLine& line) {
    std::vector<std::string> runs;
    bool goes_on = false;
    for (std::size_t month = 0; month < line.values.size(); ++month) {
        const auto& value = line.values[month];
        if (value) {
            auto point = std::to_string(x_of(figure, month)) + "," + std::to_string(y_of(figure, *value));
            goes_on ? runs.back() += " " + point : runs.emplace_back(point);
        }
        goes_on = value.has_value();
    }
    return runs;
}

// A month alone between two without a value is a dot; every month's value is one too, so that a lone run can be seen.
Html points_of(const TrendFigure& figure, const TrendLine& line) {
    Html points;
    for (std::size_t month = 0; month < line.values.size(); ++month)
        if (line.values[month])
            points += html("<circle class=\"app-figure__point\" cx=\"{}\" cy=\"{}\" r=\"3\"></circle>", x_of(figure, month), y_of(figure, *line.values[month]));
    return points;
}

struct End {
    std::size_t line = 0;
    int x = 0, y = 0;  // where the line ends
    int label_y = 0;
};

std::vector<End> ends_of(const TrendFigure& figure) {
    std::vector<End> ends;
    for (std::size_t at = 0; at < figure.lines.size(); ++at) {
        const auto& values = figure.lines[at].values;
        for (std::size_t month = values.size(); month-- > 0;)
            if (values[month]) {
                int y = y_of(figure, *values[month]);
                ends.push_back({at, x_of(figure, month), y, y});
                break;
            }
    }
    std::stable_sort(ends.begin(), ends.end(), [](const End& one, const End& other) { return one.y < other.y; });
    for (std::size_t i = 1; i < ends.size(); ++i)
        ends[i].label_y = std::max(ends[i].label_y, ends[i - 1].label_y + label_height);
    int lowest = bottom;
    for (std::size_t i = ends.size(); i-- > 0; lowest -= label_height)
        ends[i].label_y = std::min(ends[i].label_y, lowest);
    return ends;
}

int width_of(const TrendFigure& figure) {
    std::size_t longest = 0;
    for (const auto& line : figure.lines)
        longest = std::max(longest, letters(line.label));
    return label_at + static_cast<int>(longest) * letter_width + 8;
}

Html line_of(const TrendFigure& figure, const End& end) {
    const auto& line = figure.lines[end.line];
    auto dash = Attributes().add_filled("stroke-dasharray", dashes[end.line % dashes.size()]);
    Html drawn;
    for (const auto& run : runs_of(figure, line))
        drawn += html("<polyline class=\"app-figure__line\" fill=\"none\" points=\"{}\"{}></polyline>", run, dash);
    drawn += points_of(figure, line);
    drawn += html("<line class=\"app-figure__leader\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"></line>", end.x + 4, end.y, label_at - 4, end.label_y);
    drawn += html("<text class=\"app-figure__label\" x=\"{}\" y=\"{}\">{}</text>", label_at, end.label_y + 6, line.label);
    return html("<g class=\"app-figure__team-{}\">{}</g>", end.line % 6 + 1, drawn);
}

} // namespace

Html trend_figure(const TrendFigure& figure) {
    Html lines;
    auto ends = ends_of(figure);
    int tall = height, width = width_of(figure);
    if (!ends.empty()) // so many lines that their labels begin above the field: the drawing grows upwards
        tall += std::max(0, top - ends.front().label_y);
    for (const auto& end : ends)
        lines += line_of(figure, end);
    auto frame = std::string("0 ") + std::to_string(height - tall) + " " + std::to_string(width) + " " + std::to_string(tall);
    auto drawing = html("<svg class=\"app-figure__drawing\" role=\"img\" aria-labelledby=\"{}-title {}-description\" width=\"{}\" height=\"{}\" "
                        "viewBox=\"{}\"><title id=\"{}-title\">{}</title><desc id=\"{}-description\">{}</desc>{}{}</svg>",
                        figure.id, figure.id, width, tall, frame, figure.id, figure.title, figure.id, figure.description, scale(figure), lines);
    return html("<figure class=\"app-figure\"><figcaption class=\"govuk-body\"><strong>{}</strong><br>{}</figcaption>"
                "<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{}\">{}</div></figure>",
                figure.title, figure.scale_words, figure.title + (figure.of.empty() ? "" : ": " + figure.of) + ", the figure", drawing);
}

} // namespace lifestory::web
