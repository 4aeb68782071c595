#include "genogram/when.h"

#include <array>
#include <charconv>
#include <tuple>
#include <vector>

#include "base/text.h"

namespace lifestory::genogram {

namespace {

constexpr std::array<std::string_view, 12> months{"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                  "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
constexpr std::array<std::string_view, 12> month_words{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};

std::string upper(std::string_view text) {
    std::string all(text);
    for (auto& c : all)
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    return all;
}

std::optional<int> number(std::string_view text) {
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

unsigned month_of(std::string_view word) {
    for (std::size_t at = 0; at < months.size(); ++at)
        if (word.substr(0, 3) == months[at])
            return static_cast<unsigned>(at + 1);
    return 0;
}

std::vector<std::string> words_of(std::string_view written) {
    std::vector<std::string> words;
    for (auto& word : split(upper(written), ' '))
        if (!word.empty())
            words.push_back(std::move(word));
    return words;
}

// "3 MAR 1958", "MAR 1958", "1958", "1699/00"; stops at the first word that is none of these.
std::optional<When> plain_date(const std::vector<std::string>& words, std::size_t& at) {
    When when;
    for (; at < words.size(); ++at) {
        const auto& word = words[at];
        const auto value = number(word.substr(0, word.find('/')));
        if (const auto month = month_of(word); month && when.month == 0)
            when.month = month;
        else if (value && word.size() <= 2 && *value >= 1 && *value <= 31 && when.day == 0 && when.month == 0)
            when.day = static_cast<unsigned>(*value);
        else if (value && *value >= 100 && *value <= 2999) {
            when.year = *value;
            ++at;
            break;
        } else
            break;
    }
    if (when.year == 0)
        return std::nullopt;
    if (when.month == 0 || (when.day && !calendar::day_of(std::max(when.year, 1800), when.month, when.day)))
        when.day = 0;
    return when;
}

std::optional<Sureness> sureness_of(std::string_view word) {
    if (word == "ABT" || word == "ABT." || word == "ABOUT" || word == "EST" || word == "CAL" || word == "CIRCA" || word == "CA" ||
        word == "INT")
        return Sureness::About;
    if (word == "BEF" || word == "BEFORE")
        return Sureness::Before;
    if (word == "AFT" || word == "AFTER")
        return Sureness::After;
    if (word == "BET" || word == "BETWEEN")
        return Sureness::Between;
    return std::nullopt;
}

auto key(const When& when) { return std::tuple(when.year, when.month, when.day); }

} // namespace

When when(Day day) {
    const std::chrono::year_month_day date(day);
    return {int(date.year()), unsigned(date.month()), unsigned(date.day())};
}

std::optional<When> parse_gedcom_date(std::string_view written) {
    const auto words = words_of(written.substr(0, 200));
    auto sureness = Sureness::Exact;
    std::size_t at = 0;
    for (; at < words.size(); ++at) {
        if (auto said = sureness_of(words[at]))
            sureness = *said;
        else if (words[at] != "FROM" && words[at] != "TO" && !words[at].starts_with("@#") && words[at] != "GREGORIAN")
            break;
    }
    auto first = plain_date(words, at);
    if (!first)
        return std::nullopt;
    first->sureness = sureness;
    if (sureness == Sureness::Between) {
        auto second = at < words.size() && words[at] == "AND" ? plain_date(words, ++at) : std::nullopt;
        first->last_year = second && second->year >= first->year ? second->year : 0;
        first->sureness = first->last_year > first->year ? Sureness::Between : Sureness::About;
        first->month = first->day = 0;
    }
    return first;
}

std::string in_words(const When& when) {
    std::string date;
    if (when.day)
        date = std::to_string(when.day) + " ";
    if (when.month)
        date += std::string(month_words[when.month - 1]) + " ";
    date += std::to_string(when.year);
    switch (when.sureness) {
    case Sureness::Exact: return date;
    case Sureness::About: return "about " + date;
    case Sureness::Before: return "before " + date;
    case Sureness::After: return "after " + date;
    case Sureness::Between: return "between " + date + " and " + std::to_string(when.last_year);
    }
    return date;
}

std::string in_short(const When& when) {
    const auto year = std::to_string(when.year);
    switch (when.sureness) {
    case Sureness::Exact: return year;
    case Sureness::About: return "c. " + year;
    case Sureness::Before: return "bef. " + year;
    case Sureness::After: return "aft. " + year;
    case Sureness::Between: {
        const auto last = std::to_string(when.last_year);
        return year + "\u2013" + (year.substr(0, 2) == last.substr(0, 2) && last.size() == 4 ? last.substr(2) : last);
    }
    }
    return year;
}

std::optional<int> age_on(const When& born, const When& on) {
    if (born.sureness != Sureness::Exact || on.sureness != Sureness::Exact)
        return std::nullopt;
    const bool both_full = born.day && on.day, both_months = born.month && on.month && born.month != on.month;
    const bool is_birthday_to_come = std::pair(on.month, on.day) < std::pair(born.month, born.day);
    const int years = on.year - born.year - (is_birthday_to_come ? 1 : 0);
    return (both_full || both_months) && years >= 0 ? std::optional(years) : std::nullopt;
}

bool comes_before(const When& one, const When& other) { return key(one) < key(other); }

bool is_after(const When& one, Day day) {
    const auto other = when(day);
    if (one.year != other.year || one.month == 0)
        return one.year > other.year;
    return one.month != other.month || one.day == 0 ? one.month > other.month : one.day > other.day;
}

} // namespace lifestory::genogram
