#include "web/pages/chronology_together.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "chronology/together.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/child.h"
#include "web/pages/chronology.h"
#include "web/pages/done.h"
#include "web/pages/owed.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;

std::string name_of(const record::Person& person) { return split(person.known_as.empty() ? person.full_name : person.known_as, ' ').front(); }

bool is_chosen(const Call& call, const record::Person& person) {
    const auto all = call.request.query.all("with");
    return std::ranges::find(all, person.child->hex()) != all.end();
}

Together together(const House& house, const Call& call, const access::OpenRecord& open) {
    std::vector<RecordNumber> chosen;
    for (const auto* person : could_be_together(house, call.caller<Caller>(), open))
        if (is_chosen(call, *person))
            chosen.push_back(*person->child);
    return together_with(house, call.caller<Caller>(), open, chosen);
}

Html chooser(const House& house, const Call& call, const access::OpenRecord& open) {
    Checkboxes boxes;
    boxes.name = boxes.id_prefix = "with";
    boxes.fieldset = Fieldset{{Phrase("Beside " + open.child->first_name()), "govuk-fieldset__legend--s", false}, {}, {}, {}, {}, {}};
    for (const auto* person : could_be_together(house, call.caller<Caller>(), open)) {
        Choice choice;
        choice.words = name_of(*person);
        choice.value = person->child->hex();
        boxes.choices.push_back(choice);
        if (is_chosen(call, *person))
            boxes.values.push_back(choice.value);
    }
    Filter filter;
    filter.action = chronology_path(open.record, "together");
    filter.fields = checkboxes(boxes);
    return web::filter(filter);
}

Html cell(std::string_view label, const Html& words) { return html("<td class=\"govuk-table__cell\" role=\"cell\" data-label=\"{}\">{}</td>", label, words); }

// "Tilly, 11; Reece, 14", and of each what it meant, where anybody said so.
Html row_of(const Together& all, const chronology::JointRow& row) {
    Html who, meant, sources;
    for (const auto& part : row.parts) {
        const auto& child = all.children[part.child];
        const auto name = child.child->first_name(), age = age_then(*child.child, *part.row);
        who += html("{}{}{}", who.empty() ? "" : "; ", name, age.empty() ? "" : ", " + age);
        if (!part.row->meant.empty())
            meant += html("<p class=\"govuk-body\">For {}: {}</p>", name, part.row->meant);
        for (const auto& source : part.row->sources)
            sources += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}<span class=\"govuk-visually-hidden\">, {}</span></a></li>",
                            source_path(child.record, source), source.name, name, calendar::in_words(source.day));
    }
    return html("<tr class=\"govuk-table__row\" role=\"row\"><th scope=\"row\" class=\"govuk-table__header\" role=\"rowheader\">{}</th>{}{}{}{}{}</tr>",
                when_of(row.first()), cell("Who, and age then", who), cell("What happened", html("{}", row.first().what)), cell("What it meant", meant),
                cell("What was done", html("{}", row.first().done)), cell("Source", html("<ul class=\"govuk-list app-chronology__sources\">{}</ul>", sources)));
}

Html table_of(const Together& all) {
    Html heads, rows;
    for (const auto* words : {"Date", "Who, and age then", "What happened", "What it meant", "What was done", "Source"})
        heads += html("<th scope=\"col\" class=\"govuk-table__header\" role=\"columnheader\">{}</th>", words);
    for (const auto& row : chronology::rows_together(all.chronologies))
        rows += row_of(all, row);
    if (rows.empty())
        return html("<p class=\"govuk-body\">No important events yet. Tick important event when you sign.</p>");
    return html("<table class=\"govuk-table app-chronology\" role=\"table\"><caption class=\"govuk-table__caption govuk-visually-hidden\">Chronology of "
                "several children</caption>"
                "<thead class=\"govuk-table__head\" role=\"rowgroup\"><tr class=\"govuk-table__row\" role=\"row\">{}</tr></thead><tbody "
                "class=\"govuk-table__body\" role=\"rowgroup\">{}</tbody></table>",
                heads, rows);
}

Html whose_file(const Together& all) {
    const auto name = all.children.front().child->first_name();
    if (all.children.size() == 1)
        return html("<p class=\"govuk-body\">Choose who stands beside {}. This opens their record too, and they can see that you looked.</p>", name);
    Html others;
    for (auto child = all.children.begin() + 1; child != all.children.end(); ++child)
        others += html("{}<a class=\"govuk-link\" href=\"{}\">{}</a>", others.empty() ? "" : ", ", chronology_path(child->record),
                       possessive(child->child->first_name()) + " own chronology");
    return html("<p class=\"govuk-body\">This stands on {} file. What happened to one child alone is in that child's own: {}.</p>", possessive(name), others);
}

Response show_together(const House& house, const Call& call) {
    auto open = open_child(house, call);
    if (!open || !sees_all(*open) || could_be_together(house, call.caller<Caller>(), *open).empty())
        return not_found(house);
    const auto& caller = call.caller<Caller>();
    const auto all = together(house, call, *open);
    std::vector<std::string> names;
    for (const auto& child : all.children)
        names.push_back(child.child->first_name());
    auto frame = child_frame(house, caller, *open, "Chronology of " + in_a_row(names));
    frame.act = "Chronology, several children";
    frame.back = BackLink{chronology_path(open->record), possessive(open->child->first_name()) + " chronology"};
    frame.print = print_frame(house, caller, *open, "Chronology of " + in_a_row(names));
    return shown(frame, chooser(house, call, *open) + whose_file(all) + table_of(all));
}

} // namespace

Together together_with(const House& house, const Caller& caller, const access::OpenRecord& open, const std::vector<RecordNumber>& others) {
    Together all{{open}, {}};
    for (const auto& number : others)
        if (auto other = house.door.open(caller.visitor, number, std::nullopt, house.now()); other && sees_all(*other))
            all.children.push_back(std::move(*other));
    for (const auto& child : all.children)
        all.chronologies.push_back(chronology_of(house, child, judge(house, child)));
    return all;
}

std::vector<const record::Person*> could_be_together(const House& house, const Caller& caller, const access::OpenRecord& open) {
    std::vector<const record::Person*> others;
    for (const auto* person : open.family->children())
        if (*person->child != open.record && house.door.may_open(caller.visitor, *person->child, house.now()))
            others.push_back(person);
    return others;
}

std::vector<http::Route> chronology_together_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/children/{child}/chronology/together", http::Reach::Worker, to(show_together)}};
}

} // namespace lifestory::web::pages
