// The kinds of rule beside records, statuses and times: each a few keys, read strictly.
#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.h"
#include "policy/read/reading.h"
#include "prose/pattern.h"

namespace lifestory::policy {

namespace {

// One entity as its reader sees it.
struct Opened {
    const Entity& entity;
    const Reading& reading;
    Node table = flattened(entity);
    Fields fields{table, entity.full_id(), reading.problems};

    Rule rule() const { return read_rule(entity, fields, reading); }
    void need(std::initializer_list<std::string_view> keys) const {
        for (auto key : keys)
            fields.need(key);
    }
};

Judged types_of(const Names& records) {
    Judged judged;
    for (const auto& record : records)
        if (record != "any" && record != "any other")
            judged.push_back(record);
    return judged;
}

void check_audience_items(const Audience& rule, const Opened& opened) {
    if (rule.items.empty() != (rule.written != Written::InPart))
        opened.fields.problem("items", rule.items.empty() ? "written = 'in part' without items; expected items = [...]"
                                                          : "items without written = 'in part'; expected one with the other");
    for (const auto& id : rule.items)
        for (const auto& record : types_of(rule.records)) {
            const RecordType* type = opened.reading.pack.record_type(record);
            if (type && !type->item(id))
                opened.fields.problem("items", fmt::format("no item '{}' in {}; expected an item that it has", id, record));
        }
}

Audience read_audience(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"records", "written"});
    Audience rule;
    rule.rule = opened.rule();
    rule.records = fields.texts("records");
    known_as(fields, "records", types_of(rule.records), "record", opened.reading);
    rule.area = fields.texts("area");
    known_as(fields, "area", rule.area, "area", opened.reading);
    rule.items = fields.texts("items");
    rule.when = read_conditions(fields, "when", types_of(rule.records), opened.reading);
    auto written = fields.one_of("written", {"in full", "in part", "not to the child"}, "not to the child");
    rule.written = written == "in full" ? Written::InFull : written == "in part" ? Written::InPart : Written::NotToTheChild;
    check_audience_items(rule, opened);
    return rule;
}

bool same_place(const Audience& one, const Audience& other) {
    auto meet = [](const Names& left, const Names& right) {
        return std::ranges::any_of(left, [&](const auto& name) { return contains(right, name); });
    };
    return one.when == other.when && meet(one.records, other.records) && (one.area == other.area || meet(one.area, other.area));
}

void check_audiences(const Reading& reading) {
    const auto& rows = reading.pack.audiences;
    for (std::size_t left = 0; left < rows.size(); ++left)
        for (std::size_t right = left + 1; right < rows.size(); ++right) {
            const auto &one = rows[left], &other = rows[right];
            if (!same_place(one, other) || (one.written == other.written && one.items == other.items))
                continue;
            Node place;
            place.file = other.rule.file;
            place.line = other.rule.line;
            reading.problems.add(place, other.rule.full_id(), fmt::format("says something else of the same records than {} ({}:{}); expected one row",
                                                                         one.rule.full_id(), one.rule.file, one.rule.line));
        }
}

Permission read_permission(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"act", "on", "roles"});
    Permission rule;
    rule.rule = opened.rule();
    rule.act = fields.one_of("act", acts());
    rule.on = fields.text("on");
    if (rule.on != "record")
        known_as(fields, "on", {rule.on}, "record", opened.reading);
    rule.roles = read_people(fields, "roles", opened.reading);
    rule.asked_by = read_people(fields, "asked_by", opened.reading);
    rule.tells = read_people(fields, "tells", opened.reading);
    rule.when = read_conditions(fields, "when", rule.on == "record" ? Judged{} : Judged{rule.on}, opened.reading);
    return rule;
}

Retention read_retention(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"keep", "after"});
    Retention rule;
    rule.rule = opened.rule();
    rule.keep = read_count(fields, "keep", opened.reading).value_or(CountOf{});
    rule.after = read_trigger(fields, "after", fields.text("after"), opened.reading).value_or(Trigger{});
    rule.when = read_conditions(fields, "when", {}, opened.reading);
    rule.instead_of = fields.text("instead_of");
    if (!rule.instead_of.empty()) {
        if (!rule.instead_of.starts_with("retention.") || !opened.reading.has("retention", rule.instead_of.substr(10)))
            fields.problem("instead_of", fmt::format("instead_of = '{}': there is no such rule; expected \"retention.id\"", rule.instead_of));
    }
    return rule;
}

