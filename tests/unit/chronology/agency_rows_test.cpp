// Another agency's chronology, pasted: read as people write it, or refused line by line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chronology/agency_rows.h"

namespace lifestory::chronology {

namespace {

using ::testing::ElementsAre;

std::vector<std::string> read(std::string_view text) {
    std::vector<std::string> all;
    const auto events = read_agency_rows(text, {"Northmere Health", "sent on 4 May 2026"});
    if (!events)
        for (const auto& refusal : events.refusals())
            all.push_back(refusal.message);
    else
        for (const auto& event : *events)
            all.push_back(record::in_words(event.day, event.exactly) + ": " + event.what + "|" + event.meant + "|" + event.done);
    return all;
}

} // namespace

TEST(AgencyRows, days_months_and_years_are_read_as_people_write_them) {
    EXPECT_THAT(
        read("4 May 2016,She fell.\n04/05/2016,She fell.\n2016-05-04,She fell.\nMay 2016,She fell.\n2016-05,She fell.\n2016,She fell.\n4 Sept 2016,She fell."),
        ElementsAre("4 May 2016: She fell.||", "4 May 2016: She fell.||", "4 May 2016: She fell.||", "May 2016: She fell.||", "May 2016: She fell.||",
                    "2016: She fell.||", "4 September 2016: She fell.||"));
}

TEST(AgencyRows, headings_empty_lines_quotation_marks_and_tabs_are_what_spreadsheets_make_of_them) {
    EXPECT_THAT(read("Date,Event,Meaning,Action\r\n\r\n2016,\"She said \"\"no\"\", twice.\nThen she left.\",She was afraid.,\"Rang, wrote\"\r\n"),
                ElementsAre("2016: She said \"no\", twice.\nThen she left.|She was afraid.|Rang, wrote"));
    EXPECT_THAT(read("2016\tShe fell, and cried.\t\tSeen by a doctor"), ElementsAre("2016: She fell, and cried.||Seen by a doctor"));
}

TEST(AgencyRows, every_line_that_cannot_be_read_is_named_at_once) {
    EXPECT_THAT(read("2016,She fell.\nlast summer,She ran away.\n31/02/2016,She fell.\n2017,"),
                ElementsAre("Line 2: begin it with a day, a month or a year, like 4 May 2016; it begins “last summer”",
                            "Line 3: begin it with a day, a month or a year, like 4 May 2016; it begins “31/02/2016”",
                            "Line 4: write what happened after the day"));
    EXPECT_THAT(read(" \n "), ElementsAre("Paste their chronology, a line for each event"));
    std::string many;
    for (int line = 0; line < 201; ++line)
        many += "2016,She fell.\n";
    EXPECT_THAT(read(many), ElementsAre("Paste at most 200 events at once; these are 201"));
}

TEST(AgencyRows, each_is_marked_by_the_agency_and_says_where_it_is_from) {
    const auto events = read_agency_rows("2016,She fell.", {"Northmere Health", "sent on 4 May 2026"});
    ASSERT_TRUE(events);
    EXPECT_EQ(events->front().agency, "Northmere Health");
    EXPECT_EQ(events->front().source, "sent on 4 May 2026");
}

} // namespace lifestory::chronology
