// The markup of radios, checkboxes and date inputs, as GOV.UK Frontend 6 writes it.
#include "web/html/choices.h"

#include <algorithm>

#include "web/html/parts.h"

namespace lifestory::web {

namespace {

// The kinds differ in their classes' stem and in the input's type, in nothing else.
struct Kind {
    std::string stem, type;
};

struct Place { // one choice among its group
    std::string id, name, described_by;
    bool is_checked = false;
};

Html group_of(const std::optional<Fieldset>& set, std::string_view role, const std::string& described_by,
              const Html& inner) {
    if (!set)
        return inner;
    Fieldset filled = *set;
    filled.described_by = described_by;
    filled.role = role;
    filled.content = inner;
    return fieldset(filled);
}

Html hint_of(const Choice& choice, const Kind& kind, const Place& place) {
    if (choice.hint.words.empty())
        return {};
    Hint with_id = choice.hint;
    with_id.id = place.id + "-item-hint";
    with_id.classes = spaced(kind.stem + "__hint", choice.hint.classes);
    return hint(with_id);
}

Html input_of(const Choice& choice, const Kind& kind, const Place& place) {
    auto described_by = spaced(place.described_by, choice.hint.words.empty() ? "" : place.id + "-item-hint");
    auto rest = Attributes()
                    .add_if(place.is_checked, "checked")
                    .add_if(choice.is_disabled, "disabled")
                    .add_if(!choice.revealed.empty(), "data-aria-controls", "conditional-" + place.id)
                    .add_if(choice.behaviour == Behaviour::Exclusive, "data-behaviour", "exclusive")
                    .add_filled("aria-describedby", described_by)
                    .add(choice.attributes);
    return html("<input class=\"{}\" id=\"{}\" name=\"{}\" type=\"{}\" value=\"{}\"{}>",
                kind.stem + "__input", place.id, place.name, kind.type, choice.value, rest);
}

Html choice_of(const Choice& choice, const Kind& kind, const Place& place) {
    if (!choice.divider.empty())
        return html("<div class=\"{}\">{}</div>", kind.stem + "__divider", choice.divider);
    Label words{.words = choice.words,
                .classes = spaced(kind.stem + "__label", choice.label_classes),
                .attributes = choice.label_attributes,
                .for_id = place.id};
    auto out = html("<div class=\"{}\">{}{}{}</div>", kind.stem + "__item", input_of(choice, kind, place),
                    label(words), hint_of(choice, kind, place));
    if (choice.revealed.empty())
        return out;
    auto classes = kind.stem + "__conditional";
    return out + html("<div class=\"{}\" id=\"{}\">{}</div>",
                      place.is_checked ? classes : spaced(classes, classes + "--hidden"),
                      "conditional-" + place.id, choice.revealed);
}

std::string numbered(const std::string& prefix, std::size_t place) {
    return place == 0 ? prefix : prefix + "-" + std::to_string(place + 1);
}

bool is_among(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

std::string_view stem_of(DatePart part) {
    switch (part) {
    case DatePart::Day:
        return "day";
    case DatePart::Month:
        return "month";
    case DatePart::Year:
        return "year";
    }
    return {};
}

std::string capital(std::string name) {
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
}

const std::string& typed(const DateInput& date, DatePart part) {
    switch (part) {
    case DatePart::Day:
        return date.day;
    case DatePart::Month:
        return date.month;
    case DatePart::Year:
        break;
    }
    return date.year;
}

bool holds(const std::string& classes, std::string_view stem) {
    return classes.find(stem) != std::string::npos;
}

bool says_error(const DateBox& box) {
    return box.has_error.value_or(false) || holds(box.classes, "govuk-input--error");
}

std::string classes_of(const DateInput& date, const DateBox& box, bool any_says_error) {
    std::string classes;
    bool by_group = box.has_error.value_or(true) && !date.error.words.empty() && !any_says_error;
    if (!holds(box.classes, "govuk-input--error") && (says_error(box) || by_group))
        classes = "govuk-input--error";
    if (!holds(box.classes, "govuk-input--width-"))
        classes =
            spaced(classes, box.part == DatePart::Year ? "govuk-input--width-4" : "govuk-input--width-2");
    return spaced(spaced("govuk-date-input__input", classes), box.classes);
}

Html box_of(const DateInput& date, const DateBox& box, bool any_says_error) {
    auto name = or_else(box.name, std::string(stem_of(box.part)));
    TextInput input{
        .id = or_else(box.id, date.id + "-" + name),
        .name = date.name_prefix.empty() ? name : date.name_prefix + "-" + name,
        .label = {.words = or_else(box.label, capital(name)), .classes = "govuk-date-input__label"}};
    const auto& value = or_else(box.value, typed(date, box.part));
    if (!value.empty())
        input.value = value;
    input.classes = classes_of(date, box, any_says_error);
    input.autocomplete = box.autocomplete;
    input.pattern = box.pattern;
    input.inputmode = or_else(box.inputmode, "numeric");
    input.attributes = box.attributes;
    return html("<div class=\"govuk-date-input__item\">{}</div>", text_input(input));
}

} // namespace

Html radios(const Radios& given) {
    const auto& prefix = or_else(given.id_prefix, given.name);
    std::string described_by = given.fieldset ? given.fieldset->described_by : "";
    auto above = hint_and_error(given.hint, given.error, prefix, described_by);
    Html choices;
    for (std::size_t i = 0; i < given.choices.size(); ++i) {
        if (!given.choices[i])
            continue;
        const auto& choice = *given.choices[i];
        bool is_value = !given.value.empty() && choice.value == given.value;
        Place place{or_else(choice.id, numbered(prefix, i)), given.name, "",
                    choice.is_checked.value_or(is_value)};
        choices += choice_of(choice, {"govuk-radios", "radio"}, place);
    }
    auto all = html("<div class=\"{}\"{} data-module=\"govuk-radios\">{}{}{}</div>",
                    spaced("govuk-radios", given.classes), given.attributes, given.group.before, choices,
                    given.group.after);
    return form_group(given.group, error_of(given.error),
                      group_of(given.fieldset, "", described_by, above + all));
}

Html checkboxes(const Checkboxes& given) {
    const auto& prefix = or_else(given.id_prefix, given.name);
    auto described_by = given.described_by;
    if (given.fieldset && !given.fieldset->described_by.empty())
        described_by = given.fieldset->described_by;
    auto above = hint_and_error(given.hint, given.error, prefix, described_by);
    Html choices;
    for (std::size_t i = 0; i < given.choices.size(); ++i) {
        if (!given.choices[i])
            continue;
        const auto& choice = *given.choices[i];
        Place place{or_else(choice.id, numbered(prefix, i)), or_else(choice.name, given.name),
                    given.fieldset ? "" : described_by,
                    choice.is_checked.value_or(is_among(given.values, choice.value))};
        choices += choice_of(choice, {"govuk-checkboxes", "checkbox"}, place);
    }
    auto all = html("<div class=\"{}\"{} data-module=\"govuk-checkboxes\">{}{}{}</div>",
                    spaced("govuk-checkboxes", given.classes), given.attributes, given.group.before, choices,
                    given.group.after);
    return form_group(given.group, error_of(given.error),
                      group_of(given.fieldset, "", described_by, above + all));
}

Html date_input(const DateInput& given) {
    std::string described_by = given.fieldset ? given.fieldset->described_by : "";
    auto above = hint_and_error(given.hint, given.error, given.id, described_by);
    std::vector<DateBox> boxes = given.boxes;
    if (boxes.empty())
        boxes = {{.part = DatePart::Day}, {.part = DatePart::Month}, {.part = DatePart::Year}};
    bool any_says_error = std::any_of(boxes.begin(), boxes.end(), says_error);
    Html inner;
    for (const auto& box : boxes)
        inner += box_of(given, box, any_says_error);
    auto all = html("<div class=\"{}\"{}>{}{}{}</div>", spaced("govuk-date-input", given.classes),
                    Attributes(given.attributes).add_filled("id", given.id), given.group.before, inner,
                    given.group.after);
    return form_group(given.group, error_of(given.error),
                      group_of(given.fieldset, "group", described_by, above + all));
}

} // namespace lifestory::web
