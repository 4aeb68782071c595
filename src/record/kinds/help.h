// A worker tells the manager that there is more than can be done, or that something nears its limit, with the list as
// it stood; and what the manager answers. Both belong to supervision, so they stand in the authority's stream.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/said.h"

namespace lifestory::record {

// Something due, as it stood when help was asked; whose it is, is told by the record alone.
struct OwedThen {
    RecordNumber record;
    std::string item; // the due item's number, as in its address
    std::string what; // "Core group notes"
    std::optional<Day> due;
    bool operator==(const OwedThen&) const = default;
    template <class Self = OwedThen> static constexpr auto fields() {
        return std::tuple(field("record", &Self::record), field("item", &Self::item),
                          field("what", &Self::what), field("due", &Self::due));
    }
};

struct HelpAsked {
    static constexpr std::string_view kind_word = "help-asked";
    WorkerNumber to;
    std::string to_name; // as the manager was called that day
    std::string words;   // one line of the worker's
    std::vector<OwedThen> items;
    bool operator==(const HelpAsked&) const = default;
    template <class Self = HelpAsked> static constexpr auto fields() {
        return std::tuple(field("to", &Self::to), field("to_name", &Self::to_name),
                          field("words", &Self::words), field("items", &Self::items));
    }
};

struct HelpAnswered {
    static constexpr std::string_view kind_word = "help-answered";
    EntryId asked;
    std::string words;
    bool operator==(const HelpAnswered&) const = default;
    template <class Self = HelpAnswered> static constexpr auto fields() {
        return std::tuple(field("asked", &Self::asked), field("words", &Self::words));
    }
};

} // namespace lifestory::record
