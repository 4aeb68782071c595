// What a letter to the child can speak of: gathered from what she was given to read since the last letter, each thing with its
// entry. Pure. What she may read is the caller's to say (policy); the words of the letter are its writer's, never made here.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "record/child.h"
#include "record/family.h"

namespace lifestory::record {

// The record type of these letters in every pack.
inline constexpr std::string_view letter_type = "three-month-update";

// An entry that the child was given, with those of its answers alone that are written to her.
struct GivenEntry {
    const StoryEntry* story = nullptr;
    Form form;
};

enum class Promised { NotSaid, NotKept, Kept };

// Something that a visit said would happen next.
struct Promise {
    EntryId entry;
    Day day{};               // of the visit
    std::uint32_t place = 0; // among what the visit said would happen next, from 1
    std::string what, who;   // as they read now
    std::optional<Day> by;
    Promised state = Promised::NotSaid;
    bool operator==(const Promise&) const = default;
};

struct GatheredLine {
    EntryId entry;
    Day day{};
    std::string words; // its first sentence as it reads now; her own words whole, where they are few
    bool operator==(const GatheredLine&) const = default;
};

// Somebody the child saw, with the newest entry that says so.
struct SeenPerson {
    Present who;
    int times = 0;
    EntryId entry;
    Day day{};
    bool operator==(const SeenPerson&) const = default;
};

struct Gathered {
    Day since{};
    bool since_a_letter = false;          // else since the record was opened
    std::vector<Promise> promises;        // what was not done first, then what nobody has said, then what was done
    std::vector<GatheredLine> told, decided, important, did; // oldest first
    std::vector<SeenPerson> saw;          // most often first
    bool operator==(const Gathered&) const = default;

    bool holds(const EntryId& entry) const;
};

// Those of whom, or of whose tie to her, the child has not been told.
std::set<PersonNumber> people_not_told(const Child& child, const Family& family);

// The letters of a record that stand, in the order of their days.
std::vector<const StoryEntry*> letters_of(const Child& child);
// The day from which a letter tells: that of the letter before it, else the day on which the record was opened.
Day tells_from(const Child& child, const StoryEntry& letter);

// What a visit said would happen next, with what letters have said of it since.
std::vector<Promise> promises_of(const Child& child, const StoryEntry& visit);

// `given`: in any order. Nothing is gathered that names somebody of whom she has not been told.
Gathered gather_for_letter(const Child& child, const Family& family, std::span<const GivenEntry> given, Day today);
// The same of all her years, for the book of her story; promises are said by letters.
Gathered gather_for_story(const Child& child, const Family& family, std::span<const GivenEntry> given, Day today);

} // namespace lifestory::record
