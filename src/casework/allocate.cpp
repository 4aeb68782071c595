#include "casework/allocate.h"

#include "base/text.h"

namespace lifestory::casework {

namespace {

// Two would hold at once: whoever comes later does not end.
const record::Allocation* allocated_later(const record::Child& child, Day from) {
    for (const auto& history : child.allocations) {
        const auto& one = history.now();
        if (one.relationship == "allocated-worker" && one.from > from && (!one.until || *one.until >= one.from))
            return &one;
    }
    return nullptr;
}

} // namespace

Result<Writing> allocate(const Act& act, const record::Child& child, const record::Worker& worker,
                         const std::string& relationship, Day from) {
    Refusing refusing;
    refusing.unless(worker.working, "worker", "Choose somebody who works here now");
    refusing.unless(!is_blank(relationship), "relationship", "Say as what they work with the child");
    if (const auto* later = relationship == "allocated-worker" ? allocated_later(child, from) : nullptr)
        refusing.unless(false, "from", later->full_name + " is the allocated worker from " + calendar::in_words(later->from) + ": choose that day or a later one");
    for (const auto* allocation : child.allocated_on(from))
        refusing.unless(allocation->worker != worker.worker || allocation->relationship != relationship,
                        "worker", worker.full_name + " works with " + child.first_name() + " already");
    if (refusing.has_any())
        return refusing.all();
    Writing writing{
        written(act, child.record,
                record::Allocation{worker.worker, worker.full_name, relationship, from, std::nullopt})};
    writing.front().said.happened_on = from;
    const auto* before = relationship == "allocated-worker" ? child.allocated_worker_on(from) : nullptr;
    if (before) { // when it began the same day, it ends before it began: it never held
        auto ended = *before;
        ended.until = from - std::chrono::days(1);
        writing.push_back(written(act, child.record, ended, 1));
    }
    return writing;
}

Result<Writing> end_allocation(const Act& act, const record::Child& child, WorkerNumber worker,
                               const std::string& relationship, Day until) {
    for (const auto* allocation : child.allocated_on(until))
        if (allocation->worker == worker && allocation->relationship == relationship) {
            auto ended = *allocation;
            ended.until = until;
            Writing writing{written(act, child.record, ended)};
            writing.front().said.happened_on = until;
            return writing;
        }
    return refuse("worker", "Choose somebody who works with " + child.first_name() + " on that day",
                  "worker");
}

} // namespace lifestory::casework
