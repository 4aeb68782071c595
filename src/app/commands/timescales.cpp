#include "app/commands/timescales.h"

#include <ostream>

#include "app/commands/check_pack.h"
#include "base/fault.h"
#include "base/json.h"

namespace lifestory::app {

namespace {

// `clause` stands for every rule, an empty list where it rests on none: the pack's own rule.
std::string line_of(const policy::Rule& rule) {
    auto written = parse_json(rule.as_written);
    if (!written || !written->is_object())
        throw Fault("the keys of " + rule.full_id() + " could not be read back");
    JsonObject line{{"id", rule.id}, {"kind", rule.kind}};
    const auto& keys = written->as_object();
    const auto* clause = keys.if_contains("clause");
    line.emplace("clause", clause ? *clause : Json(JsonArray()));
    line.emplace("pack", rule.pack);
    for (const auto& [key, value] : keys)
        if (key != "clause")
            line.emplace(key, value);
    return to_text(line);
}

} // namespace

int run_timescales(const std::filesystem::path& pack, std::ostream& out, std::ostream& err) {
    auto opened = opened_pack(pack, err);
    if (!opened)
        return 1;
    for (const auto& rule : opened->timescales)
        out << line_of(rule.rule) << "\n";
    for (const auto& rule : opened->frequencies)
        out << line_of(rule.rule) << "\n";
    return 0;
}

} // namespace lifestory::app
