#include "desk/sign_in.h"

#include "base/text.h"
#include "desk/codes.h"

namespace lifestory::desk {

namespace {

// The code is looked at whether or not there is an account with a secret, so that both take as long.
bool takes_code(Desk& desk, const std::optional<Account>& account, const std::string& typed, Instant now) {
    bool has_secret = account && account->code_secret;
    auto secret = has_secret ? *account->code_secret : Bytes(20, '\0');
    auto step = step_of_code(secret, trim(typed), now, has_secret ? account->last_step : 0);
    return has_secret && step && desk.take_code_step(account->worker, *step);
}

bool is_known(Desk& desk, const Passwords& passwords, const std::optional<Account>& account, const std::string& password,
              const std::string& code, SecondFactor factor, Instant now) {
    auto hash = account ? std::optional(account->password) : std::nullopt;
    bool known = passwords.matches(hash, password) && !account->disabled;
    return known && (factor == SecondFactor::PasswordAlone || takes_code(desk, account, code, now));
}

} // namespace

Outcome unlock(Desk& desk, const Passwords& passwords, Throttle& throttle, const Unlocking& typed, SecondFactor factor, Instant now) {
    auto who = desk.hash_of_email("unlocking " + typed.worker.hex()); // a name of its own in the throttle
    TRY(throttle.may_try(who, typed.address, now));
    if (!is_known(desk, passwords, desk.account(typed.worker), typed.password, typed.code, factor, now))
        return refuse("sign-in-refused", factor == SecondFactor::CodeNeeded ? "We do not know that password and code together." : "We do not know that password.");
    throttle.succeeded(who, typed.address);
    return Nothing{};
}

Result<BegunSession> sign_in(Desk& desk, const Passwords& passwords, Throttle& throttle, const SignIn& typed,
                             SecondFactor factor, Instant now) {
    auto email_hash = desk.hash_of_email(typed.email);
    TRY(throttle.may_try(email_hash, typed.address, now));
    auto account = desk.account_by_email(typed.email);
    if (!is_known(desk, passwords, account, typed.password, typed.code, factor, now))
        return refuse("sign-in-refused", "We do not know that e-mail address and password together.");
    throttle.succeeded(email_hash, typed.address);
    auto begun = begin(account->worker, now);
    desk.begin_session(begun.session);
    return begun;
}

} // namespace lifestory::desk
