#include "web/pages/home.h"

#include <algorithm>

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/drafts.h"
#include "web/pages/owed.h"
#include "web/pages/start_here.h"
#include "web/pages/team.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

constexpr std::size_t shown_of_children = 8;

Html act_link(const House& house, const Owed& owed) {
    const auto& child = *owed.open.child;
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                path_to_meet(house, owed.open.record, owed.obligation), act_words(house, owed.obligation),
                noun(house, owed.obligation), child.first_name());
}

WorkRow row(const House& house, const Owed& owed) {
    auto link = html("<a class=\"govuk-link\" href=\"{}\">{}</a>", due_path(owed.open.record, owed.obligation),
                     state_words(owed.obligation));
    return {noun(house, owed.obligation) + ", " + owed.open.child->name(), link, act_link(house, owed)};
}

enum class Shown { Closed, Open };

Html work(const House& house, std::string title, const std::vector<Owed>& owed, std::string empty_words, Shown shown) {
    WorkList list;
    list.title = std::move(title);
    for (const auto& one : owed)
        list.rows.push_back(row(house, one));
    list.empty_words = std::move(empty_words);
    list.is_open = shown == Shown::Open;
    list.first_shown = 5;
    return work_list(list);
}

Html children_list(const Caseload& caseload, calendar::Day today) {
    std::vector<const access::OpenRecord*> children;
    for (const auto& open : caseload.children)
        children.push_back(&open);
    std::sort(children.begin(), children.end(), [](const auto* left, const auto* right) { return left->child->name() < right->child->name(); });
    Html first_rows, more_rows;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto& child = *children[i]->child;
        auto age = age_words(child, today);
        (i < shown_of_children ? first_rows : more_rows) +=
            html("<li><a class=\"govuk-link\" href=\"{}\">{}{}</a><br><span class=\"app-quiet\">{}</span></li>",
                 path("/children/{}", children[i]->record.hex()), child.name(), age.empty() ? std::string() : ", " + age,
                 last_seen_words(child, today));
    }
    auto title = html("<h2 class=\"govuk-heading-m\">My children ({})</h2>", children.size());
    if (children.empty())
        return title + html("<p class=\"govuk-body\">You have no children yet. Your manager gives you your first.</p>");
    auto list = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", first_rows);
    if (!more_rows.empty()) {
        Details rest;
        rest.summary = "All " + std::to_string(children.size());
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
    auto authority = house.door.authority();
    auto manager = authority->manager_of(caller.worker());
    const auto* who = manager ? authority->worker(*manager) : nullptr;
    auto ask = who ? html(" Ring {} on {}.", who->full_name, who->telephone) : Html();
    return inset_text({html("<p>There is more here than one day holds. Start with these three.{}</p>", ask), {}, {}, {}});
}

Html not_seen(const House& house, const Caseload& caseload, bool alone) {
    WorkList list;
    list.title = alone ? "Not seen alone" : "Not seen in time";
    list.empty_words = alone ? "" : "Every child has been seen in time.";
    for (std::size_t i = 0; i < caseload.children.size(); ++i)
        for (const auto& owed : caseload.judged[i].obligations) {
            bool of_alone = std::any_of(owed.what.begin(), owed.what.end(), [](const auto& what) { return what.moment == "seen-alone"; });
            if (owed.is_late() && is_about_being_seen(owed) && of_alone == alone) {
                const auto& open = caseload.children[i];
                auto words = alone && !owed.note.empty() ? owed.note : state_words(owed);
                list.rows.push_back({open.child->name() + ", " + last_seen_words(*open.child, house.today()), Phrase(words),
                                     act_link(house, {open, owed})});
                break;
            }
        }
    return work_list(list);
}

Response show_home(const House& house, const Call& call) {
    const auto& caller = call.caller<Caller>();
    if (caller.manages())
        return show_team(house, call);
    auto numbers = house.door.caseload(caller.worker(), house.now());
    auto caseload = look_over(house, caller, numbers);
    auto first_three = start_here_of(house, caller, caseload);
    auto frame = frame_for(house, caller);
    frame.act = "Home";
    frame.heading = calendar::with_weekday(house.today());
    frame.heading_aside = post_button({url("/drafts"), caller.session.csrf, FormNumber::random().hex(), {"Write it down now"}, {{"type", ""}}});
    frame.current = "/";
    auto main = more_than_a_day(house, caller, caseload) + first_three +
                work(house, "Late", caseload.late, "Nothing is late.", Shown::Closed) +
                work(house, "Due today", caseload.due_today, "Nothing else is due today.", Shown::Open) +
                work(house, "This week", caseload.this_week, "Nothing is due this week.", Shown::Closed) +
                not_seen(house, caseload, false) + not_seen(house, caseload, true) + drafts_of_home(house, caller);
    return shown(frame, main_and_side(main, children_list(caseload, house.today())));
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
    table.head = std::vector<Cell>{{"Name"}, {"Age"}, {"Seen"}};
    for (const auto& open : caseload.children)
        table.rows.push_back({{html("<a class=\"govuk-link\" href=\"{}\">{}</a>", path("/children/{}", open.record.hex()), open.child->name())},
                              {age_words(*open.child, house.today())},
                              {last_seen_words(*open.child, house.today())}});
    return shown(frame, web::table(table));
}

} // namespace

std::vector<http::Route> home_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/", http::Reach::Worker, to(show_home)},
            {http::Method::Get, "/children", http::Reach::Worker, to(show_children)}};
}

} // namespace lifestory::web::pages
