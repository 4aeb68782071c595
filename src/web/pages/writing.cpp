#include "web/pages/writing.h"

#include <algorithm>

#include "access/facts.h"
#include "base/json.h"
#include "base/text.h"
#include "web/pages/about_child.h"
#include "web/pages/draft_findings.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/letter_draft.h"
#include "web/pages/posted_words.h"
#include "web/pages/proposed_item.h"
#include "web/pages/record_page.h"
#include "web/pages/refused_save.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// What this page sent before without hearing an answer comes along as it was sent. Where it had arrived, these words were
// written over the version that it became: nobody differs with himself.
std::uint64_t began_from(const House& house, const Call& call, const desk::Draft& draft) {
    auto version = version_of(call);
    auto unanswered = call.form.all("unanswered");
    if (unanswered.empty())
        return version;
    auto versions = house.desk.earlier_versions(draft.draft);
    versions.push_back({draft.version, draft.saved_by, draft.updated, draft.fields, false});
    for (const auto& body : unanswered) {
        auto posted = http::read_urlencoded(body);
        auto words = posted ? desk::clean_fields(words_of(*posted)) : Result<desk::Fields>(posted.refusal());
        for (const auto& one : versions)
            if (words && one.fields == *words && !one.set_aside && one.by.worker == call.caller<Caller>().worker())
                version = std::max(version, one.version);
    }
    return version;
}

desk::Save save_of(const House& house, const Call& call, const desk::Draft& draft) {
    const auto& caller = call.caller<Caller>();
    return {draft.draft, began_from(house, call, draft), words_of(call.form.fields), first(call.form.get("cursor"), 200), caller.writer(), house.now()};
}

// Opens the record that the draft is about: a look is noted.
bool may_read(const House& house, const Caller& caller, const desk::Draft& draft) {
    return !draft.record || house.door.open(caller.visitor, *draft.record, std::nullopt, house.now()).has_value();
}

// The draft of the posted form: as it is, or made by this first word. A child may only be one that the caller may open.
Result<desk::Draft> draft_of_form(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto form = FormNumber::parse(call.form.get("form_number"));
    if (!form)
        return refuse("not-found", "This page has lost its form number. Copy your words and open the page again.");
    if (auto there = house.desk.draft_of_form(*form))
        return house.desk.begin_draft({*form, caller.writer(), std::nullopt, ""}, house.now()); // as it is, to who writes in it
    desk::NewDraft fresh{*form, caller.writer(), std::nullopt, std::string(call.form.get("type"))};
    if (auto child = RecordNumber::parse(call.form.get("child")); child) {
        TRY(house.door.open(caller.visitor, *child, std::nullopt, house.now()));
        fresh.record = *child;
    }
    if (!fresh.record_type.empty() && !house.pack().record_type(fresh.record_type))
        return refuse("not-found", "There is no such kind of record.");
    return house.desk.begin_draft(fresh, house.now());
}

// "Write it down now" says which child and what kind later, and may say otherwise, or nothing again: only a page that
// asks carries these fields.
Outcome choose_later(const House& house, const Call& call, const desk::Draft& draft) {
    const auto& caller = call.caller<Caller>();
    auto child = RecordNumber::parse(call.form.get("child"));
    if (child && draft.record != *child) {
        if (!house.door.open(caller.visitor, *child, std::nullopt, house.now()))
            return refuse("no-child", "Choose another child: this record is not open to you", "child");
        TRY(house.desk.choose_child(draft.draft, *child, house.now()));
    } else if (draft.record && call.form.has("child") && call.form.get("child").empty()) {
        TRY(house.desk.choose_child(draft.draft, std::nullopt, house.now()));
    }
    auto type = std::string(call.form.get("type"));
    if (call.form.has("type") && type != draft.record_type && (type.empty() || house.pack().record_type(type)))
        TRY(house.desk.choose_record_type(draft.draft, type, house.now()));
    return Nothing{};
}

