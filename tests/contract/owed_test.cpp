// What every store's lists of what is owed must do, and that they follow every act: derived in the same call, seen when
// they were cut short, the same again after a rebuild.
#include <gmock/gmock.h>

#include "access/owing.h"
#include "contract/door_town.h"
#include "policy/pack.h"
#include "record/codec.h"
#include "record/outline.h"

using namespace lifestory;
using namespace lifestory::contract;
using index::OwedOfRecord;
using index::OwedRow;
using policy::State;
using testing::IsEmpty;
using testing::SizeIs;
using Which = access::Owing::Which;

namespace {

const std::string a_pack = R"toml([pack]
id = "national"
name = "Trial"
version = "1"
since = 2020-01-01
clauses = ["NAT"]
owner = "trial"
[calendar.england-and-wales]
closed = [{ day = 2026-12-25, name = "Christmas Day" }, { day = 2026-12-28, name = "Boxing Day (substitute day)" }]
[role.social-worker]
name = "Social Worker"
acts_as = "practitioner"
[role.team-manager]
name = "Team Manager"
acts_as = "team-manager"
[record.entry]
items = []
[record.case-note]
name = "Note"
items = [{ id = "happened", part = "what-happened", type = "prose", label = "What happened" }]
[timescale.read-by-a-manager]
name = "Note, read by a manager"
what = "case-note.endorsed"
limit = "5 working days"
after = "case-note.happened"
owes = "allocated-worker"
force = "must"
clause = "NAT-001"
[clause.NAT-001]
says = "A manager reads each note within five working days."
section = "1"
force = "must"
)toml";

policy::Pack pack_of(const std::string& text) {
    auto pack = policy::load_texts({{"national/pack.toml", text}}, "national");
    std::string wrong;
    if (!pack)
        for (const auto& refusal : pack.refusals())
            wrong += refusal.message + "\n";
    if (!pack)
        throw std::runtime_error(wrong);
    return std::move(*pack);
}

std::string with(std::string text, const std::string& before, const std::string& after) { return text.replace(text.find(before), before.size(), after); }

OwedRow row(RecordNumber record, State state, calendar::Day due) {
    OwedRow one;
    one.record = record;
    one.id = policy::ObligationId::random();
    one.rule = "timescale.core-group-minutes";
    one.pack_digest = "0123456789abcdef";
    one.starting = EntryId::random();
    one.starts_on = due - std::chrono::days(7);
    one.due = calendar::due_on(due);
    one.state = state;
    return one;
}

class Owed : public Town {
protected:
    Owed() {
        owing = std::make_unique<access::Owing>(*ledger, *index, books);
        door->keep_owed(*owing);
        door->catch_up_owed(now);
    }
    std::vector<access::OwedItem> items(WorkerNumber worker, calendar::Day until) {
        return door->owed_for(visitor(worker), std::vector{tilly, reece, ava}, until, now);
    }
    void sign(const record::Content& content, WorkerNumber by, Act act) {
        auto open = *door->open(visitor(by), tilly, std::nullopt, now);
        auto signed_it = door->append(visitor(by), open, act, {{"case-note", "entry", "record"}}, FormNumber::random(), {in_child(by, content)}, now);
        ASSERT_TRUE(signed_it) << signed_it.refusal().message;
    }

    policy::Pack pack = pack_of(a_pack);
    policy::RuleBook book{pack};
    policy::RuleBooks books{&book, {}};
    std::unique_ptr<access::Owing> owing;
};

} // namespace

