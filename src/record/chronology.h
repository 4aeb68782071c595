// What workers themselves write into a chronology: an event from before the record began, a line of a row, that it was read
// through, and how it stood on a day. Each is a signed document of a record type that is the same in every pack; this is how
// their forms are spelt. Which events stand in a chronology is the chronology room's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/child.h"

namespace lifestory::record {

inline constexpr std::string_view past_event_type = "past-event";
inline constexpr std::string_view line_type = "chronology-line";
inline constexpr std::string_view chronology_type = "chronology"; // read through: what the rules ask to be done anew
inline constexpr std::string_view edition_type = "chronology-edition";
inline constexpr std::string_view master_type = "chronology-master";     // on whose file that of brothers and sisters lies
inline constexpr std::string_view chronology_copy_type = "chronology-copy"; // that one, copied whole at the end or a transfer

// The theme of what parents went through themselves: their childhood, their time in care.
inline constexpr std::string_view parents_theme = "your parents, before you";

enum class Exactly { OnTheDay, InTheMonth, InTheYear };
std::string in_words(Day day, Exactly exactly); // "3 July 2025", "July 2025", "2025"
std::string_view word_of(Exactly exactly);      // as forms spell it: "on the day", "in the month", "in the year"

struct PastEvent {
    Day day{};                 // of a month or a year alone: its first
    Exactly exactly = Exactly::OnTheDay;
    std::string what, meant, done;
    std::string source;        // "a letter of the health visitor, 4 May 2016"
    std::string agency;        // whose chronology it comes from; empty: ours
    std::string theme;
    std::string held_back{};   // of a parent's own story: why the child is not told of it yet
    bool operator==(const PastEvent&) const = default;
};
Form form_of(const PastEvent& event);
PastEvent past_event_in(const StoryEntry& story); // as its words read now

// What a worker says of one row. The newest that stands is the row's; what it leaves empty is told by the entry itself.
struct ChronologyLine {
    EntryId of;                // the row's entry
    bool is_in = true;         // it stands in the chronology
    std::string what, meant, done;
    std::string for_child;     // told differently, to the child
    bool operator==(const ChronologyLine&) const = default;
};
Form form_of(const ChronologyLine& line);
ChronologyLine line_in(const StoryEntry& story);
const StoryEntry* line_of_row(const Child& child, const EntryId& row); // the newest that stands; null: nobody wrote one

// A row as it stood, whole, so that it can be read without what it was made of.
struct StoodRow {
    std::string day, age, what, meant, done, source;
    EntryId entry;
    bool operator==(const StoodRow&) const = default;
};
Form edition_form(const std::vector<StoodRow>& rows);
std::vector<StoodRow> rows_in(const StoryEntry& edition);
Form copy_form(const std::vector<StoodRow>& rows, const std::string& from); // from whose file

// The lead child's file, on which the chronology of brothers and sisters lies.
struct Master {
    RecordNumber lead;
    std::string name;
    bool operator==(const Master&) const = default;
};
Form form_of(const Master& master);
std::optional<Master> master_of(const Child& child); // as it was said last; none: nobody said

Form reading_form(std::size_t rows); // how many rows stood in it

bool is_chronology_type(std::string_view record_type); // one of these six: written on the chronology's own pages
bool is_of_the_chronology(const StoryEntry& story);
bool is_made_of_others(const Form& form);            // those that tell of what is signed already: a line, a reading, an edition, a copy, and where it lies
std::vector<const StoryEntry*> standing(const Child& child, std::string_view record_type); // not withdrawn, as signed
const StoryEntry* last_read_through(const Child& child);

} // namespace lifestory::record
