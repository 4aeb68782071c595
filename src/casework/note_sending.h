// That people were asked to a meeting, or were given its notes: a note in the child's record of who received it, by what means and when
// (CAM-093). A press writes it with what it is about, so that nobody has to remember to.
#pragma once

#include "casework/act.h"
#include "policy/record_type.h"
#include "record/child.h"

namespace lifestory::casework {

inline constexpr std::string_view sending_type = "sending-note";

struct SentTo {
    std::string full_name, who_they_are, how; // "Helen Frost", "school nurse", "by letter"
    Day on{};
};

enum class Sent { Invitations, Notes };

struct Sending {
    Sent what = Sent::Invitations;
    std::string meeting;           // "core group"
    std::optional<Day> meeting_on; // not known yet of a meeting that is prepared
    std::vector<SentTo> to;
};

// `type`: the pack's own of such a note. `turn`: of the act's entries.
Result<Writing> note_sending(const Act& act, const record::Child& child, const policy::RecordType& type, const Sending& sending, unsigned turn = 0);

} // namespace lifestory::casework
