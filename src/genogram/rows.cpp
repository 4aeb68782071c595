#include "genogram/rows.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <numeric>

namespace lifestory::genogram {

namespace {

// Sets of people who become one.
class Sets {
public:
    explicit Sets(std::size_t count) : m_parent(count) { std::iota(m_parent.begin(), m_parent.end(), std::size_t{0}); }
    std::size_t of(std::size_t at) {
        while (m_parent[at] != at)
            at = m_parent[at] = m_parent[m_parent[at]];
        return at;
    }
    void join(std::size_t one, std::size_t other) {
        one = of(one), other = of(other);
        m_parent[std::max(one, other)] = std::min(one, other);
    }

private:
    std::vector<std::size_t> m_parent;
};

struct Step {
    std::size_t to;
    int down;     // rows
    bool is_weak; // by fostering or a step parent: followed after all others
};

class RowMaker {
public:
    explicit RowMaker(const Family& family)
        : m_family(family), m_same_row(family.people.size()), m_children(family.people.size()), m_steps(family.people.size()),
          m_row(family.people.size(), unset) {
        for (const auto& one : family.unions)
            for (auto parent : one.partners)
                for (const auto& child : one.children)
                    m_children[parent].push_back(child.person);
    }

    Rows make() {
        join_partners();
        take_steps();
        if (m_family.focus)
            walk(*m_family.focus);
        for (std::size_t at = 0; at < m_row.size(); ++at)
            if (m_row[at] == unset)
                walk(at);
        push_children_down();
        return count_islands();
    }

private:
    static constexpr int unset = std::numeric_limits<int>::min();

    // Is `to` a descendant of anybody of the row of `from`, through rows already joined?
    bool is_below(std::size_t from, std::size_t to) {
        std::vector<bool> seen(m_row.size());
        std::vector<std::size_t> open{m_same_row.of(from)};
        const auto target = m_same_row.of(to);
        std::vector<std::vector<std::size_t>> members(m_row.size());
        for (std::size_t at = 0; at < m_row.size(); ++at)
            members[m_same_row.of(at)].push_back(at);
        while (!open.empty()) {
            const auto set = open.back();
            open.pop_back();
            for (auto person : members[set])
                for (auto child : m_children[person])
                    if (const auto next = m_same_row.of(child); next == target)
                        return true;
                    else if (!seen[next]) {
                        seen[next] = true;
                        open.push_back(next);
                    }
        }
        return false;
    }

    void join_partners() {
        for (const auto& one : m_family.unions) {
            if (one.partners.size() != 2)
                continue;
            const auto first = one.partners[0], second = one.partners[1];
            if (m_same_row.of(first) != m_same_row.of(second) && !is_below(first, second) && !is_below(second, first))
                m_same_row.join(first, second);
        }
    }

    void take_steps() {
        const auto both_ways = [&](std::size_t upper, std::size_t lower, int down, bool is_weak) {
            m_steps[m_same_row.of(upper)].push_back({m_same_row.of(lower), down, is_weak});
            m_steps[m_same_row.of(lower)].push_back({m_same_row.of(upper), -down, is_weak});
        };
        for (const auto& one : m_family.unions) {
            for (auto parent : one.partners)
                for (const auto& child : one.children)
                    both_ways(parent, child.person, 1, child.kind != Parentage::Birth && child.kind != Parentage::Adopted);
            for (std::size_t at = 1; at < one.children.size() && one.partners.empty(); ++at)
                both_ways(one.children[at - 1].person, one.children[at].person, 0, true);
        }
    }

    void walk(std::size_t start) {
        start = m_same_row.of(start);
        if (m_row[start] != unset)
            return;
        std::deque<std::pair<std::size_t, int>> open{{start, 0}};
        std::deque<std::pair<std::size_t, int>> weak;
        while (!open.empty() || !weak.empty()) {
            auto& next = open.empty() ? weak : open;
            const auto [at, row] = next.front();
            next.pop_front();
            if (m_row[at] != unset)
                continue;
            m_row[at] = row;
            for (const auto& step : m_steps[at])
                if (m_row[step.to] == unset)
                    (step.is_weak ? weak : open).emplace_back(step.to, row + step.down);
        }
    }

    // There is no circle (check_ancestors): each pass settles one more generation, so it ends.
    void push_children_down() {
        for (bool is_moving = true; is_moving;) {
            is_moving = false;
            for (std::size_t parent = 0; parent < m_row.size(); ++parent)
                for (auto child : m_children[parent]) {
                    auto& row = m_row[m_same_row.of(child)];
                    if (const int least = m_row[m_same_row.of(parent)] + 1; row < least) {
                        row = least;
                        is_moving = true;
                    }
                }
        }
    }

    Rows count_islands() {
        Sets connected(m_row.size());
        for (const auto& one : m_family.unions) {
            const auto first = !one.partners.empty() ? one.partners.front() : one.children.front().person;
            for (auto partner : one.partners)
                connected.join(first, partner);
            for (const auto& child : one.children)
                connected.join(first, child.person);
        }
        Rows rows{std::vector<int>(m_row.size()), std::vector<std::size_t>(m_row.size()), 0};
        std::vector<int> top(m_row.size(), std::numeric_limits<int>::max());
        for (std::size_t at = 0; at < m_row.size(); ++at)
            top[connected.of(at)] = std::min(top[connected.of(at)], m_row[m_same_row.of(at)]);
        for (std::size_t at = 0; at < m_row.size(); ++at) {
            const auto set = connected.of(at);
            rows.row[at] = m_row[m_same_row.of(at)] - top[set];
            rows.island[at] = set == at ? rows.islands++ : rows.island[set];
        }
        return rows;
    }

    const Family& m_family;
    Sets m_same_row;
    std::vector<std::vector<std::size_t>> m_children;
    std::vector<std::vector<Step>> m_steps;
    std::vector<int> m_row;
};

} // namespace

Rows rows_of(const Family& family) { return RowMaker(family).make(); }

} // namespace lifestory::genogram
