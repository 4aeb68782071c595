#include "web/http/site.h"

#include <chrono>
#include <exception>
#include <string>
#include <typeinfo>

#include <fmt/format.h>

#include "base/fault.h"
#include "web/http/protection.h"
#include "web/http/wire.h"

namespace lifestory::web::http {

namespace {

int status_of(Trouble trouble) {
    switch (trouble) {
    case Trouble::BadRequest: return 400;
    case Trouble::NotFound: return 404;
    case Trouble::TooLarge: return 413;
    case Trouble::OurMistake: return 500;
    case Trouble::TooBusy: return 503;
    }
    return 500;
}

Response trouble_page(const Site& site, Trouble trouble, const Request& request, int status) {
    try {
        auto response = site.trouble ? site.trouble(trouble, request) : Response{};
        response.status = status;
        return response;
    } catch (const std::exception&) { // the page for trouble is in trouble itself
        Response bare;
        bare.status = status;
        bare.content_type = "text/plain; charset=utf-8";
        bare.body = "Sorry, something went wrong here. " + request.id + "\n";
        return bare;
    }
}

Response nothing_here(const Site& site, const Request& request) {
    auto methods = site.router.methods_at(request.path);
    if (methods.empty())
        return trouble_page(site, Trouble::NotFound, request, 404);
    auto response = trouble_page(site, Trouble::NotFound, request, 405);
    std::string allowed;
    for (auto method : methods)
        allowed.append(allowed.empty() ? "" : ", ").append(method == Method::Get ? "GET, HEAD" : name_of(method));
    response.headers.add("Allow", std::move(allowed));
    return response;
}

Response let_the_route_answer(const Site& site, const Route& route, Call& call) {
    if (call.request.body.size() > route.body_limit())
        return trouble_page(site, Trouble::TooLarge, call.request, 413);
    auto form = call.request.form ? Result<Form>(*call.request.form) : read_form(call.request.header("content-type"), call.request.body);
    if (!form)
        return trouble_page(site, Trouble::BadRequest, call.request, 400);
    call.form = std::move(*form);
    if (site.guard)
        if (auto instead = site.guard(route, call))
            return std::move(*instead);
    auto response = route.handler()(call);
    check_headers(response);
    return response;
}

// What a Fault says is ours and names nobody; another exception's words might quote what somebody wrote.
void note_fault(const Site& site, const std::exception& thrown, std::string_view id) {
    auto fault = dynamic_cast<const Fault*>(&thrown);
    site.log.line(fmt::format("fault request={} type={} what=\"{}\"", id, typeid(thrown).name(), fault ? fault->what() : ""));
}

struct Answered {
    Response response;
    std::string_view pattern;
};

Answered try_to_answer(const Site& site, Request request) {
    if (auto asset = site.assets.answer(request))
        return {std::move(*asset), "asset"};
    auto match = site.router.match(request.method, request.path);
    if (!match)
        return {nothing_here(site, request), "none"};
    const auto& route = *match->route;
    Call call{std::move(request), std::move(match->parameters), {}, {}};
    try {
        return {let_the_route_answer(site, route, call), route.pattern()};
    } catch (const std::exception& thrown) {
        note_fault(site, thrown, call.request.id);
        return {trouble_page(site, Trouble::OurMistake, call.request, 500), route.pattern()};
    }
}

} // namespace

Response answer(const Site& site, Request request) {
    auto began = std::chrono::steady_clock::now();
    auto transport = request.transport;
    auto method = name_of(request.method);
    auto id = request.id;
    auto [response, pattern] = try_to_answer(site, std::move(request));
    protect(response, transport);
    auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began);
    site.log.line(fmt::format("answered request={} method={} route={} status={} microseconds={}", id, method, pattern,
                              response.status, took.count()));
    return std::move(response);
}

std::optional<Response> answer_early(const Site& site, const Route& route, const Request& request) {
    std::optional<Response> response;
    try {
        response = site.early ? site.early(route, request) : std::nullopt;
    } catch (const std::exception& thrown) {
        note_fault(site, thrown, request.id);
        response = trouble_page(site, Trouble::OurMistake, request, 500);
    }
    if (response) {
        protect(*response, request.transport);
        site.log.line(fmt::format("refused request={} status={}", request.id, response->status));
    }
    return response;
}

Response answer_trouble(const Site& site, Trouble trouble, const Request& request, int status) {
    auto response = trouble_page(site, trouble, request, status ? status : status_of(trouble));
    protect(response, request.transport);
    site.log.line(fmt::format("refused request={} status={}", request.id, response.status));
    return response;
}

} // namespace lifestory::web::http
