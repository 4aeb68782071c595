// Guidance kept with a pack: its versions in the order of their days, and the forms and lists that it is for.
#include <algorithm>

#include "base/text.h"
#include "policy/read/reading.h"

namespace lifestory::policy {

namespace {

GuidanceVersion read_version(const Node& node, const std::string& name, const Reading& reading) {
    Fields fields(node, name, reading.problems);
    fields.only(keys_of_part("guidance version"));
    for (const auto* key : {"version", "since", "text"})
        fields.need(key);
    return {fields.text_or_number("version"), fields.text("text"), fields.text("changed"), fields.text("learnt"), fields.day("since").value_or(calendar::Day{})};
}

// Each version after the first says what changed in it.
void check_versions(const Guidance& guidance, const Fields& fields) {
    for (std::size_t at = 1; at < guidance.versions.size(); ++at) {
        const auto& one = guidance.versions[at];
        if (guidance.versions[at - 1].since >= one.since)
            fields.problem("versions", "version " + one.version + " does not come after the one before it; expected them in the order of `since`");
        if (is_blank(one.changed))
            fields.problem("versions", "version " + one.version + " does not say what changed; expected changed = \"...\"");
    }
}

Guidance read_one(const Entity& entity, const Reading& reading) {
    const auto table = flattened(entity);
    const Fields fields(table, entity.full_id(), reading.problems);
    Guidance guidance{read_rule(entity, fields, reading), fields.text("title"), fields.texts("records"), fields.texts("lists"), fields.day("review_due"), {}};
    fields.need("title");
    known_as(fields, "records", guidance.records, "record", reading);
    known_as(fields, "lists", guidance.lists, "list", reading);
    for (const Node* version : fields.tables("versions"))
        guidance.versions.push_back(read_version(*version, entity.full_id(), reading));
    check_versions(guidance, fields);
    return guidance;
}

} // namespace

void read_guidance(const Reading& reading) {
    for (const Entity* entity : reading.all("guidance"))
        reading.pack.guidance.emplace(entity->id, read_one(*entity, reading));
}

} // namespace lifestory::policy
