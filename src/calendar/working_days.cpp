#include "calendar/working_days.h"

#include <algorithm>

namespace lifestory::calendar {

namespace {

// Mondays to Fridays up to and with a day, counted from a Monday in 1969.
long weekdays_until(Day day) {
    auto since = (day - Day(std::chrono::days(-3))).count(); // Monday 29 December 1969
    auto weeks = since >= 0 ? since / 7 : (since - 6) / 7;
    auto rest = since - weeks * 7;
    return weeks * 5 + std::min<long>(rest + 1, 5);
}

bool is_weekend(Day day) {
    auto number = std::chrono::weekday(day).c_encoding();
    return number == 0 || number == 6;
}

} // namespace

void Calendar::Closed::add(const Holiday& holiday) {
    names.emplace(holiday.day, holiday.name);
    const auto number = holiday.day.time_since_epoch().count();
    if (number < 0)
        return;
    const auto at = static_cast<std::size_t>(number);
    days.resize(std::max(days.size(), at + 1));
    days[at] = true;
}

bool Calendar::Closed::holds(Day day) const {
    const auto number = day.time_since_epoch().count();
    if (number < 0)
        return names.contains(day);
    const auto at = static_cast<std::size_t>(number);
    return at < days.size() && days[at];
}

Calendar::Calendar(const std::vector<Holiday>& closed) {
    for (const auto& holiday : closed)
        close(holiday);
}

void Calendar::close(const Holiday& holiday) {
    if (m_closed.use_count() > 1)
        m_closed = std::make_shared<Closed>(*m_closed);
    m_closed->add(holiday);
}

void Calendar::declare(const Holiday& holiday) { m_declared.emplace(holiday.day, holiday.name); }

void Calendar::open(Day day) { m_open.insert(day); }

std::optional<NotWorking> Calendar::why_not_working(Day day) const {
    if (!m_open.empty() && m_open.contains(day))
        return std::nullopt;
    if (is_weekend(day))
        return NotWorking::Weekend;
    bool closed = m_closed->holds(day) || (!m_declared.empty() && m_declared.contains(day));
    return closed ? std::optional(NotWorking::Holiday) : std::nullopt;
}

std::string Calendar::holiday_name(Day day) const {
    if (auto found = m_closed->names.find(day); found != m_closed->names.end())
        return found->second;
    auto found = m_declared.find(day);
    return found == m_declared.end() ? "" : found->second;
}

int Calendar::working_days_in(Day after, Day until) const {
    if (until <= after)
        return 0;
    auto days = weekdays_until(until) - weekdays_until(after);
    auto closed = [&](const std::map<Day, std::string>& names, bool only_own) {
        for (auto at = names.upper_bound(after); at != names.end() && at->first <= until; ++at)
            if (!is_weekend(at->first) && !(only_own && m_closed->holds(at->first)))
                --days;
    };
    closed(m_closed->names, false);
    closed(m_declared, true);
    for (auto at = m_open.upper_bound(after); at != m_open.end() && *at <= until; ++at)
        if (is_weekend(*at) || m_closed->holds(*at) || m_declared.contains(*at))
            ++days;
    return static_cast<int>(days);
}

bool Calendar::is_school_day(Day day) const {
    return is_working_day(day) && std::ranges::any_of(m_terms, [day](const Term& term) { return term.from <= day && day <= term.to; });
}

std::vector<Holiday> Calendar::holidays() const {
    auto closed = m_closed->names;
    closed.insert(m_declared.begin(), m_declared.end());
    std::vector<Holiday> all;
    for (const auto& [day, name] : closed)
        all.push_back({day, name});
    return all;
}

Calendar with(Calendar calendar, const std::vector<Holiday>& declared) {
    for (const auto& holiday : declared)
        calendar.declare(holiday);
    return calendar;
}

} // namespace lifestory::calendar
