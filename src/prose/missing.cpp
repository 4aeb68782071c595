#include "prose/missing.h"

#include <algorithm>

#include "prose/called.h"

namespace lifestory::prose {

namespace {

class Searcher {
public:
    Searcher(const Draft& draft, SayingIsEnough saying) : m_draft(draft), m_called(called_in(draft)), m_saying(saying) {}

    Holds holds() {
        for (const auto& sentence : m_draft.document.sentences)
            for (auto at = sentence.first; at < sentence.last; ++at)
                look(sentence, at);
        for (std::size_t line = 0; line < m_draft.lines.size(); ++line)
            m_holds.who_was_present |= m_draft.lines[line] == LineKind::Present;
        m_holds.decision_maker |= m_unnamed_decision && m_holds.who_was_present && !m_passive_decision;
        m_holds.decision = m_unnamed_decision || m_named_decision;
        m_holds.decision_maker |= m_named_decision;
        m_holds.how_views_obtained |= m_saying == SayingIsEnough::Yes && m_said;
        return m_holds;
    }

private:
    const Token& token(std::size_t at) const { return m_draft.token(at); }
    bool together(std::size_t at, std::size_t with) const { return m_draft.same_sentence(at, with); }

    bool is_child(std::size_t at) const {
        if (token(at).is(Class::You) || m_draft.is_child(at))
            return true;
        auto called = m_called.of_word.find(static_cast<std::uint32_t>(at));
        return called != m_called.of_word.end();
    }

    // "you told me", "she wants" where she is the child, "you and Pam said".
    bool child_does(std::size_t verb) const {
        for (auto at = verb; at-- > 0 && at + 5 >= verb && together(at, verb);) {
            if (is_child(at) && !m_draft.is_any(at, {"your", "yours"}))
                return true;
            bool pronoun = token(at).is(bits(Class::He, Class::She)) && m_draft.speaks_to == 0 && !spoken_by_other(at);
            if (pronoun)
                return true;
            if (!token(at).is(bits(Class::Adverb, Class::Have, Class::Modal, Class::Do, Class::Be, Class::Conjunction, Class::Not, Class::Month)) && !m_draft.is_any(at, {"both", "all", "once", "first", "to", "me", "me"}))
                return false;
        }
        return false;
    }

    bool spoken_by_other(std::size_t at) const { // the pronoun of a mum or a worker named just before
        const auto& sentence = m_draft.document.sentence_of(token(at));
        for (auto before = at; before-- > sentence.first && before + 12 >= at;)
            if (token(before).is(bits(Class::Relation)) || m_draft.named[before] > 1)
                return true;
        return token(at).has(Opens) && at > 0 && last_person_is_other(at);
    }

    bool last_person_is_other(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 25 >= at;) {
            if (m_draft.is_child(before))
                return false;
            if (token(before).is(Class::Relation) || m_draft.named[before] > 1)
                return true;
        }
        return false;
    }

    void look(const Sentence& sentence, std::size_t at) {
        if (token(at).is_set_apart()) {
            look_quoted(at);
            return;
        }
        look_for_voice(at);
        look_for_people(at);
        look_for_decision(sentence, at);
        look_for_next(sentence, at);
    }

    void look_quoted(std::size_t at) { // quoted after the child is named or spoken to in the sentence
        if (!token(at).has(Quoted) || (at > 0 && token(at - 1).has(Quoted)))
            return;
        const auto& sentence = m_draft.document.sentence_of(token(at));
        for (auto before = sentence.first; before < at; ++before)
            if (token(before).is(Class::You))
                m_holds.child_voice = true;
    }

