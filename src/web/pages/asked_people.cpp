#include "web/pages/asked_people.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::web::pages {

namespace {

using Rows = std::vector<std::vector<std::string>>;

std::string item_name(std::string_view item) { return fmt::format("item.{}", item); }

Guest guest_in(const std::vector<std::string>& row) { return {row.empty() ? "" : row[0], row.size() > 1 ? row[1] : "", ""}; }

void take_lines(desk::Fields& fields, const std::string& name, std::initializer_list<std::string> gone) {
    auto lines = lines_of(field(fields, name));
    std::erase_if(lines, [&](const auto& line) { return std::ranges::find(gone, line) != gone.end(); });
    fields[name] = join(lines, "\n");
    if (lines.empty())
        fields.erase(name);
}

// Those who came and were typed by hand: item.people.N.name and .who.
Rows typed_people(const desk::Fields& fields) {
    Rows rows;
    const auto name = item_name(came_item);
    for (int n = 1; n <= rows_in(fields, name); ++n)
        rows.push_back({field(fields, fmt::format("{}.{}.name", name, n)), field(fields, fmt::format("{}.{}.who", name, n))});
    return rows;
}

void set_typed_people(desk::Fields& fields, const Rows& rows) {
    const auto name = item_name(came_item);
    std::erase_if(fields, [&](const auto& one) { return one.first.starts_with(name + "."); });
    for (std::size_t n = 0; n < rows.size(); ++n) {
        fields[fmt::format("{}.{}.name", name, n + 1)] = rows[n][0];
        if (!rows[n][1].empty())
            fields[fmt::format("{}.{}.who", name, n + 1)] = rows[n][1];
    }
}

bool has_come(const desk::Fields& for_all, const Guest& guest) {
    const auto lines = lines_of(field(for_all, item_name(came_item)));
    if (!guest.value.empty() && std::ranges::find(lines, guest.value) != lines.end())
        return true;
    return std::ranges::any_of(typed_people(for_all), [&](const auto& row) { return is_same(guest_in(row), guest); });
}

void say_came(desk::Fields& for_all, const Guest& guest, bool came) {
    if (came == has_come(for_all, guest))
        return;
    const auto name = item_name(came_item);
    take_lines(for_all, name, {"nobody", guest.value});
    auto typed = typed_people(for_all);
    std::erase_if(typed, [&](const auto& row) { return is_same(guest_in(row), guest); });
    if (came && guest.value.empty())
        typed.push_back({guest.full_name, guest.who});
    if (came && !guest.value.empty()) {
        auto& lines = for_all[name];
        lines += (lines.empty() ? "" : "\n") + guest.value;
    }
    set_typed_people(for_all, typed);
}

void take_rows_of(desk::Fields& fields, std::string_view item, std::size_t columns, const Guest& guest) {
    auto rows = rows_of(fields, item, columns);
    if (std::erase_if(rows, [&](const auto& row) { return is_same(guest_in(row), guest); }) > 0)
        set_rows(fields, item, rows);
}

void add_row(desk::Fields& fields, std::string_view item, std::vector<std::string> row) {
    auto rows = rows_of(fields, item, row.size());
    rows.push_back(std::move(row));
    set_rows(fields, item, rows);
}

} // namespace

std::string named(const Guest& guest) { return guest.who.empty() ? guest.full_name : guest.full_name + ", " + guest.who; }

bool is_same(const Guest& one, const Guest& other) {
    if (!one.value.empty() && !other.value.empty())
        return one.value == other.value;
    return fold(trim(one.full_name)) == fold(trim(other.full_name)) && (is_blank(one.who) || is_blank(other.who) || fold(trim(one.who)) == fold(trim(other.who)));
}

Rows rows_of(const desk::Fields& fields, std::string_view item, std::size_t columns) {
    Rows rows;
    const auto name = item_name(item);
    for (int n = 1; n <= rows_in(fields, name); ++n) {
        std::vector<std::string> row;
        for (std::size_t column = 1; column <= columns; ++column)
            row.push_back(trim(field(fields, fmt::format("{}.{}.{}", name, n, column))));
        if (std::ranges::any_of(row, [](const auto& cell) { return !cell.empty(); }))
            rows.push_back(std::move(row));
    }
    return rows;
}

