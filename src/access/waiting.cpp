// What waits for a manager, of the records that are the manager's own work and of no others: a worker of the line may work
// with a child whose record is not for this manager, and that there is something to read in it is not either. What the policy has this
// manager agree to comes first; what it has others agree to leaves this manager's list once they said what they had to say.
#include <algorithm>

#include "access/door_state.h"
#include "calendar/london.h"
#include "policy/who_agrees.h"
#include "record/brought_in.h"
#include "record/codec.h"

namespace lifestory::access {

namespace {

RecordNumber record_of(const index::EntryRow& row) { return row.record; }
RecordNumber record_of(const index::CorrectionAskedRow& row) { return row.asking.record; }

template <class Row>
std::vector<Row> of_own_records(std::vector<Row> rows, Door::State& state, const Visitor& manager, Instant now) {
    std::set<RecordNumber> all;
    for (const auto& row : rows)
        all.insert(record_of(row));
    auto own = state.own_records(manager, std::vector(all.begin(), all.end()), now);
    std::ranges::sort(own);
    std::erase_if(rows, [&](const auto& row) { return !std::ranges::binary_search(own, record_of(row)); });
    return rows;
}

// How an entry stands in a manager's list.
enum class Turn { AsksThem, ForAnyManager, SaidTheirs };

// The kinds of entry among which are record types that somebody is named for: of no other is an entry read.
std::set<std::string_view> kinds_with_somebody_named(const policy::Pack& pack) {
    std::set<std::string_view> kinds;
    for (const auto& [id, type] : pack.record_types)
        if (!type.endorsed_by.empty())
            kinds.insert(type.built_in == "visit"                                        ? record::Visit::kind_word
                         : type.built_in == "case-note"                                  ? record::CaseNote::kind_word
                         : type.built_in == "meeting" || type.built_in == "supervision" ? record::Meeting::kind_word
                                                                                         : record::Document::kind_word);
    return kinds;
}

// Only of a kind of record that somebody is named for the whole record is read.
Turn turn_of(Door::State& state, const index::EntryRow& row, const WorkerNumber& manager, Instant now) {
    const auto& books = state.owing->books();
    const auto opened = state.ledger.read_entry(row.number);
    const auto entry = opened ? record::read_entry(*opened) : Result<record::Entry>(not_found());
    const auto* form = entry ? record::form_of(entry->content) : nullptr;
    if (!form)
        return Turn::ForAnyManager;
    const auto& pack = books.of(entry->said.judged_by.digest).pack();
    const auto* type = pack.record_type(form->record_type);
    const auto child = type && !type->endorsed_by.empty() ? state.children.get(row.record) : Result<std::shared_ptr<const record::Child>>(not_found());
    const auto* story = child ? (*child)->find(row.id) : nullptr;
    if (!story)
        return Turn::ForAnyManager;
    if (policy::may_settle(*story, manager, **child, *state.authority_now(), calendar::london_day(now), pack))
        return Turn::AsksThem;
    const auto is_theirs = [&](const auto& one) { return one.by.worker == manager; };
    const bool has_said = std::ranges::any_of(story->endorsements, is_theirs) || std::ranges::any_of(story->comments, is_theirs);
    return has_said ? Turn::SaidTheirs : Turn::ForAnyManager;
}

void put_in_turn(std::vector<index::EntryRow>& rows, Door::State& state, const WorkerNumber& manager, Instant now) {
    const auto kinds = state.owing ? kinds_with_somebody_named(state.owing->books().in_force->pack()) : std::set<std::string_view>();
    if (kinds.empty())
        return;
    std::vector<index::EntryRow> asking, others;
    for (auto& row : rows)
        switch (kinds.contains(row.kind) ? turn_of(state, row, manager, now) : Turn::ForAnyManager) {
        case Turn::AsksThem: asking.push_back(std::move(row)); break;
        case Turn::ForAnyManager: others.push_back(std::move(row)); break;
        case Turn::SaidTheirs: break;
        }
    rows = std::move(asking);
    rows.insert(rows.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
}

} // namespace

std::vector<RecordNumber> Door::State::own_records(const Visitor& visitor, std::span<const RecordNumber> records, Instant now) {
    auto authority = authority_now();
    auto by = rules_now();
    std::vector<RecordNumber> own;
    for (const auto& record : records)
        if (is_own_work(decide(visitor.who, Act::Open, {}, facts(visitor.who, record, *authority, *by, now), now)))
            own.push_back(record);
    return own;
}

std::vector<index::EntryRow> Door::waiting_for(const Visitor& manager, Instant now) const {
    auto below = m_state->authority_now()->workers_below(manager.who.worker);
    if (!below.empty())
        below.push_back(record::brought_in_author()); // what came from another system is looked at by whoever manages the work with the child
    auto rows = of_own_records(m_state->index.waiting_for_a_manager(below), *m_state, manager, now);
    std::ranges::stable_sort(rows, {}, [](const index::EntryRow& row) { return row.author == record::brought_in_author(); }); // what workers wrote comes first
    put_in_turn(rows, *m_state, manager.who.worker, now);
    return rows;
}

std::vector<index::CorrectionAskedRow> Door::corrections_asked_of(const Visitor& manager, Instant now) const {
    auto below = m_state->authority_now()->workers_below(manager.who.worker);
    return of_own_records(m_state->index.corrections_asked(below), *m_state, manager, now);
}

} // namespace lifestory::access
