// Putting words right: the asking, the correction (both versions stay readable), and the closing of words that are about
// someone else (closed to readers, not destroyed).
#pragma once

#include <vector>

#include "record/said.h"

namespace lifestory::record {

struct CorrectionAsked {
    static constexpr std::string_view kind_word = "correction-asked";
    Sentence sentence;
    std::string right_words;
    std::string why;
    bool operator==(const CorrectionAsked&) const = default;
    template <class Self = CorrectionAsked> static constexpr auto fields() {
        return std::tuple(field("sentence", &Self::sentence),
                          field("right_words", &Self::right_words), field("why", &Self::why));
    }
};

struct Correction {
    static constexpr std::string_view kind_word = "correction";
    Sentence sentence;
    std::string right_words;
    std::string why;
    std::optional<EntryId> asked;
    std::vector<std::string> tell; // who had the old words and must be told
    bool closes_old_words = false; // about another child or a hidden address: a Head of Service decides
    std::optional<Day> right_day;  // the day on which it happened was wrong; the sentence then names no words
    EntryId withdraws;             // the entry, written in error: nothing of the kind happened; likewise. Zero: none
    bool operator==(const Correction&) const = default;
    template <class Self = Correction> static constexpr auto fields() {
        return std::tuple(field("sentence", &Self::sentence), field("right_words", &Self::right_words),
                          field("why", &Self::why), field("asked", &Self::asked),
                          field("tell", &Self::tell),
                          field("closes_old_words", &Self::closes_old_words),
                          field("right_day", &Self::right_day), field("withdraws", &Self::withdraws));
    }
};

struct Closing {
    static constexpr std::string_view kind_word = "closing";
    Sentence sentence;
    std::string why;
    bool operator==(const Closing&) const = default;
    template <class Self = Closing> static constexpr auto fields() {
        return std::tuple(field("sentence", &Self::sentence), field("why", &Self::why));
    }
};

// Somebody who had the old words was told that they were put right.
struct ToldOfCorrection {
    static constexpr std::string_view kind_word = "told-of-correction";
    EntryId entry; // the correction
    std::string who, how;
    Day on{};
    bool operator==(const ToldOfCorrection&) const = default;
    template <class Self = ToldOfCorrection> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("who", &Self::who),
                          field("how", &Self::how), field("on", &Self::on));
    }
};

} // namespace lifestory::record
