#include "prose/name_or_role.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace lifestory::prose {

namespace {

constexpr std::size_t most_names = 5'000; // of one draft

struct Role {
    std::size_t first = 0, last = 0; // words, end exclusive; without "the"
    std::size_t before = 0;          // where "the", "your" stands, or first
};

class Finder {
public:
    explicit Finder(const Draft& draft) : m_draft(draft) {
        note_named_roles();
        note_names();
    }

    std::vector<Finding> find() {
        for (std::size_t at = 0; at < m_draft.document.tokens.size(); ++at) {
            if (m_draft.token(at).is_set_apart())
                continue;
            if ((token(at).has(Capital) || token(at).has(Capitals)) && (look_for_letters(at) || look_for_initials(at) || look_for_first_name(at)))
                continue;
            if (auto role = role_at(at); role.last > 0) {
                look(role);
                at = role.last - 1;
            }
        }
        return std::move(m_findings);
    }

private:
    const Token& token(std::size_t at) const { return m_draft.token(at); }
    bool together(std::size_t at, std::size_t with) const { return m_draft.same_sentence(at, with); }
    // "Present: ..." on a line of its own, or "Present A. Malik, school nurse" within one.
    bool is_list(std::size_t at) const {
        if (line(at) == LineKind::Present)
            return true;
        const auto& sentence = m_draft.document.sentence_of(token(at));
        for (auto word = std::max<std::size_t>(sentence.first, at > 60 ? at - 60 : 0); word < at; ++word)
            if (token(word).has(Capital) && m_draft.is_any<"present", "attended", "attendees", "apologies", "apols">(word))
                return true;
        return false;
    }

    LineKind line(std::size_t at) const { return m_draft.kind_of(m_draft.document.sentence_of(token(at))); }

    // ---- a job without a name

    Role role_at(std::size_t at) const { return token(at).is(bits(Class::RoleHead, Class::RoleBefore)) ? role_from(at) : Role{}; }

    Role role_from(std::size_t at) const {
        auto last = at;
        while (together(last, at) && token(last).is(bits(Class::RoleBefore, Class::RoleHead)) && (last == at || !token(last).has(Comma)))
            ++last;
        auto head = last;
        while (head > at && !token(head - 1).is(Class::RoleHead))
            --head;
        bool head_of = head > at && m_draft.is_word<"head">(head - 1) && together(head, at) && m_draft.is_any<"of">(head) && together(head + 1, at); // head of year
        if (head_of)
            head += 2;
        if (head == at && together(at + 1, at) && m_draft.is_word<"key">(at) && m_draft.is_word<"person">(at + 1))
            head = at + 2;
        bool weak = head == at + 1 && m_draft.is_any<"lead", "chair", "coach", "host", "hosts", "head", "assistant", "deputy", "principal">(at) && !is_list(at) && !does_something(at);
        if (head == at || m_draft.is_any<"social">(head - 1) || weak)
            return {};
        auto before = at;
        if (at > 0 && together(at - 1, at) && !token(at).has(Apart) && (token(at - 1).is(bits(Class::The, Class::A, Class::Whose)) || token(at - 1).has(Owner)))
            before = at - 1;
        bool of_children = before < at && before > 0 && token(before).has(Owner) && m_draft.is_any<"children", "child">(before) && together(before - 1, at);
        if (of_children && token(before - 1).is(Class::The)) // "the children's guardian"
            --before;
        return {at, head, before};
    }

    // "the head had sent you home", "The deputy said": no head of a table
    bool does_something(std::size_t at) const {
        return m_draft.is_any<"head", "deputy", "assistant", "principal">(at) && at > 0 && together(at - 1, at) && token(at - 1).is(bits(Class::The, Class::Whose)) && together(at + 1, at) && !token(at + 1).has(Comma) &&
               (token(at + 1).is(bits(Class::Say, Class::Tell, Class::Meet)) || m_draft.is_any<"had", "has", "rang", "sent", "told", "thinks", "wrote", "decided">(at + 1));
    }

