#include "policy/read/contradictions.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "calendar/count.h"

namespace lifestory::policy {

namespace {

std::string place_of(const Entity& entity) {
    auto slash = entity.place.file.rfind('/');
    auto file = slash == std::string::npos ? entity.place.file : entity.place.file.substr(slash + 1);
    return fmt::format("{} ({}:{})", entity.pack, file, entity.place.line);
}

const Node* key_of(const Entity& entity, std::string_view key) {
    auto found = entity.keys.find(std::string(key));
    return found == entity.keys.end() ? nullptr : &found->second.value;
}

bool share(const Entity& one, const Entity& other, std::string_view key) {
    const Node *left = key_of(one, key), *right = key_of(other, key);
    if (!left || !right)
        return false;
    auto wanted = texts_in(*right);
    return std::ranges::any_of(texts_in(*left), [&](const auto& text) { return std::ranges::find(wanted, text) != wanted.end(); });
}

bool same(const Entity& one, const Entity& other, std::string_view key) {
    const Node *left = key_of(one, key), *right = key_of(other, key);
    return left && right ? left->same_value(*right) : left == right;
}

// The count itself, through a setting.
std::string limit_of(const Entity& rule, std::string_view key, const Entities& entities) {
    const Node* said = key_of(rule, key);
    std::string text = said ? said->text : "";
    if (!text.starts_with("setting "))
        return text;
    auto setting = entities.find({"setting", text.substr(8)});
    const Node* value = setting == entities.end() ? nullptr : key_of(setting->second, "value");
    return value ? value->text : text;
}

// "once" and "3 times" say something else than a length of time, and contradict none.
bool are_lengths(const std::string& one, const std::string& other) {
    auto left = calendar::parse_count(one), right = calendar::parse_count(other);
    return left && right && calendar::is_length_of_time(*left) && calendar::is_length_of_time(*right);
}

bool contradict(const Entity& one, const Entity& other, const Entities& entities) {
    bool timescale = one.kind == "timescale";
    auto left = limit_of(one, timescale ? "limit" : "every", entities), right = limit_of(other, timescale ? "limit" : "every", entities);
    if (left == right || !are_lengths(left, right) || !share(one, other, "what"))
        return false;
    if (timescale)
        return same(one, other, "when") && (share(one, other, "after") || share(one, other, "before"));
    return same(one, other, "while") && same(one, other, "for_each") && same(one, other, "about");
}

const RawSettlement* settlement_of(const RawPack& settling, const Entity& one, const Entity& other) {
    auto without_pack = [](const std::string& id) { return id.substr(0, id.find('@')); };
    for (const auto& settled : settling.settlements)
        if (settled.full_id == without_pack(one.full_id()) || settled.full_id == without_pack(other.full_id()))
            return &settled;
    return nullptr;
}

std::string settle_line(const std::string& full_id, const std::string& pack) {
    return fmt::format("say which holds: [settle] \"{}\" = {{ take = \"{}\", why = \"...\" }}", full_id, pack);
}

UnderOtherId judged(const Entity& one, const Entity& other, const RawPack& settling) {
    const RawSettlement* settled = settlement_of(settling, one, other);
    if (!settled)
        return {one.kind, "",
                fmt::format("'{}' in {} and '{}' in {} give different limits to one thing; {}", one.full_id(), place_of(one),
                            other.full_id(), place_of(other), settle_line(one.full_id(), one.pack))};
    return {one.kind, settled->take == one.pack ? other.id : one.id, settled->why};
}

} // namespace

std::string contradiction(const Entity& one, const Entity& other, const std::vector<std::string>& keys) {
    return fmt::format("'{}' is not the same in {} and {}; {} ({} differ{})", one.full_id(), place_of(one), place_of(other),
                       settle_line(one.full_id(), one.pack), join(keys, ", "), keys.size() == 1 ? "s" : "");
}

std::vector<UnderOtherId> contradictions_under_other_ids(const Entities& entities, const RawPack& settling,
                                                         const std::function<bool(const std::string&, const std::string&)>& in_one_line) {
    std::vector<const Entity*> rules;
    for (const auto& [name, entity] : entities)
        if (entity.kind == "timescale" || entity.kind == "frequency")
            rules.push_back(&entity);
    std::vector<UnderOtherId> found;
    for (std::size_t left = 0; left < rules.size(); ++left)
        for (std::size_t right = left + 1; right < rules.size(); ++right) {
            const auto &one = *rules[left], &other = *rules[right];
            if (one.kind != other.kind || in_one_line(one.pack, other.pack) || !contradict(one, other, entities))
                continue;
            const RawSettlement* settled = settlement_of(settling, one, other);
            if (!settled || settled->take != "each")
                found.push_back(judged(one, other, settling));
        }
    return found;
}

} // namespace lifestory::policy
