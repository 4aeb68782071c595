#include "casework/record_work.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

namespace {

bool names_somebody_here(const record::Authority& authority, const record::Answer& answer) {
    const auto* people = std::get_if<record::People>(&answer.value);
    return people && !people->there.empty() && std::all_of(people->there.begin(), people->there.end(), [&](const auto& there) {
        return there.worker && authority.worker(*there.worker);
    });
}

record::Content content_of(const Asked& asked, const Filled& filled) {
    const auto why_late = filled.late == Late::Yes ? filled.why_late : std::nullopt;
    if (asked.type.is_like("meeting") || asked.type.is_like("supervision"))
        return record::Meeting{filled.form, {}, false, why_late, filled.kept, filled.sent_back};
    return record::Document{filled.form, {}, why_late, filled.kept, filled.sent_back};
}

} // namespace

Result<Writing> record_work(const Act& act, const record::Authority& authority, const Asked& asked, const Filled& filled) {
    Refusing refusing;
    const auto& about = asked.type.about;
    refusing.unless(about == "worker" || about == "team" || about == "authority", "type", "This is recorded on a child's page; open the child first");
    refusing.unless(is_manager(act), "author", "A manager records this; ask yours to");
    for (const auto* item : asked.items) {
        const auto* answer = filled.form.find(item->id);
        if (item->type == policy::ItemType::Worker && (answer || item->force == policy::Force::Must))
            refusing.unless(answer && names_somebody_here(authority, *answer), "item." + item->id, "Choose somebody who works here");
    }
    record::Child nobody;
    nobody.record = authority.record;
    const bool is_explained = filled.late == Late::No || (filled.why_late && !is_blank(filled.why_late->reason));
    refusing.unless(is_explained, "late.reason", "Say why it was late");
    auto rest = filled;
    rest.late = Late::No; // what kept a child safe is asked of what is about a child
    refusing.add(refusals_of(act, nobody, asked, rest));
    if (refusing.has_any())
        return refusing.all();
    auto writing = signed_entry(act, nobody, content_of(asked, filled), filled);
    writing.front().expected_place = authority.length;
    return writing;
}

} // namespace lifestory::casework
