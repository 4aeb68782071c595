#include "policy/who_agrees.h"

#include "calendar/london.h"
#include "policy/timeline_of.h"
#include "policy/who_signs.h"

namespace lifestory::policy {

namespace {

struct Naming {
    const record::StoryEntry& story;
    const record::Child& child;
    const record::Authority& authority;
    const Pack& pack;

    const RecordType* type() const {
        const bool is_work = record::is_signed_work(story.entry.content) && story.form() && !story.withdrawn();
        const auto* found = is_work ? pack.record_type(story.record_type()) : nullptr;
        return found && !found->endorsed_by.empty() ? found : nullptr;
    }
    WorkerNumber writer() const { return story.entry.said.finished_by ? story.entry.said.finished_by->worker : story.entry.said.recorded_by.worker; }
    bool holds(const WorkerNumber& worker, calendar::Day day) const { return is_one_of(type()->endorsed_by, roles_on(child, authority, worker, day), pack); }
    bool is_written_by_one() const { return holds(writer(), calendar::london_day(story.entry.recorded_at)); }
    bool settles(const WorkerNumber& worker, calendar::Day day) const {
        return worker != writer() && (is_written_by_one() ? authority.stands_above(worker, writer()) : holds(worker, day));
    }
};

} // namespace

Agreement agreement_on(const record::StoryEntry& story, const record::Child& child, const record::Authority& authority, const Pack& pack) {
    const Naming naming{story, child, authority, pack};
    if (!naming.type())
        return {};
    const auto& said = story.entry.said;
    const auto& writer = said.finished_by ? *said.finished_by : said.recorded_by;
    Agreement agreement{naming.is_written_by_one() ? "somebody who stands above " + writer.full_name : in_words(naming.type()->endorsed_by, pack)};
    for (const auto& one : story.endorsements)
        if (!agreement.given && naming.settles(one.by.worker, calendar::london_day(one.at)))
            agreement.given = &one;
    return agreement;
}

bool may_settle(const record::StoryEntry& story, const WorkerNumber& worker, const record::Child& child, const record::Authority& authority,
                calendar::Day day, const Pack& pack) {
    const Naming naming{story, child, authority, pack};
    return naming.type() && naming.settles(worker, day);
}

} // namespace lifestory::policy
