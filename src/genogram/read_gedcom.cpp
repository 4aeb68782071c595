// Joins the people and unions of a GEDCOM file: pointers followed from both ends, what kind of child somebody is, twins.
#include "genogram/read_gedcom.h"

#include <algorithm>

#include "base/text.h"
#include "genogram/gedcom_own.h"

namespace lifestory::genogram {

namespace {

constexpr std::size_t most_notes = 40;

std::string at_line(int line) { return "Line " + std::to_string(line) + ": "; }

Parentage parentage_from(std::string_view written, Parentage otherwise) {
    const auto word = fold(trim(written));
    return word == "birth" || word == "natural" || word == "biological" ? Parentage::Birth
           : word.starts_with("adopt")                                  ? Parentage::Adopted
           : word.starts_with("foster")                                 ? Parentage::Fostered
           : word.starts_with("step")                                   ? Parentage::Step
           : word.starts_with("guardian")                               ? Parentage::Guardian
           : word == "unknown" || word == "private"                     ? Parentage::NotKnown
                                                                        : otherwise;
}

class Joiner {
public:
    explicit Joiner(GedcomFile file) : m_file(std::move(file)), m_records(records_of(m_file.lines)) {
        m_family.notes = m_file.notes;
    }

    Result<GedcomFamily> join() && {
        TRY(take_records());
        for (const auto& record : m_records)
            if (record.line().tag == "FAM" && m_unions.contains(record.line().id))
                take_members(record, m_unions.at(record.line().id));
        for (const auto& record : m_records)
            if (record.line().tag == "INDI" && m_people.contains(record.line().id))
                take_links(record, m_people.at(record.line().id));
        order_children(m_family);
        if (is_our_own(m_records)) {
            read_own(m_family, m_records, m_people, m_unions);
            drop_empty_unions();
            TRY(check_ancestors(m_family));
            return GedcomFamily{std::move(m_family), written_on()};
        }
        for (std::size_t at = 0; at < m_family.unions.size(); ++at)
            join_twins(m_family.unions[at]);
        drop_empty_unions();
        TRY(check_ancestors(m_family));
        return GedcomFamily{std::move(m_family), written_on()};
    }

private:
    Outcome take_records() {
        for (const auto& record : m_records) {
            const auto& line = record.line();
            if (line.tag != "INDI" && line.tag != "FAM")
                continue;
            auto& known = line.tag == "INDI" ? m_people : m_unions;
            if (line.id.empty())
                note(at_line(line.number) + "a record without a number of its own is left out.");
            else if (known.contains(line.id))
                note(at_line(line.number) + line.id + " stands twice in the file; the first is drawn.");
            else if (line.tag == "INDI") {
                known.emplace(line.id, m_family.people.size());
                m_family.people.push_back(read_person(record));
            } else {
                known.emplace(line.id, m_family.unions.size());
                m_family.unions.push_back(read_union(record));
            }
        }
        if (m_family.people.empty())
            note("There is nobody in the file.");
        if (m_family.people.size() > most_people)
            return refuse("too-large", "The file holds " + std::to_string(m_family.people.size()) +
                                           " people and a genogram up to " + std::to_string(most_people) +
                                           "; export only the family that is to be drawn.");
        return Nothing{};
    }

    std::optional<std::size_t> follow(const Places& places, const GedcomLine& line) {
        const auto pointer = trim(line.value);
        if (pointer.empty() || pointer == "@VOID@")
            return std::nullopt;
        if (auto found = places.find(pointer); found != places.end())
            return found->second;
        note(at_line(line.number) + first(pointer, 30) + " is not in the file; the line is left out.");
        return std::nullopt;
    }

    void take_members(const Branch& record, std::size_t which) {
        for (const auto& member : record.under()) {
            const auto& tag = member.line().tag;
            if (tag != "HUSB" && tag != "WIFE" && tag != "CHIL")
                continue;
            const auto person = follow(m_people, member.line());
            if (!person)
                continue;
            if (tag != "CHIL")
                add_partner(which, *person, member.line());
            else {
                const auto father = parentage_from(member.value("_FREL"), Parentage::Birth);
                const auto mother = parentage_from(member.value("_MREL"), Parentage::Birth);
                add_child(which, *person, father != Parentage::Birth ? father : mother);
            }
        }
    }

    void add_partner(std::size_t which, std::size_t person, const GedcomLine& line) {
        auto& partners = m_family.unions[which].partners;
        if (std::find(partners.begin(), partners.end(), person) != partners.end())
            return;
        if (partners.size() == 2)
            note(at_line(line.number) + "a union has two partners; " + m_family.name_of(person) + " is the third and stands alone.");
        else
            partners.push_back(person);
    }

    ChildOf& add_child(std::size_t which, std::size_t person, Parentage kind) {
        auto& children = m_family.unions[which].children;
        auto found = std::find_if(children.begin(), children.end(), [&](const auto& one) { return one.person == person; });
        if (found == children.end())
            found = children.insert(found, {person, kind, 0, false, false, {}});
        return *found;
    }

