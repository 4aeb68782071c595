#include "web/pages/api_drafts.h"

#include "base/text.h"
#include "casework/record_form.h"
#include "web/pages/api_acts.h"
#include "web/pages/api_due.h"
#include "web/pages/api_types.h"
#include "web/pages/draft_findings.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/same_words.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

std::string text_of(const Json& value) { return {value.get_string().data(), value.get_string().size()}; }

desk::Fields fields_in(const JsonObject& body) {
    desk::Fields fields;
    if (const auto* given = object_in(body, "fields"))
        for (const auto& one : *given)
            fields[std::string(one.key())] = text_of(one.value());
    return fields;
}

JsonObject fields_json(const desk::Fields& fields) {
    JsonObject all;
    for (const auto& [name, value] : fields)
        all[name] = value;
    return all;
}

// ---- saving

http::Response saved_answer(const desk::Draft& draft, const desk::Saved& saved, int status) {
    JsonArray differences;
    for (const auto& one : saved.differences)
        differences.push_back(JsonObject{{"field", one.field}, {"before", one.before}, {"yours", one.yours}, {"theirs", one.theirs}});
    JsonObject all{{"draft", draft.draft.hex()}, {"version", saved.version}, {"saved_at", calendar::utc(saved.at)},
                   {"fields", fields_json(saved.fields)}, {"differences", differences}};
    if (saved.other)
        all["other"] = saved.other->full_name;
    return api_answer(all, status);
}

desk::Save save_of(const ApiCall& api, const desk::Draft& draft, std::uint64_t version) {
    return {draft.draft, version, fields_in(api.body), first(text_in(api.body, "stopped_at"), 200), api.caller().writer(), api.house.now()};
}

http::Response save(const ApiCall& api, const desk::Draft& draft, std::uint64_t version, int status) {
    const auto& house = api.house;
    auto wanted = save_of(api, draft, version);
    auto unsettled = house.desk.unsettled(draft.draft, api.caller().worker());
    bool has_read_both = unsettled && unsettled->version == version; // who was told of the differences sends what should stand
    auto saved = has_read_both ? house.desk.settle(wanted) : house.desk.save(wanted);
    return saved ? saved_answer(draft, *saved, status) : api_refused(saved.refusals(), 409);
}

// A child may only be one in whose record this caller may write such a thing.
Result<desk::NewDraft> new_draft(const ApiCall& api) {
    const auto& house = api.house;
    desk::NewDraft fresh{form_number(api.call), api.caller().writer(), std::nullopt, text_in(api.body, "type")};
    if (!fresh.record_type.empty() && !house.pack().record_type(fresh.record_type))
        return refuse("no-type", "The pack in force has no record type of this id", "/type");
    if (!api.body.contains("child"))
        return fresh;
    fresh.record = TRY(RecordNumber::parse(text_in(api.body, "child")));
    auto open = TRY(house.door.open(api.caller().visitor, *fresh.record, std::nullopt, house.now()));
    if (!open.may(access::Act::Write, on_type(house, fresh.record_type)))
        return refuse("not-found", "There is nothing here");
    return fresh;
}

// ---- reading

JsonArray refusals_json(const Refusals& first, const Refusals& second) {
    JsonArray list;
    for (const auto* refusals : {&first, &second})
        for (auto refusal : *refusals) {
            refusal.field = "/fields/" + refusal.field;
            list.push_back(refusal_json(refusal));
        }
    return list;
}

JsonArray findings_of(const DraftView& view) {
    JsonArray list;
    for (const auto& finding : findings_json(view)) {
        const auto& one = finding.get_object();
        list.push_back(JsonObject{{"finding", one.at("id")}, {"field", one.at("item")}, {"words", one.at("words")}, {"message", one.at("message")},
                                  {"suggestion", one.at("suggestion")}, {"category", one.at("category")}, {"asks_reason", one.at("asks_reason")}});
        auto& told = list.back().get_object();
        for (const char* more : {"instead", "keep", "at"})
            if (const auto* value = one.if_contains(more))
                told[more] = *value;
    }
    return list;
}

JsonObject draft_json(const House& house, const DraftView& view) {
    const auto& draft = view.draft;
    JsonArray due;
    for (const auto& owed : view.due)
        due.push_back(owed_json(house, owed));
    JsonObject all{{"draft", draft.draft.hex()}, {"form", draft.form.hex()}, {"version", draft.version}, {"type", draft.record_type},
                   {"owner", draft.owner.full_name}, {"fields", fields_json(draft.fields)}, {"stopped_at", draft.stopped_at},
                   {"updated_at", calendar::utc(draft.updated)}, {"is_put_away", draft.put_away.has_value()},
                   {"items", items_json(view.asked)}, {"refusals", refusals_json(view.when_refusals, view.read.refusals)},
                   {"findings", findings_of(view)}, {"due", due}};
    if (auto age = reading_age_of_draft(house, view); age.at("years").get_int64() > 0)
        all["reading_age"] = std::move(age);
    if (draft.record)
        all["child"] = draft.record->hex();
    if (draft.signed_as)
        all["signed_as"] = draft.signed_as->hex();
    return all;
}

