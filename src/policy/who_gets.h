// To whom an entry goes (packs.md, `distribute_to` of a record type, `to` of a timescale), and whether what was given to somebody reached them.
#pragma once

#include <string>
#include <string_view>

namespace lifestory::policy {

// `given_to` is what stands with a copy that was given: "Tracey Barrow, mum". It is for "parents" and "family" by the words that say who
// she is, for "chair" or "school" by that word, and for anybody by their own name for themselves: "chair".
bool is_for(std::string_view given_to, std::string_view who);

} // namespace lifestory::policy
