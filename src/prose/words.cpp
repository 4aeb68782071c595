#include "prose/words.h"

#include <algorithm>

#include "prose/explained.h"
#include "prose/owned.h"

namespace lifestory::prose {

namespace {

constexpr std::uint32_t beside = 4; // words on either side that may make a word fine

bool hurts(Category category) { return category == Category::Stigma || category == Category::Blame || category == Category::Derogatory; }

class Judge {
public:
    Judge(const Draft& draft, std::size_t others) : m_draft(draft), m_others(others) {}

    std::vector<Finding> found() {
        std::vector<Match> matches;
        for (std::uint32_t at = 0; at < m_draft.document.tokens.size(); ++at) {
            if (m_draft.token(at).is_set_apart())
                continue;
            auto before = matches.size();
            m_draft.reader.words().find(m_draft.document, at, matches);
            if (matches.size() > before + 1)
                std::sort(matches.begin() + static_cast<std::ptrdiff_t>(before), matches.end(), [](const Match& a, const Match& b) { return a.last > b.last; });
        }
        std::vector<Match> kept;
        choose(matches, kept);
        return findings(kept);
    }

private:
    const WordRule& rule(const Match& match) const { return m_draft.reader.rules().words[match.rule]; }

    // The longest of what lies over each other, for words that hurt and for the others apart.
    void choose(const std::vector<Match>& matches, std::vector<Match>& kept) const {
        for (const auto& match : matches) {
            bool over = !kept.empty() && match.first < kept.back().last;
            if ((over && !goes_before(match, kept.back())) || !counts(match))
                continue;
            if (over)
                kept.back() = match;
            else
                kept.push_back(match);
        }
    }

    bool goes_before(const Match& match, const Match& kept) const {
        auto length = match.last - match.first, known = kept.last - kept.first;
        bool graver = hurts(rule(match).category) && !hurts(rule(kept).category);
        bool surer = rule(kept).borderline && !rule(match).borderline;
        return length > known || (length == known && (graver || surer));
    }

    bool counts(const Match& match) const {
        const auto& of = rule(match);
        if (m_draft.token(match.last - 1).is_set_apart() || is_name(match) || is_fine(match))
            return false;
        if (of.of_people && !is_of_people(match))
            return false;
        if (hurts(of.category))
            return !is_denied(match) && !(of.category == Category::Blame && is_own_fault(match)) && !says_what_a_quotation_means(match) && !is_childs_own(m_draft, match.first);
        if (of.category == Category::OpinionAsFact)
            return !is_owned(m_draft, match.first) && !is_childs_own(m_draft, match.first);
        return !is_explained(m_draft, match.first, match.last);
    }

    bool is_name(const Match& match) const { // Mrs Moody; a kitten called Contact
        for (auto at = match.first; at < match.last; ++at)
            if (m_draft.named[at] || (m_draft.token(at).has(Capital) && at > 0 && !m_draft.token(at).has(Opens) && m_draft.token(at - 1).is(Class::Title) && m_draft.token(at - 1).has(Capital)))
                return true;
        return match.first > 0 && m_draft.token(match.first).has(Capital) && m_draft.is_any<"called", "named">(match.first - 1) && m_draft.same_sentence(match.first - 1, match.first);
    }

    bool stands_near(const Near& phrases, const Match& match, std::uint32_t reach) const {
        const auto& sentence = m_draft.document.sentence_of(m_draft.token(match.first));
        auto from = std::max<std::int64_t>(sentence.first, std::int64_t{match.first} - reach);
        return phrases.stands_in(m_draft.document, static_cast<std::size_t>(from), std::min<std::size_t>(sentence.last, match.last + reach));
    }

    bool is_fine(const Match& match) const {
        const auto& context = m_draft.reader.context(match.rule);
        if (!context.fine_with.empty() && stands_near(context.fine_with, match, beside))
            return true;
        return !context.only_with.empty() && !stands_near(context.only_with, match, 8);
    }

    // "Nobody in the room thinks that you are stupid"
    bool nobody_thinks_so(const Match& match) const {
        const auto& sentence = m_draft.document.sentence_of(m_draft.token(match.first));
        if (!m_draft.is_any<"nobody", "none">(sentence.first) && !(m_draft.is_word<"no">(sentence.first) && m_draft.is_word<"one">(sentence.first + 1)))
            return false;
        for (auto at = sentence.first; at < match.first; ++at)
            if (m_draft.is_any<"thinks", "says", "believes", "blames", "thought", "said", "calls">(at))
                return true;
        return false;
    }

