#include "web/pages/entry_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/london.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

using record::Note;
using record::NoteKind;
using record::StoryEntry;

struct Placed {
    record::Piece piece;
    std::vector<int> marks; // notes whose words end here
    bool goes_on = false;   // with the closed words before it: they are told of once
};

std::vector<Placed> placed_pieces(const StoryEntry& story, const std::string& item) {
    std::vector<Placed> all;
    for (auto& piece : record::pieces_of(story, item)) {
        bool goes_on = !all.empty() && piece.closed && !piece.corrected && all.back().piece.closed == piece.closed;
        all.push_back({std::move(piece), {}, goes_on});
    }
    for (std::size_t i = 0; i < all.size(); ++i)
        for (int note : all[i].piece.notes) {
            bool goes_on = i + 1 < all.size() && std::count(all[i + 1].piece.notes.begin(), all[i + 1].piece.notes.end(), note) > 0;
            if (!goes_on)
                all[i].marks.push_back(note);
        }
    return all;
}

bool reads_as_signed(const std::vector<Placed>& pieces) {
    return std::none_of(pieces.begin(), pieces.end(), [](const Placed& one) { return one.piece.corrected || one.piece.closed || !one.marks.empty(); });
}

std::string ended(std::string words) { // a sentence ends once
    return words.empty() || words.ends_with('.') || words.ends_with('?') || words.ends_with('!') ? words : words + ".";
}

std::string closed_words(const record::Beside<record::Closing>& closing) {
    return fmt::format("Some words were closed on {} by {} because {}", calendar::in_words(calendar::london_day(closing.at)),
                       closing.by.full_name, ended(closing.what.why));
}

Html mark_of(int note) {
    auto number = std::to_string(note);
    return html(" <a class=\"govuk-link app-note-mark\" id=\"mark-{}\" href=\"{}\">(<span class=\"govuk-visually-hidden\">Note </span>{}<span class=\"govuk-visually-hidden\"> on this sentence</span>)</a>",
                number, url("#note-" + number), number);
}

// Under its sentence, for a phone and for paper.
Html note_here(int note, const Notes& notes) {
    auto found = notes.find(note);
    if (found == notes.end())
        return Html();
    return html("<details class=\"app-note-here\"><summary>Note {} on this sentence</summary><div class=\"app-note\">{}</div></details>", note,
                found->second.words);
}

// Words and markup gathered into paragraphs; a new line of the words begins a new one. Notes come after their paragraph.
class Paragraphs {
public:
    void add(std::string_view words) {
        auto parts = split(words, '\n');
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (i > 0)
                flush();
            if (!parts[i].empty())
                m_line += html("{}", parts[i]);
        }
    }
    void add(const Html& markup) { m_line += markup; }
    void add_below(const Html& markup) { m_below += markup; }
    Html all() {
        flush();
        return m_all;
    }

private:
    void flush() {
        if (!m_line.empty())
            m_all += html("<p class=\"govuk-body\">{}</p>", m_line);
        m_all += m_below;
        m_line = m_below = Html();
    }

    Html m_line, m_below, m_all;
};

// The words between two bytes of what was signed, as they read now; without notes, without their numbers. What was corrected or closed stays whole.
Html words_between(const std::vector<Placed>& pieces, std::uint32_t begin, std::uint32_t end, const Notes* notes) {
    Paragraphs all;
    for (const auto& [piece, marks, goes_on] : pieces) {
        bool marked = piece.corrected || piece.closed;
        auto from = piece.begin, to = piece.end;
        auto first = std::max(from, begin), last = std::min(to, end);
        if (marked ? (from < begin || from >= end) : first >= last)
            continue;
        if (!marked)
            all.add(std::string_view(piece.words).substr(first - from, last - first));
        else if (piece.corrected && !notes)
            all.add(std::string_view(piece.words));
        else if (piece.corrected)
            all.add(html("<span class=\"app-corrected\">{}</span>", lines(piece.words)));
        else if (!goes_on)
            all.add(html("<em class=\"app-closed-words\">{}</em>", closed_words(*piece.closed)));
        if (to <= end && notes)
            for (int note : marks) {
                all.add(mark_of(note));
                all.add_below(note_here(note, *notes));
            }
    }
    return all.all();
}

void add_views(WordsOfItems& words, const record::Answer& answer, const record::Views& views, const std::vector<Placed>& pieces, const Notes* notes) {
    std::uint32_t at = 0;
    for (std::size_t i = 0; i < views.views.size(); ++i) {
        auto end = at + static_cast<std::uint32_t>(views.views[i].words.size());
        words[view_key(answer.item, i)] = words_between(pieces, at, end, notes);
        at = end + 1; // the line's end
    }
}

// ---- the notes

std::string says(std::string_view kind) {
    if (kind == "right")
        return "says that is right";
    if (kind == "does-not-agree")
        return "does not agree";
    if (kind == "remembers-differently")
        return "remembers it differently";
    if (kind == "adds")
        return "wants to add something";
    return "does not understand this";
}

