// The master chronology of brothers and sisters over HTTP (CAM-128, CAM-129, CAM-130), on the demonstration: on whose file it lies is said
// on each; at the end it is copied whole, each child considered separately. And what must not be: what it meant for one child in
// another's copy, a copy where nobody said where it lies, a word to who may not read the record.
#include <gmock/gmock.h>

#include "acceptance/at_browser.h"
#include "base/text.h"
#include "record/chronology.h"

namespace lifestory::acceptance {

namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class MasterChronology : public AtTillys {
protected:
    void SetUp() override {
        AtTillys::SetUp();
        reece = child_named("Reece");
        for (const auto& child : {tilly, reece}) // our work with neither is held back by a summary that is missing
            append(child, record::Document{{"no-summary", "Why there is no summary", {}}, {}, {}, {}, {}});
    }

    static std::string of(RecordNumber child, const std::string& more) { return "/children/" + child.hex() + "/chronology" + more; }
    access::OpenRecord record(RecordNumber child) { return *door->open(*door->visitor(priya.worker, "a session"), child, std::nullopt, house->now()); }

    Response say(RecordNumber on, RecordNumber lead) {
        return press(priya, of(on, "/master"), {{"form_number", FormNumber::random().hex()}, {"lead", lead.hex()}});
    }

    // The numbers of the rows that the page of copying offers, all ticked.
    std::vector<std::string> ticked(const std::string& page) {
        std::vector<std::string> all;
        const std::string before = "name=\"keep\" type=\"checkbox\" value=\"";
        for (auto at = page.find(before); at != std::string::npos; at = page.find(before, at + 1)) {
            all.push_back(page.substr(at + before.size(), 32));
            EXPECT_EQ(page.substr(at + before.size() + 33, 8), " checked");
        }
        return all;
    }

    // As somebody would who may change anything.
    void append(RecordNumber child, const record::Content& content, access::Writing::Stream stream = access::Writing::Stream::Child) {
        auto open = record(child);
        record::Said said;
        said.recorded_by = open.authority->author_on(priya.worker, house->today()).value();
        said.happened_on = house->today();
        ASSERT_TRUE(door->append(*door->visitor(priya.worker, "a session"), open, access::Act::Change, {}, FormNumber::random(), {{EntryId::random(), said, content, stream, {}}}, house->now()));
    }

    // With the page on which a press ends.
    std::string end_work(RecordNumber child, const Person& by) {
        Fields whole{{"form_number", FormNumber::random().hex()}, {"ended.day", "23"}, {"ended.month", "12"}, {"ended.year", "2026"}, {"read", "yes"}, {"came-of-it", "no further help was needed"}};
        auto answer = press(by, "/children/" + child.hex() + "/our-work/ending", whole);
        EXPECT_EQ(answer.status, 303) << answer.body;
        return read(by, std::string(answer.headers.get("Location"))).body;
    }
    std::vector<record::StoodRow> last_copy(RecordNumber child) {
        const auto now = record(child);
        const auto copies = record::standing(*now.child, record::chronology_copy_type);
        return copies.empty() ? std::vector<record::StoodRow>{} : record::rows_in(*copies.back());
    }
    static bool has_the_end(const std::vector<record::StoodRow>& rows) {
        return std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.day == "23 December 2026" && row.what == "Our work with you ended."; });
    }

    RecordNumber reece;
};

TEST_F(MasterChronology, IsSaidOnOneFileAndStandsOnBoth) {
    EXPECT_THAT(read(priya, of(reece, "")).body, HasSubstr("Nobody has said on whose file"));
    EXPECT_EQ(read(priya, of(reece, "/copy")).status, 404) << "nobody said where it lies";
    ASSERT_EQ(say(tilly, tilly).status, 303);
    EXPECT_THAT(read(priya, of(tilly, "")).body, HasSubstr("lies here, on Tilly&#39;s file"));
    EXPECT_THAT(read(priya, of(reece, "")).body, AllOf(HasSubstr(of(tilly, "") + "\">Matilda Barrow&#39;s file</a>"), HasSubstr(of(reece, "/copy"))));
    EXPECT_EQ(record::master_of(*record(reece).child)->lead, tilly);
    EXPECT_EQ(read(priya, of(tilly, "/copy")).status, 404) << "it lies there";
    EXPECT_THAT(say(tilly, tilly).body, HasSubstr("It is said to lie there already"));
    EXPECT_THAT(say(tilly, RecordNumber::random()).body, HasSubstr("Choose the child on whose file it lies"));
}

