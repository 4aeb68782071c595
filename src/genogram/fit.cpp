#include "genogram/fit.h"

#include <cstdint>

#include "base/text.h"

namespace lifestory::genogram {

namespace {

// In ems.
double width_of_letter(std::uint32_t letter) {
    if (letter >= 0x300 && letter < 0x370)
        return 0;
    if (letter >= 0x1100)
        return letter < 0x2E80 && letter >= 0x2000 ? 0.7 : 1.0;
    if (letter >= 0x80)
        return 0.72;
    const auto c = static_cast<char>(letter);
    constexpr std::string_view thin = "ijl.,:;'|!I ", narrow = "ftr()[]-/\"", wide = "mwMW@%";
    if (thin.find(c) != std::string_view::npos)
        return 0.33;
    if (narrow.find(c) != std::string_view::npos)
        return 0.43;
    if (wide.find(c) != std::string_view::npos)
        return 0.97;
    return c >= 'A' && c <= 'Z' ? 0.75 : 0.64;
}

// The code points of valid UTF-8; a stray byte counts as a letter of its own.
template <class Each>
void each_letter(std::string_view text, Each each) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<std::uint8_t>(text[at]);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t letter = length == 1 ? lead : lead & (0x3Fu >> (length - 1));
        for (std::size_t more = 1; more < length && at + more < text.size(); ++more)
            letter = letter << 6 | (static_cast<std::uint8_t>(text[at + more]) & 0x3Fu);
        each(letter);
        at += length;
    }
}

std::string cut(std::string_view text, double width, double size, Weight weight, std::string_view end) {
    auto count = letters(text);
    while (count > 1 && width_of(first(text, count), size, weight) + width_of(end, size, weight) > width)
        --count;
    return first(text, count);
}

std::vector<std::string> words_that_fit(std::string_view text, double width, double size, Weight weight) {
    std::vector<std::string> words;
    for (auto word : split(text, ' ')) {
        while (width_of(word, size, weight) > width && letters(word) > 2) {
            const auto dash = word.find('-');
            const auto head = dash != std::string::npos && dash > 0 && dash + 1 < word.size() &&
                                      width_of(word.substr(0, dash + 1), size, weight) <= width
                                  ? word.substr(0, dash + 1)
                                  : cut(word, width, size, weight, "-");
            words.push_back(head + (head.ends_with('-') ? "" : "-"));
            word = word.substr(head.size());
        }
        if (!word.empty())
            words.push_back(word);
    }
    return words;
}

} // namespace

double width_of(std::string_view text, double size, Weight weight) {
    double ems = 0;
    each_letter(text, [&](std::uint32_t letter) { ems += width_of_letter(letter); });
    return ems * size * (weight == Weight::Bold ? 1.1 : 1);
}

std::vector<std::string> broken(std::string_view text, double width, double size, Weight weight, std::size_t most) {
    std::vector<std::string> lines;
    for (const auto& word : words_that_fit(text, width, size, weight)) {
        const bool joins = !lines.empty() && width_of(lines.back() + " " + word, size, weight) <= width;
        if (joins)
            lines.back() += " " + word;
        else
            lines.push_back(word);
    }
    if (lines.size() > most) {
        lines.resize(most);
        lines.back() = cut(lines.back(), width, size, weight, "\u2026") + "\u2026";
    }
    return lines;
}

} // namespace lifestory::genogram
