// What the child and the family say, in their own words: a view, and an answer to what we wrote.
#pragma once

#include "record/form.h"
#include "record/said.h"

namespace lifestory::record {

struct ChildsView {
    static constexpr std::string_view kind_word = "view";
    View view;
    std::string about;
    bool operator==(const ChildsView&) const = default;
    template <class Self = ChildsView> static constexpr auto fields() {
        return std::tuple(field("view", &Self::view), field("about", &Self::about));
    }
};

struct Disagreement {
    static constexpr std::string_view kind_word = "disagreement";
    std::optional<Sentence> sentence;
    EntryId entry;
    std::string whose; // "child", or the person's full name
    std::string kind; // right, does-not-agree, remembers-differently, adds, does-not-understand
    std::string words;
    bool operator==(const Disagreement&) const = default;
    template <class Self = Disagreement> static constexpr auto fields() {
        return std::tuple(field("sentence", &Self::sentence), field("entry", &Self::entry),
                          field("whose", &Self::whose), field("kind", &Self::kind),
                          field("words", &Self::words));
    }
};

} // namespace lifestory::record
