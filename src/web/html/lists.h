// Summary lists and cards, tables and pagination, as GOV.UK Frontend writes them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html/html.h"

namespace lifestory::web {

struct Action {
    Url href;
    Phrase words;
    std::string spoken_after; // "Nan's telephone": link texts differ by what they change
    std::string classes;
    Attributes attributes;
};

struct SummaryCell {
    Phrase words;
    std::string classes;
};

struct SummaryRow {
    SummaryCell key, value;
    std::string classes;
    std::optional<std::vector<Action>> actions;
    std::string actions_classes;
};

struct SummaryCard {
    Phrase title; // empty: a card without
    int heading_level = 2;
    std::string title_classes, classes;
    std::vector<Action> actions;
    std::string actions_classes;
    Attributes attributes;
};

struct SummaryList {
    std::vector<SummaryRow> rows;
    std::optional<SummaryCard> card;
    std::string classes; // "govuk-summary-list--no-border"
    Attributes attributes;
};

struct Cell {
    Phrase words;
    std::string format; // "numeric"
    std::string classes;
    int colspan = 0, rowspan = 0;
    Attributes attributes;
};

enum class FirstCell { Plain, Header };

struct Table {
    std::string caption, caption_classes; // "govuk-table__caption--m"
    std::optional<std::vector<Cell>> head;
    std::vector<std::vector<Cell>> rows;
    FirstCell first_cell = FirstCell::Plain;
    std::string classes;
    Attributes attributes;
};

struct PageLink {
    Url href;
    Phrase words;           // empty: "Previous page", "Next page"
    std::string label_text; // below the words, when there are no numbers
    Attributes attributes;
};

struct PageNumber {
    std::string number;
    Url href;
    bool is_current = false, is_gap = false;
    std::string spoken; // empty: "Page 2"
    Attributes attributes;
};

struct Pagination {
    std::optional<PageLink> previous, next;
    std::optional<std::vector<PageNumber>> numbers;
    std::string landmark = "Pagination", classes;
    Attributes attributes;
};

Html summary_card(const SummaryCard&, const Html& content);
Html summary_list(const SummaryList&);
Html table(const Table&);
Html pagination(const Pagination&);

} // namespace lifestory::web
