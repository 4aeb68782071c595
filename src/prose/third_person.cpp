#include "prose/third_person.h"

#include <algorithm>
#include <array>
#include <optional>

#include "prose/called.h"

namespace lifestory::prose {

namespace {

// The child is 0, as in Draft::people; the others known follow; whoever has no name there is told by the word used of them.
using Who = std::uint32_t;
constexpr Who the_child = 0, somebody = 0xffffffffu, unnamed = 0x10000u;

struct Mention {
    std::uint32_t token = 0;
    Who who = somebody;
    Gender gender = Gender::Unknown; // Unknown: could be either
};

// Whom "he" or "she" would be taken for, as the text stands: the likeliest first.
struct Focus {
    struct Kept {
        Who who = somebody;
        std::uint32_t sentence = 0;
    };
    std::array<Kept, 3> kept{};
    std::size_t size = 0;

    bool is_child() const { return size > 0 && kept[0].who == the_child; }

    void put_first(Who who, std::uint32_t sentence) {
        std::size_t at = 0;
        while (at < size && kept[at].who != who)
            ++at;
        if (at == size)
            at = size < kept.size() ? size++ : size - 1;
        for (; at > 0; --at)
            kept[at] = kept[at - 1];
        kept[0] = {who, sentence};
    }
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
            if (mention->who == the_child && !found && (is_pronoun || (kind == LineKind::Prose && m_called.about_child)))
                found = at;
            mentions.push_back(*mention);
        }
        if (found)
            add(*found);
        remember(mentions, number);
    }

    std::optional<Mention> mention_at(std::uint32_t at, const std::vector<Mention>& before, std::uint32_t sentence) const {
        const auto& token = m_draft.token(at);
        if (auto called = m_called.of_word[at]; called == Called::Spoken)
            return std::nullopt;
        else if (called == Called::About)
            return Mention{at, the_child, m_called.gender};
        else if (called == Called::Another)
            return Mention{at, unnamed | token.hash, Gender::Unknown};
        if (auto gender = pronoun(token); gender != Gender::Unknown)
            return Mention{at, resolved(at, gender, before, sentence), gender};
        if (auto who = m_draft.named[at]; who > 1)
            return Mention{at, who - 1u, m_draft.people[who - 1u].gender};
        if (token.is(bits(Class::Male, Class::Female)))
            return Mention{at, known_as(token), token.is(Class::Male) ? Gender::He : Gender::She};
        if (is_first_name(at))
            return Mention{at, unnamed | token.hash, token.is(Class::MaleName) == token.is(Class::FemaleName) ? Gender::Unknown : token.is(Class::MaleName) ? Gender::He : Gender::She};
        bool is_one = token.is(bits(Class::Either, Class::RoleHead, Class::Creature)) && !token.is(bits(Class::Body));
        if (is_one || is_unlisted_name(at))
            return Mention{at, unnamed | token.hash, Gender::Unknown};
        return std::nullopt;
    }

    bool does_something(std::uint32_t at) const {
        return at < m_draft.document.tokens.size() && m_draft.token(at).is(bits(Class::Be, Class::Have, Class::Do, Class::Say, Class::Tell, Class::Modal)) && !m_draft.token(at).has(Capital)
            && !m_draft.token(at).has(Apart);
    }

    bool is_first_name(std::uint32_t at) const {
        const auto& token = m_draft.token(at);
        if (!token.has(Capital) || !token.is(bits(Class::MaleName, Class::FemaleName)) || m_draft.named[at] != 0)
            return false;
        bool is_followed = m_draft.same_sentence(at + 1, at) && (m_draft.token(at + 1).has(Capital) || (m_called.is_letter && does_something(at + 1)));
        return !token.has(Opens) || (is_followed && !token.is(bits(Class::Modal, Class::Month)));
    }

    // "Gethin told him": who tells is somebody, though no list of names has him
    bool is_unlisted_name(std::uint32_t at) const {
        const auto& token = m_draft.token(at);
        return token.has(Capital) && !token.has(Capitals) && m_draft.named[at] == 0 && token.word == 0 &&
               ((m_draft.same_sentence(at + 1, at) && does_something(at + 1)) || (!token.has(Opens) && !token.has(Apart) && m_draft.is_any<"with", "and">(at - 1)));
    }

    // "Mum" and "Kerry" are one, where the record knows Kerry as mum.
    Who known_as(const Token& token) const {
        if (token.is(Class::Relation))
            for (Who who = 1; who < m_draft.people.size(); ++who)
                if (same_letters(m_draft.document.of(token), m_draft.people[who].role))
                    return who;
        return unnamed | token.hash;
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
        if (at > 0 && m_draft.is_any<"let", "lets", "letting", "made", "makes", "making">(at - 1) && !next.is(bits(Class::Relation, Class::Thing, Class::Place)))
            return true; // "lets her get away with it"
        return next.is(bits(Class::Preposition, Class::Conjunction, Class::Weekday, Class::The, Class::A, Class::Whose, Class::Nesting)) || m_draft.is_any<"missing", "again", "alone", "home">(at + 1);
    }