TEST_F(Owed, rows_come_back_as_they_were_put_in) {
    auto open = row(tilly, State::Upcoming, day(12, 30));
    open.due->minute = now;
    open.owed_by = {priya, gareth};
    open.to = "chair";
    open.turn = 3;
    auto met = row(tilly, State::MetLate, day(11, 30));
    met.met_by = EntryId::random();
    met.met_at = now;
    met.late_by_working_days = 2;
    met.worker = priya;
    auto missing = row(tilly, State::Missing, day(1, 1));
    missing.due.reset();
    missing.note = "Not in the last 3; at least one in 3";
    OwedOfRecord all{{tilly, 9, "by", 4, day(12, 23), day(12, 24), true, day(12, 20), std::nullopt}, {open, missing, met}};
    index->replace_owed(std::span(&all, 1));
    EXPECT_EQ(index->owed_of(tilly), all.rows);
    EXPECT_EQ(index->owed_standing(tilly), all.standing);
    EXPECT_EQ(index->owed_open(tilly, day(12, 29)), (std::vector{missing})); // without a date always; the other is due later
    EXPECT_THAT(index->owed_open_between(day(12, 30), day(12, 31)), SizeIs(1));
    all.rows = {missing};
    index->replace_owed(std::span(&all, 1));
    EXPECT_EQ(index->owed_of(tilly), all.rows);
}

TEST_F(Owed, what_was_met_is_told_by_month_and_worker) {
    auto early = row(tilly, State::Met, day(11, 30)), late = row(tilly, State::MetLate, day(11, 2)), other = row(reece, State::Met, day(11, 5));
    early.worker = late.worker = other.worker = priya;
    auto advice = row(tilly, State::Met, day(11, 9));
    advice.force = policy::Force::Advice;
    std::vector<OwedOfRecord> all{{{.record = tilly}, {early, late, advice}}, {{.record = reece}, {other, row(reece, State::NoLongerNeeded, day(11, 6))}}};
    index->replace_owed(all);
    using namespace std::chrono;
    EXPECT_EQ(index->owed_kept(2026y / October, 2026y / December), (std::vector{index::KeptRow{priya, 2026y / November, 2, 1}}));
    all.front().rows = {early};
    index->replace_owed(all);
    EXPECT_EQ(index->owed_kept(2026y / November, 2026y / November), (std::vector{index::KeptRow{priya, 2026y / November, 2, 0}}));
    EXPECT_THAT(index->owed_kept(2026y / December, 2027y / December), IsEmpty());
}

TEST_F(Owed, is_there_for_the_page_after_the_act_and_gone_when_it_is_met) {
    auto before = items(priya, day(1, 10, 2027));
    ASSERT_THAT(before, SizeIs(1));
    EXPECT_EQ(before[0].child, "Tilly Barrow");
    EXPECT_EQ(before[0].allocated, priya);
    EXPECT_EQ(before[0].owed_by, (std::vector{priya}));
    EXPECT_EQ(before[0].obligation.name, "Note, read by a manager");
    EXPECT_EQ(before[0].obligation.due->written(), "2027-01-01");
    EXPECT_EQ(before[0].obligation.state, State::Upcoming);
    sign(note("Nan is well."), priya, Act::Sign);
    EXPECT_THAT(items(priya, day(1, 10, 2027)), SizeIs(2));
    sign(record::Endorsement{tillys_note, ""}, gareth, Act::Endorse);
    EXPECT_THAT(items(priya, day(1, 10, 2027)), SizeIs(1));
    EXPECT_THAT(items(priya, day(12, 24)), IsEmpty()); // not due by then
    EXPECT_THAT(items(omar, day(1, 10, 2027)), IsEmpty()); // not his record
    EXPECT_THAT(items(gareth, day(1, 10, 2027)), SizeIs(1));
}

TEST_F(Owed, is_late_by_the_clock_alone) {
    now = calendar::start_of(day(1, 6, 2027));
    auto late = items(gareth, day(1, 6, 2027));
    ASSERT_THAT(late, SizeIs(1));
    EXPECT_EQ(late[0].obligation.state, State::Late);
    EXPECT_EQ(late[0].obligation.late_by_working_days, 3);
    auto children = door->owed_children(visitor(gareth), std::vector{tilly, reece}, now);
    ASSERT_THAT(children, SizeIs(2));
    EXPECT_EQ(children[0].late + children[1].late, 1);
    using namespace std::chrono;
    EXPECT_EQ(door->kept_in(visitor(gareth), 2027y / January, 2027y / January, now)[0].late, 1);
}

