#include "web/pages/home.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/correction_told.h"
#include "web/pages/drafts.h"
#include "web/pages/last_heard.h"
#include "web/pages/new_for_you.h"
#include "web/pages/owed.h"
#include "web/pages/plan_due.h"
#include "web/pages/start_here.h"
#include "web/pages/supervision.h"
#include "web/pages/team.h"
#include "web/pages/workers.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::size_t shown_of_children = 8;

enum class Alone { No, Yes };

Html act_link(const House& house, const access::OwedItem& item) {
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                path_to_meet(house, item.record, item.obligation), act_words(house, item.obligation), noun(house, item.obligation), item.first_name);
}

// "Core group notes, Ava", and why; the state leads to its sum.
WorkRow row(const House& house, const access::OwedItem& item) {
    const auto& owed = item.obligation;
    auto what = html("{}, {}<br><span class=\"app-quiet\">{}</span>", noun(house, owed), item.child, reason_words(house, owed));
    auto state = owed.due ? html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                                 due_path(item.record, owed), state_words(owed), noun(house, owed), item.first_name)
                          : html("{}", state_words(owed));
    return {what, state, act_link(house, item)};
}

enum class Shown { Closed, Open };

Html work(const House& house, std::string title, const std::vector<access::OwedItem>& items, std::string empty_words, Shown shown) {
    WorkList list;
    list.title = std::move(title);
    for (const auto& item : items)
        list.rows.push_back(row(house, item));
    list.empty_words = std::move(empty_words);
    list.is_open = shown == Shown::Open;
    list.first_shown = 5;
    return work_list(list);
}

// The next thing due for one child, after what stands above: "three-month letter due 4 January 2027".
std::string next_due(const House& house, const Caseload& caseload, RecordNumber record) {
    for (const auto& item : caseload.later)
        if (item.record == record && item.obligation.due)
            return within_a_sentence(noun(house, item.obligation)) + " due " + calendar::in_words(item.obligation.due->day);
    return "";
}

std::string how_much(const access::OwedChild& child) {
    std::vector<std::string> words;
    for (const auto& [count, what] : {std::pair{child.late, " late"}, {child.due_today, " due today"}})
        if (count > 0)
            words.push_back(std::to_string(count) + what);
    return join(words, ", ");
}

Html child_row(const House& house, const Caseload& caseload, const access::OwedChild& child) {
    auto age = child.born ? ", " + age_words(*child.born, house.today()) : std::string();
    Html lines;
    for (const auto& line : {last_seen_words(child.seen, child.seen_alone, house.today()), how_much(child), next_due(house, caseload, child.record)})
        if (!line.empty())
            lines += html("<br><span class=\"app-quiet\">{}</span>", line);
    return html("<li><a class=\"govuk-link\" href=\"{}\">{}{}</a>{}</li>", path("/children/{}", child.record.hex()), child.child, age, lines);
}

std::string who_gives_the_first(const House& house, const Caller& caller) {
    auto manager = manager_of(house, caller.worker());
    return manager ? manager->full_name : "Your manager";
}

Html children_list(const House& house, const Caller& caller, const Caseload& caseload) {
    auto title = html("<h2 class=\"govuk-heading-m\">My children ({})</h2>", caseload.children.size());
    if (caseload.children.empty())
        return title + html("<p class=\"govuk-body\">You have no children yet. {} gives you your first.</p>", who_gives_the_first(house, caller));
    Html first_rows, more_rows;
    for (std::size_t i = 0; i < caseload.children.size(); ++i)
        (i < shown_of_children ? first_rows : more_rows) += child_row(house, caseload, caseload.children[i]);
    auto list = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", first_rows);
    if (!more_rows.empty()) {
        Details rest;
        rest.summary = "All " + std::to_string(caseload.children.size());
        rest.content = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", more_rows);
        list += details(rest);
    }
    return title + list;
}

// When there is more than one day holds (the pack's number, CAM-069): the three, and whom to ask.
Html more_than_a_day(const House& house, const Caller& caller, const Caseload& caseload) {
    auto most = house.pack().setting("terrible-day", house.today());
    auto limit = most.empty() ? 8u : static_cast<unsigned>(std::strtoul(most.c_str(), nullptr, 10));
    if (caseload.late.size() + caseload.due_today.size() <= limit)
        return Html();
    return inset_text({html("<p>There is more here than one day holds. Start with these three.</p>{}", ask_for_help_form(house, caller)), {}, {}, {}});
}

