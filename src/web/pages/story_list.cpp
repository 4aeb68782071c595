#include "web/pages/story_list.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/text.h"
#include "record/letter.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child_reading.h"

namespace lifestory::web::pages {

namespace {

constexpr std::size_t entries_on_a_page = 20;

std::string month_heading(calendar::Day day) {
    auto words = split(calendar::in_words(day), ' ');
    return words[1] + " " + words[2];
}

std::string first_words(const std::string& text) {
    auto line = split(text, '\n').front();
    auto short_line = first(line, 160);
    return short_line.size() < line.size() ? short_line + " ..." : short_line;
}

Html child_words(const record::StoryEntry& story, const std::string& name) {
    const auto* form = story.form();
    if (!form)
        return Html();
    for (const auto& answer : form->answers)
        if (const auto* views = std::get_if<record::Views>(&answer.value))
            for (const auto& view : views->views)
                if (view.whose == "child" && record::words_now(story, answer.item) == record::words_of(answer))
                    return voice_block({Voice::Child, possessive(name) + " words", lines(first_words(view.words)), {}, {}, {}});
    return Html();
}

// Words of which somebody said that the child or the parents had not been told, as long as no copy was given or read out to anybody since.
constexpr std::string_view not_told = "not-told", not_told_words = "what the child or the parents have not been told";

// What the policy keeps off the story: one press away from it.
constexpr std::string_view off_story = "off-the-story", off_story_words = "messages and arrangements, kept off the story";
using OffTheStory = std::set<EntryId>;

bool is_not_told(const record::StoryEntry& story) {
    const auto says_no = [&](std::string_view item) {
        const auto* answer = story.form() ? story.form()->find(item) : nullptr;
        const auto* said = answer ? std::get_if<record::YesNo>(&answer->value) : nullptr;
        return said && !said->yes;
    };
    return !story.withdrawn() && story.sharings.empty() && (says_no("told-child") || says_no("told-parents"));
}

struct Chosen {
    std::string type; // empty: everything
    int year = 0;     // 0: all years
    std::size_t page = 1;
};

Chosen chosen_of(const http::Call& call) {
    Chosen chosen;
    chosen.type = std::string(call.request.query.get("kind"));
    auto number = [&](std::string_view name) {
        auto text = call.request.query.get(name);
        int value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return value;
    };
    chosen.year = number("year");
    chosen.page = static_cast<std::size_t>(std::clamp(number("page"), 1, 10000));
    return chosen;
}

// Visits, notes and letters to the child: clubs, school, friends, what they are proud of; not what was ticked as an important event, nor what the law asks.
constexpr std::string_view everyday = "everyday", everyday_words = "everyday life";

bool is_everyday(const policy::Pack& pack, const record::StoryEntry& story) {
    const auto type = story.record_type();
    if (!pack.is_like(type, "visit") && !pack.is_like(type, "case-note") && type != record::letter_type)
        return false;
    const auto* answer = story.form() ? story.form()->find("significant") : nullptr;
    const auto* said = answer ? std::get_if<record::YesNo>(&answer->value) : nullptr;
    return !said || !said->yes;
}

struct Whole { // of which entries are chosen
    const policy::Pack& pack;
    const record::Child& child;
    const OffTheStory& off;
};

bool is_of_kind(const Whole& whole, const record::StoryEntry& story, const std::string& kind) {
    if (whole.off.contains(story.entry.id) != (kind == off_story))
        return false;
    if (kind == everyday)
        return is_everyday(whole.pack, story);
    return kind.empty() || kind == off_story || (kind == not_told ? is_not_told(story) : story.record_type() == kind);
}

std::vector<const record::StoryEntry*> matching(const Whole& whole, const Chosen& chosen) {
    std::vector<const record::StoryEntry*> found;
    for (const auto& story : whole.child.story) {
        bool kind = is_of_kind(whole, story, chosen.type);
        bool year = chosen.year == 0 || calendar::year_of(story.day()) == chosen.year;
        if (kind && year)
            found.push_back(&story);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto* left, const auto* right) {
        return std::pair(left->day(), left->entry.recorded_at) > std::pair(right->day(), right->entry.recorded_at);
    });
    return found;
}

Url list_path(const access::OpenRecord& open, const Chosen& chosen) {
    return path("/children/{}?kind={}&year={}&page={}", open.record.hex(), chosen.type,
                chosen.year ? std::to_string(chosen.year) : std::string(), std::to_string(chosen.page));
}

std::string words_of_kind(const std::string& kind, const std::set<std::pair<std::string, std::string>>& types) {
    for (const auto& [id, words] : {std::pair{not_told, not_told_words}, {off_story, off_story_words}, {everyday, everyday_words}})
        if (kind == id)
            return std::string(words);
    auto type = std::ranges::find(types, kind, &std::pair<std::string, std::string>::second);
    return type != types.end() ? type->first : kind;
}

Html filter_of(const access::OpenRecord& open, const Chosen& chosen, std::size_t found, bool holds_messages) {
    Select kind;
    kind.id = kind.name = "kind";
    kind.label.words = "Show";
    kind.value = chosen.type;
    kind.options.push_back({holds_messages ? "everything but messages and arrangements" : "everything", "", {}, {}, {}});
    kind.options.push_back({std::string(everyday_words), std::string(everyday), {}, {}, {}});
    std::set<std::pair<std::string, std::string>> types;
    std::set<int, std::greater<>> years;
    for (const auto& story : open.child->story) {
        types.insert({story.name(), story.record_type()});
        years.insert(calendar::year_of(story.day()));
    }
    for (const auto& [name, type] : types)
        kind.options.push_back({name, type, {}, {}, {}});
    if (chosen.type == not_told || std::ranges::any_of(open.child->story, is_not_told))
        kind.options.push_back({std::string(not_told_words), std::string(not_told), {}, {}, {}});
    if (chosen.type == off_story || holds_messages)
        kind.options.push_back({std::string(off_story_words), std::string(off_story), {}, {}, {}});
    Select year;
    year.id = year.name = "year";
    year.label.words = "From";
    year.value = chosen.year ? std::to_string(chosen.year) : "";
    year.options.push_back({"every year", "", {}, {}, {}});
    for (int one : years)
        year.options.push_back({std::to_string(one), std::to_string(one), {}, {}, {}});
    Filter filter;
    filter.action = path("/children/{}", open.record.hex());
    filter.fields = select(kind) + select(year);
    filter.found = plural(found, "entry", "entries");
    if (!chosen.type.empty()) {
        auto without = chosen;
        without.type.clear();
        filter.chosen.push_back({words_of_kind(chosen.type, types), list_path(open, without)});
    }
    if (chosen.year) {
        auto without = chosen;
        without.year = 0;
        filter.chosen.push_back({std::to_string(chosen.year), list_path(open, without)});
    }
    return web::filter(filter);
}

TimelineItem item_of(const access::OpenRecord& open, const record::StoryEntry& story) {
    TimelineItem item;
    item.day = split(calendar::in_words(story.day()), ' ').front();
    item.title = title_of(story);
    item.href = path("/children/{}/entries/{}", open.record.hex(), story.entry.id.hex());
    auto words = opening_words(story);
    item.content = (words.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", words)) + child_words(story, open.child->first_name());
    return item;
}

Html own_drafts(const House& house, const access::OpenRecord& open) {
    Html rows;
    for (const auto& draft : house.desk.drafts_about(open.record)) {
        bool own = std::any_of(draft.writers.begin(), draft.writers.end(), [&](const auto& writer) { return writer.worker == open.who.worker; });
        if (!own)
            continue;
        const auto* type = house.pack().record_type(draft.record_type);
        rows += html("<li>{}, your draft (only you see it). <a class=\"govuk-link\" href=\"{}\">Go on<span class=\"govuk-visually-hidden\"> with the draft</span></a></li>",
                     capital(type ? type->name : std::string("note")), path("/drafts/{}", draft.draft.hex()));
    }
    return rows.empty() ? Html() : html("<ul class=\"govuk-list app-own-drafts\">{}</ul>", rows);
}

Html pages_of(const access::OpenRecord& open, const Chosen& chosen, std::size_t found) {
    Pagination ways;
    auto to = [&](std::size_t page) {
        auto other = chosen;
        other.page = page;
        return list_path(open, other);
    };
    if (chosen.page > 1)
        ways.previous = PageLink{to(chosen.page - 1), "Newer", {}, {}};
    if (chosen.page * entries_on_a_page < found)
        ways.next = PageLink{to(chosen.page + 1), "Older", {}, {}};
    return ways.previous || ways.next ? pagination(ways) : Html();
}

} // namespace

std::string opening_words(const record::StoryEntry& story) {
    const auto* form = story.form();
    if (!form)
        return first_words(record::words_now(story, "words"));
    for (const auto& answer : form->answers)
        if (std::holds_alternative<record::Text>(answer.value) && answer.part != "about" && answer.part != "for-professionals")
            if (auto words = record::words_now(story, answer.item); !words.empty())
                return first_words(words);
    return "";
}

std::string title_of(const record::StoryEntry& story) {
    auto title = capital(story.name());
    if (story.withdrawn())
        return title + ", written in error";
    const auto* form = story.form();
    auto seen = form ? form->seen() : std::nullopt;
    if (seen == record::Seen::Alone)
        return title + ", seen alone";
    if (seen == record::Seen::WithOthers)
        return title + ", seen with others";
    if (seen == record::Seen::BabyAwake)
        return title + ", seen awake";
    if (seen == record::Seen::NotSeen)
        return title + ", not seen";
    return title;
}

Html story_list(const House& house, const access::OpenRecord& open, const Judged& judged, const http::Call& call) {
    auto chosen = chosen_of(call);
    const auto off = off_the_story(house, judged);
    auto found = matching({house.pack(), *open.child, off}, chosen);
    auto pronoun = pronouns_of(*open.child, *open.family).possessive;
    auto title = html("<h2 class=\"govuk-heading-m\">{} story</h2>", capital(pronoun));
    if (open.child->story.empty())
        return title + own_drafts(house, open) +
               html("<p class=\"govuk-body\">{} story begins here. Nothing is written yet.</p>", possessive(open.child->first_name()));
    web::Timeline line;
    for (std::size_t i = (chosen.page - 1) * entries_on_a_page; i < std::min(found.size(), chosen.page * entries_on_a_page); ++i) {
        auto heading = month_heading(found[i]->day());
        if (line.groups.empty() || line.groups.back().heading != heading)
            line.groups.push_back({heading, {}});
        line.groups.back().items.push_back(item_of(open, *found[i]));
    }
    return title + filter_of(open, chosen, found.size(), !off.empty()) + own_drafts(house, open) + timeline(line) + pages_of(open, chosen, found.size());
}

} // namespace lifestory::web::pages
