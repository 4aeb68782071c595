#include "prose/other_child.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

class Finder {
public:
    explicit Finder(const Draft& draft) : m_draft(draft) {}

    std::vector<Finding> find() {
        for (const auto& sentence : m_draft.document.sentences)
            look(sentence);
        return std::move(m_findings);
    }

private:
    const Token& token(std::size_t at) const { return m_draft.token(at); }

    bool is_sibling(const Person& person) const { return person.classes & bits(Class::Sibling, Class::Friend) || person.role.find("cousin") != std::string::npos || person.role.find("child") == 0 || person.role.find("niece") != std::string::npos; }

    // A surname or a first name that nobody in the family has: "Paige Whitham in 8B".
    bool is_strangers_full_name(std::size_t at) const {
        if (m_draft.named[at] || !token(at).has(Capital) || token(at).is(bits(Class::Title, Class::Month, Class::Weekday, Class::RoleHead, Class::RoleBefore, Class::Relation)) || at + 1 >= m_draft.document.tokens.size())
            return false;
        if (is_writer(at) || (!token(at).is(bits(Class::MaleName, Class::FemaleName)) && token(at).word != 0) || (at > 0 && m_draft.same_sentence(at - 1, at) && m_draft.is_any<"at", "in", "near", "to", "from", "on", "the", "attends", "attended", "called", "watch", "watched">(at - 1)))
            return false;
        const auto& next = token(at + 1);
        return m_draft.same_sentence(at + 1, at) && next.has(Capital) && !next.has(Capitals) && !next.has(Apart) && !next.is(bits(Class::Month, Class::Weekday)) && !is_worker_beside(at);
    }

    // "My name is Alan Threlfall", "I am Alan Threlfall"
    bool is_writer(std::size_t at) const {
        return at > 1 && m_draft.same_sentence(at - 2, at) && m_draft.is_any<"is", "am">(at - 1) && m_draft.is_any<"name", "i">(at - 2);
    }

    bool is_worker_beside(std::size_t at) const { // "Grace Tan, your reviewing officer"
        for (auto near = at > 6 ? at - 6 : 0; near < std::min(at + 10, m_draft.document.tokens.size()); ++near)
            if (m_draft.same_sentence(near, at) && token(near).is(bits(Class::RoleHead, Class::Title)) && !m_draft.is_any<"social", "great">(near))
                return true;
        return false;
    }

    bool is_child_noun(std::size_t at) const {
        if (!token(at).is(bits(Class::Sibling, Class::Friend, Class::ChildNoun, Class::Either, Class::Male, Class::Female, Class::Relation, Class::Plain)))
            return false;
        if (m_draft.is_any<"friend", "friends", "sibling", "siblings", "brother", "sister", "stepbrother", "stepsister", "cousin", "classmate", "boyfriend", "girlfriend", "twin", "brothers", "sisters", "nephew", "niece">(at))
            return true;
        bool young = m_draft.is_any<"girl", "boy", "child", "lad", "pupil", "resident", "yp", "kids", "kid", "person", "people", "peer", "peers", "teenager", "baby">(at);
        if (!young || at == 0 || !m_draft.same_sentence(at - 1, at))
            return false;
        for (auto before = at; before-- > 0 && before + 3 >= at && m_draft.same_sentence(before, at);)
            if (m_draft.is_any<"other", "another", "little", "older", "younger", "a", "two", "three">(before))
                return m_draft.is_any<"other", "another">(before) || (m_draft.is_word<"little">(before) && m_draft.same_sentence(at + 1, at) && m_draft.is_any<"next", "down", "from", "who", "called">(at + 1));
        return false;
    }

    bool is_other_child(std::size_t at) const {
        if (auto who = m_draft.named[at]; who > 1)
            return is_sibling(m_draft.people[who - 1u]);
        return is_child_noun(at) || is_strangers_full_name(at);
    }

    bool is_other_grown_up(std::size_t at) const {
        if (m_draft.named[at] > 1)
            return !is_sibling(m_draft.people[m_draft.named[at] - 1u]);
        return token(at).is(bits(Class::Relation, Class::RoleHead)) && !token(at).is(bits(Class::Sibling)) && !m_draft.is_any<"cousin", "boyfriend", "girlfriend", "niece", "nephew", "family">(at);
    }

    template <Letters... stems> bool starts(std::size_t at) const { return Stems<stems...>::begin(m_draft.of(at)); }

