#include "policy/timeline_of.h"

#include <algorithm>

#include "calendar/london.h"
#include "policy/who_agrees.h"
#include "record/facts.h"
#include "record/outline.h"

namespace lifestory::policy {

namespace {

using record::Cases;
using std::chrono::days;
using Answered = std::map<std::string, std::vector<std::string>>;

// ---- answers as conditions ask for them

std::vector<std::string> values_of(const record::Value& value) {
    return std::visit(Cases{[](const record::Text& text) { return std::vector<std::string>{text.words}; },
                            [](const record::Choices& choices) { return choices.chosen; },
                            [](const record::YesNo& answer) { return std::vector<std::string>{answer.yes ? "yes" : "no"}; },
                            [](const record::OnDay& on) { return std::vector<std::string>{calendar::iso(on.day)}; },
                            [](const record::SeenHow& seen) { return std::vector<std::string>{std::string(record::word_of(seen.seen))}; },
                            [](const auto&) { return std::vector<std::string>{}; }},
                      value);
}

bool is_answered(const record::Value& value) {
    if (std::holds_alternative<record::NotKnown>(value))
        return false;
    const auto* text = std::get_if<record::Text>(&value);
    return !text || !text->words.empty();
}

Answered answers_of(const record::Form& form) {
    Answered all;
    for (const auto& answer : form.answers) {
        if (!is_answered(answer.value))
            continue;
        bool prose = std::holds_alternative<record::Text>(answer.value) && record::is_prose(answer.type); // in no timeline: that it was answered is enough
        all[answer.item] = prose ? std::vector<std::string>{} : values_of(answer.value);
    }
    return all;
}

// ---- moments

void on_day(Happening& happening, std::string name, Day day, std::string to = {}) {
    happening.moments.push_back({std::move(name), calendar::start_of(day), Known::ToTheDay, std::move(to)});
}

void at(Happening& happening, std::string name, Instant instant) {
    happening.moments.push_back({std::move(name), instant, Known::ToTheMinute, ""});
}

struct When {
    Day day{};
    std::optional<std::chrono::minutes> minutes;
};

void at(Happening& happening, std::string name, const When& when) {
    if (when.minutes)
        at(happening, std::move(name), calendar::instant_of({when.day, *when.minutes, false}));
    else
        on_day(happening, std::move(name), when.day);
}

void add_seen(Happening& happening, const record::Form& form, const When& when) {
    auto seen = form.seen();
    if (!seen || *seen == record::Seen::NotSeen)
        return;
    at(happening, "seen", when);
    if (*seen != record::Seen::WithOthers) // a baby seen awake: as alone as a baby can be seen
        at(happening, "seen-alone", when);
}

// Sent or received: as answered, else as the type has it that can be one of them alone (a referral is received).
std::string direction_of(const Happening& happening, const RecordType* type) {
    if (auto found = happening.items.find("direction"); found != happening.items.end() && !found->second.empty())
        return found->second.front();
    const Item* item = type ? type->item("direction") : nullptr;
    if (item && item->accepts.size() == 1)
        return item->accepts.front();
    return item && item->choices.size() == 1 ? item->choices.front().name : "";
}

// It came or went when the form says so, by the day or the minute; else when it happened.
void add_passing(Happening& happening, const std::string& name, const record::Form& form, const When& when) {
    for (const auto& answer : form.answers) {
        const auto* instant = std::get_if<record::AtInstant>(&answer.value);
        if (instant && (answer.item == "when-came" || answer.item == "received-at"))
            return at(happening, name, instant->instant);
        const auto* day = std::get_if<record::OnDay>(&answer.value);
        if (day && answer.item == "received-on")
            return on_day(happening, name, day->day);
    }
    at(happening, name, when);
}

// The moments that a built-in type has beside those of every entry, from the day on which it happened.
void add_moments_of(Happening& happening, const record::Form& form, const When& when, const Pack& pack) {
    const RecordType* type = pack.record_type(happening.record_type);
    auto is = [&](std::string_view built_in) { return type && type->is_like(built_in); };
    if (is("visit") && !is("failed-visit"))
        add_seen(happening, form, when);
    if (is("meeting") || is("supervision"))
        at(happening, "held", when);
    if (is("key-decision") || is("closing"))
        at(happening, "decided", when);
    const auto direction = is("correspondence") || is("document") ? direction_of(happening, type) : "";
    if (is("message") || direction == "received")
        add_passing(happening, "received", form, when);
    if (direction == "sent")
        add_passing(happening, "sent", form, when);
    if (is("work"))
        at(happening, "completed", when);
    if (is("plan") || is("basic-detail") || is("relationship") || is("household"))
        at(happening, "started", when);
}

// ---- entries of the story

When happened(const record::Entry& entry) {
    return {entry.said.happened_on.value_or(calendar::london_day(entry.recorded_at)), entry.said.happened_on ? entry.said.happened_at : std::nullopt};
}

// As it was put right: then nothing is known of the hour.
When happened(const record::StoryEntry& story) {
    const auto* right = story.day_put_right();
    return right ? When{*right->what.right_day, std::nullopt} : happened(story.entry);
}

void add_beside(Happening& happening, const record::StoryEntry& story) {
    if (const auto* release = story.release(); release && release->how != "not-yet" && !story.releases.empty()) {
        if (release->on)
            on_day(happening, "released", *release->on);
        else
            at(happening, "released", story.releases.back().at);
    }
    for (const auto& sharing : story.sharings) {
        on_day(happening, "shared", sharing.what.on, sharing.what.to);
        on_day(happening, "distributed", sharing.what.on, sharing.what.to);
    }
}

std::optional<Day> planned_for(const record::Entry& entry) {
    const auto* meeting = std::get_if<record::Meeting>(&entry.content);
    return meeting ? meeting->planned_for : std::nullopt;
}

bool is_only_arranged(const record::Entry& entry) {
    const auto* meeting = std::get_if<record::Meeting>(&entry.content);
    return meeting && meeting->arranged_only;
}

std::vector<AcceptedPack> accepted_by(const record::Authority& authority) {
    std::vector<AcceptedPack> all;
    for (const auto& pack : authority.packs)
        all.push_back({pack.at, pack.what.digest});
    return all;
}

std::vector<std::string> roles_of(const record::Child& child, const record::Authority& authority, const std::vector<std::pair<WorkerNumber, Day>>& core_group,
                                  const WorkerNumber& worker, Day day) {
    std::vector<std::string> roles{"author"};
    const auto* known = authority.worker_on(worker, day);
    known = known ? known : authority.worker(worker);
    if (known && !known->role.empty())
        roles.push_back(known->role);
    if (std::ranges::any_of(core_group, [&](const auto& one) { return one.first == worker && one.second <= day; }))
        roles.emplace_back("core-group-member");
    for (const auto* allocation : child.allocated_on(day)) {
        if (allocation->worker == worker)
            roles.push_back(allocation->relationship);
        auto line = allocation->relationship == "allocated-worker" ? authority.line_above_on(allocation->worker, day) : std::vector<WorkerNumber>{};
        if (std::ranges::find(line, worker) != line.end())
            roles.emplace_back("line-of-management");
        if (!line.empty() && line.front() == worker)
            roles.emplace_back("supervisor");
    }
    return roles;
}

struct Making {
    const record::Child& child;
    const record::Authority& authority;
    const Pack& pack;
    std::vector<std::pair<EntryNumber, Happening>> all{};
    std::vector<std::pair<WorkerNumber, Day>> core_group = core_group_of(child);
    std::vector<AcceptedPack> accepted = accepted_by(authority);

