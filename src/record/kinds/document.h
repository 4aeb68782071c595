// A document: a letter, a summary, an oversight, a key decision, a plan's text.
#pragma once

#include "record/form.h"
#include "record/kinds/signing.h"

namespace lifestory::record {

// What a letter says of something that a visit promised. By its place, and not in its words, which may be put right or closed.
struct PromiseTold {
    EntryId entry;
    std::uint32_t place = 0; // among what the visit said would happen next, from 1
    bool kept = false;
    bool operator==(const PromiseTold&) const = default;
    template <class Self = PromiseTold> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("place", &Self::place), field("kept", &Self::kept));
    }
};

struct Document {
    static constexpr std::string_view kind_word = "document";
    Form form;
    std::optional<EntryId> belongs_to;
    std::optional<Lateness> late;
    std::vector<Kept> kept;
    std::vector<SentBack> sent_back;
    std::vector<EntryId> speaks_of{};    // of a letter: the entries that it tells the child of
    std::vector<PromiseTold> promises{}; // of a letter
    bool operator==(const Document&) const = default;
    template <class Self = Document> static constexpr auto fields() {
        return std::tuple(field("form", &Self::form), field("belongs_to", &Self::belongs_to),
                          field("late", &Self::late), field("kept", &Self::kept),
                          field("sent_back", &Self::sent_back),
                          field("speaks_of", &Self::speaks_of), field("promises", &Self::promises));
    }
};

} // namespace lifestory::record
