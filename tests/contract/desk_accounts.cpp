// What every store must do with accounts and sessions.
#include "contract/desk_home.h"

namespace lifestory::contract {
namespace {

using desk::Account;
using namespace std::chrono_literals;

class DeskAccounts : public DeskContract {
protected:
    Account account{priya.worker, "$argon2id$a-hash", Bytes("12345678901234567890"), 0, false};
};

TEST_P(DeskAccounts, AnAccountIsFoundByItsAddressHoweverItIsTyped) {
    EXPECT_FALSE(desk->has_accounts());
    ASSERT_TRUE(desk->add_account("Priya.Anand@northmere.example", account));
    EXPECT_TRUE(desk->has_accounts());
    reopen();
    EXPECT_EQ(desk->account_by_email("  priya.anand@NORTHMERE.example "), account);
    EXPECT_EQ(desk->account(priya.worker), account);
    EXPECT_FALSE(desk->account_by_email("sam.okoro@northmere.example"));
    EXPECT_FALSE(desk->account(sam.worker));
}

TEST_P(DeskAccounts, OneAddressAndOneWorkerHaveOneAccount) {
    ASSERT_TRUE(desk->add_account("priya@northmere.example", account));
    auto of_sam = account;
    of_sam.worker = sam.worker;
    EXPECT_EQ(desk->add_account("PRIYA@northmere.example", of_sam).refusal().code, "already-there");
    EXPECT_EQ(desk->add_account("other@northmere.example", account).refusal().code, "already-there");
}

TEST_P(DeskAccounts, ACodeIsTakenOnceAndNoEarlierOneAfterIt) {
    ASSERT_TRUE(desk->add_account("priya@northmere.example", account));
    EXPECT_TRUE(desk->take_code_step(priya.worker, 100));
    EXPECT_FALSE(desk->take_code_step(priya.worker, 100));
    EXPECT_FALSE(desk->take_code_step(priya.worker, 99));
    EXPECT_TRUE(desk->take_code_step(priya.worker, 101));
    reopen();
    EXPECT_FALSE(desk->take_code_step(priya.worker, 101));
    EXPECT_EQ(desk->account(priya.worker)->last_step, 101u);
}

TEST_P(DeskAccounts, DisablingAnAccountEndsItsSessionsAtOnceAndNoOthers) {
    ASSERT_TRUE(desk->add_account("priya@northmere.example", account));
    auto hers = desk::begin(priya.worker, at(0)).session, his = desk::begin(sam.worker, at(0)).session;
    desk->begin_session(hers);
    desk->begin_session(his);
    ASSERT_TRUE(desk->disable(priya.worker, at(1)));
    EXPECT_TRUE(desk->account(priya.worker)->disabled);
    EXPECT_EQ(state(*desk->session(hers.hash), at(1)), desk::SessionState::Ended);
    EXPECT_EQ(state(*desk->session(his.hash), at(1)), desk::SessionState::Open);
    ASSERT_TRUE(desk->enable(priya.worker));
    EXPECT_FALSE(desk->account(priya.worker)->disabled);
    EXPECT_EQ(state(*desk->session(hers.hash), at(1)), desk::SessionState::Ended);
    EXPECT_EQ(desk->disable(WorkerNumber::random(), at(1)).refusal().code, "not-found");
}

TEST_P(DeskAccounts, ANewPasswordKeepsTheCodeSecretAndEndsTheSessions) {
    ASSERT_TRUE(desk->add_account("priya@northmere.example", account));
    auto session = desk::begin(priya.worker, at(0)).session;
    desk->begin_session(session);
    ASSERT_TRUE(desk->set_password(priya.worker, "$argon2id$another", at(1)));
    EXPECT_EQ(desk->account(priya.worker)->password, "$argon2id$another");
    EXPECT_EQ(desk->account(priya.worker)->code_secret, account.code_secret);
    EXPECT_TRUE(desk->sessions_of(priya.worker, at(1)).empty());
}

TEST_P(DeskAccounts, ASessionInAChildsHandsStaysInThem) {
    auto child = RecordNumber::random();
    auto begun = desk::begin_in_hands_of(child, priya.worker, at(0));
    desk->begin_session(begun.session);
    desk->begin_session(desk::begin(priya.worker, at(0)).session);
    reopen();
    EXPECT_EQ(desk->session(begun.session.hash)->handed_to, child);
    EXPECT_EQ(desk->session(begun.session.hash), begun.session);
    EXPECT_EQ(desk->sessions_of(priya.worker, at(1)).size(), 2u);
}

TEST_P(DeskAccounts, ASessionIsFoundAgainAndSeesWhenSomebodyWasThere) {
    auto begun = desk::begin(priya.worker, at(0));
    desk->begin_session(begun.session);
    reopen();
    EXPECT_EQ(desk->session(desk::hash_of_token(begun.token)), begun.session);
    desk->touch_session(begun.session.hash, at(0) + 5s);
    EXPECT_EQ(desk->session(begun.session.hash)->last_seen, at(0)); // not written every second
    desk->touch_session(begun.session.hash, at(10));
    EXPECT_EQ(desk->session(begun.session.hash)->last_seen, at(10));
    EXPECT_EQ(state(*desk->session(begun.session.hash), at(24)), desk::SessionState::Open);
    desk->touch_session(begun.session.hash, at(25));
    EXPECT_EQ(state(*desk->session(begun.session.hash), at(25)), desk::SessionState::Ended); // nobody wakes an ended one
    EXPECT_FALSE(desk->session(desk::hash_of_token("guessed")));
}

TEST_P(DeskAccounts, AnEndedSessionAndItsFormsLiveOnForADayForDraftsAlone) {
    auto session = desk::begin(priya.worker, at(0)).session;
    desk->begin_session(session);
    auto form = FormNumber::random();
    desk->remember_form(session.hash, form);
    desk->remember_form(session.hash, form);
    desk->end_session(session.hash, at(5));
    desk->end_session(session.hash, at(7)); // ended once
    EXPECT_EQ(desk->session(session.hash)->ended, at(5));
    desk->sweep(at(5) + 23h);
    EXPECT_TRUE(desk->remembers_form(session.hash, form));
    EXPECT_TRUE(takes_late_posts(*desk->session(session.hash), at(5) + 23h));
    EXPECT_FALSE(desk->remembers_form(session.hash, FormNumber::random()));
    desk->sweep(at(5) + 24h);
    EXPECT_FALSE(desk->session(session.hash));
    EXPECT_FALSE(desk->remembers_form(session.hash, form));
}

TEST_P(DeskAccounts, AnIdleSessionIsForgottenADayAfterItLocked) {
    auto session = desk::begin(priya.worker, at(0)).session;
    desk->begin_session(session);
    desk->sweep(at(14) + 24h);
    EXPECT_TRUE(desk->session(session.hash));
    desk->sweep(at(15) + 24h);
    EXPECT_FALSE(desk->session(session.hash));
}

TEST_P(DeskAccounts, TheDeskDoesNotOpenUnderAnotherMasterKey) {
    ASSERT_TRUE(desk->add_account("priya@northmere.example", account));
    EXPECT_THROW(GetParam().open(folder, ledger::SecretKey::random()), Fault);
}

INSTANTIATE_TEST_SUITE_P(Stores, DeskAccounts, testing::ValuesIn(desk_stores()), store_name);

} // namespace
} // namespace lifestory::contract
