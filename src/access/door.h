// The one door to a record: decides, notes the look before anything is shown, reads and folds. What is refused and what
// does not exist are the same "not-found". What an act must hold is casework's; how a page looks is web's.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/decide.h"
#include "access/emergencies.h"
#include "access/names.h"
#include "access/owed.h"
#include "access/owing.h"
#include "access/rules.h"
#include "base/result.h"
#include "index/index.h"
#include "ledger/ledger.h"
#include "record/authority.h"
#include "record/child.h"
#include "record/family.h"

namespace lifestory::access {

// Who stands at the door: a worker of the authority as they are today, in one session.
struct Visitor {
    Who who;
    record::Author author; // as an entry names them
    std::string telephone;
    std::string session;   // a hash, to tell one session's looks from another's
};

// A record that was opened, with what its reader may do. Holds what it shows alive, and nothing that its reader may not
// see: of `child`, the story has only what `decision.sees` lets through,
// and the reasons for what was late are for who sees everything.
struct OpenRecord {
    RecordNumber record;
    std::shared_ptr<const record::Child> child;
    std::shared_ptr<const record::Family> family; // empty when its key was destroyed
    std::shared_ptr<const record::Authority> authority;
    Decision decision;
    std::string why; // as the look says it: "works with Tilly"
    Facts facts;
    Who who;
    Instant at{};
    std::shared_ptr<const Rules> rules; // `facts.permissions` points into it

    // May this reader do this? `about` is the entry it is about, whose author counts.
    bool may(Act act, const What& what = {}, std::optional<EntryId> about = std::nullopt) const;
};

// What one act appends: entries in this child's stream, or in the family's.
struct Writing {
    enum class Stream { Child, Family };
    EntryId id;
    record::Said said;
    record::Content content;
    Stream stream = Stream::Child;
    std::optional<std::uint64_t> expected_place{}; // decided on a stream of that many entries; a child's is always looked at
};

struct Found {
    Named who;
    std::string why;                     // "sounds like "tilley barow""
    bool may_open = false;
    std::optional<record::Author> worker; // the allocated worker, with team
    std::string telephone;               // of the worker's team
    std::string lives_with;              // "nan"; only of who may be opened
    std::vector<Named> children;         // of somebody of a family: whose family it is
    std::string relation;                // "nan"
};

struct ReadingsWanted {
    std::optional<WorkerNumber> worker;
    std::optional<std::chrono::year_month> month;
};

class Door {
public:
    // Reads the names and the authority's stream. The ledger and the index outlive the door.
    Door(ledger::Ledger& ledger, const index::Index& index, Rules rules);
    ~Door();

    std::shared_ptr<const record::Authority> authority() const; // as it is now
    std::optional<Visitor> visitor(WorkerNumber worker, const std::string& session) const; // none: does not work here

    // Decides, notes, reads, folds. With an entry: refused when this record does not hold it.
    Result<OpenRecord> open(const Visitor& visitor, RecordNumber child, std::optional<EntryId> entry, Instant now);

    // Whether `open` would open it now: for a link to it. Nothing of it is read, and no look is noted.
    bool may_open(const Visitor& visitor, RecordNumber child, Instant now) const;

    // For lists of one's own work (home, team), without a look: each is of the visitor's caseload or line, or left out. So is
    // one that cannot be read: opening it says so.
    std::vector<OpenRecord> look_over(const Visitor& visitor, std::span<const RecordNumber> children, Instant now) const;
    std::vector<RecordNumber> caseload(WorkerNumber worker, Instant now) const;
    std::vector<RecordNumber> records_below(const Visitor& manager, Instant now) const; // of the whole line, or service
    bool stands_above(const Visitor& manager, WorkerNumber worker) const; // a line manager, or the Head of Service

