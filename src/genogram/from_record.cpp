#include "genogram/from_record.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "genogram/far_kin.h"
#include "record/homes.h"

namespace lifestory::genogram {

namespace {

constexpr auto nowhere = static_cast<std::size_t>(-1);

template <class T>
bool holds(const T& what, Day day) {
    return (!what.since || *what.since <= day) && (!what.until || day <= *what.until);
}

// What was said last of those that hold on the day; else the last that had begun by then.
template <class T>
const T* on_day(const record::History<T>& history, Day day) {
    const T* begun = nullptr;
    const T* held = nullptr;
    for (const auto& one : history.said) {
        if (!one.what.since || *one.what.since <= day)
            begun = &one.what;
        if (holds(one.what, day))
            held = &one.what;
    }
    return held ? held : begun;
}

Gender gender_of(std::string_view pronouns) {
    const auto said = fold(pronouns);
    return said.starts_with("she") ? Gender::Female : said.starts_with("he") ? Gender::Male : said.starts_with("they") ? Gender::Other
                                                                                                                      : Gender::NotRecorded;
}

template <class T>
const T* ended_before(const record::History<T>& history, const T& what) {
    const T* before = nullptr;
    for (const auto& one : history.said)
        if (one.what.until && what.since && *one.what.until < *what.since)
            before = &one.what;
    return before;
}

struct Said {
    std::size_t from, to; // from is `word` of to
    KinWord word;
    const record::Relationship* what;
    const record::Relationship* before; // the same, ended before this began; null: it never had
    bool is_untold;
};

class Maker {
public:
    Maker(const record::Family& recorded, const AsRecorded& as) : m_recorded(recorded), m_as(as) {}

    Result<Family> make() && {
        take_people();
        take_relationships();
        take_households();
        join_partners();
        join_parents();
        join_grandparents();
        join_siblings();
        join_far_kin();
        mark_twins();
        take_around();
        order_children(m_family);
        TRY(check_ancestors(m_family));
        return with_stand_ins(std::move(m_family));
    }

private:
    void take_people() {
        for (const auto& history : m_recorded.people) {
            const auto& person = history.now();
            if (person.born && *person.born > m_as.on && !person.expected)
                continue;
            m_at[person.person] = m_family.people.size();
            m_family.people.push_back(made_of(person));
            if (m_as.focus == person.person)
                m_family.focus = m_at[person.person];
        }
    }

    Person made_of(const record::Person& person) const {
        Person made;
        made.id = person.person.hex();
        made.name = person.full_name;
        made.called = person.known_as;
        made.telephone = person.telephone;
        made.gender = gender_of(person.pronouns);
        const bool is_born = person.born && *person.born <= m_as.on;
        if (is_born)
            made.born = when(*person.born);
        else if (person.expected) {
            made.life = Life::Unborn;
            made.expected = when(*person.expected);
        }
        made.is_dead = person.died && *person.died <= m_as.on;
        if (made.is_dead)
            made.died = when(*person.died);
        made.is_go_to = m_as.go_to == person.person;
        made.is_untold = is_focus_among(person.not_told);
        if (m_as.focus && *m_as.focus != person.person) {
            made.role = role_of(person.person);
            made.is_role_untold = are_untold(person.person, *m_as.focus) || are_untold(*m_as.focus, person.person);
        }
        return made;
    }

    // Who they are to the child; how they get on is a tie, never a name for somebody.
    std::string role_of(const PersonNumber& person) const {
        const auto said = m_recorded.who_to(person, *m_as.focus, m_as.on);
        if (!tie_of(said))
            return said;
        std::string role;
        for (const auto& history : m_recorded.relationships)
            if (const auto* what = on_day(history, m_as.on); what && what->from == person && what->to == *m_as.focus && !tie_of(what->kind))
                role = what->kind;
        return role;
    }

    std::size_t find(const PersonNumber& number) const {
        const auto found = m_at.find(number);
        return found == m_at.end() ? nowhere : found->second;
    }

