#include "access/owing.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "access/folds.h"
#include "base/fault.h"
#include "base/text.h"
#include "calendar/london.h"
#include "policy/people.h"
#include "policy/timeline_of.h"
#include "record/codec.h"
#include "record/outline.h"

namespace lifestory::access {

using calendar::Day;
using calendar::Instant;
using index::OwedOfRecord;
using index::OwedRow;
using index::OwedStanding;
using policy::Obligation;

namespace {

constexpr std::size_t records_in_a_batch = 64;      // one transaction of the lists
constexpr std::size_t records_at_most = 4 * records_in_a_batch; // then a thread waits for the other's transaction

// What derivation asks of, beside the child's own stream.
struct Judge {
    std::shared_ptr<const record::Authority> authority;
    std::string pack;      // its digest
    std::string judged_by;
};

// The pack, the holidays and where the teams are: with another of these, rows may be others.
std::string judged_by(const policy::Pack& pack, const record::Authority& authority) {
    std::string all = pack.digest;
    for (const auto& holiday : authority.holidays)
        all += "\nholiday " + calendar::iso(holiday.what.day);
    for (const auto& team : authority.teams)
        for (const auto& said : team.said)
            all += "\nteam " + team.now().team.hex() + " " + said.what.area + " " + said.what.name;
    return to_hex(view(sha256(all))).substr(0, 32);
}

bool is_met(const Obligation& owed) { return owed.state == policy::State::Met || owed.state == policy::State::MetLate; }

WorkerNumber allocated_on(const record::Child& child, Day day) {
    const auto* allocation = child.allocated_worker_on(day);
    return allocation ? allocation->worker : WorkerNumber{};
}

// What only the clock decides is left to the reading.
OwedRow row_of(const Obligation& owed, const record::Child& child) {
    OwedRow row{.record = child.record, .id = owed.id, .rule = owed.rule, .pack_digest = owed.pack_digest, .to = owed.to, .turn = owed.turn,
                .force = owed.force, .starting = owed.starting, .starting_type = owed.starting_type, .starting_moment = owed.starting_moment,
                .starts_on = owed.starts_on, .due = owed.due, .state = owed.state, .met_by = owed.met_by, .met_at = owed.met_at,
                .note = owed.state == policy::State::NoLongerNeeded ? owed.because : owed.note};
    if (owed.is_open())
        row.state = owed.state == policy::State::Missing ? policy::State::Missing : policy::State::Upcoming;
    if (owed.state == policy::State::MetLate) {
        row.late_by_working_days = owed.late_by_working_days;
        row.late_by_hours = owed.late_by_hours;
    }
    if (is_met(owed) && owed.due)
        row.worker = allocated_on(child, owed.due->day);
    return row;
}

// Who owes is asked once for each rule and starting entry of a child.
class Owers {
public:
    Owers(const record::Child& child, const record::Authority& authority, const policy::Holders& holders, const policy::RuleBooks& books, Day today)
        : m_child(child), m_authority(authority), m_holders(holders), m_books(books), m_today(today) {}

