// JSON with our limits, and the few ways in which we take values out of it. Boost.JSON does the work.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <boost/json.hpp>

#include "base/result.h"

namespace lifestory {

using Json = boost::json::value;
using JsonObject = boost::json::object;
using JsonArray = boost::json::array;

Result<Json> parse_json(std::string_view text, boost::json::storage_ptr memory = {}); // strict; depth 32; refuses what is not UTF-8
std::string to_text(const Json& value);         // compact, keys in the order they were put in

// Absent or of another type: the empty value. For reading what we wrote ourselves, where formats only ever gain keys.
std::string text_in(const JsonObject& object, std::string_view key);
bool flag_in(const JsonObject& object, std::string_view key);
std::optional<std::int64_t> number_in(const JsonObject& object, std::string_view key);
const JsonObject* object_in(const JsonObject& object, std::string_view key);
const JsonArray* array_in(const JsonObject& object, std::string_view key);

} // namespace lifestory
