// What a Head of Service's page counts (pages.md 7.4): of what was due month by month and team by team, how much was in
// time, late, or never met. Pure: items in, numbers out, without a name of a worker.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/owed.h"

namespace lifestory::web::pages {

using Month = std::chrono::year_month;

enum class Timeliness { InTime, Late, NotSeen, NotDueYet };

// How one item came out. NotSeen: its day has passed and nothing met it. What was no longer needed counts nowhere.
std::optional<Timeliness> timeliness_of(const policy::Obligation& owed);
std::string_view code_of(Timeliness came);                    // "in-time", "late", "not-seen": of an address
std::optional<Timeliness> timeliness_of_code(std::string_view code);

struct Tally {
    int in_time = 0, late = 0, not_seen = 0;
    int due() const { return in_time + late + not_seen; }
    std::optional<int> of_hundred() const;                    // in time; none: nothing was due
    Tally& operator+=(const Tally& other);
    bool operator==(const Tally&) const = default;
};

Month month_of(calendar::Day day);
std::vector<Month> twelve_months_before(calendar::Day today); // whole ones, the oldest first
std::string month_words(Month month);                         // "November 2026"
std::string short_words(Month month);                         // "Nov 2026"
std::string code_of(Month month);                             // "2026-11"
std::optional<Month> month_of_code(std::string_view code);

struct OfTeam {
    TeamNumber team;
    const access::OwedItem* item = nullptr;
};
using Tallies = std::map<TeamNumber, std::map<Month, Tally>>;
Tallies tallies_of(const std::vector<OfTeam>& items);
Tally total_of(const Tallies& tallies, Month month);

} // namespace lifestory::web::pages
