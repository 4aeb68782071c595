#include "prose/third_person.h"

#include <algorithm>
#include <optional>

#include "prose/called.h"

namespace lifestory::prose {

namespace {

enum class Who { Child, Other };

struct Mention {
    std::uint32_t token = 0;
    Who who = Who::Other;
    Gender gender = Gender::Unknown; // Unknown: could be either
};

// Whom "he" or "she" would be taken for, as the text stands.
struct Focus {
    Who who = Who::Other;
    std::uint32_t sentence = 0;
    bool set = false;
};

constexpr std::uint32_t far = 4; // sentences after which a person is no longer in mind

class Finder {
public:
    explicit Finder(const Draft& draft) : m_draft(draft), m_called(called_in(draft)) {
        auto spoken = std::count_if(draft.speaks.begin(), draft.speaks.end(), [](std::uint8_t how) { return (how & 1) != 0; });
        m_speaks_mostly = static_cast<std::size_t>(spoken) * 3 >= draft.speaks.size();
    }

    std::vector<Finding> find() {
        for (std::uint32_t sentence = 0; sentence < m_draft.document.sentences.size(); ++sentence)
            look(sentence);
        return std::move(m_findings);
    }

private:
    static Gender pronoun(const Token& token) { return token.is(Class::He) ? Gender::He : token.is(Class::She) ? Gender::She : Gender::Unknown; }

    void look(std::uint32_t number) {
        const auto& sentence = m_draft.document.sentences[number];
        auto kind = m_draft.kind_of(sentence);
        auto& mentions = m_mentions;
        mentions.clear();
        std::optional<std::uint32_t> found;
        for (auto at = sentence.first; at < sentence.last; ++at) {
            const auto& token = m_draft.token(at);
            if (token.is_set_apart())
                continue;
            auto mention = mention_at(at, mentions, number);
            if (!mention)
                continue;
            bool is_pronoun = pronoun(token) != Gender::Unknown;
            if (mention->who == Who::Child && !found && (is_pronoun || kind == LineKind::Prose))
                found = at;
            mentions.push_back(*mention);
        }
        if (found && m_called.about_child)
            add(*found);
        remember(mentions, number);
    }

    std::optional<Mention> mention_at(std::uint32_t at, const std::vector<Mention>& before, std::uint32_t sentence) const {
        const auto& token = m_draft.token(at);
        if (auto called = m_called.of_word[at]; called == Called::Spoken)
            return std::nullopt;
        else if (called == Called::About)
            return Mention{at, Who::Child, m_called.gender};
        if (auto gender = pronoun(token); gender != Gender::Unknown)
            return Mention{at, resolved(at, gender, before, sentence), gender};
        if (auto who = m_draft.named[at]; who > 1)
            return Mention{at, Who::Other, m_draft.people[who - 1].gender};
        if (token.is(bits(Class::Male, Class::Female)))
            return Mention{at, Who::Other, token.is(Class::Male) ? Gender::He : Gender::She};
        if (token.has(Capital) && !token.has(Opens) && token.is(bits(Class::MaleName, Class::FemaleName)) && m_draft.named[at] == 0)
            return Mention{at, Who::Other, token.is(Class::MaleName) == token.is(Class::FemaleName) ? Gender::Unknown : token.is(Class::MaleName) ? Gender::He : Gender::She};
        if (token.is(bits(Class::Either, Class::RoleHead)) && !token.is(bits(Class::Body)))
            return Mention{at, Who::Other, Gender::Unknown};
        return std::nullopt;
    }

    bool may_be_child(Gender gender) const { return m_called.gender == Gender::Unknown || m_called.gender == gender; }

    // "Mum shouted at her": her is not mum, who does the shouting.
    bool is_object(std::uint32_t at) const {
        if (m_draft.is_word<"him">(at))
            return true;
        if (!m_draft.is_word<"her">(at))
            return false;
        if (at + 1 >= m_draft.document.tokens.size() || m_draft.token(at + 1).has(Opens) || m_draft.token(at + 1).has(Apart))
            return true;
        const auto& next = m_draft.token(at + 1);
        return next.is(bits(Class::Preposition, Class::Conjunction, Class::Weekday, Class::The, Class::A, Class::Whose, Class::Nesting)) || m_draft.is_any<"missing", "again", "alone", "home">(at + 1);
    }

    Who resolved(std::uint32_t at, Gender gender, const std::vector<Mention>& before, std::uint32_t sentence) const {
        if (!may_be_child(gender) || !m_called.about_child)
            return Who::Other;
        if (m_called.gender == Gender::Unknown && m_draft.people.front().full.starts_with("baby"))
            return Who::Other; // nobody is "she" yet who is not born
        bool object = is_object(at);
        bool is_her_mother = is_before_parent(at);
        std::size_t passed = 0;
        auto end = before.size() > 40 ? before.rbegin() + 40 : before.rend(); // a list without end is no sentence
        for (auto mention = before.rbegin(); mention != end; ++mention) {
            if (mention->gender != gender && mention->gender != Gender::Unknown)
                continue;
            if (object && mention->who == Who::Other && mention->token + 6 >= at && passed == 0 && !between_clauses(mention->token, at)) {
                ++passed;
                continue;
            }
            if (mention->who == Who::Other && is_her_mother && m_draft.token(mention->token).is(Class::Relation))
                continue; // "Mum would rather be her mate than her mother"
            if (mention->who == Who::Other && is_speaker(mention->token) && is_childs_matter(at))
                continue; // "Mum says she is out of control": the one spoken of
            if (mention->who == Who::Other && mention->gender == Gender::Unknown && m_called.gender == gender && focus(gender).set && focus(gender).who == Who::Child)
                continue; // a teacher in passing does not become "she"
            return mention->who;
        }
        if (m_called.by_name && m_called.gender == gender && is_childs_matter(at))
            return Who::Child;
        if (focus(gender).set && sentence - focus(gender).sentence <= far)
            if (!(object && passed > 0 && focus(gender).who == Who::Other))
                return focus(gender).who;
        return m_draft.speaks_to == 0 || (m_called.by_name && !m_speaks_mostly) ? Who::Child : Who::Other;
    }

