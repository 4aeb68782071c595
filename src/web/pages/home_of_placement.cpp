#include "web/pages/home_of_placement.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "record/homes.h"
#include "web/pages/about_child.h"
#include "web/pages/people.h"

namespace lifestory::web::pages {

namespace {

using record::Household;

std::vector<const record::Person*> people_beside(const access::OpenRecord& open) {
    std::vector<const record::Person*> all;
    for (const auto& one : open.family->people)
        if (!one.now().died && one.now().person != open.child->person)
            all.push_back(&one.now());
    return all;
}

std::string names_beside(const access::OpenRecord& open, const std::vector<PersonNumber>& people) {
    std::vector<std::string> all;
    for (const auto& number : people)
        if (const auto* person = open.family->person(number); person && number != open.child->person)
            all.push_back(person->full_name);
    return in_a_row(std::move(all));
}

Html home_in_lines(const access::OpenRecord& open, const Household& home) {
    Html lines;
    if (!home.address.empty())
        lines += html("<p class=\"govuk-body\">Address: {}</p>", home.address);
    if (!home.not_for.empty())
        lines += html("<p class=\"govuk-body\"><strong>{} may not know this address.</strong></p>", names_beside(open, home.not_for));
    if (auto with = names_beside(open, home.members); !with.empty())
        lines += html("<p class=\"govuk-body\">Living there, too: {}</p>", with);
    return lines;
}

} // namespace

Html placement_fields(const Asked& asked, const access::OpenRecord& open) {
    if (!open.child->person || !open.child->family)
        return Html();
    auto people = people_beside(open);
    return tick_people(asked, "with", "Who of the family lives there, too?", "", people) +
           tick_people(asked, "not-for", "Who may not know this address?", "Whoever writes to them sees it.", people);
}

void write_placed(desk::Fields& fields, const casework::PlacedAt& at) {
    fields["item.address"] = at.address;
    fields["with"] = lines_of_people(at.with);
    fields["not-for"] = lines_of_people(at.not_for);
}

casework::PlacedAt read_placed(const desk::Fields& fields) { return {"", ticked_people(fields, "with"), ticked_people(fields, "not-for")}; }

Html lines_of_home(const access::OpenRecord& open, const std::string& episode) {
    const auto* history = casework::home_of_placement(*open.family, episode);
    return history ? home_in_lines(open, history->now()) : Html();
}

std::vector<Html> home_said_before(const access::OpenRecord& open, const std::string& episode) {
    std::vector<Html> all;
    const auto* history = casework::home_of_placement(*open.family, episode);
    if (!history)
        return all;
    auto newer = home_in_lines(open, history->now());
    for (auto one = history->said.rbegin() + 1; one < history->said.rend(); ++one)
        if (auto lines = home_in_lines(open, one->what); lines.markup() != newer.markup() && !lines.empty()) {
            all.push_back(html("{}<p class=\"govuk-body app-quiet\">Put in by {} on {}.</p>", lines, one->by.full_name, day_of(one->at)));
            newer = lines;
        }
    return all;
}

std::string home_afterwards(const access::OpenRecord& open, const record::EpisodeHistory& placement, calendar::Day today) {
    const record::Household* next = nullptr;
    for (const auto& history : open.family->households) {
        const auto& home = history.now();
        const bool is_there = open.child->person && std::ranges::find(home.members, *open.child->person) != home.members.end();
        const bool holds = (!home.since || *home.since <= today) && (!home.until || today < *home.until);
        if (is_there && holds && home.household != record::home_of_placement_id(placement.episode) && (!next || next->since <= home.since))
            next = &home;
    }
    auto name = open.child->first_name();
    return next ? fmt::format("After that day {} is said to live at {} again, which has not ended. If that is not so, say under People where {} lives.", name, next->name, name)
                : fmt::format("After that day nobody has written down where {} lives: say it here or under People.", name);
}

} // namespace lifestory::web::pages