Hold read_hold(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"name", "covers", "lifted_by"});
    Hold rule;
    rule.rule = opened.rule();
    rule.name = fields.text("name");
    rule.covers = read_conditions(fields, "covers", {}, opened.reading);
    rule.lifted_by = read_people(fields, "lifted_by", opened.reading);
    return rule;
}

Significance read_significance(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"what", "put"});
    Significance rule;
    rule.rule = opened.rule();
    rule.what = read_triggers(fields, "what", opened.reading);
    rule.when = read_conditions(fields, "when", judged_by(rule.what), opened.reading);
    rule.put = fields.one_of("put", {"always", "offered", "when ticked", "never", "off the story"});
    rule.leaves_out = fields.texts("leaves_out");
    rule.theme = fields.text("theme");
    rule.line = fields.text("line");
    rule.group = fields.count("group");
    return rule;
}

FindingRule read_finding(const Opened& opened) {
    const auto& fields = opened.fields;
    FindingRule rule;
    rule.rule = opened.rule();
    if (!contains(finding_categories(), opened.entity.id))
        opened.reading.problems.add(opened.table, opened.entity.full_id(),
                                    fmt::format("there is no such category{}; expected one of: {}", did_you_mean(opened.entity.id, finding_categories()),
                                                join(finding_categories(), ", ")));
    rule.where = fields.one_of("where", {"everywhere", "written to the child", "chronology"}, "everywhere");
    rule.reader_age = fields.number("reader_age");
    rule.longest_sentence = fields.number("longest_sentence");
    return rule;
}

void check_patterns(const Fields& fields, std::string_view key, const std::vector<std::string>& written) {
    for (const auto& one : written)
        if (auto patterns = prose::patterns_of(one); !patterns)
            fields.problem(key, patterns.refusal().message);
}

// What may be asked of a child alone: age and status, for no entry stands behind it.
void read_fits(Word& word, const Opened& opened) {
    const auto& fields = opened.fields;
    for (const Node* table : fields.tables("fits")) {
        Fields one(*table, fields.name(), opened.reading.problems);
        one.only(keys_of_part("fitting words"));
        one.need("say");
        one.need("when");
        FittingWords fitting{one.texts("say"), read_conditions(one, "when", {}, opened.reading)};
        if (one.has("say") && fitting.say.empty())
            one.problem("say", "nothing to say; expected what could be said: say = [\"...\"]");
        for (const auto& when : fitting.when)
            if (!when.item.empty())
                one.problem("when", "'item' asks an entry, and a word is talked over without one; expected age, status or lasted");
        word.fits.push_back(std::move(fitting));
    }
}

// What is talked over with a child is a word as it is said, and comes with what could be said instead.
void check_means(const Word& word, const Opened& opened) {
    const auto& fields = opened.fields;
    if (!fields.has("means") && !word.fits.empty())
        fields.problem("fits", "fits without means; expected what the word means, for a child: means = \"...\"");
    if (!fields.has("means")) {
        if (!word.is_looked_for())
            fields.problem("why", "why = 'term' without means; expected what the word means, for a child: means = \"...\"");
        return;
    }
    if (word.better.empty())
        fields.problem("means", "means without better; expected what could be said instead: better = [...]");
    if (word.said().find_first_of("|*?<>=") != std::string::npos || word.said().find("..") != std::string::npos)
        fields.problem("means", fmt::format("means of the pattern '{}'; expected a word as it is said", word.rule.id));
}

Word read_word(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"why"});
    Word word;
    word.rule = opened.rule();
    word.why = fields.one_of("why", {"jargon", "institutional", "hard-word", "vague", "stigma", "blame", "derogatory", "opinion", "term"});
    word.better = fields.texts("better");
    word.also = fields.texts("also");
    word.fine_with = fields.texts("fine_with");
    word.only_with = fields.texts("only_with");
    word.of_people = fields.one_of("said_of", {"anything", "people"}, "anything") == "people";
    word.borderline = fields.flag("borderline");
    word.means = fields.text("means");
    read_fits(word, opened);
    check_means(word, opened);
    check_patterns(fields, "also", {word.rule.id});
    check_patterns(fields, "also", word.also);
    check_patterns(fields, "fine_with", word.fine_with);
    check_patterns(fields, "only_with", word.only_with);
    return word;
}

Acronym read_acronym(const Opened& opened) {
    opened.need({"full"});
    return {opened.rule(), opened.fields.text("full"), opened.fields.text("plain"), opened.fields.flag("known")};
}

