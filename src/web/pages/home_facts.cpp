#include "web/pages/home_facts.h"

#include <fmt/format.h>

#include "base/text.h"
#include "casework/placement.h"
#include "record/homes.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/people.h"

namespace lifestory::web::pages {

namespace {

using calendar::Day;
using record::Relationship;
using record::TimeAtHome;

struct AtHome {
    const access::OpenRecord& open;
    Day today;
    const record::Family& family() const { return *open.family; }
    const record::Child& child() const { return *open.child; }
};

std::string days_at(std::optional<Day> since, std::optional<Day> until) {
    if (since && until)
        return fmt::format("From {} until {}", calendar::in_words(*since), calendar::in_words(*until));
    if (until)
        return "Until " + calendar::in_words(*until);
    return since ? "Since " + calendar::in_words(*since) : std::string("Since when is not known");
}

// "Since 2 November 2026. Said by: Kerry Barrow. Put in by Priya Anand on 3 November 2026."
template <class T>
Html said_quietly(const std::string& since, const std::string& said_by, const record::Beside<T>& said) {
    return html("<p class=\"govuk-body app-quiet\">{}.{} Put in by {} on {}.</p>", since, said_by.empty() ? "" : " Said by: " + said_by + ".", said.by.full_name, day_of(said.at));
}

Html in_body(const std::string& words) { return html("<p class=\"govuk-body\">{}</p>", capital(words)); }

Html earlier_of(std::string_view label, const std::vector<Html>& all) {
    if (all.empty())
        return Html();
    Html rows;
    for (const auto& one : all)
        rows += html("<li>{}</li>", one);
    Details details_before;
    details_before.summary = Phrase(html("Before ({})<span class=\"govuk-visually-hidden\">: {}</span>", all.size(), label));
    details_before.content = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
    return details(details_before);
}

// Who was there when this was said of the home.
std::string with_whom(const AtHome& reading, const record::Household& home, Day on) {
    std::vector<std::string> names;
    for (const auto& member : record::living_at(reading.family(), home, on))
        if (const auto* person = reading.family().person(member); person && member != reading.child().person)
            names.push_back(person->full_name);
    return names.empty() ? home.name : home.name + ": " + join(names, "; ");
}

std::string hidden_from(const AtHome& reading, const record::Household& home) {
    std::vector<std::string> names;
    for (const auto& one : home.not_for)
        if (const auto* person = reading.family().person(one))
            names.push_back(person->full_name);
    return names.empty() ? std::string() : in_a_row(std::move(names)) + " may not know it.";
}

Html where_words(const AtHome& reading, const record::Household& home) {
    auto words = home.address.empty() ? home.name + ", address not known" : home.name == home.address ? home.name : home.name + ", " + home.address;
    auto hidden = hidden_from(reading, home);
    return html("{}{}", in_body(words), hidden.empty() ? Html() : html("<p class=\"govuk-body\"><strong>{}</strong></p>", hidden));
}

const TimeAtHome* now_of(const std::vector<TimeAtHome>& times) { return times.empty() || times.front().until ? nullptr : &times.front(); }

struct HomeRow {
    Html now;
    std::vector<Html> before;
};

// A home away from home of which no home of the family was written down says itself where it is.
HomeRow placed(const record::EpisodeHistory& placement, const std::string& words) {
    const auto& last = placement.history.said.back();
    return {in_body(words.empty() ? std::string("Nobody has written it down.") : words) + said_quietly(days_at(last.what.started, last.what.ended), {}, last), {}};
}

HomeRow lives_with_row(const AtHome& reading, const std::vector<TimeAtHome>& times) {
    const auto where = casework::where_on(reading.child(), reading.family(), reading.today);
    const auto with = lives_with(reading.child(), reading.family(), reading.today);
    const auto* now = now_of(times);
    HomeRow row;
    if (where.placement && !where.home)
        row = placed(*where.placement, with);
    else if (now)
        row.now = in_body(with.empty() ? std::string("Nobody has written down with whom.") : with) + said_quietly(days_at(now->since, {}), now->home().said_by, *now->said);
    for (const auto& time : times)
        if (&time != now || (where.placement && !where.home))
            row.before.push_back(in_body(with_whom(reading, time.home(), time.until.value_or(reading.today))) + said_quietly(days_at(time.since, time.until), time.home().said_by, *time.said));
    return row;
}

// Where it was, with each address that was said of it.
HomeRow address_row(const AtHome& reading, const std::vector<TimeAtHome>& times) {
    const auto where = casework::where_on(reading.child(), reading.family(), reading.today);
    const auto* now = now_of(times);
    HomeRow row;
    if (where.placement && !where.home)
        row = placed(*where.placement, where.address);
    else if (now)
        row.now = where_words(reading, now->home()) + said_quietly(days_at(now->since, {}), now->home().said_by, *now->said);
    for (const auto& history : reading.family().households)
        if (now && history.now().household == now->home().household)
            for (auto one = history.said.rbegin() + 1; one < history.said.rend(); ++one)
                if (one->what.address != (one - 1)->what.address || one->what.not_for != (one - 1)->what.not_for)
                    row.before.push_back(where_words(reading, one->what) + said_quietly("As it was said before", one->what.said_by, *one));
    for (const auto& time : times)
        if (&time != now || (where.placement && !where.home))
            row.before.push_back(where_words(reading, time.home()) + said_quietly(days_at(time.since, time.until), time.home().said_by, *time.said));
    return row;
}

HomeRow responsibility_row(const AtHome& reading) {
    HomeRow row;
    for (const auto& history : reading.family().relationships)
        for (auto one = history.said.rbegin(); one < history.said.rend(); ++one) {
            const auto& tie = one->what;
            const auto* person = reading.family().person(tie.from);
            if (!person || tie.to != reading.child().person || !tie.parental_responsibility)
                continue;
            const bool is_last = one == history.said.rbegin();
            const bool holds = is_last && (!tie.since || *tie.since <= reading.today) && (!tie.until || reading.today <= *tie.until);
            auto who = reading.family().who_to(tie.from, tie.to, reading.today);
            auto words = in_body(person->full_name + (who.empty() ? "" : ", " + who)) + said_quietly(is_last ? days_at(tie.since, tie.until) : "As it was said before", tie.told_by, *one);
            if (holds)
                row.now += words;
            else
                row.before.push_back(std::move(words));
        }
    return row;
}

} // namespace

Html home_facts(const access::OpenRecord& open, Day today) {
    const AtHome reading{open, today};
    const auto times = open.child->person ? record::times_at_home(*open.family, *open.child->person, today) : std::vector<TimeAtHome>();
    const auto where = casework::where_on(*open.child, *open.family, today);
    SummaryList list;
    auto add = [&](std::string_view label, const HomeRow& row, const Url& change) {
        auto now = row.now.empty() ? in_body("Nobody has written it down.") : row.now;
        list.rows.push_back({{Phrase(std::string(label)), {}}, {Phrase(now + earlier_of(label, row.before)), {}}, {}, std::vector<Action>{{change, "Change", std::string(label), {}, {}}}, {}});
    };
    const auto home = where.placement ? path("/children/{}/spells/{}/putting-right", open.record.hex(), where.placement->episode) : people_path(open.record);
    add("Lives with", lives_with_row(reading, times), home);
    add("Address", address_row(reading, times), home);
    add("Parental responsibility", responsibility_row(reading), people_path(open.record));
    return summary_list(list);
}

} // namespace lifestory::web::pages
