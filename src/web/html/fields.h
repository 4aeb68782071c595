// The fields of a form, one struct and one function each, giving the markup of GOV.UK Frontend 6 (each is held to its
// official fixtures). Empty words mean: not there. Ids fall back to names, as there.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/html.h"

namespace lifestory::web {

struct Label {
    Phrase words;
    std::string classes; // "govuk-label--m"
    bool is_page_heading = false;
    Attributes attributes;
    std::string for_id; // filled in by the fields
};

struct Hint {
    Phrase words;
    std::string id, classes;
    Attributes attributes;
};

struct ErrorMessage {
    Phrase words;
    std::string id, classes;
    Attributes attributes;
    std::string spoken_first = "Error"; // read out before the words; empty: nothing
};

struct Legend {
    Phrase words;
    std::string classes; // "govuk-fieldset__legend--m"
    bool is_page_heading = false;
};

struct Fieldset {
    Legend legend;
    std::string described_by, classes, role;
    Attributes attributes;
    Html content;
};

struct FormGroup {
    std::string classes;
    Attributes attributes;
    Phrase before, after; // beside the input, within the group
};

struct Affix { // what stands before or after the box: "£", "per week"
    Phrase words;
    std::string classes;
    Attributes attributes;
};

struct TextInput {
    std::string id, name, type = "text";
    std::optional<std::string> value;
    Label label;
    Hint hint;
    ErrorMessage error;
    std::string classes, described_by, autocomplete, autocapitalize, pattern, inputmode;
    std::optional<bool> spellcheck;
    bool is_disabled = false;
    Affix prefix, suffix;
    std::string wrapper_classes;
    Attributes wrapper_attributes;
    FormGroup group;
    Attributes attributes;
};

struct PasswordInput {
    std::string id, name, value;
    Label label;
    Hint hint;
    ErrorMessage error;
    std::string classes, described_by, autocomplete;
    std::string show = "Show", show_spoken = "Show password";
    // Said by the script; empty: its own English words.
    std::string show_text, hide_text, show_label, hide_label, shown_announcement, hidden_announcement;
    std::string button_classes;
    bool is_disabled = false;
    FormGroup group;
    Attributes attributes;
};

struct Textarea {
    std::string id, name, value;
    int rows = 5;
    Label label;
    Hint hint;
    ErrorMessage error;
    std::string classes, described_by, autocomplete;
    std::optional<bool> spellcheck;
    bool is_disabled = false;
    FormGroup group;
    Attributes attributes;
};

struct Option {
    std::string words;
    std::optional<std::string> value; // absent: the words
    std::optional<bool> is_selected;  // absent: when it is the select's value
    bool is_disabled = false;
    Attributes attributes;
};

struct Select {
    std::string id, name, value;
    std::vector<Option> options;
    Label label;
    Hint hint;
    ErrorMessage error;
    std::string classes, described_by;
    bool is_disabled = false;
    FormGroup group;
    Attributes attributes;
};

struct FileUpload {
    std::string id, name;
    Label label;
    Hint hint;
    ErrorMessage error;
    std::string classes, described_by;
    bool takes_many = false, is_disabled = false;
    bool has_drop_zone = false; // the script's larger box, with the words below
    std::string wrapper_classes;
    Attributes wrapper_attributes;
    std::string choose_words, none_chosen_words, drop_words, entered_words, left_words;
    std::vector<std::pair<std::string, std::string>> many_chosen_words; // plural rule and words: {"other", "%{count} files chosen"}
    FormGroup group;
    Attributes attributes;
};

Html label(const Label&);
Html hint(const Hint&);
Html error_message(const ErrorMessage&);
Html fieldset(const Fieldset&);
Html text_input(const TextInput&);
Html password_input(const PasswordInput&);
Html textarea(const Textarea&);
Html select(const Select&);
Html file_upload(const FileUpload&);

} // namespace lifestory::web
