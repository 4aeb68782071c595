#include "app/bring_in/tables.h"

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::app::bring_in {

// The same number twice in one file: the second row is held.
bool Tables::is_new(Row& row, std::string_view column, const std::string& id) {
    auto [first, is_fresh] = m_ids[row.at().file].try_emplace(id, row.at().line);
    if (!is_fresh && !id.empty())
        row.hold(column, fmt::format("This number stands in line {} already. Give each row its own", first->second));
    return is_fresh;
}

const PersonIn* Tables::somebody(Row& row, std::string_view column) {
    auto id = row.needed(column);
    if (id.empty())
        return nullptr;
    auto found = m_source.person_at.find(id);
    if (found == m_source.person_at.end()) {
        row.hold(column, fmt::format("Nobody in ssd_person.csv has the number {}, or their row was held back", first(id, 60)));
        return nullptr;
    }
    return &m_source.persons[found->second];
}

const PersonIn* Tables::child(Row& row, std::string_view column) {
    const auto* person = somebody(row, column);
    if (!person)
        return nullptr;
    row.is_about(person->id);
    if (!person->is_child)
        row.hold(column, "This person has no record: write Y under pers_record in ssd_person.csv, or leave this row out");
    return person->is_child ? person : nullptr;
}

// "M" -> "Male", from the policy's list of that name; what is no code of it may be one of its names.
std::optional<std::string> Tables::from_list(Row& row, std::string_view column, std::string_view list) {
    auto typed = row.text(column);
    if (typed.empty())
        return std::nullopt;
    auto found = m_pack.lists.find(list);
    if (found == m_pack.lists.end())
        return typed;
    for (const auto& choice : found->second.choices)
        if (fold(choice.code) == fold(typed) || fold(choice.name) == fold(typed)) {
            if (choice.name != typed)
                m_notes.changed({row.person(), row.at(), std::string(column), typed, choice.name, "The code is kept as the words of the policy's list"});
            return choice.name;
        }
    row.hold(column, fmt::format("“{}” stands in no year's list of the policy in force", first(typed, 40)));
    return std::nullopt;
}

// What a row about an interval of a child's life has, whatever the interval is of.
std::optional<SpellIn> Tables::spell(Row& row, const SpellColumns& columns) {
    const auto* one = child(row, columns.whose);
    SpellIn made{row.at(), row.needed(columns.id), one ? one->id : "", columns.record_type, {}, {}, {}};
    if (auto started = row.needed_day(columns.from))
        made.started = *started;
    made.ended = row.day(columns.until);
    if (!row.is_held() && made.ended && *made.ended < made.started)
        row.hold(columns.until, "It cannot end before it begins");
    is_new(row, columns.id, made.id);
    return row.is_held() ? std::nullopt : std::optional(made);
}

} // namespace lifestory::app::bring_in
