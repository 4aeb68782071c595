#include "web/http/form.h"

#include <algorithm>
#include <optional>

#include "web/http/characters.h"
#include "web/http/negotiation.h"
#include "web/http/set_aside.h"

namespace lifestory::web::http {

namespace {

Refusal bad_form(std::string what) { return refuse("bad-form", std::move(what)); }

Result<std::string> decode_component(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    auto decoded = decode_percent(spaced);
    if (!decoded || decoded->find('\0') != std::string::npos)
        return bad_form("A percent sign in the form is not followed by two digits that can be read.");
    return std::move(*decoded);
}

void encode_component(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    for (char c : text) {
        auto octet = static_cast<unsigned char>(c);
        if (is_digit(c) || is_letter(c) || c == '*' || c == '-' || c == '.' || c == '_')
            out += c;
        else if (c == ' ')
            out += '+';
        else
            out += {'%', digits[octet >> 4], digits[octet & 15]};
    }
}

} // namespace

Result<Fields> read_urlencoded(std::string_view body) {
    Fields fields;
    while (!body.empty()) {
        auto end = std::min(body.find('&'), body.size());
        auto pair = body.substr(0, end);
        body.remove_prefix(std::min(end + 1, body.size()));
        if (pair.empty())
            continue;
        if (fields.size() == most_fields)
            return bad_form("The form has too many fields.");
        auto equals = std::min(pair.find('='), pair.size());
        auto name = TRY(decode_component(pair.substr(0, equals)));
        auto value = TRY(decode_component(pair.substr(std::min(equals + 1, pair.size()))));
        fields.add(std::move(name), std::move(value));
    }
    return fields;
}

Result<Form> read_form(std::string_view content_type, std::string_view body) {
    auto media = read_media_type(content_type);
    if (!media || body.empty())
        return Form{};
    if (media->type == "multipart/form-data")
        return read_multipart(body, media->parameters.get("boundary"));
    if (media->type == "application/x-www-form-urlencoded")
        return Form{TRY(read_urlencoded(body)), {}};
    return Form{};
}

LongBytes Upload::content() const {
    if (!aside)
        return held(bytes);
    return {aside->length(), [kept = aside](std::uint64_t from, std::size_t most) { return kept->read(from, most); }};
}

std::string write_urlencoded(const Fields& fields) {
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty())
            out += '&';
        encode_component(out, name);
        out += '=';
        encode_component(out, value);
    }
    return out;
}

} // namespace lifestory::web::http
