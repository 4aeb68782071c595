// One signed entry with everything that came to stand beside it: what was added, endorsed, corrected, closed,
// answered, released and given. The words as they were signed are never changed; the pieces and notes here say how
// they are read today. Who may read closed words is for access to decide.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "record/entry.h"
#include "record/sentences.h"

namespace lifestory::record {

// What was said in an entry of its own, and by whom, when.
template <class T>
struct Beside {
    EntryId entry;
    EntryNumber number = 0;
    Instant at{};
    Author by;
    T what;
    std::optional<Day> happened_on{}; // the day that it says of itself
    std::optional<Day> known_on{};    // when we were told
    bool operator==(const Beside&) const = default;
};

template <class T>
Beside<T> beside(const Entry& entry, const T& what) {
    return {entry.id, entry.number, entry.recorded_at, entry.said.recorded_by, what, entry.said.happened_on, entry.said.known_on};
}

// All that was ever said of one thing, oldest first; the last stands before the others.
template <class T>
struct History {
    std::vector<Beside<T>> said;
    const T& now() const { return said.back().what; }
    bool operator==(const History&) const = default;
};

struct AskedCorrection {
    Beside<CorrectionAsked> asked;
    std::optional<EntryId> answered_by; // a correction, or a manager's comment on the asking
    bool operator==(const AskedCorrection&) const = default;
};

struct StoryEntry {
    Entry entry;
    std::vector<Beside<Addition>> additions;
    std::vector<Beside<Endorsement>> endorsements;
    std::vector<Beside<Comment>> comments;
    std::vector<Beside<Disagreement>> disagreements;
    std::vector<AskedCorrection> asked;
    std::vector<Beside<Correction>> corrections;
    std::vector<Beside<ToldOfCorrection>> told;
    std::vector<Beside<Closing>> closings;
    std::vector<Beside<Release>> releases;
    std::vector<Beside<SharingGiven>> sharings;
    bool operator==(const StoryEntry&) const = default;

    const Form* form() const { return form_of(entry.content); }
    std::string record_type() const;          // the pack's id, or the kind's word where there is no form
    std::string name() const;                 // "Visit", as it was called that day
    Day day() const;                          // when it happened, as it was put right last; else when it was written
    const Beside<Correction>* day_put_right() const; // the last; null: it stands as signed
    const Beside<Correction>* withdrawn() const;     // null: it stands
    const Release* release() const;           // as last decided; null: nothing was decided
    bool is_released_on(Day day) const;       // may the child read it on her pages
    bool is_read_by_a_manager() const;        // endorsed, or a manager's comment stands beside it
    bool is_told(const Beside<Correction>& correction, const std::string& who) const; // of those it says to tell
    std::vector<std::string> given_to() const; // everybody who was given a copy, once each, by the alphabet
};

// One run of an answer's words, as they are read now. Corrected words have the old ones beside them; closed words
// are empty here, and `closed` says by whom and why: the old ones are in the entry, for those who may still read them.
struct Piece {
    std::string words;
    std::string old_words;             // of a correction, unless they are closed
    std::vector<int> notes;            // numbers of the notes that hold on to these words
    const Beside<Closing>* closed = nullptr;
    const Beside<Correction>* corrected = nullptr;
    std::uint32_t begin = 0, end = 0;  // bytes of the words as they were signed
};

enum class NoteKind { Disagreement, Correction, CorrectionAsked, Closing };

// A note in the margin. Those that hold on to words come in the order of the words, numbered from 1; those about the
// whole entry (no sentence) after them.
struct Note {
    int number = 0;
    NoteKind kind = NoteKind::Disagreement;
    std::optional<Sentence> sentence;
    const Beside<Disagreement>* disagreement = nullptr;
    const Beside<Correction>* correction = nullptr;
    const AskedCorrection* asked = nullptr;
    const Beside<Closing>* closing = nullptr;
    bool are_words_closed = false; // then the old words of the sentence are not to be shown
};

// Both point into the story entry and live as long as it does.
std::vector<Note> notes_of(const StoryEntry& story);
std::vector<Piece> pieces_of(const StoryEntry& story, const std::string& item); // "words" where there is no form

std::string words_now(const StoryEntry& story, const std::string& item); // corrected words; closed words left out
bool are_closed(const StoryEntry& story, const Sentence& sentence);

// Words that say the same thing of a sentence of this entry before: the correction that stands, or null.
const Beside<Correction>* correction_of(const StoryEntry& story, const Sentence& sentence);

} // namespace lifestory::record
