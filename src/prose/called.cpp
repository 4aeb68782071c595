#include "prose/called.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

class Caller {
public:
    explicit Caller(const Draft& draft) : m_draft(draft) {}

    CalledIn called() {
        m_called.of_word.assign(m_draft.document.tokens.size(), Called::No);
        for (std::uint32_t at = 0; at < m_draft.document.tokens.size(); ++at)
            m_called.of_word[at] = how_called(at);
        for (std::uint32_t at = 0; at < m_called.of_word.size(); ++at)
            m_called.by_name |= m_called.of_word[at] == Called::About && m_draft.kind_of(sentence(at)) == LineKind::Prose;
        m_called.about_child = m_called.by_name || m_draft.speaks_to == 0;
        m_called.gender = gender();
        return std::move(m_called);
    }

private:
    const Sentence& sentence(std::uint32_t at) const { return m_draft.document.sentence_of(m_draft.token(at)); }
    bool in_sentence(std::uint32_t at, std::uint32_t of) const { return at < m_draft.document.tokens.size() && m_draft.token(at).sentence == m_draft.token(of).sentence; }

    // "Those who came: Jaswinder (dad), Sunny": within a line too.
    bool lists_people(std::uint32_t at) const {
        const auto& around = sentence(at);
        auto opening = m_draft.document.of(around).substr(0, 40);
        return opening.find(':') != std::string_view::npos && m_draft.is_any<"present", "those", "attended", "attending", "attendees", "people", "there", "here", "round", "who", "in", "at", "on", "apologies", "invited">(around.first);
    }

    Called how_called(std::uint32_t at) const {
        const auto& token = m_draft.token(at);
        if (token.is_set_apart())
            return Called::No;
        if (!m_draft.is_child(at))
            return is_child_noun(at) ? Called::About : Called::No;
        bool is_shown = token.has(Capitals) && m_draft.document.of(token).size() > 2 && at > 0 && in_sentence(at - 1, at) && m_draft.is_any<"said", "says", "saying", "read", "reads", "spelt", "spelled">(at - 1); // a peg that said MINTY
        const auto& around = sentence(at);
        bool is_by = at > around.first + 1 && m_draft.is_any<"made", "written", "drawn", "drawn", "done", "by">(around.first) && at <= around.first + 3 && m_draft.is_word<"by">(at - 1); // "Made by Kofi with Bridie"
        if (lists_people(at) || is_shown || is_by)
            return Called::Spoken;
        if (at > 0 && m_draft.is_child(at - 1) && !token.has(Opens) && !token.has(Comma)) // the rest of the name
            return m_called.of_word[at - 1] == Called::No ? Called::Spoken : m_called.of_word[at - 1];
        return is_spoken_to(at) ? Called::Spoken : Called::About;
    }

    std::uint32_t end_of_name(std::uint32_t at) const {
        auto end = at + 1;
        while (in_sentence(end, at) && m_draft.is_child(end) && !m_draft.token(end).has(Comma))
            ++end;
        return end;
    }

    bool speaks(std::uint32_t at) const { return m_draft.speaks[m_draft.token(at).sentence] & 1; }
    bool is_mine(std::uint32_t at) const { return m_draft.speaks[m_draft.token(at).sentence] != 0; }

    bool greets(std::uint32_t at) const {
        return at > 0 && in_sentence(at - 1, at) && at - 1 - sentence(at).first < 2 &&
               m_draft.is_any<"hello", "hi", "dear", "hey", "thank", "you", "sorry", "goodbye", "bye", "well", "morning", "afternoon", "evening", "so", "and", "but", "please", "yes", "no", "done", "ok", "okay", "happy", "birthday", "our", "lovely", "congratulations", "now", "hiya", "oh", "little", "brave", "clever", "darling", "poor", "bless", "ah">(at - 1);
    }

    bool is_spoken_to(std::uint32_t at) const {
        if (m_draft.token(at).has(Owner))
            return false;
        auto last = end_of_name(at) - 1;
        if (m_draft.token(last).has(Owner))
            return false;
        char after = m_draft.after(last);
        bool ends = !in_sentence(last + 1, at);
        bool opens = m_draft.token(at).has(Opens);
        const auto& around = sentence(at);
        if (at > 0 && in_sentence(at - 1, at) && m_draft.token(at - 1).is(Class::You) && !m_draft.token(at).has(Apart))
            return true; // "for you Dexter"
        if (ends && (opens || greets(at)))
            return around.last - around.first <= 4; // a greeting on its own
        bool set_off = opens || greets(at) || m_draft.token(at).has(Comma);
        bool is_after_you = at > 0 && in_sentence(at - 1, at) && m_draft.token(at - 1).is(Class::You) && set_off;
        if (is_after_you && (after == ',' || after == ';' || after == '.' || after == ':' || ends))
            return true; // "You, Minty; your sister Jocelyn"
        if (opens && around.last - around.first <= 6 && m_draft.is_any<"here">(around.last - 1))
            return true; // "Ash, Glenda Hargreaves here."
        if (set_off && (after == ',' || after == '!' || ends))
            return speaks_after(at, last, opens || greets(at));
        if (opens && speaks(at) && (after == ':' || after == '-' || (after == ' ' && m_draft.token(last + 1).is(bits(Class::You, Class::I, Class::We)))))
            return true;
        return ends && speaks(at) && !m_draft.token(at).has(Comma) && !m_draft.token(at - 1).is(bits(Class::Conjunction, Class::Preposition, Class::Say));
    }

