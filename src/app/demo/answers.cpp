#include "app/demo/answers.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/read/fields.h"

namespace lifestory::app::demo {

namespace {

using policy::Fields;
using policy::Item;
using policy::ItemType;
using Type = Node::Type;

// One answer: its node, its item, and where what is wrong with it goes.
class Reader {
public:
    Reader(const Node& node, const Item& item, const People& people, policy::Problems& problems)
        : m_node(node), m_item(item), m_people(people), m_problems(problems) {}

    record::Value value() {
        switch (m_item.type) {
        case ItemType::Text:
        case ItemType::Prose:
        case ItemType::Place:
        case ItemType::Number:
        case ItemType::Interval:
        case ItemType::Code: return record::Text{words(m_node)};
        case ItemType::Choice: return record::Choices{{chosen(m_node)}};
        case ItemType::Choices: return choices();
        case ItemType::YesNo: return record::YesNo{one_of({"yes", "no"}) == "yes"};
        case ItemType::Day: return record::OnDay{day(m_node)};
        case ItemType::Instant: return instant();
        case ItemType::People: return people();
        case ItemType::Person:
        case ItemType::Worker: return record::People{{present(m_node)}, false};
        case ItemType::Seen: return record::SeenHow{record::seen_of(one_of({"not seen", "seen with others", "seen alone", "baby seen awake"})).value_or(record::Seen::NotSeen)};
        case ItemType::Views: return views();
        case ItemType::Options: return options();
        case ItemType::Actions: return actions();
        case ItemType::Rows: return rows();
        case ItemType::Entry: return entries();
        case ItemType::Prompt:
        case ItemType::Attachment: break;
        }
        wrong(m_node, "takes no answer in words");
        return record::Text{};
    }

private:
    void wrong(const Node& at, std::string_view what) { m_problems.add(at, m_item.id, what); }

    std::string words(const Node& node) {
        if (node.type != Type::Text)
            wrong(node, fmt::format("{} stands where words were expected", node.shown()));
        return node.text;
    }

    std::string one_of(const std::vector<std::string>& names) {
        auto said = words(m_node);
        if (std::ranges::find(names, said) == names.end())
            wrong(m_node, fmt::format("'{}'; expected one of: {}", said, join(names, ", ")));
        return said;
    }

    std::string chosen(const Node& node) {
        auto said = words(node);
        std::vector<std::string> names;
        for (const auto& choice : m_item.choices)
            names.push_back(choice.name);
        if (!names.empty() && std::ranges::find(names, said) == names.end())
            wrong(node, fmt::format("'{}' is not on the list {}{}; it holds: {}", said, m_item.list, policy::did_you_mean(said, names), join(names, ", ")));
        return said;
    }

    const std::vector<Node>& list() {
        if (m_node.type != Type::Array)
            wrong(m_node, "expected a list [ ... ]");
        return m_node.items;
    }

    calendar::Day day(const Node& node) {
        auto read = calendar::parse_day(node.text);
        if (!read)
            wrong(node, fmt::format("{} is not a day like \"2026-12-09\"", node.shown()));
        return read ? *read : calendar::Day{};
    }

    record::Value choices() {
        record::Choices all;
        for (const auto& one : list())
            all.chosen.push_back(chosen(one));
        return all;
    }

    record::Value instant() {
        auto wall = calendar::parse_wall(m_node.text);
        if (!wall)
            wrong(m_node, fmt::format("{} is not a day and time", m_node.shown()));
        return record::AtInstant{wall ? calendar::instant_of(*wall) : calendar::Instant{}};
    }

    // { person = id }, { worker = id } or { name = "", who = "" }.
    record::Present present(const Node& node) {
        Fields fields(node, m_item.id, m_problems);
        fields.only({"person", "worker", "name", "who", "of"});
        const bool is_person = fields.has("person");
        if (is_person || fields.has("worker")) {
            const auto& known = is_person ? m_people.persons : m_people.workers;
            const auto id = fields.text(is_person ? "person" : "worker");
            if (auto found = known.find(id); found != known.end())
                return found->second;
            fields.problem(is_person ? "person" : "worker", fmt::format("nobody has introduced '{}'", id));
        }
        fields.need("name");
        return {fields.text("name"), join_filled(fields.text("who"), fields.text("of")), {}, {}};
    }

