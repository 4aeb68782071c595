#include "policy/who_signs.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::policy {

namespace {

// "a Team Manager"; of a relationship "the allocated worker"; whom an item names "who is named at “Who came”".
std::string one_in_words(const std::string& who, const Pack& pack) {
    if (const auto role = pack.roles.find(who); role != pack.roles.end())
        return (std::string_view("AEIOU").find(role->second.name.front()) == std::string_view::npos ? "a " : "an ") + role->second.name;
    auto words = who.starts_with("item ") ? "who is named at " + who.substr(5) : who == "invited" ? "everybody who was asked to come" : "the " + who;
    std::ranges::replace(words, '-', ' ');
    return words;
}

} // namespace

std::string in_words(const std::vector<std::string>& whom, const Pack& pack) {
    std::vector<std::string> words;
    for (const auto& who : whom)
        words.push_back(one_in_words(who, pack));
    return join(words, " or ");
}

bool is_one_of(const std::vector<std::string>& named, const std::vector<std::string>& roles, const Pack& pack) {
    return std::ranges::any_of(named, [&](const auto& who) {
        return std::ranges::any_of(roles, [&](const auto& role) { return role == who || pack.acts_as(role) == who; });
    });
}

std::string only_signed_by(const RecordType& type, const std::vector<std::string>& roles, const Pack& pack) {
    const auto& named = type.signed_by.empty() ? type.written_by : type.signed_by;
    if (named.empty() || type.is_like("visit") || is_one_of(named, roles, pack))
        return {};
    return in_words(named, pack);
}

} // namespace lifestory::policy
