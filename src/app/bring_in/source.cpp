#include "app/bring_in/source.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/bring_in/more_tables.h"
#include "base/text.h"

namespace lifestory::app::bring_in {

namespace {

const std::vector<Column> person_columns{{"pers_person_id", true}, {"pers_record", true}, {"pers_forename"}, {"pers_surname", true}, {"pers_preferred_name"},
    {"pers_pronouns"}, {"pers_dob"}, {"pers_expected_dob"}, {"pers_death_date"}, {"pers_sex"}, {"pers_gender"}, {"pers_ethnicity"}, {"pers_nationality"},
    {"pers_common_child_id"}, {"pers_upn"}, {"pers_telephone"}, {"pers_not_the_same_because"}};
const std::vector<Column> family_columns{{"fami_family_id", true}, {"fami_person_id", true}, {"fami_family_name"}, {"fami_table_id"}};
const std::vector<Column> mother_columns{{"moth_person_id", true}, {"moth_childs_person_id", true}, {"moth_childs_dob"}, {"moth_table_id"}};
const std::vector<Column> tie_columns{{"rela_from_person_id", true}, {"rela_to_person_id", true}, {"rela_kind", true}, {"rela_parental_responsibility"},
    {"rela_since"}, {"rela_until"}};
const std::vector<Column> work_columns{{"cine_referral_id", true}, {"cine_person_id", true}, {"cine_referral_date", true}, {"cine_close_date"}};
const std::vector<Column> legal_columns{{"lega_legal_status_id", true}, {"lega_person_id", true}, {"lega_legal_status", true},
    {"lega_legal_status_start_date", true}, {"lega_legal_status_end_date"}};
const std::vector<Column> home_columns{{"clap_cla_placement_id", true}, {"clap_person_id", true}, {"clap_cla_placement_type", true},
    {"clap_cla_placement_provider"}, {"clap_lives_with"}, {"clap_address"}, {"clap_cla_placement_postcode"}, {"clap_cla_placement_start_date", true},
    {"clap_cla_placement_end_date"}};
const std::vector<Column> worker_columns{{"invo_person_id", true}, {"invo_professional_name", true}, {"invo_involvement_start_date", true},
    {"invo_involvement_end_date"}};
const std::vector<Column> note_columns{{"note_id", true}, {"note_person_id", true}, {"note_date", true}, {"note_time"}, {"note_type"}, {"note_title"},
    {"note_text", true}, {"note_author", true}, {"note_author_role"}, {"note_written_on"}};

// What a home is called in the rules, by the first sign that has it; the rest are said for the returns alone.
constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kinds_of_home{{{"A", "with adopters"}, {"K2", "children's home"}, {"P1", "with parents"},
    {"U4", "foster home"}, {"U5", "foster home"}, {"U6", "foster home"}, {"U", "family or friends"}}};

class Reader {
public:
    Reader(const std::filesystem::path& folder, const policy::Pack& pack, Notes& notes) : m_notes(notes), m_tables(folder, pack, notes, m_source) {}

