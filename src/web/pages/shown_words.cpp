#include "web/pages/shown_words.h"

#include <algorithm>
#include <iterator>

#include "desk/session.h"

namespace lifestory::web::pages {

ShownWords::Session& ShownWords::session_of(const std::string& session, calendar::Instant now) {
    std::erase_if(m_sessions, [&](const auto& one) { return one.second.since + desk::whole_time <= now; });
    auto [found, is_new] = m_sessions.try_emplace(session);
    if (is_new)
        found->second.since = now;
    return found->second;
}

void ShownWords::note(const std::string& session, ShownEntry shown, calendar::Instant now) {
    std::lock_guard lock(m_mutex);
    auto& all = session_of(session, now).shown;
    std::erase_if(all, [&](const auto& one) { return one->entry == shown.entry; });
    if (all.size() >= most_of_a_session)
        all.pop_front();
    all.push_back(std::make_shared<const ShownEntry>(std::move(shown)));
}

ShownEntries ShownWords::of_other_records(const std::string& session, RecordNumber here) const {
    std::lock_guard lock(m_mutex);
    ShownEntries others;
    auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return others;
    const auto& shown = found->second.shown;
    std::copy_if(shown.rbegin(), shown.rend(), std::back_inserter(others), [&](const auto& one) { return one->record != here; });
    return others;
}

std::shared_ptr<const ShownEntries> ShownWords::record(const std::string& session, RecordNumber record, std::uint64_t length) const {
    std::lock_guard lock(m_mutex);
    auto found = m_sessions.find(session);
    if (found == m_sessions.end())
        return nullptr;
    auto kept = std::ranges::find(found->second.records, record, &Record::record);
    return kept == found->second.records.end() || kept->length != length ? nullptr : kept->entries;
}

void ShownWords::keep_record(const std::string& session, RecordNumber record, std::uint64_t length, std::shared_ptr<const ShownEntries> entries,
                             calendar::Instant now) {
    std::lock_guard lock(m_mutex);
    auto& records = session_of(session, now).records;
    std::erase_if(records, [&](const auto& one) { return one.record == record; });
    if (records.size() >= most_records)
        records.pop_front();
    records.push_back({record, length, std::move(entries)});
}

void ShownWords::forget(const std::string& session) {
    std::lock_guard lock(m_mutex);
    m_sessions.erase(session);
}

std::size_t ShownWords::size() const {
    std::lock_guard lock(m_mutex);
    return m_sessions.size();
}

} // namespace lifestory::web::pages
