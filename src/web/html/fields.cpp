// The markup of labels, hints, errors, fieldsets, boxes, lists and files, as GOV.UK Frontend 6 writes it.
#include "web/html/fields.h"

#include "web/html/blocks.h"
#include "web/html/parts.h"

namespace lifestory::web {

namespace {

Attributes id_of(const std::string& id) { return Attributes().add_filled("id", id); }

Html labelled(Label given, const std::string& id) {
    given.for_id = id;
    return label(given);
}

Html affix(const Affix& given, std::string_view place) {
    if (given.words.empty())
        return {};
    return html("<div class=\"{}\" aria-hidden=\"true\"{}>{}</div>", spaced(place, given.classes),
                given.attributes, given.words);
}

bool has_wrapper(const TextInput& input) {
    return !input.prefix.words.empty() || !input.suffix.words.empty() || !input.group.before.empty() ||
           !input.group.after.empty();
}

Html input_box(const TextInput& input, const std::string& id, const std::string& described_by) {
    auto classes = spaced("govuk-input", input.classes);
    Attributes rest;
    if (input.spellcheck)
        rest.add("spellcheck", yes_or_no(*input.spellcheck));
    if (input.value)
        rest.add("value", *input.value);
    rest.add_if(input.is_disabled, "disabled")
        .add_filled("aria-describedby", described_by)
        .add_filled("autocomplete", input.autocomplete)
        .add_filled("autocapitalize", input.autocapitalize)
        .add_filled("pattern", input.pattern)
        .add_filled("inputmode", input.inputmode)
        .add(input.attributes);
    return html("<input class=\"{}\" id=\"{}\" name=\"{}\" type=\"{}\"{}>",
                input.error.words.empty() ? classes : spaced(classes, "govuk-input--error"), id, input.name,
                input.type, rest);
}

Attributes password_words(const PasswordInput& input) {
    return Attributes()
        .add("data-module", "govuk-password-input")
        .add_filled("data-i18n.show-password", input.show_text)
        .add_filled("data-i18n.hide-password", input.hide_text)
        .add_filled("data-i18n.show-password-aria-label", input.show_label)
        .add_filled("data-i18n.hide-password-aria-label", input.hide_label)
        .add_filled("data-i18n.password-shown-announcement", input.shown_announcement)
        .add_filled("data-i18n.password-hidden-announcement", input.hidden_announcement)
        .add(input.group.attributes);
}

Html show_button(const PasswordInput& input, const std::string& id) {
    return button({.words = or_else(input.show_text, input.show),
                   .classes = spaced("govuk-button--secondary govuk-password-input__toggle "
                                     "govuk-js-password-input-toggle",
                                     input.button_classes),
                   .type = ButtonType::Button,
                   .attributes = Attributes()
                                     .add("aria-controls", id)
                                     .add("aria-label", or_else(input.show_label, input.show_spoken))
                                     .add("hidden")});
}

bool is_chosen(const Select& list, const Option& option) {
    auto is_value = !list.value.empty() && option.value.value_or(option.words) == list.value;
    return option.is_selected.value_or(is_value);
}

Html option(const Select& list, const Option& given) {
    Attributes attributes;
    if (given.value)
        attributes.add("value", *given.value);
    attributes.add_if(is_chosen(list, given), "selected")
        .add_if(given.is_disabled, "disabled")
        .add(given.attributes);
    return html("<option{}>{}</option>", attributes, given.words);
}

Html file_box(const FileUpload& upload, const std::string& id, const std::string& described_by) {
    auto classes = spaced(spaced("govuk-file-upload", upload.classes),
                          upload.error.words.empty() ? "" : "govuk-file-upload--error");
    auto rest = Attributes()
                    .add_if(upload.is_disabled, "disabled")
                    .add_if(upload.takes_many, "multiple")
                    .add_filled("aria-describedby", described_by)
                    .add(upload.attributes);
    return html("<input class=\"{}\" id=\"{}\" name=\"{}\" type=\"file\"{}>", classes, id, upload.name, rest);
}

Html drop_zone(const FileUpload& upload, const Html& box) {
    Attributes words;
    words.add_filled("data-i18n.choose-files-button", upload.choose_words)
        .add_filled("data-i18n.no-file-chosen", upload.none_chosen_words);
    for (const auto& [rule, text] : upload.many_chosen_words)
        words.add(unchecked_attribute("data-i18n.multiple-files-chosen." + rule, text));
    words.add_filled("data-i18n.drop-instruction", upload.drop_words)
        .add_filled("data-i18n.entered-drop-zone", upload.entered_words)
        .add_filled("data-i18n.left-drop-zone", upload.left_words)
        .add(upload.wrapper_attributes);
    return html("<div class=\"{}\" data-module=\"govuk-file-upload\"{}>{}</div>",
                spaced("govuk-file-upload-wrapper", upload.wrapper_classes), words, box);
}

} // namespace

Html label(const Label& given) {
    if (given.words.empty())
        return {};
    auto inner = html("<label class=\"{}\"{}>{}</label>", spaced("govuk-label", given.classes),
                      Attributes(given.attributes).add_filled("for", given.for_id), given.words);
    return given.is_page_heading ? html("<h1 class=\"govuk-label-wrapper\">{}</h1>", inner) : inner;
}

Html hint(const Hint& given) {
    return html("<div class=\"{}\"{}>{}</div>", spaced("govuk-hint", given.classes),
                id_of(given.id).add(given.attributes), given.words);
}

Html error_message(const ErrorMessage& given) {
    Html spoken;
    if (!given.spoken_first.empty())
        spoken = html("<span class=\"govuk-visually-hidden\">{}:</span> ", given.spoken_first);
    return html("<p class=\"{}\"{}>{}{}</p>", spaced("govuk-error-message", given.classes),
                id_of(given.id).add(given.attributes), spoken, given.words);
}

Html fieldset(const Fieldset& given) {
    Html legend;
    if (!given.legend.words.empty()) {
        Html words = given.legend.words.html();
        if (given.legend.is_page_heading)
            words = html("<h1 class=\"govuk-fieldset__heading\">{}</h1>", words);
        legend = html("<legend class=\"{}\">{}</legend>",
                      spaced("govuk-fieldset__legend", given.legend.classes), words);
    }
    auto rest = Attributes()
                    .add_filled("role", given.role)
                    .add_filled("aria-describedby", given.described_by)
                    .add(given.attributes);
    return html("<fieldset class=\"{}\"{}>{}{}</fieldset>", spaced("govuk-fieldset", given.classes), rest,
                legend, given.content);
}

Html text_input(const TextInput& given) {
    const auto& id = or_else(given.id, given.name);
    auto described_by = given.described_by;
    auto above = labelled(given.label, id) + hint_and_error(given.hint, given.error, id, described_by);
    auto box = input_box(given, id, described_by);
    if (has_wrapper(given))
        box = html("<div class=\"{}\"{}>{}{}{}{}{}</div>",
                   spaced("govuk-input__wrapper", given.wrapper_classes), given.wrapper_attributes,
                   given.group.before, affix(given.prefix, "govuk-input__prefix"), box,
                   affix(given.suffix, "govuk-input__suffix"), given.group.after);
    return form_group(given.group, error_of(given.error), above + box);
}

Html password_input(const PasswordInput& given) {
    const auto& id = or_else(given.id, given.name);
    TextInput input{.id = id,
                    .name = given.name,
                    .type = "password",
                    .label = given.label,
                    .hint = given.hint,
                    .error = given.error};
    if (!given.value.empty())
        input.value = given.value;
    input.classes = spaced("govuk-password-input__input govuk-js-password-input-input", given.classes);
    input.described_by = given.described_by;
    input.autocomplete = or_else(given.autocomplete, "current-password");
    input.autocapitalize = "none";
    input.spellcheck = false;
    input.is_disabled = given.is_disabled;
    input.wrapper_classes = "govuk-password-input__wrapper";
    input.group.classes = spaced("govuk-password-input", given.group.classes);
    input.group.attributes = password_words(given);
    input.group.before = given.group.before;
    input.group.after = show_button(given, id) + given.group.after.html();
    input.attributes = given.attributes;
    return text_input(input);
}

Html textarea(const Textarea& given) {
    const auto& id = or_else(given.id, given.name);
    auto described_by = given.described_by;
    auto above = labelled(given.label, id) + hint_and_error(given.hint, given.error, id, described_by);
    Attributes rest;
    if (given.spellcheck)
        rest.add("spellcheck", yes_or_no(*given.spellcheck));
    rest.add_if(given.is_disabled, "disabled")
        .add_filled("aria-describedby", described_by)
        .add_filled("autocomplete", given.autocomplete)
        .add(given.attributes);
    auto classes = spaced(
        given.error.words.empty() ? "govuk-textarea" : "govuk-textarea govuk-textarea--error", given.classes);
    // A line end straight after the tag is the parser's, not the writer's: ours is given, so that theirs is
    // kept.
    std::string value = given.value.starts_with('\n') ? "\n" + given.value : given.value;
    auto box = html("<textarea class=\"{}\" id=\"{}\" name=\"{}\" rows=\"{}\"{}>{}</textarea>", classes, id,
                    given.name, given.rows, rest, value);
    return form_group(given.group, error_of(given.error),
                      html("{}{}{}{}", above, given.group.before, box, given.group.after));
}

Html select(const Select& given) {
    const auto& id = or_else(given.id, given.name);
    auto described_by = given.described_by;
    auto above = labelled(given.label, id) + hint_and_error(given.hint, given.error, id, described_by);
    Html options;
    for (const auto& one : given.options)
        options += option(given, one);
    auto classes =
        spaced(spaced("govuk-select", given.classes), given.error.words.empty() ? "" : "govuk-select--error");
    auto rest = Attributes()
                    .add_if(given.is_disabled, "disabled")
                    .add_filled("aria-describedby", described_by)
                    .add(given.attributes);
    auto list = html("<select class=\"{}\" id=\"{}\" name=\"{}\"{}>{}</select>", classes, id, given.name,
                     rest, options);
    return form_group(given.group, error_of(given.error),
                      html("{}{}{}{}", above, given.group.before, list, given.group.after));
}

Html file_upload(const FileUpload& given) {
    const auto& id = or_else(given.id, given.name);
    auto described_by = given.described_by;
    auto above = labelled(given.label, id) + hint_and_error(given.hint, given.error, id, described_by);
    auto box = file_box(given, id, described_by);
    if (given.has_drop_zone)
        box = drop_zone(given, box);
    return form_group(given.group, error_of(given.error),
                      html("{}{}{}{}", above, given.group.before, box, given.group.after));
}

} // namespace lifestory::web
