#include "web/pages/writing.h"

#include <algorithm>

#include <fmt/format.h>

#include "access/facts.h"
#include "base/json.h"
#include "base/text.h"
#include "web/http/form.h"
#include "web/pages/about_child.h"
#include "web/pages/draft_entries.h"
#include "web/pages/draft_files.h"
#include "web/pages/draft_length.h"
#include "web/pages/draft_findings.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/letter_draft.h"
#include "web/pages/moved_sentence.h"
#include "web/pages/posted_words.h"
#include "web/pages/differences.h"
#include "web/pages/one_visit_page.h"
#include "web/pages/proposed_item.h"
#include "web/pages/record_page.h"
#include "web/pages/refused_save.h"
#include "web/pages/save_parts.h"
#include "web/pages/who_is_asked.h"
#include "web/pages/written_letter_draft.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

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
    if (draft.same_for_all) // of a visit to several children each part is one child's
        return Nothing{};
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

void add_judgement(const House& house, const Caller& caller, JsonObject& body, DraftView& view) {
    auto proposed = proposed_json(view);
    if (auto other = part_beside(house, caller, view)) {
        show_findings_of(view, *other);
        for (const auto& [item, words] : proposed_json(*other))
            proposed[item] = words;
    }
    body["findings"] = findings_json(view);
    body["reading_age"] = reading_age_json(house, view);
    body["lengths"] = lengths_json(view);
    body["proposed"] = proposed;
    if (view.for_all)
        body["parts"] = states_json(house, caller, view);
    auto words = due_words(view);
    if (!words.empty() && view.open)
        body["due"] = JsonObject{{"words", words}, {"href", "/drafts/" + view.draft.draft.hex() + "/due"}};
}

// A post after the session ended: kept for its writer, who signs in and goes on.
Response kept_for_later(const House& house, const Call& call, const desk::Draft& draft) {
    if (wants_json(call.request))
        return http::json(to_text(JsonObject{{"message", "Locked. Nothing is lost."}}), 401);
    const auto here = caller_of(house, call.request); // somebody else may be signed in at this browser by now: they are led to no draft
    const bool is_somebody_else = here && here->worker() != call.caller<Caller>().worker() && desk::state(here->session, house.now()) == desk::SessionState::Open;
    return http::see_other("/session?kept=" + percent_encoded(calendar::clock_time(house.now())) +
                           (is_somebody_else ? std::string() : "&then=" + percent_encoded("/drafts/" + draft.draft.hex())));
}

// Of a visit to several children a press says whose part it is about: "check:DRAFT", "part:DRAFT", "start:DRAFT".
std::optional<Url> to_a_part(const House& house, const Caller& caller, const desk::Draft& draft, std::string_view then) {
    std::vector<std::string> parts{draft.draft.hex()};
    for (const auto& other : other_parts(house, caller, draft))
        parts.push_back(other.draft.draft.hex());
    auto what = then.substr(0, then.find(':'));
    for (const auto& number : parts) {
        if (then != fmt::format("{}:{}", what, number))
            continue;
        if (what == "check")
            return path("/drafts/{}/check", number);
        return what == "start" ? path("/drafts/{}/start", number) : path("/drafts/{}", number);
    }
    return std::nullopt;
}

// Children ticked as visited too get parts of their own.
bool visit_too(const House& house, const Caller& caller, const desk::Draft& draft, const std::vector<std::string>& also) {
    std::vector<RecordNumber> children;
    for (const auto& one : also)
        if (auto child = RecordNumber::parse(one))
            children.push_back(*child);
    return !children.empty() && draft.record && visit_together(house, caller, draft, children).has_value();
}

// Of a visit to several children a sentence was to go to another child's part.
Response after_moving(const House& house, const Caller& caller, const desk::Draft& draft, const Result<std::string>& moved) {
    if (moved)
        return http::see_other("/drafts/" + draft.draft.hex() + *moved);
    auto view = view_of(house, caller, draft);
    return view ? record_page(house, caller, *view, moved.refusals()) : not_found(house);
}

// [These are right: check and sign] and [This address is right] of a letter that began from the pack's text.
Response after_letter_press(const House& house, const Caller& caller, const desk::Draft& draft, std::string_view then) {
    auto view = view_of(house, caller, draft);
    if (!view || !is_written_letter(*view))
        return not_found(house);
    if (then == "address") {
        auto said = say_address_right(house, caller, *view);
        return said ? http::see_other("/drafts/" + draft.draft.hex() + "#filled") : record_page(house, caller, *view, said.refusals());
    }
    auto fields = fields_said_right(*view, then.substr(6));
    if (fields != draft.fields && !house.desk.save({draft.draft, draft.version, fields, draft.stopped_at, caller.writer(), house.now()}))
        return not_found(house);
    return redirect(path("/drafts/{}/check", draft.draft.hex())); // which says what stands there that was not shown
}

