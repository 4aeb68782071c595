#include "prose/wrong_date.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "prose/dates.h"

namespace lifestory::prose {

namespace {

constexpr int longest_slip = 10; // years: 2013 for 2023

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
                if (findings.size() == before && !born && !given_rightly && !is(date, day) && is_near(date, day) && !looks_ahead(date) && !is_heading(date) && !has_its_own_event(date))
                    findings.push_back(finding(date, known, born));
        }
    }

private:
    static bool is(const Date& date, std::chrono::year_month_day day) {
        return (date.day == 0 || unsigned(date.day) == unsigned(day.day())) && (date.month == 0 || unsigned(date.month) == unsigned(day.month())) &&
               (date.year == 0 || date.year == int(day.year()));
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
        if (date.day == 0)
            return false;
        if (date.year == 0)
            return swapped && d != m;
        if (std::abs(date.year - int(day.year())) > longest_slip)
            return false;
        return swapped || (same_day && (same_month || same_year)) || (same_month && same_year && std::abs(date.day - d) <= 2);
    }

    static bool is_slip(int written, int right) { // 14 for 13, 24 or 41
        return std::abs(written - right) <= 2 || std::abs(written - right) == 10 || std::abs(written - right) == 20 || (written % 10 == right / 10 && written / 10 == right % 10);
    }

    bool is_heading(const Date& date) const { return m_draft.lines[m_draft.document.sentence_of(m_draft.token(date.first)).line] == LineKind::Heading; }

    // "I saw you on 13 March", "you moved school on 6 May": its own event, whatever else happened on a day like it.
    bool has_its_own_event(const Date& date) const {
        const auto& sentence = m_draft.document.sentence_of(m_draft.token(date.first));
        for (auto verb = date.first; verb-- > sentence.first && verb + 6 >= date.first;)
            if (m_draft.token(verb).is(Class::Meet) && !m_draft.token(verb).is(Class::Thing) && verb > sentence.first && m_draft.token(verb - 1).is(bits(Class::I, Class::We)))
                return true;
        for (auto at = sentence.first; at < sentence.last; ++at)
            if (is_move_of_another_kind(at, sentence.last) || m_draft.is_any<"funeral", "swimming", "holiday", "party">(at))
                return true;
        return false;
    }

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
        if (looks_ahead(date) && known.event.find("next") == std::string::npos)
            return false;
        auto event = read(known.event, m_draft.reader.vocabulary());
        std::size_t wanted = 0, met = 0, strong = 0, strong_met = 0; // strong: what happened, not who or where
        bool is_of_another = false;
        for (const auto& word : event.tokens) {
            auto stem = event.lower(word).substr(0, 5);
            if (stem.size() < 4 || word.is(bits(Class::Preposition, Class::Whose)) || named(stem))
                continue;
            bool is_strong = !is_who_or_where(word, stem), is_met = false;
            for (auto at = from; at < to && !is_met; ++at)
                is_met = (begins_with(m_draft.of(at), root_of(stem)) || is_said_for(stem, at)) && !is_move_of_another_kind(at, to);
            is_of_another |= !is_met && word.is(Class::Relation) && has_relation(from, to);
            ++wanted;
            met += is_met;
            strong += is_strong;
            strong_met += is_strong && is_met;
        }
        if (is_of_another || (strong > 0 && strong_met == 0))
            return false;
        std::chrono::year_month_day day(known.day);
        if (date.year != 0 && std::abs(date.year - int(day.year())) > longest_slip)
            return false;
        bool same_month = unsigned(date.month) == unsigned(day.month());
        bool half = unsigned(date.day) == unsigned(day.day()) || (same_month && (date.year != 0 || is_slip(date.day, int(unsigned(day.day()))) || (strong > 0 && strong_met == strong)));
        bool half_of_month = date.day == 0 && date.month != 0 && strong > 0 && strong_met == strong && (same_month || date.year == int(day.year()));
        return wanted > 0 && (met == wanted || half_of_month || (met > 0 && half && date.day > 0));
    }

    static std::string root_of(const std::string& stem) { // "moving in" tells of what we know as "moved in"
        auto root = stem.substr(0, 4);
        if (stem.size() > 4 && root.back() == 'e')
            root.pop_back();
        return root;
    }

    static bool is_who_or_where(const Token& word, const std::string& stem) {
        static constexpr std::array<std::string_view, 7> places{"schoo", "home", "nurse", "colle", "hospi", "foste", "carer"};
        return word.is(Class::Relation) || std::find(places.begin(), places.end(), stem) != places.end();
    }

    bool has_relation(std::uint32_t from, std::uint32_t to) const {
        for (auto at = from; at < to; ++at)
            if (m_draft.token(at).is(Class::Relation))
                return true;
        return false;
    }

    bool is_move_of_another_kind(std::uint32_t at, std::uint32_t to) const { // "moved school", "moved class"
        return begins_with(m_draft.of(at), "move") && at + 1 < to && m_draft.is_any<"school", "schools", "class", "classes", "college", "nursery", "bedroom", "bedrooms", "room", "rooms", "job", "jobs">(at + 1);
    }

    // "your birthday is on Saturday the 4th of May", "the 4th of May is your birthday", "you turn ten on 4 May"
    bool tells_of_birth(const Date& date, const Sentence& sentence) const {
        bool near = false;
        for (auto at = std::max(sentence.first, date.first > 9 ? date.first - 9 : 0); at < date.first; ++at) {
            bool other = std::any_of(m_dates.begin(), m_dates.end(), [&](const Date& one) { return one.first <= at && at < one.last; });
            bool party = m_draft.is_any<"party", "tea", "treat", "visit", "meeting", "cake", "weekend", "trip", "present", "card">(at);
            if (other || party)
                near = false;
            else if (m_draft.is_any<"born", "birth", "dob", "birthday">(at) || (m_draft.is_word<"b">(at) && at >= sentence.first + 2 && m_draft.is_word<"o">(at - 1) && m_draft.is_word<"d">(at - 2)))
                near = owner_is_child(at);
            else if (m_draft.is_any<"turn", "turned">(at) && at > sentence.first && m_draft.is_any<"you", "will">(at - 1))
                near = at + 4 >= date.first;
            else if (m_draft.is_any<"are">(at) && m_draft.is_any<"you">(at - (at > sentence.first)) && at + 3 + m_draft.token(date.first - 1).is(Class::Weekday) == date.first && is_age(at + 1))
                near = true; // "when you are 18 on 20 December"
            else if (m_draft.is_any<"be">(at) && at + 3 + m_draft.token(date.first - 1).is(Class::Weekday) == date.first && at > sentence.first && is_age(at + 1))
                near = m_draft.is_any<"will", "'ll">(at - 1);
        }
        bool after = date.last + 3 <= sentence.last && m_draft.is_any<"is", "was">(date.last) && m_draft.is_any<"your">(date.last + 1) && m_draft.is_any<"birthday">(date.last + 2);
        return near || after || is_in_brackets(date);
    }

    // "Toby Penhallow (2.3.2014)", where the year is near that of the birth
    bool is_in_brackets(const Date& date) const {
        if (date.first == 0 || date.year == 0 || !m_draft.token(date.first).has(Bracket) || !m_draft.is_child(date.first - 1) || !m_draft.same_sentence(date.first - 1, date.first))
            return false;
        auto born = std::find_if(m_draft.about.key_dates.begin(), m_draft.about.key_dates.end(), [](const KeyDate& known) { return known.event == "born"; });
        return born != m_draft.about.key_dates.end() && std::abs(date.year - int(std::chrono::year_month_day(born->day).year())) <= 2;
    }

    bool is_age(std::uint32_t at) const { // "you will be twelve on 2 March"
        return m_draft.is_any<"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
                                   "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "21">(at);
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
        if (stem.starts_with("missi"))
            return m_draft.is_any<"ran", "gone", "away", "disappeared", "missing">(at);
        if (stem.starts_with("died") || stem.starts_with("death"))
            return m_draft.is_any<"died", "passed", "death">(at);
        if (stem.starts_with("exclu") || stem.starts_with("suspe"))
            return m_draft.is_any<"excluded", "suspended">(at);
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
        if (date.day == 0)
            right = date.month == 0 ? right.substr(right.rfind(' ') + 1) : right.substr(right.find(' ') + 1);
        found.suggestion = date.year == 0 ? right.substr(0, right.rfind(' ')) : right;
        return found;
    }

    const Draft& m_draft;
    std::vector<Date> m_dates;
};

} // namespace

void find_wrong_dates(const Draft& draft, std::vector<Finding>& findings) {
    if (!draft.about.key_dates.empty())
        Dates(draft).find(findings);
}

} // namespace lifestory::prose
