#include "casework/say_why_late.h"

#include "base/text.h"

namespace lifestory::casework {

Result<Writing> say_why_late(const Act& act, const record::Child& child, const record::LatenessGiven& given) {
    Refusing refusing;
    refusing.unless(!is_blank(given.why.reason), "late.reason", "Say why this is late");
    refusing.unless(!is_blank(given.why.kept_safe), "late.kept-safe",
                    "Say what kept " + child.first_name() + " safe meanwhile");
    refusing.unless(!child.lateness_given(given.item), "", "This was said already; it is not asked twice");
    if (refusing.has_any())
        return refusing.all();
    return Writing{
        written(act, child.record,
                record::LatenessGiven{given.item, {trim(given.why.reason), trim(given.why.kept_safe)}})};
}

} // namespace lifestory::casework
