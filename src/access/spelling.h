// Words as they sound and as they are mistyped: plain Latin letters for names of any script, a rough sound of each, and
// how many letters two words are apart.
#pragma once

#include <string>
#include <vector>

namespace lifestory::access {

std::vector<std::string> plain_words(const std::string& name); // "Anne-Marie O'Dowd": anne, marie, odowd
std::string sound_of(const std::string& plain_word);           // "barrow" and "barow" are one
int letters_apart(const std::string& one, const std::string& other); // two letters changed over count once

} // namespace lifestory::access
