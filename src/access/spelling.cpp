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

int letters_apart(const std::string& one, const std::string& other) {
    auto rows = one.size() + 1, columns = other.size() + 1;
    std::vector<std::vector<int>> apart(rows, std::vector<int>(columns));
    for (std::size_t i = 0; i < rows; ++i)
        for (std::size_t j = 0; j < columns; ++j) {
            if (i == 0 || j == 0) {
                apart[i][j] = static_cast<int>(i + j);
                continue;
            }
            int changed = one[i - 1] == other[j - 1] ? 0 : 1;
            apart[i][j] = std::min({apart[i - 1][j] + 1, apart[i][j - 1] + 1, apart[i - 1][j - 1] + changed});
            bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            if (swapped)
                apart[i][j] = std::min(apart[i][j], apart[i - 2][j - 2] + 1);
        }
    return apart.back().back();
}

} // namespace lifestory::access
