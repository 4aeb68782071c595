// How somebody comes to an account and loses it: one-time addresses by their hash, what was done with an account.
#include "store/sqlite/desk_state.h"

namespace lifestory::store::sqlite {

using namespace desk_statements;
using desk::AccountAct;
using desk::AccountNote;
using desk::Instant;
using desk::Invitation;
using desk::Joining;
using desk::Writer;
using Lock = std::lock_guard<std::recursive_mutex>;

namespace {

std::string invitation_of_account(WorkerNumber worker) { return "invitation " + worker.hex(); }
std::string note_of_account(WorkerNumber worker) { return "account note " + worker.hex(); }

Refusal nothing_there() { return refuse("not-found", "There is no such account."); }
Refusal already_there() { return refuse("already-there", "There is an account with this e-mail address. Give your own address at work.", "email"); }

std::optional<Invitation> read(SqliteDesk::State& state, Statement row) {
    if (!row.step())
        return std::nullopt;
    return desk::read_invitation(state.open(row.blob_at(1), invitation_of_account(row.number_at<WorkerNumber>(0))));
}

void keep(SqliteDesk::State& state, const Digest& secret, const Invitation& invitation) {
    auto sealed = state.seal(desk::write_invitation(invitation), invitation_of_account(invitation.worker));
    state.database.statement(keep_invitation).number(1, invitation.worker).blob(2, view(secret)).integer(3, milliseconds(invitation.made))
        .blob(4, sealed).run();
}

void note(SqliteDesk::State& state, WorkerNumber worker, const AccountNote& note) {
    state.database.statement(add_account_note).number(1, worker).blob(2, state.seal(desk::write_note(note), note_of_account(worker))).run();
}

void forget(SqliteDesk::State& state, WorkerNumber worker) { state.database.statement(forget_invitation).number(1, worker).run(); }

} // namespace

Outcome SqliteDesk::invite(WorkerNumber worker, const Digest& secret, const Writer& by, Instant now) {
    Lock lock(m_state->mutex);
    auto of_maker = account(by.worker);
    if (!of_maker || of_maker->disabled)
        return nothing_there();
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    bool was_there = account(worker).has_value();
    if (was_there)
        stand_still(worker, now);
    keep(*m_state, secret, {worker, by, now, std::nullopt});
    note(*m_state, worker, {was_there ? AccountAct::SetAnew : AccountAct::AddressMade, by, now});
    transaction.commit();
    return Nothing{};
}

std::optional<Invitation> SqliteDesk::invitation(const Digest& secret, Instant now) const {
    Lock lock(m_state->mutex);
    auto row = m_state->database.statement(desk_statements::invitation);
    row.blob(1, view(secret)).integer(2, milliseconds(now - desk::joining_time));
    return read(*m_state, std::move(row));
}

std::optional<Invitation> SqliteDesk::invitation_of(WorkerNumber worker, Instant now) const {
    Lock lock(m_state->mutex);
    auto row = m_state->database.statement(invitation_of_worker);
    row.number(1, worker).integer(2, milliseconds(now - desk::joining_time));
    return read(*m_state, std::move(row));
}

Outcome SqliteDesk::begin_joining(const Digest& secret, const Joining& joining, Instant now) {
    Lock lock(m_state->mutex);
    auto found = invitation(secret, now);
    if (!found)
        return nothing_there();
    auto of_address = account_by_email(joining.email);
    if (of_address && of_address->worker != found->worker)
        return already_there();
    found->joining = joining;
    keep(*m_state, secret, *found);
    return Nothing{};
}

Outcome SqliteDesk::join(const Digest& secret, const Writer& self, std::uint64_t step, Instant now) {
    Lock lock(m_state->mutex);
    auto found = invitation(secret, now);
    if (!found || !found->joining || found->worker != self.worker)
        return nothing_there();
    const auto& given = *found->joining;
    auto of_address = account_by_email(given.email);
    if (of_address && of_address->worker != found->worker)
        return already_there();
    desk::Account joined{found->worker, given.password, given.code_secret, step, false};
    auto before = account(found->worker);
    bool wants_email = !before || !telling(found->worker).daily_email_to.empty();
    auto sealed = m_state->seal(desk::write_secrets(joined), account_bound_to(joined.worker));
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    m_state->database.statement(keep_joined).number(1, joined.worker).blob(2, view(hash_of_email(given.email))).blob(3, sealed)
        .integer(4, static_cast<std::int64_t>(step)).run();
    if (wants_email)
        TRY(set_daily_email(joined.worker, given.email));
    forget(*m_state, joined.worker);
    note(*m_state, joined.worker, {AccountAct::Joined, self, now});
    transaction.commit();
    return Nothing{};
}

Outcome SqliteDesk::end_account(WorkerNumber worker, const Writer& by, Instant now) {
    Lock lock(m_state->mutex);
    auto of_maker = account(by.worker);
    auto ended = account(worker);
    bool is_there = ended || invitation_of(worker, now);
    if (!of_maker || of_maker->disabled || !is_there || worker == by.worker)
        return nothing_there();
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    if (ended)
        stand_still(worker, now);
    forget(*m_state, worker);
    note(*m_state, worker, {AccountAct::Ended, by, now});
    transaction.commit();
    return Nothing{};
}

std::vector<AccountNote> SqliteDesk::account_notes(WorkerNumber worker) const {
    Lock lock(m_state->mutex);
    std::vector<AccountNote> notes;
    auto row = m_state->database.statement(desk_statements::account_notes);
    for (row.number(1, worker); row.step();)
        notes.push_back(desk::read_note(m_state->open(row.blob_at(0), note_of_account(worker))));
    return notes;
}

} // namespace lifestory::store::sqlite