TEST_F(MasterChronology, IsCopiedWholeRowByRowForTheChildWhoLeaves) {
    ASSERT_EQ(say(reece, tilly).status, 303);
    const auto page = read(priya, of(reece, "/copy")).body;
    const auto rows = ticked(page);
    ASSERT_GT(rows.size(), 2u);
    const auto before = record(reece).child->story.size();
    Fields typed{{"form_number", FormNumber::random().hex()}};
    for (std::size_t at = 1; at < rows.size(); ++at) // one is taken off
        typed.add("keep", rows[at]);
    typed.add("told." + rows[1], "Reece went to stay with his aunt at 12 Mill Row, ZZ1 1ZZ.");
    auto refused = press(priya, of(reece, "/copy"), typed);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, AllOf(HasSubstr("Leave the address out"), HasSubstr("his aunt at 12 Mill Row")));
    Fields again{{"form_number", FormNumber::random().hex()}};
    for (std::size_t at = 1; at < rows.size(); ++at)
        again.add("keep", rows[at]);
    again.add("told." + rows[1], "Reece went to stay with his aunt.");
    ASSERT_EQ(press(priya, of(reece, "/copy"), again).status, 303);
    const auto now = record(reece);
    ASSERT_EQ(now.child->story.size(), before + 1) << "a copy, and nothing else";
    const auto copies = record::standing(*now.child, record::chronology_copy_type);
    ASSERT_EQ(copies.size(), 1u);
    const auto stood = record::rows_in(*copies.front());
    ASSERT_EQ(stood.size(), rows.size() - 1);
    EXPECT_EQ(stood.front().what, "Reece went to stay with his aunt.");
    for (const auto& row : stood)
        EXPECT_NE(row.entry.hex(), rows[0]) << "what was taken off is not in it";
    EXPECT_THAT(read(priya, of(reece, "")).body, HasSubstr("Copied whole from Tilly&#39;s file on 23 December 2026"));
    const auto kept = read(priya, of(reece, "/editions/" + copies.front()->entry.id.hex()));
    EXPECT_THAT(kept.body, AllOf(HasSubstr("Copy of the chronology from Tilly&#39;s file"), HasSubstr("Reece went to stay with his aunt.")));
    EXPECT_THAT(press(priya, of(reece, "/copy"), {{"form_number", FormNumber::random().hex()}}).body, HasSubstr("There is nothing to copy"));
}

TEST_F(MasterChronology, IsCopiedInOnePressIntoTheFileOfEachChildAndNobodyElses) {
    EXPECT_EQ(press(priya, of(tilly, "/copies"), {{"form_number", FormNumber::random().hex()}}).status, 404) << "nobody said where it lies";
    ASSERT_EQ(say(tilly, tilly).status, 303);
    const auto tillys = record(tilly).child->story.size(), reeces = record(reece).child->story.size();
    const Fields typed{{"form_number", FormNumber::random().hex()}};
    ASSERT_EQ(press(priya, of(tilly, "/copies"), typed).status, 303);
    EXPECT_EQ(press(priya, of(tilly, "/copies"), typed).status, 303) << "pressed twice";
    EXPECT_EQ(record(tilly).child->story.size(), tillys + 1);
    const auto now = record(reece);
    ASSERT_EQ(now.child->story.size(), reeces + 1) << "a copy in each file, and no more";
    const auto copies = record::standing(*now.child, record::chronology_copy_type);
    ASSERT_EQ(copies.size(), 1u);
    const auto stood = record::rows_in(*copies.front());
    EXPECT_GT(stood.size(), 10u);
    EXPECT_TRUE(std::any_of(stood.begin(), stood.end(), [](const auto& row) { return row.age == "14"; })) << "told with Reece's age";
    EXPECT_THAT(read(priya, of(reece, "")).body, HasSubstr("Copied whole from Tilly&#39;s file on 23 December 2026"));
}

