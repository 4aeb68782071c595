#include "policy/who_gets.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/text.h"

namespace lifestory::policy {

namespace {

constexpr std::array<std::string_view, 16> parents{"mum", "mam", "mom", "mummy", "mother", "dad", "daddy", "father", "parent", "parents",
                                                   "stepmum", "stepdad", "stepmother", "stepfather", "adopter", "adopters"};
constexpr std::array<std::string_view, 22> kin{"family", "nan", "nana", "gran", "granny", "grandma", "grandmother", "grandad", "granddad", "grandpa", "grandfather",
                                               "grandparent", "aunt", "auntie", "aunty", "uncle", "brother", "sister", "sibling", "cousin", "kin", "relative"};
constexpr std::array<std::string_view, 6> carers{"carer", "carers", "foster", "fosterer", "kinship", "guardian"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool has_word(std::string_view lower, std::string_view word) {
    for (auto at = lower.find(word); at != std::string_view::npos; at = lower.find(word, at + 1)) {
        const bool begins = at == 0 || !is_letter(lower[at - 1]);
        const auto end = at + word.size();
        if (begins && (end == lower.size() || !is_letter(lower[end])))
            return true;
    }
    return false;
}

bool has_any(std::string_view lower, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return has_word(lower, word); });
}

// What the words say of somebody: all but the name that stands before them.
std::string who_they_are(std::string_view given_to) {
    const auto comma = given_to.find(',');
    std::string said(comma == std::string_view::npos ? given_to : given_to.substr(comma + 1));
    std::ranges::transform(said, said.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return said;
}

} // namespace

bool is_for(std::string_view given_to, std::string_view who) {
    if (given_to == who)
        return true;
    const auto said = who_they_are(given_to);
    if (who == "parents")
        return has_any(said, parents);
    if (who == "family")
        return has_any(said, parents) || has_any(said, kin);
    if (who == "carer")
        return has_any(said, carers);
    auto words = std::string(who);
    std::ranges::replace(words, '-', ' ');
    return has_word(said, words);
}

} // namespace lifestory::policy
