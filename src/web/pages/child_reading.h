// What was written, as the child it is about reads it: her own page exactly, with nothing of ours around it (pages.md
// 6.6, 8.3). What is for professionals, what the policy does not write to the child and what was closed is left out.
#pragma once

#include <set>

#include "record/letter.h"
#include "web/pages/draft_view.h"
#include "web/pages/form_reading.h"

namespace lifestory::web::pages {

struct ChildReading {
    std::string heading;    // "Priya's visit to you at Nan's, 9 December 2026"
    std::string written_by; // "Written by Priya Anand, your social worker."
    std::string warning;    // "the night the police came to Mum's"; empty: none
    std::string in_error;   // "Gareth Holloway told us on 23 December 2026 that ..."; empty: it stands
    std::vector<ReadPart> parts;
    std::size_t minutes = 1;
};

ChildReading reading_of(const DraftView& view, const record::Author& author);
ChildReading reading_of(const House& house, const access::OpenRecord& open, const Judged& judged, const record::StoryEntry& story);
Html as_read(const ChildReading& reading);

// A paper for the court, or a document that was put in, where the policy says so. Of other papers that it does not write to the child it is still asked when they are read.
bool is_kept_from_the_child(const policy::RecordType& type, const policy::WrittenToChild& written);
bool is_kept_from_the_child(const House& house, const Judged& judged, const record::StoryEntry& story);

// Messages and arrangements that the policy keeps off the story: neither in what she reads nor in her book, and left out of the list of entries.
std::set<EntryId> off_the_story(const House& house, const Judged& judged);

// Signed entries that were given to the child, to read alone or together: newest first. Not one that turned out to be about
// another child.
std::vector<const record::StoryEntry*> given_to_child(const House& house, const access::OpenRecord& open, const Judged& judged);

// The same, each with those of its answers alone that are written to the child: what a letter may speak of.
std::vector<record::GivenEntry> given_entries(const House& house, const access::OpenRecord& open, const Judged& judged);

PageFrame bare_frame(const House& house, const std::string& heading);
std::string place_of(const record::StoryEntry& story); // " at Nan's", when the entry says in a few words where it was

} // namespace lifestory::web::pages