    void take_links(const Branch& record, std::size_t person) {
        for (const auto& link : record.under()) {
            const auto& tag = link.line().tag;
            if (tag == "FAMS") {
                if (auto which = follow(m_unions, link.line()))
                    add_partner(*which, person, link.line());
            } else if (tag == "FAMC") {
                if (auto which = follow(m_unions, link.line())) {
                    auto& child = add_child(*which, person, Parentage::Birth);
                    child.kind = parentage_from(link.value("PEDI"), child.kind);
                }
            } else if (tag == "ADOP")
                take_adoption(link, person);
            else if (tag == "ASSO" && (link.says("twin") || link.value("RELA").find("twin") != std::string::npos || says_twin(link)))
                take_twin(link, person);
        }
        for (const auto& link : record.under())
            if (link.line().tag == "RESI" && link.says("foster"))
                for (auto& one : m_family.unions)
                    for (auto& child : one.children)
                        if (child.person == person && child.kind == Parentage::Fostered && !child.since)
                            child.since = link.date();
    }

    void take_adoption(const Branch& event, std::size_t person) {
        for (const auto& link : event.under())
            if (link.line().tag == "FAMC")
                if (auto which = follow(m_unions, link.line())) {
                    auto& child = add_child(*which, person, Parentage::Adopted);
                    child.kind = Parentage::Adopted;
                    child.since = event.date();
                }
    }

    static bool says_twin(const Branch& link) {
        for (const auto& one : link.under())
            if ((one.line().tag == "ROLE" || one.line().tag == "RELA") && one.says("twin"))
                return true;
        return false;
    }

    void take_twin(const Branch& link, std::size_t person) {
        const auto other = follow(m_people, link.line());
        if (!other || *other == person)
            return;
        bool is_identical = false;
        for (const auto& one : link.lines)
            is_identical = is_identical || fold(one.value).find("identical") != std::string::npos;
        m_twins.push_back({person, *other, is_identical});
    }

    // Said to be twins, or born of one union on one day.
    void join_twins(Union& one) {
        int number = 0;
        for (std::size_t at = 1; at < one.children.size(); ++at) {
            auto &older = one.children[at - 1], &younger = one.children[at];
            const auto said = said_twins(older.person, younger.person);
            const auto &first_born = m_family.people[older.person].born, &then_born = m_family.people[younger.person].born;
            const bool same_day = first_born && first_born == then_born && first_born->day &&
                                  older.kind == Parentage::Birth && younger.kind == Parentage::Birth;
            if (!said && !same_day)
                continue;
            if (older.born_together == 0)
                older.born_together = ++number;
            younger.born_together = older.born_together;
            if (said && *said)
                older.is_identical = younger.is_identical = true;
        }
    }

    std::optional<bool> said_twins(std::size_t one, std::size_t other) const {
        for (const auto& twin : m_twins)
            if ((twin.one == one && twin.other == other) || (twin.one == other && twin.other == one))
                return twin.is_identical;
        return std::nullopt;
    }

    void drop_empty_unions() {
        std::erase_if(m_family.unions, [](const auto& one) {
            return one.children.empty() ? one.partners.size() < 2 : one.partners.empty() && one.children.size() < 2;
        });
    }

    std::optional<Day> written_on() const {
        for (const auto& record : m_records)
            if (record.line().tag == "HEAD")
                if (auto date = parse_gedcom_date(record.value("DATE")); date && date->day)
                    if (auto day = calendar::day_of(date->year, date->month, date->day))
                        return *day;
        return std::nullopt;
    }

    void note(std::string words) {
        if (m_family.notes.size() < most_notes)
            m_family.notes.push_back(std::move(words));
        else if (m_family.notes.size() == most_notes)
            m_family.notes.push_back("More lines of the file could not be followed.");
    }

    struct Twins {
        std::size_t one, other;
        bool is_identical;
    };

    GedcomFile m_file;
    std::vector<Branch> m_records;
    Family m_family;
    Places m_people, m_unions;
    std::vector<Twins> m_twins;
};

} // namespace

Result<GedcomFamily> read_gedcom(std::string_view bytes) {
    return Joiner(TRY(read_gedcom_lines(bytes))).join();
}

Result<std::size_t> find_person(const Family& family, const std::string& id) {
    const auto wanted = id.starts_with("@") ? id : "@" + id + "@";
    for (std::size_t at = 0; at < family.people.size(); ++at)
        if (family.people[at].id == wanted || family.people[at].id == id)
            return at;
    const auto who_is = family.people.empty() ? " is not in this file; nobody is." : " is nobody in this file; its people begin with " +
                                                                                    family.people.front().id + ".";
    return refuse("not-found", first(id, 40) + who_is);
}

} // namespace lifestory::genogram
