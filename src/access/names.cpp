#include "access/names.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <unordered_map>
#include <utility>

#include "access/spelling.h"
#include "base/text.h"

namespace lifestory::access {

namespace {

using calendar::Day;

bool is_number_to_find_by(std::string_view fact) { return fact == "nhs-number" || fact == "unique-pupil-number" || fact == "former-pupil-number"; }

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '-'; });
    return text;
}

bool has_digits(const std::string& word) { return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }); }

constexpr int not_alike = 100;
constexpr int sounds_alike = 3; // further than two letters' difference in the same word

// As one entry of a family says it; what was said before stands again when that entry is taken back.
struct SaidName {
    EntryId entry;
    std::string full_name, known_as;
    std::optional<Day> born, expected;
};

struct SaidRelation {
    EntryId entry;
    std::string kind; // empty: it has ended
};

struct OfPerson {
    Named named;
    std::vector<std::string> words; // plain, of all the names and numbers
    std::set<std::string> earlier;  // of a child: names of before
    std::map<std::string, std::string> numbers; // of a child: by which fact
    std::vector<SaidName> said;     // the last stands; nothing of who has a record, for they are not taken back
};

// How far a typed word is from a word of a name; `not_alike` when it is another word.
int distance_between(const std::string& typed, const std::string& sound, const std::string& word, const std::string& its_sound) {
    if (typed == word)
        return 0;
    if (has_digits(typed) || has_digits(word))
        return not_alike; // a number is that number or another
    if (typed.size() >= 3 && word.starts_with(typed))
        return 1;
    std::size_t allowed = typed.size() >= 7 ? 2 : typed.size() >= 4 ? 1 : 0;
    auto longer = std::max(typed.size(), word.size()), shorter = std::min(typed.size(), word.size());
    if (longer - shorter <= allowed)
        if (auto letters = letters_apart(typed, word); static_cast<std::size_t>(letters) <= allowed)
            return 1 + letters;
    return typed.size() >= 3 && sound == its_sound ? sounds_alike : not_alike;
}

std::string why(const Wanted& wanted, int distance) {
    if (wanted.words.empty())
        return "born on this day";
    if (distance == 0)
        return wanted.born ? "this name, born on this day" : "this name";
    return "sounds like \"" + wanted.typed + "\"";
}

bool is_born_on(const Named& named, Day day) {
    return named.born == day || named.expected == day;
}

} // namespace

std::string Named::name() const {
    auto all = split(full_name, ' ');
    if (known_as.empty() || all.empty())
        return full_name;
    bool has_surname = known_as.find(' ') != std::string::npos || all.size() < 2;
    return has_surname ? known_as : known_as + " " + all.back();
}

struct Names::Held {
    mutable std::shared_mutex mutex;
    std::unordered_map<PersonNumber, OfPerson> people;
    std::unordered_map<RecordNumber, PersonNumber> of_child;
    std::unordered_map<RecordNumber, std::vector<PersonNumber>> of_family;
    std::map<std::pair<PersonNumber, PersonNumber>, std::vector<SaidRelation>> relations; // the last stands
    std::map<std::string, std::pair<std::string, std::set<PersonNumber>>> words; // plain: its sound, whose it is

    OfPerson& person(RecordNumber family, PersonNumber number) {
        auto [found, is_new] = people.try_emplace(number);
        if (is_new) {
            found->second.named.family = family;
            found->second.named.person = number;
            of_family[family].push_back(number);
        }
        return found->second;
    }

    void drop_words(const OfPerson& person) {
        for (const auto& word : person.words)
            words[word].second.erase(person.named.person);
    }

    void hold_words(OfPerson& person) {
        drop_words(person);
        auto all = person.named.full_name + " " + person.named.known_as;
        for (const auto& name : person.earlier)
            all += " " + name;
        for (const auto& [fact, number] : person.numbers)
            all += " " + number;
        person.words = plain_words(all);
        for (const auto& word : person.words) {
            auto& held = words[word];
            held.first = sound_of(word);
            held.second.insert(person.named.person);
        }
    }

    void learn(const record::Entry& entry, const record::Person& said) {
        auto& held = person(entry.record, said.person);
        if (said.child) {
            held.named.child = said.child;
            of_child[*said.child] = said.person;
        }
        const SaidName now{entry.id, said.full_name, said.known_as, said.born, said.expected};
        if (held.named.child)
            held.said.clear();
        else
            held.said.push_back(now);
        name(held, now);
    }

    void name(OfPerson& held, const SaidName& said) {
        held.named.full_name = said.full_name;
        held.named.known_as = said.known_as;
        held.named.born = said.born;
        held.named.expected = said.expected;
        hold_words(held);
    }

    void learn(const record::Entry& entry, const record::ChildOpened& opened) {
        auto& held = person(opened.family, opened.person);
        held.named.child = entry.record;
        of_child[entry.record] = opened.person;
    }

    void learn(const record::Entry& entry, const record::BasicDetail& detail) {
        auto found = of_child.find(entry.record);
        if (found == of_child.end())
            return;
        auto& held = people[found->second];
        auto day = calendar::parse_day(detail.value);
        if (detail.fact == "name" || detail.fact == "known-as") {
            auto& now = detail.fact == "name" ? held.named.full_name : held.named.known_as;
            if (auto before = std::exchange(now, detail.value); !before.empty())
                held.earlier.insert(std::move(before));
        } else if (detail.fact == "earlier-name")
            held.earlier.insert(detail.value);
        else if (is_number_to_find_by(detail.fact))
            held.numbers[detail.fact] = without_spaces(detail.value);
        else if (detail.fact == "born" && day)
            held.named.born = *day;
        else if (detail.fact == "expected" && day)
            held.named.expected = *day;
        else
            return;
        hold_words(held);
    }

