#include "prose/decision.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

class Searcher {
public:
    Searcher(const Draft& draft, DecidedIn of) : m_draft(draft), m_of(of) {}

    Decision decision() {
        for (const auto& sentence : m_draft.document.sentences)
            for (auto at = sentence.first; at < sentence.last; ++at)
                if (!token(at).is_set_apart())
                    look(sentence, at);
        m_told.is_made = m_named || m_unnamed;
        m_told.maker |= m_named;
        m_told.maker_if_listed = m_unnamed && !m_passive;
        return m_told;
    }

private:
    const Token& token(std::size_t at) const { return m_draft.token(at); }
    bool together(std::size_t at, std::size_t with) const { return m_draft.same_sentence(at, with); }

    static constexpr std::size_t nowhere = std::size_t(-1);

    // "because", "so that", "to keep you safe", "as nobody was hurt". In a sentence beside the decision, only what can be nothing else.
    bool is_reason(const Sentence& sentence, std::size_t decided) const {
        for (auto at = sentence.first; at < sentence.last; ++at) {
            if (m_draft.is_any<"because", "reason", "reasons", "rationale", "cos">(at) || is_so_since(at) || is_why(at) || (m_draft.is_word<"so">(at) && together(at + 1, at) && m_draft.is_word<"that">(at + 1)))
                return true;
            if (m_draft.is_word<"given">(at) && together(at + 1, at) && m_draft.is_word<"that">(at + 1))
                return true;
            if (decided == nowhere)
                continue;
            if (is_ground(at) || is_after_an_event(at))
                return true;
            bool clause = together(at + 1, at) && (token(at + 1).is(bits(Class::I, Class::We, Class::You, Class::He, Class::She, Class::They, Class::It, Class::The, Class::A, Class::Relation, Class::Not, Class::Nesting)) || token(at + 1).has(Capital) || m_draft.is_any<"nobody", "everybody", "everyone", "nothing", "there">(at + 1));
            if (m_draft.is_any<"as", "since", "given", "so">(at) && clause && (at > sentence.first || sentence.last - sentence.first > 6))
                return true;
            if (m_draft.is_any<"due", "owing", "threshold">(at) || (m_draft.is_word<"light">(at) && at > sentence.first && m_draft.is_word<"in">(at - 1)))
                return true;
            if (m_draft.is_word<"to">(at) && at > decided + 1 && together(at + 1, at) && m_draft.is_any<"keep", "make", "protect", "ensure", "stop", "understand", "give", "help", "avoid", "prevent", "reduce", "allow", "let", "lower">(at + 1))
                return true;
        }
        return false;
    }

    // "since five good weeks are a beginning"; not "since Monday"
    bool is_so_since(std::size_t at) const {
        return m_draft.is_word<"since">(at) && token(at).has(Comma) && together(at + 3, at) && !token(at + 1).is(bits(Class::Month, Class::Weekday)) && !token(at + 1).has(Digits) && !m_draft.is_any<"then", "when", "last">(at + 1);
    }

    bool is_why(std::size_t at) const { // "which is why", "that's why"; that somebody was told why is none
        return m_draft.is_word<"why">(at) && at > 0 && together(at - 1, at) && (token(at - 1).is(Class::Be) || (token(at - 1).has(Owner) && m_draft.is_any<"that", "it", "which">(at - 1)));
    }

    // "based on", "on the basis of", "taking into account", "having heard from", "in case", "in order to"
    bool is_ground(std::size_t at) const {
        bool next = together(at + 1, at);
        return (m_draft.is_word<"based">(at) && next && m_draft.is_any<"on", "upon">(at + 1)) || (m_draft.is_any<"basis", "grounds">(at) && at > 0 && m_draft.is_word<"the">(at - 1)) ||
               (m_draft.is_word<"into">(at) && next && m_draft.is_any<"account", "consideration">(at + 1)) || (m_draft.is_word<"having">(at) && next && m_draft.is_any<"heard", "seen", "read", "considered", "listened", "weighed", "looked">(at + 1)) ||
               (m_draft.is_word<"in">(at) && next && m_draft.is_any<"case", "order">(at + 1) && together(at + 2, at) && !m_draft.is_any<"of", "conference", "in">(at + 2)) || m_draft.is_any<"otherwise">(at);
    }

