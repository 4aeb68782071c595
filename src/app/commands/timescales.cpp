#include "app/commands/timescales.h"

#include <ostream>

#include "app/commands/check_pack.h"
#include "base/fault.h"
#include "base/json.h"

namespace lifestory::app {

namespace {

// As a pack writes it: one clause as a text, several as a list; an empty list for a pack's own rule.
Json clauses_of(const policy::Rule& rule) {
    if (rule.clauses.size() == 1)
        return Json(rule.clauses.front());
    JsonArray all;
    for (const auto& clause : rule.clauses)
        all.emplace_back(clause);
    return all;
}

std::string line_of(const policy::Rule& rule) {
    auto written = parse_json(rule.as_written);
    if (!written || !written->is_object())
        throw Fault("the keys of " + rule.full_id() + " could not be read back");
    const auto& keys = written->as_object();
    JsonObject line{{"id", rule.id}, {"kind", rule.kind}};
    line.emplace("clause", clauses_of(rule));
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
