// The published worked examples (they lie beside the repository, and are not ours to keep in it) are entered as a worker
// would enter them: typed into the form's fields, signed through the one door, and read back.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "acceptance/home.h"
#include "access/door.h"
#include "access/rules.h"
#include "base/text.h"
#include "casework/allocate.h"
#include "casework/open_child.h"
#include "casework/record_form.h"
#include "casework/register.h"
#include "policy/judge.h"
#include "policy/statuses.h"
#include "policy/timeline_of.h"
#include "web/pages/form_fields.h"

namespace lifestory::acceptance {

namespace {

namespace fs = std::filesystem;
using policy::Item;
using policy::ItemType;

enum class By { SocialWorker, Manager };

struct Example {
    std::string file, record_type, item;
    By by = By::SocialWorker;
};

const std::vector<Example>& examples() {
    static const std::vector<Example> all{
        {"01-three-month-update", "three-month-update", "letter"},
        {"02-home-visit", "visit", "happened"},
        {"03-section-47-managers-comments", "section-47-oversight", "oversight", By::Manager},
        {"04-core-group-summary", "core-group", "progress"},
        {"05-family-time-analysis", "supervised-contact", "analysis"},
        {"06-key-decision-discussion", "key-decision-discussion", "impact-statement", By::Manager},
        {"07-contact-and-referral-managers-analysis", "contact-and-referral", "manager-analysis", By::Manager},
        {"08-managers-decision-and-rationale", "manager-decision", "reason", By::Manager},
        {"09-initial-viability-assessment", "viability-assessment", "manager-analysis", By::Manager},
        {"10-trauma-lens-parenting-capacity-a", "parenting-assessment", "history"},
        {"11-trauma-lens-parenting-capacity-b", "parenting-assessment", "history"},
        {"12-getting-to-know-me", "getting-to-know-me", "written"},
    };
    return all;
}

fs::path published() {
    const char* shared = std::getenv("LIFESTORY_SHARED");
    return (shared ? fs::path(shared) : fs::path(SOURCE_FOLDER) / "../shared") / "language/leicestershire-examples";
}

// As short an answer to a question that must be answered as a hurried worker would give.
void answer_shortly(desk::Fields& fields, const Item& item) {
    const auto name = "item." + item.id;
    switch (item.type) {
    case ItemType::Choice:
    case ItemType::Choices: fields[name] = item.choices.empty() ? "yes" : item.choices.front().name; return;
    case ItemType::YesNo: fields[name] = "yes"; return;
    case ItemType::Seen: fields[name] = "seen alone"; return;
    case ItemType::People: fields[name] = "nobody"; return;
    case ItemType::Person:
    case ItemType::Worker: fields[name + ".1.name"] = "Rosa Quill", fields[name + ".1.who"] = "teacher"; return;
    case ItemType::Views: {
        const auto row = item.whose == "child" ? name + "." : name + ".1.";
        fields[row + "words"] = "I like it here.";
        fields[row + "how"] = "talking together";
        fields[row + "name"] = "Rosa Quill";
        return;
    }
    case ItemType::Options:
    case ItemType::Actions: fields[name + ".1.what"] = "Ring the school"; return;
    case ItemType::Rows: fields[name + ".1.1"] = "school"; return;
    case ItemType::Day:
    case ItemType::Instant:
        fields[name + ".day"] = "22", fields[name + ".month"] = "12", fields[name + ".year"] = "2026", fields[name + ".time"] = "10:00";
        return;
    case ItemType::Interval: fields[name] = "6 weeks"; return;
    case ItemType::Number: fields[name] = "1"; return;
    case ItemType::Text:
    case ItemType::Prose:
    case ItemType::Place:
    case ItemType::Code: fields[name] = "As it is said above."; return;
    case ItemType::Prompt:
    case ItemType::Entry:
    case ItemType::Attachment: return;
    }
}

class WorkedExamples : public Home {
protected:
    WorkedExamples() {
        auto accepted = app::accept_pack(*installation, pack(), now);
        EXPECT_TRUE(accepted);
        policies = std::move(*accepted);
        door = std::make_unique<access::Door>(installation->ledger(), installation->index(), access::rules_of(*policies.pack));
        register_workers();
        open_the_child();
    }
    ~WorkedExamples() override { door.reset(); }

    casework::Act act_of(const access::Visitor& visitor) const {
        const auto& about = policies.pack->about;
        return {visitor.author, std::string(access::name_of(visitor.who.role)), {about.id, about.version, policies.pack->digest}, now, EntryId::random()};
    }

    std::vector<access::Writing> writings(const casework::Writing& written) const {
        std::vector<access::Writing> all;
        for (const auto& one : written)
            all.push_back({one.id, one.said, one.content, one.record == family ? access::Writing::Stream::Family : access::Writing::Stream::Child});
        return all;
    }

