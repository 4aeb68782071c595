#include "web/pages/holidays.h"

#include <algorithm>

#include "casework/register.h"
#include "web/html/components.h"
#include "web/pages/acting.h"
#include "web/pages/beside_entry.h"
#include "web/pages/form_fields.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::chrono::days shown_ahead{366};

struct KnownHoliday {
    calendar::Day day{};
    std::string name, since; // since: "declared on 9 September 2026 by Ada Quaye"; of the pack: "in the policy's table"
};

std::vector<KnownHoliday> known_from(const House& house, calendar::Day from) {
    std::vector<KnownHoliday> all;
    for (const auto& holiday : house.pack().calendar_named("").holidays())
        if (from <= holiday.day && holiday.day <= from + shown_ahead)
            all.push_back({holiday.day, holiday.name, "in the policy's table"});
    for (const auto& declared : house.door.authority()->holidays)
        all.push_back({declared.what.day, declared.what.name,
                       "declared on " + calendar::in_words(calendar::london_day(declared.at)) + " by " + declared.by.full_name});
    std::stable_sort(all.begin(), all.end(), [](const KnownHoliday& one, const KnownHoliday& other) { return one.day < other.day; });
    return all;
}

Html table_of(const House& house) {
    Table table;
    table.caption = "Bank holidays of the next twelve months, and those declared";
    table.caption_classes = "govuk-table__caption--m";
    table.head = std::vector<Cell>{{"Day"}, {"What it is called"}, {"Since when"}};
    for (const auto& known : known_from(house, house.today()))
        table.rows.push_back({{calendar::with_weekday(known.day)}, {known.name}, {known.since}});
    return html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Bank holidays\">{}</div>", web::table(table));
}

Html form_of(const House&, const Call& call, const Refusals& refusals) {
    auto typed = typed_in(call);
    TextInput name;
    name.id = name.name = "name";
    name.value = said(call, "name");
    name.label.words = "What is the day called?";
    name.label.classes = "govuk-label--s";
    name.error = error_at(refusals, "name");
    Button declare{"Declare this holiday"};
    auto fields = date_input(date_boxes(typed, "day", "Which day?", refusals)) + text_input(name) + button(declare);
    return post_form({url("/holidays"), call.caller<Caller>().session.csrf, form_number(call).hex(), fields});
}

Response holidays_page(const House& house, const Call& call, const Refusals& refusals) {
    auto frame = frame_for(house, call.caller<Caller>());
    frame.act = "Bank holidays";
    frame.heading = "Bank holidays";
    frame.current = "/holidays";
    frame.refusals = refusals;
    if (done_code(call) == "declared")
        frame.banner = NotificationBanner{BannerKind::Success, Phrase("Declared. What is open is counted again; what is met or closed does not move.")};
    auto words = html("<p class=\"govuk-body\">A day that is declared is no working day from then on. Everybody's open dates are counted again, "
                      "and each says so beside its sum. It cannot be taken back, so look twice.</p>");
    return shown(frame, words + form_of(house, call, refusals) + table_of(house));
}

Response show_holidays(const House& house, const Call& call) { return holidays_page(house, call, {}); }

// What the act cannot know: the calendar of the pack.
Result<record::HolidayDeclared> read(const House& house, const Call& call) {
    Refusals refusals;
    record::HolidayDeclared holiday{{}, said(call, "name")};
    auto day = read_day(typed_in(call), "day");
    if (!day)
        refusals = day.refusals();
    else if (!*day)
        refusals.push_back(refuse("missing", "Say which day", "day.day"));
    else {
        holiday.day = **day;
        if (holiday.day < house.today())
            refusals.push_back(refuse("past", "This day has passed. Only a day to come, or today, can be declared", "day.day"));
        else if (auto why = house.pack().calendar_named("").why_not_working(holiday.day))
            refusals.push_back(refuse("not-working", *why == calendar::NotWorking::Weekend ? "This is a " + calendar::weekday(holiday.day) + ", which is no working day anyway"
                                                                                           : "This day is a bank holiday already", "day.day"));
    }
    if (holiday.name.empty())
        refusals.push_back(refuse("missing", "Say what the day is called", "name"));
    if (!refusals.empty())
        return refusals;
    return holiday;
}

Response declare(const House& house, const Call& call) {
    auto holiday = read(house, call);
    if (!holiday)
        return holidays_page(house, call, holiday.refusals());
    auto act = act_of_form(house, call);
    auto back = done(url("/holidays"), "declared");
    auto authority = house.door.authority();
    if (std::any_of(authority->holidays.begin(), authority->holidays.end(), [&](const auto& one) { return one.entry == act.id; }))
        return redirect(back); // pressed twice
    auto writing = casework::declare_holiday(act, *authority, *holiday);
    if (!writing)
        return holidays_page(house, call, moved(writing.refusals(), "day", "day.day"));
    const auto& entry = writing->front();
    auto appended = house.door.append_of_administrator(call.caller<Caller>().visitor, form_number(call), {{entry.id, entry.said, entry.content}}, house.now());
    return appended ? redirect(back) : holidays_page(house, call, appended.refusals());
}

} // namespace

std::vector<http::Route> holidays_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/holidays", http::Reach::Administrator, to(show_holidays)},
            {http::Method::Post, "/holidays", http::Reach::Administrator, to(declare)}};
}

} // namespace lifestory::web::pages
