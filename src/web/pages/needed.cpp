#include "web/pages/needed.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "record/chronology.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/beside_entry.h"
#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

namespace {

bool is_of_the_chronology(const policy::Need& need) {
    return std::ranges::any_of(need.what, [](const auto& what) { return what.id == record::chronology_type; });
}

std::string name_of(const House& house, const policy::Trigger& what) {
    const auto* type = house.pack().record_type(what.id);
    return type ? type->name : what.id;
}

std::string names_of(const House& house, const policy::Need& need) {
    std::vector<std::string> names;
    for (const auto& what : need.what)
        names.push_back("“" + name_of(house, what) + "”");
    return join(names, " or ");
}

// Those that this caller may write.
Html ways_to_write(const House& house, const access::OpenRecord& open, const policy::Need& need) {
    Html ways;
    for (const auto& what : need.what)
        if (house.pack().record_type(what.id) && open.may(access::Act::Write, on_type(house, what.id)))
            ways += html(" <a class=\"govuk-link\" href=\"{}\">Write it<span class=\"govuk-visually-hidden\">: {}</span></a>",
                         path("/children/{}/note?type={}", open.record.hex(), what.id), name_of(house, what));
    return ways;
}

Html line_of(const House& house, const access::OpenRecord& open, const Needed& one) {
    if (is_of_the_chronology(*one.need))
        return html("<li>The chronology is to be read through first. <a class=\"govuk-link\" href=\"{}\">{} chronology</a></li>", chronology_path(open.record),
                    possessive(open.child->first_name()));
    if (one.need->for_each.empty())
        return html("<li>Not written yet: {}.{}</li>", names_of(house, *one.need), ways_to_write(house, open, *one.need));
    Html rows;
    for (const auto& entry : one.of)
        if (const auto* story = open.child->find(entry))
            rows += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a></li>", path("/children/{}/entries/{}", open.record.hex(), story->entry.id.hex()),
                         capital(story->name()), calendar::in_words(story->day()));
    return html("<li>Not written yet of each of these: {}.<ul class=\"govuk-list govuk-list--bullet\">{}</ul></li>", names_of(house, *one.need), rows);
}

} // namespace

std::vector<Needed> needed_before(const House& house, const Judged& judged, std::string_view record_type, std::string_view moment) {
    const auto* type = house.pack().record_type(std::string(record_type));
    const auto now = circumstances(house, judged, house.today());
    std::vector<Needed> all;
    if (type)
        for (const auto* need : policy::missing_needs(*type, moment, now))
            all.push_back({need, policy::still_needed_by(*need, now)});
    return all;
}

Html what_is_needed(const House& house, const access::OpenRecord& open, const std::vector<Needed>& needed) {
    Html must, should;
    for (const auto& one : needed)
        (one.need->force == policy::Force::Must ? must : should) += line_of(house, open, one);
    auto part = [](std::string_view title, const Html& lines) {
        return lines.empty() ? Html() : html("<p><strong>{}</strong></p><ul class=\"govuk-list govuk-list--bullet\">{}</ul>", title, lines);
    };
    auto words = part("This comes first:", must) + part("Look at this before:", should);
    return words.empty() ? Html() : html("<div id=\"needs\">{}</div>", inset_text({words, {}, {}, {}}));
}

Refusals refused_for(const House& house, const std::vector<Needed>& needed) {
    Refusals all;
    for (const auto& one : needed)
        if (one.need->force == policy::Force::Must) {
            auto what = is_of_the_chronology(*one.need) ? std::string("Read the chronology through first") : "First write " + names_of(house, *one.need);
            all.push_back(refuse("needs", std::move(what), "needs", one.need->clauses.empty() ? "" : one.need->clauses.front()));
        }
    return all;
}

} // namespace lifestory::web::pages
