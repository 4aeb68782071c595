#include "policy/read/layers.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/read/contradictions.h"
#include "policy/read/fields.h"
#include "policy/read/keys.h"

namespace lifestory::policy {

namespace {

using Type = Node::Type;

// Keys that many packs may say at once: what they say is joined.
const Names joined_keys{"clause", "also"};
// Keys that explain a rule and change nothing.
const Names explaining_keys{"why", "note", "settled"};

struct View {
    Entities entities;
    std::vector<Gone> gone;
    std::vector<std::string> packs; // itself and all it extends, the farthest first
};

struct House {
    const std::map<std::string, PackText>& texts;
    Problems& problems;
    std::map<std::string, RawPack> raw{};
    std::map<std::string, View> views{};
    std::vector<std::string> being_built{};
};

bool extends(const House& house, const std::string& pack, const std::string& other) {
    auto found = house.views.find(pack);
    return pack != other && found != house.views.end() && contains(found->second.packs, other);
}

Node list_of(const Node& node) {
    if (node.type == Type::Array)
        return node;
    Node list = node;
    list.type = Type::Array;
    list.text.clear();
    list.items = {node};
    return list;
}

Node united(const Node& left, const Node& right) {
    Node all = list_of(left);
    for (const auto& item : list_of(right).items)
        if (std::ranges::none_of(all.items, [&](const Node& there) { return there.same_value(item); }))
            all.items.push_back(item);
    return all;
}

std::vector<std::string> clauses_of(const Entity& entity) {
    std::vector<std::string> all;
    auto add = [&](const std::map<std::string, Said>& keys) {
        if (auto found = keys.find("clause"); found != keys.end())
            for (const auto& clause : texts_in(found->second.value))
                all.push_back(clause);
    };
    add(entity.keys);
    for (const auto& item : entity.items)
        add(item.keys);
    return all;
}

// ---- several packs side by side

struct Version {
    std::string view; // the extended pack through which it came
    const Entity* entity;
};

// Of what was said of one key, what no later layer replaced.
std::vector<const Said*> standing(const House& house, const std::vector<const Said*>& all) {
    std::vector<const Said*> left;
    for (const Said* said : all) {
        bool replaced = std::ranges::any_of(all, [&](const Said* other) { return extends(house, other->pack, said->pack); });
        bool repeated = std::ranges::any_of(left, [&](const Said* other) { return other->value.same_value(said->value); });
        if (!replaced && !repeated)
            left.push_back(said);
    }
    return left;
}

struct Joining {
    const House& house;
    bool each = false;                     // take = "each": lists are united, the strictest force holds
    std::vector<std::string> differing{};  // keys that are not the same
};

Said strictest(const std::vector<const Said*>& said) {
    const Said* best = said.front();
    for (const Said* other : said) {
        auto left = force_of(other->value.text), right = force_of(best->value.text);
        if (left && right && stricter(*left, *right))
            best = other;
    }
    return *best;
}

Said joined_key(const std::string& key, const std::vector<const Said*>& all, Joining& joining) {
    auto left = standing(joining.house, all);
    Said result = *left.front();
    bool lists = std::ranges::all_of(left, [](const Said* said) { return said->value.type == Type::Array; });
    if (contains(joined_keys, key) || (joining.each && lists && key != "order")) {
        for (const Said* said : all)
            result.value = united(result.value, said->value);
    } else if (left.size() > 1 && !contains(explaining_keys, key)) {
        if (joining.each && key == "force")
            result = strictest(left);
        else if (!joining.each)
            joining.differing.push_back(key);
    }
    return result;
}

std::map<std::string, Said> joined_keys_of(const std::vector<const std::map<std::string, Said>*>& tables, Joining& joining) {
    std::map<std::string, std::vector<const Said*>> by_key;
    for (const auto* table : tables)
        for (const auto& [key, said] : *table)
            by_key[key].push_back(&said);
    std::map<std::string, Said> result;
    for (const auto& [key, all] : by_key)
        result.emplace(key, joined_key(key, all, joining));
    return result;
}

std::vector<SaidItem> joined_items(const std::vector<Version>& versions, Joining& joining) {
    std::vector<std::string> order;
    std::map<std::string, std::vector<const std::map<std::string, Said>*>> by_id;
    for (const auto& version : versions)
        for (const auto& item : version.entity->items) {
            if (!by_id.contains(item.id))
                order.push_back(item.id);
            by_id[item.id].push_back(&item.keys);
        }
    std::vector<SaidItem> items;
    for (const auto& id : order)
        items.push_back({id, joined_keys_of(by_id[id], joining)});
    return items;
}

Entity joined_entity(const std::vector<Version>& versions, Joining& joining) {
    Entity result = *versions.front().entity;
    std::vector<const std::map<std::string, Said>*> tables;
    for (const auto& version : versions) {
        tables.push_back(&version.entity->keys);
        result.packs.insert(version.entity->packs.begin(), version.entity->packs.end());
        if (extends(joining.house, version.entity->pack, result.pack)) {
            result.pack = version.entity->pack;
            result.place = version.entity->place;
        }
    }
    result.keys = joined_keys_of(tables, joining);
    result.items = joined_items(versions, joining);
    for (const auto& version : versions)
        for (const auto& need : version.entity->needs)
            if (std::ranges::none_of(result.needs, [&](const Said& there) { return there.value.same_value(need.value); }))
                result.needs.push_back(need);
    return result;
}

// Versions that say something of their own: one that only hands on what another's layers say is silent.
std::vector<Version> speaking(const House& house, const std::vector<Version>& versions) {
    std::vector<Version> left;
    for (const auto& version : versions) {
        auto covered = [&](const Version& other) {
            return other.entity != version.entity &&
                   (extends(house, other.entity->pack, version.entity->pack) || other.entity->pack == version.entity->pack) &&
                   std::ranges::includes(other.entity->packs, version.entity->packs) &&
                   (other.entity->packs != version.entity->packs || &other < &version);
        };
        if (std::ranges::none_of(versions, covered))
            left.push_back(version);
    }
    return left;
}

bool knew_and_withdrew(const House& house, const std::string& view, const std::vector<Version>& versions) {
    return std::ranges::all_of(versions, [&](const Version& version) {
        return std::ranges::all_of(version.entity->packs, [&](const auto& pack) { return extends(house, view, pack); });
    });
}

const RawSettlement* settlement(const RawPack& raw, const std::string& full_id) {
    auto found = std::ranges::find(raw.settlements, full_id, &RawSettlement::full_id);
    return found == raw.settlements.end() ? nullptr : &*found;
}

const RawBlock* own_block(const RawPack& raw, const std::string& kind, const std::string& id) {
    auto found = std::ranges::find_if(raw.blocks, [&](const auto& block) { return block.kind == kind && block.id == id; });
    return found == raw.blocks.end() ? nullptr : &*found;
}

struct Table {
    House& house;
    const RawPack& raw;
    View& view;

