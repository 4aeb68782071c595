#include "prose/misspelt.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "prose/dates.h"

namespace lifestory::prose {

namespace {

constexpr std::size_t most_small = 4'000; // words of one draft

// How many letters must change, or 9 when it is more than two.
int distance(std::string_view a, std::string_view b) {
    if (a.size() > 24 || b.size() > 24 || a.size() > b.size() + 2 || b.size() > a.size() + 2)
        return 9;
    std::array<std::array<int, 26>, 26> cost{};
    for (std::size_t i = 0; i <= a.size(); ++i)
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = static_cast<int>(i + j);
                continue;
            }
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    return cost[a.size()][b.size()];
}

// Names that are said alike and share few letters.
constexpr std::string_view said_alike[] = {
    "sean shaun shawn", "rhys reece reese", "niamh neve", "siobhan shevaun shivaun", "geoff jeff", "lee leigh", "graham graeme", "dylan dillon", "hugh huw",
    "owen eoin", "ian iain", "ceri kerry", "caoimhe keeva", "saoirse seersha", "aoife eefa", "yvonne evonne", "cian kian keane", "ciara keira kiera",
    "orla orlagh", "eilidh ailie", "xavier zavier", "mohammed muhammad mohamed mohammad", "yusuf yousef youssef", "ibrahim ebrahim", "amir ameer",
    "hussain hussein", "syed sayed", "zoe zoey", "mia mya", "vivienne vivian", "shona seona", "mhairi vari", "oisin usheen", "louis lewis", "aidan aiden ayden",
    "phoebe febe", "joaquin wakeen", "sian sharn", "stephen steven", "geraint gerent", "rhiannon reannon", "euan ewan", "leila layla", "zainab zaynab"};

bool are_said_alike(std::string_view one, std::string_view other) {
    static const auto groups = [] {
        std::unordered_map<std::string_view, std::size_t> all;
        for (std::size_t group = 0; group < std::size(said_alike); ++group)
            for (std::size_t from = 0, to = 0; from < said_alike[group].size(); from = to + 1) {
                to = std::min(said_alike[group].find(' ', from), said_alike[group].size());
                all.emplace(said_alike[group].substr(from, to - from), group);
            }
        return all;
    }();
    const auto found = groups.find(one), same = groups.find(other);
    return found != groups.end() && same != groups.end() && found->second == same->second;
}

// What is left of a name when it is said quickly: Glenys and Glennis are both "glns".
std::string bones(std::string_view name) {
    std::string out;
    for (char c : name) {
        if (c == 'k' || c == 'q')
            c = 'c';
        if (c == 'z')
            c = 's';
        bool vowel = std::string_view("aeiouyhw'").find(c) != std::string_view::npos;
        if ((!vowel || out.empty()) && (out.empty() || out.back() != c))
            out += c;
    }
    return out;
}

// How a name sounds to one who has not seen it written: Steph-, Kerri and Jon are Stef-, Kerry and John.
std::string sound(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size(); ++at) {
        auto rest = name.substr(at);
        char c = name[at];
        if (rest.starts_with("ph") || (c == 'v' && !out.empty())) {
            c = 'f';
            at += rest.starts_with("ph");
        } else if (rest.starts_with("ck") || rest.starts_with("ch") || rest.starts_with("kh")) {
            c = 'c';
            ++at;
        } else if (c == 'k' || c == 'q')
            c = 'c';
        else if (c == 'z')
            c = 's';
        else if (c == 'h' && at > 0)
            continue;
        else if (rest.starts_with("ae") && rest.size() > 2)
            ++at;
        else if (rest == "ie" || rest == "ey" || rest == "ee" || rest == "i" || rest == "y") {
            out += 'i';
            break;
        } else if (c == 'y')
            c = 'i';
        if (out.empty() || out.back() != c)
            out += c;
    }
    if (out.size() > 2 && out.back() == 'e')
        out.pop_back();
    return out;
}

