#include "web/pages/draft_entries.h"

#include <algorithm>
#include <charconv>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/child.h"
#include "web/pages/chronology_of.h"
#include "web/pages/owed.h"
#include "web/pages/story_list.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using record::StoryEntry;
using Stories = std::vector<const StoryEntry*>;

constexpr std::string_view press_for_entries = "entries:", entry_box = "entry", year_box = "year", kind_box = "kind";
constexpr std::size_t most_entries_shown = 100; // of those that are not ticked

// An item of a draft that names entries.
struct ItemOfEntries {
    desk::Draft draft;
    access::OpenRecord open;
    const policy::RecordType* type = nullptr;
    const policy::Item* item = nullptr;

    std::string field_name() const { return pages::name_of(*item); }
    Url draft_path() const { return path("/drafts/{}", draft.draft.hex()); }
    Url own_path() const { return path("/drafts/{}/entries/{}", draft.draft.hex(), item->id); }
};

Result<ItemOfEntries> item_opened_for_entries(const House& house, const Call& call) {
    auto draft = TRY(own_draft(house, call));
    const auto* type = house.pack().record_type(draft.record_type);
    const auto* item = type ? type->item(call.parameter("item")) : nullptr;
    if (!item || item->type != policy::ItemType::Entry || !draft.record || draft.signed_as || draft.put_away)
        return refuse("not-found", "Page not found");
    auto open = TRY(house.door.open(call.caller<Caller>().visitor, *draft.record, std::nullopt, house.now()));
    if (!sees_all(open))
        return refuse("not-found", "Page not found");
    return ItemOfEntries{std::move(draft), std::move(open), type, item};
}

// Which of those not ticked are shown.
struct Sought {
    std::string kind; // empty: every kind
    int year = 0;     // 0: every year
};

template <class Fields>
Sought sought_in(const Fields& fields) {
    Sought sought{std::string(fields.get(kind_box)), 0};
    const std::string year(fields.get(year_box));
    std::from_chars(year.data(), year.data() + year.size(), sought.year);
    return sought;
}

Stories ticked_in(const ItemOfEntries& of) {
    Stories all;
    for (const auto& line : lines_of(field(of.draft.fields, of.field_name())))
        if (const auto number = EntryId::parse(line))
            if (const auto* story = of.open.child->find(*number); story && story->entry.id == *number)
                all.push_back(story);
    return all;
}

// Of the chronology what was before our record too, and not its own lines and copies.
bool is_to_be_chosen(const StoryEntry& story) {
    return story.form() && !story.withdrawn() && (!record::is_of_the_chronology(story) || story.record_type() == record::past_event_type);
}

// Newest first.
Stories others_of(const ItemOfEntries& of, const Stories& ticked, const Sought& sought) {
    Stories all;
    for (const auto& story : of.open.child->story) {
        const bool is_sought = (sought.kind.empty() || story.record_type() == sought.kind) && (sought.year == 0 || calendar::year_of(story.day()) == sought.year);
        if (is_sought && is_to_be_chosen(story) && std::ranges::find(ticked, &story) == ticked.end())
            all.push_back(&story);
    }
    std::ranges::stable_sort(all, std::ranges::greater(), [](const auto* story) { return std::pair(story->day(), story->entry.recorded_at); });
    return all;
}

Html boxes_of_entries(std::string_view legend, const std::string& prefix, const Stories& stories, bool are_ticked, const chronology::Chronology& chronology) {
    if (stories.empty())
        return Html();
    Checkboxes boxes;
    boxes.name = std::string(entry_box);
    boxes.id_prefix = prefix;
    for (const auto* story : stories) {
        Choice choice;
        choice.words = title_of(*story) + ", " + calendar::in_words(story->day());
        choice.value = story->entry.id.hex();
        const auto row = chronology.number_of(story->entry.id);
        const auto words = opening_words(*story);
        choice.hint.words = join(row ? std::vector{fmt::format("In the chronology, row {}.", *row), words} : std::vector{words}, " ");
        if (are_ticked)
            boxes.values.push_back(choice.value);
        boxes.choices.push_back(choice);
    }
    boxes.fieldset = Fieldset{{legend, "govuk-fieldset__legend--m", false}, {}, {}, {}, {}, {}};
    boxes.classes = "govuk-checkboxes--small";
    return checkboxes(boxes);
}