// ---- signing

// What is refused when signing stands in the draft's fields, or in the body that asks to sign.
Refusals at_fields(Refusals refusals) {
    for (auto& refusal : refusals) {
        bool of_body = refusal.field == "release" || refusal.field.starts_with("release.") || refusal.field.starts_with("late.") || refusal.field == "kept";
        if (refusal.field.empty())
            continue;
        if (refusal.field.starts_with("keep-")) { // by the finding's id
            refusal.field = "/kept/" + refusal.field.substr(5);
            continue;
        }
        auto key = refusal.field == "release" ? std::string("release.how") : refusal.field;
        for (auto& letter : key)
            letter = of_body && letter == '.' ? '/' : of_body && letter == '-' ? '_' : letter;
        refusal.field = (of_body ? "/" : "/fields/") + key;
    }
    return refusals;
}

desk::Draft with_reasons(desk::Draft draft, const JsonObject& body) {
    if (const auto* kept = object_in(body, "kept"))
        for (const auto& one : *kept)
            draft.fields["keep-" + std::string(one.key())] = text_of(one.value());
    return draft;
}

casework::Filled filled_in(const ApiCall& api, const DraftView& view) {
    auto filled = filled_of(view, api.caller(), api.house);
    if (const auto* release = object_in(api.body, "release"))
        filled.release = releasing_of(*release);
    if (const auto* late = object_in(api.body, "late"))
        filled.why_late = record::Lateness{trim(text_in(*late, "reason")), trim(text_in(*late, "kept_safe"))};
    return filled;
}

http::Response sign(const ApiCall& api, const DraftView& view) {
    auto refusals = view.when_refusals;
    refusals.insert(refusals.end(), view.read.refusals.begin(), view.read.refusals.end());
    auto written = casework::record_form(act_of(api.house, api.caller()), *view.open->child, {*view.type, view.asked}, filled_in(api, view));
    if (!written)
        refusals.insert(refusals.end(), written.refusals().begin(), written.refusals().end());
    if (!refusals.empty())
        return api_refused(at_fields(refusals));
    auto appended = append(api.house, api.caller(), *view.open, access::Act::Sign, on_type(api.house, view.type->id), view.draft.form, *written);
    if (!appended && appended.refusal().code == "changed-meanwhile")
        return api_refused({refuse("changed-meanwhile", "Somebody wrote in this record meanwhile. Nothing is lost: sign again.")});
    if (!appended)
        return api_not_found();
    auto entry = appended->entries.front().id;
    if (auto marked = api.house.desk.mark_signed(view.draft.draft, entry, view.draft.version, api.house.now()); !marked)
        return api_refused(marked.refusals(), 409);
    note_signed(api.house, api.caller(), view, entry);
    return api_written(entry, appended->tree_size, appended->already);
}

} // namespace

http::Response api_begin_draft(const ApiCall& api) {
    auto fresh = new_draft(api);
    if (!fresh)
        return api_refused(fresh.refusals());
    auto draft = api.house.desk.begin_draft(*fresh, api.house.now());
    if (!draft)
        return api_refused(draft.refusals());
    return save(api, *draft, 0, 201);
}

http::Response api_draft(const ApiCall& api) {
    auto draft = own_draft(api.house, api.call);
    if (!draft)
        return api_not_found();
    auto view = view_of(api.house, api.caller(), *draft);
    return view ? api_answer(draft_json(api.house, *view)) : api_not_found();
}

http::Response api_save_draft(const ApiCall& api) {
    auto number = number_in(api.body, "version");
    auto written = written_draft(api.house, api.call);
    if (!written || !number)
        return api_not_found();
    auto version = static_cast<std::uint64_t>(std::max<std::int64_t>(*number, 0));
    if (auto draft = own_draft(api.house, api.call); draft)
        return save(api, *draft, version, 200);
    auto kept = api.house.desk.set_aside(save_of(api, *written, version)); // beside a draft that its writer may not read any more
    return kept ? api_not_found() : api_refused(kept.refusals(), 409);
}

http::Response api_sign_draft(const ApiCall& api) {
    auto draft = own_draft(api.house, api.call);
    if (!draft || draft->put_away)
        return api_not_found();
    if (form_number(api.call) != draft->form)
        return api_refused({refuse("another-form", "Send the form number with which the draft was begun", "/form")});
    if (draft->signed_as)
        return api_written(*draft->signed_as, api.house.ledger.size(), true);
    auto view = view_of(api.house, api.caller(), with_reasons(*draft, api.body));
    if (!view)
        return api_not_found();
    if (!view->open || !view->type)
        return api_refused({refuse("no-child", "Begin the draft with a child and a record type; this one has none", view->open ? "/type" : "/child")});
    return sign(api, *view);
}

} // namespace lifestory::web::pages
