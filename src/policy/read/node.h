// A pack's text as a tree of values, each knowing the file and line where it stands, and the list in which everything
// that is wrong is gathered. The TOML library stays behind parse_toml.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "calendar/day.h"

namespace lifestory::policy {

struct Node {
    enum class Type { Table, Array, Text, Number, Real, Flag, Day, Time, Other };
    Type type = Type::Table;
    std::string text;               // of Text; of Number, Flag, Day and Time as written in TOML
    std::int64_t number = 0;
    bool flag = false;
    calendar::Day day{};
    std::chrono::minutes time{};
    struct Member;                  // not a pair: clang 14 cannot complete one of a class that holds it
    std::vector<Member> members;    // of Table
    std::vector<Node> items;                           // of Array
    std::string file;               // as it is shown in errors
    int line = 0;

    const Node* find(std::string_view key) const;
    Node* find(std::string_view key);
    void set(std::string_view key, Node value); // adds or replaces
    bool same_value(const Node& other) const;   // whatever the places
    std::string shown() const;                  // for errors: 'visit.happened', 5, [..]
};

struct Node::Member {
    Member(std::string key, Node value) : first(std::move(key)), second(std::move(value)) {}
    std::string first;
    Node second;
};

class Problems {
public:
    // "path:line: thing: message"; `thing` may be empty.
    void add(const Node& where, std::string_view thing, std::string_view message);
    void add_line(std::string line);
    bool empty() const { return m_lines.empty(); }
    Refusals refusals() const; // in the order of files and lines, each once; code "broken-pack"

private:
    struct Line {
        std::string file;
        int line;
        std::string text;
        auto operator<=>(const Line&) const = default;
    };
    std::vector<Line> m_lines;
};

// Adds to `problems` what is no TOML and returns what was read before it: nothing.
std::optional<Node> parse_toml(std::string_view text, const std::string& file, Problems& problems);

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known); // " (did you mean 'limit'?)" or ""

} // namespace lifestory::policy
