// A letter as it begins: the pack's text with what the record says in its places, each value with where it is from and since when.
// What the record does not say stands as a sentence at its place, and is no letter yet. Pure; nothing is taken from an older letter.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "policy/pack.h"
#include "record/authority.h"
#include "record/child.h"
#include "record/family.h"

namespace lifestory::casework {

// A meeting that is being prepared, and somebody who is asked to come. Of the children only those of whom they may hear.
struct MeetingToCome {
    std::string kind;                 // "core group"
    std::optional<record::Day> day;
    std::string time, place;          // "10:00", "The town hall, room 2"; empty: nobody said yet
    std::vector<std::string> children; // first names
    std::string guest, guest_is;      // "Helen Frost", "school nurse": who is not in the record is known by these
};

struct LetterAsked {
    const policy::Pack& pack;
    const policy::RecordType& type;
    const record::Child& child;
    const record::Family& family;
    const record::Authority& authority;
    WorkerNumber writer;
    std::optional<PersonNumber> recipient; // none: somebody who is not in the record
    record::Day today{};
    const MeetingToCome* meeting = nullptr; // of an invitation that is written while the meeting is prepared
};

struct FilledIn {
    std::string what;   // "The day of the last core group"
    std::string value;  // "15 December 2026"
    std::string source; // "written down by Priya Anand on 16 December 2026"
    bool operator==(const FilledIn&) const = default;
};

// Where somebody lives now, as it was said last. Not known where the record hides it from themselves.
struct KnownAddress {
    const record::Household* home = nullptr;
    std::string address; // one line
    std::optional<record::Day> since;
    std::string who; // "said by Maureen Barrow", "written down by Priya Anand"
    record::Day said_on{};
};

struct LetterBegun {
    std::string words;
    std::vector<FilledIn> filled;        // each place once, in the order of the text
    std::optional<KnownAddress> address; // of the recipient
};
LetterBegun letter_from_record(const LetterAsked& asked);

std::optional<KnownAddress> address_of(const record::Family& family, const PersonNumber& person, record::Day today);
std::string source_of(const KnownAddress& address);                                  // "from 2 November 2026, said by Maureen Barrow on 9 December 2026"
bool is_asked_again(const KnownAddress& address, const policy::Pack& pack, record::Day today); // it was said longer ago than the pack's `address-asked-again`

// The sentences of places that are still open: "[The name of who it goes to is not in the record: write it here, or take this out.]"
std::vector<std::string> open_places_in(const std::string& words);

std::vector<std::string> statements_lacking(const policy::RecordType& type, const std::string& words); // that the pack asks of such a letter

} // namespace lifestory::casework
