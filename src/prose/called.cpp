#include "prose/called.h"

#include <algorithm>

namespace lifestory::prose {

namespace {

class Caller {
public:
    explicit Caller(const Draft& draft) : m_draft(draft) {
        auto spoken = std::count_if(draft.speaks.begin(), draft.speaks.end(), [](std::uint8_t how) { return (how & 1) != 0; });
        m_is_letter = draft.speaks_to > 2 && static_cast<std::size_t>(spoken) * 3 >= draft.speaks.size();
    }

    CalledIn called() {
        m_called.of_word.assign(m_draft.document.tokens.size(), Called::No);
        for (std::uint32_t at = 0; at < m_draft.document.tokens.size(); ++at)
            m_called.of_word[at] = how_called(at);
        for (std::uint32_t at = 0; at < m_called.of_word.size(); ++at)
            m_called.by_name |= m_called.of_word[at] == Called::About && m_draft.kind_of(sentence(at)) == LineKind::Prose;
        m_called.about_child = m_called.by_name || m_draft.speaks_to == 0;
        m_called.is_letter = m_is_letter;
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

    Called how_called(std::uint32_t at) {
        const auto& token = m_draft.token(at);
        if (token.is_set_apart())
            return Called::No;
        if (token.is(Class::ChildNoun) && token.has(Capital) && before_is<"called", "named">(at))
            m_nickname = token.hash; // "a hamster called Child"
        if (!m_draft.is_child(at))
            return is_child_noun(at) ? child_noun(at) : Called::No;
        bool is_shown = token.has(Capitals) && m_draft.document.of(token).size() > 2 && at > 0 && in_sentence(at - 1, at) && m_draft.is_any<"said", "says", "saying", "read", "reads", "spelt", "spelled">(at - 1); // a peg that said MINTY
        const auto& around = sentence(at);
        bool is_by = at > around.first + 1 && m_draft.is_any<"made", "written", "drawn", "drawn", "done", "by">(around.first) && at <= around.first + 3 && m_draft.is_word<"by">(at - 1); // "Made by Kofi with Bridie"
        if (lists_people(at) || is_shown || is_by)
            return Called::Spoken;
        if (is_plain_word(at))
            return Called::No;
        if (is_name_of_another(at))
            return Called::Another;
        if (is_said_of_name(at) || is_title(at) || is_one_of_those_there(at) || (m_is_letter && is_within_label(at)))
            return Called::Spoken;
        if (at > 0 && m_draft.is_child(at - 1) && !token.has(Opens) && !token.has(Comma)) // the rest of the name
            return m_called.of_word[at - 1] == Called::No ? Called::Spoken : m_called.of_word[at - 1];
        return is_spoken_to(at) ? Called::Spoken : Called::About;
    }

    // No name has more words: one word said a million times is read as many names, each in the same time.
    static constexpr std::uint32_t longest_name = 8;

    std::uint32_t end_of_name(std::uint32_t at) const {
        auto end = at + 1;
        while (end < at + longest_name && in_sentence(end, at) && m_draft.is_child(end) && !m_draft.token(end).has(Comma))
            ++end;
        return end;
    }

    bool speaks(std::uint32_t at) const { return m_draft.speaks[m_draft.token(at).sentence] & 1; }
    bool is_mine(std::uint32_t at) const { return m_draft.speaks[m_draft.token(at).sentence] != 0; }

    bool greets(std::uint32_t at) const {
        return at > 0 && in_sentence(at - 1, at) && at - 1 - sentence(at).first < 2 &&
               m_draft.is_any<"hello", "hi", "dear", "hey", "thank", "you", "sorry", "goodbye", "bye", "well", "morning", "afternoon", "evening", "so", "and",
                   "but", "please", "yes", "no", "done", "ok", "okay", "happy", "birthday", "our", "lovely", "congratulations", "now", "hiya", "oh", "little",
                   "brave", "clever", "darling", "poor", "bless", "ah", "ps", "goodnight", "dearest", "welcome", "thanks">(at - 1);
    }

    // ---- the name, and not the child

    template <Letters... words> bool after_is(std::uint32_t at) const { return in_sentence(at + 1, at) && m_draft.is_any<words...>(at + 1); }

    // Names that are words of every day: "Will that be soon?", "Summer holidays", "You saw a Robin"; said beside "you" in a letter, they are hardly the child.
    bool is_plain_word(std::uint32_t at) const {
        const auto& token = m_draft.token(at);
        if (token.has(Owner) || in_sentence_of_names(at))
            return false;
        bool is_word = token.is(bits(Class::Modal, Class::Month)) ||
                       m_draft.is_any<"summer", "autumn", "winter", "hope", "grace", "mark", "rose", "robin", "jack", "angel", "bee", "star", "sunny", "daisy",
                           "amber", "faith", "dawn", "penny", "ruby", "olive", "river", "max", "joy", "art", "bill", "rob", "nick",
                                      "frank", "ivy", "holly", "heather", "poppy", "violet", "lily", "iris", "jade", "pearl", "crystal", "sky", "rain", "ocean",
                                      "storm", "sandy", "lucky", "ash", "basil", "pip", "dean", "earl", "duke", "prince", "king",
                                      "princess", "harmony", "melody", "destiny", "precious", "blessing", "patience", "charity", "mercy", "honey", "ginger", "clay",
                                      "cliff", "rusty", "junior", "brook", "reed", "lane", "hazel", "willow", "fern", "jordan", "india",
                                      "chelsea", "paris", "miles", "wade", "grant", "chase", "hunter", "pat", "drew", "peace", "love", "happy", "noble", "justice",
                                      "bear", "fox", "wolf", "lion", "cherry", "berry", "plum", "sage", "rosemary", "coral", "beau">(at);
        if (!is_word)
            return false;
        bool follows = in_sentence(at + 1, at);
        if (token.is(Class::Modal) && follows && m_draft.token(at + 1).is(bits(Class::You, Class::I, Class::We, Class::He, Class::She, Class::They, Class::It,
            Class::The, Class::A, Class::Whose, Class::Relation)))
            return true;
        if (m_draft.is_any<"hope", "mark", "grant", "love">(at) && token.has(Opens) && follows && m_draft.token(at + 1).is(bits(Class::You, Class::The, Class::It,
            Class::Whose, Class::He, Class::She)))
            return true;
        if (before_is<"a", "an", "the", "this", "last", "next", "every", "each", "in", "your", "early", "late">(at) && !m_draft.token(at - 1).has(Capital))
            return true;
        if (after_is<"holidays", "holiday", "term", "camp", "club", "fair", "school", "class", "play", "scheme", "break", "time", "weather", "days", "day", "group",
            "card", "team", "award", "wedding", "cake", "street", "road", "house", "concert", "show", "petals", "bush", "bushes", "oil", "chain", "chains", "reading">(at))
            return true;
        return m_is_letter && m_draft.says_you(at) && !(follows && m_draft.token(at + 1).is(bits(Class::Say, Class::Tell)) && !m_draft.is_any<"that">(at + 2));
    }

    // beside other people: "with Mum, Ruby and Owen"
    bool in_sentence_of_names(std::uint32_t at) const {
        return (at > 0 && in_sentence(at - 1, at) && m_draft.named[at - 1] > 0) || before_is<"and", "with">(at) || after_is<"and">(at);
    }

    // "a hamster called Child", "another Tilly", "named the boat Tilly", "Tilly's Bakery", "Team Tilly"
    bool is_name_of_another(std::uint32_t at) const {
        auto last = end_of_name(at) - 1;
        if (after_is<"the">(last) && in_sentence(last + 2, at) && !m_draft.token(last).has(Owner)) {
            const auto& what = m_draft.token(last + 2);
            if (what.is(Class::Creature) || (what.has(Capital) && !what.is(bits(Class::Month, Class::Weekday, Class::RoleHead, Class::RoleBefore)))
                || m_draft.is_any<"elder", "younger", "second", "third">(last + 2))
                return true; // "Tilly the cat", "Tilly the Brave"
        }
        if (at == 0 || !in_sentence(at - 1, at))
            return false;
        if (before_is<"another", "other", "two", "three", "one", "big", "little", "film", "book", "musical", "play", "song", "poem", "boat", "cat", "dog",
            "hamster", "rabbit", "pony", "horse", "doll", "ship">(at))
            return true;
        bool of_thing = m_draft.token(last).has(Owner) && in_sentence(last + 1, at) && m_draft.token(last + 1).has(Capital) && m_draft.named[last + 1] == 0
            && !m_draft.token(last + 1).is(bits(Class::Relation, Class::Title, Class::Month, Class::Weekday, Class::MaleName, Class::FemaleName, Class::I,
            Class::RoleHead)) && !m_draft.token(last + 1).has(Capitals);
        if (of_thing && m_is_letter && !is_paper(last + 1))
            return true;
        const auto& before = m_draft.token(at - 1);
        if (m_is_letter && before.has(Capital) && !before.is(bits(Class::Relation, Class::Title, Class::MaleName, Class::FemaleName, Class::Conjunction,
            Class::Preposition, Class::You, Class::Say, Class::Meet, Class::Nesting, Class::The)) && m_draft.is_any<"team", "operation", "camp", "project", "saint",
            "st", "princess", "queen", "king", "captain", "aunt", "auntie", "uncle", "nurse">(at - 1))
            return true;
        // "called Tilly": of what?
        auto named = at - 1;
        if (m_draft.is_any<"the", "a", "my", "their">(named) || !m_draft.is_any<"called", "named", "christened">(named))
            for (auto steps = 0; steps < 3 && named > sentence(at).first && !m_draft.is_any<"called", "named", "christened">(named); ++steps)
                --named;
        if (!m_draft.is_any<"called", "named", "christened">(named) || named == sentence(at).first)
            return false;
        const auto& what = m_draft.token(named + 1 < at ? at - 1 : named - 1);
        return !what.is(bits(Class::Be, Class::You, Class::He, Class::She, Class::ChildNoun, Class::Whose)) && !m_draft.is_any<"be", "been">(named - 1)
            && (named + 1 == at || !m_draft.token(named + 1).is(Class::You));
    }

    // "Your name is Tilly", "known as Tilly", "Your peg says Tilly", "Matilda is the name on your birth certificate"
    bool is_said_of_name(std::uint32_t at) const {
        if (m_draft.token(end_of_name(at) - 1).has(Owner))
            return false;
        auto last = end_of_name(at) - 1;
        if (after_is<"is", "was">(last) && in_sentence(last + 4, at) && (m_draft.is_any<"name">(last + 3) || m_draft.is_any<"how", "what">(last + 2)))
            return true;
        if (m_is_letter && (is_told_after_colon(at) || (before_is<"says", "reads">(at) && !in_sentence(last + 1, at))))
            return true;
        if (at < 2 || !in_sentence(at - 1, at) || !m_draft.says_you(at))
            return false;
        if (before_is<"called", "named", "spelt", "spelled", "signed", "christened">(at) || (before_is<"as">(at) && m_draft.is_any<"known", "you", "down",
            "registered", "written">(at - 2)))
            return true;
        if (m_draft.token(at - 1).is(Class::You) && m_draft.is_any<"call", "calls", "called", "calling", "name", "named", "signed">(at - 2))
            return true;
        bool is_you = m_draft.token(at - 1).is(Class::Be) && m_draft.token(at - 2).is(Class::You);
        bool is_name = m_draft.token(at - 1).is(Class::Be) && m_draft.is_word<"name">(at - 2);
        bool is_mine = before_is<"my", "our">(at) && m_is_letter; // "I am glad that you are my Josh"
        bool in_capitals = m_draft.token(at).has(Capitals) && m_draft.document.of(m_draft.token(at)).size() > 2 && m_draft.is_any<"wrote", "written", "write",
            "letters", "word", "painted", "printed", "stitched">(at - 1);
        return is_you || is_name || is_mine || in_capitals;
    }

    // "Your nan's message was: Tilly is a star.": her words, without the marks
    bool is_told_after_colon(std::uint32_t at) const {
        constexpr std::uint32_t soon = 16;
        const auto& around = sentence(at);
        bool told = false;
        for (auto near = around.first; near <= at && near < around.first + soon; ++near) {
            const auto& token = m_draft.token(near);
            if (told && near > around.first && token.has(Comma) && m_draft.after(near - 1) == ':')
                return true;
            told |= token.is(Class::Say) || m_draft.is_any<"message", "text", "note", "card", "letter", "report", "words", "answer", "reply", "sign">(near);
        }
        return false;
    }

    bool is_paper(std::uint32_t at) const { return m_draft.is_any<"plan", "record", "letter", "story", "update", "review", "visit", "assessment", "report",
        "meeting", "group", "pathway", "core", "chart", "book", "page", "words", "list", "file", "chronology", "passport">(at); }

    bool is_finite(std::uint32_t at) const { return m_draft.token(at).is(bits(Class::Be, Class::Have, Class::Do, Class::Modal, Class::Say)) && !m_draft.token(at).has(Capital); }

    // "Jeri's Pathway Plan, written with you at the skate park."; "This is Tilly's story, and you told it."
    bool is_title(std::uint32_t at) const {
        auto last = end_of_name(at) - 1;
        if (!m_draft.token(last).has(Owner) || m_draft.speaks_to == 0)
            return false;
        bool paper = false;
        for (auto near = last + 1; near < last + 5 && in_sentence(near, at) && !m_draft.token(near).has(Apart); ++near)
            paper |= is_paper(near);
        if (!paper)
            return false;
        if (m_draft.token(at).has(Opens)) {
            for (auto next = last + 1; next < sentence(at).last; ++next)
                if (is_finite(next))
                    return false;
            return true;
        }
        return m_is_letter && at == sentence(at).first + 2 && m_draft.is_any<"this", "here", "that">(at - 2) && m_draft.token(at - 1).is(Class::Be);
    }

    // "At the meeting were Mum, Dad, Mr Kerr, Tilly and I."
    bool is_one_of_those_there(std::uint32_t at) const {
        const auto& around = sentence(at);
        if (m_draft.speaks_to == 0 || around.last - around.first > 40 || m_draft.token(end_of_name(at) - 1).has(Owner))
            return false;
        bool listed = m_draft.token(at).has(Comma) || (before_is<"and">(at));
        if (!listed)
            return false;
        std::size_t others = 0;
        bool were = false;
        for (auto near = around.first; near < around.last; ++near) {
            const auto& token = m_draft.token(near);
            were |= near < at && others == 0 && (m_draft.is_any<"were", "was", "are", "met", "came", "there", "sat", "had", "us">(near));
            others += m_draft.named[near] > 1 || token.is(bits(Class::Relation, Class::Title)) || m_draft.is_any<"i", "me">(near);
            if (near > at && is_finite(near) && !token.has(Comma))
                return false;
        }
        return were && others >= 2;
    }

    // "For Tilly, with thanks.", "Written for Tilly by Helen Frost.", "Copies: Tilly Marsh, Mum": no sentence, but a label of the letter
    bool is_within_label(std::uint32_t at) const {
        const auto& around = sentence(at);
        if (around.last - around.first > 14 || m_draft.token(end_of_name(at) - 1).has(Owner) || at == around.first)
            return false;
        auto last = end_of_name(at) - 1;
        bool after_a_word = before_is<"to", "for", "with", "by", "from">(at);
        if (!(after_a_word || m_draft.token(at).has(Comma)) || m_draft.token(around.first).is(bits(Class::Say, Class::Meet, Class::Past)))
            return false;
        for (auto near = around.first; near < around.last; ++near)
            if ((is_finite(near) && !m_draft.is_any<"be">(near)) || m_draft.token(near).is(bits(Class::I, Class::We, Class::He, Class::She, Class::They)))
                return false;
        if (m_draft.token(at).has(Comma))
            return true;
        return at == around.first + 1 || m_draft.is_any<"written", "read", "made", "kept", "letter", "visit", "note", "prepared", "worker", "plan", "record",
            "copy", "drawn", "done", "agreed">(at - 2) || (at > around.first + 2 && m_draft.is_any<"letter", "record", "written", "read", "kept">(around.first + 1))
            || !in_sentence(last + 1, at);
    }

    bool is_spoken_to(std::uint32_t at) const {
        if (m_draft.token(at).has(Owner))
            return false;
        auto last = end_of_name(at) - 1;
        if (m_draft.token(last).has(Owner))
            return false;
        if (m_is_letter && m_draft.token(at).has(Opens) && after_is<"dear", "love", "pet", "darling">(last))
            return true;
        bool dashed = in_sentence(last + 1, at) && m_draft.token(last + 1).has(Comma); // "Tilly - this is for you"
        if (m_draft.token(at).has(Opens) && dashed && m_is_letter && m_draft.after(last) == ' ' && is_mine(at))
            return true;
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
        if (ends && m_is_letter && m_draft.token(at).has(Comma) && !m_draft.token(sentence(at).first).is(bits(Class::He, Class::She, Class::They, Class::The))
            && at - sentence(at).first <= 4 && m_draft.named[sentence(at).first] == 0 && !m_draft.token(sentence(at).first).is(Class::Relation))
            return true; // "Keep going, Tilly."
        return ends && speaks(at) && !m_draft.token(at).has(Comma) && !m_draft.token(at - 1).is(bits(Class::Conjunction, Class::Preposition, Class::Say));
    }

    // "This was a core group, Saffy, where we hold up the plan": nobody else is named beside, and nothing says who Saffy is
    bool is_between_commas(std::uint32_t at, std::uint32_t last) const {
        const auto& next = m_draft.token(last + 1);
        const auto& before = m_draft.token(at - 1);
        if (m_is_letter && m_draft.token(at).has(Comma) && m_draft.is_any<"that", "this", "which", "who", "but", "and", "so", "because", "now", "then", "here",
            "there">(at - 1) && at == sentence(at).first + 1)
            return true; // "That, Tilly, is why I wrote."
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

    Called child_noun(std::uint32_t at) const { return m_draft.token(at).has(Capital) && m_nickname == m_draft.token(at).hash ? Called::Another : Called::About; }

    bool is_generic(std::uint32_t at) const { // "a child ... the child": any child
        if (m_is_letter && before_is<"the">(at))
            for (auto near = sentence(at).first; near < at && near < sentence(at).first + 8; ++near)
                if (m_draft.is_any<"law", "judge", "judges", "court", "courts", "rule", "rules", "act">(near))
                    return true;
        for (auto before = std::max(sentence(at).first, at > 40 ? at - 40 : 0); before < at; ++before)
            if (m_draft.is_any<"children", "child's">(before) || (m_draft.is_word<"child">(before) && before_is<"a", "any", "every", "each", "another">(before)))
                return true;
        return false;
    }

    bool is_whole_word_of_plan(std::uint32_t at) const { // child protection plan, child in need
        if (after_is<"of", "inside", "who", "that">(at) || (after_is<"support">(at) && !m_draft.token(at).has(Owner)))
            return true; // "the child of a soldier", "it is not the child who should worry"
        return in_sentence(at + 1, at) && (m_draft.is_any<"protection", "in", "and", "looked", "arrangements", "care", "benefit", "sexual", "criminal", "abuse", "exploitation",
                                                                  "minder", "maintenance", "psychologist", "development", "safeguarding", "welfare", "line", "poverty", "death", "permanence",
                                                                  "tax", "friendly", "centred", "focused", "services", "led", "missing">(at + 1) &&
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
        if (is_of_another_parent(at) || (m_is_letter && !follows_parent(at)))
            return false;
        for (const auto& person : m_draft.people)
            if (person.role.find("daughter") != std::string::npos || person.role.find("son") == 0)
                return false; // the child is a parent
        auto owner = m_draft.token(at - 1);
        bool owned = m_draft.is_any<"her", "his", "their">(at - 1) || (owner.has(Owner) && owner.is(bits(Class::Relation)));
        return owned && !(in_sentence(at + 1, at) && m_draft.token(at + 1).has(Capital) && !m_draft.is_child(at + 1));
    }

    // Of the grown-ups named before "her daughter" the nearest is the child's mother, and not Mrs Ash, or none is named.
    bool follows_parent(std::uint32_t at) const {
        if (m_draft.token(at - 1).has(Owner))
            return m_draft.is_any<"mum", "mother", "mam", "dad", "father", "parent", "parents", "couple">(at - 1);
        constexpr std::uint32_t around = 30;
        for (auto before = at - 1; before-- > 0 && before + around >= at;) {
            const auto& token = m_draft.token(before);
            if (token.is_set_apart())
                continue;
            if (m_draft.is_any<"mum", "mother", "mam", "dad", "father", "parents", "mummy", "daddy">(before))
                return !token.has(Owner);
            if (auto who = m_draft.named[before]; who > 1) {
                const auto& role = m_draft.people[who - 1u].role;
                return role.starts_with("mum") || role.starts_with("mother") || role.starts_with("dad") || role.starts_with("father");
            }
            if (token.is(bits(Class::Relation, Class::Title, Class::RoleHead)) || (token.has(Capital) && !token.has(Opens) && token.is(bits(Class::MaleName, Class::FemaleName))))
                return false;
        }
        return true;
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
            if (token.is_set_apart() || (token.is(bits(Class::He, Class::She)) && m_draft.token(next - 1).is(bits(Class::Say, Class::Meet)) && next == at + 2))
                continue; // "Denny told her": she is another
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
    bool m_is_letter = false;    // a third of its sentences and more speak to the child
    std::uint32_t m_nickname = 0; // a pet's name that is a word for a child
};

} // namespace

CalledIn called_in(const Draft& draft) { return Caller(draft).called(); }

} // namespace lifestory::prose
