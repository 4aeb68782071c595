#include "web/pages/entry.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/agreement.h"
#include "web/pages/child.h"
#include "web/pages/child_reading.h"
#include "web/pages/correction_told.h"
#include "web/pages/decisions.h"
#include "web/pages/done.h"
#include "web/pages/draft_entries.h"
#include "web/pages/entry_files.h"
#include "web/pages/entry_words.h"
#include "web/pages/guidance.h"
#include "web/pages/letter_paper.h"
#include "web/pages/letters.h"
#include "web/pages/owed.h"
#include "web/pages/parents_copies.h"
#include "web/pages/put_right.h"
#include "web/pages/recipients.h"
#include "web/pages/same_visit.h"
#include "web/pages/same_words.h"
#include "web/pages/sign_off.h"
#include "web/pages/took_part.h"
#include "web/pages/versions.h"
#include "web/pages/where_used.h"
#include "web/pages/who_gets_what.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;

std::string heading_of(const House& house, const OpenEntry& entry) {
    bool visit = house.pack().is_like(entry.record_type(), "visit");
    return capital(entry.story->name()) + (visit ? " to you" + place_of(*entry.story) : std::string()) + ", " +
           calendar::in_words(entry.story->day());
}

std::string seen_words(const StoryEntry& story) {
    const auto* form = story.form();
    auto seen = form ? form->seen() : std::nullopt;
    return seen ? capital(std::string(record::word_of(*seen))) + ". " : "";
}

std::string written_by(const StoryEntry& story) {
    const auto& said = story.entry.said;
    auto finished = said.finished_by ? ", finished by " + joined(*said.finished_by) : std::string();
    auto told = said.told_by.empty() ? std::string() : " Told by " + said.told_by + ".";
    return fmt::format("Written by {}{}, on {}.{}", joined(said.recorded_by), finished, day_of(story.entry.recorded_at), told);
}

Html due_of(const OpenEntry& entry, const Judged& judged) {
    Html all;
    for (const auto& owed : judged.obligations)
        if (owed.met_by == entry.id() && owed.due)
            all += html(" {}: due <a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">, how this was counted for {}</span></a>, {}.",
                        owed.name, due_path(entry.open.record, owed), calendar::in_words(owed.due->day), owed.name, state_words(owed));
    return all;
}

Html lateness_of(const OpenEntry& entry) {
    const auto* late = record::lateness_of(entry.story->entry.content);
    if (!late || !*late)
        return Html();
    return inset_text({html("<p>Why this is late: {}</p><p>What kept {} safe meanwhile: {}</p>", (*late)->reason,
                            entry.open.child->first_name(), (*late)->kept_safe), {}, {}, {}});
}

Html words_of_entry(const OpenEntry& entry, const Notes& notes) {
    const auto& story = *entry.story;
    if (const auto* form = story.form()) {
        auto words = words_of_items(story, notes);
        show_files(words, entry);
        show_entries(words, entry.open, story);
        return as_sections(read_parts(*form, entry.open.child->first_name(), Reader::Worker, words), 2);
    }
    return words_without_form(story, notes);
}

// ---- what came after

struct After {
    calendar::Instant at{};
    Html what;
};

// Beside an agreement of somebody else than the policy names.
Html not_settled(const std::string& still_waits_for) {
    return still_waits_for.empty() ? Html() : html("<p class=\"govuk-body\">It waited for {} all the same.</p>", still_waits_for);
}

void add_comments(std::vector<After>& all, const StoryEntry& story) {
    for (const auto& agreed : story.endorsements)
        all.push_back({agreed.at, voice_block({Voice::Manager, fmt::format("Manager's comment, {}, {}, {}", agreed.by.full_name, agreed.by.designation, day_of(agreed.at)),
                                               (agreed.what.comment.empty() ? html("<p class=\"govuk-body\">Agreed.</p>") : paragraphs(agreed.what.comment)) + not_settled(agreed.what.still_waits_for), {}, {}, {}})});
    for (const auto& comment : story.comments) {
        auto kind = comment.what.by_manager ? "Manager's comment" : "Comment";
        all.push_back({comment.at, voice_block({comment.what.by_manager ? Voice::Manager : Voice::Worker,
                                                fmt::format("{}, {}, {}, {}", kind, comment.by.full_name, comment.by.designation, day_of(comment.at)),
                                                paragraphs(comment.what.words), {}, {}, {}})});
    }
}

