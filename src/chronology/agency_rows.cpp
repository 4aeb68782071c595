#include "chronology/agency_rows.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::chronology {

namespace {

using record::Exactly;
using record::PastEvent;

struct Line {
    std::size_t number = 0; // in what was pasted, from 1
    std::vector<std::string> cells;
};

// Cells in quotation marks may hold commas, new lines, and quotation marks written twice.
std::vector<Line> lines_of(std::string_view text) {
    const char comma = text.find('\t') == std::string_view::npos ? ',' : '\t';
    std::vector<Line> lines{{1, {""}}};
    std::size_t number = 1;
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        auto& cell = lines.back().cells.back();
        number += c == '\n' ? 1 : 0;
        if (is_quoted && c == '"' && at + 1 < text.size() && text[at + 1] == '"')
            cell += text[++at];
        else if (c == '"' && (is_quoted || is_blank(cell))) {
            is_quoted = !is_quoted;
            cell = is_quoted ? "" : cell;
        } else if (!is_quoted && c == comma)
            lines.back().cells.emplace_back();
        else if (!is_quoted && c == '\n')
            lines.push_back({number, {""}});
        else if (c != '\r')
            cell += c;
    }
    std::erase_if(lines, [](const Line& line) { return std::ranges::all_of(line.cells, [](const auto& cell) { return is_blank(cell); }); });
    return lines;
}

// ---- days, as people write them

struct Told {
    calendar::Day day{};
    Exactly exactly = Exactly::OnTheDay;
};

std::optional<int> number_in(std::string_view word) {
    if (word.empty() || word.size() > 4 || !std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    int number = 0;
    for (const char c : word)
        number = number * 10 + (c - '0');
    return number;
}

std::optional<int> month_in(const std::string& word) {
    static constexpr std::array<std::string_view, 12> months{"january", "february", "march",     "april",   "may",      "june",
                                                             "july",    "august",   "september", "october", "november", "december"};
    const auto folded = fold(word);
    for (std::size_t at = 0; at < months.size(); ++at)
        if (folded.size() >= 3 && months[at].starts_with(folded))
            return static_cast<int>(at) + 1;
    const auto number = number_in(word);
    return number && *number >= 1 && *number <= 12 ? number : std::nullopt;
}

std::vector<std::string> words_of(std::string words) {
    std::ranges::replace_if(
        words, [](char c) { return c == '/' || c == '-' || c == '.' || c == '\n'; }, ' ');
    auto all = split(trim(words), ' ');
    std::erase_if(all, [](const auto& one) { return one.empty(); });
    return all;
}

// "4 May 2016", "04/05/2016", "2016-05-04", "May 2016", "2016-05", "2016".
std::optional<Told> day_in(const std::string& cell) {
    auto words = words_of(cell);
    if (words.empty() || words.size() > 3)
        return std::nullopt;
    if (words.front().size() == 4 && number_in(words.front())) // the year first
        std::ranges::reverse(words);
    const auto year = words.back().size() == 4 ? number_in(words.back()) : std::nullopt;
    const auto month = words.size() > 1 ? month_in(words[words.size() - 2]) : std::optional(1);
    const auto date = words.size() > 2 ? number_in(words.front()) : std::optional(1);
    if (!year || !month || !date)
        return std::nullopt;
    const auto day = calendar::day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*date));
    return day ? std::optional(Told{*day, words.size() == 3 ? Exactly::OnTheDay : words.size() == 2 ? Exactly::InTheMonth : Exactly::InTheYear}) : std::nullopt;
}

PastEvent event_of(const Line& line, const Told& told, const Whose& whose) {
    const auto cell = [&](std::size_t at) { return at < line.cells.size() ? trim(line.cells[at]) : std::string(); };
    return {told.day, told.exactly, cell(1), cell(2), cell(3), whose.source, whose.agency, ""};
}

} // namespace

Result<std::vector<PastEvent>> read_agency_rows(std::string_view text, const Whose& whose) {
    std::vector<PastEvent> events;
    Refusals refusals;
    const auto lines = lines_of(text);
    for (const auto& line : lines) {
        const auto told = day_in(line.cells.front());
        if (!told && &line == &lines.front() && lines.size() > 1) // headings
            continue;
        if (!told)
            refusals.push_back(refuse("rows",
                                      fmt::format("Line {}: begin it with a day, a month or a year, like 4 May 2016; it begins “{}”", line.number,
                                                  first(trim(line.cells.front()), 30)),
                                      "rows"));
        else if (line.cells.size() < 2 || is_blank(line.cells[1]))
            refusals.push_back(refuse("rows", fmt::format("Line {}: write what happened after the day", line.number), "rows"));
        else
            events.push_back(event_of(line, *told, whose));
    }
    if (lines.empty())
        refusals.push_back(refuse("rows", "Paste their chronology, a line for each event", "rows"));
    if (events.size() > most_agency_rows)
        refusals.push_back(refuse("rows", fmt::format("Paste at most {} events at once; these are {}", most_agency_rows, events.size()), "rows"));
    if (!refusals.empty())
        return refusals;
    return events;
}

} // namespace lifestory::chronology