    // "After Dad hurt you we decided": what somebody did, not "after the meeting" nor what I did.
    bool is_after_an_event(std::size_t at) const {
        if (!m_draft.is_any<"after", "now">(at) || !together(at + 2, at) || (m_draft.is_word<"now">(at) && !m_draft.is_word<"that">(at + 1)))
            return false;
        auto who = m_draft.is_word<"now">(at) ? at + 2 : at + 1;
        if (token(who).is(Class::Whose) && together(who + 1, at))
            ++who;
        if (!token(who).is(bits(Class::You, Class::He, Class::She, Class::They, Class::It, Class::Relation)) && m_draft.named[who] == 0)
            return false;
        for (auto verb = who + 1; verb < who + 4 && together(verb, at); ++verb)
            if (token(verb).is(bits(Class::Past, Class::Say, Class::Be, Class::Have, Class::Do)) || ends_in(m_draft.of(verb), "ed") || m_draft.is_any<"hurt", "hit", "left", "ran", "went", "came", "lost", "broke", "got", "found", "felt", "began", "took", "fell", "threw">(verb))
                return !token(verb).has(Comma);
        return false;
    }

    bool is_passive(std::size_t at) const { return at > 0 && together(at - 1, at) && (token(at - 1).is(Class::Be) || (at > 1 && token(at - 2).is(Class::Be))); }

