// A child's record: one child's entries read in order. `apply` takes the entries one by one, so a record already
// folded takes the next without beginning again; nothing in it is ever taken away. Pure; who may see it is for access.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "record/story.h"

namespace lifestory::record {

// An interval of the child's life with all that was said of it; the last stands.
struct EpisodeHistory {
    std::string episode;
    History<Episode> history;
    bool operator==(const EpisodeHistory&) const = default;
    const Episode& now() const { return history.now(); }
    bool holds_on(Day day) const { return now().started <= day && (!now().ended || day < *now().ended); }
};

struct Child {
    RecordNumber record;
    std::optional<RecordNumber> family;
    std::optional<PersonNumber> person;
    Instant opened_at{};
    std::string brought_in_from;                                 // the system that it came from; empty: it began here
    std::uint64_t length = 0; // entries folded: the place that the next will have

    std::map<std::string, History<BasicDetail>> facts;           // by the fact's name, all but preferred words
    std::vector<History<BasicDetail>> preferred_words;           // one for each word not to say, in order of asking
    std::vector<History<Allocation>> allocations;                // one for each worker, relationship and first day
    std::vector<EpisodeHistory> episodes;
    std::vector<StoryEntry> story;                               // in the order in which they were signed
    std::vector<Beside<LatenessGiven>> latenesses;               // of due items, before they were written
    std::vector<Entry> apart;                                    // what names an entry that is not here
    std::unordered_map<EntryId, std::size_t> where;              // any entry: its place in `story`
    bool operator==(const Child&) const = default;

    std::string fact(const std::string& name) const;             // as it is now; empty: nothing said
    std::string full_name() const;                               // "Matilda Barrow"; unborn: "Baby Barrow"
    std::string first_name() const;                              // "Tilly": the name the child uses
    std::string name() const;                                    // "Tilly Barrow"
    std::optional<Day> born() const, expected() const, died() const;
    std::optional<int> age_on(Day day) const;                    // at death, once died; none: unborn or not known
    std::vector<BasicDetail> words_to_use(Day day) const;        // the preferred words that hold

    const StoryEntry* find(const EntryId& entry) const;          // also by an entry that stands beside it
    std::vector<const Allocation*> allocated_on(Day day) const;
    const Allocation* allocated_worker_on(Day day) const;        // relationship "allocated-worker"; null: nobody
    std::vector<const EpisodeHistory*> episodes_on(Day day) const;
    bool is_closed_on(Day day) const;                            // had an involvement, and none holds
    const StoryEntry* last_seen(Day by) const;                   // the newest visit at which the child was seen
    const StoryEntry* last_seen_alone(Day by) const;
    std::optional<Lateness> lateness_given(const std::string& due_item) const;
};

Child& apply(Child& child, Entry entry);      // the next entry of the child's stream
Child fold_child(std::span<const Entry> entries);
Child fold_child(std::vector<Entry>&& entries); // the same, and moves the words

} // namespace lifestory::record
