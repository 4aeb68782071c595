// Folding: where each kind of entry goes in a child's record. Nothing is overwritten; what is said again is
// said after what was said before.
#include "record/child.h"

#include <algorithm>

namespace lifestory::record {

namespace {

template <class T, class Same>
History<T>& history_of(std::vector<History<T>>& all, Same same) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return same(one.now()); });
    return found == all.end() ? all.emplace_back() : *found;
}

class Folding {
public:
    Folding(Child& child, Entry& entry) : m_child(child), m_entry(entry) {}

    void operator()(const ChildOpened& opened) {
        m_child.family = opened.family;
        m_child.person = opened.person;
        m_child.opened_at = m_entry.recorded_at;
        m_child.brought_in_from = opened.brought_in_from;
    }
    void operator()(const BasicDetail& detail) {
        if (detail.fact != "preferred-word")
            m_child.facts[detail.fact].said.push_back(beside(m_entry, detail));
        else
            history_of(m_child.preferred_words, [&](const auto& it) {
                return it.instead_of == detail.instead_of;
            }).said.push_back(beside(m_entry, detail));
    }
    void operator()(const Allocation& allocation) {
        history_of(m_child.allocations, [&](const auto& it) {
            return it.worker == allocation.worker && it.relationship == allocation.relationship &&
                   it.from == allocation.from;
        }).said.push_back(beside(m_entry, allocation));
    }
    void operator()(const Episode& episode) {
        auto found = std::find_if(m_child.episodes.begin(), m_child.episodes.end(),
                                  [&](const auto& it) { return it.episode == episode.episode; });
        if (found == m_child.episodes.end())
            found = m_child.episodes.insert(found, EpisodeHistory{episode.episode, {}});
        found->history.said.push_back(beside(m_entry, episode));
        tell();
    }
    void operator()(const Visit&) { tell(); }
    void operator()(const CaseNote&) { tell(); }
    void operator()(const Meeting&) { tell(); }
    void operator()(const Document&) { tell(); }
    void operator()(const ChildsView&) { tell(); }
    void operator()(const Disagreement& it) { stand_beside(it, it.entry, &StoryEntry::disagreements); }
    void operator()(const Endorsement& it) { stand_beside(it, it.entry, &StoryEntry::endorsements); }
    void operator()(const Addition& it) { stand_beside(it, it.entry, &StoryEntry::additions); }
    void operator()(const Closing& it) { stand_beside(it, it.sentence.entry, &StoryEntry::closings); }
    void operator()(const Release& it) { stand_beside(it, it.entry, &StoryEntry::releases); }
    void operator()(const SharingGiven& it) { stand_beside(it, it.entry, &StoryEntry::sharings); }
    void operator()(const Comment& comment) {
        auto* story = stand_beside(comment, comment.entry, &StoryEntry::comments);
        if (story && comment.by_manager)
            answer(*story, comment.entry);
    }
    void operator()(const CorrectionAsked& it) {
        if (auto* story = story_of(it.sentence.entry)) {
            story->asked.push_back({beside(m_entry, it), std::nullopt});
            m_child.where.emplace(m_entry.id, m_child.where.at(it.sentence.entry));
        } else
            m_child.apart.push_back(std::move(m_entry));
    }
    void operator()(const Correction& correction) {
        const auto asked = correction.asked;
        auto* story = stand_beside(correction, correction.sentence.entry, &StoryEntry::corrections);
        if (story && asked)
            answer(*story, *asked);
    }
    void operator()(const ToldOfCorrection& it) { stand_beside(it, it.entry, &StoryEntry::told); }
    void operator()(const LatenessGiven& it) { m_child.latenesses.push_back(beside(m_entry, it)); }

    // These stand in other streams; met here, they are kept and mean nothing.
    void operator()(const Worker&) { keep_apart(); }
    void operator()(const Team&) { keep_apart(); }
    void operator()(const LineOfManagement&) { keep_apart(); }
    void operator()(const PackAccepted&) { keep_apart(); }
    void operator()(const HolidayDeclared&) { keep_apart(); }
    void operator()(const HelpAsked&) { keep_apart(); }
    void operator()(const HelpAnswered&) { keep_apart(); }
    void operator()(const FamilyOpened&) { keep_apart(); }
    void operator()(const Person&) { keep_apart(); }
    void operator()(const Relationship&) { keep_apart(); }
    void operator()(const Household&) { keep_apart(); }
    void operator()(const Read&) { keep_apart(); }

private:
    void keep_apart() { m_child.apart.push_back(std::move(m_entry)); }

    void tell() {
        m_child.where.emplace(m_entry.id, m_child.story.size());
        m_child.story.emplace_back().entry = std::move(m_entry);
    }
    StoryEntry* story_of(const EntryId& entry) {
        const auto found = m_child.where.find(entry);
        return found == m_child.where.end() ? nullptr : &m_child.story[found->second];
    }
    template <class T>
    StoryEntry* stand_beside(const T& what, const EntryId& about, std::vector<Beside<T>> StoryEntry::*list) {
        auto* story = story_of(about);
        if (!story) {
            keep_apart();
            return nullptr;
        }
        (story->*list).push_back(beside(m_entry, what));
        m_child.where.emplace(m_entry.id, m_child.where.at(about));
        return story;
    }
    void answer(StoryEntry& story, const EntryId& asking) {
        for (auto& each : story.asked)
            if (each.asked.entry == asking && !each.answered_by)
                each.answered_by = m_entry.id;
    }

    Child& m_child;
    Entry& m_entry;
};

} // namespace

Child& apply(Child& child, Entry entry) {
    assert(child.length == 0 || child.record == entry.record);
    child.record = entry.record;
    ++child.length;
    // A kind may move the whole entry into the record, but only as the last thing that it does with its
    // content.
    std::visit([&](const auto& content) { Folding(child, entry)(content); }, entry.content);
    return child;
}

Child fold_child(std::span<const Entry> entries) {
    Child child;
    for (const auto& entry : entries)
        apply(child, entry);
    return child;
}

Child fold_child(std::vector<Entry>&& entries) {
    Child child;
    for (auto& entry : entries)
        apply(child, std::move(entry));
    return child;
}

} // namespace lifestory::record
