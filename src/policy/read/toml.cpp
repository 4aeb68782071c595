// The only file that knows the TOML library.
#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#define TOML_ENABLE_FORMATTERS 0
// The library asserts where a text such as "[)" should be refused; a pack's text must not end the program.
[[noreturn]] static void refuse_text() { throw std::logic_error("the text breaks the TOML reader"); }
#define TOML_ASSERT(holds) ((holds) ? void() : refuse_text())
#include <toml++/toml.h>

#include "policy/read/node.h"

namespace lifestory::policy {

namespace {

using Type = Node::Type;

std::optional<calendar::Day> day_in(const toml::date& date) {
    auto day = calendar::day_of(date.year, date.month, date.day);
    return day ? std::optional(*day) : std::nullopt;
}

Node placed(const toml::node& source, const std::string& file) {
    Node node;
    node.file = file;
    node.line = static_cast<int>(source.source().begin.line);
    return node;
}

Node converted(const toml::node& source, const std::string& file, Problems& problems);

void fill_table(Node& node, const toml::table& table, const std::string& file, Problems& problems) {
    node.type = Type::Table;
    for (const auto& [key, value] : table) {
        auto child = converted(value, file, problems);
        child.line = static_cast<int>(key.source().begin.line);
        node.members.emplace_back(std::string(key.str()), std::move(child));
    }
}

void fill_array(Node& node, const toml::array& array, const std::string& file, Problems& problems) {
    node.type = Type::Array;
    for (const auto& value : array)
        node.items.push_back(converted(value, file, problems));
}

void fill_date(Node& node, const toml::date& date, Problems& problems) {
    auto day = day_in(date);
    if (!day)
        return problems.add(node, "", "that is not a day between 1800 and 2300");
    node.type = Type::Day;
    node.day = *day;
    node.text = calendar::iso(*day);
}

Node converted(const toml::node& source, const std::string& file, Problems& problems) {
    Node node = placed(source, file);
    if (const auto* table = source.as_table()) {
        fill_table(node, *table, file, problems);
    } else if (const auto* array = source.as_array()) {
        fill_array(node, *array, file, problems);
    } else if (const auto* text = source.as_string()) {
        node.type = Type::Text;
        node.text = text->get();
    } else if (const auto* number = source.as_integer()) {
        node.type = Type::Number;
        node.number = number->get();
        node.text = std::to_string(node.number);
    } else if (const auto* flag = source.as_boolean()) {
        node.type = Type::Flag;
        node.flag = flag->get();
        node.text = node.flag ? "true" : "false";
    } else if (const auto* date = source.as_date()) {
        fill_date(node, date->get(), problems);
    } else if (const auto* time = source.as_time()) {
        node.type = Type::Time;
        node.time = std::chrono::hours(time->get().hour) + std::chrono::minutes(time->get().minute);
        node.text = fmt::format("{:02}:{:02}:00", time->get().hour, time->get().minute);
    } else {
        node.type = Type::Other;
    }
    return node;
}

std::string_view quotes_at(std::string_view text) { // """, ''', " or '
    auto quote = text.substr(0, 1);
    bool is_long = text.size() >= 3 && text[1] == text[0] && text[2] == text[0];
    return is_long ? text.substr(0, 3) : quote;
}

// How long the string at the beginning of the text is, its quotes with it; a short one ends with its line.
std::size_t string_length(std::string_view text) {
    auto quotes = quotes_at(text);
    for (std::size_t i = quotes.size(); i < text.size(); ++i) {
        if (text[i] == '\\' && text[0] == '"')
            ++i;
        else if (quotes.size() == 1 && text[i] == '\n')
            return i;
        else if (text.substr(i, quotes.size()) == quotes)
            return i + quotes.size();
    }
    return text.size();
}

// Outside strings and comments TOML is ASCII, and the library's behaviour is not defined there on anything else.
std::optional<int> line_of_stray_letter(std::string_view text) {
    int line = 1;
    while (!text.empty()) {
        std::size_t length = text[0] == '#'                     ? std::min(text.find('\n'), text.size())
                             : text[0] == '"' || text[0] == '\'' ? string_length(text)
                                                               : 1;
        if (static_cast<unsigned char>(text[0]) > 0x7f)
            return line;
        line += static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(length), '\n'));
        text.remove_prefix(length);
    }
    return std::nullopt;
}

// The first line that opens a table with what is no name.
int line_of_bad_table(std::string_view text) {
    for (int line = 1;; ++line) {
        auto end = std::min(text.find('\n'), text.size());
        auto start = text.substr(0, end).find_first_not_of("[ \t");
        bool opens = end > 0 && text.substr(0, end).find_first_not_of(" \t") == text.find('[');
        if (opens && start < end && std::string_view(")(=.,:;!?@$%^&*+/\\|<>~`{}").find(text[start]) != std::string_view::npos)
            return line;
        if (end == text.size())
            return 1;
        text.remove_prefix(end + 1);
    }
}

} // namespace

std::optional<Node> parse_toml(std::string_view text, const std::string& file, Problems& problems) {
    if (auto line = line_of_stray_letter(text)) {
        problems.add_line(fmt::format("{}:{}: not TOML: a letter with an accent, or another sign beyond ASCII, stands "
                                      "outside quotes; expected it within quotes", file, *line));
        return std::nullopt;
    }
    try {
        toml::table table = toml::parse(text, std::string_view(file));
        Node node = converted(table, file, problems);
        return node;
    } catch (const toml::parse_error& error) {
        problems.add_line(fmt::format("{}:{}: not TOML: {}; expected tables and keys as in docs/formats/packs.md", file,
                                      error.source().begin.line, error.description()));
        return std::nullopt;
    } catch (const std::logic_error&) {
        problems.add_line(fmt::format("{}:{}: not TOML: a table's name begins with a character that it cannot; expected "
                                      "letters, digits, - and _", file, line_of_bad_table(text)));
        return std::nullopt;
    }
}

} // namespace lifestory::policy
