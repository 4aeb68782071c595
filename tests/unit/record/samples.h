// One entry of every kind, about Tilly Barrow and the people around her (all invented), for the tests of this
// room.
#pragma once

#include "record/codec.h"

namespace lifestory::record::samples {

template <class Number>
Number number(unsigned digit) { // 32 digits, all but the last two of them nought
    Number made;
    made.bytes[15] = static_cast<std::uint8_t>(digit);
    return made;
}

inline Day day(int year, unsigned month, unsigned date) { return *calendar::day_of(year, month, date); }
inline Instant at(std::string_view utc) { return *calendar::parse_utc(utc); }

inline const auto tilly = number<RecordNumber>(1);
inline const auto barrows = number<RecordNumber>(2);
inline const auto authority = number<RecordNumber>(3);
inline const auto looks = number<RecordNumber>(4);
inline const auto priya = number<WorkerNumber>(11);
inline const auto gareth = number<WorkerNumber>(12);
inline const auto denise = number<WorkerNumber>(13);
inline const auto sam = number<WorkerNumber>(14);
inline const auto north = number<TeamNumber>(21);
inline const auto tilly_herself = number<PersonNumber>(31);
inline const auto maureen = number<PersonNumber>(32);
inline const auto kerry = number<PersonNumber>(33);
inline const auto reece = number<PersonNumber>(34);

Said said_by(WorkerNumber worker);
Form visit_form();
Sentence maths_sentence(EntryId visit);
std::vector<Content> one_of_every_kind();

// Entries with numbers, places and times that follow each other; the id of the entry at place n is number(100
// + n).
ledger::OpenedEntry opened(RecordNumber record, std::uint64_t place, const Content& content,
                           WorkerNumber by = priya);
Entry entry(RecordNumber record, std::uint64_t place, const Content& content, WorkerNumber by = priya);
EntryId id_at(std::uint64_t place);

} // namespace lifestory::record::samples