TEST_F(MasterChronology, IsAskedForWhenTheWorkHasEndedAndNoLongerOnceItIsCopied) {
    restart("2027-05-10T10:00"); // the policy asks it from April on
    priya = person("Priya Anand");
    const auto asked = HasSubstr("At the end or a transfer the whole chronology is copied");
    const auto press_of_home = HasSubstr("/children/" + reece.hex() + "/chronology#copy");
    EXPECT_THAT(read(priya, of(reece, "")).body, Not(asked)) << "the work goes on";
    EXPECT_THAT(read(priya, "/").body, Not(press_of_home));
    auto open = record(reece);
    const record::EpisodeHistory* work = nullptr;
    for (const auto& episode : open.child->episodes)
        if (episode.now().form.record_type == "involvement" && !episode.now().ended)
            work = &episode;
    ASSERT_TRUE(work);
    auto ended = work->now();
    ended.ended = house->today();
    auto visitor = *door->visitor(priya.worker, "a session");
    record::Said said;
    said.recorded_by = record(reece).authority->author_on(priya.worker, house->today()).value();
    said.happened_on = house->today();
    ASSERT_TRUE(door->append(visitor, open, access::Act::Change, {}, FormNumber::random(), {{EntryId::random(), said, record::Content(ended), access::Writing::Stream::Child, {}}}, house->now()));
    EXPECT_THAT(read(priya, of(reece, "")).body, AllOf(asked, HasSubstr("Say first on whose file it lies")));
    EXPECT_THAT(read(priya, "/").body, press_of_home);
    EXPECT_THAT(read(priya, "/children/" + reece.hex()).body, press_of_home);
    ASSERT_EQ(say(reece, tilly).status, 303);
    EXPECT_THAT(read(priya, of(reece, "")).body, AllOf(asked, HasSubstr("Copy it whole into Reece&#39;s file")));
    ASSERT_EQ(press(priya, of(reece, "/copies"), {{"form_number", FormNumber::random().hex()}}).status, 303);
    EXPECT_THAT(read(priya, of(reece, "")).body, AllOf(Not(asked), HasSubstr("Copied whole from Tilly&#39;s file")));
    EXPECT_THAT(read(priya, "/").body, Not(press_of_home));
    EXPECT_TRUE(record::standing(*record(tilly).child, record::chronology_copy_type).empty()) << "only into the file of whom it was pressed for";
}

TEST_F(MasterChronology, IsCopiedWithItsLastRowByThePressThatEndsOurWork) {
    auto gareth = person("Gareth Holloway");
    const auto ending = "/children/" + tilly.hex() + "/our-work/ending";
    EXPECT_THAT(read(gareth, "/children/" + tilly.hex()).body, HasSubstr(ending));
    EXPECT_EQ(read(priya, ending).status, 404) << "a manager ends it";
    EXPECT_THAT(read(gareth, ending).body, AllOf(HasSubstr("Our work with Tilly ends"), HasSubstr("Say first on whose file it lies")));
    ASSERT_EQ(say(tilly, tilly).status, 303);
    EXPECT_THAT(read(gareth, ending).body, HasSubstr("copied into Tilly&#39;s and Reece&#39;s files with this press"));
    const auto tillys = record(tilly).child->story.size(), reeces = record(reece).child->story.size();
    Fields typed{{"form_number", FormNumber::random().hex()}, {"ended.day", "23"}, {"ended.month", "12"}, {"ended.year", "2026"}, {"came-of-it", "no further help was needed"}};
    auto refused = press(gareth, ending, typed);
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Read the chronology through first, and say so here"));
    EXPECT_EQ(record(tilly).child->story.size(), tillys) << "nothing half done";
    Fields whole{{"form_number", FormNumber::random().hex()}, {"ended.day", "23"}, {"ended.month", "12"}, {"ended.year", "2026"}, {"read", "yes"}, {"came-of-it", "no further help was needed"}};
    ASSERT_EQ(press(gareth, ending, whole).status, 303);
    EXPECT_EQ(press(gareth, ending, whole).status, 303) << "pressed twice";
    const auto now = record(tilly), reeces_now = record(reece);
    EXPECT_TRUE(now.child->is_closed_on(house->today()) || !record::standing(*now.child, record::chronology_copy_type).empty());
    const auto copies = record::standing(*now.child, record::chronology_copy_type), others = record::standing(*reeces_now.child, record::chronology_copy_type);
    ASSERT_EQ(copies.size(), 1u);
    ASSERT_EQ(others.size(), 1u) << "into the file of each child, once";
    EXPECT_EQ(reeces_now.child->story.size(), reeces + 1) << "and nothing else";
    EXPECT_EQ(record::standing(*now.child, record::chronology_type).size(), 1u) << "it was read through in the same press";
    const auto rows = record::rows_in(*copies.front());
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(), [](const auto& row) { return row.day == "23 December 2026" && row.what == "Our work with you ended."; })) << "with its last row";
    EXPECT_EQ(read(gareth, ending).status, 303) << "it has ended already";
    auto beth = person("Beth Rowntree");
    EXPECT_EQ(read(beth, ending).status, 404);
}