JsonObject saved_json(const House& house, const Caller& caller, const desk::Saved& saved, const desk::Fields& posted, const desk::Draft& draft) {
    auto number = draft.draft.hex();
    JsonObject body{{"draft", number}, {"version", saved.version}, {"saved_at", calendar::utc(saved.at)},
                    {"saved_line", "Saved " + calendar::clock_time(saved.at)}, {"save", "/drafts/" + number},
                    {"offline_key", offline_key(house, caller, draft)}};
    JsonObject merged;
    auto is_of_both = [&](const std::string& name) { return std::ranges::find(saved.differences, name, &desk::Difference::field) != saved.differences.end(); };
    for (const auto& [name, value] : saved.fields)
        if (auto mine = posted.find(name); !is_of_both(name) && (mine == posted.end() ? std::string() : mine->second) != value)
            merged[name] = value;
    body["merged"] = merged;
    if (saved.other)
        body["others"] = JsonArray{Json(saved.other->full_name)};
    if (!saved.differences.empty())
        body["differences"] = "/drafts/" + number + "/differences";
    auto locks = desk::ends_at(caller.session);
    body["locks_at"] = calendar::utc(locks);
    body["locks_line"] = calendar::clock_time(locks);
    body["locks_in"] = std::chrono::duration_cast<std::chrono::seconds>(locks - caller.session.last_seen).count();
    return body;
}

void add_judgement(const House& house, JsonObject& body, const DraftView& view) {
    body["findings"] = findings_json(view);
    body["reading_age"] = reading_age_json(house, view);
    body["proposed"] = proposed_json(view);
    auto words = due_words(view);
    if (!words.empty() && view.open)
        body["due"] = JsonObject{{"words", words}, {"href", "/drafts/" + view.draft.draft.hex() + "/due"}};
}

// A post after the session ended: kept for its writer, who signs in and goes on.
Response kept_for_later(const House& house, const Call& call, const desk::Draft& draft) {
    if (wants_json(call.request))
        return http::json(to_text(JsonObject{{"message", "Locked. Nothing is lost."}}), 401);
    return http::see_other("/session?kept=" + percent_encoded(calendar::clock_time(house.now())) + "&then=" +
                           percent_encoded("/drafts/" + draft.draft.hex()));
}

Response after_saving(const Call& call, const desk::Draft& draft, const desk::Saved& saved) {
    auto number = draft.draft.hex();
    if (!saved.differences.empty())
        return redirect(path("/drafts/{}/differences", number));
    auto then = call.form.get("then");
    if (then == "check")
        return redirect(path("/drafts/{}/check", number));
    if (then == "tell" && draft.record)
        return redirect(path("/supervision/asking?child={}", draft.record->hex()));
    if (then == "leave")
        return draft.record ? redirect(path("/children/{}", draft.record->hex())) : redirect(url("/"));
    auto at = call.form.has("more") ? "#item." + std::string(call.form.get("more")) : "#" + std::string(call.form.get("save-after"));
    return http::see_other("/drafts/" + number + (at.size() > 1 ? at : ""));
}

// Of who may not open the record any more: the words are kept beside the draft, and nothing that stands in it is answered.
Response keep_aside(const House& house, const Call& call, const desk::Draft& draft) {
    const auto& caller = call.caller<Caller>();
    auto wanted = save_of(house, call, draft);
    if (auto kept = house.desk.set_aside(wanted); !kept)
        return refused_save(house, call, draft, kept.refusal());
    if (caller.standing == Standing::LatePost)
        return kept_for_later(house, call, draft);
    if (!wants_json(call.request))
        return redirect(url("/drafts"));
    return http::json(to_text(saved_json(house, caller, {version_of(call), wanted.at, wanted.fields, {}, {}}, wanted.fields, draft)));
}

