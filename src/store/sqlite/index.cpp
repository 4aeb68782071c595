#include "store/sqlite/index.h"

#include <algorithm>
#include <set>

#include "index/project.h"
#include "store/sqlite/index_sql.h"

namespace lifestory::store::sqlite {

namespace {

using index::AllocationRow;
using index::ChildRow;
using index::CorrectionAskedRow;
using index::EntryRow;
using index::ReleaseRow;

calendar::Day day_at(const Statement& row, int column) {
    return calendar::Day(std::chrono::days(row.integer_at(column)));
}

std::optional<calendar::Day> optional_day_at(const Statement& row, int column) {
    return row.is_null_at(column) ? std::nullopt : std::optional(day_at(row, column));
}

EntryRow entry_at(const Statement& row) {
    return {row.number_at<EntryId>(0),
            row.number_at<RecordNumber>(1),
            static_cast<EntryNumber>(row.integer_at(2)),
            static_cast<std::uint64_t>(row.integer_at(3)),
            std::string(row.text_at(4)),
            row.number_at<WorkerNumber>(5),
            calendar::Instant(std::chrono::milliseconds(row.integer_at(6)))};
}

ChildRow child_at(const Statement& row) {
    return {row.number_at<RecordNumber>(0), row.number_at<RecordNumber>(1), row.number_at<PersonNumber>(2)};
}

AllocationRow allocation_at(const Statement& row) {
    return {row.number_at<RecordNumber>(0), row.number_at<WorkerNumber>(1), std::string(row.text_at(2)),
            day_at(row, 3), optional_day_at(row, 4)};
}

ReleaseRow release_at(const Statement& row) {
    return {row.number_at<EntryId>(0),      row.number_at<RecordNumber>(1), std::string(row.text_at(2)),
            row.number_at<WorkerNumber>(3), optional_day_at(row, 4),        optional_day_at(row, 5)};
}

CorrectionAskedRow asked_at(const Statement& row) { return {entry_at(row), row.number_at<EntryId>(7)}; }

RecordNumber record_at(const Statement& row) { return row.number_at<RecordNumber>(0); }

EntryNumber number_at(const Statement& row) { return static_cast<EntryNumber>(row.integer_at(0)); }

template <class Read>
auto all_rows(Statement statement, Read read) {
    std::vector<decltype(read(statement))> rows;
    while (statement.step())
        rows.push_back(read(statement));
    return rows;
}

template <class Row>
std::optional<Row> only(const std::vector<Row>& rows) {
    return rows.empty() ? std::nullopt : std::optional(rows.front());
}

// One short question for each worker, so that every statement is a constant.
template <class Read>
auto rows_of_each(Database& database, const char* sql, std::span<const WorkerNumber> workers, Read read) {
    std::vector<decltype(read(std::declval<const Statement&>()))> rows;
    for (const auto& worker : std::set<WorkerNumber>(workers.begin(), workers.end())) {
        auto statement = database.statement(sql);
        statement.number(1, worker);
        while (statement.step())
            rows.push_back(read(statement));
    }
    return rows;
}

std::vector<RecordNumber> streams(const Connections& readers, index::StreamKind kind) {
    auto database = readers.borrow();
    auto statement = database->statement(sql::streams_of_kind);
    statement.integer(1, static_cast<int>(kind));
    return all_rows(std::move(statement), record_at);
}

void dump_list(Database& database, const char* sql, int columns, std::string& text) {
    auto statement = database.statement(sql);
    while (statement.step()) {
        for (int column = 0; column < columns; ++column)
            text.append(column ? " " : "").append(statement.text_at(column));
        text += '\n';
    }
}

} // namespace

SqliteIndex::SqliteIndex(std::filesystem::path ledger_file)
    : m_readers(ledger_file), m_owed(ledger_file.parent_path() / "owed.sqlite") {}

std::optional<EntryRow> SqliteIndex::find(EntryId entry) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::find_entry);
    statement.number(1, entry);
    return only(all_rows(std::move(statement), entry_at));
}

std::vector<EntryRow> SqliteIndex::entries_of_kind(RecordNumber record, std::string_view kind) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::entries_of_kind);
    statement.number(1, record).text(2, kind);
    return all_rows(std::move(statement), entry_at);
}

