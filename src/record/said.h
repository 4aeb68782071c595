// What every entry says beside its content: who wrote it as they were that day, judged by which pack, about when,
// and the stored name of a sentence, by which a disagreement or a correction holds on to words.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/numbers.h"
#include "calendar/day.h"
#include "record/fields.h"

namespace lifestory::record {

using calendar::Day;
using calendar::Instant;

// As they were that day (ROC-103).
struct Author {
    WorkerNumber worker;
    std::string full_name;
    std::string designation;
    std::string team;
    bool operator==(const Author&) const = default;
    template <class Self = Author> static constexpr auto fields() {
        return std::tuple(field("worker", &Self::worker), field("full_name", &Self::full_name),
                          field("designation", &Self::designation), field("team", &Self::team));
    }
};

struct JudgedBy {
    std::string pack, version, digest;
    bool operator==(const JudgedBy&) const = default;
    template <class Self = JudgedBy> static constexpr auto fields() {
        return std::tuple(field("pack", &Self::pack), field("version", &Self::version),
                          field("digest", &Self::digest));
    }
};

struct Said {
    Author recorded_by;
    std::optional<Author> finished_by;               // "written by ..., finished by ..." (ROC-031)
    JudgedBy judged_by;
    std::optional<Day> happened_on;                  // when it occurred
    std::optional<std::chrono::minutes> happened_at; // since midnight in London
    std::optional<Day> known_on;                     // when we were told
    std::string told_by;                             // who knew it, full name and role; empty: the author was there
    bool operator==(const Said&) const = default;
    template <class Self = Said> static constexpr auto fields() {
        return std::tuple(field("recorded_by", &Self::recorded_by), field("finished_by", &Self::finished_by),
                          field("judged_by", &Self::judged_by), field("happened_on", &Self::happened_on),
                          field("happened_at", &Self::happened_at), field("known_on", &Self::known_on),
                          field("told_by", &Self::told_by));
    }
};

// A sentence's stored name: it is never found again by splitting. `item` is an item id, or "words" for the words of
// an entry without a form; the bytes, end exclusive, are of words_of() (record/sentences.h).
struct Sentence {
    EntryId entry;
    std::string item;
    std::uint32_t begin = 0, end = 0;
    std::string words;
    bool operator==(const Sentence&) const = default;
    template <class Self = Sentence> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("item", &Self::item),
                          field("begin", &Self::begin), field("end", &Self::end),
                          field("words", &Self::words));
    }
};

} // namespace lifestory::record