    Result<Source> read() {
        TRY(m_tables.each("ssd_person.csv", person_columns, [&](Row& row) { person(row); }));
        if (m_source.persons.empty() && m_source.broken.empty())
            return refuse("nobody", "There is nobody in ssd_person.csv: it names each child and each person of their families.");
        TRY(m_tables.each("ssd_family.csv", family_columns, [&](Row& row) { family(row); }));
        TRY(m_tables.each("ssd_mother.csv", mother_columns, [&](Row& row) { mother(row); }));
        TRY(m_tables.each("relationships.csv", tie_columns, [&](Row& row) { tie(row); }));
        TRY(m_tables.each("ssd_cin_episodes.csv", work_columns, [&](Row& row) { work(row); }));
        TRY(m_tables.each("ssd_legal_status.csv", legal_columns, [&](Row& row) { legal_status(row); }));
        TRY(m_tables.each("ssd_cla_placement.csv", home_columns, [&](Row& row) { home(row); }));
        TRY(m_tables.each("ssd_involvements.csv", worker_columns, [&](Row& row) { worker(row); }));
        TRY(m_tables.each("case_notes.csv", note_columns, [&](Row& row) { note(row); }));
        TRY(read_more_tables(m_tables));
        gather();
        make_families();
        return std::move(m_source);
    }

private:
    void person(Row& row) {
        PersonIn one{row.at(), row.needed("pers_person_id"), {}, false, "", {}};
        if (!m_tables.is_new(row, "pers_person_id", one.id))
            return;
        row.is_about(one.id);
        one.is_child = row.yes("pers_record");
        const bool may_be_child = one.is_child || row.is_held(); // Y, or what is neither Y nor N
        one.said.full_name = trim(row.text("pers_forename") + " " + row.needed("pers_surname"));
        one.said.known_as = row.text("pers_preferred_name");
        one.said.pronouns = pronouns(row);
        one.said.born = row.day("pers_dob");
        one.said.expected = row.day("pers_expected_dob");
        if (one.said.born && one.said.expected) // born by now: what was expected is history
            one.said.expected.reset();
        one.said.died = row.day("pers_death_date");
        one.said.telephone = row.text("pers_telephone");
        one.not_the_same = row.text("pers_not_the_same_because");
        if (one.said.born && one.said.died && *one.said.died < *one.said.born)
            row.hold("pers_death_date", "Nobody can die before they were born");
        facts(row, one);
        if (row.is_held() && may_be_child && !one.id.empty())
            m_source.broken.emplace(one.id, BrokenChild{row.at(), {}});
        if (row.is_held())
            return;
        m_source.person_at.emplace(one.id, m_source.persons.size());
        m_source.persons.push_back(std::move(one));
    }

    std::string pronouns(Row& row) {
        auto word = fold(row.text("pers_pronouns"));
        if (word.empty() || word == "she" || word == "he" || word == "they")
            return word;
        row.hold("pers_pronouns", "Write she, he or they, or leave it empty");
        return {};
    }

    void facts(Row& row, PersonIn& one) {
        const auto say = [&](std::string_view column, std::string_view fact, std::optional<std::string> value) {
            if (value && !value->empty())
                one.facts.push_back({std::string(column), std::string(fact), std::move(*value)});
        };
        say("pers_sex", "sex", m_tables.from_list(row, "pers_sex", "sex"));
        say("pers_ethnicity", "ethnicity", m_tables.from_list(row, "pers_ethnicity", "ethnicity"));
        say("pers_gender", "gender", row.text("pers_gender"));
        say("pers_nationality", "nationality", row.text("pers_nationality"));
        say("pers_common_child_id", "nhs-number", row.text("pers_common_child_id"));
        say("pers_upn", "unique-pupil-number", row.text("pers_upn"));
        say("pers_telephone", "telephone", one.is_child ? one.said.telephone : "");
        say("pers_death_date", "died", one.said.died ? calendar::iso(*one.said.died) : "");
    }

    void family(Row& row) {
        auto id = row.needed("fami_family_id");
        const auto* one = m_tables.somebody(row, "fami_person_id");
        if (row.is_held() || !one)
            return;
        row.is_about(one->id);
        auto [known, is_first] = m_family_of.try_emplace(one->id, id);
        m_family_rows[id] += is_first;
        if (!is_first && known->second != id)
            row.hold("fami_family_id",
                     fmt::format("This person is of family {} already. A person has one family here: join them by relationships", known->second));
        if (auto name = row.text("fami_family_name"); !name.empty())
            m_family_names.try_emplace(id, name);
    }

    void mother(Row& row) {
        const auto* from = m_tables.somebody(row, "moth_person_id");
        const auto* to = m_tables.somebody(row, "moth_childs_person_id");
        if (from && to)
            m_source.ties.push_back({row.at(), from->id, to->id, {{}, {}, "mum", {}, {}, false, "", {}}});
    }

