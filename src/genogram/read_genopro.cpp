#include "genogram/read_genopro.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "base/text.h"
#include "genogram/genopro_xml.h"
#include "genogram/read_gedcom.h"

namespace lifestory::genogram {

namespace {

constexpr std::size_t most_notes = 40;

// "<1980", ">3 Mar 1980", "~1980": before, after, about.
std::optional<When> date_in(const Element& event) {
    const auto written = event.child("Date").words();
    const std::string_view sign = written.starts_with('<') ? "BEF " : written.starts_with('>') ? "AFT " : written.starts_with('~') ? "ABT " : "";
    return parse_gedcom_date(fmt::format("{}{}", sign, std::string_view(written).substr(sign.empty() ? 0 : 1)));
}

struct TieWord {
    std::string_view part;
    TieKind kind;
};

// GenoPro has 34 kinds of tie; by their words those for which there is a line. The first that is found is it.
constexpr std::array<TieWord, 19> tie_words{{
    {"abuse", TieKind::Harm}, {"neglect", TieKind::Harm}, {"violen", TieKind::Harm}, {"hostileclose", TieKind::CloseAndHostile},
    {"hostilefused", TieKind::CloseAndHostile}, {"fusedhostile", TieKind::CloseAndHostile}, {"cutoff", TieKind::CutOff}, {"estrange", TieKind::CutOff},
    {"hostile", TieKind::Hostile}, {"discord", TieKind::Hostile}, {"hate", TieKind::Hostile}, {"distant", TieKind::Distant}, {"indifferent", TieKind::Distant},
    {"fused", TieKind::VeryClose}, {"bestfriend", TieKind::VeryClose}, {"closevery", TieKind::VeryClose}, {"close", TieKind::Close},
    {"harmony", TieKind::Close}, {"friendship", TieKind::Close},
}};

std::string name_in(const Element& name) {
    if (const auto shown = name.child("Display").words(); !shown.empty())
        return shown;
    const auto given = trim(name.child("First").words() + " " + name.child("Middle").words());
    const auto last = name.child("Last").words();
    if (const auto whole = name.words(); given.empty() && !whole.empty())
        return whole;
    return given.empty() && last.empty() ? std::string()
           : given.empty()               ? "? " + last
                                         : trim(given + " " + last);
}

Life life_in(const Element& individual) {
    const auto cause = fold(individual.child("Death").child("Cause").words());
    const auto has = [&](std::string_view word) { return cause.find(word) != std::string::npos; };
    return has("miscarriage") ? Life::Miscarriage : has("stillb") ? Life::Stillborn : has("abortion") || has("termination") ? Life::Termination : Life::Born;
}

Person person_in(const Element& individual) {
    Person person;
    person.id = individual.attribute("ID");
    person.line = individual.line();
    person.name = name_in(individual.child("Name"));
    const auto gender = individual.child("Gender").words() + individual.attribute("Gender");
    person.gender = gender == "M" ? Gender::Male : gender == "F" ? Gender::Female : Gender::NotRecorded;
    person.born = date_in(individual.child("Birth"));
    person.died = date_in(individual.child("Death"));
    person.life = life_in(individual);
    person.is_dead = individual.child("IsDead").words() == "Y" || individual.child("Death").is_there() || person.is_loss();
    return person;
}

class Reader {
public:
    explicit Reader(Element root) : m_root(root) {}

    Result<Family> read() && {
        TRY(take_people());
        for (const auto& family : m_root.all("Family"))
            take_union(family);
        for (const auto& link : m_root.all("PedigreeLink"))
            take_link(link);
        for (const auto& tie : m_root.all("EmotionalRelationship"))
            take_tie(tie);
        order_children(m_family);
        mark_twins();
        std::erase_if(m_family.unions, [](const auto& one) {
            return one.children.empty() ? one.partners.size() < 2 : one.partners.empty() && one.children.size() < 2;
        });
        TRY(check_ancestors(m_family));
        return std::move(m_family);
    }

private:
    Outcome take_people() {
        const auto individuals = m_root.all("Individual");
        if (individuals.size() > most_people)
            return refuse("too-large", fmt::format("The file holds {} people and a genogram up to {}; export only the family that is to be drawn.",
                                                   individuals.size(), most_people));
        for (const auto& individual : individuals) {
            const auto id = individual.attribute("ID");
            if (individual.child("Gender").words() == "P")
                note(individual, "a pet is left out");
            else if (id.empty() || m_people.contains(id))
                note(individual, "somebody without a number of their own is left out");
            else if (individual.attribute("IndividualInternalHyperlink").empty()) {
                m_people[id] = m_family.people.size();
                m_family.people.push_back(person_in(individual));
            }
        }
        for (const auto& individual : individuals) // the same person on another sheet
            if (const auto same = m_people.find(individual.attribute("IndividualInternalHyperlink")); same != m_people.end())
                m_people.emplace(individual.attribute("ID"), same->second);
        if (m_family.people.empty())
            m_family.notes.emplace_back("There is nobody in the file.");
        return Nothing{};
    }

