#include "policy/timeline_of_work.h"

#include <algorithm>
#include <functional>

#include "calendar/london.h"
#include "policy/timeline_of.h"

namespace lifestory::policy {

namespace {

using record::Authority;
using record::Entry;
using std::chrono::days;

// Asked of every entry for every worker: it makes nothing.
bool names(const record::Form& form, const WorkerNumber& worker) {
    return std::ranges::any_of(form.answers, [&](const record::Answer& answer) {
        const auto* people = answer.type == "worker" ? std::get_if<record::People>(&answer.value) : nullptr;
        return people && std::ranges::any_of(people->there, [&](const auto& there) { return there.worker == worker; });
    });
}

std::optional<TeamNumber> team_of_author(const Entry& entry, const Authority& authority) {
    const auto& author = entry.said.recorded_by.worker;
    const auto* worker = authority.worker_on(author, calendar::london_day(entry.recorded_at));
    return worker ? std::optional(worker->team) : std::nullopt;
}

Happening happening_of(const Entry& entry, const record::Form& form, const Authority& authority, const Pack& pack) {
    std::vector<std::string> by{"author"};
    if (const auto* author = authority.worker_on(entry.said.recorded_by.worker, calendar::london_day(entry.recorded_at)); author && !author->role.empty())
        by.push_back(author->role);
    const auto* meeting = std::get_if<record::Meeting>(&entry.content);
    const bool only_arranged = meeting && meeting->arranged_only;
    const auto day = entry.said.happened_on.value_or(calendar::london_day(entry.recorded_at));
    auto happening = happening_of_draft(form, entry.id, only_arranged ? std::nullopt : std::optional(day), entry.said.happened_at, by, pack);
    happening.pack_digest = entry.said.judged_by.digest;
    if (meeting && meeting->planned_for)
        happening.moments.push_back({"planned", calendar::start_of(*meeting->planned_for), Known::ToTheDay, ""});
    if (!only_arranged)
        happening.moments.push_back({"recorded", entry.recorded_at, Known::ToTheMinute, ""});
    return happening;
}

using Concerns = std::function<bool(const Entry&, const record::Form&)>;

// Those entries whose type is `about` the subject, and that concern this one.
Timeline timeline_of(std::string_view about, const Authority& authority, const Pack& pack, const Concerns& concerns) {
    Timeline timeline;
    for (const auto& entry : authority.work) {
        const auto* form = record::form_of(entry.content);
        const RecordType* type = form && concerns(entry, *form) ? pack.record_type(form->record_type) : nullptr;
        if (type && type->about == about)
            timeline.happenings.push_back(happening_of(entry, *form, authority, pack));
    }
    for (const auto& holiday : authority.holidays)
        timeline.declared.push_back({holiday.what.day, holiday.what.name, holiday.at});
    for (const auto& accepted : authority.packs)
        timeline.accepted.push_back({accepted.at, accepted.what.digest});
    return timeline;
}

Day day_of(Instant at) { return calendar::london_day(at); }

// Where the worker was, from the day on which it was said; none once they have left.
void add_teams(Timeline& timeline, const record::History<record::Worker>& history, const Authority& authority) {
    for (const auto& said : history.said) {
        if (!timeline.teams.empty() && !timeline.teams.back().to)
            timeline.teams.back().to = timeline.areas.back().to = day_of(said.at);
        const auto* team = authority.team(said.what.team);
        if (!said.what.working || !team)
            continue;
        timeline.teams.push_back({team->name, day_of(said.at), std::nullopt, said.entry});
        timeline.areas.push_back({team->area, day_of(said.at), std::nullopt, said.entry});
    }
}

} // namespace

Timeline timeline_of_worker(const WorkerNumber& worker, const Authority& authority, const Pack& pack) {
    auto timeline = timeline_of("worker", authority, pack, [&](const Entry&, const record::Form& form) { return names(form, worker); });
    for (const auto& history : authority.workers)
        if (history.now().worker == worker) {
            add_teams(timeline, history, authority);
            if (!history.now().working)
                timeline.died = day_of(history.said.back().at); // has left: nothing more is owed
        }
    return timeline;
}

Timeline timeline_of_team(const TeamNumber& team, const Authority& authority, const Pack& pack) {
    auto timeline = timeline_of("team", authority, pack, [&](const Entry& entry, const record::Form& form) {
        const RecordType* type = pack.record_type(form.record_type); // before its author is looked for, who may be anybody
        return type && type->about == "team" && team_of_author(entry, authority) == team;
    });
    for (const auto& history : authority.teams)
        if (history.now().team == team) {
            timeline.teams.push_back({history.now().name, day_of(history.said.front().at), std::nullopt, history.said.front().entry});
            timeline.areas.push_back({history.now().area, day_of(history.said.front().at), std::nullopt, history.said.front().entry});
        }
    return timeline;
}

Timeline timeline_of_authority(const Authority& authority, const Pack& pack) {
    auto timeline = timeline_of("authority", authority, pack, [](const Entry&, const record::Form&) { return true; });
    if (!authority.packs.empty())
        timeline.teams.push_back({authority.packs.front().what.pack, day_of(authority.packs.front().at), std::nullopt, authority.packs.front().entry});
    return timeline;
}

} // namespace lifestory::policy
