#include "policy/notices.h"

#include <algorithm>
#include <optional>

#include "calendar/london.h"

namespace lifestory::policy {

namespace {

using calendar::Direction;
using std::chrono::days;

constexpr std::string_view before_it = " before", late_by = " late", after_the_start = " after the start";

struct Telling {
    const Obligation& owed;
    const calendar::Calendar& calendar;

    Instant start() const { return owed.counting && owed.counting->direction == Direction::After ? owed.counting->event : calendar::start_of(owed.starts_on); }

    // The same day, or the last working day before it: a day too early and never too late.
    Day working_day_by(Day day) const {
        while (!calendar.is_working_day(day))
            day -= days(1);
        return day;
    }

    std::optional<Instant> counted(std::string_view length, Instant from, Direction direction) const {
        auto count = calendar::parse_count(length);
        if (!count)
            return std::nullopt;
        auto due = calendar::due_date({*count, from, direction, {}}, calendar);
        if (!due)
            return std::nullopt;
        return due->minute ? *due->minute : calendar::start_of(due->day);
    }

    // Half of the time, by the minute where it is due at one. With a count back from an event there is no half.
    std::optional<Instant> at_half() const {
        if (owed.counting && owed.counting->direction == Direction::Before)
            return std::nullopt;
        if (owed.due->minute)
            return start() + (*owed.due->minute - start()) / 2;
        return calendar::start_of(working_day_by(owed.starts_on + (owed.due->day - owed.starts_on) / 2));
    }

    // "2 working days before": of a day, before that day; never an hour's distance from its end.
    std::optional<Instant> ahead(std::string_view length) const {
        auto from = owed.due->minute ? *owed.due->minute : calendar::start_of(owed.due->day);
        auto at = counted(length, from, Direction::Before);
        return at ? std::optional(std::min(*at, calendar::start_of(working_day_by(calendar::london_day(*at))) + since_midnight(*at))) : at;
    }

    std::chrono::milliseconds since_midnight(Instant at) const { return at - calendar::start_of(calendar::london_day(at)); }

    std::optional<Instant> moment_of(std::string_view step) const {
        if (step == "half")
            return at_half();
        if (step == "on the day")
            return calendar::start_of(working_day_by(owed.due->day));
        if (step == "late")
            return owed.due->instant();
        if (step.ends_with(after_the_start))
            return counted(step.substr(0, step.size() - after_the_start.size()), start(), Direction::After);
        if (step.ends_with(before_it))
            return ahead(step.substr(0, step.size() - before_it.size()));
        return counted(step.substr(0, step.size() - late_by.size()), owed.due->minute ? *owed.due->minute : calendar::start_of(owed.due->day),
                       Direction::After);
    }

    std::vector<std::string> told(const EscalationStep& step) const {
        std::vector<std::string> all;
        auto add = [&](const std::string& who) {
            if (std::ranges::find(all, who) == all.end())
                all.push_back(who);
        };
        for (const auto& who : step.tell)
            if (who != "owner")
                add(who);
            else
                std::ranges::for_each(owed.owes, add);
        return all;
    }
};

bool is_of_lateness(std::string_view step) { return step == "late" || step.ends_with(late_by); }

// What is only `should` goes no further than the first word to the manager; a suggestion is never late.
bool is_told(const Obligation& owed, std::string_view step) {
    switch (owed.force) {
    case Force::Must: return true;
    case Force::Should: return step == "late" || !is_of_lateness(step);
    case Force::Advice: return !is_of_lateness(step);
    }
    return true;
}

const Rule* rule_of(const Obligation& owed, const Pack& pack) {
    for (const auto& rule : pack.timescales)
        if (rule.rule.full_id() == owed.rule)
            return &rule.rule;
    for (const auto& rule : pack.frequencies)
        if (rule.rule.full_id() == owed.rule)
            return &rule.rule;
    return nullptr;
}

const Escalation* escalation_called(const std::string& id, const Pack& pack) {
    auto found = pack.escalations.find(id);
    return found == pack.escalations.end() ? nullptr : &found->second;
}

} // namespace

const Escalation* escalation_of(const Obligation& owed, const Pack& pack) {
    if (!owed.escalation.empty())
        return escalation_called(owed.escalation, pack);
    const Rule* rule = rule_of(owed, pack);
    std::string usual;
    for (const auto& about : pack.extended) // the farthest first: a nearer one stands before it, the rule's own pack before all
        if (!about.escalation.empty() && (usual.empty() || (rule && about.id == rule->pack)))
            usual = about.escalation;
    if (!pack.about.escalation.empty() && (usual.empty() || !rule || rule->pack == pack.about.id))
        usual = pack.about.escalation;
    return escalation_called(usual, pack);
}

std::vector<Notice> steps_of(const Obligation& owed, const Pack& pack, const std::vector<calendar::Holiday>& declared) {
    const Escalation* escalation = owed.due ? escalation_of(owed, pack) : nullptr;
    if (!escalation)
        return {};
    const auto calendar = calendar::with(pack.calendar_named(owed.calendar), declared);
    const Telling telling{owed, calendar};
    std::vector<Notice> all;
    for (const auto& step : escalation->steps) {
        auto at = is_told(owed, step.at) ? telling.moment_of(step.at) : std::nullopt;
        bool late = is_of_lateness(step.at);
        bool counts_back = owed.counting && owed.counting->direction == Direction::Before;
        auto start = owed.due->minute ? telling.start() : calendar::start_of(owed.starts_on);
        if (at && !late && !counts_back && step.at != "on the day" && *at < start)
            continue;
        if (at)
            all.push_back({owed.id, step.at, *at, telling.told(step), step.asks, late});
    }
    std::ranges::stable_sort(all, {}, &Notice::at);
    return all;
}

std::vector<Notice> notices_of(const Obligation& owed, const Pack& pack, const std::vector<calendar::Holiday>& declared, Instant now) {
    if (!owed.is_open())
        return {};
    auto all = steps_of(owed, pack, declared);
    std::erase_if(all, [now](const Notice& notice) { return notice.at > now; });
    return all;
}

} // namespace lifestory::policy
