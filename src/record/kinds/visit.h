// A visit to a child: also one at which nobody was seen, for then it happened and the child was not seen.
#pragma once

#include "record/form.h"
#include "record/kinds/signing.h"

namespace lifestory::record {

struct Visit {
    static constexpr std::string_view kind_word = "visit";
    Form form;
    std::optional<Lateness> late;
    std::vector<Kept> kept;
    std::vector<SentBack> sent_back;
    bool operator==(const Visit&) const = default;
    template <class Self = Visit> static constexpr auto fields() {
        return std::tuple(field("form", &Self::form), field("late", &Self::late), field("kept", &Self::kept),
                          field("sent_back", &Self::sent_back));
    }
};

} // namespace lifestory::record