    // "This was a core group, Saffy, where we hold up the plan": nobody else is named beside, and nothing says who Saffy is
    bool is_between_commas(std::uint32_t at, std::uint32_t last) const {
        const auto& next = m_draft.token(last + 1);
        const auto& before = m_draft.token(at - 1);
        bool is_list = next.is(Class::Conjunction) || next.has(Capital) || before.has(Capital) || before.is(bits(Class::Relation, Class::You, Class::Conjunction)) || m_draft.named[at - 1] > 0;
        return m_draft.speaks_to > 2 && !is_list && !next.is(bits(Class::Be, Class::Have, Class::Modal, Class::Do, Class::Past, Class::Say, Class::Whose)) && !next.is(bits(Class::The, Class::A));
    }

    // After "Ellie," comes what is said to her, unless it says who Ellie is.
    bool speaks_after(std::uint32_t at, std::uint32_t last, bool opens) const {
        if (!in_sentence(last + 1, at))
            return is_mine(at) || opens;
        const auto& next = m_draft.token(last + 1);
        bool is_age = next.is(Class::Number) && (!in_sentence(last + 2, at) || m_draft.token(last + 2).has(Comma) || m_draft.is_any<"years", "months", "weeks", "and">(last + 2)); // "Verity, 11, said"; not "Verity, five people met"
        if (is_age || m_draft.is_any<"who", "aged", "whose", "age", "which">(last + 1))
            return speaks(at) && !m_draft.is_any<"who", "whose">(last + 1);
        if (!opens)
            return speaks(at) || is_between_commas(at, last);
        if (is_mine(at))
            return true;
        if (next.is(bits(Class::Be, Class::Have, Class::Modal)) || m_draft.named[last + 1] || (next.has(Capital) && next.is(bits(Class::MaleName, Class::FemaleName))))
            return false;
        return m_draft.speaks_to > 0;
    }

    // ---- the child without a name

    template <Letters... words> bool before_is(std::uint32_t at) const { return at > 0 && in_sentence(at - 1, at) && m_draft.is_any<words...>(at - 1); }

    bool is_generic(std::uint32_t at) const { // "a child ... the child": any child
        for (auto before = std::max(sentence(at).first, at > 40 ? at - 40 : 0); before < at; ++before)
            if (m_draft.is_any<"children", "child's">(before) || (m_draft.is_word<"child">(before) && before_is<"a", "any", "every", "each", "another">(before)))
                return true;
        return false;
    }

    bool is_whole_word_of_plan(std::uint32_t at) const { // child protection plan, child in need
        return in_sentence(at + 1, at) && (m_draft.is_any<"protection", "in", "and", "looked", "arrangements", "care", "benefit", "sexual", "criminal", "abuse", "exploitation",
                                                                  "minder", "maintenance", "psychologist", "development", "safeguarding", "welfare", "line", "poverty", "death", "permanence",
                                                                  "tax", "support", "friendly", "centred", "focused", "services", "led", "missing">(at + 1) &&
                                           !(m_draft.is_word<"in">(at + 1) && !m_draft.is_word<"need">(at + 2) && !m_draft.is_word<"care">(at + 2)) &&
                                           !(m_draft.is_word<"and">(at + 1) && !m_draft.is_word<"family">(at + 2)));
    }

    // The record of a child not yet born, or not yet named.
    bool is_baby() const { return m_draft.people.front().full.starts_with("baby") || m_draft.people.front().full.starts_with("unborn"); }

