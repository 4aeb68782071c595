// A note: what somebody did, heard or was told, between visits and meetings.
#pragma once

#include "record/form.h"
#include "record/kinds/signing.h"

namespace lifestory::record {

struct CaseNote {
    static constexpr std::string_view kind_word = "case-note";
    Form form;
    std::optional<Lateness> late;
    std::vector<Kept> kept;
    std::vector<SentBack> sent_back;
    bool operator==(const CaseNote&) const = default;
    template <class Self = CaseNote> static constexpr auto fields() {
        return std::tuple(field("form", &Self::form), field("late", &Self::late),
                          field("kept", &Self::kept), field("sent_back", &Self::sent_back));
    }
};

} // namespace lifestory::record
