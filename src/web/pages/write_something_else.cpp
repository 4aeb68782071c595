#include "web/pages/write_something_else.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "policy/judge.h"
#include "record/chronology.h"
#include "record/letter.h"
#include "record/plan.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/letters.h"
#include "web/pages/summary.h"
#include "web/pages/written_letter.h"

namespace lifestory::web::pages {

namespace {

using policy::RecordType;

struct Heading {
    std::string_view kind, title;
};

// In the order of the page. What no word of it fits stands last.
constexpr std::array headings{Heading{"case-note", "Notes and conversations"},
                            Heading{"meeting", "Meetings and their papers"},
                            Heading{"work", "Assessments and enquiries"},
                            Heading{"plan", "Plans"},
                            Heading{"correspondence", "Letters, messages and referrals"},
                            Heading{"key-decision", "Decisions"},
                            Heading{"oversight", "What managers write"},
                            Heading{"summary", "Summaries"},
                            Heading{"document", "Documents"}};

bool is_written_here(const RecordType& type) {
    const bool is_one = std::ranges::any_of(headings, [&](const auto& group) { return type.is_like(group.kind); });
    return type.about == "child" && !type.is_like("visit") && !record::is_chronology_type(type.id) && !type.items.empty() && is_one;
}

// Beside what every entry asks: a type that others are made like asks nothing of its own.
bool asks_something(const policy::Pack& pack, const RecordType& type, const policy::Circumstances& now) {
    const auto* every = pack.record_type("entry");
    const auto asked = policy::asked_items(type, now);
    return std::ranges::any_of(asked, [&](const auto* item) { return !every || !every->item(item->id); });
}

// The area that alone writes it, else the kind that the pack says it is of; papers stand with what they belong to.
std::string title_of_group(const policy::Pack& pack, const RecordType& type) {
    if (type.area.size() == 1)
        if (const auto area = pack.areas.find(type.area.front()); area != pack.areas.end())
            return capital(area->second.name);
    auto is_any = [&](std::string_view kind) {
        return type.is_like(kind) || std::ranges::any_of(type.belongs_to, [&](const auto& one) { return pack.is_like(one, std::string(kind)); });
    };
    for (const auto& group : headings)
        if (type.is_like(group.kind) && group.kind != "document")
            return std::string(group.title);
    if (type.is_like(record::plan_type))
        return "Plans";
    if (const auto* court = pack.record_type("court-document"); court && type.is_like(court->id))
        return "For the court";
    for (const auto& group : headings)
        if (is_any(group.kind))
            return std::string(group.title);
    return std::string(headings.back().title);
}

std::size_t place_of(const std::string& title) {
    const auto found = std::ranges::find(headings, title, &Heading::title);
    return static_cast<std::size_t>(found - headings.begin());
}

Html link_to(const access::OpenRecord& open, const RecordType& type) {
    auto to = type.id == record::letter_type                  ? letter_path(open.record)
              : !type.letter.empty()                          ? written_letter_path(open.record, type.id)
              : type.is_like("summary") && type.item("written") ? summary_path(open.record, type.id)
                                                              : path("/children/{}/note?type={}", open.record.hex(), type.id);
    return html("<li><a class=\"govuk-link\" href=\"{}\">{}</a></li>", to, capital(type.name));
}

// By name within each group.
Html in_groups(const policy::Pack& pack, const access::OpenRecord& open, const std::vector<const RecordType*>& types) {
    std::map<std::pair<std::size_t, std::string>, std::map<std::string, Html>> grouped;
    for (const auto* type : types) {
        const auto title = title_of_group(pack, *type);
        grouped[{place_of(title), title}][fold(type->name)] += link_to(open, *type);
    }
    Html all;
    for (const auto& [group, links] : grouped) {
        Html rows;
        for (const auto& [name, link] : links)
            rows += link;
        all += html("<section>{}<ul class=\"govuk-list\">{}</ul></section>", heading(2, "govuk-heading-s", Phrase(group.second)), rows);
    }
    return html("<div data-find-kind>{}</div>", all);
}

} // namespace

Html write_something_else(const House& house, const access::OpenRecord& open, const Judged& judged) {
    static const std::vector<std::string> often{"case-note", "core-group", "core-group-minutes", "three-month-update", "letter", "key-decision"};
    const auto& pack = house.pack();
    const auto now = circumstances(house, judged, house.today());
    auto is_offered = [&](const RecordType& type) { return is_written_here(type) && policy::holds(type.when, now) && asks_something(pack, type, now); };
    Html first;
    std::vector<const RecordType*> more;
    for (const auto& id : often)
        if (const auto* type = pack.record_type(id); type && is_offered(*type))
            first += link_to(open, *type);
    for (const auto& [id, type] : pack.record_types) {
        if (std::ranges::find(often, id) != often.end() || !is_offered(type))
            continue;
        if (type.letter.empty())
            more.push_back(&type);
        else
            first += link_to(open, type); // a letter is never further away than its own name
    }
    Details rest;
    rest.summary = "More from the policy";
    rest.content = in_groups(pack, open, more);
    rest.classes = "app-more-kinds";
    Details other;
    other.summary = "Write something else";
    other.content = html("<ul class=\"govuk-list\">{}</ul>", first) + (more.empty() ? Html() : details(rest));
    return details(other);
}

} // namespace lifestory::web::pages
