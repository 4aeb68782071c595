#include "unit/web/html_options.h"

namespace lifestory::web {

const JsonObject& part_of(const JsonObject& options, std::string_view key) {
    static const JsonObject nothing;
    const auto* part = object_in(options, key);
    return part ? *part : nothing;
}

bool has(const JsonObject& options, std::string_view key) {
    const auto* value = options.if_contains(key);
    return value && !value->is_null() && !(value->is_bool() && !value->get_bool()) &&
           !(value->is_string() && value->get_string().empty());
}

std::string words_in(const JsonObject& options, std::string_view key) {
    const auto* value = options.if_contains(key);
    if (!value || value->is_null() || value->is_object() || value->is_array())
        return "";
    if (value->is_string())
        return std::string(value->get_string());
    return boost::json::serialize(*value);
}

Phrase phrase_in(const JsonObject& options, std::string_view text, std::string_view html) {
    if (has(options, html))
        return unchecked_html(text_in(options, html));
    const auto* value = options.if_contains(text);
    return value && !value->is_bool() ? Phrase(words_in(options, text)) : Phrase();
}

Attributes attributes_in(const JsonObject& options, std::string_view key) {
    Attributes all;
    for (const auto& one : part_of(options, key))
        all.add(unchecked_attribute(one.key(), words_in(part_of(options, key), one.key())));
    return all;
}

std::optional<bool> maybe_flag(const JsonObject& options, std::string_view key) {
    const auto* value = options.if_contains(key);
    return value && value->is_bool() ? std::optional(value->get_bool()) : std::nullopt;
}

std::vector<const JsonObject*> objects_in(const JsonObject& options, std::string_view key) {
    std::vector<const JsonObject*> all;
    if (const auto* items = array_in(options, key))
        for (const auto& item : *items)
            all.push_back(item.if_object());
    return all;
}

Url link_in(const JsonObject& options, std::string_view key) {
    auto text = words_in(options, key);
    return text.empty() ? Url() : url(text);
}

Label label_in(const JsonObject& options) {
    const auto& label = part_of(options, "label");
    return {.words = phrase_in(label),
            .classes = words_in(label, "classes"),
            .is_page_heading = has(label, "isPageHeading"),
            .attributes = attributes_in(label)};
}

Hint hint_in(const JsonObject& options) {
    const auto& hint = part_of(options, "hint");
    return {
        .words = phrase_in(hint), .classes = words_in(hint, "classes"), .attributes = attributes_in(hint)};
}

ErrorMessage error_in(const JsonObject& options) {
    const auto& error = part_of(options, "errorMessage");
    ErrorMessage message{.words = phrase_in(error), .classes = words_in(error, "classes")};
    message.attributes = attributes_in(error);
    if (error.contains("visuallyHiddenText"))
        message.spoken_first = words_in(error, "visuallyHiddenText");
    return message;
}

FormGroup group_in(const JsonObject& options) {
    const auto& group = part_of(options, "formGroup");
    auto before = group.contains("beforeInputs") ? "beforeInputs" : "beforeInput";
    auto after = group.contains("afterInputs") ? "afterInputs" : "afterInput";
    return {.classes = words_in(group, "classes"),
            .attributes = attributes_in(group),
            .before = phrase_in(part_of(group, before)),
            .after = phrase_in(part_of(group, after))};
}

std::optional<Fieldset> fieldset_in(const JsonObject& options) {
    if (!has(options, "fieldset"))
        return std::nullopt;
    const auto& given = part_of(options, "fieldset");
    const auto& legend = part_of(given, "legend");
    return Fieldset{.legend = {phrase_in(legend), words_in(legend, "classes"), has(legend, "isPageHeading")},
                    .described_by = words_in(given, "describedBy"),
                    .classes = words_in(given, "classes"),
                    .role = words_in(given, "role"),
                    .attributes = attributes_in(given)};
}

const std::map<std::string, Render>& renderers() {
    static const auto all = [] {
        std::map<std::string, Render> known;
        add_field_renderers(known);
        add_choice_renderers(known);
        add_block_renderers(known);
        add_list_renderers(known);
        return known;
    }();
    return all;
}

} // namespace lifestory::web
