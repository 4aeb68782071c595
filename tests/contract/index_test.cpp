// What every store's lists across children must do: hold what the acts say, and be the same again after a
// rebuild.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "contract/ledger_store.h"
#include "record/codec.h"
#include "store/sqlite/index.h"
#include "store/sqlite/ledger.h"

using namespace lifestory;
using namespace lifestory::record;

namespace {

template <class Number>
Number number(unsigned digit) {
    Number made;
    made.bytes[0] = 0xa0;
    made.bytes[15] = static_cast<std::uint8_t>(digit);
    return made;
}

const auto tilly = number<RecordNumber>(1), reece = number<RecordNumber>(2),
           barrows = number<RecordNumber>(3), authority = number<RecordNumber>(4),
           looks = number<RecordNumber>(5);
const auto priya = number<WorkerNumber>(11), gareth = number<WorkerNumber>(12);

calendar::Day day(int year, unsigned month, unsigned date) { return *calendar::day_of(year, month, date); }

struct IndexedStore {
    std::string name;
    contract::LedgerStore ledger;
    std::function<std::unique_ptr<index::Index>(const std::filesystem::path& folder)> open_index;
    std::function<void(ledger::Ledger& ledger)> rebuild;
};

IndexedStore sqlite() {
    return {"sqlite", contract::sqlite_store(),
            [](const std::filesystem::path& folder) -> std::unique_ptr<index::Index> {
                return std::make_unique<store::sqlite::SqliteIndex>(folder / "ledger.sqlite");
            },
            [](ledger::Ledger& ledger) { (void)dynamic_cast<store::sqlite::SqliteLedger&>(ledger).rebuild(); }};
}

// A ledger and its index in a folder of their own, to which contents are appended one act each.
class Installation {
public:
    explicit Installation(const IndexedStore& store)
        : m_ledger(std::move(*store.ledger.open(m_folder.path()))),
          m_index(store.open_index(m_folder.path())) {}

    EntryId append(RecordNumber record, const Content& content, WorkerNumber by = priya) {
        Said said;
        said.recorded_by = {by, "", "", ""};
        const auto id = EntryId::random();
        ledger::Append act;
        act.form = FormNumber::random();
        act.at = contract::at(m_minute++);
        act.entries.push_back({record, id, write_content(said, content), std::nullopt});
        if (!m_ledger->append(act).has_value())
            throw Fault("the ledger did not take the act");
        return id;
    }
    void look(const Look& one) {
        ledger::Append act;
        act.form = FormNumber::random();
        act.at = contract::at(m_minute++);
        act.lines.push_back(line_of(one, looks));
        if (!m_ledger->append(act).has_value())
            throw Fault("the ledger did not take the look");
    }
    ledger::Ledger& ledger() { return *m_ledger; }
    index::Index& index() { return *m_index; }

private:
    contract::Folder m_folder;
    int m_minute = 0;
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<index::Index> m_index;
};

Sentence some_words(EntryId entry) { return {entry, "happened", 0, 4, "word"}; }

class IndexContract : public testing::TestWithParam<IndexedStore> {
protected:
    Installation house{GetParam()};
    index::Index& lists = house.index();
};

} // namespace

TEST_P(IndexContract, finds_an_entry_by_its_own_number) {
    house.append(tilly, ChildOpened{barrows, number<PersonNumber>(31)});
    const auto visit = house.append(tilly, Visit{});
    const auto row = lists.find(visit);
    ASSERT_TRUE(row);
    EXPECT_EQ(row->record, tilly);
    EXPECT_EQ(row->place, 1u);
    EXPECT_EQ(row->kind, "visit");
    EXPECT_EQ(row->author, priya);
    EXPECT_EQ(row->recorded_at, contract::at(1));
    EXPECT_EQ(house.ledger().read_entry(row->number)->id, visit);
    EXPECT_FALSE(lists.find(EntryId::random()));
    EXPECT_EQ(lists.entries_of_kind(tilly, "visit").size(), 1u);
    EXPECT_TRUE(lists.entries_of_kind(reece, "visit").empty());
}

TEST_P(IndexContract, knows_the_streams_and_who_is_whose_child) {
    EXPECT_FALSE(lists.authority());
    house.append(authority, Team{});
    house.append(barrows, FamilyOpened{"Barrow"});
    house.append(reece, ChildOpened{barrows, number<PersonNumber>(32)});
    house.append(tilly, ChildOpened{barrows, number<PersonNumber>(31)});
    EXPECT_EQ(lists.authority(), authority);
    EXPECT_EQ(lists.children(), (std::vector{reece, tilly}));
    EXPECT_EQ(lists.families(), (std::vector{barrows}));
    EXPECT_EQ(lists.children_of(barrows).size(), 2u);
    EXPECT_EQ(lists.children_of(barrows)[1].child, tilly);
    EXPECT_EQ(lists.family_of(tilly), (index::ChildRow{tilly, barrows, number<PersonNumber>(31)}));
    EXPECT_FALSE(lists.family_of(barrows));
}

