// Who signs a kind of record (packs.md, `signed_by` and `written_by` of a record type), and how the people that a pack names are said in words.
#pragma once

#include <string>
#include <vector>

#include "policy/pack.h"

namespace lifestory::policy {

// "a Team Manager or the allocated worker"; of `owner` and outsiders the word itself: "the child".
std::string in_words(const std::vector<std::string>& whom, const Pack& pack);

// Whether somebody with these roles and relationships is one of those named; whose role acts as the one that is named is one.
bool is_one_of(const std::vector<std::string>& named, const std::vector<std::string>& roles, const Pack& pack);

// "a Team Manager or a Service Manager", where none of these roles is asked for; empty: whoever has them signs. Whom `signed_by` names
// signs, else whom `written_by` names; somebody whose role acts as the one that is named is one. What is like a visit is signed by
// whoever made it: nobody else saw it.
std::string only_signed_by(const RecordType& type, const std::vector<std::string>& roles, const Pack& pack);

} // namespace lifestory::policy
