// Who is at the other end: made by the guard from the session's cookie before any handler runs, and carried in the
// call. No route is reached without its declared reach, no act without the form's token.
#pragma once

#include <string>

#include "access/door.h"
#include "desk/session.h"
#include "web/http/site.h"
#include "web/pages/house.h"

namespace lifestory::web::pages {

enum class Standing {
    SignedIn,
    LatePost, // the session has ended; what was being written is taken in for its writer, and nothing else
};

struct Caller {
    access::Visitor visitor; // as they are today
    desk::Session session;
    Standing standing = Standing::SignedIn;
    Slant slant = Slant::Italic;

    WorkerNumber worker() const { return visitor.who.worker; }
    const record::Author& author() const { return visitor.author; }
    desk::Writer writer() const { return {worker(), author().full_name}; }
    bool manages() const; // a manager's home and pages
};

http::Guard guard_of(const House& house);
http::EarlyGuard early_guard_of(const House& house); // the same before a long form has come: its token is looked at when it is there
std::optional<Caller> caller_of(const House& house, const http::Request& request);

// The shell of a page for this caller: ways by role, drafts in their number, when the page locks.
PageFrame frame_for(const House& house, const Caller& caller);
PageFrame frame_for_nobody(const House& house); // before signing in, and every page of trouble
http::TroublePage trouble_pages(const House& house);

// 404, the same bytes for every cause, for whoever asks.
http::Response not_found(const House& house);
Slant slant_of(const http::Request& request); // the reader's choice, kept in their browser
bool wants_json(const http::Request& request);

} // namespace lifestory::web::pages
