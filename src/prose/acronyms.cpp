#include "prose/acronyms.h"

#include <algorithm>
#include <unordered_set>

namespace lifestory::prose {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }

std::string lower(std::string_view text) {
    std::string out;
    for (char c : text)
        out += is_upper(c) ? static_cast<char>(c | 0x20) : c;
    return out;
}

// Letters as they stand in the text, with the marks that acronyms hold: "A&E", "T/C", "S.47". Words, end exclusive.
struct Letters {
    std::size_t first = 0, last = 0;
    std::string bare; // without full stops and a plural s: "LACs" and "L.A.C" are "LAC"
};

std::string bare(std::string_view token) {
    std::string out;
    for (char c : token)
        if (c != '.')
            out += c;
    if (out.size() > 2 && out.back() == 's' && is_upper(out[out.size() - 2]))
        out.pop_back();
    return out;
}

bool is_section(std::string_view t) { // S47, s20, s.17
    return t.size() >= 3 && t.size() <= 4 && (t[0] == 'S' || t[0] == 's') && std::all_of(t.begin() + 1, t.end(), is_digit);
}

bool looks_like_letters(std::string_view t) {
    auto capitals = std::count_if(t.begin(), t.end(), is_upper);
    bool plain = std::all_of(t.begin(), t.end(), [](char c) { return is_upper(c) || is_digit(c) || c == '&' || c == '/'; });
    bool starts = !t.empty() && is_upper(t[0]);
    return plain && starts && capitals >= 2 && t.size() <= 7;
}

bool is_small_word(std::string_view word) {
    static constexpr std::string_view small[] = {"and", "of", "for", "the", "in", "to", "a", "with", "or", "on"};
    return std::find(std::begin(small), std::end(small), word) != std::end(small);
}

// The first letters of these words, small ones left out or kept, spell the acronym.
bool spelt_by(std::string_view words, std::string_view letters) {
    std::string all, without_small;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!is_letter(words[at]) || (at > 0 && (is_letter(words[at - 1]) || words[at - 1] == '\'')))
            continue;
        auto end = at;
        while (end < words.size() && is_letter(words[end]))
            ++end;
        auto word = lower(words.substr(at, end - at));
        all += word[0];
        if (!is_small_word(word))
            without_small += word[0];
    }
    auto wanted = lower(letters);
    std::erase_if(wanted, [](char c) { return !is_letter(c); });
    return wanted.size() >= 2 && (all.ends_with(wanted) || without_small.ends_with(wanted) || all.starts_with(wanted) || without_small.starts_with(wanted));
}

class Finder {
public:
    explicit Finder(const Draft& draft) : m_draft(draft), m_text(draft.document.text) {}

    std::vector<Finding> find() {
        for (std::size_t at = 0; at < m_draft.document.tokens.size();) {
            auto last = last_at(at);
            if (last > at + 1 || may_be_letters(at))
                look(letters_at(at, last));
            at = last;
        }
        return std::move(m_findings);
    }

private:
    std::string_view between(std::size_t left) const { return m_text.substr(m_draft.token(left).end, m_draft.token(left + 1).begin - m_draft.token(left).end); }

    // Words that one mark alone parts are one run of letters when they are short: "T/C", "A&E", "s.47".
    std::size_t last_at(std::size_t first) const {
        auto last = first + 1;
        while (last < m_draft.document.tokens.size() && m_draft.token(last).has(Apart) && m_draft.token(last - 1).end - m_draft.token(first).begin <= 5 && m_draft.of(last - 1).size() <= 3 && m_draft.of(last).size() <= 3) {
            auto gap = between(last - 1);
            if (gap != "/" && gap != "&" && gap != ".")
                break;
            ++last;
        }
        return last;
    }

    // Most words are none: no digit or capital after the first letter, and no acronym that is known.
    bool may_be_letters(std::size_t at) const {
        auto word = m_draft.of(at);
        if (m_draft.token(at).is_set_apart() || word.size() < 2 || word.size() > 12)
            return false;
        return is_upper(word[1]) || is_digit(word[1]) || (word.back() == 's' && is_upper(word[word.size() - 2])) || m_draft.reader.may_be_acronym(m_draft.token(at));
    }

    Letters letters_at(std::size_t first, std::size_t last) const {
        if (last == first + 1 && m_draft.of(first).size() > 12)
            return {first, last, {}};
        return {first, last, bare(m_text.substr(m_draft.token(first).begin, m_draft.token(last - 1).end - m_draft.token(first).begin))};
    }

    const Acronym* known(const std::string& letters) const {
        const auto& all = m_draft.reader.rules().acronyms;
        auto entry = all.find(letters);
        if (entry == all.end() && letters.size() >= 3 && looks_like_letters(letters)) // "Camhs" is as good as "CAMHS"
            return nullptr;
        return entry == all.end() ? nullptr : &entry->second;
    }

    bool is_everyday(const std::string& letters) const { return m_draft.reader.rules().everyday_acronyms.contains(letters); }

    void look(const Letters& letters) {
        if (letters.bare.size() < 2 || m_draft.token(letters.first).is_set_apart())
            return;
        char opens = letters.bare[0];
        const Acronym* entry = is_letter(opens) ? known(letters.bare) : nullptr;
        bool section = is_section(letters.bare);
        if (!entry && !section && !looks_like_letters(letters.bare))
            return;
        if (m_seen.contains(letters.bare) || is_everyday(letters.bare) || is_a_name(letters))
            return;
        bool is_verb = letters.bare == "ARE" && letters.first > 0 && m_draft.token(letters.first - 1).is(bits(Class::You, Class::We, Class::They));
        if (is_verb || (!entry && !section && (is_ordinary_capitals(letters.bare) || is_shouted(letters))))
            return;
        if (entry && is_lower(opens) && !section && m_draft.reader.vocabulary().classes(m_draft.token(letters.first).word) && letters.bare.size() <= 2)
            return;
        if (!m_seen.insert(letters.bare).second || is_explained(letters, entry))
            return;
        m_findings.push_back(finding(letters, entry));
    }

