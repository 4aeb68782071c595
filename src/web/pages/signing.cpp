#include "web/pages/signing.h"

#include <algorithm>

#include "base/text.h"
#include "casework/record_form.h"
#include "web/pages/arriving_files.h"
#include "web/pages/before_signing.h"
#include "web/pages/chronology_master.h"
#include "web/pages/differences.h"
#include "web/pages/letter_guard.h"
#include "web/pages/moved_sentence.h"
#include "web/pages/one_visit.h"
#include "web/pages/posted_words.h"
#include "web/pages/preparing_meeting.h"
#include "web/pages/pressed_words.h"
#include "web/pages/record_page.h"
#include "web/pages/same_words.h"
#include "web/pages/signing_page.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// What the signing page asks is kept on the draft too, so that nothing typed there is lost.
Result<DraftView> view_with_answers(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = TRY(own_draft(house, call));
    if (draft.signed_as)
        return view_of(house, caller, draft);
    auto fields = draft.fields;
    for (const auto& one : call.form.fields)
        if (is_of_signing(one.name) && one.name.size() <= 100)
            if (auto clean = clean_text(one.value); clean)
                fields[one.name] = *clean;
    std::erase_if(fields, [](const auto& one) { return one.second.empty(); }); // what was ticked before, and is no more
    if (fields != draft.fields) {
        TRY(house.desk.save({draft.draft, draft.version, fields, draft.stopped_at, caller.writer(), house.now()}));
        draft = TRY(house.desk.draft(draft.draft));
    }
    return view_of(house, caller, draft);
}

desk::Fields without_answers(desk::Fields fields) {
    std::erase_if(fields, [](const auto& one) { return is_of_signing(one.first); });
    return fields;
}

// Who wrote into the draft after this version, as it reads in a sentence.
std::string who_wrote_since(const House& house, const Caller& caller, const desk::Draft& draft, std::uint64_t version) {
    std::vector<std::string> names;
    auto add = [&](const desk::Writer& writer) {
        if (writer.worker != caller.worker() && std::ranges::find(names, writer.full_name) == names.end())
            names.push_back(writer.full_name);
    };
    add(draft.saved_by);
    for (const auto& earlier : house.desk.earlier_versions(draft.draft))
        if (earlier.version > version && !earlier.set_aside)
            add(earlier.by);
    return names.empty() ? "You" : join(names, " and ");
}

// What this draft itself holds: of a part of a visit to several children, without what is the same for all.
desk::Fields words_in(const desk::Draft& draft, const desk::Fields& fields, const policy::RecordType& type) {
    return without_answers(draft.same_for_all ? parted(type, fields).own : fields);
}

Refusals written_since(const House& house, const Call& call, const desk::Draft& draft, std::string_view version_field, const policy::RecordType& type) {
    auto version = version_of(call, version_field);
    auto read = fields_at(house, draft, version);
    if (read && words_in(draft, *read, type) == words_in(draft, draft.fields, type))
        return {};
    return {refuse("written-meanwhile", who_wrote_since(house, call.caller<Caller>(), draft, version) + " wrote here meanwhile. Read it again, then sign")};
}

// Only what its writer has read is signed: these words, of this child, as this kind.
Refusals changed_since_shown(const House& house, const Call& call, const DraftView& view) {
    const auto& draft = view.draft;
    bool is_same_record = draft.record && call.form.get("child") == draft.record->hex() && call.form.get("type") == draft.record_type;
    if (!is_same_record)
        return {refuse("changed-meanwhile", "Another child or another kind was chosen meanwhile. Read it again, then sign")};
    if (auto changed = written_since(house, call, draft, "version", *view.type); !changed.empty())
        return changed;
    return view.for_all ? written_since(house, call, *view.for_all, "version.all", *view.type) : Refusals{};
}

std::optional<casework::Releasing> releasing_of(const desk::Fields& fields, Refusals& refusals) {
    auto how = field(fields, "release.how");
    if (how.empty())
        return std::nullopt;
    casework::Releasing releasing{how, how == "not-yet" ? field(fields, "release.reason") : "", std::nullopt, std::nullopt, trim(field(fields, "release.warning"))};
    auto again = read_day(fields, "release.look-again");
    if (how == "not-yet" && again)
        releasing.look_again = *again;
    if (how == "not-yet" && !again)
        refusals.push_back(again.refusal());
    return releasing;
}

bool is_of_signing_page(const Refusals& refusals) {
    return std::all_of(refusals.begin(), refusals.end(), [](const auto& r) { return is_of_signing(r.field) || r.field.empty(); });
}

Response refused(const House& house, const Caller& caller, const DraftView& view, Refusals refusals) {
    if (is_stopped_by_guard(refusals))
        return guard_page(house, caller, view);
    put_in_order_of_page(view, refusals);
    return is_of_signing_page(refusals) ? signing_page(house, caller, view, refusals) : record_page(house, caller, view, refusals);
}

// Of a visit to several children the child's page goes on to the others.
Url signed_path(const DraftView& view) {
    auto child = view.open->record.hex();
    return view.draft.same_for_all ? path("/children/{}?done=signed&visit={}", child, view.draft.draft.hex()) : done(path("/children/{}", child), "signed");
}

