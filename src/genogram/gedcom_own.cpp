#include "genogram/gedcom_own.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.h"
#include "genogram/kinship.h"

namespace lifestory::genogram {

namespace {

constexpr std::array unions{UnionKind::Married, UnionKind::LivingTogether, UnionKind::NotLivingTogether, UnionKind::Casual};
constexpr std::array parentages{Parentage::Birth, Parentage::Adopted, Parentage::Fostered, Parentage::Step, Parentage::Guardian, Parentage::NotKnown};
constexpr std::array arounds{AroundKind::Professional, AroundKind::Service, AroundKind::Theme};
constexpr std::array directions{Direction::Neither, Direction::Towards, Direction::Both};

template <class Kind, std::size_t Count>
Kind kind_of(const std::array<Kind, Count>& kinds, std::string_view word, Kind otherwise) {
    const auto found = std::find_if(kinds.begin(), kinds.end(), [&](Kind kind) { return own_word(kind) == word; });
    return found == kinds.end() ? otherwise : *found;
}

bool has(const Branch& record, std::string_view tag) { return !record.value(tag).empty(); }

std::optional<Day> day_of(const Branch& record, std::string_view tag) {
    const auto date = parse_gedcom_date(record.value(tag));
    if (!date || !date->day)
        return std::nullopt;
    if (const auto day = calendar::day_of(date->year, date->month, date->day))
        return *day;
    return std::nullopt;
}

constexpr std::size_t most_letters = 2'000; // of one answer; and twins in a file

// The words of a file whoever sent it: what is no text is left out.
std::string words_of(const Branch& record, std::string_view tag) {
    const auto words = clean_text(record.value(tag));
    return words ? first(*words, most_letters) : std::string();
}

int small_number(std::string_view written) {
    int number = 0;
    const auto read = std::from_chars(written.data(), written.data() + written.size(), number);
    return read.ec == std::errc{} && number > 0 && static_cast<std::size_t>(number) <= most_letters ? number : 0;
}

std::optional<std::size_t> place_of(const Places& places, std::string_view pointer) {
    const auto found = places.find(trim(pointer));
    return found == places.end() ? std::nullopt : std::optional(found->second);
}

class OwnReader {
public:
    OwnReader(Family& family, const Places& people, const Places& of_unions) : m_family(family), m_people(people), m_unions(of_unions) {}

    void read(const std::vector<Branch>& records) {
        for (const auto& record : records)
            read_first(record);
        for (const auto& record : records)
            if (record.line().tag == "_TIE")
                read_tie(record);
        for (const auto& record : records) // the focus is known by now: what the others are to them
            if (m_family.focus && place_of(m_people, record.line().id) == m_family.focus)
                read_roles(record);
    }

private:
    void read_first(const Branch& record) {
        const auto& tag = record.line().tag;
        if (tag == "HEAD")
            m_family.focus = place_of(m_people, record.value("_FOCUS"));
        else if (tag == "INDI") {
            if (const auto at = place_of(m_people, record.line().id))
                read_person(record, m_family.people[*at]);
        } else if (tag == "FAM") {
            if (const auto at = place_of(m_unions, record.line().id))
                read_union(record, m_family.unions[*at]);
        } else if (tag == "_HOME")
            read_home(record);
        else if (tag == "_AROUND")
            read_around(record);
    }

    static void read_person(const Branch& record, Person& person) {
        if (has(record, "_NUMBER"))
            person.id = words_of(record, "_NUMBER");
        if (has(record, "_NAME"))
            person.name = words_of(record, "_NAME");
        person.is_go_to = has(record, "_NIGHT");
        person.is_stand_in = has(record, "_STANDIN");
        person.is_untold = has(record, "_UNTOLD");
    }

    void read_union(const Branch& record, Union& one) {
        if (has(record, "_NUMBER"))
            one.id = words_of(record, "_NUMBER");
        one.kind = kind_of(unions, record.value("_KIND"), UnionKind::NotKnown);
        one.is_untold = has(record, "_UNTOLD");
        one.is_other_left_out = has(record, "_ALONE");
        for (const auto& line : record.under())
            if (line.line().tag == "CHIL")
                for (auto& child : one.children)
                    if (place_of(m_people, line.line().value) == child.person)
                        read_child(line, child);
    }

    static void read_child(const Branch& line, ChildOf& child) {
        child.kind = kind_of(parentages, line.value("_KIND"), child.kind);
        child.is_untold = has(line, "_UNTOLD");
        child.since = parse_gedcom_date(line.value("_SINCE"));
        for (const auto& one : line.under())
            if (one.line().tag == "_TWIN") {
                child.born_together = small_number(one.line().value);
                child.is_identical = one.value("TYPE") == "identical";
            }
    }

