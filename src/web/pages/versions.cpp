#include "web/pages/versions.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "calendar/london.h"
#include "record/sentences.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/done.h"
#include "web/pages/entry_words.h"
#include "web/pages/form_reading.h"
#include "web/pages/owed.h"
#include "web/pages/pulled_through.h"
#include "web/pages/same_words.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;
using Versions = std::vector<const StoryEntry*>;

Url path_of_version(const access::OpenRecord& open, const StoryEntry& story) { return path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex()); }

// ---- which stands before which

auto when_of_version(const StoryEntry& story) { return std::pair(story.day(), story.entry.recorded_at); }

// That work began or ended is no version of what was written of it.
bool is_written(const StoryEntry& story) { return story.form() && !std::holds_alternative<record::Episode>(story.entry.content); }

bool takes_the_place_of(const policy::Pack& pack, const StoryEntry& now, const StoryEntry& before) {
    const auto* type = is_written(now) && is_written(before) && !before.withdrawn() ? pack.record_type(now.record_type()) : nullptr;
    return type && std::ranges::any_of(type->updates, [&](const auto& id) { return pack.is_like(before.record_type(), id); }) && when_of_version(before) < when_of_version(now);
}

// The one that it names, else the newest before it.
const StoryEntry* before_it(const policy::Pack& pack, const record::Child& child, const StoryEntry& now) {
    const auto* document = std::get_if<record::Document>(&now.entry.content);
    const auto* type = pack.record_type(now.record_type());
    if (const auto* named = document && document->belongs_to ? child.find(*document->belongs_to) : nullptr;
        named && type && std::ranges::any_of(type->updates, [&](const auto& id) { return pack.is_like(named->record_type(), id); }))
        return takes_the_place_of(pack, now, *named) ? named : nullptr;
    const StoryEntry* newest = nullptr;
    for (const auto& story : child.story)
        if (takes_the_place_of(pack, now, story) && (!newest || when_of_version(*newest) < when_of_version(story)))
            newest = &story;
    return newest;
}

// ---- what is new in an item

const record::Answer* answer_in(const StoryEntry& story, std::string_view item) { return story.form()->find(item); }

// As it reads now: words that were put right, without those that are closed.
std::string words_in(const StoryEntry& story, const record::Answer& answer) { return trim(record::words_now(story, answer.item)); }

// Of views also whose they are: the same words of somebody else are not carried on.
bool says_the_same(const StoryEntry& now, const StoryEntry& before, const record::Answer& answer) {
    const auto* was = answer_in(before, answer.item);
    if (!was || words_in(now, answer) != words_in(before, *was))
        return false;
    const auto *files = std::get_if<record::Files>(&answer.value), *files_before = std::get_if<record::Files>(&was->value);
    if (files && files_before && !std::ranges::equal(files->files, files_before->files, {}, &record::File::sha256, &record::File::sha256))
        return false; // of one name, and other bytes
    const auto *views = std::get_if<record::Views>(&answer.value), *former = std::get_if<record::Views>(&was->value);
    return !views || !former || std::ranges::equal(views->views, former->views, {}, &record::View::whose, &record::View::whose);
}

std::set<std::string> every_sentence_of(const StoryEntry& story, std::string_view item) {
    std::set<std::string> all;
    const auto* answer = answer_in(story, item);
    const auto words = answer ? words_in(story, *answer) : std::string();
    for (const auto& span : record::sentences(words))
        all.insert(words.substr(span.begin, span.end - span.begin));
    return all;
}

// The place of the oldest version from which on something stands in all of them; `stands` is asked of each by its place.
template <class Stands>
std::size_t stood_since(const Versions& versions, Stands stands) {
    std::size_t oldest = 0;
    while (oldest + 1 < versions.size() && stands(oldest + 1))
        ++oldest;
    return oldest;
}

// Sentences that follow each other and have stood there since the same version.
struct Passage {
    std::string words;
    std::size_t since = 0; // its place: 0 is the newest
};

std::vector<Passage> passages_of(const Versions& versions, const record::Answer& answer) {
    std::vector<std::set<std::string>> stood;
    for (const auto* version : versions)
        stood.push_back(every_sentence_of(*version, answer.item));
    const auto words = words_in(*versions.front(), answer);
    std::vector<Passage> all;
    std::uint32_t begin = 0;
    for (const auto& span : record::sentences(words)) {
        const auto sentence = words.substr(span.begin, span.end - span.begin);
        const auto since = stood_since(versions, [&](std::size_t place) { return stood[place].contains(sentence); });
        if (all.empty() || all.back().since != since) {
            all.push_back({"", since});
            begin = span.begin;
        }
        all.back().words = words.substr(begin, span.end - begin);
    }
    return all;
}

