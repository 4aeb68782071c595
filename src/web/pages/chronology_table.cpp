#include "web/pages/chronology_table.h"

#include <algorithm>

#include "base/text.h"
#include "calendar/london.h"
#include "web/pages/about_child.h"

namespace lifestory::web::pages {

namespace {

using chronology::Row;

Html cell(std::string_view label, const Html& words) { return html("<td class=\"govuk-table__cell\" role=\"cell\" data-label=\"{}\">{}</td>", label, words); }

Html link_to(const access::OpenRecord& open, const chronology::Source& source, std::string_view words) {
    return html("<a class=\"govuk-link\" href=\"{}\">{}<span class=\"govuk-visually-hidden\"> of {}</span></a>", source_path(open.record, source), words,
                calendar::in_words(source.day));
}

// Each row opens its entry; a group all of them.
Html sources_of(const ChronologyTable& table, const Row& row) {
    Html all;
    if (row.sources.size() == 1)
        all = link_to(table.open, row.sources.front(), row.sources.front().name);
    else {
        for (const auto& source : row.sources)
            all += html("<li><a class=\"govuk-link\" href=\"{}\">{}, {}</a></li>", source_path(table.open.record, source), source.name,
                        calendar::in_words(source.day));
        all = html("<ul class=\"govuk-list app-chronology__sources\">{}</ul>", all);
    }
    if (!row.agency.empty())
        all += html("<br><strong>From {}</strong>", row.agency);
    if (row.written_later)
        all += html("<br><span class=\"app-quiet\">Written later, {}</span>", calendar::in_words(*row.written_later));
    if (table.may_tell)
        all += html("<br><a class=\"govuk-link app-off-paper\" href=\"{}\">Change this line<span class=\"govuk-visually-hidden\">: {}, {}</span></a>",
                    row_path(table.open.record, row.entry), row.what, when_of(row));
    return all;
}

// A row that says little asks for its meaning where the meaning is missing.
Html meaning_of(const ChronologyTable& table, const Row& row) {
    if (!row.meant.empty() || !table.may_tell)
        return html("{}", row.meant);
    return html("<a class=\"govuk-link app-off-paper\" href=\"{}\">Say what it meant<span class=\"govuk-visually-hidden\"> for {}: {}, {}</span></a>",
                row_path(table.open.record, row.entry), table.open.child->first_name(), row.what, when_of(row));
}

Html row_of(const ChronologyTable& table, const Row& row) {
    const auto age = age_then(*table.open.child, row);
    auto head = html("<th scope=\"row\" class=\"govuk-table__header\" role=\"rowheader\">{}</th>{}", when_of(row), cell("Age then", html("{}", age)));
    auto words = cell("What happened", html("{}", row.what));
    if (table.columns == Columns::All)
        words += cell("What it meant for " + table.open.child->first_name(), meaning_of(table, row)) + cell("What was done", html("{}", row.done));
    return html("<tr class=\"govuk-table__row\" role=\"row\">{}{}{}</tr>", head, words, cell("Source", sources_of(table, row)));
}

int columns_of(const ChronologyTable& table) { return table.columns == Columns::All ? 6 : 4; }

Html gap_row(const ChronologyTable& table, const chronology::Gap& gap) {
    return html("<tr class=\"govuk-table__row app-chronology__gap\" role=\"row\"><td class=\"govuk-table__cell\" role=\"cell\" colspan=\"{}\">{}</td></tr>",
                columns_of(table), gap_words(gap, table.open.child->first_name()));
}

std::string group_of(const ChronologyTable& table, const Row& row) {
    if (table.by_theme)
        return row.theme.empty() ? "Everything else" : capital(row.theme);
    return std::to_string(calendar::year_of(row.day));
}

Html head_of(const ChronologyTable& table) {
    Html heads;
    auto add = [&](std::string_view words) { heads += html("<th scope=\"col\" class=\"govuk-table__header\" role=\"columnheader\">{}</th>", words); };
    add("Date");
    add("Age then");
    add("What happened");
    if (table.columns == Columns::All) {
        add("What it meant for " + table.open.child->first_name());
        add("What was done");
    }
    add("Source");
    return html("<thead class=\"govuk-table__head\" role=\"rowgroup\"><tr class=\"govuk-table__row\" role=\"row\">{}</tr></thead>", heads);
}

} // namespace

Html chronology_table(const ChronologyTable& table) {
    Html groups, rows;
    std::string group;
    auto close = [&] {
        if (!rows.empty())
            groups += html("<tbody class=\"govuk-table__body\" role=\"rowgroup\"><tr class=\"app-chronology__group\" role=\"row\"><th scope=\"rowgroup\" "
                           "role=\"rowheader\" colspan=\"{}\">{}</th></tr>{}</tbody>",
                           columns_of(table), group, rows);
        rows = Html();
    };
    auto gap = table.gaps.begin();
    for (const auto* row : table.rows) {
        Html before;
        for (; gap != table.gaps.end() && gap->from <= row->day; ++gap)
            before += gap_row(table, *gap);
        rows += before; // it began in the year of the rows above it
        if (auto next = group_of(table, *row); next != group) {
            close();
            group = next;
        }
        rows += row_of(table, *row);
    }
    for (; gap != table.gaps.end(); ++gap)
        rows += gap_row(table, *gap);
    close();
    return html("<table class=\"govuk-table app-chronology\" role=\"table\"><caption class=\"govuk-table__caption govuk-visually-hidden\">Chronology of "
                "{}</caption>{}{}</table>",
                table.open.child->first_name(), head_of(table), groups);
}

Html rows_for_child(const record::Child& child, const std::vector<const Row*>& rows, int heading_level) {
    Html all;
    for (const auto* row : rows) {
        const auto age = age_then(child, *row);
        const auto heading = when_of(*row) + (age.empty() ? std::string() : ", you were " + age);
        all += html("<section class=\"app-chronology__told\">{}<p class=\"govuk-body\">{}</p>{}</section>",
                    heading_level == 2 ? html("<h2 class=\"govuk-heading-m\">{}</h2>", heading) : html("<h3 class=\"govuk-heading-s\">{}</h3>", heading), row->what,
                    row->meant.empty() ? Html() : html("<p class=\"govuk-body\">{}</p>", row->meant));
    }
    return all;
}

} // namespace lifestory::web::pages
