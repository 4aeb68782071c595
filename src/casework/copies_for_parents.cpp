#include "casework/copies_for_parents.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::casework {

namespace {

bool goes_to_parents(const policy::Pack& pack, const record::StoryEntry& story) {
    const auto* type = story.form() && !story.withdrawn() ? pack.record_type(story.record_type()) : nullptr;
    return type && std::ranges::any_of(type->distribute_to, [](const auto& who) { return who == "parents" || who == "family"; });
}

bool went_to(const record::SharingGiven& given, const record::Person& person) {
    const auto to = fold(trim(given.to)), name = fold(trim(person.full_name));
    return to == name || to.starts_with(name + ",") || to.starts_with(name + " (");
}

bool may_not_know_the_home(const record::Family& family, const PersonNumber& child, const PersonNumber& parent, record::Day today) {
    const auto* home = family.household_of(child, today);
    return home && std::ranges::find(home->not_for, parent) != home->not_for.end();
}

} // namespace

std::vector<CopyForParent> copies_for_parents(const policy::Pack& pack, const record::Child& child, const record::Family& family, const record::StoryEntry& story,
        record::Day today) {
    std::vector<CopyForParent> all;
    if (!child.person || !goes_to_parents(pack, story))
        return all;
    for (const auto* parent : family.parental_responsibility_for(*child.person, today)) {
        if (parent->died || parent->person == *child.person)
            continue;
        CopyForParent one{parent, family.who_to(parent->person, *child.person, today), Copy::Missing, nullptr};
        for (const auto& given : story.sharings)
            if (went_to(given.what, *parent))
                one.given = &given.what;
        one.state = one.given ? Copy::Given : may_not_know_the_home(family, *child.person, parent->person, today) ? Copy::ToBeDecided : Copy::Missing;
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace lifestory::casework