TEST_P(IndexContract, lists_allocations_by_worker_and_by_record_and_ends_them) {
    Allocation allocation{priya, "Priya Anand", "allocated-worker", day(2026, 11, 2), std::nullopt};
    house.append(tilly, allocation);
    house.append(reece, allocation);
    EXPECT_EQ(lists.allocations_of(priya).size(), 2u);
    EXPECT_TRUE(lists.allocations_of(tilly)[0].holds_on(day(2030, 1, 1)));
    allocation.until = day(2026, 12, 1);
    house.append(tilly, allocation);
    ASSERT_EQ(lists.allocations_of(tilly).size(), 1u);
    EXPECT_TRUE(lists.allocations_of(tilly)[0].holds_on(day(2026, 12, 1)));
    EXPECT_FALSE(lists.allocations_of(tilly)[0].holds_on(day(2026, 12, 2)));
    EXPECT_TRUE(lists.allocations_of(gareth).empty());
}

TEST_P(IndexContract, lists_what_waits_for_a_manager_until_one_agrees_or_comments) {
    const auto first = house.append(tilly, Visit{}), second = house.append(tilly, CaseNote{}),
               third = house.append(reece, Visit{});
    house.append(tilly,
                 Meeting{{}, day(2027, 1, 5), true, {}, {}, {}}); // arranged, not held: nobody reads it
    const std::vector line{priya, gareth};
    EXPECT_EQ(lists.waiting_for_a_manager(line).size(), 3u);
    house.append(tilly, Endorsement{first, ""}, gareth);
    house.append(tilly, Comment{second, "Seen.", false}, priya); // a colleague's comment does not do
    house.append(reece, Comment{third, "I agree.", true}, gareth);
    const auto waiting = lists.waiting_for_a_manager(line);
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_EQ(waiting[0].id, second);
    EXPECT_TRUE(lists.waiting_for_a_manager(std::vector{gareth}).empty());
    EXPECT_TRUE(lists.waiting_for_a_manager({}).empty());
}

TEST_P(IndexContract, lists_corrections_asked_until_they_are_answered) {
    const auto visit = house.append(tilly, Visit{});
    const auto one = house.append(tilly, CorrectionAsked{some_words(visit), "English", "Wrong."});
    const auto two = house.append(tilly, CorrectionAsked{some_words(visit), "Art", "Wrong."});
    const std::vector askers{priya};
    ASSERT_EQ(lists.corrections_asked(askers).size(), 2u);
    EXPECT_EQ(lists.corrections_asked(askers)[0].asking.id, one);
    EXPECT_EQ(lists.corrections_asked(askers)[0].about, visit);
    house.append(tilly, Correction{some_words(visit), "English", "Wrong.", one, {}, false}, gareth);
    house.append(tilly, Comment{two, "It was English.", true}, gareth);
    EXPECT_TRUE(lists.corrections_asked(askers).empty());
}

TEST_P(IndexContract, holds_the_last_release_and_lists_what_is_not_yet_read) {
    const auto visit = house.append(tilly, Visit{});
    EXPECT_FALSE(lists.release_of(visit));
    house.append(tilly, Release{visit, "not-yet", "it could spoil a crime enquiry", {}, day(2027, 1, 9), ""});
    const std::vector by{priya};
    ASSERT_EQ(lists.not_yet_released(by).size(), 1u);
    EXPECT_EQ(lists.not_yet_released(by)[0].look_again, day(2027, 1, 9));
    house.append(tilly, Release{visit, "now", "", {}, {}, ""}, gareth);
    EXPECT_TRUE(lists.not_yet_released(by).empty());
    EXPECT_EQ(lists.release_of(visit)->how, "now");
}

TEST_P(IndexContract, finds_the_looks_at_a_record_and_no_others) {
    Look look{priya, "Priya Anand", "Social Worker", "works with Tilly",
              tilly, std::nullopt,  "5e55",          contract::at(3)};
    house.look(look);
    look.record = reece;
    house.look(look);
    ASSERT_EQ(lists.looks_at(tilly).size(), 1u);
    const auto read = read_entry(*house.ledger().read_entry(lists.looks_at(tilly)[0]));
    EXPECT_EQ(std::get<Read>(read->content).looks[0].record, tilly);
    EXPECT_EQ(lists.looks(), looks);
}

