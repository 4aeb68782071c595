// The homes of one family, of the rows that say who lived where and when: whoever left is not said to live on with those who stayed, nor
// whoever came later to have come with the first.
#pragma once

#include "app/bring_in/family_in.h"

namespace lifestory::app::bring_in {

// Everybody at one address with one last day, or none.
struct HomeIn {
    EntryId id;
    record::Household said; // without a first day where they came on different days
    std::vector<const AddressIn*> rows;
    bool came_on_one_day = true;
};

// Of those members whom the family has.
std::vector<HomeIn> homes_in(const Source& source, const FamilyIn& family, const Numbers& numbers, const std::string& said_by, const record::Family& record);

// At the address of `one`, of somebody who lives there, and none of `all`.
bool is_other_home_of(const HomeIn& one, const record::Household& home, const std::vector<HomeIn>& all);

} // namespace lifestory::app::bring_in
