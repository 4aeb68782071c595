// A document: a letter, a summary, an oversight, a key decision, a plan's text.
#pragma once

#include "record/form.h"
#include "record/kinds/signing.h"

namespace lifestory::record {

struct Document {
    static constexpr std::string_view kind_word = "document";
    Form form;
    std::optional<EntryId> belongs_to;
    std::optional<Lateness> late;
    std::vector<Kept> kept;
    std::vector<SentBack> sent_back;
    bool operator==(const Document&) const = default;
    template <class Self = Document> static constexpr auto fields() {
        return std::tuple(field("form", &Self::form), field("belongs_to", &Self::belongs_to),
                          field("late", &Self::late), field("kept", &Self::kept),
                          field("sent_back", &Self::sent_back));
    }
};

} // namespace lifestory::record