    void read_home(const Branch& record) {
        Household home{words_of(record, "NAME"), {}, day_of(record, "_SINCE"), day_of(record, "_UNTIL")};
        for (const auto& line : record.under())
            if (const auto at = line.line().tag == "_MEMBER" ? place_of(m_people, line.line().value) : std::nullopt;
                at && std::find(home.members.begin(), home.members.end(), *at) == home.members.end())
                home.members.push_back(*at);
        if (!home.members.empty())
            m_family.households.push_back(std::move(home));
    }

    void read_around(const Branch& record) {
        Around one;
        one.id = has(record, "_NUMBER") ? words_of(record, "_NUMBER") : record.line().id;
        one.kind = kind_of(arounds, record.value("TYPE"), AroundKind::Professional);
        one.name = words_of(record, "NAME");
        one.words = words_of(record, "NOTE");
        one.telephone = words_of(record, "PHON");
        one.is_go_to = has(record, "_NIGHT");
        one.is_untold = has(record, "_UNTOLD");
        m_around.emplace(record.line().id, m_family.around.size());
        m_family.around.push_back(std::move(one));
    }

    std::optional<TieEnd> end_at(std::string_view pointer) const {
        if (const auto person = place_of(m_people, pointer))
            return TieEnd{EndKind::Person, *person};
        if (const auto around = place_of(m_around, pointer))
            return TieEnd{EndKind::Around, *around};
        return std::nullopt;
    }

    void read_tie(const Branch& record) {
        const auto from = end_at(record.value("_FROM")), to = end_at(record.value("_TO"));
        const auto kind = tie_of(record.value("TYPE"));
        if (from && to && kind && *from != *to)
            m_family.ties.push_back({*from, *to, *kind, kind_of(directions, record.value("_DIRECTION"), Direction::Neither), words_of(record, "NOTE"),
                                     has(record, "_UNTOLD")});
    }

    void read_roles(const Branch& focus) {
        for (const auto& line : focus.under()) {
            const auto at = line.line().tag == "ASSO" ? place_of(m_people, line.line().value) : std::nullopt;
            if (!at)
                continue;
            m_family.people[*at].role = words_of(line, "RELA");
            m_family.people[*at].is_role_untold = has(line, "_UNTOLD");
            for (const auto& role : line.under())
                if (role.line().tag == "ROLE")
                    m_family.people[*at].role = words_of(role, "PHRASE");
        }
    }

    Family& m_family;
    const Places &m_people, &m_unions;
    Places m_around;
};

} // namespace

std::string_view own_word(UnionKind kind) {
    switch (kind) {
    case UnionKind::NotKnown: return "";
    case UnionKind::Married: return "married";
    case UnionKind::LivingTogether: return "living together";
    case UnionKind::NotLivingTogether: return "not living together";
    case UnionKind::Casual: return "casual";
    }
    return "";
}

std::string_view own_word(Parentage kind) {
    switch (kind) {
    case Parentage::Birth: return "birth";
    case Parentage::Adopted: return "adopted";
    case Parentage::Fostered: return "foster";
    case Parentage::Step: return "step";
    case Parentage::Guardian: return "guardian";
    case Parentage::NotKnown: return "unknown";
    }
    return "";
}

std::string_view own_word(AroundKind kind) {
    switch (kind) {
    case AroundKind::Professional: return "professional";
    case AroundKind::Service: return "service";
    case AroundKind::Theme: return "theme";
    }
    return "";
}

std::string_view own_word(TieKind kind) {
    switch (kind) {
    case TieKind::Close: return "close";
    case TieKind::VeryClose: return "very close";
    case TieKind::Distant: return "distant";
    case TieKind::Hostile: return "hostile";
    case TieKind::CloseAndHostile: return "close and hostile";
    case TieKind::Stressful: return "stressful";
    case TieKind::CutOff: return "cut off";
    case TieKind::Harm: return "harm";
    }
    return "";
}

std::string_view own_word(Direction direction) {
    switch (direction) {
    case Direction::Neither: return "neither";
    case Direction::Towards: return "towards";
    case Direction::Both: return "both";
    }
    return "";
}

bool is_our_own(const std::vector<Branch>& records) {
    return !records.empty() && records.front().line().tag == "HEAD" && records.front().value("SOUR") == own_program;
}

void read_own(Family& family, const std::vector<Branch>& records, const Places& people, const Places& of_unions) {
    OwnReader(family, people, of_unions).read(records);
}

} // namespace lifestory::genogram
