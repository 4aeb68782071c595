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

Refusal not_found() {
    return refuse("not-found", "It may not exist, or it may not be yours to see. Nothing is wrong with your account.");
}

bool is_emergency(const Decision& decision) {
    return decision.reason == Reason::Emergency;
}

// The entry that another entry is about: its author is who may add to it, and who may not endorse it.
struct About {
    std::optional<EntryId> operator()(const record::Addition& it) const { return it.entry; }
    std::optional<EntryId> operator()(const record::Endorsement& it) const { return it.entry; }
    std::optional<EntryId> operator()(const record::Comment& it) const { return it.entry; }
    std::optional<EntryId> operator()(const record::Release& it) const { return it.entry; }
    std::optional<EntryId> operator()(const record::SharingGiven& it) const { return it.entry; }
    std::optional<EntryId> operator()(const record::Disagreement& it) const { return it.entry; }
    std::optional<EntryId> operator()(const record::Correction& it) const { return it.sentence.entry; }
    std::optional<EntryId> operator()(const record::CorrectionAsked& it) const { return it.sentence.entry; }
    std::optional<EntryId> operator()(const record::Closing& it) const { return it.sentence.entry; }
    template <class Other>
    std::optional<EntryId> operator()(const Other&) const { return std::nullopt; }
};

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

std::string why_it_is_allowed(const Door::State& state, const Visitor& visitor, const Decision& decision,
                              const record::Child& child) {
    if (is_emergency(decision))
        return std::string(emergency_begins) + state.emergencies.why(visitor.who.worker, child.record);
    return why_of(decision.reason, child);
}

// An act of several entries is decided for each of them.
Outcome may_append(const Visitor& visitor, Act act, const What& what, const Facts& facts, const record::Child& child,
                   const std::vector<Writing>& entries, Instant now) {
    for (const auto& entry : entries) {
        auto about = std::visit(About{}, entry.content);
        auto of_entry = with_author(facts, child, visitor.who.worker, about);
        if (!about && wrote(visitor.who.worker, entry.said))
            of_entry.relations.add(Relation::Author);
        bool is_here = !about || child.find(*about) || child.where.contains(*about);
        if (!is_here || !decide(visitor.who, act, what, of_entry, now).allowed)
            return not_found();
    }
    return Nothing{};
}

