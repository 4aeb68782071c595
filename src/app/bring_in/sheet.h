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
    void pass_over() { m_is_held = true; } // with nothing said of it here
    void changed(std::string_view column, std::string was, std::string is, std::string why);
    void tell_changes(); // of a row that is not held, when all of it is read: what is not brought in was not changed
    bool is_held() const { return m_is_held; }

private:
    const Sheet& m_sheet;
    const CsvRow& m_row;
    Notes& m_notes;
    std::string m_person;
    bool m_is_held = false;
    std::vector<Changed> m_changed;
};

} // namespace lifestory::app::bring_in