    const std::vector<WorkerNumber>& of(const Obligation& owed) {
        auto by_author = [](const std::string& who) { return who == "author" || who == "chair"; };
        auto starting = std::ranges::any_of(owed.owes, by_author) ? owed.starting : EntryId{};
        auto [known, is_new] = m_known.try_emplace({owed.owes, starting});
        if (is_new)
            known->second = policy::workers_for_child(owed.owes, m_child, m_authority, m_books.of(owed.pack_digest).pack(), m_today, starting, m_holders);
        return known->second;
    }

private:
    const record::Child& m_child;
    const record::Authority& m_authority;
    const policy::Holders& m_holders;
    const policy::RuleBooks& m_books;
    Day m_today{};
    std::map<std::pair<std::vector<std::string>, EntryId>, std::vector<WorkerNumber>> m_known;
};

std::optional<Day> day_of(const record::StoryEntry* story) { return story ? std::optional(story->day()) : std::nullopt; }

// All that rules ask of a record's entries; `is_kept`: as the index keeps it.
struct Outline {
    std::vector<record::Entry> entries;
    bool is_kept = false;
};

// What the index keeps, if it is of this book: its last entry stands there where the outline has it. Else nothing.
std::vector<record::Entry> kept_outline(const ledger::Ledger& ledger, const index::Index& index, RecordNumber record) {
    auto sealed = index.owed_outline(record);
    auto text = sealed ? ledger.open_beside(record, *sealed) : Result<Bytes>(refuse("not-found", ""));
    auto entries = text ? record::read_outline(record, *text) : Result<std::vector<record::Entry>>(text.refusals());
    if (!entries || entries->empty())
        return {};
    const auto& last = entries->back();
    auto stands = ledger.read_entry(last.number);
    bool is_of_this_book = stands && stands->header.record == record && stands->id == last.id && stands->place == last.place;
    return is_of_this_book ? std::move(*entries) : std::vector<record::Entry>{};
}

// A fault is refused like words that cannot be read: it is this record's alone.
Result<Outline> outline_of(const ledger::Ledger& ledger, const index::Index& index, RecordNumber record) {
    try {
        Outline outline{kept_outline(ledger, index, record), true};
        auto opened = TRY(ledger.read_from(record, outline.entries.size()));
        for (auto& fresh : TRY(record::read_entries(opened))) {
            record::leave_out_prose(fresh);
            outline.entries.push_back(std::move(fresh));
            outline.is_kept = false;
        }
        return outline;
    } catch (const Fault& fault) {
        return refuse("unreadable", fault.what());
    }
}

OwedOfRecord derived(const record::Child& child, const Judge& judge, const policy::Holders& holders, const policy::RuleBooks& books, Instant now) {
    auto today = calendar::london_day(now);
    auto timeline = policy::timeline_of(child, *judge.authority, books.in_force->pack());
    auto obligations = policy::obligations_of(books, timeline, now, policy::RuleWords::LeftOut);
    OwedOfRecord all;
    Owers owers(child, *judge.authority, holders, books, today);
    all.rows.reserve(obligations.size());
    for (auto& owed : obligations) {
        all.rows.push_back(row_of(owed, child));
        if (owed.is_open()) {
            policy::say_rule(owed, books.of(owed.pack_digest));
            all.rows.back().owed_by = owers.of(owed);
        }
    }
    bool is_open = !child.is_closed_on(today) || std::ranges::any_of(all.rows, &OwedRow::is_open);
    auto look_again = is_open ? std::optional(today + std::chrono::days(1)) : policy::next_turning_day(*books.in_force, timeline, now);
    all.standing = {child.record, child.length, judge.judged_by, judge.authority->length, today, look_again, is_open,
                    day_of(child.last_seen(today)), day_of(child.last_seen_alone(today))};
    return all;
}

// Hands out records to as many threads as there are cores; the first fault is thrown to the caller.
void on_every_core(std::size_t count, const std::function<void(const std::atomic<bool>& stop, std::atomic<std::size_t>& next)>& work) {
    std::atomic<std::size_t> next = 0;
    std::atomic<bool> stop = false;
    std::exception_ptr fault;
    std::mutex mutex;
    auto run = [&] {
        try {
            work(stop, next);
        } catch (...) {
            std::lock_guard lock(mutex);
            fault = fault ? fault : std::current_exception();
            stop = true;
        }
    };
    auto cores = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), count / records_in_a_batch + 1);
    {
        std::vector<std::jthread> others;
        for (std::size_t core = 1; core < cores; ++core)
            others.emplace_back(run);
        run();
    }
    if (fault)
        std::rethrow_exception(fault);
}

} // namespace

struct Owing::State {
    State(const ledger::Ledger& ledger_, index::Index& index_, const policy::RuleBooks& books_)
        : ledger(ledger_), index(index_), books(books_), authorities(ledger_, 1) {}

    const ledger::Ledger& ledger;
    index::Index& index;
    const policy::RuleBooks& books;
    Folds<record::Authority> authorities;
    std::mutex mutex; // of what follows
    Judge last;
    std::optional<std::tuple<std::string, std::uint64_t, Day>> caught_up; // for what judge and day nothing was left behind
    std::atomic<bool> are_lengths_asked = false;
    std::mutex replacing; // of rows: what is older never follows what is newer

    Judge judge();
    bool is_behind(const OwedStanding& standing, const Judge& by, std::uint64_t length, Day today) const;
    std::optional<OwedOfRecord> read_and_derive(RecordNumber record, const Judge& by, const policy::Holders& holders, Instant now) const;
    std::optional<std::string> sealed(RecordNumber record, std::span<const record::Entry> entries) const;
    Recounted derive_all(std::span<const RecordNumber> records, Instant now);
    bool is_newer_kept(const OwedStanding& standing) const; // with `replacing` held
};

Judge Owing::State::judge() {
    auto stream = index.authority();
    auto authority = stream ? authorities.get(*stream) : Result<std::shared_ptr<const record::Authority>>(std::make_shared<const record::Authority>());
    if (!authority)
        throw Fault("The authority's stream cannot be read: " + authority.refusal().code);
    const auto& pack = books.in_force->pack();
    std::lock_guard lock(mutex);
    if (last.authority != *authority || last.pack != pack.digest)
        last = {*authority, pack.digest, judged_by(pack, **authority)};
    return last;
}

bool Owing::State::is_behind(const OwedStanding& standing, const Judge& by, std::uint64_t length, Day today) const {
    return standing.length != length || standing.judged_by != by.judged_by || (standing.is_open && standing.authority != by.authority->length) ||
           (standing.look_again && *standing.look_again <= today);
}

// A record whose key was destroyed owes nothing. None: it cannot be read, so what was derived of it before stands.
std::optional<OwedOfRecord> Owing::State::read_and_derive(RecordNumber record, const Judge& by, const policy::Holders& holders, Instant now) const {
    auto outline = outline_of(ledger, index, record);
    if (outline) {
        auto all = derived(record::fold_child(std::span<const record::Entry>(outline->entries)), by, holders, books, now);
        if (all.standing.is_open && !outline->is_kept)
            all.outline = sealed(record, outline->entries);
        return all;
    }
    if (outline.refusal().code != "key-destroyed")
        return std::nullopt;
    OwedOfRecord none;
    none.standing = {record, ledger.length(record), by.judged_by, by.authority->length, calendar::london_day(now), {}, false, {}, {}};
    return none;
}

