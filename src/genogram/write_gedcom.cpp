#include "genogram/write_gedcom.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "genogram/gedcom_own.h"

namespace lifestory::genogram {

namespace {

constexpr std::size_t longest_line = 200; // of a value in 5.5.1, where a line ends at 255

// One file's lines: text quoted as its version wants, long text cut (5.5.1), several lines continued.
class Lines {
public:
    explicit Lines(GedcomVersion version) : m_version(version) {}

    void pointer(int level, std::string_view tag, std::string_view to) { add(level, tag, to); }
    void record(std::string_view id, std::string_view tag) { fmt::format_to(std::back_inserter(m_text), "0 {} {}\n", id, tag); }
    void mark(int level, std::string_view tag, bool is_so) {
        if (is_so)
            add(level, tag, "Y");
    }
    void text(int level, std::string_view tag, std::string_view words) {
        if (words.empty())
            return;
        const auto lines = split(with_our_breaks(words), '\n');
        put(level, tag, level + 1, lines.front());
        for (auto line = lines.begin() + 1; line != lines.end(); ++line)
            put(level + 1, "CONT", level + 1, *line);
    }
    std::string take() && { return std::move(m_text); }

private:
    void add(int level, std::string_view tag, std::string_view value) {
        fmt::format_to(std::back_inserter(m_text), "{} {}{}{}\n", level, tag, value.empty() ? "" : " ", value);
    }

    std::string quoted(std::string_view words) const {
        if (m_version == GedcomVersion::V70)
            return fmt::format("{}{}", words.starts_with('@') ? "@" : "", words);
        std::string all;
        for (char c : words)
            all.append(c == '@' ? 2 : 1, c);
        return all;
    }

    // A line ends at \n alone, so that no words of a record become lines of the file.
    static std::string with_our_breaks(std::string_view words) {
        std::string all;
        for (std::size_t at = 0; at < words.size(); ++at)
            if (words[at] != '\r')
                all.push_back(words[at]);
            else if (words.substr(at + 1, 1) != "\n")
                all.push_back('\n');
        return all;
    }

    void put(int level, std::string_view tag, int level_of_more, std::string_view words) {
        const auto value = quoted(words);
        std::string_view rest = value;
        auto end = m_version == GedcomVersion::V70 ? rest.size() : end_of_piece(rest);
        add(level, tag, rest.substr(0, end));
        for (rest.remove_prefix(end); !rest.empty(); rest.remove_prefix(end)) {
            end = end_of_piece(rest);
            add(level_of_more, "CONC", rest.substr(0, end));
        }
    }

    // Never inside a letter, beside a blank or between two @.
    static std::size_t end_of_piece(std::string_view rest) {
        if (rest.size() <= longest_line)
            return rest.size();
        auto end = longest_line;
        const auto is_bad = [&](std::size_t at) {
            return (static_cast<unsigned char>(rest[at]) & 0xC0) == 0x80 || rest[at] == ' ' || rest[at - 1] == ' ' || rest[at] == '@' || rest[at - 1] == '@';
        };
        while (end > longest_line / 2 && is_bad(end))
            --end;
        return end;
    }

