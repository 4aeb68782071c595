// What is owed, asked through the door: of the visitor's own records alone, from the lists, as it is now.
#include <algorithm>

#include "access/door_state.h"
#include "access/facts.h"
#include "access/owing.h"
#include "calendar/london.h"
#include "record/child.h"

namespace lifestory::access {

namespace {

using calendar::Day;
using index::OwedRow;
using policy::Obligation;

WorkerNumber allocated_today(const index::Index& index, RecordNumber record, Day today) {
    WorkerNumber worker;
    Day since = Day::min();
    for (const auto& row : index.allocations_of(record))
        if (row.relationship == "allocated-worker" && row.holds_on(today) && row.from >= since) {
            worker = row.worker;
            since = row.from;
        }
    return worker;
}

// The calendars of the packs with what was declared since.
class Calendars {
public:
    Calendars(const policy::RuleBooks& books, const record::Authority& authority) : m_books(books) {
        for (const auto& holiday : authority.holidays)
            m_declared.push_back({holiday.what.day, holiday.what.name});
    }
    const calendar::Calendar& of(const Obligation& owed) {
        const auto& pack = m_books.of(owed.pack_digest).pack();
        if (m_declared.empty())
            return pack.calendar_named(owed.calendar);
        auto found = m_known.find({&pack, owed.calendar});
        if (found == m_known.end())
            found = m_known.emplace(std::pair(&pack, owed.calendar), calendar::with(pack.calendar_named(owed.calendar), m_declared)).first;
        return found->second;
    }

private:
    const policy::RuleBooks& m_books;
    std::vector<calendar::Holiday> m_declared;
    std::map<std::pair<const policy::Pack*, std::string>, calendar::Calendar> m_known;
};

void count(OwedChild& child, const Obligation& owed, Day today) {
    if (owed.state == policy::State::Missing)
        ++child.missing;
    if (owed.force == policy::Force::Advice || !owed.due)
        return;
    if (owed.state == policy::State::Late)
        ++child.late;
    else if (owed.state == policy::State::DueToday)
        ++child.due_today;
    else if (owed.due->day <= today + std::chrono::days(7))
        ++child.this_week;
}

std::string first_name_of(const Named& named) {
    auto name = named.known_as.empty() ? named.full_name : named.known_as;
    return name.substr(0, name.find(' '));
}

// One question about what is owed: the records that are the visitor's own work, brought up to date, and what makes a
// row of theirs an obligation as it is now.
struct Asked {
    const Door::State& state;
    Instant now{};
    Day today{};
    std::vector<RecordNumber> own;
    Calendars calendars;

    // None: nobody keeps the lists.
    static std::optional<Asked> of(Door::State& state, const Visitor& visitor, std::span<const RecordNumber> records, Instant now) {
        if (!state.owing)
            return std::nullopt;
        auto authority = state.authority_now();
        auto own = state.own_records(visitor, records, now);
        state.owing->bring_up_to_date(own, now);
        return Asked{state, now, calendar::london_day(now), std::move(own), Calendars(state.owing->books(), *authority)};
    }

    WorkerNumber allocated(RecordNumber record) const { return allocated_today(state.index, record, today); }

    Obligation obligation(const OwedRow& row) {
        const auto& books = state.owing->books();
        Obligation owed;
        owed.id = row.id;
        owed.rule = row.rule;
        owed.pack_digest = row.pack_digest;
        owed.to = row.to;
        owed.turn = row.turn;
        owed.starting = row.starting;
        owed.starting_type = row.starting_type;
        owed.starting_moment = row.starting_moment;
        owed.starts_on = row.starts_on;
        owed.due = row.due;
        owed.state = row.state;
        owed.met_by = row.met_by;
        owed.met_at = row.met_at;
        owed.late_by_working_days = row.late_by_working_days;
        owed.late_by_hours = row.late_by_hours;
        owed.note = row.note;
        policy::say_rule(owed, books.of(row.pack_digest));
        owed.force = row.force;
        if (row.state == policy::State::Upcoming)
            policy::set_now(owed, calendars.of(owed), now);
        return owed;
    }

