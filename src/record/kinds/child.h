// The entries of a child's stream that are facts and not prose: whose record it is, basic details, who works with the child.
#pragma once

#include <optional>
#include <string>

#include "record/said.h"

namespace lifestory::record {

struct ChildOpened {
    static constexpr std::string_view kind_word = "child-opened";
    RecordNumber family;
    PersonNumber person;
    bool operator==(const ChildOpened&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("family", &ChildOpened::family), field("person", &ChildOpened::person));
    }
};

// Each fact with who said so and since when; a later one of the same name stands before it.
struct BasicDetail {
    static constexpr std::string_view kind_word = "basic-detail";
    std::string fact; // "name", "known-as", "born", "expected", "pronouns", "speech", "preferred-word", ...
    std::string value;
    std::string instead_of; // for preferred-word: what not to say
    std::string said_by;
    std::optional<Day> since;
    std::optional<Day> until;
    bool was_wrong = false; // it did not change: it was always so
    bool operator==(const BasicDetail&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("fact", &BasicDetail::fact), field("value", &BasicDetail::value),
                          field("instead_of", &BasicDetail::instead_of), field("said_by", &BasicDetail::said_by),
                          field("since", &BasicDetail::since), field("until", &BasicDetail::until),
                          field("was_wrong", &BasicDetail::was_wrong));
    }
};

struct Allocation {
    static constexpr std::string_view kind_word = "allocation";
    WorkerNumber worker;
    std::string full_name;
    std::string relationship; // allocated-worker, co-worker, ...
    Day from{};
    std::optional<Day> until; // the last day; the same worker, relationship and first day said again ends it
    bool operator==(const Allocation&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("worker", &Allocation::worker), field("full_name", &Allocation::full_name),
                          field("relationship", &Allocation::relationship), field("from", &Allocation::from),
                          field("until", &Allocation::until));
    }
};

} // namespace lifestory::record
