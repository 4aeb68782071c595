// Reading what stands in assets/demo: the keys of each table, and that whoever is named was introduced.
#include "app/demo/data.h"

#include <algorithm>

#include <fmt/format.h>

#include "app/demo/shift.h"
#include "policy/read/fields.h"
#include "web/html/assets.h"

namespace lifestory::app::demo {

namespace {

using policy::Fields;
using policy::Problems;
using Keys = std::vector<std::string>;

std::optional<Day> day(const Fields& fields, std::string_view key) {
    if (!fields.has(key))
        return std::nullopt;
    auto day = calendar::parse_day(fields.text(key));
    if (day)
        return *day;
    fields.problem(key, fmt::format("{} must be a day like \"2026-12-09\"", key));
    return std::nullopt;
}

Day needed_day(const Fields& fields, std::string_view key) {
    fields.need(key);
    return day(fields, key).value_or(Day{});
}

Instant instant(const Fields& fields, std::string_view key) {
    fields.need(key);
    auto wall = calendar::parse_wall(fields.text(key));
    if (wall)
        return calendar::instant_of(*wall);
    fields.problem(key, fmt::format("{} must be a day and time like \"2026-12-10T15:20\"", key));
    return {};
}

std::optional<std::chrono::minutes> time(const Fields& fields, std::string_view key) {
    if (!fields.has(key))
        return std::nullopt;
    auto read = calendar::parse_clock_time(fields.text(key));
    if (read)
        return *read;
    fields.problem(key, fmt::format("{} must be a time like \"16:30\"", key));
    return std::nullopt;
}

std::string needed(const Fields& fields, std::string_view key) {
    fields.need(key);
    return fields.text(key);
}

// The tables [[name]] of a file, each read by `read`.
template <class Read>
auto each(const Fields& file, std::string_view name, const Keys& keys, Read read) {
    std::vector<decltype(read(file))> all;
    for (const auto* table : file.tables(name)) {
        Fields fields(*table, std::string(name), file.problems());
        fields.only(keys);
        all.push_back(read(fields));
        all.back().at = table;
    }
    return all;
}

TeamOf team(const Fields& it) { return {{}, needed(it, "id"), needed(it, "name"), needed(it, "area"), it.text("telephone")}; }

WorkerOf worker(const Fields& it) {
    return {{}, needed(it, "id"), needed(it, "name"), needed(it, "designation"), needed(it, "role"), needed(it, "team"),
            it.text("manager"), needed(it, "email"), it.text("telephone"), it.flag("sign_in")};
}

WorkOf work(const Fields& it) {
    return {{}, needed(it, "type"), needed(it, "by"), needed(it, "talked_about"), needed(it, "agreed"), it.texts("about"), needed_day(it, "happened")};
}

PersonOf person(const Fields& it) {
    return {{}, needed(it, "id"), needed(it, "name"), it.text("known_as"), it.text("pronouns"), it.text("telephone"), it.text("note"),
            day(it, "born"), day(it, "expected"), day(it, "died"), it.flag("child")};
}

RelationshipOf relationship(const Fields& it) {
    return {{}, needed(it, "from"), needed(it, "to"), needed(it, "kind"), it.text("told_by"), day(it, "since"), day(it, "until"),
            it.flag("parental_responsibility")};
}

HouseholdOf household(const Fields& it) {
    return {{}, needed(it, "id"), needed(it, "name"), it.text("address"), it.texts("members"), day(it, "since"), day(it, "until")};
}

DetailOf detail(const Fields& it) {
    return {{}, needed(it, "child"), needed(it, "fact"), needed(it, "value"), it.text("instead_of"), needed(it, "said_by"), needed_day(it, "since")};
}

AllocationOf allocation(const Fields& it) {
    return {{}, needed(it, "child"), needed(it, "worker"), needed(it, "relationship"), needed_day(it, "from"), day(it, "until")};
}

EpisodeOf episode(const Fields& it) {
    return {{}, needed(it, "id"), needed(it, "child"), needed(it, "type"), needed_day(it, "started"), day(it, "ended"), it.node("answers")};
}

std::optional<record::Lateness> lateness(const Fields& it) {
    const auto* late = it.node("late");
    if (!late)
        return std::nullopt;
    Fields fields(*late, it.name() + ".late", it.problems());
    fields.only({"reason", "kept_safe"});
    return record::Lateness{needed(fields, "reason"), needed(fields, "kept_safe")};
}

EntryOf entry(const Fields& it) {
    EntryOf one{{}, needed(it, "id"), needed(it, "type"), needed(it, "by"), it.text("told_by"), it.texts("children"),
                needed_day(it, "happened"), time(it, "at"), instant(it, "recorded"), day(it, "known"), lateness(it), it.node("answers"), {}, it.texts("speaks_of")};
    if (it.has("child"))
        one.children.push_back(it.text("child"));
    if (const auto* each = it.node("each"))
        for (const auto& member : each->members)
            one.each[member.first] = &member.second;
    return one;
}

AfterOf after(const Fields& it) {
    return {{}, needed(it, "kind"), needed(it, "entry"), it.text("by"), it.text("child"), it.text("words"), it.text("whose"),
            it.text("sort"), it.text("item"), it.text("sentence"), it.text("right_words"), it.text("why"), it.text("how"),
            it.text("reason"), it.text("warning"), it.text("to"), it.text("agreement"), instant(it, "recorded"), it.texts("tell"),
            day(it, "on"), day(it, "look_again"), it.flag("asked")};
}

DraftOf draft(const Fields& it) {
    return {{}, needed(it, "owner"), needed(it, "child"), needed(it, "type"), it.text("stopped_at"), day(it, "happened"), time(it, "at"),
            instant(it, "updated"), it.node("answers")};
}

FamilyOf family(const Node& root, Problems& problems) {
    Fields file(root, "", problems);
    file.only({"family", "person", "relationship", "household", "detail", "allocation", "episode", "alert", "entry", "after", "draft"});
    FamilyOf one;
    file.need("family");
    Fields about(file.at("family"), "family", problems);
    about.only({"id", "name"});
    one.at = &root;
    one.id = needed(about, "id");
    one.name = needed(about, "name");
    one.people = each(file, "person", {"id", "name", "known_as", "pronouns", "born", "expected", "died", "child", "telephone", "note"}, person);
    one.relationships = each(file, "relationship", {"from", "to", "kind", "since", "until", "parental_responsibility", "told_by"}, relationship);
    one.households = each(file, "household", {"id", "name", "address", "members", "since", "until"}, household);
    one.details = each(file, "detail", {"child", "fact", "value", "instead_of", "said_by", "since"}, detail);
    one.allocations = each(file, "allocation", {"child", "worker", "relationship", "from", "until"}, allocation);
    one.episodes = each(file, "episode", {"id", "child", "type", "started", "ended", "answers"}, episode);
    one.entries = each(file, "entry", {"id", "child", "children", "type", "happened", "at", "recorded", "known", "by", "told_by", "late",
                                       "imperfect", "answers", "each", "speaks_of"}, entry);
    one.afters = each(file, "after", {"kind", "entry", "by", "child", "words", "whose", "sort", "item", "sentence", "right_words", "why",
                                      "how", "reason", "warning", "to", "agreement", "recorded", "tell", "on", "look_again", "asked"}, after);
    one.drafts = each(file, "draft", {"owner", "child", "type", "stopped_at", "happened", "at", "updated", "answers"}, draft);
    return one;
}

void authority(const Node& root, Data& data, Problems& problems) {
    Fields file(root, "", problems);
    file.only({"authority", "team", "worker", "work"});
    file.need("authority");
    Fields about(file.at("authority"), "authority", problems);
    about.only({"name", "anchor"});
    data.authority = needed(about, "name");
    data.anchor = instant(about, "anchor");
    data.teams = each(file, "team", {"id", "name", "area", "telephone"}, team);
    data.workers = each(file, "worker", {"id", "name", "designation", "role", "team", "manager", "email", "telephone", "sign_in"}, worker);
    data.work = each(file, "work", {"type", "by", "about", "happened", "talked_about", "agreed"}, work);
}

// Whoever and whatever is named by id must stand somewhere.
class Introduced {
public:
    Introduced(const Data& data, Problems& problems) : m_data(data), m_problems(problems) {}

