#include "web/pages/who_gets_what.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "casework/letter_address.h"
#include "casework/note_sending.h"
#include "casework/release.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"
#include "web/pages/preparing_meeting.h"
#include "web/pages/recipients.h"
#include "web/pages/record_items.h"
#include "web/pages/same_visit.h"
#include "web/pages/secure_means.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

constexpr std::string_view given_box = "given"; // "PERSON:CHILD", by their places on the page, from 0
constexpr std::string_view checked_box = "checked"; // what has to be looked at again was

// One child's own notes of the meeting.
struct MeetingNotes {
    access::OpenRecord open;
    EntryId entry;

    const StoryEntry& story() const { return *open.child->find(entry); }
    std::string first_name() const { return open.child->first_name(); }
};

bool is_meeting_that_stands(const House& house, const StoryEntry& story) { return story.form() && !story.withdrawn() && house.pack().is_like(story.record_type(), "meeting"); }

bool may_give(const House& house, const access::OpenRecord& open, const StoryEntry& meeting) {
    const bool goes_round = is_meeting_that_stands(house, meeting) || !recipients_of(house, open, meeting).empty();
    return sees_all(open) && goes_round && open.may(access::Act::Share, on_type(house, meeting.record_type()), meeting.entry.id);
}

// This child's first; of the others those that this caller may give copies of, and of no other a trace.
struct Giving {
    std::vector<MeetingNotes> notes;
    std::vector<std::string> people; // "Maureen Barrow, nan"; those to whom the policy has it go first
    std::vector<Recipient> recipients; // the same, as far as the policy names them, of this child's
    std::string noun;                // "notes" of a meeting, else "copy"
};

void add_others(std::vector<std::string>& people, const std::vector<std::string>& others) {
    const auto name_of = [](const std::string& person) { return person.substr(0, person.find(',')); };
    for (const auto& one : others)
        if (std::ranges::none_of(people, [&](const auto& known) { return name_of(known) == name_of(one); }))
            people.push_back(one);
}

Result<Giving> giving_at(const House& house, const Call& call) {
    auto entry = TRY(entry_opened(house, call));
    if (!may_give(house, entry.open, *entry.story))
        return refuse("not-found", "Page not found");
    Giving giving;
    giving.noun = is_meeting_that_stands(house, *entry.story) ? "notes" : "copy";
    for (const auto& one : recipients_of(house, entry.open, *entry.story)) {
        if (one.people.empty())
            giving.people.push_back(one.who);
        giving.recipients.push_back(one);
    }
    for (const auto& one : giving.recipients)
        add_others(giving.people, one.people);
    const auto id = entry.id();
    auto others = notes_of_the_others(house, call.caller<Caller>(), entry);
    giving.notes.push_back({std::move(entry.open), id});
    for (auto& [open, story] : others)
        if (may_give(house, open, *open.child->find(story)))
            giving.notes.push_back({std::move(open), story});
    for (const auto& notes : giving.notes) // who may hear about a child stands in that child's own entry
        add_others(giving.people, people_of(notes.story()));
    return giving;
}

Url own_path(const access::OpenRecord& open, const EntryId& entry) { return path("/children/{}/entries/{}/who-gets-what", open.record.hex(), entry.hex()); }

bool was_given(const MeetingNotes& notes, const std::string& person) {
    return std::ranges::any_of(notes.story().sharings, [&](const auto& given) { return given.what.to == person; });
}

// What they have been given of this child's already; of whom the policy names that it is missing there.
std::string has_it(const Giving& giving, const MeetingNotes& notes, const std::string& person) {
    const auto stands_for = [&](const Recipient& one) { return one.who == person || std::ranges::find(one.people, person) != one.people.end(); };
    const auto named = std::ranges::find_if(giving.recipients, stands_for);
    if (&notes == &giving.notes.front() && named != giving.recipients.end() && (named->people.empty() || named->had.empty()))
        return named->had.empty() ? (named->people.empty() ? "Missing: the policy has it go to them" : "Missing: the policy has it go to " + named->who) : "Has it: " + join(named->had, "; ");
    std::vector<std::string> all;
    for (const auto& given : notes.story().sharings)
        if (given.what.to == person)
            all.push_back(given.what.how + ", " + calendar::in_words(given.what.on));
    return all.empty() ? std::string() : "Has it: " + join(all, "; ");
}

