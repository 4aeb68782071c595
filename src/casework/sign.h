// Signing a filled-in form: what must hold of every record that is written, whatever its kind. Findings never
// refuse; what is refused here cannot be true or was left out (pages 6.5 to 7.3).
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "casework/act.h"
#include "policy/record_type.h"
#include "record/child.h"

namespace lifestory::casework {

enum class Late { No, Yes };
enum class WasThere { Yes, No };

// When the child reads it.
struct Releasing {
    std::string how; // together, now, not-yet
    std::string not_yet_reason;
    std::optional<Day> on, look_again;
    std::string warning;
};

// A finding that the pack makes a must: signing asks for the reason unless one was given already.
struct HardFinding {
    std::string category, words;
    std::string field = "kept"; // where the reason is asked
};

struct Filled {
    record::Form form;
    std::optional<Day> happened_on;
    std::optional<std::chrono::minutes> happened_at;
    std::optional<Day> known_on;
    WasThere was_there = WasThere::Yes;
    std::string told_by;                      // full name and role, when the author was not there
    std::optional<record::Author> written_by; // the draft's writer, when somebody else finishes it
    std::string only_signed_by{};             // "a Team Manager", where the writer may not sign it; empty: they may
    std::string only_decided_by{};            // "a Team Manager", where neither who is named as deciding nor who signs is one; empty: one of them is
    Late late = Late::No;
    std::optional<record::Lateness> why_late;
    std::vector<HardFinding> hard;
    std::vector<record::Kept> kept;
    std::vector<record::SentBack> sent_back;
    std::optional<Releasing> release;
    std::optional<EntryId> belongs_to; // of notes: the meeting that they are of
    std::optional<record::OneVisit> one_visit{}; // of a visit to several children, or a meeting about them
    std::vector<EntryId> speaks_of;    // of a letter: the entries that it tells the child of
    std::vector<std::string> taken_back;       // of a letter: entries whose words it took and that the child is not given any more
    std::vector<record::PromiseTold> promises; // of a letter: what became of them
};

// The record type with the items that are asked of this child today, from policy::asked_items.
struct Asked {
    const policy::RecordType& type;
    std::span<const policy::Item* const> items;
};

// The reasons of ROC-095 to 097, as they stand on the page.
const std::vector<std::string>& not_yet_reasons();

bool shows_views(const record::Form& form); // a drawing, sound or film of the child's stands where the child's words stand (ROC-082)
bool is_answered(const record::Answer* answer); // not blank; "not known" counts when it says why

Refusals refusals_of(const Act& act, const record::Child& child, const Asked& asked, const Filled& filled);

// The entry and its release. `content` is the kind with its form, lateness and kept findings already in it.
Writing signed_entry(const Act& act, const record::Child& child, record::Content content,
                     const Filled& filled);

} // namespace lifestory::casework