    bool has_maker(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 6 >= at && together(before, at);)
            if (token(before).is(bits(Class::I, Class::We, Class::He, Class::She, Class::RoleHead, Class::Relation, Class::They, Class::Body)) || m_draft.named[before] > 1 || (token(before).has(Capital) && !token(before).has(Opens)) || m_draft.is_any<"everyone", "everybody", "all", "my", "managers">(before))
                return true;
        for (auto after = at + 1; after < at + 25 && together(after, at); ++after)
            if (m_draft.is_word<"by">(after) && together(after + 1, at) && (m_draft.named[after + 1] > 1 || token(after + 1).is(bits(Class::I, Class::The, Class::Whose)) || token(after + 1).has(Capital) || is_everybody(after + 1)))
                return true;
        return false;
    }

    bool is_everybody(std::size_t at) const { return m_draft.is_any<"all", "everyone", "everybody", "both", "us", "each">(at); }

    bool agreed_by_all(std::size_t at) const { // "We all agreed"; that mum and I agreed on tea is no decision
        return (at > 0 && together(at - 1, at) && m_draft.is_any<"all", "everyone", "both", "panel", "meeting", "group">(at - 1) && !m_draft.is_word<"both">(at - 1)) || token(at).has(Opens) || (m_of == DecidedIn::Meeting && at > 0 && m_draft.is_word<"we">(at - 1));
    }

    // "Mum, Zara and I agreed that you will stay on the plan"; what is for tea is no decision.
    bool is_about_a_plan(std::size_t at) const {
        bool with = m_draft.is_word<"with">(at + 1) && together(at + 3, at) && (m_draft.is_word<"that">(at + 3) || m_draft.is_word<"that">(at + 4)); // "Mum agreed with Ruth that"
        if (!m_draft.is_word<"agreed">(at) || !together(at + 1, at) || (!with && !m_draft.is_any<"that", "to", "for">(at + 1)))
            return false;
        for (auto after = at + 1; after < at + 16 && together(after, at); ++after)
            if (m_draft.is_any<"plan", "protection", "conference", "enquiry", "assessment", "order", "court", "placement", "section", "close", "end", "stay", "stays", "move", "moves", "live", "lives", "contact">(after))
                return true;
        return false;
    }

    bool is_to_go_ahead(std::size_t at) const { // "An enquiry is to take place", "the move is to go ahead"
        return m_draft.is_any<"take", "go">(at) && at > 1 && together(at - 2, at) && m_draft.is_word<"to">(at - 1) && m_draft.is_any<"is", "are">(at - 2) && together(at + 1, at) && m_draft.is_any<"place", "ahead">(at + 1);
    }

    bool is_told_as_made(std::size_t at) const { // "The decision is to end the plan"
        if (!m_draft.is_word<"decision">(at) || !together(at + 1, at))
            return false;
        if (at > 0 && token(at - 1).is(Class::The) && together(at + 2, at) && m_draft.is_any<"is", "was">(at + 1) && m_draft.is_any<"to", "that">(at + 2))
            return true;
        auto verb = at + 1 + (m_draft.is_any<"was", "has">(at + 1) ? 1 : 0);
        verb += m_draft.is_word<"been">(verb);
        if (!together(verb + 1, at) || !m_draft.is_any<"made", "taken", "reached">(verb))
            return false;
        for (auto what = verb + 1; what < verb + 5 && together(what, at); ++what)
            if (m_draft.is_any<"to", "that", "not", "for">(what))
                return true;
        return false; // "Decision was made to stop"
    }

    // "C&F agreed." "Section 47 agreed." as the whole of what is said
    bool is_noted(std::size_t at) const {
        const auto& sentence = m_draft.document.sentence_of(token(at));
        return m_draft.is_any<"agreed", "approved", "authorised">(at) && at + 1 == sentence.last && at > sentence.first && at < sentence.first + 5 && (token(at - 1).has(Capitals) || token(at - 1).has(Digits)) && m_draft.named[at - 1] == 0;
    }

    bool is_screened(std::size_t at) const { return m_draft.is_any<"screened", "rag-rated", "triaged">(at) && together(at + 1, at) && m_draft.is_any<"as", "at", "for", "to">(at + 1) && (token(at).has(Opens) || is_passive(at)); }

    // "I have stopped the home visits", "I said yes": a worker's own decision, which wants its reason.
    bool is_done_by_me(std::size_t at) const {
        bool mine = at > 0 && together(at - 1, at) && (token(at - 1).is(bits(Class::I, Class::We)) || (m_draft.is_any<"have", "'ve", "has">(at - 1) && at > 1 && token(at - 2).is(bits(Class::I, Class::We))));
        if (!mine || !together(at + 1, at))
            return false;
        bool ends = m_draft.is_any<"stopped", "ended", "suspended", "cancelled", "closed", "paused", "refused">(at) && (m_draft.is_any<"visits", "contact", "case", "overnights", "overnight", "plan", "placement">(at + 1) || (together(at + 2, at) && m_draft.is_any<"visits", "contact", "case", "overnights", "plan", "placement">(at + 2)) || (together(at + 3, at) && m_draft.is_any<"visits", "contact">(at + 3)));
        bool allows = m_draft.is_word<"said">(at) && m_draft.is_any<"yes", "no">(at + 1) && was_asked_to_allow(at);
        return ends || allows;
    }

    bool was_asked_to_allow(std::size_t said) const { // "She asked if she can take you to the market. I said yes."
        for (auto at = said; at-- > 0 && at + 30 >= said;)
            if (m_draft.is_any<"if", "whether">(at) && at > 0 && m_draft.is_any<"asked", "asks">(at - 1))
                for (auto may = at + 1; may < at + 6; ++may)
                    if (m_draft.is_any<"can", "could", "may", "might">(may) && !m_draft.is_any<"be">(may + 1))
                        return !token(may - 1).is(Class::You);
        return false;
    }

    bool is_somebodys(std::size_t at) const { // "Decision by Ann Foley"; a decision by Friday is one to come
        return m_draft.is_word<"decision">(at) && together(at + 2, at) && m_draft.is_word<"by">(at + 1) && token(at + 2).has(Capital) && !token(at + 2).is(bits(Class::Month, Class::Weekday));
    }

    bool is_about_meeting(std::size_t at) const { // "We all agreed to meet again on 9 May": what happens next, no decision
        return m_draft.is_word<"agreed">(at) && together(at + 2, at) && m_draft.is_word<"to">(at + 1) && m_draft.is_any<"meet", "talk", "speak", "chat">(at + 2);
    }

    void look(const Sentence& sentence, std::size_t at) {
        bool decided = m_draft.is_any<"decided", "decides", "decide", "approved">(at) || (m_draft.is_any<"decision", "agreed", "outcome">(at) && (m_draft.after(at) == ':' || is_passive(at) || (m_draft.is_word<"agreed">(at) && agreed_by_all(at)) || m_draft.is_word<"my">(at - (at > 0)))) ||
                       is_about_a_plan(at) || is_noted(at) || is_screened(at) || is_done_by_me(at) || (m_draft.is_word<"felt">(at) && is_passive(at)) || is_to_go_ahead(at) || is_told_as_made(at) || (m_draft.is_word<"further">(at) && at > 0 && m_draft.is_word<"no">(at - 1)) || m_draft.is_word<"nfa">(at);
        if (is_somebodys(at)) { // who made what stands above it, and why
            m_told.maker = true;
            m_told.reason |= is_reason(sentence, at);
        }
        if (!decided || will_be(at) || (m_draft.is_word<"agreed">(at) && with_child(at)))
            return;
        if (m_draft.is_any<"decide", "decides">(at) && !has_past(at))
            return;
        bool reason = is_reason(sentence, at);
        auto number = token(at).sentence;
        for (auto near : {number - (number > 0), number + 1})
            if (near < m_draft.document.sentences.size())
                reason |= is_reason(m_draft.document.sentences[near], nowhere);
        m_told.reason |= reason;
        if (is_about_meeting(at))
            return;
        bool named = has_maker(at) && !(is_passive(at) && m_draft.is_any<"was", "been", "is", "were">(at - (at > 0)) && !by(at));
        named &= !is_all_of_us(at);
        (named ? m_named : m_unnamed) = true;
        m_passive |= !named && is_passive(at);
    }

    // "We all agreed": who that was stands where those are named who came, or nowhere.
    bool is_all_of_us(std::size_t at) const {
        return m_of == DecidedIn::Meeting && m_draft.is_word<"agreed">(at) && at > 1 && together(at - 2, at) && m_draft.is_any<"all", "everyone", "everybody">(at - 1) && token(at - 2).is(bits(Class::We));
    }

    bool by(std::size_t at) const {
        for (auto after = at + 1; after < at + 25 && together(after, at); ++after)
            if (m_draft.is_word<"by">(after) && together(after + 1, at) && (m_draft.named[after + 1] > 1 || token(after + 1).is(bits(Class::I)) || token(after + 1).has(Capital) || is_everybody(after + 1) || (together(after + 2, at) && token(after + 2).is(bits(Class::RoleHead, Class::RoleBefore, Class::Body)))))
                return true;
        return false;
    }

    bool has_past(std::size_t at) const { return at > 0 && together(at - 1, at) && token(at - 1).is(Class::Do); }
    bool with_child(std::size_t at) const { return at > 0 && together(at - 1, at) && m_draft.is_any<"you">(at - 1); }
    bool will_be(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 4 >= at && together(before, at);)
            if (m_draft.is_any<"will", "would", "can", "if", "could", "until", "when">(before))
                return true;
        return false;
    }

    const Draft& m_draft;
    DecidedIn m_of;
    Decision m_told;
    bool m_named = false, m_unnamed = false, m_passive = false;
};

} // namespace

Decision decision_in(const Draft& draft, DecidedIn of) { return Searcher(draft, of).decision(); }

} // namespace lifestory::prose