TEST_F(Owed, what_a_crash_cut_short_is_seen_and_derived_again) {
    auto whole = index->dump_owed();
    auto act = ledger::Append{FormNumber::random(), now, {{tilly, EntryId::random(), record::write_content(said_by(priya), note("Unseen by the lists.")), {}}}, {}};
    ASSERT_TRUE(ledger->append(act));
    EXPECT_EQ(index->dump_owed(), whole);
    EXPECT_THAT(items(priya, day(1, 10, 2027)), SizeIs(2)); // who asks is told the truth
    act.form = FormNumber::random();
    act.entries.front().id = EntryId::random();
    ASSERT_TRUE(ledger->append(act));
    access::Owing started_again(*ledger, *index, books);
    EXPECT_EQ(started_again.bring_up_to_date(Which::All, now).records, 1u); // and a start sees it without being asked
    EXPECT_EQ(started_again.bring_up_to_date(Which::All, now).records, 0u);
    EXPECT_THAT(index->owed_open(tilly, day(1, 10, 2027)), SizeIs(3));
}

TEST_F(Owed, a_record_that_cannot_be_read_stops_no_other) {
    auto act = ledger::Append{FormNumber::random(), now, {{reece, EntryId::random(), R"({"kind":"of a later program","content":{}})", {}}}, {}};
    ASSERT_TRUE(ledger->append(act));
    sign(note("Nan is well."), priya, Act::Sign);
    EXPECT_THAT(items(priya, day(1, 10, 2027)), SizeIs(2));
    EXPECT_THAT(door->owed_children(visitor(priya), std::vector{tilly, reece}, now), SizeIs(2)); // it is not forgotten
    access::Owing started_again(*ledger, *index, books);
    auto counted = started_again.bring_up_to_date(Which::All, now);
    EXPECT_EQ(counted.records, 0u);
    EXPECT_EQ(counted.unreadable, 1u);
}

TEST_F(Owed, another_pack_counts_what_is_open_anew) {
    auto longer = pack_of(with(with(a_pack, "\"1\"\nsince", "\"2\"\nsince"), "\"5 working days\"", "\"6 working days\""));
    policy::RuleBook longer_book(longer);
    policy::RuleBooks after{&longer_book, {}};
    access::Owing owing_after(*ledger, *index, after);
    EXPECT_EQ(owing_after.bring_up_to_date(Which::All, now).records, 3u);
    EXPECT_EQ(index->owed_open(tilly, day(12, 31, 2027))[0].due->written(), "2027-01-04");
    EXPECT_EQ(owing_after.bring_up_to_date(Which::All, now).records, 0u);
}

TEST_F(Owed, a_declared_holiday_counts_what_is_open_anew) {
    sign(record::Endorsement{tillys_note, ""}, gareth, Act::Endorse);
    sign(note("Nan is well."), priya, Act::Sign);
    record::HolidayDeclared holiday{day(12, 29), "A day of thanks"};
    now += std::chrono::hours(1);
    ASSERT_TRUE(door->append_to_authority(FormNumber::random(), {in_child(root, holiday)}, now));
    auto open = items(priya, day(1, 10, 2027));
    ASSERT_THAT(open, SizeIs(1));
    EXPECT_EQ(open[0].obligation.due->written(), "2027-01-04");
    for (const auto& one : index->owed_of(tilly))
        EXPECT_EQ(one.due->written(), one.is_open() ? "2027-01-04" : "2027-01-01"); // what was met does not move
}

