#include "casework/episode.h"

#include <algorithm>

#include <fmt/format.h>

namespace lifestory::casework {

namespace {

constexpr std::string_view order_type = "order"; // and the item that says which

const record::EpisodeHistory* find(const record::Child& child, const std::string& episode) {
    const auto found = std::find_if(child.episodes.begin(), child.episodes.end(), [&](const auto& each) { return each.episode == episode; });
    return found == child.episodes.end() ? nullptr : &*found;
}

// The last day of one may be the first of the next.
bool overlap(const record::Episode& one, const record::Episode& other) {
    return (!other.ended || one.started < *other.ended) && (!one.ended || other.started < *one.ended);
}

// Of homes and of legal statuses any two; of orders two of one kind.
bool exclude_each_other(const record::Episode& one, const record::Episode& other) {
    const auto& type = one.form.record_type;
    return type == other.form.record_type && (is_one_at_a_time(type) || (type == order_type && one.form.chosen(order_type) == other.form.chosen(order_type)));
}

void check_alone(Refusing& refusing, const record::Child& child, const record::Episode& episode) {
    for (const auto& other : child.episodes) {
        const auto& now = other.now();
        if (other.episode == episode.episode || !exclude_each_other(episode, now) || !overlap(episode, now))
            continue;
        auto name = now.form.name.empty() ? std::string("Another") : now.form.name;
        refusing.unless(false, "started",
                        now.ended ? fmt::format("This overlaps what stands from {} until {}: give other days, or put that right first",
                                                calendar::in_words(now.started), calendar::in_words(*now.ended))
                                  : fmt::format("{} stands since {} and has not ended: end it first", name, calendar::in_words(now.started)));
        return;
    }
}

bool is_looked_after(const record::Episode& episode) {
    const auto* answer = episode.form.record_type == "legal-status" ? episode.form.find("looked-after") : nullptr;
    const auto* said = answer ? std::get_if<record::YesNo>(&answer->value) : nullptr;
    return said && said->yes;
}
bool is_privately_fostered(const record::Episode& episode) { return episode.form.record_type == "private-fostering-arrangement"; }

// Whom the authority looks after nobody fosters privately: by law one of the two is not so.
void check_fits(Refusing& refusing, const record::Child& child, const record::Episode& episode) {
    for (const auto& other : child.episodes) {
        const auto& now = other.now();
        const bool are_both = (is_looked_after(episode) && is_privately_fostered(now)) || (is_privately_fostered(episode) && is_looked_after(now));
        if (other.episode == episode.episode || !are_both || !overlap(episode, now))
            continue;
        const auto days = now.ended ? fmt::format("from {} until {}", calendar::in_words(now.started), calendar::in_words(*now.ended)) : "since " + calendar::in_words(now.started);
        return refusing.unless(false, is_looked_after(episode) ? "looked-after" : "started",
                               fmt::format("{} is {} {}, and a child who is looked after is not privately fostered: put one of the two right, or end it, first", child.first_name(),
                                           is_looked_after(now) ? "looked after" : "privately fostered", days));
    }
}

void check_days(Refusing& refusing, const Act& act, const record::Child& child, const record::Episode& episode) {
    refusing.unless(episode.started <= today(act), "started", "The first day cannot be after today, " + calendar::in_words(today(act)));
    refusing.unless(!episode.ended || episode.started <= *episode.ended, "ended", "The last day cannot be before the first");
    const bool is_after_birth = is_one_at_a_time(episode.form.record_type) || episode.form.record_type == order_type; // work and plans can begin before
    if (auto born = child.born(); born && is_after_birth)
        refusing.unless(*born <= episode.started, "started",
                        fmt::format("{} was born on {}: give that day or a later one", child.first_name(), calendar::in_words(*born)));
    check_alone(refusing, child, episode);
    check_fits(refusing, child, episode);
}

Writing said(const Act& act, const record::Child& child, const record::Episode& episode, Day happened_on) {
    Writing writing{written(act, child.record, episode)};
    writing.front().said.happened_on = happened_on;
    return writing;
}

} // namespace

bool is_one_at_a_time(std::string_view record_type) { return record_type == "placement" || record_type == "legal-status"; }

Result<Writing> begin_episode(const Act& act, const record::Child& child, const record::Episode& episode) {
    Refusing refusing;
    refusing.unless(find(child, episode.episode) == nullptr, "", "This has begun already; change or end it");
    refusing.unless(!episode.form.record_type.empty(), "record-type", "Say what begins");
    check_days(refusing, act, child, episode);
    if (refusing.has_any())
        return refusing.all();
    return said(act, child, episode, episode.started);
}

Result<Writing> put_episode_right(const Act& act, const record::Child& child, const record::Episode& episode) {
    const auto* found = find(child, episode.episode);
    if (!found || found->now().form.record_type != episode.form.record_type)
        return refuse("episode", "Choose something that has begun", "episode");
    Refusing refusing;
    refusing.unless(found->now() != episode, "", "Nothing was changed: it says this already");
    if (episode.ended)
        refusing.unless(*episode.ended <= today(act), "ended", "The last day cannot be after today, " + calendar::in_words(today(act)));
    check_days(refusing, act, child, episode);
    if (refusing.has_any())
        return refusing.all();
    return said(act, child, episode, episode.ended.value_or(episode.started));
}

Result<Writing> end_episode(const Act& act, const record::Child& child, const std::string& episode, Day ended) {
    const auto* found = find(child, episode);
    if (!found || found->now().ended)
        return refuse("episode", "Choose something that has begun and not ended", "episode");
    Refusing refusing;
    refusing.unless(ended <= today(act), "ended", "The last day cannot be after today, " + calendar::in_words(today(act)));
    refusing.unless(found->now().started <= ended, "ended", "The last day cannot be before the first, " + calendar::in_words(found->now().started));
    if (refusing.has_any())
        return refusing.all();
    auto now = found->now();
    now.ended = ended;
    return said(act, child, now, ended);
}

} // namespace lifestory::casework