// [Use] beside what was gathered for a letter.
Response use_line(const House& house, const Caller& caller, const desk::Draft& draft, std::string_view line) {
    auto view = view_of(house, caller, draft);
    if (!view || !is_letter(*view))
        return not_found(house);
    auto fields = fields_with_line(house, caller, *view, line);
    if (fields != draft.fields && !house.desk.save({draft.draft, draft.version, fields, "item.letter", caller.writer(), house.now()}))
        return not_found(house);
    return http::see_other("/drafts/" + draft.draft.hex() + "#item.letter");
}

Response save(const House& house, const Call& call, const desk::Draft& draft) {
    const auto& caller = call.caller<Caller>();
    if (!may_read(house, caller, draft))
        return keep_aside(house, call, draft);
    auto wanted = save_of(house, call, draft);
    auto saved = house.desk.save(wanted);
    auto chosen = saved ? choose_later(house, call, draft) : Outcome(saved.refusals());
    auto now_kept = house.desk.draft(draft.draft);
    if (!now_kept || !chosen)
        return refused_save(house, call, now_kept ? *now_kept : draft, now_kept ? chosen.refusal() : now_kept.refusal());
    if (caller.standing == Standing::LatePost)
        return kept_for_later(house, call, *now_kept);
    house.desk.remember_form(caller.session.hash, draft.form);
    if (call.form.get("then") == "ask" && !house.desk.ask_manager(draft.draft, house.now()))
        return not_found(house);
    if (auto line = call.form.get("use"); !line.empty() && saved->differences.empty())
        return use_line(house, caller, *now_kept, line);
    if (!wants_json(call.request))
        return after_saving(call, *now_kept, *saved);
    auto body = saved_json(house, caller, *saved, wanted.fields, *now_kept);
    if (auto view = view_of(house, caller, *now_kept); view)
        add_judgement(house, body, *view);
    return http::json(to_text(body));
}

// A colleague allocated to the same child may write in the draft too: a joint visit has one draft (pages.md 6.9).
bool works_on_it_too(const House& house, const Call& call, const desk::Draft& draft) {
    if (!draft.record)
        return false;
    auto tied = access::facts_of(call.caller<Caller>().visitor.who, *draft.record, house.index, *house.door.authority(), house.now()).relations;
    return tied.has(access::Relation::AllocatedWorker) || tied.has(access::Relation::CoWorker);
}

// A manager who gave a reason, for as long as the owner is in the line below.
bool reached_it(const House& house, const Call& call, const desk::Draft& draft) {
    const auto& caller = call.caller<Caller>();
    auto openings = house.desk.openings(draft.draft);
    return house.door.stands_above(caller.visitor, draft.owner.worker) &&
           std::any_of(openings.begin(), openings.end(), [&](const auto& opening) { return opening.by.worker == caller.worker(); });
}

Response first_word(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto form = FormNumber::parse(call.form.get("form_number"));
    if (caller.standing == Standing::LatePost && !(form && house.desk.remembers_form(caller.session.hash, *form)))
        return not_found(house);
    auto draft = draft_of_form(house, call);
    return draft ? save(house, call, *draft) : refused_words(house, call, draft.refusal());
}

Response save_again(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = written_draft(house, call);
    if (!draft)
        return refused_save(house, call, {}, draft.refusal());
    if (caller.standing == Standing::LatePost && !house.desk.remembers_form(caller.session.hash, draft->form))
        return not_found(house);
    return save(house, call, *draft);
}

Response first_shown(const House& house, const Caller& caller, const desk::Draft& draft) {
    auto view = view_of(house, caller, draft);
    if (!view)
        return not_found(house);
    house.desk.remember_form(caller.session.hash, draft.form);
    return record_page(house, caller, *view, {});
}

Response show_draft(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = own_draft(house, call);
    if (!draft || draft->signed_as || draft->put_away)
        return draft && draft->signed_as && draft->record ? redirect(path("/children/{}/entries/{}", draft->record->hex(), draft->signed_as->hex()))
                                                          : not_found(house);
    if (house.desk.unsettled(draft->draft, caller.worker()))
        return redirect(path("/drafts/{}/differences", draft->draft.hex()));
    return first_shown(house, caller, *draft);
}

