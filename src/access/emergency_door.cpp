// Opening a record in an emergency (pages section 9): sixty minutes, a reason, the managers told, the child can see it.
#include "access/door_state.h"

namespace lifestory::access {

Result<RecordNumber> Door::open_in_emergency(const Visitor& visitor, const std::string& name, calendar::Day born,
                                             const std::string& why, Instant now) {
    auto found = m_state->names.exactly(name, born);
    std::optional<RecordNumber> record;
    if (found.size() == 1)
        record = found.front().child;
    bool opens = false;
    auto authority = m_state->authority_now();
    auto rules = m_state->rules_now();
    auto facts = m_state->facts(visitor.who, record.value_or(RecordNumber{}), *authority, *rules, now);
    facts.emergency_until = now + emergency_lasts;
    opens = decide(visitor.who, Act::Open, {}, facts, now).allowed && record;
    auto begins = opens ? record::emergency_begins : record::emergency_not_opened;
    auto look = look_of(visitor, opens ? *record : RecordNumber{}, std::nullopt, std::string(begins) + why, now);
    look.session += " " + calendar::utc(now); // each asking is a look of its own
    TRY(m_state->looks.note(look));
    m_state->emergencies.learn(look);
    if (!opens)
        return refuse("not-opened", "We could not open a record with that name and date. The duty manager has been told and "
                                    "will ring you.");
    return *record;
}

std::vector<Emergency> Door::emergencies_for(const Visitor& manager, Instant since) const {
    auto authority = m_state->authority_now();
    auto rules = m_state->rules_now();
    auto all = m_state->emergencies.since(since);
    std::erase_if(all, [&](const auto& one) {
        bool of_worker = stands_above(manager, one.worker);
        auto facts = m_state->facts(manager.who, one.record.value_or(RecordNumber{}), *authority, *rules, one.at);
        bool of_child = facts.relations.has(Relation::LineOfManagement);
        return !of_worker && !of_child;
    });
    return all;
}

} // namespace lifestory::access
