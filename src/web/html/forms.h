// From refusals to a form's errors, and forms that carry what the door asks of each post. All errors at once, the same
// words above and at the field, nothing cleared (pages.md section 5).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "web/html/blocks.h"
#include "web/html/fields.h"

namespace lifestory::web {

// "There is a problem", a line for each refusal with a message; a line with a field leads to the element of that id.
// Empty when there are no refusals.
Html error_summary_of(const Refusals& refusals);

// The message at one field: of the first refusal that names it, else without words.
ErrorMessage error_at(const Refusals& refusals, std::string_view field);

// What every post carries: the session's token (security.md section 4) and the form's own random number, by which a
// form sent twice is stored once. An empty form_number: none is sent.
struct PostForm {
    Url action;
    std::string csrf, form_number;
    Html content;
    std::string id, classes;
    Attributes attributes; // enctype
};

Html post_form(const PostForm&);
Html hidden_input(std::string_view name, std::string_view value);

// A button that is a form of its own: an act that needs no more words than its own name.
struct PostButton {
    Url action;
    std::string csrf, form_number;
    Button button;
    std::vector<std::pair<std::string, std::string>> values;
};

Html post_button(const PostButton&);

} // namespace lifestory::web
