#include "web/pages/family_days.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/text.h"
#include "record/chronology.h"
#include "record/genogram.h"
#include "web/pages/genogram.h"

namespace lifestory::web::pages {

namespace {

using calendar::Day;

// What holds until a day is gone on the next.
void add(std::set<Day>& days, const std::optional<Day>& since, const std::optional<Day>& until) {
    if (since)
        days.insert(*since);
    if (until)
        days.insert(*until + std::chrono::days(1));
}

std::set<Day> days_said(const access::OpenRecord& open) {
    std::set<Day> days;
    for (const auto& person : open.family->people) {
        add(days, person.now().born, std::nullopt);
        add(days, person.now().died, std::nullopt);
    }
    for (const auto& tie : open.family->relationships)
        for (const auto& said : tie.said)
            add(days, said.what.since, said.what.until);
    for (const auto& home : open.family->households)
        for (const auto& said : home.said)
            add(days, said.what.since, said.what.until);
    for (const auto& work : open.child->allocations)
        add(days, work.now().from, work.now().until);
    for (const auto* kept : record::standing(*open.child, record::genogram_type))
        days.insert(kept->day());
    return days;
}

Html link_to(const access::OpenRecord& open, FamilyAsked asked, std::string_view when, Day day) {
    asked.on = day;
    return html("<li><a class=\"govuk-link\" href=\"{}\">{}: {}</a></li>", family_path(open, asked), when, calendar::in_words(day));
}

} // namespace

std::vector<Day> days_of_change(const access::OpenRecord& open, const FamilyAsked& asked, Day today) {
    auto candidates = days_said(open);
    const auto born = open.child->born();
    if (born)
        candidates.insert(*born);
    candidates.insert(today);
    std::vector<Day> days;
    std::optional<genogram::Family> before;
    for (const auto day : candidates) {
        if (day > today || (born && day < *born))
            continue;
        auto drawn = drawn_family(open, {day, asked.view, asked.drawn_for});
        if (!drawn || (before && drawn->family == *before && day != today))
            continue;
        before = std::move(drawn->family);
        days.push_back(day);
    }
    return days;
}

Html family_days(const access::OpenRecord& open, const FamilyAsked& asked, Day today) {
    const auto days = days_of_change(open, asked, today);
    if (days.size() < 3) // as it began, and today
        return Html();
    const auto later = std::ranges::upper_bound(days, asked.on);
    const auto from = std::ranges::lower_bound(days, asked.on);
    Html links;
    if (from != days.begin())
        links += link_to(open, asked, "Before that", *std::prev(from));
    if (later != days.end())
        links += link_to(open, asked, "After that", *later);
    std::vector<std::string> all;
    for (const auto day : days)
        all.push_back(calendar::iso(day));
    return html("<div class=\"app-days app-off-paper\" data-days=\"{}\" data-on=\"{}\"><ul class=\"govuk-list app-days__links\">{}</ul></div>", join(all, " "),
                calendar::iso(asked.on), links);
}

} // namespace lifestory::web::pages
