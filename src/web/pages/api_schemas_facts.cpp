// Of the facts: what is sent and what is answered.
#include "web/pages/api_schemas.h"

namespace lifestory::web::pages {

std::string_view api_schemas_facts() {
    return R"json({
"FactChange": {"type": "object", "additionalProperties": false, "required": ["form", "fact", "value", "said_by", "how_known", "known_on"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "fact": {"type": "string", "maxLength": 100}, "value": {"type": "string", "maxLength": 8000},
  "since": {"$ref": "#/components/schemas/Day"}, "until": {"$ref": "#/components/schemas/Day", "description": "the last day: of several that hold at once, this one ends"},
  "was_wrong": {"type": "boolean", "description": "it did not change: what it says now was always wrong"},
  "said_by": {"type": "string", "maxLength": 500}, "how_known": {"type": "string", "enum": ["told", "document", "seen"]},
  "known_on": {"$ref": "#/components/schemas/Day", "description": "when we learned it"}}},
"FactSaid": {"type": "object", "additionalProperties": false,
  "required": ["value", "entry", "said_by", "how_known", "recorded_by", "recorded_at", "was_never_so"], "properties": {
  "value": {"type": "string"}, "code": {"type": "string", "description": "of the returns' list, by whichever year has these words"}, "entry": {"$ref": "#/components/schemas/Number"},
  "said_by": {"type": "string"}, "how_known": {"type": "string", "description": "empty: not asked then"}, "recorded_by": {"$ref": "#/components/schemas/Author"},
  "recorded_at": {"$ref": "#/components/schemas/Instant"}, "was_never_so": {"type": "boolean"}, "since": {"$ref": "#/components/schemas/Day"},
  "until": {"$ref": "#/components/schemas/Day"}, "known_on": {"$ref": "#/components/schemas/Day"}}},
"Fact": {"type": "object", "additionalProperties": false,
  "required": ["fact", "group", "label", "holds_several", "choices", "may_change", "now", "before"], "properties": {
  "fact": {"type": "string"}, "group": {"type": "string"}, "label": {"type": "string"}, "holds_several": {"type": "boolean"},
  "choices": {"$ref": "#/components/schemas/Words"}, "may_change": {"type": "boolean"},
  "now": {"type": "array", "items": {"$ref": "#/components/schemas/FactSaid"}}, "before": {"type": "array", "items": {"$ref": "#/components/schemas/FactSaid"}}}},
"Facts": {"type": "object", "additionalProperties": false, "required": ["facts"], "properties": {
  "facts": {"type": "array", "items": {"$ref": "#/components/schemas/Fact"}}}}
})json";
}

} // namespace lifestory::web::pages
