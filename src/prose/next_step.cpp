#include "prose/next_step.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

class Searcher {
public:
    explicit Searcher(const Draft& draft) : m_draft(draft) {}

    bool is_said() const {
        for (const auto& sentence : m_draft.document.sentences)
            for (auto at = sentence.first; at < sentence.last; ++at)
                if (!token(at).is_set_apart() && is_said_at(sentence, at))
                    return true;
        return false;
    }

private:
    const Token& token(std::size_t at) const { return m_draft.token(at); }
    bool together(std::size_t at, std::size_t with) const { return m_draft.same_sentence(at, with); }

    bool is_said_at(const Sentence& sentence, std::size_t at) const {
        bool can = m_draft.is_any<"can", "should">(at) && day_after(sentence, at);
        bool said = can || (m_draft.is_word<"should">(at) && together(at + 1, at) && m_draft.is_word<"be">(at + 1) && together(at + 2, at) && ends_in(m_draft.of(at + 2), "ed")) || (m_draft.is_word<"will">(at) && token(at).has(Opens));
        bool will = m_draft.is_any<"will", "i'll", "we'll", "shall">(at) || (m_draft.is_any<"going">(at) && together(at + 1, at) && m_draft.is_word<"to">(at + 1));
        if (will && !is_no_step(sentence, at) && !is_what_you_will_be(at) && worker_before(sentence, at) && !(together(at + 1, at) && m_draft.is_any<"not">(at + 1) && m_draft.speaks_to == 0))
            return true;
        bool to_do = m_draft.is_word<"to">(at) && at > sentence.first && at < sentence.first + 6 && together(at + 1, at) && !token(at + 1).is(bits(Class::The, Class::Whose, Class::Number, Class::Month)) && !token(at + 1).has(Capital) &&
                     (token(at - 1).has(Capitals) || m_draft.named[at - 1] > 0 || m_draft.is_any<"school", "mum", "dad", "worker", "nursery", "health", "police", "manager", "carer", "stepfather", "father", "mother">(at - 1)) && !(at >= 2 && token(at - 2).is(bits(Class::Have)));
        bool train_day = m_draft.is_word<"next">(at) && together(at + 3, at) && (m_draft.is_word<"is">(at + 2) || m_draft.is_word<"is">(at + 3)) && is_day_to_come(sentence, at);
        bool booked = m_draft.is_any<"booked">(at) && !is_past_booking(sentence, at);
        said |= train_day || booked;
        bool next = m_draft.is_word<"next">(at) && together(at + 1, at) && m_draft.is_any<"visit", "meeting", "review", "core", "time", "cgm", "contact", "call", "appointment", "session", "steps", "step", "family", "update", "conference", "week", "lac", "cin", "group", "rcpc", "day", "saturday", "dad">(at + 1) && sentence.last - sentence.first > 2;
        bool see = m_draft.is_word<"see">(at) && token(at).has(Opens) && together(at + 1, at) && m_draft.is_word<"you">(at + 1);
        bool review = m_draft.is_any<"review", "visit", "meet", "meeting">(at) && together(at + 1, at) && m_draft.is_any<"in", "again", "within", "on", "due", "booked", "planned">(at + 1) && (token(at).has(Opens) || at < sentence.first + 3);
        bool be = m_draft.is_word<"to">(at) && together(at + 1, at) && m_draft.is_word<"be">(at + 1) && at < sentence.first + 8 && together(at + 2, at) && ends_in(m_draft.of(at + 2), "ed") && !(at > 0 && token(at - 1).is(bits(Class::Be, Class::Have, Class::Modal, Class::Say))) && !m_draft.is_any<"need", "needs", "required", "wants", "want", "used">(at - 1);
        said |= is_on_the_way(sentence, at) || (at == sentence.first && (is_appointment(sentence) || is_said_of_what_comes(sentence)));
        said |= is_charged(sentence, at);
        return said || (to_do && !is_over(sentence)) || next || see || review || be;
    }

    // "Precious must be seen every week by Kit"
    bool is_charged(const Sentence& sentence, std::size_t at) const {
        if (!m_draft.is_any<"must", "should">(at) || !together(at + 2, at) || !m_draft.is_word<"be">(at + 1) || token(at + 2).is(bits(Class::The, Class::A)))
            return false;
        for (auto by = at + 3; by + 1 < sentence.last && by < at + 12; ++by)
            if (m_draft.is_word<"by">(by) && (m_draft.named[by + 1] > 1 || token(by + 1).is(bits(Class::I, Class::RoleHead, Class::RoleBefore, Class::Weekday, Class::Month)) || token(by + 1).has(Digits)))
                return true;
        return false;
    }

