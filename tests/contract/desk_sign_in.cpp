// Signing in on every desk: the right words open a session, every wrong one gives the same answer.
#include "contract/desk_home.h"
#include "desk/codes.h"
#include "desk/sign_in.h"

namespace lifestory::contract {
namespace {

using namespace std::chrono_literals;

class SigningIn : public DeskContract {
protected:
    desk::Passwords passwords{{.bytes = 8192 * 8, .passes = 1}}; // quick: its cost is tested elsewhere
    desk::Throttle throttle;
    Bytes secret = desk::new_code_secret();

    void SetUp() override {
        desk::Account account{priya.worker, passwords.hash("four words in a row"), secret, 0, false};
        ASSERT_TRUE(desk->add_account("priya@northmere.example", account));
    }
    Result<desk::BegunSession> try_it(const std::string& email, const std::string& password, const std::string& code,
                                      desk::Instant now = at(0), desk::SecondFactor factor = desk::SecondFactor::CodeNeeded) {
        return sign_in(*desk, passwords, throttle, {email, password, code, "192.0.2.1"}, factor, now);
    }
};

TEST_P(SigningIn, WithAddressPasswordAndCodeBeginsASession) {
    auto begun = try_it(" Priya@Northmere.example", "four words in a row", desk::code_at(secret, at(0)) + " ");
    ASSERT_TRUE(begun);
    auto kept = desk->session(desk::hash_of_token(begun->token));
    EXPECT_EQ(kept, begun->session);
    EXPECT_EQ(kept->worker, priya.worker);
}

TEST_P(SigningIn, UnlockingTakesTheWorkersOwnPasswordAndCodeAndNoOther) {
    auto unlock_with = [&](WorkerNumber worker, const std::string& password, const std::string& code, desk::Instant now) {
        return unlock(*desk, passwords, throttle, {worker, password, code, "192.0.2.1"}, desk::SecondFactor::CodeNeeded, now);
    };
    EXPECT_EQ(unlock_with(priya.worker, "four words in a raw", desk::code_at(secret, at(0)), at(0)).refusal().code, "sign-in-refused");
    EXPECT_EQ(unlock_with(priya.worker, "four words in a row", "000000", at(0)).refusal().code, "sign-in-refused");
    EXPECT_EQ(unlock_with(sam.worker, "four words in a row", desk::code_at(secret, at(0)), at(0)).refusal().code, "sign-in-refused");
    EXPECT_TRUE(unlock_with(priya.worker, "four words in a row", desk::code_at(secret, at(0)), at(0)));
    EXPECT_FALSE(unlock_with(priya.worker, "four words in a row", desk::code_at(secret, at(0)), at(0))); // the same code again
    EXPECT_TRUE(desk->sessions_of(priya.worker, at(0)).empty()); // it begins no session by itself
}

TEST_P(SigningIn, EveryWrongCauseGivesTheSameRefusal) {
    auto code = desk::code_at(secret, at(0));
    auto refused = try_it("priya@northmere.example", "four words in a raw", code).refusals();
    EXPECT_EQ(refused.front().message, "We do not know that e-mail address and password together.");
    EXPECT_EQ(try_it("nobody@northmere.example", "four words in a row", code).refusals(), refused);
    EXPECT_EQ(try_it("priya@northmere.example", "four words in a row", "000000").refusals(), refused);
    EXPECT_EQ(try_it("priya@northmere.example", "four words in a row", "").refusals(), refused);
    ASSERT_TRUE(desk->disable(priya.worker, at(0)));
    EXPECT_EQ(try_it("priya@northmere.example", "four words in a row", code).refusals(), refused);
    EXPECT_TRUE(desk->sessions_of(priya.worker, at(0)).empty());
}

TEST_P(SigningIn, ACodeIsTakenOnce) {
    auto code = desk::code_at(secret, at(0));
    EXPECT_TRUE(try_it("priya@northmere.example", "four words in a row", code));
    EXPECT_FALSE(try_it("priya@northmere.example", "four words in a row", code));
    EXPECT_TRUE(try_it("priya@northmere.example", "four words in a row", desk::code_at(secret, at(1)), at(1)));
}

TEST_P(SigningIn, AWrongPasswordDoesNotUseUpTheCode) {
    auto code = desk::code_at(secret, at(0));
    EXPECT_FALSE(try_it("priya@northmere.example", "a wrong guess", code));
    EXPECT_TRUE(try_it("priya@northmere.example", "four words in a row", code));
}

TEST_P(SigningIn, TheDemonstrationAsksForAPasswordAlone) {
    EXPECT_TRUE(try_it("priya@northmere.example", "four words in a row", "", at(0), desk::SecondFactor::PasswordAlone));
    EXPECT_FALSE(try_it("priya@northmere.example", "a wrong guess", "", at(0), desk::SecondFactor::PasswordAlone));
}

TEST_P(SigningIn, WhoGuessesWaitsAlsoForAnAddressThatDoesNotExist) {
    for (const auto& email : {"priya@northmere.example", "nobody@northmere.example"}) {
        for (int guess = 0; guess < 5; ++guess)
            EXPECT_EQ(try_it(email, "a wrong guess", "").refusal().code, "sign-in-refused");
        EXPECT_EQ(try_it(email, "four words in a row", desk::code_at(secret, at(0))).refusal().message,
                  "Wait 2 minutes, then try again.");
    }
    EXPECT_TRUE(try_it("priya@northmere.example", "four words in a row", desk::code_at(secret, at(2)), at(2)));
}

INSTANTIATE_TEST_SUITE_P(Stores, SigningIn, testing::ValuesIn(desk_stores()), store_name);

} // namespace
} // namespace lifestory::contract
