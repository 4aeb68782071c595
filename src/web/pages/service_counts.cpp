#include "web/pages/service_counts.h"

#include <array>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::web::pages {

namespace {

constexpr std::array names{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

std::string_view name_of(Month month) { return names[static_cast<unsigned>(month.month()) - 1]; }

} // namespace

std::optional<Timeliness> timeliness_of(const policy::Obligation& owed) {
    switch (owed.state) {
    case policy::State::Met: return Timeliness::InTime;
    case policy::State::MetLate: return Timeliness::Late;
    case policy::State::Late: return Timeliness::NotSeen;
    case policy::State::Upcoming:
    case policy::State::DueToday: return Timeliness::NotDueYet;
    case policy::State::NoLongerNeeded:
    case policy::State::Missing: return std::nullopt;
    }
    return std::nullopt;
}

std::string_view code_of(Timeliness came) {
    switch (came) {
    case Timeliness::InTime: return "in-time";
    case Timeliness::Late: return "late";
    case Timeliness::NotSeen: return "not-seen";
    case Timeliness::NotDueYet: return "not-due-yet";
    }
    return "";
}

std::optional<Timeliness> timeliness_of_code(std::string_view code) {
    for (auto came : {Timeliness::InTime, Timeliness::Late, Timeliness::NotSeen})
        if (code_of(came) == code)
            return came;
    return std::nullopt;
}

std::optional<int> Tally::of_hundred() const { return due() == 0 ? std::nullopt : std::optional((in_time * 100 + due() / 2) / due()); }

Tally& Tally::operator+=(const Tally& other) {
    in_time += other.in_time;
    late += other.late;
    not_seen += other.not_seen;
    return *this;
}

Month month_of(calendar::Day day) {
    std::chrono::year_month_day date(day);
    return date.year() / date.month();
}

std::vector<Month> twelve_months_before(calendar::Day today) {
    std::vector<Month> months;
    for (int back = 12; back >= 1; --back)
        months.push_back(month_of(today) - std::chrono::months(back));
    return months;
}

std::string month_words(Month month) { return fmt::format("{} {}", name_of(month), static_cast<int>(month.year())); }
std::string short_words(Month month) { return fmt::format("{} {}", name_of(month).substr(0, 3), static_cast<int>(month.year())); }
std::string code_of(Month month) { return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month())); }

std::optional<Month> month_of_code(std::string_view code) {
    auto day = calendar::parse_day(std::string(code) + "-01");
    return day ? std::optional(month_of(*day)) : std::nullopt;
}

Tallies tallies_of(const std::vector<OfTeam>& items) {
    Tallies all;
    for (const auto& one : items) {
        auto came = timeliness_of(one.item->obligation);
        if (!came || *came == Timeliness::NotDueYet)
            continue;
        auto& tally = all[one.team][month_of(one.item->obligation.due->day)];
        ++(*came == Timeliness::InTime ? tally.in_time : *came == Timeliness::Late ? tally.late : tally.not_seen);
    }
    return all;
}

Tally total_of(const Tallies& tallies, Month month) {
    Tally total;
    for (const auto& [team, months] : tallies)
        if (auto found = months.find(month); found != months.end())
            total += found->second;
    return total;
}

} // namespace lifestory::web::pages
