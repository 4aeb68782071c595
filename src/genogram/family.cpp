// Order of birth, the check that nobody is their own ancestor, and the question marks for parents not recorded.
#include "genogram/family.h"

#include <algorithm>

namespace lifestory::genogram {

namespace {

// Lays the dated children by date into the places that dated children hold; the others stay where they are.
void order_by_birth(const Family& family, std::vector<ChildOf>& children) {
    const auto dated = [&](const ChildOf& child) {
        const auto& person = family.people[child.person];
        return person.born ? person.born : person.expected;
    };
    std::vector<std::size_t> places;
    std::vector<ChildOf> sorted;
    for (std::size_t at = 0; at < children.size(); ++at)
        if (dated(children[at])) {
            places.push_back(at);
            sorted.push_back(children[at]);
        }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const auto& one, const auto& other) { return comes_before(*dated(one), *dated(other)); });
    for (std::size_t at = 0; at < places.size(); ++at)
        children[places[at]] = sorted[at];
}

std::string line_words(int line) { return line > 0 ? "Line " + std::to_string(line) + ": " : ""; }

// Depth first over parents; a person met again while still open is their own ancestor. Without recursion: a file may
// hold a line of descent of any length.
class Ancestors {
public:
    explicit Ancestors(const Family& family) : m_parents(family.people.size()), m_state(family.people.size()) {
        for (const auto& one : family.unions)
            for (const auto& child : one.children)
                for (auto parent : one.partners)
                    m_parents[child.person].push_back(parent);
    }

    std::optional<std::size_t> own_ancestor() {
        for (std::size_t start = 0; start < m_parents.size(); ++start)
            if (auto found = search(start))
                return found;
        return std::nullopt;
    }

private:
    enum class State { New, Open, Done };

    std::optional<std::size_t> search(std::size_t start) {
        std::vector<std::pair<std::size_t, std::size_t>> path;
        if (m_state[start] == State::New)
            path.emplace_back(start, 0);
        while (!path.empty()) {
            auto& [person, next] = path.back();
            m_state[person] = State::Open;
            if (next == m_parents[person].size()) {
                m_state[person] = State::Done;
                path.pop_back();
                continue;
            }
            const auto parent = m_parents[person][next++];
            if (m_state[parent] == State::Open)
                return parent;
            if (m_state[parent] == State::New)
                path.emplace_back(parent, 0);
        }
        return std::nullopt;
    }

    std::vector<std::vector<std::size_t>> m_parents;
    std::vector<State> m_state;
};

std::size_t add_stand_in(Family& family, const Union& one, int which) {
    Person unknown;
    unknown.id = one.id + (which ? "/other" : "/parent");
    unknown.is_stand_in = true;
    family.people.push_back(unknown);
    return family.people.size() - 1;
}

} // namespace

std::string Family::name_of(std::size_t at) const {
    const auto& person = people[at];
    if (!person.name.empty())
        return person.life == Life::Unborn && person.name.starts_with("? ") ? "Baby " + person.name.substr(2) : person.name;
    return person.life == Life::Unborn ? "Unborn baby" : person.is_loss() ? "Baby" : "Somebody not known";
}

std::string Family::name_of(const TieEnd& end) const {
    return end.kind == EndKind::Person ? name_of(end.at) : around[end.at].name;
}

void order_children(Family& family) {
    for (auto& one : family.unions)
        order_by_birth(family, one.children);
}

Outcome check_ancestors(const Family& family) {
    if (auto found = Ancestors(family).own_ancestor()) {
        const auto& person = family.people[*found];
        return refuse("own-ancestor", line_words(person.line) + family.name_of(*found) +
                                          (person.id.starts_with("@") ? " (" + person.id + ")" : "") +
                                          " would be their own ancestor; correct who is whose child.");
    }
    return Nothing{};
}

Family with_stand_ins(Family family) {
    const auto count = family.unions.size();
    for (std::size_t at = 0; at < count; ++at) {
        auto one = family.unions[at];
        if (one.children.empty() || one.is_other_left_out)
            continue;
        if (one.partners.size() == 1)
            one.partners.push_back(add_stand_in(family, one, 1));
        else if (one.partners.empty())
            one.partners.push_back(add_stand_in(family, one, 0));
        family.unions[at] = one;
    }
    return family;
}

} // namespace lifestory::genogram