bool begin_alike(char a, char b) {
    auto is_open = [](char c) { return c == 'a' || c == 'e' || c == 'i'; }; // Amelia, Emelia
    if (is_open(a) && is_open(b))
        return true;
    auto begins = [](char c) { return c == 'k' ? 'c' : c == 'g' ? 'j' : c == 'z' ? 's' : c == 'p' ? 'f' : c == 'y' ? 'i' : c; };
    return begins(a) == begins(b);
}

bool is_another_spelling(std::string_view written, std::string_view known) {
    if (written == known || written.size() < 3 || known.size() < 3)
        return false;
    if (are_said_alike(written, known))
        return true;
    if (written[0] != known[0] && std::min(written.size(), known.size()) < 5 && std::string_view("aei").find(written[0]) != std::string_view::npos)
        return false; // Eva is not Ava
    bool turned = written[0] == known[1] && written[1] == known[0]; // the first two letters, in the wrong order
    if (!turned && !begin_alike(written[0], known[0]))
        return false;
    if (std::max(written.size(), known.size()) >= 4 && sound(written) == sound(known))
        return true;
    if (written.starts_with(known) || known.starts_with(written)) // a short form, or a doubled last letter
        return known.size() > 3 && distance(written, known) == 1 && written.size() > 3 && std::max(written, known).back() != 's' && std::max(written, known).back() != 'y';
    auto far = distance(written, known);
    if (far == 1)
        return known.size() >= 4 || (known.size() == 3 && written.size() == 4);
    return far == 2 && ((known.size() >= 5 && bones(written) == bones(known)) || (known.size() >= 7 && written.size() >= 6));
}

class Names {
public:
    explicit Names(const Draft& draft) : m_draft(draft) {
        for (std::size_t who = 0; who < draft.people.size(); ++who)
            for (const auto& part : read(draft.people[who].full, draft.reader.vocabulary()).tokens) {
                auto word = draft.people[who].full.substr(part.begin, part.end - part.begin);
                if (!part.is(Class::Title) || part.is(bits(Class::MaleName, Class::FemaleName)))
                    m_parts.push_back({fold(word), who});
            }
        for (const auto& part : read(draft.about.child, draft.reader.vocabulary()).tokens)
            m_parts.push_back({lower(draft.about.child.substr(part.begin, part.end - part.begin)), 0});
        for (auto who : draft.named)
            if (who > 0)
                m_mentioned.insert(who - 1u);
    }

    void find(std::vector<Finding>& findings) {
        for (std::size_t at = 0; at < m_draft.document.tokens.size(); ++at)
            if (auto part = misspelt_at(at))
                findings.push_back(finding(at, *part));
    }

private:
    struct Part {
        std::string word;
        std::size_t who = 0;
    };

    // What the letters of a word tell, wherever it stands: found once for each word of a draft.
    struct Letters {
        std::string word; // folded; empty: it is like no name, or is one
        std::vector<std::size_t> alike, perhaps_surname, plural, longer; // parts
    };

    static std::string lower(std::string_view text) { return fold(text); } // without accents: Luísa is Luisa

    std::optional<std::size_t> misspelt_at(std::size_t at) {
        const auto& token = m_draft.token(at);
        if (!token.has(Capital) || token.is_set_apart() || m_draft.named[at] || token.end - token.begin < 3)
            return std::nullopt;
        if (token.is(bits(Class::Month, Class::Weekday, Class::Title, Class::I, Class::You)) && !token.is(bits(Class::MaleName, Class::FemaleName)))
            return std::nullopt;
        const auto& letters = letters_of(at);
        if (letters.word.empty())
            return std::nullopt;
        for (auto i : letters.alike)
            if (is_meant(at, m_parts[i], letters.word))
                return i;
        for (auto i : letters.perhaps_surname)
            if (is_surname_at(at, m_parts[i]))
                return i;
        if (!letters.plural.empty() && is_after_title(at))
            return letters.plural.front();
        for (auto i : letters.longer) // Mum is Beth; "Mum Bethany" is another name than the one we know
            if (is_told(at, m_parts[i].who))
                return i;
        return std::nullopt;
    }