    void put(Entity entity) { view.entities.insert_or_assign({entity.kind, entity.id}, std::move(entity)); }

    void take_one(const RawSettlement& settled, const std::vector<Version>& versions) {
        auto found = std::ranges::find(versions, settled.take, &Version::view);
        if (found == versions.end()) {
            Names known{"each"};
            for (const auto& version : versions)
                known.push_back(version.view);
            house.problems.add(settled.place, "settle." + settled.full_id,
                               fmt::format("take = '{}' does not say it{}; expected one of: {}", settled.take,
                                           did_you_mean(settled.take, known), join(known, ", ")));
            return put(*versions.front().entity);
        }
        for (const auto& version : versions)
            if (!std::ranges::includes(found->entity->packs, version.entity->packs))
                view.gone.push_back({settled.full_id, version.view, settled.why, clauses_of(*version.entity)});
        put(*found->entity);
    }

    void take_each(const std::vector<Version>& versions) {
        const auto& kind = versions.front().entity->kind;
        auto speakers = speaking(house, versions);
        if (kind == "record" || kind == "list" || speakers.size() < 2) {
            Joining joining{house, true};
            return put(joined_entity(versions, joining));
        }
        for (const auto& version : speakers) {
            Entity variant = *version.entity;
            variant.id += "@" + version.view;
            put(std::move(variant));
        }
    }

    void take_joined(const std::vector<Version>& versions) {
        Joining joining{house};
        auto entity = joined_entity(versions, joining);
        const RawBlock* own = own_block(raw, entity.kind, entity.id);
        std::erase_if(joining.differing, [&](const auto& key) { return own && own->table.find(key); });
        auto speakers = speaking(house, versions);
        if (!joining.differing.empty() && speakers.size() > 1)
            house.problems.add(raw.extends_place, "",
                               contradiction(*speakers[0].entity, *speakers[1].entity, joining.differing));
        put(std::move(entity));
    }