    void take_relationships() {
        for (const auto& history : m_recorded.relationships) {
            const auto* what = on_day(history, m_as.on);
            if (!what)
                continue;
            Said said{find(what->from), find(what->to), kin_of(what->kind), what, ended_before(history, *what), is_focus_among(history.now().not_told)};
            if (said.from == nowhere || said.to == nowhere || said.from == said.to)
                continue;
            if (const auto tie = tie_of(what->kind); tie && holds(*what, m_as.on))
                m_family.ties.push_back({{EndKind::Person, said.from}, {EndKind::Person, said.to}, *tie,
                                         *tie == TieKind::Harm ? Direction::Towards : Direction::Neither, what->told_by, said.is_untold});
            else if (said.word.kin != Kin::Other) {
                auto& gender = m_family.people[said.from].gender;
                if (gender == Gender::NotRecorded)
                    gender = said.word.gender;
                if (said.word.is_turned)
                    std::swap(said.from, said.to);
                m_said.push_back(said);
            }
        }
    }

    bool is_focus_among(const std::vector<PersonNumber>& children) const {
        return m_as.focus && std::find(children.begin(), children.end(), *m_as.focus) != children.end();
    }

    // What the child knows is what she knows now, whatever the day of the drawing.
    bool are_untold(const PersonNumber& from, const PersonNumber& to) const {
        return std::any_of(m_recorded.relationships.begin(), m_recorded.relationships.end(), [&](const auto& history) {
            return history.now().from == from && history.now().to == to && is_focus_among(history.now().not_told);
        });
    }

    void take_households() {
        for (const auto& history : m_recorded.households) {
            const auto* home = on_day(history, m_as.on);
            if (!home || !holds(*home, m_as.on))
                continue;
            Household made{home->name, {}, home->since, home->until};
            for (const auto& member : home->members)
                if (const auto at = find(member); at != nowhere && lives_at(member, *home))
                    made.members.push_back(at);
            if (!made.members.empty())
                m_family.households.push_back(std::move(made));
        }
    }

    // Who was placed lives there alone; of other homes somebody can have two at once.
    bool lives_at(const PersonNumber& person, const record::Household& home) const {
        const record::Household* newest = nullptr;
        for (const auto& history : m_recorded.households) {
            const auto* one = on_day(history, m_as.on);
            const bool is_there = one && holds(*one, m_as.on) && std::find(one->members.begin(), one->members.end(), person) != one->members.end();
            if (is_there && (!newest || newest->since <= one->since))
                newest = one;
        }
        return newest && (newest->household == home.household || !record::is_of_placement(*newest));
    }

    bool live_together(std::size_t one, std::size_t other) const {
        return std::any_of(m_family.households.begin(), m_family.households.end(), [&](const auto& home) {
            const auto has = [&](auto at) { return std::find(home.members.begin(), home.members.end(), at) != home.members.end(); };
            return has(one) && has(other);
        });
    }

    // The union of these, made where there was none. `other` nowhere: of one alone.
    std::size_t union_of(std::size_t one, std::size_t other) {
        std::vector<std::size_t> partners{one};
        if (other != nowhere)
            partners.push_back(other);
        for (std::size_t at = 0; at < m_family.unions.size(); ++at) {
            auto there = m_family.unions[at].partners;
            if (there.size() == partners.size() && std::is_permutation(there.begin(), there.end(), partners.begin()))
                return at;
        }
        Union made;
        made.id = m_family.people[one].id + (other == nowhere ? "" : "+" + m_family.people[other].id);
        made.partners = partners;
        if (other != nowhere && live_together(one, other))
            made.kind = UnionKind::LivingTogether;
        m_family.unions.push_back(made);
        return m_family.unions.size() - 1;
    }

    void join_partners() {
        for (const auto& said : m_said) {
            const auto kin = said.word.kin;
            const bool is_marriage = kin == Kin::Spouse || kin == Kin::FormerSpouse;
            const bool has_ended = kin == Kin::FormerSpouse || kin == Kin::FormerPartner || (said.what->until && *said.what->until < m_as.on);
            if (!is_marriage && kin != Kin::Partner && kin != Kin::FormerPartner && kin != Kin::Casual)
                continue;
            auto& one = m_family.unions[union_of(said.from, said.to)];
            one.is_untold = one.is_untold || said.is_untold;
            if (is_marriage) {
                one.kind = UnionKind::Married;
                if (said.what->since)
                    one.married = when(*said.what->since);
            } else if (kin == Kin::Casual)
                one.kind = UnionKind::Casual;
            else if (one.kind != UnionKind::Married) {
                one.kind = live_together(said.from, said.to) || has_ended ? UnionKind::LivingTogether : UnionKind::NotLivingTogether;
                if (said.what->since)
                    one.together = when(*said.what->since);
            }
            one.is_separated = has_ended && kin != Kin::FormerSpouse;
            one.is_divorced = kin == Kin::FormerSpouse;
            if (said.before && !has_ended) {
                one.is_separated = one.is_reunited = true;
                one.separated = when(*said.before->until);
                one.reunited = when(*said.what->since);
                (is_marriage ? one.married : one.together) = said.before->since ? std::optional(when(*said.before->since)) : std::nullopt;
            }
            if (has_ended && said.what->until)
                (one.is_divorced ? one.divorced : one.separated) = when(*said.what->until);
        }
    }

