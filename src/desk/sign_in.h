// Signing in with an e-mail address at work, a password and a six-digit code. Every cause of a refusal gives the same
// words after the same work. Pages 6.1.
#pragma once

#include <string>

#include "base/result.h"
#include "desk/desk.h"
#include "desk/passwords.h"
#include "desk/throttle.h"

namespace lifestory::desk {

struct SignIn {
    std::string email, password, code;
    std::string address; // where it comes from, for the throttle
};

enum class SecondFactor {
    CodeNeeded,
    PasswordAlone, // the demonstration
};

// The begun session, kept on the desk; or "sign-in-refused"; or "wait".
Result<BegunSession> sign_in(Desk& desk, const Passwords& passwords, Throttle& throttle, const SignIn& typed,
                             SecondFactor factor, Instant now);

// The worker of a session that stands open shows again who it is: refused with "sign-in-refused" or "wait".
struct Unlocking {
    WorkerNumber worker;
    std::string password, code, address;
};
Outcome unlock(Desk& desk, const Passwords& passwords, Throttle& throttle, const Unlocking& typed, SecondFactor factor, Instant now);

} // namespace lifestory::desk
