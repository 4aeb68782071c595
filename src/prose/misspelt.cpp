#include "prose/misspelt.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "prose/another_spelling.h"
#include "prose/wrong_date.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t most_small = 4'000; // words of one draft

class Names {
public:
    explicit Names(const Draft& draft) : m_draft(draft) {
        for (std::size_t who = 0; who < draft.people.size(); ++who)
            add_parts(who);
        for (const auto& part : read(draft.about.child, draft.reader.vocabulary()).tokens)
            m_parts.push_back({lower(draft.about.child.substr(part.begin, part.end - part.begin)), 0});
        for (auto who : draft.named)
            if (who > 0)
                m_mentioned.insert(who - 1u);
    }

    struct Meant {
        std::size_t at = 0, who = 0;
    };

    std::vector<Meant> find(std::vector<Finding>& findings) {
        std::vector<Meant> meant;
        for (std::size_t at = 0; at < m_draft.document.tokens.size(); ++at)
            if (auto part = misspelt_at(at)) {
                findings.push_back(finding(at, *part));
                if (m_parts[*part].begins || m_parts[*part].word == lower(m_draft.about.child))
                    meant.push_back({at, m_parts[*part].who});
            }
        return meant;
    }

private:
    struct Part {
        std::string word;
        std::size_t who = 0;
        std::string before = {}; // what stands before it in the full name
        std::string apart = {};  // "De Souza", where the word is both together; else empty
        bool begins = false;     // the name
        bool is_middle = false;  // neither a first name nor of the surname
    };

    static bool is_particle(const std::string& word) {
        static constexpr std::array<std::string_view, 20> all{"de", "da", "di", "du", "dos", "la", "le", "van", "von", "der", "den", "ap", "ab", "bin", "al", "el", "st", "mac", "mc", "ni"};
        return std::find(all.begin(), all.end(), word) != all.end();
    }

