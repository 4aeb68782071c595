#include "web/pages/searches.h"

#include <algorithm>

#include "desk/session.h"

namespace lifestory::web::pages {

SearchNumber Searches::keep(const std::string& session, Search search, calendar::Instant now) {
    std::lock_guard lock(m_mutex);
    while (!m_kept.empty() && m_kept.front().at + desk::whole_time <= now) // no session lasts longer
        m_kept.pop_front();
    auto is_own = [&](const Kept& kept) { return kept.session == session; };
    if (static_cast<std::size_t>(std::ranges::count_if(m_kept, is_own)) >= most_of_a_session)
        m_kept.erase(std::ranges::find_if(m_kept, is_own));
    auto number = SearchNumber::random();
    m_kept.push_back({session, number, std::move(search), now});
    return number;
}

std::optional<Search> Searches::find(const std::string& session, SearchNumber number) const {
    std::lock_guard lock(m_mutex);
    auto found = std::ranges::find(m_kept, number, &Kept::number);
    return found == m_kept.end() || found->session != session ? std::nullopt : std::optional(found->search);
}

void Searches::forget(const std::string& session) {
    std::lock_guard lock(m_mutex);
    std::erase_if(m_kept, [&](const Kept& kept) { return kept.session == session; });
}

std::size_t Searches::size() const {
    std::lock_guard lock(m_mutex);
    return m_kept.size();
}

} // namespace lifestory::web::pages
