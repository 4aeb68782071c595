// What a chronology's own documents say, read back as they were written; and which of them wait for a manager.
#include <gtest/gtest.h>

#include "record/chronology.h"
#include "record/address.h"
#include "unit/record/samples.h"

using namespace lifestory;
using namespace lifestory::record;
using namespace lifestory::record::samples;

namespace {

StoryEntry story_of(Form form, std::optional<EntryId> of = std::nullopt) {
    Document document;
    document.form = std::move(form);
    document.belongs_to = of;
    StoryEntry story;
    story.entry = entry(tilly, 3, document);
    story.entry.said.happened_on = day(2016, 5, 1);
    return story;
}

} // namespace

TEST(ChronologyForms, an_event_from_before_is_read_back_as_it_was_written) {
    const PastEvent event{day(2016, 5, 1), Exactly::InTheMonth, "Dad went to prison.", "She missed him.",
                          "Nan moved in.", "A letter",          "Northmere Health",    "family"};
    EXPECT_EQ(past_event_in(story_of(form_of(event))), event);
    EXPECT_EQ(in_words(event.day, event.exactly), "May 2016");
    EXPECT_EQ(in_words(event.day, Exactly::InTheYear), "2016");
}

TEST(ChronologyForms, a_line_is_read_back_with_its_row) {
    const ChronologyLine line{id_at(2), false, "Tilly moved.", "", "", "You moved."};
    EXPECT_EQ(line_in(story_of(form_of(line), id_at(2))), line);
}

TEST(ChronologyForms, an_event_from_before_waits_for_a_manager_and_what_tells_of_others_does_not) {
    const auto waits = [](Form form) { return is_signed_work(story_of(std::move(form)).entry.content); };
    EXPECT_TRUE(waits(form_of(PastEvent{})));
    EXPECT_FALSE(waits(form_of(ChronologyLine{})));
    EXPECT_FALSE(waits(reading_form(3)));
    EXPECT_FALSE(waits(edition_form({})));
}

TEST(Addresses, of_every_home_are_left_out_whatever_their_capitals_and_nothing_else_is) {
    Family family;
    family.households.push_back({{{id_at(1), 1, {}, {}, Household{"mums", "Mum's", "4 Mill Row, Northmere, M1 1AE", {}, {}, {}}}}});
    const auto known = addresses_of(family);
    EXPECT_EQ(without_addresses("From 4 MILL ROW to 14 Mill Lane.", known), "From (address left out) to 14 Mill Lane.");
    EXPECT_EQ(without_addresses("At 4 Mill Row, Northmere, M1 1AE today", known), "At (address left out) today");
    EXPECT_EQ(without_addresses("Then OX26 4PW.", {}), "Then (address left out).");
    EXPECT_EQ(without_addresses("In Year 6 3 boys hit him.", known), "In Year 6 3 boys hit him.");
}
