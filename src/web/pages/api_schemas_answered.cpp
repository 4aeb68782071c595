// Answers. A key that is not required is left out when there is nothing to say.
#include "web/pages/api_schemas.h"

namespace lifestory::web::pages {

std::string_view api_schemas_answered() {
    return R"json({
"Instant": {"type": "string", "description": "UTC, like 2026-12-23T10:40:00.000Z"},
"Words": {"type": "array", "items": {"type": "string"}},
"Refusal": {"type": "object", "additionalProperties": false, "required": ["code", "field", "message", "clause"], "properties": {
  "code": {"type": "string", "minLength": 1}, "field": {"type": "string", "description": "a JSON pointer into what was sent, or empty"},
  "message": {"type": "string", "minLength": 1}, "clause": {"type": "string"}}},
"Refusals": {"type": "object", "additionalProperties": false, "required": ["refusals"], "properties": {
  "refusals": {"type": "array", "items": {"$ref": "#/components/schemas/Refusal"}}}},
"Author": {"type": "object", "additionalProperties": false, "required": ["worker", "full_name", "designation", "team"], "properties": {
  "worker": {"$ref": "#/components/schemas/Number"}, "full_name": {"type": "string"}, "designation": {"type": "string"}, "team": {"type": "string"}}},
"Session": {"type": "object", "additionalProperties": false, "required": ["csrf", "worker", "locks_at", "locks_in"], "properties": {
  "csrf": {"type": "string", "minLength": 1, "description": "send it back in the header X-CSRF-Token with all but GET"}, "worker": {"$ref": "#/components/schemas/Number"},
  "locks_at": {"$ref": "#/components/schemas/Instant"}, "locks_in": {"type": "integer", "description": "seconds without a request"}}},
"ChildRow": {"type": "object", "additionalProperties": false, "required": ["child", "name", "first_name", "full_name", "late"], "properties": {
  "child": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "first_name": {"type": "string"}, "full_name": {"type": "string"},
  "last_seen": {"type": "string"}, "born": {"$ref": "#/components/schemas/Day"}, "expected": {"$ref": "#/components/schemas/Day"}, "age": {"type": "integer"},
  "late": {"type": "integer"}}},
"Children": {"type": "object", "additionalProperties": false, "required": ["children"], "properties": {
  "children": {"type": "array", "items": {"$ref": "#/components/schemas/ChildRow"}}}},
"Status": {"type": "object", "additionalProperties": false, "required": ["status", "name", "since"], "properties": {
  "status": {"type": "string"}, "name": {"type": "string"}, "since": {"$ref": "#/components/schemas/Day"}}},
"AllocatedWorker": {"type": "object", "additionalProperties": false, "required": ["worker", "full_name", "relationship", "since"], "properties": {
  "worker": {"$ref": "#/components/schemas/Number"}, "full_name": {"type": "string"}, "relationship": {"type": "string"}, "since": {"$ref": "#/components/schemas/Day"}}},
"StoryRow": {"type": "object", "additionalProperties": false, "required": ["entry", "record_type", "title", "day", "recorded_at", "recorded_by"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "record_type": {"type": "string"}, "title": {"type": "string"}, "day": {"$ref": "#/components/schemas/Day"},
  "recorded_at": {"$ref": "#/components/schemas/Instant"}, "recorded_by": {"$ref": "#/components/schemas/Author"}}},
"DueItem": {"type": "object", "additionalProperties": false,
  "required": ["item", "name", "rule", "clauses", "force", "state", "late_by", "note", "pack", "version"], "properties": {
  "item": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "rule": {"type": "string"}, "clauses": {"$ref": "#/components/schemas/Words"},
  "force": {"type": "string", "enum": ["must", "should", "advice"]}, "state": {"type": "string"}, "late_by": {"type": "string"}, "note": {"type": "string"},
  "pack": {"type": "string"}, "version": {"type": "string"}, "due": {"type": "string", "description": "a day, or a day and a minute in London"},
  "met_by": {"$ref": "#/components/schemas/Number"}}},
"Due": {"type": "object", "additionalProperties": false, "required": ["due"], "properties": {
  "due": {"type": "array", "items": {"$ref": "#/components/schemas/DueItem"}}}},
"Step": {"type": "object", "additionalProperties": false, "required": ["day", "words"], "properties": {
  "day": {"$ref": "#/components/schemas/Day"}, "words": {"type": "string"}}},
"DueCounted": {"type": "object", "additionalProperties": false,
  "required": ["item", "name", "rule", "clauses", "force", "state", "late_by", "note", "pack", "version", "sentence", "steps", "counted_again", "set_by"], "properties": {
  "item": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "rule": {"type": "string"}, "clauses": {"$ref": "#/components/schemas/Words"},
  "force": {"type": "string", "enum": ["must", "should", "advice"]}, "state": {"type": "string"}, "late_by": {"type": "string"}, "note": {"type": "string"},
  "pack": {"type": "string"}, "version": {"type": "string"}, "due": {"type": "string"}, "met_by": {"$ref": "#/components/schemas/Number"},
  "sentence": {"type": "string"}, "steps": {"type": "array", "items": {"$ref": "#/components/schemas/Step"}},
  "counted_again": {"$ref": "#/components/schemas/Words"}, "set_by": {"type": "string"}}},
"Child": {"type": "object", "additionalProperties": false,
  "required": ["child", "name", "first_name", "full_name", "statuses", "workers", "story"], "properties": {
  "child": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "first_name": {"type": "string"}, "full_name": {"type": "string"},
  "last_seen": {"type": "string"}, "born": {"$ref": "#/components/schemas/Day"}, "expected": {"$ref": "#/components/schemas/Day"}, "age": {"type": "integer"},
  "statuses": {"type": "array", "items": {"$ref": "#/components/schemas/Status"}}, "workers": {"type": "array", "items": {"$ref": "#/components/schemas/AllocatedWorker"}},
  "due": {"type": "array", "items": {"$ref": "#/components/schemas/DueItem"}, "description": "left out, as last_seen, for who sees a part of the story alone"}, "story": {"type": "array", "items": {"$ref": "#/components/schemas/StoryRow"}}}},
"SentenceRow": {"type": "object", "additionalProperties": false, "required": ["sentence", "words"], "properties": {
  "sentence": {"type": "string", "description": "how a correction or a disagreement names it"}, "words": {"type": "string", "description": "as they read now"}}},
"Beside": {"type": "object", "additionalProperties": false, "required": ["entry", "kind", "at", "by", "content"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "at": {"$ref": "#/components/schemas/Instant"}, "by": {"$ref": "#/components/schemas/Author"},
  "kind": {"type": "string", "enum": ["addition", "endorsement", "comment", "disagreement", "correction-asked", "correction", "closing", "release", "sharing"]},
  "content": {"type": "object", "description": "with the keys of its kind: docs/formats/entries.md"}}},
"Entry": {"type": "object", "additionalProperties": false,
  "required": ["child", "entry", "number", "recorded_at", "title", "day", "content", "has_closed_words", "sentences", "beside", "agreement", "recipients"], "properties": {
  "child": {"$ref": "#/components/schemas/Number"}, "entry": {"$ref": "#/components/schemas/Number"}, "number": {"type": "integer"},
  "recorded_at": {"$ref": "#/components/schemas/Instant"}, "title": {"type": "string"}, "day": {"$ref": "#/components/schemas/Day"},
  "content": {"type": "object", "description": "docs/formats/entries.md; without the words that are closed to readers"}, "has_closed_words": {"type": "boolean"},
  "sentences": {"type": "array", "items": {"$ref": "#/components/schemas/SentenceRow"}}, "beside": {"type": "array", "items": {"$ref": "#/components/schemas/Beside"}},
  "agreement": {"$ref": "#/components/schemas/Agreement"}, "recipients": {"type": "array", "items": {"$ref": "#/components/schemas/Recipient"}}}},
"Agreement": {"type": "object", "additionalProperties": false, "required": ["asked_of", "waits"], "properties": {
  "asked_of": {"type": "string", "description": "who is to agree, in words; empty: the policy names nobody"}, "waits": {"type": "boolean"},
  "by": {"$ref": "#/components/schemas/Author"}, "at": {"$ref": "#/components/schemas/Instant"}}},
"Recipient": {"type": "object", "additionalProperties": false, "required": ["who", "had"], "properties": {
  "who": {"type": "string"}, "had": {"type": "array", "items": {"type": "string"}, "description": "how and when it was given; empty: it is missing there"}}},
"ChildOfFamily": {"type": "object", "additionalProperties": false, "required": ["name", "full_name"], "properties": {
  "name": {"type": "string"}, "full_name": {"type": "string"}, "born": {"$ref": "#/components/schemas/Day"}, "expected": {"$ref": "#/components/schemas/Day"},
  "child": {"$ref": "#/components/schemas/Number"}}},
"FoundPerson": {"type": "object", "additionalProperties": false,
  "required": ["name", "full_name", "why", "may_open", "lives_with", "telephone", "relation", "children"], "properties": {
  "name": {"type": "string"}, "full_name": {"type": "string"}, "born": {"$ref": "#/components/schemas/Day"}, "expected": {"$ref": "#/components/schemas/Day"},
  "why": {"type": "string"}, "may_open": {"type": "boolean"}, "child": {"$ref": "#/components/schemas/Number"}, "lives_with": {"type": "string"},
  "telephone": {"type": "string"}, "relation": {"type": "string"}, "worker": {"$ref": "#/components/schemas/Author"},
  "children": {"type": "array", "items": {"$ref": "#/components/schemas/ChildOfFamily"}}}},
"Found": {"type": "object", "additionalProperties": false, "required": ["found"], "properties": {
  "found": {"type": "array", "items": {"$ref": "#/components/schemas/FoundPerson"}}}},
"Look": {"type": "object", "additionalProperties": false, "required": ["at", "worker", "full_name", "designation", "why"], "properties": {
  "at": {"$ref": "#/components/schemas/Instant"}, "worker": {"$ref": "#/components/schemas/Number"}, "full_name": {"type": "string"},
  "designation": {"type": "string"}, "why": {"type": "string"}, "entry": {"$ref": "#/components/schemas/Number"}}},
"Looks": {"type": "object", "additionalProperties": false, "required": ["looks", "count", "page"], "properties": {
  "looks": {"type": "array", "items": {"$ref": "#/components/schemas/Look"}}, "count": {"type": "integer"}, "page": {"type": "integer"}}},
"ChosenWord": {"type": "object", "additionalProperties": false, "required": ["instead_of", "say", "since", "agreed_by", "agreed_at"], "properties": {
  "instead_of": {"type": "string"}, "say": {"type": "string"}, "since": {"$ref": "#/components/schemas/Day"}, "until": {"$ref": "#/components/schemas/Day"},
  "agreed_by": {"$ref": "#/components/schemas/Author"}, "agreed_at": {"$ref": "#/components/schemas/Instant"}}},
"TalkedOver": {"type": "object", "additionalProperties": false, "required": ["word", "means", "choices", "asked"], "properties": {
  "word": {"type": "string"}, "means": {"type": "string"}, "choices": {"$ref": "#/components/schemas/Words"}, "asked": {"type": "boolean"}}},
"ChildsWords": {"type": "object", "additionalProperties": false, "required": ["words", "before", "terms"], "properties": {
  "words": {"type": "array", "items": {"$ref": "#/components/schemas/ChosenWord"}}, "before": {"type": "array", "items": {"$ref": "#/components/schemas/ChosenWord"}},
  "terms": {"type": "array", "items": {"$ref": "#/components/schemas/TalkedOver"}},
  "talk_again": {"$ref": "#/components/schemas/Day", "description": "when the words are talked over again"}, "due_item": {"$ref": "#/components/schemas/Number"}}},
"FamilyPerson": {"type": "object", "additionalProperties": false, "required": ["id", "name", "gender", "life", "is_dead", "is_known", "is_about"], "properties": {
  "id": {"type": "string", "description": "within this answer; a person's number where one is recorded"}, "name": {"type": "string"},
  "called": {"type": "string"}, "role": {"type": "string", "description": "to the child"},
  "gender": {"type": "string", "enum": ["not-recorded", "female", "male", "other"]},
  "life": {"type": "string", "enum": ["born", "unborn", "stillborn", "miscarriage", "termination"]},
  "born": {"$ref": "#/components/schemas/Day"}, "died": {"$ref": "#/components/schemas/Day"}, "expected": {"$ref": "#/components/schemas/Day"},
  "is_dead": {"type": "boolean"}, "is_known": {"type": "boolean", "description": "false: nobody is recorded where somebody must be"}, "is_about": {"type": "boolean"}}},
"ChildOfUnion": {"type": "object", "additionalProperties": false, "required": ["person", "kind", "born_together"], "properties": {
  "person": {"type": "string"}, "kind": {"type": "string", "enum": ["birth", "adopted", "fostered", "step", "guardian", "not-known"]},
  "born_together": {"type": "boolean"}, "since": {"$ref": "#/components/schemas/Day"}}},
"Union": {"type": "object", "additionalProperties": false, "required": ["partners", "kind", "is_separated", "is_divorced", "children"], "properties": {
  "partners": {"$ref": "#/components/schemas/Words"}, "kind": {"type": "string", "enum": ["not-known", "married", "living-together", "not-living-together", "casual"]},
  "married": {"$ref": "#/components/schemas/Day"}, "together": {"$ref": "#/components/schemas/Day"}, "separated": {"$ref": "#/components/schemas/Day"},
  "divorced": {"$ref": "#/components/schemas/Day"}, "is_separated": {"type": "boolean"}, "is_divorced": {"type": "boolean"},
  "children": {"type": "array", "items": {"$ref": "#/components/schemas/ChildOfUnion"}}}},
"HouseholdRow": {"type": "object", "additionalProperties": false, "required": ["name", "members"], "properties": {
  "name": {"type": "string"}, "members": {"$ref": "#/components/schemas/Words"}}},
"Tie": {"type": "object", "additionalProperties": false, "required": ["from", "to", "kind"], "properties": {
  "from": {"type": "string"}, "to": {"type": "string"}, "said_by": {"type": "string"},
  "kind": {"type": "string", "enum": ["close", "very-close", "distant", "hostile", "close-and-hostile", "stressful", "cut-off", "harm"]}}},
"WorkerAround": {"type": "object", "additionalProperties": false, "required": ["worker", "full_name", "words"], "properties": {
  "worker": {"$ref": "#/components/schemas/Number"}, "full_name": {"type": "string"}, "words": {"type": "string", "description": "job and team, as on that day"}}},
"Genogram": {"type": "object", "additionalProperties": false,
  "required": ["child", "on", "revision", "people", "unions", "households", "ties", "workers", "text", "left_out"], "properties": {
  "child": {"$ref": "#/components/schemas/Number"}, "on": {"$ref": "#/components/schemas/Day"}, "revision": {"type": "integer"},
  "people": {"type": "array", "items": {"$ref": "#/components/schemas/FamilyPerson"}}, "unions": {"type": "array", "items": {"$ref": "#/components/schemas/Union"}},
  "households": {"type": "array", "items": {"$ref": "#/components/schemas/HouseholdRow"}}, "ties": {"type": "array", "items": {"$ref": "#/components/schemas/Tie"}},
  "workers": {"type": "array", "items": {"$ref": "#/components/schemas/WorkerAround"}}, "text": {"type": "string", "description": "the same in words, a line each, two blanks deeper for each level"},
  "left_out": {"type": "string", "description": "for=child: how much she is not shown; for the worker, never for her"}}},
"ChronologySource": {"type": "object", "additionalProperties": false, "required": ["entry", "name", "day", "in_family"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "day": {"$ref": "#/components/schemas/Day"},
  "in_family": {"type": "boolean", "description": "it stands in the family's own record, and no page of an entry shows it"}}},
"ChronologyRow": {"type": "object", "additionalProperties": false,
  "required": ["row", "day", "exactly", "age", "what", "meant", "done", "theme", "agency", "stays", "sources"], "properties": {
  "row": {"$ref": "#/components/schemas/Number"}, "day": {"$ref": "#/components/schemas/Day"}, "until": {"$ref": "#/components/schemas/Day"},
  "exactly": {"type": "string", "enum": ["on the day", "in the month", "in the year"]}, "age": {"type": "string", "description": "then; empty: not known"},
  "what": {"type": "string"}, "meant": {"type": "string"}, "done": {"type": "string"}, "theme": {"type": "string"},
  "agency": {"type": "string", "description": "whose chronology it comes from; empty: ours"},
  "stays": {"type": "boolean", "description": "the policy has it in every chronology"},
  "sources": {"type": "array", "items": {"$ref": "#/components/schemas/ChronologySource"}}}},
"ChronologyGap": {"type": "object", "additionalProperties": false, "required": ["from", "to", "brought_in_notes"], "properties": {
  "from": {"$ref": "#/components/schemas/Day"}, "to": {"$ref": "#/components/schemas/Day"},
  "brought_in_notes": {"type": "integer", "description": "of these days, from another system: whether anybody saw the child, they tell in their words alone"}}},
"Chronology": {"type": "object", "additionalProperties": false, "required": ["child", "rows", "offered", "gaps"], "properties": {
  "child": {"$ref": "#/components/schemas/Number"}, "rows": {"type": "array", "items": {"$ref": "#/components/schemas/ChronologyRow"}},
  "offered": {"type": "array", "items": {"$ref": "#/components/schemas/ChronologyRow"}, "description": "what the policy thinks could belong in it, and nobody put in"},
  "gaps": {"type": "array", "items": {"$ref": "#/components/schemas/ChronologyGap"}, "description": "no important event, and by what was written here nobody saw the child"},
  "read_through": {"$ref": "#/components/schemas/Day"}, "due": {"$ref": "#/components/schemas/Day"}}},
"DocumentFile": {"type": "object", "additionalProperties": false, "required": ["file", "name", "kind", "length", "sha256"], "properties": {
  "file": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "kind": {"type": "string", "description": "told by its first bytes"},
  "length": {"type": "integer", "description": "in bytes"}, "sha256": {"type": "string"}}},
"FormerDocument": {"type": "object", "additionalProperties": false, "required": ["entry", "name", "day", "files"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "day": {"$ref": "#/components/schemas/Day"},
  "files": {"type": "array", "items": {"$ref": "#/components/schemas/DocumentFile"}}}},
"DocumentRow": {"type": "object", "additionalProperties": false, "required": ["entry", "name", "day", "files", "former"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "name": {"type": "string"}, "day": {"$ref": "#/components/schemas/Day"},
  "files": {"type": "array", "items": {"$ref": "#/components/schemas/DocumentFile"}},
  "former": {"type": "array", "items": {"$ref": "#/components/schemas/FormerDocument"}, "description": "what it stands on top of, newest first"}}},
"Documents": {"type": "object", "additionalProperties": false, "required": ["child", "documents"], "properties": {
  "child": {"$ref": "#/components/schemas/Number"}, "documents": {"type": "array", "items": {"$ref": "#/components/schemas/DocumentRow"}}}},
"PromiseRow": {"type": "object", "additionalProperties": false, "required": ["entry", "place", "day", "what", "state"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "place": {"type": "integer", "description": "among what the visit said would happen next, from 1"},
  "day": {"$ref": "#/components/schemas/Day"}, "what": {"type": "string"}, "who": {"type": "string"}, "by": {"$ref": "#/components/schemas/Day"},
  "state": {"type": "string", "enum": ["not-done", "not-said", "done"]}}},
"GatheredLine": {"type": "object", "additionalProperties": false, "required": ["entry", "day", "words"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "day": {"$ref": "#/components/schemas/Day"}, "words": {"type": "string"}}},
"PersonSeen": {"type": "object", "additionalProperties": false, "required": ["entry", "day", "full_name", "who_they_are", "times"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "day": {"$ref": "#/components/schemas/Day"}, "full_name": {"type": "string"}, "who_they_are": {"type": "string"},
  "times": {"type": "integer"}}},
"ForLetter": {"type": "object", "additionalProperties": false, "required": ["since", "since_a_letter", "promises", "told", "decided", "important", "did", "saw"], "properties": {
  "since": {"$ref": "#/components/schemas/Day"}, "since_a_letter": {"type": "boolean", "description": "else since the record was opened"},
  "promises": {"type": "array", "items": {"$ref": "#/components/schemas/PromiseRow"}, "description": "what was not done first"},
  "told": {"type": "array", "items": {"$ref": "#/components/schemas/GatheredLine"}}, "decided": {"type": "array", "items": {"$ref": "#/components/schemas/GatheredLine"}},
  "important": {"type": "array", "items": {"$ref": "#/components/schemas/GatheredLine"}}, "did": {"type": "array", "items": {"$ref": "#/components/schemas/GatheredLine"}},
  "saw": {"type": "array", "items": {"$ref": "#/components/schemas/PersonSeen"}}}},
"LetterRow": {"type": "object", "additionalProperties": false, "required": ["entry", "day", "from", "words", "recorded_by", "speaks_of", "is_withdrawn", "warning"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "day": {"$ref": "#/components/schemas/Day"}, "from": {"$ref": "#/components/schemas/Day"},
  "words": {"type": "string", "description": "as they read today"}, "recorded_by": {"$ref": "#/components/schemas/Author"},
  "speaks_of": {"type": "array", "items": {"$ref": "#/components/schemas/Number"}},
  "is_withdrawn": {"type": "boolean", "description": "taken back: it was signed in error"}, "warning": {"type": "string", "description": "to be said before what is hard; empty: none"}}},
"Letters": {"type": "object", "additionalProperties": false, "required": ["letters"], "properties": {
  "letters": {"type": "array", "items": {"$ref": "#/components/schemas/LetterRow"}}}},
"Item": {"type": "object", "additionalProperties": false,
  "required": ["item", "type", "part", "label", "hint", "clauses", "choices", "columns", "whose"], "properties": {
  "item": {"type": "string"}, "type": {"type": "string"}, "part": {"type": "string"}, "label": {"type": "string"}, "hint": {"type": "string"},
  "force": {"type": "string", "enum": ["must", "should", "advice"]}, "clauses": {"$ref": "#/components/schemas/Words"},
  "choices": {"$ref": "#/components/schemas/Words"}, "columns": {"$ref": "#/components/schemas/Words"}, "whose": {"type": "string"}}},
"RecordType": {"type": "object", "additionalProperties": false, "required": ["record_type", "name", "built_in", "about", "clauses", "items"], "properties": {
  "record_type": {"type": "string"}, "name": {"type": "string"}, "built_in": {"type": "string"}, "about": {"type": "string"},
  "clauses": {"$ref": "#/components/schemas/Words"}, "items": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}}},
"Finding": {"type": "object", "additionalProperties": false,
  "required": ["finding", "field", "words", "message", "suggestion", "category", "asks_reason"], "properties": {
  "finding": {"type": "string"}, "field": {"type": "string"}, "words": {"type": "string"}, "message": {"type": "string"}, "suggestion": {"type": "string"},
  "category": {"type": "string"}, "asks_reason": {"type": "boolean"},
  "instead": {"type": "string", "description": "what can be left in place of the words: nothing of words that stand elsewhere, of a pasted e-mail its message"},
  "keep": {"type": "string", "enum": ["still-true", "both-places", "belongs", "word-for-word"], "description": "the one reason that words which stand elsewhere, or came in an e-mail, are kept for"},
  "at": {"type": "string", "description": "the page on which the same words stand"}}},
"HardWords": {"type": "object", "additionalProperties": false, "required": ["field", "words"], "properties": {
  "field": {"type": "string"}, "words": {"type": "string"}}},
"ReadingAge": {"type": "object", "additionalProperties": false, "required": ["years", "benchmark", "long_sentences", "long_words"], "properties": {
  "years": {"type": "integer"}, "benchmark": {"type": "integer", "description": "the reader's age that the policy has us write for"}, "long_sentences": {"type": "array", "items": {"$ref": "#/components/schemas/HardWords"}},
  "long_words": {"type": "array", "items": {"$ref": "#/components/schemas/HardWords"}}}},
"VisitedToo": {"type": "object", "additionalProperties": false, "required": ["child", "draft", "form", "is_signed"], "properties": {
  "child": {"$ref": "#/components/schemas/Number"}, "draft": {"$ref": "#/components/schemas/Number"}, "form": {"$ref": "#/components/schemas/Number"},
  "is_signed": {"type": "boolean"}}},
"Draft": {"type": "object", "additionalProperties": false,
  "required": ["draft", "form", "version", "type", "owner", "fields", "stopped_at", "updated_at", "is_put_away", "items", "refusals", "findings", "due"], "properties": {
  "draft": {"$ref": "#/components/schemas/Number"}, "form": {"$ref": "#/components/schemas/Number"}, "version": {"type": "integer"}, "type": {"type": "string"},
  "child": {"$ref": "#/components/schemas/Number"}, "owner": {"type": "string"}, "fields": {"$ref": "#/components/schemas/Fields"}, "stopped_at": {"type": "string"},
  "version_for_all": {"type": "integer", "description": "of a visit to several children; the fields hold what is the same for all too"},
  "also": {"type": "array", "items": {"$ref": "#/components/schemas/VisitedToo"}},
  "updated_at": {"$ref": "#/components/schemas/Instant"}, "is_put_away": {"type": "boolean"}, "signed_as": {"$ref": "#/components/schemas/Number"},
  "items": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}, "refusals": {"type": "array", "items": {"$ref": "#/components/schemas/Refusal"}},
  "findings": {"type": "array", "items": {"$ref": "#/components/schemas/Finding"}}, "reading_age": {"$ref": "#/components/schemas/ReadingAge"}, "due": {"type": "array", "items": {"$ref": "#/components/schemas/DueItem"}},
  "filled_in": {"$ref": "#/components/schemas/FilledIn"}}},
