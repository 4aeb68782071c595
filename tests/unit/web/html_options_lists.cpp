#include "unit/web/html_options.h"

namespace lifestory::web {

namespace {

std::vector<Action> actions_in(const JsonObject& options) {
    std::vector<Action> actions;
    for (const auto* item : objects_in(part_of(options, "actions"), "items"))
        actions.push_back({.href = link_in(*item),
                           .words = phrase_in(*item),
                           .spoken_after = words_in(*item, "visuallyHiddenText"),
                           .classes = words_in(*item, "classes"),
                           .attributes = attributes_in(*item)});
    return actions;
}

SummaryRow row_in(const JsonObject& given) {
    const auto& key = part_of(given, "key");
    const auto& value = part_of(given, "value");
    SummaryRow row{.key = {phrase_in(key), words_in(key, "classes")},
                   .value = {phrase_in(value), words_in(value, "classes")},
                   .classes = words_in(given, "classes")};
    if (part_of(given, "actions").contains("items"))
        row.actions = actions_in(given);
    row.actions_classes = words_in(part_of(given, "actions"), "classes");
    return row;
}

Html render_summary_list(const JsonObject& options) {
    SummaryList given{.classes = words_in(options, "classes"), .attributes = attributes_in(options)};
    for (const auto* row : objects_in(options, "rows"))
        if (row)
            given.rows.push_back(row_in(*row));
    if (!has(options, "card"))
        return summary_list(given);
    const auto& card = part_of(options, "card");
    const auto& title = part_of(card, "title");
    given.card = SummaryCard{.title = phrase_in(title),
                             .heading_level = static_cast<int>(number_in(title, "headingLevel").value_or(2)),
                             .title_classes = words_in(title, "classes"),
                             .classes = words_in(card, "classes"),
                             .actions = actions_in(card),
                             .actions_classes = words_in(part_of(card, "actions"), "classes"),
                             .attributes = attributes_in(card)};
    return summary_list(given);
}

Cell cell_in(const JsonObject& given) {
    return {.words = phrase_in(given),
            .format = words_in(given, "format"),
            .classes = words_in(given, "classes"),
            .colspan = static_cast<int>(number_in(given, "colspan").value_or(0)),
            .rowspan = static_cast<int>(number_in(given, "rowspan").value_or(0)),
            .attributes = attributes_in(given)};
}

std::vector<Cell> cells_in(const JsonArray& given) {
    std::vector<Cell> cells;
    for (const auto& cell : given)
        if (const auto* object = cell.if_object())
            cells.push_back(cell_in(*object));
    return cells;
}

Html render_table(const JsonObject& options) {
    Table given{.caption = words_in(options, "caption"),
                .caption_classes = words_in(options, "captionClasses")};
    if (const auto* head = array_in(options, "head"))
        given.head = cells_in(*head);
    if (const auto* rows = array_in(options, "rows"))
        for (const auto& row : *rows)
            if (const auto* cells = row.if_array())
                given.rows.push_back(cells_in(*cells));
    given.first_cell = has(options, "firstCellIsHeader") ? FirstCell::Header : FirstCell::Plain;
    given.classes = words_in(options, "classes");
    given.attributes = attributes_in(options);
    return table(given);
}

std::optional<PageLink> page_link_in(const JsonObject& options, std::string_view key) {
    const auto& given = part_of(options, key);
    if (!has(given, "href"))
        return std::nullopt;
    return PageLink{link_in(given), phrase_in(given), words_in(given, "labelText"), attributes_in(given)};
}

Html render_pagination(const JsonObject& options) {
    Pagination given{.previous = page_link_in(options, "previous"), .next = page_link_in(options, "next")};
    if (options.contains("items"))
        given.numbers.emplace();
    for (const auto* item : objects_in(options, "items"))
        if (item && !item->empty())
            given.numbers->push_back({.number = words_in(*item, "number"),
                                      .href = link_in(*item),
                                      .is_current = has(*item, "current"),
                                      .is_gap = has(*item, "ellipsis"),
                                      .spoken = words_in(*item, "visuallyHiddenText"),
                                      .attributes = attributes_in(*item)});
    if (has(options, "landmarkLabel"))
        given.landmark = words_in(options, "landmarkLabel");
    given.classes = words_in(options, "classes");
    given.attributes = attributes_in(options);
    return pagination(given);
}

} // namespace

void add_list_renderers(std::map<std::string, Render>& known) {
    known["summary-list"] = render_summary_list;
    known["table"] = render_table;
    known["pagination"] = render_pagination;
}

} // namespace lifestory::web