    // What the line below wrote or asked for, of the records that this manager may open: longest waiting first.
    std::vector<index::EntryRow> waiting_for(const Visitor& manager, Instant now) const;
    std::vector<index::CorrectionAskedRow> corrections_asked_of(const Visitor& manager, Instant now) const;

    // From here on the lists of what is owed follow every act. `owing` outlives the door.
    void keep_owed(Owing& owing);
    Recounted catch_up_owed(Instant now); // now and then: what the day, the pack, a holiday or a crash left behind

    // What is owed for these of the visitor's own records, by due date: late, missing, and due up to and with `until`.
    // No look, no fold: from the lists, brought up to date first.
    std::vector<OwedItem> owed_for(const Visitor& visitor, std::span<const RecordNumber> records, calendar::Day until, Instant now) const;
    // All that was or is due in these days, met or not; `allocated` of what was met: who was allocated on the day it was due.
    std::vector<OwedItem> owed_between(const Visitor& visitor, std::span<const RecordNumber> records, calendar::Day from, calendar::Day to, Instant now) const;
    std::vector<OwedChild> owed_children(const Visitor& visitor, std::span<const RecordNumber> records, Instant now) const;
    std::vector<Kept> kept_in(const Visitor& visitor, std::chrono::year_month from, std::chrono::year_month to, Instant now) const; // of the visitor and the line below
    std::optional<record::Lateness> lateness_given(const Visitor& visitor, const OwedItem& item, Instant now) const; // why, and what kept the child safe

    // One act, decided anew on what is true now. Refuses "not-found", or "changed-meanwhile" when the record has grown
    // since it was opened: open it again and ask the writer. `form`: sent twice, stored once.
    Result<ledger::Appended> append(const Visitor& visitor, const OpenRecord& open, Act act, const What& what,
                                    FormNumber form, const std::vector<Writing>& entries, Instant now);

    // A new child, in a new family or one that this visitor may open; the worker is allocated in the same act.
    struct Opening {
        RecordNumber family, child;
        std::vector<Writing> entries; // the first of each new stream opens it
    };
    Result<ledger::Appended> open_new(const Visitor& visitor, FormNumber form, const Opening& opening, Instant now);

    // Help asked of one's own line of management, and its answer by whoever was asked or stands above the asker.
    Result<ledger::Appended> append_help(const Visitor& visitor, FormNumber form, const Writing& entry, Instant now);

    // A supervision, a team's meeting, a look at the guidance: of a manager, and about workers of the own line alone. Refuses as the next.
    Result<ledger::Appended> append_work(const Visitor& visitor, FormNumber form, const Writing& entry, Instant now);

    // What an administrator writes of workers, teams, lines and holidays, decided anew. Refuses "not-found", or
    // "changed-meanwhile" when it was decided on a shorter stream.
    Result<ledger::Appended> append_of_administrator(const Visitor& visitor, FormNumber form, const std::vector<Writing>& entries, Instant now);

    // The authority's own stream, for the program itself: packs at start, the first administrator.
    Result<ledger::Appended> append_to_authority(FormNumber form, const std::vector<Writing>& entries, Instant now);

    std::vector<Found> find(const Visitor& visitor, const std::string& typed, Instant now) const;

    // Sixty minutes, told to managers, seen by the child. Refuses "not-opened" with the same words for every cause.
    Result<RecordNumber> open_in_emergency(const Visitor& visitor, const std::string& name, calendar::Day born,
                                           const std::string& why, Instant now);
    std::vector<Emergency> emergencies_for(const Visitor& manager, Instant since) const; // newest first

    // Who has looked, newest first. Own looks too.
    Result<std::vector<record::Look>> readings(const Visitor& visitor, const OpenRecord& open, const ReadingsWanted& wanted) const;

    void use(Rules rules); // another version of the pack was accepted

    struct State; // door_state.h

private:
    std::unique_ptr<State> m_state;
};

std::string why_of(Reason reason, const record::Child& child); // "works with Tilly", "manager"

} // namespace lifestory::access