    // `worker`: who was allocated when it was closed; zero: who is today.
    OwedItem item(const OwedRow& row, WorkerNumber worker) {
        auto named = state.names.of_child(row.record);
        return {row.record, named.name(), first_name_of(named), worker.is_zero() ? allocated(row.record) : worker, row.owed_by, obligation(row)};
    }
};

bool is_due_before(const OwedItem& left, const OwedItem& right) {
    auto due = [](const OwedItem& item) { return item.obligation.due ? item.obligation.due->instant() : Instant::max(); };
    return std::tuple(due(left), left.child, left.obligation.id) < std::tuple(due(right), right.child, right.obligation.id);
}

} // namespace

void Door::keep_owed(Owing& owing) { m_state->owing = &owing; }

Recounted Door::catch_up_owed(Instant now) {
    return m_state->owing ? m_state->owing->bring_up_to_date(Owing::Which::All, now) : Recounted{};
}

std::vector<OwedItem> Door::owed_for(const Visitor& visitor, std::span<const RecordNumber> records, Day until, Instant now) const {
    auto asked = Asked::of(*m_state, visitor, records, now);
    if (!asked)
        return {};
    std::vector<OwedItem> items;
    for (const auto& record : asked->own)
        for (const auto& row : m_state->index.owed_open(record, std::max(until, asked->today)))
            items.push_back(asked->item(row, WorkerNumber{}));
    std::ranges::stable_sort(items, is_due_before);
    return items;
}

std::vector<OwedItem> Door::owed_between(const Visitor& visitor, std::span<const RecordNumber> records, Day from, Day to, Instant now) const {
    auto asked = Asked::of(*m_state, visitor, records, now);
    if (!asked)
        return {};
    std::vector<OwedItem> items;
    for (const auto& record : asked->own)
        for (const auto& row : m_state->index.owed_of(record))
            if (row.due && from <= row.due->day && row.due->day <= to)
                items.push_back(asked->item(row, row.worker));
    std::ranges::stable_sort(items, is_due_before);
    return items;
}

std::vector<OwedChild> Door::owed_children(const Visitor& visitor, std::span<const RecordNumber> records, Instant now) const {
    auto asked = Asked::of(*m_state, visitor, records, now);
    if (!asked)
        return {};
    std::vector<OwedChild> children;
    for (const auto& record : asked->own) {
        auto named = m_state->names.of_child(record);
        OwedChild child{record, named.name(), first_name_of(named), named.born, asked->allocated(record), {}, {}};
        if (auto standing = m_state->index.owed_standing(record)) {
            child.seen = standing->seen;
            child.seen_alone = standing->seen_alone;
        }
        for (const auto& row : m_state->index.owed_open(record, asked->today + std::chrono::days(7)))
            count(child, asked->obligation(row), asked->today);
        children.push_back(std::move(child));
    }
    std::ranges::stable_sort(children, {}, &OwedChild::child);
    return children;
}

std::vector<Kept> Door::kept_in(const Visitor& visitor, std::chrono::year_month from, std::chrono::year_month to, Instant now) const {
    auto authority = m_state->authority_now();
    auto below = authority->workers_below(visitor.who.worker);
    below.push_back(visitor.who.worker);
    auto is_below = [&](const WorkerNumber& worker) {
        return visitor.who.role == Role::HeadOfService || std::ranges::find(below, worker) != below.end();
    };
    std::map<std::pair<std::chrono::year_month, WorkerNumber>, Kept> kept;
    auto at = [&](std::chrono::year_month month, const WorkerNumber& worker) -> Kept& {
        return kept.try_emplace({month, worker}, Kept{worker, month, 0, 0}).first->second;
    };
    for (const auto& row : m_state->index.owed_kept(from, to))
        if (is_below(row.worker)) {
            at(row.month, row.worker).in_time += row.in_time;
            at(row.month, row.worker).late += row.late;
        }
    auto today = calendar::london_day(now);
    for (const auto& row : m_state->index.owed_open_between(Day(from / 1), std::min(today, Day(to / std::chrono::last))))
        if (auto worker = allocated_today(m_state->index, row.record, today);
            row.due && row.due->instant() <= now && row.force != policy::Force::Advice && is_below(worker)) {
            std::chrono::year_month_day day(row.due->day);
            ++at(day.year() / day.month(), worker).late;
        }
    std::vector<Kept> all;
    for (const auto& [key, one] : kept)
        all.push_back(one);
    return all;
}

std::optional<record::Lateness> Door::lateness_given(const Visitor& visitor, const OwedItem& item, Instant now) const {
    auto own = m_state->own_records(visitor, std::span(&item.record, 1), now);
    auto child = own.empty() ? Result<std::shared_ptr<const record::Child>>(not_found()) : m_state->children.get(item.record);
    if (!child)
        return std::nullopt;
    auto before = (*child)->lateness_given(item.obligation.id.hex()); // said before it was written, or as it was signed
    const auto* met = !before && item.obligation.met_by ? (*child)->find(*item.obligation.met_by) : nullptr;
    const auto* with_it = met ? record::lateness_of(met->entry.content) : nullptr;
    return with_it ? *with_it : before;
}

} // namespace lifestory::access
