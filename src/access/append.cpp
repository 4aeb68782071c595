// Writing through the door: an act is decided once more, on what is true when it is stored.
#include <algorithm>

#include "access/door_state.h"
#include "base/fault.h"
#include "record/named_files.h"
#include "record/said_of_family.h"

namespace lifestory::access {

namespace {

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
    std::optional<EntryId> operator()(const record::ToldOfCorrection& it) const { return it.entry; }
    std::optional<EntryId> operator()(const record::Closing& it) const { return it.sentence.entry; }
    template <class Other>
    std::optional<EntryId> operator()(const Other&) const { return std::nullopt; }
};

// A release is signed together with its entry: what the same act writes is here too.
const Writing* of_this_act(const std::vector<Writing>& entries, const EntryId& about) {
    auto found = std::ranges::find(entries, about, &Writing::id);
    return found == entries.end() ? nullptr : &*found;
}

// An act of several entries is decided for each of them.
Outcome may_append(const Visitor& visitor, Act act, const What& what, const Facts& facts, const OpenRecord& open,
                   const std::vector<Writing>& entries, Instant now) {
    const auto& child = *open.child;
    for (const auto& entry : entries) {
        auto about = std::visit(About{}, entry.content);
        auto of_entry = with_author(facts, child, visitor.who.worker, about);
        const auto* fresh = about ? of_this_act(entries, *about) : &entry;
        if (fresh && wrote(visitor.who.worker, fresh->said))
            of_entry.relations.add(Relation::Author);
        const bool is_of_family = entry.stream == Writing::Stream::Family;
        bool is_here = fresh || (is_of_family ? open.family && record::is_said(*open.family, *about) : child.find(*about) || child.where.contains(*about));
        if (!is_here || !decide(visitor.who, act, what, of_entry, now).allowed)
            return not_found();
    }
    return Nothing{};
}

bool may_append_help(const record::Authority& authority, WorkerNumber worker, const record::Content& content) {
    if (const auto* asked = std::get_if<record::HelpAsked>(&content))
        return authority.stands_above(asked->to, worker);
    const auto* answer = std::get_if<record::HelpAnswered>(&content);
    const auto* help = answer ? authority.help_asked(answer->asked) : nullptr;
    return help && (help->asked.what.to == worker || authority.stands_above(worker, help->asked.by.worker));
}

bool is_manager(Role role) {
    return role == Role::SeniorPractitioner || role == Role::TeamManager || role == Role::ServiceManager || role == Role::HeadOfService;
}

// Whoever it names as a worker stands below its writer.
bool may_append_work(const record::Authority& authority, const Who& who, const record::Content& content) {
    const bool is_work = std::holds_alternative<record::Meeting>(content) || std::holds_alternative<record::Document>(content);
    const auto* form = record::form_of(content);
    return is_work && is_manager(who.role) && std::ranges::all_of(form->answers, [&](const auto& answer) {
        const auto* people = std::get_if<record::People>(&answer.value);
        return !people || answer.type != "worker" || std::ranges::all_of(people->there, [&](const auto& there) {
            return there.worker && authority.stands_above(who.worker, *there.worker);
        });
    });
}

bool is_of_administrator(const record::Content& content) {
    return std::holds_alternative<record::Worker>(content) || std::holds_alternative<record::Team>(content) ||
           std::holds_alternative<record::LineOfManagement>(content) || std::holds_alternative<record::HolidayDeclared>(content);
}

ledger::NewEntry new_entry(const Writing& writing, RecordNumber record) {
    return {record, writing.id, record::write_content(writing.said, writing.content), writing.expected_place,
            record::named_files(writing.content)};
}

} // namespace

// The act is stored by now, so nothing here may say that it was not: names and rows left behind are seen at the next act or question.
void Door::State::follow(RecordNumber record, Instant now) {
    try {
        learn_names();
        if (!owing)
            return;
        if (auto child = children.get(record))
            owing->derive(**child, now);
    } catch (const std::exception&) {
    }
}

Result<ledger::Appended> Door::append(const Visitor& visitor, const OpenRecord& open, Act act, const What& what,
                                      FormNumber form, const std::vector<Writing>& entries, Instant now) {
    if (visitor.who != open.who)
        return not_found();
    auto authority = m_state->authority_now();
    auto rules = m_state->rules_now();
    auto facts = m_state->facts(visitor.who, open.record, *authority, *rules, now);
    TRY(may_append(visitor, act, what, facts, open, entries, now));
    ledger::Append to_append{.form = form, .at = now, .entries = {}, .lines = {}};
    for (const auto& writing : entries) {
        bool is_family = writing.stream == Writing::Stream::Family;
        if (is_family && !open.child->family)
            return not_found();
        auto fresh = new_entry(writing, is_family ? *open.child->family : open.record);
        if (!is_family)
            fresh.expected_place = open.child->length; // of every entry of the act: what it was decided on
        to_append.entries.push_back(std::move(fresh));
    }
    auto appended = TRY(m_state->ledger.append(std::move(to_append)));
    m_state->follow(open.record, now);
    return appended;
}

Result<ledger::Appended> Door::open_new(const Visitor& visitor, FormNumber form, const Opening& opening, Instant now) {
    if (!may_begin_a_record(visitor.who.role))
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
    m_state->follow(opening.child, now);
    return appended;
}

Result<ledger::Appended> Door::append_help(const Visitor& visitor, FormNumber form, const Writing& entry, Instant now) {
    auto authority = m_state->authority_now();
    if (entry.said.recorded_by.worker != visitor.who.worker || !may_append_help(*authority, visitor.who.worker, entry.content))
        return not_found();
    return append_to_authority(form, {entry}, now);
}

Result<ledger::Appended> Door::append_work(const Visitor& visitor, FormNumber form, const Writing& entry, Instant now) {
    if (entry.said.recorded_by.worker != visitor.who.worker || !may_append_work(*m_state->authority_now(), visitor.who, entry.content))
        return not_found();
    return append_to_authority(form, {entry}, now);
}

// Who works here, in which team and under whom; a holiday. Of no record, so nothing of a child's is decided here.
Result<ledger::Appended> Door::append_of_administrator(const Visitor& visitor, FormNumber form, const std::vector<Writing>& entries, Instant now) {
    auto is_own = [&](const Writing& entry) { return entry.said.recorded_by.worker == visitor.who.worker && is_of_administrator(entry.content); };
    if (!decide(visitor.who, Act::RunAccounts, {}, {}, now).allowed || !std::ranges::all_of(entries, is_own))
        return not_found();
    return append_to_authority(form, entries, now);
}

Result<ledger::Appended> Door::append_to_authority(FormNumber form, const std::vector<Writing>& entries, Instant now) {
    ledger::Append to_append{.form = form, .at = now, .entries = {}, .lines = {}};
    for (const auto& writing : entries)
        to_append.entries.push_back(new_entry(writing, m_state->authority_stream()));
    return m_state->ledger.append(std::move(to_append));
}

} // namespace lifestory::access
