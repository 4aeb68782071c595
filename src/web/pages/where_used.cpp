#include "web/pages/where_used.h"

#include <algorithm>

#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/chronology_of.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

Html link_to(const Url& to, std::string_view words) { return html("<a class=\"govuk-link\" href=\"{}\">{}</a>", to, words); }

void add_what_it_met(std::vector<Html>& uses, const OpenEntry& entry, const Judged& judged) {
    for (const auto& owed : judged.obligations)
        if (owed.met_by == entry.id() && owed.due)
            uses.push_back(html("it met {}", link_to(due_path(entry.open.record, owed), within_a_sentence(owed.name) + ", due " + calendar::in_words(owed.due->day))));
}

// What is due because this happened, and nothing else has met yet.
void add_what_counts_from_it(std::vector<Html>& uses, const OpenEntry& entry, const Judged& judged) {
    for (const auto& owed : judged.obligations)
        if (owed.starting == entry.id() && owed.met_by != entry.id() && owed.due && owed.is_open())
            uses.push_back(html("{} counts from it", link_to(due_path(entry.open.record, owed), within_a_sentence(owed.name) + ", due " + calendar::in_words(owed.due->day))));
}

bool belongs_to(const record::StoryEntry& other, const EntryId& entry) {
    const auto* document = std::get_if<record::Document>(&other.entry.content);
    return document && document->belongs_to == entry;
}

bool speaks_of(const record::StoryEntry& letter, const EntryId& entry) {
    const auto* document = std::get_if<record::Document>(&letter.entry.content);
    return document && std::ranges::find(document->speaks_of, entry) != document->speaks_of.end();
}

void add_what_names_it(std::vector<Html>& uses, const OpenEntry& entry) {
    for (const auto& other : entry.open.child->story)
        if (belongs_to(other, entry.id()) || rests_on(other, entry.id()) || speaks_of(other, entry.id()))
            uses.push_back(link_to(path("/children/{}/entries/{}", entry.open.record.hex(), other.entry.id.hex()),
                                   within_a_sentence(other.name()) + " of " + calendar::in_words(other.day())));
}

// The other way round: what this entry itself belongs to.
void add_what_it_belongs_to(std::vector<Html>& uses, const OpenEntry& entry) {
    for (const auto& other : entry.open.child->story)
        if (belongs_to(*entry.story, other.entry.id))
            uses.push_back(html("it belongs to {}", link_to(path("/children/{}/entries/{}", entry.open.record.hex(), other.entry.id.hex()),
                                                            within_a_sentence(other.name()) + " of " + calendar::in_words(other.day()))));
}

void add_chronology(std::vector<Html>& uses, const House& house, const OpenEntry& entry, const Judged& judged) {
    if (!sees_all(entry.open))
        return;
    if (const auto number = chronology_of(house, entry.open, judged).number_of(entry.id()))
        uses.push_back(link_to(chronology_path(entry.open.record), "chronology, row " + std::to_string(*number)));
    else if (may_keep_chronology(house, entry.open) && entry.story->form() && !entry.story->withdrawn() && !record::is_of_the_chronology(*entry.story))
        uses.push_back(html("not in the chronology: {}", link_to(row_path(entry.open.record, entry.id()), "put it in")));
}

void add_what_goes_on_from_it(std::vector<Html>& uses, const record::StoryEntry& story) {
    for (const auto& correction : story.corrections)
        uses.push_back(html("corrected on {}", day_of(correction.at)));
    for (const auto& addition : story.additions)
        uses.push_back(html("added to on {}", day_of(addition.at)));
    for (const auto& said : story.disagreements)
        uses.push_back(html("answered on {}", day_of(said.at)));
}

} // namespace

bool rests_on(const record::StoryEntry& other, const EntryId& entry) {
    const auto* form = other.form();
    return form && std::ranges::any_of(form->answers, [&](const auto& answer) {
        const auto* named = std::get_if<record::Entries>(&answer.value);
        return named && std::ranges::find(named->entries, entry, &record::NamedEntry::entry) != named->entries.end();
    });
}

Html where_it_is_used(const House& house, const OpenEntry& entry, const Judged& judged) {
    std::vector<Html> uses;
    add_chronology(uses, house, entry, judged);
    add_what_it_met(uses, entry, judged);
    add_what_counts_from_it(uses, entry, judged);
    add_what_it_belongs_to(uses, entry);
    add_what_names_it(uses, entry);
    add_what_goes_on_from_it(uses, *entry.story);
    Html line;
    for (const auto& use : uses)
        line += line.empty() ? use : html(" · {}", use);
    return html("<p class=\"govuk-body\"><strong>Where it is used:</strong> {}</p>", uses.empty() ? html("nowhere else yet.") : line);
}

} // namespace lifestory::web::pages
