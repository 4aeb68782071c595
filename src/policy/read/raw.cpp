#include "policy/read/raw.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/read/fields.h"
#include "policy/read/keys.h"

namespace lifestory::policy {

namespace {

using Type = Node::Type;

bool is_id(std::string_view text) {
    bool word = false;
    for (char c : text) {
        bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && (c != '-' || !word))
            return false;
        word = letter;
    }
    return word;
}

// "ROC-158", "NAT-CP1": one of the pack's beginnings, a hyphen, at most two capital letters and a number.
bool is_clause_id(std::string_view id, std::string_view prefix) {
    if (!id.starts_with(prefix) || !id.substr(prefix.size()).starts_with('-'))
        return false;
    auto rest = id.substr(prefix.size() + 1);
    auto letters = std::min(rest.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), rest.size());
    auto number = rest.substr(letters);
    return letters <= 2 && !number.empty() && number.size() <= 4 && number.find_first_not_of("0123456789") == std::string_view::npos;
}

bool id_fits(const std::string& kind, const std::string& id, const About& about) {
    if (kind == "words" || kind == "acronyms")
        return !trim(id).empty();
    if (kind != "clause")
        return is_id(id);
    return std::ranges::any_of(about.clause_prefixes, [&](const auto& prefix) { return is_clause_id(id, prefix); });
}

std::string id_expected(const std::string& kind, const About& about) {
    if (kind == "clause")
        return fmt::format("expected an id like {}-12", join(about.clause_prefixes, "-12 or "));
    return "expected lower-case words with hyphens";
}

Source read_source(const Node& node, Problems& problems) {
    Fields fields(node, "pack.sources", problems);
    fields.only(keys_of_part("source"));
    Source source{fields.text("title"), fields.text("status"), fields.text("printed_copy_valid"), fields.text("kept_at"),
                  fields.day("revised"), fields.day("adopted"), fields.day("launched"), fields.day("until"), fields.texts("links"), fields.texts("clause")};
    if (source.title.empty())
        problems.add(node, "pack.sources", "a source needs a title: title = \"...\"");
    return source;
}

void read_about(RawPack& raw, const PackText& text, const Node& table, Problems& problems) {
    Fields fields(table, "pack", problems);
    fields.only(keys_of("pack"));
    auto& about = raw.about;
    for (auto key : {"id", "name", "version", "since", "clauses", "owner"})
        fields.need(key);
    about.id = fields.text("id");
    about.name = fields.text("name");
    about.version = fields.text("version");
    about.owner = fields.text("owner");
    about.escalation = fields.text("escalation");
    about.corrects = fields.text("corrects");
    about.why = fields.text("why");
    about.since = fields.day("since").value_or(calendar::Day{});
    about.review_due = fields.day("review_due");
    about.extends = fields.texts("extends");
    about.clause_prefixes = fields.texts("clauses");
    about.clauses = fields.texts("clause");
    about.systems = fields.texts("systems");
    for (const Node* source : fields.tables("sources"))
        about.sources.push_back(read_source(*source, problems));
    if (about.id != text.id)
        problems.add(fields.at("id"), "pack", fmt::format("id = '{}' is not the name of its folder; expected '{}'", about.id, text.id));
    if (!about.corrects.empty() && about.why.empty())
        problems.add(fields.at("corrects"), "pack", "a pack that corrects an earlier version says why: why = \"...\"");
    raw.place = table;
    raw.extends_place = fields.at("extends");
}

void read_withdrawals(RawPack& raw, const Node& table, Problems& problems) {
    for (const auto& [id, value] : table.members) {
        if (value.type != Type::Text || is_blank(value.text))
            problems.add(value, "withdraw." + id, "expected the reason in a sentence: \"kind.id\" = \"...\"");
        raw.withdrawals.push_back({id, value.text, value});
    }
}

void read_settlements(RawPack& raw, const Node& table, Problems& problems) {
    for (const auto& [id, value] : table.members) {
        Fields fields(value, "settle." + id, problems);
        fields.only(keys_of_part("settle"));
        fields.need("take");
        fields.need("why");
        raw.settlements.push_back({id, fields.text("take"), fields.text("why"), value});
    }
}

void read_kind(RawPack& raw, const std::string& kind, const Node& table, std::map<std::string, Node>& seen, Problems& problems) {
    for (const auto& [id, value] : table.members) {
        std::string name = kind + "." + id;
        if (value.type != Type::Table) {
            problems.add(value, name, fmt::format("{} stands where a table was expected: [{}] or {} = {{ ... }}", value.shown(), name, id));
            continue;
        }
        if (!id_fits(kind, id, raw.about))
            problems.add(value, name, fmt::format("'{}' is no id; {}", id, id_expected(kind, raw.about)));
        if (auto there = seen.find(name); there != seen.end()) {
            problems.add(value, name, fmt::format("already written in this pack at {}:{}; expected each id once", there->second.file, there->second.line));
            continue;
        }
        seen.emplace(name, value);
        Fields(value, name, problems).only(keys_of(kind));
        raw.blocks.push_back({kind, id, value});
    }
}

void read_top(RawPack& raw, const Node& file, std::map<std::string, Node>& seen, Problems& problems) {
    for (const auto& [key, value] : file.members) {
        if (key == "pack")
            continue;
        auto known = kinds();
        known.insert(known.end(), {"pack", "withdraw", "settle"});
        std::ranges::sort(known);
        if (!contains(known, key)) {
            problems.add(value, "", fmt::format("unknown kind '{}'{}; expected one of: {}", key, did_you_mean(key, known), join(known, ", ")));
        } else if (value.type != Type::Table) {
            problems.add(value, "", fmt::format("{} = {}; expected a table: [{}.id]", key, value.shown(), key));
        } else if (key == "withdraw") {
            read_withdrawals(raw, value, problems);
        } else if (key == "settle") {
            read_settlements(raw, value, problems);
        } else {
            read_kind(raw, key, value, seen, problems);
        }
    }
}

} // namespace

std::vector<std::string> texts_in(const Node& node) {
    if (node.type == Type::Text)
        return {node.text};
    std::vector<std::string> all;
    for (const auto& item : node.items)
        if (item.type == Type::Text)
            all.push_back(item.text);
    return all;
}

RawPack read_raw(const PackText& text, Problems& problems) {
    RawPack raw;
    raw.about.id = text.id;
    raw.place.file = text.folder;
    std::vector<Node> files;
    for (const auto& file : text.files) {
        auto shown = text.folder + file.path.substr(std::min(file.path.find('/'), file.path.size()));
        if (auto node = parse_toml(file.text, shown, problems))
            files.push_back(std::move(*node));
    }
    int abouts = 0;
    for (const auto& file : files)
        if (const Node* about = file.find("pack"); about && about->type == Type::Table) {
            if (++abouts > 1)
                problems.add(*about, "pack", "already written in this pack; expected it once");
            else
                read_about(raw, text, *about, problems);
        }
    if (abouts == 0)
        problems.add_line(fmt::format("{}/pack.toml:1: pack: there is no [pack]; expected id, name, version, since, clauses, owner", text.folder));
    std::map<std::string, Node> seen;
    for (const auto& file : files)
        read_top(raw, file, seen, problems);
    return raw;
}

} // namespace lifestory::policy