    static std::optional<Parentage> parentage(Kin kin) {
        switch (kin) {
        case Kin::Parent: return Parentage::Birth;
        case Kin::AdoptiveParent: return Parentage::Adopted;
        case Kin::FosterCarer: return Parentage::Fostered;
        case Kin::Guardian: return Parentage::Guardian;
        case Kin::StepParent: return Parentage::Step;
        case Kin::Grandparent: case Kin::AuntOrUncle: case Kin::Cousin: case Kin::Sibling: case Kin::Twin: case Kin::IdenticalTwin: case Kin::Spouse: case Kin::FormerSpouse:
        case Kin::Partner: case Kin::FormerPartner: case Kin::Casual: case Kin::Other: return std::nullopt;
        }
        return std::nullopt;
    }

    // Two parents of one kind hang the child from their union; more than two, each further one from a union of their own.
    void join_parents() {
        for (std::size_t child = 0; child < m_family.people.size(); ++child)
            for (const auto kind : {Parentage::Birth, Parentage::Adopted, Parentage::Fostered, Parentage::Guardian, Parentage::Step}) {
                std::vector<const Said*> parents;
                for (const auto& said : m_said)
                    if (said.to == child && parentage(said.word.kin) == kind &&
                        (kind == Parentage::Birth || kind == Parentage::Adopted || holds(*said.what, m_as.on)) &&
                        !(kind == Parentage::Step && is_partner_of_parent(said.from, child)))
                        parents.push_back(&said);
                for (std::size_t at = 0; at < parents.size(); at += at == 0 ? 2 : 1)
                    hang(child, kind, *parents[at], at == 0 && parents.size() > 1 ? parents[1] : nullptr);
            }
    }

    bool is_partner_of_parent(std::size_t one, std::size_t child) const {
        return std::any_of(m_said.begin(), m_said.end(), [&](const Said& said) {
            return said.to == child && said.word.kin == Kin::Parent &&
                   std::any_of(m_family.unions.begin(), m_family.unions.end(), [&](const auto& it) {
                       const auto has = [&](auto at) { return std::find(it.partners.begin(), it.partners.end(), at) != it.partners.end(); };
                       return has(one) && has(said.from);
                   });
        });
    }

    void hang(std::size_t child, Parentage kind, const Said& first, const Said* second) {
        auto& one = m_family.unions[union_of(first.from, second && second->from != first.from ? second->from : nowhere)];
        ChildOf made{child, kind, 0, false, first.is_untold || (second && second->is_untold), {}};
        if (kind != Parentage::Birth && first.what->since)
            made.since = when(*first.what->since);
        // A carer who fosters alone is not half of a couple, so nobody is missing beside her.
        one.is_other_left_out = one.is_other_left_out || (!second && kind != Parentage::Birth);
        if (std::none_of(one.children.begin(), one.children.end(), [&](const auto& it) { return it.person == child; }))
            one.children.push_back(made);
    }

    bool is_parent(std::size_t parent, std::size_t child) const {
        return std::any_of(m_family.unions.begin(), m_family.unions.end(), [&](const auto& one) {
            return std::find(one.partners.begin(), one.partners.end(), parent) != one.partners.end() &&
                   std::any_of(one.children.begin(), one.children.end(), [&](const auto& it) { return it.person == child; });
        });
    }

    std::vector<std::size_t> parents_of(std::size_t child) const {
        std::vector<std::size_t> parents;
        for (const auto& one : m_family.unions)
            for (const auto& it : one.children)
                if (it.person == child && it.kind == Parentage::Birth)
                    parents.insert(parents.end(), one.partners.begin(), one.partners.end());
        return parents;
    }

