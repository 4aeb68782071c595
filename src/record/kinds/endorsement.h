// What stands beside a signed entry and changes none of its words: a manager's agreement or comment, and what its author
// adds later.
#pragma once

#include "record/said.h"

namespace lifestory::record {

struct Endorsement {
    static constexpr std::string_view kind_word = "endorsement";
    EntryId entry;
    std::string comment;
    bool operator==(const Endorsement&) const = default;
    template <class Self = Endorsement> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("comment", &Self::comment));
    }
};

struct Comment {
    static constexpr std::string_view kind_word = "comment";
    EntryId entry;
    std::string words;
    bool by_manager = true;
    bool operator==(const Comment&) const = default;
    template <class Self = Comment> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("words", &Self::words),
                          field("by_manager", &Self::by_manager));
    }
};

struct Addition {
    static constexpr std::string_view kind_word = "addition";
    EntryId entry;
    std::string words;
    bool operator==(const Addition&) const = default;
    template <class Self = Addition> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("words", &Self::words));
    }
};

} // namespace lifestory::record
