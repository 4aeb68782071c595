#include "genogram/label.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"

namespace lifestory::genogram {

namespace {

constexpr double beside = 84, name_size = 11.5, detail_size = 10, line_height = 13;

std::string year_of_birth(const Person& person) {
    return person.born ? in_short(*person.born) : "?";
}

std::string years_in_a_line(const Person& person) {
    std::string words = "b. " + year_of_birth(person);
    if (person.is_dead)
        words += ", d. " + (person.died ? in_short(*person.died) : "?");
    return words;
}

std::string state_of(const Person& person) {
    const auto& date = person.died ? person.died : person.born;
    const auto year = date ? " " + in_short(*date) : std::string();
    switch (person.life) {
    case Life::Born: return {};
    case Life::Unborn: return person.expected ? "due " + in_words(*person.expected) : "due ?";
    case Life::Stillborn: return "stillborn" + year;
    case Life::Miscarriage: return "miscarriage" + year;
    case Life::Termination: return "termination" + year;
    }
    return {};
}

std::string shown_name(const Person& person) {
    if (person.is_stand_in || (person.name.empty() && person.life == Life::Born))
        return "?";
    return person.name.empty() ? (person.life == Life::Unborn ? "Unborn" : "Baby") : person.name;
}

class LabelMaker {
public:
    explicit LabelMaker(double half) { m_label.half = half; }

    void add_lines(const std::string& text, double size, Weight weight, std::size_t most) {
        for (const auto& line : broken(text, beside, size, weight, most))
            m_lines.push_back({line, {}, Anchor::Start, size, weight});
    }

    void add_at(Words words) { m_label.words.push_back(std::move(words)); }

    Label finish() && {
        const double top = -line_height * static_cast<double>(m_lines.size()) / 2;
        for (std::size_t at = 0; at < m_lines.size(); ++at) {
            m_lines[at].at = {std::max(m_label.half, 15.0) + 5, top + line_height * static_cast<double>(at) + 10};
            m_label.words.push_back(m_lines[at]);
        }
        m_label.box = {-m_label.half, -m_label.half, m_label.half, m_label.half};
        for (const auto& words : m_label.words)
            m_label.box = joined(m_label.box, box_of(words));
        return std::move(m_label);
    }

private:
    Label m_label;
    std::vector<Words> m_lines;
};

double half_of(const Person& person) {
    if (person.is_loss())
        return 10;
    return person.is_stand_in ? 15 : person.life == Life::Unborn ? 17 : 20;
}

} // namespace

Label label_of(const Person& person, std::optional<Day> on, Years years) {
    const double half = half_of(person);
    LabelMaker label(half);
    label.add_lines(shown_name(person), name_size, Weight::Bold, 4);
    const auto first_name = person.name.substr(0, person.name.find(' '));
    if (!person.called.empty() && fold(person.called) != fold(first_name) && fold(person.called) != fold(person.name))
        label.add_lines("\u201C" + person.called + "\u201D", detail_size, Weight::Normal, 2);
    if (!person.role.empty() && fold(person.role) != fold(person.called))
        label.add_lines(person.role, detail_size, Weight::Normal, 2);
    if (person.life != Life::Born)
        label.add_lines(state_of(person), detail_size, Weight::Normal, 3);
    else if (person.is_stand_in) {
        // Who is not known has no years either: one question mark says it.
    } else if (years == Years::Beside)
        label.add_lines(years_in_a_line(person), detail_size, Weight::Normal, 2);
    else {
        label.add_at({year_of_birth(person), {-4, -half - 4}, Anchor::End, detail_size, Weight::Normal});
        if (person.is_dead)
            label.add_at({person.died ? in_short(*person.died) : "?", {4, -half - 4}, Anchor::Start, detail_size, Weight::Normal});
    }
    if (person.is_go_to)
        label.add_lines("Ring out of hours" + (person.telephone.empty() ? " ?" : " " + person.telephone), detail_size, Weight::Bold, 3);
    const auto age = on && person.born && !person.is_dead ? age_on(*person.born, when(*on)) : std::nullopt;
    if (age && person.life == Life::Born)
        label.add_at({std::to_string(*age), {0, 4.5}, Anchor::Middle, 13, Weight::Normal});
    else if (person.life == Life::Born && person.gender == Gender::NotRecorded && !person.is_dead)
        label.add_at({"?", {0, 5}, Anchor::Middle, 14, Weight::Bold});
    return std::move(label).finish();
}

double edge_above(const Person& person, double half, double across) {
    across = std::min(std::abs(across), half);
    const bool is_triangle = person.life == Life::Unborn || person.life == Life::Miscarriage || person.life == Life::Termination;
    if (is_triangle)
        return half - 2 * across;
    switch (person.gender) {
    case Gender::Male: return half;
    case Gender::Female: return std::sqrt(half * half - across * across);
    case Gender::Other: return std::sqrt(half * half - across * across); // a flat foot and a round head
    case Gender::NotRecorded: return half - across;
    }
    return half;
}

double edge_below(const Person& person, double half, double across) {
    const bool is_triangle = person.life == Life::Unborn || person.life == Life::Miscarriage || person.life == Life::Termination;
    return is_triangle || person.gender == Gender::Other ? half : edge_above(person, half, across);
}

std::string words_of_union(const Union& one) {
    std::vector<std::string> parts;
    const auto add = [&](const char* letter, const std::optional<When>& date, bool is_said) {
        if (date)
            parts.push_back(std::string(letter) + " " + in_short(*date));
        else if (is_said)
            parts.push_back(std::string(letter) + " ?");
    };
    add("t.", one.together, false);
    add("m.", one.married, one.kind == UnionKind::Married);
    add("s.", one.separated, one.is_separated);
    add("d.", one.divorced, one.is_divorced);
    add("r.", one.reunited, one.is_reunited);
    if (parts.empty() && one.kind == UnionKind::NotKnown)
        return "?";
    return join(parts, ", ");
}

} // namespace lifestory::genogram
