#include "record/address.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace lifestory::record {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_of_a_word(char c) { return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

struct Stretch {
    std::size_t begin = 0, end = 0;
};

// One or two letters, a digit, perhaps one more of either; perhaps a space; a digit and two letters.
std::optional<std::size_t> end_of_postcode(std::string_view text, std::size_t at) {
    auto take = [&](auto is, std::size_t most) {
        std::size_t taken = 0;
        while (taken < most && at < text.size() && is(text[at]))
            ++at, ++taken;
        return taken;
    };
    if (take(is_letter, 2) == 0 || take(is_digit, 1) == 0)
        return std::nullopt;
    const auto inner = [&](std::size_t from) {
        while (from < text.size() && text[from] == ' ' && from < at + 2)
            ++from;
        return from + 3 <= text.size() && is_digit(text[from]) && is_letter(text[from + 1]) && is_letter(text[from + 2]) ? std::optional(from + 3)
                                                                                                                         : std::nullopt;
    };
    const auto ends = [&](std::optional<std::size_t> end) { return end && (*end == text.size() || !is_of_a_word(text[*end])) ? end : std::nullopt; };
    if (auto end = ends(inner(at)))
        return end;
    const bool has_one_more = at < text.size() && (is_letter(text[at]) || is_digit(text[at])); // "SW1A", "M12"
    at += has_one_more ? 1 : 0;
    return has_one_more ? ends(inner(at)) : std::nullopt;
}

std::optional<Stretch> postcode_in(std::string_view text, std::size_t from) {
    for (auto at = from; at < text.size(); ++at)
        if (is_letter(text[at]) && (at == 0 || !is_of_a_word(text[at - 1])))
            if (auto end = end_of_postcode(text, at))
                return Stretch{at, *end};
    return std::nullopt;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t find_whatever_the_capitals(std::string_view text, std::string_view words, std::size_t from) {
    auto found = std::search(text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(), words.begin(), words.end(),
                             [](char left, char right) { return lower(left) == lower(right); });
    return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

} // namespace

bool has_postcode(std::string_view text) { return postcode_in(text, 0).has_value(); }

std::vector<std::string> addresses_of(const Family& family) {
    std::vector<std::string> all;
    for (const auto& household : family.households)
        for (const auto& said : household.said)
            for (const auto& words : {said.what.address, split(said.what.address, ',').front(), split(said.what.address, '\n').front()})
                if (auto address = trim(words); letters(address) > 4 && std::ranges::find(all, address) == all.end())
                    all.push_back(std::move(address));
    std::ranges::stable_sort(all, std::greater(), &std::string::size); // the whole before its first line
    return all;
}

std::string without_addresses(std::string_view text, const std::vector<std::string>& addresses) {
    static const std::string left_out = "(address left out)";
    std::string now(text);
    for (const auto& address : addresses)
        for (auto at = find_whatever_the_capitals(now, address, 0); at != std::string::npos;
             at = find_whatever_the_capitals(now, address, at + left_out.size()))
            now.replace(at, address.size(), left_out);
    for (auto found = postcode_in(now, 0); found; found = postcode_in(now, found->begin + left_out.size()))
        now.replace(found->begin, found->end - found->begin, left_out);
    return now;
}

} // namespace lifestory::record
