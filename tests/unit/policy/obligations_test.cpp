#include <chrono>
#include <iostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/london.h"
#include "policy/judge.h"
#include "policy/obligation.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

namespace {

Day day(std::string_view text) { return calendar::parse_day(text).value(); }
Instant at(std::string_view wall) { return calendar::instant_of(calendar::parse_wall(wall).value()); }

// An invented life, written line by line; entries are numbered from 1.
struct Story {
    Timeline child{};

    Happening& entry(const std::string& type) {
        Happening happening;
        happening.id.bytes[15] = static_cast<std::uint8_t>(child.happenings.size() + 1);
        happening.record_type = type;
        child.happenings.push_back(happening);
        return child.happenings.back();
    }
    static void on(Happening& happening, const std::string& moment, std::string_view when) {
        happening.moments.push_back({moment, calendar::start_of(day(when)), Known::ToTheDay, ""});
    }
    Happening& visit(std::string_view when, std::string_view recorded, const std::string& seen = "seen alone") {
        auto& happening = entry("visit");
        on(happening, "happened", when);
        on(happening, "recorded", recorded);
        happening.items["seen"] = {seen};
        happening.by = {"author", "allocated-worker"};
        if (seen != "not seen")
            on(happening, "seen", when);
        if (seen == "seen alone")
            on(happening, "seen-alone", when);
        return happening;
    }
    Happening& spell(const std::string& type, std::string_view from, std::string_view to = "") {
        auto& happening = entry(type);
        on(happening, "started", from);
        on(happening, "recorded", from);
        if (!to.empty())
            on(happening, type == "assessment" ? "completed" : "ended", to);
        return happening;
    }
};

struct Judged {
    Pack pack;
    std::vector<Obligation> owed;
};

Judged judged(const std::string& rules, const Timeline& child, std::string_view now) {
    auto pack = ours(rules);
    for (const auto& line : lines(pack))
        ADD_FAILURE() << line;
    Judged result{std::move(pack).value(), {}};
    RuleBook book(result.pack);
    result.owed = obligations_of({&book, {}}, child, at(now));
    return result;
}

std::vector<std::string> said(const std::vector<Obligation>& all) {
    std::vector<std::string> texts;
    for (const auto& owed : all)
        texts.push_back((owed.due ? owed.due->written() : owed.note) + " " + in_words(owed.state) + (owed.late_by.empty() ? "" : " by " + owed.late_by));
    return texts;
}

const std::string recorded = "[timescale.recorded]\nwhat = \"visit.recorded\"\nlimit = \"3 working days\"\nafter = \"visit.happened\"\nowes = \"author\"\n";
const std::string minutes = "[timescale.minutes]\nwhat = \"core-group-minutes.recorded\"\nlimit = \"5 working days\"\nafter = \"core-group.held\"\nowes = \"chair\"\n";

} // namespace

TEST(Timescale, is_met_by_the_trigger_s_own_entry_and_says_when_it_was_late) {
    Story life;
    life.visit("2026-12-23", "2026-12-30");
    life.visit("2026-12-23", "2026-12-31");
    EXPECT_THAT(said(judged(recorded, life.child, "2027-01-10T10:00").owed), ElementsAre("2026-12-30 met", "2026-12-30 met late by 1 working day"));
}

TEST(Timescale, is_upcoming_then_due_today_then_late) {
    Story life;
    auto& group = life.entry("core-group");
    Story::on(group, "held", "2026-12-23");
    EXPECT_THAT(said(judged(minutes, life.child, "2027-01-03T23:59").owed), ElementsAre("2027-01-04 due"));
    EXPECT_THAT(said(judged(minutes, life.child, "2027-01-04T23:59").owed), ElementsAre("2027-01-04 due today"));
    EXPECT_THAT(said(judged(minutes, life.child, "2027-01-06T09:00").owed), ElementsAre("2027-01-04 late by 2 working days"));
    EXPECT_THAT(said(judged(minutes + "force = \"advice\"\n", life.child, "2027-01-06T09:00").owed), ElementsAre("2027-01-04 due"));
}