Response after_saving(const House& house, const Call& call, const desk::Draft& draft, const SavedParts& saved) {
    const auto& caller = call.caller<Caller>();
    auto number = draft.draft.hex();
    if (auto differs = where_they_differ(saved, draft))
        return redirect(*differs);
    if (visit_too(house, caller, draft, call.form.all("also")))
        return redirect(path("/drafts/{}", number));
    auto then = call.form.get("then");
    if (auto moved = move_pressed(house, caller, draft, then))
        return after_moving(house, caller, draft, *moved);
    if (then == "check")
        return redirect(path("/drafts/{}/check", number));
    if (then.starts_with("right:") || then == "address")
        return after_letter_press(house, caller, draft, then);
    if (then == "tell" && draft.record)
        return redirect(path("/supervision/asking?child={}", draft.record->hex()));
    if (auto item = item_with_files(then); item && draft.record)
        return redirect(path("/drafts/{}/files/{}", number, *item));
    if (auto item = item_with_entries(then); item && draft.record)
        return redirect(path("/drafts/{}/entries/{}", number, *item));
    if (then == then_who_is_asked && draft.record)
        return redirect(path("/drafts/{}/who-is-asked", number));
    if (then == "leave")
        return draft.record ? redirect(path("/children/{}", draft.record->hex())) : redirect(url("/"));
    if (auto other = to_a_part(house, caller, draft, then))
        return redirect(*other);
    auto row = row_asked(call.form.get("remove"));
    auto at = "#" + (call.form.has("more")     ? row_asked(call.form.get("more"))
                     : call.form.has("remove") ? row.substr(0, row.rfind('.'))
                                               : std::string(call.form.get("save-after")));
    return http::see_other("/drafts/" + number + (at.size() > 1 ? at : ""));
}

// Of who may not open the record any more: the words are kept beside the draft, and nothing that stands in it is answered. Another
// child's part of the same visit is saved, if that child's record is still open to them.
Response keep_aside(const House& house, const Call& call, const desk::Draft& draft) {
    const auto& caller = call.caller<Caller>();
    auto parts = posted_parts(house, call, draft);
    const bool writes_another = std::ranges::any_of(parts, [](const auto& part) { return !part.prefix.empty() && !part.is_closed; });
    for (auto& part : parts)
        if (part.prefix.empty()) // the page's own, and what is the same for all
            part.is_closed = part.is_of_page() || !writes_another;
    auto kept = save_parts(house, parts);
    if (!kept)
        return refused_save(house, call, draft, kept.refusal());
    if (caller.standing == Standing::LatePost)
        return kept_for_later(house, call, draft);
    if (!wants_json(call.request))
        return redirect(url("/drafts"));
    return http::json(to_text(saved_json(house, caller, *kept, draft)));
}

// [Use] beside what was gathered for a letter.
Response use_line(const House& house, const Caller& caller, const desk::Draft& draft, std::string_view line) {
    auto view = view_of(house, caller, draft);
    if (!view || !is_letter(*view))
        return not_found(house);
    auto fields = fields_with_line(house, caller, *view, line);
    auto at = draft.stopped_at.starts_with("item.letter:") ? draft.stopped_at : std::string("item.letter");
    if (fields != draft.fields && !house.desk.save({draft.draft, draft.version, fields, at, caller.writer(), house.now()}))
        return not_found(house);
    return http::see_other("/drafts/" + draft.draft.hex() + "#item.letter");
}

Response save(const House& house, const Call& call, const desk::Draft& draft) {
    const auto& caller = call.caller<Caller>();
    if (!may_read(house, caller, draft))
        return keep_aside(house, call, draft);
    auto saved = save_parts(house, posted_parts(house, call, draft));
    auto chosen = saved ? choose_later(house, call, draft) : Outcome(saved.refusals());
    auto now_kept = house.desk.draft(draft.draft);
    if (!now_kept || !chosen)
        return refused_save(house, call, now_kept ? *now_kept : draft, now_kept ? chosen.refusal() : now_kept.refusal());
    if (caller.standing == Standing::LatePost)
        return kept_for_later(house, call, *now_kept);
    house.desk.remember_form(caller.session.hash, draft.form);
    if (call.form.get("then") == "ask" && !house.desk.ask_manager(draft.draft, house.now()))
        return not_found(house);
    if (auto line = call.form.get("use"); !line.empty() && !where_they_differ(*saved, *now_kept))
        return use_line(house, caller, *now_kept, line);
    if (!wants_json(call.request))
        return after_saving(house, call, *now_kept, *saved);
    auto body = saved_json(house, caller, *saved, *now_kept);
    if (auto view = view_of(house, caller, *now_kept); view)
        add_judgement(house, caller, body, *view);
    return http::json(to_text(body));
}