Html what_came_after(const StoryEntry& story) {
    std::vector<After> all;
    for (const auto& added : story.additions)
        all.push_back({added.at, html("<section class=\"app-addition\"><h3 class=\"govuk-heading-s\">Added on {} by {}</h3>{}</section>", day_of(added.at),
                                      joined(added.by), paragraphs(added.what.words))});
    add_comments(all, story);
    std::stable_sort(all.begin(), all.end(), [](const After& left, const After& right) { return left.at < right.at; });
    Html rows;
    for (const auto& one : all)
        rows += one.what;
    return rows.empty() ? Html() : html("<h2 class=\"govuk-heading-m\">After it was signed</h2>{}", rows);
}

// ---- who reads it, who has it, who looked

std::string release_words(const OpenEntry& entry, calendar::Day today) {
    const auto* decided = entry.story->release();
    auto name = entry.open.child->first_name();
    if (!decided)
        return "Nobody has said when " + name + " reads this.";
    if (decided->how == "not-yet")
        return name + " does not read this yet, because " + decided->not_yet_reason + "." +
               (decided->look_again ? " Look again on " + calendar::with_weekday(*decided->look_again) + "." : "");
    if (decided->how == "now")
        return name + " reads this on " + (entry.open.family ? pronouns_of(*entry.open.child, *entry.open.family).possessive : "their") + " pages.";
    return entry.story->is_released_on(today) ? name + " has read this together with a worker." : name + " reads this together with a worker, at the next visit.";
}

// " (the old words; told of the correction 16 December 2026)", of a copy given before a correction.
std::string told_of_correction(const StoryEntry& story, const record::Beside<record::SharingGiven>& given) {
    for (const auto& correction : story.corrections) {
        if (correction.at <= given.at)
            continue;
        for (const auto& told : story.told)
            if (told.what.entry == correction.entry && told.what.who == given.what.to)
                return " (the old words; told of the correction " + calendar::in_words(told.what.on) + ")";
        return " (the old words)";
    }
    return "";
}

std::string given_to(const StoryEntry& story) {
    std::vector<std::string> all;
    for (const auto& given : story.sharings)
        all.push_back(fmt::format("{}, {}, {}{}", given.what.to, given.what.how, calendar::in_words(given.what.on), told_of_correction(story, given)));
    return all.empty() ? "Nobody yet." : join(all, " · ") + ".";
}

Html who_has_looked(const House& house, const Caller& caller, const OpenEntry& entry) {
    if (!entry.open.may(access::Act::SeeReadings))
        return Html();
    auto looks = house.door.readings(caller.visitor, entry.open, {});
    if (!looks)
        return Html();
    std::set<std::string> people;
    for (const auto& look : *looks)
        if (look.entry == entry.id())
            people.insert(look.worker.hex());
    return html("<p class=\"govuk-body\">Who has looked: {} <a class=\"govuk-link\" href=\"{}\">See<span class=\"govuk-visually-hidden\"> who has looked at {} record</span></a></p>",
                plural(people.size(), "person", "people"), path("/children/{}/readings", entry.open.record.hex()), possessive(entry.open.child->first_name()));
}

Html release_link(const House& house, const OpenEntry& entry) {
    if (!entry.may(house, access::Act::Release))
        return Html();
    return html(" <a class=\"govuk-link\" href=\"{}\">Change<span class=\"govuk-visually-hidden\"> when {} reads the {}</span></a>", entry.path_to("release"),
                entry.open.child->first_name(), entry.name());
}

Html when_read(const House& house, const OpenEntry& entry, const Judged& judged) {
    if (entry.story->form() && is_kept_from_the_child(house, judged, *entry.story))
        return html("{}", "The policy does not write this to " + entry.open.child->first_name() + ", who can still ask to read it.");
    return html("{}{}", release_words(entry, house.today()), release_link(house, entry));
}

