#include "prose/draft.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "prose/pasted_email.h"

namespace lifestory::prose {

namespace {

std::string lower_of(std::string_view text) {
    std::string out;
    for (char c : text)
        out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    return out;
}

Classes classes_of(const Document& words) {
    Classes all = 0;
    for (const auto& token : words.tokens)
        all |= token.classes;
    return all;
}

Gender gender_of(Classes classes) {
    bool he = classes & bits(Class::Male, Class::MaleName), she = classes & bits(Class::Female, Class::FemaleName);
    return he == she ? Gender::Unknown : he ? Gender::He : Gender::She;
}

Person person_of(std::string_view name, std::string_view role, const Vocabulary& vocabulary) {
    Person person;
    person.full = lower_of(name);
    person.role = lower_of(role);
    auto roles = read(person.role, vocabulary), names = read(name, vocabulary);
    person.classes = classes_of(roles);
    person.gender = gender_of(person.classes & ~bits(Class::MaleName, Class::FemaleName));
    std::vector<std::string> words;
    bool titled = false;
    for (const auto& token : names.tokens) {
        if (token.is(Class::Title) && !token.is(bits(Class::MaleName, Class::FemaleName))) {
            titled = true;
            if (person.gender == Gender::Unknown)
                person.gender = gender_of(token.classes & bits(Class::Male, Class::Female));
            continue;
        }
        words.push_back(names.lower(token));
    }
    if (words.empty())
        return person;
    if (!titled || words.size() > 1)
        person.first = words.front();
    if (titled || words.size() > 1)
        person.last = words.back();
    if (person.gender == Gender::Unknown && !names.tokens.empty())
        for (const auto& token : names.tokens)
            if (names.lower(token) == person.first)
                person.gender = gender_of(token.classes & bits(Class::MaleName, Class::FemaleName));
    return person;
}

std::vector<Person> people_of(const About& about, const Reader& reader) {
    std::vector<Person> people{person_of(about.full_name.empty() ? about.child : about.full_name, "", reader.vocabulary())};
    for (const auto& known : about.people)
        people.push_back(person_of(known.name, known.role, reader.vocabulary()));
    return people;
}

class Namer {
public:
    Namer(Draft& draft) : m_draft(draft) {}

    void name() {
        gather();
        m_draft.named.assign(m_draft.document.tokens.size(), 0);
        for (std::size_t at = 0; at < m_draft.named.size(); ++at)
            if (m_draft.token(at).has(Capital))
                m_draft.named[at] = at > 0 && m_draft.named[at - 1] && is_surname_after(at) ? m_draft.named[at - 1] : whose(at);
    }

private:
    void gather() {
        const auto& about = m_draft.about;
        for (std::size_t i = 1; i < m_draft.people.size(); ++i) {
            const auto& person = m_draft.people[i];
            if (!person.first.empty())
                m_first.emplace(person.first, i + 1);
            if (!person.last.empty())
                m_last.emplace(person.last, i + 1);
        }
        auto preferred = read(about.child, m_draft.reader.vocabulary());
        for (const auto& token : preferred.tokens)
            m_first[preferred.lower(token)] = 1;
        // "Leo and Finlay Burgess" are two children; the record is the one's who is called Leo.
        auto full = about.full_name.substr(0, std::min(about.full_name.find(" and "), about.full_name.size()));
        auto words = read(full, m_draft.reader.vocabulary());
        for (std::size_t i = 0; i < words.tokens.size() && (i == 0 || i + 1 < words.tokens.size() || words.tokens[i].has(Joined)); ++i)
            if (i == 0 || (words.tokens[i].has(Joined) && i == 1))
                m_first.try_emplace(words.lower(words.tokens[i]), 1);
        if (auto given = m_first.find("baby"); given != m_first.end() && given->second == 1)
            m_first["unborn"] = 1;
        for (const auto* names : {&m_first, &m_last})
            for (const auto& [name, who] : *names)
                m_sieve.add(name);
    }

    bool is_surname_after(std::size_t at) const {
        const auto& token = m_draft.token(at);
        if (token.has(Opens) || token.has(Comma) || token.has(Bracket))
            return false;
        const auto& person = m_draft.people[m_draft.named[at - 1] - 1u];
        auto word = m_draft.document.lower(token);
        return (m_draft.of(at - 1).size() > 1 && person.last == word) || ((" " + person.full + " ").find(" " + word + " ") != std::string::npos && word.size() > 2);
    }