    void register_workers() {
        const auto& about = policies.pack->about;
        const casework::Act first{{WorkerNumber{}, "Lifestory", "the program", ""}, "administrator", {about.id, about.version, policies.pack->digest}, now, EntryId::random()};
        const auto stream = *installation->index().authority();
        record::Team team{TeamNumber::random(), "Family Team", "first-response", ""};
        record::Worker priya{WorkerNumber::random(), "Priya Anand", "Social Worker", "social-worker", "", team.team, true};
        record::Worker gareth{WorkerNumber::random(), "Gareth Holloway", "Team Manager", "team-manager", "", team.team, true};
        auto keep = [&](const Result<casework::Writing>& written) {
            ASSERT_TRUE(written);
            ASSERT_TRUE(door->append_to_authority(FormNumber::random(), writings(*written), now));
        };
        auto again = [&] { auto act = first; act.id = EntryId::random(); return act; };
        keep(casework::register_team(again(), stream, team));
        keep(casework::register_worker(again(), stream, priya));
        keep(casework::register_worker(again(), stream, gareth));
        keep(casework::set_line_of_management(again(), *door->authority(), {priya.worker, gareth.worker}));
        worker = *door->visitor(priya.worker, "acceptance");
        manager = *door->visitor(gareth.worker, "acceptance");
    }

    void open_the_child() {
        casework::Opening opening{"Matilda Barrow", "Tilly", "she"};
        opening.born = calendar::parse_day("2015-03-14").value();
        opening.told_by = "Rosa Quill, teacher";
        opening.known_on = calendar::london_day(now);
        opening.child = child;
        opening.new_family = family;
        opening.person = PersonNumber::random();
        opening.family_name = "Barrow";
        auto written = casework::open_child(act_of(worker), opening);
        ASSERT_TRUE(written);
        record::Child so_far;
        so_far.record = child;
        auto allocated = casework::allocate(act_of(worker), so_far, *door->authority()->worker(worker.who.worker), "allocated-worker", calendar::london_day(now));
        ASSERT_TRUE(allocated);
        written->insert(written->end(), allocated->begin(), allocated->end());
        auto opened = door->open_new(worker, FormNumber::random(), {family, child, writings(*written)}, now);
        ASSERT_TRUE(opened) << opened.refusal().message;
    }

    // Types the text into its box and short answers into what else must be answered; signs; returns the entry's id.
    std::optional<EntryId> enter(const Example& example, const std::string& text) {
        const auto& visitor = example.by == By::Manager ? manager : worker;
        auto open = door->open(visitor, child, std::nullopt, now);
        if (!open) {
            ADD_FAILURE() << example.file << ": " << open.refusal().message;
            return std::nullopt;
        }
        const auto& type = *policies.pack->record_type(example.record_type);
        const auto timeline = policy::timeline_of(*open->child, *open->authority, *policies.pack);
        const auto statuses = policy::statuses_of(*policies.pack, timeline);
        policy::Happening happening;
        happening.record_type = type.id;
        happening.items["seen"] = {"seen alone"};
        const auto items = policy::asked_items(type, {policies.pack.get(), &timeline, &statuses, calendar::london_day(now), &happening});
        EXPECT_TRUE(std::ranges::any_of(items, [&](const auto* item) { return item->id == example.item; })) << example.record_type << " does not ask " << example.item;
        desk::Fields typed;
        for (const auto* item : items)
            if (item->force == policy::Force::Must || item->id == "people" || item->id == "seen")
                answer_shortly(typed, *item);
        typed["item." + example.item] = text;
        const auto fields = desk::clean_fields(typed);
        const auto read = web::pages::read_form({type, std::span(items), *fields, {}});
        casework::Filled filled;
        filled.form = read.form;
        filled.happened_on = calendar::london_day(now);
        auto written = casework::record_form(act_of(visitor), *open->child, {type, std::span(items)}, filled);
        if (!written) {
            for (const auto& refusal : written.refusals())
                ADD_FAILURE() << example.file << ": " << refusal.message;
            return std::nullopt;
        }
        auto what = access::What{type.like};
        what.on.push_back("record");
        auto appended = door->append(visitor, *open, access::Act::Sign, what, FormNumber::random(), writings(*written), now);
        if (!appended) {
            ADD_FAILURE() << example.file << ": " << appended.refusal().message;
            return std::nullopt;
        }
        return written->front().id;
    }

    calendar::Instant now = london_time("2026-12-22T16:30");
    app::Policies policies;
    std::unique_ptr<access::Door> door;
    RecordNumber child = RecordNumber::random(), family = RecordNumber::random();
    access::Visitor worker, manager;
};

TEST_F(WorkedExamples, AreEnteredSignedAndReadBackEqual) {
    if (!fs::exists(published()))
        GTEST_SKIP() << "skipped: no ../shared";
    for (const auto& example : examples()) {
        std::ifstream stream(published() / (example.file + ".txt"));
        const std::string text{std::istreambuf_iterator<char>(stream), {}};
        ASSERT_FALSE(text.empty()) << example.file;
        const auto entry = enter(example, text);
        if (!entry)
            continue;
        auto open = door->open(worker, child, *entry, now);
        ASSERT_TRUE(open) << example.file;
        const auto* story = open->child->find(*entry);
        ASSERT_TRUE(story) << example.file;
        EXPECT_EQ(record::words_now(*story, example.item), trim(*clean_text(text))) << example.file;
    }
    EXPECT_TRUE(installation->ledger().verify().wrong.empty());
}

} // namespace

} // namespace lifestory::acceptance