Html select_of(std::string_view name, std::string_view label, std::string chosen, std::vector<std::pair<std::string, std::string>> options) {
    Select one;
    one.id = one.name = std::string(name);
    one.label.words = label;
    one.value = std::move(chosen);
    for (auto& [words, value] : options)
        one.options.push_back({words, value, {}, {}, {}});
    return select(one);
}

Html what_is_sought(const ItemOfEntries& of, const Sought& sought) {
    std::set<std::pair<std::string, std::string>> kinds;
    std::set<int, std::greater<>> years;
    for (const auto& story : of.open.child->story)
        if (is_to_be_chosen(story)) {
            kinds.insert({story.name(), story.record_type()});
            years.insert(calendar::year_of(story.day()));
        }
    std::vector<std::pair<std::string, std::string>> of_kind{{"everything", ""}}, of_year{{"every year", ""}};
    for (const auto& kind : kinds)
        of_kind.push_back(kind);
    for (const auto year : years)
        of_year.push_back({std::to_string(year), std::to_string(year)});
    Button show{"Keep these, and show others"};
    show.name = "then";
    show.value = "show";
    show.classes = "govuk-button--secondary";
    return html("<h2 class=\"govuk-heading-m\">Look for others</h2>{}{}{}", select_of(kind_box, "Show", sought.kind, of_kind),
                select_of(year_box, "From", sought.year ? std::to_string(sought.year) : "", of_year), button(show));
}

Response entries_page(const House& house, const Call& call, const ItemOfEntries& of, const Sought& sought, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    const auto judged = judge(house, of.open);
    const auto chronology = chronology_of(house, of.open, judged);
    const auto ticked = ticked_in(of);
    auto others = others_of(of, ticked, sought);
    const auto found = others.size();
    std::ranges::stable_partition(others, [&](const auto* story) { return chronology.number_of(story->entry.id).has_value(); });
    if (others.size() > most_entries_shown)
        others.resize(most_entries_shown);
    const auto first_other = std::ranges::find_if(others, [&](const auto* story) { return !chronology.number_of(story->entry.id); });
    auto frame = child_frame(house, caller, of.open, of.item->label);
    frame.back = BackLink{of.draft_path(), "The words"};
    frame.refusals = refusals;
    Html more;
    if (found > most_entries_shown)
        more = html("<p class=\"govuk-body\">These are {} of {}. Choose a kind or a year below to see others.</p>", std::to_string(most_entries_shown), std::to_string(found));
    Button keep{"Keep these"};
    auto content = hidden_input("version", std::to_string(of.draft.version)) + boxes_of_entries("Chosen", "chosen", ticked, true, chronology) +
                   boxes_of_entries("Important events", "important", Stories(others.begin(), first_other), false, chronology) +
                   boxes_of_entries("Other entries", "others", Stories(first_other, others.end()), false, chronology) + more +
                   (ticked.empty() && others.empty() ? html("<p class=\"govuk-body\">There is nothing to choose.</p>") : Html()) + button(keep) + what_is_sought(of, sought);
    auto hint = of.item->hint.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", of.item->hint);
    return shown(frame, hint + post_form({of.own_path(), caller.session.csrf, "", content, "", "", {}}));
}

Response show_entries_to_choose(const House& house, const Call& call) {
    auto of = item_opened_for_entries(house, call);
    return of ? entries_page(house, call, *of, sought_in(call.request.query), {}) : not_found(house);
}