    // Everyone has one of these, and none is asked to be named.
    bool is_passing(const Role& role) const {
        auto head = role.last - 1;
        if (role.last - role.first == 1 && m_draft.is_any<"judge", "doctor", "doctors", "gp", "driver", "landlord", "officer", "officers", "inspector", "constable", "sergeant", "carers", "workers", "host", "interpreter", "receptionist", "librarian">(head))
            return !m_draft.is_any<"interpreter">(head) || !role_is_mine(role);
        if (m_draft.is_any<"carers", "workers", "gp", "judge", "social", "hosts">(head))
            return true;
        return m_draft.is_any<"police">(role.first) || (role.before < role.first && m_draft.is_any<"any", "every", "another", "some", "these", "those", "each">(role.before));
    }

    bool role_is_mine(const Role& role) const { return role.before < role.first && token(role.before).is(Class::Whose); }

    bool is_name(std::size_t at) const {
        if (at >= m_draft.document.tokens.size() || token(at).is(bits(Class::Month, Class::Weekday, Class::I, Class::RoleHead)))
            return token(at).is(Class::Title) && token(at).has(Capital);
        return token(at).has(Capital) && !token(at).has(Opens) && (!token(at).has(Capitals) || m_draft.named[at] > 0 || token(at).end - token(at).begin > 4) &&
               (m_draft.named[at] > 0 || token(at).is(bits(Class::Title, Class::MaleName, Class::FemaleName)) || (!token(at).is(bits(Class::RoleBefore, Class::Body)) && is_capital_after(at)));
    }

    bool is_capital_after(std::size_t at) const { return token(at).word == 0 || (together(at + 1, at) && token(at + 1).has(Capital)); }

    bool is_any_name(std::size_t at) const { return m_draft.named[at] > 1 || is_name(at) || (token(at).has(Opens) && (m_draft.named[at] > 1 || token(at).is(bits(Class::Title, Class::MaleName, Class::FemaleName)))); }

    // "Dot Fellows, the manager"; "my manager, Phil Dacre"; "a worker called Ann Whelan"; "Mrs Dale, the head of year".
    bool is_named(const Role& role) const {
        for (auto at = role.last; at < role.last + 4 && together(at, role.first); ++at) {
            if (is_name(at) && has_own_job(at, role) && is_list(role.first))
                break; // whose it is may stand before it
            if (is_name(at))
                return true;
            if (!m_draft.is_any<"called", "is", "was", "named", "from", "at", "for", "her", "his", "your", "name", "who", "here", "of", "the", "in">(at) && at > role.last)
                break;
            if (!m_draft.is_any<"called", "is", "was", "named", "whose", "who", "at", "for", "from", "in", "of">(at) && !token(at).has(Comma) && !token(at).has(Bracket))
                break;
        }
        auto at = role.before;
        for (std::size_t steps = 0; steps < 12 && at > 0 && together(at - 1, role.first); ++steps) {
            --at;
            if (is_any_name(at))
                return joins(at, role);
            if (token(at).is(bits(Class::Say, Class::Modal)) || m_draft.is_any<"and", "but", "to", "with">(at))
                return false;
        }
        return false;
    }

    // In a list, "school nurse, Sam Okoro (teacher)" are two people.
    bool has_own_job(std::size_t name, const Role& role) const {
        for (auto at = name + 1; at < name + 3 && together(at, role.first); ++at)
            if (token(at).has(Bracket))
                return true;
        return false;
    }

    bool joins(std::size_t name, const Role& role) const { // by a comma, a bracket or "is"
        for (auto at = name + 1; at < role.before; ++at)
            if (token(at).has(Bracket))
                return false; // "Debs (health visitor), school nurse": she has her own job
        bool officer = name > 0 && m_draft.is_any<"dc", "pc", "ds", "di", "sgt">(name - 1) && !m_draft.is_any<"police", "detective">(role.first);
        if (officer && is_list(role.first))
            return false;
        for (auto at = name + 1; at <= role.first; ++at)
            if (token(at).has(Comma) || token(at).has(Bracket) || token(at).is(Class::Be) || m_draft.is_any<"my", "as", "works", "from", "became", "the">(at) || token(at).has(Apart))
                return true;
        return name + 1 == role.before || name + 1 == role.first;
    }

    std::string words_of(const Role& role) const {
        std::string words;
        for (auto at = role.first; at < role.last; ++at)
            words += m_draft.document.lower(token(at)) + " ";
        return words;
    }