    const Letters& letters_of(std::size_t at) {
        auto [known, is_new] = m_letters.try_emplace(m_draft.of(at));
        auto& letters = known->second;
        if (!is_new)
            return letters;
        auto word = fold(m_draft.of(at));
        for (const auto& part : m_parts)
            if (part.word == word)
                return letters;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            const auto& part = m_parts[i].word;
            bool alike = is_another_spelling(word, part);
            if (alike)
                letters.alike.push_back(i);
            if (alike || distance(word, part) == 1)
                letters.perhaps_surname.push_back(i);
            if (m_draft.people[m_parts[i].who].last == part && (word == part + "s" || part == word + "s"))
                letters.plural.push_back(i);
            if (is_longer_form(word, m_parts[i]))
                letters.longer.push_back(i);
        }
        if (!letters.alike.empty() || !letters.perhaps_surname.empty() || !letters.plural.empty() || !letters.longer.empty())
            letters.word = std::move(word);
        return letters;
    }

    // "Ms Hargreaves" is one person, not the family of Ms Hargreave.
    bool is_after_title(std::size_t at) const {
        return at > 0 && m_draft.same_sentence(at - 1, at) && m_draft.token(at - 1).is(Class::Title) && !m_draft.token(at).has(Owner);
    }

    // After the first name of the same person: "Connor Fiske". The Barrows are a family.
    bool is_surname_at(std::size_t at, const Part& part) const {
        const auto& person = m_draft.people[part.who];
        return at > 0 && m_draft.same_sentence(at - 1, at) && !m_draft.token(at).has(Apart) && person.last == part.word && person.first != part.word && m_draft.is_word(at - 1, person.first) && part.word.size() >= 3;
    }

    bool is_known_word(const Token& token) {
        return (token.word != 0 && !token.is(bits(Class::MaleName, Class::FemaleName))) || is_small(m_draft.document.lower(token));
    }

    bool is_small(const std::string& word) {
        for (std::size_t at = 0; !m_small_known && at < m_draft.document.tokens.size() && m_small.size() < most_small; ++at)
            if (!m_draft.token(at).has(Capital) && m_draft.token(at).word == 0)
                m_small.insert(m_draft.document.lower(m_draft.token(at)));
        m_small_known = true;
        return m_small.contains(word);
    }

    // "your nan Margret", "Mum Shelley": who it is, is said beside it.
    bool is_told(std::size_t at, std::size_t who) const {
        for (auto before = at; before-- > 0 && before + 2 >= at && m_draft.same_sentence(before, at);)
            if (m_draft.token(before).is(bits(Class::Relation, Class::RoleHead)) && (m_draft.people[who].classes & m_draft.token(before).classes & bits(Class::Relation, Class::RoleHead, Class::Sibling)) &&
                m_draft.people[who].role.find(stem(m_draft.document.lower(m_draft.token(before)))) != std::string::npos)
                return true;
        return at + 1 < m_draft.document.tokens.size() && m_draft.same_sentence(at + 1, at) && !m_draft.people[who].last.empty() && m_draft.is_word(at + 1, m_draft.people[who].last);
    }

    // Mummy is mum's and mother's, nana is gran's.
    static bool is_kin(std::string_view role, const std::string& word) {
        static constexpr std::array<std::array<std::string_view, 4>, 3> same{{{"mum", "mother", "mam", "mom"}, {"dad", "father", "papa", "pop"}, {"nan", "gran", "grandm", "nonna"}}};
        for (const auto& names : same)
            if (std::any_of(names.begin(), names.end(), [&](auto name) { return word.starts_with(name); }))
                return std::any_of(names.begin(), names.end(), [&](auto name) { return role.find(name) != std::string_view::npos; });
        return role.find(stem(word)) != std::string_view::npos;
    }

    static std::string stem(const std::string& word) { return word.substr(0, 3); }

    bool is_longer_form(const std::string& word, const Part& part) const {
        return part.word.size() >= 3 && word.size() > part.word.size() + 1 && word.starts_with(part.word) && part.who > 0 && part.word == m_draft.people[part.who].first && !is_relation_word(word);
    }

    bool is_relation_word(const std::string& word) const { return m_draft.reader.vocabulary().classes(m_draft.reader.vocabulary().find(word)) & bit(Class::Relation); }

    bool is_meant(std::size_t at, const Part& part, const std::string& word) {
        const auto& token = m_draft.token(at);
        auto who = part.who;
        if (is_told(at, who))
            return true;
        if (is_anothers(at, who))
            return false;
        if (is_known_word(token))
            return false;
        bool another = at + 1 < m_draft.document.tokens.size() && m_draft.same_sentence(at + 1, at) && m_draft.token(at + 1).has(Capital) && !m_draft.token(at + 1).has(Apart) && !token.has(Owner) &&
                       !m_draft.named[at + 1] && !m_draft.token(at + 1).is(bits(Class::Month, Class::Weekday, Class::I)) && who > 0;
        if (another)
            return false; // with a surname of their own
        bool introduced = at > 0 && m_draft.same_sentence(at - 1, at) &&
                          (m_draft.is_any<"called", "named", "girl", "boy", "friend", "mate", "cat", "dog", "rabbit", "street", "road", "st">(at - 1) || (at > 1 && m_draft.is_any<"a">(at - 1)));
        if (introduced)
            return false;
        return !token.is(bits(Class::MaleName, Class::FemaleName)) || !is_mentioned(who) || sound(word) == sound(part.word);
    }

    // "your cousin Sara" is not Sarah, who is your social worker; nor is "Sara from the youth club".
    bool is_anothers(std::size_t at, std::size_t who) const {
        const auto& role = m_draft.people[who].role;
        for (auto before = at; before-- > 0 && before + 2 >= at && m_draft.same_sentence(before, at) && !m_draft.token(before + 1).has(Comma);)
            if (m_draft.token(before).is(bits(Class::Relation, Class::Sibling, Class::Friend)))
                return !is_kin(role, m_draft.document.lower(m_draft.token(before)));
        return m_draft.token(at).is(bits(Class::MaleName, Class::FemaleName)) && is_mentioned(who) && m_draft.same_sentence(at + 1, at) && (m_draft.is_any<"from", "who", "next">(at + 1) || m_draft.token(at + 1).has(Bracket));
    }

    // A name that is a name itself may be somebody else's, when the one we know is there too.
    bool is_mentioned(std::size_t who) const { return m_mentioned.contains(who); }

    Finding finding(std::size_t at, std::size_t part) const {
        auto found = finding_of(m_draft, Category::MisspeltName, at, at + 1);
        auto right = name_of(part);
        found.message = "The record knows this name as \"" + right + "\".";
        found.suggestion = right;
        return found;
    }

    std::string name_of(std::size_t part) const { // as it is written where we know it
        const auto& [word, who] = m_parts[part];
        const auto& from = who == 0 ? (m_draft.about.full_name.empty() ? m_draft.about.child : m_draft.about.full_name) : m_draft.about.people[who - 1].name;
        auto at = lower(from).find(word);
        return at == std::string::npos ? m_draft.about.child : from.substr(at, word.size());
    }

    const Draft& m_draft;
    std::vector<Part> m_parts;
    std::set<std::size_t> m_mentioned;
    std::unordered_map<std::string_view, Letters> m_letters; // by the word as it stands
    std::unordered_set<std::string> m_small;                 // words that stand in small letters too are no names
    bool m_small_known = false;
};

