#include "casework/release.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

Refusals refusals_of(const Act& act, const record::Child& child, const Releasing& releasing) {
    Refusing refusing;
    const auto name = child.first_name();
    const bool is_known = releasing.how == "together" || releasing.how == "now" || releasing.how == "not-yet";
    refusing.unless(is_known, "release", "Say when " + name + " reads this");
    if (releasing.how != "not-yet")
        return refusing.all();
    const auto& reasons = not_yet_reasons();
    const auto is_one = std::find(reasons.begin(), reasons.end(), releasing.not_yet_reason) != reasons.end();
    refusing.unless(is_one, "release.reason", "Say why " + name + " cannot read this yet", "ROC-095");
    refusing.unless(releasing.look_again && *releasing.look_again > today(act), "release.look-again",
                    "Choose a day after today to look again");
    return refusing.all();
}

record::Release release_of(EntryId entry, const Releasing& releasing) {
    record::Release release{entry, releasing.how, {}, releasing.on, {}, trim(releasing.warning)};
    if (releasing.how == "not-yet") {
        release.not_yet_reason = releasing.not_yet_reason;
        release.look_again = releasing.look_again;
        release.on.reset();
    }
    return release;
}

Result<Writing> release(const Act& act, const record::Child& child, EntryId entry,
                        const Releasing& releasing) {
    Refusing refusing;
    const auto* story = child.find(entry);
    refusing.unless(story && story->entry.id == entry, "", "Choose an entry of this record");
    refusing.add(refusals_of(act, child, releasing));
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, child.record, release_of(entry, releasing))};
}

Result<Writing> give_a_copy(const Act& act, const record::Child& child, const record::SharingGiven& given) {
    Refusing refusing;
    const auto* story = child.find(given.entry);
    refusing.unless(story && story->entry.id == given.entry, "", "Choose an entry of this record");
    refusing.unless(!is_blank(given.to), "to", "Say who gets the copy", "ROC-099");
    refusing.unless(!is_blank(given.how), "how", "Say how it is given");
    refusing.unless(!is_blank(given.why), "why", "Say why", "ROC-099");
    refusing.unless(!is_blank(given.agreement), "agreement", "Say who agreed, or why no agreement was needed",
                    "ROC-100");
    refusing.unless(given.on <= today(act), "on",
                    "The day cannot be after today, " + calendar::in_words(today(act)));
    refusing.unless(!story || story->day() <= given.on, "on",
                    "It is of " + (story ? calendar::in_words(story->day()) : std::string()) + ": nobody can have been given it before");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, child.record, given)};
}

} // namespace lifestory::casework
