// The rows of the desk's drafts, each sealed under the draft's own key. All of it runs under the desk's lock.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "desk/merge.h"
#include "store/sqlite/desk_state.h"

namespace lifestory::store::sqlite {

// A draft as it lies in the file, with its key.
struct KeptDraft {
    ledger::SecretKey key;
    desk::Draft draft;
};

// What one writer wrote that was not kept in a merge, and where it still differs from what the draft holds now.
struct Unsettled {
    desk::EarlierVersion aside;
    std::vector<desk::Difference> differences;
};

std::string bound_to_draft(DraftId draft);

struct DraftRows {
    SqliteDesk::State& state;

    std::optional<KeptDraft> find(DraftId draft);
    void add(const KeptDraft& fresh);
    void keep(const KeptDraft& kept, std::optional<desk::Instant> signed_on = std::nullopt);
    desk::EarlierVersion version_of(const KeptDraft& kept, const Statement& row); // `sealed` in its first column

    // What a writer posts, who began from this version, against what the draft holds now.
    desk::Merged merged(const KeptDraft& kept, std::uint64_t began_from, const desk::Fields& yours);
    std::optional<desk::Fields> fields_at(const KeptDraft& kept, std::uint64_t version); // none: thinned out
    std::optional<Unsettled> unsettled(const KeptDraft& kept, WorkerNumber writer);
    // The writer's words of these differences, in place of those that they hold and were kept aside before.
    void keep_aside(const KeptDraft& kept, const desk::Save& save, const std::vector<desk::Difference>& differences);
    void settle(DraftId draft, WorkerNumber writer);
    std::optional<desk::Writer> last_other(const KeptDraft& kept, WorkerNumber writer); // who wrote last beside this one
    // The fields become the next version; the one before it becomes an earlier version.
    void advance(KeptDraft& kept, const desk::Save& save, desk::Fields fields);

    template <class Number>
    std::vector<desk::Draft> list(const char* statement, const Number& number) {
        std::vector<desk::Draft> drafts;
        auto row = state.database.statement(statement);
        for (row.number(1, number); row.step();)
            drafts.push_back(opened(row).draft);
        return drafts;
    }
    std::vector<desk::Draft> list(const char* statement) {
        std::vector<desk::Draft> drafts;
        for (auto row = state.database.statement(statement); row.step();)
            drafts.push_back(opened(row).draft);
        return drafts;
    }

private:
    KeptDraft opened(const Statement& row);
    void keep_version(const KeptDraft& kept, const desk::EarlierVersion& version, bool handed_over);
};

} // namespace lifestory::store::sqlite
