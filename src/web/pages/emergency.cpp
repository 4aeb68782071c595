#include "web/pages/emergency.h"

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/beside_entry.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

Response emergency_page(const House& house, const Call& call, const Refusals& refusals) {
    const auto& caller = call.caller<Caller>();
    auto fields = typed_in(call);
    Asked asked{fields, refusals};
    auto frame = frame_for(house, caller);
    frame.act = "Open a record in an emergency";
    frame.heading = frame.act;
    frame.refusals = refusals;
    Button open{"Open for 60 minutes"};
    auto questions = short_box(asked, "name", "Name, exactly") + date_input(date_boxes(fields, "born", "Date of birth", refusals)) +
                     box(asked, "why", "Why do you need it now?");
    auto told = inset_text({html("<p>Your manager and the child's manager are told now. The child can see it.</p>"), {}, {}, {}});
    return shown(frame, post_form({url("/emergency"), caller.session.csrf, form_number(call).hex(), questions + told + button(open)}));
}

Response show_emergency(const House& house, const Call& call) { return emergency_page(house, call, {}); }

Response open_now(const House& house, const Call& call) {
    auto name = said(call, "name"), why = said(call, "why");
    auto born = read_day(typed_in(call), "born");
    Refusals refusals;
    if (name.empty())
        refusals.push_back(refuse("empty", "Write the name, exactly", "name"));
    if (!born)
        refusals.push_back(born.refusal());
    else if (!*born)
        refusals.push_back(refuse("empty", "Write the date of birth", "born.day"));
    if (why.empty())
        refusals.push_back(refuse("empty", "Say why you need it now", "why"));
    if (!refusals.empty())
        return emergency_page(house, call, refusals);
    auto opened = house.door.open_in_emergency(call.caller<Caller>().visitor, name, **born, why, house.now());
    if (!opened)
        return emergency_page(house, call, opened.refusals());
    return redirect(done(path("/children/{}", opened->hex()), "opened"));
}

std::string child_in_words(const House& house, const Caller& caller, RecordNumber record) {
    auto open = house.door.look_over(caller.visitor, std::span(&record, 1), house.now());
    return open.empty() ? "a child of another team" : open.front().child->name();
}

} // namespace

Html emergencies_list(const House& house, const Caller& caller) {
    constexpr auto told_for = std::chrono::days(7);
    WorkList list;
    list.title = "Records opened in an emergency, last seven days";
    list.is_open = true;
    for (const auto& one : house.door.emergencies_for(caller.visitor, house.now() - told_for)) {
        auto what = one.record ? "opened the record of " + child_in_words(house, caller, *one.record) : "tried to open a record, and none was opened";
        list.rows.push_back({one.full_name + " " + what + ": " + one.why, Phrase(calendar::in_words(one.at)), Html()});
    }
    return list.rows.empty() ? Html() : work_list(list);
}

std::vector<http::Route> emergency_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/emergency", http::Reach::Worker, to(show_emergency)},
            {http::Method::Post, "/emergency", http::Reach::Worker, to(open_now)}};
}

} // namespace lifestory::web::pages