    void tie(Row& row) {
        const auto* from = m_tables.somebody(row, "rela_from_person_id");
        const auto* to = m_tables.somebody(row, "rela_to_person_id");
        if (from)
            row.is_about(from->is_child || !to ? from->id : to->id);
        record::Relationship said{{}, {}, row.needed("rela_kind"), row.day("rela_since"), row.day("rela_until"),
                                  row.yes("rela_parental_responsibility"), "", {}};
        if (from && to && from == to)
            row.hold("rela_to_person_id", "Nobody is related to themselves");
        if (!row.is_held())
            m_source.ties.push_back({row.at(), from->id, to->id, std::move(said)});
    }

    void work(Row& row) {
        if (auto one = m_tables.spell(row, {"cine_referral_id", "cine_person_id", "cine_referral_date", "cine_close_date", "involvement"}))
            m_source.spells.push_back(std::move(*one));
    }

    void legal_status(Row& row) {
        auto one = m_tables.spell(row, {"lega_legal_status_id", "lega_person_id", "lega_legal_status_start_date", "lega_legal_status_end_date", "legal-status"});
        auto status = m_tables.from_list(row, "lega_legal_status", "legal-statuses");
        if (!one || row.is_held())
            return;
        if (status)
            one->answers = {{"looked-after", record::YesNo{true}}, {"status", record::Choices{{*status}}}}; // the list is of children who are
        m_source.spells.push_back(std::move(*one));
    }

    void home(Row& row) {
        auto one = m_tables.spell(row, {"clap_cla_placement_id", "clap_person_id", "clap_cla_placement_start_date", "clap_cla_placement_end_date", "placement"});
        auto code = row.text("clap_cla_placement_type");
        auto kind = m_tables.from_list(row, "clap_cla_placement_type", "placement-types");
        auto provider = m_tables.from_list(row, "clap_cla_placement_provider", "placement-providers");
        auto address = trim(row.text("clap_address") + " " + row.text("clap_cla_placement_postcode"));
        if (!one || row.is_held())
            return;
        auto& answers = one->answers;
        for (const auto& [begins, words] : kinds_of_home)
            if (answers.empty() && code.starts_with(begins))
                answers.emplace_back("placement-kind", record::Choices{{std::string(words)}});
        if (auto who = row.text("clap_lives_with"); !who.empty())
            answers.emplace_back("lives-with", record::Text{who});
        if (!address.empty())
            answers.emplace_back("address", record::Text{address});
        if (kind)
            answers.emplace_back("return-kind", record::Choices{{*kind}});
        if (provider)
            answers.emplace_back("provider-kind", record::Choices{{*provider}});
        m_source.spells.push_back(std::move(*one));
    }

    void worker(Row& row) {
        const auto* one = m_tables.child(row, "invo_person_id");
        auto name = row.needed("invo_professional_name");
        auto from = row.needed_day("invo_involvement_start_date");
        m_tables.held_to_birth(row, "invo_involvement_start_date", one, from, before_a_birth);
        if (!row.is_held() && row.day("invo_involvement_end_date"))
            row.hold("invo_involvement_end_date", "Who works with a child now is brought in; who did before stands in the notes that they wrote");
        if (one && !row.is_held())
            m_source.workers.push_back({row.at(), one->id, name, *from});
    }

    void note(Row& row) {
        const auto* one = m_tables.child(row, "note_person_id");
        NoteIn made{row.at(), row.needed("note_id"), one ? one->id : "", row.text("note_type"), row.text("note_title"), row.needed("note_text"),
                    row.needed("note_author"), row.text("note_author_role"), {}, row.time_of_day("note_time"), row.day("note_written_on")};
        auto happened = row.needed_day("note_date");
        m_tables.is_new(row, "note_id", made.id);
        m_tables.held_to_birth(row, "note_date", one, happened, before_a_birth);
        if (row.is_held() || !one)
            return;
        made.happened = *happened;
        m_source.notes.push_back(std::move(made));
    }