    bool is_past_booking(const Sentence& sentence, std::size_t at) const {
        for (auto before = at; before-- > sentence.first && before + 6 >= at;)
            if (m_draft.is_any<"was", "were", "had", "you", "never", "not">(before))
                return true;
        return at == sentence.first || !(token(at - 1).is(bits(Class::Be, Class::Have)) || m_draft.is_any<"van", "got", "is", "has", "are">(at - 1) || together(at + 1, at));
    }

    // "I will not pretend", "there will be another", "it is hoped it will", "is going to be backdated", "I am going to say that again"
    bool is_no_step(const Sentence& sentence, std::size_t at) const {
        if (m_draft.is_word<"going">(at))
            return is_going_of_nobody(sentence, at);
        if (together(at + 1, at) && m_draft.is_any<"not", "never", "always">(at + 1))
            return true;
        if (together(at + 1, at) && m_draft.is_any<"pretend", "admit", "remember", "forget", "miss", "cherish">(at + 1))
            return true;
        for (auto before = at; before-- > sentence.first && before + 6 >= at;)
            if (m_draft.is_any<"anticipated", "hoped", "expected", "think", "thinks", "worry", "worried", "afraid", "says", "say">(before))
                return m_draft.is_any<"anticipated", "hoped", "expected">(before);
        bool of_things = at > sentence.first && m_draft.is_any<"this", "that", "there", "which", "it">(at - 1);
        if (!of_things)
            return false;
        for (auto thing = at + 1; thing < at + 8 && thing < sentence.last; ++thing)
            if (m_draft.is_any<"meeting", "review", "visit", "appointment", "conference", "assessment", "hearing", "call", "letter", "reviewed", "discussed", "checked">(thing) || token(thing).is(bits(Class::Weekday, Class::Month)))
                return false;
        return !m_draft.says_you(at);
    }

    bool is_going_of_nobody(const Sentence& sentence, std::size_t at) const {
        auto verb = at + 2;
        while (m_draft.is_any<"try", "and", "to", "now">(verb))
            ++verb;
        if (m_draft.is_any<"say", "write", "explain", "tell", "be">(verb) && verb < sentence.last)
            return !m_draft.is_word<"be">(verb) || (verb + 1 < sentence.last && ends_in(m_draft.of(verb + 1), "ed") && !worker_is_near(sentence, at));
        return false;
    }

    bool worker_is_near(const Sentence& sentence, std::size_t at) const {
        for (auto before = at; before-- > sentence.first && before + 4 >= at;)
            if (token(before).is(bits(Class::I, Class::We, Class::You, Class::RoleHead)) || m_draft.named[before] > 0)
                return true;
        return false;
    }

    // "you will be sixteen": nobody does anything
    bool is_what_you_will_be(std::size_t at) const {
        if (at == 0 || !together(at + 2, at) || !m_draft.is_word<"you">(at - 1) || !m_draft.is_word<"be">(at + 1))
            return false;
        return token(at + 2).is(Class::Number) || ends_in(m_draft.of(at + 2), "teen") || m_draft.is_any<"ten", "eleven", "twelve", "happy", "glad", "proud", "pleased">(at + 2);
    }

    // "I am coming to you tonight", "Mum is taking you on Friday"
    bool is_on_the_way(const Sentence& sentence, std::size_t at) const {
        if (at == sentence.first)
            return false;
        bool is_doing = ends_in(m_draft.of(at), "ing") && m_draft.of(at).size() > 4 && !m_draft.is_any<"morning", "evening", "during", "going">(at);
        bool is_set = m_draft.is_any<"booked", "due", "planned", "arranged", "fixed", "round", "back", "at", "on">(at);
        bool now = m_draft.is_any<"am", "is", "are", "i'm", "we're", "she's", "he's", "they're">(at - 1) || (at > sentence.first + 1 && token(at - 1).has(Owner) && is_doing);
        if (now && is_doing)
            return is_day_to_come(sentence, at) && !m_draft.is_any<"feeling", "saying", "thinking", "enjoying", "growing", "doing">(at);
        if (now && is_set && (m_draft.is_any<"booked", "planned", "arranged">(at) || (is_meeting_before(sentence, at) && is_day_to_come(sentence, at)) || (m_draft.is_any<"round", "back">(at) && is_day_to_come(sentence, at))))
            return true;
        if (m_draft.is_any<"list", "diary">(at) && m_draft.is_any<"my", "our", "her", "his">(at - 1))
            return is_day_to_come(sentence, at) || m_draft.is_any<"on">(at - 2);
        return m_draft.is_any<"slot", "appointment">(at) && is_day_to_come(sentence, at) && !is_over(sentence);
    }

    bool is_meeting_before(const Sentence& sentence, std::size_t at) const {
        for (auto before = at; before-- > sentence.first && before + 7 >= at;)
            if (m_draft.is_any<"review", "meeting", "visit", "appointment", "hearing", "conference", "session", "one", "call", "assessment", "group">(before))
                return true;
        return false;
    }

