#include "casework/episode.h"

#include <algorithm>

namespace lifestory::casework {

namespace {

const record::EpisodeHistory* find(const record::Child& child, const std::string& episode) {
    const auto found = std::find_if(child.episodes.begin(), child.episodes.end(),
                                    [&](const auto& each) { return each.episode == episode; });
    return found == child.episodes.end() ? nullptr : &*found;
}

} // namespace

Result<Writing> begin_episode(const Act& act, const record::Child& child, const record::Episode& episode) {
    Refusing refusing;
    refusing.unless(find(child, episode.episode) == nullptr, "", "This has begun already; change or end it");
    refusing.unless(!episode.form.record_type.empty(), "record-type", "Say what begins");
    refusing.unless(episode.started <= today(act), "started",
                    "The first day cannot be after today, " + calendar::in_words(today(act)));
    refusing.unless(!episode.ended || episode.started <= *episode.ended, "ended",
                    "The last day cannot be before the first");
    if (refusing.has_any())
        return refusing.all();
    Writing writing{written(act, child.record, episode)};
    writing.front().said.happened_on = episode.started;
    return writing;
}

Result<Writing> end_episode(const Act& act, const record::Child& child, const std::string& episode,
                            Day ended) {
    const auto* found = find(child, episode);
    if (!found || found->now().ended)
        return refuse("episode", "Choose something that has begun and not ended", "episode");
    Refusing refusing;
    refusing.unless(ended <= today(act), "ended",
                    "The last day cannot be after today, " + calendar::in_words(today(act)));
    refusing.unless(found->now().started <= ended, "ended",
                    "The last day cannot be before the first, " + calendar::in_words(found->now().started));
    if (refusing.has_any())
        return refusing.all();
    auto now = found->now();
    now.ended = ended;
    Writing writing{written(act, child.record, now)};
    writing.front().said.happened_on = ended;
    return writing;
}

} // namespace lifestory::casework
