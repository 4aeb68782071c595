#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

const std::string minutes = R"([timescale.minutes]
what = "core-group-minutes.recorded"
limit = "5 working days"
after = "core-group.held"
owes = "chair"
)";

std::string one_line(const std::string& text) {
    auto all = lines(ours(text));
    return all.size() == 1 ? all.front() : "expected one line, got " + std::to_string(all.size()) + (all.empty() ? "" : ": " + all.front());
}

std::string rule(const std::string& keys) { return minutes + keys; }

} // namespace

TEST(Reader, takes_a_pack_and_what_it_extends) {
    auto pack = ours(minutes);
    ASSERT_THAT(lines(pack), IsEmpty());
    ASSERT_THAT(pack->timescales, SizeIs(1));
    EXPECT_EQ(pack->timescales[0].rule.full_id(), "timescale.minutes");
    EXPECT_EQ(pack->timescales[0].limit->written(), "5 working days");
    EXPECT_EQ(pack->digest.size(), 64u);
    EXPECT_THAT(pack->files, SizeIs(3));
}

TEST(Reader, refuses_an_unknown_key_with_the_nearest_one) {
    EXPECT_EQ(one_line("[timescale.minutes]\nwhat = \"core-group-minutes.recorded\"\nafter = \"core-group.held\"\nowes = \"chair\"\nlimit = \"1 week\"\nlimt = \"1 week\"\n"),
              "ours/times.toml:6: timescale.minutes: unknown key 'limt' (did you mean 'limit'?); it takes: about, after, agreed_in, at, before, "
              "calendar, changes, clause, counts_from, counts_when, escalation, falls_away, firm, force, fresh, general, if_closed, "
              "including_the_day, limit, name, note, on, owes, settled, since, to, until, what, when, when_late, why");
}

TEST(Reader, refuses_a_trigger_that_nothing_produces) {
    EXPECT_EQ(one_line("[timescale.x]\nwhat = \"visit.recorded\"\nlimit = \"1 week\"\nafter = \"visitt.happened\"\nowes = \"author\"\n"),
              "ours/times.toml:4: timescale.x: after = 'visitt.happened': nothing produces it: no record type 'visitt' (did you mean 'visit'?)");
    EXPECT_THAT(one_line("[timescale.x]\nwhat = \"visit.held\"\nlimit = \"1 week\"\nafter = \"visit.happened\"\nowes = \"author\"\n"),
                HasSubstr("visit has no moment 'held'"));
    EXPECT_THAT(one_line("[timescale.x]\nwhat = \"visit.seen\"\nlimit = \"1 week\"\nafter = \"opened.begins\"\nowes = \"author\"\n"), HasSubstr("no status 'opened'"));
}

TEST(Reader, refuses_an_answer_that_an_item_cannot_have) {
    EXPECT_EQ(one_line("[timescale.x]\nwhat = \"visit.recorded\"\nlimit = \"1 week\"\nafter = \"visit.happened\"\nowes = \"author\"\nwhen = { item = { seen = \"yes\" } }\n"),
              "ours/times.toml:6: timescale.x: item: seen = 'yes'; expected one of: not seen, seen with others, seen alone, baby seen awake");
    EXPECT_THAT(one_line("[timescale.x]\nwhat = \"visit.recorded\"\nlimit = \"1 week\"\nafter = \"visit.happened\"\nowes = \"author\"\nwhen = { item = { happened = \"well\" } }\n"),
                HasSubstr("expected one of: any, none"));
}

TEST(Reader, asks_how_a_doubt_is_settled) {
    std::string doubt = "[clause.OWN-1]\nsays = \"Three days.\"\ndoubt = \"Which days?\"\n" + minutes + "clause = \"OWN-1\"\n";
    EXPECT_EQ(one_line(doubt), "ours/times.toml:9: timescale.minutes: clause OWN-1 is in doubt (Which days?); say how it is settled: settled = \"...\"");
    EXPECT_THAT(lines(ours(doubt + "settled = \"working days\"\n")), IsEmpty());
}