    void note_named_roles() {
        for (std::size_t at = 0; at < m_draft.document.tokens.size(); ++at)
            if (auto role = role_at(at); role.last > 0) {
                if (is_named(role))
                    m_named_roles.insert(m_draft.document.lower(token(role.last - 1))), m_named_roles.insert(words_of(role));
                at = role.last - 1;
            }
        for (std::size_t at = 0; at < m_draft.document.tokens.size(); ++at)
            if (auto who = m_draft.named[at]; who > 1)
                m_mentioned.insert(who - 1u);
    }

    bool is_named_elsewhere(const Role& role) const {
        bool any = role.before < role.first && token(role.before).is(Class::A); // "a worker" is none whom we know
        if ((m_named_roles.contains(words_of(role)) && !any) || (!any && role.last - role.first == 1 && m_named_roles.contains(m_draft.document.lower(token(role.last - 1)))))
            return true;
        auto words = words_of(role);
        words.pop_back();
        for (auto who : m_mentioned)
            if (!m_draft.people[who].role.empty() && (m_draft.people[who].role.find(words) != std::string::npos || words.find(m_draft.people[who].role) != std::string::npos))
                return true;
        return false;
    }

    bool is_verb(std::size_t at) const {
        return token(at).is(bits(Class::Say, Class::Be, Class::Have, Class::Modal, Class::Do, Class::Meet)) || (m_draft.of(at).size() > 3 && ends_in(m_draft.of(at), "ed")) ||
               m_draft.is_any<"rang", "came", "sees", "did", "gave", "wants", "knows", "took", "went", "made", "comes", "thinks", "to", "visits", "brought", "found", "put", "keeps", "who", "felt", "goes", "sent", "works", "leads", "got", "drew", "wrote", "heard", "held", "rings", "gives", "gets", "does", "makes", "takes", "looks", "helps", "checks", "showed", "read", "spent", "drove", "left", "ran", "began", "led", "saw", "noticed", "still", "then", "also">(at);
    }

    // Who said or did it, or whom I asked: there a name matters. "You told your teacher" is the child's own story.
    bool matters(const Role& role) const {
        if (is_list(role.first))
            return true;
        if (role.before < role.first && m_draft.is_word<"the">(role.before) && m_draft.is_any<"carer", "worker", "supervisor", "practitioner">(role.last - 1))
            return true;
        if (role.before < role.first && m_draft.is_word<"my">(role.before))
            return false;
        if (role.before < role.first && token(role.before).is(Class::A) && !m_draft.is_any<"worker", "paediatrician", "professional", "psychologist", "practitioner">(role.last - 1))
            return false;
        bool opens = token(role.before).has(Opens) || (role.before > 0 && (token(role.before).has(Comma) || m_draft.is_any<"and", "but", "because", "when", "that", "so", "then", "as", "said", "today">(role.before - 1)));
        auto next = role.last;
        if (together(next, role.first) && m_draft.is_any<"at", "from">(next)) // "the nurse at your school said"
            while (together(next, role.first) && next < role.last + 4 && !is_verb(next))
                ++next;
        if (opens && together(next, role.first) && !token(next).has(Comma) && is_verb(next))
            return true;
        for (auto at = role.before; at-- > 0 && at + 4 >= role.before && together(at, role.first);) {
            if (token(at).is(Class::Meet) || m_draft.is_any<"by">(at))
                return m_draft.is_any<"by">(at) ? role.before + 0 == at + 1 && is_passive(at) : !childs_own(at) && (at + 1 == role.before || m_draft.is_any<"to", "with", "your", "the", "this", "it">(at + 1));
            if (!token(at).is(bits(Class::Preposition, Class::The, Class::Whose)) && !m_draft.is_any<"this", "it", "that">(at))
                break;
        }
        return false;
    }

    bool is_passive(std::size_t by) const { return by > 0 && ends_in(m_draft.of(by - 1), "ed"); }

    bool childs_own(std::size_t verb) const {
        for (auto at = verb; at-- > 0 && at + 4 >= verb && together(at, verb);)
            if (token(at).is(bits(Class::I, Class::We)))
                return false;
            else if (token(at).is(bits(Class::You, Class::He, Class::She, Class::They, Class::Relation)) || m_draft.named[at] == 1)
                return true;
        return false;
    }

