// The options of GOV.UK Frontend's Nunjucks macros, as its fixtures give them, read into our structs and
// rendered.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "web/html/components.h"

namespace lifestory::web {

using Render = Html (*)(const JsonObject& options);

// By the component's name: "button", "date-input".
const std::map<std::string, Render>& renderers();

// ---- shared by the readers
const JsonObject& part_of(const JsonObject& options, std::string_view key); // empty when absent
bool has(const JsonObject& options, std::string_view key);             // there, and neither null nor false
std::string words_in(const JsonObject& options, std::string_view key); // of a string or a number
Phrase phrase_in(const JsonObject& options, std::string_view text = "text", std::string_view html = "html");
Attributes attributes_in(const JsonObject& options, std::string_view key = "attributes");
std::optional<bool> maybe_flag(const JsonObject& options, std::string_view key);
std::vector<const JsonObject*> objects_in(const JsonObject& options,
                                          std::string_view key); // null: an empty place
Url link_in(const JsonObject& options, std::string_view key = "href");

Label label_in(const JsonObject& options);
Hint hint_in(const JsonObject& options);
ErrorMessage error_in(const JsonObject& options);
FormGroup group_in(const JsonObject& options);
std::optional<Fieldset> fieldset_in(const JsonObject& options);

void add_field_renderers(std::map<std::string, Render>& known);
void add_choice_renderers(std::map<std::string, Render>& known);
void add_block_renderers(std::map<std::string, Render>& known);
void add_list_renderers(std::map<std::string, Render>& known);

} // namespace lifestory::web