// ---- presses, only of who may

Html press(const OpenEntry& entry, std::string_view words, std::string_view act) {
    Button button{words};
    button.href = entry.path_to(act);
    button.classes = "govuk-button--secondary";
    return web::button(button);
}

// Where it is agreed to on this page, a comment is written there.
Html presses(const House& house, const OpenEntry& entry, const Html& agreement) {
    using access::Act;
    std::vector<Html> all;
    if (entry.may(house, Act::Add))
        all.push_back(press(entry, "Add to this", "addition"));
    if (entry.may(house, Act::Correct))
        all.push_back(press(entry, "Correct", "correction"));
    else if (entry.may(house, Act::AskCorrection))
        all.push_back(press(entry, "Ask for a correction", "correction"));
    if (agreement.empty() && entry.may(house, Act::Comment))
        all.push_back(press(entry, "Comment", "comment"));
    if (entry.may(house, Act::Write))
        all.push_back(press(entry, "Write down what somebody says about it", "disagreements"));
    if (entry.may(house, Act::Share))
        all.push_back(press(entry, "Give a copy", "sharing"));
    return all.empty() ? Html() : button_group(all);
}

// The press to read it with the child, where it was given to her.
Html read_together(const House& house, const OpenEntry& entry, const Judged& judged) {
    auto given = given_to_child(house, entry.open, judged);
    if (!entry.may(house, access::Act::Release) || std::find(given.begin(), given.end(), entry.story) == given.end())
        return Html();
    Button together{Phrase("Read it with " + entry.open.child->first_name())};
    together.href = path("/children/{}/handover/{}", entry.open.record.hex(), entry.id().hex());
    together.classes = "govuk-button--secondary";
    return button(together);
}

Response show_entry(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    if (!entry)
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    note_shown(house, caller, entry->open.record, *entry->story);
    auto title = capital(entry->story->name()) + ", " + calendar::in_words(entry->story->day());
    auto frame = child_frame(house, caller, entry->open, title);
    frame.heading = heading_of(house, *entry);
    frame.back = BackLink{path("/children/{}", entry->open.record.hex()), possessive(entry->open.child->first_name()) + " story"};
    frame.banner = banner_for(house, entry->open, done_code(call));
    frame.print = print_frame(house, caller, entry->open, title);
    auto judged = judge(house, entry->open);
    frame.heading_aside = read_together(house, *entry, judged);
    auto top = html("<p class=\"govuk-body\">{}{}{}</p>", seen_words(*entry->story), written_by(*entry->story), due_of(*entry, judged)) + agreement_line(house, entry->open, *entry->story) + written_in_error(*entry->story) + beside_the_one_before(house, *entry) + no_reason(house, *entry->story) + lateness_of(*entry);
    auto notes = notes_of_entry(house, *entry);
    auto beside = notes_beside(notes);
    auto words = words_of_entry(*entry, notes) + who_took_part(house, *entry) + what_letter_tells(house, *entry) + on_paper_link(house, *entry) + what_came_after(*entry->story);
    const auto agreement = agreement_form(house, caller, *entry);
    auto foot = html("<p class=\"govuk-body\">{}</p><p class=\"govuk-body\"><strong>Given to:</strong> {}</p>{}", when_read(house, *entry, judged), given_to(*entry->story), still_to_tell(house, *entry)) + recipients_block(house, entry->open, *entry->story) + copies_of_parents(house, *entry) +
                of_the_others(house, caller, *entry) + way_to_who_gets_what(house, entry->open, *entry->story) + where_it_is_used(house, *entry, judged) + policy_of_entry(house, *entry->story) +
                who_has_looked(house, caller, *entry) + agreement + presses(house, *entry, agreement);
    return shown(frame, top + (beside.empty() ? words : main_and_side(words, beside)) + foot);
}

} // namespace

std::vector<http::Route> entry_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}", http::Reach::Worker, to(show_entry)}};
}

} // namespace lifestory::web::pages
