// The words somebody looked for, kept in memory for their session, so that Back and reload work and no name is ever
// in an address.
#pragma once

#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/numbers.h"

namespace lifestory::web::pages {

using SearchNumber = Number128<struct SearchKind>;

struct Search {
    std::string words;
    std::string born; // as typed, "14 3 2015"; may be empty
};

class Searches {
public:
    SearchNumber keep(const std::string& session, Search search);
    std::optional<Search> find(const std::string& session, SearchNumber number) const; // of that session alone
    void forget(const std::string& session);

private:
    mutable std::mutex m_mutex;
    std::map<std::string, std::map<SearchNumber, Search>> m_searches;
};

} // namespace lifestory::web::pages
