// A draft: what somebody is writing, in any state, not yet part of any record. Kept whole at every save, sealed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/numbers.h"
#include "base/result.h"
#include "calendar/day.h"

namespace lifestory::desk {

using calendar::Instant;

// The form's fields as they were posted, by name; of tick boxes with one name, each value on a line of its own. Never
// checked here: a draft may be kept in any state.
using Fields = std::map<std::string, std::string>;

inline constexpr std::size_t most_bytes_of_a_draft = 2u << 20;

// The fields as they are kept: text in one spelling (base/text.h), without empty ones. Refuses what is not UTF-8 and
// more than two megabytes in all, naming the field.
Result<Fields> clean_fields(const Fields& posted);

struct Writer {
    WorkerNumber worker;
    std::string full_name;
    bool operator==(const Writer&) const = default;
};

// Put away, with the reason; can be taken out again for 30 days.
struct PutAway {
    std::string why;
    Writer by;
    Instant at{};
    bool operator==(const PutAway&) const = default;
};

// Sent back by a manager: "What should change, and why?" beside each part, by the part's or item's id.
struct SentBack {
    Writer by;
    Instant at{};
    std::map<std::string, std::string> words;
    bool operator==(const SentBack&) const = default;
};

// One child's part of a visit to several. That it was signed is known when its draft has been forgotten.
struct Part {
    DraftId draft;
    RecordNumber child;
    bool is_signed = false;
    bool operator==(const Part&) const = default;
};

struct Draft {
    DraftId draft;
    FormNumber form; // carried by the form; becomes the entry's at signing
    Writer owner;
    std::vector<Writer> writers;        // all who wrote in it, the owner first
    std::optional<RecordNumber> record; // none until a child is chosen
    std::string record_type;            // the pack's id; empty until it is chosen
    std::uint64_t version = 0;          // 1 after the first save
    Fields fields;
    std::string stopped_at; // the field the last writer was in
    Writer saved_by;
    Instant created{}, updated{};
    std::optional<PutAway> put_away;
    std::vector<SentBack> sent_back; // newest last; kept with the signed entry (CAM-043)
    bool awaits_manager = false;     // sent to its manager to read before signing
    std::optional<EntryId> signed_as;
    // One visit to several children (docs/decisions/0016): each child's part is a draft of its own, and what is the same for all is
    // one more, without a child and in no list.
    std::optional<DraftId> same_for_all; // of a child's part: where that is kept
    std::vector<Part> parts;             // of what is the same for all: the parts, in the order in which the children were named
    bool operator==(const Draft&) const = default;

    bool is_of_all() const { return !parts.empty(); }
};

// What was in a draft before: an earlier version, or what one writer wrote that was not kept in a merge.
struct EarlierVersion {
    std::uint64_t version = 0; // it was this version, or was written over this version
    Writer by;
    Instant at{};
    Fields fields;
    bool set_aside = false; // not kept in a merge
    bool operator==(const EarlierVersion&) const = default;
};

// A manager reached the draft of an absent writer, and said why (ROC-031).
struct DraftOpening {
    Writer by;
    std::string why;
    Instant at{};
    bool operator==(const DraftOpening&) const = default;
};

} // namespace lifestory::desk
