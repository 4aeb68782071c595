#include "policy/who_signs.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::policy {

namespace {

// "a Team Manager"; of a relationship "the allocated worker".
std::string in_words(const std::string& who, const Pack& pack) {
    if (const auto role = pack.roles.find(who); role != pack.roles.end())
        return (std::string_view("AEIOU").find(role->second.name.front()) == std::string_view::npos ? "a " : "an ") + role->second.name;
    auto words = who;
    std::ranges::replace(words, '-', ' ');
    return "the " + words;
}

} // namespace

std::string only_signed_by(const RecordType& type, const std::vector<std::string>& roles, const Pack& pack) {
    const auto& named = type.signed_by.empty() ? type.written_by : type.signed_by;
    if (named.empty() || type.is_like("visit"))
        return {};
    std::vector<std::string> words;
    for (const auto& who : named) {
        if (std::ranges::any_of(roles, [&](const auto& role) { return role == who || pack.acts_as(role) == who; }))
            return {};
        words.push_back(in_words(who, pack));
    }
    return join(words, " or ");
}

} // namespace lifestory::policy
