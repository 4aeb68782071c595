// A program that speaks to /api/v1 without sockets, and holds each answer to the description of it.
#pragma once

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "base/json.h"
#include "base/text.h"
#include "web/http/site.h"
#include "web/pages/api.h"
#include "web/pages/api_schema.h"

namespace lifestory::acceptance {

struct Answer {
    int status = 0;
    std::string text;
    JsonObject body;

    std::string code() const { // of the first refusal
        const auto* refusals = array_in(body, "refusals");
        return refusals && !refusals->empty() ? text_in(refusals->front().as_object(), "code") : std::string();
    }
};

class ApiClient {
public:
    ApiClient(const web::http::Site& site, std::set<std::string>& called) : m_site(site), m_called(called) {}

    Answer get(const std::string& path) { return send(web::http::Method::Get, path, ""); }
    Answer remove(const std::string& path) { return send(web::http::Method::Delete, path, ""); }
    Answer post(const std::string& path, const JsonObject& body) { return send(web::http::Method::Post, path, to_text(body)); }
    Answer put(const std::string& path, const JsonObject& body) { return send(web::http::Method::Put, path, to_text(body)); }
    Answer post_text(const std::string& path, const std::string& body) { return send(web::http::Method::Post, path, body); }

    Answer sign_in(const std::string& email, const std::string& password) {
        auto answer = post("/session", {{"email", email}, {"password", password}});
        csrf = text_in(answer.body, "csrf");
        return answer;
    }

    std::string csrf;
    std::string content_type = "application/json";
    std::string peer = "192.0.2.7";

private:
    using Method = web::http::Method;

    Answer send(Method method, const std::string& below, const std::string& body) {
        web::http::Request request;
        request.method = method;
        auto query = below.find('?');
        request.path = "/api/v1" + below.substr(0, query);
        if (query != std::string::npos)
            request.query.add(below.substr(query + 1, below.find('=') - query - 1), below.substr(below.find('=') + 1));
        request.headers = {{"content-type", content_type}, {"x-csrf-token", csrf}};
        if (!m_session.empty())
            request.cookies.add("session", m_session);
        request.body = body;
        request.peer = peer;
        request.id = "AAA-AAA";
        auto response = web::http::answer(m_site, request);
        if (response.long_body)
            response.body = whole(*response.long_body);
        keep_cookie(response);
        Answer answer{response.status, response.body, {}};
        if (response.content_type == "application/json")
            answer.body = parse_json(response.body)->as_object();
        check(request, response, answer);
        return answer;
    }

    void keep_cookie(const web::http::Response& response) {
        for (const auto& set : response.headers.all("Set-Cookie"))
            if (set.starts_with("session="))
                m_session = set.substr(8, set.find(';') - 8);
    }

    // What came is among the answers described for this operation, and of the shape described.
    void check(const web::http::Request& request, const web::http::Response& response, const Answer& answer) {
        auto match = m_site.router.match(request.method, request.path);
        if (!match)
            return;
        auto method = fold(web::http::name_of(request.method));
        m_called.insert(method + " " + match->route->pattern());
        const auto& operation = m_description.at("paths").at(match->route->pattern()).at(method).as_object();
        const auto* described = object_in(operation.at("responses").as_object(), std::to_string(answer.status));
        ASSERT_TRUE(described) << method << " " << request.path << " answers " << answer.status << ", which is not described: " << answer.text;
        const auto* content = object_in(*described, "content");
        ASSERT_EQ(content == nullptr, response.body.empty()) << method << " " << request.path;
        if (!content)
            return;
        if (content->contains("*/*")) // a file, as it was put in
            return;
        EXPECT_EQ(response.content_type, "application/json");
        const auto& schema = content->at("application/json").at("schema").as_object();
        for (const auto& refusal : web::pages::differs(m_description.at("components").at("schemas").as_object(), schema, answer.body))
            ADD_FAILURE() << method << " " << request.path << ": " << refusal.field << ": " << refusal.message;
    }

    const web::http::Site& m_site;
    std::set<std::string>& m_called;
    Json m_description = web::pages::api_description();
    std::string m_session;
};

} // namespace lifestory::acceptance
