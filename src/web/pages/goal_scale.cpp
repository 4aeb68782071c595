#include "web/pages/goal_scale.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "record/plan.h"
#include "web/html/components.h"

namespace lifestory::web::pages {

namespace {

constexpr std::string_view digits = "0123456789";
constexpr int highest = 10;

std::string short_day(calendar::Day day) { // "2 Dec 2026": two of them do not meet below the line
    auto words = split(calendar::in_words(day), ' ');
    return fmt::format("{} {} {}", words[0], first(words[1], 3), words[2]);
}

Html table_of(const std::vector<ScaleThen>& scale, const std::string& goal) {
    Table table;
    table.caption = "Where it was: " + goal;
    table.caption_classes = "govuk-visually-hidden";
    table.head = std::vector<Cell>{{"Plan of"}, {"0 to 10, and who said so"}};
    for (const auto& one : scale)
        table.rows.push_back({{calendar::in_words(one.day)}, {one.words}});
    return web::table(table);
}

} // namespace

std::optional<int> figure_in(std::string_view words) {
    auto at = words.find_first_of(digits);
    if (at == std::string_view::npos)
        return std::nullopt;
    int figure = 0;
    auto read = std::from_chars(words.data() + at, words.data() + words.size(), figure);
    return read.ec == std::errc() && figure <= highest ? std::optional(figure) : std::nullopt;
}

std::vector<ScaleThen> scale_over_time(const std::vector<const record::StoryEntry*>& plans, std::string_view goal) {
    std::vector<ScaleThen> all;
    for (auto plan = plans.rbegin(); plan != plans.rend(); ++plan)
        for (const auto& one : record::goals_in(**plan))
            if (fold(one.words) == fold(goal) && !one.scale.empty())
                all.push_back({(*plan)->day(), figure_in(one.scale), one.scale});
    return all;
}

Html scale_line(const std::vector<ScaleThen>& scale, const std::string& id, const std::string& goal) {
    if (scale.size() < 2)
        return Html();
    TrendFigure figure;
    figure.id = id;
    figure.title = "From plan to plan";
    figure.of = goal;
    figure.scale_words = "0 to 10";
    figure.highest = highest;
    TrendLine line{"now", {}};
    std::string told;
    for (const auto& one : scale) {
        figure.months.push_back(short_day(one.day));
        line.values.push_back(one.figure);
        told += fmt::format("{}{}: {}", told.empty() ? "" : "; ", calendar::in_words(one.day), one.words);
    }
    figure.description = told;
    figure.lines = {std::move(line)};
    auto drawn = std::count_if(scale.begin(), scale.end(), [](const auto& one) { return one.figure.has_value(); }) >= 2 ? trend_figure(figure) : Html();
    Details table;
    table.summary = Phrase(html("The same as a table<span class=\"govuk-visually-hidden\">: {}</span>", goal));
    table.content = table_of(scale, goal);
    return drawn + details(table);
}

} // namespace lifestory::web::pages
