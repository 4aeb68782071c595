#include "app/commands/due.h"

#include <algorithm>
#include <fstream>
#include <ostream>

#include <fmt/format.h>

#include "app/commands/check_pack.h"
#include "base/json.h"
#include "base/text.h"
#include "calendar/london.h"
#include "policy/ask.h"

namespace lifestory::app {

namespace {

using calendar::Instant;

// A day alone: hours run from its end, as they do for an entry of which only the day is known.
Result<Instant> instant_in(const std::string& text) {
    if (auto day = calendar::parse_day(text))
        return calendar::end_of(*day) - std::chrono::minutes(1);
    if (auto wall = calendar::parse_wall(text))
        return calendar::instant_of(*wall);
    return refuse("bad-time", fmt::format("'{}' is not a time. Give it in London's time as 2026-12-23T10:00.", text));
}

Json due_in(const std::optional<calendar::DueDate>& due) { return due ? Json(due->written()) : Json(nullptr); }

JsonArray steps_in(const std::vector<calendar::Step>& steps) {
    JsonArray all;
    for (const auto& step : steps)
        all.push_back(JsonObject{{"day", calendar::iso(step.day)}, {"what", calendar::describe(step)}});
    return all;
}

JsonObject rule_in(const policy::RuleAnswer& answer) {
    JsonObject rule{{"rule", answer.rule}, {"due", due_in(answer.due)}, {"explanation", answer.explanation}};
    if (!answer.instead.empty())
        rule.emplace("instead", answer.instead);
    if (!answer.steps.empty())
        rule.emplace("steps", steps_in(answer.steps));
    return rule;
}

JsonObject line_of(const policy::ClauseAnswer& answer) {
    JsonArray rules;
    for (const auto& rule : answer.rules)
        rules.push_back(rule_in(rule));
    JsonObject line{{"clause", answer.clause}, {"due", due_in(answer.due)}, {"explanation", answer.explanation}};
    if (!answer.instead.empty())
        line.emplace("instead", answer.instead);
    line.emplace("rules", std::move(rules));
    return line;
}

Result<std::string> answer(const policy::Pack& pack, const DueAsked& asked) {
    auto at = TRY(instant_in(asked.at));
    auto facts = TRY(policy::parse_facts(asked.given));
    auto answered = TRY(policy::ask_due(pack, asked.clause, at, facts));
    return to_text(line_of(answered));
}

// A bad call is not a "no".
int status_of(const Refusal& refusal) { return refusal.code == "bad-time" || refusal.code == "bad-fact" ? 2 : 1; }

struct Columns {
    std::size_t clause, at, given;
};

Result<Columns> columns_of(const std::string& heading) {
    auto names = split(heading, '\t');
    auto place = [&](std::string_view name) { return static_cast<std::size_t>(std::ranges::find(names, name) - names.begin()); };
    Columns columns{place("clause"), place("at"), place("given")};
    if (columns.clause == names.size() || columns.at == names.size())
        return refuse("bad-file", "The first line of the file names its columns: clause, at and given, parted by tabs.");
    return columns;
}

DueAsked row_of(const std::string& line, const Columns& columns) {
    auto cells = split(line, '\t');
    cells.resize(std::max({cells.size(), columns.clause + 1, columns.at + 1, columns.given + 1}));
    DueAsked asked{trim(cells[columns.clause]), trim(cells[columns.at]), {}};
    for (const auto& fact : split(cells[columns.given], ';'))
        if (!is_blank(fact))
            asked.given.push_back(trim(fact));
    return asked;
}

// A row that cannot be answered keeps its place, so that the lines stay in order.
std::string refused_line(const DueAsked& asked, const Refusal& refusal) {
    return to_text(JsonObject{{"clause", asked.clause}, {"due", nullptr}, {"explanation", refusal.message}, {"rules", JsonArray()}});
}

} // namespace

int run_due(const std::filesystem::path& pack, const DueAsked& asked, std::ostream& out, std::ostream& err) {
    auto opened = opened_pack(pack, err);
    return opened ? say_due(*opened, asked, out, err) : 1;
}

int say_due(const policy::Pack& pack, const DueAsked& asked, std::ostream& out, std::ostream& err) {
    auto line = answer(pack, asked);
    if (line) {
        out << *line << "\n";
        return 0;
    }
    err << line.refusal().message << "\n";
    return status_of(line.refusal());
}

int run_due_batch(const std::filesystem::path& pack, const std::filesystem::path& batch, std::ostream& out, std::ostream& err) {
    auto opened = opened_pack(pack, err);
    if (!opened)
        return 1;
    std::ifstream file(batch);
    std::string line;
    if (!file || !std::getline(file, line)) {
        err << fmt::format("The file {} cannot be read.\n", batch.string());
        return 1;
    }
    auto without_return = [](std::string text) { return text.ends_with('\r') ? text.substr(0, text.size() - 1) : text; };
    auto columns = columns_of(without_return(line));
    if (!columns) {
        err << columns.refusal().message << "\n";
        return 1;
    }
    while (std::getline(file, line)) {
        if (is_blank(line))
            continue;
        auto asked = row_of(without_return(line), *columns);
        auto answered = answer(*opened, asked);
        out << (answered ? *answered : refused_line(asked, answered.refusal())) << "\n";
    }
    return 0;
}

} // namespace lifestory::app
