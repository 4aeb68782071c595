// The forms of an English word, so that a rule names it once: engage, engages, engaged, engaging. More forms are made than
// exist ("visitted"); none of them is another word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lifestory::prose {

std::vector<std::string> forms_of(std::string_view word); // in lower case, the word itself first

} // namespace lifestory::prose
