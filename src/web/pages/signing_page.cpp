#include "web/pages/signing_page.h"

#include <algorithm>

#include "base/text.h"
#include "casework/release.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/before_signing.h"
#include "web/pages/draft_findings.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/email_files.h"
#include "web/pages/form_reading.h"
#include "web/pages/handover.h"
#include "web/pages/one_visit_page.h"
#include "web/pages/owed.h"
#include "web/pages/proposed_item.h"
#include "web/pages/record_items.h"
#include "web/pages/reminders.h"
#include "web/pages/supervision.h"
#include "web/pages/who_reads_first.h"
#include "web/pages/written_letter_draft.h"

namespace lifestory::web::pages {

namespace {

Html change_link(const DraftView& view, std::string_view part, std::string_view spoken) {
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Change<span class=\"govuk-visually-hidden\"> {}</span></a></p>",
                url("/drafts/" + view.draft.draft.hex() + "#part-" + std::string(part)), spoken);
}

bool is_for_the_child(const DraftView& view) { return !is_kept_from_the_child(*view.type, view.written); }

Html not_written_to(const DraftView& view) {
    return html("<p class=\"govuk-body\">The policy does not write this to {}, who does not read it with what is theirs, and can still ask to.</p>", view.first_name());
}

Html what_child_reads(const DraftView& view) {
    if (!is_for_the_child(view) && !is_written_letter(view))
        return html("<h2 class=\"govuk-heading-m\">What it says</h2>{}", view.happened_on ? html("<p class=\"govuk-body-l\">{}</p>", calendar::in_words(*view.happened_on)) : Html()) + not_written_to(view) + as_sections(read_parts(view.read.form, view.first_name(), Reader::Child), 3) +
               change_link(view, "what-happened", "what it says");
    auto parts = read_parts(view.read.form, view.first_name(), Reader::Child);
    auto when = view.happened_on ? capital(view.type->name) + ", " + calendar::in_words(*view.happened_on) : capital(view.type->name);
    auto spoken = is_written_letter(view) ? std::string("the letter") : "what " + view.first_name() + " will read"; // a letter is read by who it goes to
    return html("<h2 class=\"govuk-heading-m\">{}</h2><p class=\"govuk-body-l\">{}</p>", capital(spoken), when) + as_sections(parts, 3) + change_link(view, "what-happened", spoken);
}

Html what_others_read(const DraftView& view) {
    Html all;
    for (const auto& part : read_parts(view.read.form, view.first_name(), Reader::Worker))
        if (part.id == "for-professionals")
            all += html("<h2 class=\"govuk-heading-m\">Not written to {}</h2>{}", view.first_name(),
                        voice_block({Voice::NotWrittenToChild, "For professionals", part.content, {}, {}, {}})) +
                   change_link(view, "for-professionals", "what is for professionals");
    return all;
}

// What is not ticked reads as said.
Html as_said(const DraftView& view) {
    std::vector<std::string> sentences;
    for (const auto* item : view.asked) {
        if (view.read.form.find(item->id))
            continue;
        if (item->id == "interpreter")
            sentences.push_back("No interpreter.");
        if (item->id == "changes")
            sentences.push_back("Nothing changed at home, as far as I know.");
    }
    return sentences.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", join(sentences, " "));
}

// What can be signed although there is something to look at.
std::string what_can_wait(const DraftView& view, bool must_say, bool can_sign) {
    const bool is_carried_on = std::ranges::any_of(view.findings, [](const auto& found) { return found.must_say_why && found.kept.empty() && found.leave_in == "still-true"; });
    if (is_carried_on)
        return "What comes from the record: say that it is still true, change it, or take it out, before you sign.";
    if (must_say)
        return std::string("Where words may hurt, or are of another child, take them out or say why you keep them.") + (can_sign ? " You can sign without the rest." : "");
    return can_sign ? "You can sign without." : "None of it keeps you from signing.";
}

Html things_to_look_at_line(const DraftView& view, const Refusals& refusals, const Refusals& missing) {
    const auto count = things_open(view);
    if (view.findings.empty() && count == 0)
        return Html();
    bool must_say = std::ranges::any_of(view.findings, [](const auto& found) { return found.must_say_why && found.kept.empty(); });
    return html("<p class=\"govuk-body\">{} to look at. {}</p>", plural(count, "thing", "things"),
                what_can_wait(view, must_say, missing.empty())) +
           findings_to_check(view, refusals);
}

Radios when_read(const DraftView& view, const Refusals& refusals) {
    const auto& fields = view.draft.fields;
    Radios radios;
    radios.name = radios.id_prefix = "release.how";
    radios.value = field(fields, "release.how");
    if (radios.value.empty())
        radios.value = "together";
    Choice together;
    together.words = "together, at my next visit";
    together.value = "together";
    Choice now;
    now.words = "on " + (view.open ? pronouns_of(*view.open->child, *view.open->family).possessive : std::string("their")) + " pages, now";
    now.value = "now";
    Choice not_yet;
    not_yet.words = "not yet, because";
    not_yet.value = "not-yet";
    Radios reasons;
    reasons.name = reasons.id_prefix = "release.reason";
    reasons.value = field(fields, "release.reason");
    for (const auto& reason : casework::not_yet_reasons()) {
        Choice one;
        one.words = one.value = reason;
        reasons.choices.push_back(one);
    }
    reasons.fieldset = Fieldset{{"Why not yet?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    reasons.error = error_at(refusals, "release.reason");
    reasons.classes = "govuk-radios--small";
    not_yet.revealed = web::radios(reasons) + date_input(date_boxes(fields, "release.look-again", "Look again on", refusals));
    radios.choices = {together, now, not_yet};
    radios.fieldset = Fieldset{{"When will " + view.first_name() + " read this?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    radios.error = error_at(refusals, "release.how");
    return radios;
}

Html release_fields(const DraftView& view, const Refusals& refusals) {
    if (!is_for_the_child(view)) // who asks to read it does so with a worker
        return hidden_input("release.how", "together");
    TextInput warning;
    warning.id = warning.name = "release.warning";
    warning.value = field(view.draft.fields, "release.warning");
    warning.label.words = "A warning first?";
    warning.hint.words = "What it is about, if it may be hard to read. Leave it empty if it is not.";
    return radios(when_read(view, refusals)) + text_input(warning);
}

// What is signed is what stood here.
Html as_shown(const DraftView& view) {
    auto for_all = view.for_all ? hidden_input("version.all", std::to_string(view.for_all->version)) : Html();
    return for_all + hidden_input("version", std::to_string(view.draft.version)) + hidden_input("child", view.open->record.hex()) + hidden_input("type", view.draft.record_type);
}

std::string after_signing(const House& house, const Caller& caller) {
    auto manager = manager_of(house, caller.worker());
    return "After you sign nothing is taken out. You can add; " + (manager ? manager->full_name : std::string("your Team Manager")) + " can correct.";
}

// The press that asks for it to be read before it is signed, by whom the policy names or the manager; once it is asked, who has it.
Html ask_to_read(const House& house, const DraftView& view) {
    const auto first = who_reads_first(house, view);
    if (!first)
        return Html();
    const auto& name = first->worker.full_name;
    if (view.draft.awaits_manager)
        return html("<p class=\"govuk-body\">{}</p>", name + (first->signs ? " has this to read and to sign." : " has this to read before you sign."));
    Button ask{Phrase(view.draft.sent_back.empty() ? "Ask " + name + (first->signs ? " to read and sign it" : " to read it first") : "Send again to " + name)};
    ask.name = "then";
    ask.value = "ask";
    ask.classes = "govuk-button--secondary";
    return button(ask);
}

Html lateness_of(const House& house, const DraftView& view, const Refusals& refusals) {
    if (!is_late(view))
        return Html();
    auto owed = std::find_if(view.due.begin(), view.due.end(), [](const auto& one) { return one.due && (one.state == policy::State::Late || one.state == policy::State::MetLate); });
    return html("<h2 class=\"govuk-heading-m\">This is late by {}</h2>", length_of_lateness(*owed)) +
           lateness_fields(house, view.draft.fields, view.first_name(), refusals);
}

Html reminders_of(const House& house, const DraftView& view) {
    std::vector<std::string> places{"before signing"};
    if (is_for_the_child(view))
        places.push_back("before signing what the child reads");
    return reminder_lines(house.pack(), places);
}

} // namespace

Html lateness_fields(const House& house, const desk::Fields& fields, const std::string& child, const Refusals& refusals) {
    Radios why;
    why.name = why.id_prefix = "late.reason";
    why.value = field(fields, "late.reason");
    auto list = house.pack().lists.find("lateness-reasons");
    if (list != house.pack().lists.end())
        for (const auto& reason : list->second.choices) {
            Choice choice;
            choice.words = capital(reason.name);
            choice.value = reason.name;
            why.choices.push_back(choice);
        }
    TextInput other;
    other.id = other.name = "late.other";
    other.value = field(fields, "late.other");
    other.label.words = "The other reason";
    for (auto& choice : why.choices)
        if (choice && choice->value == "another reason")
            choice->revealed = text_input(other);
    why.fieldset = Fieldset{{"Why?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    why.error = error_at(refusals, "late.reason");
    why.classes = "govuk-radios--small";
    Textarea safe;
    safe.id = safe.name = "late.safe";
    safe.value = field(fields, "late.safe");
    safe.label.words = "What kept " + child + " safe meanwhile?";
    safe.hint.words = "Who saw " + child + ", who knew.";
    safe.rows = 3;
    safe.error = error_at(refusals, "late.safe");
    return radios(why) + textarea(safe);
}

http::Response signing_page(const House& house, const Caller& caller, const DraftView& view, const Refusals& refusals, const Html& changed) {
    auto frame = frame_for(house, caller);
    frame.act = "Check and sign";
    frame.heading = "Check and sign";
    frame.first_name = view.first_name();
    frame.refusals = refusals;
    frame.back = BackLink{path("/drafts/{}", view.draft.draft.hex()), "Back to writing"};
    auto author = caller.author();
    Button sign{"Sign"};
    auto not_yet = html("<a class=\"govuk-link\" href=\"{}\">Not yet</a>", path("/drafts/{}", view.draft.draft.hex()));
    auto read = what_child_reads(view) + what_others_read(view) + as_said(view) + proposed_lines(view) +
                (is_for_the_child(view) ? html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Read it as {} will</a></p>", path("/drafts/{}/preview", view.draft.draft.hex()), view.first_name()) : Html());
    auto others = view.for_all ? others_to_write_to(house, caller, view.draft) : Html();
    if (!others.empty())
        read = html("<p class=\"govuk-body\">This is {} record alone. Each child's is signed by itself.</p>", possessive(view.first_name())) + others + read;
    auto sign_part = lateness_of(house, view, refusals) +
                     html("<p class=\"govuk-body\">{} is complete and accurate.<br><strong>{}, {}, {}</strong></p>", is_written_letter(view) ? "This letter" : "I was there. This record", author.full_name, author.designation,
                          author.team);
    if (field(view.draft.fields, "not-there") == "yes")
        sign_part = lateness_of(house, view, refusals) +
                    html("<p class=\"govuk-body\">I was told this by {}. This record is complete and accurate.<br><strong>{}, {}, {}</strong></p>",
                         field(view.draft.fields, "told-by"), author.full_name, author.designation, author.team);
    const auto missing = missing_before_signing(house, caller, view);
    auto side = html("<h2 class=\"govuk-heading-m\">Before you sign</h2>") + before_you_can_sign(view, missing) + statement_warning(view) + reminders_of(house, view) +
                reading_age_line(house, view) + things_to_look_at_line(view, refusals, missing) + release_fields(view, refusals) +
                html("<p class=\"govuk-body\">{}</p>", after_signing(house, caller));
    auto form = post_form({path("/drafts/{}/check", view.draft.draft.hex()), caller.session.csrf, view.draft.form.hex(),
                           as_shown(view) + enter_presses_nothing() + changed + taken_from_emails(house, view) + main_and_side(read + sign_part, side) + button_group({button(sign), ask_to_read(house, view), not_yet})});
    return shown(frame, form);
}

http::Response preview_page(const House& house, const Caller& caller, const DraftView& view) {
    auto child = view.open->record;
    if (is_handed_over(caller) && child != *caller.session.handed_to)
        return not_found(house);
    auto author = house.door.authority()->author(view.draft.owner.worker).value_or(caller.author());
    auto reading = reading_of(view, author);
    auto frame = bare_frame(house, reading.heading);
    frame.back = is_handed_over(caller) ? BackLink{path("/children/{}/handover", child.hex()), "All that you can read"}
                                        : BackLink{path("/drafts/{}", view.draft.draft.hex()), "Back to writing"};
    return shown(frame, as_read(reading) + below_reading(house, caller, {child, view.first_name(), std::nullopt, view.draft.draft}));
}

} // namespace lifestory::web::pages