    // Two capitalised words where the second is no name of this person: somebody else with the same first name.
    bool has_other_surname(std::size_t at, std::size_t who) const {
        if (at + 1 >= m_draft.document.tokens.size())
            return false;
        const auto& next = m_draft.token(at + 1);
        if (!next.has(Capital) || next.has(Opens) || (next.has(Apart) && !next.has(Joined)) || next.is(bits(Class::Month, Class::Weekday, Class::I)) || m_draft.token(at).has(Owner))
            return false;
        auto word = m_draft.document.lower(next);
        return m_draft.people[who - 1].full.find(word) == std::string::npos && !m_first.contains(word) && !next.has(Capitals) && !next.is(bits(Class::RoleHead, Class::RoleBefore));
    }

    // "no later than 2 June", "in early May", whoever is called June or May
    bool is_of_the_year(std::size_t at) const {
        bool before = at > 0 && (m_draft.token(at - 1).has(Digits) || m_draft.is_any<"in", "early", "late", "mid", "last", "next", "since", "until", "till", "during", "throughout", "every">(at - 1));
        return before || (at + 1 < m_draft.document.tokens.size() && m_draft.token(at + 1).has(Digits) && !m_draft.token(at + 1).has(Apart));
    }

    std::uint16_t whose(std::size_t at) const {
        if (!m_sieve.admits(m_draft.token(at).hash) || (m_draft.token(at).is(Class::Month) && is_of_the_year(at)))
            return 0;
        auto word = m_draft.document.lower(m_draft.token(at));
        auto given = m_first.find(word);
        if (given != m_first.end() && !has_other_surname(at, given->second))
            return static_cast<std::uint16_t>(given->second);
        bool titled = at > 0 && m_draft.token(at - 1).is(Class::Title);
        if (auto family = m_last.find(word); family != m_last.end() && titled)
            return static_cast<std::uint16_t>(family->second);
        return 0;
    }

