#include "casework/address_signs.h"

#include <algorithm>
#include <array>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.h"

namespace lifestory::casework {

namespace {

struct Shortened {
    std::string_view word, full;
};

// "St" is a street and a saint; both are written alike here, in the address and in the words.
constexpr std::array short_forms{Shortened{"ln", "lane"},      Shortened{"la", "lane"},       Shortened{"rd", "road"},      Shortened{"st", "street"},    Shortened{"str", "street"},
                               Shortened{"saint", "street"}, Shortened{"ave", "avenue"},    Shortened{"av", "avenue"},    Shortened{"cl", "close"},     Shortened{"clo", "close"},
                               Shortened{"dr", "drive"},     Shortened{"drv", "drive"},     Shortened{"ct", "court"},     Shortened{"crt", "court"},    Shortened{"cres", "crescent"},
                               Shortened{"cresc", "crescent"}, Shortened{"gdn", "gardens"}, Shortened{"gdns", "gardens"}, Shortened{"garden", "gardens"}, Shortened{"pl", "place"},
                               Shortened{"sq", "square"},    Shortened{"ter", "terrace"},   Shortened{"terr", "terrace"}, Shortened{"pk", "park"},      Shortened{"gr", "grove"},
                               Shortened{"grv", "grove"},    Shortened{"hse", "house"},     Shortened{"ho", "house"},     Shortened{"cott", "cottage"}, Shortened{"bldgs", "buildings"},
                               Shortened{"fm", "farm"},      Shortened{"apt", "flat"},      Shortened{"apartment", "flat"}, Shortened{"flt", "flat"},   Shortened{"wlk", "walk"}};

constexpr std::array<std::string_view, 21> kinds_of_street{"lane", "road", "street", "avenue", "close", "drive", "court", "crescent", "gardens", "place", "square",
                                                   "terrace", "grove", "row", "way", "walk", "hill", "mews", "parade", "view", "rise"};

std::string in_full(const std::string& word) {
    const auto* found = std::find_if(short_forms.begin(), short_forms.end(), [&](const auto& one) { return one.word == word; });
    return found == short_forms.end() ? word : std::string(found->full);
}

using Tokens = std::vector<std::string>;

Tokens tokens_of(std::string_view words) {
    const auto folded = fold(words);
    const auto length = static_cast<std::int32_t>(folded.size());
    Tokens all;
    bool is_within = false;
    for (std::int32_t at = 0, from = 0; at < length; from = at) {
        UChar32 sign = 0;
        U8_NEXT(folded.data(), at, length, sign);
        const bool is_apostrophe = sign == '\'' || sign == 0x2018 || sign == 0x2019 || sign == 0x02bc; // "St John's" is two words
        if (sign >= 0 && u_isalnum(sign)) {
            if (!is_within)
                all.emplace_back();
            all.back().append(folded, static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
        }
        is_within = sign >= 0 && (u_isalnum(sign) || (is_within && is_apostrophe));
    }
    std::transform(all.begin(), all.end(), all.begin(), in_full);
    return all;
}

bool is_digit(char one) { return one >= '0' && one <= '9'; }

// d a digit, a a letter, x either.
bool is_shaped(std::string_view word, std::string_view shape) {
    return word.size() == shape.size() && std::equal(word.begin(), word.end(), shape.begin(), [](char one, char kind) {
               return (kind != 'a' && is_digit(one)) || (kind != 'd' && one >= 'a' && one <= 'z');
           });
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> shapes) {
    return std::any_of(shapes.begin(), shapes.end(), [&](auto shape) { return is_shaped(word, shape); });
}

bool begins_postcode(std::string_view word) { return is_one_of(word, {"ad", "adx", "aad", "aadx"}); }

bool is_house_number(std::string_view word) { return is_one_of(word, {"d", "dd", "ddd", "dddd", "da", "dda", "ddda"}); }

// Takes its postcodes out of the words.
std::vector<std::string> postcodes_in(Tokens& words) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto& word = words[at];
        const bool is_whole = word.size() >= 5 && begins_postcode(word.substr(0, word.size() - 3)) && is_shaped(word.substr(word.size() - 3), "daa");
        const bool is_in_two = !is_whole && at + 1 < words.size() && begins_postcode(word) && is_shaped(words[at + 1], "daa");
        if (!is_whole && !is_in_two)
            continue;
        all.push_back(is_whole ? word : word + words[at + 1]);
        const auto here = words.begin() + static_cast<std::ptrdiff_t>(at);
        words.erase(here, here + (is_in_two ? 2 : 1));
        --at;
    }
    return all;
}

std::string run_of(const Tokens& words, std::size_t from, std::size_t count) {
    std::string all;
    for (auto at = from; at < std::min(from + count, words.size()); ++at)
        all += words[at];
    return all;
}

// "14 Mill Lane", also within "Annexe 14 Mill Lane": a number with the two words after it.
std::vector<std::string> numbered_in(const Tokens& words) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at + 1 < words.size(); ++at)
        if (is_house_number(words[at]) && !is_digit(words[at + 1].front()))
            all.push_back(run_of(words, at, 3));
    return all;
}