    Who resolved(std::uint32_t at, Gender gender, const std::vector<Mention>& before, std::uint32_t sentence) const {
        if (!may_be_child(gender) || (m_called.gender == Gender::Unknown && is_unborn()))
            return somebody; // nobody is "she" yet who is not born
        bool alone = m_called.gender == gender && !met(gender); // nobody else yet of whom it could be said
        if (!m_called.about_child)
            return alone && before.empty() && is_he_or_she(at) ? the_child : somebody;
        bool object = is_object(at);
        bool is_her_mother = is_before_parent(at);
        Who doer = somebody; // whose own deed it is
        auto beside = named_beside(at), later = named_later(at); // "She and Ruby": neither is the other
        std::size_t passed = 0;
        const auto& in_mind = focus(gender);
        auto end = before.size() > 40 ? before.rbegin() + 40 : before.rend(); // a list without end is no sentence
        for (auto mention = before.rbegin(); mention != end; ++mention) {
            if (mention->gender != gender && mention->gender != Gender::Unknown)
                continue;
            if (mention->who != somebody && (mention->who == beside || (mention->who != the_child && is_her_something(mention->token, at))))
                continue;
            if (object && mention->who != the_child && mention->token + 9 >= at && passed == 0 && !between_clauses(mention->token, at)) {
                ++passed;
                doer = mention->who;
                continue;
            }
            if (mention->who != the_child && is_her_mother && m_draft.token(mention->token).is(Class::Relation))
                continue; // "Mum would rather be her mate than her mother"
            if (mention->who != the_child && is_speaker(mention->token) && is_childs_matter(at))
                continue; // "Mum says she is out of control": the one spoken of
            if (mention->who != the_child && mention->gender == Gender::Unknown && m_called.gender == gender && in_mind.is_child())
                continue; // a teacher in passing does not become "she"
            return mention->who;
        }
        if (m_called.by_name && m_called.gender == gender && is_childs_matter(at) && !(m_called.is_letter && m_draft.says_you(at)))
            return the_child;
        for (std::size_t i = 0; i < in_mind.size; ++i) {
            const auto& kept = in_mind.kept[i];
            bool is_another = kept.who != somebody && kept.who != the_child && (kept.who == beside || kept.who == later || (passed > 0 && kept.who == doer));
            if (sentence - kept.sentence > far || is_another || (passed > 0 && kept.who == somebody && doer == somebody))
                continue;
            return kept.who;
        }
        return alone || m_draft.speaks_to == 0 || (m_called.by_name && !m_speaks_mostly) ? the_child : somebody;
    }

    bool is_unborn() const { return m_draft.people.front().full.starts_with("baby") || m_draft.people.front().full.starts_with("unborn"); }
    bool met(Gender gender) const { return gender == Gender::He ? m_met_he : m_met_she; }
    bool is_he_or_she(std::uint32_t at) const { return m_draft.is_any<"he", "she", "he'd", "she'd", "he'll", "she'll", "he's", "she's">(at); }

    Who who_is(std::uint32_t at) const {
        if (m_called.of_word[at] == Called::About)
            return the_child;
        if (auto who = m_draft.named[at]; who > 1)
            return who - 1u;
        return m_draft.token(at).is(Class::Relation) ? known_as(m_draft.token(at)) : somebody;
    }

    Who named_beside(std::uint32_t at) const {
        if (!is_he_or_she(at) || !m_draft.same_sentence(at + 2, at) || !m_draft.is_word<"and">(at + 1))
            return somebody;
        return who_is(at + 2 + (m_draft.token(at + 2).is(Class::Whose) && m_draft.same_sentence(at + 3, at) ? 1 : 0));
    }

    // "He is using her to get at Pauline": she is named after, and would have been before, had it been she.
    Who named_later(std::uint32_t at) const {
        constexpr std::uint32_t soon = 12;
        constexpr std::uint32_t near = 30; // a sentence may have no end
        for (auto first = std::max(m_draft.document.sentence_of(m_draft.token(at)).first, at > near ? at - near : 0); first < at; ++first)
            if (m_draft.token(first).is(Class::Nesting))
                return somebody; // "When she rang, Pauline was tired"
        for (auto next = at + 1; next < at + soon && m_draft.same_sentence(next, at) && !m_draft.token(next).is(bits(Class::Nesting, Class::Conjunction)); ++next)
            if (m_draft.named[next] > 1)
                return who_is(next);
        return somebody;
    }

    // "Mum is her best friend": nobody is her own.
    bool is_her_something(std::uint32_t whose, std::uint32_t at) const {
        return m_draft.token(at - 1).is(Class::Be) && at > whose && at - whose <= 6 && !between_clauses(whose, at) && m_draft.is_any<"her", "his">(at)
            && m_draft.same_sentence(at + 1, at) && !is_object(at) && !m_draft.is_any<"own", "usual", "normal", "old", "best", "cheerful">(at + 1);
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
                                      "birthday", "eater", "calmer", "needy", "whingeing", "whinging", "ward", "yos", "sen", "ehcp", "gcse", "gcses", "nursery",
                                      "playgroup", "whiny", "clingy", "friends", "homework", "kicks", "kicking", "kicked", "tantrum", "tantrums", "boundaries",
                                      "peers", "control", "reported", "residential", "unit", "mum", "dad", "yp", "weighed", "weight", "centile">(near))
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
    Focus& focus(Gender gender) { return gender == Gender::He ? m_he : m_she; }

