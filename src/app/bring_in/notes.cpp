#include "app/bring_in/notes.h"

#include <fmt/format.h>

namespace lifestory::app::bring_in {

std::string place_of(const At& at, const std::string& column) {
    auto words = at.line > 0 ? fmt::format("{}, line {}", at.file, at.line) : at.file;
    return column.empty() ? words : fmt::format("{}, column {}", words, column);
}

std::string said_of(const Changed& changed) {
    auto example = changed.was.empty() ? std::string() : fmt::format(": “{}” is now “{}”", changed.was, changed.is);
    auto rows = changed.rows > 1 ? fmt::format(", and so in {} rows", changed.rows) : std::string();
    return fmt::format("{}{}{}", changed.why, example, rows);
}

} // namespace lifestory::app::bring_in
