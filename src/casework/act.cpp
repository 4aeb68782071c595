#include "casework/act.h"

#include "calendar/london.h"
#include "record/named_files.h"

namespace lifestory::casework {

Day today(const Act& act) { return calendar::london_day(act.now); }

bool is_manager(const Act& act) { return act.acts_as == "senior-practitioner" || is_team_manager(act); }

bool is_team_manager(const Act& act) {
    return act.acts_as == "team-manager" || act.acts_as == "service-manager" || is_head_of_service(act);
}

bool is_head_of_service(const Act& act) { return act.acts_as == "head-of-service"; }

EntryId id_of(const Act& act, unsigned turn) {
    if (turn == 0)
        return act.id;
    auto named = Bytes(act.id.view());
    named.append(std::to_string(turn));
    const auto digest = sha256(named);
    return EntryId::from_bytes(view(digest).substr(0, 16));
}

Written written(const Act& act, RecordNumber record, record::Content content, unsigned turn) {
    Written one{record, id_of(act, turn), {}, std::move(content), std::nullopt};
    one.said.recorded_by = act.author;
    one.said.judged_by = act.judged_by;
    return one;
}

ledger::Append append_of(const Writing& writing, FormNumber form, Instant at) {
    ledger::Append append;
    append.form = form;
    append.at = at;
    for (const auto& one : writing)
        append.entries.push_back(
            {one.record, one.id, record::write_content(one.said, one.content), one.expected_place,
             record::named_files(one.content)});
    return append;
}

void Refusing::unless(bool holds, std::string field, std::string message, std::string clause) {
    if (holds)
        return;
    auto code = field.empty() ? std::string("not-possible") : field;
    m_all.push_back(refuse(std::move(code), std::move(message), std::move(field), std::move(clause)));
}

void Refusing::add(const Refusals& more) { m_all.insert(m_all.end(), more.begin(), more.end()); }

} // namespace lifestory::casework
