#include "web/pages/record_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/before_you_go.h"
#include "web/pages/child_cards.h"
#include "web/pages/draft_findings.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/letter_draft.h"
#include "web/pages/record_items.h"
#include "web/pages/reminders.h"
#include "web/pages/supervision.h"

namespace lifestory::web::pages {

namespace {

struct Part {
    std::string_view id, title;
};

constexpr std::array parts_in_order{Part{"what-happened", "What happened"},
                                    Part{"what-you-told-me", "What you told me"},
                                    Part{"what-others-said", "What others said"},
                                    Part{"what-i-think", "What I think, and why"},
                                    Part{"decision", "What was decided, and why"},
                                    Part{"what-happens-next", "What happens next"},
                                    Part{"about", ""},
                                    Part{"for-professionals", ""}};

bool is_only_after_seen(const House& house, const DraftView& view, const policy::Item& item) {
    auto more = asked_if_seen(house, view, "not seen");
    return std::find(more.begin(), more.end(), &item) != more.end();
}

bool is_baby_or_without_words(const DraftView& view, calendar::Day today) {
    if (!view.open)
        return false;
    auto born = view.open->child->born();
    return (born && calendar::age_on(*born, today) < 2) || view.open->child->fact("speech") == "does not use words";
}

Html when_fields(const House&, const DraftView& view, const Refusals& refusals) {
    auto legend = is_letter(view) ? "The day of this letter" : view.type && view.type->is_like("visit") ? "When" : "When did it happen?";
    TextInput time;
    time.id = time.name = "when.time";
    time.value = field(view.draft.fields, "when.time");
    time.label.words = "At (if you know)";
    time.hint.words = "Like 16:30";
    time.classes = "govuk-input--width-4";
    time.error = error_at(refusals, "when.time");
    return date_input(date_boxes(view.draft.fields, "when", legend, refusals)) + text_input(time);
}

Html told_by_fields(const DraftView& view, const Refusals& refusals) {
    Checkboxes not_there;
    not_there.name = not_there.id_prefix = "not-there";
    not_there.values = lines_of(field(view.draft.fields, "not-there"));
    Choice choice;
    choice.words = "I was not there";
    choice.value = "yes";
    TextInput who;
    who.id = who.name = "told-by";
    who.value = field(view.draft.fields, "told-by");
    who.label.words = "Who was there and told you?";
    who.hint.words = "Full name, and who they are";
    who.error = error_at(refusals, "told-by");
    choice.revealed = text_input(who);
    not_there.choices.push_back(choice);
    not_there.classes = "govuk-checkboxes--small";
    Details writing_for;
    writing_for.summary = "I am writing for someone else";
    writing_for.content = checkboxes(not_there);
    writing_for.is_open = !not_there.values.empty();
    return details(writing_for);
}

// Notes say which meeting they are of.
Html belongs_to_field(const DraftView& view) {
    auto choices = can_belong_to(view);
    if (choices.empty())
        return Html();
    Select of;
    of.id = of.name = "belongs-to";
    of.value = belongs_to(view)->hex();
    of.label.words = "Which one is this about?";
    for (const auto* story : choices)
        of.options.push_back({capital(story->name()) + ", " + calendar::in_words(story->day()), story->entry.id.hex(), {}, {}, {}});
    return select(of);
}

std::string title_of_part(const House& house, const DraftView& view, const Part& part) {
    if (part.id == "about")
        return view.type->is_like("visit") ? "About this visit" : "About this record";
    if (is_letter(view) && part.id == "what-happened")
        return dear(view);
    if (is_letter(view) && part.id == "what-you-told-me")
        return ask_what_is_wanted(house, view);
    if (part.id == "what-you-told-me" && is_baby_or_without_words(view, house.today()))
        return "What you showed me";
    return std::string(part.title);
}

Html items_of(const House& house, const DraftView& view, const Refusals& refusals, std::string_view part) {
    Html fields;
    for (const auto* item : view.asked)
        if (item->part == part || (item->part.empty() && part == "about"))
            if (!is_only_after_seen(house, view, *item))
                fields += item_fields({house, view, *item, refusals});
    return fields;
}

Html sections(const House& house, const DraftView& view, const Refusals& refusals) {
    Html all;
    int number = 0;
    for (const auto& part : parts_in_order) {
        auto fields = items_of(house, view, refusals, part.id);
        if (part.id == "about")
            fields = belongs_to_field(view) + when_fields(house, view, refusals) + fields + told_by_fields(view, refusals);
        if (fields.empty())
            continue;
        ++number;
        if (part.id == "for-professionals") {
            Details apart;
            apart.summary = fmt::format("{} For professionals (not written to {}; {} can still ask to read it)", number, view.first_name(),
                                        view.open ? pronouns_of(*view.open->child, *view.open->family).subject : "the child");
            apart.content = fields;
            all += details(apart);
            continue;
        }
        if (is_letter(view) && part.id == "what-happened")
            fields = letter_hint(view) + fields + below_the_letter(house, view);
        if (is_letter(view) && part.id == "what-others-said") { // asked together with what the child wanted
            --number;
            all += html("<div class=\"app-part\" id=\"part-{}\">{}</div>", part.id, fields);
            continue;
        }
        all += html("<section class=\"app-part\" id=\"part-{}\"><h2 class=\"govuk-heading-m\">{} {}</h2>{}</section>", part.id, number,
                    title_of_part(house, view, part), fields);
    }
    return all;
}

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
    Button check{"Check and sign"};
    check.name = "then";
    check.value = "check";
    Button leave{"Save and leave"};
    leave.name = "then";
    leave.value = "leave";
    leave.classes = "govuk-button--secondary";
    return bottom_bar(button(check), send_again(view) + button(leave));
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
    auto manager = manager_of(house, caller.worker());
    if (!view.draft.awaits_manager || !manager || view.draft.owner.worker != caller.worker())
        return Html();
    return inset_text({html("<p>{} has this to read before you sign. You can go on writing.</p>", manager->full_name), {}, {}, {}});
}

Html due_of(const DraftView& view) {
    auto words = due_words(view);
    if (words.empty() || !view.open)
        return Html();
    if (view.draft.version == 0) // its sum has an address once there is a draft
        return html("<p class=\"govuk-body app-due\" id=\"due-line\"><span id=\"due-words\">{}</span></p>", words);
    return due_line({words, path("/drafts/{}/due", view.draft.draft.hex())});
}

Html form_of(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals) {
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
    auto content = about + (view.type && view.open ? sections(house, view, refusals) : quick_note(house, caller, view));
    auto side = due_of(view) + findings_side(view) + reading_age_beside(house, view);
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
    return to_base64(view(hmac_sha256(house.offline_secret, "offline " + caller.worker().hex() + " " + of)));
}

http::Response record_page(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals) {
    auto frame = frame_for(house, caller);
    frame.act = view.type && view.type->is_like("visit") ? "Record a visit" : view.type ? capital(view.type->name) : "Write it down now";
    frame.heading = act_of_writing(view);
    frame.refusals = refusals;
    frame.saved = SavedLine{view.draft.version ? calendar::clock_time(view.draft.updated) : ""};
    Html top = with_the_manager(house, caller, view) + sent_back_words(view) + (view.type ? reminder_lines(house.pack(), view.type->id) : Html());
    if (view.open) {
        frame.first_name = view.first_name();
        frame.back = BackLink{path("/children/{}", view.open->record.hex()), possessive(view.first_name()) + " record"};
        top += words_of_child(*view.open, house.today()) + before_you_go(house, view);
    }
    return shown(frame, top + form_of(house, caller, view, refusals));
}

} // namespace lifestory::web::pages
