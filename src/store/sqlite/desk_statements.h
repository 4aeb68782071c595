// The tables and statements of the desk's file. Plain columns hold random numbers, times and keyed hashes; all that
// could be read is in `sealed`.
#pragma once

namespace lifestory::store::sqlite::desk_statements {

inline constexpr const char* schema = R"sql(
CREATE TABLE IF NOT EXISTS desk_key (one INTEGER PRIMARY KEY CHECK (one = 1), wrapped BLOB NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS account (
  worker BLOB PRIMARY KEY, email BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL,
  last_step INTEGER NOT NULL DEFAULT 0, disabled INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS session (
  hash BLOB PRIMARY KEY, worker BLOB NOT NULL, csrf BLOB NOT NULL,
  started INTEGER NOT NULL, last_seen INTEGER NOT NULL, ended INTEGER) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS session_of_worker ON session (worker);
CREATE TABLE IF NOT EXISTS session_form (
  session BLOB NOT NULL, form BLOB NOT NULL, PRIMARY KEY (session, form)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS telling (
  worker BLOB PRIMARY KEY, calendar BLOB UNIQUE, calendar_since INTEGER, daily_email_to BLOB, daily_email_day INTEGER) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS invitation (
  worker BLOB PRIMARY KEY, secret BLOB NOT NULL UNIQUE, made INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS account_note (
  number INTEGER PRIMARY KEY, worker BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS note_of_account ON account_note (worker);
CREATE TABLE IF NOT EXISTS draft (
  draft BLOB PRIMARY KEY, form BLOB NOT NULL UNIQUE, owner BLOB NOT NULL, record BLOB, updated INTEGER NOT NULL,
  put_away INTEGER, signed INTEGER, key BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS draft_of_owner ON draft (owner);
CREATE INDEX IF NOT EXISTS draft_of_record ON draft (record);
CREATE TABLE IF NOT EXISTS draft_writer (
  worker BLOB NOT NULL, draft BLOB NOT NULL, PRIMARY KEY (worker, draft)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS draft_version (
  number INTEGER PRIMARY KEY, draft BLOB NOT NULL, version INTEGER NOT NULL, writer BLOB NOT NULL,
  aside INTEGER NOT NULL, settled INTEGER NOT NULL, handed_over INTEGER NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS version_of_draft ON draft_version (draft, version);
CREATE TABLE IF NOT EXISTS draft_opening (
  number INTEGER PRIMARY KEY, draft BLOB NOT NULL, sealed BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS opening_of_draft ON draft_opening (draft);
)sql";

inline constexpr const char* desk_key = "SELECT wrapped FROM desk_key";
inline constexpr const char* keep_desk_key = "INSERT INTO desk_key (one, wrapped) VALUES (1, ?1)";

inline constexpr const char* add_account =
    "INSERT INTO account (worker, email, sealed, last_step, disabled) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING";
inline constexpr const char* account_by_email =
    "SELECT worker, sealed, last_step, disabled FROM account WHERE email = ?1";
inline constexpr const char* account_by_worker =
    "SELECT worker, sealed, last_step, disabled FROM account WHERE worker = ?1";
inline constexpr const char* set_secrets = "UPDATE account SET sealed = ?2 WHERE worker = ?1";
inline constexpr const char* set_disabled = "UPDATE account SET disabled = ?2 WHERE worker = ?1";
inline constexpr const char* take_step = "UPDATE account SET last_step = ?2 WHERE worker = ?1 AND last_step < ?2";
inline constexpr const char* any_account = "SELECT 1 FROM account LIMIT 1";

inline constexpr const char* keep_joined =
    "INSERT INTO account (worker, email, sealed, last_step, disabled) VALUES (?1, ?2, ?3, ?4, 0) "
    "ON CONFLICT (worker) DO UPDATE SET email = ?2, sealed = ?3, last_step = ?4, disabled = 0";
inline constexpr const char* keep_invitation =
    "INSERT INTO invitation (worker, secret, made, sealed) VALUES (?1, ?2, ?3, ?4) "
    "ON CONFLICT (worker) DO UPDATE SET secret = ?2, made = ?3, sealed = ?4";
inline constexpr const char* invitation = "SELECT worker, sealed FROM invitation WHERE secret = ?1 AND made > ?2";
inline constexpr const char* invitation_of_worker = "SELECT worker, sealed FROM invitation WHERE worker = ?1 AND made > ?2";
inline constexpr const char* forget_invitation = "DELETE FROM invitation WHERE worker = ?1";
inline constexpr const char* forget_old_invitations = "DELETE FROM invitation WHERE made <= ?1";
inline constexpr const char* add_account_note = "INSERT INTO account_note (worker, sealed) VALUES (?1, ?2)";
inline constexpr const char* account_notes = "SELECT sealed FROM account_note WHERE worker = ?1 ORDER BY number DESC";

inline constexpr const char* begin_session =
    "INSERT INTO session (hash, worker, csrf, started, last_seen) VALUES (?1, ?2, ?3, ?4, ?5)";
inline constexpr const char* session = "SELECT hash, worker, csrf, started, last_seen, ended FROM session WHERE hash = ?1";
inline constexpr const char* sessions_of_worker =
    "SELECT hash, worker, csrf, started, last_seen, ended FROM session WHERE worker = ?1 ORDER BY started DESC";
inline constexpr const char* touch_session = // not more often than ?3 asks, and none that idled since ?4
    "UPDATE session SET last_seen = ?2 WHERE hash = ?1 AND ended IS NULL AND last_seen <= ?3 AND last_seen > ?4";
inline constexpr const char* end_session = "UPDATE session SET ended = ?2 WHERE hash = ?1 AND ended IS NULL";
inline constexpr const char* end_sessions = "UPDATE session SET ended = ?2 WHERE worker = ?1 AND ended IS NULL";
inline constexpr const char* remember_form = "INSERT INTO session_form (session, form) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
inline constexpr const char* remembers_form = "SELECT 1 FROM session_form WHERE session = ?1 AND form = ?2";

inline constexpr const char* telling = "SELECT calendar_since, daily_email_to FROM telling WHERE worker = ?1";
inline constexpr const char* add_telling = "INSERT INTO telling (worker) VALUES (?1) ON CONFLICT DO NOTHING";
inline constexpr const char* set_calendar = "UPDATE telling SET calendar = ?2, calendar_since = ?3 WHERE worker = ?1";
inline constexpr const char* take_calendar_away =
    "UPDATE telling SET calendar = NULL, calendar_since = NULL WHERE worker = ?1";
inline constexpr const char* worker_of_calendar =
    "SELECT worker FROM telling JOIN account USING (worker) WHERE calendar = ?1 AND disabled = 0";
inline constexpr const char* set_daily_email = "UPDATE telling SET daily_email_to = ?2 WHERE worker = ?1";
inline constexpr const char* stop_daily_email = "UPDATE telling SET daily_email_to = NULL WHERE worker = ?1";
inline constexpr const char* readers_of_daily_email =
    "SELECT worker FROM telling JOIN account USING (worker) WHERE daily_email_to IS NOT NULL AND disabled = 0";
inline constexpr const char* take_daily_email =
    "UPDATE telling SET daily_email_day = ?2 WHERE worker = ?1 AND ifnull(daily_email_day, ?2 - 1) < ?2";
inline constexpr const char* give_back_daily_email =
    "UPDATE telling SET daily_email_day = ?2 - 1 WHERE worker = ?1 AND daily_email_day = ?2";

inline constexpr const char* add_draft =
    "INSERT INTO draft (draft, form, owner, record, updated, key, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
inline constexpr const char* one_draft = "SELECT draft, key, sealed FROM draft WHERE draft = ?1";
inline constexpr const char* draft_of_form = "SELECT draft, key, sealed FROM draft WHERE form = ?1";
inline constexpr const char* drafts_of_writer =
    "SELECT draft.draft, key, sealed FROM draft_writer JOIN draft USING (draft) "
    "WHERE worker = ?1 AND signed IS NULL AND put_away IS NULL ORDER BY updated DESC";
inline constexpr const char* drafts_put_away =
    "SELECT draft, key, sealed FROM draft WHERE owner = ?1 AND signed IS NULL AND put_away IS NOT NULL ORDER BY put_away DESC";
inline constexpr const char* drafts_of_record =
    "SELECT draft, key, sealed FROM draft WHERE record = ?1 AND signed IS NULL AND put_away IS NULL ORDER BY updated DESC";
inline constexpr const char* drafts_without_child = "SELECT draft, key, sealed FROM draft WHERE record IS NULL AND signed IS NULL";
inline constexpr const char* keep_draft =
    "UPDATE draft SET record = ?2, updated = ?3, put_away = ?4, signed = ?5, sealed = ?6 WHERE draft = ?1";
inline constexpr const char* signed_at = "SELECT signed FROM draft WHERE draft = ?1";
inline constexpr const char* add_writer = "INSERT INTO draft_writer (worker, draft) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

inline constexpr const char* add_version =
    "INSERT INTO draft_version (draft, version, writer, aside, settled, handed_over, sealed) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6)";
inline constexpr const char* one_version =
    "SELECT sealed FROM draft_version WHERE draft = ?1 AND version = ?2 AND aside = 0";
inline constexpr const char* versions = "SELECT sealed FROM draft_version WHERE draft = ?1 ORDER BY number DESC";
inline constexpr const char* forget_aside =
    "DELETE FROM draft_version WHERE draft = ?1 AND writer = ?2 AND aside = 1 AND settled = 0";
inline constexpr const char* unsettled_aside =
    "SELECT sealed FROM draft_version WHERE draft = ?1 AND writer = ?2 AND aside = 1 AND settled = 0 ORDER BY number DESC LIMIT 1";
inline constexpr const char* settle = "UPDATE draft_version SET settled = 1 WHERE draft = ?1 AND writer = ?2 AND aside = 1";
inline constexpr const char* thin_versions = // one writer's own older steps, but for every twentieth
    "DELETE FROM draft_version WHERE draft = ?1 AND version < ?2 AND version % 20 <> 0 AND aside = 0 AND handed_over = 0";

inline constexpr const char* add_opening = "INSERT INTO draft_opening (draft, sealed) VALUES (?1, ?2)";
inline constexpr const char* openings = "SELECT sealed FROM draft_opening WHERE draft = ?1 ORDER BY number DESC";

inline constexpr const char* drafts_to_forget =
    "SELECT draft FROM draft WHERE signed <= ?1 OR (signed IS NULL AND put_away <= ?2)";
inline constexpr const char* forget_versions = "DELETE FROM draft_version WHERE draft = ?1";
inline constexpr const char* forget_openings = "DELETE FROM draft_opening WHERE draft = ?1";
inline constexpr const char* forget_writers = "DELETE FROM draft_writer WHERE draft = ?1";
inline constexpr const char* forget_draft = "DELETE FROM draft WHERE draft = ?1";
inline constexpr const char* sessions_to_forget = // ended by ?1: at a time, idle (?2 ms) or after the whole time (?3 ms)
    "SELECT hash FROM session WHERE min(ifnull(ended, 9e18), last_seen + ?2, started + ?3) <= ?1";
inline constexpr const char* forget_forms = "DELETE FROM session_form WHERE session = ?1";
inline constexpr const char* forget_session = "DELETE FROM session WHERE hash = ?1";

} // namespace lifestory::store::sqlite::desk_statements
