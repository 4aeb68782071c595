#include "web/pages/same_words.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/wording.h"
#include "prose/same_words.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

using prose::HashedSentence;
using record::StoryEntry;

bool is_in_words(const record::Value& value) {
    return std::holds_alternative<record::Text>(value) || std::holds_alternative<record::Views>(value);
}

class Hasher {
public:
    explicit Hasher(const House& house) : m_reader(policy::wording_of(*house.books.in_force)), m_key(house.shown_words->key()) {}

    std::vector<HashedSentence> hash(std::string_view text) const { return prose::hash_sentences(text, m_reader, m_key); }

    void add(std::string_view text, std::vector<std::uint64_t>& hashes) const {
        for (const auto& sentence : hash(text))
            hashes.push_back(sentence.hash);
    }

    // As it reads today; closed words are not among it.
    std::vector<std::uint64_t> hashes_of(const StoryEntry& story) const {
        std::vector<std::uint64_t> hashes;
        const auto* form = story.form();
        if (!form)
            add(record::words_now(story, "words"), hashes);
        else
            for (const auto& answer : form->answers)
                if (is_in_words(answer.value))
                    add(record::words_now(story, answer.item), hashes);
        for (const auto& addition : story.additions)
            add(addition.what.words, hashes);
        return hashes;
    }

private:
    const prose::Reader& m_reader;
    std::string_view m_key;
};

std::string session_of(const Caller& caller) { return desk::short_hash(caller.session); }

// What was written in error stands nowhere: its words may be written again where they belong.
std::shared_ptr<const ShownEntries> entries_of(const House& house, const Caller& caller, const access::OpenRecord& open, const Hasher& hasher) {
    if (auto known = house.shown_words->record(session_of(caller), open.record, open.child->length))
        return known;
    std::vector<const StoryEntry*> newest_first;
    for (const auto& story : open.child->story)
        if (!story.withdrawn())
            newest_first.push_back(&story);
    std::ranges::stable_sort(newest_first, [](const auto* left, const auto* right) { return left->day() > right->day(); });
    auto entries = std::make_shared<ShownEntries>();
    for (const auto* story : newest_first)
        entries->push_back(std::make_shared<const ShownEntry>(ShownEntry{open.record, story->entry.id, hasher.hashes_of(*story)}));
    house.shown_words->keep_record(session_of(caller), open.record, open.child->length, entries, house.now());
    return entries;
}

// Where words were known from: an entry, or a draft of this worker's own.
struct Source {
    std::optional<RecordNumber> record;
    std::optional<EntryId> entry;
    std::optional<DraftId> draft;
};

std::string these_sentences(std::size_t count) {
    return count == 1 ? "This sentence stands" : fmt::format("These {} sentences stand", count);
}

class Looker {
public:
    Looker(const House& house, const Caller& caller, const DraftView& view) : m_house(house), m_caller(caller), m_view(view), m_hasher(house) {}

    std::vector<WordsElsewhere> found() {
        read_boxes();
        if (!is_any_long_enough())
            return {};
        know_all();
        std::vector<WordsElsewhere> found;
        for (const auto& one : prose::same_words(m_texts, m_known))
            if (auto elsewhere = tell(one))
                found.push_back(std::move(*elsewhere));
        return found;
    }

private:
    void read_boxes() {
        if (!m_view.type)
            m_boxes = {{"item.happened", "Who, what, when"}};
        for (const auto* item : m_view.asked)
            if (item->type == policy::ItemType::Prose)
                m_boxes.emplace_back("item." + item->id, item->label);
        for (const auto& [box, label] : m_boxes)
            m_texts.push_back(m_hasher.hash(field(m_view.draft.fields, box)));
    }

    bool is_any_long_enough() const {
        return std::ranges::any_of(m_texts, [](const auto& text) { return std::ranges::any_of(text, &HashedSentence::counts); });
    }

    void know(Source source, const std::vector<std::uint64_t>& hashes) {
        auto number = static_cast<std::uint32_t>(m_sources.size());
        for (auto hash : hashes)
            m_known.add(number, hash);
        m_sources.push_back(source);
    }

    // What is copied between the parts of one visit is looked at for itself (draft_findings).
    bool is_visited_too(const RecordNumber& record) const { return std::ranges::find(m_view.with, record) != m_view.with.end(); }

    // What is signed in this child's own record is named first: it was asked about then, if it came from another's.
    void know_all() {
        const auto drafts = m_house.desk.drafts_of(m_caller.worker());
        if (m_view.open) { // before a child is chosen nothing is another's
            for (const auto& entry : *entries_of(m_house, m_caller, *m_view.open, m_hasher))
                know({entry->record, entry->entry, {}}, entry->sentences);
        }
        if (m_view.open) {
            for (const auto& entry : m_house.shown_words->of_other_records(session_of(m_caller), m_view.open->record))
                if (!is_visited_too(entry->record))
                    know({entry->record, entry->entry, {}}, entry->sentences);
            for (const auto& draft : drafts)
                if (draft.record && *draft.record != m_view.open->record && !is_visited_too(*draft.record))
                    know_draft(draft);
        }
        for (const auto& draft : drafts)
            if (draft.draft != m_view.draft.draft && draft.record == m_view.draft.record)
                know_draft(draft);
    }

