// What goes to a worker outside the pages: the calendar's address by its hash, the e-mail's address sealed.
#include "store/sqlite/desk_state.h"

namespace lifestory::store::sqlite {

using namespace desk_statements;
using desk::Day;
using desk::Telling;
using Lock = std::lock_guard<std::recursive_mutex>;

namespace {

std::string bound_to(WorkerNumber worker) { return "daily e-mail " + worker.hex(); }
std::int64_t days(Day day) { return day.time_since_epoch().count(); }

} // namespace

Telling SqliteDesk::telling(WorkerNumber worker) const {
    Lock lock(m_state->mutex);
    Telling told;
    auto row = m_state->database.statement(desk_statements::telling);
    row.number(1, worker);
    if (!row.step())
        return told;
    if (!row.is_null_at(0))
        told.calendar_since = instant(row.integer_at(0));
    if (!row.is_null_at(1))
        told.daily_email_to = m_state->open(row.blob_at(1), bound_to(worker));
    return told;
}

Outcome SqliteDesk::set_calendar(WorkerNumber worker, const std::optional<Digest>& secret, desk::Instant now) {
    Lock lock(m_state->mutex);
    if (!account(worker))
        return refuse("not-found", "There is no such account.");
    m_state->database.statement(add_telling).number(1, worker).run();
    if (secret)
        m_state->database.statement(desk_statements::set_calendar).number(1, worker).blob(2, view(*secret)).integer(3, milliseconds(now)).run();
    else
        m_state->database.statement(take_calendar_away).number(1, worker).run();
    return Nothing{};
}

std::optional<WorkerNumber> SqliteDesk::worker_of_calendar(const Digest& secret) const {
    Lock lock(m_state->mutex);
    auto row = m_state->database.statement(desk_statements::worker_of_calendar);
    row.blob(1, view(secret));
    return row.step() ? std::optional(row.number_at<WorkerNumber>(0)) : std::nullopt;
}

Outcome SqliteDesk::set_daily_email(WorkerNumber worker, const std::string& email) {
    Lock lock(m_state->mutex);
    if (email.empty()) {
        m_state->database.statement(stop_daily_email).number(1, worker).run();
        return Nothing{};
    }
    auto of_address = account_by_email(email);
    if (!of_address || of_address->worker != worker)
        return refuse("other-address", "Give the address that you sign in with.", "email");
    m_state->database.statement(add_telling).number(1, worker).run();
    m_state->database.statement(desk_statements::set_daily_email).number(1, worker)
        .blob(2, m_state->seal(desk::comparable_email(email), bound_to(worker))).run();
    return Nothing{};
}

std::vector<WorkerNumber> SqliteDesk::readers_of_daily_email() const {
    Lock lock(m_state->mutex);
    std::vector<WorkerNumber> readers;
    for (auto row = m_state->database.statement(desk_statements::readers_of_daily_email); row.step();)
        readers.push_back(row.number_at<WorkerNumber>(0));
    return readers;
}

bool SqliteDesk::take_daily_email(WorkerNumber worker, Day day) {
    Lock lock(m_state->mutex);
    m_state->database.statement(desk_statements::take_daily_email).number(1, worker).integer(2, days(day)).run();
    return m_state->database.rows_changed() == 1;
}

void SqliteDesk::give_back_daily_email(WorkerNumber worker, Day day) {
    Lock lock(m_state->mutex);
    m_state->database.statement(desk_statements::give_back_daily_email).number(1, worker).integer(2, days(day)).run();
}

} // namespace lifestory::store::sqlite
