// The closed lists of packs.md: kinds, the keys that each takes, built-in record types with their moments, item
// types, parts, relationships, shapes. An unknown word is refused against these.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lifestory::policy {

using Names = std::vector<std::string>;

const Names& kinds();                                 // without pack, withdraw and settle
const Names& keys_of(std::string_view kind);          // in the order of the alphabet; of "pack" too
const Names& keys_of_part(std::string_view part);     // of tables within: item, condition, need, source, step, term, ...
const Names& built_in_types();
Names moments_of_built_in(std::string_view type);     // with those of every entry
const Names& relationships();                         // that people may be named by
const Names& acts_as_names();
const Names& shapes();
const Names& acts();
const Names& finding_categories();
bool contains(const Names& names, std::string_view name);

} // namespace lifestory::policy
