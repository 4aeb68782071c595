#include "prose/missing.h"

#include <algorithm>

#include "prose/called.h"

namespace lifestory::prose {

namespace {

class Searcher {
public:
    Searcher(const Draft& draft, SayingIsEnough saying) : m_draft(draft), m_called(called_in(draft)), m_saying(saying) {
        m_is_baby = draft.people.front().full.starts_with("baby") || says_weeks_old();
    }

    Holds holds() {
        for (const auto& sentence : m_draft.document.sentences)
            for (auto at = sentence.first; at < sentence.last; ++at)
                look(sentence, at);
        for (std::size_t line = 0; line < m_draft.lines.size(); ++line)
            m_holds.who_was_present |= m_draft.lines[line] == LineKind::Present;
        m_holds.decision_maker |= m_unnamed_decision && m_holds.who_was_present && !m_passive_decision;
        m_holds.decision = m_unnamed_decision || m_named_decision;
        m_holds.decision_maker |= m_named_decision;
        m_holds.how_views_obtained |= m_saying == SayingIsEnough::Yes && (m_said || is_baby());
        return m_holds;
    }

private:
    const Token& token(std::size_t at) const { return m_draft.token(at); }
    bool together(std::size_t at, std::size_t with) const { return m_draft.same_sentence(at, with); }

    bool is_child(std::size_t at) const {
        if (token(at).is(Class::You) || m_draft.is_child(at))
            return true;
        return m_called.of_word[at] != Called::No;
    }

    // "you told me", "she wants" where she is the child, "you and Pam said".
    bool child_does(std::size_t verb) const {
        bool crossed = false;
        for (auto at = verb; at-- > 0 && at + 5 >= verb && together(at, verb);) {
            if (is_child(at) && !m_draft.is_any<"your", "yours">(at))
                return !(crossed && together(at - (at > 0), at) && token(at - (at > 0)).is(bits(Class::Meet, Class::Tell))); // not "I rang you and told Mum"
            crossed |= token(at).is(Class::Conjunction);
            bool pronoun = token(at).is(bits(Class::He, Class::She)) && m_draft.speaks_to == 0 && !spoken_by_other(at);
            if (pronoun)
                return true;
            if (!token(at).is(bits(Class::Adverb, Class::Have, Class::Modal, Class::Do, Class::Be, Class::Conjunction, Class::Not, Class::Month)) && !m_draft.is_any<"both", "all", "once", "first", "to", "me", "me">(at))
                break;
        }
        return does_two_things(verb);
    }

