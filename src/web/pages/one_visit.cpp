#include "web/pages/one_visit.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "record/sentences.h"
#include "web/pages/writing.h"

namespace lifestory::web::pages {

namespace {

constexpr std::string_view with = "with.", kept_with = "keep-", item = "item.";
constexpr std::size_t bytes_of_prefix = with.size() + 32 + 1;

// Who is ticked as being there is nobody of the children visited: they are said by the visit itself.
desk::Fields without_the_visited(desk::Fields fields, const record::Family& family, const std::vector<RecordNumber>& children) {
    std::vector<std::string> visited;
    for (const auto* person : family.children())
        if (std::ranges::find(children, *person->child) != children.end())
            visited.push_back("person:" + person->person.hex());
    for (auto& [name, value] : fields) {
        auto lines = lines_of(value);
        if (std::erase_if(lines, [&](const auto& line) { return std::ranges::find(visited, line) != visited.end(); }) > 0)
            value = join(lines, "\n");
    }
    return fields;
}

// Where "where you live" is one place for all of them.
bool live_together(const record::Family& family, const std::vector<RecordNumber>& children, calendar::Day day) {
    std::vector<const record::Household*> homes;
    for (const auto& child : children) {
        const auto* person = family.person_of(child);
        homes.push_back(person ? family.household_of(person->person, day) : nullptr);
    }
    return std::ranges::all_of(homes, [&](const auto* home) { return home && home == homes.front(); });
}

} // namespace

std::string prefix_of(RecordNumber child) { return fmt::format("{}{}.", with, child.hex()); }

std::string row_asked(std::string_view more) {
    bool is_beside = more.starts_with(with) && more.size() > bytes_of_prefix;
    return is_beside ? fmt::format("{}{}{}", more.substr(0, bytes_of_prefix), item, more.substr(bytes_of_prefix)) : fmt::format("{}{}", item, more);
}

bool is_for_all(const policy::RecordType& type, std::string_view field) {
    if (!type.several_children)
        return false;
    if (field == "when" || field.starts_with("when.") || field == "not-there" || field == "told-by")
        return true;
    if (!field.starts_with(item))
        return false;
    const auto* asked = type.item(field.substr(item.size(), field.find('.', item.size()) - item.size()));
    return asked && !asked->each_child;
}

Parted parted(const policy::RecordType& type, const desk::Fields& fields) {
    Parted both;
    for (const auto& [name, value] : fields)
        (is_for_all(type, name) ? both.for_all : both.own)[name] = value;
    return both;
}

desk::Fields beside(const desk::Fields& fields, const std::string& prefix) {
    desk::Fields there;
    for (const auto& [name, value] : fields)
        there[name.starts_with(kept_with) ? fmt::format("{}{}{}", kept_with, prefix, name.substr(kept_with.size())) : prefix + name] = value;
    return there;
}

desk::Fields taken_from_beside(const desk::Fields& fields, const std::string& prefix) {
    desk::Fields own;
    auto kept = fmt::format("{}{}", kept_with, prefix);
    for (const auto& [name, value] : fields) {
        if (name.starts_with(prefix))
            own[name.substr(prefix.size())] = value;
        else if (name.starts_with(kept))
            own[fmt::format("{}{}", kept_with, name.substr(kept.size()))] = value;
    }
    return own;
}

desk::Fields without_those_beside(const desk::Fields& fields) {
    auto own = fields;
    auto kept = fmt::format("{}{}", kept_with, with);
    std::erase_if(own, [&](const auto& one) { return one.first.starts_with(with) || one.first.starts_with(kept); });
    return own;
}

std::vector<RecordNumber> children_beside(const House& house, const desk::Draft& for_all, DraftId part) {
    std::vector<RecordNumber> children;
    for (const auto& one : for_all.parts) {
        auto other = house.desk.draft(one.draft);
        if (one.draft != part && (one.is_signed || (other && !other->put_away)))
            children.push_back(one.child);
    }
    return children;
}

std::vector<OtherPart> other_parts(const House& house, const Caller& caller, const desk::Draft& part) {
    std::vector<OtherPart> others;
    if (!part.same_for_all)
        return others;
    auto for_all = house.desk.draft(*part.same_for_all);
    for (const auto& one : for_all ? for_all->parts : std::vector<desk::Part>{}) {
        auto other = house.desk.draft(one.draft);
        if (one.draft == part.draft || !other || other->put_away || !writes_in(house, caller, *other))
            continue;
        for (auto& open : house.door.look_over(caller.visitor, std::span(&one.child, 1), house.now()))
            others.push_back({*other, std::move(open)});
    }
    return others;
}

std::vector<std::string> names_in(const std::string& words, const std::vector<OtherPart>& others) {
    std::vector<std::string> names;
    for (const auto& other : others)
        if (auto name = other.open.child->first_name(); record::has_word(words, name))
            names.push_back(name);
    return names;
}

std::vector<access::OpenRecord> brothers_and_sisters(const House& house, const Caller& caller, const access::OpenRecord& open, const policy::RecordType& type) {
    if (!open.family || !type.several_children)
        return {};
    std::vector<RecordNumber> children;
    for (const auto* person : open.family->children())
        if (*person->child != open.record)
            children.push_back(*person->child);
    auto all = house.door.look_over(caller.visitor, children, house.now());
    std::erase_if(all, [&](const auto& one) { return !one.may(access::Act::Write, on_type(house, type.id)); });
    return all;
}

std::vector<access::OpenRecord> could_be_visited_too(const House& house, const Caller& caller, const DraftView& view) {
    if (!view.open || !view.type)
        return {};
    auto children = brothers_and_sisters(house, caller, *view.open, *view.type);
    std::erase_if(children, [&](const auto& one) { return std::ranges::find(view.with, one.record) != view.with.end(); });
    return children;
}

Result<desk::Draft> visit_together(const House& house, const Caller& caller, const desk::Draft& draft, const std::vector<RecordNumber>& children) {
    auto view = TRY(view_of(house, caller, draft));
    desk::VisitTogether visit{draft.draft, draft.version, {}, {}, {}, caller.writer(), house.now()};
    std::vector<RecordNumber> visited{*draft.record};
    for (const auto& open : could_be_visited_too(house, caller, view))
        if (std::ranges::find(children, open.record) != children.end()) {
            visited.push_back(open.record);
            visit.others.push_back({FormNumber::random(), caller.writer(), open.record, draft.record_type});
        }
    bool have_parts = std::ranges::all_of(children, [&](const auto& child) { return std::ranges::find(view.with, child) != view.with.end(); });
    if (have_parts) // pressed twice
        return draft;
    if (visit.others.empty())
        return refuse("not-found", "There is no such child to visit too.", "also");
    auto both = parted(*view.type, draft.fields);
    both.own.erase("also");
    visit.own = std::move(both.own);
    bool is_of_one = record::has_word(field(both.for_all, "item.place"), "you") && !live_together(*view.open->family, visited, view.happened_on.value_or(house.today()));
    if (is_of_one) // "where you live" was said of one of them: asked anew of all
        both.for_all.erase("item.place");
    visit.same_for_all = without_the_visited(std::move(both.for_all), *view.open->family, visited);
    return house.desk.visit_together(visit);
}

} // namespace lifestory::web::pages