    // Through the parent of whose mother or father it was said; else through somebody not known.
    void join_grandparents() {
        std::map<std::size_t, std::size_t> between;
        for (const auto& said : m_said) {
            if (said.word.kin != Kin::Grandparent)
                continue;
            const auto parents = parents_of(said.to);
            if (std::any_of(parents.begin(), parents.end(), [&](auto parent) { return is_parent(said.from, parent); }))
                continue;
            const auto wanted = said.word.side == Side::Mothers ? Gender::Female : Gender::Male;
            const auto known = std::find_if(parents.begin(), parents.end(), [&](auto at) {
                return said.word.side != Side::NotSaid && m_family.people[at].gender == wanted;
            });
            if (known != parents.end()) {
                m_family.unions[union_of(said.from, nowhere)].children.push_back({*known, Parentage::Birth, 0, false, said.is_untold, {}});
                continue;
            }
            if (!between.contains(said.from)) {
                between[said.from] = add_unknown(m_family.people[said.from].id + "/child");
                m_family.unions[union_of(said.from, nowhere)].children.push_back(
                    {between[said.from], Parentage::Birth, 0, false, said.is_untold, {}});
            }
            const auto through = union_of(between[said.from], nowhere);
            m_family.unions[through].is_other_left_out = true;
            m_family.unions[through].children.push_back({said.to, Parentage::NotKnown, 0, false, said.is_untold, {}});
        }
    }

    std::size_t add_unknown(std::string id) {
        Person unknown;
        unknown.id = std::move(id);
        unknown.is_stand_in = true;
        m_family.people.push_back(std::move(unknown));
        return m_family.people.size() - 1;
    }

    // Siblings of whom no common parent was said: a common parent who is not known.
    void join_siblings() {
        for (const auto& said : m_said) {
            if (said.word.kin != Kin::Sibling && said.word.kin != Kin::Twin && said.word.kin != Kin::IdenticalTwin)
                continue;
            const auto share = std::any_of(m_family.unions.begin(), m_family.unions.end(), [&](const auto& one) {
                const auto has = [&](auto at) {
                    return std::any_of(one.children.begin(), one.children.end(), [&](const auto& it) { return it.person == at; });
                };
                return has(said.from) && has(said.to);
            });
            const auto mine = parents_of(said.from), theirs = parents_of(said.to);
            const bool have_common = std::any_of(mine.begin(), mine.end(), [&](auto at) {
                return std::find(theirs.begin(), theirs.end(), at) != theirs.end();
            });
            if (share || have_common)
                continue;
            Union made;
            made.id = m_family.people[said.from].id + "~" + m_family.people[said.to].id;
            for (const auto at : {said.from, said.to})
                made.children.push_back({at, (at == said.from ? mine : theirs).empty() ? Parentage::Birth : Parentage::NotKnown, 0, false, said.is_untold, {}});
            m_family.unions.push_back(made);
        }
    }

    void join_far_kin() {
        std::vector<FarKin> far;
        for (const auto& said : m_said)
            if (said.word.kin == Kin::AuntOrUncle || said.word.kin == Kin::Cousin)
                far.push_back({said.from, said.to, said.word.kin, said.word.side, said.is_untold});
        hang_far_kin(m_family, far);
    }

    void mark_twins() {
        int number = 0;
        for (const auto& said : m_said) {
            if (said.word.kin != Kin::Twin && said.word.kin != Kin::IdenticalTwin)
                continue;
            for (auto& one : m_family.unions) {
                ChildOf *first = nullptr, *second = nullptr;
                for (auto& child : one.children) {
                    if (child.person == said.from)
                        first = &child;
                    if (child.person == said.to)
                        second = &child;
                }
                if (!first || !second)
                    continue;
                const int together = first->born_together ? first->born_together : second->born_together ? second->born_together : ++number;
                first->born_together = second->born_together = together;
                first->is_identical = second->is_identical = said.word.kin == Kin::IdenticalTwin;
            }
        }
    }

    void take_around() {
        m_family.around = m_as.around;
        for (const auto& tie : m_as.ties)
            if (const auto at = find(tie.person); at != nowhere && tie.around < m_family.around.size())
                m_family.ties.push_back({{EndKind::Person, at}, {EndKind::Around, tie.around}, tie.kind, tie.direction, "", false});
    }

    const record::Family& m_recorded;
    const AsRecorded& m_as;
    Family m_family;
    std::map<PersonNumber, std::size_t> m_at;
    std::vector<Said> m_said;
};

} // namespace

Result<Family> family_from(const record::Family& recorded, const AsRecorded& as) { return Maker(recorded, as).make(); }

} // namespace lifestory::genogram
