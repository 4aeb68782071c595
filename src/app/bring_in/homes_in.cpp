#include "app/bring_in/homes_in.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::app::bring_in {

namespace {

// A home has one first day; where they came on different days none is said, so that nobody is said to have moved there before they did.
HomeIn home_of(const std::string& named, const std::vector<const AddressIn*>& rows, const Numbers& numbers, const std::string& said_by, const record::Family& record) {
    const auto& first = *rows.front();
    const auto household = numbers.number<EntryId>("home", named).hex();
    HomeIn made{numbers.number<EntryId>("household", named), {household, first.name, first.address, {}, first.since, first.until, {}, said_by}, rows};
    auto& members = made.said.members;
    for (const auto* one : rows) {
        const auto number = numbers.number<PersonNumber>("person", one->person);
        if (record.person(number) && std::find(members.begin(), members.end(), number) == members.end())
            members.push_back(number);
        made.came_on_one_day = made.came_on_one_day && one->since == first.since;
    }
    if (!made.came_on_one_day)
        made.said.since.reset();
    return made;
}

} // namespace

std::vector<HomeIn> homes_in(const Source& source, const FamilyIn& family, const Numbers& numbers, const std::string& said_by, const record::Family& record) {
    std::map<std::string, std::vector<const AddressIn*>> together; // by address and last day
    for (auto person : family.persons) {
        const auto found = source.addresses_of.find(source.persons[person].id);
        if (found == source.addresses_of.end())
            continue;
        for (auto row : found->second) {
            const auto& one = source.addresses[row];
            together[fold(one.address) + (one.until ? "\n" + calendar::iso(*one.until) : "")].push_back(&one);
        }
    }
    std::vector<HomeIn> all;
    for (const auto& [where, rows] : together)
        all.push_back(home_of(family.id + "\n" + where, rows, numbers, said_by, record));
    return all;
}

bool is_other_home_of(const HomeIn& one, const record::Household& home, const std::vector<HomeIn>& all) {
    const auto& members = one.said.members;
    return fold(home.address) == fold(one.said.address) && std::none_of(all.begin(), all.end(), [&](const auto& other) { return other.said == home; }) &&
           std::find_first_of(home.members.begin(), home.members.end(), members.begin(), members.end()) != home.members.end();
}

} // namespace lifestory::app::bring_in
