#include "base/json.h"

namespace lifestory {

Result<Json> parse_json(std::string_view text, boost::json::storage_ptr memory) {
    boost::json::parse_options options;
    options.max_depth = 32;
    boost::json::error_code error;
    auto value = boost::json::parse(boost::json::string_view(text.data(), text.size()), error, std::move(memory), options);
    if (error)
        return refuse("not-json", "This is not JSON: " + error.message() + ".");
    return value;
}

std::string to_text(const Json& value) { return boost::json::serialize(value); }

std::string text_in(const JsonObject& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found && found->is_string() ? std::string(found->get_string()) : std::string();
}

bool flag_in(const JsonObject& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found && found->is_bool() && found->get_bool();
}

std::optional<std::int64_t> number_in(const JsonObject& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    if (found && found->is_int64())
        return found->get_int64();
    return std::nullopt;
}

const JsonObject* object_in(const JsonObject& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found ? found->if_object() : nullptr;
}

const JsonArray* array_in(const JsonObject& object, std::string_view key) {
    const auto* found = object.if_contains(key);
    return found ? found->if_array() : nullptr;
}

} // namespace lifestory
