#include "web/pages/api_drafts.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "casework/record_form.h"
#include "web/pages/api_acts.h"
#include "web/pages/api_due.h"
#include "web/pages/api_types.h"
#include "web/pages/arriving_files.h"
#include "web/pages/differences.h"
#include "web/pages/draft_findings.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/letter_guard.h"
#include "web/pages/one_visit.h"
#include "web/pages/pulled_through.h"
#include "web/pages/same_words.h"
#include "web/pages/written_letter.h"
#include "web/pages/written_letter_draft.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

std::string text_of(const Json& value) { return {value.get_string().data(), value.get_string().size()}; }

desk::Fields fields_in(const JsonObject& body) {
    desk::Fields fields;
    if (const auto* given = object_in(body, "fields"))
        for (const auto& one : *given)
            fields[std::string(one.key())] = text_of(one.value());
    return without_those_beside(fields); // another child's part is a draft of its own
}

JsonObject fields_json(const desk::Fields& fields) {
    JsonObject all;
    for (const auto& [name, value] : fields)
        all[name] = value;
    return all;
}

// ---- saving

// Of a visit to several children: the version of what is the same for all, and the other children's parts.
void add_one_visit(const House& house, const Caller& caller, const desk::Draft& draft, JsonObject& all) {
    if (!draft.same_for_all)
        return;
    auto for_all = house.desk.draft(*draft.same_for_all);
    if (!for_all)
        return;
    JsonArray others;
    for (const auto& other : other_parts(house, caller, draft))
        others.push_back(JsonObject{{"child", other.open.record.hex()}, {"draft", other.draft.draft.hex()}, {"form", other.draft.form.hex()},
                                    {"is_signed", other.draft.signed_as.has_value()}});
    all["version_for_all"] = for_all->version;
    all["also"] = others;
}

http::Response saved_answer(const ApiCall& api, DraftId number, const desk::Saved& saved, int status) {
    JsonArray differences;
    for (const auto& one : saved.differences)
        differences.push_back(JsonObject{{"field", one.field}, {"before", one.before}, {"yours", one.yours}, {"theirs", one.theirs}});
    JsonObject all{{"draft", number.hex()}, {"version", saved.version}, {"saved_at", calendar::utc(saved.at)},
                   {"fields", fields_json(saved.fields)}, {"differences", differences}};
    if (saved.other)
        all["other"] = saved.other->full_name;
    if (auto draft = api.house.desk.draft(number); draft)
        add_one_visit(api.house, api.caller(), *draft, all);
    return api_answer(all, status);
}

desk::Save save_of(const ApiCall& api, const desk::Draft& draft, std::uint64_t version) {
    auto fields = fields_in(api.body);
    for (const auto& [name, value] : draft.fields)
        if (is_of_pulled(name))
            fields.insert_or_assign(name, value);
    return {draft.draft, version, std::move(fields), first(text_in(api.body, "stopped_at"), 200), api.caller().writer(), api.house.now()};
}

// Who was told of the differences sends what should stand.
Result<desk::Saved> save_or_settle(const ApiCall& api, const desk::Save& wanted) {
    auto unsettled = api.house.desk.unsettled(wanted.draft, api.caller().worker());
    bool has_read_both = unsettled && unsettled->version == wanted.version;
    return has_read_both ? api.house.desk.settle(wanted) : api.house.desk.save(wanted);
}

// Of a visit to several children the fields go to the child's part and to what is the same for all, each over its own version.
Result<desk::Saved> save_both(const ApiCall& api, const desk::Draft& draft, desk::Save wanted) {
    const auto* type = draft.same_for_all ? api.house.pack().record_type(draft.record_type) : nullptr;
    if (!type)
        return save_or_settle(api, wanted);
    auto both = parted(*type, wanted.fields);
    wanted.fields = both.own;
    auto saved = TRY(save_or_settle(api, wanted));
    wanted.draft = *draft.same_for_all;
    wanted.version = static_cast<std::uint64_t>(std::max<std::int64_t>(number_in(api.body, "version_for_all").value_or(0), 0));
    wanted.fields = both.for_all;
    auto for_all = TRY(save_or_settle(api, wanted));
    saved.fields.insert(for_all.fields.begin(), for_all.fields.end());
    saved.differences.insert(saved.differences.end(), for_all.differences.begin(), for_all.differences.end());
    if (!saved.other)
        saved.other = for_all.other;
    return saved;
}

std::vector<RecordNumber> also_visited_in(const JsonObject& body) {
    std::vector<RecordNumber> children;
    if (const auto* also = array_in(body, "also"))
        for (const auto& one : *also)
            if (auto child = RecordNumber::parse(text_of(one)))
                children.push_back(*child);
    return children;
}

http::Response save(const ApiCall& api, const desk::Draft& draft, std::uint64_t version, int status) {
    auto saved = save_both(api, draft, save_of(api, draft, version));
    if (!saved)
        return api_refused(saved.refusals(), 409);
    auto also = also_visited_in(api.body);
    auto kept = also.empty() ? Result<desk::Draft>(draft) : api.house.desk.draft(draft.draft);
    auto together = also.empty() || !kept ? std::move(kept) : visit_together(api.house, api.caller(), *kept, also);
    if (!together)
        return api_refused(together.refusals(), 409);
    if (!also.empty())
        saved->version = together->version;
    return saved_answer(api, draft.draft, *saved, status);
}

