#include "app/bring_in/more_tables.h"

#include <array>

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"

namespace lifestory::app::bring_in {

namespace {

const std::vector<Column> need_plan_columns{{"cinp_cin_plan_id", true}, {"cinp_person_id", true}, {"cinp_cin_plan_start_date", true}, {"cinp_cin_plan_end_date"}};
const std::vector<Column> protection_plan_columns{{"cppl_cp_plan_id", true}, {"cppl_person_id", true}, {"cppl_cp_plan_start_date", true}, {"cppl_cp_plan_end_date"}};
const std::vector<Column> care_plan_columns{{"lacp_table_id", true}, {"lacp_person_id", true}, {"lacp_cla_care_plan_start_date", true}, {"lacp_cla_care_plan_end_date"}};
const std::vector<Column> early_help_columns{{"earl_episode_id", true}, {"earl_person_id", true}, {"earl_episode_start_date", true}, {"earl_episode_end_date"}};
const std::vector<Column> address_columns{{"addr_table_id", true}, {"addr_person_id", true}, {"addr_address_type"}, {"addr_address_json"}, {"addr_address_postcode"},
    {"addr_address_start_date"}, {"addr_address_end_date"}};
const std::vector<Column> disability_columns{{"disa_table_id", true}, {"disa_person_id", true}, {"disa_disability_code", true}};
const std::vector<Column> number_columns{{"link_table_id", true}, {"link_person_id", true}, {"link_identifier_type", true}, {"link_identifier_value", true},
    {"link_valid_from_date"}, {"link_valid_to_date"}};
const std::vector<Column> school_columns{{"scho_id", true}, {"scho_person_id", true}, {"scho_kind", true}, {"scho_words", true}, {"scho_since"}, {"scho_until"}};
const std::vector<Column> health_columns{{"heal_id", true}, {"heal_person_id", true}, {"heal_kind", true}, {"heal_words", true}, {"heal_since"}, {"heal_until"}};
const std::vector<Column> check_columns{{"clah_health_check_id", true}, {"clah_person_id", true}, {"clah_health_check_type", true}, {"clah_health_check_date", true},
    {"clah_health_check_status"}};
const std::vector<Column> strengths_columns{{"csdq_table_id", true}, {"csdq_person_id", true}, {"csdq_sdq_completed_date", true}, {"csdq_sdq_reason"}, {"csdq_sdq_score"}};

struct Meaning {
    std::string_view said, fact;
};
constexpr std::array kinds_of_number{Meaning{"nhs number", "nhs-number"}, Meaning{"unique pupil number", "unique-pupil-number"},
                                     Meaning{"former unique pupil number", "former-pupil-number"}};
constexpr std::array kinds_of_school{Meaning{"school", "school"}, Meaning{"attendance", "attendance"}, Meaning{"progress", "progress"},
                                     Meaning{"special needs", "special-needs"}, Meaning{"education, health and care plan", "education-plan"}};
constexpr std::array kinds_of_health{Meaning{"health", "health"}, Meaning{"allergy", "allergy"}, Meaning{"medicine", "medicine"}, Meaning{"doctor", "doctor"},
                                     Meaning{"dentist", "dentist"}};

// Coordinates and house registers say nothing that anybody reads.
bool is_for_machines(std::string_view key) { return key == "UPRN" || key == "EASTING" || key == "NORTHING"; }

// The standard's address is a JSON object of its lines; some systems write the line itself.
std::string in_one_line(const std::string& written) {
    const auto json = parse_json(written);
    const auto* parts = json ? json->if_object() : nullptr;
    if (!parts)
        return written;
    std::vector<std::string> lines;
    for (const auto& part : *parts)
        if (const auto* words = part.value().if_string(); words && !is_for_machines({part.key().data(), part.key().size()}) && !is_blank({words->data(), words->size()}))
            lines.push_back(trim({words->data(), words->size()}));
    return join(lines, ", ");
}

class MoreReader {
public:
    explicit MoreReader(Tables& tables) : m_tables(tables) {}

    Outcome read() {
        TRY(spells("ssd_cin_plans.csv", need_plan_columns, {"cinp_cin_plan_id", "cinp_person_id", "cinp_cin_plan_start_date", "cinp_cin_plan_end_date", "child-in-need-plan"}));
        TRY(spells("ssd_cp_plans.csv", protection_plan_columns, {"cppl_cp_plan_id", "cppl_person_id", "cppl_cp_plan_start_date", "cppl_cp_plan_end_date", "child-protection-plan"}));
        TRY(spells("ssd_cla_care_plan.csv", care_plan_columns, {"lacp_table_id", "lacp_person_id", "lacp_cla_care_plan_start_date", "lacp_cla_care_plan_end_date", "care-plan"}));
        TRY(spells("ssd_early_help_episodes.csv", early_help_columns, {"earl_episode_id", "earl_person_id", "earl_episode_start_date", "earl_episode_end_date", "involvement"},
                   {{"level", record::Choices{{"early help"}}}}));
        TRY(m_tables.each("ssd_address.csv", address_columns, [&](Row& row) { address(row); }));
        TRY(m_tables.each("ssd_disability.csv", disability_columns, [&](Row& row) { disability(row); }));
        TRY(m_tables.each("ssd_linked_identifiers.csv", number_columns, [&](Row& row) {
            fact_by_kind(row, {"link_table_id", "link_person_id", "link_identifier_type", "link_identifier_value", "link_valid_from_date", "link_valid_to_date"}, kinds_of_number);
        }));
        TRY(m_tables.each("school.csv", school_columns,
                          [&](Row& row) { fact_by_kind(row, {"scho_id", "scho_person_id", "scho_kind", "scho_words", "scho_since", "scho_until"}, kinds_of_school); }));
        TRY(m_tables.each("health.csv", health_columns,
                          [&](Row& row) { fact_by_kind(row, {"heal_id", "heal_person_id", "heal_kind", "heal_words", "heal_since", "heal_until"}, kinds_of_health); }));
        TRY(m_tables.each("ssd_cla_health.csv", check_columns, [&](Row& row) { health_check(row); }));
        return m_tables.each("ssd_sdq_scores.csv", strengths_columns, [&](Row& row) { strengths(row); });
    }

private:
    using Answers = std::vector<std::pair<std::string, record::Value>>;
    struct FactColumns {
        std::string_view id, whose, kind, words, since, until;
    };

