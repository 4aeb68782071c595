// Why something due is late, said before it is written.
#pragma once

#include "record/kinds/signing.h"

namespace lifestory::record {

struct LatenessGiven {
    static constexpr std::string_view kind_word = "lateness";
    std::string item; // the due item's number, as in its address
    Lateness why;
    bool operator==(const LatenessGiven&) const = default;
    template <class Self = LatenessGiven> static constexpr auto fields() {
        return std::tuple(field("item", &Self::item), field("why", &Self::why));
    }
};

} // namespace lifestory::record
