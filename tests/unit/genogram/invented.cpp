#include <random>

#include "unit/genogram/judge.h"

namespace lifestory::genogram::judge {

namespace {

class Inventor {
public:
    Inventor(unsigned seed, std::size_t people) : m_dice(seed), m_most(people) {}

    Family invent() && {
        add_person(1960);
        while (m_family.people.size() < m_most)
            one_more();
        m_family.focus = throw_die(m_family.people.size());
        order_children(m_family);
        return std::move(m_family);
    }

private:
    std::size_t throw_die(std::size_t sides) { return m_dice() % sides; } // the same on every machine

    std::size_t add_person(int year) {
        static const char* const names[] = {"Ada Marlow", "Bo Li", "Bartholomew Featherstonehaugh-Jones", "Noor Ahmadi", "Tom Pell", "Ivy", "Wren O'Dowd"};
        Person person;
        person.id = "p" + std::to_string(m_family.people.size());
        person.name = names[throw_die(7)];
        person.gender = static_cast<Gender>(throw_die(8) == 0 ? 0 : 1 + throw_die(2));
        person.born = When{year, unsigned(1 + throw_die(12)), unsigned(1 + throw_die(28))};
        person.is_dead = throw_die(12) == 0;
        m_family.people.push_back(person);
        return m_family.people.size() - 1;
    }

    int year(std::size_t at) const { return m_family.people[at].born->year; }

    std::size_t add_union(std::size_t one, std::size_t other) {
        Union made;
        made.id = "u" + std::to_string(m_family.unions.size());
        made.partners = {one, other};
        made.kind = static_cast<UnionKind>(throw_die(5));
        made.married = made.kind == UnionKind::Married ? std::optional(When{1990 + int(throw_die(30))}) : std::nullopt;
        made.is_divorced = throw_die(5) == 0;
        made.is_separated = throw_die(5) == 0;
        made.is_reunited = made.is_separated && m_family.unions.size() % 3 == 0;
        m_family.unions.push_back(made);
        return m_family.unions.size() - 1;
    }

    void add_child(std::size_t which, std::size_t child, Parentage kind) {
        for (const auto& there : m_family.unions[which].children)
            if (there.person == child)
                return;
        m_family.unions[which].children.push_back({child, kind, 0, false, false, {}});
    }

    int youngest_parent(std::size_t which) const {
        int last = 0;
        for (auto partner : m_family.unions[which].partners)
            last = std::max(last, year(partner));
        return last;
    }

    bool are_partners(std::size_t one, std::size_t other) const {
        for (const auto& it : m_family.unions)
            if ((it.partners[0] == one && it.partners[1] == other) || (it.partners[0] == other && it.partners[1] == one))
                return true;
        return false;
    }

    bool has_parents(std::size_t person) const {
        for (const auto& one : m_family.unions)
            for (const auto& child : one.children)
                if (child.person == person && child.kind == Parentage::Birth)
                    return true;
        return false;
    }

    void one_more() {
        const auto somebody = throw_die(m_family.people.size());
        const auto what = throw_die(20);
        if (what < 6 || m_family.unions.empty()) {
            if (year(somebody) < 2008)
                add_union(somebody, add_person(year(somebody) - 4 + int(throw_die(9))));
        } else if (what < 14)
            have_children(throw_die(m_family.unions.size()));
        else if (what < 17) {
            if (!has_parents(somebody) && year(somebody) > 1900) {
                const auto mother = add_person(year(somebody) - 20 - int(throw_die(15)));
                const auto father = add_person(year(mother) - int(throw_die(6)));
                add_child(add_union(mother, father), somebody, Parentage::Birth);
            }
        } else {
            const auto other = throw_die(m_family.people.size()); // one throw a line: a call's arguments have no order of their own
            const auto which = throw_die(m_family.unions.size());
            join(somebody, other, which, what == 19 ? Parentage::Adopted : Parentage::Fostered);
        }
    }

    void have_children(std::size_t which) {
        const int from = youngest_parent(which) + 16;
        const auto count = 1 + throw_die(3);
        for (std::size_t child = 0; child < count && m_family.unions[which].children.size() < 7; ++child) {
            const auto at = add_person(from + int(throw_die(20)));
            add_child(which, at, Parentage::Birth);
            if (child > 0 && throw_die(6) == 0) {
                auto& children = m_family.unions[which].children;
                auto &twin = children[children.size() - 2], &self = children.back();
                m_family.people[self.person].born = m_family.people[twin.person].born;
                self.born_together = twin.born_together = twin.born_together ? twin.born_together : int(children.size());
            }
        }
    }

    // Two who are in the family already become partners, now and then across generations; a child goes to another family.
    void join(std::size_t one, std::size_t other, std::size_t which, Parentage kind) {
        if (throw_die(2) == 0) {
            const bool may = one != other && !are_partners(one, other) && (std::abs(year(one) - year(other)) < 12 || throw_die(6) == 0);
            if (may)
                add_union(one, other);
        } else if (youngest_parent(which) + 16 < year(one))
            add_child(which, one, kind);
    }

    std::mt19937 m_dice;
    std::size_t m_most;
    Family m_family;
};

} // namespace

Family invented(unsigned seed, std::size_t people) { return Inventor(seed, people).invent(); }

} // namespace lifestory::genogram::judge
