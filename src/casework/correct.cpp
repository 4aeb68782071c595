#include "casework/correct.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"

namespace lifestory::casework {

namespace {

using record::Child;
using record::Sentence;
using record::StoryEntry;

// The entry whose words these are; null, and refused, when it does not hold them.
const StoryEntry* entry_with(Refusing& refusing, const Child& child, const Sentence& sentence) {
    const auto* story = child.find(sentence.entry);
    const bool holds = story && story->entry.id == sentence.entry && record::holds(story->entry, sentence);
    refusing.unless(holds, "sentence", "Choose the sentence");
    return holds ? story : nullptr;
}

constexpr std::chrono::days before_birth{280}; // work may begin before the child is born

// What was signed and still stands; else null, and refused.
const StoryEntry* signed_entry(Refusing& refusing, const Child& child, const EntryId& entry) {
    const auto* story = child.find(entry);
    const bool is_there = story && story->entry.id == entry;
    refusing.unless(is_there, "entry", "Choose the entry");
    refusing.unless(!is_there || !story->withdrawn(), "entry", "This entry was withdrawn already");
    return is_there ? story : nullptr;
}

std::string words_that_stand(const StoryEntry& story, const Sentence& sentence) {
    const auto* standing = record::correction_of(story, sentence);
    return standing ? standing->what.right_words : sentence.words;
}

void check_right_words(Refusing& refusing, const StoryEntry* story, const Sentence& sentence,
                       const std::string& right) {
    refusing.unless(!is_blank(right), "right-words", "Write the right words");
    if (story && !is_blank(right))
        refusing.unless(trim(right) != trim(words_that_stand(*story, sentence)), "right-words",
                        "The words are the same as before");
}

// A sentence that touches one already corrected, but is not the same, would leave words that nobody can tell
// apart.
void check_overlap(Refusing& refusing, const StoryEntry* story, const Sentence& sentence) {
    if (!story || record::correction_of(*story, sentence))
        return;
    const auto touches =
        std::any_of(story->corrections.begin(), story->corrections.end(), [&](const auto& each) {
            const auto& other = each.what.sentence;
            return other.item == sentence.item && other.begin < sentence.end && sentence.begin < other.end;
        });
    refusing.unless(!touches, "sentence",
                    "Some of these words were corrected before; choose the same words as then");
}

void check_asking(Refusing& refusing, const StoryEntry* story, const std::optional<EntryId>& asked) {
    if (!story || !asked)
        return;
    const auto found = std::find_if(story->asked.begin(), story->asked.end(),
                                    [&](const auto& each) { return each.asked.entry == *asked; });
    refusing.unless(found != story->asked.end() && !found->answered_by, "",
                    "This was answered already; look at the entry again");
}

} // namespace

Result<Writing> ask_for_correction(const Act& act, const Child& child, const record::CorrectionAsked& asked) {
    Refusing refusing;
    const auto* story = entry_with(refusing, child, asked.sentence);
    check_right_words(refusing, story, asked.sentence, asked.right_words);
    refusing.unless(!is_blank(asked.why), "why", "Say why");
    if (refusing.has_any())
        return refusing.all();
    return Writing{
        written(act, child.record,
                record::CorrectionAsked{asked.sentence, trim(asked.right_words), trim(asked.why)})};
}

Result<Writing> correct(const Act& act, const Child& child, const record::Correction& correction) {
    if (!is_team_manager(act))
        return refuse("not-found", "Page not found", "", "ROC-132");
    Refusing refusing;
    const auto* story = entry_with(refusing, child, correction.sentence);
    check_right_words(refusing, story, correction.sentence, correction.right_words);
    check_overlap(refusing, story, correction.sentence);
    check_asking(refusing, story, correction.asked);
    refusing.unless(!is_blank(correction.why), "why", "Say why", "ROC-131");
    if (refusing.has_any())
        return refusing.all();
    auto right = correction;
    right.right_words = trim(correction.right_words);
    right.why = trim(correction.why);
    Writing writing{written(act, child.record, right)};
    writing.front().expected_place = child.length;
    if (correction.closes_old_words && is_head_of_service(act))
        writing.push_back(written(act, child.record, record::Closing{correction.sentence, right.why}, 1));
    return writing;
}

Result<Writing> tell_of_correction(const Act& act, const Child& child, const record::ToldOfCorrection& told) {
    const auto* story = child.find(told.entry);
    const record::Beside<record::Correction>* correction = nullptr;
    if (story)
        for (const auto& each : story->corrections)
            if (each.entry == told.entry)
                correction = &each;
    if (!correction)
        return refuse("not-found", "Page not found");
    Refusing refusing;
    const auto& tell = correction->what.tell;
    refusing.unless(std::find(tell.begin(), tell.end(), told.who) != tell.end(), "who", "Choose who was told");
    refusing.unless(!story->is_told(*correction, told.who), "", told.who + " was told already");
    refusing.unless(!is_blank(told.how), "how", "Say how");
    refusing.unless(told.on <= today(act), "on", "The day cannot be after today, " + calendar::in_words(today(act)));
    refusing.unless(calendar::london_day(correction->at) <= told.on, "on",
                    "Nobody can have been told before it was corrected, " + calendar::in_words(calendar::london_day(correction->at)));
    if (refusing.has_any())
        return refusing.all();
    return Writing{written(act, child.record, record::ToldOfCorrection{told.entry, told.who, trim(told.how), told.on})};
}

Result<Writing> put_day_right(const Act& act, const Child& child, const EntryId& entry, record::Day right, const std::string& why,
                              std::vector<std::string> tell) {
    if (!is_team_manager(act))
        return refuse("not-found", "Page not found", "", "ROC-132");
    Refusing refusing;
    const auto* story = signed_entry(refusing, child, entry);
    const auto born = child.born();
    refusing.unless(right <= today(act), "day", "This day has not come yet; give the day on which it happened");
    refusing.unless(!born || right >= *born - before_birth, "day", "This is long before the child was born; look at the year");
    refusing.unless(!story || story->day() != right, "day", "The day is the same as before");
    refusing.unless(!is_blank(why), "why", "Say why", "ROC-131");
    if (refusing.has_any())
        return refusing.all();
    record::Correction correction;
    correction.sentence = {entry, "", 0, 0, calendar::in_words(story->day())};
    correction.right_words = calendar::in_words(right);
    correction.why = trim(why);
    correction.tell = std::move(tell);
    correction.right_day = right;
    Writing writing{written(act, child.record, correction)};
    writing.front().expected_place = child.length;
    return writing;
}

Result<Writing> withdraw(const Act& act, const Child& child, const EntryId& entry, const std::string& why, std::vector<std::string> tell) {
    if (!is_team_manager(act))
        return refuse("not-found", "Page not found", "", "ROC-132");
    Refusing refusing;
    signed_entry(refusing, child, entry);
    refusing.unless(!is_blank(why), "why", "Say why", "ROC-131");
    if (refusing.has_any())
        return refusing.all();
    record::Correction correction;
    correction.sentence = {entry, "", 0, 0, ""};
    correction.right_words = "Written in error";
    correction.why = trim(why);
    correction.withdraws = entry;
    correction.tell = std::move(tell);
    correction.closes_old_words = correction.why == about_another_child;
    Writing writing{written(act, child.record, correction)};
    writing.front().expected_place = child.length;
    return writing;
}

Result<Writing> close_words(const Act& act, const Child& child, std::span<const Sentence> sentences, const std::string& why) {
    if (!is_head_of_service(act))
        return refuse("not-found", "Page not found");
    Refusing refusing;
    Writing writing;
    for (const auto& sentence : sentences) {
        const auto* story = entry_with(refusing, child, sentence);
        if (story && !record::are_closed(*story, sentence))
            writing.push_back(written(act, child.record, record::Closing{sentence, trim(why)}, static_cast<unsigned>(writing.size())));
    }
    refusing.unless(!sentences.empty(), "sentence", "Choose the sentence");
    refusing.unless(refusing.has_any() || !writing.empty(), "sentence", "These words are closed already");
    refusing.unless(!is_blank(why), "why", "Say why");
    if (refusing.has_any())
        return refusing.all();
    return writing;
}

} // namespace lifestory::casework