Html cell(const Asked& asked, const Giving& giving, std::size_t row, std::size_t column) {
    const auto& notes = giving.notes[column];
    const auto& person = giving.people[row];
    Checkboxes box;
    box.name = std::string(given_box);
    box.id_prefix = fmt::format("given-{}-{}", row, column);
    box.values = lines_of(field(asked.fields, box.name));
    box.classes = "govuk-checkboxes--small";
    Choice choice;
    choice.words = html("<span class=\"govuk-visually-hidden\">{} gets {} {}</span>", person, possessive(notes.first_name()), giving.noun); // the column's heading says it to who sees it
    choice.value = fmt::format("{}:{}", row, column);
    const bool is_beyond = hears_about(*notes.story().form(), person) == Hears::No && !was_given(notes, person);
    choice.hint.words = is_beyond ? "Not among those who may hear about " + notes.first_name() : has_it(giving, notes, person);
    box.choices.push_back(choice);
    return checkboxes(box);
}

// One under the other on a phone: each person is a part of its own, with the children beneath the name.
Html table_of(const Asked& asked, const Giving& giving) {
    Html rows;
    for (std::size_t row = 0; row < giving.people.size(); ++row) {
        Html cells;
        for (std::size_t column = 0; column < giving.notes.size(); ++column)
            cells += html("<td class=\"govuk-table__cell\">{}</td>", cell(asked, giving, row, column));
        rows += html("<tr class=\"govuk-table__row\"><th class=\"govuk-table__header\" scope=\"row\">{}</th>{}</tr>", capital(giving.people[row]), cells);
    }
    Html heads;
    for (const auto& notes : giving.notes)
        heads += html("<th class=\"govuk-table__header\" scope=\"col\">{}</th>", possessive(notes.first_name()) + " " + giving.noun);
    auto problem = error_at(asked.refusals, given_box);
    problem.id = "given-error";
    return (problem.words.empty() ? Html() : error_message(problem)) +
           html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Who gets what\"><table class=\"govuk-table\" id=\"given\"><caption class=\"govuk-table__caption govuk-table__caption--m\">{}</caption>"
                "<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\"><th class=\"govuk-table__header\" scope=\"col\">Who</th>{}</tr></thead>"
                "<tbody class=\"govuk-table__body\">{}</tbody></table></div>", giving.noun == "notes" ? "Who gets whose notes" : "Who gets a copy", heads, rows);
}

// As it was said when they were asked: nobody has to tick it again.
desk::Fields ticked_before(const Giving& giving) {
    std::vector<std::string> lines;
    for (std::size_t column = 0; column < giving.notes.size(); ++column)
        for (std::size_t row = 0; row < giving.people.size(); ++row)
            if (hears_about(*giving.notes[column].story().form(), giving.people[row]) == Hears::Yes && !was_given(giving.notes[column], giving.people[row]))
                lines.push_back(fmt::format("{}:{}", row, column));
    return {{std::string(given_box), join(lines, "\n")}};
}

Html i_have_checked(const Asked& asked) {
    const bool is_asked = std::ranges::find(asked.refusals, checked_box, &Refusal::field) != asked.refusals.end() || !field(asked.fields, std::string(checked_box)).empty();
    if (!is_asked)
        return Html();
    Checkboxes box;
    box.name = box.id_prefix = std::string(checked_box);
    box.values = lines_of(field(asked.fields, box.name));
    Choice choice;
    choice.words = "I have checked: each of them may have what I ticked";
    choice.value = "yes";
    box.choices.push_back(choice);
    box.error = error_at(asked.refusals, checked_box);
    return checkboxes(box);
}

Response giving_page(const House& house, const Call& call, const Giving& giving, const desk::Fields& fields, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const auto& own = giving.notes.front();
    const Asked asked{fields, refusals};
    auto frame = child_frame(house, caller, own.open, "Who gets what");
    frame.refusals = refusals;
    frame.back = BackLink{path("/children/{}/entries/{}", own.open.record.hex(), own.entry.hex()),
                          "Back to the " + within_a_sentence(own.story().name()) + " of " + calendar::in_words(own.story().day())};
    if (giving.people.empty())
        return shown(frame, html("<p class=\"govuk-body\">Nobody is written down as asked or as there. "
                                 "<a class=\"govuk-link\" href=\"{}\">Say that a copy was given</a> to somebody else.</p>",
                                 path("/children/{}/entries/{}/sharing", own.open.record.hex(), own.entry.hex())));
    auto top = giving.noun == "notes" ? html("<p class=\"govuk-body\">Tick only whose notes each of them may have. Nothing is sent from here: it is written down what was given. "
                                           "A child's notes hold that child's own part, and what was the same for all.</p>")
                                    : html("<p class=\"govuk-body\">Tick who was given a copy. Nothing is sent from here: it is written down what was given.</p>");
    auto content = table_of(asked, giving) + i_have_checked(asked) +
                   choose_means(house, asked, "how", {{"by hand", "by hand"}, {"by post", "by post"}, {"by e-mail", "by e-mail"}, {"read out", "read out"}, {"other", "another way"}}) +
                   date_input(date_boxes(fields, "on", "When? Leave it empty for today.", refusals)) + box(asked, "why", "Why?") +
                   box(asked, "agreement", "Who agreed?", "Who agreed to it and when, or why no agreement was needed.") + button({"Keep this"});
    return shown(frame, top + post_form({own_path(own.open, own.entry), caller.session.csrf, form_number(call).hex(), content}));
}

