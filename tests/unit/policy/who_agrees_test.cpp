// Who agrees to a kind of record and whether they have; who decides it; to whom it goes; and what a pack may not say of these.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "calendar/london.h"
#include "policy/timeline_of.h"
#include "policy/who_agrees.h"
#include "policy/who_decides.h"
#include "policy/who_gets.h"
#include "unit/policy/small_pack.h"

using namespace lifestory;
using namespace lifestory::policy;
using namespace lifestory::policy::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

namespace {

calendar::Day day(std::string_view text) { return calendar::parse_day(text).value(); }
calendar::Instant at(std::string_view wall) { return calendar::instant_of(calendar::parse_wall(wall).value()); }

template <class Number>
Number number(std::uint8_t digit) {
    Number one;
    one.bytes[15] = digit;
    return one;
}

const auto priya = number<WorkerNumber>(1), sana = number<WorkerNumber>(2), gareth = number<WorkerNumber>(3), helen = number<WorkerNumber>(4), nadia = number<WorkerNumber>(5);
const auto the_report = number<EntryId>(99);

const std::string kinds = R"toml([role.senior-practitioner]
name = "Senior Practitioner"
acts_as = "senior-practitioner"
[role.head-of-service]
name = "Head of Service"
acts_as = "head-of-service"
[record.report]
like = "document"
endorsed_by = ["team-manager"]
[record.supervised-report]
like = "document"
endorsed_by = ["supervisor"]
[record.note]
like = "case-note"
[record.decision]
like = "key-decision"
decided_by = ["team-manager"]
items = [{ id = "decided-by", part = "decision", type = "worker", label = "Who decided it", force = "advice" }]
)toml";

const Pack& pack() {
    static const auto made = ours(kinds);
    EXPECT_THAT(lines(made), IsEmpty());
    return *made;
}

// Priya works with Tilly; above her Sana, a senior practitioner, then Gareth, then Helen. Nadia manages another team.
struct Northmere {
    record::Authority authority{};
    record::Child child{};
    std::uint64_t place = 0;

    Northmere() {
        const auto team = number<TeamNumber>(9);
        tell(record::Team{team, "Family Team North", "", ""});
        for (const auto& [worker, name, role] : {std::tuple(priya, "Priya Anand", "social-worker"), std::tuple(sana, "Sana Malik", "senior-practitioner"),
                                                 std::tuple(gareth, "Gareth Holloway", "team-manager"), std::tuple(helen, "Helen Marsh", "head-of-service"),
                                                 std::tuple(nadia, "Nadia Farouk", "team-manager")})
            tell(record::Worker{worker, name, "as their role", role, "", team, true});
        for (const auto& [worker, manager] : {std::pair(priya, sana), {sana, gareth}, {gareth, helen}})
            tell(record::LineOfManagement{worker, manager});
        say("2026-01-06T09:00", priya, record::Allocation{priya, "Priya Anand", "allocated-worker", day("2026-01-06"), {}});
    }

    void tell(record::Content content) { record::apply(authority, entry("2026-01-05T09:00", helen, std::move(content), number<EntryId>(static_cast<std::uint8_t>(++place)))); }
    void say(std::string_view when, const WorkerNumber& by, record::Content content) {
        record::apply(child, entry(when, by, std::move(content), number<EntryId>(static_cast<std::uint8_t>(++place))));
    }
    void write(const std::string& type, const WorkerNumber& by = priya) {
        record::apply(child, entry("2026-12-01T10:00", by, record::Document{{type, "Report", {}}, {}, {}, {}, {}}, the_report));
    }
    void agree(const WorkerNumber& by, std::string_view when = "2026-12-03T09:00") { say(when, by, record::Endorsement{the_report, ""}); }

    Agreement agreement() const { return agreement_on(*child.find(the_report), child, authority, pack()); }
    std::string waits_for() const { return agreement().waits() ? agreement().asked_of : ""; }
    bool settles(const WorkerNumber& worker) const { return may_settle(*child.find(the_report), worker, child, authority, day("2026-12-22"), pack()); }

private:
    record::Entry entry(std::string_view when, const WorkerNumber& by, record::Content content, const EntryId& id) {
        record::Entry one;
        one.number = place;
        one.id = id;
        one.recorded_at = at(when);
        one.said.recorded_by.worker = by;
        one.said.recorded_by.full_name = by == gareth ? "Gareth Holloway" : "Somebody";
        one.content = std::move(content);
        return one;
    }
};

std::string not_deciding(std::vector<record::Present> named, const WorkerNumber& signer) {
    const Northmere north;
    record::Form form{"decision", "Decision", {}};
    if (!named.empty())
        form.answers.push_back({"decided-by", "Who decided it", "decision", "worker", record::People{std::move(named), false}});
    return only_decided_by(*pack().record_type("decision"), form, signer, north.child, north.authority, day("2026-12-22"), pack());
}

} // namespace