// One row a child, with the press that meets it.
Html not_seen(const House& house, const Caseload& caseload, Alone alone) {
    WorkList list;
    list.title = alone == Alone::Yes ? "Not seen alone" : "Not seen in time";
    list.empty_words = alone == Alone::Yes ? "" : "Every child has been seen in time.";
    std::set<RecordNumber> shown;
    for (const auto* items : {&caseload.late, &caseload.missing})
        for (const auto& item : *items) {
            const auto& owed = item.obligation;
            const auto* child = caseload.child(item.record);
            if (!child || !is_about_being_seen(owed) || is_about_being_alone(owed) != (alone == Alone::Yes) || !shown.insert(item.record).second)
                continue;
            auto words = owed.note.empty() ? state_words(owed) : owed.note;
            list.rows.push_back({item.child + ", " + last_seen_words(child->seen, child->seen_alone, house.today()), Phrase(words), act_link(house, item)});
        }
    return work_list(list);
}

// What must stand in a record, has no day, and is not there; those about being seen have their own list.
Html not_there(const House& house, const Caseload& caseload) {
    std::vector<access::OwedItem> items;
    std::copy_if(caseload.missing.begin(), caseload.missing.end(), std::back_inserter(items), [](const auto& item) { return !is_about_being_seen(item.obligation); });
    return items.empty() ? Html() : work(house, "Not there yet", items, "", Shown::Closed);
}

Response show_home(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    if (caller.visitor.who.role == access::Role::Administrator)
        return show_workers(house, call);
    if (caller.manages())
        return show_team(house, call);
    auto numbers = house.door.caseload(caller.worker(), house.now());
    auto caseload = look_over(house, caller, numbers);
    auto own = house.door.look_over(caller.visitor, numbers, house.now());
    auto first_three = start_here_of(house, caller, caseload, own, StartOf::Worker);
    auto frame = frame_for(house, caller);
    frame.act = "Home";
    frame.heading = calendar::with_weekday(house.today());
    Button write_down{"Write it down now"};
    write_down.href = url("/note");
    frame.heading_aside = button(write_down);
    frame.current = "/";
    auto main = more_than_a_day(house, caller, caseload) + first_three +
                work(house, "Late", caseload.late, "Nothing is late.", Shown::Closed) +
                work(house, "Due today", caseload.due_today, "Nothing else is due today.", Shown::Open) +
                work(house, "This week", caseload.this_week(house.today()), "Nothing is due this week.", Shown::Closed) +
                planned_soon(house, own) + not_seen(house, caseload, Alone::No) + not_seen(house, caseload, Alone::Yes) + not_there(house, caseload) +
                drafts_of_home(house, caller) + to_tell(house, caller, numbers) + new_for_you(house, caller, own) + help_answered(house, caller);
    return shown(frame, main_and_side(main, children_list(house, caller, caseload)));
}

Response show_children(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    auto numbers = house.door.caseload(caller.worker(), house.now());
    auto caseload = look_over(house, caller, numbers);
    auto frame = frame_for(house, caller);
    frame.act = "My children";
    frame.heading = "My children";
    frame.current = "/children";
    Table table;
    table.caption = plural(caseload.children.size(), "child", "children") + " found";
    table.head = std::vector<Cell>{{"Name"}, {"Age"}, {"Seen"}, {"Due"}, {"Heard"}};
    std::map<RecordNumber, std::string> heard;
    for (const auto& open : house.door.look_over(caller.visitor, numbers, house.now()))
        heard[open.record] = last_heard_words(last_heard(*open.child, house.today()));
    for (const auto& child : caseload.children) {
        auto due = join({how_much(child), next_due(house, caseload, child.record)}, how_much(child).empty() ? "" : "; ");
        table.rows.push_back({{html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/children/{}", child.record.hex()), child.child)},
                              {child.born ? age_words(*child.born, house.today()) : std::string()},
                              {last_seen_words(child.seen, child.seen_alone, house.today())},
                              {due},
                              {heard[child.record]}});
    }
    return shown(frame, html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"My children\">{}</div>", web::table(table)));
}

} // namespace

std::vector<http::Route> home_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/", http::Reach::Worker, to(show_home)},
            {http::Method::Get, "/children", http::Reach::Worker, to(show_children)}};
}

} // namespace lifestory::web::pages
