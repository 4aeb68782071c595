#include "desk/session.h"

#include <gtest/gtest.h>

namespace lifestory::desk {
namespace {

using namespace std::chrono_literals;

Instant start() {
    return Instant(1'766'484'000s);
}

Session session() {
    return begin(WorkerNumber::random(), start()).session;
}

TEST(Session, LocksAfterFifteenMinutesInWhichNobodyWasThere) {
    auto one = session();
    EXPECT_EQ(state(one, start() + 15min - 1ms), SessionState::Open);
    EXPECT_EQ(state(one, start() + 15min), SessionState::Ended);
    one.last_seen = start() + 10min;
    EXPECT_EQ(state(one, start() + 24min), SessionState::Open);
}

TEST(Session, EndsAfterTenHoursHoweverBusy) {
    auto one = session();
    one.last_seen = start() + 10h - 1min;
    EXPECT_EQ(state(one, start() + 10h - 1ms), SessionState::Open);
    EXPECT_EQ(state(one, start() + 10h), SessionState::Ended);
    EXPECT_EQ(ends_at(one), start() + 10h);
}

TEST(Session, TakesALatePostForADayAfterItsEndAndNotWhileItIsOpen) {
    auto one = session();
    EXPECT_FALSE(takes_late_posts(one, start()));
    one.ended = start() + 5min;
    EXPECT_TRUE(takes_late_posts(one, start() + 5min));
    EXPECT_TRUE(takes_late_posts(one, start() + 5min + 24h - 1ms));
    EXPECT_FALSE(takes_late_posts(one, start() + 5min + 24h));
    EXPECT_EQ(state(one, start() + 5min + 24h), SessionState::LongEnded);
}

TEST(Session, SigningOutAfterItLockedMovesNothing) {
    auto one = session();
    one.ended = start() + 3h;
    EXPECT_EQ(ends_at(one), start() + 15min);
}

TEST(Session, ATokenHoldsTwoHundredAndFiftySixBitsAndIsNotItsHash) {
    auto one = begin(WorkerNumber::random(), start()), other = begin(WorkerNumber::random(), start());
    EXPECT_EQ(one.token.size(), 43u);
    EXPECT_NE(one.token, other.token);
    EXPECT_NE(one.session.csrf, one.token);
    EXPECT_EQ(one.session.hash, hash_of_token(one.token));
    EXPECT_EQ(short_hash(one.session).size(), 16u);
}

TEST(Session, IsFoundAgainByTheTokenOfItsFormsAndNotByHalfOfIt) {
    auto one = session(), other = session();
    EXPECT_EQ(session_named_in(one.csrf), one.hash);
    EXPECT_NE(session_named_in(one.csrf), session_named_in(other.csrf));
    EXPECT_EQ(one.csrf.size(), 64u + 43u) << "what is secret in it is as long as before";
    EXPECT_NE(one.csrf.substr(64), other.csrf.substr(64));
    for (const auto& none : {std::string(), one.csrf.substr(0, 64), std::string(107, 'z'), "A" + one.csrf.substr(1)})
        EXPECT_FALSE(session_named_in(none)) << none;
}

} // namespace
} // namespace lifestory::desk