ledger::NewEntry new_entry(const Writing& writing, RecordNumber record) {
    return {record, writing.id, record::write_content(writing.said, writing.content), std::nullopt};
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
    for (const auto& look : m_state->looks.newest(2'000))
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

Look look_of(const Visitor& visitor, RecordNumber record, std::optional<EntryId> entry, std::string why, Instant now) {
    return {visitor.who.worker, visitor.author.full_name, visitor.author.designation, std::move(why), record, entry,
            visitor.session, now};
}

} // namespace

// Decides and folds, and notes nothing.
Result<OpenRecord> Door::State::derive(const Visitor& visitor, RecordNumber record, Instant now) {
    OpenRecord open{.record = record, .child = {}, .family = {}, .authority = authority_now(), .decision = {}, .why = {},
                    .facts = {}, .who = visitor.who, .at = now, .rules = rules_now()};
    open.facts = facts(visitor.who, record, *open.authority, *open.rules, now);
    open.decision = decide(visitor.who, Act::Open, {}, open.facts, now);
    if (!open.decision.allowed)
        return not_found();
    auto child = children.get(record);
    if (!child)
        return not_found(); // its key was destroyed
    open.child = *child;
    if (open.child->family)
        if (auto family = families.get(*open.child->family))
            open.family = *family;
    open.why = why_it_is_allowed(*this, visitor, open.decision, *open.child);
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

std::vector<OpenRecord> Door::look_over(const Visitor& visitor, std::span<const RecordNumber> children, Instant now) const {
    constexpr SetOf<Reason> own_work{Reason::WorksWith, Reason::Manages, Reason::HeadOfService, Reason::Reviews, Reason::Chairs};
    std::vector<OpenRecord> looked;
    for (const auto& child : children) {
        auto open = m_state->derive(visitor, child, now);
        if (open && own_work.has(open->decision.reason))
            looked.push_back(std::move(*open));
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

// ---- writing

Result<ledger::Appended> Door::append(const Visitor& visitor, const OpenRecord& open, Act act, const What& what,
                                      FormNumber form, const std::vector<Writing>& entries, Instant now) {
    if (visitor.who != open.who)
        return not_found();
    auto authority = m_state->authority_now();
    auto rules = m_state->rules_now();
    auto facts = m_state->facts(visitor.who, open.record, *authority, *rules, now);
    TRY(may_append(visitor, act, what, facts, *open.child, entries, now));
    ledger::Append to_append{.form = form, .at = now, .entries = {}, .lines = {}};
    auto place = open.child->length;
    for (const auto& writing : entries) {
        bool is_family = writing.stream == Writing::Stream::Family;
        if (is_family && !open.child->family)
            return not_found();
        auto fresh = new_entry(writing, is_family ? *open.child->family : open.record);
        if (!is_family)
            fresh.expected_place = place++;
        to_append.entries.push_back(std::move(fresh));
    }
    auto appended = TRY(m_state->ledger.append(std::move(to_append)));
    m_state->learn_names();
    return appended;
}

Result<ledger::Appended> Door::open_new(const Visitor& visitor, FormNumber form, const Opening& opening, Instant now) {
    constexpr SetOf<Role> may_begin{Role::Practitioner, Role::SeniorPractitioner, Role::TeamManager, Role::ServiceManager,
                                    Role::HeadOfService};
    if (!may_begin.has(visitor.who.role))
        return not_found();
    auto siblings = m_state->index.children_of(opening.family);
    bool may_join = siblings.empty() || std::ranges::any_of(siblings, [&](const auto& row) {
                        return m_state->derive(visitor, row.child, now).has_value();
                    });
    if (!may_join)
        return not_found();
    ledger::Append to_append{.form = form, .at = now, .entries = {}, .lines = {}};
    for (const auto& writing : opening.entries)
        to_append.entries.push_back(new_entry(writing, writing.stream == Writing::Stream::Family ? opening.family : opening.child));
    auto appended = TRY(m_state->ledger.append(std::move(to_append)));
    m_state->learn_names();
    return appended;
}

Result<ledger::Appended> Door::append_to_authority(FormNumber form, const std::vector<Writing>& entries, Instant now) {
    ledger::Append to_append{.form = form, .at = now, .entries = {}, .lines = {}};
    for (const auto& writing : entries)
        to_append.entries.push_back(new_entry(writing, m_state->authority_stream()));
    return m_state->ledger.append(std::move(to_append));
}

// ---- emergencies

Result<RecordNumber> Door::open_in_emergency(const Visitor& visitor, const std::string& name, calendar::Day born,
                                             const std::string& why, Instant now) {
    auto found = m_state->names.exactly(name, born);
    std::optional<RecordNumber> record;
    if (found.size() == 1)
        record = found.front().child;
    bool opens = false;
    auto authority = m_state->authority_now();
    auto rules = m_state->rules_now();
    auto facts = m_state->facts(visitor.who, record.value_or(RecordNumber{}), *authority, *rules, now);
    facts.emergency_until = now + emergency_lasts;
    opens = decide(visitor.who, Act::Open, {}, facts, now).allowed && record;
    auto begins = opens ? emergency_begins : emergency_not_opened;
    auto look = look_of(visitor, opens ? *record : RecordNumber{}, std::nullopt, std::string(begins) + why, now);
    look.session += " " + calendar::utc(now); // each asking is a look of its own
    TRY(m_state->looks.note(look));
    m_state->emergencies.learn(look);
    if (!opens)
        return refuse("not-opened", "We could not open a record with that name and date. The duty manager has been told and "
                                    "will ring you.");
    return *record;
}

std::vector<Emergency> Door::emergencies_for(const Visitor& manager, Instant since) const {
    auto authority = m_state->authority_now();
    auto rules = m_state->rules_now();
    auto all = m_state->emergencies.since(since);
    std::erase_if(all, [&](const auto& one) {
        auto line = authority->line_above(one.worker);
        bool of_worker = std::ranges::find(line, manager.who.worker) != line.end();
        auto facts = m_state->facts(manager.who, one.record.value_or(RecordNumber{}), *authority, *rules, one.at);
        bool of_child = facts.relations.has(Relation::LineOfManagement);
        return !of_worker && !of_child && manager.who.role != Role::HeadOfService;
    });
    return all;
}

} // namespace lifestory::access