TEST_P(IndexContract, finds_the_looks_in_an_emergency_and_no_others) {
    Look look{priya, "Priya Anand", "Social Worker", "works with Tilly", tilly, std::nullopt, "5e55", contract::at(3)};
    house.look(look);
    EXPECT_TRUE(lists.emergencies().empty());
    for (const auto* why : {"emergency: Nan rang.", "manager", "emergency, not opened: Nan rang."}) {
        look.why = why;
        house.look(look);
    }
    const auto found = lists.emergencies();
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(std::get<Read>(read_entry(*house.ledger().read_entry(found[0]))->content).looks[0].why, "emergency: Nan rang.");
    EXPECT_LT(found[0], found[1]);
}

TEST_P(IndexContract, names_can_be_read_without_opening_anything_else) {
    house.append(tilly, Visit{});
    const auto name = house.append(tilly, BasicDetail{"name", "Matilda Barrow", "", ""});
    house.append(tilly, BasicDetail{"school", "Weir Academy", "", ""});
    const auto person = house.append(barrows, Person{number<PersonNumber>(31), "Matilda Barrow"});
    const auto naming = lists.naming_entries(0);
    ASSERT_EQ(naming.size(), 2u);
    EXPECT_EQ(naming[0].id, name);
    EXPECT_EQ(naming[1].id, person);
    EXPECT_EQ(lists.naming_entries(naming[0].number + 1).size(), 1u);
}

TEST_P(IndexContract, holds_nothing_that_can_be_read) {
    house.append(tilly, BasicDetail{"name", "Matilda Barrow", "", "Kerry"});
    house.append(tilly, Allocation{priya, "Priya Anand", "allocated-worker", day(2026, 11, 2), std::nullopt});
    const auto text = lists.dump();
    EXPECT_NE(text.find("allocated-worker"), std::string::npos);
    for (const auto* word : {"Matilda", "Barrow", "Kerry", "Priya", "Anand"})
        EXPECT_EQ(text.find(word), std::string::npos) << word;
}

namespace {

Content any_act(const std::vector<EntryId>& so_far) {
    const auto about = so_far.empty() ? EntryId::random() : *rc::gen::elementOf(so_far);
    const auto worker = *rc::gen::element(priya, gareth);
    const auto from = day(2026, 1, 1) + std::chrono::days(*rc::gen::inRange(0, 3));
    const auto until =
        *rc::gen::arbitrary<bool>() ? std::optional(from + std::chrono::days(9)) : std::nullopt;
    const std::vector<Content> acts{
        Visit{},
        CaseNote{},
        Document{},
        Meeting{{}, from, *rc::gen::arbitrary<bool>(), {}, {}, {}},
        Endorsement{about, ""},
        Comment{about, "", *rc::gen::arbitrary<bool>()},
        CorrectionAsked{some_words(about), "x", "y"},
        Correction{some_words(about), "x", "y", about, {}, false},
        Release{about, *rc::gen::element(std::string("now"), std::string("not-yet")), "", until, from, ""},
        Allocation{worker, "", *rc::gen::element(std::string("allocated-worker"), std::string("co-worker")),
                   from, until},
        BasicDetail{"name", "x", "", ""},
        ChildOpened{barrows, number<PersonNumber>(31)},
        Addition{about, ""},
        Closing{some_words(about), ""},
        Disagreement{std::nullopt, about, "child", "right", ""}};
    return *rc::gen::elementOf(acts);
}

} // namespace

TEST_P(IndexContract, made_again_from_the_entries_is_the_same) {
    rc::detail::TestParams parameters;
    parameters.maxSuccess = 12; // each keeps a ledger on the disk
    const auto result = rc::detail::checkTestable(
        [&] {
            Installation random(GetParam());
            std::vector<EntryId> ids;
            const auto count = *rc::gen::inRange(1, 40);
            for (int act = 0; act < count; ++act) {
                const auto stream = *rc::gen::element(tilly, reece);
                ids.push_back(random.append(stream, any_act(ids), *rc::gen::element(priya, gareth)));
                if (*rc::gen::inRange(0, 4) == 0)
                    random.look({priya, "", "", *rc::gen::element(std::string("manager"), std::string("emergency: x")), stream, ids.back(), "s", contract::at(act)});
            }
            const auto before = random.index().dump();
            GetParam().rebuild(random.ledger());
            RC_ASSERT(random.index().dump() == before);
            random.append(tilly, Visit{}); // and the ledger goes on writing into it
            RC_ASSERT(random.index().dump() != before);
        },
        rc::detail::TestMetadata{}, parameters);
    EXPECT_TRUE(result.template is<rc::detail::SuccessResult>()) << [&] {
        std::ostringstream said;
        rc::detail::printResultMessage(result, said);
        return said.str();
    }();
}

INSTANTIATE_TEST_SUITE_P(Stores, IndexContract, testing::Values(sqlite()),
                         [](const auto& store) { return store.param.name; });
