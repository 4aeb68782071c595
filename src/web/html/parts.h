// Small pieces that the components share: lists of classes and of ids, and groups around a field.
#pragma once

#include <string>
#include <string_view>

#include "web/html/fields.h"

namespace lifestory::web {

// Two lists parted by a space, either of which may be empty.
inline std::string spaced(std::string_view left, std::string_view right) {
    std::string both(left);
    if (!left.empty() && !right.empty())
        both += ' ';
    return both.append(right);
}

inline std::string_view yes_or_no(bool value) { return value ? "true" : "false"; }
inline const std::string& or_else(const std::string& first, const std::string& second) {
    return first.empty() ? second : first;
}

enum class Error { Absent, Present };
inline Error error_of(const ErrorMessage& message) {
    return message.words.empty() ? Error::Absent : Error::Present;
}

Html form_group(const FormGroup& group, Error error, const Html& content, std::string_view more_classes = {});

// Hint and error message above a field, their ids made from the field's and added to described_by.
Html hint_and_error(const Hint& hint, const ErrorMessage& error, const std::string& id, std::string& described_by);

} // namespace lifestory::web
