#include "web/pages/letter_draft.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "record/homes.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child_reading.h"
#include "web/pages/letter_lines.h"

namespace lifestory::web::pages {

namespace {

using record::Gathered;
using record::Promise;
using record::Promised;

constexpr std::string_view speaks_of = "speaks-of", letter_box = "item.letter";

std::string field_of(const Promise& promise) { return fmt::format("promise.{}.{}", promise.entry.hex(), promise.place); }

// What the draft says of a promise stands before what an earlier letter said.
Gathered as_the_draft_says(Gathered gathered, const desk::Fields& fields) {
    for (auto& promise : gathered.promises) {
        const auto said = field(fields, field_of(promise));
        if (said == "done" || said == "not done")
            promise.state = said == "done" ? Promised::Kept : Promised::NotKept;
    }
    return gathered;
}

std::vector<EntryId> remembered(const desk::Fields& fields) {
    std::vector<EntryId> all;
    for (const auto& line : lines_of(field(fields, std::string(speaks_of))))
        if (auto entry = EntryId::parse(trim(line)); entry && std::ranges::find(all, *entry) == all.end())
            all.push_back(*entry);
    return all;
}

bool is_among(const std::vector<EntryId>& all, const EntryId& one) { return std::ranges::find(all, one) != all.end(); }

std::string entry_words(const DraftView& view, const EntryId& entry) {
    const auto* story = view.open->child->find(entry);
    return story ? capital(story->name()) + ", " + calendar::in_words(story->day()) : std::string();
}

// ---- what is gathered, with its presses

Html use_press(const LetterLine& line) {
    Button use{html("Use<span class=\"govuk-visually-hidden\">: {}</span>", line.shown)};
    use.name = "use";
    use.value = line.code;
    use.classes = "govuk-button--secondary app-button--small";
    use.attributes.add("formnovalidate").add("data-begins", line.begins); // assets/js/letter.js
    return button(use);
}

Html line_row(const DraftView& view, const LetterLine& line, bool is_used) {
    auto aside = line.aside.empty() ? std::string() : line.aside + " ";
    auto link = html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}</span></a>",
                     path("/children/{}/entries/{}", view.open->record.hex(), line.entry.hex()), calendar::in_words(line.day), line.shown);
    return html("<li class=\"app-gathered__line\">{}<br><span class=\"app-quiet\">{}{}{}</span>{}</li>", line.shown, aside, link,
                is_used ? ". In the letter." : "", use_press(line));
}

Html gathered_list(const Caller& caller, const DraftView& view, const Gathered& gathered) {
    const auto letter = field(view.draft.fields, std::string(letter_box));
    Html all;
    for (const auto& group : letter_groups(caller.author().full_name, gathered)) {
        Html rows;
        for (const auto& line : group.lines)
            rows += line_row(view, line, letter.find(trim(line.begins)) != std::string::npos);
        all += html("<h3 class=\"govuk-heading-s\">{} ({})</h3><ul class=\"govuk-list\">{}</ul>", group.title, group.lines.size(), rows);
    }
    return all.empty() ? html("<p class=\"govuk-body\">Nothing that {} was given to read was written down since then.</p>", view.first_name()) : all;
}

std::string since_words(const Gathered& gathered) {
    return "Since " + calendar::in_words(gathered.since) + (gathered.since_a_letter ? "" : ", when the record was opened");
}

// ---- what stands below the box

