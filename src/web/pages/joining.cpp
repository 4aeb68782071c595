#include "web/pages/joining.h"

#include <algorithm>

#include "base/text.h"
#include "desk/codes.h"
#include "desk/passwords.h"
#include "web/html/components.h"
#include "web/pages/acting.h"

namespace lifestory::web::pages {

namespace {

using desk::Invitation;
using http::Call;
using http::Response;

PageFrame frame_of(const House& house, std::string_view heading, const Refusals& refusals) {
    auto frame = frame_for_nobody(house);
    frame.act = std::string(heading);
    frame.heading = heading;
    frame.refusals = refusals;
    return frame;
}

// The same bytes whether it was never made, was used, was replaced or is too old.
Response does_not_open(const House& house) {
    auto words = html("<p class=\"govuk-body\">It opens once, for 72 hours, and not after another one was made. Ask your administrator for a new one.</p>"
                      "<p class=\"govuk-body\">Have you used it already? Then <a class=\"govuk-link\" href=\"/session\">sign in</a>.</p>");
    return http::page(page(frame_of(house, "This address does not open", {}), words).markup(), 404);
}

std::optional<Invitation> invitation_of(const House& house, std::string_view code) {
    auto invitation = house.desk.invitation(desk::hash_of_joining_secret(code), house.now());
    auto authority = house.door.authority();
    const auto* worker = invitation ? authority->worker(invitation->worker) : nullptr;
    return worker && worker->working ? invitation : std::nullopt;
}

record::Author author_of(const House& house, const Invitation& invitation) { return *house.door.authority()->author(invitation.worker); }

// ---- who you are

Response first_page(const House& house, const Call& call, std::string_view code, const Invitation& invitation, const Refusals& refusals) {
    auto who = author_of(house, invitation);
    auto words = html("<p class=\"govuk-body\">This address makes the account of {}, {}. If that is not you, close this page and tell whoever gave it to you.</p>",
                      who.full_name, who.designation);
    auto form = post_form({url("/joining"), "", "", hidden_input("code", code) + email_box(call, refusals) +
                           new_password_box(refusals, "password", "Password", "15 letters or more. Several words are good.") +
                           new_password_box(refusals, "again", "The same password again", "") + button({"Go on"})});
    return shown(frame_of(house, "Your account", refusals), words + form);
}

Response show_first(const House& house, const Call& call) {
    auto code = call.request.query.get("code");
    auto invitation = invitation_of(house, code);
    return invitation ? first_page(house, call, code, *invitation, {}) : does_not_open(house);
}

Refusals wrong_with(const std::string& email, const std::string& password, std::string_view again) {
    Refusals refusals;
    if (!desk::may_be_an_address(email))
        refusals.push_back(refuse("no-email", "Write your e-mail address at work, like name@council.example", "email"));
    if (auto fits = desk::may_be_a_password(password); !fits)
        refusals.push_back(refuse("password", fits.refusal().message, "password"));
    else if (password != again)
        refusals.push_back(refuse("again", "The two passwords differ. Write the same one twice", "again"));
    return refusals;
}

// ---- a code that works

Response code_page(const House& house, std::string_view code, const desk::Joining& joining, const Refusals& refusals) {
    TextInput digits;
    digits.id = digits.name = "digits";
    digits.label.words = "The six-digit code that it shows now";
    digits.inputmode = "numeric";
    digits.autocomplete = "one-time-code";
    digits.classes = "govuk-input--width-5";
    digits.error = error_at(refusals, "digits");
    auto form = post_form({url("/joining/code"), "", "", hidden_input("code", code) + text_input(digits) + button({"Take up the account"})});
    return shown(frame_of(house, "Your six-digit codes", refusals), code_secret_words(joining.code_secret) + form);
}

Response begin(const House& house, const Call& call) {
    auto code = call.form.get("code");
    auto invitation = invitation_of(house, code);
    if (!invitation)
        return does_not_open(house);
    auto email = said(call, "email");
    std::string password(call.form.get("password"));
    auto wrong = wrong_with(email, password, call.form.get("again"));
    if (!wrong.empty())
        return first_page(house, call, code, *invitation, wrong);
    desk::Joining joining{desk::comparable_email(email), house.passwords.hash(password), desk::new_code_secret()};
    auto begun = house.desk.begin_joining(desk::hash_of_joining_secret(code), joining, house.now());
    if (begun)
        return code_page(house, code, joining, {});
    return begun.refusal().code == "already-there" ? first_page(house, call, code, *invitation, begun.refusals()) : does_not_open(house);
}

Response joined_page(const House& house) {
    auto words = html("<p class=\"govuk-body\">Your account holds. You are asked for the e-mail address, the password and a six-digit code each time.</p>"
                      "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/session\">Sign in</a></p>");
    return shown(frame_of(house, "You can sign in", {}), words);
}

Response take_up(const House& house, const Call& call) {
    auto code = call.form.get("code");
    auto invitation = invitation_of(house, code);
    if (!invitation || !invitation->joining)
        return does_not_open(house);
    auto digits = said(call, "digits");
    std::erase(digits, ' ');
    auto step = desk::step_of_code(invitation->joining->code_secret, digits, house.now(), 0);
    if (!step)
        return code_page(house, code, *invitation->joining, {refuse("digits", "This code does not fit. Write the one that is shown now; a code lasts 30 seconds", "digits")});
    auto who = author_of(house, *invitation);
    auto joined = house.desk.join(desk::hash_of_joining_secret(code), {who.worker, who.full_name}, *step, house.now());
    if (joined)
        return joined_page(house);
    return joined.refusal().code == "already-there" ? first_page(house, call, code, *invitation, joined.refusals()) : does_not_open(house);
}

} // namespace

Html email_box(const Call& call, const Refusals& refusals) {
    TextInput email;
    email.id = email.name = "email";
    email.type = "email";
    email.value = said(call, "email");
    email.label.words = "E-mail address at work";
    email.autocomplete = "username";
    email.spellcheck = false;
    email.classes = "govuk-input--width-20";
    email.error = error_at(refusals, "email");
    return text_input(email);
}

Html new_password_box(const Refusals& refusals, std::string name, std::string_view label, std::string_view hint) {
    PasswordInput password;
    password.id = password.name = std::move(name);
    password.label.words = label;
    password.hint.words = hint;
    password.autocomplete = "new-password";
    password.error = error_at(refusals, password.name);
    return password_input(password);
}

Html code_secret_words(const Bytes& secret) {
    return html("<p class=\"govuk-body\">Give this address to the program on your telephone that shows six-digit codes. It is shown once.</p>"
                "<p class=\"govuk-body app-address\"><code id=\"code-secret\">{}</code></p>", desk::authenticator_address(secret));
}

std::vector<http::Route> joining_routes(const House& house) {
    using http::Method;
    using http::Reach;
    auto to = handlers_of(house);
    return {{Method::Get, "/joining", Reach::Everyone, to(show_first)},
            {Method::Post, "/joining", Reach::Everyone, to(begin)},
            {Method::Post, "/joining/code", Reach::Everyone, to(take_up)}};
}

} // namespace lifestory::web::pages
