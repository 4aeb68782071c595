// Which octets may stand where in HTTP (RFC 9110, 5.6.2), by ASCII alone: never by the machine's locale.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lifestory::web::http {

inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
inline bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }
inline bool is_visible_ascii(char c) { return c > 0x20 && c < 0x7f; }
inline bool is_token_character(char c) {
    return is_digit(c) || is_letter(c) || (c != 0 && std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos);
}
inline bool is_host_character(char c) {
    return is_digit(c) || is_letter(c) || (c != 0 && std::string_view("-.:[]_").find(c) != std::string_view::npos);
}

std::string to_lower(std::string_view text);
std::string_view without_spaces(std::string_view text); // spaces and tabs at both ends

std::optional<unsigned> hex_digit(char c);
std::optional<std::string> decode_percent(std::string_view text); // nothing when a percent sign is broken

} // namespace lifestory::web::http