    bool is_day_to_come(const Sentence& sentence, std::size_t at) const {
        for (auto next = at + 1; next < sentence.last && next < at + 16; ++next) {
            bool nth = m_draft.is_word<"the">(next - 1) && (token(next).has(Digits) || ends_in(m_draft.of(next), "th") || ends_in(m_draft.of(next), "first") || ends_in(m_draft.of(next), "second") || ends_in(m_draft.of(next), "third"));
            bool dated = token(next).has(Digits) && m_draft.after(next) == '/';
            if (nth || dated || token(next).is(bits(Class::Weekday, Class::Month)) || m_draft.is_any<"tonight", "tomorrow", "next">(next) || (m_draft.is_word<"morning">(next) && m_draft.is_word<"the">(next - 1)) || (m_draft.is_any<"half", "quarter">(next) && m_draft.is_word<"at">(next - 1)))
                return !m_draft.is_any<"last", "since", "every", "each", "until", "till">(next - 1) && !m_draft.is_any<"last", "since", "every", "each", "until", "till">(next - 2 + (next < 2 ? 2 : 0));
        }
        return false;
    }

    // "Saturday the twentieth, half past ten, at my office.": a day and a place, and no verb of before
    bool is_appointment(const Sentence& sentence) const {
        if (sentence.last - sentence.first > 14 || sentence.last - sentence.first < 3 || m_draft.lines[sentence.line] != LineKind::Prose || sentence.first < m_draft.document.tokens.size() / 2)
            return false;
        bool day = token(sentence.first).is(Class::Weekday) || token(sentence.first + 1).is(Class::Weekday) || (m_draft.is_any<"pier", "same", "then", "usual">(sentence.first) && is_day_to_come(sentence, sentence.first));
        for (auto at = sentence.first; day && at < sentence.last; ++at)
            if (token(at).is(bits(Class::Be, Class::Have, Class::Do, Class::Past, Class::Meet, Class::Tell, Class::Say)) || ends_in(m_draft.of(at), "ed"))
                return false;
        return day;
    }

    // "You see your mother again on 6 December.", "The bed comes tomorrow.", "Next: night light, me, by Friday."
    bool is_said_of_what_comes(const Sentence& sentence) const {
        if (m_draft.is_word<"next">(sentence.first) && m_draft.after(sentence.first) == ':')
            return true;
        if (sentence.first < m_draft.document.tokens.size() / 2 || m_draft.lines[sentence.line] == LineKind::Heading)
            return false;
        bool comes = false;
        for (auto at = sentence.first; at < sentence.last; ++at) {
            if (token(at).is_set_apart())
                return false;
            bool past = ends_in(m_draft.of(at), "ed") || token(at).is(Class::Past) || m_draft.is_any<"was", "were", "had", "did", "been", "came", "went", "told", "said", "saw", "rang", "met", "got", "has", "have", "brought", "took", "gave", "since", "born", "turned", "every", "each", "usually", "always">(at);
            if (past && !m_draft.is_any<"booked", "planned", "arranged">(at))
                return false;
            comes |= m_draft.is_any<"see", "sees", "meet", "meets", "come", "comes", "ring", "rings", "write", "read", "look", "visit", "visits", "go", "goes", "start", "starts", "begin", "begins", "move", "moves", "talk", "is", "booked", "back", "by", "again">(at);
        }
        return comes && is_day_to_come(sentence, sentence.first) ;
    }

    bool is_over(const Sentence& sentence) const {
        for (auto at = sentence.first; at < sentence.last; ++at)
            if (m_draft.is_any<"has", "had", "offered", "needs", "was", "were", "continues", "refused", "failed", "spoken">(at))
                return true;
        return false;
    }

    bool day_after(const Sentence& sentence, std::size_t at) const {
        for (auto next = at; next < sentence.last && next < at + 14; ++next)
            if (token(next).is(bits(Class::Weekday, Class::Month)) || m_draft.is_any<"tomorrow">(next))
                return true;
        return false;
    }

    bool worker_before(const Sentence& sentence, std::size_t at) const {
        if (m_draft.is_any<"i'll", "we'll">(at))
            return true;
        for (auto before = at; before-- > sentence.first && before + 14 >= at;)
            if (token(before).is(bits(Class::I, Class::We, Class::You, Class::RoleHead, Class::Body, Class::He, Class::She, Class::They, Class::Relation, Class::It)) || m_draft.named[before] > 0 || (token(before).has(Capital)) || m_draft.is_any<"review", "meeting", "visit", "that", "there">(before))
                return m_draft.speaks_to > 0 || !token(before).is(bits(Class::He, Class::She)) || token(before).is(bits(Class::I));
        return false;
    }

    const Draft& m_draft;
};

} // namespace

bool tells_next_step(const Draft& draft) { return Searcher(draft).is_said(); }

} // namespace lifestory::prose
