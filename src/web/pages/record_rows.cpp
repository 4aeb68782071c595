#include "web/pages/record_rows.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/who_decides.h"
#include "record/plan.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/form_reading.h"
#include "web/pages/goals_served.h"

namespace lifestory::web::pages {

namespace {

std::string value(const AskedItem& asked, const std::string& suffix) {
    return field(asked.view.draft.fields, name_of(asked) + suffix);
}

Fieldset fieldset_of(std::string_view legend) {
    return {{Phrase(legend), "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
}

Html small_input(const AskedItem& asked, const std::string& suffix, Phrase label, std::string_view classes = "") {
    TextInput box;
    box.id = box.name = name_of(asked) + suffix;
    box.value = value(asked, suffix);
    box.label.words = label;
    box.classes = std::string(classes);
    box.error = error_at(asked.refusals, box.name);
    return text_input(box);
}

Html small_textarea(const AskedItem& asked, const std::string& suffix, Phrase label, int rows, std::string_view classes = "") {
    Textarea box;
    box.id = box.name = name_of(asked) + suffix;
    box.value = value(asked, suffix);
    box.label.words = label;
    box.rows = rows;
    box.spellcheck = true;
    box.group.classes = std::string(classes);
    box.error = error_at(asked.refusals, box.name);
    return textarea(box);
}

// One empty row after those filled in; [Add another] comes back to its place.
int rows_shown(const AskedItem& asked) { return std::max(1, rows_in(asked.view.draft.fields, name_of(asked))) + (value(asked, ".more").empty() ? 0 : 1); }

Html add_another(const AskedItem& asked, std::string_view what) {
    Button more;
    auto whose = asked.view.for_all && asked.item.each_child ? ", " + asked.view.first_name() : std::string(); // two children's stand on one page
    more.words = html("Add another<span class=\"govuk-visually-hidden\"> {}{}</span>", what, whose);
    more.name = "more";
    more.value = asked.view.prefix + asked.item.id;
    more.classes = "govuk-button--secondary app-button--small";
    more.attributes.add("formnovalidate");
    return button(more);
}

// What a row is known by, so that "Remove" says which: its first words.
std::string row_named(const AskedItem& asked, int n, const std::vector<std::string>& suffixes) {
    for (const auto& suffix : suffixes) {
        auto words = trim(value(asked, fmt::format(".{}.{}", n, suffix)));
        for (const auto& known : asked.view.known)
            if (known.value == words)
                words = known.present.full_name;
        if (!words.empty())
            return ": " + first(words, 60);
    }
    return ", which is empty";
}

// One row with the press that takes it away. `named_by`: the cells whose words say which row it is, the first that is filled in.
Html row_of(const AskedItem& asked, int n, const Html& fields, const std::vector<std::string>& named_by, std::string_view classes = "app-row") {
    auto whose = asked.view.for_all && asked.item.each_child ? ", " + asked.view.first_name() : std::string();
    Button remove;
    remove.words = html("Remove row {}<span class=\"govuk-visually-hidden\"><span data-row-words>{}</span>{}</span>", n, row_named(asked, n, named_by), whose);
    remove.name = "remove";
    remove.value = fmt::format("{}{}.{}", asked.view.prefix, asked.item.id, n);
    remove.classes = "govuk-button--secondary app-button--small app-row__remove";
    remove.attributes.add("formnovalidate");
    return html("<div class=\"{}\">{}{}</div>", classes, fields, button(remove));
}

Html rows_together(const AskedItem& asked, const Html& rows, std::string_view what) {
    return fields_together(asked, error_at(asked.refusals, name_of(asked)), html("<div data-rows=\"{}\">{}</div>{}", name_of(asked), rows, add_another(asked, what)));
}

Select who_select(const AskedItem& asked, const std::string& suffix, Phrase label, std::string_view nobody) {
    Select select;
    select.id = select.name = name_of(asked) + suffix;
    select.value = value(asked, suffix);
    select.label.words = label;
    select.options.push_back({std::string(nobody), "", {}, {}, {}});
    for (const auto& known : asked.view.known)
        select.options.push_back({spoken(known.present), known.value, {}, {}, {}});
    return select;
}

Checkboxes how_boxes(const AskedItem& asked, const std::string& suffix) {
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = name_of(asked) + suffix;
    boxes.values = lines_of(value(asked, suffix));
    for (const auto& way : asked.item.choices) {
        Choice choice;
        choice.words = way.name;
        choice.value = way.name;
        boxes.choices.push_back(choice);
    }
    boxes.fieldset = fieldset_of("How did you find this out?");
    boxes.classes = "govuk-checkboxes--small";
    boxes.error = error_at(asked.refusals, boxes.name);
    return boxes;
}

Html for_which_goal(const AskedItem& asked, int n) {
    const auto now = value(asked, fmt::format(".{}.serves", n));
    auto goals = goals_to_serve(asked);
    if (!now.empty() && std::find(goals.begin(), goals.end(), now) == goals.end())
        goals.push_back(now);
    if (goals.empty())
        return asked.view.draft.record_type == record::plan_type && n == 1
                   ? html("<p class=\"govuk-hint\">When the goals are saved you can say here which one it is for.</p>")
                   : Html();
    Select goal;
    goal.id = goal.name = name_of(asked) + fmt::format(".{}.serves", n);
    goal.value = now;
    goal.label.words = html("For which goal<span class=\"govuk-visually-hidden\">, row {}</span>", n);
    goal.options.push_back({"none of them", "", {}, {}, {}});
    for (const auto& one : goals)
        goal.options.push_back({one, one, {}, {}, {}});
    return web::select(goal);
}

} // namespace

Html people_ticks(const AskedItem& asked) {
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = name_of(asked);
    boxes.values = lines_of(value(asked, ""));
    for (const auto& known : asked.view.known) {
        Choice choice;
        choice.words = spoken(known.present);
        choice.value = known.value;
        bool is_writer = known.present.worker == asked.view.draft.owner.worker;
        if (!is_writer)
            boxes.choices.push_back(choice);
    }
    Choice divider;
    divider.divider = "or";
    boxes.choices.push_back(divider);
    Choice nobody;
    nobody.words = "Nobody else";
    nobody.value = "nobody";
    nobody.behaviour = Behaviour::Exclusive;
    boxes.choices.push_back(nobody);
    boxes.fieldset = fieldset_of(asked.item.label);
    boxes.hint.words = help_beside(asked);
    boxes.error = error_at(asked.refusals, boxes.name);
    boxes.classes = "govuk-checkboxes--small";
    boxes.attributes.add("data-people", boxes.name);
    Html typed;
    for (int n = 1; n <= rows_shown(asked); ++n) {
        auto who = small_input(asked, fmt::format(".{}.who", n), "Who they are to " + asked.view.of_whom());
        typed += row_of(asked, n, small_input(asked, fmt::format(".{}.name", n), "Full name") + who, {"name", "who"});
    }
    Details someone;
    someone.summary = "Someone else";
    someone.content = html("<div data-rows=\"{}\">{}</div>", name_of(asked), typed) + add_another(asked, "person who was there");
    someone.is_open = rows_in(asked.view.draft.fields, name_of(asked)) > 0 || !value(asked, ".more").empty();
    return checkboxes(boxes) + details(someone);
}

namespace {

// Whoever brought something, wrote or was given it may be the child. A letter that we write goes to somebody else: the child's own is another.
std::optional<Known> may_be_the_child(const AskedItem& asked) {
    const bool passes_hands = asked.item.id == "from-whom" || asked.item.id == "to-whom" || asked.item.id == "referrer";
    const bool is_theirs = passes_hands && asked.item.type == policy::ItemType::Person && asked.view.type && asked.view.type->letter.empty();
    return is_theirs && asked.view.open ? the_child(*asked.view.open->child) : std::nullopt;
}

} // namespace

Html one_person(const AskedItem& asked) {
    auto select = who_select(asked, "", asked.item.label, asked.item.id == policy::decider_item ? "whoever signs it" : "nobody");
    select.hint.words = help_beside(asked);
    if (const auto child = may_be_the_child(asked))
        select.options.insert(select.options.begin() + 1, {spoken(child->present), child->value, {}, {}, {}});
    Details typed;
    typed.summary = html("Somebody who is not in the list<span class=\"govuk-visually-hidden\">: {}</span>", asked.item.label);
    typed.content = small_input(asked, ".1.name", "Full name") + small_input(asked, ".1.who", "Who they are, and from where");
    typed.is_open = rows_in(asked.view.draft.fields, name_of(asked)) > 0;
    return web::select(select) + details(typed);
}

Html child_views(const AskedItem& asked) {
    Textarea box;
    box.id = box.name = name_of(asked) + ".words";
    box.value = value(asked, ".words");
    box.label.words = label_beside(asked.item, possessive(asked.view.first_name()) + " words");
    box.label.classes = "govuk-label--s";
    box.hint.words = help_beside(asked);
    box.rows = 5;
    box.error = error_at(asked.refusals, name_of(asked));
    if (box.error.words.empty())
        box.error = error_at(asked.refusals, box.name);
    auto how = asked.item.choices.empty() ? Html() : checkboxes(how_boxes(asked, ".how"));
    return textarea(box) + save_button(box.id) + how + small_input(asked, ".through", "If someone told me: who");
}

Html others_views(const AskedItem& asked) {
    Html rows;
    for (int n = 1; n <= rows_shown(asked); ++n) {
        auto row = fmt::format(".{}", n);
        auto who = who_select(asked, row + ".person", "Who", "somebody else");
        Details other;
        other.summary = html("Somebody who is not in the list<span class=\"govuk-visually-hidden\">, row {}</span>", n);
        other.content = small_input(asked, row + ".name", "Full name") + small_input(asked, row + ".who", "Who they are to " + asked.view.of_whom());
        other.is_open = !value(asked, row + ".name").empty();
        auto words = small_textarea(asked, row + ".words", html("Their words<span class=\"govuk-visually-hidden\">, row {}</span>", n), 3);
        rows += row_of(asked, n, web::select(who) + words + details(other), {"name", "person", "words"}, "app-row app-row--words");
    }
    return rows_together(asked, rows, "person's words");
}

Html action_rows(const AskedItem& asked) {
    Html rows;
    for (int n = 1; n <= rows_shown(asked); ++n) {
        auto row = fmt::format(".{}", n);
        auto who = who_select(asked, row + ".who", html("Who<span class=\"govuk-visually-hidden\">, row {}</span>", n), "choose");
        for (auto& option : who.options)
            for (const auto& known : asked.view.known)
                if (option.value == known.value && known.present.full_name == who.value)
                    option.is_selected = true;
        const bool is_among = std::ranges::any_of(who.options, [&](const auto& option) { return option.is_selected.value_or(false) || option.value == who.value; });
        if (!is_among) // somebody of an earlier plan, or of a meeting, who is not known here any more
            who.options.push_back({who.value, who.value, {}, {}, {}});
        auto by = date_boxes(asked.view.draft.fields, name_of(asked) + row + ".by", html("By<span class=\"govuk-visually-hidden\">, row {}</span>", n), asked.refusals);
        auto what = small_input(asked, row + ".what", html("What<span class=\"govuk-visually-hidden\">, row {}</span>", n));
        rows += row_of(asked, n, what + web::select(who) + date_input(by) + for_which_goal(asked, n), {"what"}, "app-row app-row--action");
    }
    return rows_together(asked, rows, "thing that will happen");
}

Html option_rows(const AskedItem& asked) {
    Html rows;
    for (int n = 1; n <= rows_shown(asked); ++n) {
        auto row = fmt::format(".{}", n);
        auto what = small_input(asked, row + ".what", html("What else was thought of<span class=\"govuk-visually-hidden\">, row {}</span>", n));
        auto why_not = small_input(asked, row + ".why-not", html("Why not<span class=\"govuk-visually-hidden\">, row {}</span>", n));
        rows += row_of(asked, n, what + why_not, {"what", "why-not"});
    }
    return rows_together(asked, rows, "thing thought of");
}

Html plain_rows(const AskedItem& asked) {
    Html rows;
    for (int n = 1; n <= rows_shown(asked); ++n) {
        Html cells;
        std::vector<std::string> places;
        for (std::size_t column = 0; column < asked.item.columns.size(); ++column) {
            const auto& name = asked.item.columns[column];
            auto label = html("{}<span class=\"govuk-visually-hidden\">, row {}</span>", capital(name), n);
            auto suffix = fmt::format(".{}.{}", n, column + 1);
            const bool is_long = std::ranges::find(asked.item.long_columns, name) != asked.item.long_columns.end();
            cells += is_long ? small_textarea(asked, suffix, label, 4, "app-row__long") : small_input(asked, suffix, label);
            places.push_back(std::to_string(column + 1));
        }
        rows += row_of(asked, n, cells, places);
    }
    return rows_together(asked, rows, "row");
}

Html place_choice(const AskedItem& asked) {
    Radios radios;
    radios.name = radios.id_prefix = name_of(asked);
    radios.value = value(asked, "");
    bool is_known = radios.value.empty();
    auto add = [&](const std::string& words) {
        Choice choice;
        choice.words = choice.value = words;
        is_known = is_known || words == radios.value;
        radios.choices.push_back(choice);
    };
    if (asked.view.open)
        for (const auto& household : asked.view.open->family->households)
            add(household.now().name);
    add("School");
    Choice elsewhere;
    elsewhere.words = "Somewhere else";
    elsewhere.value = "elsewhere";
    elsewhere.is_checked = !is_known || radios.value == "elsewhere";
    TextInput where;
    where.id = where.name = name_of(asked) + ".elsewhere";
    where.value = !is_known ? radios.value : value(asked, ".elsewhere");
    where.label.words = "Where";
    elsewhere.revealed = text_input(where);
    radios.choices.push_back(elsewhere);
    radios.fieldset = fieldset_of(asked.item.label);
    radios.hint.words = help_beside(asked);
    radios.error = error_at(asked.refusals, radios.name);
    radios.classes = "govuk-radios--small";
    return web::radios(radios);
}

} // namespace lifestory::web::pages
