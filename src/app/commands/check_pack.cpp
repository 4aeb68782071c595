#include "app/commands/check_pack.h"

#include <ostream>

#include <fmt/format.h>

namespace lifestory::app {

std::optional<policy::Pack> opened_pack(const std::filesystem::path& folder, std::ostream& err) {
    auto pack = policy::load(folder);
    if (pack)
        return std::move(pack).value();
    for (const auto& refusal : pack.refusals())
        err << refusal.message << "\n";
    return std::nullopt;
}

int run_check_pack(const std::filesystem::path& folder, std::ostream& out, std::ostream& err) {
    auto pack = opened_pack(folder, err);
    if (!pack)
        return 1;
    out << fmt::format("{} {} holds: {} clauses, {} record types, {} timescales, {} frequencies.\n", pack->about.id, pack->about.version,
                       pack->clauses.size(), pack->record_types.size(), pack->timescales.size(), pack->frequencies.size());
    return 0;
}

} // namespace lifestory::app
