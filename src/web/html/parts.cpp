// The pieces that the components share.
#include "web/html/parts.h"

namespace lifestory::web {

Html form_group(const FormGroup& group, Error error, const Html& content, std::string_view more_classes) {
    auto classes =
        spaced(spaced(error == Error::Present ? "govuk-form-group--error" : "", more_classes), group.classes);
    return html("<div class=\"{}\"{}>{}</div>", spaced("govuk-form-group", classes), group.attributes,
                content);
}

Html hint_and_error(const Hint& hint, const ErrorMessage& error, const std::string& id,
                    std::string& described_by) {
    Html out;
    if (!hint.words.empty()) {
        Hint with_id = hint;
        with_id.id = id + "-hint";
        described_by = spaced(described_by, with_id.id);
        out += web::hint(with_id);
    }
    if (!error.words.empty()) {
        ErrorMessage with_id = error;
        with_id.id = id + "-error";
        described_by = spaced(described_by, with_id.id);
        out += error_message(with_id);
    }
    return out;
}

} // namespace lifestory::web