    void take_union(const Element& family) {
        Union one;
        one.id = family.attribute("ID");
        one.line = family.line();
        if (one.id.empty() || m_unions.contains(one.id))
            return note(family, "a family without a number of its own is left out");
        const auto said = fold(family.child("Relation").words());
        one.is_divorced = said.starts_with("divorc");
        one.is_separated = said.starts_with("separat");
        one.kind = said == "marriage" || said == "married" || one.is_divorced   ? UnionKind::Married
                   : said.starts_with("cohabit")                                ? UnionKind::LivingTogether
                   : said.starts_with("casual") || said.starts_with("onenight") ? UnionKind::Casual
                   : said.starts_with("engage") || said.starts_with("dating")   ? UnionKind::NotLivingTogether
                                                                                : UnionKind::NotKnown;
        for (const auto& marriage : m_root.all("Marriage"))
            if (const auto id = marriage.attribute("ID"); !id.empty() && id == family.child("Unions").words()) {
                one.kind = UnionKind::Married;
                one.married = date_in(marriage);
            }
        m_unions[one.id] = m_family.unions.size();
        m_family.unions.push_back(std::move(one));
    }

    void take_link(const Element& link) {
        const auto family = m_unions.find(link.attribute("Family"));
        const auto person = m_people.find(link.attribute("Individual"));
        if (family == m_unions.end() || person == m_people.end())
            return note(link, "it leads to nobody in the file and is left out");
        auto& one = m_family.unions[family->second];
        const auto kind = fold(link.attribute("PedigreeLink"));
        const auto at = person->second;
        if (kind != "parent")
            return add_child(one, at, kind, link.attribute("Twin"));
        if (std::find(one.partners.begin(), one.partners.end(), at) != one.partners.end())
            return;
        if (one.partners.size() == 2)
            return note(link, "a union has two partners; the third stands alone");
        one.partners.push_back(at);
    }

    void add_child(Union& one, std::size_t person, const std::string& kind, const std::string& twin) {
        const auto is_it = [&](const ChildOf& child) { return child.person == person; };
        if (std::any_of(one.children.begin(), one.children.end(), is_it))
            return;
        ChildOf child;
        child.person = person;
        child.kind = kind.starts_with("adopt") ? Parentage::Adopted : kind.starts_with("foster") ? Parentage::Fostered : Parentage::Birth;
        if (!twin.empty())
            child.born_together = m_twins.emplace(twin, static_cast<int>(m_twins.size()) + 1).first->second;
        one.children.push_back(child);
    }

    void mark_twins() {
        for (const auto& twin : m_root.all("Twin"))
            if (const auto number = m_twins.find(twin.attribute("ID")); number != m_twins.end() && fold(twin.attribute("TwinLink")) == "identical")
                for (auto& one : m_family.unions)
                    for (auto& child : one.children)
                        child.is_identical = child.is_identical || child.born_together == number->second;
    }

    void take_tie(const Element& tie) {
        const auto from = m_people.find(tie.attribute("Entity1")), to = m_people.find(tie.attribute("Entity2"));
        if (from == m_people.end() || to == m_people.end() || from->second == to->second)
            return note(tie, "a tie leads to nobody in the file and is left out");
        const auto said = fold(tie.attribute("EmotionalLink"));
        const auto word = std::find_if(tie_words.begin(), tie_words.end(), [&](const auto& one) { return said.find(one.part) != std::string::npos; });
        if (word == tie_words.end())
            return note(tie, fmt::format("there is no line for the tie {}; it is left out", first(tie.attribute("EmotionalLink"), 40)));
        m_family.ties.push_back({{EndKind::Person, from->second}, {EndKind::Person, to->second}, word->kind,
                                 word->kind == TieKind::Harm ? Direction::Towards : Direction::Neither, tie.child("Comment").words(), false});
    }

    void note(const Element& at, std::string_view what) {
        if (m_family.notes.size() < most_notes)
            m_family.notes.push_back(fmt::format("Line {}: {}.", at.line(), what));
    }

    Element m_root;
    Family m_family;
    std::map<std::string, std::size_t> m_people, m_unions;
    std::map<std::string, int> m_twins;
};

} // namespace

Result<Family> read_genopro(std::string_view bytes) {
    const auto document = TRY(read_genopro_xml(bytes));
    return Reader(Element(xmlDocGetRootElement(document.get()))).read();
}

} // namespace lifestory::genogram