// A colleague allocated to the same child may write in the draft too: a joint visit has one draft (pages.md 6.9).
bool works_on_it_too(const House& house, const Caller& caller, const desk::Draft& draft) {
    if (!draft.record)
        return false;
    auto tied = access::facts_of(caller.visitor.who, *draft.record, house.index, *house.door.authority(), house.now()).relations;
    return tied.has(access::Relation::AllocatedWorker) || tied.has(access::Relation::CoWorker);
}

// A manager who gave a reason, for as long as the owner is in the line below.
bool reached_it(const House& house, const Caller& caller, const desk::Draft& draft) {
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

Response first_shown(const House& house, const Caller& caller, const Result<DraftView>& view, const Html& moved = {}) {
    if (!view)
        return not_found(house);
    house.desk.remember_form(caller.session.hash, view->draft.form);
    return record_page(house, caller, *view, {}, moved);
}

Response show_draft(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto draft = own_draft(house, call);
    if (!draft || draft->signed_as || draft->put_away)
        return where_it_went(house, draft);
    if (is_unsettled(house, caller, *draft))
        return redirect(path("/drafts/{}/differences", draft->draft.hex()));
    return first_shown(house, caller, view_of(house, caller, *draft), moved_words(house, call, *draft));
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
    if (!status_lines(house.pack(), statuses_of(house, open), house.today()).empty()) // a plan, or looked after
        propose("purpose", "plan visit");
    return fields;
}

// The address of a page before its first word carries the number of its form, so that whoever goes back to it finds what was written on it.
// Refused: the answer is to go there, or to the draft.
struct OwnForm {
    FormNumber number;
    std::optional<Response> elsewhere;
};

OwnForm own_form(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    const auto said = FormNumber::parse(call.request.query.get("form"));
    if (said && house.desk.remembers_form(caller.session.hash, *said)) {
        const auto draft = house.desk.draft_of_form(*said);
        if (!draft)
            return {*said, std::nullopt};
        if (!draft->put_away && writes_in(house, caller, *draft))
            return {*said, redirect(path("/drafts/{}", draft->draft.hex()))};
    }
    const auto number = FormNumber::random();
    house.desk.remember_form(caller.session.hash, number);
    http::Fields query;
    for (const auto& [name, value] : call.request.query)
        if (name != "form")
            query.add(name, value);
    query.add("form", number.hex());
    return {number, http::see_other(call.request.path + "?" + http::write_urlencoded(query))};
}

// The page before its first word: nothing is stored by opening it.
Response show_empty(const House& house, const Call& call, const std::string& type) {
    const auto& caller = call.caller<Caller>();
    auto form = own_form(house, call);
    if (form.elsewhere)
        return *form.elsewhere;
    auto open = open_child(house, call);
    const auto* known = house.pack().record_type(type);
    if (!open || !known || !open->may(access::Act::Write, on_type(house, type)))
        return not_found(house);
    desk::Draft draft;
    draft.form = form.number;
    draft.owner = draft.saved_by = caller.writer();
    draft.record = open->record;
    draft.record_type = type;
    if (known->is_like("visit"))
        draft.fields = most_often_so(house, *open, *known);
    if (known->id == record::letter_type)
        put_day(draft.fields, "when", house.today());
    return first_shown(house, caller, view_with(house, caller, std::move(draft), std::move(*open)));
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
    auto form = own_form(house, call);
    if (form.elsewhere)
        return *form.elsewhere;
    desk::Draft draft;
    draft.form = form.number;
    draft.owner = draft.saved_by = caller.writer();
    return first_shown(house, caller, view_of(house, caller, std::move(draft)));
}

} // namespace

bool writes_in(const House& house, const Caller& caller, const desk::Draft& draft) {
    auto worker = caller.worker();
    bool writes = std::any_of(draft.writers.begin(), draft.writers.end(), [&](const auto& writer) { return writer.worker == worker; });
    return draft.owner.worker == worker || writes || reached_it(house, caller, draft) || works_on_it_too(house, caller, draft);
}

Result<desk::Draft> written_draft(const House& house, const Call& call) {
    auto number = TRY(DraftId::parse(call.parameter("draft")));
    auto draft = TRY(house.desk.draft(number));
    if (draft.is_of_all() || !writes_in(house, call.caller<Caller>(), draft))
        return refuse("not-found", "There is no such draft.");
    return draft;
}

Response where_it_went(const House& house, const Result<desk::Draft>& draft) {
    return draft && draft->signed_as && draft->record ? redirect(path("/children/{}/entries/{}", draft->record->hex(), draft->signed_as->hex())) : not_found(house);
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
