#include "unit/web/html_options.h"

namespace lifestory::web {

namespace {

Affix affix_in(const JsonObject& options, std::string_view key) {
    const auto& given = part_of(options, key);
    return {phrase_in(given), words_in(given, "classes"), attributes_in(given)};
}

Html render_label(const JsonObject& options) {
    return label({.words = phrase_in(options),
                  .classes = words_in(options, "classes"),
                  .is_page_heading = has(options, "isPageHeading"),
                  .attributes = attributes_in(options),
                  .for_id = words_in(options, "for")});
}

Html render_hint(const JsonObject& options) {
    return hint({.words = phrase_in(options),
                 .id = words_in(options, "id"),
                 .classes = words_in(options, "classes"),
                 .attributes = attributes_in(options)});
}

Html render_error_message(const JsonObject& options) {
    ErrorMessage message = error_in({{"errorMessage", options}});
    message.id = words_in(options, "id");
    return error_message(message);
}

Html render_fieldset(const JsonObject& options) {
    auto given = fieldset_in({{"fieldset", options}}).value_or(Fieldset{});
    given.content = unchecked_html(words_in(options, "html"));
    return fieldset(given);
}

Html render_input(const JsonObject& options) {
    TextInput input{.id = words_in(options, "id"), .name = words_in(options, "name")};
    if (has(options, "type"))
        input.type = words_in(options, "type");
    if (options.contains("value"))
        input.value = words_in(options, "value");
    input.label = label_in(options);
    input.hint = hint_in(options);
    input.error = error_in(options);
    input.classes = words_in(options, "classes");
    input.described_by = words_in(options, "describedBy");
    input.autocomplete = words_in(options, "autocomplete");
    input.autocapitalize = words_in(options, "autocapitalize");
    input.pattern = words_in(options, "pattern");
    input.inputmode = words_in(options, "inputmode");
    input.spellcheck = maybe_flag(options, "spellcheck");
    input.is_disabled = has(options, "disabled");
    input.prefix = affix_in(options, "prefix");
    input.suffix = affix_in(options, "suffix");
    input.wrapper_classes = words_in(part_of(options, "inputWrapper"), "classes");
    input.wrapper_attributes = attributes_in(part_of(options, "inputWrapper"));
    input.group = group_in(options);
    input.attributes = attributes_in(options);
    return text_input(input);
}

Html render_password(const JsonObject& options) {
    PasswordInput input{.id = words_in(options, "id"),
                        .name = words_in(options, "name"),
                        .value = words_in(options, "value")};
    input.label = label_in(options);
    input.hint = hint_in(options);
    input.error = error_in(options);
    input.classes = words_in(options, "classes");
    input.described_by = words_in(options, "describedBy");
    input.autocomplete = words_in(options, "autocomplete");
    input.show_text = words_in(options, "showPasswordText");
    input.hide_text = words_in(options, "hidePasswordText");
    input.show_label = words_in(options, "showPasswordAriaLabelText");
    input.hide_label = words_in(options, "hidePasswordAriaLabelText");
    input.shown_announcement = words_in(options, "passwordShownAnnouncementText");
    input.hidden_announcement = words_in(options, "passwordHiddenAnnouncementText");
    input.button_classes = words_in(part_of(options, "button"), "classes");
    input.is_disabled = has(options, "disabled");
    input.group = group_in(options);
    input.attributes = attributes_in(options);
    return password_input(input);
}

Html render_textarea(const JsonObject& options) {
    Textarea box{.id = words_in(options, "id"),
                 .name = words_in(options, "name"),
                 .value = words_in(options, "value")};
    box.rows = static_cast<int>(number_in(options, "rows").value_or(5));
    box.label = label_in(options);
    box.hint = hint_in(options);
    box.error = error_in(options);
    box.classes = words_in(options, "classes");
    box.described_by = words_in(options, "describedBy");
    box.autocomplete = words_in(options, "autocomplete");
    box.spellcheck = maybe_flag(options, "spellcheck");
    box.is_disabled = has(options, "disabled");
    box.group = group_in(options);
    box.attributes = attributes_in(options);
    return textarea(box);
}

Option option_in(const JsonObject& given) {
    Option option{.words = words_in(given, "text")};
    if (given.contains("value"))
        option.value = words_in(given, "value");
    option.is_selected = maybe_flag(given, "selected");
    option.is_disabled = has(given, "disabled");
    option.attributes = attributes_in(given);
    return option;
}

Html render_select(const JsonObject& options) {
    Select list{.id = words_in(options, "id"),
                .name = words_in(options, "name"),
                .value = words_in(options, "value")};
    for (const auto* given : objects_in(options, "items"))
        if (given)
            list.options.push_back(option_in(*given));
    list.label = label_in(options);
    list.hint = hint_in(options);
    list.error = error_in(options);
    list.classes = words_in(options, "classes");
    list.described_by = words_in(options, "describedBy");
    list.is_disabled = has(options, "disabled");
    list.group = group_in(options);
    list.attributes = attributes_in(options);
    return select(list);
}

Html render_file_upload(const JsonObject& options) {
    FileUpload upload{.id = words_in(options, "id"), .name = words_in(options, "name")};
    upload.label = label_in(options);
    upload.hint = hint_in(options);
    upload.error = error_in(options);
    upload.classes = words_in(options, "classes");
    upload.described_by = words_in(options, "describedBy");
    upload.takes_many = has(options, "multiple");
    upload.is_disabled = has(options, "disabled");
    upload.has_drop_zone = has(options, "javascript");
    upload.wrapper_classes = words_in(options, "wrapperClasses");
    upload.wrapper_attributes = attributes_in(options, "wrapperAttributes");
    upload.choose_words = words_in(options, "chooseFilesButtonText");
    upload.none_chosen_words = words_in(options, "noFileChosenText");
    for (const auto& [rule, text] : part_of(options, "multipleFilesChosenText"))
        upload.many_chosen_words.emplace_back(rule, std::string(text.as_string()));
    upload.drop_words = words_in(options, "dropInstructionText");
    upload.entered_words = words_in(options, "enteredDropZoneText");
    upload.left_words = words_in(options, "leftDropZoneText");
    upload.group = group_in(options);
    upload.attributes = attributes_in(options);
    return file_upload(upload);
}

} // namespace

void add_field_renderers(std::map<std::string, Render>& known) {
    known["label"] = render_label;
    known["hint"] = render_hint;
    known["error-message"] = render_error_message;
    known["fieldset"] = render_fieldset;
    known["input"] = render_input;
    known["password-input"] = render_password;
    known["textarea"] = render_textarea;
    known["select"] = render_select;
    known["file-upload"] = render_file_upload;
}

} // namespace lifestory::web
