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
    std::string brought_in_from{}; // the system that the record came from; empty: it began here
    std::string brought_in_as{};   // the child's number there
    bool operator==(const ChildOpened&) const = default;
    template <class Self = ChildOpened> static constexpr auto fields() {
        return std::tuple(field("family", &Self::family), field("person", &Self::person),
                          field("brought_in_from", &Self::brought_in_from), field("brought_in_as", &Self::brought_in_as));
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
    std::string how_known;  // "told", "document", "seen"
    bool operator==(const BasicDetail&) const = default;
    template <class Self = BasicDetail> static constexpr auto fields() {
        return std::tuple(field("fact", &Self::fact), field("value", &Self::value),
                          field("instead_of", &Self::instead_of), field("said_by", &Self::said_by),
                          field("since", &Self::since), field("until", &Self::until),
                          field("was_wrong", &Self::was_wrong), field("how_known", &Self::how_known));
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
    template <class Self = Allocation> static constexpr auto fields() {
        return std::tuple(field("worker", &Self::worker), field("full_name", &Self::full_name),
                          field("relationship", &Self::relationship), field("from", &Self::from),
                          field("until", &Self::until));
    }
};

} // namespace lifestory::record
