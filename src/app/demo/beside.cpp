#include "app/demo/beside.h"

#include <algorithm>

#include <fmt/format.h>

#include "casework/correct.h"
#include "casework/endorse.h"
#include "casework/release.h"
#include "policy/who_agrees.h"

namespace lifestory::app::demo {

namespace {

// The words that `after` speaks of, by where they stand in the signed entry; noted as a problem when they are not there once.
std::optional<record::Sentence> sentence_of(Town& town, const record::StoryEntry& story, const AfterOf& after) {
    const auto words = record::words_of(story.entry, after.item);
    const auto begin = words.find(after.sentence);
    if (after.sentence.empty() || begin == std::string::npos || words.find(after.sentence, begin + 1) != std::string::npos) {
        town.problems().add(*after.at, after.entry, fmt::format("the words '{}' do not stand once in the item '{}'", after.sentence, after.item));
        return std::nullopt;
    }
    return record::Sentence{story.entry.id, after.item, static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(begin + after.sentence.size()), after.sentence};
}

std::optional<EntryId> asking_of(const record::StoryEntry& story, const record::Sentence& sentence) {
    for (const auto& one : story.asked)
        if (!one.answered_by && one.asked.what.sentence == sentence)
            return one.asked.entry;
    return std::nullopt;
}

std::string whose(const FamilyOf& family, const AfterOf& after, const std::string& child) {
    const auto* person = family.person(after.whose);
    return after.whose == child || after.whose == "child" ? "child" : person ? person->name : after.whose;
}

using casework::Act;
using casework::Writing;

std::optional<Result<Writing>> on_words(Town& town, const Act& act, const record::Child& child, const record::StoryEntry& story, const AfterOf& after) {
    auto sentence = sentence_of(town, story, after);
    if (!sentence)
        return std::nullopt;
    if (after.kind == "correction-asked")
        return casework::ask_for_correction(act, child, {*sentence, after.right_words, after.why});
    if (after.kind == "closing")
        return casework::close_words(act, child, std::span(&*sentence, 1), after.why);
    auto asked = after.asked ? asking_of(story, *sentence) : std::nullopt;
    if (after.asked && !asked)
        town.problems().add(*after.at, after.entry, "nobody asked for a correction of these words");
    return casework::correct(act, child, {*sentence, after.right_words, after.why, asked, after.tell, false});
}

std::optional<Result<Writing>> written(Town& town, const Act& act, const FamilyOf& family, const std::string& id, const record::Child& child,
                                       const record::StoryEntry& story, const AfterOf& after) {
    const auto entry = story.entry.id;
    const auto agreement = policy::agreement_on(story, child, town.authority(), town.pack());
    const bool settles = policy::may_settle(story, act.author.worker, child, town.authority(), casework::today(act), town.pack());
    const auto waits = agreement.waits() ? agreement.asked_of : std::string();
    if (after.kind == "endorsement")
        return casework::endorse(act, child, {entry, after.words, settles ? std::string() : waits});
    if (after.kind == "comment")
        return casework::comment(act, child, entry, after.words, waits);
    if (after.kind == "addition")
        return casework::add_to(act, child, {entry, after.words});
    if (after.kind == "release")
        return casework::release(act, child, entry, {after.how, after.reason, after.on, after.look_again, after.warning});
    if (after.kind == "sharing")
        return casework::give_a_copy(act, child, {entry, after.to, after.how, after.why, after.agreement, after.on.value_or(casework::today(act))});
    if (after.kind == "disagreement") {
        auto sentence = after.sentence.empty() ? std::nullopt : sentence_of(town, story, after);
        return casework::disagree(act, child, {sentence, entry, whose(family, after, id), after.sort, after.words});
    }
    if (after.kind == "correction-asked" || after.kind == "correction" || after.kind == "closing")
        return on_words(town, act, child, story, after);
    town.problems().add(*after.at, after.kind, "no such kind; expected endorsement, comment, addition, disagreement, correction-asked, "
                                               "correction, closing, release or sharing");
    return std::nullopt;
}

} // namespace

void tell_beside(Town& town, const FamilyOf& family, const AfterOf& after) {
    const auto& about = *family.entry(after.entry);
    auto& told = town.family(family);
    for (const auto& id : about.children) {
        if (!after.child.empty() && after.child != id)
            continue;
        auto& child = told.children.at(id);
        const auto* story = child.find(told.entries[{after.entry, id}]);
        if (!story) {
            town.problems().add(*after.at, after.entry, "nothing is signed yet beside which this could stand");
            continue;
        }
        const auto by = after.by.empty() ? town.allocated_to(family, id, calendar::london_day(after.recorded)) : after.by;
        if (auto writing = written(town, town.act(by, after.recorded), family, id, child, *story, after))
            town.keep(*writing, after, after.recorded);
    }
}

} // namespace lifestory::app::demo
