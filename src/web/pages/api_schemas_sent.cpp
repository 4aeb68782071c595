// Bodies: additionalProperties is false in each, so that a mistyped key is refused and never passed over.
#include "web/pages/api_schemas.h"

namespace lifestory::web::pages {

std::string_view api_schemas_sent() {
    return R"json({
"Number": {"type": "string", "minLength": 32, "maxLength": 32, "format": "hexadecimal"},
"Day": {"type": "string", "format": "date"},
"Fields": {"type": "object", "description": "The fields of the record's page, by name; see src/web/pages/form_fields.h. Every value is text.",
  "additionalProperties": {"type": "string", "maxLength": 1000000}},
"SignIn": {"type": "object", "additionalProperties": false, "required": ["email", "password"], "properties": {
  "email": {"type": "string", "maxLength": 320}, "password": {"type": "string", "maxLength": 200}, "code": {"type": "string", "maxLength": 20}}},
"Search": {"type": "object", "additionalProperties": false, "required": ["words"], "properties": {
  "words": {"type": "string", "minLength": 1, "maxLength": 200}, "born": {"type": "string", "maxLength": 40}}},
"NewDraft": {"type": "object", "additionalProperties": false, "required": ["form"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "child": {"$ref": "#/components/schemas/Number"}, "type": {"type": "string", "maxLength": 100},
  "also": {"type": "array", "items": {"$ref": "#/components/schemas/Number"},
    "description": "of a visit: brothers and sisters who were visited too. Each gets a draft; what is the same for all is kept once"},
  "to": {"type": "string", "maxLength": 32, "description": "of a letter of the pack: the person of the family who it goes to, or nobody for somebody who is not in the record. The fields are then filled in from the record, and none are sent"},
  "fields": {"$ref": "#/components/schemas/Fields"}, "stopped_at": {"type": "string", "maxLength": 200}}},
"DraftSave": {"type": "object", "additionalProperties": false, "required": ["version", "fields"], "properties": {
  "version": {"type": "integer", "description": "the version that the writer began from"},
  "version_for_all": {"type": "integer", "description": "of a visit to several children: the version of what is the same for all"},
  "fields": {"$ref": "#/components/schemas/Fields"}, "stopped_at": {"type": "string", "maxLength": 200}}},
"Releasing": {"type": "object", "additionalProperties": false, "required": ["how"], "properties": {
  "how": {"type": "string", "enum": ["together", "now", "not-yet"]}, "not_yet_reason": {"type": "string", "maxLength": 500},
  "look_again": {"$ref": "#/components/schemas/Day"}, "warning": {"type": "string", "maxLength": 500}}},
"WhyLate": {"type": "object", "additionalProperties": false, "required": ["reason", "kept_safe"], "properties": {
  "reason": {"type": "string", "maxLength": 2000}, "kept_safe": {"type": "string", "maxLength": 4000}}},
"Signature": {"type": "object", "additionalProperties": false, "required": ["form"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "release": {"$ref": "#/components/schemas/Releasing"}, "late": {"$ref": "#/components/schemas/WhyLate"},
  "kept": {"type": "object", "description": "by the finding's id: why its words are kept", "additionalProperties": {"type": "string", "enum": ["own-word", "plainly", "other", "still-true", "both-places", "belongs", "word-for-word"]}}}},
"Addition": {"type": "object", "additionalProperties": false, "required": ["form", "words"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "words": {"type": "string", "maxLength": 100000}}},
"Comment": {"type": "object", "additionalProperties": false, "required": ["form", "words"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "words": {"type": "string", "maxLength": 100000}}},
"Endorsement": {"type": "object", "additionalProperties": false, "required": ["form"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "comment": {"type": "string", "maxLength": 100000}}},
"CorrectionAsking": {"type": "object", "additionalProperties": false, "required": ["form", "sentence", "right_words", "why"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "sentence": {"type": "string", "maxLength": 200}, "right_words": {"type": "string", "maxLength": 100000},
  "why": {"type": "string", "maxLength": 4000}}},
"Correction": {"type": "object", "additionalProperties": false, "required": ["form", "sentence", "right_words", "why"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "sentence": {"type": "string", "maxLength": 200}, "right_words": {"type": "string", "maxLength": 100000},
  "why": {"type": "string", "maxLength": 4000, "description": "\"it is about another child\" closes the old words to readers, once a Head of Service decides"},
  "asked": {"$ref": "#/components/schemas/Number"}, "tell": {"type": "array", "items": {"type": "string", "maxLength": 500}}}},
"DayPutRight": {"type": "object", "additionalProperties": false, "required": ["form", "day", "why"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "day": {"$ref": "#/components/schemas/Day"}, "why": {"type": "string", "maxLength": 4000},
  "tell": {"type": "array", "items": {"type": "string", "maxLength": 500}}}},
"Withdrawal": {"type": "object", "additionalProperties": false, "required": ["form", "why"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"},
  "why": {"type": "string", "maxLength": 4000, "description": "\"it is about another child\" keeps it from the child's pages, and asks a Head of Service to close its words"},
  "tell": {"type": "array", "items": {"type": "string", "maxLength": 500}}}},
"Closing": {"type": "object", "additionalProperties": false, "required": ["form", "sentence", "why"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "sentence": {"type": "string", "maxLength": 200}, "why": {"type": "string", "maxLength": 4000}}},
"Release": {"type": "object", "additionalProperties": false, "required": ["form", "how"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "how": {"type": "string", "enum": ["together", "now", "not-yet"]},
  "not_yet_reason": {"type": "string", "maxLength": 500}, "look_again": {"$ref": "#/components/schemas/Day"}, "warning": {"type": "string", "maxLength": 500}}},
"Disagreement": {"type": "object", "additionalProperties": false, "required": ["form", "whose", "kind"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "sentence": {"type": "string", "maxLength": 200, "description": "left out: all of the entry"},
  "whose": {"type": "string", "maxLength": 500, "description": "\"child\", or a full name"},
  "kind": {"type": "string", "enum": ["right", "does-not-agree", "remembers-differently", "adds", "does-not-understand"]},
  "words": {"type": "string", "maxLength": 100000}}},
"Sharing": {"type": "object", "additionalProperties": false, "required": ["form", "to", "how", "why", "agreement"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "to": {"type": "string", "maxLength": 500}, "how": {"type": "string", "maxLength": 200},
  "on": {"$ref": "#/components/schemas/Day"}, "why": {"type": "string", "maxLength": 4000}, "agreement": {"type": "string", "maxLength": 4000}}},
"WordSaid": {"type": "object", "additionalProperties": false, "required": ["form", "instead_of", "say"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "instead_of": {"type": "string", "maxLength": 1000},
  "say": {"type": "string", "maxLength": 1000, "description": "empty: the child does not mind the word. No reason is asked"}}},
"Lateness": {"type": "object", "additionalProperties": false, "required": ["form", "reason", "kept_safe"], "properties": {
  "form": {"$ref": "#/components/schemas/Number"}, "reason": {"type": "string", "maxLength": 2000}, "kept_safe": {"type": "string", "maxLength": 4000}}}
})json";
}

} // namespace lifestory::web::pages
