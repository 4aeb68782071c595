#include "policy/asking.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "calendar/london.h"
#include "policy/agreed.h"

namespace lifestory::policy {

bool has(const std::vector<std::string>& all, std::string_view one) { return std::ranges::find(all, one) != all.end(); }

bool meet(const std::vector<std::string>& left, const std::vector<std::string>& right) {
    return std::ranges::any_of(left, [&](const auto& one) { return has(right, one); });
}

namespace {

using calendar::Direction;
using calendar::Instant;

Says worse(Says left, Says right) { return std::max(left, right); }
Says says(bool holds) { return holds ? Says::Holds : Says::Contradicts; }
Says opposite(Says said) { return said == Says::Nothing ? said : says(said == Says::Contradicts); }

const Status* status_called(const Pack& pack, const std::string& id) {
    auto found = pack.statuses.find(id);
    return found == pack.statuses.end() ? nullptr : &found->second;
}

} // namespace

Asking::Asking(const Pack& of, const Facts& with, Instant when) : pack(of), facts(with), at(when), day(calendar::london_day(when)) {}

std::vector<std::string> Asking::all_given(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [key, value] : facts)
        if (key == name)
            values.push_back(value);
    return values;
}

std::optional<std::string> Asking::given(std::string_view name) const {
    for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact)
        if (fact->first == name)
            return fact->second;
    return std::nullopt;
}

std::string Asking::setting(std::string_view id) const {
    if (!facts.empty())
        if (auto said = given(fmt::format("setting.{}", id)))
            return *said;
    return pack.setting(id, day);
}

std::optional<calendar::Count> Asking::count(const CountOf& of) const {
    if (of.count)
        return of.count;
    auto parsed = calendar::parse_count(setting(of.setting));
    return parsed ? std::optional(*parsed) : std::nullopt;
}

// A status that is not given goes with those that are when it lives within one of them: it ends with it, or asks for it.
bool Asking::goes_with(const std::string& id, const std::vector<std::string>& known) const {
    const Status* status = status_called(pack, id);
    if (!status || known.empty())
        return false;
    auto ends_with = [&](const Trigger& end) { return end.thing == Thing::Status && has(known, end.id); };
    auto asks_for = [&](const Condition& one) { return meet(one.status, known); };
    auto during = [&](const std::string& other) {
        const Status* held = status_called(pack, other);
        return held && !status->during.empty() && held->during == status->during;
    };
    return std::ranges::any_of(status->ends, ends_with) || std::ranges::any_of(status->when, asks_for) || std::ranges::any_of(known, during);
}

// May the status hold with the other facts? What it asks for itself is asked too: how long a home has lasted, what a review decided.
Says Asking::status_itself(const std::string& id, int depth) const {
    const Status* status = status_called(pack, id);
    if (!status || status->when.empty() || depth > 4)
        return Says::Nothing;
    Says best = Says::Contradicts;
    for (const auto& one : status->when) {
        Says said = worse(lasted(one), values("item", one.item)); // an age was asked when it began, not now
        for (const auto& other : one.status)
            said = worse(said, status_itself(other, depth + 1));
        best = std::min(best, said);
    }
    return best == Says::Contradicts ? best : Says::Nothing;
}

Says Asking::status(const Condition& asked) const {
    auto known = all_given("status");
    Says result = Says::Nothing;
    if (!asked.status.empty()) {
        Says best = Says::Contradicts;
        for (const auto& id : asked.status) {
            bool taken = !has(known, id) && (known.empty() || goes_with(id, known));
            best = std::min(best, worse(taken ? Says::Nothing : says(has(known, id)), status_itself(id, 0)));
        }
        result = worse(result, best != Says::Contradicts && meet(known, asked.status) ? Says::Holds : best);
    }
    if (!asked.not_status.empty() && !known.empty())
        result = worse(result, says(!meet(known, asked.not_status)));
    return result;
}

Says Asking::among(std::string_view name, const std::vector<std::string>& asked) const {
    auto known = all_given(name);
    if (known.empty() || asked.empty())
        return Says::Nothing;
    std::vector<std::string> wanted;
    for (const auto& one : asked)
        wanted.push_back(one.starts_with("setting ") ? setting(one.substr(8)) : one);
    return says(meet(known, wanted));
}

Says Asking::age(std::string_view name, const std::optional<Ages>& asked) const {
    auto said = given(name);
    if (!said || !asked)
        return Says::Nothing;
    auto range = asked->setting.empty() ? *asked : parse_ages(setting(asked->setting)).value_or(Ages{});
    int years = 0;
    std::from_chars(said->data(), said->data() + said->size(), years);
    return says((!range.from || years >= *range.from) && (!range.below || years < *range.below));
}

Says Asking::values(std::string_view kind, const std::vector<Values>& asked) const {
    Says result = Says::Nothing;
    for (const auto& [id, wanted] : asked) {
        auto said = given(fmt::format("{}.{}", kind, id));
        if (!said)
            continue;
        bool any = has(wanted, "any") && *said != "none";
        result = worse(result, says(any || has(wanted, *said)));
    }
    return result;
}

Says Asking::lasted(const Condition& asked) const {
    Says result = Says::Nothing;
    const auto& calendar = pack.calendar_named("");
    for (const auto& [id, needed] : asked.lasted) {
        auto said = given("lasted." + id);
        auto least = count(needed);
        auto length = said ? calendar::parse_count(*said) : calendar::parse_count("");
        if (!length || !least)
            continue;
        auto reached = calendar::due_date({*length, at, Direction::After, {}}, calendar);
        auto needs = calendar::due_date({*least, at, Direction::After, {}}, calendar);
        if (reached && needs)
            result = worse(result, says(reached->instant() >= needs->instant()));
    }
    return result;
}

Says Asking::condition(const Condition& asked) const {
    Says result = status(asked);
    result = worse(result, among("ever", asked.ever));
    result = worse(result, among("area", asked.area));
    result = worse(result, opposite(among("area", asked.not_area)));
    result = worse(result, among("team", asked.team));
    result = worse(result, among("has", asked.has));
    result = worse(result, opposite(among("has", asked.has_not)));
    result = worse(result, age("age", asked.age));
    result = worse(result, age("age_at_death", asked.age_at_death));
    result = worse(result, values("item", asked.item));
    result = worse(result, values("detail", asked.detail));
    return worse(result, lasted(asked));
}

Says Asking::conditions(const Conditions& asked) const {
    if (asked.empty())
        return Says::Nothing;
    Says best = Says::Contradicts;
    bool holds = false;
    for (const auto& one : asked) {
        auto said = condition(one);
        holds = holds || said == Says::Holds;
        best = std::min(best, said);
    }
    return holds ? Says::Holds : best;
}

Instant Asking::event(const Trigger& trigger) const {
    auto said = given(trigger.written());
    if (!said)
        return at;
    if (auto wall = calendar::parse_wall(*said))
        return calendar::instant_of(*wall);
    auto parsed = calendar::parse_day(*said);
    return parsed ? calendar::start_of(*parsed) : at;
}

Instant Asking::event(const std::vector<Trigger>& triggers, CountsFrom from) const {
    if (facts.empty())
        return at;
    Instant chosen = at;
    bool first = true;
    for (const auto& trigger : triggers) {
        auto here = event(trigger);
        bool is_given = given(trigger.written()).has_value();
        bool takes = from == CountsFrom::Latest ? here > chosen : from == CountsFrom::Earliest ? here < chosen : is_given;
        if (first || takes)
            chosen = here;
        first = false;
    }
    return chosen;
}

} // namespace lifestory::policy
