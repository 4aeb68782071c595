// What every store must do when somebody comes to an account by a one-time address, or loses it.
#include "contract/desk_home.h"

namespace lifestory::contract {
namespace {

using desk::AccountAct;
using desk::Joining;
using namespace std::chrono_literals;

class DeskJoining : public DeskContract {
protected:
    DeskJoining() { EXPECT_TRUE(desk->add_account("ada.quaye@northmere.example", {ada.worker, "$argon2id$ada", Bytes(20, 'a'), 0, false})); }

    void invite(const desk::JoiningSecret& secret, int minute = 0) { ASSERT_TRUE(desk->invite(priya.worker, secret.hash, ada, at(minute))); }
    void join(const desk::JoiningSecret& secret, int minute = 1) {
        ASSERT_TRUE(desk->begin_joining(secret.hash, given, at(minute)));
        ASSERT_TRUE(desk->join(secret.hash, priya, 100, at(minute)));
    }
    std::vector<AccountAct> acts() {
        std::vector<AccountAct> all;
        for (const auto& note : desk->account_notes(priya.worker))
            all.push_back(note.act);
        return all;
    }

    desk::Writer ada{WorkerNumber::random(), "Ada Quaye"};
    desk::JoiningSecret first = desk::new_joining_secret(), second = desk::new_joining_secret();
    Joining given{"priya.anand@northmere.example", "$argon2id$priya", Bytes("12345678901234567890")};
};

TEST_P(DeskJoining, AnAccountHoldsOnlyWhenACodeWasShownAndTheAddressOpensOnce) {
    invite(first);
    reopen();
    EXPECT_EQ(desk->invitation(first.hash, at(1))->worker, priya.worker);
    EXPECT_EQ(desk->invitation_of(priya.worker, at(1))->by, ada);
    EXPECT_EQ(desk->join(first.hash, priya, 100, at(1)).refusal().code, "not-found"); // nothing was given yet
    ASSERT_TRUE(desk->begin_joining(first.hash, given, at(1)));
    EXPECT_FALSE(desk->account(priya.worker));
    reopen();
    EXPECT_EQ(desk->invitation(first.hash, at(2))->joining, given);
    ASSERT_TRUE(desk->join(first.hash, priya, 100, at(2)));
    auto account = desk->account_by_email("Priya.Anand@northmere.example");
    ASSERT_TRUE(account);
    EXPECT_EQ(*account, (desk::Account{priya.worker, given.password, given.code_secret, 100, false}));
    EXPECT_FALSE(desk->invitation(first.hash, at(3)));
    EXPECT_EQ(desk->begin_joining(first.hash, given, at(3)).refusal().code, "not-found");
    EXPECT_EQ(desk->join(first.hash, priya, 101, at(3)).refusal().code, "not-found");
    EXPECT_EQ(desk->telling(priya.worker).daily_email_to, "priya.anand@northmere.example");
}

TEST_P(DeskJoining, AnAddressOpensFor72HoursAndNotAfterAnotherWasMade) {
    invite(first);
    EXPECT_TRUE(desk->invitation(first.hash, at(0) + 72h - 1ms));
    EXPECT_FALSE(desk->invitation(first.hash, at(0) + 72h));
    EXPECT_EQ(desk->begin_joining(first.hash, given, at(0) + 72h).refusal().code, "not-found");
    invite(second, 5);
    EXPECT_FALSE(desk->invitation(first.hash, at(6)));
    EXPECT_TRUE(desk->invitation(second.hash, at(6)));
    desk->sweep(at(5) + 72h);
    EXPECT_FALSE(desk->invitation(second.hash, at(6)));
}

TEST_P(DeskJoining, NobodyTakesAnotherWorkersEmailAddress) {
    auto hers = given;
    hers.email = "ada.quaye@northmere.example";
    invite(first);
    EXPECT_EQ(desk->begin_joining(first.hash, hers, at(1)).refusal().code, "already-there");
    EXPECT_EQ(desk->account_by_email("ada.quaye@northmere.example")->worker, ada.worker);
}

TEST_P(DeskJoining, SetAnewTheOldPasswordIsWorthNothingAndSessionsEndAtOnce) {
    invite(first);
    join(first);
    auto session = desk::begin(priya.worker, at(2)).session;
    desk->begin_session(session);
    invite(second, 3);
    EXPECT_TRUE(desk->account(priya.worker)->disabled);
    EXPECT_TRUE(desk->sessions_of(priya.worker, at(3)).empty());
    given = {"anand.priya@northmere.example", "$argon2id$another", Bytes(20, 'b')};
    join(second, 4);
    EXPECT_FALSE(desk->account_by_email("priya.anand@northmere.example")); // the address may change
    EXPECT_EQ(desk->account_by_email("anand.priya@northmere.example")->password, "$argon2id$another");
    EXPECT_FALSE(desk->account(priya.worker)->disabled);
    EXPECT_EQ(desk->telling(priya.worker).daily_email_to, "anand.priya@northmere.example");
    EXPECT_EQ(acts(), (std::vector{AccountAct::Joined, AccountAct::SetAnew, AccountAct::Joined, AccountAct::AddressMade}));
}

TEST_P(DeskJoining, AnEndedAccountIsNotedWithWhoAndWhenAndItsAddressOpensNothing) {
    EXPECT_EQ(desk->end_account(priya.worker, ada, at(0)).refusal().code, "not-found");
    invite(first);
    join(first);
    invite(second, 2);
    ASSERT_TRUE(desk->end_account(priya.worker, ada, at(3)));
    EXPECT_TRUE(desk->account(priya.worker)->disabled);
    EXPECT_FALSE(desk->invitation(second.hash, at(3)));
    reopen();
    EXPECT_EQ(desk->account_notes(priya.worker).front(), (desk::AccountNote{AccountAct::Ended, ada, at(3)}));
    EXPECT_TRUE(desk->account_notes(sam.worker).empty());
}

TEST_P(DeskJoining, OfTwoAdministratorsWhoEndEachOtherOneStaysAndNobodyEndsTheirOwn) {
    invite(first);
    join(first);
    EXPECT_EQ(desk->end_account(ada.worker, ada, at(2)).refusal().code, "not-found");
    ASSERT_TRUE(desk->end_account(priya.worker, ada, at(2)));
    EXPECT_EQ(desk->end_account(ada.worker, priya, at(2)).refusal().code, "not-found");
    EXPECT_EQ(desk->invite(ada.worker, second.hash, priya, at(2)).refusal().code, "not-found");
    EXPECT_FALSE(desk->account(ada.worker)->disabled);
}

INSTANTIATE_TEST_SUITE_P(Stores, DeskJoining, testing::ValuesIn(desk_stores()), store_name);

} // namespace
} // namespace lifestory::contract