// ---- dates

class Dates {
public:
    explicit Dates(const Draft& draft) : m_draft(draft), m_dates(dates_in(draft.document)) {}

    void find(std::vector<Finding>& findings) {
        for (const auto& known : m_draft.about.key_dates) {
            std::chrono::year_month_day day(known.day);
            bool born = known.event == "born", given_rightly = false;
            for (const auto& date : m_dates)
                given_rightly |= is(date, day);
            auto before = findings.size();
            for (const auto& date : m_dates)
                if (!is(date, day) && !is_known(date) && !stands_with(date, day) && tells_of(date, known, born))
                    findings.push_back(finding(date, known, born));
            for (const auto& date : m_dates)
                if (findings.size() == before && !born && !given_rightly && !is(date, day) && is_near(date, day) && !looks_ahead(date) && !is_heading(date))
                    findings.push_back(finding(date, known, born));
        }
    }

private:
    static bool is(const Date& date, std::chrono::year_month_day day) {
        return unsigned(date.day) == unsigned(day.day()) && unsigned(date.month) == unsigned(day.month()) && (date.year == 0 || date.year == int(day.year()));
    }

    bool is_known(const Date& date) const { // right for something else
        return std::any_of(m_draft.about.key_dates.begin(), m_draft.about.key_dates.end(), [&](const KeyDate& known) { return is(date, known.day); });
    }