    bool is_subject(std::uint32_t at) const {
        const auto& token = m_draft.token(at);
        if (pronoun(token) != Gender::Unknown && !is_he_or_she(at))
            return false;
        return token.has(Opens) || token.has(Comma) || m_draft.token(at - 1).is(bits(Class::Conjunction, Class::Nesting));
    }

    // "where Wenna hopes to follow her", "as Tilly has": beside what the sentence is about
    bool is_aside(std::uint32_t at) const {
        return m_draft.token(at).sentence == m_draft.token(at - 1).sentence && m_draft.token(at - 1).is(Class::Nesting) && !m_draft.is_any<"that", "what", "how", "why">(at - 1);
    }

    // "Tilly's walk with Bernard": Bernard is not hers
    bool is_parted(std::uint32_t from, std::uint32_t to) const {
        for (auto at = from + 1; at < to; ++at)
            if (m_draft.token(at).is(bits(Class::Preposition, Class::Conjunction)))
                return true;
        return false;
    }

    // "Tilly's mum was in court": the mum was. "Tilly and Ann share a room", "Tilly said that Mum was late": it may be either.
    bool yields(const std::vector<Mention>& mentions, std::size_t i, Gender gender) const {
        auto at = mentions[i].token;
        for (auto next = i + 1; next < mentions.size() && next < i + 4; ++next) {
            const auto& other = mentions[next];
            if (other.who == the_child || (other.gender != gender && other.gender != Gender::Unknown))
                continue;
            bool is_whose = m_called.is_letter && pronoun(m_draft.token(at)) != Gender::Unknown && m_draft.is_any<"her", "his">(at);
            if (m_draft.token(at).has(Owner) || is_whose)
                return other.token <= at + 3 && (other.gender == gender || m_called.is_letter) && !is_parted(at, other.token);
            bool same = other.gender == gender && m_draft.token(at).has(Capital);
            bool joined = other.token == at + 2 || (other.token == at + 3 && m_draft.token(at + 2).is(Class::Whose));
            if (same && joined && m_draft.is_word<"and">(at + 1))
                return true;
            auto before = m_draft.token(other.token - 1).is(bits(Class::Whose, Class::The)) && !m_draft.is_word<"that">(other.token - 1) ? other.token - 2 : other.token - 1;
            bool told = m_draft.token(at + 1).is(Class::Say) && !m_draft.is_any<"told", "tells", "asked", "asks">(at + 1) && before > at
                && (m_draft.is_word<"that">(before) || before == at + 1) && does_something(other.token + 1);
            return same && told;
        }
        return false;
    }

    // Of a sentence, the one that "he" or "she" is next taken for: the child, where the child does something in it, else the first.
    const Mention* chosen_of(const std::vector<Mention>& mentions, Gender gender) {
        const Mention* first = nullptr;
        bool yielded = false;
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            const auto& mention = mentions[i];
            bool is_such = mention.gender == gender || (mention.who == the_child && mention.gender == Gender::Unknown);
            if (!is_such && !(yielded && mention.gender == Gender::Unknown))
                continue;
            if (mention.who == the_child && yields(mentions, i, gender)) {
                yielded = true;
                continue;
            }
            if (mention.who == the_child && is_subject(mention.token) && !(first && m_draft.speaks_to > 0 && is_aside(mention.token)))
                return &mention;
            if (!first)
                first = &mention;
        }
        if (first)
            return first;
        for (const auto& mention : mentions)
            if (mention.gender == Gender::Unknown && mention.who != the_child && (!focus(gender).is_child() || m_called.is_letter || is_creature_of(mention)))
                first = &mention;
        return first;
    }

    // "Owen's rabbit died. She was old."
    bool is_creature_of(const Mention& mention) const {
        return m_draft.token(mention.token).is(Class::Creature) && mention.token - m_draft.document.sentence_of(m_draft.token(mention.token)).first <= 3;
    }

    void remember(const std::vector<Mention>& mentions, std::uint32_t sentence) {
        for (auto gender : {Gender::He, Gender::She})
            if (const auto* chosen = chosen_of(mentions, gender))
                focus(gender).put_first(chosen->who, sentence);
        for (const auto& mention : mentions) {
            m_met_he |= mention.who != the_child && mention.gender != Gender::She;
            m_met_she |= mention.who != the_child && mention.gender != Gender::He;
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
    bool m_met_he = false, m_met_she = false; // somebody else has been named so far who may be he, may be she
    bool m_speaks_mostly = false; // a third of the sentences say "you": a pronoun without anybody before it is somebody else's
    std::vector<Finding> m_findings;
    std::vector<Mention> m_mentions; // of one sentence
};

} // namespace

std::vector<Finding> find_third_person(const Draft& draft) { return Finder(draft).find(); }

} // namespace lifestory::prose