    // Health of body and mind, abuse, crime, courts: nobody's to read but that child's own.
    bool is_private(std::size_t at) const {
        if (starts<"depress", "antidepress", "medicat", "desmopressin", "melatonin", "ritalin", "cancer", "leukaem", "epilep", "seizure", "asthma", "diabet", "diagnos", "autism", "autistic", "adhd", "asd", "camhs", "counsell", "psychiat", "psycholog", "therap", "schizo", "bipolar",
                        "anorex", "bulimi", "overdos", "suicid", "chlamyd", "gonorr", "herpes", "hiv", "hepatit", "pregnan", "abortion", "miscarr", "terminat", "contracept", "incontin", "soiling", "soils", "soiled", "enure", "bedwet", "self-harm", "flashback", "trauma",
                        "abused", "abuse", "abuser", "rape", "raped", "molest", "groom", "exploit", "assault", "fgm", "traffick", "arrest", "convict", "caution", "remand", "tagged", "robber", "burgl", "charged", "bail", "prison", "custody", "offend", "offence", "probation", "yot", "dealing", "supplying",
                        "cannabis", "cocaine", "heroin", "ketamine", "ecstasy", "stabb", "knife", "weapon", "adopt", "epo", "sectioned", "paediatric", "fractur", "tablets", "exposed", "sexual", "hsb", "std", "sti", "expelled", "file", "ehcp", "psychosis", "surgery", "fostered">(at))
            return true;
        return pair<AnyOf<"wetting", "wet", "wets">, AnyOf<"the", "bed", "himself", "herself", "his", "her">>(at) || pair<AnyOf<"cutting", "cut", "harming", "harmed", "hurting", "burning">, AnyOf<"herself", "himself", "themselves", "her", "his">>(at) ||
               pair<AnyOf<"in", "into", "left", "entered">, AnyOf<"care", "foster", "rehab">>(at) || pair<AnyOf<"child", "care">, AnyOf<"protection", "order", "proceedings">>(at) || pair<AnyOf<"known">, AnyOf<"to">>(at) || pair<AnyOf<"court">, AnyOf<"case", "for", "on", "next">>(at) ||
               pair<AnyOf<"on">, AnyOf<"tag", "bail", "remand", "licence", "tablets">>(at) || pair<AnyOf<"a">, AnyOf<"tag">>(at) || pair<AnyOf<"eating", "mental">, AnyOf<"disorder", "health">>(at) || pair<AnyOf<"been">, AnyOf<"excluded", "removed">>(at) || pair<AnyOf<"behaviour">, AnyOf<"plan">>(at) || pair<AnyOf<"police">, AnyOf<"about", "over", "for">>(at) || pair<AnyOf<"removed">, AnyOf<"from">>(at);
    }

    template <class One, class Two> bool pair(std::size_t at) const {
        return One::holds(m_draft.of(at), token(at).hash) && m_draft.same_sentence(at + 1, at) && Two::holds(m_draft.of(at + 1), token(at + 1).hash);
    }

    // The child is in it: what a brother did to them, or what they went through together.
    bool is_own_story(std::size_t from, std::size_t to) const {
        for (auto at = from + 1; at < to; ++at) {
            if (m_draft.is_any<"you", "both">(at) && !(at > 0 && m_draft.is_any<"told", "tell", "tells", "with">(at - 1)))
                return true;
            if (m_draft.is_child(at) && !token(at).has(Owner))
                return true;
        }
        return false;
    }

    void look(const Sentence& sentence) {
        std::size_t who = sentence.last, tells = sentence.last;
        for (std::size_t at = sentence.first; at < sentence.last; ++at) {
            if (token(at).is_set_apart())
                continue;
            if (who == sentence.last && m_lasting && m_draft.same_sentence(at, sentence.first) && at < sentence.first + 2 && token(at).is(bits(Class::He, Class::She)))
                who = at; // "Your brother is in Year 4. He has been referred"
            if (is_other_child(at)) {
                bool listed = who < sentence.last && at <= who + 4; // "Brandon Shaw and Tyler Coombes"
                if (!listed)
                    who = at;
                continue;
            }
            bool grown_up = is_other_grown_up(at) || token(at).is(Class::You) || m_draft.is_child(at);
            if (grown_up && who < sentence.last && !(token(at - (at > 0)).has(Owner) || m_draft.is_any<"his", "her", "their", "own", "told", "to", "tell">(at - (at > 0))) && !is_private(at))
                who = keeps(at) ? who : sentence.last;
            if (who < sentence.last && at > who && is_private(at) && at <= who + 25) {
                tells = at;
                break;
            }
        }
        m_lasting = who < sentence.last;
        if (tells == sentence.last || is_own_story(who, tells) || is_mine(sentence, who))
            return;
        add(who, end_of(sentence, tells));
    }

    bool keeps(std::size_t at) const { return token(at).is(Class::You) && at > 0 && m_draft.is_any<"told", "tell", "tells", "asked", "with">(at - 1); }

    // "you have autism and so does your brother": begins with the child.
    bool is_mine(const Sentence& sentence, std::size_t who) const { return m_draft.is_any<"boyfriend", "girlfriend">(who) && !m_draft.says_you(sentence.first); }

    std::size_t end_of(const Sentence& sentence, std::size_t at) const {
        while (at + 1 < sentence.last && at < sentence.first + 60)
            ++at;
        return at + 1;
    }

    void add(std::size_t first, std::size_t last) {
        auto found = finding_of(m_draft, Category::OtherChild, first, last);
        auto name = std::string(m_draft.of(first));
        found.message = "This is private to another child (\"" + name + "\"). Does " + child_of(m_draft) + " need it to understand " + "their own story? If not, take it out.";
        m_findings.push_back(std::move(found));
    }

    const Draft& m_draft;
    bool m_lasting = false; // the sentence before ended with another child in mind
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> find_other_child(const Draft& draft) { return Finder(draft).find(); }

} // namespace lifestory::prose
