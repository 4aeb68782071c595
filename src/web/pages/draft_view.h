// A draft as its page needs it: the child, the record type, which items are asked of this child now, who can be ticked,
// what could be read of it, what is due when it is signed, and what could be better.
#pragma once

#include <optional>
#include <vector>

#include "casework/sign.h"
#include "policy/judge.h"
#include "prose/check.h"
#include "web/pages/acting.h"
#include "web/pages/form_fields.h"

namespace lifestory::web::pages {

// What can be done with the words found besides keeping them: a press leaves `instead` in their place.
struct Press {
    std::string name; // "Take out"
    std::string instead;
};

// Of one visit to several children: the part of another child into which a sentence can be moved.
struct Move {
    RecordNumber child;
    std::string name; // "Move it to Reece's part"
};

// A finding of the draft's words: in which box, and by what id its "Keep mine" is remembered.
struct DraftFinding {
    std::string id, item, box; // box: the field's name
    prose::Finding finding;
    std::string words;         // the words found
    bool must_say_why = false; // the pack: signing asks for a reason
    std::string kept;          // one of keep_choices (draft_findings.h); empty: not kept
    std::string leave_in;      // the one choice of words that stand elsewhere too, or came whole: still-true, both-places, belongs, word-for-word
    std::optional<Press> press;
    std::vector<Move> moves;   // moved_sentence.h
    std::string row;           // of a row of a form: what its fields begin with, "item.actions.2."
    std::string from;          // pulled in: where it is from (pulled_through.h)
    std::string link;          // they stand elsewhere: "Read the visit of 9 December 2026"
    std::optional<Url> at;     // where it leads
};

// An item that nobody answered, and what it is taken to be until somebody does.
struct ProposedItem {
    const policy::Item* item = nullptr;
    policy::Proposed what;
};

struct DraftView {
    desk::Draft draft;
    std::optional<access::OpenRecord> open; // none until a child is chosen
    const policy::RecordType* type = nullptr; // null until it is chosen ("Write it down now")
    Judged judged;
    std::vector<const policy::Item*> asked; // prompts too
    std::vector<Known> known;
    std::vector<ProposedItem> proposed;
    ReadForm read; // with what is proposed
    std::optional<calendar::Day> happened_on;
    std::optional<std::chrono::minutes> happened_at;
    Refusals when_refusals;
    std::vector<policy::Obligation> due;    // what this record will meet, earliest first
    std::vector<DraftFinding> findings;     // the most important first
    std::vector<prose::Missing> missing;
    policy::WrittenToChild written;
    std::optional<desk::Draft> for_all;     // one visit to several children: what is the same for all, whose fields are joined into the draft's
    std::vector<RecordNumber> with;         // then: the other children
    std::string prefix;                     // of its fields on the page of another child's part (one_visit.h); else empty

    std::string first_name() const; // of the child; "the child" until one is chosen
    std::string of_whom() const;    // whose people those of a form are: "Tilly", or of several "the children"
};

// Opens the child's record (a look is noted). Refused as "not-found" when this caller may not see it any more.
Result<DraftView> view_of(const House& house, const Caller& caller, desk::Draft draft);
// The same of a record that is open.
DraftView view_with(const House& house, const Caller& caller, desk::Draft draft, access::OpenRecord open);

// Which items would be asked too if this answer were given to the item `seen`: shown beneath that choice.
std::vector<const policy::Item*> asked_if_seen(const House& house, const DraftView& view, std::string_view seen);

// What these notes can be of (the pack's belongs_to), newest first; empty for a type that stands by itself.
std::vector<const record::StoryEntry*> can_belong_to(const DraftView& view);
std::optional<EntryId> belongs_to(const DraftView& view); // as chosen, else the newest

const policy::Proposed* proposed_for(const DraftView& view, const policy::Item& item); // null: answered, or nothing is

bool is_late(const DraftView& view);
casework::Filled filled_of(const DraftView& view, const Caller& caller, const House& house);
std::string due_words(const DraftView& view); // "Due Thursday 24 December 2026"; empty: nothing is due
std::vector<std::pair<std::string, std::string>> boxes_of(const DraftView& view); // field name and its words, of what is looked at

} // namespace lifestory::web::pages
