#include "language_score.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <vector>

#include "base/json.h"
#include "calendar/day.h"
#include "prose/check.h"

namespace lifestory::policy {

namespace {

namespace fs = std::filesystem;

struct Label {
    std::size_t begin = 0, end = 0;
    std::string category, severity;
};

struct Record {
    std::string text, type;
    prose::About about;
    std::vector<Label> findings, neutral;
    std::set<std::string> missing;
};

std::string contents(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<Label> labels_in(const JsonObject& object, std::string_view key) {
    std::vector<Label> labels;
    if (const auto* list = array_in(object, key))
        for (const auto& value : *list) {
            const auto& one = value.as_object();
            labels.push_back({one.at("start").to_number<std::size_t>(), one.at("end").to_number<std::size_t>(), text_in(one, "category"), text_in(one, "severity")});
        }
    return labels;
}

void add_date(prose::About& about, const std::string& event, const std::string& date) {
    if (auto day = calendar::parse_day(date))
        about.key_dates.push_back({event, *day});
}

Record record_at(const fs::path& json) {
    Record record;
    record.text = contents(fs::path(json).replace_extension(".txt"));
    auto parsed = parse_json(contents(json));
    const auto& object = parsed->as_object();
    record.type = text_in(object, "type");
    const auto& child = *object_in(object, "child");
    record.about.child = text_in(child, "preferred_name");
    record.about.full_name = text_in(child, "name");
    record.about.names.push_back(record.about.full_name);
    add_date(record.about, "born", text_in(child, "date_of_birth"));
    for (const auto& person : *array_in(object, "people")) {
        record.about.people.push_back({text_in(person.as_object(), "name"), text_in(person.as_object(), "role")});
        record.about.names.push_back(record.about.people.back().name);
    }
    for (const auto& word : *array_in(object, "preferred_words"))
        record.about.preferred.push_back({text_in(word.as_object(), "avoid"), text_in(word.as_object(), "use")});
    for (const auto& date : *array_in(object, "key_dates"))
        add_date(record.about, text_in(date.as_object(), "event"), text_in(date.as_object(), "date"));
    record.findings = labels_in(object, "findings");
    record.neutral = labels_in(object, "neutral");
    for (const auto& item : *array_in(object, "missing"))
        record.missing.insert(std::string(item.as_string()));
    return record;
}

bool by_sentence(const std::string& category) { return category == "third-person" || category == "hard-sentence"; }
bool is_block(const std::string& category) { return category == "pasted-email" || category == "other-child"; }
bool hurts(const std::string& category) { return category == "stigma" || category == "blame" || category == "derogatory"; }

// A sentence as far as its ends: marks of one sentence are one mark.
std::pair<std::size_t, std::size_t> sentence_around(const std::string& text, std::size_t begin, std::size_t end) {
    auto ends = [&](std::size_t at) { return text[at] == '\n' || ((text[at] == '.' || text[at] == '!' || text[at] == '?') && (at + 1 >= text.size() || text[at + 1] == ' ' || text[at + 1] == '\n')); };
    while (begin > 0 && !ends(begin - 1))
        --begin;
    while (end < text.size() && !ends(end - 1))
        ++end;
    return {begin, end};
}

bool overlap(std::size_t begin, std::size_t end, const Label& label) { return begin < label.end && label.begin < end; }

bool is_accepted(const Record& record, std::size_t begin, std::size_t end, const std::string& category) {
    auto near = [&](const Label& label) { return overlap(begin, end, label); };
    for (const auto& label : record.neutral)
        if (near(label) && (label.category == "any" || label.category == category || (label.category == "jargon" && hurts(category))))
            return true;
    for (const auto& label : record.findings)
        if (near(label) && (is_block(label.category) || (!by_sentence(category) && !is_block(category) && !by_sentence(label.category))))
            return true;
    return false;
}

int score_findings(const Record& record, const std::vector<prose::Finding>& marks, Scores& scores) {
    std::vector<bool> found(record.findings.size());
    std::set<std::pair<std::string, std::size_t>> alarms;
    for (const auto& mark : marks) {
        std::string category(prose::word(mark.category));
        auto [begin, end] = by_sentence(category) ? sentence_around(record.text, mark.begin, mark.end) : std::pair{mark.begin, mark.end};
        bool hit = false;
        for (std::size_t i = 0; i < record.findings.size(); ++i)
            if (record.findings[i].category == category && overlap(begin, end, record.findings[i]))
                found[i] = hit = true;
        if (!hit && !is_accepted(record, begin, end, category))
            alarms.insert({category, begin});
    }
    for (const auto& [category, begin] : alarms)
        ++scores.category[category].alarms, ++scores.all.alarms;
    for (std::size_t i = 0; i < found.size(); ++i) {
        auto count = [&](Tally& tally) { ++(found[i] ? tally.found : tally.missed); };
        count(scores.category[record.findings[i].category]);
        count(scores.all);
        if (record.findings[i].severity == "must")
            count(scores.must);
    }
    return static_cast<int>(alarms.size());
}

void score_missing(const Record& record, const std::vector<prose::Missing>& items, Scores& scores) {
    std::set<std::string> said;
    for (auto item : items)
        said.insert(std::string(prose::word(item)));
    for (const auto& item : record.missing)
        ++(said.contains(item) ? scores.missing[item].found : scores.missing[item].missed);
    for (const auto& item : said)
        scores.missing[item].alarms += !record.missing.contains(item);
}

} // namespace

Scores score(const fs::path& folder, const Pack& pack, const prose::Reader& reader) {
    Scores scores;
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() != ".json")
            continue;
        auto record = record_at(entry.path());
        auto alarms = score_findings(record, prose::check(record.text, reader, record.about), scores);
        ++scores.records;
        scores.clean += record.findings.empty();
        scores.clean_with_alarm += record.findings.empty() && alarms > 0;
        if (const auto* type = pack.record_type(record.type))
            score_missing(record, prose::missing_from(record.text, reader, record.about, type->expects, record.type), scores);
    }
    return scores;
}

} // namespace lifestory::policy
