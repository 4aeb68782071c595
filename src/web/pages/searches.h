// The words somebody looked for, kept in memory for their session, so that Back and reload work and no name is ever
// in an address. Gone with the session, however it ends.
#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>

#include "base/numbers.h"
#include "calendar/day.h"

namespace lifestory::web::pages {

using SearchNumber = Number128<struct SearchKind>;

struct Search {
    std::string words;
    std::string born; // as typed, "14 3 2015"; may be empty
};

class Searches {
public:
    static constexpr std::size_t most_of_a_session = 50;

    // One more than the most: the session's oldest goes.
    SearchNumber keep(const std::string& session, Search search, calendar::Instant now);
    std::optional<Search> find(const std::string& session, SearchNumber number) const; // of that session alone
    void forget(const std::string& session);
    std::size_t size() const;

private:
    struct Kept {
        std::string session;
        SearchNumber number;
        Search search;
        calendar::Instant at{};
    };

    mutable std::mutex m_mutex;
    std::deque<Kept> m_kept; // oldest first
};

} // namespace lifestory::web::pages
