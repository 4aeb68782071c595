#include "web/pages/asked_if.h"

#include <algorithm>
#include <utility>

#include "base/json.h"
#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/acting.h"
#include "web/pages/record_items.h"

namespace lifestory::web::pages {

namespace {

using policy::Item;
using policy::ItemType;
using AllOf = std::vector<policy::Values>; // all of these answers

// The answers that ask for an item: any of these. `always`: it hangs on none of them.
struct Hangs {
    bool always = false;
    std::vector<AllOf> any_of;

    bool can_be() const { return always || !any_of.empty(); }
};

bool is_of_form(const DraftView& view, const Item& item) { return item.for_all ? view.for_all.has_value() : item.force.has_value(); }

// What the child's record says already is settled here, so that only answers are left.
Hangs hangs_of(const House& house, const DraftView& view, const Item& item) {
    Hangs hangs;
    hangs.always = item.when.empty();
    if (hangs.always || !view.judged.timeline)
        return hangs;
    auto now = circumstances(house, view.judged, view.happened_on.value_or(house.today()), nullptr);
    for (auto condition : item.when) {
        auto answers = std::exchange(condition.item, {});
        if (!policy::holds(policy::Conditions{condition}, now))
            continue;
        if (answers.empty())
            hangs.always = true;
        else if (std::ranges::find(hangs.any_of, answers) == hangs.any_of.end())
            hangs.any_of.push_back(std::move(answers));
    }
    return hangs;
}

bool is_asked_now(const DraftView& view, const Item& item) { return std::ranges::find(view.asked, &item) != view.asked.end(); }

// Of one visit to several children an answer that is the same for all has one field on the page.
std::string field_of(const DraftView& view, const Item& item) { return (view.for_all && !item.each_child ? std::string() : view.prefix) + name_of(item); }

std::vector<std::string> can_be_chosen(const Item& item) {
    std::vector<std::string> all;
    for (const auto& choice : item.choices)
        all.push_back(choice.name);
    if (item.type == ItemType::YesNo)
        all = {"yes", "no"};
    if (item.type == ItemType::Seen)
        all = {"seen alone", "seen with others", "not seen", "baby seen awake"};
    return all;
}

std::string label_of(const DraftView& view, const Item& item) {
    return item.type == ItemType::Seen ? "Was " + view.first_name() + " seen?" : item.label;
}

std::string either(const std::vector<std::string>& values) {
    std::vector<std::string> quoted;
    for (const auto& one : values)
        quoted.push_back("“" + one + "”");
    return join(quoted, " or ");
}

struct Clause {
    std::string words;
    bool is_contrary = false; // "unless": shorter to say by what it may not be
};

Clause clause_of(const DraftView& view, const policy::Values& asked) {
    const auto* item = view.type->item(asked.first);
    const auto label = "“" + (item ? label_of(view, *item) : asked.first) + "”";
    auto has = [&](std::string_view value) { return std::ranges::find(asked.second, value) != asked.second.end(); };
    if (has("any"))
        return {label + " is answered"};
    if (!has("none"))
        return {"the answer to " + label + " is " + either(asked.second)};
    std::vector<std::string> others;
    for (const auto& value : item ? can_be_chosen(*item) : std::vector<std::string>{})
        if (!has(value))
            others.push_back(value);
    return others.empty() ? Clause{label + " is answered", true} : Clause{"the answer to " + label + " is " + either(others), true};
}

// "Only if the answer to “Is it important?” is “yes”."
std::string sentence_of(const DraftView& view, const Hangs& hangs) {
    std::vector<std::string> ways;
    for (const auto& together : hangs.any_of) {
        std::vector<std::string> clauses;
        for (const auto& one : together) {
            auto clause = clause_of(view, one);
            if (clause.is_contrary && hangs.any_of.size() == 1 && together.size() == 1)
                return "Not if " + clause.words + ".";
            clauses.push_back((clause.is_contrary ? "unless " : "if ") + clause.words);
        }
        ways.push_back(join(clauses, " and "));
    }
    return "Only " + join(ways, ", or ") + ".";
}

// For the script: any of these, each of which is all of these.
std::string rule_of(const DraftView& view, const Hangs& hangs) {
    JsonArray any_of;
    for (const auto& together : hangs.any_of) {
        JsonArray all;
        for (const auto& [id, values] : together) {
            JsonArray wanted;
            for (const auto& value : values)
                wanted.emplace_back(value);
            const auto* item = view.type->item(id);
            const auto* proposed = item ? proposed_for(view, *item) : nullptr;
            all.push_back(JsonObject{{"field", item ? field_of(view, *item) : "item." + id}, {"values", wanted}, {"unless_said", proposed ? proposed->value : ""}});
        }
        any_of.push_back(all);
    }
    return to_text(any_of);
}

} // namespace

std::vector<const Item*> can_be_asked(const House& house, const DraftView& view) {
    std::vector<const Item*> all;
    for (const auto& item : view.type->items)
        if (is_asked_now(view, item) || (is_of_form(view, item) && hangs_of(house, view, item).can_be()))
            all.push_back(&item);
    return all;
}

Html asked_if(const House& house, const DraftView& view, const Item& item, const Html& fields) {
    auto hangs = hangs_of(house, view, item);
    if (hangs.always || hangs.any_of.empty())
        return fields;
    return html("<div class=\"app-asked-if\" data-asked-if=\"{}\" data-label=\"{}\"><p class=\"govuk-hint app-without-script\">{}</p>{}</div>", rule_of(view, hangs), item.label,
                sentence_of(view, hangs), fields);
}

Html asked_beside(const House& house, const DraftView& view, const Item& item, const Html& words) {
    auto hangs = hangs_of(house, view, item);
    if (!is_asked_now(view, item) && (!is_of_form(view, item) || !hangs.can_be()))
        return Html();
    if (hangs.always || hangs.any_of.empty())
        return words;
    return html("<span data-asked-if=\"{}\"><span class=\"app-without-script\">{} </span>{}</span>", rule_of(view, hangs), sentence_of(view, hangs), words);
}

} // namespace lifestory::web::pages
