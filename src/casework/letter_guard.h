// What stops a letter before it is signed, sent or printed (pages.md 6.14): a hidden address, which nobody can pass, and what somebody
// has to look at once more: its street, another person of the same name, what is confidential on its way to an address that is not secure,
// and what gives a child away in an e-mail.
#pragma once

#include <string>
#include <vector>

#include "record/child.h"
#include "record/family.h"
#include "record/form.h"

namespace lifestory::casework {

enum class Pass { Nobody, WhenChecked };

struct Stop {
    std::string id;    // the same as long as its words are
    std::string words; // "Line 3 of “The letter” has the street of Nan's, and Darren Cole may not know where that is"
    std::string field;
    Pass pass = Pass::WhenChecked;
    bool operator==(const Stop&) const = default;
};

// `secure`: domains of e-mail that count as secure, "gov.uk".
std::vector<Stop> stops_of(const record::Child& child, const record::Family& family, const record::Form& form, const std::vector<std::string>& secure, record::Day today);

// "This letter would show Darren Cole where Tilly lives": of the first that nobody can pass; else empty. `child`: the first name.
std::string what_it_would_show(const record::Family& family, const record::Form& form, const PersonNumber& child, const std::string& first_name);

bool is_secure(const std::string& email, const std::vector<std::string>& secure);

} // namespace lifestory::casework
