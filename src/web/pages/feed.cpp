#include "web/pages/feed.h"

#include "base/text.h"
#include "web/pages/about_child.h"
#include "web/pages/caller.h"
#include "web/pages/due_calendar.h"
#include "web/pages/owed.h"
#include "web/pages/plan_due.h"
#include "web/pages/work_owed.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::chrono::days looks_ahead{92};

DueEvent event_of(const House& house, const policy::Obligation& what, const std::string& number, const Url& where) {
    DueEvent event;
    event.uid = number + "@lifestory";
    event.summary = (what.is_late() ? "Late: " : "Due: ") + noun(house, what);
    event.description = capital(state_words(what)) + ". Whose it is, and how the day was counted, stands in Lifestory.";
    event.address = house.public_address + where.text();
    event.due = *what.due;
    return event;
}

bool has_a_day(const policy::Obligation& owed) { return owed.due && owed.force != policy::Force::Advice; }

// What a plan says will be done, on its day: neither what it is nor whose.
DueEvent event_of(const House& house, const ActionDue& due) {
    const auto by = *due.action.action.by;
    DueEvent event;
    event.uid = to_hex(view(sha256(due.action.from->entry.id.hex() + std::to_string(due.action.place)))).substr(0, 32) + "@lifestory";
    event.summary = by < house.today() ? "Late: something that a plan says" : "Due: something that a plan says";
    event.description = "What it is, and whose plan it is, stands in Lifestory.";
    event.address = house.public_address + path_to(due).text();
    event.due = calendar::due_on(by);
    return event;
}

// What is late lies in the past of a calendar, where nobody looks: so today says how much there is.
void add_late_today(const House& house, std::size_t late, const std::string& secret, std::vector<DueEvent>& events) {
    if (late == 0)
        return;
    DueEvent today;
    today.uid = to_hex(view(sha256("late " + secret))).substr(0, 32) + "@lifestory";
    today.summary = plural(late, "thing is", "things are") + " late";
    today.address = house.public_address + "/";
    today.due = calendar::due_on(house.today());
    events.push_back(today);
}

std::optional<access::Visitor> visitor_of(const House& house, const std::string& secret) {
    auto worker = house.desk.worker_of_calendar(desk::hash_of_calendar_secret(secret));
    return worker ? house.door.visitor(*worker, "calendar") : std::nullopt;
}

Response show_feed(const House& house, const Call& call) {
    std::string secret(call.parameter("secret"));
    if (secret.ends_with(".ics"))
        secret.resize(secret.size() - 4);
    auto visitor = visitor_of(house, secret);
    if (!visitor)
        return not_found(house);
    auto records = house.door.caseload(visitor->who.worker, house.now());
    std::vector<DueEvent> events;
    std::size_t late = 0;
    for (const auto& owed : house.door.owed_for(*visitor, records, house.today() + looks_ahead, house.now())) {
        if (!has_a_day(owed.obligation))
            continue;
        late += owed.obligation.is_late() ? 1 : 0;
        events.push_back(event_of(house, owed.obligation, owed.obligation.id.hex(), due_path(owed.record, owed.obligation)));
    }
    for (const auto& owed : work_owed_by(house, visitor->who.worker, house.today() + looks_ahead)) {
        if (!has_a_day(owed.owed))
            continue;
        late += owed.owed.is_late() ? 1 : 0;
        events.push_back(event_of(house, owed.owed, to_hex(view(sha256(owed.owed.id.hex() + owed.worker.hex()))).substr(0, 32), url("/team")));
    }
    const auto open = house.door.look_over(*visitor, records, house.now());
    for (const auto& due : actions_due(open, house.today() + looks_ahead)) {
        late += *due.action.action.by < house.today() ? 1 : 0;
        events.push_back(event_of(house, due));
    }
    add_late_today(house, late, secret, events);
    Response response;
    response.content_type = "text/calendar; charset=utf-8";
    response.body = calendar_text("Lifestory: what is due", events, house.now());
    return response;
}

} // namespace

std::string feed_address(const House& house, const std::string& secret) {
    return house.public_address + path("/calendars/{}", secret + ".ics").text();
}

std::vector<http::Route> feed_routes(const House& house) {
    return {{http::Method::Get, "/calendars/{secret}", http::Reach::Everyone, [&house](const Call& call) { return show_feed(house, call); }}};
}

} // namespace lifestory::web::pages
