#include "access/spelling.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <utility>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "base/fault.h"
#include "base/text.h"

namespace lifestory::access {

namespace {

// One for the program: to make one takes milliseconds, and one may not be used by two threads at a time.
class Latin {
public:
    Latin() {
        UErrorCode status = U_ZERO_ERROR;
        m_letters.reset(icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        if (U_FAILURE(status) || !m_letters)
            throw Fault("ICU has no Latin spelling of other scripts");
    }
    std::string spell(const std::string& text) {
        std::lock_guard lock(m_mutex);
        auto letters = icu::UnicodeString::fromUTF8(text);
        m_letters->transliterate(letters);
        std::string spelt;
        letters.toUTF8String(spelt);
        return spelt;
    }

private:
    std::mutex m_mutex;
    std::unique_ptr<icu::Transliterator> m_letters;
};

bool is_plain(const std::string& text) {
    return std::ranges::all_of(text, [](char letter) { return letter >= 0; });
}

std::string plain(const std::string& name) {
    auto folded = fold(name);
    if (is_plain(folded))
        return folded;
    static Latin latin;
    return latin.spell(folded);
}

bool is_vowel(char letter) {
    return std::string_view("aeiouywh").find(letter) != std::string_view::npos;
}

// Letters that sound as one, the longer first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> sounds{{
    {"sch", "s"}, {"tch", "c"}, {"dge", "j"}, {"ph", "f"}, {"ck", "k"}, {"kn", "n"}, {"gn", "n"}, {"wr", "r"},
    {"th", "t"}, {"sh", "s"}, {"ch", "c"}, {"gh", ""}, {"ce", "s"}, {"ci", "s"}, {"cy", "s"}, {"cz", "c"},
    {"sz", "s"}, {"zh", "s"}, {"c", "k"}, {"q", "k"}, {"x", "ks"}, {"z", "s"},
}};

std::string as_sounds(const std::string& word) {
    std::string heard;
    for (std::size_t at = 0; at < word.size();) {
        auto rest = std::string_view(word).substr(at);
        auto sound = std::ranges::find_if(sounds, [&](const auto& one) { return rest.starts_with(one.first); });
        if (sound == sounds.end()) {
            heard += word[at++];
        } else {
            heard += sound->second;
            at += sound->first.size();
        }
    }
    return heard;
}

} // namespace

std::vector<std::string> plain_words(const std::string& name) {
    std::vector<std::string> words(1);
    for (char letter : plain(name)) {
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            words.back() += letter;
        else if (letter != '\'' && letter != '`' && !words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

std::string sound_of(const std::string& plain_word) {
    auto heard = as_sounds(plain_word);
    std::string sound;
    for (char letter : heard) {
        if (letter == 'v')
            letter = 'f';
        if (letter == 'd')
            letter = 't';
        if (is_vowel(letter))
            letter = sound.empty() ? 'a' : ' ';
        if (letter != ' ' && (sound.empty() || sound.back() != letter))
            sound += letter;
    }
    return sound;
}

// Only the two rows before are looked at: a name that is typed is held against every word of every name.
int letters_apart(const std::string& one, const std::string& other) {
    const auto columns = other.size() + 1;
    std::vector<int> rows(3 * columns);
    auto* now = rows.data();
    auto* before = now + columns;
    auto* before_that = before + columns;
    for (std::size_t j = 0; j < columns; ++j)
        now[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= one.size(); ++i) {
        auto* const free = before_that;
        before_that = before;
        before = now;
        now = free;
        now[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < columns; ++j) {
            const int changed = one[i - 1] == other[j - 1] ? 0 : 1;
            now[j] = std::min({before[j] + 1, now[j - 1] + 1, before[j - 1] + changed});
            const bool is_swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (is_swapped)
                now[j] = std::min(now[j], before_that[j - 2] + 1);
        }
    }
    return now[columns - 1];
}

} // namespace lifestory::access
