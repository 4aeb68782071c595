#include "genogram/tell.h"

#include <algorithm>

#include "base/text.h"
#include "genogram/rows.h"

namespace lifestory::genogram {

namespace {

class Teller {
public:
    Teller(const Family& family, std::optional<Day> on) : m_family(family), m_on(on) {}

    std::vector<TellingItem> tell() const {
        std::vector<TellingItem> all;
        if (m_family.focus)
            all.push_back({"About " + described(*m_family.focus) + ".", {}});
        add(all, "People, by generation", generations());
        add(all, "Partners and their children", unions());
        add(all, "Who lives together", households());
        add(all, "How people get on", ties());
        add(all, "Around the family", around());
        add(all, "Not known", unknowns());
        std::vector<TellingItem> notes;
        for (const auto& note : m_family.notes)
            notes.push_back({note, {}});
        add(all, "Notes", notes);
        return all;
    }

private:
    static void add(std::vector<TellingItem>& all, const char* words, std::vector<TellingItem> under) {
        if (!under.empty())
            all.push_back({words, std::move(under)});
    }

    static std::string gender(const Person& person) {
        switch (person.gender) {
        case Gender::Female: return "female";
        case Gender::Male: return "male";
        case Gender::Other: return "another gender";
        case Gender::NotRecorded: return "gender not recorded";
        }
        return {};
    }

    std::string described(std::size_t at) const {
        const auto& person = m_family.people[at];
        std::vector<std::string> parts{m_family.name_of(at)};
        if (!person.called.empty() && fold(person.called) != fold(person.name))
            parts.front() += " (\u201C" + person.called + "\u201D)";
        if (person.is_stand_in)
            return parts.front();
        if (!person.role.empty())
            parts.push_back(person.role);
        parts.push_back(gender(person));
        switch (person.life) {
        case Life::Born:
            parts.push_back("born " + (person.born ? in_words(*person.born) : "on a day not known"));
            if (person.is_dead)
                parts.push_back("died " + (person.died ? in_words(*person.died) : "on a day not known"));
            else if (const auto age = m_on && person.born ? age_on(*person.born, when(*m_on)) : std::nullopt)
                parts.push_back("aged " + std::to_string(*age));
            break;
        case Life::Unborn:
            parts.push_back("not yet born, expected " + (person.expected ? in_words(*person.expected) : "on a day not known"));
            break;
        case Life::Stillborn: parts.push_back("stillborn" + (person.died ? ", " + in_words(*person.died) : "")); break;
        case Life::Miscarriage: parts.push_back("lost in a miscarriage" + (person.died ? ", " + in_words(*person.died) : "")); break;
        case Life::Termination: parts.push_back("the pregnancy was ended" + (person.died ? ", " + in_words(*person.died) : "")); break;
        }
        if (person.is_go_to)
            parts.push_back("ring out of hours: " + (person.telephone.empty() ? "number not known" : person.telephone));
        return join(parts, ", ");
    }

    std::vector<TellingItem> generations() const {
        const auto rows = rows_of(m_family);
        std::vector<TellingItem> all;
        for (std::size_t island = 0; island < rows.islands; ++island) {
            int last = -1;
            for (const auto row : rows.row)
                last = std::max(last, row);
            for (int row = 0; row <= last; ++row) {
                TellingItem generation{"Generation " + std::to_string(row + 1), {}};
                if (rows.islands > 1)
                    generation.words = "Family " + std::to_string(island + 1) + ", generation " + std::to_string(row + 1);
                for (std::size_t at = 0; at < m_family.people.size(); ++at)
                    if (rows.row[at] == row && rows.island[at] == island)
                        generation.under.push_back({described(at), {}});
                if (!generation.under.empty())
                    all.push_back(std::move(generation));
            }
        }
        return all;
    }

    static void add_date(std::vector<std::string>& parts, const char* word, const std::optional<When>& date, bool is_said) {
        if (date)
            parts.push_back(word + (" " + in_words(*date)));
        else if (is_said)
            parts.push_back(std::string(word) + ", day not known");
    }

    static std::string state_of(const Union& one) {
        std::vector<std::string> parts;
        switch (one.kind) {
        case UnionKind::NotKnown: parts.push_back("how they were together is not recorded"); break;
        case UnionKind::Married: add_date(parts, "married", one.married, true); break;
        case UnionKind::LivingTogether: add_date(parts, "living together since", one.together, false); break;
        case UnionKind::NotLivingTogether: add_date(parts, "partners, not living together, since", one.together, false); break;
        case UnionKind::Casual: parts.push_back("a short relationship"); break;
        }
        if (parts.empty())
            parts.push_back(one.kind == UnionKind::LivingTogether ? "living together" : "partners, not living together");
        add_date(parts, "separated", one.separated, one.is_separated);
        add_date(parts, "divorced", one.divorced, one.is_divorced);
        add_date(parts, "together again since", one.reunited, false);
        if (one.is_reunited && !one.reunited)
            parts.push_back("together again");
        return join(parts, ", ");
    }

    static std::string kind_of(const ChildOf& child) {
        switch (child.kind) {
        case Parentage::Birth: return {};
        case Parentage::Adopted: return "adopted";
        case Parentage::Fostered: return "fostered";
        case Parentage::Step: return "stepchild";
        case Parentage::Guardian: return "under special guardianship or with kin";
        case Parentage::NotKnown: return "how they are related is not recorded";
        }
        return {};
    }

