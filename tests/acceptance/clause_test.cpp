// Every case of tests/acceptance/<pack>/<CLAUSE>.toml, one test for each clause, tried on the functions that the program
// itself uses. What a case can say: docs/how-to/packs.md, "Cases".
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "acceptance/copied_case.h"
#include "acceptance/letter_case.h"
#include "acceptance/life_case.h"
#include "acceptance/page_case.h"
#include "policy/read/fields.h"
#include "access/rules.h"
#include "app/commands/due.h"
#include "base/json.h"
#include "base/text.h"
#include "calendar/london.h"
#include "casework/change_fact.h"
#include "casework/record_form.h"
#include "policy/judge.h"
#include "policy/toolkit.h"
#include "policy/wording.h"
#include "prose/check.h"
#include "record/words.h"

namespace lifestory::acceptance {

namespace {

namespace fs = std::filesystem;
using policy::Fields;
using policy::Node;
using testing::IsSupersetOf;
using testing::UnorderedElementsAreArray;

fs::path house() { return SOURCE_FOLDER; }

std::vector<fs::path> case_files() {
    std::vector<fs::path> files;
    for (const auto& file : fs::recursive_directory_iterator(house() / "tests/acceptance"))
        if (file.path().extension() == ".toml")
            files.push_back(file.path());
    std::ranges::sort(files);
    return files;
}

// "rochdale_ROC_142": letters, digits and lines under are all that a test's name may hold.
std::string test_name(const testing::TestParamInfo<fs::path>& file) {
    auto name = file.param.parent_path().filename().string() + "_" + file.param.stem().string();
    for (auto& letter : name)
        if (!std::isalnum(static_cast<unsigned char>(letter)))
            letter = '_';
    return name;
}

// Loaded once for all clauses of a pack.
const policy::Pack& pack_in(const fs::path& folder) {
    static std::map<fs::path, policy::Pack> loaded;
    auto found = loaded.find(folder);
    if (found == loaded.end()) {
        auto pack = policy::load(folder);
        if (!pack)
            throw std::runtime_error(pack.refusal().message);
        found = loaded.emplace(folder, std::move(*pack)).first;
    }
    return found->second;
}

// A child of ten as a case describes one, on the day of the case.
struct InventedChild {
    explicit InventedChild(const Fields& asked) {
        int age = asked.has("age") ? asked.number("age").value_or(10) : 10;
        entry.record_type = asked.text("type");
        if (const auto* given = asked.node("given"))
            for (const auto& [name, value] : given->members)
                take(name, value.text, age);
        born(age);
        for (const auto& status : asked.texts("status"))
            statuses.push_back({status, asked.has("since") ? *calendar::parse_day(asked.text("since")) : day - std::chrono::days(30), {}, {}});
        if (asked.has("area"))
            life.areas.push_back({asked.text("area"), day - std::chrono::days(30), {}, {}});
    }

    policy::Circumstances on(const policy::Pack& pack) const { return {&pack, &life, &statuses, day, &entry}; }