    void look_for_voice(std::size_t at) {
        bool says = token(at).is(Class::Tell) || m_draft.is_any(at, {"asked", "ask", "think", "thought", "described", "explained", "chose", "chosen", "agreed", "answered", "shouted", "worry", "worried", "miss", "smiled", "laughed", "nodded", "cried", "hugged", "sang", "drew",
                                                                     "pointed", "signed", "reached", "excited", "happy", "sad", "scared", "proud", "cross", "upset", "rang", "texted", "talked", "said", "would", "hoped", "disclosed"});
        if (!says || !child_does(at))
            return;
        bool formal = m_draft.is_any(at, {"disclosed", "agreed", "upset", "talked", "rang", "hugged", "would"}) && m_draft.speaks_to == 0;
        if (!formal)
            m_holds.child_voice = true;
        m_said |= m_draft.is_any(at, {"said", "told", "asked", "say", "tell", "texted", "rang", "talked", "explained", "drew", "showed", "whispered", "shouted"});
        bool to_someone = together(at + 1, at) && (token(at + 1).is(bits(Class::I, Class::We, Class::Relation, Class::Whose)) || m_draft.named[at + 1] > 1) && m_draft.is_any(at, {"told", "showed", "asked", "tell", "drew", "rang", "texted", "explained", "sent", "gave"});
        m_holds.how_views_obtained |= to_someone || m_draft.is_any(at, {"drew", "texted", "wrote"});
    }

    void look_for_people(std::size_t at) {
        bool present = m_draft.is_any(at, {"attended", "attendees", "attendance", "alone", "joined", "together"}) || (m_draft.is_any(at, {"present"}) && (token(at).has(Capital) || m_draft.after(at) == ':' || (at > 0 && (token(at - 1).is(Class::Be) || m_draft.is_any(at - 1, {"also"}) || token(at).has(Comma) || token(at - 1).is(Class::Relation) || m_draft.named[at - 1] > 0))));
        if (m_draft.is_word(at, "attendance"))
            present = at > 0 && m_draft.is_word(at - 1, "in");
        if (m_draft.is_word(at, "there") && at > 0 && together(at - 1, at) && m_draft.is_any(at - 1, {"were", "was", "too"}))
            present = true;
        if (m_draft.is_any(at, {"own", "us"}) && at > 1 && together(at - 2, at) && (m_draft.is_any(at - 1, {"our", "your", "his", "her", "of"}) || m_draft.is_any(at - 1, {"just"})))
            present = true;
        bool there = m_saying == SayingIsEnough::Yes ? m_draft.is_any(at, {"came", "met", "sat", "talked", "visited", "see", "saw", "seen", "home", "with", "spoke", "played", "people"}) : m_draft.is_any(at, {"people", "talked"}) || (m_draft.is_any(at, {"came", "met"}) && names_near(at) >= 4);
        if (there)
            present |= names_near(at) >= (m_saying == SayingIsEnough::Yes ? 1u : 3u);
        m_holds.who_was_present |= present;
        if (m_draft.is_any(at, {"drawing", "drew", "play", "played", "worksheet", "houses", "letter", "text", "note", "video", "cards", "voice", "questionnaire", "read", "together", "asked", "talked", "rang", "phone", "spoke", "met", "advocate"}))
            m_holds.how_views_obtained |= m_draft.says_you(at) && (m_draft.is_any(at, {"drawing", "drew", "worksheet", "voice", "note", "cards", "houses"}) || (token(at).is(bits(Class::Meet)) && me_and_you(at)) || (m_draft.is_any(at, {"read", "together"}) && me_and_you(at)));
    }

    bool me_and_you(std::size_t at) const { return m_draft.speaks[token(at).sentence] == 3; }

    std::size_t names_near(std::size_t at) const {
        const auto& sentence = m_draft.document.sentence_of(token(at));
        std::size_t count = 0;
        for (auto near = std::max<std::size_t>(sentence.first, at > 30 ? at - 30 : 0); near < std::min<std::size_t>(sentence.last, at + 40); ++near)
            count += (m_draft.named[near] > 1 && (near == 0 || m_draft.named[near - 1] != m_draft.named[near])) || token(near).is(bits(Class::Relation, Class::You)) || m_draft.is_word(near, "me");
        return count;
    }

    // ---- decisions

    bool is_reason(const Sentence& sentence) const {
        for (auto at = sentence.first; at < sentence.last; ++at)
            if (m_draft.is_any(at, {"because", "reason", "reasons", "rationale", "since", "due", "given", "cos"}) || (m_draft.is_any(at, {"so", "as"}) && at > sentence.first && together(at + 1, at) && !m_draft.is_any(at + 1, {"far", "well", "much", "soon", "far"})) ||
                (m_draft.is_word(at, "to") && together(at + 1, at) && m_draft.is_any(at + 1, {"keep", "make", "help", "protect", "ensure", "give", "stop", "understand"})) || (m_draft.is_word(at, "light") && at > 0 && m_draft.is_word(at - 1, "in")))
                return true;
        return false;
    }

