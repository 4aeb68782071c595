// What signing a filled-in form adds to it: why it is late, the findings its writer kept, and what a manager
// said when sending the draft back.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/said.h"

namespace lifestory::record {

// Asked once, kept with the entry.
struct Lateness {
    std::string reason;
    std::string kept_safe;
    bool operator==(const Lateness&) const = default;
    template <class Self = Lateness> static constexpr auto fields() {
        return std::tuple(field("reason", &Self::reason), field("kept_safe", &Self::kept_safe));
    }
};

// A finding the writer kept, and why.
struct Kept {
    std::string category;
    std::string words;
    std::string reason;
    bool operator==(const Kept&) const = default;
    template <class Self = Kept> static constexpr auto fields() {
        return std::tuple(field("category", &Self::category), field("words", &Self::words),
                          field("reason", &Self::reason));
    }
};

// What a manager answered when sending the draft back (CAM-043).
struct SentBack {
    Author by;
    Instant at{};
    std::string item; // the part it is about; empty: all of it
    std::string words;
    bool operator==(const SentBack&) const = default;
    template <class Self = SentBack> static constexpr auto fields() {
        return std::tuple(field("by", &Self::by), field("at", &Self::at), field("item", &Self::item),
                          field("words", &Self::words));
    }
};

} // namespace lifestory::record
