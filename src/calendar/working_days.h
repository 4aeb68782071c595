// Which days are working days: Monday to Friday and no bank holiday (SI 2006/940 regulation 2 in its sense). The
// holidays are data of a pack; what is declared at short notice is added with `with`.
#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "calendar/day.h"

namespace lifestory::calendar {

struct Holiday {
    Day day{};
    std::string name;
    bool operator==(const Holiday&) const = default;
};

struct Term {
    Day from{}, to{}; // both are school days when they are weekdays
    bool operator==(const Term&) const = default;
};

struct Hours {
    std::chrono::minutes from{}, to{}; // since midnight in London
    bool operator==(const Hours&) const = default;
};

enum class NotWorking { Weekend, Holiday };

class Calendar {
public:
    Calendar() = default;
    explicit Calendar(const std::vector<Holiday>& closed);

    void close(const Holiday& holiday); // the first name of a day stays
    void declare(const Holiday& holiday); // the same; a copy of a calendar shares all that is closed, and has its own declared
    void open(Day day);                 // works although it is a weekend or closed
    void set_terms(std::vector<Term> terms) { m_terms = std::move(terms); }
    void set_hours(Hours hours) { m_hours = hours; }

    bool is_working_day(Day day) const { return !why_not_working(day); }
    std::optional<NotWorking> why_not_working(Day day) const;
    std::string holiday_name(Day day) const; // empty: none
    int working_days_in(Day after, Day until) const; // after the first day, up to and with the second; without counting each
    bool is_school_day(Day day) const;       // a working day within a term
    const std::vector<Term>& terms() const { return m_terms; }
    const std::optional<Hours>& hours() const { return m_hours; }
    std::vector<Holiday> holidays() const;

private:
    struct Closed {
        std::map<Day, std::string> names;
        std::vector<bool> days; // the same from 1970 on, by their number: asked millions of times
        void add(const Holiday& holiday);
        bool holds(Day day) const;
    };
    std::shared_ptr<Closed> m_closed = std::make_shared<Closed>();
    std::map<Day, std::string> m_declared;
    std::set<Day> m_open;
    std::vector<Term> m_terms;
    std::optional<Hours> m_hours;
};

// The same calendar and the holidays declared since.
Calendar with(Calendar calendar, const std::vector<Holiday>& declared);

} // namespace lifestory::calendar