// The lines that were ticked, as people of one child's notes.
std::vector<std::string> ticked_of(const desk::Fields& fields, const Giving& giving, std::size_t column) {
    std::vector<std::string> people;
    const auto lines = lines_of(field(fields, std::string(given_box)));
    for (std::size_t row = 0; row < giving.people.size(); ++row)
        if (std::ranges::find(lines, fmt::format("{}:{}", row, column)) != lines.end())
            people.push_back(giving.people[row]);
    return people;
}

// What they would be shown that they may not know: the certain is passed by nobody, the rest by who has checked it.
struct Doubts {
    Refusals certain;
    std::vector<std::string> to_check;
};

record::Form as_it_goes_to(const StoryEntry& meeting, const std::string& person) {
    auto form = *meeting.form();
    for (auto& answer : form.answers)
        if (auto* text = std::get_if<record::Text>(&answer.value))
            text->words = record::words_now(meeting, answer.item);
    const auto comma = person.find(", ");
    form.answers.push_back({"from-whom", "Who it goes to", "about", "person", record::People{{{person.substr(0, comma), comma == std::string::npos ? "" : person.substr(comma
            + 2), {}, {}}}, false}});
    return form;
}

void add_doubts(const MeetingNotes& notes, const std::string& person, Doubts& doubts) {
    if (hears_about(*notes.story().form(), person) == Hears::No)
        doubts.to_check.push_back(person + " is not among those who may hear about " + notes.first_name());
    for (const auto& shown : casework::hidden_homes_in(*notes.open.family, as_it_goes_to(notes.story(), person)))
        if (shown.how_sure == casework::HowSure::Certain)
            doubts.certain.push_back(refuse("hidden-address", fmt::format("{} notes would show {} where {} is: that address stands in “{}”. "
                                                                          "Have it taken out of the notes first",
                    possessive(notes.first_name()),
                                                                          shown.receiver, shown.home, shown.label), std::string(given_box)));
        else
            doubts.to_check.push_back(fmt::format("“{}” of {} notes has the street of {}, and {} may not know where that is", shown.label, possessive(notes.first_name()),
                    shown.home, shown.receiver));
}

Refusals doubts_about(const Giving& giving, const desk::Fields& fields) {
    Doubts doubts;
    for (std::size_t column = 0; column < giving.notes.size(); ++column)
        for (const auto& person : ticked_of(fields, giving, column))
            add_doubts(giving.notes[column], person, doubts);
    auto refusals = doubts.certain;
    if (!doubts.to_check.empty() && field(fields, std::string(checked_box)) != "yes")
        refusals.push_back(refuse("look-again", join(doubts.to_check, ". ") + ". Take the tick off, or say that you have checked", std::string(checked_box)));
    return refusals;
}

struct ToKeep {
    const MeetingNotes* notes;
    casework::Writing writing;
};

Result<std::vector<ToKeep>> what_to_keep(const House& house, const Call& call, const Giving& giving) {
    const auto fields = typed_in(call);
    const auto on = read_day(fields, "on");
    const auto means = means_said(house, fields, "how");
    Refusals refusals = on ? Refusals{} : on.refusals();
    refusals.insert(refusals.end(), means.refusals.begin(), means.refusals.end());
    for (auto& refusal : doubts_about(giving, fields))
        refusals.push_back(std::move(refusal));
    std::vector<ToKeep> all;
    const auto of_form = act_of_form(house, call);
    unsigned turn = 0;
    for (std::size_t column = 0; column < giving.notes.size(); ++column) {
        const auto& notes = giving.notes[column];
        std::vector<record::SharingGiven> given_of_it;
        for (const auto& person : ticked_of(fields, giving, column)) {
            auto act = of_form;
            act.id = casework::id_of(of_form, turn++);
            const record::SharingGiven given{notes.entry, person, means.words, said(call, "why"), said(call, "agreement"), on && *on ? **on : house.today()};
            auto written = casework::give_a_copy(act, *notes.open.child, given);
            if (!written)
                for (auto& refusal : moved(written.refusals(), "on", "on.day"))
                    if (std::ranges::find(refusals, refusal.field, &Refusal::field) == refusals.end())
                        refusals.push_back(std::move(refusal));
            if (!written)
                continue;
            if (all.empty() || all.back().notes != &notes)
                all.push_back({&notes, {}});
            for (auto& one : *written)
                all.back().writing.push_back(std::move(one));
            given_of_it.push_back(given);
        }
        if (!given_of_it.empty())
            for (auto& one : note_of_notes_given(house, of_form, notes.open, notes.story(), given_of_it, turn++))
                all.back().writing.push_back(std::move(one));
    }
    if (turn == 0)
        refusals.push_back(refuse("missing", giving.noun == "notes" ? "Tick who gets whose notes" : "Tick who gets a copy", std::string(given_box)));
    if (!refusals.empty())
        return refusals;
    return all;
}

