// People who help, named by a first name or initials alone, or by their job alone, when the full name and the job stand nowhere in the record.
#pragma once

#include <vector>

#include "prose/draft.h"

namespace lifestory::prose {

std::vector<Finding> find_names_or_roles(const Draft& draft);

} // namespace lifestory::prose
