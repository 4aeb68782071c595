#include "access/looks.h"

#include "base/fault.h"
#include "record/codec.h"

namespace lifestory::access {

namespace {

constexpr std::size_t most_remembered = 500'000; // after that a look may be noted twice, never not at all

std::vector<record::Look> looks_in(const ledger::OpenedEntry& opened) {
    auto entry = record::read_entry(opened);
    if (!entry)
        throw Fault("An entry of the looks cannot be read: " + entry.refusal().code);
    const auto* read = std::get_if<record::Read>(&entry->content);
    return read ? read->looks : std::vector<record::Look>{};
}

} // namespace

RecordNumber Looks::stream() {
    std::lock_guard lock(m_mutex);
    if (!m_stream)
        m_stream = m_index.looks().value_or(RecordNumber::random());
    return *m_stream;
}

bool Looks::begin(const Key& key) {
    std::unique_lock lock(m_mutex);
    if (m_noted.size() > most_remembered)
        std::erase_if(m_noted, [](const auto& one) { return one.second == Noting::Done; });
    for (;;) {
        auto noted = m_noted.find(key);
        if (noted == m_noted.end()) {
            m_noted.emplace(key, Noting::UnderWay);
            return true;
        }
        if (noted->second == Noting::Done)
            return false;
        m_changed.wait(lock);
    }
}

void Looks::end(const Key& key, Noting how_far) {
    {
        std::lock_guard lock(m_mutex);
        if (how_far == Noting::Done)
            m_noted[key] = Noting::Done;
        else
            m_noted.erase(key);
    }
    m_changed.notify_all();
}

Outcome Looks::note(const record::Look& look) {
    Key key{look.worker, look.record, look.session, look.entry};
    if (!begin(key))
        return Nothing{};
    auto how_far = Noting::UnderWay;
    struct AtTheEnd { // also when the ledger throws: the next who asks tries again
        Looks& looks;
        const Key& key;
        Noting& how_far;
        ~AtTheEnd() { looks.end(key, how_far); }
    } at_the_end{*this, key, how_far};
    TRY(m_ledger.append({.form = FormNumber::random(), .at = look.at, .entries = {}, .lines = {record::line_of(look, stream())}}));
    how_far = Noting::Done;
    return Nothing{};
}

std::vector<record::Look> Looks::at(RecordNumber record) const {
    std::vector<record::Look> looks;
    for (auto number : m_index.looks_at(record)) {
        auto opened = m_ledger.read_entry(number);
        if (!opened)
            throw Fault("An entry of the looks is not there.");
        for (auto& look : looks_in(*opened))
            if (look.record == record)
                looks.push_back(std::move(look));
    }
    return looks;
}

std::vector<record::Look> Looks::emergencies(std::chrono::days days) const {
    std::vector<record::Look> looks;
    auto numbers = m_index.emergencies();
    for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
        auto opened = m_ledger.read_entry(*number);
        if (!opened)
            throw Fault("An entry of the looks is not there.");
        auto in_entry = looks_in(*opened);
        std::erase_if(in_entry, [](const auto& look) { return !look.is_of_emergency(); });
        looks.insert(looks.begin(), in_entry.begin(), in_entry.end());
        if (!looks.empty() && looks.front().at + days < looks.back().at)
            break;
    }
    return looks;
}

} // namespace lifestory::access
