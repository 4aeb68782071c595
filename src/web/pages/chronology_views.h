// For whom a chronology is shown, and which of its rows, in which order: the same on the page and in a file.
#pragma once

#include <string>
#include <vector>

#include "web/pages/chronology_of.h"

namespace lifestory::web::pages {

enum class ChronologyView { Everything, Court, Conference, NewWorker, OutOfHours, Child };
std::string_view code_of(ChronologyView view); // "court"; empty: everything
ChronologyView view_of(std::string_view code); // everything, when it is none

struct ViewedChronology {
    ChronologyView view = ChronologyView::Everything;
    int year = 0;          // 0: every year
    std::string theme;     // empty: every theme
    bool by_theme = false; // grouped by it
};
ViewedChronology viewed_of(const http::Call& call, ChronologyView view);

std::vector<const chronology::Row*> chosen_rows(const chronology::Chronology& all, const ViewedChronology& viewed, calendar::Day today);

} // namespace lifestory::web::pages
