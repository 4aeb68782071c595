#include "web/pages/searches.h"

namespace lifestory::web::pages {

namespace {
constexpr std::size_t most_of_a_session = 50;
}

SearchNumber Searches::keep(const std::string& session, Search search) {
    std::lock_guard lock(m_mutex);
    auto& kept = m_searches[session];
    if (kept.size() >= most_of_a_session)
        kept.erase(kept.begin());
    auto number = SearchNumber::random();
    kept.emplace(number, std::move(search));
    return number;
}

std::optional<Search> Searches::find(const std::string& session, SearchNumber number) const {
    std::lock_guard lock(m_mutex);
    auto kept = m_searches.find(session);
    if (kept == m_searches.end())
        return std::nullopt;
    auto search = kept->second.find(number);
    return search == kept->second.end() ? std::nullopt : std::optional(search->second);
}

void Searches::forget(const std::string& session) {
    std::lock_guard lock(m_mutex);
    m_searches.erase(session);
}

} // namespace lifestory::web::pages
