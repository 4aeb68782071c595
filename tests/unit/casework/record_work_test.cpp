// A supervision, a team's meeting, a look at the guidance: entries of the authority's stream.
#include <filesystem>

#include <gtest/gtest.h>

#include "calendar/london.h"
#include "casework/record_work.h"
#include "policy/pack.h"

using namespace lifestory;
using namespace lifestory::casework;

namespace {

const policy::Pack& england() {
    static const auto pack = policy::load(std::filesystem::path(SOURCE_FOLDER) / "packs/national");
    return pack.value();
}

WorkerNumber worker(std::uint8_t number) {
    WorkerNumber one;
    one.bytes[15] = number;
    return one;
}

struct Office {
    record::Authority authority{};
    Act act{};

    Office() {
        record::Entry entry;
        entry.content = record::Worker{worker(1), "Priya Anand", "Social Worker", "social-worker", "", {}, true};
        record::apply(authority, entry);
        act.author = {worker(2), "Gareth Holloway", "Team Manager", "Family Team North"};
        act.acts_as = "team-manager";
        act.now = calendar::start_of(*calendar::parse_day("2026-12-22")) + std::chrono::hours(17);
        act.id = EntryId::random();
    }

    Result<Writing> record(const std::string& type_id, std::vector<record::Answer> answers, std::string_view on = "2026-12-21") const {
        const auto& type = *england().record_type(type_id);
        std::vector<const policy::Item*> items;
        for (const auto& item : type.items)
            if (item.force)
                items.push_back(&item);
        Filled filled;
        filled.form = {type.id, type.name, std::move(answers)};
        filled.happened_on = *calendar::parse_day(on);
        return record_work(act, authority, {type, std::span(items)}, filled);
    }
};

record::Answer supervised(const WorkerNumber& whom) { return {"supervised", "Whose supervision", "about", "worker", record::People{{{"", "", {}, whom}}, false}}; }

const record::Answer talked_about{"talked-about", "How you are, and what we talked about", "what-happened", "prose", record::Text{"The week with two conferences."}};

} // namespace

TEST(RecordWork, a_supervision_becomes_one_entry_of_the_authority_s_stream) {
    Office office;
    auto writing = office.record("supervision-session", {supervised(worker(1)), talked_about});
    ASSERT_TRUE(writing) << writing.refusal().message;
    ASSERT_EQ(writing->size(), 1u);
    EXPECT_EQ(writing->front().record, office.authority.record);
    EXPECT_EQ(writing->front().expected_place, office.authority.length);
    EXPECT_TRUE(std::holds_alternative<record::Meeting>(writing->front().content));
    record::Entry entry;
    entry.content = writing->front().content;
    entry.record = office.authority.record;
    record::apply(office.authority, entry);
    EXPECT_EQ(office.authority.work.size(), 1u);
    EXPECT_TRUE(office.authority.apart.empty());
}

TEST(RecordWork, a_supervision_names_somebody_who_works_here) {
    Office office;
    auto refused = office.record("supervision-session", {supervised(worker(7)), talked_about});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.refusal().message, "Choose somebody who works here");
    EXPECT_FALSE(office.record("supervision-session", {}));
}

TEST(RecordWork, a_look_at_the_guidance_is_a_document_that_says_what_was_found) {
    Office office;
    EXPECT_FALSE(office.record("guidance-review", {}));
    auto writing = office.record("guidance-review", {{"found", "What we found", "what-happened", "prose", record::Text{"It holds for another year."}}});
    ASSERT_TRUE(writing);
    EXPECT_TRUE(std::holds_alternative<record::Document>(writing->front().content));
}

TEST(RecordWork, an_interval_is_a_number_and_a_unit) {
    const auto& sooner = *england().record_type("sooner");
    Office office;
    record::Child tilly;
    std::vector<const policy::Item*> items{sooner.item("visits")};
    auto refusals_for = [&](std::string words) {
        Filled filled;
        filled.form = {sooner.id, sooner.name, {{"visits", "How often we will see you", "decision", "interval", record::Text{std::move(words)}}}};
        filled.happened_on = *calendar::parse_day("2026-12-21");
        return refusals_of(office.act, tilly, {sooner, std::span(items)}, filled);
    };
    EXPECT_TRUE(refusals_for("1 week").empty());
    EXPECT_TRUE(refusals_for("").empty()) << "what stays as it is, is left empty";
    ASSERT_EQ(refusals_for("every week").size(), 1u);
    EXPECT_EQ(refusals_for("every week").front().message, "Write “How often we will see you” as a number and a unit, like 2 weeks");
    EXPECT_EQ(refusals_for("3 times").size(), 1u);
    EXPECT_EQ(refusals_for("-1 weeks").size(), 1u);
}

TEST(RecordWork, refuses_who_is_no_manager_what_is_about_a_child_and_what_is_still_to_come) {
    Office office;
    EXPECT_FALSE(office.record("core-group", {}));
    EXPECT_FALSE(office.record("supervision-session", {supervised(worker(1)), talked_about}, "2026-12-23"));
    office.act.acts_as = "practitioner";
    EXPECT_FALSE(office.record("supervision-session", {supervised(worker(1)), talked_about}));
}
