#include "genogram/far_kin.h"

#include <algorithm>
#include <iterator>

namespace lifestory::genogram {

namespace {

using People = std::vector<std::size_t>;

bool holds_person(const People& all, std::size_t one) { return std::find(all.begin(), all.end(), one) != all.end(); }

class Hanging {
public:
    explicit Hanging(Family& family) : m_family(family) {}

    void hang(const FarKin& said) {
        if (said.kin == Kin::AuntOrUncle)
            return hang_aunt(said.from, said);
        const auto parents = parents_of(said.from);
        if (parents.size() == 1)
            return hang_aunt(parents.front(), said);
        if (!parents.empty())
            return; // one is placed already, or nobody said through which of them
        const auto through = said.side == Side::NotSaid ? nobody : parent_on_side(said);
        if (through == nobody)
            return;
        const auto between = add_unknown(m_family.people[said.from].id + "/parent");
        hang_from(between, said.from, said.is_untold);
        join_as_siblings(through, between, said.is_untold);
    }

private:
    static constexpr auto nobody = static_cast<std::size_t>(-1);

    People parents_of(std::size_t child) const {
        People parents;
        for (const auto& one : m_family.unions)
            for (const auto& it : one.children)
                if (it.person == child && it.kind == Parentage::Birth)
                    std::copy_if(one.partners.begin(), one.partners.end(), std::back_inserter(parents), [&](auto at) { return !holds_person(parents, at); });
        return parents;
    }

    bool are_siblings(std::size_t one, std::size_t other) const {
        const auto mine = parents_of(one), theirs = parents_of(other);
        return std::any_of(mine.begin(), mine.end(), [&](auto at) { return holds_person(theirs, at); }) ||
               std::any_of(m_family.unions.begin(), m_family.unions.end(), [&](const Union& it) { return has_child(it, one) && has_child(it, other); });
    }

    static bool has_child(const Union& one, std::size_t person) {
        return std::any_of(one.children.begin(), one.children.end(), [&](const auto& it) { return it.person == person; });
    }

    // By blood, or as the partner of somebody who is.
    bool is_placed(std::size_t aunt, std::size_t child) const {
        People through = parents_of(child), half{aunt};
        for (const auto& one : m_family.unions) {
            if (has_child(one, child))
                through.insert(through.end(), one.partners.begin(), one.partners.end());
            if (holds_person(one.partners, aunt))
                half.insert(half.end(), one.partners.begin(), one.partners.end());
        }
        return std::any_of(half.begin(), half.end(), [&](auto at) {
            return std::any_of(through.begin(), through.end(), [&](auto parent) { return parent == at || are_siblings(at, parent); });
        });
    }

    std::size_t parent_on_side(const FarKin& said) const {
        const auto wanted = said.side == Side::Mothers ? Gender::Female : Gender::Male;
        for (const auto at : parents_of(said.to))
            if (said.side != Side::NotSaid && m_family.people[at].gender == wanted)
                return at;
        return nobody;
    }

    void hang_aunt(std::size_t aunt, const FarKin& said) {
        if (aunt == said.to || is_placed(aunt, said.to))
            return;
        auto through = parent_on_side(said);
        if (through == nobody && hang_beside_sibling(aunt, said))
            return;
        if (through == nobody) {
            through = add_unknown(m_family.people[aunt].id + "/sibling");
            m_between.push_back({aunt, said.to, m_family.unions.size()});
            hang_from(through, said.to, said.is_untold, Parentage::NotKnown);
        }
        join_as_siblings(through, aunt, said.is_untold);
    }

    // Brothers and sisters have an uncle through one and the same parent who is not known.
    bool hang_beside_sibling(std::size_t aunt, const FarKin& said) {
        const auto found = std::find_if(m_between.begin(), m_between.end(), [&](const Between& it) { return it.aunt == aunt && are_siblings(it.child, said.to); });
        if (found == m_between.end())
            return false;
        m_family.unions[found->at].children.push_back({said.to, Parentage::NotKnown, 0, false, said.is_untold, {}});
        return true;
    }

    void join_as_siblings(std::size_t one, std::size_t other, bool is_untold) {
        Union made;
        made.id = m_family.people[one].id + "~" + m_family.people[other].id;
        for (const auto at : {one, other})
            made.children.push_back({at, parents_of(at).empty() ? Parentage::Birth : Parentage::NotKnown, 0, false, is_untold, {}});
        m_family.unions.push_back(std::move(made));
    }

    void hang_from(std::size_t parent, std::size_t child, bool is_untold, Parentage kind = Parentage::Birth) {
        Union made;
        made.id = m_family.people[parent].id;
        made.partners = {parent};
        made.is_other_left_out = true;
        made.children.push_back({child, kind, 0, false, is_untold, {}});
        m_family.unions.push_back(std::move(made));
    }

    std::size_t add_unknown(std::string id) {
        Person unknown;
        unknown.id = std::move(id);
        unknown.is_stand_in = true;
        m_family.people.push_back(std::move(unknown));
        return m_family.people.size() - 1;
    }

    struct Between {
        std::size_t aunt, child, at; // at: the union of who is not known
    };

    Family& m_family;
    std::vector<Between> m_between;
};

} // namespace

void hang_far_kin(Family& family, const std::vector<FarKin>& all) {
    Hanging hanging(family);
    for (const bool has_side : {true, false}) // of whom more is known first: a partner of theirs is then placed already
        for (const auto& said : all)
            if ((said.side != Side::NotSaid) == has_side)
                hanging.hang(said);
}

} // namespace lifestory::genogram