    bool is_passive(std::size_t at) const { return at > 0 && together(at - 1, at) && (token(at - 1).is(Class::Be) || (at > 1 && token(at - 2).is(Class::Be))); }

    bool has_maker(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 6 >= at && together(before, at);)
            if (token(before).is(bits(Class::I, Class::We, Class::He, Class::She, Class::RoleHead, Class::Relation, Class::They, Class::Body)) || m_draft.named[before] > 1 || (token(before).has(Capital) && !token(before).has(Opens)) || m_draft.is_any(before, {"everyone", "everybody", "all", "my", "managers"}))
                return true;
        for (auto after = at + 1; after < at + 25 && together(after, at); ++after)
            if (m_draft.is_word(after, "by") && together(after + 1, at) && (m_draft.named[after + 1] > 1 || token(after + 1).is(bits(Class::I, Class::The, Class::Whose)) || token(after + 1).has(Capital)))
                return true;
        return false;
    }

    bool agreed_by_all(std::size_t at) const { // "We all agreed"; that mum and I agreed on tea is no decision
        return (at > 0 && together(at - 1, at) && m_draft.is_any(at - 1, {"all", "everyone", "both", "panel", "meeting", "group"}) && !m_draft.is_word(at - 1, "both")) || token(at).has(Opens) || (m_saying == SayingIsEnough::No && at > 0 && m_draft.is_word(at - 1, "we"));
    }

    void look_for_decision(const Sentence& sentence, std::size_t at) {
        bool decided = m_draft.is_any(at, {"decided", "decides", "decide", "approved"}) || (m_draft.is_any(at, {"decision", "agreed", "outcome"}) && (m_draft.after(at) == ':' || is_passive(at) || (m_draft.is_word(at, "agreed") && agreed_by_all(at)) || m_draft.is_word(at - (at > 0), "my"))) ||
                       (m_draft.is_word(at, "felt") && is_passive(at)) || (m_draft.is_word(at, "further") && at > 0 && m_draft.is_word(at - 1, "no")) || m_draft.is_word(at, "nfa");
        if (!decided || will_be(at) || (m_draft.is_word(at, "agreed") && with_child(at)))
            return;
        if (m_draft.is_any(at, {"decide", "decides"}) && !has_past(at))
            return;
        bool named = has_maker(at) && !(is_passive(at) && m_draft.is_any(at - (at > 0), {"was", "been", "is", "were"}) && !by(at));
        (named ? m_named_decision : m_unnamed_decision) = true;
        m_passive_decision |= !named && is_passive(at);
        bool reason = is_reason(sentence);
        auto number = token(at).sentence;
        for (auto near : {number - (number > 0), number + 1})
            if (near < m_draft.document.sentences.size())
                reason |= is_reason(m_draft.document.sentences[near]);
        for (auto word = sentence.first; word < sentence.last; ++word)
            reason |= m_draft.is_any(word, {"reasons", "threshold"});
        m_holds.reason_for_decision |= reason || (m_holds.decision && m_holds.reason_for_decision);
    }

    bool by(std::size_t at) const {
        for (auto after = at + 1; after < at + 25 && together(after, at); ++after)
            if (m_draft.is_word(after, "by") && together(after + 1, at) && (m_draft.named[after + 1] > 1 || token(after + 1).is(bits(Class::I)) || token(after + 1).has(Capital) || (together(after + 2, at) && token(after + 2).is(bits(Class::RoleHead, Class::RoleBefore, Class::Body)))))
                return true;
        return false;
    }