    void check() const {
        for (const auto& one : m_data.workers) {
            expect(one, m_data.team(one.team), "team", one.team);
            if (!one.manager.empty())
                expect(one, m_data.worker(one.manager), "worker", one.manager);
        }
        for (const auto& one : m_data.work) {
            expect(one, m_data.worker(one.by), "worker", one.by);
            for (const auto& worker : one.about)
                expect(one, m_data.worker(worker), "worker", worker);
        }
        for (const auto& one : m_data.families)
            check(one);
    }

private:
    void expect(const Stands& where, const void* found, std::string_view what, std::string_view id) const {
        if (!found)
            m_problems.add(*where.at, std::string(id), fmt::format("there is no {} of this id; introduce it first", what));
    }

    void check(const FamilyOf& family) const {
        auto child = [&](const Stands& at, const std::string& id) {
            const auto* who = family.person(id);
            expect(at, who && who->child ? who : nullptr, "child", id);
        };
        for (const auto& one : family.relationships)
            expect(one, family.person(one.from), "person", one.from), expect(one, family.person(one.to), "person", one.to);
        for (const auto& one : family.households)
            for (const auto& member : one.members)
                expect(one, family.person(member), "person", member);
        for (const auto& one : family.details)
            child(one, one.child);
        for (const auto& one : family.allocations)
            child(one, one.child), expect(one, m_data.worker(one.worker), "worker", one.worker);
        for (const auto& one : family.episodes)
            child(one, one.child);
        for (const auto& one : family.entries) {
            expect(one, m_data.worker(one.by), "worker", one.by);
            for (const auto& id : one.children)
                child(one, id);
        }
        for (const auto& one : family.afters) {
            expect(one, family.entry(one.entry), "entry", one.entry);
            if (!one.by.empty())
                expect(one, m_data.worker(one.by), "worker", one.by);
        }
        for (const auto& one : family.drafts)
            child(one, one.child), expect(one, m_data.worker(one.owner), "worker", one.owner);
    }

