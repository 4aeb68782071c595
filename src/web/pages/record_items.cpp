#include "web/pages/record_items.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/asked_if.h"
#include "web/pages/draft_entries.h"
#include "web/pages/draft_length.h"
#include "web/pages/file_lines.h"
#include "web/pages/goals_served.h"
#include "web/pages/guidance.h"
#include "web/pages/owed.h"
#include "web/pages/proposed_item.h"
#include "web/pages/record_rows.h"
#include "web/pages/supervision.h"
#include "web/pages/written_letter_draft.h"

namespace lifestory::web::pages {

namespace {

using policy::ItemType;

std::string value_of(const AskedItem& asked) { return field(asked.view.draft.fields, name_of(asked)); }

Html text_box(const AskedItem& asked) {
    TextInput box;
    box.id = box.name = name_of(asked);
    box.value = value_of(asked);
    box.label.words = asked.item.label;
    box.hint.words = help_beside(asked);
    box.error = error_at(asked.refusals, box.name);
    if (asked.item.type == ItemType::Number) {
        box.inputmode = "numeric";
        box.classes = "govuk-input--width-4";
    }
    return text_input(box);
}

Html long_box(const AskedItem& asked) {
    Textarea box;
    box.id = box.name = name_of(asked);
    box.value = value_of(asked);
    auto to = written_to(asked.view, asked.item);
    box.label.words = label_beside(asked.item, to);
    box.label.classes = "govuk-label--s";
    box.hint.words = help_beside(asked);
    box.error = error_at(asked.refusals, box.name);
    box.rows = asked.item.id == "letter" || is_written_letter(asked.view) ? 20 : asked.item.id == "happened" ? 10 : 5;
    box.spellcheck = true;
    return textarea(box) + length_place(asked.item, box.id, box.value) + findings_place(box.id) + save_button(box.id);
}

Html choices(const AskedItem& asked) {
    std::vector<std::optional<Choice>> all;
    for (const auto& one : asked.item.choices) {
        Choice choice;
        choice.words = capital(one.name);
        choice.value = one.name;
        all.push_back(choice);
    }
    Fieldset fieldset{{asked.item.label, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    if (asked.item.type == ItemType::Choices) {
        Checkboxes boxes;
        boxes.name = boxes.id_prefix = name_of(asked);
        boxes.values = lines_of(value_of(asked));
        boxes.choices = all;
        boxes.fieldset = fieldset;
        boxes.hint.words = help_beside(asked);
        boxes.error = error_at(asked.refusals, boxes.name);
        boxes.classes = "govuk-checkboxes--small";
        return checkboxes(boxes) + help_of_list(asked.house, asked.item.list);
    }
    Radios radios;
    radios.name = radios.id_prefix = name_of(asked);
    radios.value = value_of(asked);
    radios.choices = all;
    radios.fieldset = fieldset;
    radios.hint.words = help_beside(asked);
    radios.error = error_at(asked.refusals, radios.name);
    radios.classes = "govuk-radios--small";
    return web::radios(radios) + help_of_list(asked.house, asked.item.list);
}

Html yes_no(const AskedItem& asked) {
    Radios radios;
    radios.name = radios.id_prefix = name_of(asked);
    radios.value = value_of(asked);
    for (const char* one : {"yes", "no"}) {
        Choice choice;
        choice.words = capital(one);
        choice.value = one;
        radios.choices.push_back(choice);
    }
    radios.fieldset = Fieldset{{asked.item.label, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    radios.hint.words = help_beside(asked);
    radios.error = error_at(asked.refusals, radios.name);
    radios.classes = "govuk-radios--inline govuk-radios--small";
    return web::radios(radios);
}

// By when the child must be seen: the earliest that is open.
std::string must_be_seen_by(const DraftView& view) {
    std::optional<calendar::Day> by;
    for (const auto& owed : view.judged.obligations)
        if (owed.is_open() && owed.due && is_about_being_seen(owed) && (!by || owed.due->day < *by))
            by = owed.due->day;
    return by ? " and must be seen by " + calendar::in_words(*by) : std::string();
}

// A visit at which nobody was seen: what stands as it stood, and the press that tells the manager at once.
Html does_not_count(const AskedItem& asked) {
    if (!asked.view.open)
        return Html();
    const auto& child = *asked.view.open->child;
    auto pronouns = pronouns_of(child, *asked.view.open->family);
    const auto* last = child.last_seen(asked.house.today());
    bool plural_they = pronouns.subject == "they";
    auto seen = capital(pronouns.subject) + (last ? (plural_they ? " were last seen on " : " was last seen on ") + calendar::in_words(last->day())
                                                  : std::string(plural_they ? " were not seen yet" : " was not seen yet"));
    auto manager = manager_of(asked.house, asked.view.draft.owner.worker);
    Html press;
    if (manager) {
        Button tell{Phrase("Tell " + split(manager->full_name, ' ').front() + " now")};
        tell.name = "then";
        tell.value = "tell";
        tell.classes = "govuk-button--secondary";
        tell.attributes.add("formnovalidate");
        press = button(tell);
    }
    return inset_text({html("<p>This does not count as seeing {}. {}{}.</p>{}", asked.view.first_name(), seen, must_be_seen_by(asked.view), press), {}, {}, {}});
}

// "Was Tilly seen?": nothing is preset. What is asked only after one answer stands beneath that answer.
Html seen(const AskedItem& asked) {
    auto name = asked.view.first_name();
    Radios radios;
    radios.name = radios.id_prefix = name_of(asked);
    radios.value = value_of(asked);
    std::vector<std::pair<std::string, std::string>> ways{{"seen alone", "Seen alone"}, {"seen with others", "Seen, with others there"},
                                                          {"not seen", "Not seen"}};
    if (asked.view.open && asked.view.open->child->born() && calendar::age_on(*asked.view.open->child->born(), asked.house.today()) < 2)
        ways.insert(ways.begin() + 2, {"baby seen awake", "Seen awake"});
    for (const auto& [value, words] : ways) {
        Choice choice;
        choice.words = words;
        choice.value = value;
        for (const auto* more : asked_if_seen(asked.house, asked.view, value))
            if (value == "not seen" && more->type != ItemType::Prompt)
                choice.revealed += item_fields({asked.house, asked.view, *more, asked.refusals});
        if (value == "not seen")
            choice.revealed += does_not_count(asked);
        radios.choices.push_back(choice);
    }
    radios.fieldset = Fieldset{{"Was " + name + " seen?", "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    radios.hint.words = help_beside(asked);
    radios.error = error_at(asked.refusals, radios.name);
    return web::radios(radios);
}

Html day_boxes(const AskedItem& asked) {
    auto day = date_boxes(asked.view.draft.fields, name_of(asked), asked.item.label, asked.refusals);
    day.hint.words = help_beside(asked);
    auto boxes = date_input(day);
    if (asked.item.type != ItemType::Instant)
        return boxes;
    TextInput time;
    time.id = time.name = name_of(asked) + ".time";
    time.value = field(asked.view.draft.fields, time.name);
    time.label.words = "Time";
    time.classes = "govuk-input--width-4";
    time.error = error_at(asked.refusals, time.name);
    return boxes + text_input(time);
}

// Where the child's own words stand: closed until there is one. Beside another child's part of one visit it is put in on this child's own page.
Html shown_by_the_child(const AskedItem& asked, const Html& fields, bool is_open) {
    Details own;
    own.summary = Phrase(html("{}<span class=\"govuk-visually-hidden\">: {}</span>", asked.item.label, asked.view.first_name()));
    own.content = asked.view.prefix.empty() ? fields : html("<p class=\"govuk-body\">It is put in on {} own page of this visit.</p>", possessive(asked.view.first_name()));
    own.is_open = is_open;
    return details(own);
}

Html attachment(const AskedItem& asked) {
    const auto& fields = asked.view.draft.fields;
    TextInput where;
    where.id = where.name = name_of(asked) + ".kept-at";
    where.value = field(fields, where.name);
    where.label.words = "Where it is kept, if it is no file here";
    where.error = error_at(asked.refusals, where.name);
    auto files = field(fields, name_of(asked) + ".files");
    Html names;
    for (const auto& line : lines_of(files))
        if (auto file = file_in_line(line))
            names += html("<li>{} ({})</li>", file->name, in_words(*file));
    Button put{Phrase(names.empty() ? "Put a file with this" : "Put another file with this, or take one away")};
    put.name = "then";
    put.value = "files:" + asked.item.id;
    put.classes = "govuk-button--secondary";
    put.attributes.add("formnovalidate");
    auto press = asked.view.draft.record ? button(put) : html("<p class=\"govuk-hint\">Choose the child first: a file is kept in a child's record.</p>");
    auto problem = error_at(asked.refusals, name_of(asked) + ".files");
    if (problem.words.empty())
        problem = error_at(asked.refusals, name_of(asked));
    auto group = fields_together(asked, problem,
                                 (names.empty() ? Html() : html("<ul class=\"govuk-list\">{}</ul>", names)) + hidden_input(name_of(asked) + ".files", files) + press + text_input(where));
    bool is_open = !names.empty() || !problem.words.empty() || !where.value.value_or("").empty();
    return asked.item.part == "what-you-told-me" ? shown_by_the_child(asked, group, is_open) : group;
}

} // namespace

std::string name_of(const policy::Item& item) { return "item." + item.id; }

std::string name_of(const AskedItem& asked) { return asked.view.prefix + name_of(asked.item); }

// Prompts stand beside the box they belong to, after its own help.
Phrase help_beside(const AskedItem& asked) {
    auto help = asked.item.hint.empty() ? Html() : html("{}", asked.item.hint);
    for (const auto& other : asked.view.type->items) {
        if (other.type != ItemType::Prompt || other.under != asked.item.id)
            continue;
        auto words = asked_beside(asked.house, asked.view, other, html("{}.", other.label));
        help += help.empty() || words.empty() ? words : html(" {}", words);
    }
    return help.empty() ? Phrase() : Phrase(help);
}

Html fields_together(const AskedItem& asked, ErrorMessage problem, const Html& fields) {
    const auto name = name_of(asked);
    problem.id = name + "-error";
    Hint help;
    help.words = help_beside(asked);
    help.id = name + "-hint";
    Fieldset set{{asked.item.label, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    std::vector<std::string> described_by;
    if (!help.words.empty())
        described_by.push_back(help.id);
    if (!problem.words.empty())
        described_by.push_back(problem.id);
    set.described_by = join(described_by, " ");
    set.content = (help.words.empty() ? Html() : hint(help)) + (problem.words.empty() ? Html() : error_message(problem)) + fields;
    return html("<div class=\"{}\" id=\"{}\">{}</div>", problem.words.empty() ? "govuk-form-group" : "govuk-form-group govuk-form-group--error", name, fieldset(set));
}

Html label_beside(const policy::Item& item, const std::string& aside) {
    static const std::set<std::string, std::less<>> headings{"What happened", "What you told me", "What others said", "What I think, and why", "What happens next"};
    auto label = headings.contains(item.label) ? html("<span class=\"govuk-visually-hidden\">{}</span>", item.label) : html("{}", item.label);
    return aside.empty() ? label : html("{} <span class=\"app-written-to\">{}</span>", label, aside);
}

std::string written_to(const DraftView& view, const policy::Item& item) {
    bool worker_words = item.part == "what-happened" || item.part == "what-i-think" || item.part == "decision";
    bool in_full = view.written.written == policy::Written::InFull;
    bool in_part = view.written.written == policy::Written::InPart &&
                   std::find(view.written.items.begin(), view.written.items.end(), item.id) != view.written.items.end();
    bool is_for_all = view.for_all && !item.each_child;
    return worker_words && !is_for_all && !is_written_letter(view) && (in_full || in_part) ? "Written to " + view.first_name() : "";
}

DateInput date_boxes(const desk::Fields& fields, const std::string& name, Phrase legend, const Refusals& refusals) {
    DateInput input;
    input.id = name;
    auto box = [&](DatePart part, const char* label, const char* suffix, const char* width) {
        DateBox one;
        one.part = part;
        one.label = label;
        one.name = one.id = name + suffix;
        one.value = field(fields, one.name);
        one.classes = width;
        input.boxes.push_back(one);
    };
    box(DatePart::Day, "Day", ".day", "govuk-input--width-2");
    box(DatePart::Month, "Month", ".month", "govuk-input--width-2");
    box(DatePart::Year, "Year", ".year", "govuk-input--width-4");
    input.fieldset = Fieldset{{legend, "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    input.error = error_at(refusals, name + ".day");
    if (input.error.words.empty())
        input.error = error_at(refusals, name);
    return input;
}

Html item_fields(const AskedItem& asked) {
    switch (asked.item.type) {
    case ItemType::Prose: return long_box(asked);
    case ItemType::Text:
    case ItemType::Number:
    case ItemType::Interval:
    case ItemType::Code: return text_box(asked);
    case ItemType::Entry: return chosen_entries(asked);
    case ItemType::Place: return asked.item.choices.empty() ? place_choice(asked) : choices(asked);
    case ItemType::Choice: return asked.item.proposed.empty() ? choices(asked) : proposed_choice(asked);
    case ItemType::Choices: return asked.item.serves ? goal_ticks(asked) : choices(asked);
    case ItemType::YesNo: return yes_no(asked);
    case ItemType::Day:
    case ItemType::Instant: return day_boxes(asked);
    case ItemType::People: return people_ticks(asked);
    case ItemType::Person:
    case ItemType::Worker: return one_person(asked);
    case ItemType::Seen: return seen(asked);
    case ItemType::Views: return asked.item.whose == "child" ? child_views(asked) : others_views(asked);
    case ItemType::Options: return option_rows(asked);
    case ItemType::Actions: return action_rows(asked);
    case ItemType::Rows: return plain_rows(asked);
    case ItemType::Attachment: return attachment(asked);
    case ItemType::Prompt: return Html(); // stands beside the box it belongs to
    }
    return Html();
}

} // namespace lifestory::web::pages