    Outcome spells(const std::string& file, const std::vector<Column>& columns, const SpellColumns& where, const Answers& answers = {}) {
        return m_tables.each(file, columns, [&](Row& row) {
            if (auto one = m_tables.spell(row, where)) {
                one->answers = answers;
                m_tables.source().spells.push_back(std::move(*one));
            }
        });
    }

    void address(Row& row) {
        const auto* one = m_tables.somebody(row, "addr_person_id");
        if (one)
            row.is_about(one->id);
        m_tables.is_new(row, "addr_table_id", row.needed("addr_table_id"));
        const auto written = row.text("addr_address_json");
        const auto line = in_one_line(written);
        const auto postcode = row.text("addr_address_postcode");
        const bool has_postcode = fold(line).find(fold(postcode)) != std::string::npos;
        AddressIn made{row.at(), one ? one->id : "", row.text("addr_address_type"), trim(has_postcode ? line : line + (line.empty() ? "" : ", ") + postcode),
                       row.day("addr_address_start_date"), row.day("addr_address_end_date")};
        if (made.address.empty())
            row.hold("addr_address_json", "There is no address in this row: write it, or leave the row out");
        if (made.since && made.until && *made.until < *made.since)
            row.hold("addr_address_end_date", "It cannot end before it begins");
        if (made.name.empty())
            made.name = "Home";
        if (!row.is_held() && line != written)
            row.changed("addr_address_json", written, line, "The lines of an address are kept as one");
        if (!row.is_held())
            m_tables.source().addresses.push_back(std::move(made));
    }

    void disability(Row& row) {
        const auto* one = m_tables.child(row, "disa_person_id");
        auto id = row.needed("disa_table_id");
        m_tables.is_new(row, "disa_table_id", id);
        auto words = m_tables.from_list(row, "disa_disability_code", "disability");
        if (one && words && !row.is_held())
            m_tables.source().facts.push_back({row.at(), "disa_disability_code", id, one->id, "disability", *words, {}, {}});
    }

    template <std::size_t N>
    void fact_by_kind(Row& row, const FactColumns& columns, const std::array<Meaning, N>& kinds) {
        const auto* one = m_tables.child(row, columns.whose);
        FactIn made{row.at(), std::string(columns.words), row.needed(columns.id), one ? one->id : "", "", row.needed(columns.words), row.day(columns.since), row.day(columns.until)};
        m_tables.is_new(row, columns.id, made.id);
        const auto kind = row.needed(columns.kind);
        std::vector<std::string> known;
        for (const auto& [said, fact] : kinds) {
            known.push_back(std::string(said));
            if (fold(kind) == said)
                made.fact = fact;
        }
        if (made.fact.empty() && !kind.empty())
            row.hold(columns.kind, fmt::format("“{}” has no place here. It can be one of: {}", first(kind, 40), join(known, ", ")));
        if (made.since && made.until && *made.until < *made.since)
            row.hold(columns.until, "It cannot end before it begins");
        m_tables.held_to_birth(row, columns.since, one, made.since, std::chrono::days(0));
        if (one && !row.is_held())
            m_tables.source().facts.push_back(std::move(made));
    }

    // What is a line of a list there is a note here, on its own day: nobody's words, and so said.
    void note(Row& row, const NoteIn& made, std::optional<Day> happened) {
        if (made.person.empty() || !happened || row.is_held())
            return;
        auto one = made;
        one.happened = *happened;
        m_tables.source().notes.push_back(std::move(one));
    }

    void health_check(Row& row) {
        const auto* one = m_tables.child(row, "clah_person_id");
        const auto kind = row.needed("clah_health_check_type"), state = row.text("clah_health_check_status");
        NoteIn made{row.at(), "health check " + row.needed("clah_health_check_id"), one ? one->id : "", "Health check", "", kind + (state.empty() ? "." : ": " + state + "."),
                    "Nobody is named in the table", "", {}, {}, {}};
        m_tables.is_new(row, "clah_health_check_id", made.id);
        note(row, made, row.needed_day("clah_health_check_date"));
    }

    void strengths(Row& row) {
        const auto* one = m_tables.child(row, "csdq_person_id");
        const auto score = row.text("csdq_sdq_score"), reason = row.text("csdq_sdq_reason");
        NoteIn made{row.at(), "strengths and difficulties " + row.needed("csdq_table_id"), one ? one->id : "", "Strengths and difficulties questionnaire", "",
                    (score.empty() ? std::string("No score.") : "Score: " + score + ".") + (reason.empty() ? "" : " " + reason + "."), "Nobody is named in the table", "", {}, {}, {}};
        m_tables.is_new(row, "csdq_table_id", made.id);
        note(row, made, row.needed_day("csdq_sdq_completed_date"));
    }

    Tables& m_tables;
};

} // namespace

Outcome read_more_tables(Tables& tables) { return MoreReader(tables).read(); }

} // namespace lifestory::app::bring_in
