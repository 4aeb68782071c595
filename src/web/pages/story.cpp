#include "web/pages/story.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "export/drawing.h"
#include "export/pdf.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/chronology_table.h"
#include "web/pages/chronology_views.h"
#include "web/pages/draft_reading_age.h"
#include "web/pages/genogram.h"
#include "web/pages/letters.h"
#include "web/pages/owed.h"
#include "web/pages/story_pictures.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// All that the book is made of, gathered once.
struct Story {
    const access::OpenRecord& open;
    calendar::Day today;
    Judged judged;
    std::vector<const record::StoryEntry*> given; // newest first
    std::vector<ReadLetter> letters;
    chronology::Chronology events;
    record::Gathered gathered;
    Result<DrawnFamily> family;
    std::vector<StoryPicture> pictures;
    std::set<EntryId> off_the_story; // messages and arrangements

    std::string name() const { return open.child->first_name(); }
};

Story story_of(const House& house, const access::OpenRecord& open) {
    auto judged = judge(house, open);
    auto given = given_to_child(house, open, judged);
    auto letters = letters_given(house, open, judged);
    auto events = chronology_of(house, open, judged, ChronologyFor::Child);
    auto gathered = record::gather_for_story(*open.child, *open.family, given_entries(house, open, judged), house.today());
    auto family = drawn_family(open, {house.today(), FamilyView::Genogram, DrawnFor::Child});
    auto pictures = pictures_for(open, given);
    auto off = off_the_story(house, judged);
    return {open, house.today(), std::move(judged), std::move(given), std::move(letters), std::move(events), std::move(gathered), std::move(family), std::move(pictures),
            std::move(off)};
}

// ---- its chapters, each on a page of its own; one without anything in it is not there

Html chapter(const std::string& title, const Html& content) {
    return content.empty() ? Html() : html("<section class=\"app-book__letter app-book__chapter\"><h2 class=\"govuk-heading-l\">{}</h2>{}</section>", title, content);
}

Html cover(const Story& story) {
    const auto born = story.open.child->born();
    return html("<div class=\"app-book__cover\"><h1 class=\"govuk-heading-xl\">{} story</h1>{}<p class=\"govuk-body\">As it stood on {}</p></div>", possessive(story.name()),
                born ? html("<p class=\"govuk-body-l\">Born on {}</p>", calendar::in_words(*born)) : Html(), calendar::in_words(story.today));
}

enum class Picture { InThePage, AsFile, None }; // AsFile: beside the markup, as large as a page of A5 takes

bool has_people(const Story& story) { return story.family && !story.family->family.people.empty(); }

std::string in_quotes(const std::string& called) { return called.empty() ? std::string() : " (“" + called + "”)"; }

// As one would say it to a child; all that the drawing says in words stands below it, closed.
Html who_is_who(const Story& story, Picture picture) {
    const auto& family = story.family->family;
    Html rows;
    for (std::size_t at = 0; at < family.people.size(); ++at) {
        const auto& person = family.people[at];
        if (person.is_stand_in || family.focus == at || person.name.empty())
            continue;
        auto who = person.role.empty() || person.is_role_untold ? std::string() : ", your " + person.role;
        rows += html("<li>{}{}{}{}</li>", person.name, in_quotes(person.called), who, person.is_dead ? ", who has died" : "");
    }
    for (const auto& one : family.around)
        if (one.kind == genogram::AroundKind::Professional)
            rows += html("<li>{}{}</li>", one.name, one.words.empty() ? std::string() : ", " + one.words);
    auto list = html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
    if (picture != Picture::InThePage)
        return picture == Picture::AsFile ? list : list + family_in_words(*story.family);
    Details words;
    words.summary = "The drawing in words";
    words.content = family_in_words(*story.family);
    words.classes = "app-off-paper";
    return list + details(words);
}

Html people(const Story& story, Picture picture) {
    if (!has_people(story))
        return Html();
    auto drawn = Html();
    if (picture == Picture::InThePage)
        drawn = html("<div class=\"app-book__picture\">{}</div>", family_picture(story.open, *story.family));
    if (picture == Picture::AsFile)
        drawn = html("<p><img src=\"family.png\" width=\"440\" height=\"311\" alt=\"\"></p>");
    return drawn + who_is_who(story, picture);
}

Html pictures(const Story& story, Picture how) {
    return how == Picture::InThePage ? pictures_in_page(story.open, story.pictures) : pictures_in_file(story.pictures);
}

Html what_you_said(const Story& story) {
    Html all;
    for (const auto& line : story.gathered.told) {
        VoiceBlock voice;
        voice.voice = Voice::Child;
        voice.label = possessive(story.name()) + " words, " + calendar::in_words(line.day);
        voice.words = html("<p>{}</p>", line.words);
        all += voice_block(voice);
    }
    return all;
}

enum class EventsOf { Child, Parents };

Html happened(const Story& story, EventsOf whose) {
    ViewedChronology viewed;
    viewed.view = ChronologyView::Child;
    auto rows = chosen_rows(story.events, viewed, story.today);
    std::erase_if(rows, [&](const auto* row) { return (row->theme == record::parents_theme) != (whose == EventsOf::Parents); });
    return rows_for_child(*story.open.child, rows, 3);
}

// What an entry that she was given says was decided and why, whole, as she reads it.
Html decided(const House& house, const Story& story) {
    Html all;
    for (auto entry = story.given.rbegin(); entry != story.given.rend(); ++entry) {
        if ((*entry)->withdrawn() || (*entry)->record_type() == record::letter_type)
            continue;
        const auto reading = reading_of(house, story.open, story.judged, **entry);
        const auto part = std::ranges::find(reading.parts, std::string("decision"), &ReadPart::id);
        if (part == reading.parts.end())
            continue;
        auto words = part->content;
        if (!reading.warning.empty()) {
            Details hard;
            hard.summary = "Read it now";
            hard.content = words;
            words = html("<p class=\"govuk-body\">This part is about {}. It may be sad to read.</p>{}", reading.warning, details(hard));
        }
        all += html("<section><h3 class=\"govuk-heading-s\">{}</h3><p class=\"govuk-body app-quiet\">{}</p>{}</section>", reading.heading, reading.written_by, words);
    }
    return all;
}

