#include "app/bring_in/family_in.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/bring_in/homes_in.h"
#include "base/text.h"
#include "calendar/london.h"
#include "casework/allocate.h"
#include "casework/basic_record.h"
#include "casework/episode.h"
#include "casework/family.h"
#include "casework/open_child.h"
#include "record/brought_in.h"
#include "record/facts.h"
#include "record/identifiers.h"

namespace lifestory::app::bring_in {

namespace {

using casework::Writing;

record::Answer answer(std::string item, std::string label, std::string part, std::string type, record::Value value) {
    return {std::move(item), std::move(label), std::move(part), std::move(type), std::move(value)};
}

record::Answer line(std::string item, std::string label, std::string words) {
    return answer(std::move(item), std::move(label), "for-professionals", "text", record::Text{std::move(words)});
}

std::string with_role(const NoteIn& note) { return note.role.empty() ? note.author : note.author + ", " + note.role; }

// The other system's account of who wrote it stays words: whoever it was has no account here.
record::CaseNote note_of(const NoteIn& note, const std::string& source) {
    record::Form form{std::string(record::brought_in_note), note.type.empty() ? "Note from " + source : note.type, {}};
    if (!note.title.empty())
        form.answers.push_back(line("title", "Title", note.title));
    form.answers.push_back(answer("happened", "What was written", "what-happened", "prose", record::Text{note.words}));
    form.answers.push_back(line("written-by", "Written by, in " + source, with_role(note)));
    if (note.written)
        form.answers.push_back(answer("written-on", "Written on", "for-professionals", "day", record::OnDay{*note.written}));
    form.answers.push_back(line("number", "Number in " + source, note.id));
    return {form, {}, {}, {}};
}

// Entries that stand in a stream, by number.
struct Standing {
    std::map<EntryId, record::Content> entries;
    bool holds(const EntryId& id) const { return entries.contains(id); }
};

class FamilyWriter {
public:
    FamilyWriter(const Bringing& bringing, const Source& source, const FamilyIn& family, const Notes& notes)
        : m_by(bringing), m_source(source), m_in(family), m_notes(notes), m_record(bringing.numbers.number<RecordNumber>("family", family.id)) {
        for (auto& entry : read(m_record)) {
            m_family_here.entries.emplace(entry.id, entry.content);
            record::apply(m_family, entry);
        }
    }

    FamilyCame write() && {
        for (auto at : m_in.persons)
            if (m_source.persons[at].is_child)
                child(at);
        if (m_family.length > 0) {
            if (m_in.rows > 0)
                m_came.carried["ssd_family.csv"] = m_in.rows;
            for (auto at : m_in.persons)
                if (!m_source.persons[at].is_child)
                    relative(m_source.persons[at]);
            for (auto at : m_in.ties)
                tie(m_source.ties[at]);
            homes();
        } else {
            leave_out_relatives();
        }
        for (std::size_t at = 0; at < m_came.children.size(); ++at)
            if (m_is_new[at])
                tell_differences(m_came.children[at]);
        if (!m_writing.empty())
            m_came.append = casework::append_of(m_writing, form_of_this(), m_by.now);
        return std::move(m_came);
    }

private:
    std::vector<record::Entry> read(RecordNumber record) const {
        if (m_by.ledger.length(record) == 0)
            return {};
        auto opened = m_by.ledger.read(record);
        auto entries = opened ? record::read_entries(*opened) : Result<std::vector<record::Entry>>(opened.refusals());
        return entries ? std::move(*entries) : std::vector<record::Entry>{};
    }

    EntryId entry(std::string_view kind, std::string_view id) const { return m_by.numbers.number<EntryId>(kind, id); }
    PersonNumber person(const std::string& id) const { return m_by.numbers.number<PersonNumber>("person", id); }
    casework::Act act(const EntryId& id) const { return {m_by.author, "team-manager", m_by.judged_by, m_by.now, id}; }

    // The rows that made the same entries come again as the same numbers: it is one form.
    FormNumber form_of_this() const {
        std::string all;
        for (const auto& one : m_writing)
            all += one.id.view();
        return m_by.numbers.number<FormNumber>("append", all);
    }

