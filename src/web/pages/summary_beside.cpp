#include "web/pages/summary_beside.h"

#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/entry_words.h"
#include "web/pages/form_reading.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

// The letters to the child are summaries too, and are not what is meant.
const record::StoryEntry* latest_summary(const House& house, const record::Child& child) {
    const record::StoryEntry* latest = nullptr;
    for (const auto& story : child.story) {
        const bool is_one = story.form() && !story.withdrawn() && story.form()->find("written") && house.pack().is_like(story.record_type(), "summary");
        if (is_one && (!latest || latest->day() <= story.day()))
            latest = &story;
    }
    return latest;
}

} // namespace

Html summary_to_talk_about(const House& house, const DraftView& view) {
    if (!view.open || !view.type || !view.type->is_like("supervision") || !sees_all(*view.open))
        return Html();
    const auto* summary = latest_summary(house, *view.open->child);
    if (!summary)
        return Html();
    Details beside;
    beside.summary = "The " + within_a_sentence(summary->name()) + " of " + calendar::in_words(summary->day());
    beside.content = as_sections(read_parts(*summary->form(), view.first_name(), Reader::Worker, words_of_items(*summary)), 2) +
                     html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Read it as it was signed</a></p>",
                          path("/children/{}/entries/{}", view.open->record.hex(), summary->entry.id.hex()));
    return details(beside);
}

} // namespace lifestory::web::pages