std::vector<RecordNumber> SqliteIndex::children() const {
    return streams(m_readers, index::StreamKind::Child);
}

std::vector<RecordNumber> SqliteIndex::families() const {
    return streams(m_readers, index::StreamKind::Family);
}

std::optional<RecordNumber> SqliteIndex::authority() const {
    return only(streams(m_readers, index::StreamKind::Authority));
}

std::optional<RecordNumber> SqliteIndex::looks() const {
    return only(streams(m_readers, index::StreamKind::Looks));
}

std::vector<ChildRow> SqliteIndex::children_of(RecordNumber family) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::children_of);
    statement.number(1, family);
    return all_rows(std::move(statement), child_at);
}

std::optional<ChildRow> SqliteIndex::family_of(RecordNumber child) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::family_of);
    statement.number(1, child);
    return only(all_rows(std::move(statement), child_at));
}

std::vector<AllocationRow> SqliteIndex::allocations_of(WorkerNumber worker) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::allocations_of_worker);
    statement.number(1, worker);
    return all_rows(std::move(statement), allocation_at);
}

std::vector<AllocationRow> SqliteIndex::allocations_of(RecordNumber record) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::allocations_of_record);
    statement.number(1, record);
    return all_rows(std::move(statement), allocation_at);
}

std::vector<EntryRow> SqliteIndex::naming_entries(EntryNumber from) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::naming_entries);
    statement.integer(1, static_cast<std::int64_t>(from));
    return all_rows(std::move(statement), entry_at);
}

std::vector<EntryRow> SqliteIndex::waiting_for_a_manager(std::span<const WorkerNumber> authors) const {
    auto database = m_readers.borrow();
    auto rows = rows_of_each(*database, sql::waiting_of, authors, entry_at);
    std::sort(rows.begin(), rows.end(),
              [](const auto& left, const auto& right) { return left.number < right.number; });
    return rows;
}

std::vector<CorrectionAskedRow> SqliteIndex::corrections_asked(std::span<const WorkerNumber> askers) const {
    auto database = m_readers.borrow();
    auto rows = rows_of_each(*database, sql::asked_by, askers, asked_at);
    std::sort(rows.begin(), rows.end(),
              [](const auto& left, const auto& right) { return left.asking.number < right.asking.number; });
    return rows;
}

std::vector<ReleaseRow> SqliteIndex::not_yet_released(std::span<const WorkerNumber> decided_by) const {
    auto database = m_readers.borrow();
    auto rows = rows_of_each(*database, sql::not_yet_of, decided_by, release_at);
    std::sort(rows.begin(), rows.end(), [](const auto& left, const auto& right) {
        return std::tie(left.look_again, left.entry) < std::tie(right.look_again, right.entry);
    });
    return rows;
}

std::optional<ReleaseRow> SqliteIndex::release_of(EntryId entry) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::release_of);
    statement.number(1, entry);
    return only(all_rows(std::move(statement), release_at));
}

std::vector<EntryNumber> SqliteIndex::looks_at(RecordNumber record) const {
    auto database = m_readers.borrow();
    auto statement = database->statement(sql::looks_at);
    statement.number(1, record);
    return all_rows(std::move(statement), number_at);
}

std::vector<EntryNumber> SqliteIndex::emergencies() const {
    auto database = m_readers.borrow();
    return all_rows(database->statement(sql::emergencies), number_at);
}

std::string SqliteIndex::dump() const {
    auto database = m_readers.borrow();
    Transaction transaction(*database, Transaction::Kind::Read);
    std::string text;
    dump_list(*database, sql::dump_streams, 4, text);
    dump_list(*database, sql::dump_entries, 9, text);
    dump_list(*database, sql::dump_children, 4, text);
    dump_list(*database, sql::dump_allocations, 6, text);
    dump_list(*database, sql::dump_releases, 7, text);
    dump_list(*database, sql::dump_waiting, 3, text);
    dump_list(*database, sql::dump_asked, 4, text);
    dump_list(*database, sql::dump_looks, 3, text);
    dump_list(*database, sql::dump_emergencies, 2, text);
    return text;
}

} // namespace lifestory::store::sqlite