std::optional<std::string> Owing::State::sealed(RecordNumber record, std::span<const record::Entry> entries) const {
    auto bytes = ledger.seal_beside(record, record::write_outline(entries));
    return bytes ? std::optional<std::string>(std::move(*bytes)) : std::nullopt;
}

// Somebody appended since, and derived that. What was derived of more than the book holds is of a book that was restored since.
bool Owing::State::is_newer_kept(const OwedStanding& standing) const {
    auto kept = index.owed_standing(standing.record);
    return kept && kept->length > standing.length && kept->length <= ledger.length(standing.record);
}

Recounted Owing::State::derive_all(std::span<const RecordNumber> records, Instant now) {
    auto by = judge();
    std::atomic<std::uint64_t> rows = 0, unreadable = 0;
    // While another thread writes, this one goes on deriving.
    auto keep = [&](std::vector<OwedOfRecord>& batch, bool may_wait) {
        std::unique_lock lock(replacing, std::defer_lock);
        if (may_wait)
            lock.lock();
        else if (!lock.try_lock())
            return;
        std::erase_if(batch, [&](const auto& one) { return is_newer_kept(one.standing); });
        for (const auto& one : batch)
            rows += one.rows.size();
        index.replace_owed(batch);
        batch.clear();
    };
    on_every_core(records.size(), [&](const std::atomic<bool>& stop, std::atomic<std::size_t>& next) {
        std::vector<OwedOfRecord> batch;
        policy::Holders holders(*by.authority, calendar::london_day(now));
        for (auto at = next++; at < records.size() && !stop; at = next++) {
            if (auto one = read_and_derive(records[at], by, holders, now))
                batch.push_back(std::move(*one));
            else
                ++unreadable;
            if (batch.size() >= records_in_a_batch)
                keep(batch, batch.size() >= records_at_most);
        }
        keep(batch, true);
    });
    return {records.size() - unreadable, rows, unreadable};
}

Owing::Owing(const ledger::Ledger& ledger, index::Index& index, const policy::RuleBooks& books)
    : m_state(std::make_unique<State>(ledger, index, books)) {}

Owing::~Owing() = default;

const policy::RuleBooks& Owing::books() const { return m_state->books; }

void Owing::derive(const record::Child& child, Instant now) {
    auto by = m_state->judge();
    auto all = derived(child, by, policy::Holders(*by.authority, calendar::london_day(now)), m_state->books, now);
    std::lock_guard lock(m_state->replacing);
    if (!m_state->is_newer_kept(all.standing))
        m_state->index.replace_owed(std::span(&all, 1));
}

Recounted Owing::bring_up_to_date(std::span<const RecordNumber> records, Instant now) {
    auto by = m_state->judge();
    auto today = calendar::london_day(now);
    std::vector<RecordNumber> behind;
    for (const auto& record : records) {
        auto standing = m_state->index.owed_standing(record);
        if (!standing || m_state->is_behind(*standing, by, m_state->ledger.length(record), today))
            behind.push_back(record);
    }
    return behind.empty() ? Recounted{} : m_state->derive_all(behind, now);
}

Recounted Owing::bring_up_to_date(Which which, Instant now) {
    auto by = m_state->judge();
    auto today = calendar::london_day(now);
    std::tuple at{by.judged_by, by.authority->length, today};
    {
        std::lock_guard lock(m_state->mutex);
        if (m_state->caught_up == at)
            return {}; // every act since has derived its own record
    }
    // Only what stood behind its stream when the program started can do so now: since then every act derives its record.
    bool ask_lengths = which == Which::All && !m_state->are_lengths_asked;
    auto children = m_state->index.children();
    std::unordered_map<RecordNumber, OwedStanding> standings;
    for (auto& standing : m_state->index.owed_standings())
        standings.emplace(standing.record, std::move(standing));
    std::vector<RecordNumber> open, closed;
    for (const auto& child : children) {
        auto found = standings.find(child);
        bool is_new = found == standings.end();
        bool is_behind = is_new || m_state->is_behind(found->second, by, ask_lengths ? m_state->ledger.length(child) : found->second.length, today);
        if (is_behind)
            (is_new || found->second.is_open ? open : closed).push_back(child);
    }
    auto counted = m_state->derive_all(open, now);
    if (which == Which::All) {
        auto more = m_state->derive_all(closed, now);
        counted = {counted.records + more.records, counted.rows + more.rows, counted.unreadable + more.unreadable};
        std::lock_guard lock(m_state->mutex);
        m_state->are_lengths_asked = true;
        m_state->caught_up = at;
    }
    return counted;
}

Recounted Owing::rebuild(Instant now) {
    m_state->index.drop_owed();
    auto children = m_state->index.children();
    return m_state->derive_all(children, now);
}

} // namespace lifestory::access