    void join_entity(const std::pair<std::string, std::string>& name) {
        std::vector<Version> versions;
        Names without;
        for (const auto& pack : raw.about.extends)
            if (auto seen = house.views.find(pack); seen != house.views.end()) {
                auto found = seen->second.entities.find(name);
                if (found == seen->second.entities.end())
                    without.push_back(pack);
                else
                    versions.push_back({pack, &found->second});
            }
        for (const auto& pack : without)
            if (knew_and_withdrew(house, pack, versions))
                return;
        const RawSettlement* settled = settlement(raw, name.first + "." + name.second);
        if (versions.size() == 1)
            put(*versions.front().entity);
        else if (!settled)
            take_joined(versions);
        else if (settled->take == "each")
            take_each(versions);
        else
            take_one(*settled, versions);
    }

    void lay_side_by_side() {
        std::set<std::pair<std::string, std::string>> names;
        for (const auto& pack : raw.about.extends)
            if (auto seen = house.views.find(pack); seen != house.views.end()) {
                for (const auto& [name, entity] : seen->second.entities)
                    names.insert(name);
                for (const auto& gone : seen->second.gone)
                    if (std::ranges::find(view.gone, gone) == view.gone.end())
                        view.gone.push_back(gone);
            }
        for (const auto& name : names)
            join_entity(name);
    }
};

// ---- a pack's own word over what it extends

struct Overlay {
    House& house;
    const RawPack& raw;
    const RawBlock& block;
    Entity& entity;
    bool has_why = false;
    std::string name{};

    void set(std::map<std::string, Said>& keys, const std::string& key, const Node& value) {
        auto found = keys.find(key);
        if (found == keys.end()) {
            keys.emplace(key, Said{value, raw.about.id});
        } else if (contains(joined_keys, key)) {
            found->second = {united(found->second.value, value), raw.about.id};
        } else if (!found->second.value.same_value(value)) {
            if (!has_why && !contains(explaining_keys, key) && !(block.kind == "list" && key == "items"))
                house.problems.add(value, name,
                                   fmt::format("'{}' changes what {} says ({}:{}) and gives no reason; say why: why = \"...\"", key,
                                               found->second.pack, found->second.value.file, found->second.value.line));
            found->second = {value, raw.about.id};
        }
    }

    void set_item(const Node& item) {
        const Node* id = item.find("id");
        if (item.type != Type::Table || !id || id->type != Type::Text)
            return house.problems.add(item, name, "an item is a table with an id: { id = \"...\", ... }");
        Fields(item, name, house.problems).only(keys_of_part("item"));
        auto found = std::ranges::find(entity.items, id->text, &SaidItem::id);
        if (found == entity.items.end()) {
            entity.items.push_back({id->text, {}});
            found = entity.items.end() - 1;
        }
        bool told = has_why;
        has_why = true; // items are joined: a layer gives a force or a label without saying why
        for (const auto& [key, value] : item.members)
            set(found->keys, key, value);
        has_why = told;
    }

    void set_items(const Node& items) {
        if (items.type != Type::Array)
            return house.problems.add(items, name, "items are a list: items = [ { id = \"...\" }, ... ]");
        Names seen;
        for (const auto& item : items.items) {
            const Node* id = item.find("id");
            if (id && contains(seen, id->text))
                house.problems.add(item, name, fmt::format("item '{}' stands here twice; expected each id once", id->text));
            if (id)
                seen.push_back(id->text);
            set_item(item);
        }
    }

    void refuse_firm() {
        for (const auto& [key, value] : block.table.members)
            if (key != "clause" && key != "also" && key != "note")
                return house.problems.add(value, name, fmt::format("'{}' cannot change: the rule is firm in {}; give your rule its own id beside it",
                                                                   key, entity.pack));
    }