Html letters(const House& house, const Story& story) {
    Html all;
    for (const auto& letter : story.letters)
        all += letter_in_book(house, story.open, letter);
    return all;
}

// ---- for the worker at the screen, never on the child's paper

// What we wrote that stands in it: what happened, what was decided, the letters; not what the child said.
std::vector<std::string> words_of_book(const Story& story) {
    std::vector<std::string> words;
    for (const auto& row : story.events.rows)
        for (const auto& part : {row.what, row.meant, row.done})
            words.push_back(part);
    const auto add = [&](const record::StoryEntry& entry, bool is_whole) {
        for (const auto& answer : entry.form()->answers)
            if (std::holds_alternative<record::Text>(answer.value) && answer.part != "about" && answer.part != "for-professionals" && (is_whole || answer.part == "decision"))
                words.push_back(record::words_now(entry, answer.item));
    };
    for (const auto* entry : story.given)
        if (!entry->withdrawn() && entry->record_type() != record::letter_type)
            add(*entry, false);
    for (const auto& letter : story.letters)
        add(*letter.story, true);
    return words;
}

Html reading_age_of_book(const House& house, const Story& story) {
    const auto told = reading_age_of_words(house, words_of_book(story));
    const auto age = age_words(*story.open.child, story.today);
    return told.empty() || age.empty() ? told : told + html("<p>{} is {}.</p>", story.name(), age);
}

Html for_the_worker(const House& house, const Story& story) {
    const auto& child = *story.open.child;
    const auto written = static_cast<std::size_t>(
        std::ranges::count_if(child.story, [&](const auto& one) { return one.form() && !one.withdrawn() && !story.off_the_story.contains(one.entry.id); }));
    const auto given = static_cast<std::size_t>(std::ranges::count_if(story.given, [](const auto* one) { return !one->withdrawn(); }));
    auto not_given = written <= given ? Html()
                                      : html("<p>{} not in it: {} has not been given {} to read.</p>",
                                             plural(written - given, "entry is", "entries are"), child.first_name(), written - given == 1 ? "it" : "them");
    auto as_pdf = exports::can_make_pdf() ? html(" <a class=\"govuk-link\" href=\"{}\">Take it as a PDF</a>", path("/children/{}/story.pdf", story.open.record.hex())) : Html();
    auto not_told = story.family && !story.family->left_out.empty() ? html("<p>{}</p>", story.family->left_out) : Html();
    InsetText note{html("<p>This is a book for {}, of what {} was given to read. Printed, it has a cover and each chapter begins on a page of its own, on paper of the "
                        "size A5. Read it through before you give it.{}</p>{}{}{}",
                        child.first_name(), child.first_name(), as_pdf, reading_age_of_book(house, story), not_given, not_told),
                   {}, "app-off-paper", {}};
    return inset_text(note);
}

Html book_of(const House& house, const Story& story, Picture picture) {
    auto pages = chapter("My people", people(story, picture)) + chapter("What I said", what_you_said(story)) + chapter("My family, before me", happened(story, EventsOf::Parents)) +
                 chapter("What happened", happened(story, EventsOf::Child)) + chapter("My pictures", pictures(story, picture)) +
                 chapter("What was decided, and why", decided(house, story)) + letters(house, story);
    return html("<div class=\"app-book\">{}{}</div>", cover(story), pages);
}

Response story_page(const House& house, const access::OpenRecord& open, const Story& story, const Refusals& refusals) {
    auto frame = bare_frame(house, "");
    frame.refusals = refusals;
    frame.back = BackLink{path("/children/{}", open.record.hex()), possessive(story.name()) + " record"};
    return shown(frame, for_the_worker(house, story) + book_of(house, story, Picture::InThePage));
}

Response show_story(const House& house, const Call& call) {
    auto open = open_child(house, call);
    return open && sees_all(*open) ? story_page(house, *open, story_of(house, *open), {}) : not_found(house);
}

// Without the program that makes pictures the book tells the family in words alone.
Response keep_book(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open))
        return not_found(house);
    const auto story = story_of(house, *open);
    auto picture = has_people(story) ? exports::png_of(drawing_of(*open, *story.family, genogram::Paper::A4Across)) : Result<std::string>(refuse("nobody", ""));
    auto markup = book_of(house, story, picture ? Picture::AsFile : Picture::None).markup();
    auto pictures = picture_files(house, *open, story.pictures);
    if (picture)
        pictures.push_back({"family.png", std::move(*picture)});
    auto pdf = exports::pdf_of_book({html("{}", possessive(story.name()) + " story").markup(), std::move(markup), std::move(pictures)});
    if (!pdf)
        return story_page(house, *open, story, pdf.refusals());
    Response file;
    file.content_type = "application/pdf";
    file.headers.add("Content-Disposition", "attachment; filename=\"story-" + calendar::iso(house.today()) + ".pdf\""); // a file's name is read by others
    file.body = std::move(*pdf);
    return file;
}

} // namespace

Url story_path(RecordNumber child) { return path("/children/{}/story", child.hex()); }

std::vector<http::Route> story_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/story", http::Reach::Worker, to(show_story)},
            {http::Method::Get, "/children/{child}/story.pdf", http::Reach::Worker, to(keep_book)}};
}

} // namespace lifestory::web::pages
