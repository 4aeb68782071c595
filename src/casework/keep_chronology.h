// What a worker does with a chronology: adds an event from before the record began, tells a row in words of their own or takes it
// out, says that it was read through, keeps it as it stands today. Each writes one signed document; which rows stand is derived.
#pragma once

#include "casework/act.h"
#include "record/chronology.h"
#include "record/family.h"

namespace lifestory::casework {

Result<Writing> add_past_event(const Act& act, const record::Child& child, const record::PastEvent& event);

// Something that a parent went through before the child was: told in the child's book in these words, or held back for a reason.
enum class ToTheChild { Told, HeldBack };
struct ParentsStory {
    ToTheChild how = ToTheChild::Told;
    std::string words; // to the child, or the reason
};
Result<Writing> add_parents_event(const Act& act, const record::Child& child, record::PastEvent event, const ParentsStory& story);

// Another agency's chronology, all of it or none: each event is a document of its own.
Result<Writing> add_agency_events(const Act& act, const record::Child& child, const std::vector<record::PastEvent>& events);

// `always`: the policy has the row in the chronology, so it is told otherwise and not taken out.
enum class Standing { MayGo, Stays };
Result<Writing> tell_row(const Act& act, const record::Child& child, const record::ChronologyLine& line, Standing standing);

Result<Writing> read_chronology_through(const Act& act, const record::Child& child, std::size_t rows);
// On whose file the chronology of brothers and sisters lies: said on each of their files.
Result<Writing> say_master(const Act& act, const record::Child& child, const record::Family& family, RecordNumber lead);
// That one, whole, into the file of a child who leaves: each row as it stands there, or told differently for this child.
Result<Writing> copy_chronology(const Act& act, const record::Child& child, const std::vector<record::StoodRow>& rows, const std::string& from);
Result<Writing> keep_edition(const Act& act, const record::Child& child, const std::vector<record::StoodRow>& rows);

} // namespace lifestory::casework