    void know_draft(const desk::Draft& draft) {
        std::vector<std::uint64_t> hashes;
        for (const auto& [name, words] : draft.fields)
            if (name.starts_with("item."))
                m_hasher.add(words, hashes);
        know({draft.record, {}, draft.draft}, hashes);
    }

    std::optional<WordsElsewhere> tell(const prose::SameWords& same) const {
        WordsElsewhere told;
        told.box = m_boxes[same.text].first;
        told.finding.begin = same.where.begin;
        told.finding.end = same.where.end;
        told.finding.category = prose::Category::RepeatedText;
        if (same.in == prose::StandsIn::SameDraft)
            tell_twice(same, told);
        else if (m_sources[same.source].record != m_view.draft.record)
            return tell_another_record(same, std::move(told));
        else if (m_sources[same.source].entry)
            return tell_entry(same, std::move(told));
        else
            tell_draft(same, told);
        return told;
    }

    void tell_twice(const prose::SameWords& same, WordsElsewhere& told) const {
        const auto& label = m_boxes[same.source].second;
        told.leave_in = "both-places";
        told.finding.message = same.source == same.text ? these_sentences(same.sentences) + " in this box already. Once is enough."
                                                        : these_sentences(same.sentences) + " in “" + label + "” too. Once is enough.";
    }

    void tell_draft(const prose::SameWords& same, WordsElsewhere& told) const {
        told.leave_in = "both-places";
        told.finding.message = these_sentences(same.sentences) + " in another draft of yours too. Once is enough.";
        told.link = "Open your other draft";
        told.at = path("/drafts/{}", m_sources[same.source].draft->hex());
    }

    std::optional<WordsElsewhere> tell_entry(const prose::SameWords& same, WordsElsewhere told) const {
        const auto* story = m_view.open->child->find(*m_sources[same.source].entry);
        if (!story)
            return std::nullopt;
        const auto& author = story->entry.said.recorded_by;
        auto whose = author.worker == m_caller.worker() ? std::string("your") : possessive(author.full_name);
        told.leave_in = "still-true";
        told.link = "Read the " + name_of(*story);
        told.at = path("/children/{}/entries/{}", m_view.open->record.hex(), story->entry.id.hex());
        told.finding.message = fmt::format("{} in {} {}. Still true today?", these_sentences(same.sentences), whose, name_of(*story));
        return told;
    }

    // By name only of who may be seen now.
    std::optional<WordsElsewhere> tell_another_record(const prose::SameWords& same, WordsElsewhere told) const {
        const auto& source = m_sources[same.source];
        auto where = source.entry ? in_entry(source, told) : about_whom(source, told);
        if (where.empty())
            return std::nullopt;
        told.leave_in = "belongs";
        told.finding.category = prose::Category::AnotherRecord;
        told.finding.message = fmt::format("{} in {}. Does this belong in {} record, and is it true today?", these_sentences(same.sentences), where,
                                           possessive(m_view.first_name()));
        return told;
    }

    // It was shown in this session, and noted then: opening it again adds no look. Empty: it was written in error meanwhile.
    std::string in_entry(const Source& source, WordsElsewhere& told) const {
        auto open = m_house.door.open(m_caller.visitor, *source.record, *source.entry, m_house.now());
        const auto* story = open ? open->child->find(*source.entry) : nullptr;
        if (!story)
            return "another child's record";
        if (story->withdrawn())
            return "";
        told.link = "Read the " + name_of(*story);
        told.at = path("/children/{}/entries/{}", source.record->hex(), source.entry->hex());
        return fmt::format("{} record, in the {}", possessive(open->child->first_name()), name_of(*story));
    }

    std::string about_whom(const Source& source, WordsElsewhere& told) const {
        auto open = m_house.door.look_over(m_caller.visitor, std::span(&*source.record, 1), m_house.now());
        if (open.empty())
            return "your draft about another child";
        auto where = "your draft about " + open.front().child->first_name();
        told.link = "Open " + where;
        told.at = path("/drafts/{}", source.draft->hex());
        return where;
    }

    static std::string name_of(const StoryEntry& story) { return within_a_sentence(story.name()) + " of " + calendar::in_words(story.day()); }

    const House& m_house;
    const Caller& m_caller;
    const DraftView& m_view;
    Hasher m_hasher;
    std::vector<std::pair<std::string, std::string>> m_boxes; // field and label
    std::vector<std::vector<HashedSentence>> m_texts;
    std::vector<Source> m_sources;
    prose::KnownSentences m_known;
};

} // namespace

std::vector<WordsElsewhere> words_elsewhere(const House& house, const Caller& caller, const DraftView& view) {
    return view.draft.signed_as ? std::vector<WordsElsewhere>() : Looker(house, caller, view).found();
}

void note_shown(const House& house, const Caller& caller, RecordNumber record, const StoryEntry& story) {
    if (!story.withdrawn())
        house.shown_words->note(session_of(caller), {record, story.entry.id, Hasher(house).hashes_of(story)}, house.now());
}

void note_signed(const House& house, const Caller& caller, const DraftView& view, EntryId entry) {
    Hasher hasher(house);
    ShownEntry shown{view.open->record, entry, {}};
    for (const auto& answer : view.read.form.answers)
        if (is_in_words(answer.value))
            hasher.add(record::words_of(answer), shown.sentences);
    house.shown_words->note(session_of(caller), std::move(shown), house.now());
}

} // namespace lifestory::web::pages
