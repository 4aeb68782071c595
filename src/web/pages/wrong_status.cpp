#include "web/pages/wrong_status.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/text.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t looked_back = 60; // bytes: as far as who it is said of can stand

bool is_of_a_word(char letter) { return std::isalnum(static_cast<unsigned char>(letter)) || letter == '\'' || static_cast<unsigned char>(letter) >= 0x80; }

std::string lower(std::string_view text) {
    std::string all(text);
    std::ranges::transform(all, all.begin(), [](unsigned char one) { return one < 0x80 ? static_cast<char>(std::tolower(one)) : static_cast<char>(one); });
    return all;
}

// Of the same sentence, the nearest last.
std::vector<std::string> words_before(std::string_view text, std::size_t at) {
    const auto from = at < looked_back ? 0 : at - looked_back;
    const auto end = text.substr(from, at - from).find_last_of(".!?\n;");
    std::vector<std::string> words;
    std::string word;
    for (char letter : text.substr(end == std::string_view::npos ? from : from + end + 1, at - (end == std::string_view::npos ? from : from + end + 1))) {
        if (is_of_a_word(letter))
            word += letter;
        else if (!word.empty())
            words.push_back(std::move(word)), word.clear();
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

template <std::size_t Count>
bool take_one(std::vector<std::string>& words, const std::array<std::string_view, Count>& of) {
    if (words.empty() || std::ranges::find(of, words.back()) == of.end())
        return false;
    words.pop_back();
    return true;
}

// "You are now on a", "Tilly is subject to the", "legal status is".
bool is_said_of_the_child(std::vector<std::string> words, const std::string& child) {
    static constexpr std::array<std::string_view, 3> articles{"a", "an", "the"};
    static constexpr std::array<std::string_view, 3> links{"on", "under", "to"};
    static constexpr std::array<std::string_view, 6> beside{"now", "still", "currently", "already", "also", "subject"};
    static constexpr std::array<std::string_view, 2> present{"is", "are"};
    static constexpr std::array<std::string_view, 2> shortened{"you're", "you’re"};
    take_one(words, articles);
    take_one(words, links);
    while (take_one(words, beside))
        continue;
    if (take_one(words, shortened))
        return true;
    const bool is_present = take_one(words, present);
    if (words.empty())
        return false;
    const bool is_label = words.back() == "status" && words.size() > 1 && words[words.size() - 2] == "legal";
    return is_label || (is_present && (words.back() == "you" || words.back() == child));
}

std::string message_of(const std::string& name, const StatusesOfChild& statuses) {
    auto holds = statuses.in_words.empty() ? std::string("they have no plan and no order") : "they have " + join(statuses.in_words, "; ");
    return "The facts do not have “" + name + "” now: " + holds + ". Put it right here, or under Facts.";
}

} // namespace

std::vector<prose::Finding> wrong_statuses(std::string_view text, const StatusesOfChild& statuses) {
    std::vector<prose::Finding> all;
    const auto folded = lower(text);
    const auto child = lower(statuses.child);
    for (const auto& status : statuses.named) {
        const auto name = lower(status.name);
        if (status.holds || name.empty())
            continue;
        for (auto at = folded.find(name); at != std::string::npos; at = folded.find(name, at + name.size())) {
            const auto end = at + name.size();
            const bool is_whole = (at == 0 || !is_of_a_word(folded[at - 1])) && (end == folded.size() || !is_of_a_word(folded[end]));
            if (is_whole && is_said_of_the_child(words_before(folded, at), child))
                all.push_back({at, end, prose::Category::MisspeltName, message_of(status.name, statuses), ""});
        }
    }
    std::ranges::sort(all, {}, &prose::Finding::begin);
    return all;
}

} // namespace lifestory::web::pages