TEST(Reader, refuses_what_a_timescale_cannot_be) {
    EXPECT_THAT(one_line(rule("before = \"conference.planned\"\n")), HasSubstr("expected one of 'after', 'before' and 'on', and only one"));
    EXPECT_THAT(one_line(rule("fresh = \"2 weeks\"\n")), HasSubstr("'fresh' stands without 'before'"));
    EXPECT_THAT(one_line(rule("agreed_in = \"visit.seen\"\n")), HasSubstr("expected an item of type day or interval"));
    EXPECT_THAT(one_line("[timescale.x]\nwhat = \"visit.recorded\"\nlimit = \"0 days\"\nafter = \"visit.happened\"\nowes = \"author\"\n"), HasSubstr("'0 days' is not a count"));
    EXPECT_THAT(one_line("[timescale.x]\nwhat = \"visit.recorded\"\nlimit = \"2 fortnights\"\nafter = \"visit.happened\"\nowes = \"author\"\n"), HasSubstr("is not a count"));
    EXPECT_THAT(one_line("[timescale.x]\nwhat = \"visit.recorded\"\nlimit = \"1 school term\"\nafter = \"visit.happened\"\nowes = \"author\"\n"), HasSubstr("needs a calendar with terms"));
    EXPECT_THAT(one_line("[timescale.x]\nwhat = \"visit.recorded\"\nlimit = \"1 week\"\nafter = \"visit.happened\"\n"), HasSubstr("'owes' is missing"));
    EXPECT_THAT(one_line(minutes + "[timescale.y]\nwhat = \"visit.recorded\"\nlimit = \"1 week\"\nafter = \"visit.happened\"\nowes = \"team-manger\"\n"),
                HasSubstr("did you mean 'team-manager'?"));
}

TEST(Reader, refuses_what_a_record_type_cannot_be) {
    EXPECT_THAT(one_line("[record.new-thing]\nname = \"New\"\n"), HasSubstr("say what it is like"));
    EXPECT_THAT(one_line("[record.new-thing]\nlike = \"vist\"\n"), HasSubstr("did you mean 'visit'?"));
    EXPECT_THAT(one_line("[record.visit]\nlike = \"meeting\"\nwhy = \"because\"\n"), HasSubstr("'like' stands on a built-in type"));
    EXPECT_THAT(one_line("[record.visit]\nitems = [{ id = \"more\", type = \"prose\" }]\n"), HasSubstr("item 'more' has no label"));
    EXPECT_THAT(one_line("[record.visit]\nitems = [{ id = \"home\", force = \"must\" }]\n"), HasSubstr("is a prompt and a must"));
    EXPECT_THAT(one_line("[record.visit]\nitems = [{ id = \"a\", type = \"choice\", label = \"A\", list = \"nowhere\" }]\n"), HasSubstr("expected one"));
    EXPECT_THAT(one_line("[record.visit]\nitems = [{ id = \"a\", type = \"rows\", label = \"A\", columns = [\"who\"], long_columns = [\"what\"] }]\n"), HasSubstr("has no column 'what'"));
    EXPECT_THAT(one_line("[record.visit]\nneeds = [{ what = \"conference.held\", before = \"ended\" }]\n"), HasSubstr("before = 'ended'"));
    EXPECT_THAT(one_line("[record.visit]\nneeds = [{ what = \"visit.recorded\", when = { item = { seen = \"not seen\" } } }]\n"), HasSubstr("expected for_each beside it"));
    EXPECT_THAT(one_line("[record.new-thing]\nlike = \"document\"\nupdates = [\"vist\"]\n"), HasSubstr("did you mean 'visit'?"));
    auto circle = lines(ours("[record.a]\nlike = \"b\"\n[record.b]\nlike = \"a\"\n"));
    EXPECT_THAT(circle, Contains(HasSubstr("goes in a circle")));
}

TEST(Reader, refuses_statuses_without_an_end_and_in_a_circle) {
    EXPECT_THAT(one_line("[status.x]\nbegins = \"conference.held\"\n"), HasSubstr("nothing ends it"));
    EXPECT_THAT(one_line("[status.x]\nduring = \"visit\"\n"), HasSubstr("has no beginning and end"));
    EXPECT_THAT(one_line("[status.x]\nduring = \"involvement\"\nbegins = \"conference.held\"\nends = \"conference.held\"\n"), HasSubstr("expected one of 'during' and 'begins'"));
    auto circle = lines(ours("[status.x]\nduring = \"involvement\"\nwhen = { status = \"y\" }\n[status.y]\nduring = \"involvement\"\nwhen = { status = \"x\" }\n"));
    EXPECT_THAT(circle, Contains(HasSubstr("statuses ask for each other in a circle")));
}

TEST(Reader, tells_everything_that_is_wrong_at_once_in_the_order_of_the_lines) {
    auto all = lines(ours("[timescale.minutes]\nlimt = \"1 week\"\nwhat = \"nothing.recorded\"\nafter = \"core-group.held\"\nowes = \"nobody\"\n[kind.x]\na = 1\n"));
    ASSERT_GE(all.size(), 5u);
    EXPECT_THAT(all[0], HasSubstr("ours/times.toml:1: timescale.minutes: there is no limit"));
    EXPECT_THAT(all[1], HasSubstr("ours/times.toml:2: timescale.minutes: unknown key 'limt'"));
    EXPECT_THAT(all[2], HasSubstr("ours/times.toml:3:"));
    EXPECT_THAT(all.back(), HasSubstr("ours/times.toml:6: unknown kind 'kind'"));
}