TEST(Timescale, is_met_only_by_the_document_that_names_its_meeting) {
    Story life;
    auto& first = life.entry("core-group");
    Story::on(first, "held", "2026-12-01");
    auto id = first.id;
    Story::on(life.entry("core-group"), "held", "2026-12-02");
    auto& notes = life.entry("core-group-minutes");
    Story::on(notes, "recorded", "2026-12-03");
    notes.belongs_to = id;
    EXPECT_THAT(said(judged(minutes, life.child, "2026-12-04T10:00").owed), ElementsAre("2026-12-08 met", "2026-12-09 due"));
}

TEST(Timescale, before_a_meeting_moves_with_it_and_asks_for_each_recipient) {
    std::string report = "[timescale.report]\nwhat = \"conference-report.shared\"\nto = [\"chair\", \"family\"]\nlimit = \"3 working days\"\nbefore = \"conference.planned\"\nowes = \"author\"\n";
    Story life;
    auto& conference = life.entry("conference");
    Story::on(conference, "planned", "2026-12-17");
    auto id = conference.id;
    auto& written = life.entry("conference-report");
    written.belongs_to = id;
    written.moments.push_back({"shared", calendar::start_of(day("2026-12-14")), Known::ToTheDay, "chair"});
    auto result = judged(report, life.child, "2026-12-15T10:00");
    ASSERT_THAT(result.owed, SizeIs(2));
    EXPECT_THAT(said(result.owed), ElementsAre("2026-12-14 met", "2026-12-14 late by 1 working day"));
    EXPECT_EQ(result.owed[1].to, "family");
    EXPECT_NE(result.owed[0].id, result.owed[1].id);
}

TEST(Timescale, is_no_longer_needed_once_what_ends_it_came_first) {
    std::string progress = "[timescale.progress]\nwhat = \"progress-check.recorded\"\nlimit = \"20 days\"\nafter = \"assessment.started\"\nfalls_away = [\"assessment.completed\"]\nowes = \"team-manager\"\n";
    Story life;
    life.spell("assessment", "2026-11-02", "2026-11-12");
    life.spell("assessment", "2026-12-01");
    EXPECT_THAT(said(judged(progress, life.child, "2026-12-22T10:00").owed), ElementsAre("2026-11-22 no longer needed", "2026-12-21 late by 1 working day"));
}

TEST(Timescale, takes_the_day_that_was_agreed_when_it_is_sooner_and_never_when_later) {
    std::string finished = "[timescale.finished]\nwhat = \"assessment.completed\"\nlimit = \"45 days\"\nagreed_in = \"assessment.agreed-date\"\nafter = \"assessment.started\"\nowes = \"allocated-worker\"\n";
    Story life;
    life.spell("assessment", "2026-11-02").items["agreed-date"] = {"2026-11-20"};
    life.spell("assessment", "2026-11-03").items["agreed-date"] = {"2027-03-01"};
    EXPECT_THAT(said(judged(finished, life.child, "2026-11-04T10:00").owed), ElementsAre("2026-11-20 due", "2026-12-18 due"));
}

TEST(Timescale, counts_from_the_latest_of_its_triggers) {
    std::string pathway = "[timescale.pathway]\nwhat = \"assessment.completed\"\nlimit = \"3 months\"\nafter = [\"birthday.16\", \"looked-after.begins\"]\ncounts_from = \"latest\"\nowes = \"author\"\nwhen = { status = \"looked-after\", age = \"16 to 17\" }\n";
    Story life;
    life.child.born = day("2010-03-14");
    life.spell("legal-status", "2026-05-01").items["looked-after"] = {"yes"};
    EXPECT_THAT(said(judged(pathway, life.child, "2026-06-01T10:00").owed), ElementsAre("2026-08-01 due"));
    life.child.happenings[0].items["looked-after"] = {"no"};
    EXPECT_THAT(judged(pathway, life.child, "2026-06-01T10:00").owed, IsEmpty());
}