TEST(WhoAgrees, it_waits_for_the_role_that_is_named_until_somebody_of_it_agrees) {
    Northmere north;
    north.write("report");
    EXPECT_EQ(north.waits_for(), "a Team Manager");
    north.agree(sana);
    EXPECT_EQ(north.waits_for(), "a Team Manager") << "a senior practitioner is none";
    north.agree(gareth);
    EXPECT_EQ(north.waits_for(), "");
    EXPECT_EQ(north.agreement().given->by.worker, gareth);
}

TEST(WhoAgrees, somebody_of_the_role_or_of_the_relationship_and_nobody_else) {
    Northmere north;
    north.write("report");
    EXPECT_TRUE(north.settles(gareth));
    EXPECT_FALSE(north.settles(sana));
    EXPECT_FALSE(north.settles(priya));
    Northmere other;
    other.write("supervised-report");
    EXPECT_EQ(other.waits_for(), "the supervisor");
    EXPECT_TRUE(other.settles(sana));
    EXPECT_FALSE(other.settles(gareth)) << "above, and not the supervisor";
}

TEST(WhoAgrees, what_somebody_of_the_role_wrote_waits_for_somebody_above_them) {
    Northmere north;
    north.write("report", gareth);
    EXPECT_EQ(north.waits_for(), "somebody who stands above Gareth Holloway");
    EXPECT_FALSE(north.settles(nadia));
    north.agree(helen);
    EXPECT_EQ(north.waits_for(), "");
}

TEST(WhoAgrees, nobody_is_asked_where_the_policy_names_nobody) {
    Northmere north;
    north.write("note");
    EXPECT_EQ(north.agreement().asked_of, "");
    EXPECT_FALSE(north.settles(gareth));
}

TEST(WhoAgrees, only_what_settles_it_is_an_agreement_to_the_rules) {
    Northmere north;
    north.write("report");
    north.agree(sana, "2026-12-02T09:00");
    north.agree(gareth, "2026-12-03T09:00");
    std::vector<std::string> agreed;
    for (const auto& happening : timeline_of(north.child, north.authority, pack()).happenings)
        for (const auto& moment : happening.moments)
            if (moment.name == "endorsed")
                agreed.push_back(calendar::iso(calendar::london_day(moment.at)));
    EXPECT_THAT(agreed, ElementsAre("2026-12-03"));
}

TEST(WhoDecides, whoever_is_named_else_whoever_signs) {
    EXPECT_EQ(not_deciding({}, gareth), "");
    EXPECT_EQ(not_deciding({}, priya), "a Team Manager");
    EXPECT_EQ(not_deciding({{"Gareth Holloway", "", {}, {}}}, priya), "");
    EXPECT_EQ(not_deciding({{"", "", {}, gareth}}, priya), "");
    EXPECT_EQ(not_deciding({{"Sana Malik", "", {}, sana}}, gareth), "a Team Manager") << "who is named decided, not who signs";
    EXPECT_EQ(not_deciding({{"Somebody Else", "", {}, {}}}, gareth), "a Team Manager");
}

TEST(WhoGets, a_copy_reaches_those_whom_its_words_name) {
    EXPECT_TRUE(is_for("chair", "chair"));
    EXPECT_TRUE(is_for("Paula Grant, conference chair", "chair"));
    EXPECT_TRUE(is_for("Kerry Barrow, mum", "parents"));
    EXPECT_TRUE(is_for("Kerry Barrow, mum", "family"));
    EXPECT_TRUE(is_for("Maureen Barrow, nan", "family"));
    EXPECT_FALSE(is_for("Maureen Barrow, nan", "parents"));
    EXPECT_TRUE(is_for("Gail Alder, class teacher, Millbrook Primary School", "school"));
    EXPECT_TRUE(is_for("Ines Duarte, Independent Reviewing Officer", "independent-reviewing-officer"));
    EXPECT_FALSE(is_for("Dad Mumford, dentist", "parents")) << "a name says nothing of who somebody is";
    EXPECT_FALSE(is_for("Kerry Barrow, mumbling", "parents"));
}

TEST(WhoAgrees, refuses_those_who_agree_to_nothing_and_a_place_for_who_decided_that_holds_no_worker) {
    EXPECT_THAT(lines(ours("[record.report]\nlike = \"document\"\nendorsed_by = [\"social-worker\"]\n")), ElementsAre(HasSubstr("they do not agree to entries")));
    EXPECT_THAT(lines(ours("[record.decision]\nlike = \"key-decision\"\ndecided_by = [\"team-manager\"]\nitems = [{ id = \"decided-by\", part = \"decision\", type = \"prose\", label = \"Who\", force = \"must\" }]\n")),
                ElementsAre(HasSubstr("who decided is not named at 'decided-by'")));
    EXPECT_THAT(lines(ours("[record.decision]\nlike = \"key-decision\"\ndecided_by = [\"team-manager\"]\n")), IsEmpty()) << "whoever signs it decides";
}