    void fold(const casework::Written& one) {
        record::Entry entry{0, one.id, one.record, 0, {}, m_by.now, one.said, one.content};
        if (one.record == m_record)
            record::apply(m_family, entry);
        else if (m_child)
            record::apply(*m_child, entry);
    }
    void keep(Writing writing) {
        for (auto& one : writing) {
            one.expected_place.reset(); // nobody else writes here while this runs
            fold(one);
            m_writing.push_back(std::move(one));
        }
    }

    // One row: here already and the same, here and different, or new.
    struct Placed {
        bool is_here = false, is_refused = false;
    };
    template <class Making>
    Placed place(const Standing& here, const At& at, const std::string& whose, const EntryId& id, const record::Content& content, Making making) {
        auto found = here.entries.find(id);
        if (found != here.entries.end()) {
            if (found->second == content)
                return {true, false};
            say_missing(whose, at, "", "This row was brought in before and says something else now. Put the record right on its own page");
            return {false, true};
        }
        auto writing = making(act(id));
        if (!writing) {
            for (const auto& refusal : writing.refusals())
                say_missing(whose, at, refusal.field.find('_') == std::string::npos ? "" : refusal.field, refusal.message); // else it is no column's name
            return {false, true};
        }
        keep(std::move(*writing));
        return {};
    }
    void say_missing(const std::string& whose, const At& at, std::string column, std::string why) {
        Missing one{whose, at, std::move(column), std::move(why)};
        (m_now ? m_now->missing : m_came.missing).push_back(std::move(one));
    }
    void carry(const Placed& placed, const At& at) {
        if (placed.is_refused)
            return;
        if (!m_now) {
            ++m_came.carried[at.file];
            return;
        }
        ++m_now->carried[at.file];
        m_grown = m_grown || !placed.is_here;
    }

    // ---- a child

    void child(std::size_t at) {
        const auto& one = m_source.persons[at];
        m_came.children.push_back({at, m_by.numbers.number<RecordNumber>("child", one.id), Came::Held, {}, {}});
        m_is_new.push_back(false);
        m_now = &m_came.children.back();
        m_grown = false;
        record::Child fold;
        m_child = &fold;
        Standing here;
        for (auto& entry : read(m_now->record)) {
            here.entries.emplace(entry.id, entry.content);
            record::apply(fold, std::move(entry));
        }
        const bool is_here = fold.length > 0;
        if (is_here || open(one, fold))
            rows_of(one, fold, here);
        else
            leave_out_rows(one);
        if (fold.length > 0)
            m_now->came = !is_here ? Came::New : m_grown ? Came::Grown : Came::AlreadyHere;
        m_is_new.back() = fold.length > 0 && (!is_here || m_grown);
        m_child = nullptr;
        m_now = nullptr;
    }

    bool open(const PersonIn& one, record::Child& fold) {
        if (auto held = m_by.held.find(one.id); held != m_by.held.end()) {
            say_missing(one.id, one.at, "pers_person_id", held->second);
            return false;
        }
        casework::Opening opening{one.said.full_name, one.said.known_as, one.said.pronouns, one.said.born, one.said.expected, m_by.source, "",
                                  calendar::london_day(m_by.now), one.not_the_same, m_now->record, std::nullopt, m_record, person(one.id), m_in.name,
                                  std::nullopt, true};
        if (m_family.length > 0)
            opening.family = m_record;
        auto writing = casework::open_child(act(entry("child", one.id)), opening);
        if (!writing) {
            for (const auto& refusal : writing.refusals())
                say_missing(one.id, one.at, refusal.field == "born" ? "pers_dob" : "", refusal.message);
            return false;
        }
        for (auto& each : *writing) {
            if (auto* opened = std::get_if<record::ChildOpened>(&each.content)) {
                opened->brought_in_from = m_by.source;
                opened->brought_in_as = one.id;
            } else if (auto* said = std::get_if<record::Person>(&each.content)) {
                said->telephone = one.said.telephone;
                said->died = one.said.died;
            }
        }
        keep(std::move(*writing));
        return fold.length > 0;
    }

    void rows_of(const PersonIn& one, record::Child& fold, const Standing& here) {
        ++m_now->carried[one.at.file];
        for (const auto& fact : one.facts)
            place_fact(one, fact, fold, here);
        for (auto at : rows(m_source.facts_of, one))
            place_dated_fact(m_source.facts[at], fold, here);
        for (auto at : rows(m_source.spells_of, one))
            place_spell(m_source.spells[at], fold, here);
        for (auto at : rows(m_source.workers_of, one))
            place_worker(m_source.workers[at], fold, here);
        for (auto at : rows(m_source.notes_of, one))
            place_note(m_source.notes[at], here);
    }
    static std::vector<std::size_t> rows(const std::map<std::string, std::vector<std::size_t>>& of, const PersonIn& one) {
        auto found = of.find(one.id);
        return found == of.end() ? std::vector<std::size_t>{} : found->second;
    }

