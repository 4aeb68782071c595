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
    static constexpr auto fields() {
        return std::tuple(field("name", &FamilyOpened::name));
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
    bool operator==(const Person&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("person", &Person::person), field("full_name", &Person::full_name),
                          field("known_as", &Person::known_as), field("pronouns", &Person::pronouns),
                          field("telephone", &Person::telephone), field("note", &Person::note),
                          field("born", &Person::born), field("died", &Person::died),
                          field("expected", &Person::expected), field("child", &Person::child));
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
    bool operator==(const Relationship&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("from", &Relationship::from), field("to", &Relationship::to),
                          field("kind", &Relationship::kind), field("since", &Relationship::since),
                          field("until", &Relationship::until),
                          field("parental_responsibility", &Relationship::parental_responsibility),
                          field("told_by", &Relationship::told_by));
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
    bool operator==(const Household&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("household", &Household::household), field("name", &Household::name),
                          field("address", &Household::address), field("members", &Household::members),
                          field("since", &Household::since), field("until", &Household::until));
    }
};

} // namespace lifestory::record