TEST_F(Owed, an_open_record_is_counted_anew_from_its_outline_and_what_was_signed_since) {
    owing->rebuild(now);
    auto outline = index->owed_outline(tilly);
    ASSERT_TRUE(outline);
    auto text = *ledger->open_beside(tilly, *outline);
    for (auto words : {"Priya", "quiet", "What happened"})
        EXPECT_EQ(text.find(words), std::string::npos) << words;
    EXPECT_FALSE(ledger->open_beside(reece, *outline)) << "it opens under its own record's key alone";
    sign(note("Nan is well."), priya, Act::Sign);
    EXPECT_EQ(index->owed_outline(tilly), outline) << "a signature does not wait for it";
    auto tomorrow = now + std::chrono::days(1);
    EXPECT_GT(owing->bring_up_to_date(Which::All, tomorrow).records, 0u);
    auto longer = index->owed_outline(tilly);
    EXPECT_NE(longer, outline);
    auto counted = index->dump_owed();
    EXPECT_THAT(index->owed_open(tilly, day(1, 10, 2027)), SizeIs(2));
    owing->rebuild(tomorrow);
    EXPECT_EQ(index->dump_owed(), counted);
}

TEST_F(Owed, an_outline_that_is_not_of_this_book_or_was_changed_is_made_again) {
    owing->rebuild(now);
    auto good = index->dump_owed();
    auto foreign = [&](const std::string& text) { return *ledger->seal_beside(tilly, text); };
    auto whole = *ledger->open_beside(tilly, *index->owed_outline(tilly));
    auto flipped = *index->owed_outline(tilly);
    flipped[flipped.size() / 2] ^= 1;
    auto renumbered = whole;
    auto last = record::read_outline(tilly, whole)->back().id;
    renumbered.replace(renumbered.rfind(last.view()), 16, EntryId::random().view()); // the last entry is another's
    for (const auto& outline : {flipped, foreign(""), foreign("0" + whole.substr(1)), foreign("2not an outline"), foreign(whole.substr(0, whole.size() - 1)), foreign(renumbered)}) {
        OwedOfRecord wrong{*index->owed_standing(tilly), {}, outline};
        wrong.standing.judged_by = "another pack";
        index->replace_owed(std::span(&wrong, 1));
        ASSERT_EQ(index->owed_outline(tilly), outline);
        owing->bring_up_to_date(std::vector{tilly}, now);
        EXPECT_EQ(index->dump_owed(), good);
        EXPECT_EQ(*ledger->open_beside(tilly, *index->owed_outline(tilly)), whole);
    }
}

TEST_F(Owed, what_was_derived_of_more_than_the_book_holds_gives_way) {
    auto good = index->dump_owed();
    OwedOfRecord other{*index->owed_standing(tilly), {row(tilly, State::Upcoming, day(12, 30))}};
    other.standing.length += 2; // the ledger was restored since
    other.standing.seen = day(12, 23);
    index->replace_owed(std::span(&other, 1));
    owing->bring_up_to_date(std::vector{tilly}, now);
    EXPECT_EQ(index->dump_owed(), good);
}

TEST_F(Owed, no_outline_is_kept_of_a_record_whose_work_has_ended) {
    OwedOfRecord one{{tilly, 9, "by", 4, day(12, 23), day(12, 24), true, {}, {}}, {}, "sealed"};
    index->replace_owed(std::span(&one, 1));
    EXPECT_EQ(index->owed_outline(tilly), "sealed");
    one.outline.reset();
    index->replace_owed(std::span(&one, 1));
    EXPECT_EQ(index->owed_outline(tilly), "sealed") << "none given: as it is kept";
    one.standing.is_open = false;
    index->replace_owed(std::span(&one, 1));
    EXPECT_EQ(index->owed_outline(tilly), std::nullopt);
}

TEST_F(Owed, made_again_from_the_entries_is_the_same) {
    sign(note("Nan is well."), priya, Act::Sign);
    sign(record::Endorsement{tillys_note, ""}, gareth, Act::Endorse);
    auto before = index->dump_owed();
    EXPECT_THAT(before, testing::HasSubstr("timescale.read-by-a-manager"));
    auto rebuilt = owing->rebuild(now);
    EXPECT_EQ(rebuilt.records, 3u);
    EXPECT_EQ(index->dump_owed(), before);
    auto again = store::sqlite::SqliteIndex(folder / "ledger.sqlite").dump_owed();
    EXPECT_EQ(again, before);
}