TEST_F(MasterChronology, IsCopiedAgainAtTheEndWhereItWasCopiedEarlierThatDay) {
    auto gareth = person("Gareth Holloway");
    ASSERT_EQ(say(tilly, tilly).status, 303);
    ASSERT_EQ(press(gareth, of(tilly, "/copies"), {{"form_number", FormNumber::random().hex()}}).status, 303);
    ASSERT_FALSE(has_the_end(last_copy(tilly)));
    EXPECT_THAT(end_work(tilly, gareth), HasSubstr("Our work with Tilly has ended"));
    EXPECT_TRUE(has_the_end(last_copy(tilly))) << "the copy of the morning lacked its last row";
}

TEST_F(MasterChronology, IsSaidNotToBeCopiedWhereARowHoldsAnAddressAndStaysOwed) {
    auto gareth = person("Gareth Holloway");
    ASSERT_EQ(say(tilly, tilly).status, 303);
    ASSERT_EQ(press(gareth, of(tilly, "/copies"), {{"form_number", FormNumber::random().hex()}}).status, 303);
    record::PastEvent moved;
    moved.day = *calendar::parse_day("2026-12-20");
    moved.what = "You went to stay at 12 Mill Row, ZZ1 1ZZ.";
    moved.source = "Other System";
    append(tilly, record::Document{record::form_of(moved), {}, {}, {}, {}}); // as it was brought in: no page would take it
    ASSERT_THAT(read(gareth, of(tilly, "")).body, HasSubstr("12 Mill Row"));
    EXPECT_THAT(end_work(tilly, gareth), AllOf(HasSubstr("The chronology was not copied into every file: a row holds an address"), Not(HasSubstr("Our work with Tilly has ended"))));
    EXPECT_FALSE(has_the_end(last_copy(tilly)));
    EXPECT_THAT(read(gareth, of(tilly, "")).body, HasSubstr("At the end or a transfer the whole chronology is copied")) << "the copy of the morning is not taken for it";
}

TEST_F(MasterChronology, IsSaidNotToBeCopiedWhereNobodySaidOnWhoseFileItLies) {
    auto gareth = person("Gareth Holloway");
    EXPECT_THAT(end_work(tilly, gareth), HasSubstr("The chronology was not copied: say first on its page on whose file it lies"));
    EXPECT_TRUE(last_copy(tilly).empty());
}

TEST_F(MasterChronology, EndsEveryPartOfOurWorkThatGoesOn) {
    auto gareth = person("Gareth Holloway");
    append(tilly, record::Episode{"0123456789abcdef0123456789abcdef", {"involvement", "Our work with you", {}}, *calendar::parse_day("2026-12-01"), {}});
    const auto ending = "/children/" + tilly.hex() + "/our-work/ending";
    EXPECT_THAT(read(gareth, ending).body, AllOf(HasSubstr("2 parts of it go on"), HasSubstr("1 December 2026")));
    end_work(tilly, gareth);
    const auto now = record(tilly);
    for (const auto& episode : now.child->episodes)
        EXPECT_TRUE(episode.now().form.record_type != "involvement" || episode.now().ended) << "none goes on unseen";
    EXPECT_TRUE(now.child->is_closed_on(house->today()));
    EXPECT_EQ(read(gareth, ending).status, 303) << "nothing is left to end";
}

TEST_F(MasterChronology, HoldsNothingOfWhatItMeantForAnotherChild) {
    ASSERT_EQ(say(reece, tilly).status, 303);
    Fields typed{{"form_number", FormNumber::random().hex()}};
    for (const auto& row : ticked(read(priya, of(reece, "/copy")).body))
        typed.add("keep", row);
    ASSERT_EQ(press(priya, of(reece, "/copy"), typed).status, 303);
    for (const auto& row : record::rows_in(*record::standing(*record(reece).child, record::chronology_copy_type).front()))
        EXPECT_TRUE(row.meant.empty() || row.source.find("Reece") != std::string::npos) << "it is Reece's own: " << row.meant;
}

TEST_F(MasterChronology, IsNothingForWhoeverMayNotReadTheRecord) {
    auto beth = person("Beth Rowntree");
    const auto nothing = read(beth, of(RecordNumber::random(), "/master"));
    EXPECT_EQ(nothing.status, 404);
    for (const auto* more : {"/master", "/copy"}) {
        EXPECT_EQ(read(beth, of(tilly, more)).body, nothing.body);
        EXPECT_EQ(press(beth, of(tilly, more), {{"form_number", FormNumber::random().hex()}, {"lead", tilly.hex()}}).status, 404);
    }
}

} // namespace

} // namespace lifestory::acceptance
