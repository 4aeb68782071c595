#include "web/pages/caller.h"

#include "base/json.h"
#include "web/http/negotiation.h"
#include "web/http/same_site.h"
#include "web/pages/api_answer.h"
#include "web/pages/errors.h"

namespace lifestory::web::pages {

namespace {

using http::Reach;
using http::Response;

// The same bytes for every cause, in the shape that was asked for.
Response nothing_here(const House& house, const http::Request& request) { return is_of_api(request) ? api_not_found() : not_found(house); }

http::Response sign_in_first(const http::Request& request) {
    if (is_of_api(request))
        return api_signed_out();
    if (wants_json(request))
        return http::json(R"({"message":"Sign in first. What you wrote is kept."})", 401);
    if (request.method != http::Method::Get)
        return http::see_other("/session");
    return http::see_other("/session?then=" + percent_encoded(request.path));
}

// Posted by our own script: a page of the session before this one, which keeps its words and locks until it is unlocked.
Response wrong_token(const House& house, const http::Request& request) {
    return wants_json(request) && !is_of_api(request) ? sign_in_first(request) : nothing_here(house, request);
}

bool keeps_words(const http::Route& route) {
    return route.method() == http::Method::Post && (route.pattern() == "/drafts/{draft}" || route.pattern() == "/drafts");
}

bool may_reach(Reach reach, const Caller& caller) {
    switch (reach) {
    case Reach::Everyone:
    case Reach::SignedIn: return true;
    case Reach::Worker: return caller.visitor.who.role != access::Role::Child && caller.visitor.who.role != access::Role::Parent;
    case Reach::Manager: return caller.manages();
    case Reach::Administrator: return caller.visitor.who.role == access::Role::Administrator;
    }
    return false;
}

std::string_view token_of(const http::Call& call) {
    auto header = call.request.header("x-csrf-token");
    return header.empty() ? call.form.get("csrf") : header;
}

// A post that comes after the session ended is let through where a draft is kept, for that session's own forms.
bool is_late_post(const http::Route& route, const House& house, const Caller& caller) {
    return keeps_words(route) && desk::takes_late_posts(caller.session, house.now());
}

// Of a form that stayed open while its writer signed out in another window, or signed in anew: its own token says whose session gave it out, and
// only that page held it. What is written on it is taken in for that writer, and nothing is answered of it. Our script keeps its words itself.
std::optional<Caller> writer_of_form(const House& house, const http::Route& route, const http::Call& call) {
    const auto token = call.form.get("csrf");
    const auto named = keeps_words(route) && !wants_json(call.request) ? desk::session_named_in(token) : std::nullopt;
    const auto session = named ? house.desk.session(*named) : std::nullopt;
    if (!session || !http::token_fits(token, session->csrf) || session->handed_to || desk::state(*session, house.now()) == desk::SessionState::LongEnded)
        return std::nullopt;
    const auto visitor = house.door.visitor(session->worker, desk::short_hash(*session));
    return visitor ? std::optional(Caller{*visitor, *session, Standing::LatePost, slant_of(call.request)}) : std::nullopt;
}

// While the device is in a child's hands, these are all there is; everything else leads back to them.
bool is_in_hands(const http::Route& route, const http::Call& call, RecordNumber child) {
    const auto& pattern = route.pattern();
    if (pattern == "/drafts/{draft}/preview") // whose child it is about, the page looks
        return true;
    return pattern.starts_with("/children/{child}/handover") && call.parameter("child") == child.hex();
}

std::optional<Response> keep_in_hands(const House& house, const http::Route& route, const http::Call& call, const Caller& caller) {
    if (!caller.session.handed_to || is_in_hands(route, call, *caller.session.handed_to))
        return std::nullopt;
    if (call.request.method != http::Method::Get || is_of_api(call.request))
        return nothing_here(house, call.request);
    return http::see_other("/children/" + caller.session.handed_to->hex() + "/handover");
}

// A look from a device in a child's hands is noted as the child's, with the worker who handed it over.
void name_whose_hands(const House& house, access::Visitor& visitor, RecordNumber child) {
    auto open = house.door.look_over(visitor, std::span(&child, 1), house.now());
    auto name = open.empty() ? std::string("the child") : open.front().child->first_name();
    visitor.author.full_name = name + ", with " + visitor.author.full_name;
}

enum class Token { IsThere, ComesLater };

std::optional<Response> admit(const House& house, const http::Route& route, http::Call& call, Token token) {
    if (!http::is_safe(call.request.method) && !http::is_from_our_own_pages(call.request))
        return nothing_here(house, call.request);
    auto caller = caller_of(house, call.request);
    if (caller && desk::state(caller->session, house.now()) != desk::SessionState::Open) {
        caller->standing = Standing::LatePost;
        if (!is_late_post(route, house, *caller))
            caller.reset();
    }
    bool is_of_form = false; // given out to whoever brings it, in a session before this one
    const bool brings_another = caller && token == Token::IsThere && !caller->session.handed_to && !http::token_fits(token_of(call), caller->session.csrf);
    if (!caller || brings_another)
        if (auto writer = writer_of_form(house, route, call)) {
            is_of_form = true;
            if (!caller || caller->worker() != writer->worker())
                caller = std::move(writer);
        }
    if (!caller)
        return route.reach() == Reach::Everyone ? std::nullopt : std::optional(sign_in_first(call.request));
    if (auto elsewhere = keep_in_hands(house, route, call, *caller))
        return elsewhere;
    if (!may_reach(route.reach(), *caller))
        return nothing_here(house, call.request);
    bool signs_in = route.reach() == Reach::Everyone;
    if (token == Token::IsThere && !http::is_safe(call.request.method) && !signs_in && !is_of_form && !http::token_fits(token_of(call), caller->session.csrf))
        return wrong_token(house, call.request);
    if (caller->standing == Standing::SignedIn) {
        caller->session.last_seen = house.now(); // pages say when they lock, counted from this request
        house.desk.touch_session(caller->session.hash, caller->session.last_seen);
    }
    call.who = *caller;
    return std::nullopt;
}

HomeOf home_of(const Caller& caller) {
    if (caller.visitor.who.role == access::Role::HeadOfService)
        return HomeOf::HeadOfService;
    if (caller.visitor.who.role == access::Role::Administrator)
        return HomeOf::Administrator;
    return caller.manages() ? HomeOf::Manager : HomeOf::Worker;
}

} // namespace

bool Caller::manages() const {
    switch (visitor.who.role) {
    case access::Role::TeamManager:
    case access::Role::ServiceManager:
    case access::Role::HeadOfService:
    case access::Role::SeniorPractitioner: return true;
    case access::Role::Practitioner:
    case access::Role::ReviewingOfficer:
    case access::Role::ConferenceChair:
    case access::Role::BusinessSupport:
    case access::Role::Auditor:
    case access::Role::Administrator:
    case access::Role::Child:
    case access::Role::Parent: return false;
    }
    return false;
}

bool wants_json(const http::Request& request) {
    return request.path.starts_with("/api/") ||
           http::best_accepted(request.header("accept"), {"text/html", "application/json"}) == 1;
}

Slant slant_of(const http::Request& request) {
    return request.cookies.get("letters") == "upright" ? Slant::Upright : Slant::Italic;
}

std::optional<Caller> caller_of(const House& house, const http::Request& request) {
    auto token = http::session_cookie(request);
    if (token.empty())
        return std::nullopt;
    auto session = house.desk.session(desk::hash_of_token(token));
    if (!session || desk::state(*session, house.now()) == desk::SessionState::LongEnded)
        return std::nullopt;
    auto visitor = house.door.visitor(session->worker, desk::short_hash(*session));
    if (!visitor)
        return std::nullopt;
    if (session->handed_to)
        name_whose_hands(house, *visitor, *session->handed_to);
    return Caller{*visitor, *session, Standing::SignedIn, slant_of(request)};
}

http::Guard guard_of(const House& house) {
    return [&house](const http::Route& route, http::Call& call) { return admit(house, route, call, Token::IsThere); };
}

http::EarlyGuard early_guard_of(const House& house) {
    return [&house](const http::Route& route, const http::Request& request) {
        http::Call call{request, {}, {}, {}};
        return admit(house, route, call, Token::ComesLater);
    };
}

PageFrame frame_for_nobody(const House& house) {
    PageFrame frame;
    frame.installation = house.installation;
    return frame;
}

PageFrame frame_for(const House& house, const Caller& caller) {
    auto frame = frame_for_nobody(house);
    auto locks = desk::ends_at(caller.session);
    SignedIn signed_in;
    signed_in.full_name = caller.author().full_name;
    signed_in.home = home_of(caller);
    signed_in.drafts = house.desk.drafts_of(caller.worker()).size();
    signed_in.csrf = caller.session.csrf;
    signed_in.worker = to_hex(view(hmac_sha256(house.offline_secret, caller.worker().view()))).substr(0, 32);
    signed_in.locks_at = calendar::utc(locks);
    signed_in.locks_line = calendar::clock_time(locks);
    signed_in.locks_in = std::chrono::duration_cast<std::chrono::seconds>(locks - caller.session.last_seen).count();
    signed_in.asks_code = house.second_factor == desk::SecondFactor::CodeNeeded;
    signed_in.slant = caller.slant;
    frame.signed_in = signed_in;
    return frame;
}

http::Response not_found(const House& house) {
    return http::page(not_found_page(frame_for_nobody(house)).markup(), 404);
}

http::TroublePage trouble_pages(const House& house) {
    return [&house](http::Trouble trouble, const http::Request& request) {
        auto shell = frame_for_nobody(house);
        if (is_of_api(request))
            return api_trouble(trouble, request);
        switch (trouble) {
        case http::Trouble::BadRequest:
        case http::Trouble::NotFound: return not_found(house);
        case http::Trouble::TooLarge: return http::page(too_large_page(shell).markup());
        case http::Trouble::OurMistake: return http::page(our_mistake_page(shell, {request.id, {}, {}}).markup());
        case http::Trouble::TooBusy: return http::page(unavailable_page(shell, {}).markup());
        }
        return not_found(house);
    };
}

} // namespace lifestory::web::pages
