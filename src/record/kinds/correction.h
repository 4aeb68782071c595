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
    static constexpr auto fields() {
        return std::tuple(field("sentence", &CorrectionAsked::sentence),
                          field("right_words", &CorrectionAsked::right_words), field("why", &CorrectionAsked::why));
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
    static constexpr auto fields() {
        return std::tuple(field("sentence", &Correction::sentence), field("right_words", &Correction::right_words),
                          field("why", &Correction::why), field("asked", &Correction::asked),
                          field("tell", &Correction::tell),
                          field("closes_old_words", &Correction::closes_old_words),
                          field("right_day", &Correction::right_day), field("withdraws", &Correction::withdraws));
    }
};

struct Closing {
    static constexpr std::string_view kind_word = "closing";
    Sentence sentence;
    std::string why;
    bool operator==(const Closing&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("sentence", &Closing::sentence), field("why", &Closing::why));
    }
};

// Somebody who had the old words was told that they were put right.
struct ToldOfCorrection {
    static constexpr std::string_view kind_word = "told-of-correction";
    EntryId entry; // the correction
    std::string who, how;
    Day on{};
    bool operator==(const ToldOfCorrection&) const = default;
    static constexpr auto fields() {
        return std::tuple(field("entry", &ToldOfCorrection::entry), field("who", &ToldOfCorrection::who),
                          field("how", &ToldOfCorrection::how), field("on", &ToldOfCorrection::on));
    }
};

} // namespace lifestory::record
