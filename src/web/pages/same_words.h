// Which of a draft's words stand elsewhere already: in this child's record, in another child's that this worker was shown or
// writes about, or twice in what is being written. No record is opened for it that the worker did not open.
#pragma once

#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

struct WordsElsewhere {
    std::string box;       // the field's name
    prose::Finding finding;
    std::string leave_in;  // the code kept with the draft when they are left in (kept_words, draft_findings.h)
    std::string link;      // "Read the visit of 9 December 2026"; empty: nothing that can be opened
    std::optional<Url> at; // where it leads
};

std::vector<WordsElsewhere> words_elsewhere(const House& house, const Caller& caller, const DraftView& view);

// This worker has these words before them in this session: an entry that was read, or signed.
void note_shown(const House& house, const Caller& caller, RecordNumber record, const record::StoryEntry& story);
void note_signed(const House& house, const Caller& caller, const DraftView& view, EntryId entry);

} // namespace lifestory::web::pages
