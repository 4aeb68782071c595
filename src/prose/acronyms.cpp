#include "prose/acronyms.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

namespace lifestory::prose {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
// Bytes of letters beyond ASCII count as letters: a name like "Łukasz" must not fall apart.
bool in_word(char c) { return is_letter(c) || is_digit(c) || c < 0; }

struct Token {
    std::size_t begin = 0, end = 0;
};

// Words, with the marks inside them that acronyms use: "A&E", "T/C", "S.47".
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    std::size_t at = 0;
    while (at < text.size()) {
        if (!in_word(text[at])) {
            ++at;
            continue;
        }
        std::size_t begin = at;
        while (at < text.size() &&
               (in_word(text[at]) || ((text[at] == '&' || text[at] == '/' || text[at] == '.') && at > begin &&
                                      at + 1 < text.size() && in_word(text[at + 1]) && at - begin <= 4)))
            ++at;
        tokens.push_back({begin, at});
    }
    return tokens;
}

std::string_view of(std::string_view text, Token token) { return text.substr(token.begin, token.end - token.begin); }

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return out;
}

// Without a plural s after capitals, and without full stops: "LACs" and "L.A.C" are "LAC".
std::string bare(std::string_view token) {
    std::string out;
    for (char c : token)
        if (c != '.')
            out += c;
    if (out.size() > 2 && out.back() == 's' && is_upper(out[out.size() - 2]))
        out.pop_back();
    return out;
}

bool is_section(std::string_view token) { // S47, s20, s.17
    std::string t = bare(token);
    return t.size() >= 3 && t.size() <= 4 && (t[0] == 'S' || t[0] == 's') &&
           std::all_of(t.begin() + 1, t.end(), is_digit);
}

bool looks_like_letters(std::string_view token) {
    std::string t = bare(token);
    auto capitals = std::count_if(t.begin(), t.end(), is_upper);
    bool plain = std::all_of(t.begin(), t.end(), [](char c) { return is_upper(c) || is_digit(c) || c == '&' || c == '/'; });
    return plain && capitals >= 2 && t.size() <= 7;
}

bool is_ordinary_capitals(std::string_view t) { // Y10, years, a single letter and digits
    return t.size() >= 2 && is_upper(t[0]) && std::all_of(t.begin() + 1, t.end(), is_digit);
}

// A word in capitals among words in capitals is a heading or a raised voice, no acronym.
bool is_shouted(std::string_view text, const std::vector<Token>& tokens, std::size_t index) {
    auto loud = [&](std::size_t i) {
        auto t = of(text, tokens[i]);
        return t.size() >= 2 && std::all_of(t.begin(), t.end(), [](char c) { return !is_lower(c) && c >= 0; }) &&
               std::any_of(t.begin(), t.end(), is_upper);
    };
    auto joined = [&](std::size_t left, std::size_t right) { // only a space between
        auto gap = text.substr(tokens[left].end, tokens[right].begin - tokens[left].end);
        return gap == " " || gap == ", ";
    };
    bool before = index > 0 && loud(index - 1) && joined(index - 1, index);
    bool after = index + 1 < tokens.size() && loud(index + 1) && joined(index, index + 1);
    return before || after;
}

bool in_quotation(std::string_view text, std::size_t at) {
    auto line = text.rfind('\n', at);
    line = line == std::string_view::npos ? 0 : line;
    auto straight = std::count(text.begin() + static_cast<std::ptrdiff_t>(line), text.begin() + static_cast<std::ptrdiff_t>(at), '"');
    auto opened = text.substr(0, at).rfind("\u201c");
    auto closed = text.substr(0, at).rfind("\u201d");
    bool curly = opened != std::string_view::npos && opened >= line && (closed == std::string_view::npos || closed < opened);
    return straight % 2 == 1 || curly;
}

bool is_small_word(std::string_view word) {
    static const std::set<std::string, std::less<>> small{"and", "of", "for", "the", "in", "to", "a", "with", "or", "on"};
    return small.contains(word);
}

