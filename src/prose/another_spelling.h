// When a word is a name spelt otherwise: a letter doubled, dropped or changed, or the name as it is said.
#pragma once

#include <string>
#include <string_view>

namespace lifestory::prose {

int letters_apart(std::string_view a, std::string_view b); // how many letters must change, or 9 when it is more than two
std::string sound_of(std::string_view name); // as one hears it who has not seen it written: Steph-, Kerri and Jon are Stef-, Kerry and John
bool is_another_spelling(std::string_view written, std::string_view known); // both in lower case, without accents
bool begins_otherwise(std::string_view written, std::string_view known);         // Nox for Knox, Eather for Heather: is not always meant, for Ella is not Hella
bool has_another_first_letter(std::string_view written, std::string_view known); // or one too few or too many there, of long names
bool is_left_alike(std::string_view written, std::string_view known);    // Vain for Vane, where the first name before it is right: no vowel counts
bool is_slip_of_short(std::string_view written, std::string_view known); // Way for Wei, where it is said whose name it is
bool is_another_form(std::string_view written, std::string_view known);          // Christine for Christabel, but Chris and Christie are hers

} // namespace lifestory::prose
