#include "desk/session.h"

#include <algorithm>

namespace lifestory::desk {

Digest hash_of_token(std::string_view token) {
    return sha256(token);
}

std::optional<Digest> session_named_in(std::string_view csrf) {
    constexpr std::size_t digits = 64;
    const auto bytes = csrf.size() > digits ? from_hex(csrf.substr(0, digits)) : Result<Bytes>(refuse("none", ""));
    const auto hash = bytes ? digest_of(*bytes) : Result<Digest>(refuse("none", ""));
    return hash ? std::optional(*hash) : std::nullopt;
}

BegunSession begin(WorkerNumber worker, Instant now) {
    BegunSession begun;
    begun.token = to_base64url(random_bytes(32));
    begun.session.hash = hash_of_token(begun.token);
    begun.session.worker = worker;
    begun.session.csrf = to_hex(view(begun.session.hash)) + to_base64url(random_bytes(32));
    begun.session.started = begun.session.last_seen = now;
    return begun;
}

BegunSession begin_in_hands_of(RecordNumber child, WorkerNumber worker, Instant now) {
    auto begun = begin(worker, now);
    begun.session.handed_to = child;
    return begun;
}

Instant ends_at(const Session& session) {
    auto by_itself = std::min<Instant>(session.last_seen + idle_time, session.started + whole_time);
    return session.ended ? std::min(*session.ended, by_itself) : by_itself;
}

SessionState state(const Session& session, Instant now) {
    if (!session.ended && now < ends_at(session))
        return SessionState::Open;
    return now < ends_at(session) + late_post_time ? SessionState::Ended : SessionState::LongEnded;
}

bool takes_late_posts(const Session& session, Instant now) {
    return state(session, now) == SessionState::Ended;
}

std::string short_hash(const Session& session) {
    return to_hex(view(session.hash).substr(0, 8));
}

} // namespace lifestory::desk
