#include "app/demo/fill.h"

#include "app/demo/tell.h"
#include "desk/passwords.h"
#include "record/codec.h"
#include "web/pages/form_fields.h"

namespace lifestory::app::demo {

namespace {

Result<record::Authority> told_of(Installation& installation) {
    auto stream = installation.index().authority();
    if (!stream)
        return refuse("no-pack", "No pack was accepted here yet.");
    auto opened = TRY(installation.ledger().read(*stream));
    auto entries = TRY(record::read_entries(opened));
    return record::fold_authority(entries);
}

Outcome give_accounts(desk::Desk& desk, const Town& town) {
    const auto hash = desk::Passwords().hash(password());
    for (const auto& one : town.data().workers)
        TRY(desk.add_account(one.email, {town.number_of(one.id), hash, {}, 0, false}));
    return Nothing{};
}

void put_when(desk::Fields& fields, const DraftOf& draft) {
    if (draft.happened) {
        const std::chrono::year_month_day day{*draft.happened};
        fields["when.day"] = std::to_string(unsigned(day.day()));
        fields["when.month"] = std::to_string(unsigned(day.month()));
        fields["when.year"] = std::to_string(int(day.year()));
    }
    if (draft.at_time)
        fields["when.time"] = calendar::clock_time(calendar::instant_of({draft.happened.value_or(calendar::london_day(draft.updated)), *draft.at_time}));
}

struct PlannedDraft {
    desk::NewDraft begun;
    desk::Save save;
};

std::optional<PlannedDraft> draft_of(Town& town, const FamilyOf& family, const DraftOf& draft) {
    const auto* type = type_of(town, draft.type, draft);
    if (!type)
        return std::nullopt;
    const desk::Writer owner{town.number_of(draft.owner), town.data().worker(draft.owner)->name};
    const auto day = draft.happened.value_or(calendar::london_day(draft.updated));
    const auto form = form_for(town, family, draft.child, *type, draft.answers, nullptr, day);
    PlannedDraft planned{{FormNumber::random(), owner, town.family(family).children.at(draft.child).record, draft.type},
                         {{}, 0, web::pages::fields_of(form), draft.stopped_at.empty() ? "" : "item." + draft.stopped_at, owner, draft.updated}};
    put_when(planned.save.fields, draft);
    return planned;
}

std::vector<PlannedDraft> drafts_of(Town& town, Instant until) {
    std::vector<PlannedDraft> planned;
    for (const auto& family : town.data().families)
        for (const auto& draft : family.drafts)
            if (draft.updated <= until)
                if (auto one = draft_of(town, family, draft))
                    planned.push_back(std::move(*one));
    return planned;
}

Outcome keep_drafts(desk::Desk& desk, const std::vector<PlannedDraft>& drafts) {
    for (auto one : drafts) {
        one.save.draft = TRY(desk.begin_draft(one.begun, one.save.at)).draft;
        TRY(desk.save(one.save));
    }
    return Nothing{};
}

} // namespace

std::vector<CanSignIn> who_can_sign_in(const Data& data) {
    std::vector<CanSignIn> all;
    for (const auto& one : data.workers)
        if (one.sign_in)
            all.push_back({one.name, one.designation + ", " + data.team(one.team)->name, one.email});
    return all;
}

const std::string& password() {
    static const std::string words = "everyone here is invented";
    return words;
}

Outcome fill(Installation& installation, const policy::Pack& pack, const Data& data, Instant until) {
    auto told = TRY(told_of(installation));
    const auto record = told.record;
    Town town(pack, data, record, std::move(told), installation.ledger().size());
    tell_authority(town);
    for (const auto& step : steps_of(data, until))
        tell(town, step);
    const auto drafts = drafts_of(town, until);
    if (!town.problems().empty())
        return town.problems().refusals();
    for (auto& append : town.take_appends())
        TRY(installation.ledger().append(std::move(append)));
    TRY(give_accounts(installation.desk(), town));
    return keep_drafts(installation.desk(), drafts);
}

} // namespace lifestory::app::demo
