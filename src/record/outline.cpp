#include "record/outline.h"

#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "record/codec.h"

namespace lifestory::record {

namespace {

constexpr std::string_view answered = "-";

void cut(Author& author) { author = {author.worker, "", "", ""}; }

void cut(Sentence& sentence) { sentence.words.clear(); }

void cut(People& people) {
    for (auto& one : people.there)
        one = {"", "", one.person, one.worker};
}

void cut(Answer& answer) {
    answer.label.clear();
    answer.part.clear();
    std::visit(Cases{[&](Text& text) {
                         if (is_prose(answer.type) && !text.words.empty())
                             text.words = answered;
                     },
                     [](People& people) { cut(people); },
                     [](Views& views) { views.views.clear(); },
                     [](Options& options) { options.options.clear(); },
                     [](Actions& actions) { actions.actions.clear(); },
                     [](Rows& rows) { rows.rows.clear(); },
                     [](NotKnown& not_known) { not_known.why.clear(); },
                     [](auto&) {}},
               static_cast<Values&>(answer.value));
}

void cut(Form& form) {
    form.name.clear();
    for (auto& answer : form.answers)
        cut(answer);
}

template <class Signed>
void cut_signed(Signed& it) {
    cut(it.form);
    it.late.reset();
    it.kept.clear();
    it.sent_back.clear();
}

struct Cutting {
    void operator()(Visit& it) const { cut_signed(it); }
    void operator()(CaseNote& it) const { cut_signed(it); }
    void operator()(Meeting& it) const { cut_signed(it); }
    void operator()(Document& it) const {
        cut_signed(it);
        it.speaks_of.clear();
        it.promises.clear();
    }
    void operator()(Episode& it) const { cut(it.form); }
    void operator()(ChildsView& it) const { it = {}; }
    void operator()(Disagreement& it) const { it = {{}, it.entry, "", it.kind, ""}; }
    void operator()(Endorsement& it) const { it.comment.clear(); }
    void operator()(Comment& it) const { it.words.clear(); }
    void operator()(Addition& it) const { it.words.clear(); }
    void operator()(CorrectionAsked& it) const {
        cut(it.sentence);
        it.right_words.clear();
        it.why.clear();
    }
    void operator()(Correction& it) const {
        cut(it.sentence);
        it.right_words.clear();
        it.why.clear();
        it.tell.clear();
    }
    void operator()(Closing& it) const {
        cut(it.sentence);
        it.why.clear();
    }
    void operator()(ToldOfCorrection& it) const { it = {it.entry, "", "", it.on}; }
    void operator()(Release& it) const {
        it.not_yet_reason.clear();
        it.warning.clear();
    }
    void operator()(SharingGiven& it) const {
        it.how.clear();
        it.why.clear();
        it.agreement.clear();
    }
    void operator()(LatenessGiven& it) const { it.why = {}; }
    void operator()(Allocation& it) const { it.full_name.clear(); }
    void operator()(auto&) const {} // facts and numbers; what stands in other streams
};

template <class Number>
bool take_number(std::string_view& line, Number& number) {
    const auto [end, fault] = std::from_chars(line.data(), line.data() + line.size(), number);
    if (fault != std::errc() || end == line.data() + line.size() || *end != ' ')
        return false;
    line.remove_prefix(static_cast<std::size_t>(end - line.data()) + 1);
    return true;
}

Refusal wrong(std::size_t line) { return refuse("not-an-outline", fmt::format("Line {} of an outline cannot be read.", line + 1)); }

// "NUMBER MILLISECONDS ID CONTENT"
Result<Entry> read_line(RecordNumber record, std::string_view line, std::size_t place) {
    ledger::OpenedEntry opened;
    std::int64_t milliseconds = 0;
    constexpr std::size_t digits = 32;
    if (!take_number(line, opened.header.number) || !take_number(line, milliseconds) || line.size() <= digits || line[digits] != ' ')
        return wrong(place);
    const auto id = EntryId::parse(line.substr(0, digits));
    if (!id)
        return wrong(place);
    opened.id = *id;
    opened.header.record = record;
    opened.header.time = Instant(std::chrono::milliseconds(milliseconds));
    opened.place = place;
    opened.content = line.substr(digits + 1);
    return read_entry(opened);
}

} // namespace

bool is_prose(std::string_view item_type) { return item_type != "interval" && item_type != "number" && item_type != "code"; }

void leave_out_prose(Entry& entry) {
    auto& said = entry.said;
    cut(said.recorded_by);
    said.finished_by.reset();
    said.judged_by = {"", "", said.judged_by.digest};
    said.told_by.clear();
    std::visit(Cutting{}, static_cast<Kinds&>(entry.content));
}

std::string write_outline(std::span<const Entry> entries) {
    std::string text;
    for (const auto& entry : entries)
        fmt::format_to(std::back_inserter(text), "{} {} {} {}\n", entry.number, entry.recorded_at.time_since_epoch().count(), entry.id.hex(),
                       write_content(entry.said, entry.content));
    return text;
}

Result<std::vector<Entry>> read_outline(RecordNumber record, std::string_view text) {
    std::vector<Entry> entries;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (end == std::string_view::npos)
            return wrong(entries.size());
        entries.push_back(TRY(read_line(record, text.substr(0, end), entries.size())));
        text.remove_prefix(end + 1);
    }
    return entries;
}

} // namespace lifestory::record
