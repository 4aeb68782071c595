// A calendar as text: what RFC 5545 asks of lines, days, minutes and signs.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/pages/due_calendar.h"

namespace lifestory::web::pages {
namespace {

using testing::HasSubstr;
using testing::Not;

const calendar::Instant now = calendar::instant_of(*calendar::parse_wall("2026-12-23T10:40"));

DueEvent event(std::string summary, calendar::DueDate due) { return {"0123@lifestory", std::move(summary), "", "", due}; }

} // namespace

TEST(DueCalendar, puts_what_is_due_by_a_day_on_the_whole_of_it) {
    auto text = calendar_text("Due", {event("Visit", calendar::due_on(*calendar::parse_day("2026-12-31")))}, now);
    EXPECT_THAT(text, HasSubstr("DTSTART;VALUE=DATE:20261231\r\n"));
    EXPECT_THAT(text, HasSubstr("DTEND;VALUE=DATE:20270101\r\n"));
    EXPECT_THAT(text, HasSubstr("DTSTAMP:20261223T104000Z\r\n"));
    EXPECT_THAT(text, HasSubstr("TRANSP:TRANSPARENT\r\n"));
}

TEST(DueCalendar, puts_what_is_due_at_a_minute_there_in_utc_also_in_summer) {
    auto at = calendar::instant_of(*calendar::parse_wall("2026-07-01T09:05"));
    auto text = calendar_text("Due", {event("Answer", {calendar::london_day(at), at})}, now);
    EXPECT_THAT(text, HasSubstr("DTSTART:20260701T080500Z\r\n"));
    EXPECT_THAT(text, Not(HasSubstr("DTEND")));
}

TEST(DueCalendar, folds_long_lines_and_escapes_signs_that_mean_something) {
    std::string words = "Notes, minutes; and ";
    for (int i = 0; i < 20; ++i)
        words += "Łukasz’s ";
    auto text = calendar_text("Due", {event(words, calendar::due_on(*calendar::parse_day("2026-12-31")))}, now);
    EXPECT_THAT(text, HasSubstr("Notes\\, minutes\\; and "));
    for (const auto& line : split(text, '\n'))
        EXPECT_LE(line.size(), 76u) << line; // 75 bytes, and the CR
}

TEST(DueCalendar, of_nothing_due_is_a_calendar_still) {
    auto text = calendar_text("Due", {}, now);
    EXPECT_THAT(text, HasSubstr("BEGIN:VCALENDAR\r\n"));
    EXPECT_THAT(text, Not(HasSubstr("VEVENT")));
}

} // namespace lifestory::web::pages
