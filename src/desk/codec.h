// The desk's values as the JSON text that a store seals. Formats gain keys and lose none.
#pragma once

#include <string>
#include <string_view>

#include "desk/account.h"
#include "desk/draft.h"
#include "desk/joining.h"

namespace lifestory::desk {

std::string write_draft(const Draft& draft);
Draft read_draft(std::string_view text); // of what we wrote and unsealed: throws Fault at anything else
std::string write_version(const EarlierVersion& version);
EarlierVersion read_version(std::string_view text);
std::string write_opening(const DraftOpening& opening);
DraftOpening read_opening(std::string_view text);
std::string write_secrets(const Account& account); // the password's hash and the code secret
void read_secrets(std::string_view text, Account& account);
std::string write_invitation(const Invitation& invitation);
Invitation read_invitation(std::string_view text);
std::string write_note(const AccountNote& note);
AccountNote read_note(std::string_view text);

} // namespace lifestory::desk
