#include "web/pages/api_session.h"

#include "web/http/same_site.h"

namespace lifestory::web::pages {

http::Response api_sign_in(const ApiCall& api) {
    const auto& house = api.house;
    desk::SignIn typed{text_in(api.body, "email"), text_in(api.body, "password"), text_in(api.body, "code"), api.call.request.peer};
    auto begun = desk::sign_in(house.desk, house.passwords, house.throttle, typed, house.second_factor, house.now());
    if (!begun)
        return api_refused(begun.refusals(), begun.refusal().code == "wait" ? 429 : 401);
    const auto& session = begun->session;
    auto locks = desk::ends_at(session);
    auto response = api_answer({{"csrf", session.csrf}, {"worker", session.worker.hex()}, {"locks_at", calendar::utc(locks)},
                                {"locks_in", std::chrono::duration_cast<std::chrono::seconds>(locks - session.last_seen).count()}}, 201);
    http::set_session_cookie(response, api.call.request.transport, begun->token);
    return response;
}

http::Response api_sign_out(const ApiCall& api) {
    const auto& session = api.caller().session;
    api.house.desk.end_session(session.hash, api.house.now());
    api.house.searches.forget(desk::short_hash(session));
    api.house.shown_words->forget(desk::short_hash(session));
    auto response = http::no_content();
    http::clear_session(response, api.call.request.transport);
    return response;
}

} // namespace lifestory::web::pages