TEST(Reader, refuses_what_is_no_toml_and_a_pack_without_its_table) {
    EXPECT_THAT(one_line("[timescale.minutes\n"), HasSubstr("ours/times.toml:1: not TOML"));
    auto headless = load_texts(with_national({{"ours/times.toml", minutes}}), "ours");
    EXPECT_THAT(lines(headless), Contains(HasSubstr("there is no [pack]")));
    EXPECT_FALSE(load_texts({}, "ours"));
}

TEST(Layers, change_only_what_they_say_and_say_why) {
    std::vector<PackFile> files{{"ours/pack.toml", own("ours")}, {"ours/times.toml", minutes}, {"theirs/pack.toml", own("theirs", "\"ours\"", "THR")}};
    files.push_back({"theirs/times.toml", "[timescale.minutes]\nlimit = \"3 working days\"\n"});
    EXPECT_THAT(lines(load_texts(with_national(files), "theirs")), ElementsAre(HasSubstr("gives no reason; say why")));
    files.back().text += "why = \"sooner is kinder\"\n";
    auto pack = load_texts(with_national(files), "theirs");
    ASSERT_THAT(lines(pack), IsEmpty());
    EXPECT_EQ(pack->timescales[0].limit->written(), "3 working days");
    EXPECT_EQ(pack->timescales[0].after[0].written(), "core-group.held");
}

TEST(Layers, never_change_what_is_firm) {
    std::vector<PackFile> files{{"ours/pack.toml", own("ours")}, {"ours/times.toml", minutes + "firm = true\n"}, {"theirs/pack.toml", own("theirs", "\"ours\"", "THR")}};
    files.push_back({"theirs/times.toml", "[timescale.minutes]\nlimit = \"3 working days\"\nwhy = \"sooner\"\n"});
    EXPECT_THAT(lines(load_texts(with_national(files), "theirs")), ElementsAre(HasSubstr("give your rule its own id beside it")));
    files.back().text = "[withdraw]\n\"timescale.minutes\" = \"not ours\"\n";
    EXPECT_THAT(lines(load_texts(with_national(files), "theirs")), ElementsAre(HasSubstr("the rule is firm")));
}

TEST(Layers, withdraw_only_what_is_there) {
    EXPECT_THAT(one_line("[withdraw]\n\"timescale.minuts\" = \"gone\"\n" + minutes), HasSubstr("withdraw.timescale.minuts: no pack that it extends has it"));
    EXPECT_THAT(one_line("[withdraw]\n\"record.core-group\" = \"none here\"\n" + minutes), HasSubstr("no record type 'core-group'"));
}

namespace {

// Two packs that differ, and one over both with a text of its own.
Result<Pack> over_both(const std::string& left, const std::string& right, const std::string& text) {
    return load_texts(with_national({{"left/pack.toml", own("left", "\"national\"", "LEF")}, {"left/times.toml", left},
                                     {"right/pack.toml", own("right", "\"national\"", "RIG")}, {"right/times.toml", right},
                                     {"over/pack.toml", own("over", "\"left\", \"right\"", "OVR") + text}}), "over");
}

std::string limited(const std::string& id, const std::string& limit) {
    return "[timescale." + id + "]\nwhat = \"visit.recorded\"\nlimit = \"" + limit + "\"\nafter = \"visit.happened\"\nowes = \"author\"\n";
}

} // namespace

TEST(Layers, must_say_which_holds_where_two_packs_differ) {
    EXPECT_THAT(lines(over_both(limited("note", "3 days"), limited("note", "5 days"), "")),
                ElementsAre(HasSubstr("over/pack.toml:8: 'timescale.note' is not the same in left (times.toml:1) and right (times.toml:1); say which holds: [settle]")));
    EXPECT_THAT(lines(over_both(limited("note", "3 days"), limited("note", "3 days"), "")), IsEmpty());
    auto settled = over_both(limited("note", "3 days"), limited("note", "5 days"), "[settle]\n\"timescale.note\" = { take = \"left\", why = \"shorter\" }\n");
    ASSERT_THAT(lines(settled), IsEmpty());
    EXPECT_EQ(settled->timescales[0].limit->written(), "3 days");
    EXPECT_THAT(lines(over_both(limited("note", "3 days"), limited("note", "5 days"), "[settle]\n\"timescale.note\" = { take = \"wrong\", why = \"x\" }\n")),
                Contains(HasSubstr("expected one of: each, left, right")));
    EXPECT_THAT(lines(over_both(limited("note", "3 days"), limited("note", "5 days"), "[settle]\n\"timescale.note\" = { take = \"left\" }\n")),
                Contains(HasSubstr("'why' is missing")));
}