    Draft& m_draft;
    std::unordered_map<std::string, std::size_t> m_first, m_last;
    Sieve m_sieve; // of both
};

bool looks_like_a_verb(const Draft& draft, const Token& token) {
    if (token.is(bits(Class::Be, Class::Have, Class::Do, Class::Modal, Class::Say, Class::I, Class::You)))
        return true;
    auto word = draft.document.of(token);
    return draft.document.is_any<"to", "seen">(token) || (word.size() > 4 && (ends_in(word, "ed") || ends_in(word, "ing")) && !token.has(Capital));
}

bool is_document(const Draft& draft, std::size_t at) {
    return draft.is_any<"plan", "record", "letter", "story", "update", "review", "visit", "assessment", "report", "chronology", "meeting", "group", "conference", "call", "note", "notes", "summary">(at);
}

// "Update for Ethan, January to March.": the first line of all says of whom and what, with no verb.
bool is_first_title(const Draft& draft, const Line& line) {
    constexpr std::size_t longest = 16, soon = 8;
    if (line.begin > 0 || line.last - line.first > longest)
        return false;
    bool is_named = false;
    for (auto at = line.first; at < line.last && draft.same_sentence(at, line.first); ++at) {
        if (draft.token(at).is(bits(Class::Be, Class::Have, Class::Do, Class::Modal, Class::Say, Class::You, Class::Meet)) && !is_document(draft, at))
            return false;
        is_named |= is_document(draft, at) && at < line.first + soon;
    }
    return is_named;
}

// "Shvan's plan - written with you at the library": what the record is, above it.
bool is_title(const Draft& draft, const Line& line) {
    if (is_first_title(draft, line))
        return true;
    if (!draft.is_child(line.first) || line.first + 1 >= line.last)
        return false;
    auto at = line.first;
    while (at + 1 < line.last && !draft.token(at).has(Owner) && draft.is_child(at + 1))
        ++at;
    char last = draft.document.text[line.end - 1];
    if (!draft.token(at).has(Owner) || last == '.' || last == '!' || last == '?')
        return false;
    for (auto word = at + 1; word < line.last && word < at + 5; ++word)
        if (draft.is_any<"plan", "record", "letter", "story", "update", "review", "visit", "assessment", "report", "chronology", "meeting">(word))
            return true;
    return false;
}

// "Here: Darius, Mum (Ileana), Dad", "Round the table: Catrin, your mum; Mrs Savage"
bool names_people_after_colon(const Draft& draft, const Line& line) {
    constexpr std::size_t soon = 30;
    auto colon = draft.document.text.substr(line.begin, soon).find(':');
    if (colon == std::string_view::npos || colon + line.begin >= line.end || !draft.is_any<"here", "there", "round", "around", "who", "in", "on", "at", "with", "people", "talking", "met", "we", "together", "from">(line.first))
        return false;
    std::size_t people = 0;
    for (auto at = line.first; at < line.last; ++at) {
        const auto& token = draft.token(at);
        bool goes_on = at > line.first && draft.named[at] && draft.named[at - 1] == draft.named[at];
        people += token.begin > line.begin + colon && !goes_on && (draft.named[at] > 0 || token.is(bits(Class::Relation, Class::Title, Class::You, Class::RoleHead)) || (token.has(Capital) && token.is(bits(Class::MaleName, Class::FemaleName))));
    }
    return people >= 2;
}

// "Present: ...", "Those who came: ...", "In attendance: ..."
bool lists_who_came(const Draft& draft, const Line& line) {
    std::size_t opens = line.first, next = line.first + 1 < line.last ? line.first + 1 : draft.document.tokens.size();
    bool colon = draft.document.text.substr(line.begin, std::min(line.end - line.begin, 40u)).find(':') != std::string_view::npos;
    if (draft.is_any<"present", "attended", "attendees", "attending", "attendance", "apologies", "invited", "invitees", "distribution", "participants">(opens))
        return colon || draft.is_any<"were", "at">(next);
    if (colon && names_people_after_colon(draft, line))
        return true;
    if (draft.is_word<"on">(opens) && draft.is_any<"the", "screen", "teams", "line">(next))
        return colon && draft.document.text.substr(line.begin, std::min(line.end - line.begin, 16u)).find(':') != std::string_view::npos; // "On the call: me, ..."
    if (draft.is_any<"those", "also", "people", "who">(opens))
        return colon && draft.is_any<"present", "there", "was", "attending", "who", "here">(next);
    return colon && draft.is_word<"in">(opens) && draft.is_word<"attendance">(next);
}

LineKind kind_of(const Draft& draft, const Line& line) {
    if (line.first == line.last)
        return LineKind::Prose;
    if (lists_who_came(draft, line))
        return LineKind::Present;
    if (is_title(draft, line))
        return LineKind::Heading;
    char last = draft.document.text[line.end - 1 - (draft.document.text[line.end - 1] == '\r' && line.end > line.begin + 1)];
    if (last == '.' || last == '!' || last == '?' || line.last - line.first > 9)
        return LineKind::Prose;
    for (auto at = line.first; at < line.last; ++at)
        if (looks_like_a_verb(draft, draft.token(at)))
            return LineKind::Prose;
    return LineKind::Heading;
}

} // namespace

bool Person::is_worker() const { return (classes & bits(Class::RoleHead, Class::Title)) != 0 && (classes & bit(Class::Relation)) == 0; }

char Draft::after(std::size_t at) const {
    std::size_t end = token(at).end;
    if (token(at).has(Owner))
        end += document.text[end] == '\'' ? 2 : 4;
    return end < document.text.size() ? document.text[end] : '\0';
}

Draft draft_of(std::string_view text, const Reader& reader, const About& about) {
    Draft draft{reader, about, read(text, reader.vocabulary()), people_of(about, reader), {}, {}, {}, {}, 0};
    Namer(draft).name();
    draft.emails = pasted_emails(draft.document);
    std::size_t at = 0;
    for (const auto& span : draft.emails) {
        while (at < draft.document.tokens.size() && draft.token(at).begin < span.begin)
            ++at;
        for (; at < draft.document.tokens.size() && draft.token(at).begin < span.end; ++at)
            draft.document.tokens[at].marks |= Pasted;
    }
    for (const auto& line : draft.document.lines)
        draft.lines.push_back(kind_of(draft, line));
    draft.speaks.assign(draft.document.sentences.size(), 0);
    for (const auto& token : draft.document.tokens) {
        if (token.is_set_apart())
            continue;
        draft.speaks_to += token.is(Class::You);
        draft.speaks[token.sentence] |= static_cast<std::uint8_t>(token.is(Class::You) | (token.is(bits(Class::I, Class::We)) << 1));
    }
    return draft;
}

Finding finding_of(const Draft& draft, Category category, std::size_t first, std::size_t last) {
    Finding finding;
    finding.begin = draft.token(first).begin;
    finding.end = draft.token(last - 1).end;
    finding.category = category;
    return finding;
}

std::string child_of(const Draft& draft) { return draft.about.child.empty() ? "the child" : draft.about.child; }

} // namespace lifestory::prose