    // 'fabricating' the worries (making them up): in brackets after words that are somebody else's
    bool says_what_a_quotation_means(const Match& match) const {
        for (auto at = match.first + 1; at-- > 0 && at + 12 >= match.first && m_draft.same_sentence(at, match.first);) {
            if (!m_draft.token(at).has(Bracket))
                continue;
            for (auto before = at; before-- > 0 && before + 4 >= at && m_draft.same_sentence(before, at);)
                if (m_draft.token(before).has(Quoted))
                    return true;
            return false;
        }
        return false;
    }

    bool is_denied(const Match& match) const { // "you are not stupid", "never lazy"
        if (nobody_thinks_so(match))
            return true;
        for (auto at = match.first; at-- > 0 && at + 3 >= match.first && m_draft.same_sentence(at, match.first);) {
            if (m_draft.token(at).is(Class::Not) || (m_draft.token(at + 1).has(Joined) && m_draft.is_any<"non">(at)))
                return true;
            if (!m_draft.token(at).is(bits(Class::Degree, Class::A, Class::Be, Class::Adverb)) && !m_draft.is_any<"make", "made", "making">(at))
                return false;
        }
        return false;
    }

    // "I ought to have told you": who writes takes the blame
    bool is_own_fault(const Match& match) const {
        for (auto at = match.first; at-- > 0 && at + 3 >= match.first && m_draft.same_sentence(at, match.first);) {
            if (m_draft.token(at).is(bits(Class::I, Class::We)))
                return !m_draft.is_any<"me", "us", "my", "our">(at);
            if (!m_draft.token(at).is(bits(Class::Have, Class::Modal, Class::Adverb)))
                return false;
        }
        return false;
    }

    // "the dinosaur ... he refuses everything": of beasts and toys, the last named
    bool is_creature(std::size_t pronoun) const {
        constexpr std::size_t around = 24;
        for (auto at = pronoun; at-- > 0 && at + around >= pronoun;) {
            if (m_draft.token(at).is(Class::Creature))
                return true;
            if (m_draft.named[at] || m_draft.token(at).is(bits(Class::Male, Class::Female, Class::Relation, Class::ChildNoun, Class::RoleHead)))
                return false;
        }
        return false;
    }

    // "he was filthy", "a dirty child"; a filthy football kit is a thing.
    bool is_of_people(const Match& match) const {
        if (m_draft.same_sentence(match.last, match.first) && !m_draft.token(match.last).has(Apart)) {
            const auto& next = m_draft.token(match.last);
            if (next.is(bits(Class::Thing)))
                return false;
            if (next.is(bits(Class::ChildNoun, Class::Relation, Class::Male, Class::Female, Class::Place)) || m_draft.is_any<"kid", "kids", "people", "lot", "girls", "boys", "lads", "mothers", "parents", "families", "behaviour">(match.last))
                return true;
        }
        bool verb = false;
        for (auto at = match.first; at-- > 0 && at + 7 >= match.first && m_draft.same_sentence(at, match.first);) {
            const auto& token = m_draft.token(at);
            verb |= token.is(Class::Be) || m_draft.is_any<"look", "looks", "looked", "seem", "seems", "seemed", "gets", "got", "get", "became", "become", "becomes", "acting", "acts", "arrived", "looking", "appeared", "appears", "turned", "called", "child", "very">(at);
            if (token.is(bits(Class::Thing, Class::It, Class::Creature)) || (token.is(bits(Class::He, Class::She)) && is_creature(at)))
                return false;
            if (token.is(bits(Class::I, Class::You, Class::He, Class::She, Class::They, Class::Male, Class::Female, Class::Relation, Class::Place, Class::ChildNoun)) || m_draft.named[at])
                return verb || at + 1 == match.first;
        }
        return false;
    }

    bool is_plain(const Match& match) const {
        constexpr auto everyday = bits(Class::Plain, Class::I, Class::We, Class::You, Class::He, Class::She, Class::They, Class::It, Class::Whose, Class::Be, Class::Have, Class::Do, Class::Modal, Class::Not,
                                       Class::Preposition, Class::Conjunction, Class::Nesting, Class::The, Class::A, Class::Number);
        for (auto at = match.first; at < match.last; ++at)
            if (!m_draft.token(at).is(everyday))
                return false;
        return true;
    }

