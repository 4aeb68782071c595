// Forms and their errors.
#include "web/html/forms.h"

#include <algorithm>

#include "web/html/parts.h"

namespace lifestory::web {

namespace {

Html carried(const std::string& csrf, const std::string& form_number) {
    Html out;
    if (!csrf.empty())
        out += hidden_input("csrf", csrf);
    if (!form_number.empty())
        out += hidden_input("form_number", form_number);
    return out;
}

ErrorItem line_of(const Refusal& refusal) {
    ErrorItem item{.words = refusal.message};
    if (!refusal.field.empty())
        item.href = url("#" + refusal.field);
    return item;
}

} // namespace

Html error_summary_of(const Refusals& refusals) {
    ErrorSummary summary;
    for (const auto& refusal : refusals)
        if (!refusal.message.empty())
            summary.errors.push_back(line_of(refusal));
    return summary.errors.empty() ? Html() : error_summary(summary);
}

ErrorMessage error_at(const Refusals& refusals, std::string_view field) {
    auto found = std::find_if(refusals.begin(), refusals.end(),
                              [&](const Refusal& refusal) { return refusal.field == field; });
    return found == refusals.end() ? ErrorMessage{} : ErrorMessage{.words = found->message};
}

Html hidden_input(std::string_view name, std::string_view value) {
    return html("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
}

Html post_form(const PostForm& given) {
    auto rest =
        Attributes().add_filled("id", given.id).add_filled("class", given.classes).add(given.attributes);
    return html("<form action=\"{}\" method=\"post\" novalidate{}>{}{}</form>", given.action, rest,
                carried(given.csrf, given.form_number), given.content);
}

Html post_button(const PostButton& given) {
    Html inside;
    for (const auto& [name, value] : given.values)
        inside += hidden_input(name, value);
    return post_form({.action = given.action,
                      .csrf = given.csrf,
                      .form_number = given.form_number,
                      .content = inside + button(given.button),
                      .classes = "app-button-form"});
}

} // namespace lifestory::web
