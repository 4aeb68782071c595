#include "web/pages/document_table.h"

#include <algorithm>

#include "base/text.h"
#include "policy/who_signs.h"
#include "web/html/components.h"
#include "web/pages/about_child.h"
#include "web/pages/acting.h"
#include "web/pages/guidance.h"

namespace lifestory::web::pages {

namespace {

using http::Call;
using http::Response;
using policy::Audience;
using policy::RecordType;

Html list_of(const std::vector<std::string>& lines) {
    Html rows;
    for (const auto& line : lines)
        rows += html("<li>{}</li>", line);
    return rows.empty() ? Html() : html("<ul class=\"govuk-list\">{}</ul>", rows);
}

// ---- written to the child

std::string written_words(const Audience& row, const RecordType& type) {
    if (row.written == policy::Written::InFull)
        return "in full";
    if (row.written == policy::Written::NotToTheChild)
        return "not to the child";
    std::vector<std::string> labels;
    for (const auto& id : row.items) {
        const auto* item = type.item(id);
        labels.push_back(item ? item->label : id);
    }
    return "in part: " + join(labels, "; ");
}

std::string held_words(const policy::Rule& rule, calendar::Day today) {
    std::string words;
    if (rule.since)
        words += (*rule.since <= today ? ", since " : ", from ") + calendar::in_words(*rule.since);
    if (rule.until)
        words += ", until " + calendar::in_words(*rule.until);
    return words;
}

std::string line_of(const House& house, const Audience& row, const RecordType& type) {
    std::vector<std::string> areas;
    for (const auto& id : row.area) {
        const auto area = house.pack().areas.find(id);
        areas.push_back(area == house.pack().areas.end() ? id : area->second.name);
    }
    const auto where = areas.empty() ? std::string() : " (" + join(areas, ", ") + ")";
    return capital(written_words(row, type)) + where + (row.when.empty() ? "" : ", in some cases") + held_words(row.rule, house.today());
}

// The rows that name the type, or else the nearest type that it is like; of none of them those of any other.
std::vector<const Audience*> rows_for(const policy::Pack& pack, const RecordType& type) {
    auto chain = type.like;
    chain.emplace_back("any other");
    for (const auto& id : chain) {
        std::vector<const Audience*> rows;
        for (const auto& row : pack.audiences)
            if (std::ranges::find(row.records, id) != row.records.end())
                rows.push_back(&row);
        if (!rows.empty())
            return rows;
    }
    return {};
}

// The same is not said once more for an area.
bool is_said_for_all(const std::vector<const Audience*>& rows, const Audience& row) {
    return !row.area.empty() && row.when.empty() && std::ranges::any_of(rows, [&](const auto* other) {
        return other->area.empty() && other->when.empty() && other->written == row.written && other->items == row.items && other->rule.since == row.rule.since;
    });
}

Html written_of(const House& house, const RecordType& type) {
    std::vector<std::string> lines;
    const auto rows = type.about == "child" || type.about == "family" ? rows_for(house.pack(), type) : std::vector<const Audience*>{};
    for (const auto* row : rows)
        if (!is_said_for_all(rows, *row))
            lines.push_back(line_of(house, *row, type));
    return lines.empty() ? html("No row says") : list_of(lines);
}

// ---- who, by when, to whom

Html who_of(const policy::Pack& pack, const RecordType& type) {
    std::vector<std::string> lines;
    for (const auto& [what, whom] : {std::pair{"Writes: ", &type.written_by}, {"Signs: ", &type.signed_by}, {"Agrees: ", &type.endorsed_by}, {"Decides: ", &type.decided_by}})
        if (!whom->empty())
            lines.push_back(what + policy::in_words(*whom, pack));
    return lines.empty() ? html("Whoever may write in the record") : list_of(lines);
}

bool is_met_by(const std::vector<policy::Trigger>& what, const RecordType& type) { return std::ranges::any_of(what, [&](const auto& one) { return one.id == type.id; }); }

std::string every_words(const std::string& count) { return count == "once" ? count : "every " + count; }

std::string count_words(const House& house, const policy::CountOf& of) {
    const auto count = house.pack().count(of, house.today());
    return count ? calendar::in_words(*count) : of.written();
}

std::string name_or(const std::string& name, const RecordType& type) { return name.empty() ? type.name : name; }

Html by_when(const House& house, const RecordType& type) {
    std::vector<std::string> lines;
    for (const auto& one : house.pack().timescales)
        if (is_met_by(one.what, type)) {
            const auto limit = one.limit ? count_words(house, *one.limit) + (one.before.empty() ? "" : " before") : one.on ? calendar::in_words(*one.on) : std::string("as agreed");
            lines.push_back(name_or(one.name, type) + ": " + limit + held_words(one.rule, house.today()));
        }
    for (const auto& one : house.pack().frequencies)
        if (is_met_by(one.what, type))
            lines.push_back(name_or(one.name, type) + ": " + (one.every ? every_words(count_words(house, *one.every)) : std::string("as agreed")) + held_words(one.rule, house.today()));
    return lines.empty() ? html("No time is set") : list_of(lines);
}

Html goes_to(const policy::Pack& pack, const RecordType& type) {
    std::vector<std::string> lines;
    for (const auto& who : type.distribute_to)
        lines.push_back(capital(policy::in_words({who}, pack)));
    return lines.empty() ? html("Nobody is named") : list_of(lines);
}

Html clauses_of(const policy::Pack& pack, const RecordType& type) {
    std::vector<std::string> ids;
    if (const auto rule = pack.record_rules.find(type.id); rule != pack.record_rules.end())
        ids = rule->second.clauses;
    for (const auto* row : rows_for(pack, type))
        if (std::ranges::find(row->records, type.id) != row->records.end())
            ids.insert(ids.end(), row->rule.clauses.begin(), row->rule.clauses.end());
    std::ranges::sort(ids);
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    Html links;
    for (const auto& id : ids)
        links += html("{}<a class=\"govuk-link\" href=\"{}\">{}</a>", links.empty() ? "" : ", ", clause_path(pack, id), id);
    return links;
}

bool is_written_by_us(const policy::Pack& pack, const RecordType& type) { return type.id != "entry" && pack.record_rules.contains(type.id); }

std::vector<const RecordType*> types_by_name(const policy::Pack& pack) {
    std::vector<const RecordType*> types;
    for (const auto& [id, type] : pack.record_types)
        if (is_written_by_us(pack, type))
            types.push_back(&type);
    std::ranges::stable_sort(types, {}, [](const auto* type) { return type->name; });
    return types;
}

Response show_documents(const House& house, const Call& call) {
    const auto& pack = house.pack();
    auto frame = frame_for(house, call.caller<Caller>());
    frame.act = "Documents";
    frame.heading = "Every kind of record, and what the policy says of it";
    frame.back = BackLink{url("/pack"), "The policy in force"};
    Table table;
    table.head = std::vector<Cell>{{"Record"}, {"Written to the child"}, {"Who"}, {"By when"}, {"Goes to"}, {"Clauses"}};
    table.first_cell = FirstCell::Header;
    for (const auto* type : types_by_name(pack))
        table.rows.push_back({{html("<span id=\"{}\">{}</span>", "type-" + type->id, type->name)}, {Phrase(written_of(house, *type))},
                              {Phrase(who_of(pack, *type))}, {Phrase(by_when(house, *type))}, {Phrase(goes_to(pack, *type))},
                              {Phrase(clauses_of(pack, *type))}});
    table.caption = plural(table.rows.size(), "kind of record", "kinds of record");
    table.caption_classes = "govuk-table__caption--m";
    auto top = html("<p class=\"govuk-body\">As {} has it today. Where nobody is named, whoever works with the child writes and signs, and a manager reads it.</p>",
                    house.installation.policy_line);
    return shown(frame, top + html("<div class=\"app-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Kinds of record\">{}</div>", web::table(table)));
}

} // namespace

std::vector<http::Route> document_table_routes(const House& house) {
    auto to = handlers_of(house);
    return {{http::Method::Get, "/pack/documents", http::Reach::Worker, to(show_documents)}};
}

} // namespace lifestory::web::pages
