// Whether a JSON value is as a schema says: the part of JSON Schema 2020-12 that docs/formats/openapi.json uses ($ref,
// type, required, properties, additionalProperties, items, enum, minLength, maxLength, format). Bodies sent to
// /api/v1 are held to it at the door; the tests hold every answer to it.
#pragma once

#include <string>

#include "base/json.h"

namespace lifestory::web::pages {

// Every way in which `value` is not so; empty: it is. `field` of each refusal is the JSON pointer (RFC 6901) of the
// place. `schemas` holds what a $ref names ("#/components/schemas/NAME").
Refusals differs(const JsonObject& schemas, const JsonObject& schema, const Json& value, const std::string& at = {});

JsonObject reference_to(std::string_view schema); // {"$ref": "#/components/schemas/NAME"}

} // namespace lifestory::web::pages
