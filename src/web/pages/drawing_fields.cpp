#include "web/pages/drawing_fields.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "genogram/kinship.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/documents.h"
#include "web/pages/people.h"
#include "web/pages/worker_fields.h"

namespace lifestory::web::pages {

namespace {

constexpr std::array<std::string_view, 11> presses{"mum", "dad", "brother", "sister", "nan", "grandad", "aunt", "uncle", "partner", "child", "friend"};
const Choosable ties{{"close", "close"}, {"very close", "very close"}, {"distant", "distant"}, {"stressful", "hard, stressful"},
                     {"hostile", "hostile"}, {"cut off", "they do not speak"}};
constexpr std::string_view nobody_named = "Name not known";

// Whom the child, who looks on, has been told of.
std::vector<const record::Person*> living(const access::OpenRecord& open) {
    const auto is_told = [&](const record::Person& person) {
        return !open.child->person || std::ranges::find(person.not_told, *open.child->person) == person.not_told.end();
    };
    std::vector<const record::Person*> all;
    for (const auto& one : open.family->people)
        if (!one.now().died && is_told(one.now()))
            all.push_back(&one.now());
    std::stable_partition(all.begin(), all.end(), [&](const auto* one) { return one->person == open.child->person; });
    return all;
}

std::string short_name(const record::Person& person) { return person.known_as.empty() ? split(person.full_name, ' ').front() : person.known_as; }

Choosable names(const access::OpenRecord& open) {
    Choosable all;
    for (const auto* person : living(open))
        all.emplace_back(person->person.hex(), person->person == open.child->person ? open.child->first_name() : person->full_name);
    return all;
}

std::string lines_around(const std::vector<record::AroundUs>& all) {
    std::vector<std::string> lines;
    for (const auto& one : all)
        lines.push_back(one.name + (one.how.empty() ? "" : ", " + one.how) + (one.whom.empty() ? "" : ", " + one.whom));
    return join(lines, "\n");
}

// What comes after the last comma, and is left out there then; empty where `is_it` says no.
template <class IsIt>
std::string taken_off(std::string& line, IsIt is_it) {
    const auto comma = line.rfind(',');
    const auto last = comma == std::string::npos ? std::string() : trim(line.substr(comma + 1));
    if (last.empty() || !is_it(last))
        return {};
    line = trim(line.substr(0, comma));
    return last;
}

std::string person_called(const access::OpenRecord& open, const std::string& name) {
    for (const auto* person : living(open))
        if (fold(name) == fold(person->full_name) || fold(name) == fold(short_name(*person)))
            return person->full_name;
    return {};
}

// "School, close", "Gym, close, Reece": how it is, if it is one of our words, and who finds it so, if it is somebody of the family.
std::vector<record::AroundUs> around_typed(const access::OpenRecord& open, const std::string& typed) {
    std::vector<record::AroundUs> all;
    for (const auto& line : split(typed, '\n')) {
        auto name = trim(line);
        const auto whom = taken_off(name, [&](const auto& last) { return !person_called(open, last).empty(); });
        const auto how = taken_off(name, [](const auto& last) { return genogram::tie_of(last).has_value(); });
        if (!name.empty())
            all.push_back({name, fold(how), whom.empty() ? std::string() : person_called(open, whom)});
    }
    return all;
}

// ---- the parts of the form

Html who_tells(const access::OpenRecord& open, const Asked& asked) {
    return tick_people(asked, "telling", "Who is telling?", "It is kept with each thing that is drawn. It stays as you leave it.", living(open));
}

Html add_somebody(const access::OpenRecord& open, const Asked& asked) {
    Html buttons;
    for (const auto word : presses) {
        Button press{Phrase(capital(std::string(word)))};
        press.name = "then";
        press.value = "add:" + std::string(word);
        press.classes = "govuk-button--secondary";
        buttons += button(press);
    }
    Checkboxes lives;
    lives.name = lives.id_prefix = "lives";
    lives.values = lines_of(field(asked.fields, "lives"));
    lives.classes = "govuk-checkboxes--small";
    lives.choices.push_back(Choice{});
    lives.choices.back()->words = "They live together";
    lives.choices.back()->value = "yes";
    auto same = field(asked.fields, "same") == "no" || std::ranges::any_of(asked.refusals, [](const Refusal& one) { return one.message.ends_with("Is it the same person?"); })
                    ? choose(asked, "same", "Is it the same person?", {{"no", "No, this is somebody else"}})
                    : Html();
    const auto number = open.record.hex();
    return html("<h2 class=\"govuk-heading-m\">Add somebody</h2>{}{}{}{}<p class=\"govuk-body\">Press who they are:</p><div class=\"app-draw__presses\">{}</div>"
                "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Somebody else, or more about them</a></p>"
                "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">A home, and who lives there</a></p>",
                pick(asked, "to", "Add them to", names(open)), short_box(asked, "name", "Their name", "Leave it empty when nobody knows it."), same,
                checkboxes(lives), buttons, path("/children/{}/people/new", number), path("/children/{}/people/homes/new", number));
}

Html press_of(std::string_view words, std::string_view then, std::string_view classes = "") {
    Button press{Phrase(words)};
    press.name = "then";
    press.value = then;
    press.classes = classes;
    return button(press);
}

Html add_tie(const access::OpenRecord& open, const Asked& asked) {
    const auto people = names(open);
    return html("<h2 class=\"govuk-heading-m\">How two of you get on</h2>{}{}{}{}", pick(asked, "tie-from", "Who?", people), pick(asked, "tie-to", "And who?", people),
                choose(asked, "tie", "They are", ties), press_of("Add the tie", "tie", "govuk-button--secondary"));
}

Html by_hand(const access::OpenRecord& open) {
    return html("<h2 class=\"govuk-heading-m\">Drawn by hand</h2><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"{}\">Put in a photo of a drawing</a></p>",
                put_in_drawing_path(open.record));
}

Html right_today(const access::OpenRecord& open, const Asked& asked) {
    Choosable night;
    for (auto& one : names(open))
        if (one.first != (open.child->person ? open.child->person->hex() : std::string()))
            night.push_back(std::move(one));
    const std::string hint = "One a line. After a comma how it is found, if you like: close, distant, hostile, stressful; and by whom, if not by " + open.child->first_name() + ": Boxing club, close, Nan.";
    return html("<h2 class=\"govuk-heading-m\">Around the family</h2>{}{}{}<h2 class=\"govuk-heading-m\">When everybody has had their say</h2>"
                "<p class=\"govuk-body\">It is kept that this drawing is right today, and who drew it together. It goes with the drawing.</p>{}",
                box(asked, "services", "Who helps from outside: school, a club, a nurse", hint), box(asked, "themes", "What is on your minds", hint),
                pick(asked, "at-night", "Whom to ring at night", night), press_of("This is right today", "right"));
}

} // namespace

desk::Fields drawing_fields(const access::OpenRecord& open, const http::Call& call, calendar::Day today) {
    if (call.form.has("form_number"))
        return typed_in(call);
    const auto kept = [&] {
        const auto* story = record::genogram_on(*open.child, today);
        return story ? record::genogram_in(*story) : record::KeptGenogram{};
    }();
    desk::Fields fields{{"services", lines_around(kept.services)}, {"themes", lines_around(kept.themes)}};
    fields["at-night"] = kept.at_night ? kept.at_night->hex() : "";
    fields["to"] = std::string(call.request.query.get("to"));
    if (fields["to"].empty() && open.child->person)
        fields["to"] = open.child->person->hex();
    fields["lives"] = call.request.query.get("lives") == "yes" ? "yes" : "";
    fields["telling"] = join(split(std::string(call.request.query.get("telling")), '.'), "\n");
    fields["tie-from"] = open.child->person ? open.child->person->hex() : "";
    return fields;
}

Html drawing_form(const access::OpenRecord& open, const Asked& asked, const Html& lately) {
    // Return in the box of the name presses nobody's button by chance: it says that one is missing.
    auto first = html("<button class=\"govuk-visually-hidden\" name=\"then\" value=\"\" tabindex=\"-1\" aria-hidden=\"true\">Add</button>");
    return first + html("<div class=\"app-draw__form\"><div>{}{}{}</div><div>{}{}</div><div>{}</div></div>", who_tells(open, asked), add_somebody(open, asked), lately,
                        add_tie(open, asked), by_hand(open), right_today(open, asked));
}

std::vector<std::string> telling(const access::OpenRecord& open, const desk::Fields& fields) {
    std::vector<std::string> all;
    for (const auto& number : ticked_people(fields, "telling"))
        if (const auto* person = open.family->person(number))
            all.push_back(person->full_name);
    return all;
}

std::string left_as_it_was(const access::OpenRecord& open, const desk::Fields& fields) {
    std::vector<std::string> numbers;
    for (const auto& number : ticked_people(fields, "telling"))
        if (open.family->person(number))
            numbers.push_back(number.hex());
    return join(numbers, ".");
}

Drawn drawn_person(const access::OpenRecord& open, const http::Call& call, const desk::Fields& fields, const std::string& kind, calendar::Day today) {
    const auto said_by = in_a_row(telling(open, fields));
    Drawn drawn;
    drawn.person.person = PersonNumber::from_bytes(number_of_form(call, "person"));
    drawn.person.full_name = trim(field(fields, "name"));
    if (drawn.person.full_name.empty())
        drawn.person.full_name = nobody_named;
    drawn.person.said_by = drawn.tie.told_by = said_by;
    const auto to = PersonNumber::parse(field(fields, "to"));
    drawn.tie.from = drawn.person.person;
    drawn.tie.to = to ? *to : PersonNumber{};
    drawn.tie.kind = kind;
    const auto* other = open.family->person(drawn.tie.to);
    if (field(fields, "lives") != "yes" || !other)
        return drawn;
    if (const auto* home = open.family->household_of(drawn.tie.to, today))
        drawn.home = *home;
    else
        drawn.home = record::Household{to_hex(number_of_form(call, "home")), possessive(short_name(*other)) + " home", "", {drawn.tie.to}, {}, {}, {}, ""};
    drawn.home->members.push_back(drawn.person.person);
    drawn.home->said_by = said_by;
    return drawn;
}

record::Relationship drawn_tie(const access::OpenRecord& open, const desk::Fields& fields) {
    record::Relationship tie;
    if (const auto from = PersonNumber::parse(field(fields, "tie-from")))
        tie.from = *from;
    if (const auto to = PersonNumber::parse(field(fields, "tie-to")))
        tie.to = *to;
    tie.kind = is_among(ties, field(fields, "tie")) ? field(fields, "tie") : "";
    tie.told_by = in_a_row(telling(open, fields));
    return tie;
}

record::KeptGenogram kept_genogram(const access::OpenRecord& open, const desk::Fields& fields) {
    record::KeptGenogram kept;
    kept.with = telling(open, fields);
    kept.services = around_typed(open, field(fields, "services"));
    kept.themes = around_typed(open, field(fields, "themes"));
    if (const auto number = PersonNumber::parse(field(fields, "at-night")))
        kept.at_night = *number;
    return kept;
}

} // namespace lifestory::web::pages