    // What was said of no form is judged by the pack that was in force when it was said.
    std::string pack_at(Instant at) const {
        std::string digest = accepted.empty() ? "" : accepted.front().digest;
        for (const auto& one : accepted)
            if (one.at <= at)
                digest = one.digest;
        return digest;
    }

    // The arrangement of a meeting that was then held says when it was planned for; the held one does not say it again.
    bool was_arranged(const record::Entry& held) const {
        return std::ranges::any_of(child.story, [&](const record::StoryEntry& other) {
            return is_only_arranged(other.entry) && other.record_type() == record::form_of(held.content)->record_type &&
                   planned_for(other.entry) == planned_for(held);
        });
    }

    void add_moments(Happening& happening, const record::StoryEntry& story, const When& when) {
        const auto& entry = story.entry;
        if (auto planned = planned_for(entry); planned && (is_only_arranged(entry) || !was_arranged(entry)))
            on_day(happening, "planned", *planned);
        if (is_only_arranged(entry))
            return;
        at(happening, "happened", when);
        entry.said.known_on ? on_day(happening, "known", *entry.said.known_on) : at(happening, "known", when);
        at(happening, "recorded", entry.recorded_at);
        if (const auto* form = record::form_of(entry.content))
            add_moments_of(happening, *form, when, pack);
        add_agreement(happening, story);
        add_beside(happening, story);
    }

