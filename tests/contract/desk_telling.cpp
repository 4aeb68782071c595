// What every store must do with what goes to a worker outside the pages: the calendar's secret address and the daily
// e-mail, once a day and never twice.
#include <fstream>
#include <iterator>

#include "contract/desk_home.h"

namespace lifestory::contract {
namespace {

using namespace std::chrono_literals;

class DeskTelling : public DeskContract {
protected:
    DeskTelling() { EXPECT_TRUE(desk->add_account("priya@northmere.example", {priya.worker, "$argon2id$a-hash", {}, 0, false})); }
    static calendar::Day day(int number) { return std::chrono::floor<std::chrono::days>(at(0)) + std::chrono::days(number); }
};

TEST_P(DeskTelling, ACalendarIsFoundByItsSecretAloneUntilAnotherTakesItsPlace) {
    auto first = desk::new_calendar_secret(), second = desk::new_calendar_secret();
    EXPECT_EQ(first.written.size(), 43u);
    EXPECT_FALSE(desk->telling(priya.worker).calendar_since);
    ASSERT_TRUE(desk->set_calendar(priya.worker, first.hash, at(1)));
    reopen();
    EXPECT_EQ(desk->worker_of_calendar(desk::hash_of_calendar_secret(first.written)), priya.worker);
    EXPECT_EQ(desk->telling(priya.worker).calendar_since, at(1));
    ASSERT_TRUE(desk->set_calendar(priya.worker, second.hash, at(2)));
    EXPECT_FALSE(desk->worker_of_calendar(first.hash));
    EXPECT_EQ(desk->worker_of_calendar(second.hash), priya.worker);
    ASSERT_TRUE(desk->set_calendar(priya.worker, std::nullopt, at(3)));
    EXPECT_FALSE(desk->worker_of_calendar(second.hash));
    EXPECT_EQ(desk->set_calendar(sam.worker, first.hash, at(3)).refusal().code, "not-found");
}

TEST_P(DeskTelling, ADisabledAccountHasNoCalendarAndGetsNoMail) {
    auto secret = desk::new_calendar_secret();
    ASSERT_TRUE(desk->set_calendar(priya.worker, secret.hash, at(1)));
    EXPECT_EQ(desk->readers_of_daily_email(), std::vector{priya.worker});
    ASSERT_TRUE(desk->disable(priya.worker, at(2)));
    EXPECT_FALSE(desk->worker_of_calendar(secret.hash));
    EXPECT_TRUE(desk->readers_of_daily_email().empty());
}

TEST_P(DeskTelling, MailGoesToTheAccountsOwnAddressAndNoOther) {
    EXPECT_EQ(desk->telling(priya.worker).daily_email_to, "priya@northmere.example");
    EXPECT_EQ(desk->set_daily_email(priya.worker, "somebody@elsewhere.example").refusal().code, "other-address");
    ASSERT_TRUE(desk->set_daily_email(priya.worker, ""));
    EXPECT_TRUE(desk->readers_of_daily_email().empty());
    ASSERT_TRUE(desk->set_daily_email(priya.worker, " Priya@Northmere.example"));
    EXPECT_EQ(desk->telling(priya.worker).daily_email_to, "priya@northmere.example");
}

TEST_P(DeskTelling, ADaysMailIsTakenOnceAlsoAfterARestart) {
    EXPECT_TRUE(desk->take_daily_email(priya.worker, day(0)));
    EXPECT_FALSE(desk->take_daily_email(priya.worker, day(0)));
    reopen();
    EXPECT_FALSE(desk->take_daily_email(priya.worker, day(0)));
    EXPECT_TRUE(desk->take_daily_email(priya.worker, day(1)));
    EXPECT_FALSE(desk->take_daily_email(priya.worker, day(0)));
}

TEST_P(DeskTelling, WhatCouldNotBeSentMayBeTakenAgainAndOnceMore) {
    ASSERT_TRUE(desk->take_daily_email(priya.worker, day(0)));
    desk->give_back_daily_email(priya.worker, day(0));
    EXPECT_TRUE(desk->take_daily_email(priya.worker, day(0)));
    EXPECT_FALSE(desk->take_daily_email(priya.worker, day(0)));
    desk->give_back_daily_email(priya.worker, day(-1)); // not the day that was taken: changes nothing
    EXPECT_FALSE(desk->take_daily_email(priya.worker, day(0)));
}

TEST_P(DeskTelling, NoAddressAndNoSecretLieReadableInTheFile) {
    auto secret = desk::new_calendar_secret();
    ASSERT_TRUE(desk->set_calendar(priya.worker, secret.hash, at(1)));
    desk.reset();
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path(), std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(bytes.find("northmere.example"), std::string::npos) << file.path();
        EXPECT_EQ(bytes.find(secret.written), std::string::npos) << file.path();
    }
}

INSTANTIATE_TEST_SUITE_P(Stores, DeskTelling, testing::ValuesIn(desk_stores()), store_name);

} // namespace
} // namespace lifestory::contract
