// Radios, checkboxes and the date input: fields that ask by several controls, within a fieldset. Nothing is chosen
// unless the caller says so.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "web/html/fields.h"

namespace lifestory::web {

enum class Behaviour { None, Exclusive }; // Exclusive: "nobody else", which takes the other ticks off (with script)

struct Choice {
    Phrase words;
    std::string value;
    std::string id, name;           // empty: made from the group's
    std::optional<bool> is_checked; // absent: when its value is among the group's
    Hint hint;
    std::string divider; // with these words it is no choice but "or"
    Html revealed;       // what is asked when it is chosen; stands open without script
    bool is_disabled = false;
    Behaviour behaviour = Behaviour::None; // of checkboxes
    std::string label_classes;
    Attributes label_attributes, attributes;
};

struct Radios {
    std::string name, id_prefix, value;
    std::vector<std::optional<Choice>> choices; // an empty place keeps its number
    std::optional<Fieldset> fieldset;
    Hint hint;
    ErrorMessage error;
    std::string classes; // "govuk-radios--inline", "govuk-radios--small"
    FormGroup group;
    Attributes attributes;
};

struct Checkboxes {
    std::string name, id_prefix;
    std::vector<std::string> values;
    std::vector<std::optional<Choice>> choices;
    std::optional<Fieldset> fieldset;
    Hint hint;
    ErrorMessage error;
    std::string classes, described_by;
    FormGroup group;
    Attributes attributes;
};

enum class DatePart { Day, Month, Year };

struct DateBox {
    DatePart part = DatePart::Day;
    std::string name, value; // an empty name: "day", "month", "year"
    std::string label;       // empty: "Day", "Month", "Year"
    std::string id, classes, autocomplete, pattern, inputmode;
    std::optional<bool> has_error; // absent: all have it when the group has an error and none says so
    Attributes attributes;
};

struct DateInput {
    std::string id, name_prefix; // names are prefix-day, prefix-month, prefix-year
    std::vector<DateBox> boxes;  // empty: day, month and year
    std::string day, month, year; // what was typed, right or wrong
    std::optional<Fieldset> fieldset;
    Hint hint;
    ErrorMessage error;
    std::string classes;
    FormGroup group;
    Attributes attributes;
};

Html radios(const Radios&);
Html checkboxes(const Checkboxes&);
Html date_input(const DateInput&);

} // namespace lifestory::web
