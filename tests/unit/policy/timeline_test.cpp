// How entries become moments: what came and went, what was said beforehand, what a fact is.
#include <filesystem>

#include <gtest/gtest.h>

#include "calendar/london.h"
#include "policy/timeline_of.h"

using namespace lifestory;
using namespace lifestory::policy;

namespace {

Day day(std::string_view text) { return calendar::parse_day(text).value(); }
Instant at(std::string_view wall) { return calendar::instant_of(calendar::parse_wall(wall).value()); }

const Pack& england() {
    static const auto pack = load(std::filesystem::path(SOURCE_FOLDER) / "packs/national");
    return pack.value();
}

struct Tilly {
    record::Child child{};
    std::uint64_t place = 0;

    void say(std::string_view recorded, record::Content content, std::string_view happened = "", std::string_view known = "") {
        record::Entry entry;
        entry.number = ++place;
        entry.place = child.length;
        entry.id.bytes[15] = static_cast<std::uint8_t>(place);
        entry.recorded_at = at(recorded);
        if (!happened.empty())
            entry.said.happened_on = day(happened);
        if (!known.empty())
            entry.said.known_on = day(known);
        entry.content = std::move(content);
        record::apply(child, std::move(entry));
    }

    // "2026-12-01" or, known to the minute, "2026-12-01T10:00"; empty: never came.
    std::string when(std::string_view type, std::string_view moment) const {
        for (const auto& happening : timeline_of(child, {}, england()).happenings)
            for (const auto& one : happening.moments)
                if (happening.record_type == type && one.name == moment)
                    return one.known == Known::ToTheMinute ? calendar::written(calendar::london(one.at)) : calendar::iso(calendar::london_day(one.at));
        return "";
    }
};

record::Form form(std::string type, std::vector<record::Answer> answers = {}) { return {std::move(type), "As it was called", std::move(answers)}; }
record::Content letter(std::string type, std::vector<record::Answer> answers = {}) {
    return record::Document{form(std::move(type), std::move(answers)), {}, {}, {}, {}};
}
record::Answer answer(std::string item, std::string type, record::Value value) { return {std::move(item), "Label", "about", std::move(type), std::move(value)}; }

} // namespace

TEST(Moments, a_type_that_can_only_be_received_is_received_on_the_day_it_happened) {
    Tilly tilly;
    tilly.say("2026-12-03T09:00", letter("referral"), "2026-12-02");
    tilly.say("2026-12-04T09:00", letter("court-order"), "2026-12-03");
    tilly.say("2026-12-05T09:00", letter("letter-of-intent"), "2026-12-04");
    EXPECT_EQ(tilly.when("referral", "received"), "2026-12-02");
    EXPECT_EQ(tilly.when("referral", "sent"), "");
    EXPECT_EQ(tilly.when("court-order", "received"), "2026-12-03");
    EXPECT_EQ(tilly.when("letter-of-intent", "sent"), "2026-12-04");
}

TEST(Moments, a_letter_goes_the_way_it_says_and_neither_when_it_does_not_say) {
    Tilly tilly;
    tilly.say("2026-12-03T09:00", letter("letter", {answer("direction", "choice", record::Choices{{"sent"}})}), "2026-12-02");
    tilly.say("2026-12-03T09:00", letter("email"), "2026-12-02");
    EXPECT_EQ(tilly.when("letter", "sent"), "2026-12-02");
    EXPECT_EQ(tilly.when("letter", "received"), "");
    EXPECT_EQ(tilly.when("email", "sent") + tilly.when("email", "received"), "");
}

TEST(Moments, the_minute_it_came_is_kept_where_the_form_asks) {
    Tilly tilly;
    tilly.say("2026-12-03T09:00", letter("referral", {answer("when-came", "instant", record::AtInstant{at("2026-12-02T16:40")})}), "2026-12-02");
    EXPECT_EQ(tilly.when("referral", "received"), "2026-12-02T16:40");
}

TEST(Moments, an_assessment_counts_from_the_referral_it_names_not_from_its_start) {
    Tilly tilly;
    tilly.say("2026-09-10T09:00", record::Episode{"0123456789abcdef0123456789abcdef", form("child-and-family-assessment", {answer("received-on", "day", record::OnDay{day("2026-09-07")})}), day("2026-09-10"), {}});
    EXPECT_EQ(tilly.when("child-and-family-assessment", "started"), "2026-09-10");
    EXPECT_EQ(tilly.when("child-and-family-assessment", "received"), "2026-09-07");
}

TEST(Moments, what_is_said_before_it_begins_is_planned) {
    Tilly tilly;
    tilly.say("2026-12-01T09:00", record::Episode{"0123456789abcdef0123456789abcdef", form("private-fostering-arrangement"), day("2027-01-15"), {}});
    tilly.say("2026-12-01T09:00", record::Episode{"1123456789abcdef0123456789abcdef", form("placement"), day("2026-11-30"), {}});
    EXPECT_EQ(tilly.when("private-fostering-arrangement", "planned"), "2027-01-15");
    EXPECT_EQ(tilly.when("placement", "planned"), "");
}

TEST(Moments, a_fact_that_has_a_record_type_of_its_own_is_of_that_type) {
    Tilly tilly;
    tilly.say("2026-12-01T09:00", record::BasicDetail{"need-code", "N1", "", "", {}, {}, false});
    tilly.say("2026-12-01T09:00", record::BasicDetail{"address", "2 Mill Lane", "", "", {}, {}, false});
    EXPECT_EQ(tilly.when("need-code", "recorded"), "2026-12-01T09:00");
    EXPECT_EQ(tilly.when("basic-detail", "recorded"), "2026-12-01T09:00");
    EXPECT_EQ(tilly.when("address", "recorded"), "");
}

TEST(Moments, a_changed_fact_is_known_from_the_day_on_which_we_were_told) {
    Tilly tilly;
    tilly.say("2026-12-23T09:00", record::BasicDetail{"school", "Weir Academy", "", "Kerry Barrow", day("2026-12-07"), {}, false}, "", "2026-12-17");
    EXPECT_EQ(tilly.when("basic-detail", "known"), "2026-12-17");
    EXPECT_EQ(tilly.when("basic-detail", "started"), "2026-12-07");
    EXPECT_EQ(tilly.when("basic-detail", "recorded"), "2026-12-23T09:00");
}

TEST(Moments, of_facts_that_hold_at_once_all_that_hold_are_the_childs) {
    Tilly tilly;
    tilly.say("2026-12-01T09:00", record::BasicDetail{"disability", "Hearing", "", "", day("2026-01-01"), {}, false});
    tilly.say("2026-12-02T09:00", record::BasicDetail{"disability", "Vision", "", "", day("2026-01-01"), {}, false});
    EXPECT_EQ(timeline_of(tilly.child, {}, england()).details.at("disability"), (std::vector<std::string>{"Hearing", "Vision"}));
    tilly.say("2026-12-03T09:00", record::BasicDetail{"disability", "Hearing", "", "", day("2026-01-01"), day("2026-11-30"), false});
    EXPECT_EQ(timeline_of(tilly.child, {}, england()).details.at("disability"), (std::vector<std::string>{"Vision"}));
}
