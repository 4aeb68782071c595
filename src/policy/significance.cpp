// What belongs in a child's chronology by the pack's rules: which rules speak of which moment of which entry.
#include <algorithm>
#include <array>

#include "calendar/london.h"
#include "policy/conditions.h"
#include "policy/judge.h"

namespace lifestory::policy {

namespace {

// What is said of an entry more strongly comes first: never, always, when ticked, offered.
std::size_t strength(const Significance& rule) {
    static constexpr std::array<std::string_view, 4> strongest_first{"never", "always", "when ticked", "offered"};
    return static_cast<std::size_t>(std::ranges::find(strongest_first, rule.put) - strongest_first.begin());
}

// The moments of this entry of which the rule speaks: an end, and the first of the others.
struct Spoken {
    const Moment* begins = nullptr;
    const Moment* ends = nullptr;
};

Spoken moments_of(const Significance& rule, const Happening& entry, const Pack& pack) {
    Spoken spoken;
    for (const auto& trigger : rule.what) {
        if (trigger.thing != Thing::Record || !(trigger.id == entry.record_type || pack.is_like(entry.record_type, trigger.id)))
            continue;
        const auto moment = std::ranges::find(entry.moments, trigger.moment, &Moment::name);
        auto& place = trigger.moment == "ended" ? spoken.ends : spoken.begins;
        if (moment != entry.moments.end() && !place)
            place = &*moment;
    }
    return spoken;
}

// Each rule that speaks is with the start of an entry, or with its end: an episode is in the chronology once for each.
struct Of {
    std::vector<Significant>& all;

    void add(const Happening& entry, const Moment& moment, const Significance& rule) {
        const bool is_end = moment.name == "ended";
        auto same = all.rbegin();
        while (same != all.rend() && same->entry == &entry && (same->moment->name == "ended") != is_end)
            ++same;
        if (same == all.rend() || same->entry != &entry)
            all.push_back({&entry, &moment, {&rule}});
        else
            same->rules.push_back(&rule);
    }
};

bool speaks_of(const Significance& rule, const Moment* moment, const Happening& entry, const Life& life) {
    const auto day = moment ? calendar::london_day(moment->at) : Day{};
    return moment && is_in_force(rule.rule, day) && holds(rule.when, AtMoment{&life, day, &entry});
}

} // namespace

std::string Significant::theme() const {
    auto named = std::ranges::find_if(rules, [](const auto* rule) { return !rule->theme.empty(); });
    return named == rules.end() ? "" : (*named)->theme;
}

std::vector<Significant> significant_in(const Circumstances& given) {
    const auto life = with_life(given).life;
    std::vector<Significant> all;
    for (const auto& entry : given.child->happenings) {
        if (entry.moments.empty())
            continue;
        for (const auto& rule : given.pack->significances) {
            if (rule.put == "off the story")
                continue;
            const auto spoken = moments_of(rule, entry, *given.pack);
            for (const auto* moment : {spoken.begins, spoken.ends})
                if (speaks_of(rule, moment, entry, *life))
                    Of{all}.add(entry, *moment, rule);
        }
    }
    for (auto& one : all)
        std::ranges::stable_sort(one.rules, {}, [](const auto* rule) { return strength(*rule); });
    return all;
}

std::vector<EntryId> off_the_story_in(const Circumstances& given) {
    std::vector<EntryId> all;
    std::vector<const Significance*> rules;
    for (const auto& rule : given.pack->significances)
        if (rule.put == "off the story")
            rules.push_back(&rule);
    if (rules.empty())
        return all;
    const auto life = with_life(given).life;
    for (const auto& entry : given.child->happenings)
        if (std::ranges::any_of(rules, [&](const auto* rule) { return speaks_of(*rule, moments_of(*rule, entry, *given.pack).begins, entry, *life); }))
            all.push_back(entry.id);
    return all;
}

} // namespace lifestory::policy
