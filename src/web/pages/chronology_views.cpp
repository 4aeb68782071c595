#include "web/pages/chronology_views.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "calendar/london.h"

namespace lifestory::web::pages {

namespace {

using chronology::Row;

constexpr std::array<std::string_view, 6> codes{"", "court", "conference", "new-worker", "out-of-hours", "child"};

constexpr std::size_t most_at_night = 6; // one screen

// What a conference reads: the last year whole; of the time before, what the policy itself has in every chronology.
void keep_for_conference(std::vector<const Row*>& rows, calendar::Day today) {
    const auto since = calendar::add_months(today, -12);
    std::erase_if(rows, [&](const Row* row) { return row->day < since && !row->always; });
}

} // namespace

std::string_view code_of(ChronologyView view) { return codes[static_cast<std::size_t>(view)]; }

ChronologyView view_of(std::string_view code) {
    const auto* found = std::ranges::find(codes, code);
    return found == codes.end() ? ChronologyView::Everything : static_cast<ChronologyView>(found - codes.begin());
}

ViewedChronology viewed_of(const http::Call& call, ChronologyView view) {
    ViewedChronology viewed;
    viewed.view = view;
    const auto year = call.request.query.get("year");
    std::from_chars(year.data(), year.data() + year.size(), viewed.year);
    viewed.theme = std::string(call.request.query.get("theme"));
    viewed.by_theme = call.request.query.get("by") == "theme";
    return viewed;
}

std::vector<const Row*> chosen_rows(const chronology::Chronology& all, const ViewedChronology& viewed, calendar::Day today) {
    std::vector<const Row*> rows;
    for (const auto& row : all.rows)
        if ((viewed.year == 0 || calendar::year_of(row.day) == viewed.year) && (viewed.theme.empty() || row.theme == viewed.theme))
            rows.push_back(&row);
    if (viewed.by_theme)
        std::stable_sort(rows.begin(), rows.end(), [](const Row* left, const Row* right) {
            return std::pair(left->theme.empty(), left->theme) < std::pair(right->theme.empty(), right->theme);
        });
    if (viewed.view == ChronologyView::NewWorker || viewed.view == ChronologyView::OutOfHours)
        std::reverse(rows.begin(), rows.end());
    if (viewed.view == ChronologyView::OutOfHours)
        rows.resize(std::min<std::size_t>(rows.size(), most_at_night));
    if (viewed.view == ChronologyView::Conference)
        keep_for_conference(rows, today);
    return rows;
}

} // namespace lifestory::web::pages
