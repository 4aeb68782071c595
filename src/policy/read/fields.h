// The keys of one table, taken out by type; whatever does not fit is told to the problems with what was expected.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/count.h"
#include "policy/condition.h"
#include "policy/read/node.h"

namespace lifestory::policy {

class Fields {
public:
    Fields(const Node& table, std::string name, Problems& problems);

    void only(const std::vector<std::string>& keys) const; // refuses all others
    void need(std::string_view key) const;
    bool has(std::string_view key) const { return m_table.find(key) != nullptr; }
    const Node* node(std::string_view key) const { return m_table.find(key); }
    const Node& at(std::string_view key) const; // the key, or the table: where an error about it is shown

    std::string text(std::string_view key) const;               // empty: not there
    std::string text_or_number(std::string_view key) const;
    std::vector<std::string> texts(std::string_view key) const; // a text, or a list of them
    std::vector<const Node*> tables(std::string_view key) const; // a table, or a list of them
    bool flag(std::string_view key) const;
    std::optional<int> number(std::string_view key) const;
    std::optional<calendar::Day> day(std::string_view key) const;
    std::optional<std::chrono::minutes> time(std::string_view key) const;
    std::string one_of(std::string_view key, const std::vector<std::string>& names, std::string_view unless_said = {}) const;
    std::optional<Force> force(std::string_view key) const;
    std::optional<calendar::Count> count(std::string_view key) const;

    void problem(std::string_view key, std::string_view message) const; // shown at the key
    const std::string& name() const { return m_name; }
    const Node& table() const { return m_table; }
    Problems& problems() const { return m_problems; }

private:
    void expected(std::string_view key, std::string_view what) const;
    const Node& m_table;
    std::string m_name;
    Problems& m_problems;
};

std::optional<Force> force_of(std::string_view name);

} // namespace lifestory::policy
