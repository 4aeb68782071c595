// A meeting: arranged by an entry of its own, so that what is due before it can be known, and then held.
#pragma once

#include "record/form.h"
#include "record/kinds/signing.h"

namespace lifestory::record {

// A meeting about several children: the same number stands in each child's entry of it, by which whoever may open another's record finds that entry.
struct OneMeeting {
    FormNumber meeting;
    std::vector<RecordNumber> with; // the other children's records
    bool operator==(const OneMeeting&) const = default;
    template <class Self = OneMeeting> static constexpr auto fields() {
        return std::tuple(field("meeting", &Self::meeting), field("with", &Self::with));
    }
};

struct Meeting {
    static constexpr std::string_view kind_word = "meeting";
    Form form;
    std::optional<Day> planned_for;
    bool arranged_only = false;
    std::optional<Lateness> late;
    std::vector<Kept> kept;
    std::vector<SentBack> sent_back;
    std::optional<OneMeeting> one_meeting{};
    bool operator==(const Meeting&) const = default;
    template <class Self = Meeting> static constexpr auto fields() {
        return std::tuple(field("form", &Self::form), field("planned_for", &Self::planned_for),
                          field("arranged_only", &Self::arranged_only), field("late", &Self::late),
                          field("kept", &Self::kept), field("sent_back", &Self::sent_back),
                          field("one_meeting", &Self::one_meeting));
    }
};

} // namespace lifestory::record
