#include "casework/record_form.h"

#include <algorithm>

#include "casework/record_visit.h"

namespace lifestory::casework {

namespace {

std::optional<record::Lateness> lateness_in(const Filled& filled) {
    return filled.late == Late::Yes ? filled.why_late : std::nullopt;
}

bool are_in(const record::Child& child, const Filled& filled) {
    return std::ranges::all_of(filled.speaks_of, [&](const auto& entry) { return child.find(entry); }) &&
           std::ranges::all_of(filled.promises, [&](const auto& promise) { return child.find(promise.entry); });
}

Result<Writing> sign_as(const Act& act, const record::Child& child, const Asked& asked, const Filled& filled,
                        record::Content content) {
    auto refusals = refusals_of(act, child, asked, filled);
    if (!refusals.empty())
        return refusals;
    if (!asked.items.empty() && filled.form.answers.empty()) // a day alone is no record
        return refuse("nothing-written", "Nothing is written in it yet: answer what it asks, or write what happened");
    return signed_entry(act, child, std::move(content), filled);
}

} // namespace

Result<Writing> record_case_note(const Act& act, const record::Child& child, const Asked& asked,
                                 const Filled& filled) {
    return sign_as(act, child, asked, filled,
                   record::CaseNote{filled.form, lateness_in(filled), filled.kept, filled.sent_back});
}

Result<Writing> record_meeting(const Act& act, const record::Child& child, const Asked& asked,
                               const Filled& filled) {
    std::optional<record::OneMeeting> one_meeting;
    if (filled.one_visit)
        one_meeting = record::OneMeeting{filled.one_visit->visit, filled.one_visit->with};
    return sign_as(act, child, asked, filled, record::Meeting{filled.form, {}, false, lateness_in(filled), filled.kept, filled.sent_back, one_meeting});
}

Result<Writing> record_document(const Act& act, const record::Child& child, const Asked& asked,
                                const Filled& filled, std::optional<EntryId> belongs_to) {
    if (belongs_to && !child.find(*belongs_to))
        return refuse("belongs-to", "Choose the entry that this belongs to", "belongs-to");
    if (!are_in(child, filled))
        return refuse("speaks-of", "Untick what is not in this record", "speaks-of");
    return sign_as(act, child, asked, filled,
                   record::Document{filled.form, belongs_to, lateness_in(filled), filled.kept, filled.sent_back,
                                    filled.speaks_of, filled.promises});
}

Result<Writing> arrange_meeting(const Act& act, const record::Child& child, const record::Form& form,
                                Day planned_for) {
    if (planned_for < today(act))
        return refuse("planned-for", "Choose today or a day to come", "planned-for");
    return Writing{written(act, child.record, record::Meeting{form, planned_for, true, {}, {}, {}, {}})};
}

Result<Writing> record_form(const Act& act, const record::Child& child, const Asked& asked,
                            const Filled& filled) {
    const auto& built_in = asked.type.built_in;
    if (built_in == "visit")
        return record_visit(act, child, asked, filled);
    if (built_in == "case-note")
        return record_case_note(act, child, asked, filled);
    if (built_in == "meeting" || built_in == "supervision")
        return record_meeting(act, child, asked, filled);
    return record_document(act, child, asked, filled, filled.belongs_to);
}

} // namespace lifestory::casework
