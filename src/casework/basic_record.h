// The basic record, item by item: what is asked of every child, in the groups of its page (pages 6.10), and what each item may hold.
// Items of the policy's own stand in its record type "child-details". A change is an entry; what it was before stays.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casework/act.h"
#include "policy/pack.h"
#include "record/child.h"
#include "record/family.h"

namespace lifestory::casework {

enum class FactSort { Line, Words, Date, List, NhsNumber, PupilNumber };

struct BasicItem {
    std::string id, group, label, hint;
    FactSort sort = FactSort::Line;
    std::vector<policy::Choice> choices; // of a list: those that can be chosen today
    std::string list{};                  // its id in the pack
    bool operator==(const BasicItem&) const = default;
};

std::vector<std::string_view> groups_of_facts(); // in the order of the page
std::vector<BasicItem> basic_items(const policy::Pack& pack, Day today);
std::optional<BasicItem> basic_item(const policy::Pack& pack, Day today, std::string_view id);

// What holds from birth on or is a mere number has no first day: it is written down, or was wrong.
bool has_no_beginning(const BasicItem& item);

// "Abuse, neglect and exploitation" -> "N1", by whichever year's list has the words; empty: no coded list.
std::string code_of_value(const policy::Pack& pack, std::string_view id, std::string_view value);

// Changing an item, by the rules of what it is: a list's own words, check digits, days that can be. Of an item that holds several at
// once `detail.until` ends the value, `detail.was_wrong` says that it never was.
Result<Writing> change_item(const Act& act, const policy::Pack& pack, const record::Child& child, const record::BasicDetail& detail,
                            std::optional<Day> known_on);

// What an act says of the child's name, birth or pronoun is said of the person in the family too, who stands in drawings and lists.
void say_of_person(const Act& act, const record::Family& family, const record::Child& child, Writing& writing);

} // namespace lifestory::casework
