// How long a family takes from people to a finished drawing: families of several generations with partners of other
// families, remarriages, fostered children and half-siblings, of 30, 120 and 500 people.
// The figures stand in docs/performance.md.
//   bench_genogram [PEOPLE ...]
#include <cstdlib>
#include <ctime>

#include <fmt/format.h>

#include "genogram/draw.h"

namespace {

using namespace lifestory::genogram;

std::size_t add_person(Family& family, int year) {
    Person person;
    const auto at = family.people.size();
    person.id = fmt::format("p{}", at);
    person.name = at % 3 ? "Ada Marlow" : "Bernard Adeyemi-Jones";
    person.gender = at % 2 ? Gender::Female : Gender::Male;
    person.born = When{year, unsigned(1 + at % 12), unsigned(1 + at % 28)};
    family.people.push_back(person);
    return at;
}

std::size_t add_union(Family& family, std::size_t one, std::size_t other) {
    Union made;
    made.id = fmt::format("u{}", family.unions.size());
    made.partners = {one, other};
    made.kind = UnionKind::Married;
    made.is_divorced = family.unions.size() % 4 == 0;
    family.unions.push_back(made);
    return family.unions.size() - 1;
}

void add_child(Family& family, std::size_t which, std::size_t child, Parentage kind) {
    family.unions[which].children.push_back({child, kind, 0, false, false, {}});
}

// Each couple has three children, each child a partner, whose own parents stand beside; every fifth is fostered elsewhere.
Family family_of(std::size_t people) {
    Family family;
    add_person(family, 1930);
    for (std::size_t at = 0; family.people.size() < people; ++at) {
        const int year = family.people[at].born->year;
        const auto partner = add_person(family, year + 2);
        const auto which = add_union(family, at, partner);
        if (at % 3 == 1)
            add_child(family, add_union(family, add_person(family, year - 24), add_person(family, year - 22)), partner, Parentage::Birth);
        for (int child = 0; child < 3; ++child)
            add_child(family, which, add_person(family, year + 24 + child), Parentage::Birth);
        if (at % 4 == 2)
            add_child(family, add_union(family, at, add_person(family, year + 5)), add_person(family, year + 35), Parentage::Birth);
        if (at % 5 == 4)
            add_child(family, at - 1, family.people.size() - 1, Parentage::Fostered);
    }
    family.focus = family.people.size() / 2;
    return family;
}

void measure(std::size_t people) {
    const auto family = family_of(people);
    const Heading heading{"Measured", *lifestory::calendar::day_of(2026, 12, 23), {}, "", "bench", Paper::A4Across};
    std::size_t rounds = 0, bytes = 0;
    const auto began = std::clock();
    double spent = 0;
    do {
        bytes = draw_genogram(family, heading).size();
        ++rounds;
        spent = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    } while (spent < 1);
    fmt::print("{} people, {} unions: {:.2f} ms, {} bytes\n", family.people.size(), family.unions.size(), spent * 1000 / static_cast<double>(rounds), bytes);
}

} // namespace

int main(int count, char** arguments) {
    for (int at = 1; at < count; ++at)
        measure(std::strtoul(arguments[at], nullptr, 10));
    if (count < 2)
        for (std::size_t people : {30, 120, 500})
            measure(people);
}