Response sign(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto view = view_with_answers(house, call);
    if (!view || !view->open || !view->type)
        return not_found(house);
    if (view->draft.signed_as)
        return redirect(signed_path(*view));
    if (auto pressed = press_words(house, call, *view))
        return *pressed;
    if (auto moved = move_pressed(house, caller, *house.desk.draft(view->draft.draft), call.form.get("then")))
        return *moved ? http::see_other("/drafts/" + view->draft.draft.hex() + "/check" + **moved) : signing_page(house, caller, *view, moved->refusals());
    if (call.form.get("then") == "ask")
        return house.desk.ask_manager(view->draft.draft, house.now()) ? redirect(path("/drafts/{}", view->draft.draft.hex())) : not_found(house);
    if (is_unsettled(house, caller, view->draft))
        return redirect(path("/drafts/{}/differences", view->draft.draft.hex()));
    if (auto changed = changed_since_shown(house, call, *view); !changed.empty())
        return signing_page(house, caller, *view, changed);
    auto refusals = view->when_refusals;
    refusals.insert(refusals.end(), view->read.refusals.begin(), view->read.refusals.end());
    auto filled = filled_of(*view, caller, house);
    filled.release = releasing_of(view->draft.fields, refusals);
    auto signed_as = sign_as_read(house, caller, *view, filled, std::move(refusals));
    if (!signed_as)
        return signed_as.refusal().code == "not-found" ? not_found(house) : refused(house, caller, *view, signed_as.refusals());
    if (house.pack().is_like(view->type->id, "transfer"))
        if (const auto code = said_of(copy_chronology_at_the_end(house, call, view->open->record)); !code.empty())
            return redirect(done(path("/children/{}", view->open->record.hex()), code));
    return redirect(signed_path(*view));
}

Result<DraftView> view_to_sign(const House& house, const Call& call) {
    auto draft = TRY(own_draft(house, call));
    if (draft.signed_as || draft.put_away)
        return refuse("not-found", "This draft is no longer open.");
    return view_of(house, call.caller<Caller>(), draft);
}

Response show_check(const House& house, const Call& call) {
    auto view = view_to_sign(house, call);
    if (!view)
        return where_it_went(house, own_draft(house, call));
    if (is_unsettled(house, call.caller<Caller>(), view->draft))
        return redirect(path("/drafts/{}/differences", view->draft.draft.hex()));
    if (!view->open || !view->type)
        return record_page(house, call.caller<Caller>(), *view,
                           {refuse("no-child", "Say which child, and what kind, before you sign", view->open ? "type" : "child")});
    return signing_page(house, call.caller<Caller>(), *view, {}, changed_words(house, call, *view) + moved_words(house, call, *house.desk.draft(view->draft.draft)));
}

Response show_preview(const House& house, const Call& call) {
    auto view = view_to_sign(house, call);
    if (!view)
        return where_it_went(house, own_draft(house, call));
    return view->open && view->type ? preview_page(house, call.caller<Caller>(), *view) : not_found(house);
}

} // namespace

Result<EntryId> sign_as_read(const House& house, const Caller& caller, const DraftView& view, const casework::Filled& filled, Refusals refusals) {
    auto written = casework::record_form(act_of(house, caller), *view.open->child, {*view.type, view.asked}, filled);
    if (!written)
        for (auto refusal : written.refusals()) {
            refusal.field = field_on_page(*view.type, refusal.field);
            if (std::ranges::find(refusals, refusal.field, &Refusal::field) == refusals.end()) // what cannot be read is not left out as well
                refusals.push_back(std::move(refusal));
        }
    for (auto& refusal : needed_to_sign(house, view))
        refusals.push_back(std::move(refusal));
    for (auto& refusal : letter_refusals(house, view, filled.form))
        refusals.push_back(std::move(refusal));
    if (is_still_arriving(house, view.draft, *view.type))
        refusals.push_back(refuse("file-arriving", "A file is not all here yet: send the rest of it, or give it up"));
    if (!refusals.empty())
        return refusals;
    auto appended = append(house, caller, *view.open, access::Act::Sign, on_type(house, view.type->id), view.draft.form, *written);
    if (!appended && appended.refusal().code == "changed-meanwhile")
        return refuse("changed-meanwhile", "Somebody wrote in this record meanwhile. Nothing is lost: press Sign again");
    if (!appended)
        return refuse("not-found", "Page not found");
    if (auto marked = house.desk.mark_signed(view.draft.draft, appended->entries.front().id, view.draft.version, house.now()); !marked)
        return refuse("not-found", "Page not found");
    note_signed(house, caller, view, appended->entries.front().id);
    note_letter_of_invitation(house, caller, view);
    return appended->entries.front().id;
}

std::vector<http::Route> signing_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/drafts/{draft}/check", Reach::Worker, to(show_check)},
            {Method::Post, "/drafts/{draft}/check", Reach::Worker, to(sign)},
            {Method::Get, "/drafts/{draft}/preview", Reach::Worker, to(show_preview)}};
}

} // namespace lifestory::web::pages