    std::string told(const Union& one, const ChildOf& child) const {
        std::vector<std::string> parts{m_family.name_of(child.person)};
        if (const auto kind = kind_of(child); !kind.empty())
            parts.push_back(kind + (child.since ? " since " + in_words(*child.since) : ""));
        if (child.born_together)
            for (const auto& other : one.children)
                if (other.person != child.person && other.born_together == child.born_together)
                    parts.push_back((child.is_identical ? "identical twin of " : "born together with ") + m_family.name_of(other.person));
        return join(parts, ", ");
    }

    std::vector<TellingItem> unions() const {
        std::vector<TellingItem> all;
        for (const auto& one : m_family.unions) {
            std::vector<std::string> names;
            for (auto partner : one.partners)
                names.push_back(m_family.name_of(partner));
            TellingItem item{join(names, " and "), {}};
            if (names.size() == 2)
                item.words += ": " + state_of(one);
            else if (names.empty())
                item.words = "Parents not shown";
            for (const auto& child : one.children)
                item.under.push_back({told(one, child), {}});
            all.push_back(std::move(item));
        }
        return all;
    }

    std::vector<TellingItem> households() const {
        std::vector<TellingItem> all;
        for (const auto& home : m_family.households) {
            TellingItem item{home.name + (home.since ? ", since " + calendar::in_words(*home.since) : ""), {}};
            for (auto member : home.members)
                item.under.push_back({m_family.name_of(member), {}});
            all.push_back(std::move(item));
        }
        return all;
    }

    static std::string between(TieKind kind) {
        switch (kind) {
        case TieKind::Close: return "are close";
        case TieKind::VeryClose: return "are very close";
        case TieKind::Distant: return "are distant";
        case TieKind::Hostile: return "are hostile to each other";
        case TieKind::CloseAndHostile: return "are close and hostile";
        case TieKind::Stressful: return "find each other stressful";
        case TieKind::CutOff: return "do not speak";
        case TieKind::Harm: return {};
        }
        return {};
    }

    std::vector<TellingItem> ties() const {
        std::vector<TellingItem> all;
        for (const auto& tie : m_family.ties) {
            const auto from = m_family.name_of(tie.from), to = m_family.name_of(tie.to);
            std::string words = tie.kind == TieKind::Harm ? from + " harmed " + to : from + " and " + to + " " + between(tie.kind);
            if (tie.direction == Direction::Towards && tie.kind != TieKind::Harm)
                words += ", mostly from " + from + " to " + to;
            else if (tie.direction == Direction::Both)
                words += ", both ways";
            all.push_back({words + (tie.words.empty() ? "" : " (said by " + tie.words + ")"), {}});
        }
        return all;
    }

    std::vector<TellingItem> around() const {
        std::vector<TellingItem> all;
        for (const auto& one : m_family.around) {
            std::vector<std::string> parts{one.name.empty() ? "Somebody not known" : one.name};
            for (const auto& more : {one.words, one.is_go_to ? "ring out of hours" : std::string(), one.telephone})
                if (!more.empty())
                    parts.push_back(more);
            all.push_back({(one.kind == AroundKind::Theme ? "Theme: " : one.kind == AroundKind::Service ? "Service: " : "Worker: ") +
                               join(parts, ", "),
                           {}});
        }
        return all;
    }

    std::vector<TellingItem> unknowns() const {
        std::vector<TellingItem> all;
        for (std::size_t at = 0; at < m_family.people.size(); ++at) {
            const auto& person = m_family.people[at];
            if (person.is_stand_in) {
                all.push_back({"Who " + child_of(at) + " is.", {}});
                continue;
            }
            std::vector<std::string> parts;
            if (person.name.empty() || person.name.starts_with("? "))
                parts.push_back("name");
            if (person.gender == Gender::NotRecorded && person.life == Life::Born)
                parts.push_back("gender");
            if (!person.born && person.life == Life::Born)
                parts.push_back("date of birth");
            if (person.is_dead && !person.died && person.life == Life::Born)
                parts.push_back("date of death");
            if (!parts.empty())
                all.push_back({m_family.name_of(at) + ": " + join(parts, ", "), {}});
        }
        return all;
    }

    std::string child_of(std::size_t stand_in) const {
        for (const auto& one : m_family.unions)
            if (std::find(one.partners.begin(), one.partners.end(), stand_in) != one.partners.end() && !one.children.empty()) {
                std::vector<std::string> names;
                for (const auto& child : one.children)
                    names.push_back(m_family.name_of(child.person));
                return "the other parent of " + join(names, " and ");
            }
        return "the child or parent between them";
    }

    const Family& m_family;
    std::optional<Day> m_on;
};

void write(const std::vector<TellingItem>& items, std::size_t depth, std::string& text) {
    for (const auto& item : items) {
        text += std::string(depth * 2, ' ') + "- " + item.words + "\n";
        write(item.under, depth + 1, text);
    }
}

} // namespace

std::vector<TellingItem> tell(const Family& family, std::optional<Day> on) { return Teller(family, on).tell(); }

std::string plain_text(const std::vector<TellingItem>& items) {
    std::string text;
    write(items, 0, text);
    return text;
}

} // namespace lifestory::genogram
