#include "web/pages/child_reading.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/timeline_of.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/entry_words.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t words_a_minute = 130; // read aloud by an eleven-year-old

// Only what the policy writes to the child.
record::Form written_to_child(const record::Form& form, const policy::WrittenToChild& written) {
    auto kept = form;
    std::erase_if(kept.answers, [&](const record::Answer& answer) {
        switch (written.written) {
        case policy::Written::InFull: return answer.part == "for-professionals";
        case policy::Written::InPart: return std::ranges::find(written.items, answer.item) == written.items.end();
        case policy::Written::NotToTheChild: return true;
        }
        return true;
    });
    return kept;
}

std::size_t minutes_of(const record::Form& form) {
    std::size_t words = 0;
    for (const auto& answer : form.answers) {
        const auto said = record::words_of(answer);
        words += static_cast<std::size_t>(std::count(said.begin(), said.end(), ' '));
    }
    return std::max<std::size_t>(1, words / words_a_minute);
}

std::string heading_of(const record::Author& author, bool is_visit, std::string_view name, std::string_view place, std::optional<calendar::Day> day) {
    auto what = is_visit ? possessive(split(author.full_name, ' ').front()) + " visit to you" + std::string(place) : capital(std::string(name));
    return day ? what + ", " + calendar::in_words(*day) : what;
}

std::string written_by(const record::Author& author) {
    return "Written by " + author.full_name + ", your " + fold(author.designation) + ".";
}

policy::WrittenToChild written_to_child(const House& house, const Judged& judged, const record::StoryEntry& story) {
    return policy::written_to_child(story.record_type(), circumstances(house, judged, story.day(), judged.timeline->find(story.entry.id)));
}

} // namespace

std::string place_of(const record::StoryEntry& story) {
    constexpr std::size_t most_letters = 40;
    if (const auto* form = story.form())
        for (const auto& answer : form->answers)
            if (answer.type == "place")
                if (auto place = trim(record::words_now(story, answer.item)); !place.empty() && letters(place) <= most_letters)
                    return " at " + place;
    return "";
}

ChildReading reading_of(const DraftView& view, const record::Author& author) {
    auto form = written_to_child(view.read.form, view.written);
    ChildReading reading;
    reading.heading = heading_of(author, view.type->is_like("visit"), view.type->name, "", view.happened_on);
    reading.written_by = written_by(author);
    reading.warning = trim(field(view.draft.fields, "release.warning"));
    reading.parts = read_parts(form, view.first_name(), Reader::Child);
    reading.minutes = minutes_of(form);
    return reading;
}

ChildReading reading_of(const House& house, const access::OpenRecord& open, const Judged& judged, const record::StoryEntry& story) {
    auto form = written_to_child(*story.form(), written_to_child(house, judged, story));
    const auto& author = story.entry.said.recorded_by;
    ChildReading reading;
    reading.heading = heading_of(author, house.pack().is_like(story.record_type(), "visit"), story.name(), place_of(story), story.day());
    reading.written_by = written_by(author);
    if (const auto* release = story.release())
        reading.warning = release->warning;
    if (const auto* withdrawn = story.withdrawn())
        reading.in_error = "This was written by mistake. " + withdrawn->by.full_name + " said so on " +
                           calendar::in_words(calendar::london_day(withdrawn->at)) + ", because " + withdrawn->what.why + ".";
    reading.parts = read_parts(form, open.child->first_name(), Reader::Child, words_as_the_child_reads(story));
    reading.minutes = minutes_of(form);
    return reading;
}

Html as_read(const ChildReading& reading) {
    auto top = html("<p class=\"govuk-body\">{} About {} to read.</p>", reading.written_by, plural(reading.minutes, "minute", "minutes"));
    if (!reading.in_error.empty())
        top += inset_text({html("<p>{}</p>", reading.in_error), {}, {}, {}});
    auto words = reading.parts.empty() ? html("<p class=\"govuk-body\">There is nothing here to read yet.</p>") : as_sections(reading.parts, 2);
    if (!reading.warning.empty()) {
        Details hard;
        hard.summary = "Read it now";
        hard.content = words;
        words = html("<p class=\"govuk-body-l\">This part is about {}. It may be sad to read.</p>{}", reading.warning, details(hard));
    }
    return html("<div class=\"app-as-child\">{}{}</div>", top, words);
}

bool is_kept_from_the_child(const policy::RecordType& type, const policy::WrittenToChild& written) {
    const bool is_filed = type.is_like("filed-document") && !written.rule.empty();
    return written.written == policy::Written::NotToTheChild && (is_filed || type.is_like("court-document"));
}

bool is_kept_from_the_child(const House& house, const Judged& judged, const record::StoryEntry& story) {
    const auto* type = house.pack().record_type(story.record_type());
    return type && is_kept_from_the_child(*type, written_to_child(house, judged, story));
}

std::set<EntryId> off_the_story(const House& house, const Judged& judged) {
    const auto all = policy::off_the_story_in(circumstances(house, judged, house.today()));
    return {all.begin(), all.end()};
}

std::vector<const record::StoryEntry*> given_to_child(const House& house, const access::OpenRecord& open, const Judged& judged) {
    std::vector<const record::StoryEntry*> given;
    const auto off = off_the_story(house, judged);
    for (const auto& story : open.child->story) {
        if (off.contains(story.entry.id))
            continue;
        const auto* release = story.release();
        const auto* withdrawn = story.withdrawn();
        bool is_given = release && release->how != "not-yet" && story.form() && !(withdrawn && withdrawn->what.closes_old_words);
        if (is_given && written_to_child(house, judged, story).written != policy::Written::NotToTheChild)
            given.push_back(&story);
    }
    std::ranges::stable_sort(given, [](const auto* left, const auto* right) { return left->day() > right->day(); });
    return given;
}

std::vector<record::GivenEntry> given_entries(const House& house, const access::OpenRecord& open, const Judged& judged) {
    std::vector<record::GivenEntry> all;
    for (const auto* story : given_to_child(house, open, judged))
        all.push_back({story, written_to_child(*story->form(), written_to_child(house, judged, *story))});
    return all;
}

PageFrame bare_frame(const House& house, const std::string& heading) {
    auto frame = frame_for_nobody(house);
    frame.act = "My pages"; // browser history is read by others
    frame.heading = heading;
    frame.shell = Shell::Bare;
    return frame;
}

} // namespace lifestory::web::pages
