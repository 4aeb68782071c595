#include "record/outline.h"

#include "record/packed.h"

namespace lifestory::record {

namespace {

constexpr std::string_view answered = "-";
constexpr char outline_version = '2'; // another wherever something else is left out: an outline of another version is not read

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
                     [](Entries& entries) { entries.entries.clear(); },
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

std::string write_outline(std::span<const Entry> entries) { return outline_version + pack(entries); }

Result<std::vector<Entry>> read_outline(RecordNumber record, std::string_view bytes) {
    if (!bytes.starts_with(outline_version))
        return refuse("not-an-outline", "This is no outline, or one of another version.");
    return unpack(record, bytes.substr(1));
}

} // namespace lifestory::record
