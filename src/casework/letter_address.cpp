#include "casework/letter_address.h"

#include <algorithm>

#include "base/text.h"
#include "casework/address_signs.h"

namespace lifestory::casework {

namespace {

// "Mr Lee Barrow" too, and by a name of before.
std::vector<const record::Person*> receivers_of(const record::Family& family, const record::Present& named) {
    std::vector<const record::Person*> all;
    if (named.person) {
        if (const auto* person = family.person(*named.person))
            all.push_back(person);
        return all;
    }
    const auto written = bared(named.full_name).all;
    for (const auto& history : family.people)
        if (std::any_of(history.said.begin(), history.said.end(), [&](const auto& said) {
                const auto name = bared(said.what.full_name).all;
                return !name.empty() && (written.find(name) != std::string::npos || written == bared(said.what.known_as).all);
            }))
            all.push_back(&history.now());
    return all;
}

bool is_among(const std::vector<PersonNumber>& people, const record::Person& person) { return std::find(people.begin(), people.end(), person.person) != people.end(); }

// By what homes are found; `streets` tell that they may be meant.
struct Signs {
    std::vector<std::string> certain, streets;

    void add(const std::string& address) {
        for (auto& sign : signs_of(address))
            certain.push_back(std::move(sign));
        for (auto& street : streets_of(address))
            streets.push_back(std::move(street));
    }
    void leave_out(const Signs& known) {
        auto is_in = [](const std::vector<std::string>& all) { return [&](const std::string& one) { return std::find(all.begin(), all.end(), one) != all.end(); }; };
        std::erase_if(certain, is_in(known.certain));
        std::erase_if(streets, is_in(known.streets));
    }
    bool are_certain_in(const Bare& words) const {
        return std::any_of(certain.begin(), certain.end(), [&](const auto& sign) { return stands_in(words, sign); });
    }
    bool may_be_in(const Bare& words) const {
        return std::any_of(streets.begin(), streets.end(), [&](const auto& street) { return stands_as_words_in(words, street); });
    }
};

// Of every address at which they live or lived themselves.
Signs known_to(const record::Family& family, const record::Person& receiver) {
    Signs known;
    for (const auto& history : family.households)
        for (const auto& said : history.said)
            if (is_among(said.what.members, receiver))
                known.add(said.what.address);
    return known;
}

struct HiddenHome {
    std::string receiver, home;
    std::vector<PersonNumber> lives_there;
    Signs signs;
};

std::vector<HiddenHome> hidden_from(const record::Family& family, const record::Person& receiver) {
    const auto known = known_to(family, receiver);
    std::vector<HiddenHome> all;
    for (const auto& history : family.households) {
        if (!is_among(history.now().not_for, receiver) || is_among(history.now().members, receiver))
            continue;
        HiddenHome hidden{receiver.full_name, history.now().name, history.now().members, {}};
        for (const auto& said : history.said)
            hidden.signs.add(said.what.address);
        hidden.signs.leave_out(known);
        all.push_back(std::move(hidden));
    }
    return all;
}

// All that an answer says, also what is printed elsewhere than its words.
std::string all_words_of(const record::Answer& answer) {
    auto words = record::words_of(answer);
    if (const auto* said = std::get_if<record::Views>(&answer.value))
        for (const auto& one : said->views)
            words += "\n" + one.whose + "\n" + one.who_they_are + "\n" + join(one.how, "\n") + "\n" + one.through;
    if (const auto* said = std::get_if<record::Actions>(&answer.value))
        for (const auto& one : said->actions)
            words += "\n" + one.serves;
    return words;
}

// From 1; 0: in no one line.
template <class Holds>
std::size_t line_of(const std::string& words, const Holds& holds) {
    const auto lines = split(words, '\n');
    for (std::size_t count = 1; count <= lines.size(); ++count)
        if (holds(bared(join({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count)}, "\n"))))
            return count;
    return 0;
}

constexpr std::size_t edge = 100; // letters: longer than any address

std::string last_of(const std::string& words) {
    const auto all = letters(words);
    return all <= edge ? words : words.substr(first(words, all - edge).size());
}

// An address whose beginning ends one box and whose end begins another.
bool are_parted_between(const std::string& left, const std::string& right, const Signs& signs) {
    const auto end = last_of(left), begin = first(right, edge);
    return !signs.are_certain_in(bared(end)) && !signs.are_certain_in(bared(begin)) && signs.are_certain_in(bared(end + "\n" + begin));
}

using Boxes = std::vector<std::pair<const record::Answer*, std::string>>;

Boxes boxes_of(const record::Form& form) {
    Boxes boxes;
    for (const auto& answer : form.answers)
        boxes.emplace_back(&answer, all_words_of(answer));
    return boxes;
}

void look_in(const Boxes& boxes, const HiddenHome& hidden, std::vector<HiddenShown>& all) {
    auto is_parted = [&](const auto& box) {
        return std::any_of(boxes.begin(), boxes.end(), [&](const auto& other) { return other.first != box.first && are_parted_between(box.second, other.second, hidden.signs); });
    };
    for (const auto& box : boxes) {
        const auto bare = bared(box.second);
        const bool is_whole = hidden.signs.are_certain_in(bare), is_certain = is_whole || is_parted(box);
        if (!is_certain && !hidden.signs.may_be_in(bare))
            continue;
        const auto line = is_whole     ? line_of(box.second, [&](const Bare& words) { return hidden.signs.are_certain_in(words); })
                          : is_certain ? 0
                                       : line_of(box.second, [&](const Bare& words) { return hidden.signs.may_be_in(words); });
        all.push_back({hidden.receiver, hidden.home, hidden.lives_there, "item." + box.first->item, box.first->label, line, is_certain ? HowSure::Certain : HowSure::ItsStreet});
    }
}

} // namespace

std::vector<HiddenShown> hidden_homes_in(const record::Family& family, const record::Form& form) {
    std::vector<HiddenShown> all;
    const auto directions = form.chosen("direction");
    const auto* whom = form.find("from-whom");
    const auto* people = whom ? std::get_if<record::People>(&whom->value) : nullptr;
    if (!people || std::find(directions.begin(), directions.end(), "sent") == directions.end())
        return all;
    const auto boxes = boxes_of(form);
    for (const auto& named : people->there)
        for (const auto* receiver : receivers_of(family, named))
            for (const auto& hidden : hidden_from(family, *receiver))
                look_in(boxes, hidden, all);
    return all;
}

Refusals hidden_addresses_in(const record::Family& family, const record::Form& form) {
    Refusals refusals;
    for (const auto& shown : hidden_homes_in(family, form))
        if (shown.how_sure == HowSure::Certain)
            refusals.push_back(refuse("hidden-address", "This goes to " + shown.receiver + ", who may not know where " + shown.home + " is: take that address out", shown.field));
    return refusals;
}

} // namespace lifestory::casework