    // Where the policy names who agrees, what others say of it is no agreement.
    void add_agreement(Happening& happening, const record::StoryEntry& story) const {
        const auto agreement = agreement_on(story, child, authority, pack);
        for (const auto& endorsement : story.endorsements)
            if (agreement.asked_of.empty() || agreement.given == &endorsement)
                at(happening, "endorsed", endorsement.at);
    }

    // What is written of an enquiry or an assessment is of the episode that it tells of, whose days then speak alone.
    const record::EpisodeHistory* episode_of(const record::StoryEntry& story) const {
        auto tells = [&](const record::EpisodeHistory& episode) {
            const auto& now = episode.now();
            return now.form.record_type == story.record_type() && now.started <= story.day() && (!now.ended || story.day() <= *now.ended);
        };
        auto found = std::ranges::find_if(child.episodes, tells);
        return found == child.episodes.end() ? nullptr : &*found;
    }

    std::optional<EntryId> belongs_to(const record::Document& document) const {
        const auto* named = document.belongs_to ? child.find(*document.belongs_to) : nullptr;
        const auto* episode = named ? episode_of(*named) : nullptr;
        return episode ? std::optional(episode->history.said.front().entry) : document.belongs_to;
    }

    void add_story(const record::StoryEntry& story) {
        const auto& entry = story.entry;
        Happening happening;
        happening.id = entry.id;
        happening.record_type = story.record_type();
        happening.pack_digest = entry.said.judged_by.digest;
        happening.by = roles_of(child, authority, core_group, entry.said.recorded_by.worker, happened(story).day);
        if (const auto* form = record::form_of(entry.content))
            happening.items = answers_of(*form);
        if (const auto* document = std::get_if<record::Document>(&entry.content))
            happening.belongs_to = belongs_to(*document);
        add_moments(happening, story, happened(story));
        if (const auto* episode = episode_of(story)) {
            happening.belongs_to = happening.belongs_to.value_or(episode->history.said.front().entry);
            std::erase_if(happening.moments, [](const Moment& moment) { return moment.name == "completed" || moment.name == "started"; });
        }
        put_right(happening, story);
        all.emplace_back(entry.number, std::move(happening));
    }

