#include "store/sqlite/desk_draft_rows.h"

#include <algorithm>

#include "base/fault.h"

namespace lifestory::store::sqlite {

using namespace desk_statements;
using desk::EarlierVersion;
using desk::Fields;

namespace {

constexpr std::uint64_t steps_kept = 50;

bool holds_all(const Fields& fields, const Fields& words) {
    return std::ranges::all_of(words, [&](const auto& one) {
        auto found = fields.find(one.first);
        return found != fields.end() && found->second.find(one.second) != std::string::npos;
    });
}

} // namespace

std::string bound_to_draft(DraftId draft) {
    return "draft " + draft.hex();
}

KeptDraft DraftRows::opened(const Statement& row) {
    auto id = row.number_at<DraftId>(0);
    auto key = ledger::unwrap(state.key, row.blob_at(1), bound_to_draft(id));
    if (!key)
        throw Fault("A draft's key does not open: restore desk.sqlite from its backup.");
    return {*key, desk::read_draft(state.open(*key, row.blob_at(2), bound_to_draft(id)))};
}

std::optional<KeptDraft> DraftRows::find(DraftId draft) {
    auto row = state.database.statement(one_draft);
    row.number(1, draft);
    return row.step() ? std::optional(opened(row)) : std::nullopt;
}

void DraftRows::add(const KeptDraft& fresh) {
    const auto& draft = fresh.draft;
    auto row = state.database.statement(add_draft);
    row.number(1, draft.draft).number(2, draft.form).number(3, draft.owner.worker).integer(5, milliseconds(draft.created))
        .blob(6, ledger::wrap(state.key, fresh.key, bound_to_draft(draft.draft)))
        .blob(7, state.seal(fresh.key, desk::write_draft(draft), bound_to_draft(draft.draft)));
    draft.record ? row.number(4, *draft.record) : row.null(4);
    row.run();
    state.database.statement(add_writer).number(1, draft.owner.worker).number(2, draft.draft).run();
}

void DraftRows::keep(const KeptDraft& kept, std::optional<desk::Instant> signed_on) {
    const auto& draft = kept.draft;
    auto row = state.database.statement(keep_draft);
    row.number(1, draft.draft).integer(3, milliseconds(draft.updated))
        .blob(6, state.seal(kept.key, desk::write_draft(draft), bound_to_draft(draft.draft)));
    draft.record ? row.number(2, *draft.record) : row.null(2);
    draft.put_away ? row.integer(4, milliseconds(draft.put_away->at)) : row.null(4);
    signed_on ? row.integer(5, milliseconds(*signed_on)) : row.null(5);
    row.run();
}

EarlierVersion DraftRows::version_of(const KeptDraft& kept, const Statement& row) {
    return desk::read_version(state.open(kept.key, row.blob_at(0), bound_to_draft(kept.draft.draft)));
}

void DraftRows::keep_version(const KeptDraft& kept, const EarlierVersion& version, bool handed_over) {
    auto sealed = state.seal(kept.key, desk::write_version(version), bound_to_draft(kept.draft.draft));
    state.database.statement(add_version).number(1, kept.draft.draft)
        .integer(2, static_cast<std::int64_t>(version.version)).number(3, version.by.worker)
        .integer(4, version.set_aside).integer(5, handed_over).blob(6, sealed).run();
}

std::optional<Fields> DraftRows::fields_at(const KeptDraft& kept, std::uint64_t version) {
    if (version == 0)
        return Fields{};
    if (version == kept.draft.version)
        return kept.draft.fields;
    auto row = state.database.statement(one_version);
    row.number(1, kept.draft.draft).integer(2, static_cast<std::int64_t>(version));
    return row.step() ? std::optional(version_of(kept, row).fields) : std::nullopt;
}

desk::Merged DraftRows::merged(const KeptDraft& kept, std::uint64_t began_from, const Fields& yours) {
    auto before = fields_at(kept, began_from);
    return before ? desk::merge(*before, yours, kept.draft.fields) : desk::merge_without_before(yours, kept.draft.fields);
}

std::optional<Unsettled> DraftRows::unsettled(const KeptDraft& kept, WorkerNumber writer) {
    auto row = state.database.statement(unsettled_aside);
    row.number(1, kept.draft.draft).number(2, writer);
    if (!row.step())
        return std::nullopt;
    auto aside = version_of(kept, row);
    auto differences = merged(kept, aside.version, aside.fields).differences;
    std::erase_if(differences, [&](const auto& difference) { return !aside.fields.contains(difference.field); });
    return Unsettled{std::move(aside), std::move(differences)};
}

void DraftRows::keep_aside(const KeptDraft& kept, const desk::Save& save, const std::vector<desk::Difference>& differences) {
    auto before = unsettled(kept, save.writer.worker);
    EarlierVersion aside{before ? before->aside.version : save.version, save.writer, save.at, {}, true};
    for (const auto& difference : differences)
        aside.fields[difference.field] = difference.yours;
    if (before && before->aside.fields == aside.fields)
        return;
    if (before && holds_all(aside.fields, before->aside.fields))
        state.database.statement(forget_aside).number(1, save.draft).number(2, save.writer.worker).run();
    else
        settle(save.draft, save.writer.worker);
    keep_version(kept, aside, true);
}

void DraftRows::settle(DraftId draft, WorkerNumber writer) {
    state.database.statement(desk_statements::settle).number(1, draft).number(2, writer).run();
}

std::optional<desk::Writer> DraftRows::last_other(const KeptDraft& kept, WorkerNumber writer) {
    if (kept.draft.saved_by.worker != writer)
        return kept.draft.saved_by;
    auto row = state.database.statement(versions);
    for (row.number(1, kept.draft.draft); row.step();)
        if (auto version = version_of(kept, row); !version.set_aside && version.by.worker != writer)
            return version.by;
    return std::nullopt;
}

void DraftRows::advance(KeptDraft& kept, const desk::Save& save, Fields fields) {
    auto& draft = kept.draft;
    if (draft.version > 0) {
        bool handed_over = draft.saved_by.worker != save.writer.worker;
        keep_version(kept, {draft.version, draft.saved_by, draft.updated, draft.fields, false}, handed_over);
    }
    draft.fields = std::move(fields);
    draft.version += 1;
    draft.saved_by = save.writer;
    draft.updated = std::max(draft.updated, save.at);
    if (std::ranges::find(draft.writers, save.writer.worker, &desk::Writer::worker) == draft.writers.end())
        draft.writers.push_back(save.writer);
    state.database.statement(add_writer).number(1, save.writer.worker).number(2, draft.draft).run();
    if (draft.version > steps_kept)
        state.database.statement(thin_versions).number(1, draft.draft)
            .integer(2, static_cast<std::int64_t>(draft.version - steps_kept)).run();
}

} // namespace lifestory::store::sqlite