    void leave_out_rows(const PersonIn& one) {
        std::map<std::string, std::size_t> rows_in;
        for (auto at : rows(m_source.spells_of, one))
            ++rows_in[m_source.spells[at].at.file];
        for (auto at : rows(m_source.facts_of, one))
            ++rows_in[m_source.facts[at].at.file];
        for (auto at : rows(m_source.addresses_of, one))
            ++rows_in[m_source.addresses[at].at.file];
        for (auto at : rows(m_source.workers_of, one))
            ++rows_in[m_source.workers[at].at.file];
        for (auto at : rows(m_source.notes_of, one))
            ++rows_in[m_source.notes[at].at.file];
        for (const auto& [file, count] : rows_in)
            say_missing(one.id, {file, 0}, "", fmt::format("{} of this child left out, because no record was opened", plural(count, "row", "rows")));
    }

    // Since when it is so the table does not say; nor does the record then.
    void place_fact(const PersonIn& one, const PersonIn::Fact& fact, const record::Child& fold, const Standing& here) {
        const auto today = calendar::london_day(m_by.now);
        auto id = entry("fact." + fact.id, one.id);
        record::BasicDetail detail{fact.id, fact.value, "", m_by.source, today, {}, false, "document"};
        auto found = here.entries.find(id);
        if (found != here.entries.end()) {
            const auto* said = std::get_if<record::BasicDetail>(&found->second);
            if (!said || said->value != written(fact))
                say_missing(one.id, one.at, fact.column, "This was brought in before and says something else now. Put it right under Facts");
            return;
        }
        auto writing = casework::change_item(act(id), m_by.pack, fold, detail, today);
        if (!writing) {
            for (const auto& refusal : writing.refusals())
                say_missing(one.id, one.at, fact.column, refusal.message);
            return;
        }
        for (auto& each : *writing)
            if (auto* said = std::get_if<record::BasicDetail>(&each.content))
                said->since.reset();
        keep(std::move(*writing));
        m_grown = true;
    }
    static std::string written(const PersonIn::Fact& fact) {
        if (fact.id == "nhs-number")
            return record::read_nhs_number(fact.value).written;
        return fact.id == "unique-pupil-number" ? record::read_pupil_number(fact.value).written : fact.value;
    }

    // What began and ended is said twice, as somebody would have: that it began, and that it ended.
    void place_dated_fact(const FactIn& row, const record::Child& fold, const Standing& here) {
        const auto today = calendar::london_day(m_by.now);
        record::BasicDetail begins{row.fact, row.value, "", m_by.source, row.since, {}, false, "document"};
        const auto said = [&](const record::BasicDetail& detail) {
            return [this, &fold, &detail, today](const casework::Act& by) -> Result<Writing> {
                auto asked = detail;
                if (!asked.since)
                    asked.since = today;
                auto writing = TRY(casework::change_item(by, m_by.pack, fold, asked, today));
                for (auto& each : writing)
                    if (auto* one = std::get_if<record::BasicDetail>(&each.content); one && !detail.since)
                        one->since.reset(); // the table does not say since when; nor does the record then
                return writing;
            };
        };
        auto kept = begins;
        if (row.fact == "nhs-number")
            kept.value = record::read_nhs_number(row.value).written;
        else if (row.fact.ends_with("pupil-number"))
            kept.value = record::read_pupil_number(row.value).written;
        if (!row.until) {
            carry(place(here, row.at, row.person, entry(row.at.file, row.id), kept, said(begins)), row.at);
            return;
        }
        if (!record::holds_several(row.fact)) // it ended: what came after it, if anything did, is a row of its own
            return say_missing(row.person, row.at, row.column, "This ended. What is so now is brought in; keep what was so before in the file that you archive");
        auto began = place(here, row.at, row.person, entry(row.at.file, row.id), kept, said(begins));
        auto ends = kept;
        ends.until = row.until;
        if (!ends.since)
            ends.since = row.until;
        if (!began.is_refused)
            began = place(here, row.at, row.person, entry(row.at.file + ".ended", row.id), ends, said(ends));
        carry(began, row.at);
    }