std::string carried_on_words(const Versions& versions, std::size_t since) { return "Carried on from " + day_of_version(versions, since) + ", not changed"; }

Html marked_as(std::string_view what, const Html& words) { return html("<p class=\"app-quiet\">{}</p>{}", what, words); }

bool is_read_by_sentence(const record::Answer& answer) { return std::holds_alternative<record::Text>(answer.value); }

template <class... Kinds>
bool is_any_of(const record::Value& value) {
    return (std::holds_alternative<Kinds>(value) || ...);
}

bool is_one_line(const record::Answer& answer) {
    return !is_any_of<record::Views, record::Actions, record::Options, record::Rows, record::Files, record::Entries>(answer.value);
}

// Without its own label, which is the heading above: a label that is its part's title is not said twice (form_reading.h).
Html whole_answer(const StoryEntry& story, const record::Answer& answer, const std::string& child) {
    if (is_one_line(answer))
        return paragraphs(capital(words_in(story, answer)));
    record::Form alone{story.form()->record_type, story.form()->name, {answer}};
    Html all;
    for (const auto& part : read_parts(alone, child, Reader::Worker)) {
        alone.answers.front().label = part.title;
        for (const auto& read : read_parts(alone, child, Reader::Worker, words_of_items(story)))
            all += read.content;
    }
    return all;
}

Html now_of(const Versions& versions, const record::Answer& answer, const std::string& child) {
    const auto& now = *versions.front();
    if (!is_read_by_sentence(answer))
        return marked_as("Changed on " + day_of_version(versions, 0), whole_answer(now, answer, child));
    Html all;
    for (const auto& passage : passages_of(versions, answer)) {
        const bool is_new = passage.since == 0;
        auto words = is_new ? html("<div class=\"app-new-words\">{}</div>", paragraphs(passage.words)) : paragraphs(passage.words);
        all += marked_as(is_new ? "New on " + day_of_version(versions, 0) : carried_on_words(versions, passage.since), words);
    }
    return all;
}

Html before_of(const Versions& versions, const record::Answer& was, const std::string& child) {
    const auto& before = *versions[1];
    if (!is_read_by_sentence(was))
        return whole_answer(before, was, child);
    const auto words = words_in(before, was);
    const auto now = every_sentence_of(*versions.front(), was.item);
    Html all;
    for (const auto& span : record::sentences(words)) {
        const auto sentence = words.substr(span.begin, span.end - span.begin);
        all += now.contains(sentence) ? html("<p class=\"govuk-body\">{}</p>", sentence)
                                      : html("<p class=\"govuk-body\">{} <span class=\"app-quiet\">(not in the newer one)</span></p>", sentence);
    }
    return all;
}

Html item_beside(const Versions& versions, const record::Answer& answer, const std::string& child, int level) {
    const auto &now = *versions[0], &before = *versions[1];
    const auto* was = answer_in(before, answer.item);
    auto title = heading(level, "govuk-heading-m", Phrase(answer.label));
    if (!was)
        return title + marked_as("New on " + day_of_version(versions, 0), whole_answer(now, answer, child));
    if (says_the_same(now, before, answer))
        return title + marked_as(carried_on_words(versions, stood_since(versions, [&](std::size_t place) { return says_the_same(now, *versions[place], answer); })),
                               whole_answer(now, answer, child));
    SideBySide both;
    both.heading_level = level + 1;
    both.left_title = "Before: " + day_of_version(versions, 1);
    both.left = before_of(versions, *was, child);
    both.right_title = "Now: " + day_of_version(versions, 0);
    both.right = now_of(versions, answer, child);
    return title + side_by_side(both);
}

Html item_gone(const Versions& versions, const record::Answer& was, const std::string& child, int level) {
    return heading(level, "govuk-heading-m", Phrase(was.label)) +
           marked_as("Not in the newer one. It said on " + day_of_version(versions, 1) + ":", whole_answer(*versions[1], was, child));
}

// ---- the page

