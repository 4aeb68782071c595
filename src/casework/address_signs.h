// How an address is known again in words, however people write it: by its postcode, its number and street, or its name together with
// the rest; with "Ln" for "Lane". By its street alone it may be known, or may not.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lifestory::casework {

// Letters and digits alone, folded, so that no comma, line end, accent or kind of blank between them hides anything; with where each word of them begins.
// What is shortened in addresses stands in full.
struct Bare {
    std::string all;
    std::vector<std::size_t> begins;
};
Bare bared(std::string_view words);

// By what a home is found: its postcode, its number and street, or its name together with the rest. A town alone is no address.
std::vector<std::string> signs_of(const std::string& address);
std::vector<std::string> streets_of(const std::string& address); // "milllane", of "14 Mill Lane" and "Rose Cottage, Mill Lane"

bool stands_in(const Bare& words, const std::string& sign);       // a number at its edge is the whole number: "1 Mill Lane" does not stand in "21 Mill Lane"
bool stands_as_words_in(const Bare& words, const std::string& sign); // it begins and ends with a word

} // namespace lifestory::casework