    void place_spell(const SpellIn& row, const record::Child& fold, const Standing& here) {
        const auto* type = m_by.pack.record_type(row.record_type);
        record::Form form{row.record_type, type ? type->name : row.record_type, {}};
        for (const auto& [item, value] : row.answers)
            if (const auto* asked = type ? type->item(item) : nullptr)
                form.answers.push_back({item, asked->label, asked->part, name_of(asked->type), value});
        record::Episode episode{entry("spell." + row.at.file, row.id).hex(), form, row.started, row.ended};
        carry(place(here, row.at, row.person, entry(row.at.file, row.id), episode,
                    [&](const casework::Act& by) { return casework::begin_episode(by, fold, episode); }),
              row.at);
    }

    void place_worker(const WorkerIn& row, const record::Child& fold, const Standing& here) {
        const record::Worker* worker = nullptr;
        std::size_t found = 0;
        for (const auto& one : m_by.authority.workers)
            if (one.now().working && lifestory::fold(one.now().full_name) == lifestory::fold(row.full_name)) {
                worker = &one.now();
                ++found;
            }
        if (found != 1)
            return say_missing(row.person, row.at, "invo_professional_name",
                               found == 0 ? "Nobody of this name works here. Register them, or hand the child over under Team"
                                          : "More than one of this name works here. Hand the child over under Team");
        record::Allocation allocation{worker->worker, worker->full_name, "allocated-worker", row.from, std::nullopt};
        carry(place(here, row.at, row.person, entry(row.at.file, row.person + "\n" + row.full_name + "\n" + calendar::iso(row.from)), allocation,
                    [&](const casework::Act& by) { return casework::allocate(by, fold, *worker, "allocated-worker", row.from); }),
              row.at);
    }

    void place_note(const NoteIn& row, const Standing& here) {
        const auto today = calendar::london_day(m_by.now);
        record::CaseNote note = note_of(row, m_by.source);
        auto placed = place(here, row.at, row.person, entry("note", row.id), note, [&](const casework::Act& by) -> Result<Writing> {
            if (row.happened > today || (row.written && *row.written > today))
                return refuse("not-possible", "The day cannot be after today, " + calendar::in_words(today),
                              row.happened > today ? "note_date" : "note_written_on");
            Writing writing{casework::written(by, m_now->record, note)};
            writing.front().said.happened_on = row.happened;
            writing.front().said.happened_at = row.at_time;
            writing.front().said.known_on = row.written;
            writing.front().said.told_by = with_role(row);
            return writing;
        });
        carry(placed, row.at);
        m_came.notes += placed.is_here || placed.is_refused ? 0 : 1;
    }

    // ---- the family

    void relative(const PersonIn& one) {
        auto said = one.said;
        said.person = person(one.id);
        said.said_by = m_by.source;
        carry(place(m_family_here, one.at, one.id, entry("relative", one.id), said,
                    [&](const casework::Act& by) { return casework::add_person(by, m_family, said, casework::SamePerson::NoAnother); }), one.at);
    }

    void tie(const TieIn& tie) {
        auto said = tie.said;
        said.from = person(tie.from);
        said.to = person(tie.to);
        said.told_by = m_by.source;
        if (!m_family.person(said.from) || !m_family.person(said.to))
            return say_missing(tie.from, tie.at, "", "One of these two was not brought in");
        carry(place(m_family_here, tie.at, tie.from, entry("tie", tie.from + "\n" + tie.to + "\n" + said.kind), said,
                    [&](const casework::Act& by) { return casework::add_relationship(by, m_family, said); }), tie.at);
    }

    void homes() {
        const auto all = homes_in(m_source, m_in, m_by.numbers, m_by.source, m_family);
        for (const auto& one : all)
            home(one, all);
    }

    // Said of somebody at this address when it was brought in before, and no longer what any row says.
    bool stands_otherwise(const HomeIn& one, const std::vector<HomeIn>& all) const {
        return !m_family_here.holds(one.id) && std::ranges::any_of(m_family_here.entries, [&](const auto& standing) {
            const auto* home = std::get_if<record::Household>(&standing.second);
            return home && home->said_by == m_by.source && is_other_home_of(one, *home, all);
        });
    }