    void lay() {
        name = entity.full_id();
        has_why = block.table.find("why") != nullptr;
        if (entity.firm)
            return refuse_firm();
        for (const auto& [key, value] : block.table.members) {
            if (block.kind == "record" && key == "items")
                set_items(value);
            else if (block.kind == "record" && key == "needs")
                for (const auto& need : list_of(value).items)
                    entity.needs.push_back({need, raw.about.id});
            else
                set(entity.keys, key, value);
        }
        entity.place = block.table;
        entity.place.members.clear();
        entity.pack = raw.about.id;
        entity.packs.insert(raw.about.id);
        auto firm = entity.keys.find("firm");
        entity.firm = firm != entity.keys.end() && firm->second.value.flag;
    }
};

void lay_own(House& house, const RawPack& raw, View& view) {
    for (const auto& block : raw.blocks) {
        Entity fresh;
        fresh.kind = block.kind;
        fresh.id = block.id;
        auto [found, added] = view.entities.try_emplace({block.kind, block.id}, fresh);
        Overlay{house, raw, block, found->second}.lay();
    }
}

Names full_ids(const View& view) {
    Names all;
    for (const auto& [name, entity] : view.entities)
        all.push_back(entity.full_id());
    return all;
}

void withdraw(House& house, const RawPack& raw, View& view) {
    for (const auto& gone : raw.withdrawals) {
        auto dot = gone.full_id.find('.');
        auto found = view.entities.find({gone.full_id.substr(0, dot), dot == std::string::npos ? "" : gone.full_id.substr(dot + 1)});
        if (found == view.entities.end()) {
            house.problems.add(gone.place, "withdraw." + gone.full_id,
                               fmt::format("no pack that it extends has it{}; expected \"kind.id\"", did_you_mean(gone.full_id, full_ids(view))));
        } else if (found->second.firm) {
            house.problems.add(gone.place, "withdraw." + gone.full_id, fmt::format("the rule is firm in {}; expected one that may be withdrawn", found->second.pack));
        } else {
            view.gone.push_back({gone.full_id, raw.about.id, gone.why, clauses_of(found->second)});
            view.entities.erase(found);
        }
    }
}

void check_settlements(House& house, const RawPack& raw, const View& view) {
    auto known = full_ids(view);
    for (const auto& settled : raw.settlements) {
        bool there = std::ranges::any_of(known, [&](const auto& id) { return id == settled.full_id || id.starts_with(settled.full_id + "@"); });
        bool dropped = std::ranges::any_of(view.gone, [&](const auto& gone) { return gone.full_id == settled.full_id; });
        if (!there && !dropped)
            house.problems.add(settled.place, "settle." + settled.full_id,
                               fmt::format("no pack that it extends has it{}; expected \"kind.id\"", did_you_mean(settled.full_id, known)));
    }
}

void build(House& house, const std::string& id);

void build_extended(House& house, RawPack& raw, View& view) {
    Names present;
    for (const auto& pack : raw.about.extends) {
        if (contains(house.being_built, pack)) {
            house.problems.add(raw.extends_place, "pack", fmt::format("extends = '{}': the packs extend each other in a circle; expected none to", pack));
            continue;
        }
        if (!house.texts.contains(pack)) {
            house.problems.add(raw.extends_place, "pack", fmt::format("extends = '{}': there is no such folder beside this one; expected {}/", pack, pack));
            continue;
        }
        build(house, pack);
        present.push_back(pack);
        for (const auto& known : house.views.at(pack).packs)
            if (!contains(view.packs, known))
                view.packs.push_back(known);
    }
    raw.about.extends = present;
}

void build(House& house, const std::string& id) {
    if (house.views.contains(id))
        return;
    house.being_built.push_back(id);
    auto raw = read_raw(house.texts.at(id), house.problems);
    View view;
    build_extended(house, raw, view);
    view.packs.push_back(id);
    Table{house, raw, view}.lay_side_by_side();
    for (const auto& found : contradictions_under_other_ids(view.entities, raw, [&](const auto& one, const auto& other) {
             return one == other || extends(house, one, other) || extends(house, other, one);
         })) {
        if (found.dropped.empty()) {
            house.problems.add(raw.extends_place, "", found.message);
            continue;
        }
        auto dropped = view.entities.find({found.kind, found.dropped});
        if (dropped == view.entities.end())
            continue;
        view.gone.push_back({dropped->second.full_id(), dropped->second.pack, found.message, clauses_of(dropped->second)});
        view.entities.erase(dropped);
    }
    lay_own(house, raw, view);
    withdraw(house, raw, view);
    check_settlements(house, raw, view);
    house.raw.emplace(id, std::move(raw));
    house.views.emplace(id, std::move(view));
    house.being_built.pop_back();
}

} // namespace

Layered layered(const std::map<std::string, PackText>& texts, const std::string& id, Problems& problems) {
    House house{texts, problems};
    build(house, id);
    Layered result;
    auto& view = house.views.at(id);
    for (const auto& pack : view.packs)
        result.abouts.push_back(house.raw.at(pack).about);
    result.entities = std::move(view.entities);
    result.gone = std::move(view.gone);
    return result;
}

} // namespace lifestory::policy
