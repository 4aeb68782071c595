// When a signed entry reaches the child, and to whom a copy was given.
#pragma once

#include "record/said.h"

namespace lifestory::record {

struct Release {
    static constexpr std::string_view kind_word = "release";
    EntryId entry;
    std::string how; // together, now, not-yet
    std::string not_yet_reason;
    std::optional<Day> on;
    std::optional<Day> look_again;
    std::string warning; // before what is hard: "the night the police came"
    bool operator==(const Release&) const = default;
    template <class Self = Release> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("how", &Self::how),
                          field("not_yet_reason", &Self::not_yet_reason), field("on", &Self::on),
                          field("look_again", &Self::look_again), field("warning", &Self::warning));
    }
};

struct SharingGiven {
    static constexpr std::string_view kind_word = "sharing";
    EntryId entry;
    std::string to;
    std::string how;
    std::string why;
    std::string agreement;
    Day on{};
    bool operator==(const SharingGiven&) const = default;
    template <class Self = SharingGiven> static constexpr auto fields() {
        return std::tuple(field("entry", &Self::entry), field("to", &Self::to),
                          field("how", &Self::how), field("why", &Self::why),
                          field("agreement", &Self::agreement), field("on", &Self::on));
    }
};

} // namespace lifestory::record