    // "her mother", "his dad": whoever it is, it is not the mother herself
    bool is_before_parent(std::uint32_t at) const { return m_draft.is_any<"her", "his">(at) && m_draft.same_sentence(at + 1, at) && m_draft.is_any<"mother", "mum", "mam", "dad", "father">(at + 1); }

    bool is_speaker(std::uint32_t at) const {
        for (auto verb = at + 1; verb < at + 4 && m_draft.same_sentence(verb, at); ++verb)
            if (m_draft.token(verb).is(Class::Say) || m_draft.is_any<"decided", "struggling", "struggles", "finds", "coping", "worries", "believes">(verb))
                return true;
        return false;
    }

    // What is said of children and not of the grown-ups who report it: school, missing, out of control.
    bool is_childs_matter(std::uint32_t at) const {
        for (auto near = at + 1; near < at + 8 && m_draft.same_sentence(near, at) && !m_draft.token(near).has(Comma); ++near)
            if (m_draft.is_any<"missing", "mfh", "absconded", "absconds", "excluded", "truanting", "homework", "bedroom", "attendance", "placement", "behaviour", "class", "lessons", "nappy", "bottle", "toys", "teacher", "siblings",
                                      "birthday", "eater", "calmer", "needy", "whingeing", "whinging", "ward", "yos", "sen", "ehcp", "gcse", "gcses", "nursery", "playgroup", "whiny", "clingy", "friends", "homework", "kicks", "kicking", "kicked", "tantrum", "tantrums", "boundaries", "peers", "control", "reported", "residential", "unit", "mum", "dad", "yp", "weighed", "centile">(near))
                return !m_draft.is_any<"mum", "dad">(near) || m_draft.token(near).has(Owner);
        return false;
    }

    bool between_clauses(std::uint32_t from, std::uint32_t to) const {
        for (auto at = from + 1; at < to; ++at)
            if (m_draft.token(at).is(bits(Class::Nesting)) || m_draft.token(at).has(Comma))
                return true;
        return false;
    }

    const Focus& focus(Gender gender) const { return gender == Gender::He ? m_he : m_she; }

    void set(Gender gender, Who who, std::uint32_t sentence) {
        auto& focus = gender == Gender::He ? m_he : m_she;
        focus = {who, sentence, true};
    }

    bool is_subject(std::uint32_t at) const {
        const auto& token = m_draft.token(at);
        return token.has(Opens) || token.has(Comma) || m_draft.token(at - 1).is(bits(Class::Conjunction, Class::Nesting));
    }

    // The one a sentence begins with stays in mind before those it ends with.
    void remember(const std::vector<Mention>& mentions, std::uint32_t sentence) {
        for (auto gender : {Gender::He, Gender::She}) {
            const Mention* chosen = nullptr;
            for (const auto& mention : mentions)
                if (mention.who == Who::Child && (mention.gender == gender || mention.gender == Gender::Unknown) && is_subject(mention.token)) {
                    chosen = &mention;
                    break;
                }
            for (const auto& mention : mentions)
                if (chosen)
                    break;
                else
                if (mention.gender == gender || (mention.who == Who::Child && mention.gender == Gender::Unknown)) {
                    chosen = &mention;
                    break;
                }
            if (!chosen)
                for (const auto& mention : mentions)
                    if (mention.gender == Gender::Unknown && mention.who == Who::Other && !(focus(gender).set && focus(gender).who == Who::Child))
                        chosen = &mention;
            if (chosen)
                set(gender, chosen->who, sentence);
        }
    }

    void add(std::uint32_t at) {
        auto finding = finding_of(m_draft, Category::ThirdPerson, at, at + 1);
        finding.message = "This sentence talks about " + child_of(m_draft) + ". Write it to " +
                          (m_called.gender == Gender::He ? "him" : m_called.gender == Gender::She ? "her" : "them") + ": \"you\".";
        m_findings.push_back(std::move(finding));
    }

    const Draft& m_draft;
    CalledIn m_called;
    Focus m_he, m_she;
    bool m_speaks_mostly = false; // a third of the sentences say "you": a pronoun without anybody before it is somebody else's
    std::vector<Finding> m_findings;
    std::vector<Mention> m_mentions; // of one sentence
};

} // namespace

std::vector<Finding> find_third_person(const Draft& draft) { return Finder(draft).find(); }

} // namespace lifestory::prose