    // "You came to the telephone and told me": the one who came told. In "I rang you and told Mum" you are not.
    bool does_two_things(std::size_t verb) const {
        if (verb == 0 || !together(verb - 1, verb) || !m_draft.is_any<"and", "then">(verb - 1))
            return false;
        for (auto at = verb - 1; at-- > 0 && at + 14 >= verb && together(at, verb);) {
            bool begins = token(at).has(Opens) || token(at).has(Comma) || m_draft.is_any<"and", "but", "when", "because", "after", "that">(at - (at > 0));
            if (m_draft.is_word<"you">(at) || m_draft.is_child(at))
                return begins;
            if (token(at).is(Class::Whose))
                continue;
            if (token(at).is(bits(Class::I, Class::He, Class::She, Class::They)) || (token(at).is(bits(Class::Relation, Class::RoleHead)) && begins) || (m_draft.named[at] > 1 && begins))
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
            auto gender = m_draft.named[before] > 1 ? m_draft.people[m_draft.named[before] - 1u].gender : Gender::Unknown;
            if (gender != Gender::Unknown && gender != (token(at).is(Class::He) ? Gender::He : Gender::She))
                continue; // "Saw Gwen with Ieuan. She told me": he is not she
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
        look_for_how(at);
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
        bool says = token(at).is(Class::Tell) || m_draft.is_any<"asked", "ask", "think", "thought", "described", "explained", "chose", "chosen", "agreed", "answered", "shouted", "worry", "worried", "miss", "smiled", "laughed", "nodded", "cried", "hugged", "sang", "drew",
                                                                     "pointed", "signed", "reached", "babbled", "cooed", "gurgled", "giggled", "grinned", "beamed", "waved", "clapped", "squealed", "excited", "happy", "sad", "scared", "proud", "cross", "upset", "rang", "texted", "talked", "said", "would", "hoped", "disclosed", "drawn", "typed", "rather", "reckoned", "whispered", "written", "wrote", "put">(at);
        says |= is_baby() && m_draft.is_any<"looked", "turned", "followed", "kicked", "held", "gripped", "settled", "calmed", "slept", "woke", "fed", "yawned", "wriggled", "rolled", "crawled", "startled">(at);
        if (!says || !child_does(at))
            return;
        bool formal = m_draft.is_any<"disclosed", "agreed", "upset", "talked", "rang", "hugged", "would">(at) && m_draft.speaks_to == 0;
        if (!formal)
            m_holds.child_voice = true;
        m_said |= m_draft.is_any<"said", "told", "asked", "say", "tell", "texted", "rang", "talked", "explained", "drew", "showed", "whispered", "shouted">(at);
        m_holds.how_views_obtained |= m_draft.is_any<"drew", "drawn", "texted", "typed", "wrote", "written", "pointed">(at) || is_told_to_somebody(at) || is_asked_for(at);
    }

    // What a baby did is her voice: "Baby Corey", or "you are 5 weeks old".
    bool is_baby() const { return m_is_baby; }

    bool says_weeks_old() const {
        for (std::size_t at = 2; at < m_draft.document.tokens.size(); ++at)
            if (m_draft.is_word<"old">(at) && m_draft.is_any<"months", "weeks", "week", "days">(at - 1) && together(at - 2, at))
                for (auto who = at - 2; who-- > 0 && who + 6 >= at && together(who, at);)
                    if (is_child(who))
                        return true;
        return false;
    }

    // ---- how the views came

    bool is_hearer(std::size_t at, std::size_t with) const { // me, your nan, Rhoda, everybody, the nurse
        if (!together(at, with))
            return false;
        if (m_draft.is_any<"the", "a">(at))
            return together(at + 1, with) && token(at + 1).is(bits(Class::RoleHead, Class::RoleBefore, Class::Relation, Class::Friend));
        return token(at).is(bits(Class::I, Class::We, Class::Relation, Class::Whose, Class::Title, Class::RoleHead)) || m_draft.named[at] > 1 || m_draft.is_any<"everybody", "everyone", "us", "them", "her", "him", "staff", "somebody", "someone">(at) ||
               (token(at).has(Capital) && !token(at).has(Opens) && !token(at).is(bits(Class::Month, Class::Weekday, Class::You)));
    }

    bool is_told_to_somebody(std::size_t at) const {
        if (m_draft.is_any<"told", "showed", "asked", "tell", "drew", "rang", "texted", "explained", "sent", "gave">(at) && is_hearer(at + 1, at))
            return true;
        if (m_draft.is_any<"said", "whispered", "shouted", "talked", "sang", "explained">(at))
            for (auto to = at + 1; to < at + 14 && together(to, at); ++to)
                if (m_draft.is_any<"to", "at", "with">(to) && is_hearer(to + 1, at))
                    return true;
        return false;
    }

    bool is_asked_for(std::size_t at) const { // "when I visited you said", "when asked he said"
        const auto& sentence = m_draft.document.sentence_of(token(at));
        for (auto when = sentence.first; when < sentence.last; ++when)
            if (m_draft.is_any<"when", "after", "while", "as", "on">(when))
                for (auto met = when + 1; met < when + 4 && together(met, when); ++met)
                    if (token(met).is(Class::Meet) || m_draft.is_any<"being", "asking", "meeting", "visit", "visits">(met))
                        return true;
        return false;
    }

    // "I asked you", "Rhoda spoke with Kyle": somebody went to hear it. That I will see you, or rang your school, is no such thing.
    bool hears_the_child(std::size_t at) const {
        if (!m_draft.is_any<"asked", "talked", "spoke", "chatted", "met", "spoken", "seen", "listened", "consulted">(at))
            return false;
        bool who = false, child = false;
        for (auto before = at; before-- > 0 && before + 5 >= at && together(before, at);)
            who |= token(before).is(bits(Class::I, Class::We, Class::RoleHead)) || m_draft.named[before] > 1;
        for (auto after = at + 1; after <= at + 3 && together(after, at); ++after)
            child |= is_child(after) && !token(after).is(Class::Whose) && !token(after).has(Owner);
        return who && child;
    }

    bool did_together(std::size_t at) const { // "we read it together"
        if (!m_draft.is_word<"together">(at))
            return false;
        for (auto before = at; before-- > 0 && before + 8 >= at && together(before, at);)
            if (token(before).is(Class::We) && m_draft.is_any<"read", "filled", "did", "made", "wrote", "looked", "played", "drew", "completed", "went">(before + 1))
                return true;
        return false;
    }

    void look_for_how(std::size_t at) {
        bool made = m_draft.is_any<"drawing", "drawings", "drew", "worksheet", "houses", "questionnaire">(at) && m_draft.says_you(at);
        bool sent = m_draft.is_any<"thoughts", "views", "note", "notes", "message", "messages", "text", "texts", "letter", "picture">(at) && at > 0 && together(at - 1, at) && (m_draft.is_any<"your", "voice">(at - 1) || said_before<"left", "sent", "handed", "passed">(at, 4)) && m_draft.says_you(at);
        bool seen = m_draft.is_any<"hear", "heard", "watched", "watching">(at) && together(at + 1, at) && token(at + 1).is(Class::You);
        bool noted = m_draft.is_any<"wrote">(at) && at > 0 && token(at - 1).is(Class::I) && m_draft.says_you(at); // "You talked, I wrote."
        m_holds.how_views_obtained |= noted || seen || made || sent || hears_the_child(at) || did_together(at);
    }

    // ---- who was there

    bool is_meeting(std::size_t at, std::size_t with) const {
        for (auto word = at; word < at + 4 && together(word, with); ++word)
            if (m_draft.is_any<"meeting", "core", "conference", "group", "discussion", "review", "call", "visit", "strategy", "session", "screen", "teams", "phone", "online", "line">(word))
                return true;
        return false;
    }

    template <Letters... words> bool said_before(std::size_t at, std::size_t reach) const {
        for (auto before = at; before-- > 0 && before + reach >= at && together(before, at);)
            if (m_draft.is_any<words...>(before))
                return true;
        return false;
    }

    bool person_before(std::size_t at) const {
        for (auto before = at; before-- > 0 && before + 6 >= at && together(before, at);)
            if (m_draft.named[before] > 1 || token(before).is(bits(Class::Relation, Class::RoleHead, Class::I, Class::We)) || m_draft.is_any<"people", "everyone", "who", "these">(before))
                return true;
        return false;
    }

    bool follows(std::size_t at, std::size_t of) const { return at > 0 && together(at - 1, of); }

    // "nobody else", "just the two of us", "on your own with me", "Mum stayed in the room", "Ms Dale sat in", "one to one"
    bool says_who_was_near(std::size_t at) const {
        if (m_draft.is_word<"else">(at))
            return follows(at, at) && (m_draft.is_any<"nobody", "noone">(at - 1) || (m_draft.is_word<"one">(at - 1) && at > 1 && m_draft.is_word<"no">(at - 2)));
        if (m_draft.is_word<"us">(at))
            return at > 1 && together(at - 2, at) && m_draft.is_word<"of">(at - 1) && token(at - 2).is(Class::Number);
        if (m_draft.is_any<"yourself", "himself", "herself", "themselves">(at))
            return follows(at, at) && m_draft.is_word<"by">(at - 1) && said_before<"seen", "saw", "see", "spoke", "spoken", "met", "talked", "visited", "chatted">(at, 8);
        if (m_draft.is_any<"room", "table">(at))
            return at > 1 && together(at - 2, at) && token(at - 1).is(bits(Class::The, Class::A)) && m_draft.is_any<"in", "round", "around">(at - 2) && (person_before(at) || is_person_after(at)) && !is_childs_room(at);
        if (m_draft.is_any<"in", "home", "out">(at) && follows(at, at) && m_draft.is_any<"was", "were">(at - 1) && person_before(at - 1) && (!together(at + 1, at) || token(at + 1).has(Apart) || m_draft.is_any<"and", "when", "but">(at + 1)))
            return !m_draft.is_word<"out">(at);
        if (m_draft.is_word<"in">(at))
            return follows(at, at) && m_draft.is_any<"sat", "dialled", "dialed">(at - 1) && person_before(at - 1) && (!together(at + 1, at) || token(at + 1).is(bits(Class::Preposition, Class::Conjunction)));
        if (m_draft.is_any<"one", "1">(at))
            return at > 1 && together(at - 2, at) && m_draft.is_word<"to">(at - 1) && m_draft.is_any<"one", "1">(at - 2);
        return m_draft.is_word<"private">(at) && follows(at, at) && m_draft.is_word<"in">(at - 1) && said_before<"seen", "saw", "see", "spoke", "spoken", "met", "talked">(at, 8);
    }

    bool is_person_after(std::size_t at) const { // "round the table were Pam, Mr Dale and me"
        for (auto after = at + 1; after < at + 5 && together(after, at); ++after)
            if (m_draft.named[after] > 1 || token(after).is(bits(Class::Relation, Class::RoleHead, Class::Title)))
                return true;
        return false;
    }

    bool is_childs_room(std::size_t at) const { // "Mum put a lamp in the room", "you found him in the room"
        return said_before<"put", "left", "found", "painted", "slept", "sleeps", "locked", "bed", "share", "shared", "shares">(at, 9);
    }

    bool is_when_i_was(std::size_t there) const { // "when I was there": nobody else is told of
        return there > 2 && together(there - 3, there) && token(there - 2).is(Class::I) && m_draft.is_any<"when", "while", "as", "because">(there - 3);
    }

    bool says_who_came(std::size_t at) const {
        if (says_who_was_near(at))
            return true;
        if (m_draft.is_any<"attendees">(at))
            return true;
        if (m_draft.is_word<"attended">(at))
            return person_before(at) && (!together(at + 1, at) || m_draft.is_any<"by", "via", "virtually", "remotely", "too">(at + 1) || (m_draft.is_any<"the", "this", "today's">(at + 1) && together(at + 2, at) && m_draft.is_any<"meeting", "core", "conference", "discussion", "strategy", "review", "visit">(at + 2)));
        if (m_draft.is_word<"attendance">(at))
            return at > 0 && m_draft.is_word<"in">(at - 1);
        if (m_draft.is_word<"joined">(at))
            return together(at + 1, at) && (m_draft.is_any<"us", "by", "online", "via", "remotely">(at + 1) || is_meeting(at + 1, at));
        if (m_draft.is_word<"alone">(at))
            return said_before<"seen", "saw", "see", "spoke", "spoken", "met", "talked", "visited">(at, 6);
        if (m_draft.is_word<"together">(at))
            return said_before<"met", "got", "sat", "gathered", "came">(at, 4) && people_near(at) >= (m_saying == SayingIsEnough::Yes ? 1u : 3u);
        if (m_draft.is_word<"there">(at))
            return at > 0 && together(at - 1, at) && m_draft.is_any<"were", "was", "too">(at - 1) && person_before(at) && !is_when_i_was(at);
        if (m_draft.is_word<"own">(at))
            return at > 1 && together(at - 2, at) && token(at - 1).is(Class::Whose) && m_draft.is_any<"on", "by">(at - 2) && said_before<"seen", "saw", "see", "spoke", "spoken", "met", "talked", "visited", "chatted">(at, 8);
        return m_draft.is_word<"us">(at) && at > 0 && together(at - 1, at) && (m_draft.is_word<"just">(at - 1) || (m_saying == SayingIsEnough::Yes && m_draft.is_word<"of">(at - 1)));
    }

    std::size_t people_near(std::size_t at) const { // not counting the child
        const auto& sentence = m_draft.document.sentence_of(token(at));
        std::size_t count = 0;
        for (auto near = std::max<std::size_t>(sentence.first, at > 30 ? at - 30 : 0); near < std::min<std::size_t>(sentence.last, at + 40); ++near) {
            bool goes_on = near > sentence.first && !token(near).has(Comma) && (m_draft.named[near - 1] > 1 || token(near - 1).is(bits(Class::Relation, Class::Title)));
            bool other = token(near).has(Capital) && !token(near).has(Opens) && token(near).word == 0 && !m_draft.named[near] && together(near + 1, near) && token(near + 1).has(Capital);
            count += !goes_on && (m_draft.named[near] > 1 || other || token(near).is(bits(Class::Relation, Class::MaleName, Class::FemaleName)) || m_draft.is_word<"me">(near));
        }
        return count;
    }

    void look_for_people(std::size_t at) {
        bool present = m_draft.is_any<"present">(at) && (token(at).has(Capital) || m_draft.after(at) == ':' || (at > 0 && ((token(at - 1).is(Class::Be) && (!together(at + 1, at) || m_draft.is_any<"at", "today", "in", "for", "by", "via", "and", "too">(at + 1))) || m_draft.is_any<"also">(at - 1) || token(at).has(Comma) || token(at - 1).is(Class::Relation) || m_draft.named[at - 1] > 0)));
        present |= says_who_came(at) || (m_draft.is_any<"phone", "line", "call", "teams", "video", "screen", "table">(at) && m_draft.after(at) == ':' && people_near(at) >= 2);
        if (m_saying == SayingIsEnough::Yes)
            present |= ((m_draft.is_any<"came", "met", "sat", "talked", "see", "saw", "seen", "spoke", "played">(at) && names_near(at) >= 1) || (m_draft.is_word<"home">(at) && at > 0 && m_draft.is_any<"at", "was", "were">(at - 1) && together(at - 1, at) && names_near(at) >= 1) || is_in_company(at) || (m_draft.is_word<"visited">(at) && names_near(at) > visited_alone(at)));
        else
            present |= m_draft.is_any<"people", "came", "met">(at) && people_near(at) >= 3;
        present |= m_draft.is_any<"was", "were">(at) && at > 0 && m_draft.is_word<"there">(at - 1) && token(at - 1).has(Opens) && people_near(at) >= 2;
        present |= m_saying == SayingIsEnough::Yes && m_draft.is_word<"you">(at) && together(at + 2, at) && m_draft.is_word<"and">(at + 1) && m_draft.is_any<"i", "me">(at + 2); // "your dad, you and I"
        present |= m_draft.is_word<"people">(at) && at > 0 && m_draft.is_word<"these">(at - 1);
        m_holds.who_was_present |= present;
    }

    // "with your nan and me", not "attunement with nana" nor "you have fallen out with Marcus"
    bool is_in_company(std::size_t at) const {
        if (!m_draft.is_word<"with">(at) || names_near(at) == 0)
            return false;
        if (at > 0 && together(at - 1, at) && m_draft.is_any<"out", "attunement", "relationship", "contact", "attachment", "bond", "row", "happy", "cross", "lives", "live", "living", "stay", "staying", "stays", "moved", "fallen", "angry", "help", "on", "settled", "engaging", "familiar", "meeting", "spoken", "up">(at - 1))
            return false;
        bool is_person = token(at + 1).is(bits(Class::Relation, Class::Whose, Class::Title)) || (at + 1 < m_draft.named.size() && m_draft.named[at + 1] > 0) || m_draft.is_any<"me", "you", "both", "us", "all", "everyone">(at + 1) || token(at + 1).has(Capital);
        return together(at + 1, at) && is_person;
    }

    // "I visited you" says no more than that I came.
    std::size_t visited_alone(std::size_t at) const { return together(at + 1, at) && m_draft.is_word<"you">(at + 1) ? 1 : 0; }

    std::size_t names_near(std::size_t at) const {
        const auto& sentence = m_draft.document.sentence_of(token(at));
        std::size_t count = 0;
        for (auto near = std::max<std::size_t>(sentence.first, at > 30 ? at - 30 : 0); near < std::min<std::size_t>(sentence.last, at + 40); ++near)
            count += (m_draft.named[near] > 1 && (near == 0 || m_draft.named[near - 1] != m_draft.named[near])) || token(near).is(bits(Class::Relation, Class::You)) || m_draft.is_word<"me">(near);
        return count;
    }

    // ---- decisions

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
        return (at > 0 && together(at - 1, at) && m_draft.is_any<"all", "everyone", "both", "panel", "meeting", "group">(at - 1) && !m_draft.is_word<"both">(at - 1)) || token(at).has(Opens) || (m_saying == SayingIsEnough::No && at > 0 && m_draft.is_word<"we">(at - 1));
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
        auto asked = false;
        for (auto at = said; at-- > 0 && at + 30 >= said;) {
            asked |= m_draft.is_any<"asked", "asks">(at);
            if (m_draft.is_any<"if", "whether">(at) && at > 0 && m_draft.is_any<"asked", "asks">(at - 1))
                for (auto may = at + 1; may < at + 6; ++may)
                    if (m_draft.is_any<"can", "could", "may", "might">(may) && !m_draft.is_any<"be">(may + 1))
                        return !token(may - 1).is(Class::You);
        }
        return false;
    }