    // A long draft with nothing else amiss is well written: there a hurtful word counts where it is said of somebody ("the bus refused", "your lazy eye").
    static constexpr std::size_t lone = 2, long_draft = 90;

    // A borderline word counts in a sentence that is official in other ways too, or in a draft that is so throughout; words that
    // everybody uses, in a draft with some other slip.
    std::vector<Finding> findings(const std::vector<Match>& kept) {
        m_official.assign(m_draft.document.sentences.size(), 0);
        std::size_t sure = 0, telling = m_others;
        for (const auto& match : kept)
            if (!rule(match).borderline) {
                ++m_official[m_draft.token(match.first).sentence];
                ++sure;
                telling += !is_plain(match);
            }
        bool is_lone = m_others == 0 && sure_of_people(kept) <= lone && m_draft.document.tokens.size() >= long_draft;
        bool dense = sure * 4 >= m_draft.document.sentences.size();
        std::vector<Finding> findings;
        for (const auto& match : kept) {
            bool official = m_official[m_draft.token(match.first).sentence] > 0 || (dense && !m_draft.says_you(match.first)) || (m_draft.speaks_to == 0 && telling > 0);
            bool is_of_a_thing = is_lone && hurts(rule(match).category) && !is_of_people(match);
            if ((!rule(match).borderline || official) && (telling > 0 || !is_plain(match)) && !is_of_a_thing)
                findings.push_back(finding(match));
        }
        return findings;
    }

    std::size_t sure_of_people(const std::vector<Match>& kept) const {
        std::size_t of_people = 0;
        for (const auto& match : kept)
            of_people += !rule(match).borderline && (!hurts(rule(match).category) || is_of_people(match));
        return of_people;
    }

    std::string message(Category category) const {
        const std::string turned = " How would this read if it were about you?";
        if (category == Category::Stigma)
            return " can read as a label. Say what happened, or what helps." + turned;
        if (category == Category::Blame)
            return " can read as blame. Say what was offered and what happened." + turned;
        if (category == Category::Derogatory)
            return " can hurt. Say what you saw or heard." + turned;
        if (category == Category::OpinionAsFact)
            return " reads as known. Is it what you saw, or what somebody thinks? Say whose view it is and what it rests on.";
        return " is a worker's word. Say it as you would say it to " + child_of(m_draft) + ".";
    }

    // In the very form in which the rule names it, its plainer word can take its place.
    bool is_as_named(const Match& match, std::string_view id) const {
        return match.last == match.first + 1 && m_draft.is_word(match.first, id.starts_with('=') ? id.substr(1) : id);
    }

    // The plainer words of a family are those of what it is named for. Much has joined a family of office words that means something else:
    // "considerable" beside "subject to".
    bool is_kin(const Match& match, std::string_view id) const {
        constexpr std::size_t alike = 4;
        for (std::size_t begin = id.find_first_not_of(" |=."); begin != std::string_view::npos; begin = id.find_first_not_of(" |=.", begin)) {
            const auto end = std::min(id.find_first_of(" |?", begin), id.size());
            const auto named = id.substr(begin, end - begin);
            for (auto at = match.first; at < match.last && named.size() >= alike; ++at)
                if (const auto word = m_draft.of(at); word.size() >= alike && same_letters(word.substr(0, alike), named.substr(0, alike)))
                    return true;
            begin = std::min(end + 1, id.size());
        }
        return false;
    }

    Finding finding(const Match& match) const {
        const auto& of = rule(match);
        auto last = match.last;
        while (last > match.first + 1 && m_draft.is_word(last - 1, "and")) // it told that another such word follows, and is none itself
            --last;
        auto found = finding_of(m_draft, of.category, match.first, last);
        auto words = "\"" + std::string(m_draft.document.text.substr(found.begin, found.end - found.begin)) + "\"";
        found.message = words + message(of.category);
        if (!of.better.empty() && (of.category != Category::Jargon || is_as_named(match, of.id) || is_kin(match, of.id)))
            found.message += " Perhaps: " + of.better + ".";
        if (of.category == Category::Jargon && is_as_named(match, of.id))
            found.suggestion = of.better.substr(0, of.better.find(';'));
        return found;
    }

    const Draft& m_draft;
    std::size_t m_others;
    std::vector<std::uint16_t> m_official;
};

} // namespace

std::vector<Finding> find_words(const Draft& draft, std::size_t others) { return Judge(draft, others).found(); }

} // namespace lifestory::prose
