#include "casework/letter_address.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "base/text.h"

namespace lifestory::casework {

namespace {

// Letters and digits alone, folded, so that no comma, line end, accent or kind of blank between them hides anything; with where each word of them begins.
struct Bare {
    std::string all;
    std::vector<std::size_t> begins;
};

Bare bared(std::string_view words) {
    const auto folded = fold(words);
    const auto length = static_cast<std::int32_t>(folded.size());
    Bare bare;
    bool is_within = false;
    for (std::int32_t at = 0, from = 0; at < length; from = at) {
        UChar32 sign = 0;
        U8_NEXT(folded.data(), at, length, sign);
        const bool is_apostrophe = sign == '\'' || sign == 0x2018 || sign == 0x2019 || sign == 0x02bc; // "St John's" is two words
        if (sign >= 0 && u_isalnum(sign)) {
            if (!is_within)
                bare.begins.push_back(bare.all.size());
            bare.all.append(folded, static_cast<std::size_t>(from), static_cast<std::size_t>(at - from));
        }
        is_within = sign >= 0 && (u_isalnum(sign) || (is_within && is_apostrophe));
    }
    return bare;
}

using Tokens = std::vector<std::string>;

Tokens tokens_of(std::string_view words) {
    const auto bare = bared(words);
    Tokens all;
    for (std::size_t at = 0; at < bare.begins.size(); ++at)
        all.push_back(bare.all.substr(bare.begins[at], (at + 1 < bare.begins.size() ? bare.begins[at + 1] : bare.all.size()) - bare.begins[at]));
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

// By what a home is found: its postcode, its number and street, or its name together with the rest. A town alone is no address.
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

// "Mr Lee Barrow" too, and by a name of before.
std::vector<const record::Person*> receivers_of(const record::Family& family, const record::Present& named) {
    std::vector<const record::Person*> all;
    if (named.person) {
        if (const auto* person = family.person(*named.person))
            all.push_back(person);
        return all;
    }
    const auto written = bared(named.full_name).all;
    for (const auto& history : family.people)
        if (std::any_of(history.said.begin(), history.said.end(), [&](const auto& said) {
                const auto name = bared(said.what.full_name).all;
                return !name.empty() && (written.find(name) != std::string::npos || written == bared(said.what.known_as).all);
            }))
            all.push_back(&history.now());
    return all;
}

bool is_among(const std::vector<PersonNumber>& people, const record::Person& person) { return std::find(people.begin(), people.end(), person.person) != people.end(); }

// Of every address at which they live or lived themselves.
std::vector<std::string> known_to(const record::Family& family, const record::Person& receiver) {
    std::vector<std::string> signs;
    for (const auto& history : family.households)
        for (const auto& said : history.said)
            if (is_among(said.what.members, receiver))
                for (auto& sign : signs_of(said.what.address))
                    signs.push_back(std::move(sign));
    return signs;
}

struct HiddenHome {
    std::string receiver, home;
    std::vector<std::string> signs;
};

std::vector<HiddenHome> hidden_from(const record::Family& family, const record::Person& receiver) {
    const auto known = known_to(family, receiver);
    std::vector<HiddenHome> all;
    for (const auto& history : family.households) {
        if (!is_among(history.now().not_for, receiver) || is_among(history.now().members, receiver))
            continue;
        HiddenHome hidden{receiver.full_name, history.now().name, {}};
        for (const auto& said : history.said)
            for (auto& sign : signs_of(said.what.address))
                if (std::find(known.begin(), known.end(), sign) == known.end())
                    hidden.signs.push_back(std::move(sign));
        all.push_back(std::move(hidden));
    }
    return all;
}

// A number at its edge is the whole number: "1 Mill Lane" does not stand in "21 Mill Lane".
bool stands_in(const Bare& words, const std::string& sign) {
    auto is_cut = [&](std::size_t at) {
        return at > 0 && at < words.all.size() && is_digit(words.all[at - 1]) && is_digit(words.all[at]) && !std::binary_search(words.begins.begin(), words.begins.end(), at);
    };
    for (auto at = words.all.find(sign); at != std::string::npos; at = words.all.find(sign, at + 1))
        if (!is_cut(at) && !is_cut(at + sign.size()))
            return true;
    return false;
}

// All that an answer says, also what is printed elsewhere than its words.
std::string all_words_of(const record::Answer& answer) {
    auto words = record::words_of(answer);
    if (const auto* said = std::get_if<record::Views>(&answer.value))
        for (const auto& one : said->views)
            words += "\n" + one.whose + "\n" + one.who_they_are + "\n" + join(one.how, "\n") + "\n" + one.through;
    if (const auto* said = std::get_if<record::Actions>(&answer.value))
        for (const auto& one : said->actions)
            words += "\n" + one.serves;
    return words;
}

bool holds_one(const Bare& words, const HiddenHome& hidden) {
    return std::any_of(hidden.signs.begin(), hidden.signs.end(), [&](const auto& sign) { return stands_in(words, sign); });
}

} // namespace

Refusals hidden_addresses_in(const record::Family& family, const record::Form& form) {
    Refusals refusals;
    const auto directions = form.chosen("direction");
    const auto* whom = form.find("from-whom");
    const auto* people = whom ? std::get_if<record::People>(&whom->value) : nullptr;
    if (!people || std::find(directions.begin(), directions.end(), "sent") == directions.end())
        return refusals;
    for (const auto& named : people->there)
        for (const auto* receiver : receivers_of(family, named))
            for (const auto& hidden : hidden_from(family, *receiver))
                for (const auto& answer : form.answers)
                    if (holds_one(bared(all_words_of(answer)), hidden))
                        refusals.push_back(refuse("hidden-address", "This goes to " + hidden.receiver + ", who may not know where " + hidden.home + " is: take that address out", "item." + answer.item));
    return refusals;
}

} // namespace lifestory::casework
