// Accounts and sessions of the desk.
#include "base/fault.h"
#include "base/text.h"
#include "store/sqlite/desk_state.h"

namespace lifestory::store::sqlite {

using namespace desk_statements;
using desk::Account;
using desk::Instant;
using desk::Session;
using Lock = std::lock_guard<std::recursive_mutex>;

namespace {

std::string bound_to(std::string_view session_hash) {
    return "session " + to_hex(session_hash);
}

Refusal no_account() {
    return refuse("not-found", "There is no such account.");
}

} // namespace

// ---- accounts

Digest SqliteDesk::hash_of_email(const std::string& email) const {
    return hmac_sha256(m_state->email_key, desk::comparable_email(email));
}

Outcome SqliteDesk::add_account(const std::string& email, const Account& account) {
    Lock lock(m_state->mutex);
    auto sealed = m_state->seal(desk::write_secrets(account), account_bound_to(account.worker));
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    m_state->database.statement(desk_statements::add_account).number(1, account.worker).blob(2, view(hash_of_email(email)))
        .blob(3, sealed).integer(4, static_cast<std::int64_t>(account.last_step)).integer(5, account.disabled).run();
    if (m_state->database.rows_changed() == 0)
        return refuse("already-there", "There is an account of this worker or with this e-mail address.", "email");
    TRY(set_daily_email(account.worker, email));
    transaction.commit();
    return Nothing{};
}

std::optional<Account> SqliteDesk::account_by_email(const std::string& email) const {
    Lock lock(m_state->mutex);
    auto row = m_state->database.statement(desk_statements::account_by_email);
    row.blob(1, view(hash_of_email(email)));
    return row.step() ? account(row.number_at<WorkerNumber>(0)) : std::nullopt;
}

std::optional<Account> SqliteDesk::account(WorkerNumber worker) const {
    Lock lock(m_state->mutex);
    auto row = m_state->database.statement(account_by_worker);
    row.number(1, worker);
    if (!row.step())
        return std::nullopt;
    Account found;
    found.worker = worker;
    desk::read_secrets(m_state->open(row.blob_at(1), account_bound_to(worker)), found);
    found.last_step = static_cast<std::uint64_t>(row.integer_at(2));
    found.disabled = row.integer_at(3) != 0;
    return found;
}

Outcome SqliteDesk::set_password(WorkerNumber worker, const std::string& password_hash, Instant now) {
    Lock lock(m_state->mutex);
    auto found = account(worker);
    if (!found)
        return no_account();
    found->password = password_hash;
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    auto sealed = m_state->seal(desk::write_secrets(*found), account_bound_to(worker));
    m_state->database.statement(set_secrets).number(1, worker).blob(2, sealed).run();
    end_sessions_of(worker, now);
    transaction.commit();
    return Nothing{};
}

Outcome SqliteDesk::set_code_secret(WorkerNumber worker, const Bytes& secret) {
    Lock lock(m_state->mutex);
    auto found = account(worker);
    if (!found)
        return no_account();
    found->code_secret = secret;
    auto sealed = m_state->seal(desk::write_secrets(*found), account_bound_to(worker));
    m_state->database.statement(set_secrets).number(1, worker).blob(2, sealed).run();
    return Nothing{};
}

Outcome SqliteDesk::disable(WorkerNumber worker, Instant now) {
    Lock lock(m_state->mutex);
    Transaction transaction(m_state->database, Transaction::Kind::Write);
    if (!stand_still(worker, now))
        return no_account();
    transaction.commit();
    return Nothing{};
}

bool SqliteDesk::stand_still(WorkerNumber worker, Instant now) {
    m_state->database.statement(set_disabled).number(1, worker).integer(2, 1).run();
    bool is_there = m_state->database.rows_changed() == 1;
    end_sessions_of(worker, now);
    return is_there;
}

Outcome SqliteDesk::enable(WorkerNumber worker) {
    Lock lock(m_state->mutex);
    m_state->database.statement(set_disabled).number(1, worker).integer(2, 0).run();
    if (m_state->database.rows_changed() == 0)
        return no_account();
    return Nothing{};
}

bool SqliteDesk::take_code_step(WorkerNumber worker, std::uint64_t step) {
    Lock lock(m_state->mutex);
    m_state->database.statement(take_step).number(1, worker).integer(2, static_cast<std::int64_t>(step)).run();
    return m_state->database.rows_changed() == 1;
}

bool SqliteDesk::has_accounts() const {
    Lock lock(m_state->mutex);
    return m_state->database.statement(any_account).step();
}

// ---- sessions

namespace {

constexpr auto touched_at_most_every = std::chrono::seconds(15);

Digest daily_email_at(const Statement& row, int column) {
    auto digest = digest_of(row.blob_at(column));
    if (!digest)
        throw Fault("A hash on the desk has not 32 bytes.");
    return *digest;
}

Session session_of(const Statement& row, const std::string& tokens) {
    auto parts = split(tokens, '\n'); // the forms' token, then in whose hands the device is
    Session session{daily_email_at(row, 0), row.number_at<WorkerNumber>(1), parts.front(), instant(row.integer_at(3)),
                    instant(row.integer_at(4)), std::nullopt, std::nullopt};
    if (parts.size() > 1)
        session.handed_to = RecordNumber::parse(parts[1]).value();
    if (!row.is_null_at(5))
        session.ended = instant(row.integer_at(5));
    return session;
}

} // namespace

void SqliteDesk::begin_session(const Session& session) {
    Lock lock(m_state->mutex);
    auto tokens = session.csrf + (session.handed_to ? "\n" + session.handed_to->hex() : std::string());
    auto csrf = m_state->seal(tokens, bound_to(view(session.hash)));
    m_state->database.statement(desk_statements::begin_session).blob(1, view(session.hash)).number(2, session.worker)
        .blob(3, csrf).integer(4, milliseconds(session.started)).integer(5, milliseconds(session.last_seen)).run();
}

std::optional<Session> SqliteDesk::session(const Digest& hash) const {
    Lock lock(m_state->mutex);
    auto row = m_state->database.statement(desk_statements::session);
    row.blob(1, view(hash));
    if (!row.step())
        return std::nullopt;
    return session_of(row, m_state->open(row.blob_at(2), bound_to(view(hash))));
}

void SqliteDesk::touch_session(const Digest& hash, Instant now) {
    Lock lock(m_state->mutex);
    m_state->database.statement(desk_statements::touch_session).blob(1, view(hash)).integer(2, milliseconds(now))
        .integer(3, milliseconds(now - touched_at_most_every)).integer(4, milliseconds(now - desk::idle_time)).run();
}

void SqliteDesk::end_session(const Digest& hash, Instant now) {
    Lock lock(m_state->mutex);
    m_state->database.statement(desk_statements::end_session).blob(1, view(hash)).integer(2, milliseconds(now)).run();
}

void SqliteDesk::end_sessions_of(WorkerNumber worker, Instant now) {
    Lock lock(m_state->mutex);
    m_state->database.statement(end_sessions).number(1, worker).integer(2, milliseconds(now)).run();
}

std::vector<Session> SqliteDesk::sessions_of(WorkerNumber worker, Instant now) const {
    Lock lock(m_state->mutex);
    std::vector<Session> open;
    auto row = m_state->database.statement(sessions_of_worker);
    for (row.number(1, worker); row.step();) {
        auto one = session_of(row, m_state->open(row.blob_at(2), bound_to(row.blob_at(0))));
        if (state(one, now) == desk::SessionState::Open)
            open.push_back(one);
    }
    return open;
}

void SqliteDesk::remember_form(const Digest& session, FormNumber form) {
    Lock lock(m_state->mutex);
    m_state->database.statement(desk_statements::remember_form).blob(1, view(session)).number(2, form).run();
}

bool SqliteDesk::remembers_form(const Digest& session, FormNumber form) const {
    Lock lock(m_state->mutex);
    auto row = m_state->database.statement(desk_statements::remembers_form);
    return row.blob(1, view(session)).number(2, form).step();
}

} // namespace lifestory::store::sqlite