    calendar::Day day = *calendar::parse_day("2026-12-22");
    policy::Timeline life;
    std::vector<policy::Spell> statuses;
    policy::Happening entry;

private:
    void take(const std::string& name, const std::string& value, int& age) {
        if (name == "age")
            age = std::stoi(value);
        else if (name.starts_with("item."))
            entry.items[name.substr(5)] = {value};
        else if (name.starts_with("detail."))
            life.details[name.substr(7)] = {value};
        else
            ADD_FAILURE() << "a case does not know the fact '" << name << "'";
    }
    void born(int age) { life.born = calendar::add_months(day, -12 * age - 3); }
};

void try_due(const policy::Pack& pack, const std::string& clause, const Fields& asked) {
    asked.only({"at", "given", "is", "says", "instead", "rules"});
    std::ostringstream out, err;
    ASSERT_EQ(app::say_due(pack, {clause, asked.text("at"), asked.texts("given")}, out, err), 0) << err.str();
    auto line = parse_json(out.str());
    ASSERT_TRUE(line);
    const auto& answer = line->as_object();
    if (asked.text("is") == "no day") {
        EXPECT_TRUE(answer.at("due").is_null()) << out.str();
    } else {
        EXPECT_EQ(text_in(answer, "due"), asked.text("is")) << out.str();
    }
    if (asked.has("says")) {
        EXPECT_THAT(text_in(answer, "explanation"), testing::HasSubstr(asked.text("says")));
    }
    if (asked.has("instead")) {
        EXPECT_EQ(text_in(answer, "instead"), asked.text("instead")) << out.str();
    }
    if (asked.has("rules")) { // each rule's own day, in order
        std::vector<std::string> days;
        for (const auto& rule : answer.at("rules").as_array())
            days.push_back(rule.as_object().at("due").is_null() ? "no day" : text_in(rule.as_object(), "due"));
        EXPECT_EQ(days, asked.texts("rules"));
    }
}

policy::Subject subject_of(const Fields& asked) {
    const auto about = asked.has("about") ? asked.text("about") : "child";
    if (about == "worker")
        return policy::Subject::Worker;
    return about == "team" ? policy::Subject::Team : about == "authority" ? policy::Subject::Authority : policy::Subject::Child;
}

const policy::RuleBook& book_of(const policy::Pack& pack, policy::Subject subject) {
    static std::map<std::pair<const policy::Pack*, policy::Subject>, policy::RuleBook> made;
    return made.try_emplace({&pack, subject}, pack, subject).first->second;
}

// A life, and what the clause asks of it now; who was told of what is still open.
void try_life(const policy::Pack& pack, const std::string& clause, const Fields& asked) {
    asked.only({"about", "here_since", "born", "died", "area", "declared", "details", "entries", "now", "owed", "told", "chronology"});
    const auto life = life_of(asked);
    const auto now = calendar::instant_of(*calendar::parse_wall(asked.text("now")));
    const auto& book = book_of(pack, subject_of(asked));
    if (asked.has("chronology")) {
        EXPECT_EQ(chronology_of(book, life, clause, now), asked.texts("chronology"));
    } else
        EXPECT_EQ(owed_in(book, life, clause, now), asked.texts("owed"));
    if (asked.has("told")) {
        EXPECT_EQ(told_in(book, life, clause, now), asked.texts("told"));
    }
}

void try_form(const policy::Pack& pack, const Fields& asked) {
    asked.only({"type", "status", "given", "age", "area", "asks", "must", "should", "does_not_ask"});
    const auto* type = pack.record_type(asked.text("type"));
    ASSERT_TRUE(type) << "the pack has no record type " << asked.text("type");
    InventedChild child(asked);
    std::vector<std::string> all, must, should;
    for (const auto* item : policy::asked_items(*type, child.on(pack))) {
        all.push_back(item->id);
        if (item->force == policy::Force::Must)
            must.push_back(item->id);
        if (item->force == policy::Force::Should)
            should.push_back(item->id);
    }
    EXPECT_THAT(all, IsSupersetOf(asked.texts("asks")));
    EXPECT_THAT(must, IsSupersetOf(asked.texts("must")));
    EXPECT_THAT(should, IsSupersetOf(asked.texts("should")));
    for (const auto& item : asked.texts("does_not_ask"))
        EXPECT_THAT(all, testing::Not(testing::Contains(item)));
}

record::Child tilly() {
    std::vector<record::Entry> entries(2);
    entries[0].content = record::ChildOpened{RecordNumber::random(), PersonNumber::random()};
    entries[1].content = record::BasicDetail{"known-as", "Tilly", "", "Tilly", {}, {}, false};
    const auto record = RecordNumber::random();
    for (std::size_t place = 0; place < entries.size(); ++place) {
        entries[place].record = record;
        entries[place].place = place;
        entries[place].id = EntryId::random();
    }
    return record::fold_child(std::span<const record::Entry>(entries));
}

record::Value value_of(const policy::Item& item, const std::string& words) {
    using policy::ItemType;
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::Choices: return record::Choices{{words}};
    case ItemType::YesNo: return record::YesNo{words == "yes"};
    case ItemType::Seen: return record::SeenHow{record::seen_of(words).value_or(record::Seen::NotSeen)};
    case ItemType::People:
    case ItemType::Person:
    case ItemType::Worker: {
        if (words == "nobody else")
            return record::People{{}, true};
        return record::People{{{words, "", {}, {}}}, false};
    }
    case ItemType::Views: return record::Views{{{item.whose == "child" ? "child" : "Maureen Barrow", "", {}, words, {"talking together"}, "", {}}}};
    case ItemType::Actions: return record::Actions{{{words, "", {}, ""}}};
    case ItemType::Options: return record::Options{{{words, ""}}};
    case ItemType::Rows: return record::Rows{{{words}}};
    case ItemType::Text:
    case ItemType::Prose:
    case ItemType::Prompt:
    case ItemType::Day:
    case ItemType::Instant:
    case ItemType::Interval:
    case ItemType::Number:
    case ItemType::Place:
    case ItemType::Attachment:
    case ItemType::Code: return record::Text{words};
    case ItemType::Entry: return record::Entries{};
    }
    return record::Text{words};
}

void try_sign(const policy::Pack& pack, const Fields& asked) {
    asked.only({"type", "status", "given", "answers", "refused", "accepted"});
    const auto* type = pack.record_type(asked.text("type"));
    ASSERT_TRUE(type);
    InventedChild child(asked);
    casework::Filled filled;
    filled.form = {type->id, type->name, {}};
    filled.happened_on = child.day;
    for (const auto& [id, words] : asked.at("answers").members) {
        const auto* item = type->item(id);
        ASSERT_TRUE(item) << "the type has no item " << id;
        filled.form.answers.push_back({id, item->label, item->part, policy::name_of(item->type), value_of(*item, words.text)});
        child.entry.items[id] = {words.text};
    }
    const auto items = policy::asked_items(*type, child.on(pack));
    const record::Author priya{WorkerNumber::random(), "Priya Anand", "Social Worker", "Family Team North"};
    const casework::Act act{priya, "practitioner", {}, calendar::start_of(child.day) + std::chrono::hours(17), EntryId::random()};
    auto writing = casework::record_form(act, tilly(), {*type, std::span(items)}, filled);
    EXPECT_EQ(writing.has_value(), asked.flag("accepted"));
    std::vector<std::string> refused;
    if (!writing)
        for (const auto& refusal : writing.refusals())
            refused.push_back(refusal.message);
    EXPECT_THAT(refused, UnorderedElementsAreArray(asked.texts("refused")));
}

std::optional<access::Relation> relation_of(const std::string& name) {
    using access::Relation;
    for (auto relation : {Relation::AllocatedWorker, Relation::CoWorker, Relation::LineOfManagement, Relation::ReviewingOfficer,
                          Relation::ConferenceChair, Relation::TeamsRecord, Relation::ListedForAudit, Relation::Author})
        if (access::name_of(relation) == name)
            return relation;
    return std::nullopt;
}

std::optional<access::Act> act_of(const std::string& name) {
    for (int number = 0; number <= static_cast<int>(access::Act::RunAccounts); ++number)
        if (access::name_of(static_cast<access::Act>(number)) == name)
            return static_cast<access::Act>(number);
    return std::nullopt;
}

// What the clause's own permissions are about comes before "entry" and "record".
access::What about(const policy::Pack& pack, const std::string& clause) {
    access::What what{{"entry", "record"}};
    for (const auto& permission : pack.permissions)
        if (std::ranges::find(permission.rule.clauses, clause) != permission.rule.clauses.end() && permission.on != "record" && permission.on != "entry")
            what.on.insert(what.on.begin(), permission.on);
    return what;
}

void try_may(const policy::Pack& pack, const std::string& clause, const Fields& asked) {
    asked.only({"role", "relation", "act", "allowed"});
    const auto rules = access::rules_of(pack);
    const auto role = asked.text("role"), relation = asked.text("relation");
    ASSERT_TRUE(rules.roles.contains(role)) << "the pack has no role " << role;
    const auto act = act_of(asked.text("act"));
    ASSERT_TRUE(act) << "there is no act " << asked.text("act");
    access::Facts facts;
    facts.existence = access::Existence::Kept;
    facts.permissions = &rules.permissions;
    if (relation != "none") {
        ASSERT_TRUE(relation_of(relation)) << relation;
        facts.relations.add(*relation_of(relation));
    }
    const access::Who who{WorkerNumber::random(), rules.roles.at(role), role};
    const auto now = calendar::start_of(*calendar::parse_day("2026-12-22"));
    EXPECT_EQ(access::decide(who, *act, about(pack, clause), facts, now).allowed, asked.flag("allowed"));
}

void try_audience(const policy::Pack& pack, const Fields& asked) {
    asked.only({"type", "area", "status", "given", "age", "written", "items"});
    ASSERT_TRUE(pack.record_type(asked.text("type"))) << "the pack has no record type " << asked.text("type");
    InventedChild child(asked);
    const auto written = policy::written_to_child(asked.text("type"), child.on(pack));
    const std::map<policy::Written, std::string> words{
        {policy::Written::InFull, "in full"}, {policy::Written::InPart, "in part"}, {policy::Written::NotToTheChild, "not to the child"}};
    EXPECT_EQ(words.at(written.written), asked.text("written")) << written.rule;
    if (asked.has("items")) {
        EXPECT_THAT(written.items, UnorderedElementsAreArray(asked.texts("items")));
    }
}

void try_acronym(const policy::Pack& pack, const Fields& asked) {
    asked.only({"text", "finds"});
    const auto text = asked.text("text");
    std::vector<std::string> found;
    for (const auto& finding : prose::check(text, prose::Reader(policy::wording_of(pack)), {}))
        if (finding.category == prose::Category::Acronym)
            found.push_back(text.substr(finding.begin, finding.end - finding.begin));
    EXPECT_THAT(found, UnorderedElementsAreArray(asked.texts("finds")));
}

// What is private to a brother in words that are written to Tilly, and whether signing asks why it is kept.
void try_other_child(const policy::Pack& pack, const Fields& asked) {
    asked.only({"text", "brother", "finds", "asks_why"});
    prose::About about;
    about.child = tilly().first_name();
    about.people.push_back({asked.text("brother"), "brother"});
    about.names.push_back(asked.text("brother"));
    const auto text = asked.text("text");
    std::vector<std::string> found;
    for (const auto& finding : prose::check(text, prose::Reader(policy::wording_of(pack)), about))
        if (finding.category == prose::Category::OtherChild)
            found.push_back(text.substr(finding.begin, finding.end - finding.begin));
    EXPECT_THAT(found, UnorderedElementsAreArray(asked.texts("finds")));
    EXPECT_EQ(policy::asks_reason(pack, prose::Category::OtherChild), asked.flag("asks_why"));
}

// The child's own words as they were asked, one after another: what stands of them, and what is found in a text.
record::Child child_who_asked(const std::vector<std::string>& sayings) {
    auto child = tilly();
    auto at = calendar::start_of(*calendar::parse_day("2026-12-22")) + std::chrono::hours(10);
    const record::Author priya{WorkerNumber::random(), "Priya Anand", "Social Worker", "Family Team North"};
    for (const auto& saying : sayings) {
        const auto colon = saying.find(':');
        auto writing = casework::set_word({priya, "practitioner", {}, at, EntryId::random()}, child, saying.substr(0, colon), saying.substr(colon + 1));
        if (!writing) {
            ADD_FAILURE() << saying << ": " << writing.refusal().message;
            continue;
        }
        record::Entry entry;
        entry.record = child.record;
        entry.place = child.length;
        entry.id = writing->front().id;
        entry.recorded_at = at;
        entry.said = writing->front().said;
        entry.content = writing->front().content;
        record::apply(child, entry);
        at += std::chrono::hours(24);
    }
    return child;
}

std::vector<std::string> told(const std::vector<record::ChosenWord>& words) {
    std::vector<std::string> lines;
    for (const auto& word : words)
        lines.push_back(word.instead_of + ": " + word.say + ", agreed with " + word.agreed_by.full_name + " on " + calendar::in_words(word.since) +
                        (word.until ? ", until " + calendar::in_words(*word.until) : std::string()));
    return lines;
}

void try_words(const policy::Pack& pack, const Fields& asked) {
    asked.only({"asked", "hold", "before", "text", "finds", "offers", "talks_over"});
    const auto child = child_who_asked(asked.texts("asked"));
    const auto day = *calendar::parse_day("2026-12-31");
    const auto chosen = record::chosen_words(child, day);
    EXPECT_EQ(told(chosen.now), asked.texts("hold"));
    EXPECT_EQ(told(chosen.before), asked.texts("before"));
    prose::About about;
    about.child = child.first_name();
    for (const auto& word : child.words_to_use(day))
        about.preferred.push_back({word.instead_of, word.value});
    const auto text = asked.text("text");
    std::vector<std::string> found, offered;
    for (const auto& finding : prose::check(text, prose::Reader(policy::wording_of(pack)), about))
        if (finding.category == prose::Category::PreferredWord) {
            found.push_back(text.substr(finding.begin, finding.end - finding.begin));
            offered.push_back(finding.suggestion);
        }
    EXPECT_EQ(found, asked.texts("finds"));
    EXPECT_EQ(offered, asked.texts("offers"));
    std::vector<std::string> talked_over;
    for (const auto* word : policy::words_to_talk_over(pack))
        talked_over.push_back(word->said());
    EXPECT_THAT(talked_over, IsSupersetOf(asked.texts("talks_over")));
}

// What could be said instead of one of our words to a child of this age, so long in care.
void try_talk(const policy::Pack& pack, const Fields& asked) {
    asked.only({"of", "age", "status", "since", "first", "more"});
    const InventedChild child(asked);
    const auto words = policy::words_to_talk_over(pack);
    const auto word = std::ranges::find_if(words, [&](const auto* one) { return one->said() == asked.text("of"); });
    ASSERT_NE(word, words.end()) << asked.text("of") << " is not talked over";
    const auto choices = policy::choices_for(**word, child.on(pack));
    EXPECT_EQ(choices.first, asked.texts("first"));
    EXPECT_THAT(choices.more, IsSupersetOf(asked.texts("more")));
}

void try_case(const fs::path& folder, const std::string& clause, const Fields& one) {
    one.only({"name", "due", "life", "form", "sign", "may", "audience", "acronym", "words", "copied", "reading_age", "other_child", "talk", "letter", "page"});
    const auto& pack = pack_in(folder);
    int tried = 0;
    auto with = [&](std::string_view kind, const auto& attempt) {
        if (!one.has(kind))
            return;
        ++tried;
        attempt(Fields(one.at(kind), std::string(kind), one.problems()));
    };
    with("due", [&](const Fields& asked) { try_due(pack, clause, asked); });
    with("life", [&](const Fields& asked) { try_life(pack, clause, asked); });
    with("form", [&](const Fields& asked) { try_form(pack, asked); });
    with("sign", [&](const Fields& asked) { try_sign(pack, asked); });
    with("may", [&](const Fields& asked) { try_may(pack, clause, asked); });
    with("other_child", [&](const Fields& asked) { try_other_child(pack, asked); });
    with("audience", [&](const Fields& asked) { try_audience(pack, asked); });
    with("acronym", [&](const Fields& asked) { try_acronym(pack, asked); });
    with("words", [&](const Fields& asked) { try_words(pack, asked); });
    with("talk", [&](const Fields& asked) { try_talk(pack, asked); });
    with("copied", [&](const Fields& asked) { try_copied(pack, asked); });
    with("reading_age", [&](const Fields& asked) { try_reading_age(pack, asked); });
    with("letter", [&](const Fields& asked) { try_letter(pack, asked); });
    with("page", [&](const Fields& asked) { try_page(asked); });
    EXPECT_EQ(tried, 1) << "a case says one thing";
}

class Clause : public testing::TestWithParam<fs::path> {};

TEST_P(Clause, HoldsInEachOfItsCases) {
    const auto& file = GetParam();
    std::ifstream stream(file);
    policy::Problems problems;
    const auto root = policy::parse_toml(std::string{std::istreambuf_iterator<char>(stream), {}}, file.filename().string(), problems);
    ASSERT_TRUE(root);
    Fields fields(*root, "", problems);
    fields.only({"clause", "case"});
    ASSERT_EQ(fields.text("clause"), file.stem().string());
    const auto folder = house() / "packs" / file.parent_path().filename();
    EXPECT_TRUE(pack_in(folder).clauses.contains(fields.text("clause"))) << "the pack has no such clause";
    const auto cases = fields.tables("case");
    EXPECT_FALSE(cases.empty());
    for (const auto* one : cases) {
        Fields each(*one, "case", problems);
        SCOPED_TRACE(each.text("name"));
        try_case(folder, fields.text("clause"), each);
    }
    if (!problems.empty())
        for (const auto& refusal : problems.refusals())
            ADD_FAILURE() << refusal.message;
}

INSTANTIATE_TEST_SUITE_P(Acceptance, Clause, testing::ValuesIn(case_files()), test_name);

} // namespace

} // namespace lifestory::acceptance
