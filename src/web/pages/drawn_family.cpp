#include "web/pages/drawn_family.h"

#include <algorithm>

#include "base/text.h"
#include "genogram/ecomap.h"
#include "genogram/from_record.h"
#include "genogram/kinship.h"
#include "record/genogram.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"

namespace lifestory::web::pages {

namespace {

// Who worked with the child on that day, by name, with their job and team; the same worker once.
std::vector<genogram::Around> workers_on(const access::OpenRecord& open, calendar::Day day) {
    std::vector<genogram::Around> all;
    for (const auto* allocation : open.child->allocated_on(day)) {
        genogram::Around one;
        one.id = allocation->worker.hex();
        one.name = allocation->full_name;
        if (auto author = open.authority->author_on(allocation->worker, day))
            one.words = author->team.empty() ? author->designation : author->designation + ", " + author->team;
        if (std::ranges::find(all, one.id, &genogram::Around::id) == all.end())
            all.push_back(std::move(one));
    }
    return all;
}

// What was said at the table when it was drawn together: services and themes, each as the child finds it, and whom to ring at night.
std::optional<PersonNumber> who_finds_it(const record::Family& family, const record::AroundUs& one, const std::optional<PersonNumber>& child) {
    if (one.whom.empty())
        return child;
    for (const auto& person : family.people)
        if (person.now().full_name == one.whom)
            return person.now().person;
    return std::nullopt;
}

void add_kept(genogram::AsRecorded& as, const record::Family& family, const record::KeptGenogram& kept) {
    as.go_to = kept.at_night;
    const auto add = [&](const std::vector<record::AroundUs>& all, genogram::AroundKind kind, std::string_view begins) {
        for (const auto& one : all) {
            genogram::Around around;
            around.id = std::string(begins) + fold(one.name);
            around.kind = kind;
            around.name = one.name;
            const auto whom = who_finds_it(family, one, as.focus);
            if (const auto tie = genogram::tie_of(one.how); tie && whom)
                as.ties.push_back({*whom, as.around.size(), *tie, genogram::Direction::Neither});
            as.around.push_back(std::move(around));
        }
    };
    add(kept.services, genogram::AroundKind::Service, "service ");
    add(kept.themes, genogram::AroundKind::Theme, "theme ");
}

genogram::AsRecorded as_recorded(const access::OpenRecord& open, calendar::Day day) {
    genogram::AsRecorded as;
    as.on = day;
    as.focus = open.child->person;
    as.around = workers_on(open, day);
    if (const auto* kept = record::genogram_on(*open.child, day))
        add_kept(as, *open.family, record::genogram_in(*kept));
    return as;
}

} // namespace

desk::Fields family_fields(const http::Fields& query) {
    auto fields = clean_fields(query);
    if (auto day = calendar::parse_day(field(fields, "on")))
        put_day(fields, "on", *day);
    return fields;
}

FamilyView view_of(const desk::Fields& fields) {
    const auto view = field(fields, "view");
    return view == "ecomap" ? FamilyView::Ecomap : view == "words" ? FamilyView::Words : FamilyView::Genogram;
}

DrawnFor drawn_for(const desk::Fields& fields) { return field(fields, "for") == "child" ? DrawnFor::Child : DrawnFor::Workers; }

Result<FamilyAsked> family_asked(const access::OpenRecord& open, const desk::Fields& fields, calendar::Day today) {
    const auto on = TRY(read_day(fields, "on"));
    if (!on && !field(fields, "on").empty())
        return refuse("not-a-day", "Write the day, the month and the year in figures, like 23 12 2026", "on.day");
    const auto day = on.value_or(today);
    if (day > today)
        return refuse("to-come", "This day has not come yet; give today or an earlier day", "on.day");
    if (const auto born = open.child->born(); born && day < *born)
        return refuse("before-birth", open.child->first_name() + " was born on " + calendar::in_words(*born) + "; give that day or a later one", "on.day");
    return FamilyAsked{day, view_of(fields), drawn_for(fields)};
}

Result<DrawnFamily> drawn_family(const access::OpenRecord& open, const FamilyAsked& asked) {
    DrawnFamily drawn;
    drawn.asked = asked;
    drawn.revision = static_cast<int>(open.family->length);
    drawn.family = TRY(genogram::family_from(*open.family, as_recorded(open, asked.on)));
    if (asked.drawn_for == DrawnFor::Child) {
        auto version = genogram::for_child(drawn.family);
        drawn.family = std::move(version.family);
        drawn.left_out = std::move(version.note);
    }
    return drawn;
}

std::size_t people_in(const genogram::Family& family) {
    return static_cast<std::size_t>(std::ranges::count(family.people, false, &genogram::Person::is_stand_in));
}

std::string drawn_with(const access::OpenRecord& open, calendar::Day on) {
    const auto* kept = record::genogram_on(*open.child, on);
    return kept ? "Drawn with " + in_a_row(record::genogram_in(*kept).with) + " on " + calendar::in_words(kept->day()) : std::string();
}

std::string title_of_drawing(const access::OpenRecord& open, FamilyView view) {
    return view == FamilyView::Ecomap ? "Around " + open.child->name() : possessive(open.child->name()) + " family";
}

std::string drawing_of(const access::OpenRecord& open, const DrawnFamily& drawn, genogram::Paper paper) {
    genogram::Heading heading;
    heading.title = title_of_drawing(open, drawn.asked.view);
    heading.on = drawn.asked.on;
    heading.revision = drawn.revision;
    heading.paper = paper;
    heading.drawn_with = drawn_with(open, drawn.asked.on);
    return drawn.asked.view == FamilyView::Ecomap ? genogram::draw_ecomap(drawn.family, heading) : genogram::draw_genogram(drawn.family, heading);
}

} // namespace lifestory::web::pages
