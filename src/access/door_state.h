// What stands behind the door: the streams folded, the names, the looks, the rules in force. Shared by the files that
// carry out the door alone.
#pragma once

#include <mutex>

#include "access/door.h"
#include "access/folds.h"
#include "access/looks.h"

namespace lifestory::access {

struct Door::State {
    State(ledger::Ledger& ledger_, const index::Index& index_, Rules rules_)
        : ledger(ledger_), index(index_), looks(ledger_, index_), children(ledger_, 40'000), families(ledger_, 20'000),
          authorities(ledger_, 1), rules(std::make_shared<const Rules>(std::move(rules_))) {}

    ledger::Ledger& ledger;
    const index::Index& index;
    Looks looks;
    Folds<record::Child> children;
    Folds<record::Family> families;
    Folds<record::Authority> authorities;
    Names names;
    Emergencies emergencies;
    Owing* owing = nullptr; // none: nobody keeps the lists of what is owed

    mutable std::mutex mutex; // of what follows
    std::shared_ptr<const Rules> rules;
    std::optional<RecordNumber> authority_number;

    std::mutex learning;
    EntryNumber names_up_to = 0;

    std::shared_ptr<const Rules> rules_now() const;
    std::shared_ptr<const record::Authority> authority_now();
    RecordNumber authority_stream();
    Facts facts(const Who& who, RecordNumber child, const record::Authority& authority, const Rules& by, Instant now) const;
    OpenRecord decided(const Visitor& visitor, RecordNumber record, Instant now); // nothing is read yet
    Outcome fold(OpenRecord& open, const Visitor& visitor); // throws when the record is there and cannot be read
    Result<OpenRecord> derive(const Visitor& visitor, RecordNumber record, Instant now);
    std::vector<RecordNumber> own_records(const Visitor& visitor, std::span<const RecordNumber> records, Instant now);
    void learn_names();
    void follow(RecordNumber child, Instant now); // after an act: names are known, and the next page has what is owed
};

bool is_own_work(const Decision& decision); // allowed, and not by duty, in an emergency or for letters alone
Refusal not_found(); // refused and absent alike
bool wrote(WorkerNumber worker, const record::Said& said);
Facts with_author(Facts facts, const record::Child& child, WorkerNumber worker, std::optional<EntryId> about);
record::Look look_of(const Visitor& visitor, RecordNumber record, std::optional<EntryId> entry, std::string why, Instant now);

} // namespace lifestory::access