    void look(const Role& role) {
        if (is_passing(role) || is_named(role) || is_named_elsewhere(role) || !matters(role))
            return;
        if (!m_told.insert(words_of(role)).second)
            return;
        auto found = finding_of(m_draft, Category::NameOrRole, role.before, role.last);
        auto words = std::string(m_draft.document.text.substr(found.begin, found.end - found.begin));
        found.message = "Who is \"" + words + "\"? Give the full name the first time.";
        found.suggestion = suggestion(role);
        m_findings.push_back(std::move(found));
    }

    std::string suggestion(const Role& role) const {
        auto words = words_of(role);
        words.pop_back();
        for (std::size_t who = 1; who < m_draft.people.size(); ++who)
            if (!m_draft.people[who].role.empty() && m_draft.people[who].role.find(words) != std::string::npos)
                return m_draft.about.people[who - 1].name + ", " + m_draft.about.people[who - 1].role;
        return "";
    }

    // ---- a job in letters, initials, and a worker by first name alone

    // "the IRO rang": a job and no name
    bool look_for_letters(std::size_t at) {
        if (!token(at).has(Capitals) || at == 0 || !together(at - 1, at) || !m_draft.is_any<"the", "your">(at - 1))
            return false;
        std::string letters(m_draft.of(at));
        auto known = m_draft.reader.rules().acronyms.find(letters);
        if (known == m_draft.reader.rules().acronyms.end() || !is_job(known->second.full) || m_told.contains(letters))
            return false;
        bool acts = together(at + 1, at) && !token(at + 1).has(Comma) && !token(at + 1).has(Bracket) && is_verb(at + 1);
        bool asked = at > 1 && together(at - 2, at) && (token(at - 2).is(Class::Meet) || m_draft.is_any<"by", "from", "of", "with">(at - 2));
        if ((!acts && !asked) || is_named({at, at + 1, at - 1}) || is_job_of_somebody(known->second.full))
            return false;
        m_told.insert(letters);
        add(at - 1, at + 1, "");
        return true;
    }

    bool is_job(std::string_view full) const {
        auto space = full.rfind(' ');
        auto last = space == std::string_view::npos ? full : full.substr(space + 1);
        return m_draft.reader.vocabulary().classes(m_draft.reader.vocabulary().find(last)) & bit(Class::RoleHead);
    }

    bool is_job_of_somebody(const std::string& full) const {
        return std::any_of(m_mentioned.begin(), m_mentioned.end(), [&](auto who) { return m_draft.people[who].role == full; });
    }

    void add(std::size_t first, std::size_t last, std::string suggested) {
        auto found = finding_of(m_draft, Category::NameOrRole, first, last);
        found.message = "Who is \"" + std::string(m_draft.document.text.substr(found.begin, found.end - found.begin)) + "\"? Give the full name and the job the first time.";
        found.suggestion = std::move(suggested);
        m_findings.push_back(std::move(found));
    }

    bool look_for_initials(std::size_t at) {
        auto word = m_draft.of(at);
        if (!token(at).has(Capital))
            return false;
        bool next = together(at + 1, at) && token(at + 1).has(Capital) && !token(at + 1).has(Comma) && !token(at + 1).has(Bracket);
        bool is_postscript = at > 0 && m_draft.is_word<"p">(at - 1) && m_draft.is_word<"s">(at); // "P.S. Finished 1-0."
        if (!is_postscript && word.size() == 1 && word != "I" && (word != "A" || m_draft.after(at) == '.') && next && !(at > 0 && token(at - 1).is(bits(Class::The, Class::A, Class::Whose))) && m_draft.of(at + 1).size() > 2 && !token(at + 1).has(Capitals) && !is_after_number(at) && token(at + 1).begin - token(at).end <= 2) { // D. Coyle
            add(at, at + 2, by_surname(m_draft.document.lower(token(at + 1))));
            return true;
        }
        if (auto who = by_initials(word); who > 0 && token(at).has(Capitals) && m_told.insert(std::string(word)).second) { // GS
            add(at, at + 1, m_draft.about.people[who - 1].name + ", " + m_draft.about.people[who - 1].role);
            return true;
        }
        if (token(at).is(Class::Title) && m_draft.is_any<"mr", "mrs", "ms", "miss", "dr">(at) && next && m_draft.of(at + 1).size() == 1) { // Mrs P
            add(at, at + 2, "");
            return true;
        }
        return false;
    }

