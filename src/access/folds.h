// Streams already folded, kept while there is room: a stream that grew takes only its new entries. Any thread.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "ledger/ledger.h"
#include "record/codec.h"

namespace lifestory::access {

template <class Fold>
class Folds {
public:
    Folds(const ledger::Ledger& ledger, std::size_t most_entries) : m_ledger(ledger), m_most(most_entries) {}

    // Refuses as the ledger does: "not-found", "key-destroyed".
    Result<std::shared_ptr<const Fold>> get(RecordNumber record) {
        auto known = remembered(record);
        auto length = m_ledger.length(record);
        if (known && known->length == length)
            return known;
        auto opened = TRY(m_ledger.read_from(record, known ? known->length : 0));
        auto entries = TRY(record::read_entries(opened));
        auto fresh = std::make_shared<Fold>(known ? *known : Fold{});
        for (auto& entry : entries)
            apply(*fresh, std::move(entry));
        remember(record, fresh);
        return std::shared_ptr<const Fold>(fresh);
    }

private:
    struct Kept {
        std::shared_ptr<const Fold> fold;
        std::list<RecordNumber>::iterator used;
    };

    std::shared_ptr<const Fold> remembered(RecordNumber record) {
        std::lock_guard lock(m_mutex);
        auto kept = m_kept.find(record);
        if (kept == m_kept.end())
            return nullptr;
        m_used.splice(m_used.begin(), m_used, kept->second.used);
        return kept->second.fold;
    }

    void remember(RecordNumber record, std::shared_ptr<const Fold> fold) {
        std::lock_guard lock(m_mutex);
        forget(record);
        m_entries += fold->length;
        m_used.push_front(record);
        m_kept[record] = {std::move(fold), m_used.begin()};
        while (m_entries > m_most && m_used.size() > 1)
            forget(RecordNumber(m_used.back()));
    }

    void forget(RecordNumber record) {
        auto kept = m_kept.find(record);
        if (kept == m_kept.end())
            return;
        m_entries -= kept->second.fold->length;
        m_used.erase(kept->second.used);
        m_kept.erase(kept);
    }

    const ledger::Ledger& m_ledger;
    std::size_t m_most;
    std::mutex m_mutex;
    std::list<RecordNumber> m_used; // the latest first
    std::unordered_map<RecordNumber, Kept> m_kept;
    std::size_t m_entries = 0;
};

} // namespace lifestory::access
