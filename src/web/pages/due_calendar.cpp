#include "web/pages/due_calendar.h"

#include <memory>

#include <libical/ical.h>

#include "base/fault.h"

namespace lifestory::web::pages {

namespace {

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

icaltimetype ical_day(calendar::Day day) {
    std::chrono::year_month_day date(day);
    auto time = icaltime_null_date();
    time.year = static_cast<int>(date.year());
    time.month = static_cast<int>(static_cast<unsigned>(date.month()));
    time.day = static_cast<int>(static_cast<unsigned>(date.day()));
    return time;
}

icaltimetype moment_of(calendar::Instant at) {
    auto day = std::chrono::floor<std::chrono::days>(at);
    std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(at - day));
    auto time = ical_day(day);
    time.is_date = 0;
    time.zone = icaltimezone_get_utc_timezone();
    time.hour = static_cast<int>(clock.hours().count());
    time.minute = static_cast<int>(clock.minutes().count());
    time.second = static_cast<int>(clock.seconds().count());
    return time;
}

void add(icalcomponent* to, icalproperty* property) {
    if (!property)
        throw Fault("libical made no property.");
    icalcomponent_add_property(to, property);
}

void add_named(icalcomponent* to, const char* name, const char* value) {
    auto* property = icalproperty_new_x(value);
    icalproperty_set_x_name(property, name);
    add(to, property);
}

// From the day to the next, or the minute alone; nobody is busy because something is due.
void add_time(icalcomponent* event, const calendar::DueDate& due) {
    if (due.minute) {
        add(event, icalproperty_new_dtstart(moment_of(*due.minute)));
    } else {
        add(event, icalproperty_new_dtstart(ical_day(due.day)));
        add(event, icalproperty_new_dtend(ical_day(due.day + std::chrono::days(1))));
    }
    add(event, icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
}

icalcomponent* event_of(const DueEvent& given, calendar::Instant now) {
    auto* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
    add(event, icalproperty_new_uid(given.uid.c_str()));
    add(event, icalproperty_new_dtstamp(moment_of(now)));
    add_time(event, given.due);
    add(event, icalproperty_new_summary(given.summary.c_str()));
    if (!given.description.empty())
        add(event, icalproperty_new_description(given.description.c_str()));
    if (!given.address.empty())
        add(event, icalproperty_new_url(given.address.c_str()));
    add(event, icalproperty_new_class(ICAL_CLASS_PRIVATE));
    return event;
}

} // namespace

std::string calendar_text(const std::string& name, const std::vector<DueEvent>& events, calendar::Instant now) {
    Component whole(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
    add(whole.get(), icalproperty_new_version("2.0"));
    add(whole.get(), icalproperty_new_prodid("-//Lifestory//What is due//EN"));
    add(whole.get(), icalproperty_new_calscale("GREGORIAN"));
    add(whole.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
    add_named(whole.get(), "X-WR-CALNAME", name.c_str());
    add_named(whole.get(), "X-PUBLISHED-TTL", "PT1H");
    for (const auto& event : events)
        icalcomponent_add_component(whole.get(), event_of(event, now));
    std::unique_ptr<char, decltype(&icalmemory_free_buffer)> text(icalcomponent_as_ical_string_r(whole.get()), &icalmemory_free_buffer);
    if (!text)
        throw Fault("libical wrote no calendar.");
    return text.get();
}

} // namespace lifestory::web::pages