    bool has_past(std::size_t at) const { return at > 0 && together(at - 1, at) && token(at - 1).is(Class::Do); }
    bool with_child(std::size_t at) const { return at > 0 && together(at - 1, at) && m_draft.is_any(at - 1, {"you"}); }
    bool will_be(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 4 >= at && together(before, at);)
            if (m_draft.is_any(before, {"will", "would", "can", "if", "could", "until", "when"}))
                return true;
        return false;
    }

    // ---- what happens next

    void look_for_next(const Sentence& sentence, std::size_t at) {
        bool can = m_draft.is_any(at, {"can", "should"}) && day_after(sentence, at);
        m_holds.next_step |= can || (m_draft.is_word(at, "should") && together(at + 1, at) && m_draft.is_word(at + 1, "be") && together(at + 2, at) && m_draft.document.lower(token(at + 2)).ends_with("ed")) || (m_draft.is_word(at, "will") && token(at).has(Opens));
        bool will = m_draft.is_any(at, {"will", "i'll", "we'll", "shall"}) || (m_draft.is_any(at, {"going"}) && together(at + 1, at) && m_draft.is_word(at + 1, "to"));
        if (will && worker_before(sentence, at) && !(together(at + 1, at) && m_draft.is_any(at + 1, {"not"}) && m_draft.speaks_to == 0)) {
            m_holds.next_step = true;
            return;
        }
        bool to_do = m_draft.is_word(at, "to") && at > sentence.first && at < sentence.first + 6 && together(at + 1, at) && !token(at + 1).is(bits(Class::The, Class::Whose, Class::Number, Class::Month)) && !token(at + 1).has(Capital) &&
                     (token(at - 1).has(Capitals) || m_draft.named[at - 1] > 0 || m_draft.is_any(at - 1, {"school", "mum", "dad", "worker", "nursery", "health", "police", "manager", "carer", "stepfather", "father", "mother"})) && !(at >= 2 && token(at - 2).is(bits(Class::Have)));
        bool next = m_draft.is_word(at, "next") && together(at + 1, at) && m_draft.is_any(at + 1, {"visit", "meeting", "review", "core", "time", "cgm", "contact", "call", "appointment", "session", "steps", "step", "family", "update", "conference", "week", "lac", "cin", "group", "rcpc", "day", "saturday", "dad"}) && sentence.last - sentence.first > 2;
        bool see = m_draft.is_word(at, "see") && token(at).has(Opens) && together(at + 1, at) && m_draft.is_word(at + 1, "you");
        bool review = m_draft.is_any(at, {"review", "visit", "meet", "meeting"}) && together(at + 1, at) && m_draft.is_any(at + 1, {"in", "again", "within", "on", "due", "booked", "planned"}) && (token(at).has(Opens) || at < sentence.first + 3);
        bool be = m_draft.is_word(at, "to") && together(at + 1, at) && m_draft.is_word(at + 1, "be") && at < sentence.first + 8 && together(at + 2, at) && m_draft.document.lower(token(at + 2)).ends_with("ed") && !(at > 0 && token(at - 1).is(bits(Class::Be, Class::Have, Class::Modal, Class::Say))) && !m_draft.is_any(at - 1, {"need", "needs", "required", "wants", "want", "used"});
        m_holds.next_step |= (to_do && !is_over(sentence)) || next || see || review || be;
    }

    bool is_over(const Sentence& sentence) const {
        for (auto at = sentence.first; at < sentence.last; ++at)
            if (m_draft.is_any(at, {"has", "had", "offered", "needs", "was", "were", "continues", "refused", "failed", "spoken"}))
                return true;
        return false;
    }

    bool day_after(const Sentence& sentence, std::size_t at) const {
        for (auto next = at; next < sentence.last && next < at + 14; ++next)
            if (token(next).is(bits(Class::Weekday)) || m_draft.is_any(next, {"tomorrow"}))
                return true;
        return false;
    }

    bool worker_before(const Sentence& sentence, std::size_t at) const {
        if (m_draft.is_any(at, {"i'll", "we'll"}))
            return true;
        for (auto before = at; before-- > sentence.first && before + 14 >= at;)
            if (token(before).is(bits(Class::I, Class::We, Class::You, Class::RoleHead, Class::Body, Class::He, Class::She, Class::They, Class::Relation, Class::It)) || m_draft.named[before] > 0 || (token(before).has(Capital)) || m_draft.is_any(before, {"review", "meeting", "visit", "that", "there"}))
                return m_draft.speaks_to > 0 || !token(before).is(bits(Class::He, Class::She)) || token(before).is(bits(Class::I));
        return false;
    }

    const Draft& m_draft;
    CalledIn m_called;
    SayingIsEnough m_saying;
    Holds m_holds;
    bool m_said = false, m_named_decision = false, m_unnamed_decision = false, m_passive_decision = false;
};

} // namespace

Holds holds_in_words(const Draft& draft, SayingIsEnough saying) { return Searcher(draft, saying).holds(); }

} // namespace lifestory::prose
