// The entries of a family's stream: people, relationships and households, once for all the children in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/said.h"

namespace lifestory::record {

struct FamilyOpened {
    static constexpr std::string_view kind_word = "family-opened";
    std::string name;
    bool operator==(const FamilyOpened&) const = default;
    template <class Self = FamilyOpened> static constexpr auto fields() {
        return std::tuple(field("name", &Self::name));
    }
};

// Said again with the same number, it stands before what was said.
struct Person {
    static constexpr std::string_view kind_word = "person";
    PersonNumber person;
    std::string full_name;
    std::string known_as;
    std::string pronouns;
    std::string telephone;
    std::string note;
    std::optional<Day> born;
    std::optional<Day> died;
    std::optional<Day> expected;
    std::optional<RecordNumber> child; // the record, when this person is a child with one
    std::vector<PersonNumber> not_told; // children of the family who have not been told of this person
    std::string gender, religion, ethnicity, languages, disability; // in their own words (ROC-041)
    std::string reach;                                              // agreed ways to reach them
    std::string said_by;
    bool operator==(const Person&) const = default;
    template <class Self = Person> static constexpr auto fields() {
        return std::tuple(field("person", &Self::person), field("full_name", &Self::full_name),
                          field("known_as", &Self::known_as), field("pronouns", &Self::pronouns),
                          field("telephone", &Self::telephone), field("note", &Self::note),
                          field("born", &Self::born), field("died", &Self::died),
                          field("expected", &Self::expected), field("child", &Self::child),
                          field("not_told", &Self::not_told), field("gender", &Self::gender),
                          field("religion", &Self::religion), field("ethnicity", &Self::ethnicity),
                          field("languages", &Self::languages), field("disability", &Self::disability),
                          field("reach", &Self::reach), field("said_by", &Self::said_by));
    }
};

// `from` is `kind` of `to`: "mum", "nan", "brother", "partner".
struct Relationship {
    static constexpr std::string_view kind_word = "relationship";
    PersonNumber from;
    PersonNumber to;
    std::string kind;
    std::optional<Day> since;
    std::optional<Day> until;
    bool parental_responsibility = false;
    std::string told_by;
    std::vector<PersonNumber> not_told; // children of the family who have not been told of this
    bool operator==(const Relationship&) const = default;
    template <class Self = Relationship> static constexpr auto fields() {
        return std::tuple(field("from", &Self::from), field("to", &Self::to),
                          field("kind", &Self::kind), field("since", &Self::since),
                          field("until", &Self::until),
                          field("parental_responsibility", &Self::parental_responsibility),
                          field("told_by", &Self::told_by), field("not_told", &Self::not_told));
    }
};

struct Household {
    static constexpr std::string_view kind_word = "household";
    std::string household; // an id within the family, "nans"
    std::string name; // "Nan's"
    std::string address;
    std::vector<PersonNumber> members;
    std::optional<Day> since;
    std::optional<Day> until;
    std::vector<PersonNumber> not_for; // people who may not know the address; it is hidden from whoever writes to them
    std::string said_by;
    bool operator==(const Household&) const = default;
    template <class Self = Household> static constexpr auto fields() {
        return std::tuple(field("household", &Self::household), field("name", &Self::name),
                          field("address", &Self::address), field("members", &Self::members),
                          field("since", &Self::since), field("until", &Self::until),
                          field("not_for", &Self::not_for), field("said_by", &Self::said_by));
    }
};

} // namespace lifestory::record
