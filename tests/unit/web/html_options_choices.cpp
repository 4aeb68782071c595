#include "unit/web/html_options.h"

namespace lifestory::web {

namespace {

Choice choice_in(const JsonObject& given) {
    Choice choice{.words = phrase_in(given), .value = words_in(given, "value")};
    choice.id = words_in(given, "id");
    choice.name = words_in(given, "name");
    choice.is_checked = maybe_flag(given, "checked");
    choice.hint = hint_in(given);
    choice.divider = words_in(given, "divider");
    if (has(part_of(given, "conditional"), "html"))
        choice.revealed = unchecked_html(words_in(part_of(given, "conditional"), "html"));
    choice.is_disabled = has(given, "disabled");
    if (words_in(given, "behaviour") == "exclusive")
        choice.behaviour = Behaviour::Exclusive;
    choice.label_classes = words_in(part_of(given, "label"), "classes");
    choice.label_attributes = attributes_in(part_of(given, "label"));
    choice.attributes = attributes_in(given);
    return choice;
}

std::vector<std::optional<Choice>> choices_in(const JsonObject& options) {
    std::vector<std::optional<Choice>> choices;
    for (const auto* given : objects_in(options, "items"))
        choices.push_back(given ? std::optional(choice_in(*given)) : std::nullopt);
    return choices;
}

Html render_radios(const JsonObject& options) {
    Radios group{.name = words_in(options, "name"),
                 .id_prefix = words_in(options, "idPrefix"),
                 .value = words_in(options, "value")};
    group.choices = choices_in(options);
    group.fieldset = fieldset_in(options);
    group.hint = hint_in(options);
    group.error = error_in(options);
    group.classes = words_in(options, "classes");
    group.group = group_in(options);
    group.attributes = attributes_in(options);
    return radios(group);
}

Html render_checkboxes(const JsonObject& options) {
    Checkboxes group{.name = words_in(options, "name"), .id_prefix = words_in(options, "idPrefix")};
    if (const auto* values = array_in(options, "values"))
        for (const auto& value : *values)
            group.values.emplace_back(value.as_string());
    group.choices = choices_in(options);
    group.fieldset = fieldset_in(options);
    group.hint = hint_in(options);
    group.error = error_in(options);
    group.classes = words_in(options, "classes");
    group.described_by = words_in(options, "describedBy");
    group.group = group_in(options);
    group.attributes = attributes_in(options);
    return checkboxes(group);
}

constexpr std::array<std::pair<DatePart, std::string_view>, 3> parts{
    {{DatePart::Day, "day"}, {DatePart::Month, "month"}, {DatePart::Year, "year"}}};

DateBox box_in(const JsonObject& given, DatePart part) {
    DateBox box{.part = part, .name = words_in(given, "name"), .value = words_in(given, "value")};
    box.label = words_in(given, "label");
    box.id = words_in(given, "id");
    box.classes = words_in(given, "classes");
    box.autocomplete = words_in(given, "autocomplete");
    box.pattern = words_in(given, "pattern");
    box.inputmode = words_in(given, "inputmode");
    box.has_error = maybe_flag(given, "error");
    box.attributes = attributes_in(given);
    return box;
}

DatePart part_named(const std::string& name) {
    for (const auto& [part, known] : parts)
        if (name == known)
            return part;
    return DatePart::Day;
}

std::vector<DateBox> boxes_in(const JsonObject& options) {
    std::vector<DateBox> boxes;
    for (const auto* given : objects_in(options, "items"))
        if (given)
            boxes.push_back(box_in(*given, part_named(words_in(*given, "name"))));
    if (!boxes.empty())
        return boxes;
    for (const auto& [part, name] : parts)
        if (!options.contains(name) || has(options, name))
            boxes.push_back(box_in(part_of(options, name), part));
    return boxes;
}

// What the macro looks up under several names: values.day, values["dob-day"].
std::string value_of(const JsonObject& options, std::string_view part) {
    const auto& values = part_of(options, "values");
    auto prefix = words_in(options, "namePrefix");
    auto name = words_in(part_of(options, part), "name");
    auto plain = name.empty() ? std::string(part) : name;
    auto full = prefix.empty() ? plain : prefix + "-" + plain;
    auto own = words_in(part_of(options, part), "value");
    if (!own.empty())
        return own;
    return values.contains(plain) ? words_in(values, plain) : words_in(values, full);
}

Html render_date(const JsonObject& options) {
    DateInput date{.id = words_in(options, "id"), .name_prefix = words_in(options, "namePrefix")};
    date.boxes = boxes_in(options);
    date.day = value_of(options, "day");
    date.month = value_of(options, "month");
    date.year = value_of(options, "year");
    date.fieldset = fieldset_in(options);
    date.hint = hint_in(options);
    date.error = error_in(options);
    date.classes = words_in(options, "classes");
    date.group = group_in(options);
    date.attributes = attributes_in(options);
    return date_input(date);
}

} // namespace

void add_choice_renderers(std::map<std::string, Render>& known) {
    known["radios"] = render_radios;
    known["checkboxes"] = render_checkboxes;
    known["date-input"] = render_date;
}

} // namespace lifestory::web
