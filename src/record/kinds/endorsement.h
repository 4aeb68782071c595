// What stands beside a signed entry and changes none of its words: a manager's agreement or comment, and what its author
// adds later. Where the policy names who agrees to a kind of record, what anybody else says of it leaves it waiting for them, and says so.
#pragma once

#include "record/said.h"

namespace lifestory::record {

struct Endorsement {
    static constexpr std::string_view kind_word = "endorsement";
    EntryId entry;
    std::string comment;
    std::string still_waits_for{}; // "a Team Manager": whom it waits for all the same; empty: for nobody
    bool operator==(const Endorsement&) const = default;
    template <class Self = Endorsement> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("comment", &Self::comment), field("still_waits_for", &Self::still_waits_for));
    }
};

struct Comment {
    static constexpr std::string_view kind_word = "comment";
    EntryId entry;
    std::string words;
    bool by_manager = true;
    std::string still_waits_for{};
    bool operator==(const Comment&) const = default;
    template <class Self = Comment> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("words", &Self::words),
                          field("by_manager", &Self::by_manager), field("still_waits_for", &Self::still_waits_for));
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
