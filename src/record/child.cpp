// What can be asked of a child's record.
#include "record/child.h"

#include <algorithm>

#include "base/text.h"

namespace lifestory::record {

namespace {

std::optional<Day> day_in(const Child& child, const std::string& fact) {
    const auto value = child.fact(fact);
    const auto day = calendar::parse_day(value);
    return day.has_value() ? std::optional(*day) : std::nullopt;
}

std::string after_first_word(const std::string& name) {
    const auto space = name.find(' ');
    return space == std::string::npos ? std::string() : name.substr(space);
}

template <class Counts>
const StoryEntry* newest_visit(const Child& child, Day by, Counts counts) {
    const StoryEntry* newest = nullptr;
    for (const auto& entry : child.story) {
        if (!std::holds_alternative<Visit>(entry.entry.content) || entry.day() > by || entry.withdrawn())
            continue;
        const auto seen = entry.form()->seen();
        if (seen && counts(*seen) && (!newest || newest->day() <= entry.day()))
            newest = &entry;
    }
    return newest;
}

} // namespace

std::string Child::fact(const std::string& name) const {
    const auto found = facts.find(name);
    return found == facts.end() ? std::string() : found->second.now().value;
}

std::string Child::full_name() const { return fact("name"); }

std::string Child::first_name() const {
    const auto used = fact("known-as");
    const auto& name = used.empty() ? full_name() : used;
    return name.substr(0, name.find(' '));
}

std::string Child::name() const {
    const auto used = fact("known-as");
    if (used.empty())
        return full_name();
    return used.find(' ') != std::string::npos ? used : used + after_first_word(full_name());
}

std::optional<Day> Child::born() const { return day_in(*this, "born"); }
std::optional<Day> Child::expected() const { return day_in(*this, "expected"); }
std::optional<Day> Child::died() const { return day_in(*this, "died"); }

std::optional<int> Child::age_on(Day day) const {
    const auto birth = born();
    if (!birth || day < *birth)
        return std::nullopt;
    return calendar::age_on(*birth, std::min(day, died().value_or(day)));
}

std::vector<BasicDetail> Child::words_to_use(Day day) const {
    std::vector<BasicDetail> words;
    for (const auto& word : preferred_words)
        if (!word.now().value.empty() && (!word.now().until || day <= *word.now().until))
            words.push_back(word.now());
    return words;
}

const StoryEntry* Child::find(const EntryId& entry) const {
    const auto found = where.find(entry);
    return found == where.end() ? nullptr : &story[found->second];
}

std::vector<const Allocation*> Child::allocated_on(Day day) const {
    std::vector<const Allocation*> all;
    for (const auto& allocation : allocations) {
        const auto& now = allocation.now();
        if (now.from <= day && (!now.until || day <= *now.until))
            all.push_back(&now);
    }
    return all;
}

const Allocation* Child::allocated_worker_on(Day day) const {
    const Allocation* latest = nullptr;
    for (const auto* allocation : allocated_on(day))
        if (allocation->relationship == "allocated-worker" && (!latest || latest->from <= allocation->from))
            latest = allocation;
    return latest;
}

std::vector<const EpisodeHistory*> Child::episodes_on(Day day) const {
    std::vector<const EpisodeHistory*> all;
    for (const auto& episode : episodes)
        if (episode.holds_on(day))
            all.push_back(&episode);
    return all;
}

bool Child::is_closed_on(Day day) const {
    bool had_one = false;
    for (const auto& episode : episodes)
        if (episode.now().form.record_type == "involvement") {
            had_one = true;
            if (episode.holds_on(day))
                return false;
        }
    return had_one;
}

const StoryEntry* Child::last_seen(Day by) const {
    return newest_visit(*this, by, [](Seen seen) { return seen != Seen::NotSeen; });
}

const StoryEntry* Child::last_seen_alone(Day by) const {
    return newest_visit(*this, by, [](Seen seen) { return seen == Seen::Alone; });
}

std::optional<Lateness> Child::lateness_given(const std::string& due_item) const {
    for (auto each = latenesses.rbegin(); each != latenesses.rend(); ++each)
        if (each->what.item == due_item)
            return each->what.why;
    return std::nullopt;
}

} // namespace lifestory::record
