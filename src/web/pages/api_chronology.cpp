#include "web/pages/api_chronology.h"

#include "web/pages/chronology_of.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

JsonObject source_json(const chronology::Source& source) {
    return {
        {"entry", source.entry.hex()}, {"name", source.name}, {"day", calendar::iso(source.day)}, {"in_family", source.from == chronology::From::TheFamily}};
}

JsonObject row_json(const record::Child& child, const chronology::Row& row) {
    JsonArray sources;
    for (const auto& source : row.sources)
        sources.push_back(source_json(source));
    JsonObject all{{"row", row.entry.hex()},
                   {"day", calendar::iso(row.day)},
                   {"exactly", record::word_of(row.exactly)},
                   {"age", age_then(child, row)},
                   {"what", row.what},
                   {"meant", row.meant},
                   {"done", row.done},
                   {"theme", row.theme},
                   {"agency", row.agency},
                   {"stays", row.always},
                   {"sources", sources}};
    if (row.until)
        all["until"] = calendar::iso(*row.until);
    return all;
}

JsonArray rows_json(const record::Child& child, const std::vector<chronology::Row>& rows) {
    JsonArray list;
    for (const auto& row : rows)
        list.push_back(row_json(child, row));
    return list;
}

} // namespace

http::Response api_chronology(const ApiCall& api) {
    auto open = open_child(api.house, api.call);
    if (!open || !sees_all(*open))
        return api_not_found();
    const auto judged = judge(api.house, *open);
    const auto whom = api.call.request.query.get("for") == "child" ? ChronologyFor::Child : ChronologyFor::Workers;
    const auto all = chronology_of(api.house, *open, judged, whom);
    JsonArray gaps;
    for (const auto& gap : all.gaps)
        gaps.push_back(JsonObject{{"from", calendar::iso(gap.from)}, {"to", calendar::iso(gap.to)}, {"brought_in_notes", gap.brought_in}});
    JsonObject answer{
        {"child", open->record.hex()}, {"rows", rows_json(*open->child, all.rows)}, {"offered", rows_json(*open->child, all.offered)}, {"gaps", gaps}};
    if (const auto* last = record::last_read_through(*open->child))
        answer["read_through"] = calendar::iso(last->day());
    if (const auto* owed = chronology_owed(judged))
        answer["due"] = calendar::iso(owed->due->day);
    return api_answer(answer);
}

} // namespace lifestory::web::pages
