#include "casework/endorse.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace lifestory::casework {

namespace {

using record::Child;
using record::StoryEntry;

const StoryEntry* signed_entry_of(Refusing& refusing, const Child& child, EntryId entry) {
    const auto* story = child.find(entry);
    refusing.unless(story && story->entry.id == entry, "", "Choose an entry of this record");
    return story && story->entry.id == entry ? story : nullptr;
}

bool is_own(const Act& act, const record::Said& said) {
    return said.recorded_by.worker == act.author.worker ||
           (said.finished_by && said.finished_by->worker == act.author.worker);
}

constexpr std::array<std::string_view, 5> answers{"right", "does-not-agree", "remembers-differently", "adds",
                                                  "does-not-understand"};

bool needs_words(std::string_view kind) {
    return kind == "does-not-agree" || kind == "remembers-differently" || kind == "adds";
}

} // namespace

Result<Writing> endorse(const Act& act, const Child& child, const record::Endorsement& endorsement) {
    if (!is_manager(act))
        return refuse("not-found", "Page not found");
    Refusing refusing;
    if (const auto* story = signed_entry_of(refusing, child, endorsement.entry)) {
        refusing.unless(!is_own(act, story->entry.said), "",
                        "You wrote this; somebody else reads it as manager");
        const auto before =
            std::any_of(story->endorsements.begin(), story->endorsements.end(),
                        [&](const auto& each) { return each.by.worker == act.author.worker; });
        refusing.unless(!before, "", "You agreed to this already; write a comment");
    }
    if (refusing.has_any())
        return refusing.all();
    return Writing{
        written(act, child.record, record::Endorsement{endorsement.entry, trim(endorsement.comment), endorsement.still_waits_for})};
}

Result<Writing> comment(const Act& act, const Child& child, EntryId entry, const std::string& words, const std::string& still_waits_for) {
    Refusing refusing;
    refusing.unless(child.find(entry) != nullptr, "", "Choose an entry of this record");
    refusing.unless(!is_blank(words), "words", "Write your comment");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, child.record, record::Comment{entry, trim(words), is_manager(act), is_manager(act) ? still_waits_for : std::string()})};
}

Result<Writing> add_to(const Act& act, const Child& child, const record::Addition& addition) {
    Refusing refusing;
    if (const auto* story = signed_entry_of(refusing, child, addition.entry))
        refusing.unless(is_own(act, story->entry.said), "",
                        "Only its author adds to an entry; ask for a correction, or comment");
    refusing.unless(!is_blank(addition.words), "words", "Write what you left out");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, child.record, record::Addition{addition.entry, trim(addition.words)})};
}

Result<Writing> disagree(const Act& act, const Child& child, const record::Disagreement& disagreement) {
    Refusing refusing;
    const auto* story = signed_entry_of(refusing, child, disagreement.entry);
    if (story && disagreement.sentence)
        refusing.unless(record::holds(story->entry, *disagreement.sentence), "sentence",
                        "Choose the sentence");
    refusing.unless(!is_blank(disagreement.whose), "whose", "Say whose words these are");
    const bool is_known = std::find(answers.begin(), answers.end(), disagreement.kind) != answers.end();
    refusing.unless(is_known, "kind", "Choose what they say about it");
    refusing.unless(!needs_words(disagreement.kind) || !is_blank(disagreement.words), "words",
                    "Write their words");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, child.record, disagreement)}; // their words, not a letter changed
}

Result<Writing> record_view(const Act& act, const Child& child, const record::ChildsView& view) {
    Refusing refusing;
    refusing.unless(!is_blank(view.view.whose), "whose", "Say whose words these are");
    refusing.unless(!is_blank(view.view.words), "words", "Write their words");
    refusing.unless(!view.view.how.empty() || !is_blank(view.view.through), "how",
                    "Say how you found this out", "ROC-034");
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, child.record, view)};
}

} // namespace lifestory::casework
