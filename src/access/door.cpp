#include "access/door.h"

#include <algorithm>

#include "access/door_state.h"
#include "access/facts.h"
#include "base/fault.h"
#include "calendar/london.h"

namespace lifestory::access {

using record::Author;
using record::Look;

namespace {

bool is_emergency(const Decision& decision) {
    return decision.reason == Reason::Emergency;
}

std::string why_it_is_allowed(const Door::State& state, const Visitor& visitor, const Decision& decision,
                              const record::Child& child) {
    if (is_emergency(decision))
        return std::string(record::emergency_begins) + state.emergencies.why(visitor.who.worker, child.record);
    return why_of(decision.reason, child);
}

} // namespace

std::string why_of(Reason reason, const record::Child& child) {
    switch (reason) {
    case Reason::WorksWith: return "works with " + child.first_name();
    case Reason::Manages: return "manager";
    case Reason::HeadOfService: return "Head of Service";
    case Reason::Reviews: return "reviewing officer";
    case Reason::Chairs: return "chairs the conference";
    case Reason::TeamsLetters: return "letters of the team";
    case Reason::Audits: return "audit";
    case Reason::OwnRecord: return "own record";
    case Reason::WasShared: return "was shared";
    case Reason::Duty: return "duty";
    case Reason::Emergency: return "emergency";
    case Reason::RunsAccounts:
    case Reason::Unknown:
    case Reason::Destroyed:
    case Reason::Conflict:
    case Reason::OutsideRestriction:
    case Reason::NoRelation:
    case Reason::NotForThisRole:
    case Reason::PolicySaysOthers:
    case Reason::NotTheAuthor: break;
    }
    return "";
}

bool OpenRecord::may(Act act, const What& what, std::optional<EntryId> about) const {
    return decide(who, act, what, with_author(facts, *child, who.worker, about), at).allowed;
}

bool is_own_work(const Decision& decision) {
    constexpr SetOf<Reason> own_work{Reason::WorksWith, Reason::Manages, Reason::HeadOfService, Reason::Reviews, Reason::Chairs};
    return decision.allowed && own_work.has(decision.reason);
}

Refusal not_found() {
    return refuse("not-found", "It may not exist, or it may not be yours to see. Nothing is wrong with your account.");
}

bool wrote(WorkerNumber worker, const record::Said& said) {
    return said.recorded_by.worker == worker || (said.finished_by && said.finished_by->worker == worker);
}

Facts with_author(Facts facts, const record::Child& child, WorkerNumber worker, std::optional<EntryId> about) {
    if (!about)
        return facts;
    const auto* story = child.find(*about);
    if (story && wrote(worker, story->entry.said))
        facts.relations.add(Relation::Author);
    return facts;
}

// ---- the state behind the door

Facts Door::State::facts(const Who& who, RecordNumber child, const record::Authority& authority, const Rules& by,
                         Instant now) const {
    auto facts = facts_of(who, child, index, authority, now);
    facts.permissions = &by.permissions;
    facts.emergency_until = emergencies.until(who.worker, child);
    return facts;
}

std::shared_ptr<const Rules> Door::State::rules_now() const {
    std::lock_guard lock(mutex);
    return rules;
}

std::shared_ptr<const record::Authority> Door::State::authority_now() {
    auto stream = authority_stream();
    auto authority = authorities.get(stream);
    if (authority)
        return *authority;
    if (ledger.length(stream) > 0)
        throw Fault("The authority's stream cannot be read: " + authority.refusal().code);
    return std::make_shared<const record::Authority>(); // the first day
}

RecordNumber Door::State::authority_stream() {
    std::lock_guard lock(mutex);
    if (!authority_number)
        authority_number = index.authority().value_or(RecordNumber::random());
    return *authority_number;
}

void Door::State::learn_names() {
    std::lock_guard lock(learning);
    for (const auto& row : index.naming_entries(names_up_to)) {
        auto opened = ledger.read_entry(row.number);
        if (opened)
            if (auto entry = record::read_entry(*opened))
                names.learn(*entry);
        names_up_to = row.number + 1;
    }
}

Door::Door(ledger::Ledger& ledger, const index::Index& index, Rules rules)
    : m_state(std::make_unique<State>(ledger, index, std::move(rules))) {
    m_state->learn_names();
    for (const auto& look : m_state->looks.emergencies(emergencies_remembered))
        m_state->emergencies.learn(look);
}

Door::~Door() = default;

void Door::use(Rules rules) {
    std::lock_guard lock(m_state->mutex);
    m_state->rules = std::make_shared<const Rules>(std::move(rules));
}

std::shared_ptr<const record::Authority> Door::authority() const {
    return m_state->authority_now();
}

std::optional<Visitor> Door::visitor(WorkerNumber worker, const std::string& session) const {
    auto authority = m_state->authority_now();
    auto rules = m_state->rules_now();
    const auto* known = authority->worker(worker);
    auto author = authority->author(worker);
    if (!known || !known->working || !author)
        return std::nullopt;
    auto role = rules->roles.find(known->role);
    if (role == rules->roles.end())
        return std::nullopt;
    return Visitor{{worker, role->second, known->role}, *author, known->telephone, session};
}

// ---- reading

namespace {

bool is_seen(const record::StoryEntry& story, const OpenRecord& open) {
    switch (open.decision.sees) {
    case Sees::Everything: return true;
    case Sees::Letters: return open.rules->letters.contains(story.record_type()) || wrote(open.who.worker, story.entry.said);
    case Sees::Released: return story.is_released_on(calendar::london_day(open.at));
    case Sees::Shared: return !story.sharings.empty();
    case Sees::NameAndTeam:
    case Sees::Nothing: return false;
    }
    return false;
}

std::shared_ptr<const record::Child> only_what_is_seen(std::shared_ptr<const record::Child> whole, const OpenRecord& open) {
    if (open.decision.sees == Sees::Everything)
        return whole;
    auto seen = std::make_shared<record::Child>(*whole);
    seen->story.clear();
    seen->where.clear();
    seen->apart.clear();
    seen->latenesses.clear();
    std::unordered_map<std::size_t, std::size_t> place; // in the whole story, and in what is seen of it
    for (std::size_t at = 0; at < whole->story.size(); ++at)
        if (is_seen(whole->story[at], open)) {
            place[at] = seen->story.size();
            seen->story.push_back(whole->story[at]);
        }
    for (const auto& [entry, at] : whole->where)
        if (auto found = place.find(at); found != place.end())
            seen->where[entry] = found->second;
    return seen;
}

// Null: there is no such record, or its key was destroyed.
template <class Fold>
std::shared_ptr<const Fold> folded(Folds<Fold>& folds, RecordNumber record) {
    auto fold = folds.get(record);
    if (fold)
        return *fold;
    auto code = fold.refusal().code;
    if (code != "key-destroyed" && code != "not-found")
        throw Fault("Record " + record.hex() + " cannot be read: " + code);
    return nullptr;
}

} // namespace

Look look_of(const Visitor& visitor, RecordNumber record, std::optional<EntryId> entry, std::string why, Instant now) {
    return {visitor.who.worker, visitor.author.full_name, visitor.author.designation, std::move(why), record, entry,
            visitor.session, now};
}

OpenRecord Door::State::decided(const Visitor& visitor, RecordNumber record, Instant now) {
    OpenRecord open{.record = record, .child = {}, .family = {}, .authority = authority_now(), .decision = {}, .why = {},
                    .facts = {}, .who = visitor.who, .at = now, .rules = rules_now()};
    open.facts = facts(visitor.who, record, *open.authority, *open.rules, now);
    open.decision = decide(visitor.who, Act::Open, {}, open.facts, now);
    return open;
}

Outcome Door::State::fold(OpenRecord& open, const Visitor& visitor) {
    auto child = folded(children, open.record);
    if (!child)
        return not_found();
    auto family = child->family ? folded(families, *child->family) : nullptr;
    open.child = only_what_is_seen(std::move(child), open);
    open.family = family ? family : std::make_shared<const record::Family>();
    open.why = why_it_is_allowed(*this, visitor, open.decision, *open.child);
    return Nothing{};
}

// Decides and folds, and notes nothing.
Result<OpenRecord> Door::State::derive(const Visitor& visitor, RecordNumber record, Instant now) {
    auto open = decided(visitor, record, now);
    if (!open.decision.allowed)
        return not_found();
    TRY(fold(open, visitor));
    return open;
}

Result<OpenRecord> Door::open(const Visitor& visitor, RecordNumber child, std::optional<EntryId> entry, Instant now) {
    auto open = TRY(m_state->derive(visitor, child, now));
    if (entry && !open.child->find(*entry))
        return not_found();
    TRY(m_state->looks.note(look_of(visitor, child, std::nullopt, open.why, now)));
    if (entry)
        TRY(m_state->looks.note(look_of(visitor, child, entry, open.why, now)));
    return open;
}

bool Door::may_open(const Visitor& visitor, RecordNumber child, Instant now) const { return m_state->decided(visitor, child, now).decision.allowed; }

std::vector<OpenRecord> Door::look_over(const Visitor& visitor, std::span<const RecordNumber> children, Instant now) const {
    std::vector<OpenRecord> looked;
    for (const auto& child : children) {
        auto open = m_state->decided(visitor, child, now);
        if (!is_own_work(open.decision))
            continue;
        try {
            if (m_state->fold(open, visitor))
                looked.push_back(std::move(open));
        } catch (const Fault&) { // one record's: it takes no list from everybody who works beside it or above
        }
    }
    return looked;
}

std::vector<RecordNumber> Door::caseload(WorkerNumber worker, Instant now) const {
    std::vector<RecordNumber> records;
    auto today = calendar::london_day(now);
    for (const auto& row : m_state->index.allocations_of(worker))
        if (row.holds_on(today) && row.relationship != conflict_of_interest &&
            std::ranges::find(records, row.record) == records.end())
            records.push_back(row.record);
    return records;
}

bool Door::stands_above(const Visitor& manager, WorkerNumber worker) const {
    bool is_head = manager.who.role == Role::HeadOfService && manager.who.worker != worker;
    return is_head || m_state->authority_now()->stands_above(manager.who.worker, worker);
}

std::vector<RecordNumber> Door::records_below(const Visitor& manager, Instant now) const {
    if (manager.who.role == Role::HeadOfService)
        return m_state->index.children();
    std::vector<RecordNumber> records;
    for (const auto& worker : m_state->authority_now()->workers_below(manager.who.worker))
        for (const auto& record : caseload(worker, now))
            if (std::ranges::find(records, record) == records.end())
                records.push_back(record);
    return records;
}

Result<std::vector<Look>> Door::readings(const Visitor& visitor, const OpenRecord& open, const ReadingsWanted& wanted) const {
    if (visitor.who != open.who || !open.may(Act::SeeReadings))
        return not_found();
    std::vector<Look> looks;
    for (auto& look : m_state->looks.at(open.record)) {
        auto day = std::chrono::year_month_day(calendar::london_day(look.at));
        bool in_month = !wanted.month || (day.year() / day.month() == *wanted.month);
        if (in_month && (!wanted.worker || *wanted.worker == look.worker))
            looks.push_back(std::move(look));
    }
    std::ranges::reverse(looks);
    return looks;
}

} // namespace lifestory::access
