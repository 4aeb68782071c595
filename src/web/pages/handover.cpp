#include "web/pages/handover.h"

#include <algorithm>

#include "base/text.h"
#include "casework/release.h"
#include "web/html/components.h"
#include "web/http/same_site.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/last_heard.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// In a child's hands the caller is named with her; the worker alone is known by number.
std::string worker_first_name(const House& house, const Caller& caller) {
    auto author = house.door.authority()->author(caller.worker());
    return author ? split(author->full_name, ' ').front() : std::string("the worker");
}

Url list_path(RecordNumber child) { return path("/children/{}/handover", child.hex()); }

Html list_of(const House& house, const access::OpenRecord& open) {
    auto judged = judge(house, open);
    Html rows;
    for (const auto* story : given_to_child(house, open, judged))
        rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}</a></li>", path("/children/{}/handover/{}", open.record.hex(), story->entry.id.hex()),
                     reading_of(house, open, judged, *story).heading);
    return rows.empty() ? html("<p class=\"govuk-body\">There is nothing here to read yet.</p>") : html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
}

Response to_hand_over(const House& house, const Caller& caller, const access::OpenRecord& open) {
    auto name = open.child->first_name();
    auto frame = child_frame(house, caller, open, "Read it with " + name);
    auto words = html("<p class=\"govuk-body\">This is what was given to {} to read, alone or together. With the phone in {} hands, nothing else of ours is on it. "
                      "To go back, it asks for your password.</p>",
                      name, pronouns_of(*open.child, *open.family).possessive);
    return shown(frame, words + list_of(house, open) + below_reading(house, caller, {open.record, name, std::nullopt, std::nullopt}));
}

Response show_list(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto open = open_child(house, call);
    if (!open || !open->may(access::Act::Release, on_type(house, "visit")))
        return not_found(house);
    if (!is_handed_over(caller))
        return to_hand_over(house, caller, *open);
    auto frame = bare_frame(house, "Hello " + open->child->first_name());
    return shown(frame, list_of(house, *open) + below_reading(house, caller, {open->record, open->child->first_name(), std::nullopt, std::nullopt}));
}

// ---- that it was read together, said by the worker: the child's copy, read out

access::What on_entry(const House& house, const record::StoryEntry& story) { return on_type(house, story.record_type()); }

bool was_read_on(const access::OpenRecord& open, const record::StoryEntry& story, calendar::Day day) {
    return std::ranges::any_of(story.sharings, [&](const auto& given) { return given.what.on == day && given.what.how == read_out && is_to_the_child(*open.child, given.what.to); });
}

Html say_it_was_read(const House& house, const Caller& caller, const access::OpenRecord& open, const record::StoryEntry& story) {
    if (is_handed_over(caller) || !open.may(access::Act::Share, on_entry(house, story), story.entry.id))
        return Html();
    if (was_read_on(open, story, house.today()))
        return html("<p class=\"govuk-body app-below-reading\">You read it together today.</p>");
    PostButton read{path("/children/{}/handover/{}", open.record.hex(), story.entry.id.hex()), caller.session.csrf, FormNumber::random().hex(), {Phrase("We read it together today")}, {}};
    return html("<div class=\"app-below-reading\">{}</div>", post_button(read));
}

const record::StoryEntry* given_at(const House& house, const Call& call, const access::OpenRecord& open) {
    const auto given = given_to_child(house, open, judge(house, open));
    const auto found = std::ranges::find_if(given, [&](const auto* story) { return story->entry.id == entry_at(call); });
    return found == given.end() ? nullptr : *found;
}

Response say_read(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto open = open_entry(house, call);
    const auto* story = open && !is_handed_over(caller) ? given_at(house, call, *open) : nullptr;
    if (!story || !open->may(access::Act::Share, on_entry(house, *story), story->entry.id))
        return not_found(house);
    const auto back = path("/children/{}/handover/{}", open->record.hex(), story->entry.id.hex());
    if (was_read_on(*open, *story, house.today())) // pressed in two windows
        return redirect(back);
    const record::SharingGiven given{story->entry.id, open->child->name(), std::string(read_out), "It is about them, and theirs to read.",
                                     "Nobody else had to agree: it is their own record.", house.today()};
    auto writing = casework::give_a_copy(act_of_form(house, call), *open->child, given);
    return keep_in_record(house, call, *open, {access::Act::Share, on_entry(house, *story), back}, writing, [&](const Refusals&) { return not_found(house); });
}

Response show_reading(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto open = open_entry(house, call);
    if (!open || !open->may(access::Act::Release, on_type(house, "visit")))
        return not_found(house);
    auto judged = judge(house, *open);
    auto given = given_to_child(house, *open, judged);
    auto found = std::ranges::find_if(given, [&](const auto* story) { return story->entry.id == entry_at(call); });
    if (found == given.end())
        return not_found(house);
    auto reading = reading_of(house, *open, judged, **found);
    auto frame = bare_frame(house, reading.heading);
    frame.back = is_handed_over(caller) ? BackLink{list_path(open->record), "All that you can read"}
                                        : BackLink{path("/children/{}/entries/{}", open->record.hex(), (*found)->entry.id.hex()), "Back to the record"};
    return shown(frame, as_read(reading) + say_it_was_read(house, caller, *open, **found) +
                            below_reading(house, caller, {open->record, open->child->first_name(), (*found)->entry.id, std::nullopt}));
}

