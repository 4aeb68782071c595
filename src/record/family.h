// A family's stream, folded: people, relationships and households as they are said now, with all that was said
// before, and what one person is to another in the family's words. Drawing them is the genogram's.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "record/story.h"

namespace lifestory::record {

// What was said or drawn in error, with who said that and why. It is read no more: it stands in nothing else here.
struct InError {
    Beside<Correction> said;
    Content what;
    bool operator==(const InError&) const = default;
};

struct Family {
    RecordNumber record;
    std::string name;
    std::uint64_t length = 0;
    std::vector<History<Person>> people;               // in the order in which they were first said
    std::vector<History<Relationship>> relationships;  // one for each from, to and kind
    std::vector<History<Household>> households;
    std::vector<InError> in_error;
    std::vector<Entry> apart;                          // what belongs in no family's stream
    bool operator==(const Family&) const = default;

    const Person* person(const PersonNumber& number) const;
    const Person* person_of(const RecordNumber& child) const;
    std::vector<const Person*> children() const;       // those with a record of their own

    // "nan": what `from` is to `to`, as it was said, or turned round from what was said the other way ("grandchild").
    // Those that hold on the day before those that ended; empty when nothing was said.
    std::string who_to(const PersonNumber& from, const PersonNumber& to, Day on) const;
    std::vector<const Person*> related_to(const PersonNumber& person) const; // in the order in which they were said
    std::vector<const Person*> parental_responsibility_for(const PersonNumber& child, Day on) const;
    const Household* household_of(const PersonNumber& person, Day on) const; // the newest that holds; null: not known
};

Family& apply(Family& family, const Entry& entry);
Family fold_family(std::span<const Entry> entries);

// What `to` is to `from` when `from` is `kind` of `to`: "mum" and he -> "son". Empty where we cannot say.
std::string turned_round(std::string_view kind, std::string_view pronouns_of_the_other);

} // namespace lifestory::record
