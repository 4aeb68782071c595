#include "casework/open_child.h"

#include "base/text.h"

namespace lifestory::casework {

namespace {

constexpr std::chrono::days long_before_birth{300};
constexpr int oldest = 26; // who left care is helped until 25
constexpr int oldest_alive = 120; // records brought in are kept long after

void check(Refusing& refusing, const Act& act, const Opening& opening) {
    const auto day = today(act);
    refusing.unless(!is_blank(opening.full_name), "name",
                    "Write the child's name, or “Baby” and the family's name");
    refusing.unless(opening.born.has_value() != opening.expected.has_value(), "born",
                    "Give the date of birth, or the expected date");
    if (opening.born) {
        const auto age = calendar::age_on(*opening.born, day);
        refusing.unless(*opening.born <= day, "born", "The date of birth cannot be after today, " + calendar::in_words(day));
        refusing.unless(age < (opening.brought_in ? oldest_alive : oldest), "born", "This would be somebody of " + std::to_string(age) + ". Put the year right");
    }
    if (opening.expected && !opening.brought_in)
        refusing.unless(day - long_before_birth <= *opening.expected && *opening.expected <= day + long_before_birth, "expected",
                        "A birth is expected within ten months. Put the day right, or give the date of birth");
    refusing.unless(!is_blank(opening.told_by), "told-by", "Say who told us");
    refusing.unless(opening.known_on.has_value(), "known-on", "Say when they told us");
    if (opening.known_on)
        refusing.unless(*opening.known_on <= day, "known-on",
                        "The day cannot be after today, " + calendar::in_words(day));
    if (opening.known_on && opening.born)
        refusing.unless(*opening.born - long_before_birth <= *opening.known_on, "known-on",
                        "They cannot have told us long before the birth, " + calendar::in_words(*opening.born) + ". Put one of the two days right");
    refusing.unless(opening.family || !is_blank(opening.family_name), "family", "Give the family's name");
}

record::Person person_of(const Opening& opening) {
    record::Person person{opening.person, trim(opening.full_name), trim(opening.known_as), opening.pronouns};
    person.born = opening.born;
    person.expected = opening.expected;
    person.child = opening.child;
    return person;
}

// The word is of whichever of the two is known to be she or he; of a baby not born yet it is the other.
record::Relationship tie_to(const KnownSibling& sibling, const Opening& opening) {
    const auto word = [](const std::string& pronouns) -> std::string { return pronouns.starts_with("she") ? "sister" : pronouns.starts_with("he") ? "brother" : ""; };
    record::Relationship tie{sibling.person, opening.person, word(sibling.pronouns), {}, {}, false, trim(opening.told_by), {}};
    if (tie.kind.empty() && !word(opening.pronouns).empty())
        tie = {opening.person, sibling.person, word(opening.pronouns), {}, {}, false, trim(opening.told_by), {}};
    if (tie.kind.empty())
        tie.kind = "brother or sister";
    return tie;
}

std::vector<record::BasicDetail> details_of(const Opening& opening) {
    std::vector<record::BasicDetail> details;
    const auto say = [&](std::string fact, std::string value) {
        if (!value.empty())
            details.push_back({std::move(fact), std::move(value), "", trim(opening.told_by)});
    };
    say("name", trim(opening.full_name));
    say("known-as", trim(opening.known_as));
    say("pronouns", opening.pronouns);
    say("born", opening.born ? calendar::iso(*opening.born) : "");
    say("expected", opening.expected ? calendar::iso(*opening.expected) : "");
    return details;
}

record::CaseNote first_note(const Opening& opening) {
    const auto prose = [](std::string item, std::string label, std::string part, std::string words) {
        return record::Answer{std::move(item), std::move(label), std::move(part), "prose",
                              record::Text{std::move(words)}};
    };
    record::Form form{"case-note", "Case note", {}};
    if (!is_blank(opening.what_they_said))
        form.answers.push_back(
            prose("happened", "What they told us", "what-happened", opening.what_they_said));
    if (!is_blank(opening.not_the_same_because))
        form.answers.push_back(prose("not-the-same", "Why this is not a child we know", "for-professionals",
                                     opening.not_the_same_because));
    return {form, {}, {}, {}};
}

} // namespace

Result<Writing> open_child(const Act& act, const Opening& opening) {
    Refusing refusing;
    check(refusing, act, opening);
    if (refusing.has_any())
        return refusing.all();
    const auto family = opening.family.value_or(opening.new_family);
    Writing writing;
    const auto add = [&](RecordNumber record, record::Content content) -> Written& {
        writing.push_back(written(act, record, std::move(content), static_cast<unsigned>(writing.size())));
        writing.back().said.known_on = opening.known_on;
        writing.back().said.told_by = trim(opening.told_by);
        return writing.back();
    };
    add(opening.child, record::ChildOpened{family, opening.person}).expected_place = 0;
    if (!opening.family)
        add(family, record::FamilyOpened{trim(opening.family_name)});
    add(family, person_of(opening));
    if (opening.family && opening.sibling)
        add(family, tie_to(*opening.sibling, opening));
    for (const auto& detail : details_of(opening))
        add(opening.child, detail);
    if (opening.involvement)
        add(opening.child, record::Episode{*opening.involvement,
                                           {"involvement", "Involvement", {}},
                                           opening.known_on.value_or(today(act)),
                                           std::nullopt});
    if (const auto note = first_note(opening); !note.form.answers.empty())
        add(opening.child, note).said.happened_on = opening.known_on;
    return writing;
}

} // namespace lifestory::casework
