// What a pack says a document, visit, meeting or decision holds: its items in order, each with label, part and force,
// with everything that its `like` chain gives it already joined in.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calendar/count.h"
#include "policy/condition.h"

namespace lifestory::policy {

enum class ItemType { Text, Prose, Prompt, Choice, Choices, YesNo, Day, Instant, Interval, Number, Place, People, Person,
                      Worker, Seen, Views, Options, Actions, Attachment, Code, Rows, Entry };

std::string name_of(ItemType type);                        // "yes-no"
std::optional<ItemType> item_type_of(std::string_view name);
std::vector<std::string> parts();                          // the closed list, in the order of the page

struct Choice {
    std::string name; // what is shown and kept
    std::string code; // of a coded list; else empty
    std::optional<calendar::Day> since, until; // the days from and up to which it can be chosen; a list changes with the years
    std::string means{}; // what it is for, in the pack's words; empty: the pack says nothing of it
    bool operator==(const Choice&) const = default;
};

// "10 to 400", "at most 150".
struct Words {
    std::optional<int> least, most;
    bool operator==(const Words&) const = default;
};

// What an answer is taken to be while nobody has given one: the first of these whose condition holds.
struct Proposal {
    std::string value;
    Conditions when;
    bool operator==(const Proposal&) const = default;
};

struct Item {
    std::string id;
    std::string part;                    // "" for items of types without a page of parts: shown under `about`
    ItemType type = ItemType::Text;
    std::string label, hint;
    std::optional<Force> force;          // none: known, not asked
    std::vector<std::string> clauses;
    Conditions when;                     // asked only if so; of the statuses of the child and the answers before it
    std::string list;                    // the list's id
    std::vector<Choice> choices;         // its values, resolved
    std::vector<std::string> columns, needs_rows;
    std::vector<std::string> long_columns; // those of them that are asked for in a text area
    bool each_child = false;             // of several children at once: asked of each; what is not is the same for all
    bool for_all = false;                // asked only when there are several, once
    std::optional<Words> words;
    std::string whose;                   // of views: child, carer, others
    std::vector<std::string> accepts;    // the only answers that can be signed
    std::string said;                    // the sentence otherwise
    std::vector<Proposal> proposed;      // of a choice: key `proposed`
    std::string from;                    // "type.item" or "item": carried from there, to be confirmed
    std::string under;                   // the item beside whose box a prompt stands
    bool serves = false;                 // can name a plan's outcome
    bool operator==(const Item&) const = default;
};

// What must stand before the record is recorded, or before another of its moments.
struct Need {
    std::vector<Trigger> what;           // any of these
    std::string before;                  // a moment of the type; "recorded" unless said
    std::optional<Trigger> since;
    Conditions unless;
    Force force = Force::Must;
    std::vector<std::string> clauses;
    std::string for_each;                // a record type: each such entry, for which `when` holds, has to be named by one of `what`
    Conditions when;
    bool operator==(const Need&) const = default;
};

struct RecordType {
    std::string id;
    std::string name;                    // this authority's noun
    std::string built_in;                // the built-in type at the end of `like`: "visit", "meeting"
    std::vector<std::string> like;       // all it is like, itself first, "entry" last
    std::vector<std::string> clauses, also;
    std::string about;                   // child, family, worker, team, authority: whose stream
    bool several_children = false;
    std::vector<std::string> expects;    // what the checker misses when absent
    std::vector<std::string> distribute_to, belongs_to, updates, written_by, signed_by, endorsed_by, decided_by, area;
    Conditions when;                     // for whom it is offered
    std::vector<Need> needs;
    std::string letter;                  // key `template`
    std::vector<Item> items;             // in the order of the form
    std::vector<std::string> moments;    // every moment that it has

    bool is_like(std::string_view type) const;
    const Item* item(std::string_view item_id) const;
    bool operator==(const RecordType&) const = default;
};

} // namespace lifestory::policy