TEST(Timescale, that_is_general_steps_back_for_a_nearer_type_or_a_condition) {
    std::string rules = "[timescale.any]\nwhat = \"entry.recorded\"\nlimit = \"3 days\"\nafter = \"entry.happened\"\ngeneral = true\nowes = \"author\"\n"
                        "[timescale.visits]\nwhat = \"visit.recorded\"\nlimit = \"5 days\"\nafter = \"visit.happened\"\ngeneral = true\nowes = \"author\"\n"
                        "[timescale.soon]\nwhat = \"visit.recorded\"\nlimit = \"2 days\"\nafter = \"visit.happened\"\nowes = \"author\"\nwhen = { item = { significant = \"yes\" } }\n";
    Story life;
    life.visit("2026-12-01", "2026-12-01");
    life.visit("2026-12-02", "2026-12-02").items["significant"] = {"yes"};
    Story::on(life.entry("case-note"), "happened", "2026-12-03");
    auto result = judged(rules, life.child, "2026-12-03T10:00");
    std::vector<std::string> rule_ids;
    for (const auto& owed : result.owed)
        rule_ids.push_back(owed.rule);
    EXPECT_THAT(rule_ids, ElementsAre("timescale.soon", "timescale.any", "timescale.visits"));
}

TEST(Timescale, shows_two_that_ask_the_same_of_one_entry_as_one_with_both_clauses) {
    std::string clauses = "[clause.OWN-1]\nsays = \"Three.\"\n[clause.OWN-2]\nsays = \"Ten.\"\n";
    std::string outer = "[timescale.outer]\nclause = \"OWN-2\"\nwhat = \"entry.recorded\"\nlimit = \"10 working days\"\nafter = \"entry.happened\"\nowes = \"author\"\n";
    Story life;
    life.visit("2026-12-01", "2026-12-02");
    auto result = judged(clauses + outer + recorded + "clause = \"OWN-1\"\n", life.child, "2026-12-03T10:00");
    EXPECT_THAT(said(result.owed), ElementsAre("2026-12-04 met"));
    EXPECT_THAT(result.owed[0].clauses, ::testing::UnorderedElementsAre("OWN-1", "OWN-2"));
}

TEST(Timescale, changes_on_a_day_and_leaves_what_began_before_it) {
    Story life;
    life.visit("2026-08-31", "2026-09-01");
    life.visit("2026-09-01", "2026-09-01");
    auto result = judged(recorded + "changes.2026-09-01.limit = \"5 working days\"\n", life.child, "2026-09-01T12:00");
    EXPECT_THAT(said(result.owed), ElementsAre("2026-09-03 met", "2026-09-08 met"));
}

TEST(Timescale, counts_a_holiday_declared_at_short_notice) {
    Story life;
    life.visit("2026-09-17", "2026-09-17");
    life.child.declared = {{day("2026-09-21"), "Extra bank holiday"}};
    auto pack = std::move(ours(recorded)).value();
    RuleBook book(pack);
    RuleBooks books{&book, {}};
    auto owed = obligations_of(books, life.child, at("2026-09-17T12:00"));
    EXPECT_EQ(owed[0].due->written(), "2026-09-23");
    EXPECT_THAT(explained(owed[0], books, life.child).sentence, ::testing::HasSubstr("1 bank holiday"));
}

TEST(Timescale, keeps_the_rule_of_the_pack_that_its_entry_remembers) {
    auto old_pack = std::move(ours(recorded)).value();
    auto new_pack = std::move(ours("[timescale.recorded]\nwhat = \"visit.recorded\"\nlimit = \"1 working day\"\nafter = \"visit.happened\"\nowes = \"author\"\n")).value();
    RuleBook old_book(old_pack), new_book(new_pack);
    Story life;
    life.visit("2026-12-01", "2026-12-01").pack_digest = old_pack.digest;
    life.visit("2026-12-01", "2026-12-01").pack_digest = new_pack.digest;
    auto owed = obligations_of({&new_book, {{old_pack.digest, &old_book}}}, life.child, at("2026-12-01T12:00"));
    EXPECT_THAT(said(owed), ElementsAre("2026-12-02 met", "2026-12-04 met"));
}

