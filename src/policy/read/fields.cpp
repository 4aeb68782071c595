#include "policy/read/fields.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/read/keys.h"

namespace lifestory::policy {

using Type = Node::Type;

Fields::Fields(const Node& table, std::string name, Problems& problems) : m_table(table), m_name(std::move(name)), m_problems(problems) {
    if (table.type != Type::Table)
        problems.add(table, m_name, fmt::format("{} stands where a table was expected: {{ ... }}", table.shown()));
}

void Fields::only(const std::vector<std::string>& keys) const {
    for (const auto& [key, value] : m_table.members)
        if (!contains(keys, key))
            m_problems.add(value, m_name, fmt::format("unknown key '{}'{}; it takes: {}", key, did_you_mean(key, keys), join(keys, ", ")));
}

void Fields::need(std::string_view key) const {
    if (!has(key) && m_table.type == Type::Table)
        m_problems.add(m_table, m_name, fmt::format("'{}' is missing; expected {} = ...", key, key));
}

const Node& Fields::at(std::string_view key) const {
    const Node* there = m_table.find(key);
    return there ? *there : m_table;
}

void Fields::problem(std::string_view key, std::string_view message) const { m_problems.add(at(key), m_name, message); }

void Fields::expected(std::string_view key, std::string_view what) const {
    problem(key, fmt::format("{} = {}; expected {}", key, at(key).shown(), what));
}

std::string Fields::text(std::string_view key) const {
    const Node* there = node(key);
    if (!there)
        return "";
    if (there->type != Type::Text || is_blank(there->text)) {
        expected(key, "words in quotation marks");
        return "";
    }
    return there->text;
}

std::string Fields::text_or_number(std::string_view key) const {
    const Node* there = node(key);
    bool written = there && (there->type == Type::Number || there->type == Type::Day);
    return written ? there->text : text(key);
}

std::vector<std::string> Fields::texts(std::string_view key) const {
    const Node* there = node(key);
    if (!there)
        return {};
    if (there->type == Type::Text)
        return {text(key)};
    bool fits = there->type == Type::Array && std::ranges::all_of(there->items, [](const Node& item) { return item.type == Type::Text; });
    if (!fits) {
        expected(key, "words in quotation marks, or a list of them");
        return {};
    }
    std::vector<std::string> all;
    for (const auto& item : there->items)
        all.push_back(item.text);
    return all;
}

std::vector<const Node*> Fields::tables(std::string_view key) const {
    const Node* there = node(key);
    if (!there)
        return {};
    if (there->type == Type::Table)
        return {there};
    std::vector<const Node*> all;
    bool fits = there->type == Type::Array;
    for (const auto& item : there->items) {
        fits = fits && item.type == Type::Table;
        all.push_back(&item);
    }
    if (fits)
        return all;
    expected(key, "a table { ... }, or a list of them");
    return {};
}

bool Fields::flag(std::string_view key) const {
    const Node* there = node(key);
    if (there && there->type != Type::Flag)
        expected(key, "true or false");
    return there && there->flag;
}

std::optional<int> Fields::number(std::string_view key) const {
    const Node* there = node(key);
    if (!there)
        return std::nullopt;
    if (there->type == Type::Number && there->number >= 0 && there->number <= 1000000)
        return static_cast<int>(there->number);
    expected(key, "a whole number");
    return std::nullopt;
}

std::optional<calendar::Day> Fields::day(std::string_view key) const {
    const Node* there = node(key);
    if (!there)
        return std::nullopt;
    if (there->type == Type::Day)
        return there->day;
    expected(key, "a day like 2026-09-01, without quotation marks");
    return std::nullopt;
}

std::optional<std::chrono::minutes> Fields::time(std::string_view key) const {
    const Node* there = node(key);
    if (!there)
        return std::nullopt;
    if (there->type == Type::Time)
        return there->time;
    expected(key, "a time like 09:00:00, without quotation marks");
    return std::nullopt;
}

std::string Fields::one_of(std::string_view key, const std::vector<std::string>& names, std::string_view unless_said) const {
    if (!has(key))
        return std::string(unless_said);
    auto chosen = text(key);
    if (!chosen.empty() && !contains(names, chosen)) {
        problem(key, fmt::format("{} = '{}'{}; expected one of: {}", key, chosen, did_you_mean(chosen, names), join(names, ", ")));
        return std::string(unless_said);
    }
    return chosen;
}

std::optional<Force> Fields::force(std::string_view key) const { return force_of(one_of(key, {"must", "should", "advice"})); }

std::optional<calendar::Count> Fields::count(std::string_view key) const {
    if (!has(key))
        return std::nullopt;
    auto said = text(key);
    if (said.empty())
        return std::nullopt;
    auto count = calendar::parse_count(said);
    if (count)
        return *count;
    problem(key, fmt::format("{}: {}", key, count.refusal().message));
    return std::nullopt;
}

std::optional<Force> force_of(std::string_view name) {
    if (name == "must")
        return Force::Must;
    if (name == "should")
        return Force::Should;
    return name == "advice" ? std::optional(Force::Advice) : std::nullopt;
}

} // namespace lifestory::policy
