#include "app/bring_in/sheet.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "base/encoding.h"
#include "base/text.h"
#include "calendar/london.h"

namespace lifestory::app::bring_in {

namespace {

constexpr std::size_t longest_cell = 1 << 20; // bytes

Result<std::string> bytes_of(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    std::ifstream file(path, std::ios::binary);
    std::string bytes(error ? 0 : size, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (error || !file)
        return refuse("not-read", fmt::format("{} cannot be read.", path.string()));
    return bytes;
}

// Cells of a column that nobody here asks for are said to be left out, once for the file.
void say_what_is_not_asked(const Sheet& sheet, const CsvRow& names, const std::vector<Column>& columns, Notes& notes) {
    for (const auto& name : names.cells) {
        auto key = fold(trim(name));
        if (std::any_of(columns.begin(), columns.end(), [&](const Column& one) { return one.name == key; }))
            continue;
        const auto at = static_cast<std::size_t>(&name - names.cells.data());
        auto filled = std::count_if(sheet.rows.begin(), sheet.rows.end(), [&](const CsvRow& row) { return !is_blank(row.cells[at]); });
        if (filled > 0)
            notes.missing({"", {sheet.file, 0}, trim(name), 
                           fmt::format("This column is not brought in: {} of it left out", plural(static_cast<std::size_t>(filled), "cell", "cells"))});
    }
}

// "23/12/2026" -> "2026-12-23"; empty: written otherwise.
std::string turned(std::string_view day) {
    const auto is_digit = [&](std::size_t at) { return day[at] >= '0' && day[at] <= '9'; };
    if (day.size() != 10 || day[2] != '/' || day[5] != '/')
        return {};
    for (std::size_t at : {0, 1, 3, 4, 6, 7, 8, 9})
        if (!is_digit(at))
            return {};
    return fmt::format("{}-{}-{}", day.substr(6), day.substr(3, 2), day.substr(0, 2));
}

} // namespace

Result<Sheet> read_sheet(const std::filesystem::path& folder, const std::string& file, const std::vector<Column>& columns, Notes& notes) {
    Sheet sheet{file, {}, {}};
    if (!std::filesystem::exists(folder / file))
        return sheet;
    auto text = decoded(TRY(bytes_of(folder / file)));
    if (!text)
        return refuse(text.refusal().code, fmt::format("{}: {}.", file, text.refusal().message));
    if (text->was_windows_1252)
        notes.changed({"", {file, 0}, "", "Windows-1252", "UTF-8", "Its letters were written in an older code"});
    auto table = read_csv(text->text);
    if (table.rows.empty())
        return refuse("empty", fmt::format("{} is empty: its first row names the columns.", file));
    auto names = std::move(table.rows.front());
    for (std::size_t at = 0; at < names.cells.size(); ++at)
        if (!sheet.columns.emplace(fold(trim(names.cells[at])), at).second)
            return refuse("column-twice", fmt::format("{}, line {}: the column {} stands there twice.", file, names.line, trim(names.cells[at])));
    for (const auto& column : columns)
        if (column.is_needed && !sheet.columns.contains(column.name))
            return refuse("column-missing",
                          fmt::format("{}, line {}: the column {} is missing. docs/formats/import.md names them all.", file, names.line, column.name));
    for (const auto& fault : table.faults)
        notes.missing({"", {file, fault.line}, fault.cell <= names.cells.size() ? trim(names.cells[fault.cell - 1]) : "", fault.what});
    sheet.rows.assign(std::make_move_iterator(table.rows.begin() + 1), std::make_move_iterator(table.rows.end()));
    say_what_is_not_asked(sheet, names, columns, notes);
    return sheet;
}

void Row::hold(std::string_view column, std::string why) {
    m_is_held = true;
    m_notes.missing({m_person, at(), std::string(column), std::move(why)});
}

void Row::changed(std::string_view column, std::string was, std::string is, std::string why) {
    m_changed.push_back({"", at(), std::string(column), std::move(was), std::move(is), std::move(why)});
}

void Row::tell_changes() {
    for (auto& one : m_changed) {
        one.person = m_person;
        if (!m_is_held)
            m_notes.changed(std::move(one));
    }
    m_changed.clear();
}

std::string Row::text(std::string_view column) {
    auto found = m_sheet.columns.find(column);
    if (found == m_sheet.columns.end())
        return {};
    const auto& cell = m_row.cells[found->second];
    if (cell.size() > longest_cell) {
        hold(column, "This is longer than a million letters. Part it in two");
        return {};
    }
    auto clean = clean_text(cell);
    if (!clean) {
        hold(column, "This holds signs that are no text. Save the table as “CSV UTF-8”");
        return {};
    }
    if (*clean != cell)
        changed(column, "", "", "Signs that cannot be printed were left out, and accented letters put in one spelling");
    return trim(*clean);
}

std::string Row::needed(std::string_view column) {
    auto words = text(column);
    if (words.empty() && !m_is_held)
        hold(column, "This is empty and is needed");
    return words;
}

std::optional<calendar::Day> Row::day(std::string_view column) {
    auto words = text(column);
    if (words.empty())
        return std::nullopt;
    auto date = words.substr(0, std::min(words.find_first_of("T "), words.size()));
    auto other = turned(date);
    auto day = calendar::parse_day(other.empty() ? date : other);
    if (!day) {
        hold(column, fmt::format("“{}” is no day. Write it as 23/12/2026 or 2026-12-23", first(words, 40)));
        return std::nullopt;
    }
    if (words != calendar::iso(*day))
        changed(column, words, calendar::iso(*day), "The day is kept in one spelling");
    return *day;
}

std::optional<calendar::Day> Row::needed_day(std::string_view column) {
    auto found = day(column);
    if (!found && !m_is_held)
        hold(column, "This day is needed");
    return found;
}

std::optional<std::chrono::minutes> Row::time_of_day(std::string_view column) {
    auto words = text(column);
    if (words.empty())
        return std::nullopt;
    auto minutes = calendar::parse_clock_time(words);
    if (!minutes) {
        hold(column, fmt::format("“{}” is no time of day. Write it as 16:30", first(words, 40)));
        return std::nullopt;
    }
    return *minutes;
}

bool Row::yes(std::string_view column) {
    auto words = fold(text(column));
    if (words == "y" || words == "yes" || words == "1")
        return true;
    if (!words.empty() && words != "n" && words != "no" && words != "0")
        hold(column, "Write Y or N");
    return false;
}

} // namespace lifestory::app::bring_in
