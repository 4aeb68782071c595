#include "app/daily_email.h"

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "policy/notices.h"
#include "web/pages/about_child.h"
#include "web/pages/owed.h"
#include "web/pages/plan_due.h"
#include "web/pages/team_work.h"
#include "web/pages/work_owed.h"

namespace lifestory::app {

namespace {

using policy::Obligation;
using web::pages::House;

constexpr std::chrono::hours still_sent{6};
constexpr std::size_t most_lines = 20;

struct Lists {
    std::vector<Obligation> late, due_today, this_week, passed_up;
    std::vector<calendar::Day> planned; // what plans say will be done: its days, in their order
    bool has_children = false; // of the reader's own: only then is it said that nothing of theirs is late
};

void sort_into(Lists& lists, const Obligation& what, calendar::Day today) {
    if (!what.due || what.force == policy::Force::Advice)
        return;
    if (what.state == policy::State::Late)
        lists.late.push_back(what);
    else if (what.state == policy::State::DueToday)
        lists.due_today.push_back(what);
    else if (what.state == policy::State::Upcoming && what.due->day <= today + std::chrono::days(7))
        lists.this_week.push_back(what);
}

// Of others' work: what has come so far that somebody of this reader's role is told (the pack's escalation).
void add_passed_up(const House& house, const access::Visitor& visitor, Lists& lists) {
    auto declared = std::vector<calendar::Holiday>();
    for (const auto& holiday : house.door.authority()->holidays)
        declared.push_back({holiday.what.day, holiday.what.name});
    auto below = house.door.records_below(visitor, house.now());
    for (const auto& owed : house.door.owed_for(visitor, below, house.today(), house.now())) {
        auto told = policy::notices_of(owed.obligation, house.pack(), declared, house.now());
        bool is_told = std::any_of(told.begin(), told.end(), [&](const policy::Notice& notice) {
            return notice.is_late && std::find(notice.tell.begin(), notice.tell.end(), visitor.who.pack_role) != notice.tell.end();
        });
        if (is_told)
            lists.passed_up.push_back(owed.obligation);
    }
}

std::string list_of(const House& house, std::string_view title, const std::vector<Obligation>& list, std::string_view none) {
    if (list.empty())
        return none.empty() ? std::string() : fmt::format("{}\n\n", none);
    auto text = fmt::format("{} ({})\n", title, list.size());
    for (std::size_t i = 0; i < std::min(list.size(), most_lines); ++i)
        text += fmt::format("- {}: {}\n", web::pages::capital(web::pages::noun(house, list[i])), web::pages::state_words(list[i]));
    if (list.size() > most_lines)
        text += fmt::format("- and {} more\n", list.size() - most_lines);
    return text + "\n";
}

// Neither what it is nor whose: when it is due.
std::string planned_of(const House& house, const std::vector<calendar::Day>& planned) {
    if (planned.empty())
        return "";
    auto text = fmt::format("What plans say, late or due this week ({})\n", planned.size());
    for (std::size_t i = 0; i < std::min(planned.size(), most_lines); ++i)
        text += fmt::format("- {} {}\n", planned[i] < house.today() ? "late: was due on" : "due on", calendar::with_weekday(planned[i]));
    if (planned.size() > most_lines)
        text += fmt::format("- and {} more\n", planned.size() - most_lines);
    return text + "\n";
}

std::string text_of(const House& house, const Lists& lists) {
    const bool is_plan_late = !lists.planned.empty() && lists.planned.front() < house.today();
    return calendar::with_weekday(house.today()) + "\n\n" + list_of(house, "Late", lists.late, lists.has_children && !is_plan_late ? "Nothing is late." : "") +
           list_of(house, "Due today", lists.due_today, lists.has_children ? "Nothing else is due today." : "") + list_of(house, "Due this week", lists.this_week, "") + planned_of(house, lists.planned) +
           list_of(house, "Late in your team", lists.passed_up, "") +
           fmt::format("Whose they are stands in Lifestory: {}/\n\nNo name stands in this e-mail. To have no more of them: {}/account\n",
                       house.public_address, house.public_address);
}

} // namespace

bool is_time_for_daily_email(const MailSettings& settings, calendar::Instant now, const calendar::Calendar& working_days) {
    auto wall = calendar::london(now);
    return working_days.is_working_day(wall.day) && wall.since_midnight >= settings.daily_at && wall.since_midnight < settings.daily_at + still_sent;
}

std::optional<Email> daily_email_for(const House& house, WorkerNumber worker) {
    auto visitor = house.door.visitor(worker, "daily e-mail");
    auto to = house.desk.telling(worker).daily_email_to;
    if (!visitor || to.empty())
        return std::nullopt;
    Lists lists;
    auto own = house.door.caseload(worker, house.now());
    lists.has_children = !own.empty();
    for (const auto& owed : house.door.owed_for(*visitor, own, house.today() + std::chrono::days(7), house.now()))
        sort_into(lists, owed.obligation, house.today());
    for (const auto& owed : web::pages::work_owed_by(house, worker, house.today() + std::chrono::days(7)))
        sort_into(lists, owed.owed, house.today());
    add_passed_up(house, *visitor, lists);
    const auto open = house.door.look_over(*visitor, own, house.now());
    for (const auto& due : web::pages::actions_due(open, house.today() + std::chrono::days(7)))
        lists.planned.push_back(*due.action.action.by);
    if (own.empty() && lists.late.empty() && lists.due_today.empty() && lists.this_week.empty() && lists.passed_up.empty() && lists.planned.empty())
        return std::nullopt;
    return Email{to, "What is due, " + calendar::with_weekday(house.today()), text_of(house, lists), house.now()};
}

Round send_daily_emails(const House& house, const MailSettings& settings, const web::http::Log& log) {
    if (!is_time_for_daily_email(settings, house.now(), web::pages::working_days_of(house)))
        return Round::Done;
    Post post(settings);
    Round round = Round::Done;
    for (const auto& worker : house.desk.readers_of_daily_email()) {
        if (!house.desk.take_daily_email(worker, house.today())) // taken before it is sent: a stop between the two sends none, never two
            continue;
        auto email = daily_email_for(house, worker);
        auto sent = email ? post.send(*email) : Outcome(Nothing{});
        if (sent)
            continue;
        const auto& why = sent.refusal();
        log.line("daily e-mail not sent: " + why.code);
        if (why.code != "no-mail-server" && why.code != "mail-later")
            continue;
        house.desk.give_back_daily_email(worker, house.today());
        round = Round::TryAgain;
        if (why.code == "no-mail-server")
            break;
    }
    return round;
}

} // namespace lifestory::app
