// What a row says of an entry: what happened, what it meant for the child, what was done; as its words read now.
#pragma once

#include <string>

#include "policy/judge.h"
#include "record/letter.h"

namespace lifestory::chronology {

struct Telling {
    std::string what, meant, done;
};

// `rule`: null where a worker ticked it and no rule speaks.
Telling telling_of(const record::GivenEntry& given, const policy::Significance* rule);
bool is_ticked(const record::Form& form); // an important event

} // namespace lifestory::chronology