// Only a path of what the child may read, of numbers alone.
std::string where_to(const Call& call, RecordNumber child) {
    if (auto entry = EntryId::parse(call.form.get("entry")); entry)
        return list_path(child).text() + "/" + entry->hex();
    if (auto draft = DraftId::parse(call.form.get("draft")); draft)
        return "/drafts/" + draft->hex() + "/preview";
    return list_path(child).text();
}

// A session of its own: what stood open on the device before belongs to one that has ended.
Response hand_over(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto open = open_child(house, call);
    if (!open || is_handed_over(caller) || !open->may(access::Act::Release, on_type(house, "visit")))
        return not_found(house);
    house.desk.end_session(caller.session.hash, house.now());
    auto begun = desk::begin_in_hands_of(open->record, caller.worker(), house.now());
    house.desk.begin_session(begun.session);
    auto response = http::see_other(where_to(call, open->record));
    http::set_session_cookie(response, call.request.transport, begun.token);
    response.headers.add("Clear-Site-Data", "\"cache\"");
    return response;
}

Response ending_page(const House& house, const Call& call, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto who = worker_first_name(house, caller);
    auto child = *caller.session.handed_to;
    auto frame = bare_frame(house, "Give the phone back to " + who);
    frame.refusals = refusals;
    frame.back = BackLink{list_path(child), "Go on reading"};
    PasswordInput password;
    password.id = password.name = "password";
    password.label.words = possessive(who) + " password";
    password.autocomplete = "off";
    password.error = error_at(refusals, "password");
    Html content = password_input(password);
    if (house.second_factor == desk::SecondFactor::CodeNeeded) {
        TextInput code;
        code.id = code.name = "code";
        code.label.words = "Six-digit code";
        code.inputmode = "numeric";
        code.classes = "govuk-input--width-5";
        content += text_input(code);
    }
    Button unlock{"Unlock"};
    auto draft = call.form.has("draft") ? call.form.get("draft") : call.request.query.get("draft");
    return shown(frame, post_form({path("/children/{}/handover/ending", child.hex()), caller.session.csrf, "", content + hidden_input("draft", draft) + button(unlock)}));
}

Response show_ending(const House& house, const Call& call) {
    return is_handed_over(call.caller<Caller>()) ? ending_page(house, call, {}) : not_found(house);
}

Response take_back(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    if (!is_handed_over(caller))
        return not_found(house);
    desk::Unlocking typed{caller.worker(), std::string(call.form.get("password")), std::string(call.form.get("code")), call.request.peer};
    if (auto known = desk::unlock(house.desk, house.passwords, house.throttle, typed, house.second_factor, house.now()); !known) {
        auto refusal = known.refusal();
        refusal.field = "password";
        return ending_page(house, call, {refusal});
    }
    auto child = *caller.session.handed_to;
    house.desk.end_session(caller.session.hash, house.now());
    auto begun = desk::begin(caller.worker(), house.now());
    house.desk.begin_session(begun.session);
    auto draft = DraftId::parse(call.form.get("draft"));
    auto response = http::see_other(draft ? "/drafts/" + draft->hex() : "/children/" + child.hex());
    http::set_session_cookie(response, call.request.transport, begun.token);
    return response;
}

} // namespace

bool is_handed_over(const Caller& caller) { return caller.session.handed_to.has_value(); }

Html below_reading(const House& house, const Caller& caller, const Holding& holding) {
    auto draft = holding.draft ? holding.draft->hex() : std::string();
    if (is_handed_over(caller)) {
        auto ending = path("/children/{}/handover/ending", holding.child.hex());
        return html("<p class=\"govuk-body app-below-reading\"><a class=\"govuk-link\" href=\"{}\">Give the phone back to {}</a></p>",
                    draft.empty() ? ending : url(ending.text() + "?draft=" + draft), worker_first_name(house, caller));
    }
    PostButton hand{list_path(holding.child), caller.session.csrf, FormNumber::random().hex(), {Phrase("Hand the phone to " + holding.child_name)}, {}};
    hand.button.classes = "govuk-button--secondary";
    if (holding.entry)
        hand.values.emplace_back("entry", holding.entry->hex());
    if (holding.draft)
        hand.values.emplace_back("draft", draft);
    return html("<div class=\"app-below-reading\">{}</div>", post_button(hand));
}

std::vector<http::Route> handover_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/children/{child}/handover", Reach::Worker, to(show_list)},
            {Method::Post, "/children/{child}/handover", Reach::Worker, to(hand_over)},
            {Method::Get, "/children/{child}/handover/ending", Reach::Worker, to(show_ending)},
            {Method::Post, "/children/{child}/handover/ending", Reach::Worker, to(take_back)},
            {Method::Get, "/children/{child}/handover/{entry}", Reach::Worker, to(show_reading)},
            {Method::Post, "/children/{child}/handover/{entry}", Reach::Worker, to(say_read)}};
}

} // namespace lifestory::web::pages