    static bool is_ordinary_capitals(std::string_view t) { return std::all_of(t.begin() + 1, t.end(), is_digit); } // Y10

    // A word in capitals among words in capitals is a heading or a raised voice, no acronym.
    bool is_loud(std::size_t at) const {
        auto word = m_draft.of(at);
        return m_draft.token(at).has(Capitals) && word.size() >= 2 && !known(bare(word)) && !is_everyday(bare(word));
    }

    bool is_shouted(const Letters& letters) const {
        auto joined = [&](std::size_t left) { return between(left) == " " || between(left) == ", "; };
        bool before = letters.first > 0 && joined(letters.first - 1) && is_loud(letters.first - 1);
        bool after = letters.last < m_draft.document.tokens.size() && joined(letters.last - 1) && is_loud(letters.last);
        return before || after || is_raised(letters) || m_draft.is_any<"not", "never", "very", "so", "all", "now", "no", "yes", "must", "only", "always", "mum", "dad", "nan", "me", "my", "and", "is", "was", "you", "really",
                                                                 "love", "what", "when", "who", "why", "how", "next", "plan", "health", "home", "school", "family", "actions", "present", "visit", "money", "today">(letters.first);
    }

    // "FLAT" on a line of its own, "a LOT": as they are said, they are a word, and no letters that we know.
    bool is_raised(const Letters& letters) const {
        constexpr std::size_t long_enough = 4;
        bool has_vowel = letters.bare.find_first_of("AEIOU") != std::string::npos, is_all_letters = std::all_of(letters.bare.begin(), letters.bare.end(), is_upper);
        const auto& token = m_draft.token(letters.first);
        const auto& sentence = m_draft.document.sentence_of(token);
        bool is_alone = m_draft.document.lines[sentence.line].first == letters.first && (sentence.last - sentence.first <= 2 || m_draft.after(letters.first) == '.' || m_draft.after(letters.first) == ':');
        return has_vowel && is_all_letters && ((letters.bare.size() >= long_enough && (is_alone || token.word != 0)) || m_draft.is_any<"lot", "are", "am", "did", "has", "had", "will", "can", "any", "big", "one", "two", "too", "for", "her", "his", "him", "she", "out", "off", "end", "new", "old", "big", "bed", "dog", "cat", "fun", "yay", "wow", "hate", "ever">(letters.first));
    }

    bool is_a_name(const Letters& letters) const {
        if (lower(m_draft.about.child) == lower(letters.bare))
            return true;
        for (const auto& name : m_draft.about.names)
            for (const auto& token : read(name, m_draft.reader.vocabulary()).tokens)
                if (std::string_view(name).substr(token.begin, token.end - token.begin) == letters.bare)
                    return true;
        return false;
    }

    // Full words before and letters in brackets, or letters and the full words in brackets or after "which is".
    bool is_explained(const Letters& letters, const Acronym* entry) const {
        std::size_t begin = m_draft.token(letters.first).begin, end = m_draft.token(letters.last - 1).end;
        auto from = begin > 200 ? begin - 200 : 0;
        if (entry && !entry->full.empty() && lower(m_text.substr(from, end + 60 - from)).find(lower(entry->full)) != std::string::npos)
            return true;
        std::size_t opening = begin;
        while (opening > 0 && (m_text[opening - 1] == ' ' || m_text[opening - 1] == '\''))
            --opening;
        if (opening > 0 && m_text[opening - 1] == '(') {
            auto start = opening > 90 ? opening - 90 : 0;
            auto before = m_text.substr(start, opening - 1 - start);
            auto stop = before.find_last_of(".!?\n");
            return spelt_by(stop == std::string_view::npos ? before : before.substr(stop + 1), letters.bare);
        }
        return is_explained_after(m_text.substr(end, 120), letters.bare);
    }

    static bool is_explained_after(std::string_view after, std::string_view letters) {
        for (std::string_view bridge : {" (", ", which is ", ", which means ", " (which is ", " means ", " stands for ", " stand for ", ", just stand for ", ", stand for ", ", that is ", ", the ", ", a "}) {
            if (!after.starts_with(bridge))
                continue;
            auto words = after.substr(bridge.size());
            auto stop = words.find_first_of(").!?\n");
            if (spelt_by(words.substr(0, stop), letters))
                return true;
            // In plain words rather than letter by letter: "EHCP (a plan for your help at school)".
            bool in_brackets = stop != std::string_view::npos && words[stop] == ')' && std::count(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(stop), ' ') >= 2;
            if (bridge == " (" ? in_brackets : bridge.find("which") != std::string_view::npos || bridge.find("means") != std::string_view::npos || bridge.find("stands") != std::string_view::npos || bridge == ", that is ")
                return true;
        }
        return false;
    }

    Finding finding(const Letters& letters, const Acronym* entry) const {
        auto found = finding_of(m_draft, Category::Acronym, letters.first, letters.last);
        auto words = std::string(m_text.substr(found.begin, found.end - found.begin));
        auto reader = m_draft.about.child.empty() ? std::string("The child") : m_draft.about.child;
        found.message = "\"" + words + "\": " + reader + " may not know these letters. Say it in full the first time.";
        if (entry && !entry->full.empty())
            found.suggestion = entry->full + " (" + words + ")";
        return found;
    }

    const Draft& m_draft;
    std::string_view m_text;
    std::unordered_set<std::string> m_seen;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> find_acronyms(const Draft& draft) { return Finder(draft).find(); }

} // namespace lifestory::prose
