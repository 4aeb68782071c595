#include "store/sqlite/index_owed.h"

#include <set>

#include <fmt/format.h>

#include "store/sqlite/index_owed_sql.h"

namespace lifestory::store::sqlite {

namespace {

using calendar::Day;
using index::OwedOfRecord;
using index::OwedRow;
using index::OwedStanding;

std::int64_t number_of(Day day) { return day.time_since_epoch().count(); }

std::int64_t number_of(std::chrono::year_month month) {
    return (int(month.year()) - 1970) * 12 + static_cast<int>(unsigned(month.month())) - 1;
}

std::chrono::year_month month_of(std::int64_t number) {
    auto year = number >= 0 ? number / 12 : (number - 11) / 12;
    return std::chrono::year(static_cast<int>(year) + 1970) / std::chrono::month(static_cast<unsigned>(number - year * 12) + 1);
}

std::optional<Day> day_at(const Statement& row, int column) {
    return row.is_null_at(column) ? std::nullopt : std::optional(Day(std::chrono::days(row.integer_at(column))));
}

void bind_day(Statement& statement, int parameter, std::optional<Day> day) {
    day ? statement.integer(parameter, number_of(*day)) : statement.null(parameter);
}

struct OpenRow {
    std::optional<Day> due;
    std::string bytes;
    bool operator==(const OpenRow&) const = default;
};

std::string iso_or_none(std::optional<Day> day) { return day ? calendar::iso(*day) : "-"; }

std::string line_of(const OwedRow& row) {
    std::string owed_by;
    for (const auto& worker : row.owed_by)
        owed_by += worker.hex() + ",";
    return fmt::format("owed {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {}\n", row.record.hex(), row.id.hex(), row.rule, row.pack_digest,
                       row.to, row.turn, policy::name_of(row.force), row.starting.hex(), row.starting_type, row.starting_moment,
                       calendar::iso(row.starts_on), row.due ? row.due->written() : "-", policy::in_words(row.state),
                       row.met_by ? row.met_by->hex() : "-", row.met_at ? calendar::utc(*row.met_at) : "-", row.late_by_working_days,
                       row.late_by_hours, row.worker.hex(), owed_by, row.note);
}

} // namespace

// ---- the file and its words

Database& OwedLists::writer() const {
    if (!m_writer) {
        m_writer = std::make_unique<Database>(m_file, OpenAs::Writer, Durability::Normal);
        m_writer->run(sql::owed_write_settings);
        m_writer->run(sql::owed_tables);
        load_words(*m_writer);
        m_is_made = true;
    }
    return *m_writer;
}

Connections::Lent OwedLists::reader() const {
    if (!m_is_made) {
        std::lock_guard lock(m_writing);
        writer();
    }
    return m_readers.borrow();
}

void OwedLists::load_words(Database& database) const {
    std::unique_lock lock(m_naming);
    m_words.clear();
    m_codes.clear();
    auto statement = database.statement(sql::owed_words);
    while (statement.step()) {
        auto code = static_cast<Code>(statement.integer_at(0));
        m_words.resize(std::max<std::size_t>(m_words.size(), code + 1));
        m_words[code] = statement.text_at(1);
        m_codes[m_words[code]] = code;
    }
}

Code OwedLists::code_of(Database& database, std::string_view word) {
    if (auto known = m_codes.find(word); known != m_codes.end())
        return known->second; // only writers change the words, one at a time
    std::unique_lock lock(m_naming);
    Code code = m_words.size();
    database.statement(sql::add_owed_word).integer(1, static_cast<std::int64_t>(code)).text(2, word).run();
    m_words.emplace_back(word);
    m_codes.emplace(word, code);
    return code;
}

std::string OwedLists::word_of(Code code) const {
    std::shared_lock lock(m_naming);
    if (code >= m_words.size())
        throw Fault("A code in the lists of what is owed stands for no word.");
    return m_words[code];
}

// ---- writing

// What is closed never moves, so that most of the time there is nothing to write.
void OwedLists::write_closed(Database& database, const OwedOfRecord& one) {
    const auto& record = one.standing.record;
    std::vector<const OwedRow*> closed;
    for (const auto& row : one.rows)
        if (!row.is_open())
            closed.push_back(&row);
    auto bytes = write_owed(closed, [&](std::string_view word) { return code_of(database, word); });
    std::string before;
    {
        auto kept = database.statement(sql::owed_closed);
        kept.number(1, record);
        if (kept.step())
            before = kept.blob_at(0);
    }
    if (bytes == before)
        return;
    auto months_before = index::kept_of(read_owed(record, before, [&](Code code) { return word_of(code); }));
    auto months = index::kept_of(one.rows);
    if (months != months_before) { // another pack's digest alone moves none of them
        for (const auto& month : months_before)
            database.statement(sql::remove_owed_kept).integer(1, number_of(month.month)).number(2, record).run();
        for (const auto& month : months)
            database.statement(sql::add_owed_kept).integer(1, number_of(month.month)).number(2, record).number(3, month.worker)
                .integer(4, month.in_time).integer(5, month.late).run();
    }
    database.statement(sql::set_owed_closed).number(1, record).blob(2, bytes).run();
}

// Only what became different is written: most of what is open stays as it is when one rule or one day changes.
void OwedLists::write_open(Database& database, const OwedOfRecord& one) {
    const auto& record = one.standing.record;
    std::vector<OpenRow> before;
    {
        auto kept = database.statement(sql::owed_open_kept);
        kept.number(1, record);
        while (kept.step())
            before.push_back({day_at(kept, 0), std::string(kept.blob_at(1))});
    }
    std::size_t place = 0;
    for (const auto& row : one.rows) {
        if (!row.is_open())
            continue;
        OpenRow now{row.due ? std::optional(row.due->day) : std::nullopt, write_owed({&row}, [&](std::string_view word) { return code_of(database, word); })};
        if (place < before.size() && before[place].due == now.due) { // the order by day stays as it is
            if (before[place] != now)
                database.statement(sql::change_owed_open).number(1, record).integer(2, static_cast<std::int64_t>(place)).blob(3, now.bytes).run();
        } else {
            auto statement = database.statement(sql::set_owed_open);
            statement.number(1, record).integer(2, static_cast<std::int64_t>(place)).blob(4, now.bytes);
            bind_day(statement, 3, now.due);
            statement.run();
        }
        ++place;
    }
    if (place < before.size())
        database.statement(sql::remove_owed_open).number(1, record).integer(2, static_cast<std::int64_t>(place)).run();
}

void OwedLists::write_outline(Database& database, const OwedOfRecord& one) {
    if (!one.standing.is_open)
        database.statement(sql::remove_owed_outline).number(1, one.standing.record).run();
    else if (one.outline)
        database.statement(sql::set_owed_outline).number(1, one.standing.record).blob(2, *one.outline).run();
}

void OwedLists::write_one(Database& database, const OwedOfRecord& one) {
    const auto& standing = one.standing;
    write_outline(database, one);
    write_closed(database, one);
    write_open(database, one);
    auto judged_by = code_of(database, standing.judged_by);
    auto statement = database.statement(sql::set_owed_standing);
    statement.number(1, standing.record).integer(2, static_cast<std::int64_t>(standing.length)).integer(3, static_cast<std::int64_t>(judged_by));
    statement.integer(4, static_cast<std::int64_t>(standing.authority)).integer(5, number_of(standing.derived_on)).integer(7, standing.is_open ? 1 : 0);
    bind_day(statement, 6, standing.look_again);
    bind_day(statement, 8, standing.seen);
    bind_day(statement, 9, standing.seen_alone);
    statement.run();
}

void OwedLists::replace(std::span<const OwedOfRecord> records) {
    std::lock_guard lock(m_writing);
    auto& database = writer();
    try {
        Transaction transaction(database, Transaction::Kind::Write);
        for (const auto& one : records)
            write_one(database, one);
        transaction.commit();
    } catch (...) {
        load_words(database); // those that were added went with the transaction
        throw;
    }
}

void OwedLists::drop() {
    std::lock_guard lock(m_writing);
    auto& database = writer();
    database.run(sql::drop_owed_tables);
    database.run(sql::owed_tables);
    load_words(database);
}

// ---- reading

OwedStanding OwedLists::standing_at(const Statement& row) const {
    return {row.number_at<RecordNumber>(0), static_cast<std::uint64_t>(row.integer_at(1)), word_of(static_cast<Code>(row.integer_at(2))),
            static_cast<std::uint64_t>(row.integer_at(3)), *day_at(row, 4), day_at(row, 5), row.integer_at(6) != 0, day_at(row, 7), day_at(row, 8)};
}

std::vector<OwedRow> OwedLists::rows_at(Statement statement) const {
    std::vector<OwedRow> rows;
    while (statement.step())
        for (auto& row : read_owed(statement.number_at<RecordNumber>(1), statement.blob_at(0), [&](Code code) { return word_of(code); }))
            rows.push_back(std::move(row));
    return rows;
}

std::optional<OwedStanding> OwedLists::standing(RecordNumber record) const {
    auto database = reader();
    auto statement = database->statement(sql::owed_standing);
    statement.number(1, record);
    return statement.step() ? std::optional(standing_at(statement)) : std::nullopt;
}

std::vector<OwedStanding> OwedLists::standings() const {
    auto database = reader();
    auto statement = database->statement(sql::owed_standings);
    std::vector<OwedStanding> all;
    while (statement.step())
        all.push_back(standing_at(statement));
    return all;
}

std::optional<std::string> OwedLists::outline(RecordNumber record) const {
    auto database = reader();
    auto statement = database->statement(sql::owed_outline);
    statement.number(1, record);
    return statement.step() ? std::optional<std::string>(statement.blob_at(0)) : std::nullopt;
}

std::vector<OwedRow> OwedLists::all_of(RecordNumber record) const {
    auto database = reader();
    Transaction transaction(*database, Transaction::Kind::Read);
    auto open = database->statement(sql::owed_open);
    open.number(1, record);
    auto rows = rows_at(std::move(open));
    auto closed = database->statement(sql::owed_closed);
    closed.number(1, record);
    if (closed.step())
        for (auto& row : read_owed(record, closed.blob_at(0), [&](Code code) { return word_of(code); }))
            rows.push_back(std::move(row));
    return rows;
}

std::vector<OwedRow> OwedLists::open_of(RecordNumber record, Day until) const {
    auto database = reader();
    auto statement = database->statement(sql::owed_open_until);
    statement.number(1, record).integer(2, number_of(until));
    return rows_at(std::move(statement));
}

std::vector<OwedRow> OwedLists::open_between(Day from, Day to) const {
    auto database = reader();
    auto statement = database->statement(sql::owed_open_between);
    statement.integer(1, number_of(from)).integer(2, number_of(to));
    return rows_at(std::move(statement));
}

std::vector<index::KeptRow> OwedLists::kept(std::chrono::year_month from, std::chrono::year_month to) const {
    auto database = reader();
    auto statement = database->statement(sql::owed_kept);
    statement.integer(1, number_of(from)).integer(2, number_of(to));
    std::vector<index::KeptRow> all;
    while (statement.step())
        all.push_back({statement.number_at<WorkerNumber>(1), month_of(statement.integer_at(0)), static_cast<int>(statement.integer_at(2)),
                       static_cast<int>(statement.integer_at(3))});
    return all;
}

std::string OwedLists::dump() const {
    std::string text;
    std::set<std::chrono::year_month> months;
    for (const auto& standing : standings()) {
        text += fmt::format("standing {} {} {} {} {} {}\n", standing.record.hex(), standing.length, standing.judged_by, standing.is_open,
                            iso_or_none(standing.seen), iso_or_none(standing.seen_alone));
        for (const auto& row : all_of(standing.record)) {
            text += line_of(row);
            if (row.due)
                months.insert(std::chrono::year_month_day(row.due->day).year() / std::chrono::year_month_day(row.due->day).month());
        }
    }
    for (const auto& month : months)
        for (const auto& one : kept(month, month))
            text += fmt::format("kept {:04}-{:02} {} {} {}\n", int(month.year()), unsigned(month.month()), one.worker.hex(), one.in_time, one.late);
    return text;
}

} // namespace lifestory::store::sqlite
