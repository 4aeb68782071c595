// A signed entry's words as they are read today: right words where words were corrected, closed words told of and not
// shown, a number after each sentence that something stands beside; and those notes, in the order of the words: beside
// the words on a wide page, and on a phone or on paper under the sentence, so each is written twice and seen once.
#pragma once

#include "web/pages/beside_entry.h"
#include "web/pages/form_reading.h"

namespace lifestory::web::pages {

struct NoteOfEntry {
    bool on_a_sentence = false; // else about the whole entry
    Html words;
};
using Notes = std::map<int, NoteOfEntry>; // by number

Notes notes_of_entry(const House& house, const OpenEntry& entry);
WordsOfItems words_of_items(const record::StoryEntry& story, const Notes& notes = {}); // of those alone that do not read as signed
Html words_without_form(const record::StoryEntry& story, const Notes& notes = {});     // of an entry that has no form
WordsOfItems words_as_the_child_reads(const record::StoryEntry& story);                // without numbers of notes
Html notes_beside(const Notes& notes); // "Beside these words"; empty: there are none

} // namespace lifestory::web::pages
