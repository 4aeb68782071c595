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
    static constexpr auto fields() {
        return std::tuple(field("entry", &Release::entry), field("how", &Release::how),
                          field("not_yet_reason", &Release::not_yet_reason), field("on", &Release::on),
                          field("look_again", &Release::look_again), field("warning", &Release::warning));
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
    static constexpr auto fields() {
        return std::tuple(field("entry", &SharingGiven::entry), field("to", &SharingGiven::to),
                          field("how", &SharingGiven::how), field("why", &SharingGiven::why),
                          field("agreement", &SharingGiven::agreement), field("on", &SharingGiven::on));
    }
};

} // namespace lifestory::record
