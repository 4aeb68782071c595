#include "web/http/fields.h"

namespace lifestory::web::http {

std::string_view Fields::get(std::string_view name) const {
    for (const auto& field : m_fields)
        if (field.name == name)
            return field.value;
    return {};
}

std::vector<std::string> Fields::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& field : m_fields)
        if (field.name == name)
            values.push_back(field.value);
    return values;
}

bool Fields::has(std::string_view name) const {
    for (const auto& field : m_fields)
        if (field.name == name)
            return true;
    return false;
}

} // namespace lifestory::web::http
