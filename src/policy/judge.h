// Whether conditions hold for a child on a day, and what follows of them: which items a form asks, what of a type is
// written to the child, who may do what.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "policy/pack.h"
#include "policy/timeline.h"

namespace lifestory::policy {

class Life; // occurrences.h

enum class Children { One, Several }; // whom one record is written about at once

// What is known when a rule is asked: the child, the statuses computed, the day, and the entry judged (or none).
struct Circumstances {
    const Pack* pack = nullptr;
    const Timeline* child = nullptr;
    const std::vector<Spell>* statuses = nullptr;
    Day day{};
    const Happening* entry = nullptr;
    Children children = Children::One;
    std::shared_ptr<const Life> life{}; // of `with_life`; none: each question sorts the child's life anew
};

// The same, sorted once: of a long record, and for many questions. The pack and the timeline must outlive it.
Circumstances with_life(Circumstances now);

bool holds(const Conditions& conditions, const Circumstances& now); // any of them; none: yes

// The items that the form asks for, in order: with a force, or of several children at once `for_all`, and whose `when` holds.
std::vector<const Item*> asked_items(const RecordType& type, const Circumstances& now);

// What an item is proposed to be, and the facts that speak for it: "child protection plan", "seen alone". None: nothing
// is proposed.
struct Proposed {
    std::string value;
    std::vector<std::string> because;
    bool operator==(const Proposed&) const = default;
};
std::optional<Proposed> proposed_value(const Item& item, const Circumstances& now);

struct WrittenToChild {
    Written written = Written::NotToTheChild;
    std::vector<std::string> items;    // of InPart
    std::string rule;                  // "audience.case-records"; empty: no row speaks, so not to the child
    std::vector<std::string> clauses;
    bool operator==(const WrittenToChild&) const = default;
};
WrittenToChild written_to_child(std::string_view record_type, const Circumstances& now);

// The permissions for an act on a record type, or on a type that it is like ("record" for the whole), that hold now.
std::vector<const Permission*> permissions_for(std::string_view act, std::string_view on, const Circumstances& now);

// What should stand before the record reaches a moment ("recorded", "ended") and does not; the record is now.entry.
std::vector<const Need*> missing_needs(const RecordType& type, std::string_view moment, const Circumstances& now);

// Of a need `for_each`: the entries that nothing names yet.
std::vector<EntryId> still_needed_by(const Need& need, const Circumstances& now);

// Reminders shown at a place: "before signing", "every page", "visit", "visit.think".
std::vector<const Reminder*> reminders_at(std::string_view place, const Circumstances& now);

// What the rules of the chronology say of one moment of an entry: those that speak of it, the strongest first.
struct Significant {
    const Happening* entry = nullptr;
    const Moment* moment = nullptr;
    std::vector<const Significance*> rules;

    const Significance& rule() const { return *rules.front(); }
    std::string theme() const; // of the strongest that names one; empty: none does
};

// Of every entry of the life that a rule speaks of, as recorded; of an episode one for its start and one for its end.
// `now`: the pack, the child, the statuses; each entry is judged as it was on its own day.
std::vector<Significant> significant_in(const Circumstances& now);

// Messages and arrangements that a rule of the pack keeps off the child's story (`put = "off the story"`).
std::vector<EntryId> off_the_story_in(const Circumstances& now);

} // namespace lifestory::policy