    record::Value entries() {
        record::Entries all;
        for (const auto& one : list())
            if (auto found = m_people.entries.find(words(one)); found != m_people.entries.end())
                all.entries.push_back(found->second);
            else
                wrong(one, fmt::format("no entry '{}' of this child was signed before", one.text));
        return all;
    }

    static std::string join_filled(const std::string& one, const std::string& other) {
        return one.empty() || other.empty() ? one + other : one + ", " + other;
    }

    record::Value people() {
        record::People all;
        for (const auto& one : list())
            all.there.push_back(present(one));
        all.nobody_else = all.there.empty();
        return all;
    }

    record::Value views() {
        record::Views all;
        for (const auto& one : list()) {
            Fields fields(one, m_item.id, m_problems);
            fields.only({"whose", "name", "who", "words", "how", "through"});
            fields.need("words");
            record::View view{"child", "", {}, fields.text("words"), fields.texts("how"), fields.text("through"), {}};
            const auto whose = fields.text("whose");
            if (whose.empty()) {
                fields.need("name");
                view.whose = fields.text("name");
                view.who_they_are = fields.text("who");
            } else if (whose != "child" && whose != m_people.child) {
                if (auto known = m_people.persons.find(whose); known != m_people.persons.end())
                    view.whose = known->second.full_name, view.who_they_are = known->second.who_they_are, view.person = known->second.person;
                else
                    fields.problem("whose", fmt::format("nobody has introduced the person '{}'", whose));
            }
            all.views.push_back(view);
        }
        return all;
    }

    record::Value options() {
        record::Options all;
        for (const auto& one : list()) {
            Fields fields(one, m_item.id, m_problems);
            fields.only({"what", "why_not"});
            fields.need("what");
            all.options.push_back({fields.text("what"), fields.text("why_not")});
        }
        return all;
    }

    record::Value actions() {
        record::Actions all;
        for (const auto& one : list()) {
            Fields fields(one, m_item.id, m_problems);
            fields.only({"what", "who", "by", "serves"});
            fields.need("what");
            record::Action action{fields.text("what"), fields.text("who"), {}, fields.text("serves")};
            if (const auto* by = fields.node("by"))
                action.by = day(*by);
            all.actions.push_back(action);
        }
        return all;
    }

    record::Value rows() {
        record::Rows all;
        for (const auto& row : list()) {
            std::vector<std::string> cells;
            for (const auto& cell : row.items)
                cells.push_back(words(cell));
            if (cells.size() != m_item.columns.size())
                wrong(row, fmt::format("{} cells; expected {}: {}", cells.size(), m_item.columns.size(), join(m_item.columns, ", ")));
            all.rows.push_back(std::move(cells));
        }
        return all;
    }

    const Node& m_node;
    const Item& m_item;
    const People& m_people;
    policy::Problems& m_problems;
};

const Node* answer_to(std::string_view item, const Node* answers, const Node* of_the_child) {
    const auto* own = of_the_child ? of_the_child->find(item) : nullptr;
    return own || !answers ? own : answers->find(item);
}

void check_known(const policy::RecordType& type, const Node* answers, policy::Problems& problems) {
    if (!answers)
        return;
    std::vector<std::string> known;
    for (const auto& item : type.items)
        known.push_back(item.id);
    for (const auto& member : answers->members)
        if (!type.item(member.first))
            problems.add(member.second, type.id, fmt::format("there is no item '{}'{}; it has: {}", member.first,
                                                             policy::did_you_mean(member.first, known), join(known, ", ")));
}

} // namespace

record::Form form_of(const policy::RecordType& type, const Node* answers, const Node* of_the_child, const People& people,
                     policy::Problems& problems) {
    check_known(type, answers, problems);
    check_known(type, of_the_child, problems);
    record::Form form{type.id, type.name, {}};
    for (const auto& item : type.items)
        if (const auto* node = answer_to(item.id, answers, of_the_child))
            form.answers.push_back({item.id, item.label, item.part, policy::name_of(item.type), Reader(*node, item, people, problems).value()});
    return form;
}

} // namespace lifestory::app::demo
