#include "desk/joining.h"

namespace lifestory::desk {

JoiningSecret new_joining_secret() {
    auto written = to_base64url(random_bytes(16));
    return {written, hash_of_joining_secret(written)};
}

Digest hash_of_joining_secret(std::string_view written) { return sha256("joining " + std::string(written)); }

Instant ends_at(const Invitation& invitation) { return invitation.made + joining_time; }

} // namespace lifestory::desk
