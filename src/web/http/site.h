// A whole site as values: its routes, what lies in memory, who is asked before a handler runs, and the pages for
// trouble. `answer` is the request loop without sockets: tests call it directly, the server from its workers.
#pragma once

#include <functional>
#include <optional>

#include "web/http/assets.h"
#include "web/http/log.h"
#include "web/http/router.h"

namespace lifestory::web::http {

enum class Trouble {
    BadRequest, // 400, or 417 or 431: nobody's browser sends this
    NotFound,   // 404: the same bytes for every cause
    TooLarge,   // 413
    OurMistake, // 500: with request.id as the number to give
    TooBusy     // 503
};

// Answers instead of the handler (sign in first; the page of Trouble::NotFound), or nothing to let the call through;
// may leave what it found out about the caller in call.who. Refuses too what other sites send (web/http/same_site.h).
using Guard = std::function<std::optional<Response>(const Route& route, Call& call)>;

// Asked before a long body is read: what answers whoever may not send it. The guard is asked again when it has come.
using EarlyGuard = std::function<std::optional<Response>(const Route& route, const Request& request)>;

// The page's status may be left as it is: `answer` and the server set it. In trouble with framing the request is
// empty but for its id.
using TroublePage = std::function<Response(Trouble trouble, const Request& request)>;

struct Site {
    Router router;
    Assets assets;
    Guard guard;
    TroublePage trouble;
    Log log;
    EarlyGuard early{};
};

// Never throws: a Fault or another exception becomes OurMistake, with a line in the log that has its reference.
Response answer(const Site& site, Request request);

// What `early` answers, protected and noted; nothing where the body may come.
std::optional<Response> answer_early(const Site& site, const Route& route, const Request& request);

Response answer_trouble(const Site& site, Trouble trouble, const Request& request, int status);

} // namespace lifestory::web::http
