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
    static constexpr auto fields() {
        return std::tuple(field("view", &ChildsView::view), field("about", &ChildsView::about));
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
    static constexpr auto fields() {
        return std::tuple(field("sentence", &Disagreement::sentence), field("entry", &Disagreement::entry),
                          field("whose", &Disagreement::whose), field("kind", &Disagreement::kind),
                          field("words", &Disagreement::words));
    }
};

} // namespace lifestory::record
