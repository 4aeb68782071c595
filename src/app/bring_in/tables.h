// What reading any table of the folder needs: rows one after another, whom a row is about, a number that stands once in its file, words of a
// list of the policy, and an interval of a child's life. Which tables there are stands in source.cpp and more_tables.cpp.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "app/bring_in/source.h"

namespace lifestory::app::bring_in {

// Where the columns of a table about intervals stand, and what they begin.
struct SpellColumns {
    std::string_view id, whose, from, until;
    std::string record_type;
};

inline constexpr std::chrono::days before_a_birth{300}; // in which there can be work with a family

class Tables {
public:
    // `notes` and `source` outlive this.
    Tables(const std::filesystem::path& folder, const policy::Pack& pack, Notes& notes, Source& source) : m_folder(folder), m_pack(pack), m_notes(notes), m_source(source) {}

    template <class Taking>
    Outcome each(const std::string& file, const std::vector<Column>& columns, Taking take) {
        const auto sheet = TRY(read_sheet(m_folder, file, columns, m_notes));
        for (const auto& one : sheet.rows) {
            Row row(sheet, one, m_notes);
            take(row);
            row.tell_changes();
        }
        return Nothing{};
    }

    bool is_new(Row& row, std::string_view column, const std::string& id); // the same number twice in one file: the second row is held
    const PersonIn* somebody(Row& row, std::string_view column);
    const PersonIn* child(Row& row, std::string_view column);
    std::optional<std::string> from_list(Row& row, std::string_view column, std::string_view list);
    std::optional<SpellIn> spell(Row& row, const SpellColumns& columns);
    // Holds the row when the day is before the child's birth by more than `before`.
    void held_to_birth(Row& row, std::string_view column, const PersonIn* child, std::optional<Day> day, std::chrono::days before);

    Notes& notes() { return m_notes; }
    Source& source() { return m_source; }

private:
    std::filesystem::path m_folder;
    const policy::Pack& m_pack;
    Notes& m_notes;
    Source& m_source;
    std::map<std::string, std::map<std::string, std::size_t>> m_ids;
};

} // namespace lifestory::app::bring_in
