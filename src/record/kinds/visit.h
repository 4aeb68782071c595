// A visit to a child: also one at which nobody was seen, for then it happened and the child was not seen.
#pragma once

#include "record/form.h"
#include "record/kinds/signing.h"

namespace lifestory::record {

// A visit to several children at once: each has an entry in a stream of its own, and the same number stands in all of them, by
// which whoever may open another's record finds that entry.
struct OneVisit {
    FormNumber visit;
    std::vector<RecordNumber> with; // the other children's records
    bool operator==(const OneVisit&) const = default;
    template <class Self = OneVisit> static constexpr auto fields() {
        return std::tuple(field("visit", &Self::visit), field("with", &Self::with));
    }
};

struct Visit {
    static constexpr std::string_view kind_word = "visit";
    Form form;
    std::optional<Lateness> late;
    std::vector<Kept> kept;
    std::vector<SentBack> sent_back;
    std::optional<OneVisit> one_visit{};
    bool operator==(const Visit&) const = default;
    template <class Self = Visit> static constexpr auto fields() {
        return std::tuple(field("form", &Self::form), field("late", &Self::late), field("kept", &Self::kept),
                          field("sent_back", &Self::sent_back), field("one_visit", &Self::one_visit));
    }
};

} // namespace lifestory::record
