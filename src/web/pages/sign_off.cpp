#include "web/pages/sign_off.h"

#include <algorithm>

#include "base/text.h"
#include "casework/endorse.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/agreement.h"
#include "web/pages/beside_entry.h"
#include "web/pages/entry_words.h"
#include "web/pages/form_reading.h"
#include "web/pages/owed.h"
#include "web/pages/same_words.h"
#include "web/pages/story_list.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

std::vector<index::EntryRow> queue_of(const House& house, const Caller& caller) {
    return house.door.waiting_for(caller.visitor, house.now());
}

Html due_line_of(const Judged& judged, const access::OpenRecord& open, const record::StoryEntry& story) {
    for (const auto& owed : judged.obligations)
        if (owed.met_by == story.entry.id && owed.due)
            return html("<p class=\"govuk-body\">Due {}: <a class=\"govuk-link\" href=\"{}\">{}</a></p>", calendar::in_words(owed.due->day), due_path(open.record, owed), state_words(owed));
    return Html();
}

// Where words were closed, those that were kept may be among them.
Html kept_of(const record::StoryEntry& story) {
    const auto* all = record::kept_of(story.entry.content);
    return all && story.closings.empty() ? kept_words_of(story.entry.said.recorded_by.full_name, *all) : Html();
}

Html release_line(const access::OpenRecord& open, const record::StoryEntry& story) {
    const auto* release = story.release();
    auto name = open.child->first_name();
    if (!release)
        return html("<p class=\"govuk-body\">It is not said yet when {} reads this.</p>", name);
    if (release->how == "not-yet")
        return html("<p class=\"govuk-body\">{} does not read this yet: {}.</p>", name, release->not_yet_reason);
    return html("<p class=\"govuk-body\">{} reads this {}.</p>", name, release->how == "now" ? "on their pages, now" : "together with the worker, at the next visit");
}

// The same two presses wherever an entry is agreed to.
Html comment_box(const std::string& child, const std::string& typed, const Refusals& refusals) {
    Textarea comment;
    comment.id = comment.name = "words";
    comment.value = typed;
    comment.label.words = "Your comment";
    comment.hint.words = child + " will read this too. Say what you agree with, what you would think about, what you decide.";
    comment.rows = 4;
    comment.error = error_at(refusals, "words");
    return textarea(comment);
}

Html agree_and_comment(const std::string& more, const std::vector<Html>& beside) {
    auto act = [](std::string words, std::string value) {
        Button one{Phrase(words)};
        one.name = "act";
        one.value = std::move(value);
        return one;
    };
    auto agree = act("Agree" + more, "agree"), say = act("Comment" + more, "comment");
    say.classes = "govuk-button--secondary";
    std::vector<Html> buttons{button(agree), button(say)};
    buttons.insert(buttons.end(), beside.begin(), beside.end());
    return button_group(buttons);
}

struct Turn {
    access::OpenRecord open;
    const record::StoryEntry* story;
    std::size_t place, count;
};

Html comment_form(const Caller& caller, const Turn& turn, const std::string& typed, const Refusals& refusals) {
    auto skip = html("<a class=\"govuk-link\" href=\"{}\">Skip</a>", path("/team/sign-off?skip={}", std::to_string(turn.place + 1)));
    return post_form({path("/team/sign-off/{}", turn.story->entry.id.hex()), caller.session.csrf, FormNumber::random().hex(),
                      hidden_input("child", turn.open.record.hex()) + hidden_input("skip", std::to_string(turn.place)) + comment_box(turn.open.child->first_name(), typed, refusals) +
                          agree_and_comment(" and next", {skip})});
}

Response turn_page(const House& house, const Caller& caller, const Turn& turn, const std::string& typed, const Refusals& refusals) {
    auto frame = frame_for(house, caller);
    frame.act = "To sign or comment";
    frame.heading = "To sign or comment";
    frame.refusals = refusals;
    frame.current = "/team/sign-off";
    const auto& story = *turn.story;
    const auto& author = story.entry.said.recorded_by;
    auto judged = judge(house, turn.open);
    auto title = html("<h2 class=\"govuk-heading-m\">{}: {}, {}</h2><p class=\"govuk-body\">Written by {}, {}, {}, on {}. {} of {}</p>", turn.open.child->name(), title_of(story),
                      calendar::in_words(story.day()), author.full_name, author.designation, author.team, calendar::in_words(calendar::london_day(story.entry.recorded_at)), turn.place + 1, turn.count);
    Html words;
    if (const auto* form = story.form())
        words = as_sections(read_parts(*form, turn.open.child->first_name(), Reader::Worker, words_as_the_child_reads(story)), 3);
    const auto* late = lateness_of(story.entry.content);
    auto why = late && *late ? html("<p class=\"govuk-body\">{} wrote: {}. {}</p>", split(author.full_name, ' ').front(), (*late)->reason, (*late)->kept_safe) : Html();
    auto side = agreement_line(house, turn.open, story) + due_line_of(judged, turn.open, story) + why + kept_of(story) + release_line(turn.open, story);
    return shown(frame, title + main_and_side(words + comment_form(caller, turn, typed, refusals), side));
}

std::size_t skipped(std::string_view text) {
    std::size_t number = 0;
    for (char c : text.substr(0, 4))
        number = c >= '0' && c <= '9' ? number * 10 + static_cast<std::size_t>(c - '0') : number;
    return number;
}

