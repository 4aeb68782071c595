#include <chrono>
#include <ctime>

#include <gtest/gtest.h>

#include "desk/account.h"
#include "desk/codes.h"
#include "desk/passwords.h"
#include "desk/throttle.h"

namespace lifestory::desk {
namespace {

using namespace std::chrono_literals;
using calendar::Instant;

double seconds_worked() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

TEST(Passwords, OnlyTheSamePasswordMatches) {
    Passwords passwords;
    auto hash = passwords.hash("four words in a row");
    EXPECT_EQ(hash.rfind("$argon2id$v=19$m=65536,t=3,p=1$", 0), 0u) << hash;
    EXPECT_TRUE(passwords.matches(hash, "four words in a row"));
    EXPECT_FALSE(passwords.matches(hash, "four words in a raw"));
    EXPECT_FALSE(passwords.matches(std::nullopt, "four words in a row"));
    EXPECT_NE(hash, passwords.hash("four words in a row"));
}

TEST(Passwords, AnUnknownAccountTakesAsLongAsAKnownOne) {
    Passwords passwords;
    auto hash = passwords.hash("four words in a row");
    auto time = [&](const std::optional<std::string>& of) {
        double best = 1e9; // of this thread's own work: others on the machine do not count
        for (int round = 0; round < 3; ++round) {
            auto start = seconds_worked();
            EXPECT_FALSE(passwords.matches(of, "a guess that is wrong"));
            best = std::min(best, seconds_worked() - start);
        }
        return best;
    };
    double known = time(hash), unknown = time(std::nullopt);
    EXPECT_LT(known / unknown, 1.5);
    EXPECT_LT(unknown / known, 1.5);
}

TEST(Passwords, ShortAndSimpleOnesAreRefusedWithWhatToDo) {
    EXPECT_EQ(may_be_a_password("short").refusal().code, "password-too-short");
    EXPECT_EQ(may_be_a_password("aaaaaaaaaaaaaaaaaaaa").refusal().code, "password-too-simple");
    EXPECT_EQ(may_be_a_password(std::string(500, 'x')).refusal().code, "password-too-long");
    EXPECT_TRUE(may_be_a_password("four words in a row"));
}

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
TEST(Codes, AreThoseOfTheStandard) {
    Bytes secret = "12345678901234567890";
    EXPECT_EQ(code_at(secret, Instant(59s)), "287082");
    EXPECT_EQ(code_at(secret, Instant(1111111109s)), "081804");
    EXPECT_EQ(code_at(secret, Instant(20000000000s)), "353130");
}

TEST(Codes, AreTakenOneStepEarlyOrLateAndNeverAgain) {
    auto secret = new_code_secret();
    Instant now(1'766'484'010s);
    auto step = step_of_code(secret, code_at(secret, now), now, 0);
    ASSERT_TRUE(step);
    EXPECT_TRUE(step_of_code(secret, code_at(secret, now), now + 30s, 0));
    EXPECT_TRUE(step_of_code(secret, code_at(secret, now), now - 30s, 0));
    EXPECT_FALSE(step_of_code(secret, code_at(secret, now), now + 61s, 0));
    EXPECT_FALSE(step_of_code(secret, code_at(secret, now), now, *step));
    EXPECT_FALSE(step_of_code(secret, "", now, 0));
    EXPECT_FALSE(step_of_code(secret, "000000000", now, 0));
}

TEST(Codes, AnAuthenticatorIsToldNobodysName) {
    EXPECT_EQ(authenticator_address("12345678901234567890"),
              "otpauth://totp/Lifestory?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Lifestory");
}

TEST(Throttle, TheWaitGrowsAndStaysUnderAQuarterOfAnHour) {
    EXPECT_EQ(wait_after(4, 5), 0min);
    EXPECT_EQ(wait_after(5, 5), 2min);
    EXPECT_EQ(wait_after(6, 5), 4min);
    EXPECT_EQ(wait_after(7, 5), 8min);
    EXPECT_EQ(wait_after(8, 5), 15min);
    EXPECT_EQ(wait_after(1000, 5), 15min);
}

TEST(Throttle, AfterFiveGuessesThereIsAWaitOfTwoMinutes) {
    Throttle throttle;
    auto account = sha256("account");
    Instant now(1'766'484'000s);
    for (int guess = 0; guess < 5; ++guess)
        EXPECT_TRUE(throttle.may_try(account, "198.51.100.7", now));
    EXPECT_EQ(throttle.may_try(account, "198.51.100.7", now).refusal().message, "Wait 2 minutes, then try again.");
    EXPECT_EQ(throttle.may_try(account, "203.0.113.9", now + 61s).refusal().message, "Wait 1 minute, then try again.");
    EXPECT_TRUE(throttle.may_try(sha256("another"), "198.51.100.7", now));
    EXPECT_TRUE(throttle.may_try(account, "198.51.100.7", now + 2min));
    EXPECT_FALSE(throttle.may_try(account, "198.51.100.7", now + 3min));
}

TEST(Throttle, NoMoreThanTenGuessesPassInFiveMinutes) {
    Throttle throttle;
    int passed = 0;
    for (auto second = 0s; second < 5min; ++second)
        passed += throttle.may_try(sha256("account"), "198.51.100." + std::to_string(second.count()), Instant(1'766'484'000s + second)).has_value();
    EXPECT_LE(passed, 10);
}

TEST(Throttle, SomebodyElsesGuessesDoNotKeepTheWorkerOut) {
    Throttle throttle;
    auto account = sha256("account");
    Instant now(1'766'484'000s);
    ASSERT_TRUE(throttle.may_try(account, "192.0.2.1", now));
    throttle.succeeded(account, "192.0.2.1");
    for (int guess = 0; guess < 50; ++guess)
        (void)throttle.may_try(account, "198.51.100.7", now);
    EXPECT_FALSE(throttle.may_try(account, "203.0.113.9", now));
    EXPECT_TRUE(throttle.may_try(account, "192.0.2.1", now));
}

TEST(Throttle, AnHourLaterAllIsForgotten) {
    Throttle throttle;
    Instant now(1'766'484'000s);
    for (int guess = 0; guess < 9; ++guess)
        (void)throttle.may_try(sha256("account"), "198.51.100.7", now);
    for (int guess = 0; guess < 5; ++guess)
        EXPECT_TRUE(throttle.may_try(sha256("account"), "198.51.100.7", now + 61min));
}

TEST(Account, AnAddressIsComparedWithoutCaseAndSpace) {
    EXPECT_EQ(comparable_email(" Priya.Anand@Northmere.example\n"), "priya.anand@northmere.example");
}

} // namespace
} // namespace lifestory::desk
