#include "web/pages/draft_return.h"

#include <algorithm>

#include "base/text.h"
#include "policy/timeline_of.h"
#include "policy/who_signs.h"
#include "web/html/components.h"
#include "web/pages/draft_findings.h"
#include "web/pages/form_reading.h"
#include "web/pages/sign_off.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// A draft of somebody below this manager.
Result<desk::Draft> draft_below(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto number = TRY(DraftId::parse(call.parameter("draft")));
    auto draft = TRY(house.desk.draft(number));
    auto below = house.door.authority()->workers_below(caller.worker());
    bool manages = std::find(below.begin(), below.end(), draft.owner.worker) != below.end();
    if (!manages || draft.owner.worker == caller.worker() || draft.signed_as || draft.put_away)
        return refuse("not-found", "There is no such draft.");
    return draft;
}

Response opening_page(const House& house, const Call& call, const desk::Draft& draft, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = "Open a draft left behind";
    frame.heading = "Open the draft of " + draft.owner.full_name;
    frame.refusals = refusals;
    Textarea why;
    why.id = why.name = "why";
    why.label.words = "Why do you need it?";
    why.hint.words = draft.owner.full_name + " can see that you opened it, and why.";
    why.rows = 3;
    why.error = error_at(refusals, "why");
    Button open{"Open it"};
    return shown(frame, post_form({path("/drafts/{}/opening", draft.draft.hex()), caller.session.csrf, FormNumber::random().hex(), textarea(why) + button(open)}));
}

Response show_opening(const House& house, const Call& call) {
    auto draft = draft_below(house, call);
    return draft ? opening_page(house, call, *draft, {}) : not_found(house);
}

Response open_draft(const House& house, const Call& call) {
    auto draft = draft_below(house, call);
    if (!draft)
        return not_found(house);
    auto why = said(call, "why");
    if (why.empty())
        return opening_page(house, call, *draft, {refuse("no-reason", "Say why you need this draft", "why")});
    if (!house.desk.note_opening(draft->draft, {call.caller<Caller>().writer(), why, house.now()}))
        return not_found(house);
    return redirect(path("/drafts/{}", draft->draft.hex()));
}

Html kept_in(const DraftView& view) {
    std::vector<record::Kept> kept;
    for (const auto& found : view.findings)
        if (!found.kept.empty())
            kept.push_back({std::string(prose::word(found.finding.category)), quoted(found), kept_words(found.kept)});
    return kept_words_of(view.draft.owner.full_name, kept);
}

// What its writer may not sign and this manager may: finished and signed by them, as two who wrote it.
Html finish_it(const House& house, const Caller& caller, const DraftView& view) {
    const auto signed_by = [&](const WorkerNumber& worker) {
        return policy::only_signed_by(*view.type, policy::roles_on(*view.open->child, *view.open->authority, worker, house.today()), house.pack());
    };
    const auto who = signed_by(view.draft.owner.worker);
    if (who.empty() || !signed_by(caller.worker()).empty())
        return Html();
    Button finish{"Finish and sign it"};
    finish.classes = "govuk-button--secondary";
    return html("<p class=\"govuk-body\">{} wrote it. It is signed by {}.</p>", view.draft.owner.full_name, who) +
           post_form({path("/drafts/{}/opening", view.draft.draft.hex()), caller.session.csrf, FormNumber::random().hex(),
                      hidden_input("why", "To finish and sign it") + button(finish)});
}

Response return_page(const House& house, const Call& call, const DraftView& view, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto frame = frame_for(house, caller);
    frame.act = "Send back";
    frame.heading = "Send it back to " + view.draft.owner.full_name;
    frame.refusals = refusals;
    Html parts;
    for (const auto& part : read_parts(view.read.form, view.first_name(), Reader::Worker)) {
        Textarea words;
        words.id = words.name = "change." + part.id;
        words.value = said(call, words.name);
        words.label.words = html("What should change, and why?<span class=\"govuk-visually-hidden\"> In: {}</span>", part.title);
        words.rows = 3;
        words.error = error_at(refusals, words.name);
        parts += html("<section><h2 class=\"govuk-heading-m\">{}</h2>{}</section>", part.title, part.content + textarea(words));
    }
    Button send{Phrase("Send it back to " + split(view.draft.owner.full_name, ' ').front())};
    return shown(frame, finish_it(house, caller, view) + post_form({path("/drafts/{}/return", view.draft.draft.hex()), caller.session.csrf, FormNumber::random().hex(), parts + kept_in(view) + button(send)}));
}

Result<DraftView> view_to_return(const House& house, const Call& call) {
    auto draft = TRY(draft_below(house, call));
    const auto& caller = call.caller<Caller>();
    auto openings = house.desk.openings(draft.draft);
    bool reached = std::any_of(openings.begin(), openings.end(), [&](const auto& opening) { return opening.by.worker == caller.worker(); });
    if (!draft.awaits_manager && !reached)
        return refuse("not-found", "There is no such draft.");
    auto view = TRY(view_of(house, caller, draft));
    if (!view.type || !view.open)
        return refuse("not-found", "There is no such draft.");
    return view;
}

Response show_return(const House& house, const Call& call) {
    auto view = view_to_return(house, call);
    return view ? return_page(house, call, *view, {}) : not_found(house);
}

Response send_back(const House& house, const Call& call) {
    auto view = view_to_return(house, call);
    if (!view)
        return not_found(house);
    desk::SentBack sent{call.caller<Caller>().writer(), house.now(), {}};
    for (const auto& part : read_parts(view->read.form, view->first_name(), Reader::Worker))
        if (auto words = said(call, "change." + part.id); !words.empty())
            sent.words[part.title] = words;
    if (sent.words.empty())
        return return_page(house, call, *view, {refuse("no-words", "Say what should change, and why", "change.what-happened")});
    if (!house.desk.send_back(view->draft.draft, sent))
        return not_found(house);
    return redirect(url("/team"));
}

} // namespace

Html drafts_to_read(const House& house, const Caller& caller) {
    WorkList list;
    list.title = "Drafts to read before they are signed";
    list.is_open = true;
    for (const auto& worker : house.door.authority()->workers_below(caller.worker()))
        for (const auto& draft : house.desk.drafts_of(worker)) {
            if (draft.owner.worker != worker || worker == caller.worker() || !draft.awaits_manager || !draft.record)
                continue;
            auto open = house.door.look_over(caller.visitor, std::span(&*draft.record, 1), house.now());
            if (open.empty())
                continue;
            const auto* type = house.pack().record_type(draft.record_type);
            auto what = (type ? type->name : std::string("Written down")) + ", " + open.front().child->first_name();
            list.rows.push_back({draft.owner.full_name + ": " + what, Phrase("asked on " + calendar::in_words(calendar::london_day(draft.updated))),
                                 html("<a class=\"govuk-link\" href=\"{}\">Read it<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                                      path("/drafts/{}/return", draft.draft.hex()), draft.owner.full_name, what)});
        }
    return list.rows.empty() ? Html() : work_list(list);
}

std::vector<http::Route> draft_return_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/drafts/{draft}/opening", Reach::Manager, to(show_opening)},
            {Method::Post, "/drafts/{draft}/opening", Reach::Manager, to(open_draft)},
            {Method::Get, "/drafts/{draft}/return", Reach::Manager, to(show_return)},
            {Method::Post, "/drafts/{draft}/return", Reach::Manager, to(send_back)}};
}

} // namespace lifestory::web::pages
