// The statements of the lists of what is owed (owed.sqlite). Words are codes of owed_word; random numbers are 16-byte
// blobs, days count from 1 January 1970, months from its January; nothing here can be read by a person.
#pragma once

namespace lifestory::store::sqlite::sql {

// A recount writes the same pages of the order by day again and again: they are brought home once in 64 MB.
inline constexpr const char* owed_write_settings = "PRAGMA wal_autocheckpoint=16384;";
inline constexpr const char* owed_tables = R"(
CREATE TABLE IF NOT EXISTS owed_word(code INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS owed_standing(record BLOB PRIMARY KEY, length INTEGER NOT NULL, judged_by INTEGER NOT NULL,
    authority INTEGER NOT NULL, derived_on INTEGER NOT NULL, look_again INTEGER, is_open INTEGER NOT NULL, seen INTEGER, seen_alone INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS owed_open(record BLOB NOT NULL, place INTEGER NOT NULL, due_day INTEGER, rows BLOB NOT NULL,
    PRIMARY KEY(record, place)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS owed_open_by_day ON owed_open(due_day);
CREATE TABLE IF NOT EXISTS owed_closed(record BLOB PRIMARY KEY, rows BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS owed_outline(record BLOB PRIMARY KEY, sealed BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS owed_kept(month INTEGER NOT NULL, record BLOB NOT NULL, worker BLOB NOT NULL,
    in_time INTEGER NOT NULL, late INTEGER NOT NULL, PRIMARY KEY(month, record, worker)) WITHOUT ROWID;
)";
inline constexpr const char* drop_owed_tables =
    "DROP TABLE IF EXISTS owed_standing; DROP TABLE IF EXISTS owed_open; DROP TABLE IF EXISTS owed_closed; "
    "DROP TABLE IF EXISTS owed_outline; DROP TABLE IF EXISTS owed_kept; DROP TABLE IF EXISTS owed_word;";

inline constexpr const char* owed_words = "SELECT code, word FROM owed_word";
inline constexpr const char* add_owed_word = "INSERT INTO owed_word VALUES (?1, ?2)";

inline constexpr const char* set_owed_standing = "INSERT OR REPLACE INTO owed_standing VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
inline constexpr const char* owed_standing =
    "SELECT record, length, judged_by, authority, derived_on, look_again, is_open, seen, seen_alone FROM owed_standing WHERE record = ?1";
inline constexpr const char* owed_standings =
    "SELECT record, length, judged_by, authority, derived_on, look_again, is_open, seen, seen_alone FROM owed_standing ORDER BY record";

inline constexpr const char* remove_owed_open = "DELETE FROM owed_open WHERE record = ?1 AND place >= ?2";
inline constexpr const char* set_owed_open = "INSERT OR REPLACE INTO owed_open VALUES (?1, ?2, ?3, ?4)";
inline constexpr const char* change_owed_open = "UPDATE owed_open SET rows = ?3 WHERE record = ?1 AND place = ?2";
inline constexpr const char* owed_open_kept = "SELECT due_day, rows FROM owed_open WHERE record = ?1 ORDER BY place";
inline constexpr const char* owed_open = "SELECT rows, record FROM owed_open WHERE record = ?1 ORDER BY place";
inline constexpr const char* owed_open_until =
    "SELECT rows, record FROM owed_open WHERE record = ?1 AND (due_day IS NULL OR due_day <= ?2) ORDER BY place";
inline constexpr const char* owed_open_between =
    "SELECT rows, record FROM owed_open WHERE due_day BETWEEN ?1 AND ?2 ORDER BY due_day, record, place";

inline constexpr const char* set_owed_closed = "INSERT OR REPLACE INTO owed_closed VALUES (?1, ?2)";
inline constexpr const char* owed_closed = "SELECT rows FROM owed_closed WHERE record = ?1";

inline constexpr const char* set_owed_outline = "INSERT OR REPLACE INTO owed_outline VALUES (?1, ?2)";
inline constexpr const char* remove_owed_outline = "DELETE FROM owed_outline WHERE record = ?1";
inline constexpr const char* owed_outline = "SELECT sealed FROM owed_outline WHERE record = ?1";

inline constexpr const char* remove_owed_kept = "DELETE FROM owed_kept WHERE month = ?1 AND record = ?2";
inline constexpr const char* add_owed_kept = "INSERT INTO owed_kept VALUES (?1, ?2, ?3, ?4, ?5)";
inline constexpr const char* owed_kept = "SELECT month, worker, sum(in_time), sum(late) FROM owed_kept "
                                         "WHERE month BETWEEN ?1 AND ?2 GROUP BY month, worker ORDER BY month, worker";

} // namespace lifestory::store::sqlite::sql
