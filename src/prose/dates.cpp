#include "prose/dates.h"

#include <charconv>

namespace lifestory::prose {

namespace {

int month_of(std::string_view word) {
    static constexpr std::string_view months[] = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    for (int i = 0; i < 12; ++i)
        if (word.substr(0, 3) == months[i])
            return i + 1;
    return 0;
}

// "third": its place among the days, or 0.
int ordinal_of(std::string_view word) {
    static constexpr std::string_view ordinals[] = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
                                                    "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"};
    for (int i = 0; i < 20; ++i)
        if (same_letters(word, ordinals[i]))
            return i + 1;
    return same_letters(word, "thirtieth") ? 30 : 0;
}

int number_of(std::string_view word) { // "8", "8th"
    int number = 0;
    auto end = std::from_chars(word.data(), word.data() + word.size(), number);
    auto rest = std::string_view(end.ptr, static_cast<std::size_t>(word.data() + word.size() - end.ptr));
    return end.ec == std::errc() && (rest.empty() || rest == "st" || rest == "nd" || rest == "rd" || rest == "th") ? number : 0;
}

class Finder {
public:
    explicit Finder(const Document& document) : m_document(document) {}

    std::vector<Date> find() {
        for (std::uint32_t at = 0; at < m_document.tokens.size();) {
            auto date = m_document.tokens[at].is_set_apart() ? Date{} : date_at(at);
            if (date.last > at) {
                m_dates.push_back(date);
                at = date.last;
            } else
                ++at;
        }
        return std::move(m_dates);
    }

private:
    bool together(std::uint32_t left) const { return left + 1 < m_document.tokens.size() && m_document.tokens[left].sentence == m_document.tokens[left + 1].sentence; }
    int number(std::uint32_t at) const { return m_document.tokens[at].has(Digits) ? number_of(m_document.lower(m_document.tokens[at])) : 0; }
    int month(std::uint32_t at) const { return m_document.tokens[at].is(Class::Month) && m_document.tokens[at].has(Capital) ? month_of(m_document.lower(m_document.tokens[at])) : 0; }

    int year(std::uint32_t at) const {
        auto found = number(at);
        return found >= 1900 && found <= 2200 ? found : 0;
    }

    bool parted_by(std::uint32_t left, std::string_view mark) const {
        return m_document.text.substr(m_document.tokens[left].end, m_document.tokens[left + 1].begin - m_document.tokens[left].end) == mark;
    }

    Date with_year(Date date) const {
        if (together(date.last - 1) && year(date.last)) {
            date.year = year(date.last);
            ++date.last;
        }
        return date;
    }

    // "the third of March", "twenty-first May"
    Date in_words_at(std::uint32_t at) const {
        const auto& token = m_document.tokens[at];
        if (!m_document.is_any<"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
                               "seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth", "twenty", "thirty">(token))
            return {};
        auto tens = m_document.is_any<"twenty">(token) ? 20 : m_document.is_any<"thirty">(token) ? 30 : 0;
        auto last = tens > 0 && together(at) && m_document.tokens[at + 1].has(Joined) ? at + 1 : at;
        auto day = ordinal_of(m_document.of(m_document.tokens[last])) + (last > at ? tens : 0);
        if (day < 1 || day > 31 || (last > at && day % 10 == 0) || !together(last))
            return {};
        auto of = last + 1;
        if (m_document.is_any<"of">(m_document.tokens[of]) && together(of))
            ++of;
        return month(of) ? with_year({at, of + 1, day, month(of), 0}) : Date{};
    }

    Date date_at(std::uint32_t at) const {
        if (!m_document.tokens[at].has(Digits) && !m_document.tokens[at].is(Class::Month))
            return in_words_at(at);
        if (year(at) && together(at) && together(at + 1) && parted_by(at, "-") && parted_by(at + 1, "-") && number(at + 1) >= 1 && number(at + 1) <= 12 && number(at + 2) >= 1 && number(at + 2) <= 31)
            return {at, at + 3, number(at + 2), number(at + 1), year(at)}; // 2014-03-02
        if (auto day = number(at); day >= 1 && day <= 31) {
            if (together(at) && month(at + 1))
                return with_year({at, at + 2, day, month(at + 1), 0});
            if (together(at) && together(at + 1) && m_document.is_any<"of">(m_document.tokens[at + 1]) && month(at + 2))
                return with_year({at, at + 3, day, month(at + 2), 0});
            for (std::string_view mark : {"/", ".", "-"})
                if (together(at) && together(at + 1) && parted_by(at, mark) && parted_by(at + 1, mark) && number(at + 1) >= 1 && number(at + 1) <= 12 && number(at + 2) > 0) {
                    auto given = number(at + 2);
                    return {at, at + 3, day, number(at + 1), given < 100 ? 2000 + given : given};
                }
        }
        if (auto day = number(at); day >= 1 && day <= 31 && together(at) && parted_by(at, "/") && number(at + 1) >= 1 && number(at + 1) <= 12 && !(day == 24 && number(at + 1) == 7)) // "8/2"
            return {at, at + 2, day, number(at + 1), 0};
        if (month(at) && together(at) && number(at + 1) >= 1 && number(at + 1) <= 31)
            return with_year({at, at + 2, number(at + 1), month(at), 0});
        if (month(at) && together(at) && year(at + 1))
            return {at, at + 2, 0, month(at), year(at + 1)};
        if (year(at) && at > 0 && together(at - 1) && m_document.is_any<"in", "since">(m_document.tokens[at - 1]))
            return {at, at + 1, 0, 0, year(at)};
        return {};
    }

    const Document& m_document;
    std::vector<Date> m_dates;
};

} // namespace

std::vector<Date> dates_in(const Document& document) { return Finder(document).find(); }

} // namespace lifestory::prose
