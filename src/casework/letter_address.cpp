#include "casework/letter_address.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

namespace {

// Letters and digits alone, in small letters, so that a comma or a line end between them hides nothing.
std::string bare(std::string_view words) {
    std::string all;
    for (char one : words)
        if ((one >= '0' && one <= '9') || (one >= 'a' && one <= 'z') || (one >= 'A' && one <= 'Z') || static_cast<unsigned char>(one) >= 0x80)
            all += one >= 'A' && one <= 'Z' ? static_cast<char>(one + 32) : one;
    return all;
}

bool has_digit(std::string_view words) {
    return std::any_of(words.begin(), words.end(), [](char one) { return one >= '0' && one <= '9'; });
}

// By what a home is found: its house and street, and its postcode. A town alone is no address.
std::vector<std::string> signs_of(const std::string& address) {
    std::string in_commas = address;
    std::replace(in_commas.begin(), in_commas.end(), '\n', ',');
    std::vector<std::string> signs;
    std::string before;
    for (const auto& part : split(in_commas, ',')) {
        const auto sign = bare(part);
        const bool is_number_alone = !sign.empty() && std::all_of(sign.begin(), sign.end(), [](char one) { return one >= '0' && one <= '9'; });
        if (has_digit(before + sign) && (before + sign).size() >= 5 && !is_number_alone)
            signs.push_back(before + sign);
        before = is_number_alone ? sign : std::string(); // "14, Mill Lane"
    }
    if (signs.empty() && bare(address).size() >= 5)
        signs.push_back(bare(address));
    return signs;
}

const record::Person* receiver_of(const record::Family& family, const record::Present& named) {
    if (named.person)
        return family.person(*named.person);
    const auto found = std::find_if(family.people.begin(), family.people.end(), [&](const auto& one) { return bare(one.now().full_name) == bare(named.full_name); });
    return found == family.people.end() ? nullptr : &found->now();
}

struct HiddenHome {
    std::string receiver, home;
    std::vector<std::string> signs;
};

std::vector<HiddenHome> hidden_from(const record::Family& family, const record::Person& receiver) {
    std::vector<HiddenHome> all;
    for (const auto& history : family.households) {
        const auto& not_for = history.now().not_for;
        if (std::find(not_for.begin(), not_for.end(), receiver.person) == not_for.end())
            continue;
        HiddenHome hidden{receiver.full_name, history.now().name, {}};
        for (const auto& said : history.said)
            for (auto& sign : signs_of(said.what.address))
                hidden.signs.push_back(std::move(sign));
        all.push_back(std::move(hidden));
    }
    return all;
}

bool holds_one(const std::string& words, const HiddenHome& hidden) {
    const auto all = bare(words);
    return std::any_of(hidden.signs.begin(), hidden.signs.end(), [&](const auto& sign) { return all.find(sign) != std::string::npos; });
}

} // namespace

Refusals hidden_addresses_in(const record::Family& family, const record::Form& form) {
    Refusals refusals;
    const auto directions = form.chosen("direction");
    const auto* whom = form.find("from-whom");
    const auto* people = whom ? std::get_if<record::People>(&whom->value) : nullptr;
    if (!people || std::find(directions.begin(), directions.end(), "sent") == directions.end())
        return refusals;
    for (const auto& named : people->there) {
        const auto* receiver = receiver_of(family, named);
        for (const auto& hidden : receiver ? hidden_from(family, *receiver) : std::vector<HiddenHome>())
            for (const auto& answer : form.answers)
                if (const auto* text = std::get_if<record::Text>(&answer.value); text && holds_one(text->words, hidden))
                    refusals.push_back(refuse("hidden-address", "This goes to " + hidden.receiver + ", who may not know where " + hidden.home + " is: take that address out", "item." + answer.item));
    }
    return refusals;
}

} // namespace lifestory::casework