    // The moments as they were said before each correction of the day, and before the whole was withdrawn.
    void put_right(Happening& happening, const record::StoryEntry& story) {
        auto before = happened(story.entry);
        auto former = [&](const When& when, Instant until) {
            Happening then{.id = happening.id, .record_type = happening.record_type, .moments = {}, .items = happening.items, .belongs_to = {}, .by = {}, .pack_digest = {}};
            add_moments(then, story, when);
            for (auto& moment : then.moments)
                if (moment.at < until)
                    happening.former.push_back({std::move(moment), until});
        };
        for (const auto& correction : story.corrections) {
            if (!correction.what.right_day)
                continue;
            former(before, correction.at);
            before = {*correction.what.right_day, std::nullopt};
        }
        if (const auto* withdrawn = story.withdrawn()) {
            former(before, withdrawn->at);
            happening.moments.clear();
        }
    }

    void add_episode(const record::EpisodeHistory& episode) {
        const auto& first = episode.history.said.front();
        const auto& now = episode.now();
        const RecordType* type = pack.record_type(now.form.record_type);
        Happening happening;
        happening.id = first.entry;
        happening.record_type = now.form.record_type;
        happening.by = roles_of(child, authority, core_group, first.by.worker, calendar::london_day(first.at));
        happening.items = answers_of(now.form);
        happening.pack_digest = pack_at(first.at);
        add_former(happening, episode.history);
        for (auto name : {"happened", "known", "started"})
            on_day(happening, name, now.started);
        at(happening, "recorded", first.at);
        if (type && type->is_like("work"))
            add_passing(happening, "received", now.form, {now.started, std::nullopt});
        if (now.started > calendar::london_day(first.at)) // said beforehand
            on_day(happening, "planned", now.started);
        if (now.ended)
            on_day(happening, type && type->is_like("work") ? "completed" : "ended", *now.ended);
        if (type && std::ranges::find(type->moments, "decided") != type->moments.end())
            at(happening, "decided", first.at);
        all.emplace_back(first.number, std::move(happening));
    }

    // Said again with another first day.
    static void add_former(Happening& happening, const record::History<record::Episode>& history) {
        for (std::size_t at = 0; at + 1 < history.said.size(); ++at) {
            const auto& then = history.said[at].what;
            if (then.started != history.said[at + 1].what.started)
                for (auto name : {"happened", "known", "started", "received"})
                    happening.former.push_back({{name, calendar::start_of(then.started), Known::ToTheDay, ""}, history.said[at + 1].at});
        }
    }

    void add_allocation(const record::History<record::Allocation>& history) {
        const auto& first = history.said.front();
        const auto& now = history.now();
        Happening happening;
        happening.id = first.entry;
        happening.record_type = "allocation";
        happening.items["relationship"] = {now.relationship};
        happening.pack_digest = pack_at(first.at);
        for (auto name : {"happened", "known", "started"})
            on_day(happening, name, now.from);
        at(happening, "recorded", first.at);
        if (now.until)
            on_day(happening, "ended", *now.until);
        all.emplace_back(first.number, std::move(happening));
    }

