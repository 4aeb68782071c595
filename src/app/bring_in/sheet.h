// One table of the folder, and one of its rows with its cells taken out by the column's name: clean words, days in one spelling. What
// a cell may not be holds its row back, and no other.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/bring_in/notes.h"
#include "base/csv.h"
#include "base/result.h"
#include "calendar/day.h"

namespace lifestory::app::bring_in {

struct Column {
    std::string_view name;
    bool is_needed = false;
};

struct Sheet {
    std::string file;
    std::map<std::string, std::size_t, std::less<>> columns;
    std::vector<CsvRow> rows; // without the first
};

// Empty when there is no such file. Refuses what is no table, or lacks a column that is needed.
Result<Sheet> read_sheet(const std::filesystem::path& folder, const std::string& file, const std::vector<Column>& columns, Notes& notes);

class Row {
public:
    Row(const Sheet& sheet, const CsvRow& row, Notes& notes) : m_sheet(sheet), m_row(row), m_notes(notes) {}

    void is_about(std::string person) { m_person = std::move(person); }
    const std::string& person() const { return m_person; }
    At at() const { return {m_sheet.file, m_row.line}; }
    std::string text(std::string_view column);   // empty: not said
    std::string needed(std::string_view column);
    std::optional<calendar::Day> day(std::string_view column);
    std::optional<calendar::Day> needed_day(std::string_view column);
    std::optional<std::chrono::minutes> time_of_day(std::string_view column);
    bool yes(std::string_view column); // Y or N; empty is no
    void hold(std::string_view column, std::string why);
    bool is_held() const { return m_is_held; }

private:
    const Sheet& m_sheet;
    const CsvRow& m_row;
    Notes& m_notes;
    std::string m_person;
    bool m_is_held = false;
};

} // namespace lifestory::app::bring_in
