// How signed words are read today: which corrections stand, what is closed, which notes hold on to which
// words.
#include "record/story.h"

#include <algorithm>
#include <set>

#include "calendar/london.h"

namespace lifestory::record {

namespace {

bool same_words(const Sentence& left, const Sentence& right) {
    return left.entry == right.entry && left.item == right.item && left.begin == right.begin &&
           left.end == right.end;
}

bool overlap(const Sentence& left, const Sentence& right) {
    return left.entry == right.entry && left.item == right.item && left.begin < right.end &&
           right.begin < left.end;
}

// Of corrections that touch each other the latest stands.
std::vector<const Beside<Correction>*> standing_corrections(const StoryEntry& story) {
    std::vector<const Beside<Correction>*> standing;
    for (auto each = story.corrections.rbegin(); each != story.corrections.rend(); ++each) {
        const auto touches = [&](const auto* later) {
            return overlap(later->what.sentence, each->what.sentence);
        };
        if (std::none_of(standing.begin(), standing.end(), touches))
            standing.push_back(&*each);
    }
    return standing;
}

struct Mark { // a run of words that is not read as it was signed
    std::uint32_t begin = 0, end = 0;
    const Beside<Correction>* corrected = nullptr;
    const Beside<Closing>* closed = nullptr;
};

std::vector<Mark> marks_of(const StoryEntry& story, const std::string& item, std::size_t length) {
    std::vector<Mark> marks;
    const auto belongs = [&](const Sentence& it) {
        return it.entry == story.entry.id && it.item == item && it.begin < it.end && it.end <= length;
    };
    for (const auto* correction : standing_corrections(story))
        if (belongs(correction->what.sentence))
            marks.push_back({correction->what.sentence.begin, correction->what.sentence.end, correction, nullptr});
    std::ranges::sort(marks, {}, &Mark::begin);
    for (const auto& closing : story.closings) {
        const auto& closed = closing.what.sentence;
        if (!belongs(closed))
            continue;
        auto at = closed.begin; // what no correction stands for is closed between them
        const auto before = marks;
        for (std::size_t i = 0; i < before.size(); ++i) {
            if (before[i].begin >= closed.end || before[i].end <= closed.begin)
                continue;
            marks[i].closed = &closing;
            if (before[i].begin > at)
                marks.push_back({at, before[i].begin, nullptr, &closing});
            at = std::max(at, before[i].end);
        }
        if (at < closed.end)
            marks.push_back({at, closed.end, nullptr, &closing});
        std::ranges::sort(marks, {}, &Mark::begin);
    }
    return marks;
}

// Where the words must be cut so that each run has one state and one set of notes.
std::vector<std::uint32_t> cuts_of(const std::vector<Mark>& marks, const std::vector<Note>& notes,
                                   const StoryEntry& story, const std::string& item, std::uint32_t length) {
    std::set<std::uint32_t> cuts{0, length};
    const auto is_inside = [&](std::uint32_t at) {
        return std::any_of(marks.begin(), marks.end(),
                           [&](const Mark& mark) { return mark.begin < at && at < mark.end; });
    };
    for (const auto& mark : marks)
        cuts.insert({mark.begin, mark.end});
    for (const auto& note : notes)
        if (note.sentence && note.sentence->entry == story.entry.id && note.sentence->item == item)
            for (const auto at : {note.sentence->begin, note.sentence->end})
                if (at <= length && !is_inside(at))
                    cuts.insert(at);
    return {cuts.begin(), cuts.end()};
}

int place_of(const StoryEntry& story, const std::string& item) {
    const auto* form = story.form();
    if (!form)
        return 0;
    for (std::size_t at = 0; at < form->answers.size(); ++at)
        if (form->answers[at].item == item)
            return static_cast<int>(at);
    return static_cast<int>(form->answers.size());
}

void number_in_the_order_of_the_words(const StoryEntry& story, std::vector<Note>& notes) {
    const auto order = [&](const Note& note) {
        if (!note.sentence)
            return std::tuple(1, false, 0, std::uint32_t(0));
        return std::tuple(0, note.sentence->entry != story.entry.id, place_of(story, note.sentence->item),
                          note.sentence->begin);
    };
    std::stable_sort(notes.begin(), notes.end(),
                     [&](const Note& left, const Note& right) { return order(left) < order(right); });
    int number = 0;
    for (auto& note : notes)
        note.number = ++number;
}

} // namespace

std::string StoryEntry::record_type() const {
    const auto* filled = form();
    return filled && !filled->record_type.empty() ? filled->record_type : kind_of(entry.content);
}

std::string StoryEntry::name() const {
    const auto* filled = form();
    return filled && !filled->name.empty() ? filled->name : record_type();
}

Day StoryEntry::day() const {
    if (const auto* right = day_put_right())
        return *right->what.right_day;
    return entry.said.happened_on.value_or(calendar::london_day(entry.recorded_at));
}

const Beside<Correction>* StoryEntry::day_put_right() const {
    const Beside<Correction>* last = nullptr;
    for (const auto& correction : corrections)
        if (correction.what.right_day)
            last = &correction;
    return last;
}

const Beside<Correction>* StoryEntry::withdrawn() const {
    const auto found = std::find_if(corrections.begin(), corrections.end(), [](const auto& each) { return !each.what.withdraws.is_zero(); });
    return found == corrections.end() ? nullptr : &*found;
}

const Release* StoryEntry::release() const { return releases.empty() ? nullptr : &releases.back().what; }

bool StoryEntry::is_released_on(Day day) const {
    const auto* decided = release();
    return decided && decided->how != "not-yet" &&
           (decided->how == "now" || (decided->on && *decided->on <= day));
}

bool StoryEntry::is_read_by_a_manager() const {
    return !endorsements.empty() || std::any_of(comments.begin(), comments.end(),
                                                [](const auto& comment) { return comment.what.by_manager; });
}

bool StoryEntry::is_told(const Beside<Correction>& correction, const std::string& who) const {
    return std::any_of(told.begin(), told.end(), [&](const auto& one) { return one.what.entry == correction.entry && one.what.who == who; });
}

std::vector<std::string> StoryEntry::given_to() const {
    std::set<std::string> who;
    for (const auto& given : sharings)
        who.insert(given.what.to);
    return {who.begin(), who.end()};
}

std::vector<Note> notes_of(const StoryEntry& story) {
    std::vector<Note> notes;
    for (const auto& each : story.disagreements)
        notes.push_back(
            {.kind = NoteKind::Disagreement, .sentence = each.what.sentence, .disagreement = &each});
    for (const auto& each : story.corrections) {
        bool is_of_words = !each.what.right_day && each.what.withdraws.is_zero();
        notes.push_back({.kind = NoteKind::Correction, .sentence = is_of_words ? std::optional(each.what.sentence) : std::nullopt, .correction = &each});
    }
    for (const auto& each : story.asked)
        if (!each.answered_by)
            notes.push_back(
                {.kind = NoteKind::CorrectionAsked, .sentence = each.asked.what.sentence, .asked = &each});
    for (const auto& each : story.closings)
        notes.push_back({.kind = NoteKind::Closing, .sentence = each.what.sentence, .closing = &each});
    for (auto& note : notes)
        note.are_words_closed = note.sentence && are_closed(story, *note.sentence);
    number_in_the_order_of_the_words(story, notes);
    return notes;
}

std::vector<Piece> pieces_of(const StoryEntry& story, const std::string& item) {
    const auto words = words_of(story.entry, item);
    const auto length = static_cast<std::uint32_t>(words.size());
    const auto notes = notes_of(story);
    const auto marks = marks_of(story, item, length);
    const auto cuts = cuts_of(marks, notes, story, item, length);
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at + 1 < cuts.size(); ++at) {
        const auto begin = cuts[at], end = cuts[at + 1];
        Piece piece{words.substr(begin, end - begin), {}, {}, nullptr, nullptr, begin, end};
        for (const auto& mark : marks)
            if (mark.begin <= begin && end <= mark.end) {
                piece.corrected = mark.corrected;
                piece.closed = mark.closed;
            }
        for (const auto& note : notes)
            if (note.sentence && note.sentence->entry == story.entry.id && note.sentence->item == item &&
                note.sentence->begin < end && begin < note.sentence->end)
                piece.notes.push_back(note.number);
        if (piece.corrected && !piece.closed)
            piece.old_words = piece.words;
        if (piece.corrected)
            piece.words = piece.corrected->what.right_words;
        else if (piece.closed)
            piece.words.clear();
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

std::string words_now(const StoryEntry& story, const std::string& item) {
    std::string words;
    for (const auto& piece : pieces_of(story, item))
        words += piece.words;
    return words;
}

bool are_closed(const StoryEntry& story, const Sentence& sentence) {
    return std::any_of(story.closings.begin(), story.closings.end(),
                       [&](const auto& closing) { return overlap(closing.what.sentence, sentence); });
}

const Beside<Correction>* correction_of(const StoryEntry& story, const Sentence& sentence) {
    for (const auto* correction : standing_corrections(story))
        if (same_words(correction->what.sentence, sentence))
            return correction;
    return nullptr;
}

} // namespace lifestory::record
