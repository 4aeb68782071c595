// The markup of summary lists and cards, tables and pagination, as GOV.UK Frontend 6 writes it.
#include "web/html/lists.h"

#include <algorithm>

#include "web/html/blocks.h"
#include "web/html/parts.h"

namespace lifestory::web {

namespace {

Html action_link(const Action& action, const Phrase& card_title) {
    Html spoken;
    if (!action.spoken_after.empty())
        spoken += html(" {}", action.spoken_after);
    if (!card_title.empty())
        spoken += html(" ({})", card_title);
    if (!spoken.empty())
        spoken = html("<span class=\"govuk-visually-hidden\">{}</span>", spoken);
    return html("<a class=\"{}\" href=\"{}\"{}>{}{}</a>", spaced("govuk-link", action.classes), action.href,
                action.attributes, action.words, spoken);
}

Html row_actions(const SummaryRow& row, const Phrase& card_title) {
    if (!row.actions || row.actions->empty())
        return {};
    Html inner;
    if (row.actions->size() == 1) {
        inner = action_link(row.actions->front(), card_title);
    } else {
        for (const auto& action : *row.actions)
            inner += html("<li class=\"govuk-summary-list__actions-list-item\">{}</li>",
                          action_link(action, card_title));
        inner = html("<ul class=\"govuk-summary-list__actions-list\">{}</ul>", inner);
    }
    return html("<dd class=\"{}\">{}</dd>", spaced("govuk-summary-list__actions", row.actions_classes),
                inner);
}

enum class AnyActions { No, Yes };

Html summary_row(const SummaryRow& row, AnyActions any, const Phrase& card_title) {
    auto without = any == AnyActions::Yes && !row.actions ? "govuk-summary-list__row--no-actions" : "";
    return html("<div class=\"{}\"><dt class=\"{}\">{}</dt><dd class=\"{}\">{}</dd>{}</div>",
                spaced(spaced("govuk-summary-list__row", without), row.classes),
                spaced("govuk-summary-list__key", row.key.classes), row.key.words,
                spaced("govuk-summary-list__value", row.value.classes), row.value.words,
                row_actions(row, card_title));
}

Html card_actions(const SummaryCard& card) {
    auto classes = spaced("govuk-summary-card__actions", card.actions_classes);
    if (card.actions.empty())
        return {};
    if (card.actions.size() == 1)
        return html("<div class=\"{}\">{}</div>", classes, action_link(card.actions.front(), card.title));
    Html items;
    for (const auto& action : card.actions)
        items += html("<li class=\"govuk-summary-card__action\">{}</li>", action_link(action, card.title));
    return html("<ul class=\"{}\">{}</ul>", classes, items);
}

Attributes spans(const Cell& cell) {
    Attributes rest;
    rest.add_if(cell.colspan > 0, "colspan", std::to_string(cell.colspan));
    rest.add_if(cell.rowspan > 0, "rowspan", std::to_string(cell.rowspan));
    return rest.add(cell.attributes);
}

std::string classes_of(std::string_view stem, const Cell& cell) {
    std::string format = cell.format.empty() ? "" : std::string(stem) + "--" + cell.format;
    return spaced(spaced(stem, format), cell.classes);
}

Html table_row(const std::vector<Cell>& cells, FirstCell first) {
    Html out;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto& cell = cells[i];
        if (i == 0 && first == FirstCell::Header)
            out += html("<th scope=\"row\" class=\"{}\"{}>{}</th>",
                        spaced("govuk-table__header", cell.classes), spans(cell), cell.words);
        else
            out += html("<td class=\"{}\"{}>{}</td>", classes_of("govuk-table__cell", cell), spans(cell),
                        cell.words);
    }
    return html("<tr class=\"govuk-table__row\">{}</tr>", out);
}

Html table_head(const std::vector<Cell>& cells) {
    Html out;
    for (const auto& cell : cells)
        out += html("<th scope=\"col\" class=\"{}\"{}>{}</th>", classes_of("govuk-table__header", cell),
                    spans(cell), cell.words);
    return html("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">{}</tr></thead>", out);
}

enum class Way { Previous, Next };

Html way_arrow(Way way) {
    if (way == Way::Previous)
        return html("<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" "
                    "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
                    "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m6.5938-0.0078125-6.7266 6.7266 "
                    "6.7441 6.4062 "
                    "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>");
    return html(
        "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" "
        "xmlns=\"http://www.w3.org/2000/svg\" height=\"13\" width=\"15\" aria-hidden=\"true\" "
        "focusable=\"false\" viewBox=\"0 0 15 13\"><path d=\"m8.107-0.0078125-1.4136 1.414 4.2926 "
        "4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z\"></path></svg>");
}

enum class Shape { Block, Numbers };

Html way_words(const PageLink& link, Way way) {
    if (!link.words.empty())
        return link.words.html();
    return html("{}<span class=\"govuk-visually-hidden\"> page</span>",
                way == Way::Previous ? "Previous" : "Next");
}

Html way_link(const std::optional<PageLink>& link, Way way, Shape shape) {
    if (!link)
        return {};
    std::string name = way == Way::Previous ? "prev" : "next";
    bool is_block = shape == Shape::Block;
    std::string decorated =
        is_block && link->label_text.empty() ? "govuk-pagination__link-title--decorated" : "";
    Html label;
    if (is_block && !link->label_text.empty())
        label = html("<span class=\"govuk-visually-hidden\">:</span> <span "
                     "class=\"govuk-pagination__link-label\">{}</span>",
                     link->label_text);
    bool is_first = is_block || way == Way::Previous;
    return html(
        "<div class=\"{}\"><a class=\"govuk-link govuk-pagination__link\" href=\"{}\" rel=\"{}\"{}>{} "
        "<span class=\"{}\">{}</span> {}{}</a></div>",
        "govuk-pagination__" + name, link->href, name, link->attributes, is_first ? way_arrow(way) : Html(),
        spaced("govuk-pagination__link-title", decorated), way_words(*link, way), label,
        is_first ? Html() : way_arrow(way));
}

Html page_number(const PageNumber& page) {
    if (page.is_gap)
        return html(
            "<li class=\"{}\">\u22ef</li>",
            spaced(spaced("govuk-pagination__item", page.is_current ? "govuk-pagination__item--current" : ""),
                   "govuk-pagination__item--ellipsis"));
    auto rest = Attributes().add("aria-label", page.spoken.empty() ? "Page " + page.number : page.spoken);
    rest.add_if(page.is_current, "aria-current", "page").add(page.attributes);
    return html("<li class=\"{}\"><a class=\"govuk-link govuk-pagination__link\" href=\"{}\"{}>{}</a></li>",
                spaced("govuk-pagination__item", page.is_current ? "govuk-pagination__item--current" : ""),
                page.href, rest, page.number);
}

} // namespace

Html summary_card(const SummaryCard& card, const Html& content) {
    Html title;
    if (!card.title.empty())
        title =
            heading(card.heading_level, spaced("govuk-summary-card__title", card.title_classes), card.title);
    return html("<div class=\"{}\"{}><div class=\"govuk-summary-card__title-wrapper\">{}{}</div>"
                "<div class=\"govuk-summary-card__content\">{}</div></div>",
                spaced("govuk-summary-card", card.classes), card.attributes, title, card_actions(card),
                content);
}

Html summary_list(const SummaryList& given) {
    auto has_actions = [](const SummaryRow& row) { return row.actions && !row.actions->empty(); };
    auto any =
        std::any_of(given.rows.begin(), given.rows.end(), has_actions) ? AnyActions::Yes : AnyActions::No;
    Html rows;
    for (const auto& row : given.rows)
        rows += summary_row(row, any, given.card ? given.card->title : Phrase());
    auto list = html("<dl class=\"{}\"{}>{}</dl>", spaced("govuk-summary-list", given.classes),
                     given.attributes, rows);
    return given.card ? summary_card(*given.card, list) : list;
}

Html table(const Table& given) {
    Html inner;
    if (!given.caption.empty())
        inner += html("<caption class=\"{}\">{}</caption>",
                      spaced("govuk-table__caption", given.caption_classes), given.caption);
    if (given.head)
        inner += table_head(*given.head);
    Html rows;
    for (const auto& row : given.rows)
        rows += table_row(row, given.first_cell);
    return html("<table class=\"{}\"{}>{}<tbody class=\"govuk-table__body\">{}</tbody></table>",
                spaced("govuk-table", given.classes), given.attributes, inner, rows);
}

Html pagination(const Pagination& given) {
    auto shape = !given.numbers && (given.next || given.previous) ? Shape::Block : Shape::Numbers;
    Html numbers;
    if (given.numbers) {
        for (const auto& page : *given.numbers)
            numbers += page_number(page);
        numbers = html("<ul class=\"govuk-pagination__list\">{}</ul>", numbers);
    }
    auto classes = spaced(shape == Shape::Block ? "govuk-pagination--block" : "", given.classes);
    return html("<nav class=\"{}\" aria-label=\"{}\"{}>{}{}{}</nav>", spaced("govuk-pagination", classes),
                given.landmark, given.attributes, way_link(given.previous, Way::Previous, shape), numbers,
                way_link(given.next, Way::Next, shape));
}

} // namespace lifestory::web
