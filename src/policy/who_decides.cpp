#include "policy/who_decides.h"

#include <algorithm>

#include "policy/timeline_of.h"
#include "policy/who_signs.h"

namespace lifestory::policy {

namespace {

std::vector<WorkerNumber> called(const std::string& full_name, const record::Authority& authority, calendar::Day day) {
    std::vector<WorkerNumber> all;
    for (const auto& history : authority.workers)
        if (const auto* worker = authority.worker_on(history.now().worker, day); worker && worker->full_name == full_name)
            all.push_back(worker->worker);
    return all;
}

} // namespace

std::string only_decided_by(const RecordType& type, const record::Form& form, const WorkerNumber& signer, const record::Child& child,
                            const record::Authority& authority, calendar::Day day, const Pack& pack) {
    const auto* item = type.item(decider_item);
    const bool has_words = !item || item->under.empty() || form.find(item->under); // who stands under a box answers for what is written in it
    if (type.decided_by.empty() || !has_words)
        return {};
    const auto* answer = form.find(decider_item);
    const auto* named = answer ? std::get_if<record::People>(&answer->value) : nullptr;
    std::vector<WorkerNumber> deciders;
    for (const auto& one : named ? named->there : std::vector<record::Present>{}) {
        const auto found = one.worker ? std::vector{*one.worker} : called(one.full_name, authority, day);
        deciders.insert(deciders.end(), found.begin(), found.end());
    }
    if (!named || named->there.empty())
        deciders.push_back(signer);
    const auto decides = [&](const WorkerNumber& worker) { return is_one_of(type.decided_by, roles_on(child, authority, worker, day), pack); };
    return std::ranges::any_of(deciders, decides) ? std::string() : in_words(type.decided_by, pack);
}

} // namespace lifestory::policy
