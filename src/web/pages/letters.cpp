#include "web/pages/letters.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/letter_people.h"
#include "web/pages/story.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

std::string days_of(calendar::Day from, calendar::Day to) { return "From " + calendar::in_words(from) + " to " + calendar::in_words(to); }

std::string year_of(calendar::Day day) { return calendar::iso(day).substr(0, 4); }

// "2024 to 2026".
std::string years_of(const std::vector<ReadLetter>& letters) {
    auto first = year_of(letters.front().from), last = year_of(letters.back().story->day());
    return first == last ? first : first + " to " + last;
}

// For the worker at the screen, never on the child's paper.
Html for_the_worker(const access::OpenRecord& open, std::size_t given, bool may_write) {
    const auto& child = *open.child;
    auto held_back = record::letters_of(child).size() - given;
    auto not_here = held_back == 0 ? Html()
                                   : html("<p>{} not in it: {} has not been given {} to read.</p>", plural(held_back, "letter is", "letters are"), child.first_name(),
                                          held_back == 1 ? "it" : "them");
    auto write = may_write ? html(" <a class=\"govuk-link\" href=\"{}\">Write the next letter</a>", letter_path(open.record)) : Html();
    InsetText note{html("<p>This is a small book for {}. Printed, it has a cover and begins each letter on a page of its own, on paper of the size A5.{}</p>{}"
                        "<p>With {} people, what happened, what was decided and what {} said it is <a class=\"govuk-link\" href=\"{}\">{} story as a book</a>.</p>",
                        child.first_name(), write, not_here, possessive(child.first_name()), child.first_name(), story_path(open.record), possessive(child.first_name())), {}, "app-off-paper", {}};
    return inset_text(note);
}

Response show_letters(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open)
        return not_found(house);
    auto name = open->child->first_name();
    auto letters = letters_given(house, *open, judge(house, *open));
    auto stands = std::ranges::count_if(letters, [](const auto& one) { return one.story->withdrawn() == nullptr; });
    auto frame = bare_frame(house, "");
    frame.back = BackLink{path("/children/{}", open->record.hex()), possessive(name) + " record"};
    Html pages;
    for (const auto& letter : letters)
        pages += letter_in_book(house, *open, letter);
    if (letters.empty())
        pages = html("<p class=\"govuk-body\">There are no letters here yet.</p>");
    auto cover = html("<div class=\"app-book__cover\"><h1 class=\"govuk-heading-xl\">{} story so far</h1>{}</div>", possessive(name),
                      letters.empty() ? Html() : html("<p class=\"govuk-body-l\">{}</p><p class=\"govuk-body\">{} to {}</p>", years_of(letters),
                                                      plural(static_cast<std::size_t>(stands), "letter", "letters"), name));
    auto note = for_the_worker(*open, static_cast<std::size_t>(stands), open->may(access::Act::Write, on_type(house, record::letter_type)));
    return shown(frame, note + html("<div class=\"app-book\">{}{}</div>", cover, pages));
}

Html became_of(const OpenEntry& entry, const record::PromiseTold& told) {
    const auto& child = *entry.open.child;
    const auto* visit = child.find(told.entry);
    if (!visit)
        return Html();
    for (const auto& promise : record::promises_of(child, *visit))
        if (promise.place == told.place)
            return html("<li>{}: {}</li>", promise.what, told.kept ? "done" : "not done");
    return Html();
}

Html link_to(const OpenEntry& entry, const record::StoryEntry& story) {
    return html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a></li>", path("/children/{}/entries/{}", entry.open.record.hex(), story.entry.id.hex()),
                capital(story.name()), calendar::in_words(story.day()));
}

} // namespace

Url letters_path(RecordNumber child) { return path("/children/{}/letters", child.hex()); }
Url letter_path(RecordNumber child) { return path("/children/{}/update", child.hex()); }

std::vector<ReadLetter> letters_given(const House& house, const access::OpenRecord& open, const Judged& judged) {
    std::vector<ReadLetter> letters;
    for (const auto* story : given_to_child(house, open, judged))
        if (story->record_type() == record::letter_type)
            letters.push_back({story, record::tells_from(*open.child, *story), reading_of(house, open, judged, *story)});
    std::ranges::stable_sort(letters, {}, [](const ReadLetter& letter) { return letter.story->day(); });
    return letters;
}

Html letter_in_book(const House& house, const access::OpenRecord& open, const ReadLetter& letter) {
    const auto& reading = letter.reading;
    Html words;
    for (const auto& part : reading.parts)
        if (part.id != "about")
            words += part.content;
    words += who_is_in_it(house, open, reading);
    if (!reading.in_error.empty())
        words = inset_text({html("<p>{}</p>", reading.in_error), {}, {}, {}}) + words;
    if (!reading.warning.empty()) {
        Details hard;
        hard.summary = "Read it now";
        hard.content = words;
        words = html("<p class=\"govuk-body\">This letter is about {}. It may be sad to read.</p>{}", reading.warning, details(hard));
    }
    return html("<article class=\"app-book__letter\"><h2 class=\"govuk-heading-m\">{}</h2><p class=\"govuk-body app-quiet\">{}. {}</p>{}</article>",
                calendar::in_words(letter.story->day()), days_of(letter.from, letter.story->day()), reading.written_by, words);
}

Html what_letter_tells(const House& house, const OpenEntry& entry) {
    const auto* document = std::get_if<record::Document>(&entry.story->entry.content);
    if (!document || entry.record_type() != record::letter_type)
        return Html();
    Html entries, promises;
    for (const auto& number : document->speaks_of)
        if (const auto* story = entry.open.child->find(number))
            entries += link_to(entry, *story);
    for (const auto& told : document->promises)
        promises += became_of(entry, told);
    auto all = html("<p class=\"govuk-body\">{}. <a class=\"govuk-link\" href=\"{}\">All letters to {}</a></p>",
                    days_of(record::tells_from(*entry.open.child, *entry.story), entry.story->day()), letters_path(entry.open.record), entry.open.child->first_name());
    all += links_to_people(house, entry.open, reading_of(house, entry.open, judge(house, entry.open), *entry.story));
    if (!entries.empty())
        all += html("<h2 class=\"govuk-heading-m\">What this letter speaks of</h2><ul class=\"govuk-list\">{}</ul>", entries);
    if (!promises.empty())
        all += html("<h2 class=\"govuk-heading-m\">What became of what we promised</h2><ul class=\"govuk-list\">{}</ul>", promises);
    return all;
}

std::vector<http::Route> letters_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/letters", http::Reach::Worker, to(show_letters)}};
}

} // namespace lifestory::web::pages