// Who was visited too: brothers and sisters for whom this caller may record the same.
bool may_visit_too(const ApiCall& api, const access::OpenRecord& open, const policy::RecordType* type) {
    if (!api.body.contains("also"))
        return true;
    auto children = also_visited_in(api.body);
    auto could = type ? brothers_and_sisters(api.house, api.caller(), open, *type) : std::vector<access::OpenRecord>{};
    return !children.empty() && std::ranges::all_of(children, [&](const auto& child) { return std::ranges::find(could, child, &access::OpenRecord::record) != could.end(); });
}

// A child may only be one in whose record this caller may write such a thing.
Result<desk::NewDraft> new_draft(const ApiCall& api) {
    const auto& house = api.house;
    desk::NewDraft fresh{form_number(api.call), api.caller().writer(), std::nullopt, text_in(api.body, "type")};
    if (!fresh.record_type.empty() && !house.pack().record_type(fresh.record_type))
        return refuse("no-type", "The pack in force has no record type of this id", "/type");
    if (!api.body.contains("child") && api.body.contains("also"))
        return refuse("no-child", "Say which child was visited first, then who else was", "/child");
    if (!api.body.contains("child"))
        return fresh;
    fresh.record = TRY(RecordNumber::parse(text_in(api.body, "child")));
    auto open = TRY(house.door.open(api.caller().visitor, *fresh.record, std::nullopt, house.now()));
    const auto* type = house.pack().record_type(fresh.record_type);
    if (!open.may(access::Act::Write, on_type(house, fresh.record_type)) || !may_visit_too(api, open, type))
        return refuse("not-found", "There is nothing here");
    return fresh;
}

// ---- a letter that begins from the pack's text

// Absent: no letter was asked for.
Result<std::optional<desk::Fields>> letter_asked(const ApiCall& api) {
    if (!api.body.contains("to"))
        return std::optional<desk::Fields>();
    const auto* type = api.house.pack().record_type(text_in(api.body, "type"));
    if (!type || type->letter.empty())
        return refuse("no-letter", "Only a record type that is a letter of the pack has a \"to\"; leave it out", "/to");
    auto child = TRY(RecordNumber::parse(text_in(api.body, "child")));
    auto open = TRY(api.house.door.open(api.caller().visitor, child, std::nullopt, api.house.now()));
    const auto to = text_in(api.body, "to");
    auto person = PersonNumber::parse(to);
    const auto known = may_be_written_to(open);
    if (to != "nobody" && (!person || std::ranges::none_of(known, [&](const auto* one) { return one->person == *person; })))
        return refuse("no-recipient", "Say who it goes to: somebody of the child's family who is alive, or \"nobody\" for somebody who is not in the record", "/to");
    return std::optional(letter_fields(api.house, api.caller(), open, *type, to == "nobody" ? std::nullopt : std::optional(*person)));
}

http::Response begin_letter(const ApiCall& api, const desk::Draft& draft, const desk::Fields& fields) {
    auto saved = api.house.desk.save({draft.draft, 0, fields, "", api.caller().writer(), api.house.now()});
    return saved ? saved_answer(api, draft.draft, *saved, 201) : api_refused(saved.refusals(), 409);
}

void add_letter(const DraftView& view, JsonObject& all) {
    if (!is_written_letter(view))
        return;
    JsonArray filled;
    for (const auto& one : still_filled(view))
        filled.push_back(JsonObject{{"what", one.what}, {"value", one.value}, {"source", one.source}});
    all["filled_in"] = JsonObject{{"values", filled}, {"digest", digest_of(still_filled(view))}, {"is_confirmed", is_confirmed(view)}};
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

JsonObject draft_json(const House& house, const Caller& caller, const DraftView& view) {
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
    add_one_visit(house, caller, draft, all);
    add_letter(view, all);
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
    const auto filled = filled_in(api, view);
    auto written = casework::record_form(act_of(api.house, api.caller()), *view.open->child, {*view.type, view.asked}, filled);
    for (auto& refusal : letter_refusals(api.house, view, filled.form))
        refusals.push_back(std::move(refusal));
    if (is_still_arriving(api.house, view.draft, *view.type))
        refusals.push_back(refuse("file-arriving", "A file is not all here yet: send the rest of it, or give it up."));
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
    auto letter = letter_asked(api);
    if (!letter)
        return api_refused(letter.refusals());
    auto draft = api.house.desk.begin_draft(*fresh, api.house.now());
    if (!draft)
        return api_refused(draft.refusals());
    if (*letter && draft->version == 0)
        return begin_letter(api, *draft, **letter);
    return save(api, *draft, 0, 201);
}

http::Response api_draft(const ApiCall& api) {
    auto draft = own_draft(api.house, api.call);
    if (!draft)
        return api_not_found();
    auto view = view_of(api.house, api.caller(), *draft);
    return view ? api_answer(draft_json(api.house, api.caller(), *view)) : api_not_found();
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
    if (is_unsettled(api.house, api.caller(), *draft))
        return api_refused({refuse("differences", fmt::format("Two people wrote different words here. Choose between them at /drafts/{}/differences, then sign", draft->draft.hex()))}, 409);
    auto view = view_of(api.house, api.caller(), with_reasons(*draft, api.body));
    if (!view)
        return api_not_found();
    if (!view->open || !view->type)
        return api_refused({refuse("no-child", "Begin the draft with a child and a record type; this one has none", view->open ? "/type" : "/child")});
    return sign(api, *view);
}

} // namespace lifestory::web::pages
