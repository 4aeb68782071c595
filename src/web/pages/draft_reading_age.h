// For what age of reader the parts of a draft are plain that are written to the child, and what makes them harder: beside the
// words, on the page that checks, in what a save answers, and before a copy is given.
#pragma once

#include "base/json.h"
#include "prose/reading_age.h"
#include "web/pages/draft_view.h"

namespace lifestory::web::pages {

struct ReadingAgeOfDraft {
    prose::ReadingAge age;
    std::string line;                      // "Reading age about 14. That is above 11, the age that we write for."
    std::vector<std::string> boxes, texts; // which of the texts is a place's
};

ReadingAgeOfDraft reading_age_of(const House& house, const DraftView& view);
Html reading_age_beside(const House& house, const DraftView& view); // kept up to date by script (assets/js/reading_age.js)
Html reading_age_line(const House& house, const DraftView& view);   // on the page that checks; its links lead to the boxes
Html reading_age_of_entry(const House& house, const record::StoryEntry& story); // before a copy is given: what makes it hard is named, nothing is changed
Html reading_age_of_words(const House& house, std::vector<std::string> texts); // the same of any words: at the head of the child's book
JsonObject reading_age_json(const House& house, const DraftView& view); // as the script reads it (web/html/draft.h)
JsonObject reading_age_of_draft(const House& house, const DraftView& view); // under /api/v1: years, counts and words

} // namespace lifestory::web::pages
