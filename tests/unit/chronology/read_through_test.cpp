// Reading a chronology through is what the two-monthly rule of ROC-136 asks for; keeping an edition of it is not.
#include "calendar/london.h"
#include "policy/obligation.h"
#include "unit/chronology/life.h"

namespace lifestory::chronology::testing {

using ::testing::ElementsAre;

namespace {

// What ROC-136 asks of this record, on its days: "2026-10-03 met".
std::vector<std::string> owed(const Child& child) {
    static const auto pack = *policy::load(std::filesystem::path(SOURCE_FOLDER) / "packs/rochdale");
    const policy::RuleBook book(pack, policy::Subject::Child);
    policy::RuleBooks books;
    books.in_force = &book;
    std::vector<std::string> all;
    for (const auto& one : policy::obligations_of(books, policy::timeline_of(child, {}, pack), calendar::start_of(today) + std::chrono::hours(10)))
        if (std::ranges::find(one.clauses, "ROC-136") != one.clauses.end() && one.due)
            all.push_back(one.due->written() + " " + policy::in_words(one.state));
    return all;
}

} // namespace

TEST_F(Life, read_through_meets_the_two_monthly_rule_and_the_next_two_months_begin) {
    add(Episode{"work", {"involvement", "Our work with you", {}}, day(2026, 9, 1), {}}, day(2026, 9, 1));
    EXPECT_THAT(owed(child), ElementsAre("2026-11-01 late"));
    document(edition_form({{"3 July 2025", "10", "Tilly moved.", "", "", "Visit", {}}}), day(2026, 10, 1));
    EXPECT_THAT(owed(child), ElementsAre("2026-11-01 late"));
    document(reading_form(1), day(2026, 10, 30));
    EXPECT_THAT(owed(child), ElementsAre("2026-11-01 met", "2026-12-30 due"));
}

} // namespace lifestory::chronology::testing
