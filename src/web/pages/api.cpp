#include "web/pages/api.h"

#include <span>

#include "base/text.h"
#include "web/pages/api_acts.h"
#include "web/pages/api_children.h"
#include "web/pages/api_chronology.h"
#include "web/pages/api_documents.h"
#include "web/pages/api_drafts.h"
#include "web/pages/api_due.h"
#include "web/pages/api_entry.h"
#include "web/pages/api_facts.h"
#include "web/pages/api_genogram.h"
#include "web/pages/api_letter.h"
#include "web/pages/api_schema.h"
#include "web/pages/api_schemas.h"
#include "web/pages/api_session.h"
#include "web/pages/api_types.h"
#include "web/pages/api_words.h"

namespace lifestory::web::pages {

namespace {

using http::Method;
using http::Reach;

constexpr std::string_view root = "/api/v1";

struct ApiRoute {
    Method method;
    std::string path; // below the root
    Reach reach;
    std::string id, summary;
    std::string sent, answered; // names of schemas; empty: no body
    int status;                 // when it went well the first time
    ApiHandler handler;
    std::string asked = {};     // of the query: names with a blank between
};

http::Response describe_api(const ApiCall&) { return api_answer(api_description()); }

std::vector<ApiRoute> reading() {
    const auto worker = Reach::Worker;
    const auto get = Method::Get;
    return {
        {get, "/openapi.json", Reach::Everyone, "describe", "This description.", "", "Description", 200, describe_api},
        {get, "/checkpoint", worker, "checkpoint", "The newest signed checkpoint of all that is recorded.", "", "Checkpoint", 200, api_checkpoint},
        {get, "/children", worker, "my-children", "The children you work with.", "", "Children", 200, api_caseload},
        {get, "/children/{child}", worker, "child", "One child: identity, statuses, what is due, the story.", "", "Child", 200, api_child},
        {get, "/children/{child}/chronology", worker, "chronology", "The child's chronology, oldest first; for=child: as the child may read it.", "", "Chronology", 200, api_chronology, "for"},
        {get, "/children/{child}/documents", worker, "documents", "The documents in a child's record, newest first, each with its former versions.", "", "Documents", 200, api_documents},
        {get, "/children/{child}/due", worker, "due", "All that is and was due for a child.", "", "Due", 200, api_due},
        {get, "/children/{child}/due/{item}", worker, "due-item", "One thing due, and how its day was counted.", "", "DueCounted", 200, api_due_item},
        {get, "/children/{child}/entries/{entry}", worker, "entry", "A signed entry, and what stands beside it.", "", "Entry", 200, api_entry},
        {get, "/children/{child}/entries/{entry}/files/{file}", worker, "file", "A file of a signed entry, as it was put in.", "", "File", 200, api_file},
        {get, "/children/{child}/facts", worker, "facts", "The basic record: each fact now and before, with who said so.", "", "Facts", 200, api_facts},
        {get, "/children/{child}/genogram", worker, "genogram", "The family as it was on a day, also in words; for=child: what she was told.", "", "Genogram", 200, api_genogram, "on for"},
        {get, "/children/{child}/letters", worker, "letters", "The three-month letters that the child was given, in order.", "", "Letters", 200, api_letters},
        {get, "/children/{child}/readings", worker, "readings", "Who has looked, newest first, a hundred a page.", "", "Looks", 200, api_readings, "page"},
        {get, "/children/{child}/update", worker, "update", "What the next three-month letter can speak of, each thing with its entry.", "", "ForLetter", 200, api_letter},
        {get, "/children/{child}/words", worker, "words", "The child's own words, those of before, and the list that is talked over.", "", "ChildsWords", 200, api_words},
        {get, "/drafts/{draft}", worker, "draft", "A draft, what it is asked, and what could be better.", "", "Draft", 200, api_draft},
        {get, "/record-types/{type}", worker, "record-type", "What a record type asks; with child, of that child today.", "", "RecordType", 200, api_record_type, "child"},
    };
}

std::vector<ApiRoute> writing() {
    const auto worker = Reach::Worker;
    const auto post = Method::Post;
    return {
        {post, "/session", Reach::Everyone, "sign-in", "Sign in. The session is a cookie.", "SignIn", "Session", 201, api_sign_in},
        {Method::Delete, "/session", Reach::SignedIn, "sign-out", "Sign out.", "", "", 204, api_sign_out},
        {post, "/searches", worker, "search", "Find a child or somebody of a family.", "Search", "Found", 200, api_search},
        {post, "/children/{child}/due/{item}/lateness", worker, "say-why-late", "Say why something is late.", "Lateness", "Written", 201, api_say_why_late},
        {post, "/children/{child}/facts", worker, "change-fact", "Change a fact, or say that one has ended; what it was before stays.", "FactChange", "Written", 201, api_change_fact},
        {post, "/children/{child}/words", worker, "say-word", "Say what a child wants said instead of a word.", "WordSaid", "Written", 201, api_say_word},
        {post, "/drafts", worker, "begin-draft", "Begin a draft.", "NewDraft", "DraftSaved", 201, api_begin_draft},
        {Method::Put, "/drafts/{draft}", worker, "save-draft", "Save a draft. Fields that somebody else changed meanwhile are merged.", "DraftSave", "DraftSaved", 200, api_save_draft},
        {post, "/drafts/{draft}/signature", worker, "sign", "Sign a draft: it becomes an entry that nobody can change.", "Signature", "Written", 201, api_sign_draft},
    };
}

std::vector<ApiRoute> beside() {
    struct Act {
        std::string name, id, summary, sent;
        ApiHandler handler;
    };
    const std::vector<Act> acts{
        {"addition", "add", "Add what you left out of your own entry.", "Addition", api_add},
        {"comment", "comment", "Comment on an entry.", "Comment", api_comment},
        {"endorsement", "endorse", "Agree to an entry, as a manager.", "Endorsement", api_endorse},
        {"correction-asking", "ask-correction", "Ask for a correction.", "CorrectionAsking", api_ask_correction},
        {"correction", "correct", "Correct an entry, as a team manager.", "Correction", api_correct},
        {"day", "put-day-right", "Put the day of an entry right, as a team manager.", "DayPutRight", api_put_day_right},
        {"withdrawal", "withdraw", "Say that an entry was written in error, as a team manager.", "Withdrawal", api_withdraw},
        {"closing", "close-words", "Close words to readers, as a Head of Service.", "Closing", api_close},
        {"release", "release", "Decide when the child reads it.", "Release", api_release},
        {"disagreement", "disagree", "Write down what somebody says about it.", "Disagreement", api_disagree},
        {"sharing", "share", "Say that a copy was given.", "Sharing", api_share},
    };
    std::vector<ApiRoute> routes;
    for (const auto& act : acts)
        routes.push_back({Method::Post, "/children/{child}/entries/{entry}/" + act.name, Reach::Worker, act.id, act.summary, act.sent, "Written", 201, act.handler});
    return routes;
}

std::vector<ApiRoute> table() {
    std::vector<ApiRoute> all;
    for (auto& some : {reading(), writing(), beside()})
        all.insert(all.end(), some.begin(), some.end());
    return all;
}

http::Handler handler_of(const House& house, const ApiRoute& route) {
    return [&house, sent = route.sent, handler = route.handler](const http::Call& call) {
        if (sent.empty())
            return handler({house, call, {}});
        auto body = api_body(call.request, api_schemas(), api_schemas().at(sent).as_object());
        if (!body)
            return api_refused(body.refusals());
        auto with_form = call;
        with_form.form = {};
        if (auto form = text_in(*body, "form"); !form.empty())
            with_form.form.fields.add("form_number", form);
        return handler({house, with_form, *body});
    };
}

// ---- the description

JsonObject described_answer(const std::string& what, const std::string& schema) {
    if (schema.empty())
        return {{"description", what}};
    if (schema == "File")
        return {{"description", what}, {"content", JsonObject{{"*/*", JsonObject{{"schema", JsonObject{{"type", "string"}, {"format", "binary"}}}}}}}};
    JsonObject of = schema == "Description" ? JsonObject{{"type", "object"}} : reference_to(schema);
    return {{"description", what}, {"content", JsonObject{{"application/json", JsonObject{{"schema", of}}}}}};
}

JsonObject answers_of(const ApiRoute& route) {
    JsonObject all;
    all[std::to_string(route.status)] = described_answer("Done.", route.answered);
    if (route.answered == "File") {
        all["206"] = described_answer("The part of it that the header Range asks for; Content-Range says which.", route.answered);
        all["416"] = described_answer("What Range asks for is no part of it; Content-Range says how long it is.", "");
    }
    if (route.answered == "Written")
        all["200"] = described_answer("This form had been stored before; here is what it wrote.", route.answered);
    auto refused = [&](const char* status, const std::string& what) { all[status] = described_answer(what, "Refusals"); };
    refused("401", route.id == "sign-in" ? "Not signed in; the same words for every cause." : "Signed out.");
    refused("404", "Nothing is here, or it is not the caller's to see: the same bytes for every cause.");
    if (route.id == "sign-in")
        refused("429", "Tried too often. Wait.");
    if (!route.sent.empty()) {
        refused("409", "The record or the draft has changed meanwhile. Read it again.");
        refused("413", "More than a megabyte.");
        refused("422", "Refused, with every reason at once.");
    } else if (route.asked.starts_with("on")) {
        refused("422", "No day, or none on which it can be shown.");
    }
    refused("default", "Something else went wrong.");
    return all;
}

JsonObject schema_of_asked(std::string_view name) {
    if (name == "page")
        return {{"type", "integer"}};
    if (name == "for")
        return {{"type", "string"}, {"enum", texts_json({"workers", "child"})}};
    return reference_to(name == "on" ? "Day" : "Number");
}

JsonArray parameters_of(const ApiRoute& route) {
    JsonArray list;
    auto add = [&](const std::string& name, const char* where, const JsonObject& schema) {
        list.push_back(JsonObject{{"name", name}, {"in", where}, {"required", std::string_view(where) == "path"}, {"schema", schema}});
    };
    const JsonObject text{{"type", "string"}};
    for (const auto& segment : split(route.path, '/'))
        if (segment.starts_with("{"))
            add(segment.substr(1, segment.size() - 2), "path", segment == "{type}" ? text : reference_to("Number"));
    if (route.answered == "File") {
        add("Range", "header", text);
        list.back().as_object()["description"] = "one range of bytes, \"bytes=0-499\"; several at once are answered by the whole";
    }
    if (!route.asked.empty())
        for (const auto& name : split(route.asked, ' '))
            add(name, "query", schema_of_asked(name));
    return list;
}

// A session, and for all but reading the token that signing in answered.
JsonArray security_of(const ApiRoute& route) {
    if (route.reach == Reach::Everyone)
        return JsonArray();
    JsonObject needs{{"session", JsonArray()}};
    if (!http::is_safe(route.method))
        needs["csrf"] = JsonArray();
    JsonArray list;
    list.push_back(needs);
    return list;
}

JsonObject described(const ApiRoute& route) {
    JsonObject all{{"operationId", route.id}, {"summary", route.summary}, {"security", security_of(route)}};
    if (auto parameters = parameters_of(route); !parameters.empty())
        all["parameters"] = parameters;
    if (!route.sent.empty())
        all["requestBody"] = JsonObject{{"required", true}, {"content", JsonObject{{"application/json", JsonObject{{"schema", reference_to(route.sent)}}}}}};
    all["responses"] = answers_of(route);
    return all;
}

JsonObject ways_in() {
    return {{"session", JsonObject{{"type", "apiKey"}, {"in", "cookie"}, {"name", "__Host-session"}, {"description", "set by signing in; \"session\" over plain HTTP on localhost"}}},
            {"csrf", JsonObject{{"type", "apiKey"}, {"in", "header"}, {"name", "X-CSRF-Token"}}}};
}

} // namespace

JsonObject api_description() {
    JsonObject paths;
    for (const auto& route : table()) {
        auto path = std::string(root) + route.path;
        if (!paths.contains(path))
            paths[path] = JsonObject();
        paths[path].as_object()[fold(http::name_of(route.method))] = described(route);
    }
    JsonObject about{{"title", "Lifestory"}, {"version", "1"},
                     {"description", "The acts of the pages as JSON. Each form number is 32 random hexadecimal digits: sent twice, stored once. "
                                     "Keys are only ever added to answers; a body with a key that is not described is refused."}};
    return {{"openapi", "3.1.0"}, {"info", about}, {"paths", paths},
            {"components", JsonObject{{"securitySchemes", ways_in()}, {"schemas", api_schemas()}}}};
}

std::vector<http::Route> api_routes(const House& house) {
    std::vector<http::Route> routes;
    for (const auto& route : table())
        routes.emplace_back(route.method, std::string(root) + route.path, route.reach, handler_of(house, route));
    return routes;
}

} // namespace lifestory::web::pages
