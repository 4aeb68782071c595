// The rules of a pack that speak of one kind of subject (a child, a worker, a team, the authority), ready to be asked; each
// general rule knows the rules that may speak in its place.
#pragma once

#include <map>
#include <unordered_map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "policy/obligation.h"
#include "prose/reader.h"

namespace lifestory::policy {

// The pack's wording made ready, when a draft is first read by it.
struct LazyWording {
    std::once_flag once;
    std::optional<prose::Reader> reader;
};

struct RuleBook::Hung {
    const Pack* pack = nullptr;
    std::vector<const Timescale*> timescales;
    std::vector<const Frequency*> frequencies;
    // By the general rule, then by the type of the entry that starts it: those that may speak in its place.
    std::unordered_map<const Timescale*, std::unordered_map<const RecordType*, std::vector<const Timescale*>>> nearer;
    std::unique_ptr<LazyWording> wording = std::make_unique<LazyWording>();

    std::map<std::string, const Timescale*, std::less<>> timescale_called;  // by full id
    std::map<std::string, const Frequency*, std::less<>> frequency_called;

    const std::vector<const Timescale*>& nearer_than(const Timescale& general, const RecordType* type) const;
};

} // namespace lifestory::policy
