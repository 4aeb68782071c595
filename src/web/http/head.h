// A request's head (request line and header lines), read to the letter: RFC 9112, sections 2 to 6. Where the RFC
// lets a server be lenient we are not, because a proxy before us may read the same bytes otherwise (request
// smuggling). Pure: bytes in, values out; deadlines and sockets are the server's.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "web/http/request.h"

namespace lifestory::web::http {

constexpr std::size_t head_limit = 16 * 1024; // bytes, the blank line with them
constexpr std::size_t most_header_lines = 100;

enum class Expecting { Nothing, Continue };  // RFC 9110, 10.1.1
enum class Afterwards { KeepOpen, Close };   // RFC 9112, 9.3

struct Head {
    Request request; // all but body, peer, id and transport
    std::uint64_t length = 0;
    bool chunked = false;
    Expecting expecting = Expecting::Nothing;
    Afterwards afterwards = Afterwards::KeepOpen;
};

// How many bytes the head takes, once its blank line has come; nothing while more must be read. Looks at the bytes
// from `seen` on. Refuses at the first byte that cannot be ("bad-framing": bare LF or CR, control characters) and
// what is longer than head_limit ("head-too-large").
Result<std::optional<std::size_t>> find_head_end(std::string_view so_far, std::size_t seen = 0);

// `head` is exactly what find_head_end measured. Refuses with "bad-framing" (answered by 400), "head-too-large"
// (431) or "unknown-expectation" (417).
Result<Head> read_head(std::string_view head);

// A path as it is sent, decoded. Refuses what could be read in two ways: encoded slashes, dot segments, "//".
Result<std::string> read_path(std::string_view encoded);

} // namespace lifestory::web::http
