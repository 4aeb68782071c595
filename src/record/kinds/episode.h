// An interval of the child's life that a record type names: involvement, placement, legal status, a plan, an enquiry.
#pragma once

#include <optional>
#include <string>

#include "record/form.h"

namespace lifestory::record {

struct Episode {
    static constexpr std::string_view kind_word = "episode";
    std::string episode; // 32 hexadecimal digits; the same number again changes or ends it
    Form form;
    Day started{};
    std::optional<Day> ended;
    bool operator==(const Episode&) const = default;
    template <class Self = Episode> static constexpr auto fields() {
        return std::tuple(field("episode", &Self::episode), field("form", &Self::form),
                          field("started", &Self::started), field("ended", &Self::ended));
    }
};

} // namespace lifestory::record