    bool is_somebodys(std::size_t at) const { // "Decision by Ann Foley"; a decision by Friday is one to come
        return m_draft.is_word<"decision">(at) && together(at + 2, at) && m_draft.is_word<"by">(at + 1) && token(at + 2).has(Capital) && !token(at + 2).is(bits(Class::Month, Class::Weekday));
    }

    bool is_about_meeting(std::size_t at) const { // "We all agreed to meet again on 9 May": what happens next, no decision
        return m_draft.is_word<"agreed">(at) && together(at + 2, at) && m_draft.is_word<"to">(at + 1) && m_draft.is_any<"meet", "talk", "speak", "chat">(at + 2);
    }

    void look_for_decision(const Sentence& sentence, std::size_t at) {
        bool decided = m_draft.is_any<"decided", "decides", "decide", "approved">(at) || (m_draft.is_any<"decision", "agreed", "outcome">(at) && (m_draft.after(at) == ':' || is_passive(at) || (m_draft.is_word<"agreed">(at) && agreed_by_all(at)) || m_draft.is_word<"my">(at - (at > 0)))) ||
                       is_about_a_plan(at) || is_noted(at) || is_screened(at) || is_done_by_me(at) || (m_draft.is_word<"felt">(at) && is_passive(at)) || is_to_go_ahead(at) || is_told_as_made(at) || (m_draft.is_word<"further">(at) && at > 0 && m_draft.is_word<"no">(at - 1)) || m_draft.is_word<"nfa">(at);
        if (is_somebodys(at)) { // who made what stands above it, and why
            m_holds.decision_maker = true;
            m_holds.reason_for_decision |= is_reason(sentence, at);
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
        m_holds.reason_for_decision |= reason;
        if (is_about_meeting(at))
            return;
        bool named = has_maker(at) && !(is_passive(at) && m_draft.is_any<"was", "been", "is", "were">(at - (at > 0)) && !by(at));
        named &= !is_all_of_us(at);
        (named ? m_named_decision : m_unnamed_decision) = true;
        m_passive_decision |= !named && is_passive(at);
    }

    // "We all agreed": who that was stands where those are named who came, or nowhere.
    bool is_all_of_us(std::size_t at) const {
        return m_saying == SayingIsEnough::No && m_draft.is_word<"agreed">(at) && at > 1 && together(at - 2, at) && m_draft.is_any<"all", "everyone", "everybody">(at - 1) && token(at - 2).is(bits(Class::We));
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

    // ---- what happens next

    void look_for_next(const Sentence& sentence, std::size_t at) {
        bool can = m_draft.is_any<"can", "should">(at) && day_after(sentence, at);
        m_holds.next_step |= can || (m_draft.is_word<"should">(at) && together(at + 1, at) && m_draft.is_word<"be">(at + 1) && together(at + 2, at) && ends_in(m_draft.of(at + 2), "ed")) || (m_draft.is_word<"will">(at) && token(at).has(Opens));
        bool will = m_draft.is_any<"will", "i'll", "we'll", "shall">(at) || (m_draft.is_any<"going">(at) && together(at + 1, at) && m_draft.is_word<"to">(at + 1));
        if (will && !is_no_step(sentence, at) && !is_what_you_will_be(at) && worker_before(sentence, at) && !(together(at + 1, at) && m_draft.is_any<"not">(at + 1) && m_draft.speaks_to == 0)) {
            m_holds.next_step = true;
            return;
        }
        bool to_do = m_draft.is_word<"to">(at) && at > sentence.first && at < sentence.first + 6 && together(at + 1, at) && !token(at + 1).is(bits(Class::The, Class::Whose, Class::Number, Class::Month)) && !token(at + 1).has(Capital) &&
                     (token(at - 1).has(Capitals) || m_draft.named[at - 1] > 0 || m_draft.is_any<"school", "mum", "dad", "worker", "nursery", "health", "police", "manager", "carer", "stepfather", "father", "mother">(at - 1)) && !(at >= 2 && token(at - 2).is(bits(Class::Have)));
        bool train_day = m_draft.is_word<"next">(at) && together(at + 3, at) && (m_draft.is_word<"is">(at + 2) || m_draft.is_word<"is">(at + 3)) && is_day_to_come(sentence, at);
        bool booked = m_draft.is_any<"booked">(at) && !is_past_booking(sentence, at);
        m_holds.next_step |= train_day || booked;
        bool next = m_draft.is_word<"next">(at) && together(at + 1, at) && m_draft.is_any<"visit", "meeting", "review", "core", "time", "cgm", "contact", "call", "appointment", "session", "steps", "step", "family", "update", "conference", "week", "lac", "cin", "group", "rcpc", "day", "saturday", "dad">(at + 1) && sentence.last - sentence.first > 2;
        bool see = m_draft.is_word<"see">(at) && token(at).has(Opens) && together(at + 1, at) && m_draft.is_word<"you">(at + 1);
        bool review = m_draft.is_any<"review", "visit", "meet", "meeting">(at) && together(at + 1, at) && m_draft.is_any<"in", "again", "within", "on", "due", "booked", "planned">(at + 1) && (token(at).has(Opens) || at < sentence.first + 3);
        bool be = m_draft.is_word<"to">(at) && together(at + 1, at) && m_draft.is_word<"be">(at + 1) && at < sentence.first + 8 && together(at + 2, at) && ends_in(m_draft.of(at + 2), "ed") && !(at > 0 && token(at - 1).is(bits(Class::Be, Class::Have, Class::Modal, Class::Say))) && !m_draft.is_any<"need", "needs", "required", "wants", "want", "used">(at - 1);
        m_holds.next_step |= is_on_the_way(sentence, at) || (at == sentence.first && (is_appointment(sentence) || is_said_of_what_comes(sentence)));
        m_holds.next_step |= (to_do && !is_over(sentence)) || next || see || review || be;
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
    CalledIn m_called;
    SayingIsEnough m_saying;
    Holds m_holds;
    bool m_is_baby = false, m_said = false, m_named_decision = false, m_unnamed_decision = false, m_passive_decision = false;
};

} // namespace

Holds holds_in_words(const Draft& draft, SayingIsEnough saying) { return Searcher(draft, saying).holds(); }

} // namespace lifestory::prose