    const Data& m_data;
    Problems& m_problems;
};

template <class Things>
auto* with_id(const Things& things, std::string_view id) {
    auto found = std::ranges::find_if(things, [&](const auto& one) { return one.id == id; });
    return found == things.end() ? nullptr : &*found;
}

Instant anchor_of(const std::vector<std::unique_ptr<Node>>& texts) {
    for (const auto& text : texts)
        if (const auto* about = text->find("authority"))
            if (const auto* anchor = about->find("anchor"))
                if (auto wall = calendar::parse_wall(anchor->text))
                    return calendar::instant_of(*wall);
    return {};
}

} // namespace

const PersonOf* FamilyOf::person(std::string_view id_of) const { return with_id(people, id_of); }
const EntryOf* FamilyOf::entry(std::string_view id_of) const { return with_id(entries, id_of); }
const WorkerOf* Data::worker(std::string_view id) const { return with_id(workers, id); }
const TeamOf* Data::team(std::string_view id) const { return with_id(teams, id); }

std::vector<DataFile> built_in_files() {
    std::vector<DataFile> files;
    for (const auto& file : web::demo_files())
        files.push_back({std::string(file.name), std::string(file.text)});
    return files;
}

Result<Data> read_data(const std::vector<DataFile>& files, Instant now) {
    Problems problems;
    Data data;
    for (const auto& file : files)
        if (auto root = policy::parse_toml(file.text, file.name, problems))
            data.texts.push_back(std::make_unique<Node>(std::move(*root)));
    const int weeks = weeks_from(anchor_of(data.texts), now);
    for (auto& text : data.texts) {
        shift(*text, weeks, problems);
        if (text->find("authority"))
            authority(*text, data, problems);
        else
            data.families.push_back(family(*text, problems));
    }
    if (problems.empty())
        Introduced(data, problems).check();
    if (!problems.empty())
        return problems.refusals();
    return data;
}

} // namespace lifestory::app::demo
