#include "unit/pages/page_gallery.h"

namespace lifestory::web {

namespace {

Html record_head() {
    return warning_text(
               {.words =
                    html("Before you visit: a dog that has bitten, at Mum's, 4 Mill Row. Agreed by Denise "
                         "Achebe, Head of Service. <a class=\"govuk-link\" href=\"#\">Read it</a> Review by "
                         "4 May 2027")}) +
           cards_in_row(
               {side_card({.title = "Who I am",
                           .content = voice_block(
                               {.voice = Voice::Child,
                                .label = "Tilly's words",
                                .words = paragraphs("I draw. My cat is Pickle. Knock, don't ring.")})}),
                side_card({.title = "Who is in my life",
                           .content = html("<p class=\"govuk-body\">Nan, I live with her</p>")}),
                side_card({.title = "Who works with me",
                           .content = html("<p class=\"govuk-body\">Priya Anand, my social worker</p>")})}) +
           sub_navigation({.label = "About Tilly",
                           .phone_summary = "More about Tilly",
                           .links = {{"Story", url("#story"), true},
                                     {"Plan", url("#plan")},
                                     {"Decisions", url("#decisions")},
                                     {"People", url("#people")},
                                     {"Who has looked", url("#looked")}}});
}

Html story() {
    return timeline(
        {.groups = {{"December 2026",
                     {{.day = "22", .title = "Visit, your draft (only you see it)", .href = url("/drafts")},
                      {.day = "9",
                       .title = "Visit. Seen alone.",
                       .href = url("/children"),
                       .content = html(
                           "<p>Tilly's words: <span class=\"app-said\">\"Nan's is quiet.\"</span></p>")}}}}});
}

Html voices() {
    return voice_block({.voice = Voice::Family,
                        .label = "Kerry's words (Tilly's mum)",
                        .words = paragraphs("I will be there on Saturday."),
                        .how = "by telephone"}) +
           voice_block({.voice = Voice::Manager,
                        .label = "Manager's comment, Gareth Holloway, Team Manager, 11 December 2026",
                        .words = paragraphs("I agree. Keep the Saturdays under review.")}) +
           voice_block(
               {.voice = Voice::Worker,
                .label = "What happened",
                .words = paragraphs("Today I came to see you because we agreed a visit every two weeks.")}) +
           voice_block({.voice = Voice::NotWrittenToChild,
                        .label = "Not written to Tilly",
                        .words = paragraphs("For professionals: the school nurse will ring on Monday.")});
}

Html home() {
    auto act = [](std::string_view words) {
        return button({.words = words, .classes = "govuk-button--secondary", .href = url("/children")});
    };
    return start_here({{"Reece has not been seen alone for 61 days.", "Last: 23 October 2026.",
                        act("Record a visit to Reece")},
                       {"Tilly wrote to you yesterday.", "", act("Read it")}}) +
           work_list({.title = "Late",
                      .rows = {{"Core group notes, Ava", "late by 2 working days (due 21 December 2026)",
                                act("Write them")}}}) +
           work_list({.title = "Due today", .empty_words = "Nothing else is due today."}) +
           filter({.action = url("/children"),
                   .fields = select({.id = "kind",
                                     .name = "kind",
                                     .options = {{"everything", ""}, {"visits", "visit"}},
                                     .label = {.words = "Show"}}),
                   .chosen = {{"Visits", url("/children")}},
                   .found = "14 entries"}) +
           summary_list({.rows = {{.key = {"Lives with"},
                                   .value = {"Maureen Barrow, nan"},
                                   .actions = {{{.href = url("#"),
                                                 .words = "Change",
                                                 .spoken_after = "who Tilly lives with"}}}}}}) +
           table({.caption = "Who has looked",
                  .head = {{{.words = "Day"}, {.words = "Name"}, {.words = "Why"}}},
                  .rows = {{{.words = "22 December 2026"},
                            {.words = "Priya Anand"},
                            {.words = "works with Tilly"}}}}) +
           side_by_side({.left_title = "It says",
                         .right_title = "It should say",
                         .left = paragraphs("You are enjoying Maths."),
                         .right = paragraphs("You are enjoying English.")}) +
           interruption_card({.title = "Before you sign: this is about Reece, not Tilly",
                              .content = button_group(
                                  {button({.words = "Go back", .classes = "govuk-button--inverse"})})}) +
           pagination({.previous = PageLink{url("#a")}, .next = PageLink{url("#b")}});
}

Html questions() {
    Radios seen{.name = "item.seen",
                .choices = {Choice{.words = "Seen alone", .value = "alone"},
                            Choice{.words = "Seen, with others there", .value = "others"},
                            Choice{.words = "Not seen",
                                   .value = "not-seen",
                                   .revealed = textarea({.name = "item.why", .label = {.words = "Why?"}})}}};
    seen.fieldset = Fieldset{.legend = {.words = "Was Tilly seen?", .classes = "govuk-fieldset__legend--s"}};
    DateInput day{.id = "item.on",
                  .boxes = {{DatePart::Day, "item.on.day", "22", "Day", "item.on.day"},
                            {DatePart::Month, "item.on.month", "12", "Month", "item.on.month"},
                            {DatePart::Year, "item.on.year", "2026", "Year", "item.on.year"}}};
    day.fieldset = Fieldset{.legend = {.words = "When", .classes = "govuk-fieldset__legend--s"}};
    Checkboxes people{.name = "item.people", .attributes = Attributes().add("data-people", "people")};
    for (const char* name : {"Nan, Maureen Barrow", "Reece Barrow, brother", "Mum, Kerry Barrow", "Sam Okoro",
                             "Mr Idowu", "Darren Cole", "Ava Lund", "Helen Frost", "Denise Achebe"})
        people.choices.push_back(Choice{.words = name, .value = name});
    people.choices.push_back(
        Choice{.words = "nobody else", .value = "nobody", .behaviour = Behaviour::Exclusive});
    people.fieldset =
        Fieldset{.legend = {.words = "Who else was there?", .classes = "govuk-fieldset__legend--s"}};
    return date_input(day) + radios(seen) + checkboxes(people);
}

} // namespace

PageFrame frame_of_gallery() {
    PageFrame frame{.act = "Record a visit", .first_name = "Tilly", .heading = "Record a visit to Tilly"};
    frame.signed_in = SignedIn{.full_name = "Priya Anand",
                               .home = HomeOf::Manager,
                               .drafts = 3,
                               .csrf = "token",
                               .worker = "w",
                               .locks_line = "10:57",
                               .locks_in = 900};
    frame.installation = {.subtitle = "demonstration: invented people",
                          .policy_line = "Northmere, December 2026"};
    frame.print =
        PrintFrame{"Tilly", "Visit, 22 December 2026", "Printed by Priya Anand, 10:42 on 23 December 2026",
                   "Checkpoint 4211", "Northmere's reminder"};
    return frame;
}

Html gallery() {
    return main_and_side(record_head() + story() + voices() + home(),
                         side_card({.title = "What is due",
                                    .content = due_line({"Due Thursday 24 December 2026", url("/due")})}));
}

Html writing_page() {
    auto box =
        textarea({.id = "happened",
                  .name = "item.happened",
                  .value = "Today I came to see you. We saw the contact centre.",
                  .rows = 8,
                  .label = {.words = "1 What happened", .classes = "govuk-label--m"},
                  .hint = {.words = "Start: Today I came to see you because. What you saw and heard."}});
    ThingsToLookAt things{
        .findings = {{.id = "a1",
                      .item = "happened",
                      .words = "contact",
                      .start = 32,
                      .end = 39,
                      .message = "Tilly asked us not to say \"contact\".",
                      .suggestion = "seeing Mum"},
                     {.id = "a2", .item = "happened", .message = "Nothing says what happens next."}},
        .when = WhenShown::AsIWrite,
        .possessive = "her"};
    auto main = words_strip({"Tilly's words", "say \"Nan's\", not \"placement\".", url("/children/words")}) +
                box + findings_place("happened") + save_button("happened") + questions() +
                bottom_bar(button({.words = "Check and sign"}));
    return draft_form(
        {.draft = "0123456789abcdef0123456789abcdef",
         .version = "3",
         .csrf = "token",
         .form_number = "f",
         .action = url("/drafts/1/check"),
         .save = url("/drafts/1"),
         .offline_key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
         .signed_in_until = "10:57",
         .content = main_and_side(main, due_line({"Due Thursday 24 December 2026", url("/due")}) +
                                            things_to_look_at(things))});
}

} // namespace lifestory::web
