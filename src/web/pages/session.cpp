#include "web/pages/session.h"

#include "base/json.h"
#include "base/text.h"
#include "web/html/components.h"
#include "web/http/same_site.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

// Only a path of this program: never another host, never a way back into signing out.
std::string safe_then(std::string_view then) {
    bool ours = then.starts_with("/") && !then.starts_with("//") && then.find('\\') == std::string_view::npos &&
                !then.starts_with("/session");
    return ours ? std::string(then) : "/";
}

Html sign_in_form(const House& house, const Refusals& refusals, std::string_view email, std::string_view then) {
    TextInput address;
    address.id = address.name = "email";
    address.type = "email";
    address.value = std::string(email);
    address.label.words = "E-mail address at work";
    address.autocomplete = "username";
    address.spellcheck = false;
    address.classes = "govuk-input--width-20";
    address.error = error_at(refusals, "email");
    PasswordInput password;
    password.id = password.name = "password";
    password.label.words = "Password";
    password.autocomplete = "current-password";
    TextInput code;
    code.id = code.name = "code";
    code.label.words = "Six-digit code";
    code.inputmode = "numeric";
    code.autocomplete = "one-time-code";
    code.classes = "govuk-input--width-5";
    Button sign_in{"Sign in"};
    bool asks_code = house.second_factor == desk::SecondFactor::CodeNeeded;
    return post_form({url("/session"), "", "", hidden_input("then", then) + text_input(address) + password_input(password) +
                      (asks_code ? text_input(code) : Html()) + button(sign_in)});
}

Response sign_in_page(const House& house, const Refusals& refusals, std::string_view email, std::string_view then,
                      std::string_view notice) {
    auto frame = frame_for_nobody(house);
    frame.act = "Sign in";
    frame.heading = "Sign in";
    frame.refusals = refusals;
    if (!notice.empty())
        frame.banner = NotificationBanner{BannerKind::Important, Phrase(notice)};
    auto form = sign_in_form(house, refusals, email, then);
    return http::page(page(frame, form + house.sign_in_help).markup(), refusals.empty() ? 200 : 422);
}

Response show_sign_in(const House& house, const Call& call) {
    auto then = safe_then(call.request.query.get("then"));
    if (call.who.has_value())
        return http::see_other(then);
    auto notice = call.request.query.get("kept");
    bool is_time = calendar::parse_clock_time(notice).has_value();
    return sign_in_page(house, {}, "", then, is_time ? "We kept what you wrote at " + std::string(notice) + "." : std::string());
}

JsonObject locks_of(const desk::Session& session) {
    auto locks = desk::ends_at(session);
    auto left = std::chrono::duration_cast<std::chrono::seconds>(locks - session.last_seen);
    return {{"locks_at", calendar::utc(locks)}, {"locks_line", calendar::clock_time(locks)}, {"locks_in", left.count()}};
}

Response refused(const House& house, const Call& call, const Refusal& refusal) {
    int status = refusal.code == "wait" ? 429 : 401;
    if (wants_json(call.request))
        return http::json(to_text(JsonObject{{"message", refusal.message}}), status);
    auto at_field = refusal;
    at_field.field = "email";
    auto response = sign_in_page(house, {at_field}, call.form.get("email"), safe_then(call.form.get("then")), "");
    response.status = status == 429 ? 429 : 422;
    return response;
}

Response sign_in(const House& house, const Call& call) {
    desk::SignIn typed{std::string(call.form.get("email")), std::string(call.form.get("password")),
                       std::string(call.form.get("code")), call.request.peer};
    auto begun = desk::sign_in(house.desk, house.passwords, house.throttle, typed, house.second_factor, house.now());
    if (!begun)
        return refused(house, call, begun.refusal());
    auto body = locks_of(begun->session);
    body["csrf"] = begun->session.csrf;
    body["worker"] = to_hex(view(hmac_sha256(house.offline_secret, begun->session.worker.view()))).substr(0, 32);
    auto response = wants_json(call.request) ? http::json(to_text(body)) : http::see_other(safe_then(call.form.get("then")));
    http::set_session_cookie(response, call.request.transport, begun->token);
    return response;
}

Response sign_out(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    house.desk.end_session(caller.session.hash, house.now());
    house.searches.forget(desk::short_hash(caller.session));
    house.shown_words->forget(desk::short_hash(caller.session));
    auto response = http::see_other("/session");
    http::clear_session(response, call.request.transport);
    return response;
}

Response stay(const House& house, const Call& call) {
    auto session = house.desk.session(call.caller<Caller>().session.hash); // the guard has noted that somebody is there
    return http::json(to_text(locks_of(*session)));
}

} // namespace

std::vector<http::Route> session_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/session", Reach::Everyone, to(show_sign_in)},
            {Method::Post, "/session", Reach::Everyone, to(sign_in)},
            {Method::Post, "/session/ending", Reach::SignedIn, to(sign_out)},
            {Method::Post, "/session/stay", Reach::SignedIn, to(stay)}};
}

} // namespace lifestory::web::pages
