#include "store/sqlite/projection.h"

#include "store/sqlite/index_sql.h"

namespace lifestory::store::sqlite {

namespace {

using index::Changes;

void day_or_null(Statement& statement, int parameter, std::optional<calendar::Day> day) {
    if (day)
        statement.integer(parameter, day->time_since_epoch().count());
    else
        statement.null(parameter);
}

void add_entry(Database& database, const Changes& changes) {
    const auto& row = changes.entry;
    if (changes.stream != index::StreamKind::Unknown)
        database.statement(sql::add_stream)
            .number(1, row.record)
            .integer(2, static_cast<int>(changes.stream))
            .integer(3, static_cast<std::int64_t>(row.number))
            .run();
    database.statement(sql::add_entry)
        .number(1, row.id)
        .number(2, row.record)
        .integer(3, static_cast<std::int64_t>(row.number))
        .integer(4, static_cast<std::int64_t>(row.place))
        .text(5, row.kind)
        .number(6, row.author)
        .integer(7, row.recorded_at.time_since_epoch().count())
        .integer(8, changes.naming == index::Naming::Yes ? 1 : 0)
        .run();
}

void set_child(Database& database, const index::ChildRow& row) {
    database.statement(sql::set_child).number(1, row.child).number(2, row.family).number(3, row.person).run();
}

void set_allocation(Database& database, const index::AllocationRow& row) {
    auto statement = database.statement(sql::set_allocation);
    statement.number(1, row.record).number(2, row.worker).text(3, row.relationship);
    statement.integer(4, row.from.time_since_epoch().count());
    day_or_null(statement, 5, row.until);
    statement.run();
}

void set_release(Database& database, const index::ReleaseRow& row) {
    auto statement = database.statement(sql::set_release);
    statement.number(1, row.entry).number(2, row.record).text(3, row.how).number(4, row.decided_by);
    day_or_null(statement, 5, row.on);
    day_or_null(statement, 6, row.look_again);
    statement.run();
}

void update_lists_of_work(Database& database, const Changes& changes) {
    const auto& row = changes.entry;
    if (changes.waits_for_a_manager)
        database.statement(sql::add_waiting).number(1, row.id).number(2, row.author).run();
    if (changes.correction_about)
        database.statement(sql::add_asked)
            .number(1, row.id)
            .number(2, *changes.correction_about)
            .number(3, row.author)
            .run();
    for (const auto& answered : changes.answered) {
        database.statement(sql::remove_waiting).number(1, answered).run();
        database.statement(sql::remove_asked).number(1, answered).run();
    }
}

} // namespace

void prepare_projection(Database& database) { database.run(sql::tables); }

void project(Database& database, const index::Changes& changes) {
    add_entry(database, changes);
    if (changes.child)
        set_child(database, *changes.child);
    if (changes.allocation)
        set_allocation(database, *changes.allocation);
    if (changes.release)
        set_release(database, *changes.release);
    update_lists_of_work(database, changes);
    for (const auto& record : changes.looked_at)
        database.statement(sql::add_look)
            .number(1, record)
            .integer(2, static_cast<std::int64_t>(changes.entry.number))
            .run();
    if (changes.holds_emergency)
        database.statement(sql::add_emergency).integer(1, static_cast<std::int64_t>(changes.entry.number)).run();
}

void drop_projection(Database& database) { database.run(sql::drop_tables); }

} // namespace lifestory::store::sqlite
