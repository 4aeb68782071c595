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
    if (auto broken = m_source.broken.find(id); found == m_source.person_at.end() && broken != m_source.broken.end()) { // told of once, with how many rows
        row.is_about(id);
        row.pass_over();
        ++broken->second.rows[row.at().file];
        return nullptr;
    }
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
                row.changed(column, typed, choice.name, "The code is kept as the words of the policy's list");
            return choice.name;
        }
    row.hold(column, fmt::format("“{}” stands in no year's list of the policy in force", first(typed, 40)));
    return std::nullopt;
}

void Tables::held_to_birth(Row& row, std::string_view column, const PersonIn* child, std::optional<Day> day, std::chrono::days before) {
    if (row.is_held() || !child || !child->said.born || !day || *child->said.born - before <= *day)
        return;
    const auto how = before > std::chrono::days(0) ? "long before" : "before";
    row.hold(column, fmt::format("This is {} the child was born, on {}. Put the day or the date of birth right", how, calendar::in_words(*child->said.born)));
}

// What a row about an interval of a child's life has, whatever the interval is of.
std::optional<SpellIn> Tables::spell(Row& row, const SpellColumns& columns) {
    const auto* one = child(row, columns.whose);
    SpellIn made{row.at(), row.needed(columns.id), one ? one->id : "", columns.record_type, {}, {}, {}};
    if (auto started = row.needed_day(columns.from))
        made.started = *started;
    const bool is_after_birth = columns.record_type == "legal-status" || columns.record_type == "placement";
    held_to_birth(row, columns.from, one, made.started, is_after_birth ? std::chrono::days(0) : before_a_birth);
    made.ended = row.day(columns.until);
    if (!row.is_held() && made.ended && *made.ended < made.started)
        row.hold(columns.until, "It cannot end before it begins");
    is_new(row, columns.id, made.id);
    return row.is_held() ? std::nullopt : std::optional(made);
}

} // namespace lifestory::app::bring_in