Response keep_entries(const House& house, const Call& call) {
    auto of = item_opened_for_entries(house, call);
    if (!of)
        return not_found(house);
    auto fields = of->draft.fields;
    std::vector<std::string> lines;
    for (const auto& value : call.form.all(entry_box))
        if (EntryId::parse(value) && std::ranges::find(lines, value) == lines.end())
            lines.push_back(std::string(value));
    fields[of->field_name()] = join(lines, "\n");
    if (lines.empty())
        fields.erase(of->field_name());
    const bool is_as_shown = call.form.get("version") == std::to_string(of->draft.version);
    if (!is_as_shown)
        return entries_page(house, call, *of, sought_in(call.form), {refuse("written-meanwhile", "This was written in meanwhile. Look at what is chosen, and choose again")});
    if (!house.desk.save({of->draft.draft, of->draft.version, fields, of->draft.stopped_at, call.caller<Caller>().writer(), house.now()}))
        return not_found(house);
    if (call.form.get("then") == "show") {
        const auto sought = sought_in(call.form);
        return redirect(path("/drafts/{}/entries/{}?kind={}&year={}", of->draft.draft.hex(), of->item->id, sought.kind, sought.year ? std::to_string(sought.year) : std::string()));
    }
    return redirect(url("/drafts/" + of->draft.draft.hex() + "#" + of->field_name()));
}

Html link_to_entry_named(const access::OpenRecord& open, const record::NamedEntry& one) {
    const auto* story = open.child->find(one.entry);
    const auto words = capital(one.name) + ", " + calendar::in_words(one.day);
    const auto error = story && story->withdrawn() ? std::string(" (written in error)") : std::string();
    return html("<li><a class=\"govuk-link\" href=\"{}\">{}</a>{}</li>", path("/children/{}/entries/{}", open.record.hex(), one.entry.hex()), words, error);
}

} // namespace

Html chosen_entries(const AskedItem& asked) {
    const auto& view = asked.view;
    const auto name = name_of(asked);
    const auto lines = field(view.draft.fields, name);
    Html chosen;
    if (view.open)
        for (const auto& line : lines_of(lines))
            if (const auto number = EntryId::parse(line))
                if (const auto* story = view.open->child->find(*number); story && story->entry.id == *number)
                    chosen += link_to_entry_named(*view.open, {*number, story->name(), story->day()});
    Button choose{Phrase(chosen.empty() ? "Choose entries" : "Choose others, or take one away")};
    choose.name = "then";
    choose.value = std::string(press_for_entries) + asked.item.id;
    choose.classes = "govuk-button--secondary";
    choose.attributes.add("formnovalidate");
    return fields_together(asked, error_at(asked.refusals, name), (chosen.empty() ? html("<p class=\"govuk-body\">Nothing is chosen yet.</p>") : html("<ul class=\"govuk-list\">{}</ul>", chosen)) +
                                          hidden_input(name, lines) +
                                          (view.draft.record ? button(choose) : html("<p class=\"govuk-hint\">Choose the child first: these are entries of a child's record.</p>")));
}

std::optional<std::string> item_with_entries(std::string_view then) {
    return then.starts_with(press_for_entries) ? std::optional(std::string(then.substr(press_for_entries.size()))) : std::nullopt;
}

void show_entries(WordsOfItems& words, const access::OpenRecord& open, const StoryEntry& story) {
    if (!story.form() || !sees_all(open))
        return;
    for (const auto& answer : story.form()->answers)
        if (const auto* named = std::get_if<record::Entries>(&answer.value)) {
            Html rows;
            for (const auto& one : named->entries)
                rows += link_to_entry_named(open, one);
            words[answer.item] = html("<ul class=\"govuk-list govuk-list--bullet\">{}</ul>", rows);
        }
}

std::vector<http::Route> draft_entries_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/drafts/{draft}/entries/{item}", http::Reach::Worker, to(show_entries_to_choose)},
            {http::Method::Post, "/drafts/{draft}/entries/{item}", http::Reach::Worker, to(keep_entries)}};
}

} // namespace lifestory::web::pages