Response show_queue(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto queue = queue_of(house, caller);
    for (auto place = skipped(call.request.query.get("skip")); place < queue.size(); ++place) {
        auto open = house.door.open(caller.visitor, queue[place].record, queue[place].id, house.now());
        const auto* story = open ? open->child->find(queue[place].id) : nullptr;
        if (!story)
            continue;
        note_shown(house, caller, queue[place].record, *story);
        return turn_page(house, caller, {*open, story, place, queue.size()}, "", {});
    }
    auto frame = frame_for(house, caller);
    frame.act = "To sign or comment";
    frame.heading = "To sign or comment";
    frame.current = "/team/sign-off";
    return shown(frame, html("<p class=\"govuk-body\">Nothing waits for you.</p>"));
}

Response answer(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto child = RecordNumber::parse(call.form.get("child"));
    auto entry = EntryId::parse(call.parameter("entry"));
    if (!child || !entry)
        return not_found(house);
    auto open = house.door.open(caller.visitor, *child, *entry, house.now());
    const auto* story = open ? open->child->find(*entry) : nullptr;
    if (!story)
        return not_found(house);
    auto words = said(call, "words");
    bool agrees = call.form.get("act") == "agree";
    auto act = act_of_form(house, call);
    auto place = skipped(call.form.get("skip"));
    auto waits = agrees ? waits_after_agreement(house, *open, *story, caller.worker()) : waits_after_comment(house, *open, *story);
    if (is_kept(*open->child, act.id)) // pressed twice
        return redirect(path("/team/sign-off?skip={}", std::to_string(place)));
    auto written = agrees ? casework::endorse(act, *open->child, {*entry, words, waits}) : casework::comment(act, *open->child, *entry, words, waits);
    if (!written)
        return turn_page(house, caller, {*open, story, place, queue_of(house, caller).size()}, words, written.refusals());
    auto appended = append(house, caller, *open, agrees ? access::Act::Endorse : access::Act::Comment, on_type(house, story->record_type()), form_number(call), *written);
    if (!appended && appended.refusal().code == "changed-meanwhile")
        return turn_page(house, caller, {*open, story, place, queue_of(house, caller).size()}, words, {refuse("changed-meanwhile", "Somebody wrote in this record meanwhile. Nothing is lost: press again")});
    if (!appended)
        return not_found(house);
    const auto queue = queue_of(house, caller); // what still waits for them stands where it stood
    const bool stays = place < queue.size() && queue[place].id == *entry;
    return redirect(path("/team/sign-off?skip={}", std::to_string(stays ? place + 1 : place)));
}

// On the entry's own page: the same two acts, and back to the entry.
Response answer_on_its_page(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    const bool agrees = call.form.get("act") == "agree";
    const auto kind = agrees ? access::Act::Endorse : access::Act::Comment;
    if (!entry || !entry->may(house, kind))
        return not_found(house);
    const auto words = said(call, "words");
    const auto act = act_of_form(house, call);
    const auto worker = call.caller<Caller>().worker();
    const auto waits = agrees ? waits_after_agreement(house, entry->open, *entry->story, worker) : waits_after_comment(house, entry->open, *entry->story);
    const auto written = agrees ? casework::endorse(act, *entry->open.child, {entry->id(), words, waits})
                                : casework::comment(act, *entry->open.child, entry->id(), words, waits);
    return keep(house, call, *entry, kind, written, agrees ? "endorsed" : "commented", [&](const Refusals& refusals) {
        const auto& caller = call.caller<Caller>();
        auto frame = frame_for(house, caller);
        frame.act = "Agree to the " + entry->name();
        frame.heading = frame.act;
        frame.refusals = refusals;
        frame.back = BackLink{entry->path(), "Back to it"};
        return shown(frame, post_form({entry->path_to("agreement"), caller.session.csrf, form_number(call).hex(),
                                       comment_box(entry->open.child->first_name(), words, refusals) + agree_and_comment("", {})}));
    });
}

} // namespace

Html kept_words_of(const std::string& writer, std::span<const record::Kept> kept) {
    Html rows;
    for (const auto& one : kept)
        rows += html("<li>\"{}\": {}</li>", one.words, one.reason);
    return kept.empty() ? Html() : html("<p class=\"govuk-body\">{} kept these words:</p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", writer, rows);
}

Html agreement_form(const House& house, const Caller& caller, const OpenEntry& entry, const std::string& typed, const Refusals& refusals) {
    const auto queue = caller.manages() && entry.may(house, access::Act::Endorse) ? queue_of(house, caller) : std::vector<index::EntryRow>{};
    if (std::ranges::none_of(queue, [&](const auto& row) { return row.id == entry.id(); }))
        return Html();
    return html("<h2 class=\"govuk-heading-m\" id=\"agree\">It waits for you</h2>{}",
                post_form({entry.path_to("agreement"), caller.session.csrf, FormNumber::random().hex(),
                           comment_box(entry.open.child->first_name(), typed, refusals) + agree_and_comment("", {})}));
}

std::vector<http::Route> sign_off_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/team/sign-off", http::Reach::Manager, to(show_queue)},
            {http::Method::Post, "/team/sign-off/{entry}", http::Reach::Manager, to(answer)},
            {http::Method::Post, "/children/{child}/entries/{entry}/agreement", http::Reach::Manager, to(answer_on_its_page)}};
}

} // namespace lifestory::web::pages