// What is most often true stands there to be changed. Nothing about being seen or safe is among it.
desk::Fields most_often_so(const House& house, const access::OpenRecord& open, const policy::RecordType& type) {
    desk::Fields fields;
    auto propose = [&](const char* id, const char* value) {
        const auto* item = type.item(id);
        if (item && std::any_of(item->choices.begin(), item->choices.end(), [&](const auto& choice) { return choice.name == value; }))
            fields[std::string("item.") + id] = value;
    };
    propose("place", "where you live");
    auto judged = judge(house, open);
    if (!status_lines(house.pack(), judged.statuses, house.today()).empty()) // a plan, or looked after
        propose("purpose", "plan visit");
    return fields;
}

// The page before its first word: nothing is stored by opening it.
Response show_empty(const House& house, const Call& call, const std::string& type) {
    const auto& caller = call.caller<Caller>();
    auto open = open_child(house, call);
    const auto* known = house.pack().record_type(type);
    if (!open || !known || !open->may(access::Act::Write, on_type(house, type)))
        return not_found(house);
    desk::Draft draft;
    draft.form = FormNumber::random();
    draft.owner = draft.saved_by = caller.writer();
    draft.record = open->record;
    draft.record_type = type;
    if (known->is_like("visit"))
        draft.fields = most_often_so(house, *open, *known);
    if (known->id == record::letter_type)
        put_day(draft.fields, "when", house.today());
    return first_shown(house, caller, draft);
}

// The letter that this worker has begun for this child, else an empty one.
Response show_letter(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto open = open_child(house, call);
    if (!open || !open->may(access::Act::Write, on_type(house, record::letter_type)))
        return not_found(house);
    for (const auto& draft : house.desk.drafts_of(caller.worker()))
        if (draft.record == open->record && draft.record_type == record::letter_type)
            return redirect(path("/drafts/{}", draft.draft.hex()));
    return show_empty(house, call, std::string(record::letter_type));
}

Response show_visit(const House& house, const Call& call) { return show_empty(house, call, "visit"); }

Response show_note(const House& house, const Call& call) {
    auto type = std::string(call.request.query.get("type"));
    return show_empty(house, call, type.empty() ? "case-note" : type);
}

// "Write it down now".
Response show_quick_note(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    desk::Draft draft;
    draft.form = FormNumber::random();
    draft.owner = draft.saved_by = caller.writer();
    return first_shown(house, caller, draft);
}

} // namespace

Result<desk::Draft> written_draft(const House& house, const Call& call) {
    auto number = TRY(DraftId::parse(call.parameter("draft")));
    auto draft = TRY(house.desk.draft(number));
    auto worker = call.caller<Caller>().worker();
    bool writes = std::any_of(draft.writers.begin(), draft.writers.end(), [&](const auto& writer) { return writer.worker == worker; });
    if (draft.owner.worker != worker && !writes && !reached_it(house, call, draft) && !works_on_it_too(house, call, draft))
        return refuse("not-found", "There is no such draft.");
    return draft;
}

Result<desk::Draft> own_draft(const House& house, const Call& call) {
    auto draft = TRY(written_draft(house, call));
    if (!may_read(house, call.caller<Caller>(), draft))
        return refuse("not-found", "There is no such draft.");
    return draft;
}

std::vector<http::Route> writing_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/visit", Reach::Worker, to(show_visit)},
            {Method::Get, "/children/{child}/note", Reach::Worker, to(show_note)},
            {Method::Get, "/children/{child}/update", Reach::Worker, to(show_letter)},
            {Method::Get, "/note", Reach::Worker, to(show_quick_note)},
            {Method::Post, "/drafts", Reach::Worker, to(first_word)},
            {Method::Get, "/drafts/{draft}", Reach::Worker, to(show_draft)},
            {Method::Post, "/drafts/{draft}", Reach::Worker, to(save_again)}};
}

} // namespace lifestory::web::pages
