// When a trigger came about in a child's life. The life is sorted once by record type, so that a rule touches only
// the entries that can trigger it.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
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
    std::string to;                   // the recipient of a sharing
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
    std::vector<Occurrence> of(const std::vector<Trigger>& triggers) const;
    const std::vector<const Happening*>& like(std::string_view type) const; // entries of a type, as recorded
    std::size_t place_of(const Happening& entry) const { return static_cast<std::size_t>(&entry - m_child->happenings.data()); }

private:
    std::vector<Occurrence> of_record(const Trigger& trigger) const;
    std::vector<Occurrence> of_status(const Trigger& trigger) const;
    std::vector<Occurrence> found(const Trigger& trigger) const;

    const Pack* m_pack;
    const Timeline* m_child;
    std::vector<Spell> m_statuses;
    std::map<std::string, std::vector<const Happening*>, std::less<>> m_by_type; // and by each type that it is like
    mutable std::unordered_map<Trigger, std::vector<Occurrence>, TriggerHash> m_known; // asked before
};

// A moment known to the day, as an instant from which hours are counted: the end of that day.
Instant counted_instant(const Occurrence& occurrence);

} // namespace lifestory::policy