TEST(Layers, find_a_contradiction_under_two_ids) {
    EXPECT_THAT(lines(over_both(limited("note", "3 days"), limited("record-of-it", "5 days"), "")),
                ElementsAre(HasSubstr("'timescale.note' in left (times.toml:1) and 'timescale.record-of-it' in right (times.toml:1) give different limits")));
    auto each = over_both(limited("note", "3 days"), limited("record-of-it", "5 days"), "[settle]\n\"timescale.note\" = { take = \"each\", why = \"both\" }\n");
    ASSERT_THAT(lines(each), IsEmpty());
    EXPECT_THAT(each->timescales, SizeIs(2));
}

TEST(Layers, let_each_hold_when_they_say_so) {
    auto each = over_both(limited("note", "3 days"), limited("note", "5 days"), "[settle]\n\"timescale.note\" = { take = \"each\", why = \"both\" }\n");
    ASSERT_THAT(lines(each), IsEmpty());
    ASSERT_THAT(each->timescales, SizeIs(2));
    EXPECT_EQ(each->timescales[0].rule.id, "note@left");
    EXPECT_EQ(each->timescales[1].rule.id, "note@right");
}

TEST(Layers, join_items_and_take_the_strictest_force_when_each_form_holds) {
    auto item = [](const std::string& force) { return "[record.visit]\nitems = [{ id = \"seen\", force = \"" + force + "\" }]\n"; };
    EXPECT_THAT(lines(over_both(item("should"), item("must"), "")), ElementsAre(HasSubstr("'record.visit' is not the same")));
    auto each = over_both(item("should"), item("must"), "[settle]\n\"record.visit\" = { take = \"each\", why = \"one form\" }\n");
    ASSERT_THAT(lines(each), IsEmpty());
    EXPECT_EQ(each->record_type("visit")->item("seen")->force, Force::Must);
    EXPECT_EQ(each->record_type("failed-visit")->item("seen")->force, Force::Must);
}

TEST(Layers, a_withdrawal_holds_where_the_others_are_silent) {
    std::string gone = "[withdraw]\n\"record.conference-report\" = \"not used here\"\n";
    auto silent = over_both(gone, limited("note", "3 days"), "");
    ASSERT_THAT(lines(silent), IsEmpty());
    EXPECT_EQ(silent->record_type("conference-report"), nullptr);
    auto spoken = over_both(gone, "[record.conference-report]\nname = \"Report\"\n", "");
    ASSERT_THAT(lines(spoken), IsEmpty());
    EXPECT_NE(spoken->record_type("conference-report"), nullptr);
}

TEST(Layers, refuse_packs_that_extend_each_other_in_a_circle_or_are_not_there) {
    EXPECT_THAT(lines(load_texts({{"a/pack.toml", own("a", "\"b\"", "A")}, {"b/pack.toml", own("b", "\"a\"", "B")}}, "a")), Contains(HasSubstr("in a circle")));
    EXPECT_THAT(lines(load_texts({{"a/pack.toml", own("a", "\"b\"", "A")}}, "a")), Contains(HasSubstr("there is no such folder beside this one")));
}

TEST(RecordTypes, take_items_moments_and_order_from_what_they_are_like) {
    auto pack = ours("[record.early-visit]\nlike = \"visit\"\norder = [\"seen\"]\nitems = [{ id = \"extra\", type = \"text\", label = \"Extra\", after = \"seen\", force = \"should\" }]\n");
    ASSERT_THAT(lines(pack), IsEmpty());
    const auto* type = pack->record_type("early-visit");
    EXPECT_THAT(type->like, ElementsAre("early-visit", "visit", "entry"));
    EXPECT_EQ(type->built_in, "visit");
    EXPECT_THAT(type->moments, Contains("seen-alone"));
    std::vector<std::string> ids;
    for (const auto& item : type->items)
        ids.push_back(item.id);
    EXPECT_THAT(ids, ElementsAre("seen", "happened", "extra", "home", "significant"));
    EXPECT_EQ(type->item("home")->part, "what-happened");
    EXPECT_EQ(type->name, "Early visit");
}
