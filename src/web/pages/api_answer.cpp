#include "web/pages/api_answer.h"

#include <algorithm>

#include "base/text.h"
#include "web/pages/api_schema.h"

namespace lifestory::web::pages {

namespace {

Result<Json> cleaned(const Json& value, const std::string& at);

Result<Json> cleaned_text(const Json& value, const std::string& at) {
    auto text = clean_text({value.get_string().data(), value.get_string().size()});
    if (!text)
        return refuse("not-text", "Send text in UTF-8", at);
    return Json(*text);
}

Result<Json> cleaned_list(const JsonArray& list, const std::string& at) {
    JsonArray clean;
    for (const auto& one : list)
        clean.push_back(TRY(cleaned(one, at + "/" + std::to_string(clean.size()))));
    return Json(std::move(clean));
}

Result<Json> cleaned(const Json& value, const std::string& at) {
    if (value.is_string())
        return cleaned_text(value, at);
    if (value.is_array())
        return cleaned_list(value.get_array(), at);
    if (!value.is_object())
        return value;
    JsonObject clean;
    for (const auto& one : value.get_object())
        clean[one.key()] = TRY(cleaned(one.value(), at + "/" + std::string(one.key())));
    return Json(std::move(clean));
}

bool is_json(std::string_view content_type) {
    return fold(trim(split(content_type, ';').front())) == "application/json";
}

// The entry that this caller's form wrote in this record before, if it did.
std::optional<EntryId> stored_before(const ApiCall& api, const access::OpenRecord& open, FormNumber form) {
    auto entries = api.house.ledger.read(open.record);
    if (!entries)
        return std::nullopt;
    auto found = std::find_if(entries->begin(), entries->end(), [&](const auto& one) { return one.form == form; });
    return found == entries->end() ? std::nullopt : std::optional(found->id);
}

} // namespace

bool is_of_api(const http::Request& request) { return request.path.starts_with("/api/"); }

http::Response api_answer(const JsonObject& body, int status) { return http::json(to_text(body), status); }

JsonObject refusal_json(const Refusal& refusal) {
    return {{"code", refusal.code}, {"field", refusal.field}, {"message", refusal.message}, {"clause", refusal.clause}};
}

http::Response api_refused(const Refusals& refusals, int status) {
    if (refusals.front().code == "not-found")
        return api_not_found();
    JsonArray list;
    for (const auto& refusal : refusals)
        list.push_back(refusal_json(refusal.code.empty() ? refuse("refused", refusal.message, refusal.field, refusal.clause) : refusal));
    return api_answer({{"refusals", list}}, refusals.front().code == "changed-meanwhile" ? 409 : status);
}

http::Response api_not_found() {
    auto refusal = refuse("not-found", "There is nothing here, or it is not yours to see.");
    return api_answer({{"refusals", JsonArray{refusal_json(refusal)}}}, 404);
}

http::Response api_signed_out() { return api_refused({refuse("signed-out", "Sign in first: POST /api/v1/session.")}, 401); }

http::Response api_trouble(http::Trouble trouble, const http::Request& request) {
    switch (trouble) {
    case http::Trouble::NotFound: return api_not_found();
    case http::Trouble::BadRequest: return api_refused({refuse("bad-request", "This could not be read. Send JSON in UTF-8.")}, 400);
    case http::Trouble::TooLarge: return api_refused({refuse("too-large", "This is too much at once. Send less than a megabyte.")}, 413);
    case http::Trouble::OurMistake: return api_refused({refuse("our-mistake", "Something went wrong here. Give this number: " + request.id)}, 500);
    case http::Trouble::TooBusy: return api_refused({refuse("too-busy", "Too many ask at once. Send it again in a minute.")}, 503);
    }
    return api_not_found();
}

Result<JsonObject> api_body(const http::Request& request, const JsonObject& schemas, const JsonObject& schema) {
    if (!is_json(request.header("content-type")))
        return refuse("not-json", "Send JSON, and say so: content-type application/json");
    auto parsed = TRY(parse_json(request.body));
    auto clean = TRY(cleaned(parsed, ""));
    if (auto refusals = differs(schemas, schema, clean); !refusals.empty())
        return refusals;
    return clean.get_object();
}

JsonArray texts_json(const std::vector<std::string>& texts) {
    JsonArray list;
    for (const auto& text : texts)
        list.push_back(Json(text));
    return list;
}

JsonObject author_json(const record::Author& author) {
    return {{"worker", author.worker.hex()}, {"full_name", author.full_name}, {"designation", author.designation}, {"team", author.team}};
}

Refusals at_keys(Refusals refusals) {
    for (auto& refusal : refusals) {
        if (refusal.field.empty())
            continue;
        auto key = refusal.field == "release" ? std::string("how") : refusal.field.substr(refusal.field.rfind('.') + 1);
        std::replace(key.begin(), key.end(), '-', '_');
        refusal.field = "/" + key;
    }
    return refusals;
}

http::Response api_written(EntryId entry, std::uint64_t tree_size, bool already) {
    return api_answer({{"entry", entry.hex()}, {"tree_size", tree_size}, {"already", already}}, already ? 200 : 201);
}

http::Response api_append(const ApiCall& api, const access::OpenRecord& open, access::Act act, std::string_view record_type,
                          FormNumber form, const Result<casework::Writing>& writing) {
    if (!writing) {
        auto before = stored_before(api, open, form);
        return before ? api_written(*before, api.house.ledger.size(), true) : api_refused(at_keys(writing.refusals()));
    }
    auto appended = append(api.house, api.caller(), open, act, on_type(api.house, record_type), form, *writing);
    if (!appended && appended.refusal().code == "changed-meanwhile")
        return api_refused({refuse("changed-meanwhile", "Somebody wrote in this record meanwhile. Nothing is lost: read it again, then send this again.")});
    if (!appended)
        return api_not_found();
    return api_written(appended->entries.front().id, appended->tree_size, appended->already);
}

} // namespace lifestory::web::pages