TEST(Frequency, is_due_after_the_last_that_counted) {
    std::string visits = "[frequency.visits]\nwhat = \"visit.seen\"\nevery = \"2 weeks\"\nstarts = \"child-protection-plan.started\"\nwhile = { status = \"child-protection-plan\" }\n"
                         "done_by = [\"allocated-worker\"]\nnever = [\"failed-visit.happened\"]\nowes = \"allocated-worker\"\n";
    Story life;
    life.spell("child-protection-plan", "2026-11-02");
    life.visit("2026-11-10", "2026-11-10");
    life.visit("2026-11-12", "2026-11-12", "not seen");
    life.visit("2026-11-14", "2026-11-14").by = {"author"};
    life.visit("2026-11-27", "2026-11-27");
    EXPECT_THAT(said(judged(visits, life.child, "2026-12-14T10:00").owed),
                ElementsAre("2026-11-16 met", "2026-11-24 met late by 3 working days", "2026-12-11 late by 1 working day"));
}

TEST(Frequency, begins_with_other_intervals_and_ends_with_its_condition) {
    std::string reviews = "[frequency.reviews]\nwhat = \"looked-after-review.held\"\nfirst = [\"20 working days\", \"3 months\"]\nevery = \"6 months\"\nstarts = \"looked-after.begins\"\n"
                          "while = { status = \"looked-after\" }\nowes = \"independent-reviewing-officer\"\n";
    Story life;
    life.spell("legal-status", "2026-01-05", "2026-12-01").items["looked-after"] = {"yes"};
    Story::on(life.entry("looked-after-review"), "held", "2026-01-30");
    Story::on(life.entry("looked-after-review"), "held", "2026-04-29");
    EXPECT_THAT(said(judged(reviews, life.child, "2026-05-01T10:00").owed), ElementsAre("2026-02-02 met", "2026-04-30 met", "2026-10-29 due"));
    EXPECT_THAT(said(judged(reviews, life.child, "2026-12-02T10:00").owed), ElementsAre("2026-02-02 met", "2026-04-30 met", "2026-10-29 no longer needed"));
}

TEST(Frequency, asked_once_is_missing_and_never_late) {
    std::string once = "[frequency.there]\nwhat = \"genogram.recorded\"\nevery = \"once\"\nwhile = { status = \"open\" }\nowes = \"allocated-worker\"\n";
    Story life;
    life.spell("involvement", "2026-01-05");
    EXPECT_THAT(said(judged(once, life.child, "2026-12-14T10:00").owed), ElementsAre("Must be there while this holds missing"));
    Story::on(life.entry("genogram"), "recorded", "2026-02-01");
    EXPECT_EQ(judged(once, life.child, "2026-12-14T10:00").owed[0].state, State::Met);
}

TEST(Frequency, may_count_a_share_of_visits) {
    std::string alone = "[frequency.alone]\nwhat = \"visit.seen-alone\"\nevery = \"3 times\"\nout_of = \"visit.seen\"\nwhile = { status = \"open\" }\nowes = \"allocated-worker\"\n";
    Story life;
    life.spell("involvement", "2026-01-05");
    life.visit("2026-02-01", "2026-02-01");
    life.visit("2026-03-01", "2026-03-01", "seen with others");
    life.visit("2026-04-01", "2026-04-01", "seen with others");
    EXPECT_EQ(judged(alone, life.child, "2026-04-02T10:00").owed[0].state, State::Upcoming);
    life.visit("2026-05-01", "2026-05-01", "seen with others");
    EXPECT_EQ(judged(alone, life.child, "2026-05-02T10:00").owed[0].state, State::Missing);
}