Html what_it_speaks_of(const DraftView& view, const Refusals& refusals) {
    Checkboxes ticks;
    ticks.name = ticks.id_prefix = speaks_of;
    for (const auto& entry : remembered(view.draft.fields))
        if (auto words = entry_words(view, entry); !words.empty()) {
            Choice one;
            one.words = words;
            one.value = entry.hex();
            ticks.values.push_back(one.value);
            ticks.choices.push_back(one);
        }
    if (ticks.choices.empty())
        return Html();
    ticks.fieldset = Fieldset{{"What this letter speaks of", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    ticks.hint.words = "Each is a link beside the letter once it is signed. Untick what you took out.";
    ticks.classes = "govuk-checkboxes--small";
    ticks.error = error_at(refusals, ticks.name);
    return checkboxes(ticks);
}

Html what_became_of(const DraftView& view, const Promise& promise) {
    Radios became;
    became.name = became.id_prefix = field_of(promise);
    became.value = field(view.draft.fields, became.name);
    for (const char* words : {"done", "not done"}) {
        Choice one;
        one.words = capital(words);
        one.value = words;
        became.choices.push_back(one);
    }
    became.fieldset = Fieldset{{Phrase(promise.what), "", false}, {}, {}, {}, {}, {}};
    became.classes = "govuk-radios--inline govuk-radios--small";
    return radios(became);
}

Html promises_asked(const DraftView& view, const Gathered& as_recorded) {
    Html rows;
    for (const auto& promise : as_recorded.promises)
        if (promise.state != Promised::Kept)
            rows += what_became_of(view, promise);
    if (rows.empty())
        return Html();
    Details promises;
    promises.summary = "What became of what we promised";
    promises.content = html("<p class=\"govuk-body\">What you say here is kept with the letter. What is not done stands first in the next one.</p>{}", rows);
    promises.is_open = std::ranges::any_of(as_recorded.promises, [&](const auto& one) { return !field(view.draft.fields, field_of(one)).empty(); });
    return details(promises);
}

Gathered as_recorded(const House& house, const DraftView& view) {
    const auto given = given_entries(house, *view.open, view.judged);
    return record::gather_for_letter(*view.open->child, *view.open->family, given, house.today());
}

// Of what [Use] was pressed for: what the child is still given, and what not.
std::pair<std::vector<EntryId>, std::vector<EntryId>> remembered_and_given(const House& house, const DraftView& view) {
    const auto given = given_entries(house, *view.open, view.judged);
    std::pair<std::vector<EntryId>, std::vector<EntryId>> parted;
    for (const auto& entry : remembered(view.draft.fields)) {
        const bool is_given = std::ranges::any_of(given, [&](const auto& one) { return one.story->entry.id == entry; });
        (is_given ? parted.first : parted.second).push_back(entry);
    }
    return parted;
}

// "Nan": how the child speaks of whom she lives with; else what they are to her.
std::vector<std::string> family_at_home(const access::OpenRecord& open, calendar::Day today) {
    std::vector<std::string> names;
    const auto* home = open.child->person ? open.family->household_of(*open.child->person, today) : nullptr;
    if (!home)
        return names;
    for (const auto& member : record::living_at(*open.family, *home, today)) {
        const auto* person = open.family->person(member);
        if (!person || member == *open.child->person || person->died || person->child)
            continue;
        auto who = open.family->who_to(member, *open.child->person, today);
        names.push_back(!person->known_as.empty() ? person->known_as : who.empty() ? person->full_name : capital(who));
    }
    return names;
}

} // namespace

bool is_letter(const DraftView& view) { return view.type && view.open && view.type->id == record::letter_type; }

Gathered gathered_for(const House& house, const DraftView& view) { return as_the_draft_says(as_recorded(house, view), view.draft.fields); }

std::string dear(const DraftView& view) { return "Dear " + view.first_name(); }

std::string ask_what_is_wanted(const House& house, const DraftView& view) {
    auto names = family_at_home(*view.open, house.today());
    names.insert(names.begin(), view.first_name());
    if (names.size() == 1)
        names.push_back(pronouns_of(*view.open->child, *view.open->family).possessive + " family");
    return "Ask " + in_a_row(names) + " what should be in it";
}

Html letter_hint(const DraftView& view) {
    auto who = pronouns_of(*view.open->child, *view.open->family).subject;
    return html("<p class=\"govuk-hint\">One page. What will {} want to know at thirty?</p>", who);
}

Html below_the_letter(const House& house, const DraftView& view, const Refusals& refusals) {
    return what_it_speaks_of(view, refusals) + promises_asked(view, as_recorded(house, view));
}

Html letter_and_gathered(const House& house, const Caller& caller, const DraftView& view, const Html& words) {
    const auto gathered = gathered_for(house, view);
    const auto list = gathered_list(caller, view, gathered);
    Details closed; // on a phone
    closed.summary = since_words(gathered);
    closed.content = list;
    // The first button of a form is pressed by the key Enter: it must be one that does no more than save.
    const auto saves = html("<button type=\"submit\" name=\"save-after\" value=\"{}\" formnovalidate hidden>Save</button>", letter_box);
    return html("{}<div class=\"app-letter\"><div class=\"app-letter__gathered\"><div class=\"app-only-wide\"><h2 class=\"govuk-heading-m\">{}</h2>{}</div>"
                "<div class=\"app-only-narrow\">{}</div></div><div class=\"app-letter__words\">{}</div></div>",
                saves, since_words(gathered), list, details(closed), words);
}

desk::Fields fields_with_line(const House& house, const Caller& caller, const DraftView& view, std::string_view code) {
    auto fields = view.draft.fields;
    for (const auto& group : letter_groups(caller.author().full_name, gathered_for(house, view)))
        for (const auto& line : group.lines) {
            if (line.code != code)
                continue;
            auto used = remembered(fields);
            auto& letter = fields[std::string(letter_box)];
            if (letter.find(trim(line.begins)) == std::string::npos)
                letter = is_blank(letter) ? line.begins : fmt::format("{}\n\n{}", trim(letter), line.begins);
            if (!is_among(used, line.entry))
                used.push_back(line.entry);
            std::vector<std::string> numbers;
            for (const auto& entry : used)
                numbers.push_back(entry.hex());
            fields[std::string(speaks_of)] = join(numbers, "\n");
        }
    return fields;
}

std::vector<EntryId> spoken_of(const House& house, const DraftView& view) { return remembered_and_given(house, view).first; }

std::vector<std::string> taken_back(const House& house, const DraftView& view) {
    std::vector<std::string> all;
    for (const auto& entry : remembered_and_given(house, view).second)
        if (auto words = entry_words(view, entry); !words.empty())
            all.push_back(std::move(words));
    return all;
}

std::vector<record::PromiseTold> promises_told(const House& house, const DraftView& view) {
    std::vector<record::PromiseTold> all;
    for (const auto& promise : as_recorded(house, view).promises)
        if (auto said = field(view.draft.fields, field_of(promise)); said == "done" || said == "not done")
            all.push_back({promise.entry, promise.place, said == "done"});
    return all;
}

} // namespace lifestory::web::pages