    void add_parts(std::size_t who) {
        const auto& full = m_draft.people[who].full;
        auto name = read(full, m_draft.reader.vocabulary());
        std::vector<Token> tokens;
        for (const auto& one : name.tokens)
            if (!one.is(Class::Title) || one.is(bits(Class::MaleName, Class::FemaleName)))
                tokens.push_back(one);
        auto word = [&](std::size_t i) { return fold(full.substr(tokens[i].begin, tokens[i].end - tokens[i].begin)); };
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            bool next_is_joined = i + 1 < tokens.size() && tokens[i + 1].has(Joined);
            bool is_middle = i > 0 && i + 1 < tokens.size() && !tokens[i].has(Joined) && !next_is_joined && !is_particle(word(i)) && !is_particle(word(i - 1));
            m_parts.push_back({word(i), who, i > 0 ? word(i - 1) : std::string(), {}, i == 0, is_middle});
            if (next_is_joined || (i + 1 < tokens.size() && is_particle(word(i))))
                m_parts.push_back({word(i) + word(i + 1), who, i > 0 ? word(i - 1) : std::string(), full.substr(tokens[i].begin, tokens[i + 1].end - tokens[i].begin), i == 0, false});
        }
    }

    // What the letters of a word tell, wherever it stands: found once for each word of a draft.
    struct Letters {
        std::string word; // folded; empty: it is like no name, or is one
        std::vector<std::size_t> alike, perhaps_surname, after_title, longer; // parts
        std::vector<std::size_t> begins, first_letter, forms, owners, short_names;

        bool is_like_none() const {
            return alike.empty() && perhaps_surname.empty() && after_title.empty() && longer.empty() && begins.empty() && first_letter.empty() && forms.empty() && owners.empty() && short_names.empty();
        }
    };

    static std::string lower(std::string_view text) { return fold(text); } // without accents: Luísa is Luisa

    std::optional<std::size_t> misspelt_at(std::size_t at) {
        const auto& token = m_draft.token(at);
        bool is_spelt_out = m_draft.same_sentence(at + 3, at) && m_draft.is_word<"with">(at + 1) && m_draft.is_any<"a", "an", "one", "two", "no">(at + 2) && m_draft.of(at + 3).size() <= 2; // "Carole with an e"
        if (token.is_set_apart() || is_spelt_out || m_draft.named[at] || token.end - token.begin < 3)
            return std::nullopt;
        if (!token.has(Capital))
            return is_beside_who(at) ? misspelt_small(at) : std::nullopt;
        if (token.is(bits(Class::Month, Class::Weekday, Class::Title, Class::I, Class::You)) && !token.is(bits(Class::MaleName, Class::FemaleName)))
            return std::nullopt;
        const auto& letters = letters_of(at);
        if (letters.word.empty())
            return std::nullopt;
        for (auto i : letters.alike)
            if (is_meant(at, m_parts[i], letters.word))
                return i;
        for (auto i : letters.begins)
            if (is_told(at, m_parts[i].who) || (!token.is(bits(Class::MaleName, Class::FemaleName)) && is_meant(at, m_parts[i], letters.word)))
                return i;
        for (auto i : letters.first_letter)
            if (is_told(at, m_parts[i].who) || (!token.has(Opens) && (!is_after_title(at) || letters.word.size() > 7) && !token.is(bits(Class::MaleName, Class::FemaleName)) && is_meant(at, m_parts[i], letters.word)))
                return i;
        for (auto i : letters.owners)
            if (token.has(Owner) && !is_known_word(token) && (m_parts[i].begins ? !token.is(bits(Class::MaleName, Class::FemaleName)) : m_draft.token(at - (at > 0)).is(Class::Title)))
                return i;
        for (auto i : letters.forms)
            if (is_before_surname(at, m_parts[i].who) && !is_anothers(at, m_parts[i].who))
                return i;
        for (auto i : letters.perhaps_surname)
            if (is_surname_at(at, m_parts[i]))
                return i;
        for (auto i : letters.after_title)
            if (is_after_title(at) || is_surname_at(at, m_parts[i]))
                return i;
        for (auto i : letters.short_names)
            if (is_only_one(m_parts[i].who) && !is_mentioned(m_parts[i].who) && is_told_beside(at, m_parts[i].who))
                return i;
        for (auto i : letters.longer) // Mum is Beth; "Mum Bethany" is another name than the one we know
            if (is_told(at, m_parts[i].who))
                return i;
        return std::nullopt;
    }

    bool is_beside_who(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 2 >= at && m_draft.same_sentence(before, at);)
            if (m_draft.token(before).is(bits(Class::Relation, Class::RoleHead, Class::Sibling, Class::Title)))
                return true;
        return false;
    }

    // "your nan agnis": in small letters only where it is told whose name it is, and nothing else than a name is heard.
    std::optional<std::size_t> misspelt_small(std::size_t at) {
        if (m_draft.token(at).word != 0 && !m_draft.token(at).is(bits(Class::MaleName, Class::FemaleName)))
            return std::nullopt;
        const auto& letters = letters_of(at);
        for (const auto* parts : {&letters.alike, &letters.begins})
            for (auto i : *parts)
                if ((is_before_surname(at, m_parts[i].who) && m_parts[i].begins) || (is_heard_alike(letters.word, m_parts[i].word) && (is_told(at, m_parts[i].who) || (m_draft.token(at - 1).is(Class::Title) && m_draft.people[m_parts[i].who].last == m_parts[i].word))))
                    return i;
        return std::nullopt;
    }

    static bool is_heard_alike(const std::string& word, const std::string& known) {
        constexpr std::size_t sure = 4, long_name = 6;
        if (std::min(word.size(), known.size()) < sure)
            return false;
        bool is_verb = ends_in(word, "ed") || ends_in(word, "ing") || (word.back() == 's' && known.back() != 's');
        bool is_one_letter = !is_verb && word[0] == known[0] && word.size() > sure && known.size() > sure && letters_apart(word, known) == 1;
        return is_one_letter || sound_of(word) == sound_of(known) || begins_otherwise(word, known) || (std::min(word.size(), known.size()) >= long_name && letters_apart(word, known) == 1);
    }

    bool is_before_surname(std::size_t at, std::size_t who) const {
        const auto& last = m_draft.people[who].last;
        return !last.empty() && ((m_draft.same_sentence(at + 1, at) && m_draft.is_word(at + 1, last)) || (m_draft.same_sentence(at + 2, at) && m_draft.is_word(at + 2, last) && is_particle(m_draft.document.lower(m_draft.token(at + 1)))));
    }

    const Letters& letters_of(std::size_t at) {
        auto [known, is_new] = m_letters.try_emplace(m_draft.of(at));
        auto& letters = known->second;
        if (!is_new)
            return letters;
        auto word = fold(m_draft.of(at));
        for (const auto& part : m_parts)
            if (part.word == word && part.apart.empty())
                return letters;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const auto& part = m_parts[i].word;
            bool alike = is_another_spelling(word, part) || word == part; // the same, together
            if (alike)
                letters.alike.push_back(i);
            bool begins = !alike && begins_otherwise(word, part);
            if (begins)
                letters.begins.push_back(i);
            else if (!alike && has_another_first_letter(word, part))
                letters.first_letter.push_back(i);
            if (!alike && m_parts[i].begins && m_draft.people[m_parts[i].who].is_worker() && is_another_form(word, part))
                letters.forms.push_back(i);
            if (part.size() == word.size() + 1 && part.back() == 's' && part.starts_with(word) && !m_parts[i].is_middle && word != "luka" && word != "france")
                letters.owners.push_back(i);
            if (alike || begins || letters_apart(word, part) == 1 || is_left_alike(word, part))
                letters.perhaps_surname.push_back(i);
            if (!alike && m_parts[i].begins && is_slip_of_short(word, part))
                letters.short_names.push_back(i);
            if (m_draft.people[m_parts[i].who].last == part && (word == part + "s" || part == word + "s" || part == "o'" + word || word == "o'" + part))
                letters.after_title.push_back(i);
            if (is_longer_form(word, m_parts[i]))
                letters.longer.push_back(i);
        }
        if (!letters.is_like_none())
            letters.word = std::move(word);
        return letters;
    }

    // "Ms Hargreaves" is one person, not the family of Ms Hargreave.
    bool is_after_title(std::size_t at) const {
        return at > 0 && m_draft.same_sentence(at - 1, at) && m_draft.token(at - 1).is(Class::Title) && !m_draft.token(at).has(Owner);
    }

    // After the first name of the same person, or what stands before it in the full name: "Connor Fiske", "Bramwell-Hays". The Barrows are a family.
    bool is_surname_at(std::size_t at, const Part& part) const {
        const auto& person = m_draft.people[part.who];
        if (at == 0 || !m_draft.same_sentence(at - 1, at) || (m_draft.token(at).has(Apart) && !m_draft.token(at).has(Joined)) || person.last != part.word || person.first == part.word || part.word.size() < 3)
            return false;
        if (m_draft.is_word<"o">(at - 1) && at > 1 && part.word.starts_with("o'"))
            --at; // "O Rourke"
        bool initial = m_draft.of(at - 1).size() == 1 && !person.first.empty() && m_draft.is_word(at - 1, person.first.substr(0, 1));
        return initial || m_draft.is_word(at - 1, person.first) || (!part.before.empty() && m_draft.is_word(at - 1, part.before));
    }

    bool is_known_word(const Token& token) {
        return (token.word != 0 && !token.is(bits(Class::MaleName, Class::FemaleName))) || is_small(m_draft.document.lower(token));
    }

    bool is_small(const std::string& word) {
        for (std::size_t at = 0; !m_small_known && at < m_draft.document.tokens.size() && m_small.size() < most_small; ++at)
            if (!m_draft.token(at).has(Capital) && m_draft.token(at).word == 0)
                m_small.insert(m_draft.document.lower(m_draft.token(at)));
        m_small_known = true;
        return m_small.contains(word);
    }

    // A child has one mum and one dad; a carer or an aunt may be one of two.
    bool is_only_one(std::size_t who) const {
        const auto& role = m_draft.people[who].role;
        return std::count_if(m_draft.people.begin(), m_draft.people.end(), [&](const Person& one) { return one.role == role; }) == 1 && (m_draft.people[who].classes & bit(Class::Relation)) != 0;
    }

    // "your nan Margret", "Mum Shelley": who it is, is said beside it.
    bool is_told(std::size_t at, std::size_t who) const { return is_told_beside(at, who) || is_before_surname(at, who) || is_told_after(at, who); }

    bool is_told_beside(std::size_t at, std::size_t who) const {
        for (auto before = at; before-- > 0 && before + 2 >= at && m_draft.same_sentence(before, at);)
            if (m_draft.token(before).is(bits(Class::Relation, Class::RoleHead)) && (m_draft.people[who].classes & m_draft.token(before).classes & bits(Class::Relation, Class::RoleHead, Class::Sibling)) &&
                m_draft.people[who].role.find(stem(m_draft.document.lower(m_draft.token(before)))) != std::string::npos)
                return true;
        return false;
    }

    // "Christabell is your social worker", "Charlot, the solicitor"
    bool is_told_after(std::size_t at, std::size_t who) const {
        auto next = at + 1;
        while (m_draft.same_sentence(next, at) && m_draft.token(next).has(Joined))
            ++next;
        if (!m_draft.same_sentence(next, at) || m_draft.token(at).has(Owner))
            return false;
        bool is_set_off = m_draft.token(next).has(Comma) || m_draft.token(next).has(Bracket);
        next += is_set_off && m_draft.is_word<"who">(next);
        if (m_draft.is_any<"is", "was">(next))
            ++next;
        else if (!is_set_off)
            return false;
        if (!m_draft.same_sentence(next, at) || !m_draft.token(next).is(bits(Class::Whose, Class::The)))
            return false;
        for (auto job = next + 1; job < next + 4 && m_draft.same_sentence(job, at) && !m_draft.token(job).has(Comma); ++job)
            if (m_draft.token(job).is(bits(Class::RoleHead, Class::Relation, Class::Sibling)) && !m_draft.is_any<"social", "head">(job))
                return m_draft.people[who].role.find(m_draft.document.lower(m_draft.token(job))) != std::string::npos;
        return false;
    }

    // Mummy is mum's and mother's, nana is gran's.
    static bool is_kin(std::string_view role, const std::string& word) {
        static constexpr std::array<std::array<std::string_view, 4>, 3> same{{{"mum", "mother", "mam", "mom"}, {"dad", "father", "papa", "pop"}, {"nan", "gran", "grandm", "nonna"}}};
        for (const auto& names : same)
            if (std::any_of(names.begin(), names.end(), [&](auto name) { return word.starts_with(name); }))
                return std::any_of(names.begin(), names.end(), [&](auto name) { return role.find(name) != std::string_view::npos; });
        return role.find(stem(word)) != std::string_view::npos;
    }

    static std::string stem(const std::string& word) { return word.substr(0, 3); }

    bool is_longer_form(const std::string& word, const Part& part) const {
        return part.word.size() >= 3 && word.size() > part.word.size() + 1 && word.starts_with(part.word) && part.who > 0 && part.word == m_draft.people[part.who].first && !is_relation_word(word);
    }

    bool is_relation_word(const std::string& word) const { return m_draft.reader.vocabulary().classes(m_draft.reader.vocabulary().find(word)) & bit(Class::Relation); }

    bool is_meant(std::size_t at, const Part& part, const std::string& word) {
        const auto& token = m_draft.token(at);
        auto who = part.who;
        if (is_told(at, who))
            return true;
        if (is_anothers(at, who))
            return false;
        if (is_surname_of_another(at, part))
            return false;
        if (is_known_word(token) || (part.is_middle && !(at > 0 && m_draft.same_sentence(at - 1, at) && m_draft.is_word(at - 1, m_draft.people[who].first))))
            return false;
        if (token.has(Opens) && is_surname_alone(part) && !is_surname_at(at, part))
            return false; // "Haze hung over the hill": a capital that tells nothing, and nobody's first name
        bool another = at + 1 < m_draft.document.tokens.size() && m_draft.same_sentence(at + 1, at) && m_draft.token(at + 1).has(Capital) && !m_draft.token(at + 1).has(Apart) && !token.has(Owner) &&
                       !m_draft.named[at + 1] && !m_draft.token(at + 1).is(bits(Class::Month, Class::Weekday, Class::I)) && who > 0 && !is_shouted(at);
        if (another)
            return false; // with a surname of their own
        bool introduced = at > 0 && m_draft.same_sentence(at - 1, at) &&
                          (m_draft.is_any<"called", "named", "girl", "boy", "friend", "mate", "cat", "dog", "rabbit", "street", "road", "st">(at - 1) || (at > 1 && m_draft.is_any<"a">(at - 1)));
        if (introduced)
            return false;
        return !token.is(bits(Class::MaleName, Class::FemaleName)) || !is_mentioned(who) || sound_of(word) == sound_of(part.word);
    }

    // "Reza Karimi" is not Yasmin Karim: a first name that we do not know stands before it.
    bool is_surname_of_another(std::size_t at, const Part& part) {
        if (!is_surname_alone(part) || at == 0 || !m_draft.same_sentence(at - 1, at) || m_draft.token(at).has(Apart) || is_surname_at(at, part))
            return false;
        const auto& before = m_draft.token(at - 1);
        bool is_name = before.is(bits(Class::MaleName, Class::FemaleName)) || (before.word == 0 && !before.has(Opens));
        return is_name && before.has(Capital) && !before.is(Class::Title) && !m_draft.named[at - 1] && letters_of(at - 1).word.empty();
    }

    bool is_surname_alone(const Part& part) const { return part.who > 0 && !part.begins && part.word != m_draft.people[part.who].first; }

    // "JARVYS CAME": in a line of capitals a verb that we know is no surname.
    bool is_shouted(std::size_t at) const {
        const auto& next = m_draft.token(at + 1);
        return m_draft.token(at).has(Capitals) && next.has(Capitals) && next.word != 0 && !next.is(bits(Class::MaleName, Class::FemaleName));
    }

    // "your cousin Sara" is not Sarah, who is your social worker; nor is "Sara from the youth club".
    bool is_anothers(std::size_t at, std::size_t who) const {
        const auto& role = m_draft.people[who].role;
        bool is_told_otherwise = !role.empty() && !(m_draft.people[who].classes & bits(Class::Relation, Class::RoleHead, Class::Sibling, Class::Friend)); // a bunica is a grandmother
        for (auto before = at; before-- > 0 && before + 2 >= at && !is_told_otherwise && m_draft.same_sentence(before, at) && !m_draft.token(before + 1).has(Comma);)
            if (m_draft.token(before).is(bits(Class::Relation, Class::Sibling, Class::Friend)))
                return !is_kin(role, m_draft.document.lower(m_draft.token(before)));
        bool is_somewhere = m_draft.same_sentence(at + 2, at) && m_draft.is_any<"at", "behind">(at + 1) && m_draft.token(at + 2).is(bits(Class::The, Class::A)) &&
                            (m_draft.is_any<"desk", "counter", "till", "door", "bar">(at + 3) || m_draft.is_any<"desk", "counter", "till", "door", "bar">(at + 4));
        if (has_another_job(at, role) || (is_somewhere && is_mentioned(who))) // "Mira at the front desk" is not your mum Mina
            return true;
        return m_draft.token(at).is(bits(Class::MaleName, Class::FemaleName)) && is_mentioned(who) && m_draft.same_sentence(at + 1, at) && (m_draft.is_any<"from", "who", "next">(at + 1) || m_draft.token(at + 1).has(Bracket));
    }

    // "Mr Johnson, your PE teacher" is not the doctor Johansson.
    bool has_another_job(std::size_t at, const std::string& role) const {
        if (!m_draft.same_sentence(at + 1, at) || !m_draft.token(at + 1).has(Comma) || !m_draft.token(at + 1).is(bits(Class::Whose, Class::The, Class::A)))
            return false;
        for (auto job = at + 2; job < at + 6 && m_draft.same_sentence(job, at) && !m_draft.token(job).has(Comma); ++job)
            if (m_draft.token(job).is(Class::RoleHead) && !m_draft.is_any<"social", "head">(job))
                return role.find(m_draft.document.lower(m_draft.token(job))) == std::string::npos;
        return false;
    }

    // A name that is a name itself may be somebody else's, when the one we know is there too.
    bool is_mentioned(std::size_t who) const { return m_mentioned.contains(who); }

    Finding finding(std::size_t at, std::size_t part) const {
        auto found = finding_of(m_draft, Category::MisspeltName, at, at + 1);
        auto right = name_of(part);
        found.message = "The record knows this name as \"" + right + "\".";
        found.suggestion = right;
        return found;
    }

    std::string name_of(std::size_t part) const { // as it is written where we know it
        const auto& word = m_parts[part].word;
        auto who = m_parts[part].who;
        const auto& from = who == 0 ? (m_draft.about.full_name.empty() ? m_draft.about.child : m_draft.about.full_name) : m_draft.about.people[who - 1].name;
        auto at = lower(from).find(m_parts[part].apart.empty() ? word : m_parts[part].apart);
        if (at != std::string::npos && !m_parts[part].apart.empty())
            return from.substr(at, m_parts[part].apart.size());
        return at == std::string::npos ? m_draft.about.child : from.substr(at, word.size());
    }

    const Draft& m_draft;
    std::vector<Part> m_parts;
    std::set<std::size_t> m_mentioned;
    std::unordered_map<std::string_view, Letters> m_letters; // by the word as it stands
    std::unordered_set<std::string> m_small;                 // words that stand in small letters too are no names
    bool m_small_known = false;
};

} // namespace

std::vector<Finding> find_misspelt(Draft& draft) {
    std::vector<Finding> findings;
    if (!draft.about.people.empty() || !draft.about.full_name.empty())
        for (const auto& [at, who] : Names(draft).find(findings))
            if (who > 0 || !draft.says_you(at)) // "Laila is on your form": what stands there, not of whom we speak
                draft.named[at] = static_cast<std::uint16_t>(who + 1);
    find_wrong_dates(draft, findings);
    return findings;
}

} // namespace lifestory::prose