    void learn(const record::Entry& entry, const record::Relationship& said) {
        relations[{said.from, said.to}].push_back({entry.id, said.until ? std::string() : said.kind});
    }

    // Of a family: somebody drawn in error is nobody to find. A child's stream is none of ours.
    void learn(const record::Entry& entry, const record::Correction& correction) {
        const auto family = of_family.find(entry.record);
        if (correction.withdraws.is_zero() || family == of_family.end())
            return;
        const auto people_of_it = family->second;
        for (const auto& number : people_of_it) {
            take_back_relation(number, correction.withdraws);
            take_back_name(family->second, number, correction.withdraws);
        }
    }

    void take_back_relation(const PersonNumber& from, const EntryId& entry) {
        for (auto one = relations.lower_bound({from, PersonNumber{}}); one != relations.end() && one->first.first == from;) {
            std::erase_if(one->second, [&](const auto& said) { return said.entry == entry; });
            one = one->second.empty() ? relations.erase(one) : std::next(one);
        }
    }

    void take_back_name(std::vector<PersonNumber>& family, const PersonNumber& number, const EntryId& entry) {
        auto& held = people.at(number);
        if (std::erase_if(held.said, [&](const auto& said) { return said.entry == entry; }) == 0 || held.named.child)
            return;
        if (!held.said.empty())
            return name(held, held.said.back());
        drop_words(held);
        people.erase(number);
        std::erase(family, number);
        std::erase_if(relations, [&](const auto& one) { return one.first.first == number || one.first.second == number; }); // every tie goes with them
    }

    template <class Other>
    void learn(const record::Entry&, const Other&) {}

    // For each person who has the word or one like it: how far it is.
    std::unordered_map<PersonNumber, int> who_has(const std::string& typed) const {
        std::unordered_map<PersonNumber, int> found;
        auto sound = sound_of(typed);
        for (const auto& [word, held] : words) {
            int distance = distance_between(typed, sound, word, held.first);
            if (distance == not_alike)
                continue;
            for (const auto& person : held.second) {
                auto [place, is_new] = found.try_emplace(person, distance);
                place->second = std::min(place->second, distance);
            }
        }
        return found;
    }

    // People who have all of the words, with the sum of how far.
    std::unordered_map<PersonNumber, int> who_has_all(const std::vector<std::string>& typed) const {
        auto all = who_has(typed.front());
        for (std::size_t at = 1; at < typed.size(); ++at) {
            auto next = who_has(typed[at]);
            std::unordered_map<PersonNumber, int> both;
            for (const auto& [person, distance] : all)
                if (auto found = next.find(person); found != next.end())
                    both[person] = distance + found->second;
            all = std::move(both);
        }
        return all;
    }
};

Names::Names() : m_held(std::make_unique<Held>()) {}
Names::~Names() = default;

void Names::learn(const record::Entry& entry) {
    std::unique_lock lock(m_held->mutex);
    std::visit([&](const auto& content) { m_held->learn(entry, content); }, entry.content);
}

std::vector<Match> Names::search(const Wanted& wanted) const {
    std::shared_lock lock(m_held->mutex);
    std::vector<Match> matches;
    auto take = [&](const Named& named, int distance) {
        if (!wanted.born || is_born_on(named, *wanted.born))
            matches.push_back({named, why(wanted, distance), distance});
    };
    if (!wanted.words.empty()) {
        for (const auto& [person, distance] : m_held->who_has_all(wanted.words))
            take(m_held->people.at(person).named, distance);
    } else if (wanted.born) {
        for (const auto& [person, held] : m_held->people)
            take(held.named, 0);
    }
    std::ranges::sort(matches, {}, [](const Match& match) {
        return std::tuple(match.distance, !match.who.child.has_value(), match.who.full_name, match.who.person);
    });
    return matches;
}

std::vector<Named> Names::exactly(const std::string& name, Day born) const {
    std::shared_lock lock(m_held->mutex);
    auto typed = plain_words(name);
    std::vector<Named> found;
    for (const auto& [record, person] : m_held->of_child) {
        const auto& named = m_held->people.at(person).named;
        if (is_born_on(named, born) && (plain_words(named.full_name) == typed || plain_words(named.name()) == typed))
            found.push_back(named);
    }
    return found;
}

std::vector<Named> Names::children_of(RecordNumber family) const {
    std::shared_lock lock(m_held->mutex);
    std::vector<Named> children;
    auto people = m_held->of_family.find(family);
    if (people == m_held->of_family.end())
        return children;
    for (const auto& person : people->second)
        if (m_held->people.at(person).named.child)
            children.push_back(m_held->people.at(person).named);
    return children;
}

Named Names::of_child(RecordNumber child) const {
    std::shared_lock lock(m_held->mutex);
    auto found = m_held->of_child.find(child);
    return found == m_held->of_child.end() ? Named{} : m_held->people.at(found->second).named;
}

std::string Names::who_to(const PersonNumber& from, const PersonNumber& to) const {
    std::shared_lock lock(m_held->mutex);
    auto found = m_held->relations.find({from, to});
    return found == m_held->relations.end() ? "" : found->second.back().kind;
}

std::size_t Names::people() const {
    std::shared_lock lock(m_held->mutex);
    return m_held->people.size();
}

} // namespace lifestory::access