AuditRule read_audit(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"record", "by", "every"});
    AuditRule rule;
    rule.rule = opened.rule();
    rule.record = fields.text("record");
    known_as(fields, "record", {rule.record}, "record", opened.reading);
    rule.by = read_people(fields, "by", opened.reading);
    rule.about = fields.one_of("about", {"child", "family", "worker", "team", "authority"}, "team");
    rule.every = read_count(fields, "every", opened.reading).value_or(CountOf{});
    rule.picks = fields.number("picks").value_or(1);
    rule.how = fields.one_of("how", {"at random", "longest since audited"}, "at random");
    rule.from = read_conditions(fields, "from", {}, opened.reading);
    return rule;
}

bool is_rule(const std::string& full_id, const Reading& reading) {
    auto dot = full_id.find('.');
    auto kind = full_id.substr(0, dot);
    return (kind == "frequency" || kind == "timescale") && reading.has(kind, full_id.substr(std::min(full_id.size(), dot + 1)));
}

Measure read_measure(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"shows"});
    Measure rule;
    rule.rule = opened.rule();
    rule.shows = fields.one_of("shows", {"kept", "share", "count", "days", "score", "list"});
    rule.of = fields.texts("of");
    for (const auto& of : rule.of)
        if (!is_rule(of, opened.reading))
            read_trigger(fields, "of", of, opened.reading);
    rule.by = fields.texts("by");
    for (const auto& by : rule.by)
        if (!contains({"child", "worker", "team", "area", "authority"}, by))
            fields.problem("by", fmt::format("by = '{}'; expected child, worker, team, area or authority", by));
    rule.from = fields.text("from");
    rule.to = fields.text("to");
    for (auto key : {"from", "to"})
        if (fields.has(key))
            read_trigger(fields, key, fields.text(key), opened.reading);
    rule.item = fields.text("item");
    rule.target = fields.text_or_number("target");
    rule.over = fields.count("over");
    rule.when = read_conditions(fields, "when", {}, opened.reading);
    rule.with = read_conditions(fields, "with", {}, opened.reading);
    return rule;
}

bool is_place(const std::string& place, const Reading& reading) {
    static const Names places{"every page", "home", "front page", "before signing", "before signing what the child reads", "read back", "print", "pack page"};
    if (contains(places, place) || reading.has("record", place))
        return true;
    auto dot = place.find('.');
    const RecordType* type = reading.pack.record_type(place.substr(0, dot));
    return type && dot != std::string::npos && type->item(place.substr(dot + 1));
}

Reminder read_reminder(const Opened& opened) {
    const auto& fields = opened.fields;
    opened.need({"text", "at"});
    Reminder rule;
    rule.rule = opened.rule();
    rule.text = fields.text("text");
    rule.answer = fields.text("answer");
    rule.reaches_back = fields.count("reaches_back");
    rule.at = fields.texts("at");
    for (const auto& place : rule.at)
        if (!is_place(place, opened.reading))
            fields.problem("at", fmt::format("at = '{}'; expected a record type, an item (visit.think), every page, home, front page, before signing, "
                                             "before signing what the child reads, read back, print or pack page", place));
    rule.when = read_conditions(fields, "when", {}, opened.reading);
    return rule;
}

template <class Kind>
void read_all(std::vector<Kind>& into, std::string_view kind, const Reading& reading, Kind (*read)(const Opened&)) {
    for (const Entity* entity : reading.all(kind))
        into.push_back(read(Opened{*entity, reading}));
}

} // namespace

void read_other_rules(const Reading& reading) {
    auto& pack = reading.pack;
    read_all(pack.audiences, "audience", reading, read_audience);
    check_audiences(reading);
    read_all(pack.permissions, "permission", reading, read_permission);
    read_all(pack.retentions, "retention", reading, read_retention);
    read_all(pack.holds, "hold", reading, read_hold);
    read_all(pack.significances, "significance", reading, read_significance);
    read_all(pack.findings, "finding", reading, read_finding);
    read_all(pack.words, "words", reading, read_word);
    read_all(pack.acronyms, "acronyms", reading, read_acronym);
    read_all(pack.audits, "audit", reading, read_audit);
    read_all(pack.measures, "measure", reading, read_measure);
    read_all(pack.reminders, "reminder", reading, read_reminder);
}

} // namespace lifestory::policy