    bool stands_with(const Date& date, std::chrono::year_month_day day) const { // the right one is in the same sentence
        return std::any_of(m_dates.begin(), m_dates.end(), [&](const Date& other) { return m_draft.same_sentence(other.first, date.first) && is(other, day); });
    }

    static bool is_near(const Date& date, std::chrono::year_month_day day) {
        int d = int(unsigned(day.day())), m = int(unsigned(day.month()));
        bool same_day = date.day == d, same_month = date.month == m, same_year = date.year == int(day.year());
        bool swapped = date.day == m && date.month == d;
        if (date.year == 0)
            return swapped && d != m;
        return swapped || (same_day && (same_month || same_year)) || (same_month && same_year && std::abs(date.day - d) <= 2);
    }

    static bool is_slip(int written, int right) { // 14 for 13, 24 or 41
        return std::abs(written - right) <= 2 || std::abs(written - right) == 10 || std::abs(written - right) == 20 || (written % 10 == right / 10 && written / 10 == right % 10);
    }

    bool is_heading(const Date& date) const { return m_draft.lines[m_draft.document.sentence_of(m_draft.token(date.first)).line] == LineKind::Heading; }

    bool looks_ahead(const Date& date) const {
        const auto& sentence = m_draft.document.sentence_of(m_draft.token(date.first));
        for (auto at = std::max(sentence.first, date.first > 12 ? date.first - 12 : 0); at < std::min(sentence.last, date.last + 8); ++at)
            if (at >= date.last && m_draft.is_any<"that", "which", "who">(at))
                return false; // what the judge decided that day may lie ahead, the day does not
            else if (m_draft.is_any<"will", "next", "due", "until", "by">(at) || (m_draft.token(at).is(Class::Modal) && !m_draft.token(at).has(Capital)))
                return true;
        return false;
    }

    // The words of an event, or what is said for it, stand in the sentence before the date.
    bool tells_of(const Date& date, const KeyDate& known, bool born) const {
        const auto& sentence = m_draft.document.sentence_of(m_draft.token(date.first));
        auto from = std::max(sentence.first, date.first > 14 ? date.first - 14 : 0), to = std::min(sentence.last, date.last + 6);
        if (born) {
            return tells_of_birth(date, sentence);
        }
        if (is_due(known.event, date))
            return true;
        if (looks_ahead(date))
            return false;
        auto event = read(known.event, m_draft.reader.vocabulary());
        std::size_t wanted = 0, met = 0;
        for (const auto& word : event.tokens) {
            auto stem = event.lower(word).substr(0, 5);
            if (stem.size() < 4 || word.is(bits(Class::Preposition, Class::Whose)) || named(stem))
                continue;
            ++wanted;
            for (auto at = from; at < to; ++at)
                if (m_draft.document.lower(m_draft.token(at)).starts_with(stem.substr(0, 4)) || is_said_for(stem, at)) {
                    ++met;
                    break;
                }
        }
        std::chrono::year_month_day day(known.day);
        bool same_month = unsigned(date.month) == unsigned(day.month());
        bool half = unsigned(date.day) == unsigned(day.day()) || (same_month && (date.year != 0 || is_slip(date.day, int(unsigned(day.day())))));
        return wanted > 0 && (met == wanted || (met > 0 && half));
    }

