#include "prose/missing.h"

#include <algorithm>

#include "prose/called.h"
#include "prose/decision.h"
#include "prose/next_step.h"

namespace lifestory::prose {

namespace {

class Searcher {
public:
    Searcher(const Draft& draft, SayingIsEnough saying) : m_draft(draft), m_called(called_in(draft)), m_saying(saying) {
        m_is_baby = draft.people.front().full.starts_with("baby") || says_weeks_old();
    }

    Holds holds() {
        for (std::size_t at = 0; at < m_draft.document.tokens.size(); ++at)
            look(at);
        for (std::size_t line = 0; line < m_draft.lines.size(); ++line)
            m_holds.who_was_present |= m_draft.lines[line] == LineKind::Present;
        auto decision = decision_in(m_draft, m_saying == SayingIsEnough::Yes ? DecidedIn::Conversation : DecidedIn::Meeting);
        m_holds.decision = decision.is_made;
        m_holds.reason_for_decision = decision.reason;
        m_holds.decision_maker = decision.maker || (decision.maker_if_listed && m_holds.who_was_present);
        m_holds.next_step = tells_next_step(m_draft);
        m_holds.how_views_obtained |= (m_saying == SayingIsEnough::Yes && (m_said || is_baby())) || (m_only_seen && m_holds.child_voice);
        return m_holds;
    }

private:
    const Token& token(std::size_t at) const { return m_draft.token(at); }
    bool together(std::size_t at, std::size_t with) const { return m_draft.same_sentence(at, with); }

    bool is_child(std::size_t at) const {
        if (token(at).is(Class::You) || m_draft.is_child(at))
            return true;
        return m_called.of_word[at] == Called::About || m_called.of_word[at] == Called::Spoken;
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

    void look(std::size_t at) {
        if (token(at).is_set_apart()) {
            look_quoted(at);
            return;
        }
        look_for_voice(at);
        look_for_how(at);
        look_for_people(at);
    }

    void look_quoted(std::size_t at) { // quoted after the child is named or spoken to in the sentence
        if (!token(at).has(Quoted) || (at > 0 && token(at - 1).has(Quoted)))
            return;
        const auto& sentence = m_draft.document.sentence_of(token(at));
        for (auto before = sentence.first; before < at; ++before)
            if (token(before).is(Class::You)) {
                m_holds.child_voice = true;
                m_only_seen = false;
            }
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
        m_only_seen &= m_draft.is_any<"smiled", "laughed", "nodded", "cried", "hugged", "sang", "pointed", "reached", "babbled", "cooed", "gurgled", "giggled",
            "grinned", "beamed", "waved", "clapped", "squealed">(at);
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
        present |= m_draft.is_any<"was", "were">(at) && is_meeting_that_was(at) && people_near(at) >= 2;
        present |= m_draft.is_word<"people">(at) && at > 0 && m_draft.is_word<"these">(at - 1);
        m_holds.who_was_present |= present;
    }

    // "At the core group on 12 March were Kerry, Megan Pryce and me": before it nothing but the meeting and its day, after it who came
    bool is_meeting_that_was(std::size_t at) const {
        const auto& sentence = m_draft.document.sentence_of(token(at));
        if (at < sentence.first + 3 || at > sentence.first + 14 || !m_draft.is_any<"at", "in", "on", "round", "around", "with">(sentence.first)
            || !is_meeting(sentence.first + 1, at))
            return false;
        for (auto before = sentence.first; before < at; ++before)
            if (token(before).is(bits(Class::You, Class::He, Class::She, Class::They, Class::Say, Class::Relation)) || m_draft.named[before] > 0)
                return false;
        return is_person_after(at);
    }

    // "with your nan and me", not "attunement with nana" nor "you have fallen out with Marcus"
    bool is_in_company(std::size_t at) const {
        if (!m_draft.is_word<"with">(at) || !together(at + 1, at) || names_near(at) == 0)
            return false;
        if (at > 0 && together(at - 1, at) && m_draft.is_any<"out", "attunement", "relationship", "contact", "attachment", "bond", "row", "happy", "cross", "lives", "live", "living", "stay", "staying", "stays", "moved", "fallen", "angry", "help", "on", "settled", "engaging", "familiar", "meeting", "spoken", "up">(at - 1))
            return false;
        bool is_person = token(at + 1).is(bits(Class::Relation, Class::Whose, Class::Title)) || (at + 1 < m_draft.named.size() && m_draft.named[at + 1] > 0) || m_draft.is_any<"me", "you", "both", "us", "all", "everyone">(at + 1) || token(at + 1).has(Capital);
        return is_person;
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

    const Draft& m_draft;
    CalledIn m_called;
    SayingIsEnough m_saying;
    Holds m_holds;
    bool m_is_baby = false, m_said = false;
    bool m_only_seen = true; // "you laughed": how that came is plain
};

} // namespace

Holds holds_in_words(const Draft& draft, SayingIsEnough saying) { return Searcher(draft, saying).holds(); }

} // namespace lifestory::prose