// Between commas and line ends, without postcodes; a number alone is one with what follows it ("14, Mill Lane").
std::vector<Tokens> parts_of(std::string address, std::vector<std::string>& postcodes) {
    std::replace_if(address.begin(), address.end(), [](char one) { return one == '\n' || one == ';'; }, ',');
    std::vector<Tokens> parts;
    bool is_number_alone = false;
    for (const auto& words : split(address, ',')) {
        auto tokens = tokens_of(words);
        auto codes = postcodes_in(tokens);
        postcodes.insert(postcodes.end(), codes.begin(), codes.end());
        if (tokens.empty())
            continue;
        if (is_number_alone)
            parts.back().insert(parts.back().end(), tokens.begin(), tokens.end());
        else
            parts.push_back(tokens);
        is_number_alone = tokens.size() == 1 && is_house_number(tokens.front());
    }
    return parts;
}

// The words before the kind of street, back to the number or the beginning of the part: at most three.
std::string street_in(const Tokens& words) {
    for (std::size_t at = 1; at < words.size(); ++at) {
        if (std::find(kinds_of_street.begin(), kinds_of_street.end(), words[at]) == kinds_of_street.end())
            continue;
        auto from = at;
        while (from > 0 && at - from < 3 && !is_digit(words[from - 1].front()))
            --from;
        if (from < at)
            return run_of(words, from, at - from + 1);
    }
    return {};
}

} // namespace

Bare bared(std::string_view words) {
    Bare bare;
    for (const auto& word : tokens_of(words)) {
        bare.begins.push_back(bare.all.size());
        bare.all += word;
    }
    return bare;
}

std::vector<std::string> signs_of(const std::string& address) {
    std::vector<std::string> signs;
    const auto parts = parts_of(address, signs);
    bool has_number = false;
    for (const auto& part : parts)
        for (auto& sign : numbered_in(part)) {
            has_number = true;
            signs.push_back(std::move(sign));
        }
    for (std::size_t at = 1; at < parts.size(); ++at)
        if (at == 1 || !has_number)
            signs.push_back(run_of(parts.front(), 0, 9) + run_of(parts[at], 0, 9));
    if (!parts.empty() && !has_number && (signs.empty() || parts.front().size() >= (parts.size() == 1 ? 2U : 3U)))
        signs.push_back(run_of(parts.front(), 0, 4));
    std::erase_if(signs, [](const auto& sign) { return sign.size() < 5; });
    return signs;
}

bool stands_in(const Bare& words, const std::string& sign) {
    auto is_cut = [&](std::size_t at) {
        return at > 0 && at < words.all.size() && is_digit(words.all[at - 1]) && is_digit(words.all[at]) && !std::binary_search(words.begins.begin(), words.begins.end(), at);
    };
    for (auto at = words.all.find(sign); at != std::string::npos; at = words.all.find(sign, at + 1))
        if (!is_cut(at) && !is_cut(at + sign.size()))
            return true;
    return false;
}

bool stands_as_words_in(const Bare& words, const std::string& sign) {
    auto is_edge = [&](std::size_t at) { return at == words.all.size() || std::binary_search(words.begins.begin(), words.begins.end(), at); };
    for (auto at = words.all.find(sign); at != std::string::npos; at = words.all.find(sign, at + 1))
        if (is_edge(at) && is_edge(at + sign.size()))
            return true;
    return false;
}

std::vector<std::string> streets_of(const std::string& address) {
    std::vector<std::string> all, postcodes;
    for (const auto& part : parts_of(address, postcodes))
        if (auto street = street_in(part); !street.empty())
            all.push_back(std::move(street));
    return all;
}

} // namespace lifestory::casework
