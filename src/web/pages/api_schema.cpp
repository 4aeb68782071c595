#include "web/pages/api_schema.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/fault.h"
#include "base/text.h"
#include "calendar/day.h"

namespace lifestory::web::pages {

namespace {

constexpr std::string_view beginning = "#/components/schemas/";

Refusal wrong(const std::string& at, std::string message) { return refuse("not-as-described", std::move(message), at); }

std::string_view words_of(const Json& text) { return {text.get_string().data(), text.get_string().size()}; }

const JsonObject& schema_named(const JsonObject& schemas, std::string_view reference) {
    const auto* schema = reference.starts_with(beginning) ? object_in(schemas, reference.substr(beginning.size())) : nullptr;
    if (!schema)
        throw Fault("the description names a schema that it does not hold: " + std::string(reference));
    return *schema;
}

bool is_of_type(const Json& value, std::string_view type) {
    if (type == "object")
        return value.is_object();
    if (type == "array")
        return value.is_array();
    if (type == "string")
        return value.is_string();
    if (type == "boolean")
        return value.is_bool();
    if (type == "integer")
        return value.is_int64() || value.is_uint64();
    throw Fault("the description has a type that is not read: " + std::string(type));
}

std::string in_words(std::string_view type) {
    return type == "object" || type == "array" || type == "integer" ? "an " + std::string(type) : "a " + std::string(type);
}

bool is_hexadecimal(std::string_view text) {
    return text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void check_text(const JsonObject& schema, const Json& value, const std::string& at, Refusals& all) {
    auto text = words_of(value);
    auto least = number_in(schema, "minLength"), most = number_in(schema, "maxLength");
    auto length = static_cast<std::int64_t>(letters(text));
    if (least && length < *least)
        all.push_back(wrong(at, fmt::format("Give at least {}", plural(static_cast<std::size_t>(*least), "character", "characters"))));
    if (most && length > *most)
        all.push_back(wrong(at, fmt::format("Give at most {}", plural(static_cast<std::size_t>(*most), "character", "characters"))));
    auto format = text_in(schema, "format");
    if (format == "hexadecimal" && !is_hexadecimal(text))
        all.push_back(wrong(at, "Write it in hexadecimal digits, in lower case"));
    if (format == "date" && !calendar::parse_day(text))
        all.push_back(wrong(at, "Write the day like 2026-12-23"));
}

void check_choice(const JsonArray& allowed, const Json& value, const std::string& at, Refusals& all) {
    if (std::find(allowed.begin(), allowed.end(), value) != allowed.end())
        return;
    std::vector<std::string> names;
    for (const auto& one : allowed)
        names.push_back(one.is_string() ? std::string(words_of(one)) : to_text(one));
    all.push_back(wrong(at, "Give one of: " + join(names, ", ")));
}

std::string pointer(const std::string& at, std::string_view key) {
    std::string step = at + "/";
    for (char letter : key)
        step += letter == '~' ? "~0" : letter == '/' ? "~1" : std::string(1, letter);
    return step;
}

Refusal unknown_key(const JsonObject* properties, std::string_view key, const std::string& at) {
    std::vector<std::string> known;
    if (properties)
        for (const auto& one : *properties)
            known.emplace_back(one.key());
    auto meant = nearest(key, known);
    return refuse("unknown-key", "There is nothing of this name here; take it out" + (meant.empty() ? "" : ", or did you mean " + meant + "?"), pointer(at, key));
}

void add(Refusals& all, Refusals more) { all.insert(all.end(), more.begin(), more.end()); }

void check_object(const JsonObject& schemas, const JsonObject& schema, const JsonObject& value, const std::string& at, Refusals& all) {
    const auto* properties = object_in(schema, "properties");
    const auto* others = schema.if_contains("additionalProperties");
    if (const auto* required = array_in(schema, "required"))
        for (const auto& key : *required)
            if (!value.contains(words_of(key)))
                all.push_back(wrong(pointer(at, words_of(key)), "This is missing"));
    for (const auto& one : value) {
        const auto* known = properties ? object_in(*properties, one.key()) : nullptr;
        if (known)
            add(all, differs(schemas, *known, one.value(), pointer(at, one.key())));
        else if (others && others->is_object())
            add(all, differs(schemas, others->get_object(), one.value(), pointer(at, one.key())));
        else if (others && others->is_bool() && !others->get_bool())
            all.push_back(unknown_key(properties, one.key(), at));
    }
}

} // namespace

JsonObject reference_to(std::string_view schema) { return {{"$ref", std::string(beginning) + std::string(schema)}}; }

Refusals differs(const JsonObject& schemas, const JsonObject& schema, const Json& value, const std::string& at) {
    if (auto reference = text_in(schema, "$ref"); !reference.empty())
        return differs(schemas, schema_named(schemas, reference), value, at);
    Refusals all;
    auto type = text_in(schema, "type");
    if (!type.empty() && !is_of_type(value, type))
        return {wrong(at, "Give " + in_words(type))};
    if (const auto* allowed = array_in(schema, "enum"))
        check_choice(*allowed, value, at, all);
    if (value.is_string())
        check_text(schema, value, at, all);
    if (value.is_object())
        check_object(schemas, schema, value.get_object(), at, all);
    if (const auto* items = object_in(schema, "items"); items && value.is_array())
        for (std::size_t place = 0; place < value.get_array().size(); ++place)
            add(all, differs(schemas, *items, value.get_array()[place], at + "/" + std::to_string(place)));
    return all;
}

} // namespace lifestory::web::pages
