// What is asked of a pack's values once they are read.
#include "policy/pack.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace lifestory::policy {

namespace {

constexpr std::array<std::string_view, 22> item_types{"text",   "prose", "prompt", "choice", "choices", "yes-no", "day",        "instant",
                                                      "interval", "number", "place", "people", "person", "worker", "seen",  "views",
                                                      "options", "actions", "attachment", "code", "rows", "entry"};

} // namespace

std::string name_of(ItemType type) { return std::string(item_types[static_cast<std::size_t>(type)]); }

std::optional<ItemType> item_type_of(std::string_view name) {
    auto found = std::ranges::find(item_types, name);
    return found == item_types.end() ? std::nullopt : std::optional(static_cast<ItemType>(found - item_types.begin()));
}

std::vector<std::string> parts() {
    return {"what-happened", "what-you-told-me", "what-others-said", "what-i-think", "decision", "what-happens-next", "about", "for-professionals"};
}

std::string name_of(Force force) {
    switch (force) {
    case Force::Must: return "must";
    case Force::Should: return "should";
    case Force::Advice: return "advice";
    }
    return "";
}

bool stricter(Force left, Force right) { return static_cast<int>(left) < static_cast<int>(right); }

std::string Trigger::written() const {
    switch (thing) {
    case Thing::Record:
    case Thing::Status: return id + "." + moment;
    case Thing::Birth: return "birth";
    case Thing::Death: return "death";
    case Thing::Birthday: return fmt::format("birthday.{}", age);
    case Thing::Pack: return "pack." + moment;
    }
    return "";
}

std::string CountOf::written() const { return count ? calendar::in_words(*count) : "setting " + setting; }

bool RecordType::is_like(std::string_view type) const { return std::ranges::find(like, type) != like.end(); }

const Item* RecordType::item(std::string_view item_id) const {
    auto found = std::ranges::find(items, item_id, &Item::id);
    return found == items.end() ? nullptr : &*found;
}

const RecordType* Pack::record_type(std::string_view id) const {
    auto found = record_types.find(id);
    return found == record_types.end() ? nullptr : &found->second;
}

bool Pack::is_like(std::string_view type, std::string_view other) const {
    const RecordType* found = record_type(type);
    return found ? found->is_like(other) : type == other;
}

const calendar::Calendar& Pack::calendar_named(std::string_view id) const {
    static const calendar::Calendar none;
    auto found = calendars.find(id.empty() ? "england-and-wales" : id);
    return found == calendars.end() ? none : found->second;
}

std::string Pack::setting(std::string_view id, calendar::Day on) const {
    auto found = settings.find(id);
    if (found == settings.end())
        return "";
    std::string value = found->second.value;
    for (const auto& [day, changed] : found->second.changes)
        if (day <= on)
            value = changed;
    return value;
}

std::optional<calendar::Count> Pack::count(const CountOf& of, calendar::Day on) const {
    if (of.count)
        return of.count;
    auto parsed = calendar::parse_count(setting(of.setting, on));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

std::string Pack::acts_as(std::string_view role) const {
    auto found = roles.find(role);
    return found == roles.end() ? "" : found->second.acts_as;
}

const Acronym* Pack::acronym(std::string_view letters) const {
    auto found = std::ranges::find_if(acronyms, [letters](const Acronym& acronym) { return acronym.rule.id == letters; });
    return found == acronyms.end() ? nullptr : &*found;
}

} // namespace lifestory::policy