"FilledIn": {"type": "object", "additionalProperties": false, "required": ["values", "digest", "is_confirmed"],
  "description": "of a letter of the pack: what the record filled in and still stands in it. Whoever has read it saves the field confirmed with this digest; until then it is not signed",
  "properties": {"values": {"type": "array", "items": {"type": "object", "additionalProperties": false, "required": ["what", "value", "source"], "properties": {
  "what": {"type": "string"}, "value": {"type": "string"}, "source": {"type": "string"}}}}, "digest": {"type": "string"}, "is_confirmed": {"type": "boolean"}}},
"Difference": {"type": "object", "additionalProperties": false, "required": ["field", "before", "yours", "theirs"], "properties": {
  "field": {"type": "string"}, "before": {"type": "string"}, "yours": {"type": "string"}, "theirs": {"type": "string"}}},
"DraftSaved": {"type": "object", "additionalProperties": false, "required": ["draft", "version", "saved_at", "fields", "differences"], "properties": {
  "draft": {"$ref": "#/components/schemas/Number"}, "version": {"type": "integer"}, "saved_at": {"$ref": "#/components/schemas/Instant"},
  "fields": {"$ref": "#/components/schemas/Fields"}, "other": {"type": "string", "description": "who wrote meanwhile"},
  "version_for_all": {"type": "integer", "description": "of a visit to several children; the fields hold what is the same for all too"},
  "also": {"type": "array", "items": {"$ref": "#/components/schemas/VisitedToo"}},
  "differences": {"type": "array", "items": {"$ref": "#/components/schemas/Difference"},
    "description": "fields that both changed: theirs are kept; send what should stand, with this version"}}},
"Written": {"type": "object", "additionalProperties": false, "required": ["entry", "tree_size", "already"], "properties": {
  "entry": {"$ref": "#/components/schemas/Number"}, "tree_size": {"type": "integer"}, "already": {"type": "boolean", "description": "this form had been stored before"}}},
"Checkpoint": {"type": "object", "additionalProperties": false, "required": ["checkpoint", "verifier_key"], "properties": {
  "checkpoint": {"type": "string", "description": "a signed note: docs/formats/ledger.md"}, "verifier_key": {"type": "string"}}}
})json";
}

} // namespace lifestory::web::pages
