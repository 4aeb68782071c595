// The rules of a session as pure functions of times: 15 minutes idle, 10 hours in all, and one day more in which a post
// that comes too late is still kept for its writer (pages section 5).
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/bytes.h"
#include "base/numbers.h"
#include "calendar/day.h"

namespace lifestory::desk {

using calendar::Instant;

inline constexpr auto idle_time = std::chrono::minutes(15);
inline constexpr auto whole_time = std::chrono::hours(10);
inline constexpr auto late_post_time = std::chrono::hours(24);

struct Session {
    Digest hash{}; // SHA-256 of the token: the token itself is only in the browser
    WorkerNumber worker;
    std::string csrf; // in every form of the session: its hash in hex, by which the session is found again, and 43 secret letters
    Instant started{}, last_seen{};
    std::optional<Instant> ended; // signed out, or the account was disabled
    std::optional<RecordNumber> handed_to; // the device is in this child's hands: nothing of the worker's is reached
    bool operator==(const Session&) const = default;
};

// A session just begun: the only time its token is known. 256 random bits in base64url.
struct BegunSession {
    std::string token;
    Session session;
};

enum class SessionState {
    Open,
    Ended,     // may still hand in what was being written (`takes_late_posts`)
    LongEnded, // nothing
};

Digest hash_of_token(std::string_view token);
// The hash of the session whose form carries this token; whether it is that session's own only a look at all of it says.
std::optional<Digest> session_named_in(std::string_view csrf);
BegunSession begin(WorkerNumber worker, Instant now);
BegunSession begin_in_hands_of(RecordNumber child, WorkerNumber worker, Instant now);
Instant ends_at(const Session& session);            // when it ends unless something happens before
SessionState state(const Session& session, Instant now);
bool takes_late_posts(const Session& session, Instant now);
std::string short_hash(const Session& session);     // 16 hex digits: tells one session's looks from another's

} // namespace lifestory::desk
