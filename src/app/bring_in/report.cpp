#include "app/bring_in/report.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <set>

#include <fmt/format.h>

#include "base/json.h"
#include "base/text.h"
#include "calendar/london.h"

namespace lifestory::app::bring_in {

namespace {

std::string_view word_of(Came came) {
    switch (came) {
    case Came::New: return "new";
    case Came::Grown: return "grown";
    case Came::AlreadyHere: return "already here";
    case Came::Held: return "held back";
    }
    return {};
}

// One child's, or what is of no child.
struct Part {
    std::string person, record;
    std::string came;
    std::map<std::string, std::size_t> carried;
    std::vector<Changed> changed;
    std::vector<Missing> missing;
};

// The child whose own row cannot be read: what is wrong with it, and what was left out with it.
Part part_of_broken(const std::string& id, const BrokenChild& broken, const Notes& notes) {
    Part part{id, "", std::string(word_of(Came::Held)), {}, {}, notes.missing_of(id)};
    part.missing.push_back({id, broken.at, "", "Nothing of this child came, because this row could not be read: put it right, and bring the tables in again"});
    for (const auto& [file, rows] : broken.rows)
        part.missing.push_back({id, {file, 0}, "", fmt::format("{} of this child left out, because no record was opened", plural(rows, "row", "rows"))});
    return part;
}

std::vector<Part> parts_of(const Report& report, const Source& source, const Notes& notes) {
    std::vector<Part> parts;
    std::map<std::string, bool> of_child;
    for (const auto& came : report.children) {
        const auto& id = source.persons[came.person].id;
        of_child[id] = true;
        const bool is_held = came.came == Came::Held; // what did not come was not changed
        Part part{id, came.record.hex(), std::string(word_of(came.came)), came.carried, is_held ? std::vector<Changed>{} : notes.changed_of(id), notes.missing_of(id)};
        part.missing.insert(part.missing.end(), came.missing.begin(), came.missing.end());
        parts.push_back(std::move(part));
    }
    for (const auto& [id, broken] : source.broken) {
        of_child[id] = true;
        parts.push_back(part_of_broken(id, broken, notes));
    }
    const auto known = [&](const std::string& person) { return of_child.contains(person); };
    std::set<std::string> left_out; // of families that did not come
    for (const auto& one : report.missing)
        if (one.at.file == "ssd_person.csv")
            left_out.insert(one.person);
    const auto known_or_left_out = [&](const std::string& person) { return known(person) || left_out.contains(person); };
    Part rest{"", "", "", report.carried, notes.changed_beside(known_or_left_out), notes.missing_beside(known)};
    rest.missing.insert(rest.missing.end(), report.missing.begin(), report.missing.end());
    if (!rest.missing.empty() || !rest.changed.empty() || !rest.carried.empty())
        parts.push_back(std::move(rest));
    return parts;
}

std::string text_of(const Report& report, const std::vector<Part>& parts) {
    auto text = fmt::format("Brought in from {} by {}, {}, {}.\n{}\n", report.source, report.by, calendar::in_words(calendar::london_day(report.at)),
                            report.is_run ? "as follows" : "as it would be: nothing was kept", sum_of(report));
    for (const auto& part : parts) {
        text += part.person.empty() ? "\nOf families, and of no child\n" : fmt::format("\nChild {}: {}\n", part.person, part.came);
        for (const auto& [file, rows] : part.carried)
            text += fmt::format("  carried  {} of {}\n", plural(rows, "row", "rows"), file);
        for (const auto& one : part.changed)
            text += fmt::format("  changed  {}: {}.\n", place_of(one.at, one.column), said_of(one));
        for (const auto& one : part.missing)
            text += fmt::format("  missing  {}: {}.\n", place_of(one.at, one.column), one.why);
    }
    return text;
}

// No program that opens the table takes a cell for a sum.
std::vector<std::string> as_words(std::vector<std::string> cells) {
    for (auto& cell : cells)
        if (cell.starts_with('=') || cell.starts_with('+') || cell.starts_with('@') || cell.starts_with('-'))
            cell = fmt::format("'{}'", cell);
    return cells;
}

std::string csv_of(const std::vector<Part>& parts) {
    auto text = csv_line({"child", "record", "came", "what", "file", "line", "column", "was", "is", "why", "rows"});
    const auto row = [&](const Part& part, std::string what, const At& at, std::vector<std::string> rest) {
        std::vector<std::string> cells{part.person, part.record, part.came, std::move(what), at.file, at.line == 0 ? "" : std::to_string(at.line)};
        cells.insert(cells.end(), rest.begin(), rest.end());
        text += csv_line(as_words(std::move(cells)));
    };
    for (const auto& part : parts) {
        for (const auto& [file, rows] : part.carried)
            row(part, "carried", {file, 0}, {"", "", "", "", std::to_string(rows)});
        for (const auto& one : part.changed)
            row(part, "changed", one.at, {one.column, one.was, one.is, one.why, std::to_string(one.rows)});
        for (const auto& one : part.missing)
            row(part, "missing", one.at, {one.column, "", "", one.why, "1"});
    }
    return text;
}

JsonObject json_at(const At& at, const std::string& column, const std::string& why) {
    JsonObject json{{"file", at.file}};
    if (at.line > 0)
        json["line"] = at.line;
    if (!column.empty())
        json["column"] = column;
    json["why"] = why;
    return json;
}

std::string json_of(const Report& report, const std::vector<Part>& parts) {
    JsonArray children;
    JsonObject beside;
    for (const auto& part : parts) {
        JsonObject carried;
        for (const auto& [file, rows] : part.carried)
            carried[file] = rows;
        JsonArray changed, missing;
        for (const auto& one : part.changed) {
            auto json = json_at(one.at, one.column, one.why);
            json["was"] = one.was;
            json["is"] = one.is;
            json["rows"] = one.rows;
            changed.push_back(std::move(json));
        }
        for (const auto& one : part.missing)
            missing.push_back(json_at(one.at, one.column, one.why));
        if (part.person.empty())
            beside = {{"carried", carried}, {"changed", changed}, {"missing", missing}};
        else
            children.push_back(JsonObject{{"child", part.person}, {"record", part.record}, {"came", part.came}, {"carried", carried},
                                          {"changed", changed}, {"missing", missing}});
    }
    return to_text(JsonObject{{"source", report.source}, {"by", report.by}, {"at", calendar::utc(report.at)},
                              {"kept", report.is_run}, {"children", children}, {"of_no_child", beside}}) + "\n";
}

Outcome write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    file << text;
    file.close();
    if (!file)
        return refuse("not-written", fmt::format("{} cannot be written.", path.string()));
    return Nothing{};
}

} // namespace

std::string sum_of(const Report& report) {
    std::array<std::size_t, 4> counted{};
    for (const auto& one : report.children)
        ++counted[static_cast<std::size_t>(one.came)];
    counted[static_cast<std::size_t>(Came::Held)] += report.broken;
    const auto [fresh, grown, here, held] = counted;
    return fmt::format("{} new, with {}; {} with new rows; {} here already; {} held back.", plural(fresh, "child", "children"),
                       plural(report.notes, "new note", "new notes"), grown, here, held);
}

Outcome write_report(const std::filesystem::path& folder, const Report& report, const Source& source, const Notes& notes) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    const auto parts = parts_of(report, source, notes);
    TRY(write_file(folder / "differences.txt", text_of(report, parts)));
    TRY(write_file(folder / "differences.csv", csv_of(parts)));
    return write_file(folder / "differences.json", json_of(report, parts));
}

} // namespace lifestory::app::bring_in