// The first letters of these words, small ones left out or kept, spell the acronym.
bool spelt_by(std::string_view words, std::string_view letters) {
    std::string all, without_small;
    for (auto token : tokens_of(words)) {
        auto word = lower(of(words, token));
        all += word[0];
        if (!is_small_word(word))
            without_small += word[0];
    }
    auto wanted = lower(letters);
    std::erase_if(wanted, [](char c) { return !is_letter(c); });
    return wanted.size() >= 2 && (all.ends_with(wanted) || without_small.ends_with(wanted) ||
                                  all.starts_with(wanted) || without_small.starts_with(wanted));
}

std::string_view near(std::string_view text, std::size_t begin, std::size_t length) {
    return begin >= text.size() ? std::string_view() : text.substr(begin, length);
}

// Full words before and letters in brackets, or letters and the full words in brackets or after "which is".
bool is_explained(std::string_view text, Token token, std::string_view letters, const Acronym* known) {
    auto lowered = lower(near(text, 0, token.end + 160));
    if (known && !known->full.empty()) {
        auto full = lower(known->full);
        auto at = lowered.find(full);
        if (at != std::string::npos && at < token.end + 60)
            return true;
    }
    std::size_t opening = token.begin;
    while (opening > 0 && (text[opening - 1] == ' ' || text[opening - 1] == '\''))
        --opening;
    if (opening > 0 && text[opening - 1] == '(') {
        std::size_t from = opening > 90 ? opening - 90 : 0;
        auto before = text.substr(from, opening - 1 - from);
        auto stop = before.find_last_of(".!?\n");
        return spelt_by(stop == std::string_view::npos ? before : before.substr(stop + 1), letters);
    }
    auto after = near(text, token.end, 120);
    for (std::string_view bridge : {" (", ", which is ", ", which means ", " (which is ", " means ", " stands for ", ", that is ", ", the ", ", a "})
        if (after.starts_with(bridge)) {
            auto words = after.substr(bridge.size());
            auto stop = words.find_first_of(").!?\n");
            if (spelt_by(words.substr(0, stop), letters))
                return true;
            // In plain words rather than letter by letter: "EHCP (a plan for your help at school)".
            if (bridge != " (" ? bridge.find("which") != std::string_view::npos || bridge.find("means") != std::string_view::npos
                               : stop != std::string_view::npos && words[stop] == ')' && std::count(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(stop), ' ') >= 2)
                return true;
        }
    return false;
}

bool is_a_name(std::string_view letters, const About& about) {
    auto equal = [&](const std::string& name) { return lower(name) == lower(letters); };
    if (equal(about.child))
        return true;
    for (const auto& name : about.names)
        for (auto token : tokens_of(name))
            if (of(name, token) == letters)
                return true;
    return false;
}

Finding finding_for(std::string_view text, Token token, const Acronym* known, const About& about) {
    Finding finding{token.begin, token.end, Category::Acronym, {}, {}};
    std::string letters(of(text, token));
    auto reader = about.child.empty() ? std::string("The child") : about.child;
    finding.message = "\"" + letters + "\": " + reader + " may not know these letters. Say it in full the first time.";
    if (known && !known->full.empty())
        finding.suggestion = known->full + " (" + letters + ")";
    return finding;
}

} // namespace

std::vector<Finding> find_acronyms(std::string_view text, const WordingRules& rules, const About& about) {
    std::vector<Finding> findings;
    std::set<std::string> seen;
    auto tokens = tokens_of(text);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        auto letters = bare(of(text, tokens[i]));
        auto entry = rules.acronyms.find(letters);
        const Acronym* known = entry == rules.acronyms.end() ? nullptr : &entry->second;
        bool candidate = known || is_section(letters) || looks_like_letters(letters);
        if (!candidate || rules.everyday_acronyms.contains(letters) || is_a_name(letters, about) ||
            in_quotation(text, tokens[i].begin))
            continue;
        bool by_look_only = !known && !is_section(letters);
        if (by_look_only && (is_ordinary_capitals(letters) || is_shouted(text, tokens, i)))
            continue;
        if (!seen.insert(letters).second || is_explained(text, tokens[i], letters, known))
            continue;
        findings.push_back(finding_for(text, tokens[i], known, about));
    }
    return findings;
}

} // namespace lifestory::prose
