#include "web/pages/first.h"

#include "base/text.h"
#include "desk/codes.h"
#include "desk/passwords.h"
#include "web/html/components.h"
#include "web/pages/acting.h"
#include "web/pages/joining.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

bool is_open(const House& house, std::string_view code) {
    return !house.first_code.empty() && equal_in_constant_time(code, house.first_code) && !house.desk.has_accounts();
}

struct SignUp {
    std::string full_name, email, password, role;
};

Html name_box(const Call& call, const Refusals& refusals) {
    TextInput input;
    input.id = input.name = "full-name";
    input.value = said(call, "full-name");
    input.label.words = "Full name";
    input.classes = "govuk-input--width-20";
    input.error = error_at(refusals, "full-name");
    return text_input(input);
}

Response sign_up_page(const House& house, const Call& call, std::string_view code, const Refusals& refusals) {
    auto frame = frame_for_nobody(house);
    frame.act = "The first administrator";
    frame.heading = "The first administrator";
    frame.refusals = refusals;
    auto form = post_form({url("/first"), "", "", hidden_input("code", code) + name_box(call, refusals) + email_box(call, refusals) +
                           new_password_box(refusals, "password", "Password", "15 letters or more. Several words are good.") + button({"Sign up"})});
    auto words = html("<p class=\"govuk-body\">You will run this installation and give the others their accounts. You will not be able to read any record.</p>");
    return http::page(page(frame, words + form).markup(), refusals.empty() ? 200 : 422);
}

Response signed_up_page(const House& house, const Bytes& secret) {
    auto frame = frame_for_nobody(house);
    frame.act = "You can sign in";
    frame.heading = "You can sign in";
    auto words = code_secret_words(secret) + html("<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/session\">Sign in</a></p>");
    return http::page(page(frame, words).markup());
}

std::string administrators_role(const policy::Pack& pack) {
    for (const auto& [id, role] : pack.roles)
        if (role.acts_as == "administrator")
            return id;
    return "";
}

Result<SignUp> read(const House& house, const Call& call) {
    Refusals refusals;
    SignUp typed{said(call, "full-name"), said(call, "email"), std::string(call.form.get("password")), administrators_role(house.pack())};
    if (typed.full_name.empty())
        refusals.push_back(refuse("no-name", "Write your full name", "full-name"));
    if (!desk::may_be_an_address(typed.email))
        refusals.push_back(refuse("no-email", "Write your e-mail address at work", "email"));
    if (auto fits = desk::may_be_a_password(typed.password); !fits)
        refusals.push_back(refuse("password", fits.refusal().message, "password"));
    if (typed.role.empty())
        refusals.push_back(refuse("no-role", "The policy pack has no role that acts as administrator; add one to it", "full-name"));
    if (!refusals.empty())
        return refusals;
    return typed;
}

Result<Bytes> register_first(const House& house, const SignUp& typed) {
    record::Worker worker{WorkerNumber::random(), typed.full_name, "Administrator", typed.role, "", TeamNumber{}, true};
    record::Said about;
    about.recorded_by = {worker.worker, worker.full_name, worker.designation, ""};
    about.judged_by = {house.pack().about.id, house.pack().about.version, house.pack().digest};
    auto secret = desk::new_code_secret();
    TRY(house.door.append_to_authority(FormNumber::random(), {{EntryId::random(), about, worker}}, house.now()));
    TRY(house.desk.add_account(typed.email, {worker.worker, house.passwords.hash(typed.password), secret, 0, false}));
    return secret;
}

Response show(const House& house, const Call& call) {
    auto code = call.request.query.get("code");
    return is_open(house, code) ? sign_up_page(house, call, code, {}) : not_found(house);
}

Response sign_up(const House& house, const Call& call) {
    auto code = call.form.get("code");
    if (!is_open(house, code))
        return not_found(house);
    auto typed = read(house, call);
    if (!typed)
        return sign_up_page(house, call, code, typed.refusals());
    auto secret = register_first(house, *typed);
    return secret ? signed_up_page(house, *secret) : sign_up_page(house, call, code, secret.refusals());
}

} // namespace

std::vector<http::Route> first_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/first", http::Reach::Everyone, to(show)}, {http::Method::Post, "/first", http::Reach::Everyone, to(sign_up)}};
}

} // namespace lifestory::web::pages
