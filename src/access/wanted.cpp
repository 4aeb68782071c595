// What somebody typed into the box for finding a child, taken apart: a name, a date of birth, or both.
#include <array>
#include <charconv>

#include "access/names.h"
#include "access/spelling.h"
#include "base/text.h"

namespace lifestory::access {

namespace {

using calendar::Day;

constexpr std::array<std::string_view, 12> months{"january", "february", "march", "april", "may", "june", "july",
                                                  "august", "september", "october", "november", "december"};

std::optional<int> number(const std::string& word) {
    int value = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size() || word.empty())
        return std::nullopt;
    return value;
}

std::optional<unsigned> month_of(const std::string& word) {
    if (auto value = number(word); value && *value >= 1 && *value <= 12)
        return static_cast<unsigned>(*value);
    for (unsigned month = 0; month < months.size(); ++month)
        if (word.size() >= 3 && months[month].starts_with(word))
            return month + 1;
    return std::nullopt;
}

// "14 march 2015", "14 3 2015", "2015 3 14": three words in a row that are a day.
std::optional<Day> day_from(const std::string& one, const std::string& two, const std::string& three) {
    auto first = number(one), last = number(three);
    auto month = month_of(two);
    if (!first || !last || !month)
        return std::nullopt;
    bool year_first = *first > 31;
    int year = year_first ? *first : *last, day = year_first ? *last : *first;
    if (day < 1 || year < 1800)
        return std::nullopt;
    auto found = calendar::day_of(year, *month, static_cast<unsigned>(day));
    return found ? std::optional(*found) : std::nullopt;
}

// "943 476 5919": an NHS number as it is written.
void join_number(std::vector<std::string>& words) {
    std::string all;
    for (const auto& word : words)
        all += word;
    if (all.size() == 10 && all.find_first_not_of("0123456789") == std::string::npos)
        words = {all};
}

} // namespace

Wanted wanted(const std::string& typed) {
    Wanted wanted{.typed = trim(typed), .words = plain_words(typed), .born = {}};
    for (std::size_t at = 0; at + 2 < wanted.words.size() && !wanted.born; ++at) {
        auto day = day_from(wanted.words[at], wanted.words[at + 1], wanted.words[at + 2]);
        if (!day)
            continue;
        wanted.born = day;
        auto begin = wanted.words.begin() + static_cast<std::ptrdiff_t>(at);
        wanted.words.erase(begin, begin + 3);
    }
    join_number(wanted.words);
    return wanted;
}

} // namespace lifestory::access
