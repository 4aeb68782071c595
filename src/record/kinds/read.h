// The looks' stream: who opened which record, when and why they could. One entry for all the looks of one commit.
#pragma once

#include <string_view>
#include <vector>

#include "record/said.h"

namespace lifestory::record {

// How `why` begins of a record opened in an emergency, and of one that somebody asked for so and was not given.
inline constexpr std::string_view emergency_begins = "emergency: ";
inline constexpr std::string_view emergency_not_opened = "emergency, not opened: ";

struct Look {
    WorkerNumber worker;
    std::string full_name;
    std::string designation;
    std::string why; // "works with Tilly", "manager", "duty"
    RecordNumber record;
    std::optional<EntryId> entry; // absent: the record as a whole
    std::string session; // a hash, to tell one session's looks from another's
    Instant at{};
    bool operator==(const Look&) const = default;
    bool is_of_emergency() const { return why.starts_with(emergency_begins) || why.starts_with(emergency_not_opened); }
    template <class Self = Look> static constexpr auto fields() {
        return std::tuple(field("worker", &Self::worker), field("full_name", &Self::full_name),
                          field("designation", &Self::designation), field("why", &Self::why),
                          field("record", &Self::record), field("entry", &Self::entry),
                          field("session", &Self::session), field("at", &Self::at));
    }
};

struct Read {
    static constexpr std::string_view kind_word = "read";
    std::vector<Look> looks;
    bool operator==(const Read&) const = default;
    template <class Self = Read> static constexpr auto fields() {
        return std::tuple(field("looks", &Self::looks));
    }
};

} // namespace lifestory::record
