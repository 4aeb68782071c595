// When a trigger came about in a child's life. The life is sorted once by record type, so that a rule touches only
// the entries that can trigger it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "policy/pack.h"
#include "policy/timeline.h"

namespace lifestory::policy {

struct Occurrence {
    Instant at{};
    Day day{};
    Known known = Known::ToTheDay;
    const Happening* entry = nullptr; // null: a birthday, a status, the pack's own date
    EntryId id;                       // the entry's, or that of what began the status
    std::string_view to;              // the recipient of a sharing; of the timeline
    std::size_t place = 0;            // the entry's place in the order of recording
    bool operator==(const Occurrence&) const = default;
};

bool comes_before(const Occurrence& left, const Occurrence& right); // by the instant, else the day; then as recorded

// One moment of one entry.
Occurrence occurrence_of(const Happening& entry, const Moment& moment, std::size_t place);

struct TriggerHash {
    std::size_t operator()(const Trigger& trigger) const {
        std::hash<std::string> hash;
        return hash(trigger.id) * 31 + hash(trigger.moment) + static_cast<std::size_t>(trigger.age) * 7 + static_cast<std::size_t>(trigger.thing);
    }
};

class Life {
public:
    Life(const Pack& pack, const Timeline& child);

    const Pack& pack() const { return *m_pack; }
    const Timeline& child() const { return *m_child; }
    const std::vector<Spell>& statuses() const { return m_statuses; }
    void add_status(Spell spell);

    const std::vector<Occurrence>& of(const Trigger& trigger) const;       // in the order of time
    const std::vector<Occurrence>& of(const std::vector<Trigger>& triggers) const; // of a rule, which outlives the life
    const std::vector<const Happening*>& like(std::string_view type) const; // entries of a type that stand, as recorded
    const std::vector<const Happening*>& withdrawn() const { return m_withdrawn; }
    const RecordType* type_of(const Happening& entry) const { return m_types[place_of(entry)]; } // null: the pack does not know it
    std::size_t place_of(const Happening& entry) const { return static_cast<std::size_t>(&entry - m_child->happenings.data()); }
    const std::vector<Day>& days_of_entries() const { return m_days; }     // on which something happened, each once
    bool has_status(std::string_view status) const;                        // on any day

    // Where a moment was put right or withdrawn since: as it was known then.
    Occurrence as_known(const Occurrence& occurrence, std::optional<Instant> then) const;

private:
    std::vector<Occurrence> of_record(const Trigger& trigger) const;
    std::vector<Occurrence> of_status(const Trigger& trigger) const;
    std::vector<Occurrence> found(const Trigger& trigger) const;

    const Pack* m_pack;
    const Timeline* m_child;
    std::vector<Spell> m_statuses;
    std::unordered_map<std::string_view, std::vector<const Happening*>> m_by_type; // and by each type that it is like
    std::vector<const Happening*> m_withdrawn;
    std::vector<Occurrence> m_moments;   // of every entry in turn
    std::vector<std::size_t> m_first;    // by place: where the entry's moments begin in it
    std::vector<const RecordType*> m_types; // by place
    std::vector<Day> m_days;
    mutable std::unordered_map<Trigger, std::vector<Occurrence>, TriggerHash> m_known; // asked before
    mutable std::unordered_map<const std::vector<Trigger>*, std::vector<Occurrence>> m_known_together;
};

// A moment known to the day, as an instant from which hours are counted: the end of that day.
Instant counted_instant(const Occurrence& occurrence);

} // namespace lifestory::policy
