#include "desk/telling.h"

namespace lifestory::desk {

CalendarSecret new_calendar_secret() {
    auto written = to_base64url(random_bytes(32));
    return {written, hash_of_calendar_secret(written)};
}

Digest hash_of_calendar_secret(std::string_view written) { return sha256(written); }

} // namespace lifestory::desk
