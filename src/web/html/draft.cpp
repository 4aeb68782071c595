// The markup of the form that keeps what is written; what its attributes mean stands in draft.h.
#include "web/html/draft.h"

#include "web/html/blocks.h"
#include "web/html/forms.h"

namespace lifestory::web {

Html draft_form(const DraftForm& given) {
    Html carried = hidden_input("draft", given.draft) + hidden_input("version", given.version) +
                   hidden_input("cursor", given.cursor);
    Html until;
    if (!given.signed_in_until.empty())
        until = html(
            "<p class=\"govuk-body app-without-script\">You are signed in until {}. What you post later is "
            "kept for you.</p>",
            given.signed_in_until);
    auto attributes = Attributes()
                          .add("data-module", "app-draft")
                          .add("data-save", given.save.text())
                          .add_filled("data-offline-key", given.offline_key)
                          .add("autocomplete", "off");
    return post_form({.action = given.action,
                      .csrf = given.csrf,
                      .form_number = given.form_number,
                      .content = carried + until + given.content,
                      .id = "draft-form",
                      .attributes = attributes});
}

Html saved_line(const SavedLine& given) {
    Html words = html("Press Save to keep what you write.");
    if (!given.time.empty())
        words = html("Last saved {}. Press Save to keep what you write after that.", given.time);
    return html("<div class=\"app-saved\" id=\"saved-line\"{}><p class=\"app-saved__words\">{}</p>"
                "<p class=\"govuk-visually-hidden\" role=\"status\" id=\"saved-line-spoken\"></p></div>",
                Attributes().add_filled("data-time", given.time), words);
}

Html save_button(std::string_view after_box) {
    return html("<p class=\"app-without-script\">{}</p>",
                button({.words = "Save",
                        .name = "save-after",
                        .value = std::string(after_box),
                        .classes = "govuk-button--secondary app-button--small",
                        .attributes = Attributes().add("formnovalidate")}));
}

Html due_line(const DueLine& given) {
    return html("<p class=\"govuk-body app-due\" id=\"due-line\"><span id=\"due-words\">{}</span> "
                "<a class=\"govuk-link\" id=\"due-link\" href=\"{}\">How counted</a></p>",
                given.words, given.how_counted);
}

Html findings_place(std::string_view box) {
    return html("<p class=\"app-findings-place\" data-findings-of=\"{}\" hidden></p>", box);
}

} // namespace lifestory::web