    bool is_child_noun(std::uint32_t at) const {
        const auto& token = m_draft.token(at);
        if (!token.is(Class::ChildNoun) && !m_draft.is_any<"person", "baby", "unborn">(at))
            return false;
        if (m_draft.is_word<"yp">(at))
            return !before_is<"a", "other", "another", "two", "older">(at);
        if (m_draft.is_word<"person">(at))
            return before_is<"young">(at) && at > 1 && (m_draft.is_any<"the", "this">(at - 2) || m_draft.token(at - 1).has(Opens)) && !is_generic(at);
        if (m_draft.is_word<"unborn">(at))
            return is_baby() && m_draft.named[at] == 0 && !(in_sentence(at + 1, at) && m_draft.is_any<"baby", "child", "babies", "children">(at + 1));
        if (m_draft.is_any<"daughter", "son">(at))
            return is_parents_child(at);
        if (m_draft.is_word<"baby">(at) && at == sentence(at).first + 2 && m_draft.is_any<"to", "dear", "for">(at - 2))
            return false; // "To the baby who is on the way,"
        if (m_draft.is_word<"baby">(at))
            return is_baby() && before_is<"the", "this", "unborn">(at) && !(in_sentence(at + 1, at) && m_draft.is_any<"monitor", "clinic", "group">(at + 1));
        if (m_draft.is_word<"child">(at) && before_is<"unborn">(at))
            return is_baby();
        if (m_draft.is_word<"child">(at))
            return !is_whole_word_of_plan(at) && !is_generic(at) && (before_is<"the", "this">(at) || token.has(Opens) || is_parents_child(at) || is_noted(at));
        return m_draft.is_any<"pupil", "client", "youngster", "lad">(at) && before_is<"the", "this">(at) && m_draft.speaks_to == 0;
    }

    // "Reports child left on step": as it is jotted down, where nobody is spoken to
    bool is_noted(std::uint32_t at) const {
        return m_draft.speaks_to == 0 && at > 0 && in_sentence(at - 1, at) && (m_draft.token(at - 1).is(bits(Class::Say, Class::Meet, Class::Tell)) || m_draft.is_any<"reports", "re", "saw", "with", "states", "says">(at - 1));
    }

    bool is_parents_child(std::uint32_t at) const {
        if (at > 0 && m_draft.is_word<"own">(at - 1) && in_sentence(at - 1, at))
            --at; // "her own daughter"
        if (at == 0 || !in_sentence(at - 1, at))
            return false;
        if (is_of_another_parent(at))
            return false;
        for (const auto& person : m_draft.people)
            if (person.role.find("daughter") != std::string::npos || person.role.find("son") == 0)
                return false; // the child is a parent
        auto owner = m_draft.token(at - 1);
        bool owned = m_draft.is_any<"her", "his", "their">(at - 1) || (owner.has(Owner) && owner.is(bits(Class::Relation)));
        return owned && !(in_sentence(at + 1, at) && m_draft.token(at + 1).has(Capital) && !m_draft.is_child(at + 1));
    }

    // "Gran had to borrow off her son": a grandmother's son is no child of this record
    bool is_of_another_parent(std::uint32_t at) const {
        if (!m_draft.is_any<"her", "his">(at - 1))
            return false;
        for (auto before = at - 1; before-- > 0 && before + 45 >= at;)
            if (auto who = m_draft.named[before]; who > 1) {
                const auto& role = m_draft.people[who - 1u].role;
                return !role.empty() && (m_draft.people[who - 1u].classes & bit(Class::Relation)) != 0 && role.find("mum") == std::string::npos && role.find("mother") != 0 && role.find("dad") == std::string::npos && role.find("father") != 0 && role.find("parent") == std::string::npos;
            }
        return false;
    }

    // ---- he or she

    Gender gender() const {
        for (const auto& preferred : m_draft.about.preferred) // "avoid he, use she"
            if (preferred.use == "she" || preferred.use == "he")
                return preferred.use == "she" ? Gender::She : Gender::He;
        if (!m_draft.people.empty() && m_draft.people.front().gender != Gender::Unknown)
            return m_draft.people.front().gender;
        int he = 0, she = 0;
        for (std::uint32_t at = 0; at < m_called.of_word.size(); ++at) {
            auto how = m_called.of_word[at];
            if (how == Called::No)
                continue;
            if (m_draft.is_any<"daughter">(at))
                she += 3;
            if (m_draft.is_any<"son", "lad">(at))
                he += 3;
            if (how == Called::About)
                count_after(at, he, she);
        }
        return he > she ? Gender::He : she > he ? Gender::She : Gender::Unknown;
    }

    // The pronoun that follows before anybody else is named.
    void count_after(std::uint32_t at, int& he, int& she) const {
        for (auto next = at + 1; next < m_draft.document.tokens.size() && next < at + 30; ++next) {
            const auto& token = m_draft.token(next);
            if (token.is_set_apart())
                continue;
            if (token.is(Class::He))
                ++he;
            if (token.is(Class::She))
                ++she;
            if (token.is(bits(Class::He, Class::She, Class::Male, Class::Female, Class::Either, Class::RoleHead)) || (m_draft.named[next] > 1))
                return;
        }
    }

    const Draft& m_draft;
    CalledIn m_called;
};

} // namespace

CalledIn called_in(const Draft& draft) { return Caller(draft).called(); }

} // namespace lifestory::prose
