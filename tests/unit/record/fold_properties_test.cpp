// Whatever is appended in whatever order: folding step by step is folding at once, and nothing is ever taken
// away.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "record/authority.h"
#include "record/child.h"
#include "record/family.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

// Content of any kind about one of the first twenty entries, so that acts meet each other; some about
// nothing.
Content any_content() {
    auto content = *rc::gen::elementOf(one_of_every_kind());
    const auto about = id_at(*rc::gen::inRange<std::uint64_t>(0, 20));
    std::visit(
        [&](auto& kind) {
            if constexpr (requires { kind.sentence.entry = about; })
                kind.sentence.entry = about;
            if constexpr (requires { kind.entry = about; })
                kind.entry = about;
            if constexpr (requires { kind.asked = about; })
                kind.asked = about;
            if constexpr (requires { kind.right_words; })
                kind.right_words =
                    *rc::gen::elementOf(std::vector<std::string>{"You like English.", "You like Art."});
        },
        content);
    if (auto* disagreement = std::get_if<Disagreement>(&content))
        disagreement->sentence->entry = about;
    return content;
}

std::vector<Entry> any_entries() {
    std::vector<Entry> entries;
    const auto count = *rc::gen::inRange<std::size_t>(0, 30);
    while (entries.size() < count)
        entries.push_back(entry(tilly, entries.size(), any_content()));
    return entries;
}

template <class T>
std::size_t said_in(const std::vector<History<T>>& all) {
    std::size_t count = 0;
    for (const auto& one : all)
        count += one.said.size();
    return count;
}

std::size_t things_in(const StoryEntry& story) {
    return story.additions.size() + story.endorsements.size() + story.comments.size() +
           story.disagreements.size() + story.asked.size() + story.corrections.size() +
           story.closings.size() + story.releases.size() + story.sharings.size() + story.told.size();
}

// Every entry is to be found in the record exactly once.
std::size_t things_in(const Child& child) {
    std::size_t count = said_in(child.preferred_words) + said_in(child.allocations) + child.story.size() +
                        child.latenesses.size() + child.apart.size();
    for (const auto& [fact, history] : child.facts)
        count += history.said.size();
    for (const auto& story : child.story)
        count += things_in(story);
    return count;
}

std::size_t help_in(const Authority& authority) {
    std::size_t count = authority.help.size();
    for (const auto& one : authority.help)
        count += one.answers.size();
    return count;
}

std::size_t openings_in(const std::vector<Entry>& entries) {
    std::size_t count = 0;
    for (const auto& one : entries)
        count += std::holds_alternative<ChildOpened>(one.content);
    return count;
}

std::vector<Entry> beginning(const std::vector<Entry>& entries, std::size_t length) {
    return {entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(length)};
}

} // namespace

RC_GTEST_PROP(Folding, step_by_step_is_the_same_as_at_once, ()) {
    const auto entries = any_entries();
    const auto cut = *rc::gen::inRange<std::size_t>(0, entries.size() + 1);
    auto child = fold_child(beginning(entries, cut));
    for (auto at = cut; at < entries.size(); ++at)
        apply(child, entries[at]);
    RC_ASSERT(child == fold_child(std::span<const Entry>(entries)));
    RC_ASSERT(child == fold_child(std::vector<Entry>(entries)));
}

RC_GTEST_PROP(Folding, keeps_every_entry_and_no_sequence_shrinks_a_record, ()) {
    const auto entries = any_entries();
    Child child;
    for (std::size_t at = 0; at < entries.size(); ++at) {
        const auto before = things_in(child);
        apply(child, entries[at]);
        RC_ASSERT(child.length == at + 1);
        RC_ASSERT(things_in(child) + openings_in(beginning(entries, at + 1)) == at + 1);
        RC_ASSERT(things_in(child) >= before);
    }
}

RC_GTEST_PROP(Folding, never_changes_signed_words, ()) {
    const auto entries = any_entries();
    const auto child = fold_child(std::span<const Entry>(entries));
    for (const auto& story : child.story) {
        const auto original = std::find_if(entries.begin(), entries.end(),
                                           [&](const auto& it) { return it.id == story.entry.id; });
        RC_ASSERT(original != entries.end());
        RC_ASSERT(story.entry == *original);
    }
}

RC_GTEST_PROP(Folding, old_words_can_always_be_read_unless_they_are_closed, ()) {
    const auto entries = any_entries();
    const auto child = fold_child(std::span<const Entry>(entries));
    for (const auto& story : child.story) {
        if (!story.form())
            continue;
        for (const auto& answer : story.form()->answers) {
            std::string old_words;
            bool closed = false;
            for (const auto& piece : pieces_of(story, answer.item)) {
                closed = closed || piece.closed;
                old_words += piece.corrected ? piece.old_words : piece.words;
            }
            RC_ASSERT(closed || old_words == words_of(answer));
        }
    }
}

RC_GTEST_PROP(Folding, notes_are_numbered_from_one_and_none_is_lost, ()) {
    const auto entries = any_entries();
    const auto child = fold_child(std::span<const Entry>(entries));
    for (const auto& story : child.story) {
        const auto notes = notes_of(story);
        for (std::size_t at = 0; at < notes.size(); ++at)
            RC_ASSERT(notes[at].number == static_cast<int>(at) + 1);
        RC_ASSERT(notes.size() >=
                  story.corrections.size() + story.closings.size() + story.disagreements.size());
    }
}

RC_GTEST_PROP(Folding, any_stream_is_taken_step_by_step, ()) {
    const auto entries = any_entries();
    Family family;
    Authority folded;
    for (const auto& one : entries) {
        apply(family, one);
        apply(folded, one);
    }
    RC_ASSERT(family == fold_family(entries));
    RC_ASSERT(folded == fold_authority(entries));
    const auto opened_families = std::count_if(entries.begin(), entries.end(), [](const auto& it) {
        return std::holds_alternative<FamilyOpened>(it.content);
    });
    RC_ASSERT(said_in(family.people) + said_in(family.relationships) + said_in(family.households) +
                  family.apart.size() + static_cast<std::size_t>(opened_families) ==
              entries.size());
    RC_ASSERT(said_in(folded.workers) + said_in(folded.teams) + said_in(folded.lines) + folded.packs.size() +
                  folded.holidays.size() + help_in(folded) + folded.work.size() + folded.apart.size() ==
              entries.size());
}
