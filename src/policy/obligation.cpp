#include "policy/obligation.h"

#include <algorithm>

#include "base/bytes.h"
#include "calendar/london.h"
#include "policy/hung.h"
#include "policy/owed.h"

namespace lifestory::policy {

namespace {

bool is_about(Subject subject, const std::string& about) {
    switch (subject) {
    case Subject::Child: return about == "child" || about == "family";
    case Subject::Worker: return about == "worker";
    case Subject::Team: return about == "team";
    case Subject::Authority: return about == "authority";
    }
    return false;
}

// Says when the same moment must follow the same moment, of a type that is like the general rule's.
bool may_speak_for(const Pack& pack, const Timescale& other, const Timescale& general) {
    auto meets = [&](const std::vector<Trigger>& near, const std::vector<Trigger>& far) {
        return std::ranges::any_of(near, [&](const Trigger& one) {
            return std::ranges::any_of(far, [&](const Trigger& two) {
                return one.thing == Thing::Record && one.moment == two.moment && pack.is_like(one.id, two.id);
            });
        });
    };
    bool same_clock = meets(other.after, general.after) || meets(other.before, general.before);
    return &other != &general && same_clock && meets(other.what, general.what);
}

// Under each type whose entries start the other rule, in any of its versions.
void hang_nearer(RuleBook::Hung& hung, const Pack& pack, const Timescale& general, const Timescale& other) {
    auto starts = [](const Timescale& rule, const RecordType& type) {
        return std::ranges::any_of(rule.after.empty() ? rule.before : rule.after, [&](const Trigger& trigger) { return type.is_like(trigger.id); });
    };
    for (const auto& each : pack.record_types) {
        const RecordType& type = each.second;
        if (starts(other, type) || std::ranges::any_of(other.changes, [&](const Timescale& changed) { return starts(changed, type); }))
            hung.nearer[&general][&type].push_back(&other);
    }
}

RuleBook::Hung hang(const Pack& pack, Subject subject) {
    RuleBook::Hung hung;
    hung.pack = &pack;
    for (const auto& rule : pack.timescales)
        if (is_about(subject, rule.about))
            hung.timescales.push_back(&rule);
    for (const auto& rule : pack.frequencies)
        if (is_about(subject, rule.about))
            hung.frequencies.push_back(&rule);
    for (const Timescale* rule : hung.timescales)
        hung.timescale_called.emplace(rule->rule.full_id(), rule);
    for (const Frequency* rule : hung.frequencies)
        hung.frequency_called.emplace(rule->rule.full_id(), rule);
    for (const Timescale* general : hung.timescales)
        if (general->general)
            for (const Timescale* other : hung.timescales)
                if (may_speak_for(pack, *other, *general))
                    hang_nearer(hung, pack, *general, *other);
    return hung;
}

void say(Found& found, const Pack& pack) {
    if (found.timescale)
        take_rule(found.owed, pack, *found.timescale);
    if (found.frequency)
        take_rule(found.owed, pack, *found.frequency);
    if (!found.clauses.empty())
        found.owed.clauses = std::move(found.clauses);
}

void judge_by(std::vector<Obligation>& all, const RuleBooks& books, const RuleBook& book, const Timeline& child, Instant now, RuleWords words,
              const EntryId* asked_of = nullptr) {
    auto life = life_of(book.pack(), child);
    std::map<std::pair<std::string, std::size_t>, calendar::Calendar> calendars;
    Judging judging{books, book, life, now, calendars, &book == books.in_force, asked_of};
    auto take = [&](std::vector<Found> some) {
        all.reserve(all.size() + some.size());
        for (auto& found : some) {
            if (words == RuleWords::Said)
                say(found, book.pack());
            all.push_back(std::move(found.owed));
        }
    };
    take(owed_by_timescales(judging));
    take(owed_in_series(judging));
}

bool is_due_before(const Obligation& left, const Obligation& right) {
    if (left.due.has_value() != right.due.has_value())
        return left.due.has_value();
    if (left.due && left.due->instant() != right.due->instant())
        return left.due->instant() < right.due->instant();
    return std::tie(left.rule, left.starting, left.turn) < std::tie(right.rule, right.starting, right.turn);
}

// Each is moved once.
std::vector<Obligation> in_order(std::vector<Obligation> all) {
    std::vector<std::pair<Instant, Obligation*>> order;
    order.reserve(all.size());
    for (auto& owed : all)
        order.emplace_back(owed.due ? owed.due->instant() : Instant::max(), &owed);
    std::ranges::stable_sort(order, [](const auto& left, const auto& right) {
        return left.first != right.first ? left.first < right.first : is_due_before(*left.second, *right.second);
    });
    std::vector<Obligation> ordered;
    ordered.reserve(all.size());
    for (auto& [due, owed] : order)
        ordered.push_back(std::move(*owed));
    return ordered;
}

} // namespace

ObligationId obligation_id(const EntryId& starting, std::string_view rule, int turn) {
    auto digest = sha256(std::string(starting.view()) + std::string(rule) + std::to_string(turn));
    return ObligationId::from_bytes(view(digest).substr(0, 16));
}

std::string in_words(State state) {
    switch (state) {
    case State::Upcoming: return "due";
    case State::DueToday: return "due today";
    case State::Late: return "late";
    case State::Met: return "met";
    case State::MetLate: return "met late";
    case State::NoLongerNeeded: return "no longer needed";
    case State::Missing: return "missing";
    }
    return "";
}

RuleBook::RuleBook(const Pack& pack, Subject subject) : m_hung(std::make_unique<Hung>(hang(pack, subject))) {}
RuleBook::~RuleBook() = default;
RuleBook::RuleBook(RuleBook&&) noexcept = default;
RuleBook& RuleBook::operator=(RuleBook&&) noexcept = default;
const Pack& RuleBook::pack() const { return *m_hung->pack; }

const std::vector<const Timescale*>& RuleBook::Hung::nearer_than(const Timescale& general, const RecordType* type) const {
    static const std::vector<const Timescale*> none;
    auto of_general = nearer.find(&general);
    if (of_general == nearer.end())
        return none;
    auto of_type = of_general->second.find(type);
    return of_type == of_general->second.end() ? none : of_type->second;
}

const RuleBook& RuleBooks::of(const std::string& digest) const {
    auto found = earlier.find(digest);
    return found == earlier.end() ? *in_force : *found->second;
}

std::vector<Spell> statuses_of(const RuleBook& book, const Timeline& child, Instant now) {
    auto all = statuses_of(book.pack(), child);
    auto today = calendar::london_day(now);
    std::erase_if(all, [today](const Spell& spell) { return spell.from > today; });
    return all;
}

std::vector<Obligation> obligations_of(const RuleBooks& books, const Timeline& child, Instant now, RuleWords words) {
    std::vector<const RuleBook*> used{books.in_force};
    for (const auto& happening : child.happenings) {
        const auto* book = &books.of(happening.pack_digest);
        if (std::ranges::find(used, book) == used.end())
            used.push_back(book);
    }
    std::vector<Obligation> all;
    for (const auto* book : used)
        judge_by(all, books, *book, child, now, words);
    return in_order(std::move(all));
}

std::optional<Day> next_turning_day(const RuleBook& book, const Timeline& child, Instant now) {
    auto today = calendar::london_day(now);
    std::optional<Day> next;
    auto take = [&](std::optional<Day> day) {
        if (day && *day > today)
            next = next ? std::min(*next, *day) : *day;
    };
    auto take_spells = [&](const std::vector<Spell>& spells) {
        for (const auto& spell : spells) {
            take(spell.from);
            take(spell.to);
        }
    };
    auto take_rules = [&](const auto& rules) {
        for (const auto* rule : rules) {
            for (const auto& changed : rule->changes)
                take(changed.rule.since);
            take(rule->rule.since);
            if (rule->rule.until)
                take(*rule->rule.until + std::chrono::days(1));
        }
    };
    take_spells(statuses_of(book.pack(), child));
    take_spells(child.areas);
    take_spells(child.teams);
    for (const auto& happening : child.happenings)
        for (const auto& moment : happening.moments)
            take(calendar::london_day(moment.at));
    if (child.born)
        for (int age = 1; age <= 25; ++age)
            take(calendar::add_months(*child.born, 12 * age));
    take_rules(book.hung().timescales);
    take_rules(book.hung().frequencies);
    return next;
}

void say_rule(Obligation& owed, const RuleBook& book) {
    const auto& hung = book.hung();
    auto take = [&](const auto& called) {
        auto found = called.find(owed.rule);
        if (found == called.end())
            return;
        const auto* held = in_force_on(*found->second, owed.starts_on);
        take_rule(owed, book.pack(), held ? *held : *found->second); // what must be there at any time began on no day
    };
    take(hung.timescale_called);
    take(hung.frequency_called);
}

calendar::Explanation explained(const Obligation& owed, const RuleBooks& books, const Timeline& child) {
    if (!owed.due)
        return {{}, owed.note};
    if (!owed.counting)
        return {{{owed.due->day, calendar::Step::What::Due, 0, ""}}, "Agreed or fixed; due " + owed.due->in_words()};
    return calendar::explain(*owed.counting, calendar::with(books.of(owed.pack_digest).pack().calendar_named(owed.calendar), child.declared_by(owed.closed_at)));
}

std::vector<Obligation> obligations_of_draft(const RuleBooks& books, const Timeline& child, const Happening& draft, Instant now) {
    Timeline life = child;
    life.happenings.push_back(draft);
    std::vector<Obligation> all;
    judge_by(all, books, *books.in_force, life, now, RuleWords::Said, &draft.id);
    if (const auto& own = books.of(draft.pack_digest); &own != books.in_force)
        judge_by(all, books, own, life, now, RuleWords::Said, &draft.id);
    all = in_order(std::move(all));
    std::erase_if(all, [&](const Obligation& owed) { return owed.starting != draft.id; });
    return all;
}

} // namespace lifestory::policy