TEST(Status, begun_by_a_reviewing_officer_holds_until_it_is_not_renewed) {
    std::string twelve = "[status.twelve]\nbegins = \"looked-after-review.held\"\nwhen = { item = { interval = \"12 weeks\" }, status = \"looked-after\", lasted = { looked-after = \"1 year\" } }\n"
                         "by = [\"independent-reviewing-officer\"]\nrenewed_at = \"looked-after-review.held\"\nends = [\"looked-after.ends\"]\n";
    Story life;
    life.spell("legal-status", "2024-06-01").items["looked-after"] = {"yes"};
    auto review = [&](std::string_view when, const std::string& interval, const std::string& by) {
        auto& held = life.entry("looked-after-review");
        Story::on(held, "held", when);
        held.items["interval"] = {interval};
        held.by = {by};
    };
    review("2025-01-10", "12 weeks", "independent-reviewing-officer"); // not yet a year
    review("2025-07-10", "12 weeks", "social-worker");                 // not by whom it must be
    review("2025-09-10", "12 weeks", "independent-reviewing-officer");
    review("2026-03-10", "12 weeks", "independent-reviewing-officer");
    review("2026-09-10", "6 weeks", "independent-reviewing-officer");
    auto pack = std::move(ours(twelve)).value();
    std::vector<std::string> spells;
    for (const auto& spell : statuses_of(pack, life.child))
        if (spell.value == "twelve")
            spells.push_back(calendar::iso(spell.from) + " to " + (spell.to ? calendar::iso(*spell.to) : "now"));
    EXPECT_THAT(spells, ElementsAre("2025-09-10 to 2026-09-10"));
}

TEST(Obligation, is_known_by_its_entry_its_rule_and_its_turn) {
    EntryId entry;
    entry.bytes[0] = 0xab;
    EXPECT_EQ(obligation_id(entry, "timescale.minutes", 0), obligation_id(entry, "timescale.minutes", 0));
    EXPECT_NE(obligation_id(entry, "timescale.minutes", 0), obligation_id(entry, "timescale.minutes", 1));
    auto digest = sha256(std::string(entry.view()) + "timescale.minutes0");
    EXPECT_EQ(obligation_id(entry, "timescale.minutes", 0).hex(), to_hex(view(digest)).substr(0, 32));
}

TEST(Obligation, of_a_draft_is_what_its_form_will_owe) {
    Story life;
    life.visit("2026-12-01", "2026-12-01");
    auto pack = std::move(ours(recorded)).value();
    RuleBook book(pack);
    Happening draft;
    draft.id = EntryId::random();
    draft.record_type = "visit";
    draft.moments = {{"happened", calendar::start_of(day("2026-12-23")), Known::ToTheDay, ""}};
    auto owed = obligations_of_draft({&book, {}}, life.child, draft, at("2026-12-23T12:00"));
    EXPECT_THAT(said(owed), ElementsAre("2026-12-30 due"));
}

TEST(Audience, takes_the_row_with_a_condition_then_the_nearest_type_then_the_area) {
    std::string rows = "[audience]\nvisits = { records = [\"visit\"], written = \"in full\" }\nrest = { records = [\"any other\"], written = \"not to the child\" }\n"
                       "failed = { records = [\"failed-visit\"], written = \"in part\", items = [\"happened\"] }\n"
                       "early = { records = [\"meeting\"], area = [\"early-help\"], written = \"in full\" }\n"
                       "all = { records = [\"any\"], when = { status = \"looked-after\" }, written = \"in full\" }\n";
    auto pack = ours(rows);
    ASSERT_THAT(lines(pack), IsEmpty());
    Story life;
    auto written = [&](const std::string& type) {
        auto statuses = statuses_of(*pack, life.child);
        return written_to_child(type, {&*pack, &life.child, &statuses, day("2026-12-01"), nullptr}).rule;
    };
    EXPECT_EQ(written("visit"), "audience.visits");
    EXPECT_EQ(written("failed-visit"), "audience.failed");
    EXPECT_EQ(written("core-group"), "audience.rest");
    life.child.areas = {{"early-help", day("2026-01-01"), std::nullopt, {}}};
    EXPECT_EQ(written("core-group"), "audience.early");
    life.spell("legal-status", "2026-01-01").items["looked-after"] = {"yes"};
    EXPECT_EQ(written("assessment"), "audience.all");
}

