#include "web/pages/record_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/before_signing.h"
#include "web/pages/before_you_go.h"
#include "web/pages/child_cards.h"
#include "web/pages/draft_findings.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/email_files.h"
#include "web/pages/guidance.h"
#include "web/pages/letter_draft.h"
#include "web/pages/one_visit_page.h"
#include "web/pages/plan_since.h"
#include "web/pages/record_items.h"
#include "web/pages/record_parts.h"
#include "web/pages/reminders.h"
#include "web/pages/summary_beside.h"
#include "web/pages/supervision.h"
#include "web/pages/who_reads_first.h"
#include "web/pages/written_letter_draft.h"

namespace lifestory::web::pages {

namespace {

// "Write it down now": one box; which child and what kind can be said later.
Html quick_note(const House& house, const Caller& caller, const DraftView& view) {
    Textarea box;
    box.id = box.name = "item.happened";
    box.value = field(view.draft.fields, box.name);
    box.label.words = "Who, what, when";
    box.label.classes = "govuk-label--s";
    box.hint.words = "You can say which child later.";
    box.rows = 10;
    Select child;
    child.id = child.name = "child";
    child.value = view.draft.record ? view.draft.record->hex() : "";
    child.label.words = "Which child?";
    child.options.push_back({"I will say later", "", {}, {}, {}});
    auto numbers = house.door.caseload(caller.worker(), house.now());
    for (const auto& open : house.door.look_over(caller.visitor, numbers, house.now()))
        child.options.push_back({open.child->name(), open.record.hex(), {}, {}, {}});
    Select type;
    type.id = type.name = "type";
    type.value = view.draft.record_type;
    type.label.words = "What kind?";
    type.options.push_back({"I will say later", "", {}, {}, {}});
    for (const char* one : {"visit", "case-note", "brief-note", "attempted-contact", "failed-visit"})
        if (const auto* known = house.pack().record_type(one))
            type.options.push_back({capital(known->name), one, {}, {}, {}});
    return textarea(box) + findings_place(box.id) + save_button(box.id) + select(child) + select(type);
}

// Sent back and worked on, it goes to the manager again.
Html send_again(const DraftView& view) {
    if (view.draft.sent_back.empty() || view.draft.awaits_manager)
        return Html();
    Button again{"Send again"};
    again.name = "then";
    again.value = "ask";
    again.classes = "govuk-button--secondary";
    return button(again);
}

Html buttons(const DraftView& view) {
    const bool asks_first = is_written_letter(view) && !is_confirmed(view);
    Button check{Phrase(view.for_all ? "Check and sign " + possessive(view.first_name()) : std::string("Check and sign"))};
    check.name = "then";
    check.value = "check";
    Button leave{"Save and leave"};
    leave.name = "then";
    leave.value = "leave";
    leave.classes = "govuk-button--secondary";
    return bottom_bar(asks_first ? right_and_check(view) : button(check), send_again(view) + button(leave));
}

Html sent_back_words(const DraftView& view) {
    Html all;
    for (const auto& sent : view.draft.sent_back) {
        Html words;
        for (const auto& [item, said] : sent.words) {
            const auto* asked = view.type ? view.type->item(item) : nullptr; // an item, or a part by its title
            words += html("<p><strong>{}</strong> {}</p>", (asked ? asked->label : item) + ":", said);
        }
        all += inset_text({html("<p>{} sent this back on {}</p>{}", sent.by.full_name, calendar::in_words(calendar::london_day(sent.at)), words), {}, {}, {}});
    }
    return all;
}

Html with_the_manager(const House& house, const Caller& caller, const DraftView& view) {
    const auto first = view.draft.awaits_manager && view.draft.owner.worker == caller.worker() ? who_reads_first(house, view) : std::nullopt;
    if (!first)
        return Html();
    return inset_text({html("<p>{} has this to read{}. You can go on writing.</p>", first->worker.full_name, first->signs ? " and to sign" : " before you sign"), {}, {}, {}});
}

Html form_of(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals, const Html& moved) {
    DraftForm form;
    bool is_saved = view.draft.version > 0;
    form.draft = is_saved ? view.draft.draft.hex() : "";
    form.version = std::to_string(view.draft.version);
    form.csrf = caller.session.csrf;
    form.form_number = view.draft.form.hex();
    form.action = form.save = is_saved ? path("/drafts/{}", form.draft) : url("/drafts");
    form.offline_key = offline_key(house, caller, view.draft);
    form.signed_in_until = calendar::clock_time(desk::ends_at(caller.session));
    form.cursor = view.draft.stopped_at;
    auto about = is_saved && view.type ? Html()
                 : view.type           ? hidden_input("type", view.draft.record_type) + hidden_input("child", view.draft.record ? view.draft.record->hex() : "")
                                       : Html();
    if (view.for_all) {
        form.content = enter_presses_nothing() + moved + parts_of_visit(house, caller, view, refusals) + buttons(view);
        return draft_form(form);
    }
    auto also = also_visited(house, caller, view);
    auto content = about + also + (view.type && view.open ? record_parts(house, view, refusals) : quick_note(house, caller, view));
    if (is_written_letter(view))
        content += what_was_filled(house, view, refusals);
    auto side = due_of_draft(view) + findings_side(view) + reading_age_beside(house, view) + (view.open ? who_they_say_they_are(*view.open, house.today()) : Html());
    form.content = is_letter(view) ? letter_and_gathered(house, caller, view, content + buttons(view) + side) : main_and_side(content + buttons(view), side);
    return draft_form(form);
}

} // namespace

std::string act_of_writing(const DraftView& view) {
    if (!view.type || !view.open)
        return "Write it down now";
    if (view.type->is_like("visit"))
        return view.type->id == "visit" ? "Record a visit to " + view.first_name() : view.type->name + ", " + view.first_name();
    return capital(view.type->name) + " for " + view.first_name();
}

std::string offline_key(const House& house, const Caller& caller, const desk::Draft& draft) {
    // Before the first save the page gets a new number whenever it is opened: the key is then that of the child and the kind.
    auto of = draft.version == 0 && draft.record ? "first " + draft.record->hex() + " " + draft.record_type : draft.form.hex();
    return offline_key(house, caller, of);
}

std::string offline_key(const House& house, const Caller& caller, const std::string& of) {
    return to_base64(view(hmac_sha256(house.offline_secret, "offline " + caller.worker().hex() + " " + of)));
}

http::Response record_page(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals, const Html& moved) {
    auto frame = frame_for(house, caller);
    frame.act = view.type && view.type->is_like("visit") ? "Record a visit" : view.type ? capital(view.type->name) : "Write it down now";
    frame.heading = view.for_all ? heading_of_visit(house, caller, view) : act_of_writing(view);
    frame.refusals = refusals;
    frame.saved = SavedLine{view.draft.version ? calendar::clock_time(view.draft.updated) : ""};
    Html top = statement_warning(view) + with_the_manager(house, caller, view) + sent_back_words(view) + (view.type ? reminder_lines(house.pack(), {view.type->id}) : Html());
    if (view.open) {
        frame.first_name = view.first_name();
        frame.back = BackLink{path("/children/{}", view.open->record.hex()), possessive(view.first_name()) + " record"};
        top += words_of_child(*view.open, house.today()) + before_you_go(house, view) + plan_to_review(house, view) + summary_to_talk_about(house, view) +
               what_is_needed_to_sign(house, view) + taken_from_emails(house, view);
    }
    return shown(frame, top + form_of(house, caller, view, refusals, moved) + (view.type ? policy_of_form(house, *view.type) : Html()));
}

} // namespace lifestory::web::pages
