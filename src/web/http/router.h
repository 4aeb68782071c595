// The table of addresses: which handler answers which method and path, who may reach it, and how much may be sent
// to it. A route cannot be made without saying who may reach it. The table can be listed.
#pragma once

#include <any>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/form.h"
#include "web/http/request.h"
#include "web/http/response.h"

namespace lifestory::web::http {

// Who may reach a route at all. What of a record they may see there is decided at the one door to a record
// (access::open), never here.
enum class Reach {
    Everyone,      // before signing in: sign in, help, accessibility
    SignedIn,      // whoever has a session, a child or a parent too
    Worker,        // a session of one who works for the authority
    Manager,       // one who manages others
    Administrator, // runs the installation; reads no record
};

std::string_view name_of(Reach reach); // "everyone", "signed-in", "worker", ...

struct Call {
    Request request;
    Fields parameters; // of the path: {"child", "..."}; never empty, never with a "/"
    Form form;         // of the body, where it is one
    std::any who;      // what the site's guard found out about the caller

    std::string_view parameter(std::string_view name) const { return parameters.get(name); }
    template <class Caller>
    const Caller& caller() const { return std::any_cast<const Caller&>(who); } // throws when the guard set another
};

using Handler = std::function<Response(const Call&)>;

constexpr std::size_t form_limit = 1 << 20; // bytes of a body, unless the route says otherwise


class Route {
public:
    // `pattern` is "/children/{child}/entries/{entry}": each {word} takes one whole segment.
    Route(Method method, std::string pattern, Reach reach, Handler handler, std::size_t body_limit = form_limit);

    Method method() const { return m_method; }
    const std::string& pattern() const { return m_pattern; }
    Reach reach() const { return m_reach; }
    std::size_t body_limit() const { return m_body_limit; } // 0 for GET
    // Of a form's files more than that is set aside as it comes (web/http/set_aside.h), never held in memory.
    bool takes_long_files() const { return m_body_limit > form_limit; }
    const Handler& handler() const { return m_handler; }

private:
    Method m_method;
    std::string m_pattern;
    Reach m_reach;
    Handler m_handler;
    std::size_t m_body_limit;
};

struct Match {
    const Route* route; // lives as long as its Router
    Fields parameters;
};

class Router {
public:
    Router() = default;
    explicit Router(std::vector<Route> routes); // throws Fault when two routes answer the same method and pattern

    // HEAD goes to GET's route. A literal segment wins over a {word}.
    std::optional<Match> match(Method method, std::string_view path) const;
    std::vector<Method> methods_at(std::string_view path) const; // for 405; empty when there is nothing there
    const std::vector<Route>& routes() const { return m_routes; }

private:
    std::vector<Route> m_routes;
};

} // namespace lifestory::web::http
