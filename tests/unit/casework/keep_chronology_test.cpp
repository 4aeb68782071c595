// What a worker writes into a chronology: one signed document each, and what is refused.
#include "casework/keep_chronology.h"
#include "unit/casework/cast.h"

namespace lifestory::casework {

namespace {

using namespace cast;

record::PastEvent prison() {
    return {day(2016, 5, 1), record::Exactly::InTheMonth, " Dad went to prison. ", "", "", "A letter of the health visitor", "", "family"};
}

std::vector<std::string> fields_of(const Refusals& refusals) {
    std::vector<std::string> fields;
    for (const auto& refusal : refusals)
        fields.push_back(refusal.field);
    return fields;
}

const record::Document& document_of(const Result<Writing>& writing) { return std::get<record::Document>(writing->front().content); }

} // namespace

TEST(KeepChronology, an_event_from_before_is_one_document_dated_by_the_event_with_who_told_us) {
    const auto writing = add_past_event(priya(), the_record(), prison());
    ASSERT_TRUE(writing);
    ASSERT_EQ(writing->size(), 1u);
    EXPECT_EQ(writing->front().said.happened_on, day(2016, 5, 1));
    EXPECT_EQ(writing->front().said.known_on, day(2026, 12, 23));
    EXPECT_EQ(writing->front().said.told_by, "A letter of the health visitor");
    EXPECT_EQ(document_of(writing).form.text("what"), "Dad went to prison.");
    EXPECT_EQ(document_of(writing).form.chosen("exactly"), std::vector<std::string>{"in the month"});
    EXPECT_FALSE(document_of(writing).form.find("meant"));
}

TEST(KeepChronology, without_words_a_source_or_a_day_that_has_been_it_is_refused_all_at_once) {
    const auto writing = add_past_event(priya(), the_record(), {day(2027, 1, 1), record::Exactly::OnTheDay, " ", "", "", "", "", ""});
    ASSERT_FALSE(writing);
    EXPECT_EQ(fields_of(writing.refusals()), (std::vector<std::string>{"day", "what", "source"}));
}

TEST(KeepChronology, a_postcode_is_stopped_in_every_box_and_what_looks_a_little_like_one_is_not) {
    auto event = prison();
    event.what = "They moved to M1 1AE.";
    event.done = "Written to sw1a 2aa";
    const auto writing = add_past_event(priya(), the_record(), event);
    ASSERT_FALSE(writing);
    EXPECT_EQ(fields_of(writing.refusals()), (std::vector<std::string>{"what", "done"}));
    EXPECT_EQ(writing.refusals().front().clause, "CAM-133");
    for (const auto* words : {"In Year 6 3 boys hit him.", "Room B12 at 4pm", "On 14 March 2015", "A1 paper", "M25 1 mile away"}) {
        event = prison();
        event.what = words;
        EXPECT_TRUE(add_past_event(priya(), the_record(), event)) << words;
    }
}

TEST(KeepChronology, another_agencys_events_are_all_written_or_none) {
    auto event = prison();
    event.agency = "Northmere Health";
    auto other = event;
    other.what = "She was ill.";
    const auto writing = add_agency_events(priya(), the_record(), {event, other});
    ASSERT_TRUE(writing);
    ASSERT_EQ(writing->size(), 2u);
    EXPECT_NE((*writing)[0].id, (*writing)[1].id);
    EXPECT_EQ((*writing)[0].id, priya().id);
    other.what = "They moved to M1 1AE.";
    event.source = other.source = event.agency = other.agency = "";
    const auto refused = add_agency_events(priya(), the_record(), {event, other});
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.refusals()), (std::vector<std::string>{"agency", "source", "rows"}));
}

TEST(KeepChronology, a_line_names_its_entry_and_a_row_that_stays_is_not_taken_out) {
    record::ChronologyLine line{visit_of_9_december, false, "", "", "", ""};
    const auto gone = tell_row(priya(), the_record(), line, Standing::MayGo);
    ASSERT_TRUE(gone);
    EXPECT_EQ(document_of(gone).belongs_to, visit_of_9_december);
    const auto refused = tell_row(priya(), the_record(), line, Standing::Stays);
    ASSERT_FALSE(refused);
    EXPECT_EQ(fields_of(refused.refusals()), std::vector<std::string>{"in"});
}

TEST(KeepChronology, reading_it_through_is_the_document_that_the_rules_ask_for) {
    const auto writing = read_chronology_through(priya(), the_record(), 14);
    ASSERT_TRUE(writing);
    EXPECT_EQ(document_of(writing).form.record_type, "chronology");
    EXPECT_EQ(document_of(writing).form.text("rows"), "14");
}

TEST(KeepChronology, an_edition_holds_its_rows_whole_and_an_empty_one_is_refused) {
    EXPECT_FALSE(keep_edition(priya(), the_record(), {}));
    const std::vector<record::StoodRow> rows{{"3 July 2025", "10", "Tilly moved.", "She was sad.", "", "Visit", visit_of_9_december}};
    const auto writing = keep_edition(priya(), the_record(), rows);
    ASSERT_TRUE(writing);
    record::StoryEntry story;
    story.entry.content = writing->front().content;
    EXPECT_EQ(record::rows_in(story), rows);
}

} // namespace lifestory::casework