void set_rows(desk::Fields& fields, std::string_view item, const Rows& rows) {
    const auto name = item_name(item);
    std::erase_if(fields, [&](const auto& one) { return one.first.starts_with(name + "."); });
    for (std::size_t n = 0; n < rows.size(); ++n)
        for (std::size_t column = 0; column < rows[n].size(); ++column)
            if (!rows[n][column].empty())
                fields[fmt::format("{}.{}.{}", name, n + 1, column + 1)] = rows[n][column];
}

std::vector<Guest> guests_in(const desk::Fields& fields, std::string_view item) {
    std::vector<Guest> all;
    for (const auto& row : rows_of(fields, item, 2))
        if (!row[0].empty())
            all.push_back(guest_in(row));
    return all;
}

void add_guests(std::vector<Guest>& all, const std::vector<Guest>& more) {
    for (const auto& guest : more) {
        const auto known = std::ranges::find_if(all, [&](const auto& one) { return is_same(one, guest); });
        if (known == all.end())
            all.push_back(guest);
        else if (known->value.empty())
            known->value = guest.value;
    }
}

bool may_hear(const desk::Fields& part, const Guest& guest) {
    return std::ranges::any_of(guests_in(part, hears_item), [&](const auto& one) { return is_same(one, guest); });
}

void say_may_hear(desk::Fields& part, const Guest& guest, bool may) {
    if (may == may_hear(part, guest))
        return;
    if (may)
        add_row(part, hears_item, {guest.full_name, guest.who});
    else
        take_rows_of(part, hears_item, 2, guest);
}

std::vector<std::string> ways_asked(const desk::Fields& for_all, const Guest& guest) {
    std::vector<std::string> all;
    for (const auto& row : rows_of(for_all, invited_item, 4))
        if (is_same(guest_in(row), guest) && !(row[2].empty() && row[3].empty()))
            all.push_back(row[2].empty() || row[3].empty() ? row[2] + row[3] : row[2] + ", " + row[3]);
    return all;
}

void say_asked(desk::Fields& for_all, const Guest& guest, const std::string& how, calendar::Day on) {
    auto rows = rows_of(for_all, invited_item, 4);
    const std::vector<std::string> said{guest.full_name, guest.who, how, calendar::in_words(on)};
    for (auto& row : rows)
        if (is_same(guest_in(row), guest) && ((row[2].empty() && row[3].empty()) || (row[2] == said[2] && row[3] == said[3]))) {
            row = said;
            return set_rows(for_all, invited_item, rows);
        }
    add_row(for_all, invited_item, said);
}

Coming coming_of(const desk::Fields& for_all, const Guest& guest) {
    if (has_come(for_all, guest))
        return Coming::Came;
    const auto words = guests_in(for_all, word_item);
    return std::ranges::any_of(words, [&](const auto& one) { return is_same(one, guest); }) ? Coming::DidNotCome : Coming::NotKnown;
}

std::string word_of(const desk::Fields& for_all, const Guest& guest) {
    for (const auto& row : rows_of(for_all, word_item, 3))
        if (is_same(guest_in(row), guest))
            return row[2];
    return "";
}

void say_coming(desk::Fields& for_all, const Guest& guest, Coming coming, const std::string& word) {
    say_came(for_all, guest, coming == Coming::Came);
    if (coming == Coming::DidNotCome && coming_of(for_all, guest) == coming && word_of(for_all, guest) == word)
        return;
    take_rows_of(for_all, word_item, 3, guest);
    if (coming == Coming::DidNotCome)
        add_row(for_all, word_item, {guest.full_name, guest.who, word});
}

Hears hears_about(const record::Form& meeting, const std::string& person) {
    const auto* answer = meeting.find(hears_item);
    const auto* said = answer ? std::get_if<record::Rows>(&answer->value) : nullptr;
    if (!said || said->rows.empty())
        return Hears::NobodySaid;
    return std::ranges::any_of(said->rows, [&](const auto& row) { return fold(named(guest_in(row))) == fold(person); }) ? Hears::Yes : Hears::No;
}

} // namespace lifestory::web::pages
