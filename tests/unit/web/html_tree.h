// Markup as a list of tokens that two writers of the same page agree on: attributes in order of their names,
// white space collapsed, entities read. For comparing our components with GOV.UK Frontend's fixtures.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lifestory::web {

// "<p class=govuk-body>", "words", "</p>", one each.
std::vector<std::string> tokens_of(std::string_view markup);

// A line for each token, for a failing test to show.
std::string printed(const std::vector<std::string>& tokens);

} // namespace lifestory::web