    void home(const HomeIn& one, const std::vector<HomeIn>& all) {
        const auto& first = *one.rows.front();
        if (one.said.members.empty())
            return say_missing(first.person, first.at, "addr_person_id", "Nobody who lived there was brought in");
        if (stands_otherwise(one, all)) {
            for (const auto* row : one.rows)
                say_of_home(*row, "", "This home was brought in before, and the row says something else of it now. Put it right under People");
            return;
        }
        const auto placed = place(m_family_here, first.at, first.person, one.id, one.said, [&](const casework::Act& by) { return casework::set_household(by, m_family, one.said); });
        for (const auto* row : one.rows) {
            if (!placed.is_refused && !one.came_on_one_day && row->since)
                say_of_home(*row, "addr_address_start_date", "Those who live there came on different days, and a home has one: none is said. Write the day under People");
            if (placed.is_refused)
                continue;
            auto whose = std::ranges::find_if(m_came.children, [&](const auto& came) { return m_source.persons[came.person].id == row->person; });
            ++(whose == m_came.children.end() ? m_came.carried : whose->carried)[row->at.file];
        }
    }

    // In the child's own record, where it is a child's row.
    void say_of_home(const AddressIn& row, std::string column, std::string why) {
        auto whose = std::ranges::find_if(m_came.children, [&](const auto& came) { return m_source.persons[came.person].id == row.person; });
        (whose == m_came.children.end() ? m_came.missing : whose->missing).push_back({row.person, row.at, std::move(column), std::move(why)});
    }

    void leave_out_relatives() {
        for (auto at : m_in.persons)
            if (const auto& one = m_source.persons[at]; !one.is_child)
                say_missing(one.id, one.at, "", "No child of this family was brought in");
    }

    // ---- what became of a child's rows, in the child's own record

    void tell_differences(const ChildCame& came) {
        const auto& id = m_source.persons[came.person].id;
        record::Rows carried, changed, missing;
        for (const auto& [file, rows] : came.carried)
            carried.rows.push_back({file, plural(rows, "row", "rows")});
        for (const auto& one : m_notes.changed_of(id))
            changed.rows.push_back({place_of(one.at, one.column), said_of(one)});
        auto left_out = m_notes.missing_of(id);
        left_out.insert(left_out.end(), came.missing.begin(), came.missing.end());
        for (const auto& one : left_out)
            missing.rows.push_back({place_of(one.at, one.column), one.why});
        record::Form form{std::string(record::brought_in_differences), "What was brought in", {}};
        form.answers.push_back(line("from", "From", m_by.source));
        form.answers.push_back(line("number", "Number in " + m_by.source, id));
        const auto table = [&](std::string item, std::string label, record::Rows rows) {
            form.answers.push_back(answer(std::move(item), std::move(label), "for-professionals", "rows", std::move(rows)));
        };
        table("carried", "What was carried", std::move(carried));
        table("changed", "What was changed, and why", std::move(changed));
        table("missing", "What is missing, and why", std::move(missing));
        std::string all = id;
        for (const auto& one : m_writing)
            all += one.id.view();
        auto written = casework::written(act(entry("differences", all)), came.record, record::Document{form, {}, {}, {}, {}});
        written.said.happened_on = calendar::london_day(m_by.now);
        m_writing.push_back(std::move(written));
    }

    const Bringing& m_by;
    const Source& m_source;
    const FamilyIn& m_in;
    const Notes& m_notes;
    RecordNumber m_record;
    record::Family m_family;
    Standing m_family_here;
    Writing m_writing;
    FamilyCame m_came;
    std::vector<bool> m_is_new; // of m_came.children
    record::Child* m_child = nullptr;
    ChildCame* m_now = nullptr;
    bool m_grown = false;
};

} // namespace

std::string Numbers::sixteen_bytes(std::string_view kind, std::string_view id) const {
    std::string named;
    for (std::string_view part : {std::string_view(m_source), kind, id}) {
        named += part;
        named.push_back('\0');
    }
    const auto digest = hmac_sha256(m_secret, named);
    return std::string(view(digest).substr(0, 16));
}

FamilyCame bring_in(const Bringing& bringing, const Source& source, const FamilyIn& family, const Notes& notes) {
    return FamilyWriter(bringing, source, family, notes).write();
}

} // namespace lifestory::app::bring_in