    void add_fact(const record::Beside<record::BasicDetail>& said) {
        Happening happening;
        happening.id = said.entry;
        const RecordType* type = pack.record_type(said.what.fact);
        happening.record_type = type && type->is_like("basic-detail") ? said.what.fact : "basic-detail";
        happening.items[said.what.fact] = {said.what.value};
        happening.pack_digest = pack_at(said.at);
        on_day(happening, "started", said.what.since.value_or(calendar::london_day(said.at)));
        for (auto name : {"happened", "known"}) // what happened is that we were told: it may have been so for years
            on_day(happening, name, said.known_on.value_or(calendar::london_day(said.at)));
        at(happening, "recorded", said.at);
        all.emplace_back(said.number, std::move(happening));
    }
};

// Where the work was held: with the team of whoever was the allocated worker.
void add_places(Timeline& timeline, const record::Child& child, const record::Authority& authority) {
    for (const auto& history : child.allocations) {
        const auto& now = history.now();
        const auto* worker = authority.worker_on(now.worker, now.from);
        worker = worker ? worker : authority.worker(now.worker);
        const auto* team = worker ? authority.team(worker->team) : nullptr;
        if (!team || now.relationship != "allocated-worker")
            continue;
        auto to = now.until ? std::optional(*now.until + days(1)) : std::nullopt;
        timeline.areas.push_back({team->area, now.from, to, history.said.front().entry});
        timeline.teams.push_back({team->name, now.from, to, history.said.front().entry});
    }
}

// What was chosen from a coded list is kept in its words: rules know it by its code too.
std::vector<std::string> with_codes(std::vector<std::string> values, const std::string& fact, const Pack& pack) {
    const auto* type = pack.record_type("child-details");
    const auto* item = type ? type->item(fact) : nullptr;
    std::vector<std::string> codes;
    for (const auto& choice : item ? item->choices : std::vector<Choice>())
        if (!choice.code.empty() && std::ranges::find(values, choice.name) != values.end() && std::ranges::find(values, choice.code) == values.end())
            codes.push_back(choice.code);
    values.insert(values.end(), codes.begin(), codes.end());
    return values;
}

} // namespace

std::vector<std::pair<WorkerNumber, Day>> core_group_of(const record::Child& child) {
    std::vector<std::pair<WorkerNumber, Day>> all;
    for (const auto& story : child.story) {
        const auto* form = story.form();
        if (!form || form->record_type != "core-group")
            continue;
        all.emplace_back(story.entry.said.recorded_by.worker, story.day());
        for (const auto& answer : form->answers)
            if (const auto* people = std::get_if<record::People>(&answer.value))
                for (const auto& there : people->there)
                    if (there.worker)
                        all.emplace_back(*there.worker, story.day());
    }
    return all;
}

std::vector<std::string> roles_on(const record::Child& child, const record::Authority& authority, const WorkerNumber& worker, Day day) {
    return roles_of(child, authority, core_group_of(child), worker, day);
}

Happening happening_of_draft(const record::Form& form, const EntryId& id, std::optional<Day> happened_on,
                             std::optional<std::chrono::minutes> happened_at, const std::vector<std::string>& by, const Pack& pack) {
    Happening happening;
    happening.id = id;
    happening.record_type = form.record_type;
    happening.items = answers_of(form);
    happening.by = by;
    if (happened_on) {
        When when{*happened_on, happened_at};
        at(happening, "happened", when);
        at(happening, "known", when);
        add_moments_of(happening, form, when, pack);
    }
    return happening;
}

Timeline timeline_of(const record::Child& child, const record::Authority& authority, const Pack& pack) {
    Making making{child, authority, pack};
    for (const auto& story : child.story)
        if (!std::holds_alternative<record::Episode>(story.entry.content)) // all that was said of an episode is one happening
            making.add_story(story);
    for (const auto& episode : child.episodes)
        making.add_episode(episode);
    for (const auto& allocation : child.allocations)
        if (allocation.now().until.value_or(Day::max()) >= allocation.now().from) // else another followed on the same day
            making.add_allocation(allocation);
    Timeline timeline;
    for (const auto& [fact, history] : child.facts) {
        for (const auto& said : history.said)
            making.add_fact(said);
        if (auto values = record::holds_several(fact) ? record::values_now(history, Day::max()) : std::vector{history.now().value}; !values.empty())
            timeline.details[fact] = with_codes(std::move(values), fact, pack);
    }
    std::ranges::stable_sort(making.all, {}, &std::pair<EntryNumber, Happening>::first);
    for (auto& [number, happening] : making.all)
        timeline.happenings.push_back(std::move(happening));
    timeline.born = child.born();
    timeline.died = child.died();
    if (!child.brought_in_from.empty())
        timeline.brought_in = calendar::london_day(child.opened_at);
    add_places(timeline, child, authority);
    for (const auto& holiday : authority.holidays)
        timeline.declared.push_back({holiday.what.day, holiday.what.name, holiday.at});
    timeline.accepted = std::move(making.accepted);
    return timeline;
}

} // namespace lifestory::policy
