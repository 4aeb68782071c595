// Packs laid over each other (packs.md section 2): each thing is the sum of what every pack said of it, key by key,
// with who said it. Contradictions, changes without a reason and broken promises are refused here; what the keys
// mean is read later.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "policy/pack.h"
#include "policy/read/node.h"
#include "policy/read/raw.h"

namespace lifestory::policy {

// A value and the pack whose word it is.
struct Said {
    Node value;
    std::string pack;
};

// Record items are things within a thing, in their own order.
struct SaidItem {
    std::string id;
    std::map<std::string, Said> keys;
};

struct Entity {
    std::string kind, id;
    std::map<std::string, Said> keys; // `items` of a record stand in `items` below
    std::vector<SaidItem> items;
    std::vector<Said> needs;
    std::set<std::string> packs;      // all that said something of it
    Node place;                       // where its last word stands
    std::string pack;                 // who said that
    bool firm = false;
    std::string full_id() const { return kind + "." + id; }
};

using Entities = std::map<std::pair<std::string, std::string>, Entity>; // by kind and id

struct Layered {
    std::vector<About> abouts;              // the farthest first, the pack itself last
    Entities entities;
    std::vector<Gone> gone;
};

// `texts`: every pack needed, by id. Adds every error it finds.
Layered layered(const std::map<std::string, PackText>& texts, const std::string& id, Problems& problems);

// The entity as one table, every key with the place where it was said.
Node flattened(const Entity& entity);

} // namespace lifestory::policy