    GedcomVersion m_version;
    std::string m_text;
};

std::string written(const When& when) {
    static constexpr std::array<std::string_view, 13> months{"",    "JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                                             "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
    const auto date = fmt::format("{}{}{}", when.day ? fmt::format("{} ", when.day) : "", when.month ? fmt::format("{} ", months[when.month]) : "", when.year);
    switch (when.sureness) {
    case Sureness::Exact: return date;
    case Sureness::About: return fmt::format("ABT {}", date);
    case Sureness::Before: return fmt::format("BEF {}", date);
    case Sureness::After: return fmt::format("AFT {}", date);
    case Sureness::Between: return fmt::format("BET {} AND {}", when.year, when.last_year);
    }
    return date;
}

std::vector<std::string> pointers_of(std::size_t count, char letter) {
    std::vector<std::string> all;
    for (std::size_t at = 0; at < count; ++at)
        all.push_back(fmt::format("@{}{}@", letter, at + 1));
    return all;
}

class Writer {
public:
    Writer(const Family& family, GedcomVersion version)
        : m_family(family), m_version(version), m_out(version), m_people(pointers_of(family.people.size(), 'I')),
          m_unions(pointers_of(family.unions.size(), 'F')), m_around(pointers_of(family.around.size(), 'A')) {}

    std::string write(Day on) && {
        write_head(on);
        for (std::size_t at = 0; at < m_family.people.size(); ++at)
            write_person(at);
        for (std::size_t at = 0; at < m_family.unions.size(); ++at)
            write_union(at);
        write_homes();
        write_around();
        write_ties();
        m_out.pointer(0, "TRLR", "");
        return std::move(m_out).take();
    }

private:
    bool is_new() const { return m_version == GedcomVersion::V70; }

    void write_head(Day on) {
        m_out.pointer(0, "HEAD", "");
        m_out.pointer(1, "GEDC", "");
        m_out.text(2, "VERS", is_new() ? "7.0" : "5.5.1");
        if (is_new()) {
            m_out.pointer(1, "SCHMA", "");
            for (const auto& own : own_tags)
                m_out.text(2, "TAG", fmt::format("{} https://lifestory.example/gedcom/{}", own.tag, own.means));
        } else
            m_out.text(2, "FORM", "LINEAGE-LINKED");
        m_out.text(1, "SOUR", own_program);
        m_out.text(2, "NAME", "Lifestory");
        m_out.text(1, "DATE", written(when(on)));
        if (!is_new()) {
            m_out.text(1, "CHAR", "UTF-8");
            m_out.pointer(1, "SUBM", "@SUB1@");
        }
        if (m_family.focus)
            m_out.pointer(1, "_FOCUS", m_people[*m_family.focus]);
        if (!is_new()) {
            m_out.record("@SUB1@", "SUBM");
            m_out.text(1, "NAME", "Lifestory");
        }
    }

    void write_number(std::string_view id, std::string_view pointer) {
        if (id != pointer)
            m_out.text(1, "_NUMBER", id);
    }

    void write_event(std::string_view tag, std::string_view type, const std::optional<When>& date) {
        m_out.pointer(1, tag, date || !type.empty() ? "" : "Y");
        m_out.text(2, "TYPE", type);
        if (date)
            m_out.text(2, "DATE", written(*date));
    }

    void write_name(const Person& person) {
        // We hold a name whole; which of its words is the surname nobody said.
        const bool is_odd = person.name.find_first_of("/\n\t") != std::string::npos || person.name.starts_with('?') || person.name.size() > 120 ||
                            person.name.find("  ") != std::string::npos || person.name != trim(person.name);
        m_out.text(1, "NAME", is_odd ? std::string_view("?") : std::string_view(person.name));
        if (person.name.empty() && !person.called.empty())
            m_out.text(1, "NAME", "//");
        m_out.text(2, "NICK", person.called);
        if (is_odd)
            m_out.text(1, "_NAME", person.name);
    }

    void write_life(const Person& person) {
        if (person.gender != Gender::NotRecorded)
            m_out.text(1, "SEX", person.gender == Gender::Female ? "F" : person.gender == Gender::Male ? "M" : "X");
        if (person.expected)
            write_event("EVEN", "Expected date of birth", person.expected);
        else if (person.life == Life::Unborn)
            write_event("EVEN", "Expected date of birth", {});
        if (person.born)
            write_event("BIRT", "", person.born);
        if (person.is_dead)
            write_event("DEAT", "", person.died);
        if (person.is_loss())
            write_event("EVEN", person.life == Life::Stillborn ? "Stillbirth" : person.life == Life::Miscarriage ? "Miscarriage" : "Termination", {});
    }

    void write_person(std::size_t at) {
        const auto& person = m_family.people[at];
        m_out.record(m_people[at], "INDI");
        write_name(person);
        write_life(person);
        if (!person.telephone.empty()) {
            m_out.pointer(1, "RESI", "");
            m_out.text(2, "PHON", person.telephone);
        }
        write_links(at);
        if (at == m_family.focus)
            write_roles();
        write_number(person.id, m_people[at]);
        m_out.mark(1, "_NIGHT", person.is_go_to);
        m_out.mark(1, "_STANDIN", person.is_stand_in);
        m_out.mark(1, "_UNTOLD", person.is_untold);
    }

    // As the standard has it: the pedigree, an adoption and since when somebody is fostered stand with the child.
    void write_links(std::size_t person) {
        for (std::size_t at = 0; at < m_family.unions.size(); ++at) {
            const auto& one = m_family.unions[at];
            for (const auto& child : one.children) {
                if (child.person != person)
                    continue;
                m_out.pointer(1, "FAMC", m_unions[at]);
                write_pedigree(child.kind);
                if (child.kind == Parentage::Adopted && child.since) {
                    write_event("ADOP", "", child.since);
                    m_out.pointer(2, "FAMC", m_unions[at]);
                } else if (child.kind == Parentage::Fostered && child.since) {
                    m_out.pointer(1, "RESI", "");
                    m_out.text(2, "TYPE", "Foster placement");
                    m_out.text(2, "DATE", child.since->sureness == Sureness::Exact ? fmt::format("FROM {}", written(*child.since)) : written(*child.since));
                }
            }
            if (std::find(one.partners.begin(), one.partners.end(), person) != one.partners.end())
                m_out.pointer(1, "FAMS", m_unions[at]);
        }
    }

    void write_pedigree(Parentage kind) {
        const bool has_word = kind == Parentage::Birth || kind == Parentage::Adopted || kind == Parentage::Fostered;
        const auto word = own_word(kind);
        if (!is_new() && has_word)
            m_out.text(2, "PEDI", word);
        if (!is_new())
            return;
        m_out.text(2, "PEDI", kind == Parentage::Birth ? "BIRTH" : kind == Parentage::Adopted ? "ADOPTED" : kind == Parentage::Fostered ? "FOSTER" : "OTHER");
        if (!has_word)
            m_out.text(3, "PHRASE", word);
    }

    void write_roles() {
        for (std::size_t at = 0; at < m_family.people.size(); ++at) {
            const auto& person = m_family.people[at];
            if (person.role.empty() && !person.is_role_untold)
                continue;
            m_out.pointer(1, "ASSO", m_people[at]);
            if (is_new()) {
                m_out.text(2, "ROLE", "OTHER");
                m_out.text(3, "PHRASE", person.role);
            } else
                m_out.text(2, "RELA", person.role);
            m_out.mark(2, "_UNTOLD", person.is_role_untold);
        }
    }

    std::string_view partner_tag(const Union& one, std::size_t which) const {
        const auto gender = [&](std::size_t at) { return m_family.people[one.partners[at]].gender; };
        const bool has_two = one.partners.size() > 1;
        const bool is_first_wife = (gender(0) == Gender::Female && !(has_two && gender(1) == Gender::Female)) ||
                                   (has_two && gender(1) == Gender::Male && gender(0) != Gender::Male);
        return is_first_wife == (which == 0) ? "WIFE" : "HUSB";
    }

    void write_union(std::size_t at) {
        const auto& one = m_family.unions[at];
        m_out.record(m_unions[at], "FAM");
        for (std::size_t which = 0; which < one.partners.size(); ++which)
            m_out.pointer(1, partner_tag(one, which), m_people[one.partners[which]]);
        if (one.kind == UnionKind::Married || one.married)
            write_event("MARR", "", one.married);
        if (one.kind == UnionKind::LivingTogether || one.together)
            write_event("EVEN", "Cohabitation", one.together);
        if (one.is_separated)
            write_event("EVEN", "Separation", one.separated);
        if (one.is_divorced)
            write_event("DIV", "", one.divorced);
        if (one.is_reunited)
            write_event("EVEN", "Reunited", one.reunited);
        for (const auto& child : one.children)
            write_child(child);
        write_number(one.id, m_unions[at]);
        m_out.text(1, "_KIND", own_word(one.kind));
        m_out.mark(1, "_ALONE", one.is_other_left_out);
        m_out.mark(1, "_UNTOLD", one.is_untold);
    }

    void write_child(const ChildOf& child) {
        m_out.pointer(1, "CHIL", m_people[child.person]);
        m_out.text(2, "_KIND", own_word(child.kind));
        if (child.since)
            m_out.text(2, "_SINCE", written(*child.since));
        if (child.born_together) {
            m_out.text(2, "_TWIN", std::to_string(child.born_together));
            if (child.is_identical)
                m_out.text(3, "TYPE", "identical");
        }
        m_out.mark(2, "_UNTOLD", child.is_untold);
    }

    void write_homes() {
        for (std::size_t at = 0; at < m_family.households.size(); ++at) {
            const auto& home = m_family.households[at];
            m_out.record(fmt::format("@H{}@", at + 1), "_HOME");
            m_out.text(1, "NAME", home.name);
            for (const auto member : home.members)
                m_out.pointer(1, "_MEMBER", m_people[member]);
            if (home.since)
                m_out.text(1, "_SINCE", written(when(*home.since)));
            if (home.until)
                m_out.text(1, "_UNTIL", written(when(*home.until)));
        }
    }

    void write_around() {
        for (std::size_t at = 0; at < m_family.around.size(); ++at) {
            const auto& one = m_family.around[at];
            m_out.record(m_around[at], "_AROUND");
            m_out.text(1, "TYPE", own_word(one.kind));
            m_out.text(1, "NAME", one.name);
            m_out.text(1, "NOTE", one.words);
            m_out.text(1, "PHON", one.telephone);
            write_number(one.id, m_around[at]);
            m_out.mark(1, "_NIGHT", one.is_go_to);
            m_out.mark(1, "_UNTOLD", one.is_untold);
        }
    }

    const std::string& pointer_to(const TieEnd& end) const { return (end.kind == EndKind::Person ? m_people : m_around)[end.at]; }

    void write_ties() {
        for (std::size_t at = 0; at < m_family.ties.size(); ++at) {
            const auto& tie = m_family.ties[at];
            m_out.record(fmt::format("@T{}@", at + 1), "_TIE");
            m_out.pointer(1, "_FROM", pointer_to(tie.from));
            m_out.pointer(1, "_TO", pointer_to(tie.to));
            m_out.text(1, "TYPE", own_word(tie.kind));
            m_out.text(1, "_DIRECTION", own_word(tie.direction));
            m_out.text(1, "NOTE", tie.words);
            m_out.mark(1, "_UNTOLD", tie.is_untold);
        }
    }

    const Family& m_family;
    GedcomVersion m_version;
    Lines m_out;
    std::vector<std::string> m_people, m_unions, m_around;
};

} // namespace

std::string gedcom_of(const Family& family, Day on, GedcomVersion version) { return Writer(family, version).write(on); }

} // namespace lifestory::genogram