    // ---- what belongs together

    void gather() {
        const auto by = [](const auto& all, auto& of, auto day) {
            for (std::size_t at = 0; at < all.size(); ++at)
                of[all[at].person].push_back(at);
            for (auto& [person, rows] : of)
                std::stable_sort(rows.begin(), rows.end(), [&](auto left, auto right) { return day(all[left]) < day(all[right]); });
        };
        by(m_source.spells, m_source.spells_of, [](const SpellIn& one) { return one.started; });
        by(m_source.facts, m_source.facts_of, [](const FactIn& one) { return one.since.value_or(Day::min()); });
        by(m_source.addresses, m_source.addresses_of, [](const AddressIn& one) { return one.since.value_or(Day::min()); });
        by(m_source.workers, m_source.workers_of, [](const WorkerIn& one) { return one.from; });
        by(m_source.notes, m_source.notes_of, [](const NoteIn& one) { return std::pair(one.happened, one.at_time.value_or(std::chrono::minutes(0))); });
    }

    const std::string* family_of(const std::string& person) const {
        auto found = m_family_of.find(person);
        return found == m_family_of.end() ? nullptr : &found->second;
    }

    void make_families() {
        for (const auto& one : m_source.persons)
            if (one.is_child && !family_of(one.id))
                m_family_of.emplace(one.id, "of " + one.id);
        for (const auto& tie : m_source.ties) // who is of no family is of the family of whom they are tied to
            for (const auto& [one, other] : {std::pair(tie.from, tie.to), std::pair(tie.to, tie.from)})
                if (const auto* family = family_of(other); family && !family_of(one))
                    m_family_of.emplace(one, *family);
        std::map<std::string, std::size_t> at;
        for (bool children : {true, false})
            for (std::size_t i = 0; i < m_source.persons.size(); ++i)
                if (const auto& one = m_source.persons[i]; one.is_child == children)
                    join(one, i, at);
        for (std::size_t i = 0; i < m_source.ties.size(); ++i)
            keep_tie(m_source.ties[i], i, at);
    }

    void join(const PersonIn& one, std::size_t place, std::map<std::string, std::size_t>& at) {
        const auto* family = family_of(one.id);
        auto found = family ? at.find(*family) : at.end();
        if (found == at.end() && one.is_child) {
            found = at.emplace(*family, m_source.families.size()).first;
            auto named = m_family_names.find(*family);
            auto names = split(one.said.full_name, ' ');
            m_source.families.push_back({*family, named == m_family_names.end() ? names.back() : named->second, {}, {}, m_family_rows[*family]});
        }
        if (found == at.end())
            m_notes.missing({one.id, one.at, "", "This person belongs to no child's family: say it in ssd_family.csv or relationships.csv"});
        else
            m_source.families[found->second].persons.push_back(place);
    }

    void keep_tie(const TieIn& tie, std::size_t place, const std::map<std::string, std::size_t>& at) {
        const auto *from = family_of(tie.from), *to = family_of(tie.to);
        auto found = from && to && *from == *to ? at.find(*from) : at.end();
        if (found != at.end())
            m_source.families[found->second].ties.push_back(place);
        else if (from && to)
            m_notes.missing({tie.from, tie.at, "", "These two are of different families. A person has one family here: put both into one in ssd_family.csv"});
    }

    Notes& m_notes;
    Source m_source;
    Tables m_tables;
    std::map<std::string, std::string> m_family_of, m_family_names;
    std::map<std::string, std::size_t> m_family_rows;
};

} // namespace

Result<Source> read_source(const std::filesystem::path& folder, const policy::Pack& pack, Notes& notes) { return Reader(folder, pack, notes).read(); }

} // namespace lifestory::app::bring_in
