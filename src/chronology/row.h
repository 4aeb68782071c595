// What a chronology is made of: its rows in the order of time, those that the policy offers, and the stretches of which nothing
// important is written and nobody saw the child.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/chronology.h"

namespace lifestory::chronology {

using calendar::Day;
using record::Exactly;

enum class From { TheChild, TheFamily }; // whose stream holds the entry

struct Source {
    EntryId entry;
    std::string name; // "Visit"; of an event from before: where we know it from
    Day day{};
    From from = From::TheChild;
    bool operator==(const Source&) const = default;
};

struct Row {
    EntryId entry;                 // names the row; of a group its first
    Day day{};
    Exactly exactly = Exactly::OnTheDay;
    std::optional<Day> until;      // of a group: its last day
    std::string what, meant, done; // as they read now
    std::string theme;
    std::string agency;            // whose chronology it comes from; empty: ours
    std::vector<Source> sources;   // of a group several
    bool always = false;           // the policy puts it here: it can be told in other words and not taken out
    std::optional<Day> written_later; // from before the record began, or written down long after
    bool operator==(const Row&) const = default;
};

// Nothing important, and as far as was written here nobody saw the child, from the first of these days to the last.
struct Gap {
    Day from{}, to{};
    std::size_t brought_in = 0; // notes of these days from another system: whether somebody saw the child, they tell in their words
    bool operator==(const Gap&) const = default;
};

struct Chronology {
    std::vector<Row> rows;    // oldest first
    std::vector<Row> offered; // what the policy thinks could belong here, and nobody has put in
    std::vector<Gap> gaps;    // oldest first
    bool operator==(const Chronology&) const = default;

    const Row* find(const EntryId& entry) const; // in `rows` or `offered`, also one of a group
    std::optional<std::size_t> number_of(const EntryId& entry) const; // which row of `rows` tells of it, from 1
    std::vector<std::string> themes() const;     // of `rows`, by the alphabet
    std::vector<int> years() const;              // of `rows`, newest first
};

} // namespace lifestory::chronology
