// Taking people, unions, lines and ties out of a family, and what is left: the child's version, and the drawing without
// lost pregnancies. What is left out leaves no mark in the drawing.
#include <map>

#include "base/text.h"
#include "genogram/family.h"

namespace lifestory::genogram {

namespace {

constexpr auto nowhere = static_cast<std::size_t>(-1);

struct Left {
    std::vector<bool> people, unions, ties, around; // true: left out
    bool are_told_lines_alone = false;              // a child's line of which the child was not told goes too
};

template <class T>
std::vector<std::size_t> keep(const std::vector<T>& from, const std::vector<bool>& left_out, std::vector<T>& into) {
    std::vector<std::size_t> places(from.size(), nowhere);
    for (std::size_t at = 0; at < from.size(); ++at)
        if (!left_out[at]) {
            places[at] = into.size();
            into.push_back(from[at]);
        }
    return places;
}

void keep_known(std::vector<std::size_t>& members, const std::vector<std::size_t>& places) {
    std::vector<std::size_t> kept;
    for (auto member : members)
        if (places[member] != nowhere)
            kept.push_back(places[member]);
    members = std::move(kept);
}

void keep_told_children(Union& one, const std::vector<std::size_t>& places, const Left& left) {
    std::vector<ChildOf> kept;
    for (auto child : one.children)
        if (places[child.person] != nowhere && !(left.are_told_lines_alone && child.is_untold)) {
            child.person = places[child.person];
            kept.push_back(child);
        }
    one.children = std::move(kept);
}

Family without(const Family& family, const Left& left) {
    Family rest;
    const auto people = keep(family.people, left.people, rest.people);
    const auto around = keep(family.around, left.around, rest.around);
    keep(family.ties, left.ties, rest.ties);
    rest.households = family.households;
    rest.notes = family.notes;
    for (std::size_t at = 0; at < family.unions.size(); ++at) {
        if (left.unions[at])
            continue;
        auto one = family.unions[at];
        const auto partners = one.partners.size();
        keep_known(one.partners, people);
        one.is_other_left_out = one.is_other_left_out || one.partners.size() < partners;
        keep_told_children(one, people, left);
        if (one.partners.size() == 2 || !one.children.empty())
            rest.unions.push_back(one);
    }
    for (auto& home : rest.households)
        keep_known(home.members, people);
    std::erase_if(rest.households, [](const auto& home) { return home.members.empty(); });
    const auto renumber = [&](TieEnd& end) { end.at = (end.kind == EndKind::Person ? people : around)[end.at]; };
    for (auto& tie : rest.ties)
        renumber(tie.from), renumber(tie.to);
    std::erase_if(rest.ties, [](const auto& tie) { return tie.from.at == nowhere || tie.to.at == nowhere; });
    if (family.focus && people[*family.focus] != nowhere)
        rest.focus = people[*family.focus];
    return rest;
}

Left nothing_left_out(const Family& family) {
    return {std::vector<bool>(family.people.size()), std::vector<bool>(family.unions.size()),
            std::vector<bool>(family.ties.size()), std::vector<bool>(family.around.size())};
}

template <class T>
std::size_t mark_untold(const std::vector<T>& all, std::vector<bool>& left_out) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < all.size(); ++at)
        if (all[at].is_untold && !left_out[at]) {
            left_out[at] = true;
            ++count;
        }
    return count;
}

std::string note_of(const Family& family, const std::vector<std::string>& counted) {
    if (counted.empty())
        return {};
    std::string who = "the child";
    if (family.focus) {
        const auto& person = family.people[*family.focus];
        who = !person.called.empty() ? person.called : person.name.substr(0, person.name.find(' '));
    }
    return "Not shown to " + who + ": " + join(counted, ", ") + ", because " + who + " has not been told.";
}

} // namespace

Family without_losses(const Family& family) {
    auto left = nothing_left_out(family);
    for (std::size_t at = 0; at < family.people.size(); ++at)
        left.people[at] = family.people[at].is_loss();
    return without(family, left);
}

ChildsVersion for_child(const Family& whole) {
    const auto family = without_losses(whole);
    auto left = nothing_left_out(family);
    left.are_told_lines_alone = true;
    std::vector<std::string> counted;
    if (auto people = mark_untold(family.people, left.people))
        counted.push_back(plural(people, "person", "people"));
    std::size_t lines = mark_untold(family.unions, left.unions);
    for (std::size_t at = 0; at < family.unions.size(); ++at)
        for (const auto& child : family.unions[at].children)
            lines += child.is_untold && !left.unions[at] && !left.people[child.person] ? 1 : 0;
    if (lines)
        counted.push_back(plural(lines, "family line", "family lines"));
    if (auto ties = mark_untold(family.ties, left.ties))
        counted.push_back(plural(ties, "tie", "ties"));
    if (auto around = mark_untold(family.around, left.around))
        counted.push_back(plural(around, "service or theme", "services or themes"));
    auto rest = without(family, left);
    for (auto& person : rest.people) {
        if (person.is_role_untold)
            person.role.clear();
        person.is_role_untold = false; // nor that there is something
        if (!person.is_go_to)
            person.telephone.clear(); // hers is the number to ring
    }
    return {std::move(rest), note_of(family, counted)};
}

} // namespace lifestory::genogram