std::string version_with_day(const Versions& versions, std::size_t place) { return within_a_sentence(versions[place]->name()) + " of " + day_of_version(versions, place); }

Html link_to_version(const access::OpenRecord& open, const Versions& versions, std::size_t place) {
    return html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path_of_version(open, *versions[place]), capital(version_with_day(versions, place)));
}

// Every earlier one opens.
Html all_versions(const access::OpenRecord& open, const Versions& versions) {
    Html rows;
    for (std::size_t place = 0; place < versions.size(); ++place)
        rows += html("<li>{}, written by {}</li>", link_to_version(open, versions, place), versions[place]->entry.said.recorded_by.full_name);
    return html("<ul class=\"govuk-list\">{}</ul>", rows);
}

Response show_beside(const House& house, const Call& call) {
    auto entry = entry_opened(house, call);
    const auto versions = entry ? versions_of(house, *entry->open.child, *entry->story) : Versions{};
    if (versions.size() < 2 || !sees_all(entry->open))
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    for (const auto* one : {versions[0], versions[1]})
        note_shown(house, caller, entry->open.record, *one);
    const auto title = capital(entry->name()) + ", beside the one before";
    auto frame = child_frame(house, caller, entry->open, title);
    frame.back = BackLink{entry->path(), "Back to the " + entry->name()};
    frame.print = print_frame(house, caller, entry->open, title);
    return shown(frame, all_versions(entry->open, versions) + what_changed(*versions[0], *versions[1]) + side_by_side_of(versions, entry->open.child->first_name(), 2));
}

} // namespace

std::vector<const StoryEntry*> versions_of(const House& house, const record::Child& child, const StoryEntry& story) {
    Versions all{&story};
    while (const auto* before = before_it(house.pack(), child, *all.back())) // each is earlier than the last
        all.push_back(before);
    return all;
}

std::string day_of_version(const std::vector<const StoryEntry*>& versions, std::size_t place) {
    const auto& one = *versions[place];
    const auto day = calendar::in_words(one.day());
    if (std::ranges::count(versions, one.day(), [](const auto* version) { return version->day(); }) < 2)
        return day;
    const auto at = one.entry.recorded_at;
    return calendar::london_day(at) == one.day() ? day + ", written at " + calendar::clock_time(at) : day + ", written at " + calendar::in_words(at);
}

Html what_changed(const StoryEntry& now, const StoryEntry& before) {
    std::vector<std::string> carried, changed;
    for (const auto& answer : now.form()->answers)
        if (!says_where_words_are_from(answer))
            (says_the_same(now, before, answer) ? carried : changed).push_back(answer.label);
    auto line = [](std::string_view title, const std::vector<std::string>& labels) {
        return labels.empty() ? Html() : html("<p class=\"govuk-body\"><strong>{}</strong> {}</p>", title, join(labels, " · "));
    };
    return line("New or changed:", changed) + line("Carried on, not changed:", carried);
}

Html side_by_side_of(const std::vector<const StoryEntry*>& versions, const std::string& child, int heading_level) {
    const auto &now = *versions[0], &before = *versions[1];
    Html all;
    for (const auto& answer : now.form()->answers)
        if (!says_where_words_are_from(answer))
            all += item_beside(versions, answer, child, heading_level);
    for (const auto& was : before.form()->answers)
        if (!answer_in(now, was.item) && !says_where_words_are_from(was))
            all += item_gone(versions, was, child, heading_level);
    return all;
}

Html beside_the_one_before(const House& house, const OpenEntry& entry) {
    if (!sees_all(entry.open))
        return Html();
    const auto versions = versions_of(house, *entry.open.child, *entry.story);
    Html lines;
    if (versions.size() > 1)
        lines += html("<p class=\"govuk-body\">It takes the place of the {}. <a class=\"govuk-link\" href=\"{}\">Beside the one before</a></p>", version_with_day(versions, 1),
                      entry.path_to("beside"));
    for (const auto& other : entry.open.child->story)
        if (!other.withdrawn() && takes_the_place_of(house.pack(), other, *entry.story) && before_it(house.pack(), *entry.open.child, other) == entry.story)
            lines += html("<p class=\"govuk-body\">There is a newer one: {}.</p>", link_to_version(entry.open, {&other, entry.story}, 0));
    return lines;
}

std::vector<http::Route> versions_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/entries/{entry}/beside", http::Reach::Worker, to(show_beside)}};
}

} // namespace lifestory::web::pages