    std::size_t by_initials(std::string_view letters) const {
        if (letters.size() != 2)
            return 0;
        for (std::size_t who = 1; who < m_draft.people.size(); ++who) {
            const auto& person = m_draft.people[who];
            if (!person.first.empty() && person.last.size() > 1 && (person.classes & bit(Class::RoleHead)) && letters[0] == (person.first[0] & ~0x20) && letters[1] == (person.last[0] & ~0x20) && !m_draft.reader.rules().acronyms.contains(std::string(letters)))
                return who;
        }
        return 0;
    }

    bool is_after_number(std::size_t at) const { return at > 0 && together(at - 1, at) && (token(at - 1).has(Digits) || m_draft.is_any<"class", "year", "vitamin", "hepatitis", "group", "plan", "team", "room", "block", "option", "level", "grade">(at - 1)); }

    std::string by_surname(const std::string& last) const {
        for (std::size_t who = 1; who < m_draft.people.size(); ++who)
            if (m_draft.people[who].last == last)
                return m_draft.about.people[who - 1].name + ", " + m_draft.about.people[who - 1].role;
        return "";
    }

    bool has_full_name(std::size_t who) const { return m_full.contains(who); }

    bool is_family_of(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 3 >= at && together(before, at) && !token(before + 1).has(Comma);)
            if (token(before).is(bits(Class::Relation, Class::Friend, Class::Sibling, Class::ChildNoun)) || m_draft.is_any<"called", "named", "cat", "dog", "teddy", "rabbit", "hamster", "class", "girl", "boy", "baby">(before))
                return true;
        return false;
    }

    bool look_for_first_name(std::size_t at) {
        if (!token(at).has(Capital) || token(at).has(Owner) || (at > 0 && together(at - 1, at) && (token(at - 1).is(Class::Title) || (m_draft.named[at] && m_draft.named[at - 1] == m_draft.named[at]))))
            return false;
        auto word = m_draft.document.lower(token(at));
        if (m_told.contains(word))
            return false;
        if (m_draft.named[at] > 1)
            return look_for_known(at, word);
        bool name = token(at).is(bits(Class::MaleName, Class::FemaleName)) || (token(at).word == 0 && !token(at).has(Capitals) && !token(at).has(Opens));
        bool surname = together(at + 1, at) && token(at + 1).has(Capital) && !token(at + 1).has(Comma) && !token(at + 1).has(Bracket) && !token(at + 1).is(bits(Class::Month, Class::Weekday));
        if (!name || m_draft.is_child(at) || surname || is_family_of(at) || token(at).is(bits(Class::Month, Class::Weekday, Class::Relation)))
            return false;
        bool after_capital = at > 0 && together(at - 1, at) && token(at - 1).has(Capital) && !token(at).has(Apart) && !token(at - 1).is(bits(Class::I, Class::Meet));
        bool at_a_place = at > 0 && together(at - 1, at) && m_draft.is_any<"at", "in", "on", "near", "for", "of">(at - 1);
        if (after_capital || at_a_place || !(is_at_work(at) || is_at_workplace(at)) || is_full_elsewhere(word) || is_familys(word))
            return false;
        m_told.insert(word);
        add(at, at + 1, "");
        return true;
    }

    bool look_for_known(std::size_t at, const std::string& word) {
        const auto& person = m_draft.people[m_draft.named[at] - 1u];
        bool worker = !person.role.empty() && (person.classes & bit(Class::RoleHead)) != 0;
        bool carer = person.role.find("carer") != std::string::npos || person.role.find("host") != std::string::npos;
        if (!worker || person.first != word || person.last.empty() || person.last == person.first || has_full_name(m_draft.named[at] - 1u))
            return false;
        m_told.insert(word);
        if (m_draft.speaks_to * 30 > m_draft.document.tokens.size())
            return false; // a record to the child: their own worker is known to them
        bool clear = is_role_beside(at) || line(at) == LineKind::Heading || (m_draft.document.sentence_of(token(at)).last - m_draft.document.sentence_of(token(at)).first == 1);
        bool lonely_carer = carer && token(at).has(Opens) && token(at).sentence == 0 && m_draft.speaks_to == 0;
        if (clear || (carer && !lonely_carer) || !(token(at).has(Opens) || lonely_carer || is_at_work(at) || is_verb_after(at)))
            return false;
        add(at, at + 1, m_draft.about.people[m_draft.named[at] - 2u].name + ", " + m_draft.about.people[m_draft.named[at] - 2u].role);
        return true;
    }

