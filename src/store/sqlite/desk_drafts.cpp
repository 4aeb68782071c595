// Drafts of the desk. Every save keeps what it replaces; the merge is desk/merge.h's, the rows are desk_draft_rows.h's.
#include <algorithm>

#include "store/sqlite/desk_draft_rows.h"

namespace lifestory::store::sqlite {

using namespace desk_statements;
using desk::Draft;
using desk::EarlierVersion;
using desk::Instant;
using desk::Saved;
using desk::Writer;
using Lock = std::lock_guard<std::recursive_mutex>;

namespace {

constexpr auto put_away_for = std::chrono::days(30);
constexpr auto signed_kept_for = std::chrono::days(1);

Refusal no_draft() {
    return refuse("not-found", "There is no such draft.");
}

Refusal signed_already() {
    return refuse("already-signed", "This was signed meanwhile. Add to the signed entry instead.");
}

// Changes what stands beside the fields of a draft that is not signed; no new version.
template <class Change>
Outcome change(SqliteDesk::State& state, DraftId id, Change&& to) {
    Lock lock(state.mutex);
    DraftRows drafts{state};
    Transaction transaction(state.database, Transaction::Kind::Write);
    auto kept = drafts.find(id);
    if (!kept)
        return no_draft();
    if (kept->draft.signed_as)
        return signed_already();
    TRY(to(kept->draft));
    drafts.keep(*kept);
    transaction.commit();
    return Nothing{};
}

enum class Settles { No, Yes };

Result<Saved> save_into(SqliteDesk::State& state, const desk::Save& posted, Settles settles) {
    auto save = posted;
    save.fields = TRY(desk::clean_fields(posted.fields));
    Lock lock(state.mutex);
    DraftRows drafts{state};
    Transaction transaction(state.database, Transaction::Kind::Write);
    auto kept = drafts.find(save.draft);
    if (!kept)
        return no_draft();
    if (kept->draft.signed_as)
        return signed_already();
    auto& draft = kept->draft;
    auto merged = drafts.merged(*kept, save.version, save.fields);
    if (draft.saved_by.worker == save.writer.worker)
        desk::let_typing_on_pass(merged);
    auto unsettled = settles == Settles::No ? drafts.unsettled(*kept, save.writer.worker) : std::nullopt;
    if (unsettled)
        desk::keep_unsettled(merged, unsettled->differences, save.fields);
    Saved saved{.version = 0, .at = save.at, .fields = {}, .differences = merged.differences, .other = {}};
    if ((draft.version != save.version && draft.saved_by.worker != save.writer.worker) || !merged.differences.empty())
        saved.other = drafts.last_other(*kept, save.writer.worker);
    if (settles == Settles::Yes || merged.differences.empty())
        drafts.settle(save.draft, save.writer.worker);
    if (!merged.differences.empty())
        drafts.keep_aside(*kept, save, merged.differences);
    if (merged.fields != draft.fields || draft.version == 0)
        drafts.advance(*kept, save, std::move(merged.fields));
    draft.put_away.reset(); // who writes in it has taken it out again
    draft.stopped_at = save.stopped_at;
    drafts.keep(*kept);
    transaction.commit();
    saved.version = draft.version;
    saved.fields = draft.fields;
    return saved;
}

// Within the act of another: nothing is kept of it unless that is committed.
Outcome save_as_it_stands(DraftRows& drafts, const desk::Save& posted) {
    auto fields = TRY(desk::clean_fields(posted.fields));
    auto kept = drafts.find(posted.draft);
    if (!kept)
        return no_draft();
    if (kept->draft.signed_as)
        return signed_already();
    auto unsettled = drafts.unsettled(*kept, posted.writer.worker);
    if (kept->draft.version != posted.version || (unsettled && !unsettled->differences.empty()))
        return refuse("written-meanwhile", "More was written here meanwhile. Press it again.");
    drafts.advance(*kept, posted, std::move(fields));
    kept->draft.put_away.reset();
    drafts.keep(*kept);
    return Nothing{};
}

// What stands in a draft that was signed as it was before, as a draft of its own.
Draft written_after_signing(Draft draft, Instant now) {
    draft.draft = DraftId::random();
    draft.form = FormNumber::random();
    draft.owner = draft.saved_by;
    draft.writers = {draft.saved_by};
    draft.version = 1;
    draft.created = now;
    draft.sent_back.clear();
    draft.awaits_manager = false;
    draft.same_for_all.reset();
    return draft;
}

Draft fresh_draft(const desk::NewDraft& asked, Instant now) {
    return {.draft = DraftId::random(), .form = asked.form, .owner = asked.owner, .writers = {asked.owner},
            .record = asked.record, .record_type = asked.record_type, .version = 0, .fields = {}, .stopped_at = {},
            .saved_by = asked.owner, .created = now, .updated = now, .put_away = {}, .sent_back = {},
            .awaits_manager = false, .signed_as = {}, .same_for_all = {}, .parts = {}};
}

std::vector<Draft> without_those_of_all(std::vector<Draft> drafts) {
    std::erase_if(drafts, &Draft::is_of_all);
    return drafts;
}

// What one draft held becomes its own part and what is the same for all.
void part_in_two(DraftRows& drafts, KeptDraft& first, const desk::VisitTogether& visit, const desk::Fields& own, desk::Fields same_for_all) {
    auto all = fresh_draft({FormNumber::random(), visit.writer, std::nullopt, first.draft.record_type}, visit.at);
    all.fields = std::move(same_for_all);
    all.version = 1;
    all.parts = {{first.draft.draft, *first.draft.record}};
    drafts.add({ledger::SecretKey::random(), all});
    first.draft.same_for_all = all.draft;
    drafts.advance(first, {first.draft.draft, first.draft.version, own, first.draft.stopped_at, visit.writer, visit.at}, own);
    drafts.keep(first);
}

// A child who has a part keeps it; one that was put away comes back.
void add_part(DraftRows& drafts, Draft& all, const desk::NewDraft& other, Instant now) {
    auto known = std::ranges::find(all.parts, *other.record, &desk::Part::child);
    if (known != all.parts.end() && known->is_signed)
        return;
    if (auto there = known == all.parts.end() ? std::nullopt : drafts.find(known->draft)) {
        there->draft.put_away.reset();
        drafts.keep(*there);
        return;
    }
    if (known != all.parts.end())
        all.parts.erase(known); // put away so long ago that it was forgotten
    auto part = fresh_draft(other, now);
    part.same_for_all = all.draft;
    part.version = 1;
    drafts.add({ledger::SecretKey::random(), part});
    all.parts.push_back({part.draft, *part.record});
}

// With its last part, what is the same for all is signed too, and forgotten when they are.
void sign_part(DraftRows& drafts, const Draft& part, EntryId entry, Instant now) {
    auto all = part.same_for_all ? drafts.find(*part.same_for_all) : std::nullopt;
    if (!all)
        return;
    for (auto& one : all->draft.parts)
        one.is_signed = one.is_signed || one.draft == part.draft;
    if (!std::ranges::all_of(all->draft.parts, &desk::Part::is_signed)) {
        drafts.keep(*all);
        return;
    }
    all->draft.signed_as = entry;
    drafts.keep(*all, now);
}

std::vector<Bytes> keys_in(Statement row) {
    std::vector<Bytes> keys;
    while (row.step())
        keys.emplace_back(row.blob_at(0));
    return keys;
}

} // namespace

Result<Draft> SqliteDesk::begin_draft(const desk::NewDraft& asked, Instant now) {
    Lock lock(m_state->mutex);
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    if (auto there = draft_of_form(asked.form)) {
        bool writes = std::ranges::find(there->writers, asked.owner.worker, &Writer::worker) != there->writers.end();
        if (!writes)
            return no_draft();
        return *there;
    }
    auto fresh = fresh_draft(asked, now);
    DraftRows{*m_state}.add({ledger::SecretKey::random(), fresh});
    transaction.commit();
    return fresh;
}

Result<Draft> SqliteDesk::draft(DraftId draft) const {
    Lock lock(m_state->mutex);
    auto kept = DraftRows{*m_state}.find(draft);
    if (!kept)
        return no_draft();
    return kept->draft;
}

std::optional<Draft> SqliteDesk::draft_of_form(FormNumber form) const {
    Lock lock(m_state->mutex);
    auto found = DraftRows{*m_state}.list(desk_statements::draft_of_form, form);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<Draft> SqliteDesk::drafts_of(WorkerNumber writer) const {
    Lock lock(m_state->mutex);
    return without_those_of_all(DraftRows{*m_state}.list(drafts_of_writer, writer));
}

std::vector<Draft> SqliteDesk::put_away_by(WorkerNumber owner) const {
    Lock lock(m_state->mutex);
    return without_those_of_all(DraftRows{*m_state}.list(drafts_put_away, owner));
}

std::vector<Draft> SqliteDesk::drafts_about(RecordNumber record) const {
    Lock lock(m_state->mutex);
    return DraftRows{*m_state}.list(drafts_of_record, record);
}

Result<Saved> SqliteDesk::save(const desk::Save& save) {
    return save_into(*m_state, save, Settles::No);
}

Outcome SqliteDesk::save_both(const desk::Save& one, const desk::Save& other) {
    Lock lock(m_state->mutex);
    DraftRows drafts{*m_state};
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    TRY(save_as_it_stands(drafts, one));
    TRY(save_as_it_stands(drafts, other));
    transaction.commit();
    return Nothing{};
}

Result<Saved> SqliteDesk::settle(const desk::Save& chosen) {
    return save_into(*m_state, chosen, Settles::Yes);
}

Outcome SqliteDesk::set_aside(const desk::Save& posted) {
    auto save = posted;
    save.fields = TRY(desk::clean_fields(posted.fields));
    Lock lock(m_state->mutex);
    DraftRows drafts{*m_state};
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    auto kept = drafts.find(save.draft);
    if (!kept)
        return no_draft();
    auto before = drafts.fields_at(*kept, save.version).value_or(desk::Fields{});
    std::vector<desk::Difference> written;
    for (const auto& [name, words] : save.fields)
        if (auto was = before.find(name); was == before.end() || was->second != words)
            written.push_back({name, "", words, ""});
    if (!written.empty())
        drafts.keep_aside(*kept, save, written);
    transaction.commit();
    return Nothing{};
}

Outcome SqliteDesk::choose_child(DraftId draft, std::optional<RecordNumber> record, Instant now) {
    return change(*m_state, draft, [&](Draft& kept) -> Outcome {
        kept.record = record;
        kept.updated = now;
        return Nothing{};
    });
}

Outcome SqliteDesk::choose_record_type(DraftId draft, const std::string& record_type, Instant now) {
    return change(*m_state, draft, [&](Draft& kept) -> Outcome {
        kept.record_type = record_type;
        kept.updated = now;
        return Nothing{};
    });
}

Result<Draft> SqliteDesk::visit_together(const desk::VisitTogether& visit) {
    auto own = TRY(desk::clean_fields(visit.own));
    auto same_for_all = TRY(desk::clean_fields(visit.same_for_all));
    Lock lock(m_state->mutex);
    DraftRows drafts{*m_state};
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    auto first = drafts.find(visit.first);
    bool are_of_children = first && first->draft.record && std::ranges::all_of(visit.others, [](const auto& other) { return other.record.has_value(); });
    if (!are_of_children)
        return no_draft();
    if (first->draft.signed_as)
        return signed_already();
    if (!first->draft.same_for_all && first->draft.version != visit.version)
        return refuse("written-meanwhile", "More was written here meanwhile. Press it again.");
    if (!first->draft.same_for_all)
        part_in_two(drafts, *first, visit, own, std::move(same_for_all));
    auto all = drafts.find(*first->draft.same_for_all);
    if (!all)
        return no_draft();
    for (const auto& other : visit.others)
        add_part(drafts, all->draft, other, visit.at);
    drafts.keep(*all);
    transaction.commit();
    return first->draft;
}

std::vector<EarlierVersion> SqliteDesk::earlier_versions(DraftId draft) const {
    Lock lock(m_state->mutex);
    std::vector<EarlierVersion> earlier;
    DraftRows drafts{*m_state};
    auto kept = drafts.find(draft);
    if (!kept)
        return earlier;
    auto row = m_state->database.statement(versions);
    for (row.number(1, draft); row.step();)
        earlier.push_back(drafts.version_of(*kept, row));
    return earlier;
}

std::optional<Saved> SqliteDesk::unsettled(DraftId draft, WorkerNumber writer) const {
    Lock lock(m_state->mutex);
    DraftRows drafts{*m_state};
    auto kept = drafts.find(draft);
    if (!kept)
        return std::nullopt;
    auto unsettled = drafts.unsettled(*kept, writer);
    if (!unsettled || unsettled->differences.empty())
        return std::nullopt;
    return Saved{kept->draft.version, unsettled->aside.at, kept->draft.fields, unsettled->differences, drafts.last_other(*kept, writer)};
}

Outcome SqliteDesk::put_away(DraftId draft, const desk::PutAway& put_away) {
    return change(*m_state, draft, [&](Draft& kept) -> Outcome {
        kept.put_away = put_away;
        return Nothing{};
    });
}

Outcome SqliteDesk::take_out(DraftId draft, Instant now) {
    return change(*m_state, draft, [&](Draft& kept) -> Outcome {
        if (kept.put_away && kept.put_away->at + put_away_for <= now)
            return no_draft();
        kept.put_away.reset();
        return Nothing{};
    });
}

Outcome SqliteDesk::ask_manager(DraftId draft, Instant now) {
    return change(*m_state, draft, [&](Draft& kept) -> Outcome {
        kept.awaits_manager = true;
        kept.updated = now;
        return Nothing{};
    });
}

Outcome SqliteDesk::send_back(DraftId draft, const desk::SentBack& sent_back) {
    return change(*m_state, draft, [&](Draft& kept) -> Outcome {
        kept.sent_back.push_back(sent_back);
        kept.awaits_manager = false;
        kept.updated = sent_back.at;
        return Nothing{};
    });
}

Outcome SqliteDesk::mark_signed(DraftId draft, EntryId entry, std::uint64_t version, Instant now) {
    Lock lock(m_state->mutex);
    DraftRows drafts{*m_state};
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    auto kept = drafts.find(draft);
    if (!kept)
        return no_draft();
    if (kept->draft.signed_as == entry)
        return Nothing{};
    if (kept->draft.signed_as)
        return signed_already();
    if (drafts.fields_at(*kept, version) != kept->draft.fields)
        drafts.add({ledger::SecretKey::random(), written_after_signing(kept->draft, now)});
    kept->draft.signed_as = entry;
    drafts.keep(*kept, now);
    sign_part(drafts, kept->draft, entry, now);
    transaction.commit();
    return Nothing{};
}

Outcome SqliteDesk::note_opening(DraftId draft, const desk::DraftOpening& opening) {
    Lock lock(m_state->mutex);
    auto kept = DraftRows{*m_state}.find(draft);
    if (!kept)
        return no_draft();
    auto sealed = m_state->seal(kept->key, desk::write_opening(opening), bound_to_draft(draft));
    m_state->database.statement(add_opening).number(1, draft).blob(2, sealed).run();
    return Nothing{};
}

std::vector<desk::DraftOpening> SqliteDesk::openings(DraftId draft) const {
    Lock lock(m_state->mutex);
    std::vector<desk::DraftOpening> found;
    auto kept = DraftRows{*m_state}.find(draft);
    if (!kept)
        return found;
    auto row = m_state->database.statement(desk_statements::openings);
    for (row.number(1, draft); row.step();)
        found.push_back(desk::read_opening(m_state->open(kept->key, row.blob_at(0), bound_to_draft(draft))));
    return found;
}

void SqliteDesk::sweep(Instant now) {
    Lock lock(m_state->mutex);
    auto& database = m_state->database;
    database.statement(forget_old_invitations).integer(1, milliseconds(now - desk::joining_time)).run();
    auto drafts_row = database.statement(drafts_to_forget);
    drafts_row.integer(1, milliseconds(now - signed_kept_for)).integer(2, milliseconds(now - put_away_for));
    auto drafts = keys_in(std::move(drafts_row));
    auto sessions_row = database.statement(sessions_to_forget);
    sessions_row.integer(1, milliseconds(now - desk::late_post_time))
        .integer(2, std::chrono::milliseconds(desk::idle_time).count())
        .integer(3, std::chrono::milliseconds(desk::whole_time).count());
    auto sessions = keys_in(std::move(sessions_row));
    if (drafts.empty() && sessions.empty())
        return;
    Transaction transaction(database, Transaction::Kind::Write);
    for (const auto& draft : drafts)
        for (const auto* forget : {forget_versions, forget_openings, forget_writers, forget_draft})
            database.statement(forget).blob(1, draft).run();
    for (const auto& one : DraftRows{*m_state}.list(drafts_without_child))
        if (one.is_of_all() && std::ranges::none_of(one.parts, [&](const auto& part) { return DraftRows{*m_state}.find(part.draft).has_value(); }))
            for (const auto* forget : {forget_versions, forget_openings, forget_writers, forget_draft})
                database.statement(forget).blob(1, one.draft.view()).run();
    for (const auto& session : sessions)
        for (const auto* forget : {forget_forms, forget_session})
            database.statement(forget).blob(1, session).run();
    transaction.commit();
    database.run("PRAGMA wal_checkpoint(TRUNCATE);"); // what was forgotten leaves the log too
}

} // namespace lifestory::store::sqlite
