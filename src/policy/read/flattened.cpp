// A joined entity as one table again, so that the readers of rules read what a file would have said.
#include "policy/read/layers.h"

namespace lifestory::policy {

namespace {

using Type = Node::Type;

} // namespace

Node flattened(const Entity& entity) {
    Node table = entity.place;
    table.type = Type::Table;
    table.members.clear();
    for (const auto& [key, said] : entity.keys)
        table.members.emplace_back(key, said.value);
    auto list = [&](std::string_view key) {
        Node node = entity.place;
        node.type = Type::Array;
        node.items.clear();
        table.set(key, node);
        return table.find(key);
    };
    if (!entity.items.empty()) {
        Node* items = list("items");
        for (const auto& item : entity.items) {
            Node one = entity.place;
            one.type = Type::Table;
            one.members.clear();
            for (const auto& [key, said] : item.keys) {
                one.members.emplace_back(key, said.value);
                if (key == "id") {
                    one.file = said.value.file;
                    one.line = said.value.line;
                }
            }
            items->items.push_back(std::move(one));
        }
    }
    if (!entity.needs.empty()) {
        Node* needs = list("needs");
        for (const auto& need : entity.needs)
            needs->items.push_back(need.value);
    }
    return table;
}

} // namespace lifestory::policy