    bool is_verb_after(std::size_t at) const { return together(at + 1, at) && is_verb(at + 1); }

    bool is_role_beside(std::size_t at) const { // "your social worker Priya", "Sam from your school"
        for (auto near = at > 4 ? at - 4 : 0; near < at + 7 && near < m_draft.document.tokens.size(); ++near)
            if (near != at && together(near, at) && token(near).is(bits(Class::RoleHead)) && !m_draft.is_any<"social">(near))
                return true;
        return false;
    }

    bool is_full_elsewhere(const std::string& word) const { return m_with_surname.contains(word); }

    bool is_familys(const std::string& word) const { return m_familys.contains(word); } // somewhere "auntie Fran"

    // What is said of a name anywhere: its surname, whose family it is.
    void note_names() {
        for (std::size_t at = 0; at < m_draft.document.tokens.size(); ++at) {
            if (!token(at).has(Capital))
                continue;
            bool next = together(at + 1, at) && token(at + 1).has(Capital);
            if (auto who = m_draft.named[at]; who > 1 && next && !m_draft.people[who - 1u].last.empty() && m_draft.is_word(at + 1, m_draft.people[who - 1u].last))
                m_full.insert(who - 1u);
            if (next && !token(at + 1).has(Apart) && m_with_surname.size() < most_names)
                m_with_surname.insert(m_draft.document.lower(token(at)));
            if ((m_draft.named[at] > 0 || is_family_of(at)) && m_familys.size() < most_names)
                m_familys.insert(m_draft.document.lower(token(at)));
        }
    }

    // "I will speak to Jo", "Debs to do the check", "Shelley from Early Help", "Debs (HV)": people met at work.
    bool is_at_work(std::size_t at) const {
        bool brackets = together(at + 1, at) && token(at + 1).has(Bracket) && (token(at + 1).has(Capitals) || token(at + 1).is(bits(Class::RoleHead, Class::RoleBefore)));
        if (brackets)
            return true;
        if (together(at + 1, at) && m_draft.is_word<"from">(at + 1) && together(at + 2, at) && token(at + 2).has(Capital) && !m_draft.named[at + 2])
            return true;
        if (token(at).has(Opens) && together(at + 2, at) && m_draft.is_word<"to">(at + 1) && !token(at + 2).is(bits(Class::The, Class::Whose)) && !token(at + 2).has(Capital))
            return true;
        if (is_list(at))
            return true;
        if (m_draft.speaks_to == 0 && together(at + 1, at) && m_draft.is_any<"reports", "reported", "advises", "advised", "states", "stated", "informed", "confirmed">(at + 1))
            return true;
        return is_met(at);
    }

    // "Bev from the contact centre", not "Mo from the football club".
    bool is_at_workplace(std::size_t at) const {
        bool begins = together(at + 2, at) && m_draft.is_any<"from", "at">(at + 1) && token(at + 2).is(bits(Class::The, Class::Whose));
        for (auto noun = at + 3; begins && noun < at + 6 && together(noun, at); ++noun)
            if (m_draft.is_any<"centre", "clinic", "team", "hostel", "charity", "service", "services", "office", "refuge", "hospital", "unit", "project", "nursery", "surgery">(noun))
                return true;
        return false;
    }

    bool is_met(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 3 >= at && together(before, at);)
            if (token(before).is(Class::Meet) && !token(before).is(bits(Class::I))) {
                bool i = false;
                for (auto who = before; who-- > 0 && who + 4 >= before && together(who, at);)
                    i |= token(who).is(bits(Class::I, Class::We));
                return i || token(before).has(Opens);
            }
        return false;
    }

    const Draft& m_draft;
    std::unordered_set<std::string> m_named_roles, m_told, m_with_surname, m_familys;
    std::set<std::size_t> m_mentioned, m_full; // places in people
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> find_names_or_roles(const Draft& draft) { return Finder(draft).find(); }

} // namespace lifestory::prose