TEST(Items, are_asked_only_with_a_force_and_in_their_status) {
    auto pack = ours("[record.visit]\nitems = [{ id = \"seen\", force = \"must\" }, { id = \"home\", force = \"should\", when = { status = \"child-protection-plan\" } }]\n");
    ASSERT_THAT(lines(pack), IsEmpty());
    Story life;
    auto asked = [&](std::string_view on) {
        auto statuses = statuses_of(*pack, life.child);
        std::vector<std::string> ids;
        for (const auto* item : asked_items(*pack->record_type("visit"), {&*pack, &life.child, &statuses, day(on), nullptr}))
            ids.push_back(item->id);
        return ids;
    };
    life.spell("child-protection-plan", "2026-11-02");
    EXPECT_THAT(asked("2026-11-01"), ElementsAre("seen"));
    EXPECT_THAT(asked("2026-11-02"), ElementsAre("seen", "home"));
}

TEST(Items, that_are_for_all_are_asked_only_where_there_are_several_children) {
    auto pack = ours("[record.visit]\nitems = [{ id = \"seen\", force = \"must\", each_child = true }, { id = \"for-all\", type = \"prose\", label = \"For all of you\", for_all = true }]\n");
    ASSERT_THAT(lines(pack), IsEmpty());
    Story life;
    auto statuses = statuses_of(*pack, life.child);
    auto asked = [&](Children children) {
        std::vector<std::string> ids;
        for (const auto* item : asked_items(*pack->record_type("visit"), {&*pack, &life.child, &statuses, day("2026-12-22"), nullptr, children}))
            ids.push_back(item->id);
        return ids;
    };
    EXPECT_THAT(asked(Children::One), ElementsAre("seen"));
    EXPECT_THAT(asked(Children::Several), ::testing::UnorderedElementsAre("seen", "for-all"));
}

TEST(Needs, say_what_should_stand_before_a_record_ends) {
    auto pack = ours("[record.involvement]\nneeds = [{ before = \"ended\", what = \"chronology.recorded\", since = \"involvement.started\" }]\n");
    ASSERT_THAT(lines(pack), IsEmpty());
    Story life;
    auto& involvement = life.spell("involvement", "2026-01-05");
    auto id = involvement.id;
    auto missing = [&] {
        auto statuses = statuses_of(*pack, life.child);
        return missing_needs(*pack->record_type("involvement"), "ended", {&*pack, &life.child, &statuses, day("2026-12-01"), life.child.find(id)}).size();
    };
    EXPECT_EQ(missing(), 1u);
    Story::on(life.entry("chronology"), "recorded", "2026-11-30");
    EXPECT_EQ(missing(), 0u);
}

TEST(Needs, for_each_ask_of_every_entry_that_the_condition_holds_for_until_one_names_it) {
    auto pack = ours("[record.lent]\nlike = \"document\"\nitems = [{ id = \"belongs\", type = \"choice\", options = [\"child\", \"us\"], label = \"Whose\" }]\n"
                     "[record.given-back]\nlike = \"document\"\nbelongs_to = [\"lent\"]\n"
                     "[record.involvement]\nneeds = [{ before = \"ended\", what = \"given-back.recorded\", for_each = \"lent\", when = { item = { belongs = \"child\" } } }]\n");
    ASSERT_THAT(lines(pack), IsEmpty());
    Story life;
    auto kept = [&](const char* type, const char* whose, std::string_view day, EntryId names = {}) {
        auto& one = life.entry(type);
        Story::on(one, "recorded", day);
        one.items["belongs"] = {whose};
        one.belongs_to = names;
        return one.id;
    };
    const auto hers = kept("lent", "child", "2026-03-01");
    kept("lent", "us", "2026-03-02");
    const auto also_hers = kept("lent", "child", "2026-03-03");
    auto missing = [&] {
        auto statuses = statuses_of(*pack, life.child);
        const Circumstances now{&*pack, &life.child, &statuses, day("2026-12-01"), nullptr};
        const auto needs = missing_needs(*pack->record_type("involvement"), "ended", now);
        return needs.empty() ? std::vector<EntryId>{} : still_needed_by(*needs.front(), now);
    };
    EXPECT_THAT(missing(), ElementsAre(hers, also_hers));
    kept("given-back", "", "2026-04-01", hers);
    EXPECT_THAT(missing(), ElementsAre(also_hers)) << "one that names the first is none for the other";
    kept("given-back", "", "2026-04-02", also_hers);
    EXPECT_THAT(missing(), IsEmpty());
}
