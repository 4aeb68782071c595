#include "base/csv.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory {

namespace {

// What stands most often between the names of the columns.
char parting_sign(std::string_view text) {
    std::array<std::size_t, 3> counted{};
    constexpr std::string_view signs = ",;\t";
    bool is_quoted = false;
    for (char c : text) {
        if (c == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && (c == '\n' || c == '\r'))
            break;
        else if (auto at = signs.find(c); !is_quoted && at != std::string_view::npos)
            ++counted[at];
    }
    return signs[static_cast<std::size_t>(std::max_element(counted.begin(), counted.end()) - counted.begin())];
}

class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) { m_table.parted_by = parting_sign(text); }

    CsvTable table() && {
        while (m_at < m_text.size())
            read_row();
        return std::move(m_table);
    }

private:
    bool is_end() const { return m_at >= m_text.size(); }
    bool is_line_end() const { return !is_end() && (m_text[m_at] == '\n' || m_text[m_at] == '\r'); }

    void pass_line_end() {
        if (is_end())
            return;
        const bool is_pair = m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n';
        m_at += is_pair ? 2 : 1;
        ++m_line;
    }

    void go_to_next_line() {
        while (!is_end() && !is_line_end())
            ++m_at;
        pass_line_end();
    }

    // None: it is not closed.
    std::optional<std::string> quoted() {
        std::string cell;
        ++m_at;
        while (!is_end()) {
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                if (is_end() || m_text[m_at] != '"')
                    return cell;
            }
            if (is_line_end()) {
                pass_line_end();
                cell.push_back('\n');
                continue;
            }
            const auto begin = m_at; // a quotation mark written twice is the first of a run
            ++m_at;
            while (!is_end() && m_text[m_at] != '"' && !is_line_end())
                ++m_at;
            cell.append(m_text, begin, m_at - begin);
        }
        return std::nullopt;
    }

    std::string plain() {
        const auto begin = m_at;
        while (!is_end() && !is_line_end() && m_text[m_at] != m_table.parted_by)
            ++m_at;
        return std::string(m_text.substr(begin, m_at - begin));
    }

    void read_row() {
        const auto begin = m_at;
        CsvRow row{m_line, {}};
        const auto fault = [&](std::string what) { m_table.faults.push_back({row.line, row.cells.size() + 1, std::move(what)}); };
        do {
            if (!row.cells.empty())
                ++m_at; // the sign between two
            const bool is_quoted = !is_end() && m_text[m_at] == '"';
            auto cell = is_quoted ? quoted() : plain();
            if (!cell) {
                fault("The quotation mark here is never closed. Close it, and write one inside a cell twice");
                m_at = begin;
                m_line = row.line;
                return go_to_next_line();
            }
            if (is_quoted && !is_end() && !is_line_end() && m_text[m_at] != m_table.parted_by) {
                fault("Something stands after the closing quotation mark. Write a quotation mark inside a cell twice");
                return go_to_next_line();
            }
            row.cells.push_back(std::move(*cell));
        } while (!is_end() && !is_line_end());
        pass_line_end();
        keep(std::move(row));
    }

    void keep(CsvRow row) {
        if (std::all_of(row.cells.begin(), row.cells.end(), [](const auto& cell) { return is_blank(cell); }))
            return;
        const auto wanted = m_table.rows.empty() ? row.cells.size() : m_table.rows.front().cells.size();
        if (row.cells.size() != wanted) {
            m_table.faults.push_back({row.line, std::min(row.cells.size(), wanted) + 1,
                                      fmt::format("This row has {} and the first row {}. Quote cells that hold what parts them",
                                                  plural(row.cells.size(), "cell", "cells"), wanted)});
            return;
        }
        m_table.rows.push_back(std::move(row));
    }

    std::string_view m_text;
    std::size_t m_at = 0, m_line = 1;
    CsvTable m_table;
};

} // namespace

CsvTable read_csv(std::string_view text) { return Reader(text).table(); }

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells) {
        if (&cell != &cells.front())
            line.push_back(',');
        if (cell.find_first_of(",;\t\"\r\n") == std::string::npos) {
            line += cell;
            continue;
        }
        line.push_back('"');
        for (char c : cell) {
            if (c == '"')
                line.push_back('"');
            line.push_back(c);
        }
        line.push_back('"');
    }
    return line + "\r\n";
}

} // namespace lifestory
