// The facts that rules may ask for, the moments that start and meet them, and the counts they name: read and checked,
// so that evaluating one cannot fail.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "calendar/count.h"
#include "calendar/day.h"

namespace lifestory::policy {

enum class Force { Must, Should, Advice };
std::string name_of(Force force);                 // "must"
bool stricter(Force left, Force right);

enum class Thing { Record, Status, Birth, Death, Birthday, Pack };

// `thing.moment`: "core-group.held", "looked-after.begins", "birthday.16", "birth", "pack.launched".
struct Trigger {
    Thing thing = Thing::Record;
    std::string id;     // of a record type or a status
    std::string moment; // "held", "begins"; of a pack "launched" or "review-due"
    int age = 0;        // of a birthday
    bool operator==(const Trigger&) const = default;
    std::string written() const;
};

// A count, or the setting that holds it.
struct CountOf {
    std::optional<calendar::Count> count;
    std::string setting;
    bool operator==(const CountOf&) const = default;
    std::string written() const; // "5 working days", "setting visit-recorded"
};

struct Ages {
    std::optional<int> from, below; // "5 or over" is from 5; "under 5" is below 5; "16 to 17" is from 16 below 18
    std::string setting;            // or the setting that holds it
    bool operator==(const Ages&) const = default;
};

struct HowOften {
    Trigger of;
    std::optional<int> at_least, at_most;
    std::optional<calendar::Count> within;
    bool operator==(const HowOften&) const = default;
};

struct HowLong {
    std::string of; // a status
    std::optional<calendar::Count> at_least, at_most, within;
    std::optional<Trigger> since;
    bool operator==(const HowLong&) const = default;
};

using Values = std::pair<std::string, std::vector<std::string>>; // an item or detail, and any of these

// Every fact in it holds.
struct Condition {
    std::vector<std::string> status, not_status, ever;
    std::vector<std::pair<std::string, CountOf>> lasted;
    std::optional<Ages> age, age_at_death;
    std::vector<std::string> area, not_area, team; // "setting ..." names the setting that holds it
    std::vector<Values> item, detail;
    std::vector<std::string> has, has_not;
    std::optional<HowOften> count;
    std::optional<HowLong> total;
    bool operator==(const Condition&) const = default;
};

using Conditions = std::vector<Condition>; // any of them holds; empty: always

} // namespace lifestory::policy
