#include "policy/read/node.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace lifestory::policy {

const Node* Node::find(std::string_view key) const {
    auto found = std::ranges::find_if(members, [key](const auto& member) { return member.first == key; });
    return found == members.end() ? nullptr : &found->second;
}

Node* Node::find(std::string_view key) {
    auto found = std::ranges::find_if(members, [key](const auto& member) { return member.first == key; });
    return found == members.end() ? nullptr : &found->second;
}

void Node::set(std::string_view key, Node value) {
    if (Node* there = find(key))
        *there = std::move(value);
    else
        members.emplace_back(std::string(key), std::move(value));
}

bool Node::same_value(const Node& other) const {
    if (type != other.type || text != other.text || members.size() != other.members.size() || items.size() != other.items.size())
        return false;
    for (const auto& [key, value] : members) {
        const Node* there = other.find(key);
        if (!there || !value.same_value(*there))
            return false;
    }
    for (std::size_t place = 0; place < items.size(); ++place)
        if (!items[place].same_value(other.items[place]))
            return false;
    return true;
}

std::string Node::shown() const {
    switch (type) {
    case Type::Table: return "a table";
    case Type::Array: return "a list";
    case Type::Text: return "'" + text + "'";
    case Type::Number:
    case Type::Flag:
    case Type::Day:
    case Type::Time: return text;
    case Type::Real: return "a fraction";
    case Type::Other: break;
    }
    return "a value of another type";
}

void Problems::add(const Node& where, std::string_view thing, std::string_view message) {
    std::string begin = thing.empty() ? "" : fmt::format("{}: ", thing);
    m_lines.push_back({where.file, where.line, fmt::format("{}:{}: {}{}", where.file, where.line, begin, message)});
}

void Problems::add_line(std::string line) { m_lines.push_back({"", 0, std::move(line)}); }

Refusals Problems::refusals() const {
    auto lines = m_lines;
    std::ranges::sort(lines);
    lines.erase(std::unique(lines.begin(), lines.end()), lines.end());
    Refusals all;
    for (const auto& line : lines)
        all.push_back(refuse("broken-pack", line.text));
    return all;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    auto near = nearest(word, known);
    return near.empty() ? "" : fmt::format(" (did you mean '{}'?)", near);
}

} // namespace lifestory::policy
