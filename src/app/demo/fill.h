// Fills an empty installation with the demonstration: every act is made by the same functions as a worker's, judged by
// the pack in force, and appended at the time at which it is said to have happened.
#pragma once

#include "app/demo/data.h"
#include "app/installation.h"

namespace lifestory::app::demo {

// Who can sign in, as the sign-in page says it. They all have the demonstration's one password.
struct CanSignIn {
    std::string full_name, what, email; // what: "Social Worker, Family Team North"
};
std::vector<CanSignIn> who_can_sign_in(const Data& data);
const std::string& password();

// What was signed, in the ledger, and the drafts and accounts, on the desk. `until`: the demonstration's clock. Refuses
// with every error at once, each with its file and line, before anything is stored.
Outcome fill(Installation& installation, const policy::Pack& pack, const Data& data, Instant until);

} // namespace lifestory::app::demo