std::string who_to_child(const OpenEntry& entry, const std::string& whose) {
    const auto& child = *entry.open.child;
    if (!entry.open.family || !child.person)
        return "";
    for (const auto& person : entry.open.family->people)
        if (person.now().full_name == whose)
            return entry.open.family->who_to(person.now().person, *child.person, entry.story->day());
    return "";
}

Html disagreement_note(const OpenEntry& entry, const record::Beside<record::Disagreement>& said) {
    auto name = entry.open.child->first_name();
    bool by_child = said.what.whose == "child";
    auto who = by_child ? name : said.what.whose;
    auto relation = by_child ? std::string() : who_to_child(entry, said.what.whose);
    auto label = by_child ? possessive(name) + " words"
                          : possessive(split(who, ' ').front()) + " words (" + (relation.empty() ? who : possessive(name) + " " + relation) + ")";
    auto words = said.what.words.empty() ? Html()
                                         : voice_block({by_child ? Voice::Child : Voice::Family, label, paragraphs(said.what.words), {}, {}, {}});
    return html("{} {}, {}{}", who, says(said.what.kind), day_of(said.at), words);
}

Html correction_note(const Note& note) {
    const auto& said = *note.correction;
    auto by = said.by.full_name + (said.by.designation.empty() ? "" : ", " + said.by.designation);
    if (!said.what.withdraws.is_zero())
        return html("Written in error, {}, says {}. Why: {}", day_of(said.at), by, ended(said.what.why));
    if (said.what.right_day)
        return html("The day was put right {} by {}. It said {}. Why: {}", day_of(said.at), by, said.what.sentence.words, ended(said.what.why));
    auto before = note.are_words_closed ? html("What it said is closed to readers.") : html("It said \"{}\"", said.what.sentence.words);
    return html("Corrected {} by {}. {} Why: {}", day_of(said.at), by, before, ended(said.what.why));
}

Html asked_note(const House& house, const OpenEntry& entry, const Note& note) {
    const auto& asked = note.asked->asked;
    auto link = entry.may(house, access::Act::Correct)
                    ? html(" <a class=\"govuk-link\" href=\"{}\">Correct<span class=\"govuk-visually-hidden\">, as {} asked</span></a>",
                           url(entry.path_to("correction").text() + "?asked=" + asked.entry.hex()), asked.by.full_name)
                    : Html();
    auto right = note.are_words_closed ? Html() : html(" It should say \"{}\"", asked.what.right_words);
    return html("{} asked for a correction, {}.{} Why: {}{}", asked.by.full_name, day_of(asked.at), right, ended(asked.what.why), link);
}

Html note_words(const House& house, const OpenEntry& entry, const Note& note) {
    switch (note.kind) {
    case NoteKind::Disagreement: return disagreement_note(entry, *note.disagreement);
    case NoteKind::Correction: return correction_note(note);
    case NoteKind::CorrectionAsked: return asked_note(house, entry, note);
    case NoteKind::Closing: return html("{}", closed_words(*note.closing));
    }
    return Html();
}

WordsOfItems words_now_of(const StoryEntry& story, const Notes* notes) {
    WordsOfItems words;
    const auto* form = story.form();
    if (!form)
        return words;
    for (const auto& answer : form->answers) {
        auto pieces = placed_pieces(story, answer.item);
        if (reads_as_signed(pieces))
            continue;
        if (const auto* views = std::get_if<record::Views>(&answer.value))
            add_views(words, answer, *views, pieces, notes);
        else
            words[answer.item] = words_between(pieces, 0, pieces.back().piece.end, notes);
    }
    return words;
}

} // namespace

WordsOfItems words_of_items(const StoryEntry& story, const Notes& notes) { return words_now_of(story, &notes); }

WordsOfItems words_as_the_child_reads(const StoryEntry& story) { return words_now_of(story, nullptr); }

Html words_without_form(const StoryEntry& story, const Notes& notes) {
    auto pieces = placed_pieces(story, "words");
    return pieces.empty() ? Html() : words_between(pieces, 0, pieces.back().piece.end, &notes);
}

Notes notes_of_entry(const House& house, const OpenEntry& entry) {
    Notes notes;
    for (const auto& note : record::notes_of(*entry.story))
        notes[note.number] = {note.sentence.has_value(), note_words(house, entry, note)};
    return notes;
}

Html notes_beside(const Notes& notes) {
    Html rows;
    bool all_on_sentences = true;
    for (const auto& [number, note] : notes) {
        all_on_sentences = all_on_sentences && note.on_a_sentence;
        rows += html("<li id=\"note-{}\" class=\"{}\"><strong>(<span class=\"govuk-visually-hidden\">Note </span>{})</strong> {}</li>", number,
                     note.on_a_sentence ? "app-note app-note--on-sentence" : "app-note", number, note.words);
    }
    if (rows.empty())
        return Html();
    SideCard card;
    card.title = "Beside these words";
    card.classes = all_on_sentences ? "app-notes app-notes--on-sentences" : "app-notes";
    card.content = html("<ul class=\"govuk-list govuk-list--spaced\">{}</ul>", rows);
    return side_card(card);
}

} // namespace lifestory::web::pages
