// Addresses in words: whether a text holds a postcode, and a text without the addresses that a family's homes have. A
// chronology says that a child moved and never where to: it is read by people who may not know.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/family.h"

namespace lifestory::record {

bool has_postcode(std::string_view text); // "M1 1AE", "sw1a 1aa"

std::vector<std::string> addresses_of(const Family& family); // of every home there ever was: whole, and its first line

// Addresses and postcodes are replaced by "(address left out)".
std::string without_addresses(std::string_view text, const std::vector<std::string>& addresses);

} // namespace lifestory::record
