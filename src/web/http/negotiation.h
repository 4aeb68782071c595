// The header values that a browser states its wishes in: cookies, Accept, Accept-Encoding, If-None-Match, and a
// content type with its parameters. What is malformed in them is passed over, not refused: no framing hangs on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/fields.h"

namespace lifestory::web::http {

Fields read_cookies(std::string_view header); // RFC 6265, 4.2.1

struct MediaType {
    std::string type;  // "multipart/form-data", in lower case
    Fields parameters; // names in lower case
    bool operator==(const MediaType&) const = default;
};

// RFC 9110, 8.3.1. Nothing when it is malformed.
std::optional<MediaType> read_media_type(std::string_view header);

// Which of the offered types the client likes best (RFC 9110, 12.5.1), by its place in `offered`; the earlier where it
// likes two alike, the first where it says nothing, none where it takes none of them.
std::optional<std::size_t> best_accepted(std::string_view accept, const std::vector<std::string_view>& offered);

bool takes_encoding(std::string_view accept_encoding, std::string_view coding); // named, and not with q=0
bool matches_tag(std::string_view if_none_match, std::string_view tag);         // RFC 9110, 13.1.2; tag with its quotes
bool is_token_list(std::string_view comma_list);                                // RFC 9110, 5.6.1
bool list_holds(std::string_view comma_list, std::string_view lower_case_word); // "keep-alive, Upgrade"

} // namespace lifestory::web::http
