// The statements of the lists across children. Random numbers are 16-byte blobs, days count from 1 January 1970,
// instants are milliseconds from then; nothing here can be read by a person.
#pragma once

namespace lifestory::store::sqlite::sql {

inline constexpr const char* tables = R"(
CREATE TABLE IF NOT EXISTS index_stream(record BLOB PRIMARY KEY, kind INTEGER NOT NULL, opened INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS index_entry(id BLOB PRIMARY KEY, record BLOB NOT NULL, number INTEGER NOT NULL,
    place INTEGER NOT NULL, kind TEXT NOT NULL, author BLOB NOT NULL, recorded_at INTEGER NOT NULL,
    naming INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_entry_of_kind ON index_entry(record, kind, place);
CREATE INDEX IF NOT EXISTS index_entry_naming ON index_entry(number) WHERE naming = 1;
CREATE TABLE IF NOT EXISTS index_child(child BLOB PRIMARY KEY, family BLOB NOT NULL, person BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_child_of_family ON index_child(family);
CREATE TABLE IF NOT EXISTS index_allocation(record BLOB NOT NULL, worker BLOB NOT NULL, relationship TEXT NOT NULL,
    from_day INTEGER NOT NULL, until_day INTEGER, PRIMARY KEY(record, worker, relationship, from_day)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_allocation_of_worker ON index_allocation(worker);
CREATE TABLE IF NOT EXISTS index_release(entry BLOB PRIMARY KEY, record BLOB NOT NULL, how TEXT NOT NULL,
    decided_by BLOB NOT NULL, on_day INTEGER, look_again INTEGER) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_release_not_yet ON index_release(decided_by, look_again) WHERE how = 'not-yet';
CREATE TABLE IF NOT EXISTS index_waiting(entry BLOB PRIMARY KEY, author BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_waiting_of_author ON index_waiting(author);
CREATE TABLE IF NOT EXISTS index_asked(entry BLOB PRIMARY KEY, about BLOB NOT NULL, asker BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS index_asked_by ON index_asked(asker);
CREATE TABLE IF NOT EXISTS index_look(record BLOB NOT NULL, number INTEGER NOT NULL, PRIMARY KEY(record, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS index_emergency(number INTEGER PRIMARY KEY);
)";

inline constexpr const char* drop_tables = R"(
DROP TABLE IF EXISTS index_stream; DROP TABLE IF EXISTS index_entry; DROP TABLE IF EXISTS index_child;
DROP TABLE IF EXISTS index_allocation; DROP TABLE IF EXISTS index_release; DROP TABLE IF EXISTS index_waiting;
DROP TABLE IF EXISTS index_asked; DROP TABLE IF EXISTS index_look;
DROP TABLE IF EXISTS index_emergency;
)";

// ---- written by the projection
inline constexpr const char* add_stream = "INSERT OR IGNORE INTO index_stream VALUES (?1, ?2, ?3)";
inline constexpr const char* add_entry = "INSERT INTO index_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
inline constexpr const char* set_child = "INSERT OR REPLACE INTO index_child VALUES (?1, ?2, ?3)";
inline constexpr const char* set_allocation = "INSERT OR REPLACE INTO index_allocation VALUES (?1, ?2, ?3, ?4, ?5)";
inline constexpr const char* set_release = "INSERT OR REPLACE INTO index_release VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
inline constexpr const char* add_waiting = "INSERT INTO index_waiting VALUES (?1, ?2)";
inline constexpr const char* add_asked = "INSERT INTO index_asked VALUES (?1, ?2, ?3)";
inline constexpr const char* remove_waiting = "DELETE FROM index_waiting WHERE entry = ?1";
inline constexpr const char* remove_asked = "DELETE FROM index_asked WHERE entry = ?1";
inline constexpr const char* add_look = "INSERT INTO index_look VALUES (?1, ?2)";
inline constexpr const char* add_emergency = "INSERT INTO index_emergency VALUES (?1)";

// ---- asked by the index
inline constexpr const char* find_entry =
    "SELECT id, record, number, place, kind, author, recorded_at FROM index_entry WHERE id = ?1";
inline constexpr const char* entries_of_kind = "SELECT id, record, number, place, kind, author, recorded_at "
                                               "FROM index_entry WHERE record = ?1 AND kind = ?2 ORDER BY place";
inline constexpr const char* naming_entries = "SELECT id, record, number, place, kind, author, recorded_at "
                                              "FROM index_entry WHERE naming = 1 AND number >= ?1 ORDER BY number";
inline constexpr const char* streams_of_kind = "SELECT record FROM index_stream WHERE kind = ?1 ORDER BY opened";
inline constexpr const char* children_of = "SELECT child, family, person FROM index_child JOIN index_stream "
                                           "ON record = child WHERE family = ?1 ORDER BY opened";
inline constexpr const char* family_of = "SELECT child, family, person FROM index_child WHERE child = ?1";
inline constexpr const char* allocations_of_worker =
    "SELECT record, worker, relationship, from_day, until_day FROM index_allocation WHERE worker = ?1 "
    "ORDER BY from_day, record, relationship";
inline constexpr const char* allocations_of_record =
    "SELECT record, worker, relationship, from_day, until_day FROM index_allocation WHERE record = ?1 "
    "ORDER BY from_day, worker, relationship";
inline constexpr const char* waiting_of =
    "SELECT e.id, e.record, e.number, e.place, e.kind, e.author, e.recorded_at FROM index_waiting w "
    "JOIN index_entry e ON e.id = w.entry WHERE w.author = ?1";
inline constexpr const char* asked_by =
    "SELECT e.id, e.record, e.number, e.place, e.kind, e.author, e.recorded_at, a.about FROM index_asked a "
    "JOIN index_entry e ON e.id = a.entry WHERE a.asker = ?1";
inline constexpr const char* not_yet_of = "SELECT entry, record, how, decided_by, on_day, look_again FROM index_release "
                                          "WHERE decided_by = ?1 AND how = 'not-yet'";
inline constexpr const char* release_of =
    "SELECT entry, record, how, decided_by, on_day, look_again FROM index_release WHERE entry = ?1";
inline constexpr const char* looks_at = "SELECT number FROM index_look WHERE record = ?1 ORDER BY number";
inline constexpr const char* emergencies = "SELECT number FROM index_emergency ORDER BY number";

// ---- dumped, each list in the order of its key
inline constexpr const char* dump_streams = "SELECT 'stream', hex(record), kind, opened FROM index_stream ORDER BY record";
inline constexpr const char* dump_entries = "SELECT 'entry', hex(id), hex(record), number, place, kind, hex(author), "
                                            "recorded_at, naming FROM index_entry ORDER BY number";
inline constexpr const char* dump_children = "SELECT 'child', hex(child), hex(family), hex(person) FROM index_child ORDER BY child";
inline constexpr const char* dump_allocations =
    "SELECT 'allocation', hex(record), hex(worker), relationship, from_day, ifnull(until_day, '-') FROM index_allocation "
    "ORDER BY record, worker, relationship, from_day";
inline constexpr const char* dump_releases =
    "SELECT 'release', hex(entry), hex(record), how, hex(decided_by), ifnull(on_day, '-'), ifnull(look_again, '-') "
    "FROM index_release ORDER BY entry";
inline constexpr const char* dump_waiting = "SELECT 'waiting', hex(entry), hex(author) FROM index_waiting ORDER BY entry";
inline constexpr const char* dump_asked = "SELECT 'asked', hex(entry), hex(about), hex(asker) FROM index_asked ORDER BY entry";
inline constexpr const char* dump_looks = "SELECT 'look', hex(record), number FROM index_look ORDER BY record, number";
inline constexpr const char* dump_emergencies = "SELECT 'emergency', number FROM index_emergency ORDER BY number";

} // namespace lifestory::store::sqlite::sql