    // "your birthday is on Saturday the 4th of May", "the 4th of May is your birthday", "you turn ten on 4 May"
    bool tells_of_birth(const Date& date, const Sentence& sentence) const {
        bool near = false;
        for (auto at = std::max(sentence.first, date.first > 9 ? date.first - 9 : 0); at < date.first; ++at) {
            bool other = std::any_of(m_dates.begin(), m_dates.end(), [&](const Date& one) { return one.first <= at && at < one.last; });
            bool party = m_draft.is_any<"party", "tea", "treat", "visit", "meeting", "cake", "weekend", "trip", "present", "card">(at);
            if (other || party)
                near = false;
            else if (m_draft.is_any<"born", "birth", "dob", "birthday">(at))
                near = owner_is_child(at);
            else if (m_draft.is_any<"turn", "turned">(at) && at > sentence.first && m_draft.is_any<"you", "will">(at - 1))
                near = at + 4 >= date.first;
            else if (m_draft.is_any<"be">(at) && at + 3 == date.first && at > sentence.first && is_age(at + 1))
                near = m_draft.is_any<"will", "'ll">(at - 1);
        }
        bool after = date.last + 3 <= sentence.last && m_draft.is_any<"is", "was">(date.last) && m_draft.is_any<"your">(date.last + 1) && m_draft.is_any<"birthday">(date.last + 2);
        return near || after;
    }

    bool is_age(std::uint32_t at) const { // "you will be twelve on 2 March"
        return m_draft.is_any<"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
                                   "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "21">(at);
    }

    bool named(const std::string& stem) const {
        return std::any_of(m_draft.people.begin(), m_draft.people.end(), [&](const Person& person) { return person.first.substr(0, 5) == stem; });
    }

    // "EDD 24 April", "due on 24 April" for the day on which a baby is due
    bool is_due(std::string_view event, const Date& date) const {
        if (event.find("due") == std::string_view::npos)
            return false;
        for (auto at = date.first; at-- > 0 && at + 4 >= date.first && m_draft.same_sentence(at, date.first);)
            if (m_draft.is_any<"edd", "due">(at))
                return true;
        return false;
    }

    bool is_said_for(std::string_view stem, std::uint32_t at) const {
        if (stem.starts_with("visit"))
            return m_draft.is_any<"came", "saw", "visited", "see">(at);
        if (stem.starts_with("moved") || stem.starts_with("place") || stem.starts_with("start"))
            return m_draft.is_any<"lived", "moved", "since", "live", "came", "began", "started", "joined">(at);
        if (stem.starts_with("refer"))
            return m_draft.is_any<"rang", "contacted", "touch", "called", "referred", "told", "emailed">(at);
        if (stem.starts_with("recei"))
            return m_draft.is_any<"us", "me", "team">(at);
        if (stem.starts_with("court") || stem.starts_with("heari") || stem.starts_with("order"))
            return m_draft.is_any<"judge", "court", "order", "hearing">(at);
        if (stem.starts_with("meeti") || stem.starts_with("revie") || stem.starts_with("confe") || stem.starts_with("group") || stem.starts_with("core"))
            return m_draft.is_any<"met", "meeting", "review", "conference">(at);
        return false;
    }

    bool owner_is_child(std::uint32_t at) const { // not a brother's birthday
        for (auto before = at; before-- > 0 && before + 4 >= at && m_draft.same_sentence(before, at);) {
            if (m_draft.named[before])
                return m_draft.named[before] == 1;
            if (m_draft.token(before).is(bits(Class::Relation, Class::Sibling)))
                return false;
        }
        return true;
    }

    Finding finding(const Date& date, const KeyDate& known, bool born) const {
        auto found = finding_of(m_draft, Category::MisspeltName, date.first, date.last);
        auto right = calendar::in_words(known.day);
        found.message = born ? child_of(m_draft) + "'s birthday is " + right + "." : "The record has " + right + " for this: " + known.event + ".";
        found.suggestion = date.year == 0 ? right.substr(0, right.rfind(' ')) : right;
        return found;
    }

    const Draft& m_draft;
    std::vector<Date> m_dates;
};

} // namespace

std::vector<Finding> find_misspelt(const Draft& draft) {
    std::vector<Finding> findings;
    if (!draft.about.people.empty() || !draft.about.full_name.empty())
        Names(draft).find(findings);
    if (!draft.about.key_dates.empty())
        Dates(draft).find(findings);
    return findings;
}

} // namespace lifestory::prose
