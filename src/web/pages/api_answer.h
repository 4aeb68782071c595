// What every answer of /api/v1 shares: the shape of a refusal, one 404 for every cause, and how a body is read. Which
// acts there are is api.cpp's; what is refused is decided where the pages decide it.
#pragma once

#include "base/json.h"
#include "ledger/ledger.h"
#include "web/http/site.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

// What was sent, already held to its schema and in clean text; of a GET, empty.
struct ApiCall {
    const House& house;
    const http::Call& call; // its form holds form_number, so that what the pages share finds it
    const JsonObject& body;

    const Caller& caller() const { return call.caller<Caller>(); }
};
using ApiHandler = http::Response (*)(const ApiCall&);

http::Response api_answer(const JsonObject& body, int status = 200);
// {"refusals": [{code, field, message, clause}]}: 404 when the first is "not-found", 409 when the record has changed
// meanwhile, else `status`. `field` is a JSON pointer into what was sent.
http::Response api_refused(const Refusals& refusals, int status = 422);
http::Response api_not_found(); // the same bytes for every cause
http::Response api_signed_out();
http::Response api_trouble(http::Trouble trouble, const http::Request& request);
bool is_of_api(const http::Request& request);

// Refuses what is not JSON in UTF-8, is no object, or differs from the schema, with every reason at once.
Result<JsonObject> api_body(const http::Request& request, const JsonObject& schemas, const JsonObject& schema);

JsonObject refusal_json(const Refusal& refusal);
JsonArray texts_json(const std::vector<std::string>& texts);
JsonObject author_json(const record::Author& author);

// From the names of the pages' fields to the keys of a body: "release.look-again" -> "/look_again".
Refusals at_keys(Refusals refusals);

// 201 with the entry that was written; 200 when this form had been stored before.
http::Response api_written(EntryId entry, std::uint64_t tree_size, bool already);
// Appends what an act wrote. A form sent again is answered as it was the first time, although the act would now be
// refused (a manager has agreed already).
http::Response api_append(const ApiCall& api, const access::OpenRecord& open, access::Act act, std::string_view record_type,
                          FormNumber form, const Result<casework::Writing>& writing);

} // namespace lifestory::web::pages
