#include "web/pages/agreement.h"

#include "web/html/components.h"
#include "web/pages/api_answer.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

policy::Agreement agreement_of(const House& house, const access::OpenRecord& open, const record::StoryEntry& story) {
    return policy::agreement_on(story, *open.child, *open.authority, house.books.of(story.entry.said.judged_by.digest).pack());
}

std::string waits_after_comment(const House& house, const access::OpenRecord& open, const record::StoryEntry& story) {
    const auto agreement = agreement_of(house, open, story);
    return agreement.waits() ? agreement.asked_of : std::string();
}

std::string waits_after_agreement(const House& house, const access::OpenRecord& open, const record::StoryEntry& story, WorkerNumber worker) {
    const auto& pack = house.books.of(story.entry.said.judged_by.digest).pack();
    const bool settles = policy::may_settle(story, worker, *open.child, *open.authority, house.today(), pack);
    return settles ? std::string() : waits_after_comment(house, open, story);
}

Html agreement_line(const House& house, const access::OpenRecord& open, const record::StoryEntry& story) {
    const auto agreement = agreement_of(house, open, story);
    if (agreement.asked_of.empty())
        return Html();
    if (const auto* given = agreement.given)
        return html("<p class=\"govuk-body\" id=\"agreement\">Agreed by {}, {}, on {}.</p>", given->by.full_name, given->by.designation, day_of(given->at));
    return html("<p class=\"govuk-body\" id=\"agreement\"><strong class=\"govuk-tag govuk-tag--yellow\">Not agreed yet</strong> Waits for {} to agree.</p>", agreement.asked_of);
}

JsonObject agreement_json(const House& house, const access::OpenRecord& open, const record::StoryEntry& story) {
    const auto agreement = agreement_of(house, open, story);
    JsonObject told{{"asked_of", agreement.asked_of}, {"waits", agreement.waits()}};
    if (agreement.given) {
        told["by"] = author_json(agreement.given->by);
        told["at"] = calendar::utc(agreement.given->at);
    }
    return told;
}

} // namespace lifestory::web::pages
