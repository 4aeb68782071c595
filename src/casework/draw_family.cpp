#include "casework/draw_family.h"

#include "base/text.h"

namespace lifestory::casework {

namespace {

constexpr const char* who_tells = "Tick who is telling, so that the drawing says who said so";
constexpr std::size_t most_around = 20; // they go round the edge of one sheet

void check_around(Refusing& refusing, const char* field, const std::vector<record::AroundUs>& all) {
    refusing.unless(all.size() <= most_around, field, "There is room for " + std::to_string(most_around) + " round the edge; leave out what matters least");
    for (const auto& one : all)
        refusing.unless(one.whom.empty() || !one.how.empty(), field, "Say how " + one.whom + " finds it, close, distant, hostile or stressful: " + first(one.name, 20) + ", close, " + one.whom);
    for (const auto& one : all)
        refusing.unless(letters(one.name) <= 60, field, "Say it in at most 60 letters, so that it can be read on the drawing: " + first(one.name, 20));
}

} // namespace

Result<Writing> draw_person(const Act& act, const record::Family& family, const record::Person& person, const record::Relationship& tie, SamePerson same,
                            const std::optional<record::Household>& home) {
    auto writing = add_person_with_tie(act, family, person, tie, same);
    Refusing refusing;
    if (!writing)
        refusing.add(writing.refusals());
    refusing.unless(!is_blank(person.said_by), "telling", who_tells);
    refusing.unless(family.person(tie.to) != nullptr, "to", "Choose somebody of this family");
    if (refusing.has_any())
        return refusing.all();
    if (home)
        writing->push_back(written(act, family.record, *home, 2));
    return writing;
}

Result<Writing> draw_tie(const Act& act, const record::Family& family, const record::Relationship& tie) {
    auto writing = add_relationship(act, family, tie);
    Refusing refusing;
    if (!writing)
        refusing.add(writing.refusals());
    refusing.unless(!is_blank(tie.told_by), "telling", who_tells);
    if (refusing.has_any())
        return refusing.all();
    return writing;
}

Result<Writing> keep_genogram(const Act& act, const record::Child& child, const record::Family& family, const record::KeptGenogram& kept) {
    Refusing refusing;
    refusing.unless(!kept.with.empty(), "telling", "Tick who drew it together", "CAM-102");
    check_around(refusing, "services", kept.services);
    check_around(refusing, "themes", kept.themes);
    if (kept.at_night) {
        const auto* person = family.person(*kept.at_night);
        refusing.unless(person && !person->died, "at-night", "Choose somebody of this family");
        refusing.unless(!person || !is_blank(person->telephone), "at-night",
                        "Write down the telephone number of " + (person ? person->full_name : std::string()) + " first, under People");
    }
    if (refusing.has_any())
        return refusing.all();
    record::Document document;
    document.form = record::form_of(kept);
    auto one = written(act, child.record, std::move(document));
    one.said.happened_on = today(act);
    one.said.told_by = join(kept.with, ", ");
    return Writing{std::move(one)};
}

} // namespace lifestory::casework