Outcome keep_all(const House& house, const Call& call, const std::vector<ToKeep>& all) {
    for (const auto& one : all) {
        if (is_kept(*one.notes->open.child, one.writing.front().id)) // pressed twice
            continue;
        auto appended = append(house, call.caller<Caller>(), one.notes->open, access::Act::Share, on_type(house, one.notes->story().record_type()),
                               form_of_record(form_number(call), one.notes->open.record), one.writing);
        if (!appended && appended.refusal().code == "changed-meanwhile")
            return refuse("changed-meanwhile", "Somebody wrote in " + possessive(one.notes->first_name()) + " record meanwhile. Nothing is lost: press the button again");
        if (!appended)
            return refuse("not-found", "Page not found");
    }
    return Nothing{};
}

Response show_giving(const House& house, const Call& call) {
    auto giving = giving_at(house, call);
    return giving ? giving_page(house, call, *giving, ticked_before(*giving), {}) : not_found(house);
}

Response keep_giving(const House& house, const Call& call) {
    auto giving = giving_at(house, call);
    if (!giving)
        return not_found(house);
    auto all = what_to_keep(house, call, *giving);
    if (!all)
        return giving_page(house, call, *giving, typed_in(call), all.refusals());
    auto kept = keep_all(house, call, *all);
    if (!kept)
        return is_not_found(kept.refusals()) ? not_found(house) : giving_page(house, call, *giving, typed_in(call), kept.refusals());
    const auto& own = giving->notes.front();
    return redirect(done(path("/children/{}/entries/{}", own.open.record.hex(), own.entry.hex()), "given"));
}

// The meeting itself, or that of which these are the notes.
const StoryEntry* meeting_of(const House& house, const access::OpenRecord& open, const StoryEntry& story) {
    if (story.form() && house.pack().is_like(story.record_type(), "meeting"))
        return &story;
    const auto* document = std::get_if<record::Document>(&story.entry.content);
    const auto* meeting = document && document->belongs_to ? open.child->find(*document->belongs_to) : nullptr;
    return meeting && meeting->form() && house.pack().is_like(meeting->record_type(), "meeting") ? meeting : nullptr;
}

} // namespace

casework::Writing note_of_notes_given(const House& house, const casework::Act& act, const access::OpenRecord& open, const StoryEntry& story,
        const std::vector<record::SharingGiven>& given, unsigned turn) {
    const auto* meeting = meeting_of(house, open, story);
    const auto* type = house.pack().record_type(casework::sending_type);
    if (!meeting || !type)
        return {};
    casework::Sending sending{casework::Sent::Notes, within_a_sentence(meeting->name()), meeting->day(), {}};
    for (const auto& one : given) {
        const auto comma = one.to.find(", ");
        sending.to.push_back({one.to.substr(0, comma), comma == std::string::npos ? "" : one.to.substr(comma + 2), one.how, one.on});
    }
    auto written = casework::note_sending(act, *open.child, *type, sending, turn);
    return written ? *written : casework::Writing{};
}

Html way_to_who_gets_what(const House& house, const access::OpenRecord& open, const StoryEntry& meeting) {
    if (!may_give(house, open, meeting))
        return Html();
    return html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Who gets what<span class=\"govuk-visually-hidden\"> of the {} of {}</span></a></p>",
                own_path(open, meeting.entry.id), within_a_sentence(meeting.name()), calendar::in_words(meeting.day()));
}

std::vector<http::Route> who_gets_what_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/who-gets-what", http::Reach::Worker, to(show_giving)},
            {http::Method::Post, "/children/{child}/entries/{entry}/who-gets-what", http::Reach::Worker, to(keep_giving)}};
}

} // namespace lifestory::web::pages
