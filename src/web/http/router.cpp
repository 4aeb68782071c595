#include "web/http/router.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/fault.h"

namespace lifestory::web::http {

namespace {

std::string_view next_segment(std::string_view& rest) { // "/a/b" -> "a", leaving "/b"
    auto end = std::min(rest.find('/', 1), rest.size());
    auto segment = rest.substr(1, end - 1);
    rest.remove_prefix(end);
    return segment;
}

bool is_parameter(std::string_view segment) { return segment.size() > 2 && segment.front() == '{' && segment.back() == '}'; }

std::optional<Fields> fit(std::string_view pattern, std::string_view path) {
    Fields parameters;
    while (!pattern.empty() && !path.empty()) {
        auto asked = next_segment(pattern), given = next_segment(path);
        if (is_parameter(asked) && !given.empty())
            parameters.add(std::string(asked.substr(1, asked.size() - 2)), std::string(given));
        else if (asked != given)
            return std::nullopt;
    }
    return pattern.empty() && path.empty() ? std::optional(parameters) : std::nullopt;
}

// Of two patterns that fit, the one that is literal where they first differ.
bool is_more_literal(std::string_view left, std::string_view right) {
    while (!left.empty() && !right.empty()) {
        bool left_takes_any = is_parameter(next_segment(left)), right_takes_any = is_parameter(next_segment(right));
        if (left_takes_any != right_takes_any)
            return right_takes_any;
    }
    return false;
}

std::string without_names(std::string_view pattern) {
    std::string shape;
    while (!pattern.empty()) {
        auto segment = next_segment(pattern);
        shape.append("/").append(is_parameter(segment) ? "{}" : segment);
    }
    return shape;
}

} // namespace

std::string_view name_of(Reach reach) {
    switch (reach) {
    case Reach::Everyone: return "everyone";
    case Reach::SignedIn: return "signed-in";
    case Reach::Worker: return "worker";
    case Reach::Manager: return "manager";
    case Reach::Administrator: return "administrator";
    }
    return "";
}

Route::Route(Method method, std::string pattern, Reach reach, Handler handler, std::size_t body_limit)
    : m_method(method), m_pattern(std::move(pattern)), m_reach(reach), m_handler(std::move(handler)),
      m_body_limit(is_safe(method) ? 0 : body_limit) {
    assert(m_pattern.starts_with('/') && m_handler && m_method != Method::Head);
}

Router::Router(std::vector<Route> routes) : m_routes(std::move(routes)) {
    for (auto route = m_routes.begin(); route != m_routes.end(); ++route)
        for (auto other = m_routes.begin(); other != route; ++other)
            if (route->method() == other->method() && without_names(route->pattern()) == without_names(other->pattern()))
                throw Fault(fmt::format("two routes answer {} {}", name_of(route->method()), route->pattern()));
}

std::optional<Match> Router::match(Method method, std::string_view path) const {
    if (method == Method::Head)
        method = Method::Get;
    std::optional<Match> best;
    for (const auto& route : m_routes) {
        if (route.method() != method || (best && !is_more_literal(route.pattern(), best->route->pattern())))
            continue;
        if (auto parameters = fit(route.pattern(), path))
            best = Match{&route, std::move(*parameters)};
    }
    return best;
}

std::vector<Method> Router::methods_at(std::string_view path) const {
    std::vector<Method> methods;
    for (const auto& route : m_routes)
        if (fit(route.pattern(), path) && std::find(methods.begin(), methods.end(), route.method()) == methods.end())
            methods.push_back(route.method());
    return methods;
}

} // namespace lifestory::web::http
