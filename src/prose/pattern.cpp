#include "prose/pattern.h"

#include <algorithm>

#include "base/text.h"
#include "prose/inflect.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t most_ways = 128;

std::string lower_of(std::string_view word) {
    std::string out;
    for (char c : word)
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out.ends_with("'s") ? out.substr(0, out.size() - 2) : out; // as words of a text are cut
}

Result<Slot> slot_of(std::string_view written) {
    Slot slot;
    for (const auto& choice : split(written, '|')) {
        if (choice.starts_with('<') && choice.ends_with('>')) {
            auto classes = class_named(std::string_view(choice).substr(1, choice.size() - 2));
            if (classes == 0)
                return refuse("no-such-class", "'" + choice + "' is no kind of word");
            slot.classes |= classes;
        } else if (choice.starts_with('='))
            slot.words.push_back(lower_of(choice.substr(1)));
        else if (choice.empty())
            return refuse("empty-word", "a word is missing beside a '|'");
        else
            for (auto& form : forms_of(lower_of(choice)))
                slot.words.push_back(form);
    }
    std::sort(slot.words.begin(), slot.words.end());
    slot.words.erase(std::unique(slot.words.begin(), slot.words.end()), slot.words.end());
    return slot;
}

void add_to_all(std::vector<Pattern>& patterns, const Slot& slot) {
    for (auto& pattern : patterns)
        pattern.push_back(slot);
}

void add_perhaps(std::vector<Pattern>& patterns, const Slot& slot, int most) {
    auto all = patterns;
    for (int i = 0; i < most; ++i) {
        add_to_all(patterns, slot);
        all.insert(all.end(), patterns.begin(), patterns.end());
    }
    patterns = std::move(all);
}

std::vector<std::string> words_of(std::string_view written) {
    std::vector<std::string> words;
    for (const auto& word : split(written, ' ')) {
        if (word.empty())
            continue;
        if (word.find('-') == std::string::npos || word.find('|') != std::string::npos || word.starts_with('<')) {
            words.push_back(word);
            continue;
        }
        for (const auto& part : split(word, '-')) // a text's "self-harm" is two words
            if (!part.empty())
                words.push_back(part);
    }
    return words;
}

} // namespace

Result<std::vector<Pattern>> patterns_of(std::string_view written) {
    std::vector<Pattern> patterns{{}};
    Slot any;
    any.any = true;
    for (auto word : words_of(written)) {
        if (word == "*")
            add_to_all(patterns, any);
        else if (word == "..")
            add_perhaps(patterns, any, 3);
        else if (word.ends_with('?') && word.size() > 1) {
            word.pop_back();
            add_perhaps(patterns, TRY(slot_of(word)), 1);
        } else
            add_to_all(patterns, TRY(slot_of(word)));
        if (patterns.size() > most_ways)
            return refuse("too-many-ways", "'" + std::string(written) + "' can be read in more than " + std::to_string(most_ways) + " ways; make two of it");
    }
    std::erase_if(patterns, [](const Pattern& pattern) {
        return std::all_of(pattern.begin(), pattern.end(), [](const Slot& slot) { return slot.any; });
    });
    if (patterns.empty())
        return refuse("no-words", "'" + std::string(written) + "' holds no word");
    return patterns;
}

Result<std::vector<Pattern>> phrases_of(std::string_view written) {
    std::vector<Pattern> all;
    for (const auto& phrase : split(written, '|'))
        for (auto& pattern : TRY(patterns_of(phrase)))
            all.push_back(std::move(pattern));
    return all;
}

} // namespace lifestory::prose
